package scan

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/eth"
)

// The likely causes of a difference, as the table shows them.
const (
	causeRebase  = "rebasing"
	causeFee     = "fee on transfer"
	causeTaken   = "takes the fees"
	causeEarlier = "before the scan"
	causeSilent  = "missed or missing event"
	causeMute    = "refuses to answer"
)

// explain finds a likely cause of the differences of a reconciliation. It can be wrong: a contract that tells untruths can
// tell any.
func (r *run) explain(ctx context.Context, t *track, book *captable.Book) error {
	check := &t.result.Check
	var odd []*captable.Difference // holders that answered
	for i := range check.Differences {
		d := &check.Differences[i]
		switch {
		case d.Contract == nil:
			d.Cause = causeMute
		default:
			d.Cause = causeSilent
			if d.Address != (common.Address{}) {
				odd = append(odd, d)
			}
		}
	}
	switch {
	case !t.token.Complete:
		check.blame(causeEarlier)
		check.Cause = fmt.Sprintf("the scan began at block %d, which may be after the token's first transfers: scan with an earlier --start-block", t.token.FirstBlock)
		return nil
	case rebased(odd, book, check.Supply):
		check.blame(causeRebase)
		check.Cause = "the token rebases: it changes all balances in one proportion without telling by events, so that no table made from events can be right"
		return nil
	}
	received, err := r.received(ctx, t, odd)
	if err != nil {
		return err
	}
	if payers := taxed(odd, received); len(payers) > 0 {
		for _, d := range odd {
			if payers[d.Address] {
				d.Cause = causeFee
			} else if d.Contract.Int().Cmp(d.Accounted.Int()) > 0 {
				d.Cause = causeTaken
			}
		}
		if d := check.Differences[0]; d.Address == (common.Address{}) && d.Contract != nil {
			check.Differences[0].Cause = causeFee
		}
		check.Cause = "the token takes a fee from transfers that its events do not tell: receivers hold the same share less of all they received, so that no table made from events can be right"
		return nil
	}
	check.Cause = "the token moved, made or destroyed tokens without telling by events, or the node left events out: " +
		"scan into a fresh --database-file from another node, which shows which of the two it is"
	if len(odd) == 0 && len(check.Differences) > 0 && check.Differences[0].Contract == nil {
		check.Cause = "the contract refuses to answer balanceOf() or totalSupply() there"
	}
	return nil
}

// blame names one cause for all differences, but where the contract refused to answer.
func (check *Reconciliation) blame(cause string) {
	for i := range check.Differences {
		if d := &check.Differences[i]; d.Cause != causeMute {
			d.Cause = cause
		}
	}
}

// rebased reports whether nearly every balance and the supply differ, and all in one proportion but for rounding.
func rebased(odd []*captable.Difference, book *captable.Book, supply *big.Int) bool {
	holders := 0
	for i := range book.Holdings {
		if book.Holdings[i].Balance.Sign() > 0 {
			holders++
		}
	}
	if len(odd) == 0 || 10*len(odd) < 9*holders {
		return false
	}
	if supply == nil || book.Supply.Sign() <= 0 || supply.Cmp(book.Supply) == 0 {
		return false
	}
	for _, d := range odd {
		if !proportional(d.Contract.Int(), d.Accounted.Int(), supply, book.Supply) {
			return false
		}
	}
	return true
}

// proportional reports whether a / b equals c / d, as far as integers allow: a is at most two units off, or a millionth
// of itself.
func proportional(a, b, c, d *big.Int) bool {
	off := new(big.Int).Mul(b, c)
	off.Div(off, d).Sub(off, a).Abs(off)
	tolerance := new(big.Int).Div(new(big.Int).Abs(a), big.NewInt(1_000_000))
	return off.Cmp(tolerance.Add(tolerance, big.NewInt(2))) <= 0
}

// taxed returns the holders that lack the same share of all that they received. One alone proves nothing, unless another
// has just what it lacks.
func taxed(odd []*captable.Difference, received map[common.Address]*big.Int) map[common.Address]bool {
	var most *captable.Difference // of those that received and lack
	lack := func(d *captable.Difference) *big.Int { return new(big.Int).Sub(d.Accounted.Int(), d.Contract.Int()) }
	for _, d := range odd {
		got := received[d.Address]
		if got != nil && lack(d).Sign() > 0 && lack(d).Cmp(got) < 0 && (most == nil || got.Cmp(received[most.Address]) > 0) {
			most = d
		}
	}
	if most == nil {
		return nil
	}
	payers, sum, surplus := map[common.Address]bool{}, new(big.Int), new(big.Int)
	for _, d := range odd {
		if lack(d).Sign() < 0 {
			surplus.Sub(surplus, lack(d))
			continue
		}
		if got := received[d.Address]; got != nil && proportional(lack(d), got, lack(most), received[most.Address]) {
			payers[d.Address] = true
			sum.Add(sum, lack(d))
		}
	}
	lacking := 0
	for _, d := range odd {
		if lack(d).Sign() > 0 {
			lacking++
		}
	}
	if 10*len(payers) < 9*lacking || len(payers) == 1 && sum.Cmp(surplus) != 0 {
		return nil
	}
	return payers
}

// received sums up what holders received by transfers other than minting.
func (r *run) received(ctx context.Context, t *track, of []*captable.Difference) (map[common.Address]*big.Int, error) {
	out := make(map[common.Address]*big.Int, len(of))
	byID := make(map[int64]*big.Int, len(of))
	err := captable.Snapshot(ctx, r.s.store, func(q captable.Querier) error {
		zero := int64(-1)
		for _, a := range append(addressesOf(of), common.Address{}) {
			var id int64
			err := q.QueryRowContext(ctx, `SELECT id FROM holder WHERE address = ?`, a[:]).Scan(&id)
			switch {
			case errors.Is(err, sql.ErrNoRows):
			case err != nil:
				return fmt.Errorf("read holder %s: %w", a, err)
			case a == common.Address{}:
				zero = id
			default:
				byID[id] = new(big.Int)
				out[a] = byID[id]
			}
		}
		rows, err := q.QueryContext(context.WithoutCancel(ctx), `SELECT to_id, raw FROM transfer WHERE token_id = ? AND from_id <> ? AND from_id <> to_id AND block <= ?`,
			t.token.id, zero, int64(t.result.ScannedTo.Block))
		if err != nil {
			return fmt.Errorf("read transfers: %w", err)
		}
		defer rows.Close()
		for rows.Next() {
			var to int64
			var raw []byte
			if err := rows.Scan(&to, &raw); err != nil {
				return fmt.Errorf("read transfers: %w", err)
			}
			if sum := byID[to]; sum != nil {
				v, err := eth.DecodeRaw(raw)
				if err != nil {
					return fmt.Errorf("read transfers: %w", err)
				}
				sum.Add(sum, v)
			}
		}
		return rows.Err()
	})
	return out, err
}

func addressesOf(ds []*captable.Difference) []common.Address {
	out := make([]common.Address, len(ds))
	for i, d := range ds {
		out[i] = d.Address
	}
	return out
}
