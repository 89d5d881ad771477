package scan

import (
	"context"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/node"
)

const (
	together = 1_000  // holders of one call: some 5 million gas with a plain token, where nodes give 30 million or more
	aside    = 10_000 // holders asked one by one at a time, which bounds memory
)

// balancesCode asks for many balances in one call; see testdata/balances.yul.
const balancesCode = "0x6370a0823160e01b6000908152604090602090355b368210602357603f1983016040f35b90916040601491843560601c600452602080820160246000875afa601f3d1116815201920190601456"

// balancesAt is where that code is put for the length of a call: an address nobody has, made of the name.
func balancesAt() common.Address { return common.BytesToAddress([]byte("sto: many balances")) }

// figures is what a contract says of itself.
type figures struct {
	supply   *big.Int   // nil where it refuses
	balances []*big.Int // nil where it refuses
}

// figuresOf returns the contract's word on its supply and on the balances of holders at a block.
//
// It asks for many balances at once by giving an address a little code for the length of the call (a state override, which
// geth, anvil, Erigon, Nethermind, Besu and Reth know), which is five times as fast as batches; the supply comes in the
// same request as the first of them. A node that can't is asked for one balance a call.
func figuresOf(ctx context.Context, n *node.Client, token common.Address, holders []common.Address, block common.Hash) (f figures, err error) {
	first := holders[:min(together, len(holders))]
	supply, got, err := balancesTogether(ctx, n, token, first, block, true)
	if err != nil {
		return f, err
	}
	if supply == nil {
		answers, err := ask(ctx, n, []question{{token, contract.TotalSupply().Data}}, node.AtHash(block))
		if err != nil {
			return f, err
		}
		supply = answers[0]
	}
	if total, err := contract.TotalSupply().Decode(supply); err == nil {
		f.supply = total
	}
	f.balances = append(make([]*big.Int, 0, len(holders)), got...)
	quick := got != nil
	for len(f.balances) < len(holders) {
		left := holders[len(f.balances):]
		if quick {
			_, got, err = balancesTogether(ctx, n, token, left[:min(together, len(left))], block, false)
			quick = got != nil
		} else {
			got, err = balancesAside(ctx, n, token, left[:min(aside, len(left))], block)
		}
		if err != nil {
			return f, err
		}
		f.balances = append(f.balances, got...)
	}
	return f, nil
}

// balancesTogether returns no balances without an error when the node can't do it. With the supply it asks for that as
// well, and returns the contract's answer, nil where there is none.
func balancesTogether(ctx context.Context, n *node.Client, token common.Address, holders []common.Address, block common.Hash, withSupply bool) ([]byte, []*big.Int, error) {
	input := make([]byte, 0, wordBytes+len(holders)*common.AddressLength)
	input = append(input, common.LeftPadBytes(token[:], wordBytes)...)
	for i := range holders {
		input = append(input, holders[i][:]...)
	}
	var supply, ret hexutil.Bytes
	at := map[string]any{"blockHash": block, "requireCanonical": true}
	elems := []rpc.BatchElem{{Method: "eth_call", Result: &ret, Args: []any{
		map[string]any{"to": balancesAt(), "input": hexutil.Bytes(input)}, at,
		map[common.Address]any{balancesAt(): map[string]any{"code": balancesCode}},
	}}}
	if withSupply {
		elems = append(elems, rpc.BatchElem{Method: "eth_call", Result: &supply,
			Args: []any{map[string]any{"to": token, "input": hexutil.Bytes(contract.TotalSupply().Data)}, at}})
	}
	if err := n.Batch(ctx, elems); err != nil {
		return nil, nil, err
	}
	for i, answer := range []*hexutil.Bytes{&ret, &supply}[:len(elems)] {
		if err := elems[i].Error; ctx.Err() != nil || errors.Is(err, node.ErrNoState) || errors.Is(err, node.ErrNotFound) {
			return nil, nil, errors.Join(ctx.Err(), err)
		}
		if elems[i].Error != nil {
			*answer = nil
		}
	}
	if len(ret) != 2*wordBytes*len(holders) {
		return supply, nil, nil // refused, too dear, or without the override there is no code and so no answer
	}
	out := make([]*big.Int, len(holders))
	for i := range out {
		words := ret[2*wordBytes*i:]
		if words[wordBytes-1] == 1 {
			out[i] = new(big.Int).SetBytes(words[wordBytes : 2*wordBytes])
		}
	}
	return supply, out, nil
}

func balancesAside(ctx context.Context, n *node.Client, token common.Address, holders []common.Address, block common.Hash) ([]*big.Int, error) {
	questions := make([]question, len(holders))
	for i := range questions {
		questions[i] = question{token, contract.BalanceOf(holders[i]).Data}
	}
	answers, err := ask(ctx, n, questions, node.AtHash(block))
	if err != nil {
		return nil, err
	}
	out := make([]*big.Int, len(answers))
	for i, a := range answers {
		if balance, err := contract.BalanceOf(holders[i]).Decode(a); err == nil {
			out[i] = balance
		}
	}
	return out, nil
}
