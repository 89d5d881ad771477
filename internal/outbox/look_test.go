package outbox_test

import (
	"bytes"
	"fmt"
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/testchain"
)

// TestALookThatFailsHalfway has the chain go on between an update's look and its receipts, so that it looks once more; by then no
// second node answers, and the first does not tell its genesis block.
func TestALookThatFailsHalfway(t *testing.T) {
	chain := testchain.Embedded(t)
	r := newRig(t, chain, "")
	token := r.token()
	r.prepare(pay(token, "a", 10))
	r.send()

	paid := chain.WaitMined(common.HexToHash(r.lastHash()))
	before := fmt.Appendf(nil, `["0x%x"`, paid.BlockNumber.Uint64()-1)
	var later, mended atomic.Bool // the receipts were asked for; the nodes are whole again
	serve := func(refuse func(body []byte) bool) string {
		return inFront(t, chain.URL, func(w http.ResponseWriter, body []byte, pass func(http.ResponseWriter, []byte)) {
			if bytes.Contains(body, []byte("eth_getTransactionReceipt")) {
				later.Store(true)
			}
			if !mended.Load() && later.Load() && refuse(body) {
				panic(http.ErrAbortHandler)
			}
			if !later.Load() {
				body = bytes.ReplaceAll(body, []byte(`["latest"`), before)
			}
			pass(w, body)
		})
	}
	first := serve(func(body []byte) bool { return bytes.Contains(body, []byte(`["0x0"`)) })
	second := serve(func([]byte) bool { return true })
	n, err := node.Dial(ctx, node.Options{URLs: []string{first, second}, ChainID: chain.ChainID, Timeout: 5 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(n.Close)
	path := copyDatabase(t, r.path)
	half := newRig(t, chain, path, through(n))
	if rep, err := half.Update(ctx); err == nil {
		t.Errorf("an update with half a look: %+v", rep)
	}
	if !later.Load() {
		t.Error("no receipt was asked for")
	}
	mended.Store(true)
	if half.settle(); half.states() != "final final" {
		t.Errorf("states %s", half.states())
	}
}
