package outbox

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
)

// lineColumns is what the transaction table and its documents need of an intent: without call data, which may be long, and
// the like.
const lineColumns = "id, chain_id, sender, nonce, request_id, kind, to_addr, creates, value, gas, note, created_at, reissue_of, state, changed_at, cause, superseded_by"

// linesAtOnce is how many rows are read at once.
const linesAtOnce = 2000

// Last returns the latest rows of this database on this chain, newest first, at most limit of them. Their intents come
// without call data.
func (o *Outbox) Last(ctx context.Context, limit int) ([]Line, error) {
	var ids []int64
	if err := o.Store.DB().WithContext(ctx).Model(&store.Intent{}).Order("id DESC").Limit(limit).Where("chain_id = ?", o.ChainID).Pluck("id", &ids).Error; err != nil {
		return nil, err
	}
	return o.linesByID(ctx, ids)
}

// ByID returns the lines of the named intents, in nonce order. Their intents come without call data.
func (o *Outbox) ByID(ctx context.Context, ids []int64) ([]Line, error) {
	lines, err := o.linesByID(ctx, ids)
	slices.SortFunc(lines, func(a, b Line) int { return byNonce(a.Intent, b.Intent) })
	return lines, err
}

// linesByID returns the lines of the named intents, in the order of the names.
func (o *Outbox) linesByID(ctx context.Context, ids []int64) ([]Line, error) {
	out := make([]Line, 0, len(ids))
	same := interner{}
	db := o.Store.DB().WithContext(context.WithoutCancel(ctx)) // each chunk is short
	for chunk := range slices.Chunk(ids, linesAtOnce) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var rows []store.Intent
		if err := db.Select(lineColumns).Find(&rows, "id IN ?", chunk).Error; err != nil {
			return nil, err
		}
		at := make(map[int64]*store.Intent, len(rows))
		for n := range rows {
			same.intent(&rows[n])
			at[rows[n].ID] = &rows[n]
		}
		from := len(out)
		for _, id := range chunk {
			if i := at[id]; i != nil {
				out = append(out, Line{Intent: *i})
			}
		}
		if err := fill(db, out[from:]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Lines adds to intents what the transaction table shows of them: the hash of the mined or last sent attempt, the block,
// and why they failed.
func (o *Outbox) Lines(ctx context.Context, rows []store.Intent) ([]Line, error) {
	out := make([]Line, len(rows))
	for n := range rows {
		out[n].Intent = rows[n]
	}
	db := o.Store.DB().WithContext(ctx)
	for chunk := range slices.Chunk(out, linesAtOnce) {
		if err := fill(db, chunk); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// fill adds what became of intents to their lines.
func fill(db *gorm.DB, lines []Line) error {
	at := make(map[int64]*Line, len(lines))
	ids := make([]int64, 0, len(lines))
	for n := range lines {
		if id := lines[n].Intent.ID; id != 0 {
			at[id] = &lines[n]
			ids = append(ids, id)
		}
	}
	var sent []store.Attempt
	if err := db.Select("id, intent_id, hash, kind").Order("fee_cap, id").
		Find(&sent, "intent_id IN ? AND exposed_at IS NOT NULL", ids).Error; err != nil {
		return err
	}
	byID := make(map[int64]*store.Attempt, len(sent))
	for n := range sent {
		l := at[sent[n].IntentID]
		l.TxHash = sent[n].Hash
		l.Competing = sent[n].Kind == attemptCancel && l.Intent.State == store.PendingTx // the last is the dearest
		byID[sent[n].ID] = &sent[n]
	}
	gone, err := withdrawn(db, ids)
	if err != nil {
		return err
	}
	for id := range gone {
		at[id].Withdrawn, at[id].Competing = true, false
	}
	var got []store.Receipt
	if err := db.Select("attempt_id, intent_id, block_num, status, gas_used, reason").Find(&got, "intent_id IN ? AND orphaned_at IS NULL", ids).Error; err != nil {
		return err
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
	return nil
}

// interner keeps one copy of the texts that thousands of rows share.
type interner map[string]*string

func (m interner) one(s *string) *string {
	if s == nil {
		return nil
	}
	if same := m[*s]; same != nil {
		return same
	}
	own := *s                 // a pointer into a row would keep all rows of its chunk
	if len(m) < linesAtOnce { // beyond that they differ
		m[own] = &own
	}
	return &own
}

func (m interner) intent(i *store.Intent) {
	i.Sender, i.RequestID, i.Kind, i.Value = *m.one(&i.Sender), *m.one(&i.RequestID), *m.one(&i.Kind), *m.one(&i.Value)
	i.State = store.State(*m.one(ptr(string(i.State))))
	i.ToAddr, i.Creates, i.Cause = m.one(i.ToAddr), m.one(i.Creates), m.one(i.Cause)
}

// report sums up a pass that touched the named intents, failed of which are known as failed only now.
func (o *Outbox) report(ctx context.Context, v *view, touched []int64, failed int) (*Report, error) {
	r := &Report{Head: v.head.Number, FinalTo: v.final.Number, NewlyFailed: failed}
	open, err := o.named(ctx, isOpen+" AND state = 'pending'")
	if err != nil {
		return nil, err
	}
	unfinal, err := o.named(ctx, isOpen+" AND state = 'mined'")
	if err != nil {
		return nil, err
	}
	if r.Waiting, err = o.count(ctx, waits); err != nil {
		return nil, err
	}
	r.Broadcasted, r.Unfinal = len(open), len(unfinal)
	ids := slices.Concat(touched, open, unfinal)
	slices.Sort(ids)
	if r.Lines, err = o.ByID(ctx, slices.Compact(ids)); err != nil {
		return nil, err
	}
	r.Balance, err = o.Node.Balance(ctx, o.Sender, node.Latest)
	return r, err
}

// named returns the ids of this account's intents for which a condition holds.
func (o *Outbox) named(ctx context.Context, where string) (ids []int64, err error) {
	err = o.Store.DB().WithContext(ctx).Model(&store.Intent{}).Where("chain_id = ? AND sender = ? AND "+where, o.ChainID, o.sender()).Pluck("id", &ids).Error
	return ids, err
}

// count returns how many of this account's intents a condition holds for.
func (o *Outbox) count(ctx context.Context, where string, args ...any) (int, error) {
	var n int64
	err := o.Store.DB().WithContext(ctx).Model(&store.Intent{}).
		Where("chain_id = ? AND sender = ? AND "+where, append([]any{o.ChainID, o.sender()}, args...)...).Count(&n).Error
	return int(n), err
}

// Counts returns how many of this account's transactions wait to be sent, and how many were sent and are not known as mined.
func (o *Outbox) Counts(ctx context.Context) (waiting, sent int, err error) {
	if waiting, err = o.count(ctx, waits); err == nil {
		sent, err = o.count(ctx, isOpen+" AND state = 'pending'")
	}
	return waiting, sent, err
}
