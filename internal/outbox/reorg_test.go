package outbox_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/testchain"
)

// finalAt is the depth from which on a block is final in the tests of reorganisations.
const finalAt = 8

// deepest is the deepest reorganisation of these tests.
const deepest = 12

// TestReorgDepths replaces 1 to 12 blocks, with a transaction below them, one in the first of them and one that is on its
// way, and each time both with a database that has looked at the chain just before, and with one that has not. What was in
// the replaced blocks is on its way again and is mined again, by the same bytes; what is below them stays. Where something
// that was final is gone, nothing moves and nothing is sent.
func TestReorgDepths(t *testing.T) {
	for name, start := range map[string]func(testing.TB, ...testchain.Option) *testchain.Node{"geth": testchain.Geth, "anvil": testchain.Anvil} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := start(t)
			w := &reorged{t: t, chain: c, line: newUnwilling(t, c.URL)}
			w.open()
			for depth := 1; depth <= deepest; depth++ {
				for _, looked := range []bool{false, true} {
					w.round(depth, looked)
				}
			}
			if got := wei(t, c, receiver); got != int64(w.paid) {
				t.Errorf("the receiver holds %d wei, want %d", got, w.paid)
			}
		})
	}
}

type reorged struct {
	t     *testing.T
	chain *testchain.Node
	line  *unwilling
	r     *rig
	paid  int // wei
	made  int // gifts
}

// open begins with a fresh database, and all that the chain tells.
func (w *reorged) open() {
	w.t.Helper()
	w.r = newRig(w.t, w.chain, "", depth(finalAt), through(dial(w.t, w.line.URL, w.chain.ChainID)))
	w.chain.Mine(finalAt)
	w.r.adopt()
}

// one sends a gift of one wei and leaves it in a block.
func (w *reorged) one() outbox.Line {
	w.t.Helper()
	w.made++
	w.r.prepare(gift(fmt.Sprint("r", w.made), 1))
	w.r.send()
	w.chain.WaitMined(common.HexToHash(w.latest().TxHash)) // not settle, which makes blocks on anvil
	w.r.update()
	return w.latest()
}

func (w *reorged) latest() outbox.Line {
	w.t.Helper()
	l, err := w.r.Last(ctx, 1)
	if err != nil {
		w.t.Fatal(err)
	}
	return l[0]
}

// lastStates are the states of the latest three transactions.
func (w *reorged) lastStates() string {
	words := strings.Fields(w.r.states())
	return strings.Join(words[len(words)-3:], " ")
}

func (w *reorged) round(depth int, looked bool) {
	t, r, c := w.t, w.r, w.chain
	t.Helper()
	where := fmt.Sprintf("depth %d, looked %v", depth, looked)
	w.one()
	first := w.one() // in the lowest block that is replaced
	w.made++
	r.prepare(gift(fmt.Sprint("r", w.made), 1))
	w.line.refuse.Store(true)
	_, err := r.Broadcast(ctx, outbox.BroadcastOptions{})
	w.line.refuse.Store(false)
	wants(t, err, fault.Pending, "the node did not take")
	c.Mine(depth - 1)
	if head := c.Head(); head != first.Block+uint64(depth)-1 {
		t.Fatalf("%s: head %d, the first replaced block %d", where, head, first.Block)
	}
	if looked {
		r.update()
	}
	before := w.lastStates()
	lost := looked && depth > finalAt
	if want := "mined mined pending"; !lost && !(looked && depth == finalAt) && before != want {
		t.Errorf("%s: before the reorg %s, want %s", where, before, want)
	}
	c.Reorg(depth)
	if lost {
		if before != "final final pending" {
			t.Errorf("%s: before the reorg %s", where, before)
		}
		w.refused(where, before)
		w.paid++ // the one below
		w.open()
		return
	}
	r.update()
	if got := strings.Fields(w.lastStates())[1:]; strings.Join(got, " ") != "pending pending" {
		t.Errorf("%s: after the reorg %s", where, w.lastStates())
	}
	if state := strings.Fields(w.lastStates())[0]; state == "pending" {
		t.Errorf("%s: what is below the replaced blocks is pending", where)
	}
	r.send()
	r.settle()
	c.Mine(finalAt)
	r.update()
	if got := w.lastStates(); got != "final final final" {
		t.Errorf("%s: at the end %s", where, got)
	}
	again, err := r.Last(ctx, 2)
	if err != nil {
		t.Fatal(err)
	}
	if again[1].TxHash != first.TxHash || again[1].Block == 0 {
		t.Errorf("%s: mined as %s, then as %s", where, first.TxHash, again[1].TxHash)
	}
	r.sound()
	w.paid += 3
}

// refused checks that nothing is done once something that was final is gone.
func (w *reorged) refused(where, before string) {
	w.t.Helper()
	sent := w.line.sent.Load()
	for what, err := range map[string]error{
		"update":    second(w.r.Update(ctx)),
		"prepare":   second(w.r.try(gift("never", 1))),
		"broadcast": second(w.r.Broadcast(ctx, outbox.BroadcastOptions{})),
		"bump":      second(w.r.Bump(ctx, nil, outbox.BroadcastOptions{})),
		"fill":      second(w.r.Fill(ctx)),
		"adopt":     second(w.r.Adopt(ctx, outbox.AdoptOptions{})),
	} {
		if !fault.Is(err, fault.Conflict) {
			w.t.Errorf("%s: %s: %v", where, what, err)
		}
	}
	if got := w.lastStates(); got != before || w.line.sent.Load() != sent {
		w.t.Errorf("%s: %s, then %s; %d requests sent transactions", where, before, got, w.line.sent.Load()-sent)
	}
	w.r.sound()
}

func second[T any](_ T, err error) error { return err }

// unwilling is a real node behind a proxy that can have it refuse all transactions.
type unwilling struct {
	URL    string
	refuse atomic.Bool
	sent   atomic.Int64 // requests that send transactions
}

func newUnwilling(t *testing.T, target string) *unwilling {
	t.Helper()
	l := &unwilling{}
	l.URL = inFront(t, target, func(w http.ResponseWriter, body []byte, pass func(http.ResponseWriter, []byte)) {
		if !bytes.Contains(body, []byte("eth_sendRawTransaction")) {
			pass(w, body)
			return
		}
		if l.sent.Add(1); !l.refuse.Load() {
			pass(w, body)
			return
		}
		single := !bytes.HasPrefix(body, []byte("["))
		if single {
			body = append(append([]byte("["), body...), ']')
		}
		var calls []struct {
			ID json.RawMessage `json:"id"`
		}
		if err := json.Unmarshal(body, &calls); err != nil {
			t.Errorf("proxy: %v", err)
		}
		var answers []string
		for _, c := range calls {
			answers = append(answers, `{"jsonrpc":"2.0","id":`+string(c.ID)+`,"error":{"code":-32000,"message":"transaction underpriced"}}`)
		}
		text := "[" + strings.Join(answers, ",") + "]"
		if single {
			text = answers[0]
		}
		w.Header().Set("Content-Type", "application/json")
		if _, err := io.WriteString(w, text); err != nil {
			t.Logf("proxy: %v", err)
		}
	})
	return l
}
