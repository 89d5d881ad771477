package captable

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
)

// pin is a block as a node knows it.
type pin struct {
	block uint64
	hash  common.Hash
	time  time.Time
}

// Headers asks for the headers of blocks; *node.Client does.
type Headers interface {
	Header(ctx context.Context, b node.Block) (*node.Header, error)
}

// Pin returns the query with the block that it is about as a node knows it: its hash, and for a time the very last block
// at or before it, where the database knows only blocks with transfers and those where a scan ended. A database that
// knows the block whole is not added to, and the node not asked. Errors are of class fault.Usage for what Build would
// refuse too, fault.Conflict when the node's chain is not the scanned one, and those of the node.
func Pin(ctx context.Context, st *store.Store, query Query, n Headers) (Query, error) {
	var (
		lo, hi uint64
		last   *Checkpoint
		known  bool
	)
	err := Snapshot(ctx, st, func(q Querier) error {
		tok, at, err := scannedToken(ctx, q, st.Path(), query.Chain, query.Token)
		if err != nil {
			return err
		}
		last = at
		if hi, _, err = query.bounds(&tok, last); err != nil {
			return err
		}
		lo = hi
		if query.AtTime != nil {
			before, err := blockBefore(ctx, q, tok.id, *query.AtTime)
			if err != nil {
				return err
			}
			if lo = tok.first; before != nil {
				lo = *before
			}
			err = q.QueryRowContext(ctx, `SELECT coalesce(min(block), ?) FROM checkpoint WHERE token_id = ? AND time > ?`,
				int64(hi), tok.id, query.AtTime.Unix()).Scan(&hi)
			if err != nil {
				return fmt.Errorf("read checkpoints: %w", err)
			}
			return nil
		}
		c, err := checkpointAt(ctx, q, tok.id, hi)
		known = c != nil
		return err
	})
	if err != nil || known {
		return query, err
	}
	head, err := n.Header(ctx, node.At(last.Block))
	if err != nil {
		return query, err
	}
	if head.Hash != last.Hash {
		return query, fault.New(fault.Conflict, "the node has another block %d than the one that token %s was scanned up to", last.Block, query.Token).
			WithHint("run `sto token-scan --token-address %s`, which replaces what a reorganisation took back", query.Token)
	}
	// The block is at lo or above, and below hi or at it.
	if query.AtTime != nil {
		at := uint64(query.AtTime.Unix())
		for lo < hi {
			mid := lo + (hi-lo+1)/2
			h, err := n.Header(ctx, node.At(mid))
			if err != nil {
				return query, err
			}
			if h.Time <= at {
				lo = mid
			} else {
				hi = mid - 1
			}
		}
	}
	h, err := n.Header(ctx, node.At(lo))
	if err != nil {
		return query, err
	}
	if query.AtTime == nil || h.Time <= uint64(query.AtTime.Unix()) {
		query.pinned = &pin{h.Number, h.Hash, time.Unix(int64(h.Time), 0).UTC()}
	}
	return query, nil
}

// blockBefore returns the last block at or before a time where a scan ended; nil when there is none.
func blockBefore(ctx context.Context, q Querier, tokenID int64, at time.Time) (*uint64, error) {
	var known sql.NullInt64
	if err := q.QueryRowContext(ctx, `SELECT max(block) FROM checkpoint WHERE token_id = ? AND time <= ?`, tokenID, at.Unix()).Scan(&known); err != nil {
		return nil, fmt.Errorf("read checkpoints: %w", err)
	}
	if !known.Valid {
		return nil, nil
	}
	n := uint64(known.Int64)
	return &n, nil
}
