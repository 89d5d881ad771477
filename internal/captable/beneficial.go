package captable

import (
	"errors"
	"io"
	"math/big"
	"os"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
)

// Beneficial says for whom custodians hold. Like Identities it is personal data.
type Beneficial struct {
	file   *csvFile
	behind map[common.Address][]share
}

// share is what one beneficial owner has of a custodian's balance.
type share struct {
	Identity
	amount string // in whole tokens, as the file has it
	row    int
	raw    *big.Int // raw token units, once the token is known
}

const beneficialHint = "a file of beneficial owners is CSV in UTF-8, separated by commas, whose first row names the columns custodian (an address), name and balance"

var beneficialColumns = map[string][]string{
	"custodian": {"custodian", "address"}, "name": {"name"}, "balance": {"balance", "amount", "shares"},
	"investor": {"investor id", "investor"}, "type": {"type", "investor type"}, "country": {"country"}, "class": {"class", "share class"},
}

// LoadBeneficial reads the file of beneficial owners at path; see ReadBeneficial.
func LoadBeneficial(path string) (*Beneficial, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fault.New(fault.Usage, "file of beneficial owners can't be read: %w", err).WithHint("check --beneficial-file")
	}
	defer f.Close()
	return ReadBeneficial(path, f)
}

// ReadBeneficial reads a CSV file that splits the balances of custodians: one row for each beneficial owner, with the
// custodian's address, the owner's name and a balance in whole tokens, and where there are such columns investor id,
// type, country and class. Whether the rows of a custodian add up to what it holds is checked when a table is made.
// Errors are of class fault.Usage, and tell row and column.
func ReadBeneficial(file string, r io.Reader) (*Beneficial, error) {
	in, err := openCSV("file of beneficial owners", "--beneficial-file", beneficialHint, file, r, beneficialColumns)
	if err != nil {
		return nil, err
	}
	if err := in.need("custodian", "name", "balance"); err != nil {
		return nil, err
	}
	b := &Beneficial{file: in, behind: map[common.Address][]share{}}
	investors := investorNames{}
	for {
		if err := in.next(); errors.Is(err, io.EOF) {
			return b, nil
		} else if err != nil {
			return nil, err
		}
		id, err := in.identity()
		if err != nil {
			return nil, err
		}
		where, amount := in.field("custodian"), in.field("balance")
		if where == "" && id.Name == "" && amount == "" {
			continue
		}
		a, err := parseAddress(where)
		if err != nil {
			return nil, in.wrong("custodian", "%w", err)
		}
		if err := investors.check(in, &id); err != nil {
			return nil, err
		}
		b.behind[a] = append(b.behind[a], share{Identity: id, amount: amount, row: in.row})
	}
}

// split reads the shares as amounts of a token, and refuses them where they don't add up to what the custodian holds.
func (b *Beneficial) split(holdings []Holding, decimals uint8, block uint64) (map[common.Address][]share, error) {
	if b == nil {
		return nil, nil
	}
	balances := map[common.Address]*big.Int{}
	for i := range holdings {
		if _, ok := b.behind[holdings[i].Address]; ok {
			balances[holdings[i].Address] = holdings[i].Balance
		}
	}
	out := map[common.Address][]share{}
	for _, a := range sortedKeys(b.behind) {
		shares := slices.Clone(b.behind[a])
		sum := new(big.Int)
		for i := range shares {
			if strings.Trim(shares[i].amount, "0123456789.,'+- ") != "" {
				// Perhaps a person's data in a shifted row: not repeated.
				return nil, b.file.wrongAt(shares[i].row, "balance", "the field is no amount")
			}
			raw, err := eth.ParseAmount(shares[i].amount, decimals)
			if err != nil {
				return nil, b.file.wrongAt(shares[i].row, "balance", "%w", err)
			}
			shares[i].raw = raw
			sum.Add(sum, raw)
		}
		holds := balances[a]
		if holds == nil {
			holds = new(big.Int)
		}
		if sum.Cmp(holds) != 0 {
			last := shares[len(shares)-1].row
			return nil, b.file.wrongAt(last, "balance", "the balances behind custodian %s add up to %s with this row, but it holds %s at block %d",
				a.Hex(), eth.FormatAmount(sum, decimals), eth.FormatAmount(holds, decimals), block).
				WithHint("correct the file, or take the table of the moment that it was made for with --at-block or --at-date")
		}
		out[a] = shares
	}
	return out, nil
}

// sortedKeys returns the addresses of a map in ascending order.
func sortedKeys[V any](m map[common.Address]V) []common.Address {
	keys := make([]common.Address, 0, len(m))
	for a := range m {
		keys = append(keys, a)
	}
	slices.SortFunc(keys, func(a, b common.Address) int { return a.Cmp(b) })
	return keys
}
