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
	planGas  = 40_000_000      // the gas of rows beyond the first window, with what is in flight: a part of what nodes simulate at once
	sendMin  = Window / 4      // while more are in flight, fewer are not worth a request of their own
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

// advance exposes and sends as many of the waiting rows as the window, the balance and their dependencies allow.
func (b *pass) advance(ctx context.Context, v *view) (sent int, err error) {
	for {
		if b.plan != nil && !b.plan.good(v) {
			b.discard()
		}
		room := Window - b.flying
		if room <= 0 || room < sendMin && !b.opts.NoWait && b.left >= sendMin {
			break
		}
		if b.plan == nil {
			if err := b.arrive(ctx, v); err != nil || b.plan == nil {
				return sent, err
			}
		}
		n, err := b.take(ctx, min(room, len(b.plan.rows)))
		sent += n
		if err != nil {
			return sent, err
		}
		if len(b.plan.rows) > 0 || b.left == 0 || b.trouble != nil {
			break
		}
		if b.plan.refusal != nil {
			return sent, b.plan.refusal
		}
		if b.plan = nil; n == 0 || b.opts.NoWait {
			break
		}
	}
	if b.coming == nil && b.left > 0 && b.trouble == nil && !b.opts.NoWait && b.pace.fast() &&
		(b.plan == nil || len(b.plan.rows) < 2*Window && b.plan.refusal == nil) {
		b.depart(ctx, v)
	}
	return sent, nil
}

// depart begins to look at what comes after the plan, while the plan is carried out.
func (b *pass) depart(ctx context.Context, v *view) {
	before := plan{}
	if b.plan != nil {
		before = *b.plan
	}
	coming, at, size := make(chan ahead, 1), *v, b.pace.ahead()
	go func() { coming <- b.lookAhead(ctx, &at, before, size) }()
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
func (b *pass) lookAhead(ctx context.Context, v *view, before plan, size int) (a ahead) {
	a.err = func() (err error) {
		db := b.Store.DB().WithContext(context.WithoutCancel(ctx))
		from := uint64(0)
		if k := len(before.rows); k > 0 {
			from = before.rows[k-1].Nonce + 1
		}
		var rows, flying []store.Intent
		if err := db.Order("nonce").Limit(size).Find(&rows, "chain_id = ? AND sender = ? AND "+waits+" AND nonce >= ? AND nonce <= ?",
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
		if n, p.refusal, err = b.simulated(ctx, v, rows[:n], flying); err != nil {
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

// take exposes and sends the first rows of the plan.
func (b *pass) take(ctx context.Context, n int) (int, error) {
	if n == 0 {
		return 0, nil
	}
	p := b.plan
	rows, attempts := p.rows[:n], p.attempts[:n]
	failpoint.Here(failpoint.Priced)
	if err := b.expose(ctx, rows, attempts, p.fresh); err != nil {
		return 0, err
	}
	p.rows, p.attempts = p.rows[n:], p.attempts[n:]
	b.left -= n
	b.flying += n
	raws := make([][]byte, n)
	for k := range raws {
		raws[k] = attempts[k].Raw
		b.sent = append(b.sent, rows[k].ID)
	}
	b.stirred = time.Now()
	return n, b.send(ctx, rows, raws)
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
