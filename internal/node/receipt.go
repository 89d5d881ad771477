package node

import (
	"context"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/sto-project/sto/internal/fault"
)

// Receipt is a transaction's receipt. The block it names may since have been reorganised away: compare BlockHash.
type Receipt struct {
	TxHash, BlockHash            common.Hash
	BlockNumber, Status, GasUsed uint64
	EffectiveGasPrice            *big.Int // wei
	ContractAddress              *common.Address

	from *endpoint // who gave it
}

type rawReceipt struct {
	TxHash      *common.Hash    `json:"transactionHash"`
	BlockHash   *common.Hash    `json:"blockHash"`
	BlockNumber *quantity       `json:"blockNumber"`
	Status      *quantity       `json:"status"`
	GasUsed     *quantity       `json:"gasUsed"`
	Price       *hexutil.Big    `json:"effectiveGasPrice"`
	Contract    *common.Address `json:"contractAddress"`
}

// Receipts returns the receipts of transactions; nil where the node answers null, which is no evidence of anything.
func (c *Client) Receipts(ctx context.Context, hashes []common.Hash) ([]*Receipt, error) {
	const method = "eth_getTransactionReceipt"
	raw := make([]*rawReceipt, len(hashes))
	elems := make([]rpc.BatchElem, len(hashes))
	for i, h := range hashes {
		elems[i] = rpc.BatchElem{Method: method, Args: []any{h}, Result: &raw[i]}
	}
	from, err := c.batch(ctx, elems)
	if err != nil {
		return nil, err
	}
	out := make([]*Receipt, len(hashes))
	for i, r := range raw {
		if e := asError(elems[i].Error); e != nil && strings.Contains(strings.ToLower(e.Message), "indexing is in progress") {
			continue // geth, for what it does not know while it builds its index
		} else if e != nil {
			return nil, c.fail(ctx, method, e)
		}
		if r == nil || r.BlockHash == nil || r.BlockNumber == nil { // some nodes answer with half a receipt while pending
			continue
		}
		if r.TxHash == nil || *r.TxHash != hashes[i] {
			return nil, c.wrongly(method, "asked for transaction %s, got another's receipt", hashes[i])
		}
		if r.Status == nil || *r.Status > 1 || r.GasUsed == nil {
			return nil, c.wrongly(method, "the receipt of %s has no status or gas", hashes[i])
		}
		out[i] = &Receipt{TxHash: *r.TxHash, BlockHash: *r.BlockHash, BlockNumber: uint64(*r.BlockNumber),
			Status: uint64(*r.Status), GasUsed: uint64(*r.GasUsed), EffectiveGasPrice: new(big.Int), ContractAddress: r.Contract, from: from[i]}
		if r.Price != nil {
			out[i].EffectiveGasPrice = r.Price.ToInt()
		}
	}
	return out, nil
}

// Tx is a transaction as the node tells it.
type Tx struct {
	Hash, BlockHash common.Hash
	BlockNumber     *uint64 // nil: not in a block
	From            common.Address
	To              *common.Address // nil: a deployment
	Nonce, Index    uint64
	Input           []byte
	Value           *big.Int // wei
}

// TxAt names a transaction by its place.
type TxAt struct {
	BlockHash common.Hash
	Index     uint64
}

type rawTx struct {
	Hash        *common.Hash    `json:"hash"`
	BlockHash   *common.Hash    `json:"blockHash"`
	BlockNumber *quantity       `json:"blockNumber"`
	From        *common.Address `json:"from"`
	To          *common.Address `json:"to"`
	Nonce       *quantity       `json:"nonce"`
	Index       *quantity       `json:"transactionIndex"`
	Input       hexutil.Bytes   `json:"input"`
	Value       *hexutil.Big    `json:"value"`
}

