package scan

import (
	"context"
	"errors"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
)

// part is one range of blocks as the node has it.
type part struct {
	from      uint64
	head      *node.Header // of the last block
	tracks    []*track     // whose events were asked for
	transfers []transfer   // of all of them, ordered by block and index
	ignored   map[int]int  // by place
	logs      int          // events in the answer
}

func (p *part) blocks() uint64 { return p.head.Number - p.from + 1 }

// The chain may change between a range's logs and the headers of its blocks, and of several nodes behind one address some
// lag a block or two. Asking again settles either, unless the node contradicts itself for good.
const (
	againTries = 6
	againWait  = 250 * time.Millisecond // after the first try; longer after each
)

// fetch reads one range of the events of tracks.
func (r *run) fetch(ctx context.Context, tracks []*track, from, to uint64) (*part, error) {
	query := node.LogQuery{Topics: [][]common.Hash{contract.BalanceTopics()}, From: from, To: to}
	for _, t := range tracks {
		query.Addresses = append(query.Addresses, t.token.Address)
	}
	var p *part
	var failed error
	if err := patiently(ctx, func() (bool, error) {
		p, failed = r.fetchOnce(ctx, query, tracks)
		return !errors.Is(failed, errMoved) && !errors.Is(failed, node.ErrAheadOfHead), nil
	}); err != nil {
		return nil, err
	}
	if errors.Is(failed, errMoved) {
		return nil, fault.New(fault.Node, "the node contradicts itself about blocks %d to %d: logs and headers are of different chains", from, to).
			WithHint("try again later, or use another node with --ethereum-node-url")
	}
	return p, failed
}

// patiently asks until the answers fit together, or it has asked often enough.
func patiently(ctx context.Context, ask func() (fits bool, err error)) error {
	for try := 1; ; try++ {
		if fits, err := ask(); err != nil || fits || try == againTries {
			return err
		}
		if err := pause(ctx, time.Duration(try)*againWait); err != nil {
			return err
		}
	}
}

func (r *run) fetchOnce(ctx context.Context, query node.LogQuery, tracks []*track) (*part, error) {
	logs, head, err := r.s.node.Logs(ctx, query)
	if err != nil {
		return nil, err
	}
	places := make(map[common.Address]int, len(tracks))
	for _, t := range tracks {
		places[t.token.Address] = t.place
	}
	p := &part{from: query.From, head: head, tracks: tracks, logs: len(logs)}
	if p.transfers, p.ignored, err = r.topics.decode(logs, places); err != nil {
		return nil, err
	}
	return p, r.s.times(ctx, p)
}

// times fills in block times that the logs did not carry, or carry wrongly, from the headers of those blocks.
func (s *Scanner) times(ctx context.Context, p *part) error {
	if !p.inTime() {
		for i := range p.transfers {
			p.transfers[i].time = 0
		}
	}
	var numbers []uint64
	for i := range p.transfers {
		if t := &p.transfers[i]; t.time == 0 && (len(numbers) == 0 || numbers[len(numbers)-1] != t.block) {
			numbers = append(numbers, t.block)
		}
	}
	if len(numbers) == 0 {
		return nil
	}
	headers, err := s.node.Headers(ctx, numbers)
	if err != nil {
		return err
	}
	at := 0
	for i := range p.transfers {
		t := &p.transfers[i]
		if t.time != 0 {
			continue
		}
		for numbers[at] != t.block {
			at++
		}
		if headers[at] == nil || headers[at].Hash != t.hash {
			return errMoved
		}
		t.time = headers[at].Time
	}
	if !p.inTime() {
		return fault.New(fault.Node, "the node contradicts itself about blocks %d to %d: a block is older than one before it", p.from, p.head.Number).
			WithHint("use another node with --ethereum-node-url")
	}
	return nil
}

// inTime reports whether no block is older than one before it, as far as times are known: tables of a moment rely on it.
func (p *part) inTime() bool {
	last := uint64(0)
	for i := range p.transfers {
		if t := p.transfers[i].time; t != 0 {
			if t < last {
				return false
			}
			last = t
		}
	}
	return last <= p.head.Time
}

func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
