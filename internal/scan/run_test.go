package scan

import (
	"flag"
	"math/big"
	"strconv"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/testchain"
)

// kinds runs a test on every kind of node that keeps all states.
func kinds(t *testing.T, f func(t *testing.T, n *testchain.Node)) {
	for kind, start := range map[string]func(testing.TB, ...testchain.Option) *testchain.Node{
		testchain.KindGeth: testchain.Geth, testchain.KindAnvil: testchain.Anvil, testchain.KindEmbedded: testchain.Embedded,
	} {
		t.Run(kind, func(t *testing.T) { f(t, start(t, testchain.Archive())) })
	}
}

func TestScanAndGoOn(t *testing.T) {
	kinds(t, func(t *testing.T, n *testchain.Node) {
		n.Mine(3)
		b := newBench(t, n)
		token := b.plain(1_000_000)
		created := b.mined
		b.transfer(0, token, n.Address(1), 250_050)
		b.transfer(0, token, n.Address(2), 1)
		n.Mine(2)

		res := b.scan(token)
		if res.Token.Name != "Plain token" || res.Token.Symbol != "PLN" || res.Token.Decimals != 2 || res.Token.NoDecimals {
			t.Errorf("token %+v", res.Token)
		}
		if !res.Token.Complete || res.Token.FirstBlock != created || res.ScannedTo.Block != n.Head() || res.Transfers != 3 || res.Updated != 3 {
			t.Errorf("result %+v, created %d", res, created)
		}
		if res.Check.Outcome != captable.Agreed || res.Check.Asked != 3 || res.Holders != 3 || res.Supply.Int64() != 1_000_000 {
			t.Errorf("check %+v", res.Check)
		}
		table, err := captable.Build(t.Context(), b.store, captable.Query{Chain: n.ChainID, Token: token, Accuracy: 2})
		check(t, err)
		if got := table.Rows[1]; got.Address != n.Address(1) || got.Balance != "2500.5" || got.Percent != "25.00" || got.Shown != "2500.50" || table.Holders != 3 ||
			table.TotalSupply != "10000" || table.TotalSupplySource != captable.FromContract || table.LastScan.Reconciled != captable.Agreed {
			t.Errorf("row %+v of %+v", got, table)
		}
		before := b.table(token, nil)
		if again := b.scan(token); again.Blocks != 0 || again.Transfers != 0 || again.Check.Outcome != captable.Agreed {
			t.Errorf("a scan of nothing new: %+v", again)
		}
		past := n.Head()
		b.transfer(1, token, n.Address(2), 50)
		more := b.scan(token)
		if more.Transfers != 1 || more.Updated != 2 || more.Blocks != more.ScannedTo.Block-past {
			t.Errorf("the next scan: %+v", more)
		}
		if got := b.table(token, &past); got != before {
			t.Errorf("as of block %d:\n%s, then it was\n%s", past, got, before)
		}
		for _, block := range []uint64{created, created + 1, past, b.mined} {
			b.agrees(token, block)
		}
	})
}

// fewChecks lowers the number of rapid's runs, since every transaction is a block of a real chain.
func fewChecks(t *testing.T, n int) {
	f := flag.Lookup("rapid.checks")
	was := f.Value.String()
	check(t, f.Value.Set(strconv.Itoa(n)))
	t.Cleanup(func() { check(t, f.Value.Set(was)) })
}

// TestRandomHistories compares tables of the past with a node that still knows it.
func TestRandomHistories(t *testing.T) {
	n := testchain.Embedded(t)
	b := newBench(t, n)
	fewChecks(t, 10)
	rapid.Check(t, func(rt *rapid.T) {
		token, call := b.oddity()
		first := n.Head()
		who := func(label string) common.Address {
			return common.BytesToAddress([]byte{byte(rapid.IntRange(0, 6).Draw(rt, label))}) // 0 mints and burns
		}
		for range rapid.IntRange(1, 12).Draw(rt, "events") {
			v := new(big.Int).SetBytes(rapid.SliceOfN(rapid.Byte(), 1, 16).Draw(rt, "value"))
			paired := rapid.Bool().Draw(rt, "paired")
			switch rapid.IntRange(0, 5).Draw(rt, "what") {
			case 0:
				call("issue", who("to"), v, paired)
			case 1:
				call("force", who("from"), who("to"), new(big.Int), paired)
			default:
				call("issue", common.BytesToAddress([]byte{byte(rapid.IntRange(1, 6).Draw(rt, "holder"))}), v, paired)
				call("move", common.BytesToAddress([]byte{1}), who("to"), new(big.Int))
			}
			if rapid.IntRange(0, 3).Draw(rt, "scan now") == 0 {
				b.scan(token)
			}
		}
		b.scan(token)
		for range 3 {
			b.agrees(token, rapid.Uint64Range(first, b.mined).Draw(rt, "block"))
		}
	})
}

