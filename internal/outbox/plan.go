package outbox

import (
	"context"
	"math/big"
	"time"

	"github.com/sto-project/sto/internal/failpoint"
	"github.com/sto-project/sto/internal/store"
)

// How far a pass looks ahead. Where a chain takes many transactions in a second, what waits next is looked at while what was
// sent is being mined, for as many as are likely to go out while that look is still good.
const (
	planGood = 2 * time.Second // for how long fees, balance and simulation count as those at the exposure: a part of most chains' time between blocks
	planMost = 8 * Window      // rows
	planGas  = 54_000_000      // the gas limits of rows beyond the first window, with what is in flight: what they use is a part of what nodes simulate at once
	sendMin  = Window / 8      // while more are in flight, fewer are not worth a request of their own

	aheadMost = 2 * Window // what may be exposed and not yet sent; it is sent by the next pass where this one ends before
)

// plan is what may be exposed next: looked at, and signed anew where fees were stale. Nothing of it is stored yet.
type plan struct {
	rows     []store.Intent
	attempts []*store.Attempt
	fresh    map[int64]bool // by intent: its attempt is not stored yet
	refusal  error          // why what comes after the rows stays
	made     time.Time
	baseFee  *big.Int // of the block after the one that it was made on; nil: there is none
}

// good reports whether a plan can be relied on: it is not old, and the base fee has not risen by more than a block's most, an
// eighth (EIP-1559), so that its fees have a block of room yet.
func (p *plan) good(v *view) bool {
	if time.Since(p.made) > planGood {
		return false
	}
	if p.baseFee == nil || v.head.BaseFee == nil {
		return true
	}
	most := new(big.Int).Mul(p.baseFee, big.NewInt(9))
	return new(big.Int).Lsh(v.head.BaseFee, 3).Cmp(most) <= 0
}

// ahead is what a look ahead came to.
type ahead struct {
	plan  *plan // nil: nothing may be sent yet
	stuck bool  // what waits next needs something that is not known as mined
	err   error
}

// advance hands to the node what the window has room for. It exposes that much before; on a fast chain, what comes after it
// too, while the node is busy with what it was handed.
func (b *pass) advance(ctx context.Context, v *view) (sent int, err error) {
	if b.plan != nil && !b.plan.good(v) {
		b.discard()
	}
	for len(b.unsent) > 0 && b.unsent[0].intent.Nonce < v.latest {
		b.unsent = b.unsent[1:] // an earlier pass did send it
	}
	room := Window - (b.flying - len(b.unsent))
	if room < sendMin && !b.opts.NoWait && b.left+len(b.unsent) >= sendMin {
		room = 0
	}
	fast := b.pace.fast() && !b.opts.NoWait
	var dry bool
	var stop error
	if !fast || len(b.unsent) == 0 {
		dry, stop = b.record(ctx, v, room-len(b.unsent))
	}
	if sent = max(0, min(room, len(b.unsent))); sent > 0 {
		out := b.unsent[:sent]
		b.unsent = b.unsent[sent:]
		answers := b.hand(ctx, out)
		if fast && !dry && stop == nil && len(b.unsent) <= aheadMost-Window {
			dry, stop = b.record(ctx, v, Window)
		}
		err = b.judge(ctx, out, <-answers)
	}
	if err == nil && len(b.unsent) == 0 {
		err = stop // otherwise what is exposed is sent first
	}
	few := b.plan == nil || b.plan.refusal == nil && len(b.plan.rows) < 2*Window
	if fast && err == nil && !dry && stop == nil && few && b.left > 0 && b.trouble == nil && b.coming == nil {
		b.depart(ctx, v)
	}
	return sent, err
}

// record exposes what waits next, as far as the balance and its dependencies allow: so many at most. It says whether it found
// that no more may be exposed yet.
func (b *pass) record(ctx context.Context, v *view, most int) (dry bool, err error) {
	for most > 0 && b.left > 0 {
		if b.plan == nil {
			if err := b.arrive(ctx, v); err != nil || b.plan == nil {
				return true, err
			}
		}
		n := min(most, len(b.plan.rows))
		if err := b.take(ctx, n); err != nil {
			return false, err
		}
		if most -= n; len(b.plan.rows) > 0 {
			break
		}
		if b.plan.refusal != nil {
			return true, b.plan.refusal
		}
		b.plan = nil
	}
	return false, nil
}

// depart begins to look at what comes after the plan, while the plan is carried out.
func (b *pass) depart(ctx context.Context, v *view) {
	before := plan{}
	if b.plan != nil {
		before = *b.plan
	}
	coming, at, pace := make(chan ahead, 1), *v, b.pace
	go func() { coming <- b.lookAhead(ctx, &at, before, pace) }()
	b.coming = coming
}

