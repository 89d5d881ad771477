package node

import (
	"context"
	"encoding/json"
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// Block names a block: one of the tags, At(number) or AtHash(hash).
type Block string

// The tags that nodes know.
const (
	Latest    Block = "latest"
	Safe      Block = "safe"
	Finalized Block = "finalized"
	Pending   Block = "pending"
)

// At names the block of height n.
func At(n uint64) Block { return Block(hexutil.EncodeUint64(n)) }

// AtHash names a block by its hash (EIP-1898). State is asked for with requireCanonical: a block that was reorganised
// away is ErrNotFound.
func AtHash(h common.Hash) Block { return Block(h.Hex()) }

// isHash reports whether b names a block by its hash.
func (b Block) isHash() bool { return len(b) == 2+2*common.HashLength }

// arg returns b as the node wants it in calls about state.
func (b Block) arg() any {
	if b.isHash() {
		return map[string]any{"blockHash": string(b), "requireCanonical": true}
	}
	return string(b)
}

// Header is what this program needs of a block's header.
type Header struct {
	Number       uint64
	Hash, Parent common.Hash
	Time         uint64   // Unix seconds
	BaseFee      *big.Int // wei; nil: no EIP-1559
	GasLimit     uint64
}

// quantity is a number in JSON: hex with 0x as prescribed, or what some nodes send instead: decimal text or a number.
type quantity uint64

// UnmarshalJSON implements json.Unmarshaler.
func (q *quantity) UnmarshalJSON(b []byte) error {
	s := strings.Trim(string(b), `"`)
	var (
		n   uint64
		err error
	)
	if h, found := strings.CutPrefix(s, "0x"); found {
		n, err = strconv.ParseUint(h, 16, 64)
	} else {
		n, err = strconv.ParseUint(s, 10, 64)
	}
	if err != nil {
		return fmt.Errorf("%q is no quantity", term.SafeN(s, 80))
	}
	*q = quantity(n)
	return nil
}

type rawHeader struct {
	Number   *quantity    `json:"number"`
	Hash     *common.Hash `json:"hash"`
	Parent   common.Hash  `json:"parentHash"`
	Time     *quantity    `json:"timestamp"`
	BaseFee  *hexutil.Big `json:"baseFeePerGas"`
	GasLimit quantity     `json:"gasLimit"`
}

// header checks that the answer is a whole one. A nil r, or a pending block without a number, gives nil.
func (r *rawHeader) header() (*Header, error) {
	if r == nil {
		return nil, nil
	}
	if r.Number == nil || r.Hash == nil || r.Time == nil {
		return nil, fmt.Errorf("a block without number, hash or timestamp")
	}
	h := &Header{Number: uint64(*r.Number), Hash: *r.Hash, Parent: r.Parent, Time: uint64(*r.Time), GasLimit: uint64(r.GasLimit)}
	if r.BaseFee != nil {
		h.BaseFee = r.BaseFee.ToInt()
	}
	return h, nil
}

// Header returns the header of b, or ErrNotFound. Where there are several nodes, Latest asks all of them, and the most
// advanced is the one that is asked from then on. The pending block has no hash on many nodes: ask for another.
func (c *Client) Header(ctx context.Context, b Block) (*Header, error) {
	if b == Latest && c.Several() {
		return c.survey(ctx)
	}
	method := "eth_getBlockByNumber"
	if b.isHash() {
		method = "eth_getBlockByHash"
	}
	var r *rawHeader
	if err := c.Call(ctx, &r, method, string(b), false); err != nil {
		return nil, err
	}
	h, err := r.header()
	switch {
	case err != nil:
		return nil, c.wrongly(method, "%w", err)
	case h == nil:
		return nil, fault.New(fault.Node, "block %s at %s: %w", b, c.URL(), ErrNotFound).
			WithHint("the node may lag: run the command again, or use another --ethereum-node-url")
	case b.isHash() && h.Hash != common.HexToHash(string(b)):
		return nil, c.wrongly(method, "asked for block %s, got %s", b, h.Hash)
	case strings.HasPrefix(string(b), "0x") && !b.isHash() && At(h.Number) != b:
		return nil, c.wrongly(method, "asked for block %s, got %d", b, h.Number)
	}
	return h, nil
}

// Headers returns the headers of many heights; the element is nil where the node knows no such block.
func (c *Client) Headers(ctx context.Context, numbers []uint64) ([]*Header, error) {
	const method = "eth_getBlockByNumber"
	raw := make([]*rawHeader, len(numbers))
	elems := make([]rpc.BatchElem, len(numbers))
	for i, n := range numbers {
		elems[i] = rpc.BatchElem{Method: method, Args: []any{string(At(n)), false}, Result: &raw[i]}
	}
	if err := c.Batch(ctx, elems); err != nil {
		return nil, err
	}
	out := make([]*Header, len(numbers))
	for i := range raw {
		if elems[i].Error != nil {
			return nil, c.fail(ctx, method, elems[i].Error)
		}
		h, err := raw[i].header()
		if err == nil && h != nil && h.Number != numbers[i] {
			err = fmt.Errorf("asked for block %d, got %d", numbers[i], h.Number)
		}
		if err != nil {
			return nil, c.wrongly(method, "%w", err)
		}
		out[i] = h
	}
	return out, nil
}

// Nonce returns the number of transactions that a has sent as of b.
func (c *Client) Nonce(ctx context.Context, a common.Address, b Block) (uint64, error) {
	var n *quantity
	if err := c.Call(ctx, &n, "eth_getTransactionCount", a, b.arg()); err != nil {
		return 0, err
	}
	if n == nil {
		return 0, c.wrongly("eth_getTransactionCount", "null")
	}
	return uint64(*n), nil
}

// Balance returns a's balance in wei as of b.
func (c *Client) Balance(ctx context.Context, a common.Address, b Block) (*big.Int, error) {
	var n *hexutil.Big
	if err := c.Call(ctx, &n, "eth_getBalance", a, b.arg()); err != nil {
		return nil, err
	}
	if n == nil {
		return nil, c.wrongly("eth_getBalance", "null")
	}
	return n.ToInt(), nil
}

// Code returns the code at a as of b; empty for an account without any.
func (c *Client) Code(ctx context.Context, a common.Address, b Block) ([]byte, error) {
	var code *hexutil.Bytes
	if err := c.Call(ctx, &code, "eth_getCode", a, b.arg()); err != nil {
		return nil, err
	}
	if code == nil {
		return nil, c.wrongly("eth_getCode", "null")
	}
	return *code, nil
}

// Version returns the node's own description, cleaned.
func (c *Client) Version(ctx context.Context) (string, error) {
	var v string
	if err := c.Call(ctx, &v, "web3_clientVersion"); err != nil {
		return "", err
	}
	return c.scrub.text(v), nil
}

// Syncing reports whether the node is behind the head that it knows of, with words for how far. A node that merely
// indexes is not behind.
func (c *Client) Syncing(ctx context.Context) (bool, string, error) {
	var raw json.RawMessage
	if err := c.Call(ctx, &raw, "eth_syncing"); err != nil {
		return false, "", err
	}
	busy, at, err := syncing(raw)
	if err != nil {
		return false, "", c.wrongly("eth_syncing", "%w", err)
	}
	return busy, at, nil
}

// syncing reads the answer to eth_syncing.
func syncing(raw json.RawMessage) (bool, string, error) {
	if string(raw) == "false" || string(raw) == "null" {
		return false, "", nil
	}
	var p struct{ CurrentBlock, HighestBlock quantity }
	if string(raw) != "true" {
		if err := json.Unmarshal(raw, &p); err != nil {
			return false, "", err
		}
		if p.CurrentBlock >= p.HighestBlock {
			return false, "", nil
		}
	}
	return true, fmt.Sprintf("block %d of %d", p.CurrentBlock, p.HighestBlock), nil
}
