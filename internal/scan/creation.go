package scan

import (
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/sto-project/sto/internal/node"
)

// probes is how many heights are asked about at once: with 15 of them the main network's 2^25 blocks take 7 rounds.
const probes = 15

// search looks for the first block with a contract's code. The code is there at hi. lo, once known, is a block without.
type search struct {
	lo, hi  uint64
	known   bool // lo is known
	heights []uint64
	done    bool
	failed  bool // the node keeps too little state to tell
}

// creations finds for each contract the first block, up to head, whose state holds its code; head's must. It is nil where
// the node keeps too little state to tell. All are asked about together.
//
// A contract that was destroyed and made again may be found at its second creation. The reconciliation shows what is
// missing then.
func (s *Scanner) creations(ctx context.Context, contracts []common.Address, head uint64) ([]*uint64, error) {
	searches := make([]search, len(contracts))
	for i := range searches {
		searches[i].hi = head
	}
	for {
		var asked []place
		for i := range searches {
			q := &searches[i]
			if q.done = q.done || q.hi == 0 || q.known && q.hi == q.lo+1; q.done {
				continue
			}
			q.heights = spread(q.lo, q.known, q.hi)
			for _, n := range q.heights {
				asked = append(asked, place{contracts[i], n})
			}
		}
		if len(asked) == 0 {
			break
		}
		there, err := s.codeAt(ctx, asked)
		if err != nil {
			return nil, err
		}
		for i := range searches {
			if q := &searches[i]; !q.done {
				q.narrow(there[:len(q.heights)])
				there = there[len(q.heights):]
			}
		}
	}
	out := make([]*uint64, len(contracts))
	for i := range searches {
		if q := &searches[i]; !q.failed {
			out[i] = &q.hi
		}
	}
	return out, nil
}

// narrow takes what the node told of q.heights.
func (q *search) narrow(there []codeState) {
	moved := false
	for i, n := range q.heights {
		if there[i] == codeYes && n < q.hi {
			q.hi, moved = n, true
		}
	}
	for i, n := range q.heights {
		if there[i] == codeNo && n < q.hi && (!q.known || n > q.lo) {
			q.lo, q.known, moved = n, true, true
		}
	}
	q.done, q.failed = !moved, !moved
}

// spread returns up to probes heights between lo (itself included while nothing is known of it) and hi.
func spread(lo uint64, known bool, hi uint64) []uint64 {
	if known {
		lo++
	}
	n := min(hi-lo, probes) // heights lo to hi-1
	heights := make([]uint64, n)
	for i := range heights {
		// In two steps, lest the product overflows.
		width := hi - lo
		heights[i] = lo + width/n*uint64(i) + width%n*uint64(i)/n
	}
	return heights
}

type codeState int

const (
	codeUnknown codeState = iota // the node keeps no state there
	codeNo
	codeYes
)

// place is an account at a height.
type place struct {
	account common.Address
	height  uint64
}

func (s *Scanner) codeAt(ctx context.Context, places []place) ([]codeState, error) {
	codes := make([]*hexutil.Bytes, len(places))
	elems := make([]rpc.BatchElem, len(places))
	for i, p := range places {
		elems[i] = rpc.BatchElem{Method: "eth_getCode", Args: []any{p.account, node.At(p.height)}, Result: &codes[i]}
	}
	if err := s.node.Batch(ctx, elems); err != nil {
		return nil, err
	}
	out := make([]codeState, len(places))
	for i := range elems {
		switch err := elems[i].Error; {
		case err == nil && codes[i] == nil: // no answer is no evidence
		case err == nil && len(*codes[i]) > 0:
			out[i] = codeYes
		case err == nil:
			out[i] = codeNo
		case errors.Is(err, node.ErrRateLimit) || errors.Is(err, node.ErrAuth):
			return nil, err
		}
	}
	return out, nil
}
