package captable

import (
	"database/sql"
	"encoding/json"
	"flag"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/store"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const (
	chain   = 1337
	blockT0 = 1_700_000_000 // time of block 0; blocks are 12 seconds apart
)

func timeOf(block uint64) int64 { return blockT0 + 12*int64(block) }

var tokenAt = common.HexToAddress("0xabcdef0000000000000000000000000000000001")

type move struct {
	block    uint64
	from, to byte // addresses by their last byte; 0 is the zero address
	raw      *big.Int
}

func person(n byte) common.Address {
	if n == 0 {
		return common.Address{}
	}
	return common.Address{0: n, 19: n}
}

// fewChecks lowers the number of rapid's runs, each of which makes a database; not in a deep run.
func fewChecks(t *testing.T) {
	t.Helper()
	if os.Getenv("STO_DEEP") != "" {
		return
	}
	f := flag.Lookup("rapid.checks")
	was := f.Value.String()
	check(t, f.Value.Set("25"))
	t.Cleanup(func() { check(t, f.Value.Set(was)) })
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// book writes a token with its transfers, scanned from a block to another.
func book(t testing.TB, name string, decimals int, first, scanned uint64, moves ...move) *store.Store {
	t.Helper()
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "db.sqlite"))
	check(t, err)
	t.Cleanup(func() { check(t, st.Close()) })
	check(t, st.SQLTx(t.Context(), func(tx *sql.Tx) error {
		if _, err := tx.Exec(`INSERT INTO token (id, chain_id, address, genesis_hash, name, symbol, decimals, first_block, complete, scanned_to)
			VALUES (1, ?, ?, '0x', ?, 'SYM', ?, ?, 1, ?)`, chain, eth.Lower(tokenAt), name, decimals, first, scanned); err != nil {
			return err
		}
		ids := map[byte]int64{}
		id := func(n byte) int64 {
			if _, ok := ids[n]; !ok {
				ids[n] = int64(len(ids)) + 1
				if _, err := tx.Exec(`INSERT INTO holder (id, address) VALUES (?, ?)`, ids[n], person(n).Bytes()); err != nil {
					t.Fatal(err)
				}
			}
			return ids[n]
		}
		for i, m := range moves {
			if _, err := tx.Exec(`INSERT INTO transfer VALUES (1, ?, ?, ?, ?, 0, ?, ?, ?)`, m.block, i, timeOf(m.block), make([]byte, 32), id(m.from), id(m.to),
				eth.EncodeRaw(m.raw)); err != nil {
				return err
			}
		}
		return nil
	}))
	checkpoint(t, st, scanned, nil)
	return st
}

// checkpoint adds one; total is the contract's word on the supply, nil for none.
func checkpoint(t testing.TB, st *store.Store, block uint64, total *big.Int) {
	t.Helper()
	var raw, agreed any
	if total != nil {
		raw, agreed = eth.EncodeRaw(total), 1
	}
	check(t, st.SQLTx(t.Context(), func(tx *sql.Tx) error {
		_, err := tx.Exec(`INSERT OR REPLACE INTO checkpoint (token_id, block, hash, time, final, reconciled, total_supply) VALUES (1, ?, ?, ?, ?, ?, ?)`,
			block, common.BigToHash(new(big.Int).SetUint64(block)).Hex(), timeOf(block), block <= 20, agreed, raw)
		return err
	}))
}

func n(v int64) *big.Int { return big.NewInt(v) }

func sample(t testing.TB) *store.Store {
	st := book(t, "Evil \u202e\x1b[31mtoken", 2, 10, 40,
		move{10, 0, 1, n(100_000)}, move{12, 1, 2, n(33_333)}, move{15, 1, 3, n(33_333)}, move{15, 3, 4, n(1)}, move{20, 4, 5, n(1)}, move{30, 2, 1, n(1)})
	checkpoint(t, st, 20, nil)
	checkpoint(t, st, 40, n(100_000))
	return st
}

func query(change ...func(*Query)) Query {
	q := Query{Chain: chain, Token: tokenAt, Accuracy: 2, Identities: Identities{person(1): {Name: "bob"}, person(2): {Name: "Alice"}, person(3): {Name: "Bo\u202eb"}}}
	for _, f := range change {
		f(&q)
	}
	return q
}

