package captable

import (
	"errors"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// Identity is what an identity file says of an address. It is personal data: it belongs in the table, and in no log or
// error.
type Identity struct {
	Name     string
	Investor string // the issuer's own id of the investor; empty: the name tells investors apart
	Type     string // of investor, in the file's words
	Country  string
	Class    string

	Custodian bool // holds for others
	Treasury  bool // the issuer's own
	Lost      bool // nobody has the key any more
}

// Identities says who owns an address.
type Identities map[common.Address]Identity

// The marks of an address.
const (
	MarkCustodian = "custodian"
	MarkTreasury  = "treasury"
	MarkLost      = "lost"
)

// Marks returns the marks in a fixed order; never nil.
func (i *Identity) Marks() []string {
	marks := []string{}
	for _, m := range []struct {
		set  bool
		name string
	}{{i.Custodian, MarkCustodian}, {i.Treasury, MarkTreasury}, {i.Lost, MarkLost}} {
		if m.set {
			marks = append(marks, m.name)
		}
	}
	return marks
}

// key tells investors apart: rows of one investor have the same; empty for an owner that is not known.
func (i *Identity) key() string {
	if i.Investor != "" {
		return "id:" + i.Investor
	}
	if i.Name != "" {
		return "name:" + i.Name
	}
	return ""
}

// Name returns the cleaned name of an address's owner, empty when it is not known.
func (ids Identities) Name(a common.Address) string { return term.Safe(ids[a].Name) }

// Wallets returns the addresses of the investor with that id, or else of the one with that name, in ascending order.
func (ids Identities) Wallets(who string) []common.Address {
	var byID, byName []common.Address
	for a, id := range ids {
		switch who {
		case "":
		case id.Investor:
			byID = append(byID, a)
		case id.Name:
			byName = append(byName, a)
		}
	}
	if len(byID) == 0 {
		byID = byName
	}
	slices.SortFunc(byID, func(a, b common.Address) int { return a.Cmp(b) })
	return byID
}

const identityHint = "an identity file is CSV in UTF-8, separated by commas, whose first row names the columns name and address"

// identityColumns are the columns of an identity file, each by the headings that it goes by, best first. Case, blanks,
// hyphens and underscores don't count.
var identityColumns = map[string][]string{
	"name": {"name"}, "address": {"address"},
	"investor": {"investor id", "investor"}, "type": {"type", "investor type"}, "country": {"country"}, "class": {"class", "share class"},
	"custodian": {"custodian"}, "treasury": {"treasury"}, "lost": {"lost"},
}

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
// case. Known further columns are investor id, type, country, class, and custodian, treasury and lost with yes or no.
// Other columns, and fields beyond the named ones, are ignored; so are rows with neither a name nor an address.
// An address may be named again only with the same data, an investor id only with the same name. file is what errors
// call it; they tell row and column, never what stands there. Errors are of class fault.Usage.
func ReadIdentities(file string, r io.Reader) (Identities, error) {
	in, err := openCSV("identity file", "--identity-file", identityHint, file, r, identityColumns)
	if err != nil {
		return nil, err
	}
	if err := in.need("name", "address"); err != nil {
		return nil, err
	}
	ids := Identities{}
	rowOf, investors := map[common.Address]int{}, investorNames{}
	for {
		if err := in.next(); errors.Is(err, io.EOF) {
			return ids, nil
		} else if err != nil {
			return nil, err
		}
		where := in.field("address")
		id, err := in.identity()
		if err != nil {
			return nil, err
		}
		if id.Name == "" && where == "" {
			continue
		}
		a, err := parseAddress(where)
		if err != nil {
			return nil, in.wrong("address", "%w", err)
		}
		if known, ok := ids[a]; ok && known != id {
			what := "other data"
			if known.Name != id.Name {
				what = "another name"
			}
			return nil, in.wrong("address", "%s has %s in row %d", a.Hex(), what, rowOf[a]).WithHint("keep one of the two rows")
		}
		if err := investors.check(in, &id); err != nil {
			return nil, err
		}
		ids[a], rowOf[a] = id, in.row
	}
}

// identity reads the columns that tell of a person.
func (c *csvFile) identity() (id Identity, err error) {
	for _, x := range []struct {
		column string
		to     *string
	}{{"name", &id.Name}, {"investor", &id.Investor}, {"type", &id.Type}, {"country", &id.Country}, {"class", &id.Class}} {
		if *x.to, err = c.text(x.column); err != nil {
			return id, err
		}
	}
	if len(id.Country) == 2 {
		id.Country = strings.ToUpper(id.Country)
	}
	for _, x := range []struct {
		column string
		to     *bool
	}{{"custodian", &id.Custodian}, {"treasury", &id.Treasury}, {"lost", &id.Lost}} {
		if !c.has(x.column) || x.column == "custodian" && c.what != "identity file" {
			continue
		}
		switch strings.ToLower(c.field(x.column)) {
		case "", "no", "n", "false", "0", "-":
		case "yes", "y", "true", "1", "x":
			*x.to = true
		default:
			return id, c.wrong(x.column, "the field is neither yes nor no")
		}
	}
	return id, nil
}

// investorNames remembers by which name an investor id was first called.
type investorNames map[string]struct {
	name string
	row  int
}

func (n investorNames) check(in *csvFile, id *Identity) error {
	if id.Investor == "" {
		return nil
	}
	first, ok := n[id.Investor]
	if !ok {
		first.name, first.row = id.Name, in.row
		n[id.Investor] = first
	}
	if first.name != id.Name {
		return in.wrong("name", "the investor of this row has another name in row %d", first.row).WithHint("give one investor one name")
	}
	return nil
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
