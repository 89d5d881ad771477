package captable

import (
	"fmt"
	"io"
	"math/big"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// The sheets of a workbook.
const (
	sheetTable = "Cap table"
	sheetAbout = "About"
)

// xlsxStyles are the ids of cell formats in a workbook.
type xlsxStyles struct{ head, time, percent, amount int }

// WriteXLSX writes the table as an Excel workbook: one sheet with a row for each holder or group under a frozen header,
// and one that tells what the table is about. Numbers, times and shares are typed cells. Balances are text cells, since a
// spreadsheet's numbers have 15 digits; text cells are no formulas, whatever they begin with. The same table gives the
// same bytes.
func (t *Table) WriteXLSX(w io.Writer) (err error) {
	f := excelize.NewFile()
	defer func() {
		if cerr := f.Close(); err == nil {
			err = cerr
		}
	}()
	if err := f.SetSheetName("Sheet1", sheetTable); err != nil {
		return err
	}
	if _, err := f.NewSheet(sheetAbout); err != nil {
		return err
	}
	styles, err := newStyles(f)
	if err != nil {
		return err
	}
	if err := t.tableSheet(f, styles); err != nil {
		return err
	}
	if err := t.aboutSheet(f, styles); err != nil {
		return err
	}
	return f.Write(w)
}

func newStyles(f *excelize.File) (s xlsxStyles, err error) {
	format := "yyyy-mm-dd hh:mm:ss"
	for _, x := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.head, excelize.Style{Font: &excelize.Font{Bold: true}, Border: []excelize.Border{{Type: "bottom", Color: "000000", Style: 1}}}},
		{&s.time, excelize.Style{CustomNumFmt: &format}},
		{&s.percent, excelize.Style{NumFmt: 10}},                                                     // 0.00%
		{&s.amount, excelize.Style{NumFmt: 49, Alignment: &excelize.Alignment{Horizontal: "right"}}}, // text
	} {
		if *x.id, err = f.NewStyle(&x.style); err != nil {
			return s, err
		}
	}
	return s, nil
}

