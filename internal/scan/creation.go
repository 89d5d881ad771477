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

// creation finds the first block, up to head, whose state holds the contract's code; head's must. It is false when the
// node keeps too little state to tell.
//
// A contract that was destroyed and made again may be found at its second creation. The reconciliation shows what is
// missing then.
func (s *Scanner) creation(ctx context.Context, a common.Address, head uint64) (uint64, bool, error) {
	// The code is there at hi. lo, once known, is a block without it.
	lo, known, hi := uint64(0), false, head
	for {
		if hi == 0 || known && hi == lo+1 {
			return hi, true, nil
		}
		heights := spread(lo, known, hi)
		there, err := s.codeAt(ctx, a, heights)
		if err != nil {
			return 0, false, err
		}
		moved := false
		for i, n := range heights {
			if there[i] == codeYes && n < hi {
				hi, moved = n, true
			}
		}
		for i, n := range heights {
			if there[i] == codeNo && n < hi && (!known || n > lo) {
				lo, known, moved = n, true, true
			}
		}
		if !moved {
			return 0, false, nil
		}
	}
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

func (s *Scanner) codeAt(ctx context.Context, a common.Address, heights []uint64) ([]codeState, error) {
	codes := make([]*hexutil.Bytes, len(heights))
	elems := make([]rpc.BatchElem, len(heights))
	for i, n := range heights {
		elems[i] = rpc.BatchElem{Method: "eth_getCode", Args: []any{a, node.At(n)}, Result: &codes[i]}
	}
	if err := s.node.Batch(ctx, elems); err != nil {
		return nil, err
	}
	out := make([]codeState, len(heights))
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
