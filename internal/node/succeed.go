package node

import (
	"bytes"
	"context"
	"encoding/binary"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/params"
)

// succeedCode makes calls one after the other; see testdata/calls.yul.
const succeedCode = "0x60005b36811060115760005260206000f35b6000808083358060e01c9384918260408801833760208701359060a081901c6001600160401b0316f115604657016040016002565b600080fd"

// Succeed reports whether calls of one account would all succeed, one after the other on the state of b, each with the gas
// that it is given.
//
// It gives the account a little code for the length of one eth_call, which costs a node a fraction of what Simulate does and
// tells less. A no says nothing: perhaps a call would fail, perhaps the node, or what is called, does not let itself be asked
// so; Simulate tells. A yes overlooks where gas is short by what a call saves because one before it has touched the same
// storage.
func (c *Client) Succeed(ctx context.Context, calls []CallMsg, b Block) bool {
	var input []byte
	for _, m := range calls {
		spent := spentBefore(m.Data)
		if m.To == nil || m.From != calls[0].From || m.Gas < spent {
			return false
		}
		input = binary.BigEndian.AppendUint32(input, uint32(len(m.Data)))
		input = binary.BigEndian.AppendUint64(input, m.Gas-spent)
		input = append(input, m.To[:]...)
		var value common.Hash
		if m.Value != nil {
			value = common.BigToHash(m.Value)
		}
		input = append(append(input, value[:]...), m.Data...)
	}
	if len(calls) == 0 {
		return true
	}
	from := calls[0].From
	var ret hexutil.Bytes
	err := c.Call(ctx, &ret, "eth_call", map[string]any{"from": from, "to": from, "input": hexutil.Bytes(input)}, b.arg(),
		map[common.Address]any{from: map[string]any{"code": succeedCode}})
	// Without the override there is no code, and so no answer.
	return err == nil && len(ret) == common.HashLength && new(big.Int).SetBytes(ret).Cmp(big.NewInt(int64(len(input)))) == 0
}

// spentBefore is the gas that a transaction with data costs before it runs (EIP-2028).
func spentBefore(data []byte) uint64 {
	zeros := uint64(bytes.Count(data, []byte{0}))
	return params.TxGas + zeros*params.TxDataZeroGas + (uint64(len(data))-zeros)*params.TxDataNonZeroGasEIP2028
}
