package outbox

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
)

// Update asks the node for the fate of what was sent, and records it. Only positive evidence moves a state: a receipt in a
// canonical block, another block where ours stood, a final foreign transaction on our nonce. With an error it returns what it
// learnt before, nil where that is nothing.
func (o *Outbox) Update(ctx context.Context) (*Report, error) {
	v, err := o.look(ctx)
	if err != nil {
		return nil, err
	}
	changed, updateErr := o.refresh(ctx, v)
	if updateErr != nil && (len(changed.moved) == 0 || ctx.Err() != nil) {
		return nil, updateErr
	}
	rep, err := o.report(ctx, v, changed.moved, changed.failed)
	return rep, errors.Join(updateErr, err)
}

// found is what the chain says of one intent.
type found struct {
	intent  *store.Intent
	attempt *store.Attempt
	receipt *node.Receipt  // a receipt of ours in a canonical block
	orphan  *store.Receipt // what we held for mined stands in no canonical block
	settled *store.Receipt // what we hold stands in a canonical block, though the node gave no receipt
	foreign *node.Tx       // a final transaction of somebody else holds our nonce
	unclear string         // our nonce is used, finally, and why nobody can say by what
	reason  string         // why it reverted

	unsure bool // no second node confirms the receipt yet
	denied bool // orphan's block stands, but another node shows that the transaction is not in it
}

// evidence asks the node about the intents.
func (o *Outbox) evidence(ctx context.Context, v *view, rows []store.Intent, attempts map[int64][]store.Attempt, held map[int64]*store.Receipt) ([]found, error) {
	var hashes []common.Hash
	for _, r := range rows {
		for _, a := range attempts[r.ID] {
			hashes = append(hashes, common.HexToHash(a.Hash))
		}
	}
	receipts, err := o.receipts(ctx, hashes)
	if err != nil {
		return nil, err
	}
	if err := o.askOthers(ctx, v, rows, attempts, receipts, hashes); err != nil {
		return nil, err
	}
	if o.Finality.Instant && slices.ContainsFunc(receipts, func(r *node.Receipt) bool { return r != nil && r.BlockNumber > v.head.Number }) {
		if err := o.blocks(ctx, v); err != nil { // the chain went on since the look, and what it shows is final
			return nil, err
		}
	}
	canonical, err := o.canonical(ctx, v, receipts, held)
	if err != nil {
		return nil, err
	}
	settled, err := o.finalCount(ctx, v)
	if err != nil {
		settled = 0 // the node holds no state there: nothing follows from that
	}
	var out []found
	next := 0
	for n := range rows {
		r := &rows[n]
		f := found{intent: r}
		for k := range attempts[r.ID] {
			if rc := receipts[next]; rc != nil && canonical[rc.BlockNumber] == rc.BlockHash {
				f.receipt, f.attempt = rc, &attempts[r.ID][k]
			}
			next++
		}
		h := held[r.ID]
		switch {
		case f.receipt != nil:
			if r.State != store.Mined || h == nil || h.BlockHash != hex(f.receipt.BlockHash) || f.receipt.BlockNumber <= v.final.Number {
				out = append(out, f)
			}
		case h != nil:
			at, known := canonical[h.BlockNum]
			switch {
			case known && hex(at) != h.BlockHash:
				f.orphan = h
				out = append(out, f)
			case known && (h.BlockNum <= v.final.Number || o.Node.Several()): // its receipt is not indexed any more, its block stands
				f.settled = h
				out = append(out, f)
			}
		case r.Nonce < settled:
			if err := o.consumed(ctx, v, &f, attempts[r.ID]); err != nil {
				return nil, err
			}
			if err := o.consumedForAll(ctx, v, &f, attempts[r.ID]); err != nil {
				return nil, err
			}
			if (f.foreign != nil) || (f.unclear != "" && r.State != store.Unclear) {
				out = append(out, f)
			}
		}
	}
	if out, err = o.confirmed(ctx, v, out, attempts, held); err != nil {
		return nil, err
	}
	for n := range out {
		if f := &out[n]; f.receipt != nil && f.receipt.Status == 0 {
			f.reason = o.whyReverted(ctx, f.intent, f.receipt)
		}
	}
	return out, nil
}

// canonical returns the hashes of the blocks in question, as far as the node has them.
func (o *Outbox) canonical(ctx context.Context, v *view, receipts []*node.Receipt, held map[int64]*store.Receipt) (map[uint64]common.Hash, error) {
	want := map[uint64]bool{}
	for _, r := range receipts {
		if r != nil {
			want[r.BlockNumber] = true
		}
	}
	for _, h := range held {
		if h.BlockNum <= v.head.Number {
			want[h.BlockNum] = true
		}
	}
	numbers := make([]uint64, 0, len(want))
	for n := range want {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	headers, err := o.Node.Headers(ctx, numbers)
	if err != nil {
		return nil, err
	}
	out := make(map[uint64]common.Hash, len(numbers))
	for n, h := range headers {
		if h != nil {
			out[numbers[n]] = h.Hash
		}
	}
	return out, nil
}

// consumed finds out by what a finally used nonce was used.
func (o *Outbox) consumed(ctx context.Context, v *view, f *found, attempts []store.Attempt) error {
	tx, err := o.Node.TxBySenderNonce(ctx, o.Sender, f.intent.Nonce, 0, v.final.Number)
	switch {
	case errors.Is(err, node.ErrNotFound), errors.Is(err, node.ErrNoState), errors.Is(err, node.ErrPruned):
		if o.now()-f.intent.ChangedAt >= unclearAfter.Microseconds() {
			f.unclear = fmt.Sprintf("nonce %d is used, and the node can't say by which transaction", f.intent.Nonce)
		}
		return nil
	case errors.Is(err, node.ErrAheadOfHead): // it contradicts itself
		return nil
	case err != nil:
		return err
	}
	for _, a := range attempts {
		if a.Hash == hex(tx.Hash) {
			return nil // ours: its receipt will come
		}
	}
	f.foreign = tx
	return nil
}

// unclearAfter is for how long nothing must have been heard of a transaction before it counts as unclear: a node whose index
// lags gives no receipts for a while.
const unclearAfter = 10 * time.Minute

// whyReverted runs a reverted transaction again on the states before and after its block, where the node still holds them:
// what made it fail may stand in the same block.
func (o *Outbox) whyReverted(ctx context.Context, i *store.Intent, r *node.Receipt) string {
	if r.GasUsed >= i.Gas {
		return "out of gas"
	}
	if r.BlockNumber == 0 {
		return unknownReason
	}
	m := o.message(i)
	m.Nonce = nil
	var revert *node.RevertError
	for _, at := range []uint64{r.BlockNumber - 1, r.BlockNumber} {
		if _, err := o.Node.CallContract(ctx, m, node.At(at)); errors.As(err, &revert) {
			return o.words(err, nil)
		}
	}
	return unknownReason
}
