package node

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/rpc"
)

// HeadersOf returns the headers of blocks named by height or tag, asked for together; the element is nil where the node
// knows no such block. Unlike Header it asks one node for Latest, too.
func (c *Client) HeadersOf(ctx context.Context, blocks []Block) ([]*Header, error) {
	const method = "eth_getBlockByNumber"
	raw := make([]*rawHeader, len(blocks))
	elems := make([]rpc.BatchElem, len(blocks))
	for i, b := range blocks {
		elems[i] = rpc.BatchElem{Method: method, Args: []any{string(b), false}, Result: &raw[i]}
	}
	if err := c.Batch(ctx, elems); err != nil {
		return nil, err
	}
	out := make([]*Header, len(blocks))
	for i, b := range blocks {
		if errors.Is(elems[i].Error, ErrNotFound) {
			continue
		}
		if elems[i].Error != nil {
			return nil, c.fail(ctx, method, elems[i].Error)
		}
		h, err := raw[i].header()
		if err == nil && h != nil && strings.HasPrefix(string(b), "0x") && At(h.Number) != b {
			err = fmt.Errorf("asked for block %s, got %d", b, h.Number)
		}
		if err != nil {
			return nil, c.wrongly(method, "%w", err)
		}
		out[i] = h
	}
	return out, nil
}
