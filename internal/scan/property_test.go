package scan

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/testchain"
)

// times is how often something is done, in ordinary and in deep runs.
func times(ordinary, long int) int {
	if os.Getenv("STO_DEEP") != "" {
		return long
	}
	return ordinary
}

// content is the hash of all that is stored of a token's transfers, in their order.
func content(t testing.TB, st *store.Store, token common.Address) string {
	t.Helper()
	rows, err := st.SQL().Query(`SELECT block, log_index, time, tx, kind, f.address, r.address, raw FROM transfer x
		JOIN token k ON k.id = x.token_id JOIN holder f ON f.id = from_id JOIN holder r ON r.id = to_id
		WHERE k.address = lower(?) ORDER BY block, log_index`, token.Hex())
	check(t, err)
	defer rows.Close()
	h := sha256.New()
	n := 0
	for ; rows.Next(); n++ {
		var block, index, time, kind int64
		var tx, from, to, raw []byte
		check(t, rows.Scan(&block, &index, &time, &tx, &kind, &from, &to, &raw))
		fmt.Fprintln(h, block, index, time, tx, kind, from, to, raw)
	}
	check(t, rows.Err())
	return fmt.Sprintf("%d rows, %x", n, h.Sum(nil))
}

// TestAnySplittingKillsAndReorgs is the property that all else serves: however a scan is cut into ranges, wherever it is
// stopped, and whatever the chain takes back meanwhile, it ends with the rows and the tables of a scan at one go.
func TestAnySplittingKillsAndReorgs(t *testing.T) {
	n := testchain.Anvil(t)
	b := newBench(t, n)
	fewChecks(t, times(6, 80))
	rapid.Check(t, func(rt *rapid.T) {
		if n.Head() > 300 { // anvil keeps the states of some 500 blocks at hand, and goes back to a wrong one beyond
			n.Stop()
			n.Start()
		}
		b.store, b.node = openStore(t), dial(t, n.URL)
		b.renonce()
		token, _ := b.style("Busy")
		created := b.mined
		p := newProxy(t, n.URL)
		p.widest = rapid.Uint64Range(1, 12).Draw(rt, "blocks at most")
		p.most = rapid.SampledFrom([]int{0, 3, 40}).Draw(rt, "logs at most")
		p.limits = func() uint64 { return 1 + rand.Uint64N(p.widest) } // another limit each time
		through := &bench{t: t, n: n, node: dial(t, p.URL), store: b.store, nonce: b.nonce}
		play := func(label string) {
			for range rapid.IntRange(1, 3).Draw(rt, label) {
				b.send(0, &token, callData("play(uint256,uint256,uint256)", rapid.IntRange(0, 1<<30).Draw(rt, "seed"), rapid.IntRange(0, 8).Draw(rt, "movements"), 6))
				n.Mine(rapid.IntRange(0, 4).Draw(rt, "quiet blocks") + 1)
			}
		}
		reorg := func() {
			if room := int(n.Head() - created); room > 0 {
				n.Reorg(rapid.IntRange(1, min(room, 40)).Draw(rt, "depth"))
				b.renonce()
				play("instead")
			}
		}
		play("at first")
		for range rapid.IntRange(1, 6).Draw(rt, "steps") {
			switch rapid.SampledFrom([]string{"play", "scan", "killed", "killed", "reorg", "scan and reorg"}).Draw(rt, "step") {
			case "play":
				play("more")
			case "scan":
				through.scan(token)
			case "killed":
				ctx, kill := context.WithCancel(t.Context())
				left := rapid.IntRange(0, 8).Draw(rt, "ranges until the kill")
				_, err := run1(ctx, through.scanner(), Options{Tokens: []common.Address{token}, Reconcile: true, Progress: func(uint64, uint64) {
					if left--; left <= 0 {
						kill()
					}
				}})
				kill()
				if err != nil && !errors.Is(err, context.Canceled) {
					rt.Fatalf("killed: %v", err)
				}
			case "reorg":
				reorg()
			case "scan and reorg":
				left := rapid.IntRange(1, 8).Draw(rt, "ranges until the reorganisation")
				_, err := run1(t.Context(), through.scanner(), Options{Tokens: []common.Address{token}, Reconcile: true, Progress: func(uint64, uint64) {
					if left--; left == 0 {
						reorg()
					}
				}})
				if err != nil && !fault.Is(err, fault.Node) { // the head may have gone below the scan
					rt.Fatalf("reorganised: %v", err)
				}
			}
		}
		if res, err := run1(t.Context(), through.scanner(), Options{Tokens: []common.Address{token}, Reconcile: true}); fault.Is(err, fault.Node) && res != nil {
			n.Mine(40) // the chain grows past where the scan stood
		} else if err != nil {
			rt.Fatalf("at the end: %v", err)
		}
		if res := through.scan(token); res.Check.Outcome != captable.Agreed {
			rt.Fatalf("at the end: %+v", res.Check)
		}
		fresh := apart(t, n, b.node)
		fresh.scan(token)
		if got, want := content(t, b.store, token), content(t, fresh.store, token); got != want {
			rt.Fatalf("rows: %s, at one go %s", got, want)
		}
		for _, at := range []uint64{n.Head(), rapid.Uint64Range(created, n.Head()).Draw(rt, "as of")} {
			if got, want := through.table(token, &at), fresh.table(token, &at); got != want {
				rt.Fatalf("as of %d\n%s, at one go\n%s", at, got, want)
			}
		}
	})
}

