package captable

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/store"
)

func ledgerCSV(t testing.TB, st *store.Store, change func(*LedgerQuery)) [][]string {
	t.Helper()
	q := LedgerQuery{Chain: chain, Token: tokenAt, Identities: Identities{person(1): {Name: `=cmd|"x",1`}, person(2): {Name: "Alice"}}}
	change(&q)
	var b bytes.Buffer
	sink := NewLedgerCSV(&b, &q)
	given, err := Ledger(t.Context(), st, q, sink)
	check(t, err)
	check(t, sink.Close())
	rows, err := csv.NewReader(&b).ReadAll()
	check(t, err)
	if len(rows) != given+1 {
		t.Errorf("%d rows for %d entries", len(rows), given)
	}
	return rows
}

func TestLedger(t *testing.T) {
	st := sample(t)
	check(t, st.DB().Exec(`UPDATE transfer SET kind = 3 WHERE block = 20`).Error)
	all := ledgerCSV(t, st, func(q *LedgerQuery) { q.Balances = true })
	want := []string{
		"#,Block,Log,Time,Transaction,Kind,From,From name,To,To name,Amount,From balance,To balance",
		"1,10,0,2023-11-14T22:15:20Z,issuance,00,,01,'=cmd|\"x\",1,1000,,1000",
		"2,12,1,2023-11-14T22:15:44Z,transfer,01,'=cmd|\"x\",1,02,Alice,333.33,666.67,333.33",
		"3,15,2,2023-11-14T22:16:20Z,transfer,01,'=cmd|\"x\",1,03,<Unknown>,333.33,333.34,333.33",
		"4,15,3,2023-11-14T22:16:20Z,transfer,03,<Unknown>,04,<Unknown>,0.01,333.32,0.01",
		"5,20,4,2023-11-14T22:17:20Z,forced transfer,04,<Unknown>,05,<Unknown>,0.01,0,0.01",
		"6,30,5,2023-11-14T22:19:20Z,transfer,02,Alice,01,'=cmd|\"x\",1,0.01,333.32,333.35",
	}
	for i, row := range all {
		if i > 0 {
			row[6], row[8] = row[6][2:4], row[8][2:4]
			if row[4] != (common.Hash{}).Hex() {
				t.Errorf("transaction %s", row[4])
			}
			row = append(row[:4], row[5:]...)
		}
		if got := strings.Join(row, ","); got != want[i] {
			t.Errorf("row %d\n got %s\nwant %s", i, got, want[i])
		}
	}
	day := func(block uint64) *time.Time { m := time.Unix(timeOf(block), 0); return &m }
	filters := map[string]struct {
		change func(*LedgerQuery)
		want   string // the numbers
	}{
		"holder":      {func(q *LedgerQuery) { q.Holders = []common.Address{person(2)} }, "2 6"},
		"two holders": {func(q *LedgerQuery) { q.Holders = []common.Address{person(2), person(5)} }, "2 5 6"},
		"nobody":      {func(q *LedgerQuery) { q.Holders = []common.Address{person(9)} }, ""},
		"from block":  {func(q *LedgerQuery) { q.From.Block = ptr(uint64(15)) }, "3 4 5 6"},
		"to block":    {func(q *LedgerQuery) { q.To.Block = ptr(uint64(15)) }, "1 2 3 4"},
		"before it":   {func(q *LedgerQuery) { q.To.Block = ptr(uint64(3)) }, ""},
		"from time":   {func(q *LedgerQuery) { q.From.Time = day(20) }, "5 6"},
		"to time":     {func(q *LedgerQuery) { q.To.Time = day(20) }, "1 2 3 4 5"},
		"all together": {func(q *LedgerQuery) {
			q.From.Time, q.To.Block, q.Holders = day(12), ptr(uint64(15)), []common.Address{person(3)}
		}, "3 4"},
	}
	for name, c := range filters {
		t.Run(name, func(t *testing.T) {
			var numbers []string
			for _, row := range ledgerCSV(t, st, c.change)[1:] {
				numbers = append(numbers, row[0])
			}
			if got := strings.Join(numbers, " "); got != c.want {
				t.Errorf("entries %s, want %s", got, c.want)
			}
		})
	}
	// Balances are from the beginning, whatever is left out.
	rows := ledgerCSV(t, st, func(q *LedgerQuery) { q.Balances, q.From.Block = true, ptr(uint64(30)) })
	if len(rows) != 2 || rows[1][12] != "333.35" {
		t.Errorf("the last entry alone: %v", rows)
	}
	for name, q := range map[string]LedgerQuery{"beyond the scan": {To: When{Block: ptr(uint64(41))}}, "later": {To: When{Time: day(41)}}, "not scanned": {Token: person(1)}} {
		if q.Chain = chain; q.Token == (common.Address{}) {
			q.Token = tokenAt
		}
		if _, err := Ledger(t.Context(), st, q, NewLedgerCSV(&bytes.Buffer{}, &q)); !fault.Is(err, fault.Usage) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestLedgerJSON reads the streamed document back into the type that the reference tells of.
func TestLedgerJSON(t *testing.T) {
	st := sample(t)
	for _, balances := range []bool{false, true} {
		for name, q := range map[string]LedgerQuery{"all": {}, "none": {Holders: []common.Address{person(9)}}} {
			q.Chain, q.Token, q.Balances, q.Identities = chain, tokenAt, balances, Identities{person(1): {Name: "Bo\u202eb"}}
			var b bytes.Buffer
			sink := NewLedgerJSON(&b, &q)
			given, err := Ledger(t.Context(), st, q, sink)
			check(t, err)
			check(t, sink.Close())
			var doc LedgerDoc
			in := json.NewDecoder(bytes.NewReader(b.Bytes()))
			in.DisallowUnknownFields()
			check(t, in.Decode(&doc))
			again, err := json.Marshal(&doc)
			check(t, err)
			var plain bytes.Buffer
			check(t, json.Compact(&plain, b.Bytes()))
			if plain.String() != string(again) || len(doc.Entries) != given {
				t.Errorf("%s\nread back\n%s", plain.String(), again)
			}
			if name == "all" && (given != 6 || (doc.Entries[5].ToBalanceRaw != nil) != balances || doc.Entries[0].ToName != "Bob") {
				t.Errorf("%s: %+v", name, doc)
			}
		}
	}
}

// TestAmountsOfEntries compares the quick formatting with the one of everything else.
func TestAmountsOfEntries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := new(big.Int).SetBytes(rapid.SliceOfN(rapid.Byte(), 0, 32).Draw(t, "raw"))
		decimals := uint8(rapid.IntRange(0, 77).Draw(t, "decimals"))
		w, err := decodeWord(eth.EncodeRaw(v))
		if err != nil {
			t.Fatal(err)
		}
		e := Entry{raw: w}
		var s sum
		s.sub(&w)
		p := Party{balance: &s}
		if got, want := e.Amount(decimals), eth.FormatAmount(v, decimals); got != want || e.AmountRaw() != v.String() {
			t.Fatalf("%s (%s), want %s", got, e.AmountRaw(), want)
		}
		if got, want := p.Balance(decimals), eth.FormatAmount(new(big.Int).Neg(v), decimals); got != want {
			t.Fatalf("balance %s, want %s", got, want)
		}
	})
}

func TestDefuse(t *testing.T) {
	for in, want := range map[string]string{"": "", "Ann": "Ann", "=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM": "'@SUM", " =1": "' =1", "'x": "''x",
		"\t=1": "'\t=1", "＝1": "'＝1", "a=1": "a=1", "<Unknown>": "<Unknown>"} {
		if got := Defuse(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
