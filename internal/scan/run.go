package scan

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
)

// rounds is how often one run follows a chain that is reorganised under its hands.
const rounds = 6

// run is the state of one Run.
type run struct {
	s      *Scanner
	opts   Options
	topics topics
	token  Token
	head   *node.Header
	final  *uint64
	target uint64
	pacer  *pacer
	writer *writer
	recent map[uint64]common.Hash // blocks of stored transfers that may still be reorganised away
	total  uint64                 // blocks to read, for Progress
	result *Result
}

// Run brings the scan of a token up to date. A result comes with some errors as well, telling how far the scan got: the
// database then stands there. Errors of class fault.Usage say that the options or the contract won't do, those of
// fault.General that the contract's balances differ from what its events add up to.
func (s *Scanner) Run(ctx context.Context, opts Options) (*Result, error) {
	if opts.Start != nil && opts.End != nil && *opts.End < *opts.Start {
		return nil, fault.New(fault.Usage, "the end block %d comes before the start block %d", *opts.End, *opts.Start)
	}
	r := &run{s: s, opts: opts, topics: balanceTopics(), pacer: newPacer(), recent: map[uint64]common.Hash{}, result: &Result{}}
	if err := r.prepare(ctx); err != nil {
		return nil, err
	}
	err := r.follow(ctx)
	r.tell()
	if err == nil {
		err = r.conclude(ctx)
	}
	return r.result, err
}

// look reads the head and how much is final, and settles how far to go.
func (r *run) look(ctx context.Context) (err error) {
	if r.head, err = r.s.node.Header(ctx, node.Latest); err != nil {
		return err
	}
	if r.final, err = r.s.final(ctx, r.head); err != nil {
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

// prepare finds the token, on the chain and in the database.
func (r *run) prepare(ctx context.Context) error {
	if err := r.look(ctx); err != nil {
		return err
	}
	genesis, err := r.s.genesis(ctx)
	if err != nil {
		return err
	}
	t := Token{Address: r.opts.Token}
	known, err := r.s.load(ctx, &t, genesis)
	if err != nil {
		return err
	}
	now, err := r.s.describe(ctx, r.opts.Token)
	if err != nil {
		return err
	}
	t.Name, t.Symbol, t.Decimals, t.NoDecimals = now.Name, now.Symbol, now.Decimals, now.NoDecimals
	if !known || t.scanned == nil {
		if err := r.begin(ctx, &t); err != nil {
			return err
		}
	} else if start := r.opts.Start; start != nil && *start > *t.scanned+1 {
		return fault.New(fault.Usage, "the start block %d would leave a gap: token %s was scanned up to block %d", *start, t.Address, *t.scanned).
			WithHint("leave out --start-block to go on from there")
	}
	if err := r.s.save(ctx, &t, genesis); err != nil {
		return err
	}
	r.token = t
	r.writer = r.s.writer(&r.token, r.final)
	return nil
}

// begin settles where a token's first scan starts.
func (r *run) begin(ctx context.Context, t *Token) error {
	created, found, err := r.s.creation(ctx, t.Address, r.head.Number)
	if err != nil {
		return err
	}
	switch start := r.opts.Start; {
	case found && start != nil:
		t.FirstBlock, t.Complete = max(*start, created), *start <= created
	case found:
		t.FirstBlock, t.Complete = created, true
	case start != nil:
		t.FirstBlock, t.Complete = *start, *start == 0
	default:
		t.FirstBlock, t.Complete = 0, true
	}
	if found && created > r.target {
		why := "the end of the scan"
		if r.opts.Finalized && r.opts.End == nil {
			why = "the newest final block"
		}
		return fault.New(fault.Usage, "token %s was created in block %d, after block %d, %s", t.Address, created, r.target, why)
	}
	return nil
}
