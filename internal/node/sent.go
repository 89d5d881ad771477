package node

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/sto-project/sto/internal/fault"
)

// SentTx is a transaction in a block, with its signature.
type SentTx struct {
	Hash, BlockHash common.Hash
	BlockNumber     uint64
	Nonce           uint64
	Tx              *types.Transaction // nil: of a kind that this program does not know, or whose signature is not the sender's
}

// Counts returns the numbers of transactions that a has sent as of the given heights. ErrNoState: the node does not keep
// the counts of so old blocks.
func (c *Client) Counts(ctx context.Context, a common.Address, heights []uint64) ([]uint64, error) {
	const method = "eth_getTransactionCount"
	raw := make([]*quantity, len(heights))
	elems := make([]rpc.BatchElem, len(heights))
	for i, n := range heights {
		elems[i] = rpc.BatchElem{Method: method, Args: []any{a, string(At(n))}, Result: &raw[i]}
	}
	if err := c.Batch(ctx, elems); err != nil {
		return nil, err
	}
	out := make([]uint64, len(heights))
	for i := range raw {
		switch {
		case elems[i].Error != nil:
			return nil, c.fail(ctx, method, elems[i].Error)
		case raw[i] == nil:
			return nil, c.wrongly(method, "null")
		}
		out[i] = uint64(*raw[i])
	}
	return out, nil
}

// SentIn returns the transactions that a has sent in the blocks of the given heights, in the order of the heights and
// within a block of their places. Hash and signature of each are checked, so that a node can leave out, but not invent.
// ErrNotFound: the node has no block of one of the heights.
func (c *Client) SentIn(ctx context.Context, a common.Address, heights []uint64) ([]SentTx, error) {
	const method = "eth_getBlockByNumber"
	type block struct {
		Number       *quantity         `json:"number"`
		Hash         *common.Hash      `json:"hash"`
		Transactions []json.RawMessage `json:"transactions"`
	}
	raw := make([]*block, len(heights))
	elems := make([]rpc.BatchElem, len(heights))
	for i, n := range heights {
		elems[i] = rpc.BatchElem{Method: method, Args: []any{string(At(n)), true}, Result: &raw[i]}
	}
	if err := c.Batch(ctx, elems); err != nil {
		return nil, err
	}
	signer := types.LatestSignerForChainID(new(big.Int).SetUint64(c.ChainID()))
	var out []SentTx
	for i, b := range raw {
		switch {
		case elems[i].Error != nil:
			return nil, c.fail(ctx, method, elems[i].Error)
		case b == nil:
			return nil, fault.New(fault.Node, "the node at %s has no block %d: %w", c.URL(), heights[i], ErrNotFound).
				WithHint("use a node with all blocks, an archive node, with --ethereum-node-url")
		case b.Number == nil || b.Hash == nil || uint64(*b.Number) != heights[i]:
			return nil, c.wrongly(method, "asked for block %d, got another or half of it", heights[i])
		}
		for _, text := range b.Transactions {
			var t rawTx
			if err := json.Unmarshal(text, &t); err != nil {
				return nil, c.wrongly(method, "%w", err)
			}
			if t.From == nil || *t.From != a {
				continue
			}
			if t.Hash == nil || t.Nonce == nil {
				return nil, c.wrongly(method, "a transaction of block %d has no hash or nonce", heights[i])
			}
			s := SentTx{Hash: *t.Hash, BlockHash: *b.Hash, BlockNumber: heights[i], Nonce: uint64(*t.Nonce)}
			var tx types.Transaction
			if err := tx.UnmarshalJSON(text); err == nil && tx.Hash() == s.Hash && tx.Nonce() == s.Nonce {
				if from, err := types.Sender(signer, &tx); err == nil && from == a {
					s.Tx = &tx
				}
			}
			out = append(out, s)
		}
	}
	return out, nil
}

// BlockReceipts returns the receipts of a block's transactions by their hashes, for nodes whose search by hash does not
// reach as far back. ErrNoMethod where the node can't; nil where it knows no such block.
func (c *Client) BlockReceipts(ctx context.Context, block common.Hash) (map[common.Hash]*Receipt, error) {
	const method = "eth_getBlockReceipts"
	var raw []*rawReceipt
	if err := c.Call(ctx, &raw, method, block); err != nil {
		var e *Error
		if errors.As(err, &e) && e.kind == kindAnswer && e.is == nil && e.Code == -32602 { // takes heights and tags alone
			return nil, fmt.Errorf("%s at %s: %w", method, c.URL(), ErrNoMethod)
		}
		return nil, err
	}
	out := make(map[common.Hash]*Receipt, len(raw))
	for _, r := range raw {
		if r == nil || r.TxHash == nil || r.BlockHash == nil || r.BlockNumber == nil || r.Status == nil || *r.Status > 1 || r.GasUsed == nil || *r.BlockHash != block {
			return nil, c.wrongly(method, "a receipt of block %s is incomplete or another's", block)
		}
		got := &Receipt{TxHash: *r.TxHash, BlockHash: *r.BlockHash, BlockNumber: uint64(*r.BlockNumber),
			Status: uint64(*r.Status), GasUsed: uint64(*r.GasUsed), EffectiveGasPrice: new(big.Int), ContractAddress: r.Contract}
		if r.Price != nil {
			got.EffectiveGasPrice = r.Price.ToInt()
		}
		out[got.TxHash] = got
	}
	return out, nil
}
