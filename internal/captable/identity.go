package captable

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// Identities says who owns an address. The names are personal data: they belong in the table, and in no log or error.
type Identities map[common.Address]string

// maxIdentityFile bounds an identity file, in bytes: room for more than a million rows.
const maxIdentityFile = 256 << 20

const identityHint = "an identity file is CSV in UTF-8, separated by commas, whose first row names the columns name and address"

// LoadIdentities reads the identity file at path; see ReadIdentities.
func LoadIdentities(path string) (Identities, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fault.New(fault.Usage, "identity file can't be read: %w", err).WithHint("check --identity-file")
	}
	defer f.Close()
	return ReadIdentities(path, f)
}

// ReadIdentities reads a CSV file whose first row names its columns, name and address among them, in any order and
// case. Other columns, and fields beyond the named ones, are ignored; so are rows with neither a name nor an address.
// An address may be named again only with the same name. file is what errors call it; they tell row and column, never
// a name. Errors are of class fault.Usage.
func ReadIdentities(file string, r io.Reader) (Identities, error) {
	file = term.Safe(file)
	bounded := &io.LimitedReader{R: r, N: maxIdentityFile + 1}
	text, err := io.ReadAll(bounded)
	if err != nil {
		return nil, fault.New(fault.Usage, "identity file %s can't be read: %w", file, err).WithHint("check --identity-file")
	}
	if bounded.N <= 0 {
		return nil, fault.New(fault.Usage, "identity file %s is larger than %d MiB", file, maxIdentityFile>>20)
	}
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	if bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")) {
		return nil, fault.New(fault.Usage, "identity file %s is in UTF-16, not UTF-8", file).WithHint(identityHint)
	}
	in := csv.NewReader(bytes.NewReader(text))
	in.FieldsPerRecord = -1
	in.ReuseRecord = true
	header, err := in.Read()
	if err != nil {
		return nil, csvError(file, err)
	}
	nameAt, err := column(file, header, "name")
	if err != nil {
		return nil, err
	}
	addressAt, err := column(file, header, "address")
	if err != nil {
		return nil, err
	}
	ids := Identities{}
	rowOf := map[common.Address]int{}
	for {
		record, err := in.Read()
		if errors.Is(err, io.EOF) {
			return ids, nil
		}
		if err != nil {
			return nil, csvError(file, err)
		}
		row, _ := in.FieldPos(0)
		name, where := field(record, nameAt), field(record, addressAt)
		if name == "" && where == "" {
			continue
		}
		if !utf8.ValidString(name) {
			return nil, fault.New(fault.Usage, "identity file %s, row %d, column name: the text is not UTF-8", file, row).WithHint(identityHint)
		}
		a, err := parseAddress(where)
		if err != nil {
			return nil, fault.New(fault.Usage, "identity file %s, row %d, column address: %w", file, row, err)
		}
		if known, ok := ids[a]; ok && known != name {
			return nil, fault.New(fault.Usage, "identity file %s, row %d, column address: %s has another name in row %d",
				file, row, a.Hex(), rowOf[a]).WithHint("keep one of the two rows")
		}
		ids[a], rowOf[a] = name, row
	}
}

// parseAddress is eth.ParseAddress, but repeats only what looks like an address: in a shifted row a person's data may
// stand in its place.
func parseAddress(s string) (common.Address, error) {
	switch {
	case s == "":
		return common.Address{}, errors.New("there is none")
	case !strings.HasPrefix(s, "0x"):
		return common.Address{}, errors.New("the field does not start with 0x, as an address does")
	}
	return eth.ParseAddress(s)
}

func field(record []string, i int) string {
	if i >= len(record) {
		return ""
	}
	return strings.TrimSpace(record[i])
}

func column(file string, header []string, want string) (int, error) {
	at := -1
	for i, h := range header {
		if !strings.EqualFold(strings.TrimSpace(h), want) {
			continue
		}
		if at >= 0 {
			return 0, fault.New(fault.Usage, "identity file %s, row 1: column %s is there twice", file, want).WithHint(identityHint)
		}
		at = i
	}
	if at < 0 {
		return 0, fault.New(fault.Usage, "identity file %s, row 1: there is no column %s", file, want).WithHint(identityHint)
	}
	return at, nil
}

func csvError(file string, err error) error {
	var at *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		return fault.New(fault.Usage, "identity file %s is empty", file).WithHint(identityHint)
	case errors.As(err, &at):
		return fault.New(fault.Usage, "identity file %s, row %d, character %d: %w", file, at.Line, at.Column, at.Err).WithHint(identityHint)
	default:
		return fmt.Errorf("identity file %s: %w", file, err)
	}
}