func lines(t testing.TB, st *store.Store, q Query) (*Table, string) {
	t.Helper()
	table, err := Build(t.Context(), st, q)
	check(t, err)
	var s strings.Builder
	for _, c := range table.Cells() {
		fmt.Fprintf(&s, "%s %s %s %s %s\n", c[0], c[1], c[2][2:4], c[4], c[5])
	}
	return table, s.String()
}

func TestBuild(t *testing.T) {
	st := sample(t)
	at := func(b uint64) func(*Query) { return func(q *Query) { q.AtBlock = &b } }
	when := func(unix int64) func(*Query) {
		return func(q *Query) { m := time.Unix(unix, 999_999_999); q.AtTime = &m }
	}
	by := func(o OrderBy, d Direction) func(*Query) { return func(q *Query) { q.OrderBy, q.Direction = o, d } }
	empty := func(q *Query) { q.IncludeEmpty = true }
	cases := []struct {
		name string
		q    Query
		want string
	}{
		{"now", query(), "1 bob 01 333.35 33.34\n2 Alice 02 333.32 33.33\n3 Bob 03 333.32 33.33\n4 <Unknown> 05 0.01 0.00\n"},
		{"with empty ones", query(empty), "1 bob 01 333.35 33.34\n2 Alice 02 333.32 33.33\n3 Bob 03 333.32 33.33\n4 <Unknown> 05 0.01 0.00\n5 <Unknown> 04 0.00 0.00\n"},
		{"upwards", query(by(ByBalance, Ascending)), "1 <Unknown> 05 0.01 0.00\n2 Alice 02 333.32 33.33\n3 Bob 03 333.32 33.33\n4 bob 01 333.35 33.34\n"},
		{"by name", query(by(ByName, Ascending)), "1 Alice 02 333.32 33.33\n2 bob 01 333.35 33.34\n3 Bob 03 333.32 33.33\n4 <Unknown> 05 0.01 0.00\n"},
		{"by name, downwards", query(by(ByName, Descending)), "1 Bob 03 333.32 33.33\n2 bob 01 333.35 33.34\n3 Alice 02 333.32 33.33\n4 <Unknown> 05 0.01 0.00\n"},
		{"by last transfer", query(by(ByUpdated, Descending)), "1 bob 01 333.35 33.34\n2 Alice 02 333.32 33.33\n3 <Unknown> 05 0.01 0.00\n4 Bob 03 333.32 33.33\n"},
		{"by address", query(by(ByAddress, Descending)), "1 <Unknown> 05 0.01 0.00\n2 Bob 03 333.32 33.33\n3 Alice 02 333.32 33.33\n4 bob 01 333.35 33.34\n"},
		{"the first two", query(func(q *Query) { q.MaxEntries = 2 }), "1 bob 01 333.35 33.34\n2 Alice 02 333.32 33.33\n"},
		{"no decimals", query(func(q *Query) { q.Accuracy = 0 }), "1 bob 01 333 33\n2 Alice 02 333 33\n3 Bob 03 333 33\n4 <Unknown> 05 0 0\n"},
		{"more decimals than there are", query(func(q *Query) { q.Accuracy = 4; q.MaxEntries = 1 }), "1 bob 01 333.35 33.3350\n"},
		{"first block", query(at(10)), "1 bob 01 1000.00 100.00\n"},
		{"before a transfer", query(at(14)), "1 bob 01 666.67 66.67\n2 Alice 02 333.33 33.33\n"},
		{"in its block", query(at(15)), "1 bob 01 333.34 33.33\n2 Alice 02 333.33 33.33\n3 Bob 03 333.32 33.33\n4 <Unknown> 04 0.01 0.00\n"},
		{"at its second", query(when(timeOf(15))), "1 bob 01 333.34 33.33\n2 Alice 02 333.33 33.33\n3 Bob 03 333.32 33.33\n4 <Unknown> 04 0.01 0.00\n"},
		{"a second before", query(when(timeOf(15) - 1)), "1 bob 01 666.67 66.67\n2 Alice 02 333.33 33.33\n"},
		{"the second of the last block", query(when(timeOf(40))), "1 bob 01 333.35 33.34\n2 Alice 02 333.32 33.33\n3 Bob 03 333.32 33.33\n4 <Unknown> 05 0.01 0.00\n"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			table, got := lines(t, st, c.q)
			if got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
			if (table.LeftOut > 0) != (c.q.MaxEntries > 0) || len(table.Rows) == 0 {
				t.Errorf("%d left out of %d", table.LeftOut, table.Holders)
			}
		})
	}
}

