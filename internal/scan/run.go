package scan

import (
	"context"
	"maps"
	"math"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
)

const (
	rounds = 6 // how often one run follows a chain that is reorganised under its hands
	checks = 3 // how often it compares anew when the block was reorganised away before the contract was asked
)

// run is the state of one Run.
type run struct {
	s      *Scanner
	opts   Options
	topics topics
	tracks []*track
	head   *node.Header
	final  *uint64
	target uint64
	seen   map[uint64]*node.Header // what the node told of heights at the last look; nil: it has no such block
	pacer  *pacer
	blocks uint64 // that were read
	total  uint64 // blocks to read, for Progress
}

// track is one token of a run.
type track struct {
	place   int // in the run
	token   Token
	genesis common.Hash              // of the stored scan
	asked   *uint64                  // the block to read again from, until that is done
	holders map[common.Address]int64 // the number of every address that this run has stored a transfer of
	recent  map[uint64]common.Hash   // blocks of stored transfers that may still be reorganised away
	suspect *uint64                  // a block whose stored events are known to be of another chain
	stored  int
	result  *Result
}

// fresh reports whether nothing of the token was scanned yet.
func (t *track) fresh() bool { return t.token.scanned == nil }

// Run brings the scans of tokens up to date. The results are in the order of the tokens. They come with some errors as
// well, telling how far each scan got: the database then stands there. Errors of class fault.Usage say that the options or
// a contract won't do, those of fault.General that a contract's balances differ from what its events add up to.
func (s *Scanner) Run(ctx context.Context, opts Options) ([]*Result, error) {
	if opts.Start != nil && opts.End != nil && *opts.End < *opts.Start {
		return nil, fault.New(fault.Usage, "the end block %d comes before the start block %d", *opts.End, *opts.Start)
	}
	if len(opts.Tokens) == 0 || len(opts.Tokens) > MostTokens {
		return nil, fault.New(fault.Usage, "one run scans 1 to %d tokens, not %d", MostTokens, len(opts.Tokens))
	}
	r := &run{s: s, opts: opts, topics: balanceTopics(), pacer: newPacer()}
	for i, a := range opts.Tokens {
		if slices.Contains(opts.Tokens[:i], a) {
			return nil, fault.New(fault.Usage, "token %s is named twice", a)
		}
		r.tracks = append(r.tracks, &track{place: i, token: Token{Address: a}, asked: opts.Start, holders: map[common.Address]int64{},
			recent: map[uint64]common.Hash{}, result: &Result{}})
	}
	if err := r.prepare(ctx); err != nil {
		return nil, err
	}
	err := r.follow(ctx)
	for try := 1; err == nil; try++ {
		var again bool
		if again, err = r.conclude(ctx); !again || try == checks {
			break
		}
		if err = r.look(ctx); err == nil {
			err = r.follow(ctx)
		}
	}
	return r.tell(), err
}

// look reads the head, how much is final and the blocks of the newest checkpoints, and settles how far to go.
func (r *run) look(ctx context.Context) (err error) {
	if err := patiently(ctx, func() (bool, error) {
		if r.head, err = r.s.node.Header(ctx, node.Latest); err != nil {
			return false, err
		}
		if err := r.lookAround(ctx); err != nil {
			return false, err
		}
		for n, h := range r.seen {
			if h == nil && n <= r.head.Number { // of several nodes behind one address one told the head, and one that lags the rest
				return false, nil
			}
		}
		return true, nil
	}); err != nil {
		return err
	}
	r.target = r.head.Number
	if r.opts.Finalized {
		if r.final == nil {
			return fault.New(fault.Node, "no block of chain %d counts as final yet, or the node does not tell which", r.s.chain).
				WithHint("scan without --finalized")
		}
		r.target = *r.final
	}
	if r.opts.End != nil {
		if *r.opts.End > r.target {
			what := "head of the chain"
			if r.opts.Finalized {
				what = "newest final block"
			}
			return fault.New(fault.Usage, "the end block %d lies beyond the %s, block %d", *r.opts.End, what, r.target)
		}
		r.target = *r.opts.End
	}
	if r.opts.Start != nil && *r.opts.Start > r.target {
		return fault.New(fault.Usage, "the start block %d lies beyond block %d, where the scan would end", *r.opts.Start, r.target)
	}
	return nil
}

// lookAround asks, in one request, for the final block, the genesis block and those of the newest checkpoints.
func (r *run) lookAround(ctx context.Context) error {
	r.seen = map[uint64]*node.Header{0: nil}
	for _, t := range r.tracks {
		if t.fresh() {
			continue
		}
		page, err := r.s.checkpoints(ctx, t.token.id, math.MaxInt64)
		if err != nil {
			return err
		}
		for _, c := range page {
			r.seen[c.block] = nil
		}
	}
	numbers := slices.Sorted(maps.Keys(r.seen))
	blocks := make([]node.Block, len(numbers), len(numbers)+1)
	for i, n := range numbers {
		blocks[i] = node.At(n)
	}
	if f := r.s.finality; f.Tag != "" && !f.Instant {
		blocks = append(blocks, node.Block(f.Tag))
	}
	headers, err := r.s.node.HeadersOf(ctx, blocks)
	if err != nil {
		return err
	}
	for i, n := range numbers {
		r.seen[n] = headers[i]
	}
	if r.seen[0] == nil {
		return fault.New(fault.Node, "the node does not tell its genesis block").WithHint("use another node with --ethereum-node-url")
	}
	var tagged *node.Header
	if len(blocks) > len(numbers) {
		tagged = headers[len(numbers)]
	}
	r.final = r.s.final(r.head, tagged)
	return nil
}

// headers returns headers of heights: what the last look brought, and the rest from the node.
func (r *run) headers(ctx context.Context, numbers []uint64) ([]*node.Header, error) {
	var missing []uint64
	for _, n := range numbers {
		if _, known := r.seen[n]; !known {
			missing = append(missing, n)
		}
	}
	if len(missing) > 0 {
		got, err := r.s.node.Headers(ctx, missing)
		if err != nil {
			return nil, err
		}
		for i, n := range missing {
			r.seen[n] = got[i]
		}
	}
	out := make([]*node.Header, len(numbers))
	for i, n := range numbers {
		out[i] = r.seen[n]
	}
	return out, nil
}

// final returns the newest block that counts as final; nil when there is none, or the node does not tell. tagged is the
// block that the node calls so.
func (s *Scanner) final(head, tagged *node.Header) *uint64 {
	f := s.finality
	var n uint64
	switch {
	case f.Instant:
		n = head.Number
	case f.Tag != "" && tagged != nil:
		n = min(tagged.Number, head.Number)
	case f.Tag == "" && f.Depth > 0 && head.Number >= f.Depth:
		n = head.Number - f.Depth
	default:
		return nil
	}
	return &n
}
