package scan

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
)

// storedDifferences bounds how many differences a checkpoint keeps; the result has all.
const storedDifferences = 1_000

// tell fills in what is known also after a failure.
func (r *run) tell() {
	r.result.Token = r.token
	r.result.Transfers, r.result.Updated = r.writer.stored, r.writer.updated()
	if r.token.scanned == nil {
		return
	}
	r.result.ScannedTo.Block = *r.token.scanned
	if r.final != nil && *r.final >= r.token.FirstBlock {
		n := min(*r.final, *r.token.scanned)
		r.result.FinalTo = &n
	}
}

// conclude adds up what is stored, and compares it with the contract.
func (r *run) conclude(ctx context.Context) error {
	res := r.result
	if r.final != nil {
		if err := r.s.markFinal(ctx, r.token.id, *r.final); err != nil {
			return err
		}
	}
	var book *captable.Book
	err := captable.Snapshot(ctx, r.s.store, func(q captable.Querier) (err error) {
		var hash string
		if err := q.QueryRowContext(ctx, `SELECT hash, time FROM checkpoint WHERE token_id = ? AND block = ?`,
			r.token.id, int64(res.ScannedTo.Block)).Scan(&hash, &res.ScannedTo.Time); err != nil {
			return fmt.Errorf("read checkpoint %d: %w", res.ScannedTo.Block, err)
		}
		res.Hash = common.HexToHash(hash)
		book, err = captable.Read(ctx, q, r.token.id, res.ScannedTo.Block, nil)
		return err
	})
	if err != nil {
		return err
	}
	res.Supply = book.Supply
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
		return nil
	}
	if res.Check, err = r.s.reconcile(ctx, r.token.Address, res.Hash, book); err != nil {
		return err
	}
	if err := r.note(ctx); err != nil {
		return err
	}
	return r.verdict()
}

// note keeps the reconciliation with its checkpoint. A check that could not be made takes back none that was.
func (r *run) note(ctx context.Context) error {
	check := &r.result.Check
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
			WHERE token_id = ? AND block = ? AND hash = ?`, check.Outcome == captable.Agreed, raw(check.Supply), raw(r.result.Supply), string(text),
			r.token.id, int64(r.result.ScannedTo.Block), r.result.Hash.Hex())
		return err
	})
}

// verdict is the error that differences are.
func (r *run) verdict() error {
	check := &r.result.Check
	if check.Outcome != captable.Differs {
		return nil
	}
	err := fault.New(fault.General, "token %s: at block %d the contract's own figures differ from what its events add up to, in %d out of %d figures",
		r.token.Address, r.result.ScannedTo.Block, len(check.Differences), check.Asked+1)
	if !r.token.Complete {
		return err.WithHint("the scan began at block %d, which may be after the token's first transfers: scan with an earlier --start-block", r.token.FirstBlock)
	}
	return err.WithHint("the token changes balances without telling by events, as rebasing and fee-taking tokens do, or the node left events out: scan from another node")
}