func TestAsOf(t *testing.T) {
	st := sample(t)
	cases := []struct {
		name   string
		block  uint64
		time   int64
		want   AsOf
		known  bool // the time
		source SupplySource
	}{
		{"final checkpoint", 20, 0, AsOf{Block: 20, Final: true}, true, FromEvents},
		{"block of a transfer", 30, 0, AsOf{Block: 30}, true, FromEvents},
		{"a block of nothing", 31, 0, AsOf{Block: 31}, false, FromEvents},
		{"last", 40, 0, AsOf{Block: 40}, true, FromContract},
		{"time between", 0, timeOf(25) + 3, AsOf{Block: 20, Final: true}, true, FromEvents},
		{"time after a transfer", 0, timeOf(31), AsOf{Block: 30}, true, FromEvents},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			q := query(func(q *Query) { q.AtBlock = &c.block })
			want := timeOf(c.block)
			if c.time != 0 {
				m := time.Unix(c.time, 0)
				q.AtBlock, q.AtTime, want = nil, &m, c.time
			}
			table, err := Build(t.Context(), st, q)
			check(t, err)
			got := table.AsOf
			if got.Block != c.want.Block || got.Final != c.want.Final || (got.Time != nil) != c.known || got.Time != nil && got.Time.Unix() != want {
				t.Errorf("as of %+v (%v), want %+v", got, got.Time, c.want)
			}
			if table.TotalSupplySource != c.source || table.TotalSupply != "1000" {
				t.Errorf("total %s of %s", table.TotalSupply, table.TotalSupplySource)
			}
		})
	}
}

func TestBuildRefuses(t *testing.T) {
	st := sample(t)
	early, late := time.Unix(timeOf(9), 0), time.Unix(timeOf(40)+1, 0)
	cases := map[string]struct {
		q          Query
		says, hint string
	}{
		"not scanned":      {query(func(q *Query) { q.Token = person(9) }), "was not scanned", "sto token-scan --token-address 0x09"},
		"another chain":    {query(func(q *Query) { q.Chain = 1 }), "on chain 1 was not scanned", "token-scan"},
		"beyond the scan":  {query(func(q *Query) { q.AtBlock = ptr(uint64(41)) }), "block 41 lies beyond block 40", "token-scan"},
		"a block too high": {query(func(q *Query) { q.AtBlock = ptr(^uint64(0)) }), "lies beyond block 40", "token-scan"},
		"before the scan":  {query(func(q *Query) { q.AtBlock = ptr(uint64(9)) }), "block 9 lies before block 10", "nothing of the token happened"},
		"too early":        {query(func(q *Query) { q.AtTime = &early }), "2023-11-14T22:15:08Z is before", "nothing of the token happened"},
		"too late":         {query(func(q *Query) { q.AtTime = &late }), "is later than block 40", "token-scan"},
		"before 1970":      {query(func(q *Query) { q.AtTime = ptr(time.Unix(-5, 0)) }), "before any chain", ""},
		"both":             {query(func(q *Query) { q.AtTime, q.AtBlock = &early, ptr(uint64(20)) }), "not both", ""},
		"order":            {query(func(q *Query) { q.OrderBy = "size\x1b" }), `ordered by "size"`, "balance, name, updated or address"},
		"direction":        {query(func(q *Query) { q.Direction = "up" }), `direction "up"`, "asc or desc"},
		"entries":          {query(func(q *Query) { q.MaxEntries = -1 }), "-1 entries", ""},
		"accuracy":         {query(func(q *Query) { q.Accuracy = 78 }), "accuracy of 78", ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := Build(t.Context(), st, c.q)
			if err == nil || !fault.Is(err, fault.Usage) || !strings.Contains(err.Error(), c.says) || !strings.Contains(fault.Hint(err), c.hint) {
				t.Errorf("error %v (hint %q), want one of class usage that says %q", err, fault.Hint(err), c.says)
			}
		})
	}
}

func ptr[T any](v T) *T { return &v }

