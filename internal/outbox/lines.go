package outbox

import (
	"context"
	"slices"

	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
)

// Last returns the latest rows of this database on this chain, newest first, at most limit of them.
func (o *Outbox) Last(ctx context.Context, limit int) ([]Line, error) {
	var rows []store.Intent
	if err := o.Store.DB().WithContext(ctx).Order("id DESC").Limit(limit).Find(&rows, "chain_id = ?", o.ChainID).Error; err != nil {
		return nil, err
	}
	return o.Lines(ctx, rows)
}

// ByID returns the lines of the named intents, in nonce order.
func (o *Outbox) ByID(ctx context.Context, ids []int64) ([]Line, error) {
	var all []store.Intent
	for chunk := range slices.Chunk(ids, 5000) {
		var rows []store.Intent
		if err := o.Store.DB().WithContext(ctx).Find(&rows, "id IN ?", chunk).Error; err != nil {
			return nil, err
		}
		all = append(all, rows...)
	}
	slices.SortFunc(all, func(a, b store.Intent) int { return int(int64(a.Nonce) - int64(b.Nonce)) })
	return o.Lines(ctx, all)
}

// Lines adds to intents what the transaction table shows of them: the hash of the mined or last sent attempt, the block,
// and why they failed.
func (o *Outbox) Lines(ctx context.Context, rows []store.Intent) ([]Line, error) {
	out := make([]Line, len(rows))
	at := make(map[int64]*Line, len(rows))
	ids := make([]int64, 0, len(rows))
	for n := range rows {
		out[n].Intent = rows[n]
		if rows[n].ID != 0 {
			at[rows[n].ID] = &out[n]
			ids = append(ids, rows[n].ID)
		}
	}
	db := o.Store.DB().WithContext(ctx)
	for chunk := range slices.Chunk(ids, 5000) {
		var sent []store.Attempt
		if err := db.Select("id, intent_id, hash, kind").Order("fee_cap, id").
			Find(&sent, "intent_id IN ? AND exposed_at IS NOT NULL", chunk).Error; err != nil {
			return nil, err
		}
		byID := make(map[int64]*store.Attempt, len(sent))
		for n := range sent {
			at[sent[n].IntentID].TxHash = sent[n].Hash
			byID[sent[n].ID] = &sent[n]
		}
		var got []store.Receipt
		if err := db.Find(&got, "intent_id IN ? AND orphaned_at IS NULL", chunk).Error; err != nil {
			return nil, err
		}
		for _, r := range got {
			l := at[r.IntentID]
			l.Block, l.GasUsed = r.BlockNum, r.GasUsed
			if a := byID[r.AttemptID]; a != nil {
				l.TxHash, l.Cancelled = a.Hash, a.Kind == attemptCancel
			}
			if r.Status == 0 {
				l.Reason = unknownReason
				if r.Reason != nil && *r.Reason != "" {
					l.Reason = *r.Reason
				}
			}
		}
	}
	return out, nil
}

// report sums up a pass that touched the named intents, failed of which are known as failed only now.
func (o *Outbox) report(ctx context.Context, v *view, touched []int64, failed int) (*Report, error) {
	open, err := o.intents(ctx, store.PendingTx, store.Mined)
	if err != nil {
		return nil, err
	}
	r := &Report{Head: v.head.Number, FinalTo: v.final.Number, NewlyFailed: failed}
	ids := slices.Clone(touched)
	for _, i := range open {
		if i.State == store.PendingTx {
			r.Broadcasted++
		} else {
			r.Unfinal++
		}
		ids = append(ids, i.ID)
	}
	waiting, err := o.Waiting(ctx)
	if err != nil {
		return nil, err
	}
	r.Waiting = len(waiting)
	slices.Sort(ids)
	if r.Lines, err = o.ByID(ctx, slices.Compact(ids)); err != nil {
		return nil, err
	}
	r.Balance, err = o.Node.Balance(ctx, o.Sender, node.Latest)
	return r, err
}
