package testchain

import (
	"context"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
)

// TestImport gives geth a chain that was made elsewhere, with transactions in blocks that the test chose, and has it go on.
func TestImport(t *testing.T) {
	n := Geth(t, Archive())
	to := common.HexToAddress("0x00000000000000000000000000000000000a11ce")
	const blocks = importPart + 22 // divisible by three
	n.Import(blocks, func(i int, b *core.BlockGen) {
		for range i % 3 {
			b.AddTx(types.MustSignNewTx(n.Keys[0], b.Signer(), &types.DynamicFeeTx{ChainID: new(big.Int).SetUint64(n.ChainID),
				Nonce: b.TxNonce(n.Address(0)), To: &to, Value: big.NewInt(1), Gas: 21000, GasFeeCap: b.BaseFee()}))
		}
	})
	ctx := context.Background()
	for _, number := range []uint64{1, importPart, importPart + 1, blocks} {
		b, err := n.Client().BlockByNumber(ctx, new(big.Int).SetUint64(number))
		if err != nil {
			t.Fatal(err)
		}
		if got := len(b.Transactions()); got != int(number-1)%3 {
			t.Errorf("block %d has %d transactions", number, got)
		}
	}
	balance, err := n.Client().BalanceAt(ctx, to, nil)
	if err != nil || balance.Cmp(big.NewInt(blocks)) != 0 {
		t.Errorf("balance %s, %v", balance, err)
	}
	tx := send(t, n, n.Keys[0])
	if r := n.WaitMined(tx.Hash()); r.BlockNumber.Uint64() != blocks+1 {
		t.Errorf("mined in block %d", r.BlockNumber)
	}
	if n.Mine(2); n.Head() < blocks+3 {
		t.Errorf("block %d", n.Head())
	}
}
