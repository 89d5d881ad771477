package outbox

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// record writes what was found in one transaction. Another process may have recorded it meanwhile: states are read again.
func (o *Outbox) record(ctx context.Context, final uint64, facts []found) (changes, error) {
	var out changes
	err := o.Store.SQLTx(ctx, func(tx *sql.Tx) error {
		out = changes{}
		r := &recorder{ctx: ctx, tx: tx, now: o.now(), node: o.Node.URL()}
		ids := make([]int64, len(facts))
		for n := range facts {
			ids[n] = facts[n].intent.ID
		}
		if err := r.load(ids); err != nil {
			return err
		}
		for n := range facts {
			f := &facts[n]
			state := r.states[f.intent.ID]
			if state != f.intent.State {
				continue
			}
			moved, err := r.one(f, final)
			if err != nil {
				return err
			}
			if moved {
				out.moved = append(out.moved, f.intent.ID)
			}
			if state != store.Mined && (f.receipt != nil && f.receipt.Status == 0 || f.foreign != nil || f.unclear != "") {
				out.failed++
			}
			if f.orphan != nil {
				out.back++
			}
		}
		return nil
	})
	return out, err
}

// recorder writes facts within one transaction of the database, whose end closes its statements.
type recorder struct {
	ctx  context.Context
	tx   *sql.Tx
	now  int64
	node string

	because string // what led to the facts, where it is not an update; stands before the causes

	stmts    map[string]*sql.Stmt
	loaded   bool                  // the following hold what there is of the intents in question
	states   map[int64]store.State // by intent
	receipts map[int64]bool        // by intent: whether any receipt is stored
}

// load reads what the database holds of intents.
func (r *recorder) load(intents []int64) error {
	r.loaded, r.states, r.receipts = true, make(map[int64]store.State, len(intents)), map[int64]bool{}
	ids, err := json.Marshal(intents)
	if err != nil {
		return err
	}
	rows, err := r.tx.QueryContext(context.WithoutCancel(r.ctx), `SELECT i.id, i.state, EXISTS (SELECT 1 FROM attempt a JOIN receipt r
		ON r.attempt_id = a.id WHERE a.intent_id = i.id) FROM intent i WHERE i.id IN (SELECT value FROM json_each(?))`, string(ids))
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var state store.State
		var any bool
		if err := rows.Scan(&id, &state, &any); err != nil {
			return err
		}
		r.states[id], r.receipts[id] = state, any
	}
	return rows.Err()
}

// noReceipt reports whether it is known that no receipt of the intent is stored.
func (r *recorder) noReceipt(intent int64) bool { return r.loaded && !r.receipts[intent] }

// stmt prepares a statement once.
func (r *recorder) stmt(query string) (*sql.Stmt, error) {
	if s := r.stmts[query]; s != nil {
		return s, nil
	}
	s, err := r.tx.PrepareContext(r.ctx, query)
	if err != nil {
		return nil, err
	}
	if r.stmts == nil {
		r.stmts = map[string]*sql.Stmt{}
	}
	r.stmts[query] = s
	return s, nil
}

// exec runs a statement. An interruption ends the transaction, not the statement: to watch for it there takes longer than
// most statements.
func (r *recorder) exec(query string, args ...any) error {
	s, err := r.stmt(query) //nolint:sqlclosecheck // the transaction's end closes it
	if err == nil {
		_, err = s.ExecContext(context.WithoutCancel(r.ctx), args...)
	}
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
	err := r.tx.QueryRowContext(r.ctx, `SELECT count(*) FROM intent WHERE chain_id = ? AND sender = ? AND nonce < ? AND `+waits,
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
	var known sql.NullInt64 // the status that is stored
	if !r.noReceipt(i.ID) {
		if err := r.exec(`UPDATE receipt SET orphaned_at = ? WHERE intent_id = ? AND orphaned_at IS NULL AND (attempt_id <> ? OR block_hash <> ?)`,
			r.now, i.ID, a.ID, block); err != nil {
			return err
		}
		if err := r.tx.QueryRowContext(r.ctx, `SELECT max(status) FROM receipt WHERE attempt_id = ? AND block_hash = ?`, a.ID, block).Scan(&known); err != nil {
			return err
		}
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
