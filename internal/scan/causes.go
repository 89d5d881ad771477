package scan

import (
	"context"
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
	causeSelf    = "self-transfer made tokens"
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
	came, err := r.incoming(ctx, t, odd)
	if err != nil {
		return err
	}
	if doubled(odd, came) {
		for _, d := range odd {
			d.Cause = causeSelf
		}
		check.Cause = "a transfer of the token from a holder to itself makes tokens, which its events do not tell: no table made from events can be right"
		return nil
	}
	if payers := taxed(odd, came); len(payers) > 0 {
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

// income is what transfers other than minting brought a holder, and what it sent to itself.
type income struct{ received, self *big.Int }

// doubled reports whether every holder that differs has as much more as it sent to itself.
func doubled(odd []*captable.Difference, came map[common.Address]income) bool {
	for _, d := range odd {
		in, found := came[d.Address]
		if !found || in.self.Sign() == 0 || new(big.Int).Add(d.Accounted.Int(), in.self).Cmp(d.Contract.Int()) != 0 {
			return false
		}
	}
	return len(odd) > 0
}

// taxed returns the holders that lack the same share of all that they received. One alone proves nothing, unless another
// has just what it lacks.
func taxed(odd []*captable.Difference, came map[common.Address]income) map[common.Address]bool {
	lack := func(d *captable.Difference) *big.Int { return new(big.Int).Sub(d.Accounted.Int(), d.Contract.Int()) }
	got := func(d *captable.Difference) *big.Int {
		if in, found := came[d.Address]; found {
			return in.received
		}
		return new(big.Int)
	}
	var most *captable.Difference // of those that received and lack
	for _, d := range odd {
		if lack(d).Sign() > 0 && lack(d).Cmp(got(d)) < 0 && (most == nil || got(d).Cmp(got(most)) > 0) {
			most = d
		}
	}
	if most == nil {
		return nil
	}
	payers, sum, surplus, lacking := map[common.Address]bool{}, new(big.Int), new(big.Int), 0
	for _, d := range odd {
		switch {
		case lack(d).Sign() < 0:
			surplus.Sub(surplus, lack(d))
			continue
		case proportional(lack(d), got(d), lack(most), got(most)):
			payers[d.Address] = true
			sum.Add(sum, lack(d))
		}
		lacking++
	}
	if 10*len(payers) < 9*lacking || len(payers) == 1 && sum.Cmp(surplus) != 0 {
		return nil
	}
	return payers
}

// incoming sums up what transfers brought holders.
func (r *run) incoming(ctx context.Context, t *track, of []*captable.Difference) (map[common.Address]income, error) {
	out := make(map[common.Address]income, len(of))
	byID := make(map[int64]income, len(of))
	err := captable.Snapshot(ctx, r.s.store, func(q captable.Querier) error {
		for _, d := range of {
			var id int64
			if err := q.QueryRowContext(ctx, `SELECT id FROM holder WHERE address = ?`, d.Address[:]).Scan(&id); err != nil {
				return fmt.Errorf("read holder %s: %w", d.Address, err)
			}
			byID[id] = income{new(big.Int), new(big.Int)}
			out[d.Address] = byID[id]
		}
		zero := make([]byte, common.AddressLength)
		rows, err := q.QueryContext(context.WithoutCancel(ctx), `SELECT from_id, to_id, raw FROM transfer
			WHERE token_id = ? AND block <= ? AND from_id NOT IN (SELECT id FROM holder WHERE address = ?)`,
			t.token.id, int64(t.result.ScannedTo.Block), zero)
		if err != nil {
			return fmt.Errorf("read transfers: %w", err)
		}
		defer rows.Close()
		for rows.Next() {
			var from, to int64
			var raw []byte
			if err := rows.Scan(&from, &to, &raw); err != nil {
				return fmt.Errorf("read transfers: %w", err)
			}
			in, wanted := byID[to]
			if !wanted {
				continue
			}
			v, err := eth.DecodeRaw(raw)
			if err != nil {
				return fmt.Errorf("read transfers: %w", err)
			}
			if from == to {
				in.self.Add(in.self, v)
			} else {
				in.received.Add(in.received, v)
			}
		}
		return rows.Err()
	})
	return out, err
}
