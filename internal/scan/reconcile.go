package scan

import (
	"bytes"
	"context"
	"errors"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/node"
)

// reconcile asks the contract for its supply and every holder's balance at a block, also of those whom the events leave
// with nothing.
func (s *Scanner) reconcile(ctx context.Context, token common.Address, block common.Hash, book *captable.Book) (Reconciliation, error) {
	start := time.Now()
	check := Reconciliation{Outcome: captable.Agreed, Asked: len(book.Holdings)}
	at := node.AtHash(block)
	supply, err := s.ask(ctx, token, [][]byte{contract.TotalSupply().Data}, at)
	var balances []*big.Int
	if err == nil {
		balances, err = s.balances(ctx, token, book.Holdings, block)
	}
	switch {
	case errors.Is(err, node.ErrNoState):
		return Reconciliation{Outcome: captable.NotTried, Why: "the node keeps no state of that block"}, nil
	case errors.Is(err, node.ErrNotFound):
		return Reconciliation{Outcome: captable.NotTried, Why: "the block is no longer part of the node's chain"}, nil
	case err != nil:
		return check, err
	}
	if total, err := contract.TotalSupply().Decode(supply[0]); err == nil {
		check.Supply = total
	}
	if check.Supply == nil || check.Supply.Cmp(book.Supply) != 0 {
		d := captable.Difference{Accounted: captable.NewRaw(book.Supply)}
		if check.Supply != nil {
			d.Contract = captable.NewRaw(check.Supply)
		}
		check.Differences = append(check.Differences, d)
	}
	for i, h := range book.Holdings {
		if balances[i] != nil && balances[i].Cmp(h.Balance) == 0 {
			continue
		}
		d := captable.Difference{Address: h.Address, Accounted: captable.NewRaw(h.Balance)}
		if balances[i] != nil {
			d.Contract = captable.NewRaw(balances[i])
		}
		check.Differences = append(check.Differences, d)
	}
	slices.SortFunc(check.Differences, func(a, b captable.Difference) int { return bytes.Compare(a.Address[:], b.Address[:]) })
	if len(check.Differences) > 0 {
		check.Outcome = captable.Differs
	}
	check.Took = time.Since(start)
	return check, nil
}
