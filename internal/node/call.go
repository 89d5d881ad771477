package node

import (
	"context"
	"errors"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/sto-project/sto/internal/fault"
)

// CallMsg is a call that is run but not sent.
type CallMsg struct {
	From  common.Address
	To    *common.Address // nil: a deployment
	Value *big.Int        // wei; nil: 0
	Data  []byte
	Gas   uint64  // 0: as much as the node gives (CallContract, CallMany, EstimateGas) or MaxTxGas (Simulate)
	Nonce *uint64 // used by Simulate: the address of a deployment follows from it; nil: the account's next
}

// CallResult is what a call came to.
type CallResult struct {
	Return  []byte
	GasUsed uint64 // by Simulate alone: the most that was needed at any time, before refunds where the node tells
	Err     error  // *RevertError when the contract refused
}

// arg returns m as JSON-RPC wants it.
func (m CallMsg) arg() map[string]any {
	a := map[string]any{"from": m.From}
	if m.To != nil {
		a["to"] = *m.To
	}
	if m.Value != nil && m.Value.Sign() != 0 {
		a["value"] = (*hexutil.Big)(m.Value)
	}
	if len(m.Data) > 0 {
		a["input"] = hexutil.Bytes(m.Data)
	}
	if m.Gas != 0 {
		a["gas"] = hexutil.Uint64(m.Gas)
	}
	return a
}

// CallContract runs m on the state of b and returns what it returns; *RevertError when it was refused.
func (c *Client) CallContract(ctx context.Context, m CallMsg, b Block) ([]byte, error) {
	res, err := c.CallMany(ctx, []CallMsg{m}, b)
	if err != nil {
		return nil, err
	}
	return res[0].Return, res[0].Err
}

// CallMany runs calls on the state of b, each for itself. A result's Err is a *RevertError when the contract refused;
// when the node could not run a call at all, CallMany fails as a whole.
func (c *Client) CallMany(ctx context.Context, calls []CallMsg, b Block) ([]CallResult, error) {
	const method = "eth_call"
	raw := make([]*hexutil.Bytes, len(calls))
	elems := make([]rpc.BatchElem, len(calls))
	for i, m := range calls {
		elems[i] = rpc.BatchElem{Method: method, Args: []any{m.arg(), b.arg()}, Result: &raw[i]}
	}
	if err := c.Batch(ctx, elems); err != nil {
		return nil, err
	}
	out := make([]CallResult, len(calls))
	for i := range elems {
		err := elems[i].Error
		if r := revertOf(err, c.scrub); r != nil {
			out[i].Err = r
		} else if err != nil {
			return nil, c.fail(ctx, method, err)
		} else if raw[i] == nil {
			return nil, c.wrongly(method, "null")
		} else {
			out[i].Return = *raw[i]
		}
	}
	return out, nil
}

// EstimateGas returns the gas that m needs on the state of b, without head-room. Errors hold a *RevertError when the
// contract refuses, and are of class fault.Funds when the sender can't pay m's value.
func (c *Client) EstimateGas(ctx context.Context, m CallMsg, b Block) (uint64, error) {
	const method = "eth_estimateGas"
	var gas *quantity
	err := c.Call(ctx, &gas, method, m.arg(), b.arg())
	if r := revertOf(err, c.scrub); r != nil {
		return 0, r
	}
	if err != nil {
		return 0, c.unfunded(err)
	}
	if gas == nil {
		return 0, c.wrongly(method, "null")
	}
	return uint64(*gas), nil
}

// unfunded gives err the class fault.Funds when the node says that the sender can't pay.
func (c *Client) unfunded(err error) error {
	var e *Error
	if errors.As(err, &e) && e.kind == kindAnswer && strings.Contains(strings.ToLower(e.Message), "insufficient funds") {
		return fault.New(fault.Funds, "the sender can't pay the value of the call: %w", e).WithHint("send ETH to the account")
	}
	return err
}
