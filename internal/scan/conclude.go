package scan

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
)

// storedDifferences bounds how many differences a checkpoint keeps; the result has all.
const storedDifferences = 1_000

// tell fills in what is known also after a failure.
func (r *run) tell() []*Result {
	out := make([]*Result, len(r.tracks))
	for i, t := range r.tracks {
		res := t.result
		out[i] = res
		res.Token = t.token
		res.Transfers, res.Updated = t.stored, t.updated()
		if t.token.scanned == nil {
			continue
		}
		res.ScannedTo.Block = *t.token.scanned
		if r.final != nil && *r.final >= t.token.FirstBlock {
			n := min(*r.final, *t.token.scanned)
			res.FinalTo = &n
		}
	}
	return out
}

// conclude adds up what is stored, and compares it with the contracts. It is to be done again when a block was
// reorganised away before its contract was asked.
func (r *run) conclude(ctx context.Context) (again bool, err error) {
	r.tell()
	for _, t := range r.tracks {
		gone, err := r.concludeOne(ctx, t)
		if err != nil {
			return false, err
		}
		again = again || gone
	}
	return again, r.verdict()
}

func (r *run) concludeOne(ctx context.Context, t *track) (gone bool, err error) {
	res := t.result
	if r.final != nil {
		if err := r.s.markFinal(ctx, t.token.id, *r.final); err != nil {
			return false, err
		}
	}
	var book *captable.Book
	err = captable.Snapshot(ctx, r.s.store, func(q captable.Querier) (err error) {
		var hash string
		if err := q.QueryRowContext(ctx, `SELECT hash, time FROM checkpoint WHERE token_id = ? AND block = ?`,
			t.token.id, int64(res.ScannedTo.Block)).Scan(&hash, &res.ScannedTo.Time); err != nil {
			return fmt.Errorf("read checkpoint %d: %w", res.ScannedTo.Block, err)
		}
		res.Hash = common.HexToHash(hash)
		book, err = captable.Read(ctx, q, t.token.id, res.ScannedTo.Block, nil)
		return err
	})
	if err != nil {
		return false, err
	}
	res.Supply, res.Holders, res.Negative = book.Supply, 0, nil
	for i := range book.Holdings {
		switch h := &book.Holdings[i]; h.Balance.Sign() {
		case -1:
			res.Negative = append(res.Negative, *h)
			res.Holders++
		case 1:
			res.Holders++
		}
	}
	res.Check = Reconciliation{Outcome: captable.NotTried, Why: "it was not asked for"}
	if !r.opts.Reconcile {
		return false, nil
	}
	if gone, err = r.reconcile(ctx, t, book); err != nil {
		return false, err
	}
	return gone, r.note(ctx, t)
}

// note keeps the reconciliation with its checkpoint. A check that could not be made takes back none that was.
func (r *run) note(ctx context.Context, t *track) error {
	check := &t.result.Check
	if check.Outcome == captable.NotTried {
		return nil
	}
	differences := check.Differences
	if differences == nil {
		differences = []captable.Difference{}
	}
	text, err := json.Marshal(differences[:min(len(differences), storedDifferences)])
	if err != nil {
		return err
	}
	raw := func(v *big.Int) any {
		if v == nil || v.Sign() < 0 {
			return nil
		}
		return eth.EncodeRaw(v)
	}
	return r.s.store.SQLTx(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE checkpoint SET reconciled = ?, total_supply = ?, accounted_supply = ?, differences = ?
			WHERE token_id = ? AND block = ? AND hash = ?`, check.Outcome == captable.Agreed, raw(check.Supply), raw(t.result.Supply), string(text),
			t.token.id, int64(t.result.ScannedTo.Block), t.result.Hash.Hex())
		return err
	})
}

// verdict is the error that differences are.
func (r *run) verdict() error {
	var worst *fault.Error
	var named []string
	for _, t := range r.tracks {
		check := &t.result.Check
		if check.Outcome != captable.Differs {
			continue
		}
		named = append(named, t.token.Address.Hex())
		if worst == nil {
			worst = fault.New(fault.General, "token %s: at block %d the contract's own figures differ from what its events add up to, in %d out of %d figures",
				t.token.Address, t.result.ScannedTo.Block, len(check.Differences), check.Asked+1).WithHint("%s", check.Cause)
		}
	}
	switch len(named) {
	case 0:
		return nil
	case 1:
		return worst
	}
	return fault.New(fault.General, "the own figures of %d tokens differ from what their events add up to: %s", len(named), strings.Join(named, ", ")).
		WithHint("each is listed with the likely cause")
}
