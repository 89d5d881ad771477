package outbox

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// record writes what was found in one transaction. Another process may have recorded it meanwhile: states are read again.
func (o *Outbox) record(ctx context.Context, v *view, facts []found) (changes, error) {
	var out changes
	err := o.Store.SQLTx(ctx, func(tx *sql.Tx) error {
		out = changes{}
		r := &recorder{ctx: ctx, tx: tx, now: o.now(), node: o.Node.URL()}
		for n := range facts {
			f := &facts[n]
			var state store.State
			if err := tx.QueryRowContext(ctx, `SELECT state FROM intent WHERE id = ?`, f.intent.ID).Scan(&state); err != nil {
				return err
			}
			if state != f.intent.State {
				continue
			}
			moved, err := r.one(f, v.final.Number)
			if err != nil {
				return err
			}
			if moved {
				out.moved = append(out.moved, f.intent.ID)
			}
			if state != store.Mined && (f.receipt != nil && f.receipt.Status == 0 || f.foreign != nil || f.unclear != "") {
				out.failed++
			}
		}
		return nil
	})
	return out, err
}

// recorder writes facts.
type recorder struct {
	ctx  context.Context
	tx   *sql.Tx
	now  int64
	node string

	because string // what led to the facts, where it is not an update; stands before the causes
}

func (r *recorder) exec(query string, args ...any) error {
	_, err := r.tx.ExecContext(r.ctx, query, args...)
	return err
}

func (r *recorder) move(i *store.Intent, to store.State, cause string) error {
	i.State = to
	if r.because != "" {
		cause = r.because + ": " + cause
	}
	return r.exec(`UPDATE intent SET state = ?, changed_at = ?, cause = ?, node = ? WHERE id = ?`, string(to), r.now, cause, r.node, i.ID)
}

// one records one fact, and says whether the state moved.
func (r *recorder) one(f *found, final uint64) (bool, error) {
	i := f.intent
	before := i.State
	switch {
	case f.receipt != nil:
		if waits, err := r.behind(f); err != nil || waits {
			return false, err
		}
		if err := r.mined(f); err != nil {
			return false, err
		}
		if f.receipt.BlockNumber <= final && !f.unsure {
			if err := r.judge(i, f.attempt.Kind, f.receipt.Status); err != nil {
				return false, err
			}
		}
	case f.settled != nil:
		var kind string
		if err := r.tx.QueryRowContext(r.ctx, `SELECT kind FROM attempt WHERE id = ?`, f.settled.AttemptID).Scan(&kind); err != nil {
			return false, err
		}
		if err := r.judge(i, kind, f.settled.Status); err != nil {
			return false, err
		}
	case f.orphan != nil:
		if err := r.exec(`UPDATE receipt SET orphaned_at = ? WHERE intent_id = ? AND orphaned_at IS NULL`, r.now, i.ID); err != nil {
			return false, err
		}
		cause := fmt.Sprintf("block %d was replaced", f.orphan.BlockNum)
		if f.denied {
			cause = fmt.Sprintf("another node shows that it is not in block %d", f.orphan.BlockNum)
		}
		if err := r.move(i, store.PendingTx, cause); err != nil {
			return false, err
		}
	case f.foreign != nil:
		i.SupersededBy = ptr(hex(f.foreign.Hash))
		if err := r.exec(`UPDATE intent SET superseded_by = ? WHERE id = ?`, *i.SupersededBy, i.ID); err != nil {
			return false, err
		}
		if err := r.move(i, store.Superseded, "nonce used by "+*i.SupersededBy); err != nil {
			return false, err
		}
	case f.unclear != "":
		if err := r.move(i, store.Unclear, f.unclear); err != nil {
			return false, err
		}
	}
	return i.State != before, nil
}

// behind reports whether a transaction that this copy of the database holds as never sent stands behind another such: what
// became of that one comes first, and an adoption finds it out.
func (r *recorder) behind(f *found) (bool, error) {
	if f.attempt.ExposedAt != nil {
		return false, nil
	}
	var n int
	err := r.tx.QueryRowContext(r.ctx, `SELECT count(*) FROM intent WHERE chain_id = ? AND sender = ? AND nonce < ? AND state IN ('draft','signed')`,
		f.intent.ChainID, f.intent.Sender, f.intent.Nonce).Scan(&n)
	return n > 0, err
}