// TestReorgsInTheMiddle has the chain change by 1 to 40 blocks while it is read.
func TestReorgsInTheMiddle(t *testing.T) {
	for kind, start := range map[string]func(testing.TB, ...testchain.Option) *testchain.Node{
		testchain.KindGeth: testchain.Geth, testchain.KindAnvil: testchain.Anvil,
	} {
		t.Run(kind, func(t *testing.T) {
			n := start(t, testchain.Archive())
			b := newBench(t, n)
			token, _ := b.style("Busy")
			play := func(k int) {
				for range k {
					b.send(0, &token, callData("play(uint256,uint256,uint256)", rand.IntN(1<<30), 3, 5))
				}
			}
			play(42)
			p := newProxy(t, n.URL)
			p.widest = 4
			depths := []int{1, 2, 17, 40}
			if times(0, 1) == 1 {
				depths = depths[:0]
				for d := range 40 {
					depths = append(depths, d+1)
				}
			}
			for _, depth := range depths {
				b.store = openStore(t)
				through := &bench{t: t, n: n, node: dial(t, p.URL), store: b.store}
				left := 1 + rand.IntN(9)
				res := through.scan(token, func(o *Options) {
					o.Progress = func(uint64, uint64) {
						if left--; left == 0 {
							n.Reorg(depth)
							b.renonce()
							play(2)
						}
					}
				})
				through.scan(token) // what the chain grew by meanwhile
				fresh := apart(t, n, b.node)
				fresh.scan(token)
				if got, want := content(t, b.store, token), content(t, fresh.store, token); got != want || res.Check.Outcome != captable.Agreed {
					t.Errorf("%d blocks: %s, at one go %s; %+v", depth, got, want, res.Check)
				}
			}
		})
	}
}

// TestLongHistory plays a random history on an archive node: cap tables of random blocks are what balanceOf() said there.
func TestLongHistory(t *testing.T) {
	movements, holders, blocks := times(2_000, 100_000), times(200, 5_000), times(5, 50)
	n := testchain.Geth(t, testchain.Archive())
	b := newBench(t, n)
	token, _ := b.style("Busy")
	first := n.Head()
	const perBlock = 250
	for i := 0; i < movements; i += perBlock {
		b.postGas(0, &token, callData("play(uint256,uint256,uint256)", rand.IntN(1<<30), perBlock, holders), 16_000_000)
		if i%(8*perBlock) == 0 {
			n.WaitMined(b.last)
		}
	}
	if r := n.WaitMined(b.last); r.Status != 1 {
		t.Fatal("the last transaction failed")
	}
	res := b.scan(token)
	if res.Transfers != movements {
		t.Fatalf("%d transfers of %d", res.Transfers, movements)
	}
	for range blocks {
		at := first + rand.Uint64N(res.ScannedTo.Block-first+1)
		b.agreesTogether(token, at)
	}
	t.Logf("%d movements of %d holders in %d blocks", movements, res.Holders, res.ScannedTo.Block-first)
	p := newProxy(t, n.URL)
	p.most = movements / 10 // 10,000 in the long run, as providers have it
	p.says = func(_, _, most uint64) (int, string) {
		return -32005, fmt.Sprintf("query returned more than %d results", most)
	}
	through := apart(t, n, dial(t, p.URL))
	through.scan(token)
	if got, want := content(t, through.store, token), content(t, b.store, token); got != want || p.refused == 0 {
		t.Errorf("with %d events an answer, %d times refused: %s, at one go %s", p.most, p.refused, got, want)
	}
}

// agreesTogether is agrees for many holders: it asks the node for many balances at once.
func (b *bench) agreesTogether(token common.Address, block uint64) {
	b.t.Helper()
	table, err := captable.Build(b.t.Context(), b.store, captable.Query{Chain: b.n.ChainID, Token: token, AtBlock: &block, IncludeEmpty: true})
	check(b.t, err)
	header, err := b.node.Header(b.t.Context(), node.At(block))
	check(b.t, err)
	holders := make([]common.Address, len(table.Rows))
	for i, row := range table.Rows {
		holders[i] = row.Address
	}
	f, err := figuresOf(b.t.Context(), b.node, token, holders, header.Hash)
	check(b.t, err)
	if f.supply.Cmp(table.AccountedSupplyRaw.Int()) != 0 {
		b.t.Errorf("block %d: supply %s, the contract says %s", block, table.AccountedSupplyRaw, f.supply)
	}
	sum := new(big.Int)
	for i, row := range table.Rows {
		if f.balances[i].Cmp(row.BalanceRaw.Int()) != 0 {
			b.t.Errorf("block %d: %s has %s, the contract says %s", block, row.Address, row.BalanceRaw, f.balances[i])
		}
		sum.Add(sum, f.balances[i])
	}
	if sum.Cmp(f.supply) != 0 {
		b.t.Errorf("block %d: the table leaves out %s", block, sum.Sub(f.supply, sum))
	}
}
