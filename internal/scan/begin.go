package scan

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/fault"
)

// prepare finds the tokens, on the chain and in the database.
func (r *run) prepare(ctx context.Context) error {
	for _, t := range r.tracks {
		if err := r.s.load(ctx, t); err != nil {
			return err
		}
	}
	if err := r.look(ctx); err != nil {
		return err
	}
	genesis := r.seen[0].Hash
	for _, t := range r.tracks {
		if t.token.id != 0 && t.genesis != genesis {
			return fault.New(fault.Conflict, "database %s scanned token %s on another chain of the same id %d: its genesis block is %s, the node's is %s",
				r.s.store.Path(), t.token.Address, r.s.chain, t.genesis, genesis).
				WithHint("use another node with --ethereum-node-url, or another file with --database-file (a development chain that was reset needs a fresh one)")
		}
	}
	if err := r.describe(ctx); err != nil {
		return err
	}
	if err := r.begin(ctx); err != nil {
		return err
	}
	for _, t := range r.tracks {
		if start := r.opts.Start; start != nil && !t.fresh() && *start > *t.token.scanned+1 {
			return fault.New(fault.Usage, "the start block %d would leave a gap: token %s was scanned up to block %d", *start, t.token.Address, *t.token.scanned).
				WithHint("leave out --start-block to go on from there")
		}
		if err := r.s.save(ctx, &t.token, genesis); err != nil {
			return err
		}
	}
	return nil
}

// begin settles where the first scans of tokens start.
func (r *run) begin(ctx context.Context) error {
	var fresh []*track
	var addresses []common.Address
	for _, t := range r.tracks {
		if t.fresh() {
			fresh, addresses = append(fresh, t), append(addresses, t.token.Address)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	created, err := r.s.creations(ctx, addresses, r.head.Number)
	if err != nil {
		return err
	}
	for i, t := range fresh {
		known := created[i]
		if known == nil {
			if known, err = r.recorded(ctx, t.token.Address); err != nil {
				return err
			}
		}
		if err := r.beginAt(&t.token, known); err != nil {
			return err
		}
	}
	return nil
}

// recorded is the block of a token's creation as the caller knows it. One that may yet be reorganised away is none.
func (r *run) recorded(ctx context.Context, a common.Address) (*uint64, error) {
	if r.opts.Created == nil {
		return nil, nil
	}
	n, err := r.opts.Created(ctx, a)
	if err != nil || n == nil || r.final == nil || *n > *r.final {
		return nil, err
	}
	return n, nil
}

// beginAt settles where a token's first scan starts. created is nil where nobody knows.
func (r *run) beginAt(t *Token, created *uint64) error {
	start := r.opts.Start
	switch {
	case created != nil && start != nil:
		t.FirstBlock, t.Complete = max(*start, *created), *start <= *created
	case created != nil:
		t.FirstBlock, t.Complete = *created, true
	case start != nil:
		t.FirstBlock, t.Complete = *start, *start == 0
	default:
		t.FirstBlock, t.Complete = 0, true
		if r.opts.Notice != nil {
			r.opts.Notice("The node keeps too little state to tell when token " + t.Address.Hex() +
				" was created: reading from block 0. --start-block with the block of its creation shortens that.")
		}
	}
	if created != nil && *created > r.target {
		why := "the end of the scan"
		if r.opts.Finalized && r.opts.End == nil {
			why = "the newest final block"
		}
		return fault.New(fault.Usage, "token %s was created in block %d, after block %d, %s", t.Address, *created, r.target, why)
	}
	return nil
}
