package scan

import (
	"context"

	"github.com/sto-project/sto/internal/fault"
)

const (
	slack      = 32    // blocks by which the chain may grow during a run without being followed
	recentMost = 2_000 // blocks whose hashes are kept where the node does not tell what is final
)

// follow reads until the scan stands at the target, on a chain that agrees with it.
func (r *run) follow(ctx context.Context) error {
	asked := r.opts.Start
	var suspect *uint64
	for round := range rounds {
		st, err := r.s.compare(ctx, &r.token, r.head, suspect)
		if err != nil {
			return err
		}
		// Whoever names a block to start at takes the node's chain as it is.
		rewound := st.behind && asked != nil && *asked <= r.head.Number
		switch {
		case st.broken || rewound:
			if err := r.replace(ctx, st.common); err != nil {
				return err
			}
		case st.behind:
			return r.lags()
		case round > 0 && r.token.scanned != nil && *r.token.scanned+slack >= r.target:
			return nil
		}
		if asked != nil {
			if err := r.again(ctx, *asked); err != nil {
				return err
			}
			asked = nil
		}
		from := r.token.FirstBlock
		if r.token.scanned != nil {
			from = *r.token.scanned + 1
		}
		if err := r.read(ctx, from, r.target); err != nil {
			return err
		}
		if r.result.Blocks == 0 || r.final != nil && *r.token.scanned <= *r.final {
			return nil
		}
		// The chain may have moved while it was read.
		if suspect, err = r.moved(ctx); err != nil {
			return err
		}
		if err := r.look(ctx); err != nil {
			return err
		}
		r.writer.final = r.final
	}
	return fault.New(fault.Node, "the chain was reorganised %d times while token %s was scanned", rounds, r.token.Address).
		WithHint("run the command again; what was read so far is kept")
}

func (r *run) lags() error {
	return fault.New(fault.Node, "the node's head is block %d, and token %s was scanned up to block %d: the node lags behind, or its chain was rewound",
		r.head.Number, r.token.Address, *r.token.scanned).
		WithHint("try again later; `--start-block %d` takes the node's chain as it is", r.head.Number)
}

// stream reads a range of blocks in order.
func (r *run) stream(ctx context.Context, from, to uint64, deliver func(*part) error) error {
	if from > to {
		return nil
	}
	r.total += to - from + 1
	var cuts []uint64
	if r.final != nil {
		cuts = []uint64{*r.final} // a checkpoint that no reorganisation goes below
	}
	fetch := func(ctx context.Context, from, to uint64) (*part, error) {
		return r.s.fetch(ctx, r.token.Address, r.topics, from, to)
	}
	return stream(ctx, from, to, cuts, r.pacer, fetch, func(p *part) error {
		if err := deliver(p); err != nil {
			return err
		}
		for i := range p.transfers {
			if t := &p.transfers[i]; (r.final == nil || t.block > *r.final) && t.block+recentMost > r.head.Number {
				r.recent[t.block] = t.hash
			}
		}
		r.result.Blocks += p.blocks()
		r.result.Ignored += p.ignored
		if r.opts.Progress != nil {
			r.opts.Progress(r.result.Blocks, r.total)
		}
		return nil
	})
}

// read stores a range of blocks part by part, in place of what is stored of them.
func (r *run) read(ctx context.Context, from, to uint64) error {
	return r.stream(ctx, from, to, func(p *part) error {
		stands := p.head.Number
		if r.token.scanned != nil {
			stands = max(stands, *r.token.scanned)
		}
		return r.writer.apply(ctx, change{parts: []*part{p}, scannedTo: stands})
	})
}

// again reads from the asked block on what was scanned before.
func (r *run) again(ctx context.Context, asked uint64) error {
	t := &r.token
	switch {
	case t.scanned == nil:
		return nil
	case asked < t.FirstBlock && t.Complete:
		asked = t.FirstBlock // before that there is nothing
	case asked < t.FirstBlock:
		return r.earlier(ctx, asked)
	}
	return r.read(ctx, asked, min(r.target, *t.scanned))
}

// earlier puts what lies before a scan that began too late in front of it, at once: half of it would look like a whole.
func (r *run) earlier(ctx context.Context, asked uint64) error {
	t := &r.token
	first, complete := asked, asked == 0
	created, found, err := r.s.creation(ctx, t.Address, r.head.Number)
	if err != nil {
		return err
	}
	if found {
		first, complete = min(max(asked, created), t.FirstBlock), asked <= created
	}
	var parts []*part
	if first < t.FirstBlock {
		if err := r.stream(ctx, first, t.FirstBlock-1, func(p *part) error { parts = append(parts, p); return nil }); err != nil {
			return err
		}
	}
	return r.writer.apply(ctx, change{parts: parts, scannedTo: *t.scanned, first: &first, complete: complete, unchecked: true})
}

// replace swaps what is stored above a block that is common to the stored chain and the node's for what the node has
// there. It reads the replacement first, so that at any time the database holds one or the other.
func (r *run) replace(ctx context.Context, common *uint64) error {
	t := &r.token
	was := *t.scanned
	c := change{dropAbove: common, dropAll: common == nil, scannedTo: min(was, r.head.Number)}
	from := t.FirstBlock
	switch {
	case common != nil:
		from = *common + 1
	case t.Complete: // not even the creation is where it was
		created, found, err := r.s.creation(ctx, t.Address, r.head.Number)
		if err != nil {
			return err
		}
		if !found {
			created = 0
		}
		from, c.first, c.complete = created, &created, true
	case from > r.head.Number:
		return r.lags()
	}
	if from <= r.head.Number {
		c.scannedTo = max(c.scannedTo, from)
	}
	dropped, err := r.s.countAbove(ctx, t.id, common)
	if err != nil {
		return err
	}
	for n := range r.recent {
		if common == nil || n > *common {
			delete(r.recent, n)
		}
	}
	if err := r.stream(ctx, from, c.scannedTo, func(p *part) error { c.parts = append(c.parts, p); return nil }); err != nil {
		return err
	}
	if err := r.writer.apply(ctx, c); err != nil {
		return err
	}
	if r.result.Reorg == nil {
		r.result.Reorg = &Reorg{Common: common}
	}
	if was >= from {
		r.result.Reorg.Depth += was - from + 1
	}
	r.result.Reorg.Dropped += dropped
	return nil
}

// moved returns the lowest block of stored transfers that is no longer the node's, nil when all are.
func (r *run) moved(ctx context.Context) (*uint64, error) {
	if len(r.recent) == 0 {
		return nil, nil
	}
	numbers := make([]uint64, 0, len(r.recent))
	for n := range r.recent {
		numbers = append(numbers, n)
	}
	headers, err := r.s.node.Headers(ctx, numbers)
	if err != nil {
		return nil, err
	}
	var lowest *uint64
	for i, n := range numbers {
		if (headers[i] == nil || headers[i].Hash != r.recent[n]) && (lowest == nil || n < *lowest) {
			lowest = &numbers[i]
		}
	}
	return lowest, nil
}
