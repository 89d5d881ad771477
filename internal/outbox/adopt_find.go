package outbox

import (
	"context"
	"errors"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
)

// maxWalk is how many blocks are read one by one without being asked for by name.
const maxWalk = 200_000

// countsAtOnce is how many heights are asked for in one go.
const countsAtOnce = 500

// find returns the blocks that hold the account's transactions from the nonce a.next on, in ascending order: by halving
// the stretches over which the account's count changes where the node keeps old counts, else by reading the blocks
// backwards from the head. For a fresh database it sets a.next.
func (a *adoption) find(ctx context.Context) ([]uint64, error) {
	blocks, err := a.halve(ctx)
	if errors.Is(err, node.ErrNoState) || errors.Is(err, node.ErrPruned) {
		a.out.Walked = true
		return a.walk(ctx)
	}
	return blocks, err
}

// stretch is a range of blocks, low excluded, over which the count rises.
type stretch struct{ low, high, before, after uint64 }

func (a *adoption) halve(ctx context.Context) ([]uint64, error) {
	low := uint64(0)
	if a.opts.FromBlock != nil && *a.opts.FromBlock > 0 {
		low = min(*a.opts.FromBlock-1, a.v.head.Number)
	}
	counts, err := a.Node.Counts(ctx, a.Sender, []uint64{low})
	if err != nil {
		return nil, err
	}
	if a.fresh {
		a.next = counts[0]
	} else if counts[0] > a.next {
		return nil, a.tooLate(counts[0])
	}
	var blocks []uint64
	work := []stretch{{low, a.v.head.Number, counts[0], a.count}}
	for len(work) > 0 {
		part := work[:min(countsAtOnce, len(work))]
		rest := work[len(part):]
		heights := make([]uint64, 0, len(part))
		var split []stretch
		for _, s := range part {
			switch {
			case s.after <= s.before || s.after <= a.next: // nothing, or nothing new
			case s.high-s.low == 1:
				blocks = append(blocks, s.high)
			default:
				split = append(split, s)
				heights = append(heights, s.low+(s.high-s.low)/2)
			}
		}
		work = rest
		if len(split) == 0 {
			continue
		}
		if counts, err = a.Node.Counts(ctx, a.Sender, heights); err != nil {
			return nil, err
		}
		for n, s := range split {
			if counts[n] < s.before || counts[n] > s.after {
				return nil, fault.New(fault.Node, "the node counts %d transactions of %s at block %d, which fits neither %d before nor %d after",
					counts[n], a.Sender, heights[n], s.before, s.after).WithHint("run the command again, or use another --ethereum-node-url")
			}
			work = append(work, stretch{s.low, heights[n], s.before, counts[n]}, stretch{heights[n], s.high, counts[n], s.after})
		}
		a.opts.Progress("Searching", uint64(len(blocks)), a.count-a.next)
	}
	slices.Sort(blocks)
	return blocks, nil
}

// walk reads all blocks backwards until the account's first nonce that is wanted is found.
func (a *adoption) walk(ctx context.Context) ([]uint64, error) {
	from := uint64(1)
	if a.opts.FromBlock != nil {
		from = max(1, *a.opts.FromBlock)
	} else if a.v.head.Number > maxWalk && a.fresh {
		return nil, fault.New(fault.Node, "the node keeps no state of old blocks, so that %d blocks would have to be read one by one", a.v.head.Number).
			WithHint("use an archive node with --ethereum-node-url, or name the block of the account's first transaction with --from-block")
	}
	lowest, blocks := a.count, []uint64(nil)
	for high := a.v.head.Number; high >= from && lowest > a.next; {
		low := from
		if high-from >= adoptAtOnce {
			low = high - adoptAtOnce + 1
		}
		heights := make([]uint64, 0, high-low+1)
		for n := high; n >= low; n-- {
			heights = append(heights, n)
		}
		sent, err := a.Node.SentIn(ctx, a.Sender, heights)
		if err != nil {
			return nil, err
		}
		for _, s := range sent {
			lowest = min(lowest, s.Nonce)
			blocks = append(blocks, s.BlockNumber)
		}
		a.opts.Progress("Reading blocks", a.v.head.Number-low+1, a.v.head.Number-from+1)
		high = low - 1
	}
	if lowest == a.count {
		return nil, fault.New(fault.Node, "account %s has sent %d transactions, but none of them is in the blocks %d to %d", a.Sender, a.count, from, a.v.head.Number).
			WithHint("name an earlier block with --from-block, or use an archive node with --ethereum-node-url")
	}
	switch {
	case !a.fresh && lowest > a.next:
		return nil, a.tooLate(lowest)
	case a.fresh && from > 1:
		a.next = lowest
	}
	slices.Sort(blocks)
	return slices.Compact(blocks), nil
}

func (a *adoption) tooLate(lowest uint64) error {
	return fault.New(fault.Usage, "the blocks that were read tell of the account's nonces from %d on, but database %s lacks those from %d on", lowest, a.Store.Path(), a.next).
		WithHint("name an earlier block with --from-block, or leave it out")
}

// receipts asks for the receipts: by hash, and where the node's search by hash does not reach back so far, by block.
func (a *adoption) receipts(ctx context.Context, all []piece) error {
	var hashes []common.Hash
	var at []int
	for n := range all {
		if all[n].sent != nil {
			hashes, at = append(hashes, all[n].sent.Hash), append(at, n)
		}
	}
	got, err := a.Node.Receipts(ctx, hashes)
	if err != nil {
		return err
	}
	whole := map[common.Hash]map[common.Hash]*node.Receipt{}
	for k, r := range got {
		p := &all[at[k]]
		if r == nil {
			block := p.sent.BlockHash
			if _, asked := whole[block]; !asked {
				if whole[block], err = a.Node.BlockReceipts(ctx, block); err != nil && ctx.Err() != nil {
					return err
				}
			}
			r = whole[block][p.sent.Hash]
		}
		if r != nil && r.BlockHash == p.sent.BlockHash { // else the chain changed in between, and tx-update tells later
			p.receipt = r
		}
	}
	return nil
}
