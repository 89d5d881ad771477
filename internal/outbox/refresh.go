package outbox

import (
	"context"
	"math"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/sync/errgroup"

	"github.com/sto-project/sto/internal/failpoint"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
)

// changes says which intents a pass moved.
type changes struct {
	moved  []int64 // ids
	failed int     // how many of them are known as failed only now
	back   int     // how many of them the chain took back
}

func (c *changes) add(more changes) {
	c.moved, c.failed, c.back = append(c.moved, more.moved...), c.failed+more.failed, c.back+more.back
}

// refreshRows is how many intents are asked about, and recorded, at once: what is held in memory of a long queue.
const refreshRows = 1000

// span is a part of the queue to look at.
type span struct {
	from  uint64 // the lowest nonce
	limit int
	used  bool // only what was sent, is not known as mined, and has had its turn by the account's count
}

// part is what was found of a stretch.
type part struct {
	facts []found
	final uint64 // the last final block
	next  uint64 // the nonce after the stretch
	rows  int    // how many intents were looked at
}

// refresh brings the states of this account up to date, a stretch of the queue after the other. While one is recorded the
// node is asked about the next. With an error it returns what was recorded before.
func (o *Outbox) refresh(ctx context.Context, v *view) (changes, error) {
	var out changes
	parts := make(chan part)
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		defer close(parts)
		for s := (span{limit: refreshRows}); ; {
			p, err := o.gather(ctx, v, s)
			if err != nil {
				return err
			}
			select {
			case parts <- p:
			case <-ctx.Done():
				return ctx.Err()
			}
			if p.rows < s.limit || p.next == 0 {
				return nil
			}
			s.from = p.next
		}
	})
	g.Go(func() error {
		for p := range parts {
			c, err := o.put(ctx, p)
			out.add(c)
			if err != nil {
				return err
			}
		}
		return nil
	})
	return out, g.Wait()
}

// put records what was found of a stretch.
func (o *Outbox) put(ctx context.Context, p part) (changes, error) {
	if len(p.facts) == 0 {
		return changes{}, nil
	}
	failpoint.Here(failpoint.Found)
	return o.record(ctx, p.final, p.facts)
}

// gather asks the node about a stretch of the queue.
func (o *Outbox) gather(ctx context.Context, v *view, s span) (part, error) {
	rows, attempts, err := o.open(ctx, v, s)
	if err != nil || len(rows) == 0 {
		return part{}, err
	}
	p := part{rows: len(rows), next: rows[len(rows)-1].Nonce + 1}
	held, err := o.heldReceipts(ctx, rows)
	if err != nil {
		return part{}, err
	}
	if p.facts, err = o.evidence(ctx, v, rows, attempts, held); err != nil {
		return part{}, err
	}
	p.final = v.final.Number
	return p, nil
}

// open returns, in nonce order, the intents of a stretch whose fate may have changed: sent or mined and not final, and those
// that an older copy of this database holds as never sent although their nonce is used.
func (o *Outbox) open(ctx context.Context, v *view, s span) ([]store.Intent, map[int64][]store.Attempt, error) {
	if s.from > math.MaxInt64 {
		return nil, nil, nil
	}
	db := o.Store.DB().WithContext(context.WithoutCancel(ctx))
	find := func(where string, args ...any) ([]store.Intent, error) {
		var rows []store.Intent
		err := db.Select("id, chain_id, sender, nonce, to_addr, creates, value, data, gas, note, state, changed_at").Order("nonce").Limit(s.limit).
			Find(&rows, append([]any{"chain_id = ? AND sender = ? AND nonce >= ? AND " + where, o.ChainID, o.sender(), s.from}, args...)...).Error
		return rows, err
	}
	var rows []store.Intent
	var err error
	if s.used {
		rows, err = find(isOpen+" AND state = 'pending' AND nonce < ?", v.latest)
	} else if rows, err = find(isOpen); err == nil {
		var never []store.Intent
		never, err = find(waits+" AND nonce < ?", v.latest)
		rows = append(rows, never...)
		slices.SortFunc(rows, byNonce)
		rows = rows[:min(len(rows), s.limit)]
	}
	if err != nil || len(rows) == 0 {
		return nil, nil, err
	}
	ids := store.IDs(rows)
	var all []store.Attempt
	if err := db.Select("id, intent_id, hash, kind, exposed_at, CASE WHEN exposed_at IS NULL THEN raw END AS raw").Order("id").
		Find(&all, "intent_id IN ?", ids).Error; err != nil {
		return nil, nil, err
	}
	attempts := make(map[int64][]store.Attempt, len(rows))
	for _, a := range all {
		attempts[a.IntentID] = append(attempts[a.IntentID], a)
	}
	return rows, attempts, nil
}

func byNonce(a, b store.Intent) int { return int(int64(a.Nonce) - int64(b.Nonce)) }

// heldReceipts returns the receipts that the database holds as canonical for mined intents.
func (o *Outbox) heldReceipts(ctx context.Context, rows []store.Intent) (map[int64]*store.Receipt, error) {
	var ids []int64
	for _, r := range rows {
		if r.State == store.Mined {
			ids = append(ids, r.ID)
		}
	}
	out := make(map[int64]*store.Receipt, len(ids))
	if len(ids) == 0 {
		return out, nil
	}
	var rs []store.Receipt
	if err := o.Store.DB().WithContext(context.WithoutCancel(ctx)).Find(&rs, "intent_id IN ? AND orphaned_at IS NULL", ids).Error; err != nil {
		return nil, err
	}
	for n := range rs {
		out[rs[n].IntentID] = &rs[n]
	}
	return out, nil
}

// receiptsAtOnce is how many receipts are asked for in one go; two such requests are on the way at the same time.
const receiptsAtOnce = 500

// receipts asks for the receipts of transactions.
func (o *Outbox) receipts(ctx context.Context, hashes []common.Hash) ([]*node.Receipt, error) {
	out := make([]*node.Receipt, len(hashes))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(2)
	for from := 0; from < len(hashes); from += receiptsAtOnce {
		to := min(from+receiptsAtOnce, len(hashes))
		g.Go(func() error {
			got, err := o.Node.Receipts(ctx, hashes[from:to])
			copy(out[from:to], got)
			return err
		})
	}
	return out, g.Wait()
}