// arrive takes the plan that was begun, or makes one now.
func (b *pass) arrive(ctx context.Context, v *view) (err error) {
	for begun := b.coming != nil; ; begun = false {
		if !begun {
			b.depart(ctx, v)
		}
		a := <-b.coming
		b.coming, b.plan, b.stuck = nil, a.plan, a.stuck
		if a.err != nil {
			return a.err
		}
		if !begun || b.plan != nil && b.plan.good(v) {
			break
		}
		b.plan = nil // too old by now: its rows are looked at once more
	}
	b.left, err = b.waiting(ctx)
	return err
}

// discard gives up the plan, and what is begun to follow it.
func (b *pass) discard() {
	if b.coming != nil {
		<-b.coming
		b.coming = nil
	}
	b.plan = nil
}

// lookAhead looks at what waits after what is planned.
func (b *pass) lookAhead(ctx context.Context, v *view, before plan, pace pace) (a ahead) {
	a.err = func() (err error) {
		db := b.Store.DB().WithContext(context.WithoutCancel(ctx))
		from := uint64(0)
		if k := len(before.rows); k > 0 {
			from = before.rows[k-1].Nonce + 1
		}
		var rows, flying []store.Intent
		if err := db.Order("nonce").Limit(pace.ahead()).Find(&rows, "chain_id = ? AND sender = ? AND "+waits+" AND nonce >= ? AND nonce <= ?",
			b.ChainID, b.sender(), from, b.stop).Error; err != nil || len(rows) == 0 {
			return err
		}
		if err := db.Order("nonce").Find(&flying, "chain_id = ? AND sender = ? AND "+isOpen+" AND state <> 'unclear' AND nonce >= ? AND nonce < ?",
			b.ChainID, b.sender(), v.latest, rows[0].Nonce).Error; err != nil {
			return err
		}
		first := 0 // of what is planned before, what is not exposed meanwhile
		for first < len(before.rows) && len(flying) > 0 && before.rows[first].Nonce <= flying[len(flying)-1].Nonce {
			first++
		}
		before.rows, before.attempts = before.rows[first:], before.attempts[first:]
		if flying, err = b.emptied(ctx, flying); err != nil {
			return err
		}
		flying = append(flying, before.rows...)
		if rows, err = b.emptied(ctx, lighter(rows, flying)); err != nil {
			return err
		}
		rows, err = b.unblocked(ctx, rows, len(flying))
		if a.stuck = len(rows) == 0; err != nil || a.stuck {
			return err
		}
		p := &plan{made: time.Now()}
		fee, m, err := b.market(ctx)
		if err != nil {
			return err
		}
		p.baseFee = m.BaseFee
		if p.attempts, p.fresh, err = b.reprice(ctx, rows, fee, m); err != nil {
			return err
		}
		n, err := b.covered(ctx, v, rows, p.attempts, before, len(flying))
		if err != nil || n == 0 {
			return err
		}
		if n, p.refusal, err = b.simulated(ctx, v, rows[:n], flying, pace.fast()); err != nil {
			return err
		}
		p.rows, p.attempts = rows[:n], p.attempts[:n]
		if n > 0 || p.refusal != nil {
			a.plan = p
		}
		return nil
	}()
	return a
}

// lighter cuts the rows beyond a window that use too much gas to be simulated together with what is in flight.
func lighter(rows, flying []store.Intent) []store.Intent {
	gas := uint64(0)
	for n := range flying {
		gas += flying[n].Gas
	}
	for n := range rows {
		if gas += rows[n].Gas; gas > planGas && n >= Window {
			return rows[:n]
		}
	}
	return rows
}

// take exposes the first rows of the plan.
func (b *pass) take(ctx context.Context, n int) error {
	if n == 0 {
		return nil
	}
	p := b.plan
	rows, attempts := p.rows[:n], p.attempts[:n]
	failpoint.Here(failpoint.Priced)
	if err := b.expose(ctx, rows, attempts, p.fresh); err != nil {
		return err
	}
	p.rows, p.attempts = p.rows[n:], p.attempts[n:]
	b.left -= n
	b.flying += n
	for k := range rows {
		b.unsent = append(b.unsent, exposed{rows[k], attempts[k].Raw})
		b.sent = append(b.sent, rows[k].ID)
	}
	return nil
}

// pace is how fast the chain takes the account's transactions.
type pace struct {
	at        time.Time
	count     uint64
	perSecond int64 // over about the last second
}

// note takes the account's count into account.
func (p *pace) note(count uint64) {
	now := time.Now()
	if took := now.Sub(p.at); !p.at.IsZero() && took > 0 {
		moved := int64(0)
		if count > p.count {
			moved = int64(count - p.count)
		}
		weight := min(took, time.Second)
		p.perSecond = (p.perSecond*int64(time.Second-weight) + moved*int64(time.Second)/int64(took)*int64(weight)) / int64(time.Second)
	}
	p.at, p.count = now, count
}

// fast reports whether the chain takes at least a window in a second.
func (p *pace) fast() bool { return p.perSecond >= Window }

// ahead is for how many rows a plan is made.
func (p *pace) ahead() int {
	return int(max(Window, min(p.perSecond*int64(planGood)/int64(time.Second), planMost)))
}
