package scan

import (
	"context"
	"maps"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
)

const (
	slack      = 32    // blocks by which the chain may grow during a run without being followed
	recentMost = 2_000 // blocks whose hashes are kept where the node does not tell what is final
)

// follow reads until the scans stand at the target, on a chain that agrees with them.
func (r *run) follow(ctx context.Context) error {
	for round := range rounds {
		replaced := false
		for _, t := range r.tracks {
			did, err := r.mend(ctx, t)
			if err != nil {
				return err
			}
			replaced = replaced || did
		}
		if round > 0 && !replaced && r.near() {
			return nil
		}
		if err := r.read(ctx); err != nil {
			return err
		}
		if r.blocks == 0 || r.settled() {
			return nil
		}
		// The chain may have moved while it was read.
		if err := r.moved(ctx); err != nil {
			return err
		}
		if err := r.look(ctx); err != nil {
			return err
		}
	}
	return fault.New(fault.Node, "the chain was reorganised %d times while token %s was scanned", rounds, r.tracks[0].token.Address).
		WithHint("run the command again; what was read so far is kept")
}

// mend replaces what the chain no longer holds, and reads again what was asked for; it reports whether something was
// replaced.
func (r *run) mend(ctx context.Context, t *track) (bool, error) {
	st, err := r.compare(ctx, &t.token, t.suspect)
	if err != nil {
		return false, err
	}
	t.suspect = nil
	// Whoever names a block to start at takes the node's chain as it is.
	rewound := st.behind && t.asked != nil && *t.asked <= r.head.Number
	replace := st.broken || rewound
	switch {
	case replace:
		if err := r.replace(ctx, t, st.common); err != nil {
			return false, err
		}
	case st.behind:
		return false, r.lags(t)
	}
	if t.asked != nil {
		asked := *t.asked
		t.asked = nil
		return replace, r.again(ctx, t, asked)
	}
	return replace, nil
}

// near reports whether every scan stands at the target, or so little below that it need not be followed.
func (r *run) near() bool {
	for _, t := range r.tracks {
		if t.fresh() || *t.token.scanned+slack < r.target {
			return false
		}
	}
	return true
}

// settled reports whether all that is scanned is final.
func (r *run) settled() bool {
	for _, t := range r.tracks {
		if r.final == nil || t.token.scanned == nil || *t.token.scanned > *r.final {
			return false
		}
	}
	return true
}

func (r *run) lags(t *track) error {
	return fault.New(fault.Node, "the node's head is block %d, and token %s was scanned up to block %d: the node lags behind, or its chain was rewound",
		r.head.Number, t.token.Address, *t.token.scanned).
		WithHint("try again later; `--start-block %d` takes the node's chain as it is", r.head.Number)
}

// stream reads a range of blocks in order. The events of a token are asked for from its block of starts on.
func (r *run) stream(ctx context.Context, starts map[*track]uint64, from, to uint64, deliver func(*part) error) error {
	if from > to {
		return nil
	}
	r.total += to - from + 1
	var cuts []uint64
	if r.final != nil {
		cuts = []uint64{*r.final} // a checkpoint that no reorganisation goes below
	}
	for _, start := range starts {
		if start > from {
			cuts = append(cuts, start-1)
		}
	}
	fetch := func(ctx context.Context, from, to uint64) (*part, error) {
		var tracks []*track
		for _, t := range r.tracks {
			if start, asked := starts[t]; asked && start <= from {
				tracks = append(tracks, t)
			}
		}
		return r.fetch(ctx, tracks, from, to)
	}
	return stream(ctx, from, to, cuts, r.pacer, fetch, func(p *part) error {
		if err := deliver(p); err != nil {
			return err
		}
		for i := range p.transfers {
			if t := &p.transfers[i]; (r.final == nil || t.block > *r.final) && t.block+recentMost > r.head.Number {
				r.tracks[t.token].recent[t.block] = t.hash
			}
		}
		r.blocks += p.blocks()
		for _, t := range p.tracks {
			t.result.Blocks += p.blocks()
			t.result.Ignored += p.ignored[t.place]
		}
		if r.opts.Progress != nil {
			r.opts.Progress(r.blocks, r.total)
		}
		return nil
	})
}

// read stores what lies between the scans and the target, part by part.
func (r *run) read(ctx context.Context) error {
	starts := map[*track]uint64{}
	from := r.target + 1
	for _, t := range r.tracks {
		start := t.token.FirstBlock
		if !t.fresh() {
			start = *t.token.scanned + 1
		}
		if start <= r.target {
			starts[t], from = start, min(from, start)
		}
	}
	return r.stream(ctx, starts, from, r.target, func(p *part) error { return r.store(ctx, p) })
}

