package distribution

import (
	"context"
	"math/big"

	"github.com/sto-project/sto/internal/node"
)

// storingOnce is init code that sets one storage slot: PUSH1 1 PUSH1 0 SSTORE.
var storingOnce = []byte{0x60, 0x01, 0x60, 0x00, 0x55}

// storingCosts is what deploying it takes by the rules under which the gas table was measured: 21,000 and 32,000 for a
// transaction that creates, 16 for each byte (EIP-2028), 2 for a word of init code (EIP-3860), 6 for the two pushes and
// 22,100 for a slot that is set (EIP-2929).
const storingCosts = 21_000 + 32_000 + 5*16 + 2 + 6 + 22_100

// tableHolds reports whether the chain prices storage as where the gas table was measured. Chains with later rules, such as
// a plain `geth --dev`, may ask for several times as much (EIP-8037); there the node's word is taken instead.
func (j *job) tableHolds(ctx context.Context) (bool, error) {
	got, err := j.box.Node.EstimateGas(ctx, node.CallMsg{From: j.sender, Value: new(big.Int), Data: storingOnce}, node.Latest)
	if err != nil {
		return false, err
	}
	return got <= storingCosts+storingCosts/20, nil
}