// TestJSON keeps the form that scripts rely on.
func TestJSON(t *testing.T) {
	st := book(t, "Big token", 18, 0, 9, move{1, 0, 1, new(big.Int).Exp(n(10), n(40), nil)}, move{2, 2, 1, n(5)})
	checkpoint(t, st, 9, n(1))
	check(t, st.SQLTx(t.Context(), func(tx *sql.Tx) error {
		_, err := tx.Exec(`UPDATE checkpoint SET reconciled = 0, differences = '[{"address":"0x0100000000000000000000000000000000000001","accounted_raw":"7","contract_raw":null}]'`)
		return err
	}))
	table, err := Build(t.Context(), st, query(func(q *Query) { q.MaxEntries = 1 }))
	check(t, err)
	got, err := json.MarshalIndent(table, "", "  ")
	check(t, err)
	got = append(got, '\n')
	golden := filepath.Join("testdata", "table.json")
	if *update {
		check(t, os.WriteFile(golden, got, 0o644))
	}
	want, err := os.ReadFile(golden)
	check(t, err)
	if string(got) != string(want) {
		t.Errorf("got\n%s", got)
	}
	var back Table
	check(t, json.Unmarshal(got, &back))
	if back.Rows[0].BalanceRaw.Int().Cmp(table.Rows[0].BalanceRaw.Int()) != 0 {
		t.Error("a balance does not read back")
	}
}

// TestTableAgreesWithModel compares tables of the past with a plain sum.
func TestTableAgreesWithModel(t *testing.T) {
	fewChecks(t)
	rapid.Check(t, func(rt *rapid.T) {
		var moves []move
		block := uint64(10)
		for range rapid.IntRange(0, 30).Draw(rt, "moves") {
			block += uint64(rapid.IntRange(0, 3).Draw(rt, "gap"))
			moves = append(moves, move{block, byte(rapid.IntRange(0, 4).Draw(rt, "from")), byte(rapid.IntRange(0, 4).Draw(rt, "to")),
				new(big.Int).SetBytes(rapid.SliceOfN(rapid.Byte(), 0, 32).Draw(rt, "raw"))})
		}
		st := book(t, "", 0, 10, block+5, moves...)
		for range 3 {
			b := rapid.Uint64Range(10, block+5).Draw(rt, "as of")
			want, supply := map[common.Address]*big.Int{}, new(big.Int)
			for _, m := range moves {
				if m.block > b {
					break
				}
				for _, x := range []byte{m.from, m.to} {
					if want[person(x)] == nil {
						want[person(x)] = new(big.Int)
					}
				}
				want[person(m.from)].Sub(want[person(m.from)], m.raw)
				want[person(m.to)].Add(want[person(m.to)], m.raw)
			}
			if z := want[person(0)]; z != nil {
				supply.Neg(z)
				delete(want, person(0))
			}
			table, err := Build(t.Context(), st, query(func(q *Query) { q.AtBlock, q.IncludeEmpty = &b, true }))
			if err != nil {
				rt.Fatal(err)
			}
			// A cut table is the start of the whole one.
			short, err := Build(t.Context(), st, query(func(q *Query) { q.AtBlock, q.IncludeEmpty, q.MaxEntries = &b, true, 2 }))
			if err != nil {
				rt.Fatal(err)
			}
			for i, r := range short.Rows {
				if r.Address != table.Rows[i].Address || r.Rank != i+1 {
					rt.Fatalf("row %d of a cut table is of %s, want %s", i, r.Address, table.Rows[i].Address)
				}
			}
			if len(table.Rows) != len(want) || table.AccountedSupplyRaw.Int().Cmp(supply) != 0 {
				rt.Fatalf("%d rows, supply %s; want %d, %s", len(table.Rows), table.AccountedSupply, len(want), supply)
			}
			for _, r := range table.Rows {
				if r.BalanceRaw.Int().Cmp(want[r.Address]) != 0 {
					rt.Fatalf("%s has %s, want %s", r.Address, r.BalanceRaw, want[r.Address])
				}
			}
		}
	})
}

func TestPercentIsExact(t *testing.T) {
	cases := []struct {
		part, whole int64
		places      uint8
		want        string
	}{
		{1, 3, 2, "33.33"}, {2, 3, 2, "66.67"}, {1, 8, 2, "12.50"}, {1, 8, 0, "12"}, {3, 8, 0, "38"}, {1, 200_000, 3, "0.000"}, {3, 200_000, 3, "0.002"},
		{-1, 3, 2, "-33.33"}, {-1, 8, 0, "-12"}, {-3, 8, 0, "-38"}, {5, 0, 2, "0.00"}, {0, 5, 1, "0.0"}, {1, 1, 0, "100"}, {1, -3, 2, "-33.33"},
	}
	for _, c := range cases {
		if got := percent(n(c.part), n(c.whole), c.places); got != c.want {
			t.Errorf("%d of %d: %s, want %s", c.part, c.whole, got, c.want)
		}
	}
}
