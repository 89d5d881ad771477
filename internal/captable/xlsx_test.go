package captable

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestXLSX(t *testing.T) {
	st := sample(t)
	q := query(func(q *Query) { q.Identities[person(1)] = Identity{Name: "=1+1", Country: "FI", Treasury: true} })
	table, err := Build(t.Context(), st, q)
	check(t, err)
	var b, again bytes.Buffer
	check(t, table.WriteXLSX(&b))
	check(t, table.WriteXLSX(&again))
	if !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("the same table gives other bytes")
	}
	f, err := excelize.OpenReader(&b)
	check(t, err)
	rows, err := f.GetRows(sheetTable)
	check(t, err)
	if len(rows) != 5 || strings.Join(rows[1], "|") != "1|=1+1|"+person(1).Hex()+"|||FI||treasury|2023-11-14 22:19:20|30|333.35|33335|33.34%" {
		t.Errorf("rows %q", rows)
	}
	for cell, want := range map[string]excelize.CellType{"A2": excelize.CellTypeUnset, "B2": excelize.CellTypeInlineString, "I2": excelize.CellTypeUnset,
		"J2": excelize.CellTypeUnset, "K2": excelize.CellTypeInlineString, "L2": excelize.CellTypeInlineString, "M2": excelize.CellTypeUnset} {
		if got, err := f.GetCellType(sheetTable, cell); err != nil || got != want {
			t.Errorf("cell %s is of type %v (%v), want %v", cell, got, err, want)
		}
		if formula, err := f.GetCellFormula(sheetTable, cell); err != nil || formula != "" {
			t.Errorf("cell %s has the formula %q (%v)", cell, formula, err)
		}
	}
	panes, err := f.GetPanes(sheetTable)
	check(t, err)
	if !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v", panes)
	}
	about, err := f.GetRows(sheetAbout)
	check(t, err)
	if s := strings.Join(about[8], "|"); !strings.HasPrefix(s, "Block hash|0x00") {
		t.Errorf("about: %q", about)
	}
	groups, err := Build(t.Context(), st, query(func(q *Query) { q.GroupBy = ByInvestor }))
	check(t, err)
	check(t, groups.WriteXLSX(&b))
}
