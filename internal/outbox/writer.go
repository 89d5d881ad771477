package outbox

import (
	"context"
	"database/sql"
	"errors"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/store"
)

// writer stores calls by prepared statements: ten thousand rows in one transaction are its usual work.
type writer struct {
	ctx                          context.Context
	intent, attempt, row, needed *sql.Stmt
}

func newWriter(ctx context.Context, tx *sql.Tx) (*writer, error) {
	w := &writer{ctx: ctx}
	for _, s := range []struct {
		to  **sql.Stmt
		sql string
	}{
		{&w.intent, `INSERT INTO intent (id, chain_id, sender, nonce, request_id, kind, idem_key, payload_sha256, to_addr, creates, value, data, gas,
			note, created_at, reissue_of, state, changed_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`},
		{&w.attempt, `INSERT INTO attempt (intent_id, hash, kind, raw, tip, fee_cap, signed_at) VALUES (?,?,?,?,?,?,?)`},
		{&w.row, `INSERT INTO distribution_row (chain_id, token, external_id, intent_id, position, to_addr, raw) VALUES (?,?,?,?,?,?,?)`},
		{&w.needed, `INSERT OR IGNORE INTO dependency (intent_id, needs) VALUES (?,?)`},
	} {
		st, err := tx.PrepareContext(ctx, s.sql)
		if err != nil {
			return nil, errors.Join(err, w.close())
		}
		*s.to = st
	}
	return w, nil
}

func (w *writer) close() error {
	var errs []error
	for _, s := range []*sql.Stmt{w.intent, w.attempt, w.row, w.needed} {
		if s != nil {
			errs = append(errs, s.Close())
		}
	}
	return errors.Join(errs...)
}

// call stores one intent with its first attempt, its dependencies and its rows. first is the id of the request's first intent.
func (w *writer) call(i *store.Intent, a *store.Attempt, c *Call, first int64) error {
	if _, err := w.intent.ExecContext(w.ctx, i.ID, i.ChainID, i.Sender, i.Nonce, i.RequestID, i.Kind, i.IdemKey, i.PayloadSHA256, i.ToAddr, i.Creates,
		i.Value, i.Data, i.Gas, i.Note, i.CreatedAt, i.ReissueOf, string(i.State), i.ChangedAt); err != nil {
		return err
	}
	if err := w.add(a); err != nil {
		return err
	}
	for _, id := range c.After {
		if _, err := w.needed.ExecContext(w.ctx, i.ID, id); err != nil {
			return err
		}
	}
	for _, n := range c.AfterCalls {
		if _, err := w.needed.ExecContext(w.ctx, i.ID, first+int64(n)); err != nil {
			return err
		}
	}
	for n, r := range c.Rows {
		if _, err := w.row.ExecContext(w.ctx, i.ChainID, eth.Lower(r.Token), r.ExternalID, i.ID, n, eth.Lower(r.To), eth.EncodeRaw(r.Raw)); err != nil {
			return err
		}
	}
	return nil
}

// add stores an attempt.
func (w *writer) add(a *store.Attempt) error {
	_, err := w.attempt.ExecContext(w.ctx, a.IntentID, a.Hash, a.Kind, a.Raw, a.Tip, a.FeeCap, a.SignedAt)
	return err
}
