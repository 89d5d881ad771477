package captable

import (
	"strconv"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// known returns a cleaned text of others, or Unknown.
func known(s string) string {
	if s == "" {
		return Unknown
	}
	return s
}

// marked returns a name with its marks, as people read it.
func marked(name string, marks []string) string {
	if len(marks) == 0 {
		return known(name)
	}
	return known(name) + " (" + strings.Join(marks, ", ") + ")"
}

// Columns returns the headings of the table for people, in the order of Cells.
func (t *Table) Columns() []string {
	switch t.GroupBy {
	case ByInvestor:
		return []string{"#", "Investor", "Wallets", "Last transfer", "Balance", "%"}
	case ByCountry:
		return []string{"#", "Country", "Investors", "Wallets", "Last transfer", "Balance", "%"}
	case ByClass:
		return []string{"#", "Class", "Investors", "Wallets", "Last transfer", "Balance", "%"}
	default:
		return []string{"#", "Name", "Address", "Last transfer", "Balance", "%"}
	}
}

// RightAligned returns the columns of numbers.
func (t *Table) RightAligned() []int {
	switch t.GroupBy {
	case ByInvestor:
		return []int{0, 2, 4, 5}
	case ByCountry, ByClass:
		return []int{0, 2, 3, 5, 6}
	default:
		return []int{0, 4, 5}
	}
}

// Cells returns the rows of the table for people.
func (t *Table) Cells() [][]string {
	out := make([][]string, 0, len(t.Rows)+len(t.Groups))
	for _, r := range t.Rows {
		out = append(out, []string{strconv.Itoa(r.Rank), marked(r.Name, r.Marks), r.Address.Hex(), r.LastTransfer.Format(time.RFC3339), r.Shown, r.Percent})
	}
	for i := range t.Groups {
		g := &t.Groups[i]
		wallets := strconv.Itoa(len(g.Wallets))
		row := []string{strconv.Itoa(g.Rank), known(g.Name), strconv.Itoa(g.Investors), wallets}
		if t.GroupBy == ByInvestor {
			name := marked(g.Name, g.Marks)
			if g.Name == "" {
				name += " " + g.Wallets[0].Hex()
			}
			row = []string{strconv.Itoa(g.Rank), name, wallets}
		}
		out = append(out, append(row, g.LastTransfer.Format(time.RFC3339), g.Shown, g.Percent))
	}
	return out
}

// CSVColumns returns the headings of the table as CSV: those for people first, so that scripts that count columns go on
// working, then what only programs want.
func (t *Table) CSVColumns() []string {
	if t.GroupBy == ByHolder {
		return append(t.Columns(), "Balance raw", "Last block", "Investor id", "Type", "Country", "Class", "Marks")
	}
	return append(t.Columns(), "Balance raw", "Last block", "Investor id", "Type", "Country", "Class", "Marks", "Addresses")
}

// CSVCells returns the rows of the table as CSV: exact balances, and texts of others fit for spreadsheets by Defuse.
func (t *Table) CSVCells() [][]string {
	out := make([][]string, 0, len(t.Rows)+len(t.Groups))
	for i := range t.Rows {
		r := &t.Rows[i]
		out = append(out, []string{strconv.Itoa(r.Rank), Defuse(known(r.Name)), r.Address.Hex(), r.LastTransfer.Format(time.RFC3339), r.Balance, r.Percent,
			r.BalanceRaw.String(), strconv.FormatUint(r.LastBlock, 10), Defuse(r.Investor), Defuse(r.Type), Defuse(r.Country), Defuse(r.Class),
			strings.Join(r.Marks, " ")})
	}
	for i := range t.Groups {
		g := &t.Groups[i]
		row := []string{strconv.Itoa(g.Rank), Defuse(known(g.Name))}
		if t.GroupBy != ByInvestor {
			row = append(row, strconv.Itoa(g.Investors))
		}
		out = append(out, append(row, strconv.Itoa(len(g.Wallets)), g.LastTransfer.Format(time.RFC3339), g.Balance, g.Percent, g.BalanceRaw.String(),
			strconv.FormatUint(g.LastBlock, 10), Defuse(g.Investor), Defuse(g.Type), Defuse(g.Country), Defuse(g.Class), strings.Join(g.Marks, " "),
			hexes(g.Wallets)))
	}
	return out
}

func hexes(addresses []common.Address) string {
	list := make([]string, len(addresses))
	for i, a := range addresses {
		list[i] = a.Hex()
	}
	return strings.Join(list, " ")
}
