package node

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"
)

// HeadersOf returns the headers of blocks named by height or tag, asked for together; the element is nil where the node
// knows no such block. Unlike Header it asks one node for Latest, too.
func (c *Client) HeadersOf(ctx context.Context, blocks []Block) ([]*Header, error) {
	raw := make([]*rawHeader, len(blocks))
	elems := headerCalls(blocks, raw)
	if err := c.Batch(ctx, elems); err != nil {
		return nil, err
	}
	return c.headersFrom(ctx, blocks, elems, raw)
}

// HeadersAndCounts is HeadersOf, and in the same request the numbers of transactions of an account at other blocks.
func (c *Client) HeadersAndCounts(ctx context.Context, blocks []Block, a common.Address, at ...Block) (headers []*Header, counts []uint64, err error) {
	const method = "eth_getTransactionCount"
	raw := make([]*rawHeader, len(blocks))
	told := make([]*quantity, len(at))
	elems := headerCalls(blocks, raw)
	for i, b := range at {
		elems = append(elems, rpc.BatchElem{Method: method, Args: []any{a, b.arg()}, Result: &told[i]})
	}
	if err := c.Batch(ctx, elems); err != nil {
		return nil, nil, err
	}
	counts = make([]uint64, len(at))
	for i, n := range told {
		if err := elems[len(blocks)+i].Error; err != nil {
			return nil, nil, c.fail(ctx, method, err)
		}
		if n == nil {
			return nil, nil, c.wrongly(method, "null")
		}
		counts[i] = uint64(*n)
	}
	headers, err = c.headersFrom(ctx, blocks, elems, raw)
	return headers, counts, err
}

const headerMethod = "eth_getBlockByNumber"

func headerCalls(blocks []Block, raw []*rawHeader) []rpc.BatchElem {
	elems := make([]rpc.BatchElem, len(blocks))
	for i, b := range blocks {
		elems[i] = rpc.BatchElem{Method: headerMethod, Args: []any{string(b), false}, Result: &raw[i]}
	}
	return elems
}

// headersFrom reads the answers to headerCalls.
func (c *Client) headersFrom(ctx context.Context, blocks []Block, elems []rpc.BatchElem, raw []*rawHeader) ([]*Header, error) {
	out := make([]*Header, len(blocks))
	for i, b := range blocks {
		if errors.Is(elems[i].Error, ErrNotFound) {
			continue
		}
		if elems[i].Error != nil {
			return nil, c.fail(ctx, headerMethod, elems[i].Error)
		}
		h, err := raw[i].header()
		if err == nil && h != nil && strings.HasPrefix(string(b), "0x") && At(h.Number) != b {
			err = fmt.Errorf("asked for block %s, got %d", b, h.Number)
		}
		if err != nil {
			return nil, c.wrongly(headerMethod, "%w", err)
		}
		out[i] = h
	}
	return out, nil
}