func (r *rawTx) tx() (*Tx, error) {
	if r.Hash == nil || r.From == nil || r.Nonce == nil {
		return nil, fmt.Errorf("a transaction without hash, sender or nonce")
	}
	t := &Tx{Hash: *r.Hash, From: *r.From, To: r.To, Nonce: uint64(*r.Nonce), Input: r.Input, Value: new(big.Int)}
	if r.Value != nil {
		t.Value = r.Value.ToInt()
	}
	if r.BlockHash != nil && r.BlockNumber != nil && r.Index != nil {
		n := uint64(*r.BlockNumber)
		t.BlockHash, t.BlockNumber, t.Index = *r.BlockHash, &n, uint64(*r.Index)
	}
	return t, nil
}

// TxsByIndex returns transactions by their places; nil where the node answers null. Unlike the search by hash, it works
// where a node's index of transactions has been cut off.
func (c *Client) TxsByIndex(ctx context.Context, at []TxAt) ([]*Tx, error) {
	const method = "eth_getTransactionByBlockHashAndIndex"
	raw := make([]*rawTx, len(at))
	elems := make([]rpc.BatchElem, len(at))
	for i, a := range at {
		elems[i] = rpc.BatchElem{Method: method, Args: []any{a.BlockHash, hexutil.Uint64(a.Index)}, Result: &raw[i]}
	}
	if err := c.Batch(ctx, elems); err != nil {
		return nil, err
	}
	out := make([]*Tx, len(at))
	for i, r := range raw {
		if elems[i].Error != nil {
			return nil, c.fail(ctx, method, elems[i].Error)
		}
		if r == nil {
			continue
		}
		t, err := r.tx()
		if err == nil && (t.BlockNumber == nil || t.BlockHash != at[i].BlockHash || t.Index != at[i].Index) {
			err = fmt.Errorf("asked for transaction %d of block %s, got another place", at[i].Index, at[i].BlockHash)
		}
		if err != nil {
			return nil, c.wrongly(method, "%w", err)
		}
		out[i] = t
	}
	return out, nil
}

// TxBySenderNonce returns the transaction by which sender used nonce, searching the blocks lo to hi. ErrNotFound: there
// is none within them (or the nonce was used without a transaction, as EIP-7702 authorisations do); ErrNoState: the
// node does not keep the counts of so old blocks. ErrAheadOfHead: it counted a block that it then did not have.
func (c *Client) TxBySenderNonce(ctx context.Context, sender common.Address, nonce, lo, hi uint64) (*Tx, error) {
	const method = "eth_getBlockByNumber"
	missing := fmt.Errorf("transaction %d of %s in the blocks %d to %d: %w", nonce, sender.Hex(), lo, hi, ErrNotFound)
	if lo > hi {
		return nil, missing
	}
	count, err := c.Nonce(ctx, sender, At(hi))
	if err != nil {
		return nil, err
	}
	if count <= nonce {
		return nil, missing
	}
	// The first block whose count is above nonce lies within, or before lo. It is mostly a late one, and nodes keep the
	// counts of late blocks only: so go back in growing steps before halving.
	from, to := lo, hi
	for step := uint64(1); from < to; step *= 2 {
		at := max(lo, to-min(step, to))
		if count, err = c.Nonce(ctx, sender, At(at)); err != nil {
			return nil, err
		}
		if count <= nonce {
			from = at + 1
			break
		}
		to = at
	}
	for from < to {
		mid := from + (to-from)/2
		if count, err = c.Nonce(ctx, sender, At(mid)); err != nil {
			return nil, err
		}
		if count > nonce {
			to = mid
		} else {
			from = mid + 1
		}
	}
	var block *struct {
		Hash         *common.Hash `json:"hash"`
		Transactions []rawTx      `json:"transactions"`
	}
	if err := c.Call(ctx, &block, method, string(At(from)), true); err != nil {
		return nil, err
	}
	if block == nil || block.Hash == nil { // the count above says that there is one: a node that lags, or another behind the same address
		return nil, fault.New(fault.Node, "block %d at %s: %w", from, c.URL(), ErrAheadOfHead).
			WithHint("the node may lag: run the command again, or use another --ethereum-node-url")
	}
	for i := range block.Transactions {
		t, err := block.Transactions[i].tx()
		if err != nil {
			return nil, c.wrongly(method, "%w", err)
		}
		if t.From == sender && t.Nonce == nonce {
			return t, nil
		}
	}
	return nil, missing
}
