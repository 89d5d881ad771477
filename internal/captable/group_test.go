package captable

import (
	"encoding/csv"
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/sto-project/sto/internal/fault"
)

const people = `name,address,investor id,country,class,custodian,treasury,lost
Ann,%s,A1,FI,A,,,
Ann,%s,A1,DE,B,,,yes
Bank,%s,,DE,A,yes,,
Issuer,%s,,,,,yes,
`

func identities(t testing.TB) Identities {
	ids, err := ReadIdentities("ids.csv", strings.NewReader(fmt.Sprintf(people, person(1), person(2), person(3), person(4))))
	check(t, err)
	return ids
}

func owners(t testing.TB, rows string) *Beneficial {
	b, err := ReadBeneficial("owners.csv", strings.NewReader("custodian,name,investor id,balance,country\n"+rows))
	check(t, err)
	return b
}

func TestGroups(t *testing.T) {
	st := book(t, "Token", 2, 0, 9, move{1, 0, 1, n(100)}, move{2, 0, 2, n(50)}, move{3, 0, 3, n(300)}, move{4, 0, 4, n(400)}, move{5, 0, 5, n(70)}, move{6, 0, 6, n(80)})
	behind := owners(t, person(3).Hex()+",Ann,A1,0.5,FI\n"+person(3).Hex()+",Cid,,2.5,\n")
	cases := []struct {
		name   string
		change func(*Query)
		want   string
	}{
		{"investors", func(q *Query) { q.GroupBy = ByInvestor },
			"Issuer (treasury) 1 4.00 40.00|Bank (custodian) 1 3.00 30.00|Ann (lost) 2 1.50 15.00|<Unknown> 06 1 0.80 8.00|<Unknown> 05 1 0.70 7.00"},
		{"beneficial owners", func(q *Query) { q.GroupBy, q.Beneficial = ByInvestor, behind },
			"Issuer (treasury) 1 4.00 40.00|Cid 1 2.50 25.00|Ann (lost) 3 2.00 20.00|<Unknown> 06 1 0.80 8.00|<Unknown> 05 1 0.70 7.00"},
		{"countries", func(q *Query) { q.GroupBy = ByCountry }, "<Unknown> 3 3 5.50 55.00|DE 2 2 3.50 35.00|FI 1 1 1.00 10.00"},
		{"countries of beneficial owners", func(q *Query) { q.GroupBy, q.Beneficial = ByCountry, behind }, "<Unknown> 4 4 8.00 80.00|FI 1 2 1.50 15.00|DE 1 1 0.50 5.00"},
		{"classes by name", func(q *Query) { q.GroupBy, q.OrderBy, q.Direction = ByClass, ByName, Descending }, "B 1 1 0.50 5.00|A 2 2 4.00 40.00|<Unknown> 3 3 5.50 55.00"},
		{"the first", func(q *Query) { q.GroupBy, q.MaxEntries = ByClass, 1 }, "<Unknown> 3 3 5.50 55.00"},
		{"by address", func(q *Query) { q.GroupBy, q.OrderBy, q.Direction, q.MaxEntries = ByInvestor, ByAddress, Ascending, 1 }, "Ann (lost) 2 1.50 15.00"},
		{"by last transfer", func(q *Query) { q.GroupBy, q.OrderBy, q.MaxEntries = ByInvestor, ByUpdated, 1 }, "<Unknown> 06 1 0.80 8.00"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			table, err := Build(t.Context(), st, query(func(q *Query) { q.Identities = identities(t) }, c.change))
			check(t, err)
			var got []string
			for _, row := range table.Cells() {
				row = append(row[1:len(row)-3], row[len(row)-2:]...)
				if name, a, ok := strings.Cut(row[0], " 0x"); ok {
					row[0] = name + " " + a[:2]
				}
				got = append(got, strings.Join(row, " "))
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("\n got %s\nwant %s", s, c.want)
			}
			if table.Holders != 6 || len(table.Rows) != 0 || (table.LeftOut > 0) != strings.Contains(fmt.Sprint(table.Notes), "left out") {
				t.Errorf("%+v", table)
			}
			for i, columns := range []int{len(table.Columns()), len(table.CSVColumns())} {
				for _, row := range [][][]string{table.Cells(), table.CSVCells()}[i] {
					if len(row) != columns {
						t.Errorf("%d cells under %d columns", len(row), columns)
					}
				}
			}
		})
	}
	table, err := Build(t.Context(), st, query(func(q *Query) { q.Identities = identities(t) }))
	check(t, err)
	if len(table.Marked) != 3 || table.Marked[0].Mark != MarkCustodian || table.Marked[1].Balance != "4" || table.Marked[2].Percent != "5.00" {
		t.Errorf("marked %+v", table.Marked)
	}
	_, err = Build(t.Context(), st, query(func(q *Query) { q.Beneficial = owners(t, person(3).Hex()+",Cid,,2.5,\n") }))
	if !fault.Is(err, fault.Usage) || !strings.Contains(err.Error(), "row 2, column balance: the balances behind custodian") {
		t.Errorf("a wrong sum: %v", err)
	}
}

