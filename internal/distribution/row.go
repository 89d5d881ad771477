package distribution

import (
	"errors"
	"fmt"
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/text/unicode/norm"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// The columns of a distribution file.
const (
	colExternalID = "external_id"
	colEmail      = "email"
	colName       = "name"
	colAddress    = "address"
	colAmount     = "amount"
)

// MaxExternalID is the greatest length of an external id in bytes.
const MaxExternalID = 200

// maxText bounds the fields that the program carries along without reading them, in bytes.
const maxText = 1000

// Row is one receiver. Blanks around a field are dropped; an external id is kept in Unicode's composed form (NFC), so
// that two ids that look the same are the same.
type Row struct {
	Line       int    // in the file, the header being line 1; 0: from the command line
	ExternalID string // names the payment for ever: it is paid once for each token
	Email      string // neither stored nor sent
	Name       string // neither stored nor sent
	Address    string // as written
	Amount     string // as written, in whole shares with decimals
	To         common.Address
}

// SingleRow makes the row of a distribution to one receiver. Errors are of class fault.Usage and name the options.
func SingleRow(externalID, email, name, address, amount string) (Row, error) {
	bad := problems{class: fault.Usage}
	r := newRow(0, func(column string) string {
		switch column {
		case colExternalID:
			return externalID
		case colEmail:
			return email
		case colName:
			return name
		case colAddress:
			return address
		default:
			return amount
		}
	}, func(column string, err error) { bad.add(place{column: column}, "%w", err) })
	return r, bad.err()
}

// newRow reads the fields of a row and tells bad about each that is wrong.
func newRow(line int, field func(column string) string, bad func(column string, err error)) Row {
	get := func(column string, check func(string) error) string {
		s := strings.TrimSpace(field(column))
		err := checkText(s)
		if err == nil && check != nil {
			err = check(s)
		}
		if err != nil {
			bad(column, err)
		}
		return s
	}
	r := Row{Line: line}
	r.ExternalID = norm.NFC.String(get(colExternalID, checkExternalID))
	r.Email = get(colEmail, nil)
	r.Name = get(colName, nil)
	r.Address = get(colAddress, func(s string) (err error) {
		r.To, err = eth.ParseReceiver(s)
		return err
	})
	r.Amount = get(colAmount, checkAmount)
	return r
}

// checkText refuses what no field may hold.
func checkText(s string) error {
	switch {
	case len(s) > maxText:
		return fmt.Errorf("the value is %d bytes long, more than %d", len(s), maxText)
	case !utf8.ValidString(s):
		return errors.New("the value is not valid UTF-8; save the file as UTF-8")
	}
	if i := strings.IndexFunc(s, unicode.IsControl); i >= 0 {
		return fmt.Errorf("the value %s holds a control character or line break", quote(s))
	}
	return nil
}

// checkExternalID refuses ids that could be taken for others.
func checkExternalID(s string) error {
	switch {
	case s == "":
		return errors.New("the external id is empty; it is what keeps a payment from being made twice")
	case len(norm.NFC.String(s)) > MaxExternalID:
		return fmt.Errorf("the external id %s is %d bytes long, more than %d", quote(s), len(s), MaxExternalID)
	case isTagName(s):
		return fmt.Errorf("the external id %s has the form that stands for an id of which only the tag is known", quote(s))
	case term.SafeN(s, maxText) != s:
		return fmt.Errorf("the external id %s holds invisible characters", quote(s))
	}
	return nil
}

func isTagName(s string) bool {
	_, ok := eth.NamedTag(s)
	return ok
}

// checkAmount checks the form of an amount before the token's decimals are known.
func checkAmount(s string) error {
	_, frac, _ := strings.Cut(s, ".")
	raw, err := eth.ParseAmount(s, uint8(min(len(frac), 255)))
	if err != nil {
		return err
	}
	if raw.Sign() == 0 {
		return fmt.Errorf("the amount %s is zero", s)
	}
	return nil
}

// payment is a row with its amount in the token's raw units.
type payment struct {
	Row
	raw *big.Int
	tag eth.Tag
}

// quote returns text of others, short and harmless, in quotes.
func quote(s string) string { return `"` + term.SafeN(s, 60) + `"` }
