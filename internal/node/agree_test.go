package node

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
)

func TestSendToAll(t *testing.T) {
	raw := []byte{1, 2, 3}
	takes := func(p *player) { p.result("eth_sendRawTransaction", crypto.Keccak256Hash(raw)) }
	says := func(message string) func(*player) {
		return func(p *player) { p.fails("eth_sendRawTransaction", -32000, message, nil) }
	}
	plays := func(f trick) func(*player) { return func(p *player) { p.plays(f) } }
	for _, tc := range []struct {
		name string
		a, b func(*player)
		want Outcome
	}{
		{"both take it", takes, takes, Accepted},
		{"one is dead", plays(drop), takes, Accepted},
		{"one refuses", says("insufficient funds"), takes, Accepted},
		{"one knows it, one lacks earlier ones", says("nonce too high"), says("already known"), Known},
		{"mined for one, refused by the other", says("invalid sender"), says("nonce too low"), NonceLow},
		{"refused by one, unclear at the other", says("invalid sender"), says("oops"), Unknown},
		{"refused by both", says("invalid sender"), says("exceeds block gas limit"), Rejected},
		{"refused by one, too cheap for the other", says("invalid sender"), says("transaction underpriced"), FeeLow},
		{"limited by one, refused by the other", plays(status(429, "")), says("invalid sender"), Rejected},
		{"broken at one, refused by the other", plays(status(500, "")), says("invalid sender"), Unknown},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a, b := newPlayer(t, 10), newPlayer(t, 10)
			c := dialAll(t, a.URL, b.URL)
			tc.a(a)
			tc.b(b)
			start := time.Now()
			got := c.SendRaw(t.Context(), [][]byte{raw})[0]
			if got.Outcome != tc.want {
				t.Errorf("%v (%v), want %v", got.Outcome, got.Err, tc.want)
			}
			if time.Since(start) > 3*time.Second {
				t.Errorf("took %v", time.Since(start))
			}
		})
	}
	t.Run("a slow node is not waited for", func(t *testing.T) {
		a, b := newPlayer(t, 10), newPlayer(t, 10)
		takes(a)
		c := dialAll(t, a.URL, b.URL)
		b.plays(func(http.ResponseWriter, []request, bool) bool {
			time.Sleep(4 * time.Second)
			panic(http.ErrAbortHandler)
		})
		start := time.Now()
		if got := c.SendRaw(t.Context(), [][]byte{raw})[0]; got.Outcome != Accepted || time.Since(start) > 3*time.Second {
			t.Errorf("%v after %v", got, time.Since(start))
		}
	})
}

func TestConfirm(t *testing.T) {
	tx := common.Hash{7}
	receipt := func(block, status uint64) map[string]any {
		return map[string]any{"transactionHash": tx, "blockHash": blockHash(block), "blockNumber": hexutil.Uint64(block), "status": hexutil.Uint64(status), "gasUsed": "0x1"}
	}
	holds := func(p *player, txs ...common.Hash) {
		p.methods["eth_getBlockByHash"] = func(params []json.RawMessage) (any, *rpcError) {
			return map[string]any{"hash": params[0], "transactions": append([]common.Hash{}, txs...)}, nil
		}
	}
	says := func(r any) func(*player) { return func(p *player) { p.result("eth_getTransactionReceipt", r) } }
	for _, tc := range []struct {
		name string
		b, c func(*player)
		want Verdict
	}{
		{"both say the same", says(receipt(5, 1)), says(receipt(5, 1)), Confirmed},
		{"one says the same", says(null), says(receipt(5, 1)), Confirmed},
		{"it failed, they say", says(receipt(5, 0)), says(receipt(5, 0)), Contradicted},
		{"it is not in their block", func(p *player) { says(null)(p); holds(p, common.Hash{8}) }, func(p *player) { says(null)(p); holds(p) }, Contradicted},
		{"it is in their block, whose receipts they don't tell", func(p *player) { says(null)(p); holds(p, tx) }, func(p *player) { says(null)(p); holds(p, tx) }, Unconfirmed},
		{"it is in their block, and receipts by block are", func(p *player) {
			says(null)(p)
			holds(p, tx)
			p.result("eth_getBlockReceipts", []any{receipt(5, 1)})
		}, says(null), Confirmed},
		{"they lag", func(p *player) { says(null)(p); p.head.Store(4) }, func(p *player) { says(null)(p); p.head.Store(4) }, Unconfirmed},
		{"they are on a fork", func(p *player) { says(null)(p); p.fork.Store(5) }, func(p *player) { says(null)(p); p.fork.Store(5) }, Unconfirmed},
		{"they don't answer", func(p *player) { p.plays(drop) }, func(p *player) { p.plays(status(500, "")) }, Unconfirmed},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a, b, third := newPlayer(t, 10), newPlayer(t, 10), newPlayer(t, 10)
			says(receipt(5, 1))(a)
			c := dialAll(t, a.URL, b.URL, third.URL)
			tc.b(b)
			tc.c(third)
			got, err := c.Receipts(t.Context(), []common.Hash{tx})
			if err != nil {
				t.Fatal(err)
			}
			verdicts, err := c.Confirm(t.Context(), append(got, nil))
			if err != nil || verdicts[0] != tc.want || verdicts[1] != Unconfirmed {
				t.Errorf("%v, %v; want %v", verdicts, err, tc.want)
			}
			if tc.want == Contradicted {
				third.plays(nil)
				b.plays(nil)
				if head(t, c); c.URL() == a.URL {
					t.Error("the node that is contradicted is still asked first")
				}
			}
		})
	}
}

