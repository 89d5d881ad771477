package scan

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/testchain"
)

// before puts a gate before a proxy: it answers itself, and then returns true, or lets pass.
func before(t *testing.T, target string, gate func(w http.ResponseWriter, n int32, body []byte) bool) string {
	var count atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil || gate(w, count.Add(1), body) {
			return
		}
		resp, err := http.Post(target, "application/json", bytes.NewReader(body))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer resp.Body.Close()
		w.Header().Set("Content-Type", "application/json")
		if _, err := io.Copy(w, resp.Body); err != nil {
			t.Log(err)
		}
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// TestProvidersWays has providers with the usual limits of ranges, in their own words, and such as refuse whole requests:
// whatever they do, the table is the same.
func TestProvidersWays(t *testing.T) {
	n := testchain.Anvil(t)
	b := newBench(t, n)
	token := b.plain(1_000_000)
	for i := range int64(6) {
		b.transfer(0, token, n.Address(1+int(i%2)), 1+i)
		n.Mine(20)
	}
	n.Mine(2_000) // enough for ranges to grow beyond 1,000
	want := b.fresh(token)

	ranges := map[string]struct {
		widest uint64
		code   int
		text   string
	}{
		"50, a range":        {50, -32602, "exceed maximum block range: 50"},
		"50, a plan":         {50, -32600, "Under the Free tier plan, you can make eth_getLogs requests with up to a 50 block range"},
		"1,000, two numbers": {1_000, -32000, "range 1600 exceeds limit of 1000"},
		"1,000, a limit":     {1_000, -32005, "eth_getLogs is limited to a 1,000 blocks range"},
	}
	for name, c := range ranges {
		t.Run(name, func(t *testing.T) {
			p := newProxy(t, n.URL)
			p.widest, p.says = c.widest, func(_, _, _ uint64) (int, string) { return c.code, c.text }
			through := apart(t, n, dial(t, p.URL))
			through.scan(token)
			if got := through.table(token, nil); got != want {
				t.Errorf("%s, want\n%s", got, want)
			}
			if p.refused == 0 {
				t.Error("nothing was refused")
			}
		})
	}

	object := func(w http.ResponseWriter, code int, text string) bool {
		fmt.Fprintf(w, `{"jsonrpc":"2.0","id":null,"error":{"code":%d,"message":%q}}`, code, text)
		return true
	}
	calls := func(body []byte) int { return bytes.Count(body, []byte(`"method":`)) }
	gates := map[string]func(w http.ResponseWriter, n int32, body []byte) bool{
		"no batches": func(w http.ResponseWriter, _ int32, body []byte) bool {
			return calls(body) > 1 && object(w, -32600, "batch requests are not supported")
		},
		"batches of three": func(w http.ResponseWriter, _ int32, body []byte) bool {
			return calls(body) > 3 && object(w, -32600, "batch too large")
		},
		"too large a body": func(w http.ResponseWriter, _ int32, body []byte) bool {
			if calls(body) > 5 {
				w.WriteHeader(http.StatusRequestEntityTooLarge)
			}
			return calls(body) > 5
		},
		"asks to wait": func(w http.ResponseWriter, n int32, _ []byte) bool {
			if n%4 == 0 {
				w.Header().Set("Retry-After", "0")
				w.WriteHeader(http.StatusTooManyRequests)
			}
			return n%4 == 0
		},
		"cuts answers": func(w http.ResponseWriter, n int32, _ []byte) bool {
			if n%5 == 0 {
				if _, err := io.WriteString(w, `[{"jsonrpc":"2.0","id":1,"resu`); err != nil {
					t.Log(err)
				}
			}
			return n%5 == 0
		},
	}
	for name, gate := range gates {
		t.Run(name, func(t *testing.T) {
			var refused atomic.Int32
			url := before(t, n.URL, func(w http.ResponseWriter, n int32, body []byte) bool {
				yes := gate(w, n, body)
				if yes {
					refused.Add(1)
				}
				return yes
			})
			through := apart(t, n, dial(t, url))
			through.scan(token)
			if got := through.table(token, nil); got != want {
				t.Errorf("%s, want\n%s", got, want)
			}
			if refused.Load() == 0 {
				t.Error("nothing was refused")
			}
		})
	}
}

// TestWideRanges has providers that take thousands of blocks at once, on a chain of more, with an event in every hundredth.
func TestWideRanges(t *testing.T) {
	n := testchain.Geth(t, testchain.Archive())
	token := crypto.CreateAddress(n.Address(0), 0)
	deploy, err := contract.Builtin().DeployTestToken("Plain token", "PLN", 2, big.NewInt(1e15))
	check(t, err)
	blocks := times(2_500, 50_000)
	n.Import(blocks, func(i int, block *core.BlockGen) {
		if i%100 != 0 {
			return
		}
		tx := &types.DynamicFeeTx{ChainID: new(big.Int).SetUint64(n.ChainID), Nonce: uint64(i / 100), Gas: 100_000, GasFeeCap: big.NewInt(2e9)}
		if i == 0 {
			tx.Data, tx.Gas = deploy, 5_000_000
		} else {
			tx.To, tx.Data = &token, contract.Transfer(n.Address(1+i%2), big.NewInt(int64(i)))
		}
		block.AddTx(types.MustSignNewTx(n.Keys[0], block.Signer(), tx))
	})
	b := newBench(t, n)
	want := b.fresh(token)
	most := times(500, 10_000)
	for text, code := range map[string]int{
		"requested too many blocks from 0 to 50000, maximum is set to %d": -32000,
		"exceed maximum block range: %d":                                  -32602,
		"eth_getLogs is limited to a %d range":                            -32614,
		"ranges over %d blocks are not supported on freetier":             -32012,
	} {
		text = fmt.Sprintf(text, most)
		p := newProxy(t, n.URL)
		p.widest, p.says = uint64(most), func(_, _, _ uint64) (int, string) { return code, text }
		through := apart(t, n, dial(t, p.URL))
		through.scan(token, func(o *Options) { o.Start = new(uint64) })
		if got := through.table(token, nil); got != want {
			t.Errorf("%s: %s, want\n%s", text, got, want)
		}
		if p.refused == 0 || p.refused > 4 {
			t.Errorf("%s: %d ranges refused", text, p.refused)
		}
	}
}

// TestLaggingBackends has a balancer of which one backend lags: it knows neither the last blocks nor their events, and its
// list of events simply ends earlier. The header in the same request tells.
func TestLaggingBackends(t *testing.T) {
	n := testchain.Anvil(t)
	b := newBench(t, n)
	token := b.plain(1_000_000)
	for _, behind := range []uint64{1, 8, 30} {
		p := newProxy(t, n.URL)
		through := apart(t, n, dial(t, p.URL))
		for range 3 {
			for i := range int64(6) {
				b.transfer(0, token, n.Address(1+int(i%2)), 1+i)
				n.Mine(5)
			}
			p.mu.Lock()
			p.stale = n.Head() - behind
			p.mu.Unlock()
			through.scan(token)
			if got, want := through.table(token, nil), b.fresh(token); got != want {
				t.Errorf("%d blocks behind: %s, want\n%s", behind, got, want)
			}
		}
		if p.refused == 0 {
			t.Errorf("%d blocks behind: no backend lagged", behind)
		}
	}
}

// TestPrunedHistory scans through a node that has not the logs of early blocks: nothing is stored, and the reason said. With
// the history back, the same database goes on to the same table.
func TestPrunedHistory(t *testing.T) {
	n := testchain.Anvil(t)
	b := newBench(t, n)
	token := b.plain(1_000_000)
	b.transfer(0, token, n.Address(1), 1)
	n.Mine(50)
	want := b.fresh(token)
	for text, code := range map[string]int{
		"pruned history unavailable":                                            4444,
		"missing trie node 9c1f (path ) state 0x9c1f is not available":          -32000,
		"old data not available due to pruning":                                 -32000,
		"History has been pruned for this block":                                -32000,
		"distance to target block exceeds maximum proof window, pruned history": 4444,
	} {
		p := newProxy(t, n.URL)
		p.widest, p.says = 0, func(_, _, _ uint64) (int, string) { return code, text }
		p.limits = func() uint64 { return 1 }
		through := apart(t, n, dial(t, p.URL))
		_, err := run1(t.Context(), New(through.store, through.node, n.ChainID, Finality{}), Options{Tokens: []common.Address{token}})
		if !errors.Is(err, node.ErrPruned) || !fault.Is(err, fault.Node) {
			t.Errorf("%s: %v", text, err)
		}
		if p.refused > 2 { // two are in flight
			t.Errorf("%s: asked %d times", text, p.refused)
		}
		p.limits = nil
		through.scan(token)
		if got := through.table(token, nil); got != want {
			t.Errorf("%s: %s, want\n%s", text, got, want)
		}
	}
}