// mined records a receipt as the canonical one. An intent that this copy of the database holds as never sent is marked
// exposed first: the chain shows that it was.
func (r *recorder) mined(f *found) error {
	i, a, rc := f.intent, f.attempt, f.receipt
	if a.ExposedAt == nil {
		if a.Raw == nil {
			return fault.New(fault.Conflict, "transaction %s is on the chain, but database holds it as replaced before it was sent", a.Hash).
				WithHint("use the newest copy of the database, or run sto db-adopt")
		}
		if err := r.exec(`UPDATE attempt SET exposed_at = ? WHERE id = ?`, r.now, a.ID); err != nil {
			return err
		}
	}
	if i.State == store.Signed {
		if err := r.move(i, store.PendingTx, "found on the chain"); err != nil {
			return err
		}
	}
	block := hex(rc.BlockHash)
	if err := r.exec(`UPDATE receipt SET orphaned_at = ? WHERE intent_id = ? AND orphaned_at IS NULL AND (attempt_id <> ? OR block_hash <> ?)`,
		r.now, i.ID, a.ID, block); err != nil {
		return err
	}
	var known sql.NullInt64 // the status that is stored
	if err := r.tx.QueryRowContext(r.ctx, `SELECT max(status) FROM receipt WHERE attempt_id = ? AND block_hash = ?`, a.ID, block).Scan(&known); err != nil {
		return err
	}
	if known.Valid && uint64(known.Int64) != rc.Status {
		if f.unsure {
			return nil // one node's word against another's
		}
		if err := r.correct(i, a, rc, f.reason); err != nil {
			return err
		}
	}
	if !known.Valid {
		var reason *string
		if rc.Status == 0 {
			reason = ptr(term.Safe(f.reason))
		}
		price := "0"
		if rc.EffectiveGasPrice != nil {
			price = rc.EffectiveGasPrice.String()
		}
		if err := r.exec(`INSERT INTO receipt (attempt_id, intent_id, block_hash, block_num, status, gas_used, gas_price, reason, seen_at)
			VALUES (?,?,?,?,?,?,?,?,?)`, a.ID, i.ID, block, rc.BlockNumber, rc.Status, rc.GasUsed, price, reason, r.now); err != nil {
			return err
		}
	} else if err := r.exec(`UPDATE receipt SET orphaned_at = NULL WHERE attempt_id = ? AND block_hash = ? AND orphaned_at IS NOT NULL`, a.ID, block); err != nil {
		return err
	}
	if i.State == store.Mined {
		return nil
	}
	return r.move(i, store.Mined, fmt.Sprintf("receipt in block %d", rc.BlockNumber))
}

// correct replaces what a node told wrongly of a receipt by what is confirmed: by way of pending, so that the history shows it.
func (r *recorder) correct(i *store.Intent, a *store.Attempt, rc *node.Receipt, reason string) error {
	if i.State == store.Mined {
		if err := r.move(i, store.PendingTx, fmt.Sprintf("a node told the status in block %d wrongly", rc.BlockNumber)); err != nil {
			return err
		}
	}
	var words *string
	if rc.Status == 0 {
		words = ptr(term.Safe(reason))
	}
	price := "0"
	if rc.EffectiveGasPrice != nil {
		price = rc.EffectiveGasPrice.String()
	}
	return r.exec(`UPDATE receipt SET status = ?, gas_used = ?, gas_price = ?, reason = ?, seen_at = ? WHERE attempt_id = ? AND block_hash = ?`,
		rc.Status, rc.GasUsed, price, words, r.now, a.ID, hex(rc.BlockHash))
}

// judge settles a mined intent by what was mined.
func (r *recorder) judge(i *store.Intent, kind string, status uint64) error {
	to := store.Reverted
	switch {
	case kind == "cancel":
		to = store.Cancelled
	case status == 1:
		to = store.Final
	}
	return r.move(i, to, "final")
}