// tableSheet writes the rows, as a stream: half a million of them fit into memory that way.
func (t *Table) tableSheet(f *excelize.File, s xlsxStyles) error {
	out, err := f.NewStreamWriter(sheetTable)
	if err != nil {
		return err
	}
	headings := []any{"#", "Name", "Address", "Investor", "Type", "Country", "Class", "Marks", "Last transfer (UTC)", "Last block", "Balance", "Balance raw", "Share"}
	widths := []float64{6, 28, 46, 14, 14, 10, 10, 14, 20, 12, 30, 34, 10}
	if t.GroupBy != ByHolder {
		headings[1], headings[2] = strings.ToUpper(string(t.GroupBy[:1]))+string(t.GroupBy[1:]), "Wallets"
	}
	for i := range headings {
		headings[i] = excelize.Cell{StyleID: s.head, Value: headings[i]}
		if err := out.SetColWidth(i+1, i+1, widths[i]); err != nil {
			return err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := out.SetRow("A1", headings); err != nil {
		return err
	}
	total := t.TotalSupplyRaw.Int()
	at := 2
	row := func(rank int, name, wallets, investor, kind, country, class string, marks []string, last time.Time, block uint64, balance string, raw *Raw) error {
		cells := []any{rank, name, wallets, investor, kind, country, class, strings.Join(marks, ", "), excelize.Cell{StyleID: s.time, Value: last}, block,
			excelize.Cell{StyleID: s.amount, Value: balance}, excelize.Cell{StyleID: s.amount, Value: raw.String()},
			excelize.Cell{StyleID: s.percent, Value: fraction(raw.Int(), total)}}
		err := out.SetRow("A"+strconv.Itoa(at), cells)
		at++
		return err
	}
	for i := range t.Rows {
		r := &t.Rows[i]
		if err := row(r.Rank, known(r.Name), r.Address.Hex(), r.Investor, r.Type, r.Country, r.Class, r.Marks, r.LastTransfer, r.LastBlock, r.Balance, r.BalanceRaw); err != nil {
			return err
		}
	}
	for i := range t.Groups {
		g := &t.Groups[i]
		if err := row(g.Rank, known(g.Name), cut(hexes(g.Wallets)), g.Investor, g.Type, g.Country, g.Class, g.Marks, g.LastTransfer, g.LastBlock, g.Balance, g.BalanceRaw); err != nil {
			return err
		}
	}
	return out.Flush()
}

// cut bounds a cell: a spreadsheet takes 32,767 characters.
func cut(s string) string {
	if len(s) <= excelize.TotalCellChars {
		return s
	}
	return s[:excelize.TotalCellChars-1] + "…"
}

// fraction returns part of whole for a cell that shows it rounded; the exact figures stand beside it as text.
func fraction(part, whole *big.Int) float64 {
	if whole.Sign() == 0 {
		return 0
	}
	f, _ := new(big.Rat).SetFrac(part, whole).Float64()
	return f
}

// aboutSheet tells what the table is about.
func (t *Table) aboutSheet(f *excelize.File, s xlsxStyles) error {
	line := 0
	for _, l := range t.About() {
		line++
		cell := "A" + strconv.Itoa(line)
		if err := f.SetSheetRow(sheetAbout, cell, &[]any{l[0], l[1]}); err != nil {
			return err
		}
		if err := f.SetCellStyle(sheetAbout, cell, cell, s.head); err != nil {
			return err
		}
	}
	if err := f.SetColWidth(sheetAbout, "A", "A", 22); err != nil {
		return err
	}
	return f.SetColWidth(sheetAbout, "B", "B", 80)
}

// About returns what a table is about, as names and texts: the token, the moment with its block's hash, time and
// finality, the reconciliation, whether the table is partial, and the notes.
func (t *Table) About() [][2]string {
	number := func(n uint64) string { return strconv.FormatUint(n, 10) }
	when := func(at *time.Time) string {
		if at == nil {
			return "not known"
		}
		return at.Format(time.RFC3339)
	}
	hash, final := "not known", "not final when it was scanned"
	if t.AsOf.Hash != nil {
		hash = t.AsOf.Hash.Hex()
	}
	if t.AsOf.Final {
		final = "final"
	}
	partial := "no: the scan began at or before the token's creation"
	if !t.Complete {
		partial = "yes: the scan began at block " + number(t.FirstBlock) + ", which may be after the token's first transfers"
	}
	lines := [][2]string{
		{"Token", t.Token.Hex()}, {"Chain id", number(t.ChainID)}, {"Name", t.Name}, {"Symbol", t.Symbol}, {"Decimals", strconv.Itoa(int(t.Decimals))},
		{"As of block", number(t.AsOf.Block)}, {"As of time", when(t.AsOf.Time)}, {"Block time", when(t.AsOf.BlockTime)}, {"Block hash", hash}, {"Finality", final},
		{"Total supply", t.TotalSupply + " (" + map[SupplySource]string{FromContract: "the contract's word", FromEvents: "from its events"}[t.TotalSupplySource] + ")"},
		{"Accounted supply", t.AccountedSupply}, {"Holders", strconv.Itoa(t.Holders)}, {"Last transfer", when(t.LastTransfer)},
		{"Last scan", "block " + number(t.LastScan.Block) + ", " + when(&t.LastScan.Time) + ", " + t.LastScan.Hash.Hex()},
		{"Reconciliation", fmt.Sprintf("%s at block %d (%d differences)", t.LastScan.Reconciled, t.LastScan.Block, len(t.LastScan.Differences))},
		{"Partial", partial},
	}
	for _, m := range t.Marked {
		lines = append(lines, [2]string{"Of that " + m.Mark, m.Balance})
	}
	for _, note := range t.Notes {
		lines = append(lines, [2]string{"Note", note})
	}
	return lines
}
