package outbox

import (
	"context"
	"errors"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
)

// agree lowers what is final to what a second node calls final too, where several are configured.
func (o *Outbox) agree(ctx context.Context, v *view) error {
	final, ok, err := o.Node.Agreed(ctx, v.final, func(ctx context.Context, n *node.Client) (*node.Header, error) {
		head, err := n.Header(ctx, node.Latest)
		if err != nil {
			return nil, err
		}
		return o.finalHeader(ctx, n.Header, head)
	})
	if err != nil {
		return err
	}
	v.alone = !ok
	if v.alone {
		final, err = o.Node.Header(ctx, node.At(0))
	}
	v.final = final
	return err
}

// countsAgree refuses to take the first nonce of an account from one node alone.
func (o *Outbox) countsAgree(ctx context.Context, v *view) error {
	if v.alone {
		return fault.New(fault.Node, "no second node agrees with %s on what is final, so it can't be said which nonce of %s comes next", o.Node.URL(), o.Sender).
			WithHint("wait until another node of --ethereum-node-url answers, or name those that do")
	}
	for _, other := range o.Node.Others() {
		n, err := other.Nonce(ctx, o.Sender, node.Latest)
		if ctx.Err() != nil {
			return err
		}
		if err == nil && n != v.latest {
			return fault.New(fault.Node, "the nodes contradict each other: %s counts %d transactions of %s, %s counts %d", o.Node.URL(), v.latest, o.Sender, other.URL(), n).
				WithHint("run the command again in a minute; when it stays so, take the wrong node out of --ethereum-node-url")
		}
	}
	return nil
}

// askOthers asks the other nodes for receipts that the one in use did not give, although the nonces are used.
func (o *Outbox) askOthers(ctx context.Context, v *view, rows []store.Intent, attempts map[int64][]store.Attempt, receipts []*node.Receipt, hashes []common.Hash) error {
	if !o.Node.Several() {
		return nil
	}
	var missing []int
	next := 0
	for n := range rows {
		count := len(attempts[rows[n].ID])
		if rows[n].State != store.Mined && rows[n].Nonce < v.latest &&
			!slices.ContainsFunc(receipts[next:next+count], func(r *node.Receipt) bool { return r != nil }) {
			for k := range count {
				missing = append(missing, next+k)
			}
		}
		next += count
	}
	if len(missing) == 0 {
		return nil
	}
	ask := make([]common.Hash, len(missing))
	for k, n := range missing {
		ask[k] = hashes[n]
	}
	for _, other := range o.Node.Others() {
		got, err := other.Receipts(ctx, ask)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			continue // it has no voice
		}
		for k, r := range got {
			if r != nil {
				receipts[missing[k]] = r
			}
		}
	}
	return nil
}

// confirmed has the other nodes, where there are any, speak on what one found mined. What they contradict is dropped, and
// where the database holds it as mined that is taken back, which is always safe: the same bytes are sent again. What no
// other confirms is recorded but not called final.
func (o *Outbox) confirmed(ctx context.Context, v *view, facts []found, attempts map[int64][]store.Attempt, held map[int64]*store.Receipt) ([]found, error) {
	if !o.Node.Several() {
		return facts, nil
	}
	claims := make([]*node.Receipt, len(facts))
	for n := range facts {
		f := &facts[n]
		claims[n] = f.receipt
		if h := f.settled; h != nil {
			claims[n] = &node.Receipt{BlockHash: common.HexToHash(h.BlockHash), BlockNumber: h.BlockNum, Status: h.Status}
			for _, a := range attempts[f.intent.ID] {
				if a.ID == h.AttemptID {
					claims[n].TxHash = common.HexToHash(a.Hash)
				}
			}
		}
	}
	verdicts, err := o.Node.Confirm(ctx, claims)
	if err != nil {
		return nil, err
	}
	var out []found
	for n, f := range facts {
		switch {
		case claims[n] == nil:
			out = append(out, f)
		case verdicts[n] == node.Contradicted:
			h := held[f.intent.ID]
			if f.intent.State == store.Mined && h != nil && common.HexToHash(h.BlockHash) == claims[n].BlockHash {
				out = append(out, found{intent: f.intent, orphan: h, denied: true})
			}
		case f.settled != nil && (verdicts[n] != node.Confirmed || f.settled.BlockNum > v.final.Number):
		default:
			f.unsure = verdicts[n] != node.Confirmed
			out = append(out, f)
		}
	}
	return out, nil
}

// consumedForAll drops what one node says of a finally used nonce unless another bears it out: who used it, or that nobody
// can say. Where one can't say and another names a transaction that carries the account's signature, that is taken.
func (o *Outbox) consumedForAll(ctx context.Context, v *view, f *found, attempts []store.Attempt) error {
	if !o.Node.Several() || f.foreign == nil && f.unclear == "" {
		return nil
	}
	foreign, unclear, counted := f.foreign, f.unclear, false
	f.foreign, f.unclear = nil, ""
	for _, other := range o.Node.Others() {
		count, err := other.Nonce(ctx, o.Sender, node.At(v.final.Number))
		if err != nil || count <= f.intent.Nonce {
			if ctx.Err() != nil {
				return err
			}
			continue
		}
		counted = true
		tx, err := other.TxBySenderNonce(ctx, o.Sender, f.intent.Nonce, 0, v.final.Number)
		switch {
		case ctx.Err() != nil:
			return err
		case errors.Is(err, node.ErrNotFound), errors.Is(err, node.ErrNoState), errors.Is(err, node.ErrPruned):
			f.unclear = unclear // "" where the first names one
			continue
		case err != nil:
			continue
		case slices.ContainsFunc(attempts, func(a store.Attempt) bool { return a.Hash == hex(tx.Hash) }):
			f.unclear = ""
			return nil // ours: its receipt will come
		case foreign != nil && foreign.Hash == tx.Hash:
			f.foreign = tx
			return nil
		case foreign == nil && o.signedBy(ctx, other, tx):
			f.foreign, f.unclear = tx, ""
			return nil
		}
	}
	if foreign != nil && counted && o.signedBy(ctx, o.Node, foreign) {
		f.foreign = foreign
	}
	return nil
}

// signedBy reports whether a transaction that a node names carries the account's signature.
func (o *Outbox) signedBy(ctx context.Context, n *node.Client, tx *node.Tx) bool {
	if tx.BlockNumber == nil {
		return false
	}
	sent, err := n.SentIn(ctx, o.Sender, []uint64{*tx.BlockNumber})
	return err == nil && slices.ContainsFunc(sent, func(s node.SentTx) bool { return s.Hash == tx.Hash && s.Tx != nil })
}