func TestAgreed(t *testing.T) {
	for _, tc := range []struct {
		name string
		b    func(*player)
		want uint64
		ok   bool
	}{
		{"at the same block", func(*player) {}, 10, true},
		{"ahead", func(p *player) { p.head.Store(12) }, 10, true},
		{"behind", func(p *player) { p.head.Store(8) }, 8, true},
		{"on a fork", func(p *player) { p.fork.Store(10) }, 0, false},
		{"behind on a fork", func(p *player) { p.head.Store(8); p.fork.Store(7) }, 0, false},
		{"gone", func(p *player) { p.plays(drop) }, 0, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a, b := newPlayer(t, 10), newPlayer(t, 10)
			c := dialAll(t, a.URL, b.URL)
			mine, err := c.pin(c.endpoints[0]).Header(t.Context(), Latest)
			if err != nil {
				t.Fatal(err)
			}
			tc.b(b)
			h, ok, err := c.Agreed(t.Context(), mine, latest)
			if err != nil || ok != tc.ok || ok && h.Number != tc.want {
				t.Errorf("%+v, %v, %v", h, ok, err)
			}
		})
	}
}

func TestBatchGrowsAgain(t *testing.T) {
	h := newHostile(t)
	h.methods["double"] = double
	c := h.dial()
	e := c.current()
	h.plays(atMost(100, firstOnly))
	if err := doubles(t, c, 300); err != nil || e.batchMax.Load() != 75 {
		t.Fatalf("%v, %d calls per request", err, e.batchMax.Load())
	}
	h.plays(nil) // the provider takes more again
	if err := doubles(t, c, 75*70+500*40); err != nil {
		t.Fatal(err)
	}
	if n := e.batchMax.Load(); n <= 75 {
		t.Errorf("still %d calls per request", n)
	}
	h.plays(atMost(100, firstOnly)) // it does not: after each refusal it is tried less often
	before := e.patience.Load()
	if err := doubles(t, c, 600); err != nil || e.batchMax.Load() > 100 || e.patience.Load() <= before {
		t.Errorf("%v, %d calls per request, patience %d after %d", err, e.batchMax.Load(), e.patience.Load(), before)
	}
}

func TestSecretsOfAllNodesAreMasked(t *testing.T) {
	a, b := newPlayer(t, 10), newPlayer(t, 10)
	const canary = "abcdefghij0123456789canary"
	urls := []string{a.URL + "/" + canary, b.URL + "/?key=" + canary}
	a.fails("eth_gasPrice", -32000, "no key "+canary, nil)
	c := dialAll(t, urls...)
	b.plays(status(403, canary))
	texts := fmt.Sprint(c, c.URL(), c.Call(t.Context(), nil, "eth_gasPrice"))
	a.plays(drop)
	texts += fmt.Sprint(c.Call(t.Context(), nil, "eth_gasPrice"), c.SendRaw(t.Context(), [][]byte{{1}}))
	_, err := Dial(t.Context(), Options{URLs: urls, ChainID: 99})
	texts += fmt.Sprint(err)
	if strings.Contains(texts, canary) {
		t.Errorf("the key stands in %s", texts)
	}
}