// store puts a part in place of what is stored of its blocks.
func (r *run) store(ctx context.Context, p *part) error {
	changes := make([]change, len(p.tracks))
	for i, t := range p.tracks {
		stands := p.head.Number
		if !t.fresh() {
			stands = max(stands, *t.token.scanned)
		}
		changes[i] = change{t: t, scannedTo: stands}
	}
	return r.apply(ctx, []*part{p}, changes)
}

// again reads from the asked block on what was scanned before.
func (r *run) again(ctx context.Context, t *track, asked uint64) error {
	tok := &t.token
	switch {
	case tok.scanned == nil:
		return nil
	case asked < tok.FirstBlock && tok.Complete:
		asked = tok.FirstBlock // before that there is nothing
	case asked < tok.FirstBlock:
		return r.earlier(ctx, t, asked)
	}
	return r.stream(ctx, map[*track]uint64{t: asked}, asked, min(r.target, *tok.scanned), func(p *part) error { return r.store(ctx, p) })
}

// collect reads a range of one token's blocks without storing it.
func (r *run) collect(ctx context.Context, t *track, from, to uint64) (parts []*part, err error) {
	err = r.stream(ctx, map[*track]uint64{t: from}, from, to, func(p *part) error { parts = append(parts, p); return nil })
	return parts, err
}

// created is the block of a token's creation, nil where nobody knows.
func (r *run) created(ctx context.Context, t *track) (*uint64, error) {
	found, err := r.s.creations(ctx, []common.Address{t.token.Address}, r.head.Number)
	if err != nil {
		return nil, err
	}
	if found[0] != nil {
		return found[0], nil
	}
	return r.recorded(ctx, t.token.Address)
}

// earlier puts what lies before a scan that began too late in front of it, at once: half of it would look like a whole.
func (r *run) earlier(ctx context.Context, t *track, asked uint64) error {
	first, complete := asked, asked == 0
	created, err := r.created(ctx, t)
	if err != nil {
		return err
	}
	if created != nil {
		first, complete = min(max(asked, *created), t.token.FirstBlock), asked <= *created
	}
	var parts []*part
	if first < t.token.FirstBlock {
		if parts, err = r.collect(ctx, t, first, t.token.FirstBlock-1); err != nil {
			return err
		}
	}
	return r.apply(ctx, parts, []change{{t: t, scannedTo: *t.token.scanned, first: &first, complete: complete, unchecked: true}})
}

// replace swaps what is stored above a block that is common to the stored chain and the node's for what the node has
// there. It reads the replacement first, so that at any time the database holds one or the other.
func (r *run) replace(ctx context.Context, t *track, common *uint64) error {
	was := *t.token.scanned
	c := change{t: t, dropAbove: common, dropAll: common == nil, scannedTo: min(was, r.head.Number)}
	from := t.token.FirstBlock
	switch {
	case common != nil:
		from = *common + 1
	case t.token.Complete: // not even the creation is where it was
		created, err := r.created(ctx, t)
		if err != nil {
			return err
		}
		if created == nil {
			created = new(uint64)
		}
		from, c.first, c.complete = *created, created, true
	case from > r.head.Number:
		return r.lags(t)
	}
	if from <= r.head.Number {
		c.scannedTo = max(c.scannedTo, from)
	}
	dropped, err := r.s.countAbove(ctx, t.token.id, common)
	if err != nil {
		return err
	}
	for n := range t.recent {
		if common == nil || n > *common {
			delete(t.recent, n)
		}
	}
	parts, err := r.collect(ctx, t, from, c.scannedTo)
	if err != nil {
		return err
	}
	if err := r.apply(ctx, parts, []change{c}); err != nil {
		return err
	}
	if t.result.Reorg == nil {
		t.result.Reorg = &Reorg{Common: common}
	}
	if was >= from {
		t.result.Reorg.Depth += was - from + 1
	}
	t.result.Reorg.Dropped += dropped
	return nil
}

// moved notes for each token the lowest block of stored transfers that is no longer the node's.
func (r *run) moved(ctx context.Context) error {
	wanted := map[uint64]bool{}
	for _, t := range r.tracks {
		for n := range t.recent {
			wanted[n] = true
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	numbers := slices.Collect(maps.Keys(wanted))
	var headers []*node.Header
	if err := patiently(ctx, func() (_ bool, err error) {
		headers, err = r.s.node.Headers(ctx, numbers)
		// A node that lags does not know them yet; a chain that has become shorter does not come to know them.
		return !slices.Contains(headers, nil), err
	}); err != nil {
		return err
	}
	for i, n := range numbers {
		for _, t := range r.tracks {
			hash, stored := t.recent[n]
			if stored && (headers[i] == nil || headers[i].Hash != hash) && (t.suspect == nil || n < *t.suspect) {
				t.suspect = &numbers[i]
			}
		}
	}
	return nil
}
