package outbox

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"gorm.io/gorm"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// Window is how many transactions of one account may be in flight: what a pool surely holds of one account.
const Window = 64

// How long a pass waits between looks at the chain while its window is full or an earlier transaction must be mined first.
const (
	pollFirst = 20 * time.Millisecond
	pollLast  = 2 * time.Second
	resendAt  = 5 * time.Second // the same bytes again while the node's count stands still
)

// Broadcast sends what waits, in nonce order, within the window, until all is exposed. It sends again, unchanged, what was
// sent before and is not on the chain. Each row is checked once more when it is first exposed: its fees, what it depends
// on, the code at its receiver, and a simulation.
func (o *Outbox) Broadcast(ctx context.Context, opts BroadcastOptions) (rep *Report, err error) {
	unlock, err := o.lock(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	b := &pass{Outbox: o, opts: opts.filled(), sent: map[int64]bool{}, poll: pollFirst}
	v, runErr := b.run(ctx)
	if v == nil {
		return nil, runErr
	}
	if ctx.Err() != nil {
		return nil, runErr
	}
	ids := make([]int64, 0, len(b.sent)+len(b.changed.moved))
	for id := range b.sent {
		ids = append(ids, id)
	}
	rep, err = o.report(ctx, v, append(ids, b.changed.moved...), b.changed.failed)
	return rep, errors.Join(runErr, err)
}

// filled gives the options that may be nil something to call.
func (b BroadcastOptions) filled() BroadcastOptions {
	if b.Progress == nil {
		b.Progress = func(int, int) {}
	}
	if b.Notice == nil {
		b.Notice = func(string, ...any) {}
	}
	return b
}

// pass is one run of Broadcast.
type pass struct {
	*Outbox
	opts    BroadcastOptions
	sent    map[int64]bool // exposed by this pass
	changed changes
	stop    int64 // the last nonce to expose
	total   int   // to be exposed by this pass
	poll    time.Duration
	count   uint64    // the account's count at the last look
	stirred time.Time // when it last moved, or bytes were last sent
	trouble error     // why the node did not take what was sent last
}

func (b *pass) run(ctx context.Context) (*view, error) {
	v, err := b.ready(ctx)
	if err != nil {
		return nil, err
	}
	if err := b.scope(ctx); err != nil {
		return v, err
	}
	for first := true; ; first = false {
		if !first {
			if v, err = b.look(ctx); err != nil {
				return nil, err
			}
		}
		c, err := b.refresh(ctx, v)
		if err != nil {
			return v, err
		}
		b.changed.moved = append(b.changed.moved, c.moved...)
		b.changed.failed += c.failed
		waiting, left, flying, err := b.queue(ctx, v)
		if err != nil {
			return v, err
		}
		if first {
			b.total = left
		}
		if (first || c.failed > 0) && left > 0 {
			if err := b.recheck(ctx); err != nil {
				return v, err
			}
		}
		b.opts.Progress(b.total-left, b.total)
		if err := b.resend(ctx, v, flying, first); err != nil {
			return v, err
		}
		if len(waiting) == 0 {
			return v, b.trouble
		}
		n, err := b.step(ctx, v, waiting, flying)
		if err != nil {
			return v, err
		}
		if n == left {
			b.opts.Progress(b.total, b.total)
			return v, b.trouble
		}
		if b.opts.NoWait {
			return v, fault.New(fault.Pending, "%d transactions still wait to be sent", left-n).
				WithHint("run sto tx-broadcast again when those in flight are mined")
		}
		if b.trouble != nil && n == 0 && !b.moving() {
			return v, b.trouble
		}
		if err := b.sleep(ctx, n > 0); err != nil {
			return v, err
		}
	}
}

// moving reports whether the account's count rose, or something was sent, not long ago.
func (b *pass) moving() bool { return time.Since(b.stirred) < 2*resendAt }

// scope finds the nonce to stop at, and refuses a request that others of the account wait before.
func (b *pass) scope(ctx context.Context) error {
	b.stop = math.MaxInt64
	if b.opts.UpTo == "" {
		return nil
	}
	rows, err := b.Waiting(ctx)
	if err != nil {
		return err
	}
	last := -1
	for n, r := range rows {
		if r.RequestID == b.opts.UpTo {
			last = n
		}
	}
	b.stop = -1
	if last < 0 {
		return nil
	}
	b.stop = int64(rows[last].Nonce)
	var before []store.Intent
	for _, r := range rows[:last] {
		if r.RequestID != b.opts.UpTo {
			before = append(before, r)
		}
	}
	if len(before) > 0 && !b.opts.SendEarlier {
		return behind(before)
	}
	return nil
}

// queue returns the first window of what waits, how much waits in all, and what is in flight.
func (b *pass) queue(ctx context.Context, v *view) (waiting []store.Intent, total int, flying []store.Intent, err error) {
	db := b.Store.DB().WithContext(ctx)
	scope := func() *gorm.DB {
		return db.Model(&store.Intent{}).Where("chain_id = ? AND sender = ? AND state IN ('draft','signed') AND nonce <= ?", b.ChainID, b.sender(), b.stop)
	}
	var n int64
	if err := scope().Count(&n).Error; err != nil {
		return nil, 0, nil, err
	}
	if err := scope().Order("nonce").Limit(Window).Find(&waiting).Error; err != nil {
		return nil, 0, nil, err
	}
	err = db.Order("nonce").Find(&flying, "chain_id = ? AND sender = ? AND state = 'pending' AND nonce >= ?", b.ChainID, b.sender(), v.latest).Error
	return waiting, int(n), flying, err
}

// recheck has the domains look at all that waits.
func (b *pass) recheck(ctx context.Context) error {
	if b.Recheck == nil {
		return nil
	}
	var rows []store.Intent
	if err := b.Store.DB().WithContext(ctx).Select("id, chain_id, sender, nonce, kind, note, to_addr").Order("nonce").
		Find(&rows, `chain_id = ? AND sender = ? AND state IN ('draft','signed') AND nonce <= ?
			AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.intent_id = intent.id AND a.kind = 'cancel' AND a.raw IS NOT NULL)`, b.ChainID, b.sender(), b.stop).Error; err != nil {
		return err
	}
	return b.Config.Recheck(ctx, rows)
}

// resend sends again what is in flight: at the start of a pass, since an earlier one may have died between marking and
// sending, and whenever the node's count stands still, since pools drop without a word.
func (b *pass) resend(ctx context.Context, v *view, flying []store.Intent, first bool) error {
	if v.latest != b.count || first {
		b.count, b.stirred = v.latest, time.Now()
		if !first {
			return nil
		}
	}
	if len(flying) == 0 || !first && time.Since(b.stirred) < resendAt {
		return nil
	}
	b.stirred = time.Now()
	if len(flying) > Window {
		flying = flying[:Window]
	}
	ids := make([]int64, len(flying))
	for n := range flying {
		ids[n] = flying[n].ID
	}
	var attempts []store.Attempt
	if err := b.Store.DB().WithContext(ctx).Order("fee_cap").Find(&attempts, "intent_id IN ? AND exposed_at IS NOT NULL", ids).Error; err != nil {
		return err
	}
	best := map[int64]*store.Attempt{}
	for n := range attempts {
		best[attempts[n].IntentID] = &attempts[n]
	}
	var rows []store.Intent
	var raws [][]byte
	for _, r := range flying {
		if a := best[r.ID]; a != nil {
			rows, raws = append(rows, r), append(raws, a.Raw)
		}
	}
	return b.send(ctx, rows, raws)
}

// step exposes and sends as many of the waiting rows as the window, the balance and their dependencies allow.
func (b *pass) step(ctx context.Context, v *view, waiting, flying []store.Intent) (int, error) {
	room := Window - len(flying)
	if room <= 0 {
		return 0, nil
	}
	rows, err := b.emptied(ctx, waiting[:min(room, len(waiting))])
	if err != nil {
		return 0, err
	}
	rows, err = b.unblocked(ctx, rows)
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	m, err := b.Node.Market(ctx)
	if err != nil {
		return 0, err
	}
	fee, err := b.Fees.price(m)
	if err != nil {
		return 0, err
	}
	attempts, fresh, err := b.reprice(ctx, rows, fee, m)
	if err != nil {
		return 0, err
	}
	n, err := b.covered(ctx, v, rows, attempts, len(flying))
	if err != nil || n == 0 {
		return 0, err
	}
	n, refusal := b.simulated(ctx, rows[:n], flying)
	if n > 0 {
		if err := b.expose(ctx, rows[:n], attempts[:n], fresh); err != nil {
			return 0, err
		}
		raws := make([][]byte, n)
		for k := range raws {
			raws[k] = attempts[k].Raw
			b.sent[rows[k].ID] = true
		}
		b.stirred = time.Now()
		if err := b.send(ctx, rows[:n], raws); err != nil {
			return n, err
		}
	}
	return n, refusal
}

// emptied puts the empty transaction in the place of what was withdrawn.
func (b *pass) emptied(ctx context.Context, rows []store.Intent) ([]store.Intent, error) {
	ids := make([]int64, len(rows))
	for n := range rows {
		ids[n] = rows[n].ID
	}
	var withdrawn []int64
	if err := b.Store.DB().WithContext(ctx).Model(&store.Attempt{}).
		Where("intent_id IN ? AND kind = 'cancel' AND raw IS NOT NULL", ids).Pluck("intent_id", &withdrawn).Error; err != nil {
		return nil, err
	}
	for n := range rows {
		if slices.Contains(withdrawn, rows[n].ID) {
			rows[n] = empty(rows[n])
		}
	}
	return rows, nil
}

// unblocked cuts the rows before the first that must wait for another to be mined, or whose receiver has no code.
func (b *pass) unblocked(ctx context.Context, rows []store.Intent) ([]store.Intent, error) {
	var ids []int64
	for n := range rows {
		if rows[n].Kind != KindEther {
			ids = append(ids, rows[n].ID)
		}
	}
	var deps []struct {
		IntentID, Needs, Nonce int64
		State                  store.State
		Status                 *uint64
		Note, Attempt          string
	}
	if err := b.Store.DB().WithContext(ctx).Raw(`SELECT d.intent_id, d.needs, i.nonce, i.state, i.note, r.status, coalesce(a.kind, '') AS attempt
		FROM dependency d JOIN intent i ON i.id = d.needs LEFT JOIN receipt r ON r.intent_id = i.id AND r.orphaned_at IS NULL
		LEFT JOIN attempt a ON a.id = r.attempt_id WHERE d.intent_id IN ?`, ids).Scan(&deps).Error; err != nil {
		return nil, err
	}
	cut := len(rows)
	at := make(map[int64]int, len(rows))
	for n := range rows {
		at[rows[n].ID] = n
	}
	var failed error
	for _, d := range deps {
		done := (d.State == store.Mined || d.State == store.Final) && d.Status != nil && *d.Status == 1 && d.Attempt != attemptCancel
		if done || at[d.IntentID] >= cut {
			continue
		}
		cut, failed = at[d.IntentID], nil
		if d.State.Failed() || d.State == store.Void || d.State == store.Unclear || d.Status != nil && *d.Status == 0 || d.Attempt == attemptCancel {
			failed = fault.New(fault.Refused, "%s (nonce %d) needs %s (nonce %d), which is not done: %s", term.Safe(rows[cut].Note), rows[cut].Nonce,
				term.Safe(d.Note), d.Nonce, d.State).WithHint("it stays unsent, with all that waits behind it; run sto tx-last to see why the first one failed")
		}
	}
	if cut == 0 && failed != nil {
		return nil, failed
	}
	for n := range rows[:cut] {
		if rows[n].ToAddr == nil || rows[n].Kind == KindEther {
			continue
		}
		to := rows[n].To()
		ok, err := b.code(ctx, to)
		if err != nil {
			return nil, err
		}
		if !ok {
			if n > 0 {
				return rows[:n], nil
			}
			return nil, fault.New(fault.Refused, "%s (nonce %d): there is no contract at %s, so the call would do nothing", term.Safe(rows[n].Note), rows[n].Nonce, to).
				WithHint("it stays unsent; check with sto diagnose that the node is on the right chain")
		}
	}
	return rows[:cut], nil
}

// reprice returns the attempt to expose for each row, newly signed where the stored one's fees are stale.
func (b *pass) reprice(ctx context.Context, rows []store.Intent, fee price, m node.Market) ([]*store.Attempt, map[int64]bool, error) {
	ids := make([]int64, len(rows))
	for n := range rows {
		ids[n] = rows[n].ID
	}
	var stored []store.Attempt
	if err := b.Store.DB().WithContext(ctx).Order("id").Find(&stored, "intent_id IN ? AND exposed_at IS NULL AND raw IS NOT NULL", ids).Error; err != nil {
		return nil, nil, err
	}
	last := map[int64]*store.Attempt{}
	for n := range stored {
		last[stored[n].IntentID] = &stored[n]
	}
	out := make([]*store.Attempt, len(rows))
	fresh := map[int64]bool{}
	for n := range rows {
		a := last[rows[n].ID]
		if a == nil || stale(a, fee, m, b.Fees) {
			var err error
			kind := attemptOriginal
			if a != nil {
				kind = a.Kind // a withdrawn row goes out as an empty transaction
			}
			if a, err = b.sign(ctx, &rows[n], fee, kind); err != nil {
				return nil, nil, err
			}
			fresh[rows[n].ID] = true
		}
		out[n] = a
	}
	return out, fresh, nil
}

// covered returns how many of the rows the balance covers beside what is in flight: pools drop what is not covered.
func (b *pass) covered(ctx context.Context, v *view, rows []store.Intent, attempts []*store.Attempt, flying int) (int, error) {
	have, err := b.Node.Balance(ctx, b.Sender, node.Latest)
	if err != nil {
		return 0, err
	}
	used, err := b.flightCost(ctx, v.latest)
	if err != nil {
		return 0, err
	}
	for n := range rows {
		c := cost(&rows[n], big.NewInt(attempts[n].FeeCap))
		if used.Add(used, c).Cmp(have) <= 0 {
			continue
		}
		if n == 0 && flying == 0 {
			return 0, fault.New(fault.Funds, "account %s holds %s ETH, but %s (nonce %d) could cost up to %s ETH", b.Sender, eth.FormatEther(have),
				term.Safe(rows[0].Note), rows[0].Nonce, eth.FormatEther(c)).WithHint("send the account ETH, then run sto tx-broadcast again")
		}
		return n, nil
	}
	return len(rows), nil
}

func (o *Outbox) flightCost(ctx context.Context, latest uint64) (*big.Int, error) {
	var rows []struct {
		Gas    uint64
		FeeCap int64
		Value  string
	}
	err := o.Store.DB().WithContext(ctx).Raw(`SELECT i.gas, max(a.fee_cap) AS fee_cap, i.value FROM intent i JOIN attempt a ON a.intent_id = i.id AND a.exposed_at IS NOT NULL
		WHERE i.chain_id = ? AND i.sender = ? AND i.nonce >= ? AND i.state = 'pending' GROUP BY i.id`, o.ChainID, o.sender(), latest).Scan(&rows).Error
	sum := new(big.Int)
	for _, r := range rows {
		sum.Add(sum, cost(&store.Intent{Gas: r.Gas, Value: r.Value}, big.NewInt(r.FeeCap)))
	}
	return sum, err
}

// simulated returns how many of the rows would succeed on the state that those in flight leave, and why the next one would
// not.
func (b *pass) simulated(ctx context.Context, rows, flying []store.Intent) (int, error) {
	msgs := append(b.messages(flying), b.messages(rows)...)
	got, err := b.Node.Simulate(ctx, msgs, node.Latest)
	var many *node.TooManyError
	switch {
	case errors.As(err, &many) && many.Fit > len(flying):
		return b.simulated(ctx, rows[:many.Fit-len(flying)], flying)
	case errors.As(err, &many) && len(flying) > 0:
		return 0, nil // those in flight must be mined first
	case errors.As(err, &many), errors.Is(err, node.ErrNoSimulate):
		return b.tried(ctx, rows, flying)
	case err != nil:
		return 0, err
	}
	for n, r := range got[len(flying):] {
		if r.Err != nil {
			return n, b.stays(&rows[n], r.Err)
		}
	}
	return len(rows), nil
}

// tried is simulated for nodes without eth_simulateV1: each row alone, on the latest state, which is the right one only
// when nothing is in flight.
func (b *pass) tried(ctx context.Context, rows, flying []store.Intent) (int, error) {
	msgs := b.messages(rows)
	for n := range msgs {
		msgs[n].Nonce = nil
	}
	got, err := b.Node.CallMany(ctx, msgs, node.Latest)
	if err != nil {
		return 0, err
	}
	for n, r := range got {
		if r.Err == nil {
			continue
		}
		if n > 0 || len(flying) > 0 {
			return n, nil // looked at again when those before it are mined
		}
		return n, b.stays(&rows[n], r.Err)
	}
	return len(rows), nil
}

func (b *pass) stays(i *store.Intent, err error) error {
	var revert *node.RevertError
	if !errors.As(err, &revert) {
		return err
	}
	return fault.New(fault.Refused, "%s (nonce %d) would fail now: %s", term.Safe(i.Note), i.Nonce, b.words(err, nil)).
		WithHint("it stays unsent, with all that waits behind it; mend the cause and run sto tx-broadcast again")
}

// expose commits the attempts and their marks before any byte leaves the process.
func (b *pass) expose(ctx context.Context, rows []store.Intent, attempts []*store.Attempt, fresh map[int64]bool) error {
	now := b.now()
	return b.Store.SQLTx(ctx, func(tx *sql.Tx) error {
		for n := range rows {
			i, a := &rows[n], attempts[n]
			var state store.State
			if err := tx.QueryRowContext(ctx, `SELECT state FROM intent WHERE id = ?`, i.ID).Scan(&state); err != nil {
				return err
			}
			if state != i.State {
				return fault.New(fault.Conflict, "%s (nonce %d) was changed by another process to %s", term.Safe(i.Note), i.Nonce, state).
					WithHint("run the command again")
			}
			if fresh[i.ID] {
				if err := wipe(ctx, tx, i.ID); err != nil {
					return err
				}
				if err := insertAttempt(ctx, tx, a); err != nil {
					return err
				}
			}
			if state == store.Draft {
				if _, err := tx.ExecContext(ctx, `UPDATE intent SET state = 'signed', changed_at = ?, cause = 'signed' WHERE id = ?`, now, i.ID); err != nil {
					return err
				}
			}
			if _, err := tx.ExecContext(ctx, `UPDATE attempt SET exposed_at = ? WHERE intent_id = ? AND hash = ? AND exposed_at IS NULL AND raw IS NOT NULL`, now, i.ID, a.Hash); err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, `UPDATE intent SET state = 'pending', changed_at = ?, cause = 'broadcast', node = ? WHERE id = ?`, now, b.Node.URL(), i.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

// send hands bytes to the node. What the node says moves no state: an error may come after it took them.
func (b *pass) send(ctx context.Context, rows []store.Intent, raws [][]byte) error {
	b.trouble = nil
	for n, r := range b.Node.SendRaw(ctx, raws) {
		i := &rows[n]
		where := fmt.Sprintf("%s (nonce %d)", term.Safe(i.Note), i.Nonce)
		words := ""
		if r.Err != nil {
			words = term.Safe(r.Err.Error())
		}
		switch r.Outcome {
		case node.Accepted, node.Known, node.NonceLow:
			continue
		case node.NoFunds:
			b.trouble = fault.New(fault.Funds, "the node did not take %s: %s", where, words).WithHint("send the account ETH, then run sto tx-broadcast again")
		case node.Underpriced, node.FeeLow:
			b.trouble = fault.New(fault.Pending, "the node did not take %s: %s", where, words).
				WithHint("it was signed with fees that are too low now; run sto tx-broadcast again when fees have fallen")
		case node.Rejected:
			b.trouble = fault.New(fault.Refused, "the node refuses %s: %s", where, words).WithHint("run sto diagnose, then sto tx-broadcast again")
		default:
			b.trouble = fault.New(fault.Node, "no answer for %s, it may have been sent: %s", where, words).
				WithHint("run sto tx-broadcast again: it sends the same bytes, never a second payment")
		}
		b.opts.Notice("%v", b.trouble)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return nil
	}
	return nil
}

func (b *pass) sleep(ctx context.Context, sent bool) error {
	if sent {
		b.poll = pollFirst
	}
	t := time.NewTimer(b.poll)
	defer t.Stop()
	b.poll = min(b.poll*3/2, pollLast)
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// code tells whether there is a contract at an address, and remembers a yes.
func (o *Outbox) code(ctx context.Context, a common.Address) (bool, error) {
	if o.coded[a] {
		return true, nil
	}
	code, err := o.Node.Code(ctx, a, node.Latest)
	if err == nil && len(code) > 0 {
		o.coded[a] = true
	}
	return len(code) > 0, err
}
