package outbox_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/testchain"
)

// held stands before a node and keeps account of what it holds of Keys[0]: handed to it, and not mined.
type held struct {
	URL  string
	most atomic.Int64  // at any time
	gaps atomic.Int64  // transactions that came before one with a lower nonce
	next atomic.Uint64 // the nonce after the highest
}

func newHeld(t *testing.T, chain *testchain.Node) *held {
	t.Helper()
	h := &held{}
	direct, err := ethclient.Dial(chain.URL)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(direct.Close)
	first, err := direct.NonceAt(t.Context(), chain.Address(0), nil)
	if err != nil {
		t.Fatal(err)
	}
	h.next.Store(first)
	h.URL = inFront(t, chain.URL, func(w http.ResponseWriter, body []byte, pass func(http.ResponseWriter, []byte)) {
		var calls []struct {
			Method string
			Params []json.RawMessage
		}
		list := body
		if !bytes.HasPrefix(body, []byte("[")) {
			list = fmt.Appendf(nil, "[%s]", body)
		}
		if err := json.Unmarshal(list, &calls); err != nil {
			t.Error(err)
		}
		if len(calls) == 0 || calls[0].Method != "eth_sendRawTransaction" {
			pass(w, body)
			return
		}
		mined, err := direct.NonceAt(t.Context(), chain.Address(0), nil)
		if err != nil {
			t.Error(err)
		}
		for _, c := range calls {
			var raw hexutil.Bytes
			var tx types.Transaction
			if err := json.Unmarshal(c.Params[0], &raw); err != nil {
				t.Error(err)
			}
			if err := tx.UnmarshalBinary(raw); err != nil {
				t.Error(err)
			}
			if tx.Nonce() > h.next.Load() {
				h.gaps.Add(1)
			}
			h.next.Store(max(h.next.Load(), tx.Nonce()+1))
		}
		h.most.Store(max(h.most.Load(), int64(h.next.Load())-int64(mined)))
		pass(w, body)
	})
	return h
}

// TestMoreIsExposedThanSent begins where a pass ended that had exposed more than it had sent: that is sent first, in order and
// within the window.
func TestMoreIsExposedThanSent(t *testing.T) {
	t.Parallel()
	const rows, marked = 700, 150
	chain := testchain.Geth(t)
	r := newRig(t, chain, "")
	token := r.token()
	r.prepare(units(token, "row-%d", rows)...)
	expose(t, r.path, 2, 1+marked) // the first is the token

	h := newHeld(t, chain)
	again := newRig(t, chain, r.path, through(dial(t, h.URL, chain.ChainID)))
	_, err := again.Broadcast(ctx, outbox.BroadcastOptions{NoWait: true})
	wants(t, err, fault.Pending, "transactions still wait to be sent")
	if n := strings.Count(again.states(), "signed"); n < rows-marked-outbox.Window {
		t.Errorf("%d wait, of %d", n, rows-marked)
	}
	if rep := again.send(); rep.Waiting != 0 || rep.NewlyFailed != 0 {
		t.Errorf("%+v", rep)
	}
	r.settle()
	if got := r.balance(token, receiver); got != rows {
		t.Errorf("the receiver holds %d", got)
	}
	if most, gaps := h.most.Load(), h.gaps.Load(); most > outbox.Window || gaps > 0 {
		t.Errorf("the node held %d at most, %d came too early", most, gaps)
	}
}

// TestBroadcastStopsAtWhatWouldFail has a payment in a long queue that the account can't make: those before it are sent and
// mined, it is not, nor is what comes after it.
func TestBroadcastStopsAtWhatWouldFail(t *testing.T) {
	t.Parallel()
	const rows, good = 800, 600
	chain := testchain.Geth(t)
	r := newRig(t, chain, "")
	token := r.deploy(good)
	chain.WaitMined(common.HexToHash(r.lastHash()))
	r.prepare(units(token, "unit-%d", rows)...)

	h := newHeld(t, chain)
	again := newRig(t, chain, r.path, through(dial(t, h.URL, chain.ChainID)))
	_, err := again.Broadcast(ctx, outbox.BroadcastOptions{})
	wants(t, err, fault.Refused, "unit-600 (nonce 601) would fail now")
	if n := h.next.Load(); n != good+1 {
		t.Errorf("handed over up to nonce %d", n)
	}
	for n, state := range strings.Fields(r.states()) {
		if sent := n <= good; sent != (state != "signed") {
			t.Fatalf("the transaction with nonce %d is %s", n, state)
		}
	}
	if rep := r.settle(); rep.Waiting != rows-good || rep.NewlyFailed != 0 {
		t.Errorf("%+v", rep)
	}
	if got := r.balance(token, receiver); got != good {
		t.Errorf("the receiver holds %d", got)
	}
	if most, gaps := h.most.Load(), h.gaps.Load(); most > outbox.Window || gaps > 0 {
		t.Errorf("the node held %d at most, %d came too early", most, gaps)
	}
}
