package outbox_test

import (
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/testchain"
)

// TestChainWithoutBaseFee lives on a chain from before EIP-1559: transactions have one price, and a replacement a higher one.
func TestChainWithoutBaseFee(t *testing.T) {
	c := testchain.Anvil(t, testchain.Args("--hardfork", "berlin"))
	r := newRig(t, c, "")
	r.prepare(gift("a", 1), gift("b", 2))
	c.Call(nil, "evm_setAutomine", false)
	r.send()
	if _, err := r.Bump(ctx, nil, outbox.BroadcastOptions{}); err != nil {
		t.Fatal(err)
	}
	c.Call(nil, "evm_setAutomine", true)
	c.Mine(1)
	r.settle()
	if got := r.states(); got != "final final" {
		t.Errorf("states %s", got)
	}
	lines, err := r.Last(ctx, 2)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		tx, _, err := c.Client().TransactionByHash(ctx, common.HexToHash(l.TxHash))
		if err != nil || tx.Type() != types.LegacyTxType || !tx.Protected() {
			t.Errorf("%s: %+v, %v", l.Intent.Note, tx, err)
		}
	}
	if got := wei(t, c, receiver); got != 3 {
		t.Errorf("the receiver holds %d wei", got)
	}
	fresh := newRig(t, c, "")
	if a := fresh.adopt(); a.New != 2 || strings.TrimSpace(fresh.states()) != "final final" {
		t.Errorf("adopted %+v, states %s", a, fresh.states())
	}
}