func TestCSVIsExactAndHarmless(t *testing.T) {
	st := book(t, "Token", 18, 0, 9, move{1, 0, 1, n(1)})
	table, err := Build(t.Context(), st, query(func(q *Query) {
		q.Identities = Identities{person(1): {Name: "=HYPERLINK(\"http://x\",\"a,b\")", Country: "@x", Investor: "+1", Type: "-2"}}
	}))
	check(t, err)
	var b strings.Builder
	w := csv.NewWriter(&b)
	check(t, w.WriteAll(table.CSVCells()))
	rows, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
	check(t, err)
	want := "1|'=HYPERLINK(\"http://x\",\"a,b\")|" + person(1).Hex() + "|2023-11-14T22:13:32Z|0.000000000000000001|100.00|1|1|'+1|'-2|'@x||"
	if got := strings.Join(rows[0], "|"); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// TestGroupsHoldAll compares groups with the table by address: whatever the grouping, all is held by somebody.
func TestGroupsHoldAll(t *testing.T) {
	fewChecks(t)
	rapid.Check(t, func(rt *rapid.T) {
		var moves []move
		for i := range rapid.IntRange(1, 20).Draw(rt, "moves") {
			moves = append(moves, move{uint64(i), 0, byte(rapid.IntRange(1, 8).Draw(rt, "to")), n(int64(rapid.IntRange(0, 9).Draw(rt, "raw")))})
		}
		st := book(t, "", 0, 0, 30, moves...)
		by := rapid.SampledFrom(GroupBys()).Draw(rt, "by")
		table, err := Build(t.Context(), st, query(func(q *Query) { q.GroupBy, q.Identities = by, identities(t) }))
		if err != nil {
			rt.Fatal(err)
		}
		sum := new(big.Int)
		wallets := map[common.Address]bool{}
		for _, l := range table.lines() {
			sum.Add(sum, l.raw)
			for _, a := range l.addresses {
				wallets[a] = true
			}
		}
		if sum.Cmp(table.AccountedSupplyRaw.Int()) != 0 || len(wallets) != table.Holders {
			rt.Fatalf("by %s: %s of %s, %d wallets of %d", by, sum, table.AccountedSupply, len(wallets), table.Holders)
		}
	})
}

func TestCompare(t *testing.T) {
	st := book(t, "Token", 2, 0, 20, move{1, 0, 1, n(100)}, move{2, 0, 2, n(50)}, move{5, 0, 3, n(300)},
		move{11, 1, 5, n(40)}, move{12, 2, 1, n(50)}, move{13, 3, 6, n(100)}, move{14, 7, 7, n(0)})
	cases := []struct {
		name     string
		at, with *uint64
		by       GroupBy
		want     string
	}{
		{"from then to now", nil, ptr(uint64(10)), ByHolder, "lost Bank 3 2 -1|joined <Unknown> 0 1 1|left Ann 0.5 0 -0.5|joined <Unknown> 0 0.4 0.4|gained Ann 1 1.1 0.1"},
		{"the other way round", ptr(uint64(10)), ptr(uint64(20)), ByHolder, "lost Bank 3 2 -1|joined <Unknown> 0 1 1|left Ann 0.5 0 -0.5|joined <Unknown> 0 0.4 0.4|gained Ann 1 1.1 0.1"},
		{"investors", nil, ptr(uint64(10)), ByInvestor, "lost Bank 3 2 -1|joined <Unknown> 0 1 1|lost Ann 1.5 1.1 -0.4|joined <Unknown> 0 0.4 0.4"},
		{"countries", nil, ptr(uint64(10)), ByCountry, "lost DE 3.5 2 -1.5|joined <Unknown> 0 1.4 1.4|gained FI 1 1.1 0.1"},
		{"nothing", nil, ptr(uint64(20)), ByHolder, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			q := query(func(q *Query) { q.Identities, q.AtBlock, q.GroupBy = identities(t), c.at, c.by })
			got, err := Compare(t.Context(), st, q, q.At(When{Block: c.with}))
			check(t, err)
			var lines []string
			for _, row := range got.Cells(Defuse) {
				lines = append(lines, strings.Join(append(row[:2], row[3:]...), " "))
			}
			if s := strings.Join(lines, "|"); s != c.want {
				t.Errorf("\n got %s\nwant %s", s, c.want)
			}
			if len(got.Changes) != got.Joined+got.Left+got.Gained+got.Lost || got.From.AsOf.Block > got.To.AsOf.Block {
				t.Errorf("%+v", got)
			}
		})
	}
	one := query(func(q *Query) { q.MaxEntries = 1 })
	short, err := Compare(t.Context(), st, one, one.At(When{Block: ptr(uint64(10))}))
	check(t, err)
	if len(short.Changes) != 1 || short.LeftOut != 4 || short.Joined != 2 {
		t.Errorf("a cut one: %+v", short)
	}
	for name, w := range map[string]When{"beyond": {Block: ptr(uint64(21))}, "both": {Block: ptr(uint64(2)), Time: ptr(time.Unix(timeOf(3), 0))}} {
		if _, err := Compare(t.Context(), st, query(), query().At(w)); !fault.Is(err, fault.Usage) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
