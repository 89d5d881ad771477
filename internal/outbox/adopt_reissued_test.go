package outbox_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/testchain"
)

// reads recognises the payments that calls make, by their data.
func reads(calls ...outbox.Call) outbox.AdoptOptions {
	return outbox.AdoptOptions{Read: func(_ context.Context, txs []*types.Transaction, _ []bool) ([]outbox.Reading, error) {
		out := make([]outbox.Reading, len(txs))
		for n, tx := range txs {
			for _, c := range calls {
				if tx != nil && tx.To() != nil && *tx.To() == *c.To && bytes.Equal(tx.Data(), c.Data) {
					out[n] = outbox.Reading{Kind: c.Kind, Note: c.Note, Wish: c.Payload, Rows: c.Rows}
				}
			}
		}
		return out, nil
	}}
}

// reissued makes a payment that is cancelled and then made anew. It returns a copy of the database in which the cancelling is
// not final yet, the payment, and what was first prepared for it.
func reissued(t *testing.T) (c *testchain.Node, old string, a outbox.Call, p *outbox.Prepared) {
	t.Helper()
	c = testchain.Anvil(t)
	r := newRig(t, c, "", depth(3))
	c.Mine(4)
	token := r.token()
	c.Mine(4)
	r.update()
	a = pay(token, "a", 10)
	p = r.prepare(a)
	c.Call(nil, "evm_setAutomine", false)
	r.send()
	if _, err := r.Cancel(ctx, ids(p), outbox.BroadcastOptions{}); err != nil {
		t.Fatal(err)
	}
	c.Call(nil, "evm_setAutomine", true)
	c.Mine(1)
	r.update()
	if got := r.states(); got != "final mined" {
		t.Fatalf("before the copy: %s", got)
	}
	old = copyDatabase(t, r.path)
	c.Mine(4)
	r.update()
	if _, err := r.Reissue(ctx, "", ids(p), false); err != nil {
		t.Fatal(err)
	}
	r.send()
	r.settle()
	if got := r.states(); got != "final cancelled mined" {
		t.Fatalf("after the reissue: %s", got)
	}
	return c, old, a, p
}

// TestAdoptedReissueTakenBack has an older copy, in which a cancelled payment was not final yet, adopt the payment that was
// made in its place. When the chain takes that one back, it is on its way: the payment must not be made anew beside it.
func TestAdoptedReissueTakenBack(t *testing.T) {
	c, old, a, p := reissued(t)
	token := *a.To

	behind := newRig(t, c, old, depth(3))
	got := behind.adopt(reads(a))
	if len(got.Twice) > 0 || got.New != 1 || behind.states() != "final cancelled mined" {
		t.Errorf("%+v, states %s", got, behind.states())
	}
	c.Reorg(2) // the reissue's block
	behind.update()
	if got := behind.states(); got != "final cancelled pending" {
		t.Errorf("after the reorganisation: %s", got)
	}
	again, err := behind.Reissue(ctx, "", ids(p), false)
	if err != nil || len(again.New) != 0 || len(again.Existing) != 1 {
		t.Errorf("reissued beside what is on its way: %+v, %v", again, err)
	}
	behind.send()
	behind.settle()
	if got := behind.balance(token, receiver); got != 10 {
		t.Errorf("the receiver holds %d, want 10", got)
	}
	behind.sound()
}

// TestAdoptWaitsForTheRowOfAPayment is the same where the copy's row is not final on the chain either, by its own finality.
func TestAdoptWaitsForTheRowOfAPayment(t *testing.T) {
	c, old, a, _ := reissued(t)

	patient := newRig(t, c, old, depth(9))
	got, err := patient.Adopt(ctx, reads(a))
	wants(t, err, fault.Pending, "nothing can be recorded before block")
	if got == nil || got.Left != 1 || len(got.Twice) > 0 {
		t.Fatalf("%+v", got)
	}
	c.Mine(9)
	if got := patient.adopt(reads(a)); got.New != 1 || len(got.Twice) > 0 || patient.states() != "final cancelled final" {
		t.Errorf("%+v, states %s", got, patient.states())
	}
}
