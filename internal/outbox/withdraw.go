package outbox

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"github.com/sto-project/sto/internal/failpoint"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// Withdraw takes back what was never sent: the named intents, which must be waiting. Those at the end of the queue become
// void, and their nonces free. In the place of one in the middle an empty transaction will be sent, since the chain wants
// every nonce used; it then counts as cancelled. It returns how many became void and how many will be cancelled.
func (o *Outbox) Withdraw(ctx context.Context, ids []int64) (void, cancelled int, err error) {
	unlock, err := o.lock(ctx)
	if err != nil {
		return 0, 0, err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	waiting, err := o.Waiting(ctx)
	if err != nil {
		return 0, 0, err
	}
	wanted := map[int64]bool{}
	for _, id := range ids {
		wanted[id] = true
	}
	last, err := o.endsTheQueue(ctx, waiting)
	if err != nil {
		return 0, 0, err
	}
	tail := len(waiting)
	for last && tail > 0 && wanted[waiting[tail-1].ID] {
		tail--
	}
	var end, middle []store.Intent
	for n, r := range waiting {
		switch {
		case !wanted[r.ID]:
			continue
		case n >= tail:
			end = append(end, r)
		default:
			middle = append(middle, r)
		}
		delete(wanted, r.ID)
	}
	for id := range wanted {
		var r store.Intent
		if err := o.Store.DB().WithContext(ctx).Limit(1).Find(&r, "id = ? AND chain_id = ? AND sender = ?", id, o.ChainID, o.sender()).Error; err != nil {
			return 0, 0, err
		}
		if r.ID == 0 {
			return 0, 0, fault.New(fault.Usage, "this database has no transaction %d of account %s on chain %d", id, o.Sender, o.ChainID).WithHint("sto tx-list shows the ids")
		}
		return 0, 0, fault.New(fault.Conflict, "transaction %d (%s) is %s: only what was never sent is withdrawn", id, term.Safe(r.Note), word(&r)).
			WithHint("what is on its way is replaced by an empty transaction with sto tx-cancel id:%d", id)
	}
	cancels, err := o.emptyInPlace(ctx, middle)
	if err != nil || o.DryRun {
		return len(end), len(middle), err
	}
	failpoint.Here(failpoint.Replaced)
	err = o.Store.SQLTx(ctx, func(tx *sql.Tx) error {
		for n := range middle {
			if err := wipe(ctx, tx, middle[n].ID); err != nil {
				return err
			}
			if err := insertAttempt(ctx, tx, cancels[n]); err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, `INSERT INTO event (intent_id, at, what, detail) VALUES (?, ?, 'withdrawn', 'an empty transaction goes in its place')`,
				middle[n].ID, o.now()); err != nil {
				return err
			}
		}
		for n := len(end) - 1; n >= 0; n-- { // only the highest can become void
			if err := wipe(ctx, tx, end[n].ID); err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, `UPDATE intent SET state = 'void', changed_at = ?, cause = 'withdrawn' WHERE id = ?`, o.now(), end[n].ID); err != nil {
				return err
			}
		}
		return nil
	})
	return len(end), len(middle), err
}

// LastOnes reports whether the named intents are the last of what waits to be sent, so that Withdraw needs neither node nor
// signer.
func (o *Outbox) LastOnes(ctx context.Context, ids []int64) (bool, error) {
	waiting, err := o.Waiting(ctx)
	if err != nil || len(waiting) < len(ids) {
		return false, err
	}
	if last, err := o.endsTheQueue(ctx, waiting); err != nil || !last {
		return false, err
	}
	for _, r := range waiting[len(waiting)-len(ids):] {
		if !slices.Contains(ids, r.ID) {
			return false, nil
		}
	}
	return true, nil
}

// endsTheQueue reports whether nothing that was sent has a higher nonce than what waits: what fills a gap waits below.
func (o *Outbox) endsTheQueue(ctx context.Context, waiting []store.Intent) (bool, error) {
	if len(waiting) == 0 {
		return true, nil
	}
	next, _, err := o.nextNonce(ctx)
	return waiting[len(waiting)-1].Nonce+1 == next, err
}

// emptyInPlace signs the empty transactions that take the place of withdrawn ones.
func (o *Outbox) emptyInPlace(ctx context.Context, rows []store.Intent) ([]*store.Attempt, error) {
	if len(rows) == 0 || o.DryRun {
		return nil, nil
	}
	if o.Node == nil {
		return nil, noNode()
	}
	fee, _, err := o.market(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]*store.Attempt, len(rows))
	for n := range rows {
		if out[n], err = o.sign(ctx, &rows[n], fee, attemptCancel); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// wipe removes signed bytes that will never be sent.
func wipe(ctx context.Context, tx *sql.Tx, intent int64) error {
	_, err := tx.ExecContext(ctx, wipeAttempts, intent)
	return err
}

const wipeAttempts = `UPDATE attempt SET raw = NULL WHERE intent_id = ? AND exposed_at IS NULL AND raw IS NOT NULL`
