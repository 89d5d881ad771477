package outbox

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/store"
)

// adopter writes what was found within one transaction of the database.
type adopter struct {
	*adoption
	recorder
	groups map[*Group]string
}

// held reports whether the database holds a settled transaction under a nonce.
func (w *adopter) held(nonce uint64) (bool, error) {
	var n int
	err := w.tx.QueryRowContext(w.ctx, `SELECT count(*) FROM intent WHERE chain_id = ? AND sender = ? AND nonce = ? AND state <> 'void'`,
		w.ChainID, w.sender(), nonce).Scan(&n)
	return n > 0, err
}

// settle records what became of a transaction that the database holds as waiting or on its way.
func (w *adopter) settle(i *store.Intent, p *piece, v *verdict) error {
	var state store.State
	if err := w.tx.QueryRowContext(w.ctx, `SELECT state FROM intent WHERE id = ?`, i.ID).Scan(&state); err != nil {
		return err
	}
	if state != i.State {
		return errMoved
	}
	if v.attempt != nil && v.attempt.ID == 0 { // its own attempts that were never sent stay so
		if err := wipe(w.ctx, w.tx, i.ID); err != nil {
			return err
		}
	}
	return w.fate(i, p, v)
}

// add records a transaction that the database does not know.
func (w *adopter) add(ctx context.Context, p *piece, v *verdict) (store.Intent, error) {
	reissue, _, err := w.known(ctx, w.tx, p)
	if err != nil {
		return store.Intent{}, err
	}
	request, ok := w.groups[p.reading.Group]
	if !ok {
		if request, err = w.request(ctx, w.tx, p.reading.Group); err != nil {
			return store.Intent{}, err
		}
		w.groups[p.reading.Group] = request
	}
	i := w.intent(p, request, reissue)
	if p.reading.Key != "" {
		if i.IdemKey, err = w.key(p.reading.Key); err != nil {
			return i, err
		}
	}
	i.PayloadSHA256 = payload(Call{Kind: i.Kind, Payload: p.reading.Wish})
	if reissue != nil { // shares both with the old one
		if err := w.tx.QueryRowContext(ctx, `SELECT idem_key, payload_sha256, kind FROM intent WHERE id = ?`, *reissue).Scan(&i.IdemKey, &i.PayloadSHA256, &i.Kind); err != nil {
			return i, err
		}
	}
	got, err := w.tx.ExecContext(ctx, `INSERT INTO intent (chain_id, sender, nonce, request_id, kind, idem_key, payload_sha256, to_addr, creates, value, data, gas,
		note, created_at, reissue_of, state, changed_at, cause, node) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`, i.ChainID, i.Sender, i.Nonce, i.RequestID,
		i.Kind, i.IdemKey, i.PayloadSHA256, i.ToAddr, i.Creates, i.Value, i.Data, i.Gas, i.Note, i.CreatedAt, i.ReissueOf, string(i.State), i.ChangedAt, w.because, w.recorder.node)
	if err != nil {
		return i, err
	}
	if i.ID, err = got.LastInsertId(); err != nil {
		return i, err
	}
	for n, r := range p.reading.Rows {
		if err := w.exec(`INSERT INTO distribution_row (chain_id, token, external_id, intent_id, position, to_addr, raw) VALUES (?,?,?,?,?,?,?)`,
			i.ChainID, eth.Lower(r.Token), r.ExternalID, i.ID, n, eth.Lower(r.To), eth.EncodeRaw(r.Raw)); err != nil {
			return i, err
		}
	}
	return i, w.fate(&i, p, v)
}

// key returns a natural key with the number that follows those in the database.
func (w *adopter) key(base string) (string, error) {
	var top sql.NullInt64
	err := w.tx.QueryRowContext(w.ctx, `SELECT max(CAST(substr(idem_key, ?) AS INTEGER)) FROM intent WHERE chain_id = ? AND idem_key >= ? AND idem_key < ? AND state <> 'void'`,
		len(base)+2, w.ChainID, base+"#", base+"$").Scan(&top)
	return fmt.Sprintf("%s#%d", base, top.Int64+1), err
}

// fate moves a row to where the verdict says, by the steps that every row takes.
func (w *adopter) fate(i *store.Intent, p *piece, v *verdict) error {
	if v.attempt == nil || v.state == store.Superseded {
		if v.state == store.Superseded {
			if err := w.exec(`UPDATE intent SET superseded_by = ? WHERE id = ?`, hex(p.sent.Hash), i.ID); err != nil {
				return err
			}
		}
		return w.move(i, v.state, v.cause)
	}
	a := v.attempt
	if a.ID == 0 {
		a.IntentID = i.ID
		got, err := w.tx.ExecContext(w.ctx, `INSERT INTO attempt (intent_id, hash, kind, raw, tip, fee_cap, signed_at) VALUES (?,?,?,?,?,?,?)`,
			a.IntentID, a.Hash, a.Kind, a.Raw, a.Tip, a.FeeCap, a.SignedAt)
		if err == nil {
			a.ID, err = got.LastInsertId()
		}
		if err != nil {
			return err
		}
	}
	if i.State == store.Draft {
		if err := w.move(i, store.Signed, "found on the chain"); err != nil {
			return err
		}
	}
	if p.receipt == nil {
		if a.ExposedAt == nil {
			if err := w.exec(`UPDATE attempt SET exposed_at = ? WHERE id = ?`, w.now, a.ID); err != nil {
				return err
			}
		}
		if i.State == store.PendingTx {
			return nil
		}
		return w.move(i, store.PendingTx, v.cause)
	}
	f := &found{intent: i, attempt: a, receipt: p.receipt}
	if p.receipt.Status == 0 {
		f.reason = unknownReason
	}
	final := uint64(0)
	if p.final && !p.unsure {
		final = p.receipt.BlockNumber
	}
	_, err := w.one(f, final)
	return err
}
