package outbox

import (
	"context"
	"database/sql"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// unblocked cuts the rows before the first that must wait for another to be mined, or whose receiver has no code.
func (b *pass) unblocked(ctx context.Context, rows []store.Intent, flying int) ([]store.Intent, error) {
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
			if n > 0 || flying > 0 { // what goes before may make it
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
	ids := store.IDs(rows)
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

// covered returns how many of the rows the balance covers beside what is in flight and what is planned before them: pools drop
// what is not covered.
func (b *pass) covered(ctx context.Context, v *view, rows []store.Intent, attempts []*store.Attempt, before plan, flying int) (int, error) {
	have, err := b.Node.Balance(ctx, b.Sender, node.Latest)
	if err != nil {
		return 0, err
	}
	used, err := b.flightCost(ctx, v.latest)
	if err != nil {
		return 0, err
	}
	for n := range before.rows {
		used.Add(used, cost(&before.rows[n], big.NewInt(before.attempts[n].FeeCap)))
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
		WHERE i.chain_id = ? AND i.sender = ? AND i.nonce >= ? AND i.`+isOpen+` AND i.state = 'pending' GROUP BY i.id`, o.ChainID, o.sender(), latest).Scan(&rows).Error
	sum := new(big.Int)
	for _, r := range rows {
		sum.Add(sum, cost(&store.Intent{Gas: r.Gas, Value: r.Value}, big.NewInt(r.FeeCap)))
	}
	return sum, err
}

// simulated returns how many of the rows would succeed on the state that those in flight leave, and why the next one would
// not. On a fast chain they are first run all in one call.
func (b *pass) simulated(ctx context.Context, v *view, rows, flying []store.Intent, fast bool) (n int, refusal, err error) {
	msgs := append(b.messages(flying), b.messages(rows)...)
	if fast && b.Node.Succeed(ctx, msgs, node.Latest) {
		return len(rows), nil, nil
	}
	got, err := b.Node.Simulate(ctx, msgs, node.Latest)
	var many *node.TooManyError
	switch {
	case errors.As(err, &many) && many.Fit > len(flying):
		return b.simulated(ctx, v, rows[:many.Fit-len(flying)], flying, false)
	case errors.As(err, &many) && len(flying) > 0:
		return 0, nil, nil // those in flight must be mined first
	case errors.As(err, &many), errors.Is(err, node.ErrNoSimulate):
		return b.tried(ctx, rows[:min(len(rows), Window)], flying)
	case err != nil:
		return 0, nil, err
	}
	for n, r := range got[len(flying):] {
		if r.Err == nil {
			continue
		}
		if refusal, err = b.stays(&rows[n], r.Err); err != nil {
			return 0, nil, err
		}
		// Some of those in flight may have been mined since the look, so that they were run twice.
		now, err := b.Node.Nonce(ctx, b.Sender, node.Latest)
		if err != nil || now != v.latest {
			return n, nil, err
		}
		return n, refusal, nil
	}
	return len(rows), nil, nil
}

// tried is simulated for nodes without eth_simulateV1: each row alone, on the latest state, which is the right one only
// when nothing is in flight.
func (b *pass) tried(ctx context.Context, rows, flying []store.Intent) (n int, refusal, err error) {
	msgs := b.messages(rows)
	for n := range msgs {
		msgs[n].Nonce = nil
	}
	got, err := b.Node.CallMany(ctx, msgs, node.Latest)
	if err != nil {
		return 0, nil, err
	}
	for n, r := range got {
		if r.Err == nil {
			continue
		}
		if n > 0 || len(flying) > 0 {
			return n, nil, nil // looked at again when those before it are mined
		}
		refusal, err = b.stays(&rows[n], r.Err)
		return n, refusal, err
	}
	return len(rows), nil, nil
}

// stays says why a row is not sent.
func (b *pass) stays(i *store.Intent, err error) (refusal, other error) {
	var revert *node.RevertError
	if !errors.As(err, &revert) {
		return nil, err
	}
	return fault.New(fault.Refused, "%s (nonce %d) would fail now: %s", term.Safe(i.Note), i.Nonce, b.words(err, nil)).
		WithHint("it stays unsent, with all that waits behind it; mend the cause and run sto tx-broadcast again"), nil
}

// expose commits the attempts and their marks before any byte leaves the process.
func (b *pass) expose(ctx context.Context, rows []store.Intent, attempts []*store.Attempt, fresh map[int64]bool) error {
	now := b.now()
	ids := store.IDs(rows)
	return b.Store.SQLTx(ctx, func(tx *sql.Tx) error {
		r := &recorder{ctx: ctx, tx: tx, now: now, node: b.Node.URL()}
		if err := r.load(ids); err != nil {
			return err
		}
		for n := range rows {
			i, a := &rows[n], attempts[n]
			if state := r.states[i.ID]; state != i.State {
				return fault.New(fault.Conflict, "%s (nonce %d) was changed by another process to %s", term.Safe(i.Note), i.Nonce, state).
					WithHint("run the command again")
			}
			if fresh[i.ID] {
				if err := r.exec(wipeAttempts, i.ID); err != nil {
					return err
				}
				if err := r.exec(`INSERT INTO attempt (intent_id, hash, kind, raw, tip, fee_cap, signed_at) VALUES (?,?,?,?,?,?,?)`,
					a.IntentID, a.Hash, a.Kind, a.Raw, a.Tip, a.FeeCap, a.SignedAt); err != nil {
					return err
				}
			}
			if i.State == store.Draft {
				if err := r.exec(`UPDATE intent SET state = 'signed', changed_at = ?, cause = 'signed' WHERE id = ?`, now, i.ID); err != nil {
					return err
				}
			}
			if err := r.exec(`UPDATE attempt SET exposed_at = ? WHERE intent_id = ? AND hash = ? AND exposed_at IS NULL AND raw IS NOT NULL`, now, i.ID, a.Hash); err != nil {
				return err
			}
			if err := r.exec(`UPDATE intent SET state = 'pending', changed_at = ?, cause = 'broadcast', node = ? WHERE id = ?`, now, r.node, i.ID); err != nil {
				return err
			}
		}
		return nil
	})
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
