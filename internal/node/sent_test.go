package node_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/node"
)

// TestSentOnChains reads an account's transactions from blocks, its counts, and the receipts of a block.
func TestSentOnChains(t *testing.T) {
	onAll(t, func(x *chain) {
		sink := x.Address(2)
		first, second := x.do(&sink, nil), x.do(&sink, []byte{1, 2, 3})
		blocks := []uint64{first.BlockNumber.Uint64(), second.BlockNumber.Uint64()}
		counts, err := x.c.Counts(background, x.Address(0), append([]uint64{0}, blocks...))
		if err != nil || !slices.Equal(counts, []uint64{0, 1, 2}) {
			t.Errorf("counts %v, %v", counts, err)
		}
		sent, err := x.c.SentIn(background, x.Address(0), blocks)
		if err != nil || len(sent) != 2 {
			t.Fatalf("%+v, %v", sent, err)
		}
		for n, want := range []common.Hash{first.TxHash, second.TxHash} {
			s := sent[n]
			if s.Hash != want || s.Tx == nil || s.Tx.Hash() != want || s.Nonce != uint64(n) || s.BlockNumber != blocks[n] {
				t.Errorf("%d: %+v", n, s)
			}
		}
		if none, err := x.c.SentIn(background, x.Address(1), blocks); err != nil || len(none) != 0 {
			t.Errorf("another's: %+v, %v", none, err)
		}
		if _, err := x.c.SentIn(background, x.Address(0), []uint64{x.Head() + 9}); !errors.Is(err, node.ErrNotFound) {
			t.Errorf("beyond the head: %v", err)
		}
		receipts, err := x.c.BlockReceipts(background, second.BlockHash)
		if r := receipts[second.TxHash]; err != nil || r == nil || r.Status != 1 || r.GasUsed != second.GasUsed || r.EffectiveGasPrice.Sign() == 0 {
			t.Errorf("%+v, %v", r, err)
		}
	})
}
