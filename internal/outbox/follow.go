package outbox

import (
	"context"
	"time"

	"github.com/sto-project/sto/internal/store"
)

// How often, and about how much at most, a pass asks what became of what it has sent and the account's count shows as used,
// while there is no room to send more: about all of it on most chains. An update asks about the rest.
const (
	askEvery = time.Second
	askRows  = Window / 2
)

// follow reads where the queue stands, records what became of what is in flight where that has to be known first, and refuses to
// go on where it does not fit what waits.
func (b *pass) follow(ctx context.Context, v *view, first bool) error {
	if err := b.tally(ctx, v); err != nil {
		return err
	}
	b.pace.note(v.latest)
	back := v.latest < b.count
	if back {
		b.discard()
	}
	if first || back || b.low != nil && *b.low < v.latest {
		c, err := b.refresh(ctx, v)
		if err != nil {
			return err
		}
		b.asked, b.cursor = time.Now(), v.latest
		if err := b.upToDate(ctx, v); err != nil {
			return err
		}
		if err := b.learn(ctx, v, c); err != nil {
			return err
		}
	}
	if first {
		var err error
		if b.left, err = b.waiting(ctx); err != nil {
			return err
		}
		if b.total = b.left; b.left > 0 {
			if err := b.recheck(ctx); err != nil {
				return err
			}
		}
	}
	return b.resend(ctx, v, first)
}

// learn takes what was recorded into account.
func (b *pass) learn(ctx context.Context, v *view, c changes) error {
	b.changed.add(c)
	if c.failed+c.back > 0 {
		b.discard()
	}
	if c.failed > 0 && b.total > 0 && b.left > 0 { // not at first, when all is checked anyway
		if err := b.recheck(ctx); err != nil {
			return err
		}
	}
	if len(c.moved) == 0 {
		return nil
	}
	return b.tally(ctx, v)
}

// ask asks about some of what the account's count shows as used.
func (b *pass) ask(ctx context.Context, v *view) error {
	if b.stuck {
		b.cursor = 0
	}
	if v.latest <= b.cursor || !b.stuck && time.Since(b.asked) < askEvery {
		return nil
	}
	b.asked = time.Now()
	p, err := b.gather(ctx, v, span{from: b.cursor, limit: askRows, used: true})
	if err != nil {
		return err
	}
	if b.cursor = v.latest; p.rows == askRows {
		b.cursor = p.next
	}
	c, err := b.put(ctx, p)
	if err != nil {
		return err
	}
	return b.learn(ctx, v, c)
}

// tally reads what waits first and how many are in flight before it. What waits for a gap below it to be filled does not
// stand in the way.
func (b *pass) tally(ctx context.Context, v *view) error {
	b.low = nil
	return b.Store.SQL().QueryRowContext(context.WithoutCancel(ctx), `WITH low (nonce) AS (SELECT min(nonce) FROM intent WHERE chain_id = ?1 AND sender = ?2 AND `+waits+` AND nonce <= ?3)
		SELECT nonce, (SELECT count(*) FROM intent WHERE chain_id = ?1 AND sender = ?2 AND `+isOpen+` AND state <> 'unclear' AND nonce >= ?4
			AND nonce < coalesce(low.nonce, ?3)) FROM low`, b.ChainID, b.sender(), b.stop, v.latest).Scan(&b.low, &b.flying)
}

// waiting counts what this pass has to expose yet.
func (b *pass) waiting(ctx context.Context) (int, error) {
	return b.Outbox.count(ctx, waits+" AND nonce <= ?", b.stop)
}

// recheck has the domains look at all that waits.
func (b *pass) recheck(ctx context.Context) error {
	if b.Recheck == nil {
		return nil
	}
	var rows []store.Intent
	if err := b.Store.DB().WithContext(ctx).Select("id, chain_id, sender, nonce, kind, note, to_addr").Order("nonce").
		Find(&rows, `chain_id = ? AND sender = ? AND `+waits+` AND nonce <= ?
			AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.intent_id = intent.id AND a.kind = 'cancel' AND a.raw IS NOT NULL)`, b.ChainID, b.sender(), b.stop).Error; err != nil {
		return err
	}
	return b.Config.Recheck(ctx, rows)
}

// resend sends again what is in flight: at the start of a pass, since an earlier one may have died between marking and
// sending, and whenever the node's count stands still, since pools drop without a word.
func (b *pass) resend(ctx context.Context, v *view, first bool) error {
	if v.latest != b.count || first {
		b.count, b.stirred = v.latest, time.Now()
		if !first {
			return nil
		}
	}
	if !first && time.Since(b.stirred) < resendAt {
		return nil
	}
	b.stirred = time.Now()
	db := b.Store.DB().WithContext(ctx)
	var flying []store.Intent
	most := Window
	if first {
		most += aheadMost
	}
	if err := db.Order("nonce").Limit(most).Find(&flying, "chain_id = ? AND sender = ? AND "+isOpen+" AND state = 'pending' AND nonce >= ?",
		b.ChainID, b.sender(), v.latest).Error; err != nil || len(flying) == 0 {
		return err
	}
	ids := store.IDs(flying)
	var attempts []store.Attempt
	if err := db.Order("fee_cap").Find(&attempts, "intent_id IN ? AND exposed_at IS NOT NULL", ids).Error; err != nil {
		return err
	}
	best := map[int64]*store.Attempt{}
	for n := range attempts {
		best[attempts[n].IntentID] = &attempts[n]
	}
	var again []exposed
	for _, r := range flying {
		if a := best[r.ID]; a != nil {
			again = append(again, exposed{r, a.Raw})
		}
	}
	now := again[:min(Window, len(again))]
	if first {
		b.unsent = again[len(now):] // what an earlier pass has recorded and perhaps not sent, beyond the window
	}
	return b.send(ctx, now)
}