func TestOddTokens(t *testing.T) {
	n := testchain.Embedded(t)
	b := newBench(t, n)
	alice, bob := n.Address(1), n.Address(2)
	one := big.NewInt(1)

	t.Run("events of the predecessor", func(t *testing.T) {
		token, call := b.oddity()
		call("issue", alice, big.NewInt(100), false)
		call("force", alice, bob, big.NewInt(30), false)
		call("burn", bob, big.NewInt(10), false)
		call("issue", bob, big.NewInt(7), true)
		call("burn", bob, big.NewInt(7), true)
		call("force", alice, bob, big.NewInt(5), true)
		res := b.scan(token)
		if res.Transfers != 6 || res.Supply.Int64() != 90 || res.Check.Outcome != captable.Agreed || !res.Token.NoDecimals || res.Token.Name != "" {
			t.Errorf("result %+v", res)
		}
		b.agrees(token, b.mined)
	})
	t.Run("old forms of events", func(t *testing.T) {
		token, call := b.oddity()
		call("set", alice, big.NewInt(9), big.NewInt(9))
		transfer := [32]byte(contract.TopicTransfer())
		call("log", [][32]byte{transfer}, append(append(word(common.Address{}), word(alice)...), word(9)...))
		call("log", [][32]byte{transfer, topic(alice)}, word(9)) // no form of a transfer
		call("log", [][32]byte{transfer}, []byte{})
		call("log", [][32]byte{}, word(1))
		res := b.scan(token)
		if res.Transfers != 1 || res.Ignored != 2 || res.Check.Outcome != captable.Agreed {
			t.Errorf("result %+v", res)
		}
	})
	t.Run("untold changes", func(t *testing.T) {
		token, call := b.oddity()
		call("move", common.Address{}, alice, big.NewInt(10))
		call("set", bob, one, big.NewInt(11))
		call("move", common.Address{}, bob, one)
		res, err := run1(t.Context(), b.scanner(), Options{Tokens: []common.Address{token}, Reconcile: true})
		if err == nil || !strings.Contains(err.Error(), "in 2 out of 3 figures") || res.Check.Outcome != captable.Differs {
			t.Fatalf("error %v, result %+v", err, res)
		}
		if d := res.Check.Differences; len(d) != 2 || d[0].Address != (common.Address{}) || d[1].Address != bob || d[1].Contract.String() != "2" {
			t.Errorf("differences %v", d)
		}
		table, err := captable.Build(t.Context(), b.store, captable.Query{Chain: n.ChainID, Token: token})
		check(t, err)
		if table.LastScan.Reconciled != captable.Differs || len(table.LastScan.Differences) != 2 || len(table.Notes) != 2 ||
			table.TotalSupply != "12" || table.AccountedSupply != "11" {
			t.Errorf("table %+v", table)
		}
	})
	t.Run("balances below zero", func(t *testing.T) {
		token, call := b.oddity()
		call("set", alice, big.NewInt(5), big.NewInt(5))
		call("move", alice, bob, big.NewInt(5))
		res, err := run1(t.Context(), b.scanner(), Options{Tokens: []common.Address{token}})
		check(t, err)
		if len(res.Negative) != 1 || res.Negative[0].Address != alice || res.Negative[0].Balance.Int64() != -5 || res.Check.Outcome != captable.NotTried {
			t.Errorf("result %+v", res)
		}
		if table := b.table(token, nil); !strings.Contains(table, "-5") {
			t.Errorf("table %s", table)
		}
	})
	t.Run("names", func(t *testing.T) {
		token, call := b.oddity()
		call("answer", [4]byte(contract.Name().Data), text("Evil\u202e\x1b[31m"+strings.Repeat("x", 900)))
		call("answer", [4]byte(contract.Symbol().Data), append([]byte("OLD"), make([]byte, 29)...))
		call("answer", [4]byte(contract.Decimals().Data), word(77))
		res := b.scan(token)
		if len([]rune(res.Token.Name)) != maxName || strings.ContainsAny(res.Token.Name, "\x1b\u202e") || res.Token.Symbol != "OLD" || res.Token.Decimals != 77 {
			t.Errorf("token %+v", res.Token)
		}
		call("answer", [4]byte(contract.Name().Data), text("Renamed"))
		if res := b.scan(token); res.Token.Name != "Renamed" {
			t.Errorf("token %+v", res.Token)
		}
	})
}
