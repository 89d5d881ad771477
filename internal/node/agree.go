package node

import (
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/common"
)

// Verdict is what the other nodes say of a receipt.
type Verdict int

// The verdicts.
const (
	Unconfirmed  Verdict = iota // no other node that has this block answered
	Confirmed                   // another node holds the same receipt in the same canonical block, or no other is configured
	Contradicted                // another node has the block, and the transaction is not in it or ended otherwise; none confirms
)

// Confirm asks the other nodes for the receipts that one gave. A receipt that no node of this client gave is asked for at all
// of them, and needs two that confirm it, since the one that once gave it may be among them. With a single node all are
// confirmed. Nodes that don't answer have no voice.
func (c *Client) Confirm(ctx context.Context, receipts []*Receipt) ([]Verdict, error) {
	out := make([]Verdict, len(receipts))
	if !c.Several() {
		for n := range out {
			out[n] = Confirmed
		}
		return out, nil
	}
	against := make([][]*endpoint, len(receipts))
	missing := make([]int, len(receipts)) // voices that are needed yet
	for n, r := range receipts {
		if missing[n] = 1; r != nil && r.from == nil {
			missing[n] = 2
		}
	}
	for _, e := range c.ranked() {
		var ask []int
		for n, r := range receipts {
			if r != nil && r.from != e && out[n] != Confirmed {
				ask = append(ask, n)
			}
		}
		if len(ask) == 0 || c.resting(e) {
			continue
		}
		voices, err := c.pin(e).witness(ctx, receipts, ask)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			c.log.DebugContext(ctx, "a node is no witness", "node", e.masked, "error", err.Error())
			continue
		}
		for k, n := range ask {
			switch voices[k] {
			case Confirmed:
				if missing[n]--; missing[n] == 0 {
					out[n] = Confirmed
				}
			case Contradicted:
				out[n] = Contradicted
				against[n] = append(against[n], e)
			case Unconfirmed:
			}
		}
	}
	c.blame(ctx, receipts, out, against)
	return out, nil
}

// blame puts nodes that others contradict behind them.
func (c *Client) blame(ctx context.Context, receipts []*Receipt, out []Verdict, against [][]*endpoint) {
	blamed := map[*endpoint]bool{}
	for n, r := range receipts {
		switch {
		case r == nil || len(against[n]) == 0:
		case out[n] == Confirmed:
			for _, e := range against[n] {
				blamed[e] = true
			}
		case r.from != nil && !blamed[r.from]:
			blamed[r.from] = true
			c.log.WarnContext(ctx, "two nodes contradict each other, so nothing is concluded", "transaction", r.TxHash,
				"mined by the word of", r.from.masked, "not so by the word of", against[n][0].masked)
		}
	}
	for e := range blamed {
		c.doubt(e)
	}
}

// witness returns what this one node says of the receipts with the numbers in ask.
func (c *Client) witness(ctx context.Context, receipts []*Receipt, ask []int) ([]Verdict, error) {
	at := map[uint64]*Header{}
	var heights []uint64
	hashes := make([]common.Hash, len(ask))
	for k, n := range ask {
		hashes[k] = receipts[n].TxHash
		if _, have := at[receipts[n].BlockNumber]; !have {
			at[receipts[n].BlockNumber] = nil
			heights = append(heights, receipts[n].BlockNumber)
		}
	}
	headers, err := c.Headers(ctx, heights)
	if err != nil {
		return nil, err
	}
	for k, h := range headers {
		at[heights[k]] = h
	}
	own, err := c.Receipts(ctx, hashes)
	if err != nil {
		return nil, err
	}
	out := make([]Verdict, len(ask))
	blocks := map[common.Hash]map[common.Hash]bool{}
	for k, n := range ask {
		r, h := receipts[n], at[receipts[n].BlockNumber]
		if h == nil || h.Hash != r.BlockHash { // it does not have the block, or is on a fork
			continue
		}
		if own[k] != nil && own[k].BlockHash == r.BlockHash {
			out[k] = Contradicted
			if own[k].Status == r.Status {
				out[k] = Confirmed
			}
			continue
		}
		inside, have := blocks[r.BlockHash]
		if !have {
			if inside, err = c.hashesIn(ctx, r.BlockHash); err != nil {
				return nil, err
			}
			blocks[r.BlockHash] = inside
		}
		switch {
		case inside == nil:
		case !inside[r.TxHash]:
			out[k] = Contradicted
		default:
			if out[k], err = c.fromBlock(ctx, r); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// hashesIn returns the transactions of a block, nil where the node does not have it.
func (c *Client) hashesIn(ctx context.Context, block common.Hash) (map[common.Hash]bool, error) {
	const method = "eth_getBlockByHash"
	var b *struct {
		Hash         *common.Hash  `json:"hash"`
		Transactions []common.Hash `json:"transactions"`
	}
	if err := c.Call(ctx, &b, method, block, false); err != nil || b == nil {
		return nil, err
	}
	if b.Hash == nil || *b.Hash != block || b.Transactions == nil {
		return nil, c.wrongly(method, "asked for block %s, got another or half of it", block)
	}
	out := make(map[common.Hash]bool, len(b.Transactions))
	for _, h := range b.Transactions {
		out[h] = true
	}
	return out, nil
}

// fromBlock looks for a receipt among those of its block, for nodes that don't index so old transactions by their hashes.
func (c *Client) fromBlock(ctx context.Context, r *Receipt) (Verdict, error) {
	all, err := c.BlockReceipts(ctx, r.BlockHash)
	own := all[r.TxHash]
	switch {
	case errors.Is(err, ErrNoMethod), err == nil && own == nil:
		return Unconfirmed, nil
	case err != nil:
		return Unconfirmed, err
	case own.Status == r.Status:
		return Confirmed, nil
	}
	return Contradicted, nil
}

// Agreed returns the last block that this node and another call final, by the word of final on each; false when no other
// node that shares the chain answers. With a single node it is that one's word.
func (c *Client) Agreed(ctx context.Context, mine *Header, final func(context.Context, *Client) (*Header, error)) (*Header, bool, error) {
	others := c.Others()
	if !c.Several() {
		return mine, true, nil
	}
	var best *Header
	for _, other := range others {
		theirs, err := final(ctx, other)
		if ctx.Err() != nil {
			return nil, false, ctx.Err()
		}
		if err != nil {
			c.log.DebugContext(ctx, "a node is no witness", "node", other.URL(), "error", err.Error())
			continue
		}
		h, err := c.common(ctx, other, mine, theirs)
		if err != nil {
			return nil, false, err
		}
		if h != nil && (best == nil || h.Number > best.Number) {
			best = h
		}
		if best != nil && best.Number == mine.Number {
			break
		}
	}
	if best == nil && !c.alone.Swap(true) {
		c.log.WarnContext(ctx, "no second node agrees, so nothing is called final", "node", c.URL(), "block", mine.Number)
	}
	return best, best != nil, nil
}

// common returns the lower of two final blocks where both nodes have it, nil where they don't.
func (c *Client) common(ctx context.Context, other *Client, mine, theirs *Header) (*Header, error) {
	low, ask := mine, other
	if theirs.Number < mine.Number {
		low, ask = theirs, c
	}
	if mine.Number == theirs.Number {
		if mine.Hash == theirs.Hash {
			return mine, nil
		}
		return nil, nil
	}
	h, err := ask.Header(ctx, At(low.Number))
	switch {
	case err == nil && h.Hash == low.Hash:
		return low, nil
	case err == nil, errors.Is(err, ErrNotFound), ask == other:
		return nil, nil
	}
	return nil, err
}
