package scan

import (
	"bytes"
	"context"
	"errors"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
)

// The second node may hear of a block later than the first.
const (
	verifyTries = 5
	verifyWait  = 400 * time.Millisecond // after the first try; longer after each
)

// reconcile asks the contract for its supply and every holder's balance at the scanned block, also of those whom the
// events leave with nothing. gone: the block is no longer part of the scanned node's chain.
func (r *run) reconcile(ctx context.Context, t *track, book *captable.Book) (gone bool, err error) {
	start := time.Now()
	check := &t.result.Check
	*check = Reconciliation{Outcome: captable.NotTried, Asked: len(book.Holdings)}
	n := r.s.node
	if r.opts.Verify != nil {
		n = r.opts.Verify
		check.By = n.URL()
	}
	holders := make([]common.Address, len(book.Holdings), len(book.Holdings)+1)
	for i := range book.Holdings {
		holders[i] = book.Holdings[i].Address
	}
	holders = append(holders, common.Address{})
	f, err := figuresOf(ctx, n, t.token.Address, holders, t.result.Hash)
	for try := 1; r.opts.Verify != nil && errors.Is(err, node.ErrNotFound); try++ {
		late, why, herr := r.disagreement(ctx, t.result.ScannedTo.Block)
		if herr != nil {
			return false, herr
		}
		if !late || try == verifyTries {
			check.Why = why
			return false, nil
		}
		if err := pause(ctx, time.Duration(try)*verifyWait); err != nil {
			return false, err
		}
		f, err = figuresOf(ctx, n, t.token.Address, holders, t.result.Hash)
	}
	switch {
	case errors.Is(err, node.ErrNoState):
		check.Why = "the node keeps no state of that block"
		return false, nil
	case errors.Is(err, node.ErrNotFound):
		check.Why = "the block is no longer part of the node's chain"
		return true, nil
	case err != nil:
		return false, err
	}
	check.compare(book, &f)
	if check.Outcome == captable.Differs {
		if err := r.explain(ctx, t, book); err != nil {
			return false, err
		}
	}
	check.Took = time.Since(start)
	return false, nil
}

// compare fills in the outcome. The last of the balances is the zero address's.
func (check *Reconciliation) compare(book *captable.Book, f *figures) {
	check.Supply = f.supply
	agree := f.supply != nil && f.supply.Cmp(book.Supply) == 0
	// Some contracts keep what is sent to the zero address there, and go on counting it.
	if zero := f.balances[len(book.Holdings)]; !agree && f.supply != nil && zero != nil && zero.Sign() > 0 {
		if agree = f.supply.Cmp(new(big.Int).Add(book.Supply, zero)) == 0; agree {
			check.AtZero = zero
		}
	}
	if !agree {
		d := captable.Difference{Accounted: captable.NewRaw(book.Supply)}
		if f.supply != nil {
			d.Contract = captable.NewRaw(f.supply)
		}
		check.Differences = append(check.Differences, d)
	}
	for i, h := range book.Holdings {
		own := f.balances[i]
		if own != nil && own.Cmp(h.Balance) == 0 {
			continue
		}
		d := captable.Difference{Address: h.Address, Accounted: captable.NewRaw(h.Balance)}
		if own != nil {
			d.Contract = captable.NewRaw(own)
		}
		check.Differences = append(check.Differences, d)
	}
	slices.SortFunc(check.Differences, func(a, b captable.Difference) int { return bytes.Compare(a.Address[:], b.Address[:]) })
	check.Outcome = captable.Agreed
	if len(check.Differences) > 0 {
		check.Outcome = captable.Differs
	}
}

// disagreement says why the second node has not the block that the first calls canonical; late: it may get it yet.
func (r *run) disagreement(ctx context.Context, block uint64) (late bool, why string, err error) {
	_, err = r.opts.Verify.Header(ctx, node.At(block))
	switch {
	case errors.Is(err, node.ErrNotFound):
		return true, "the second node has not reached that block", nil
	case ctx.Err() != nil:
		return false, "", ctx.Err()
	case err != nil:
		return false, "", fault.New(fault.Node, "the second node: %w", err)
	}
	return false, "the second node has another block at that height: one of the two follows a fork", nil
}
