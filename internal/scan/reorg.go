package scan

import (
	"context"
	"database/sql"
	"fmt"
	"math"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/fault"
)

// standing says how the stored checkpoints compare with the node's chain.
type standing struct {
	broken bool
	common *uint64 // the highest checkpoint that agrees, as all below it do; nil: none does
	behind bool    // the node's head is below the scan, and what it knows agrees
}

const checkpointPage = 100

// compare looks from the newest checkpoint down until one agrees that was final when it was scanned: all below it then
// agree as well. suspect, if set, is a block whose stored events are known to be of another chain.
func (r *run) compare(ctx context.Context, t *Token, suspect *uint64) (standing, error) {
	var st standing
	lowest := uint64(math.MaxUint64) // block that is known not to agree
	if suspect != nil && t.scanned != nil && *suspect <= *t.scanned {
		lowest = *suspect
	}
	var best *uint64 // highest checkpoint below lowest that agrees
	below := uint64(math.MaxInt64)
	for {
		page, err := r.s.checkpoints(ctx, t.id, below)
		if err != nil {
			return st, err
		}
		if len(page) == 0 {
			break
		}
		numbers := make([]uint64, len(page))
		for i, c := range page {
			numbers[i] = c.block
		}
		headers, err := r.headers(ctx, numbers)
		if err != nil {
			return st, err
		}
		settled := false
		for i, c := range page {
			switch h := headers[i]; {
			case h == nil && c.block > r.head.Number:
				st.behind = true
				continue
			case h == nil:
				return st, fault.New(fault.Node, "the node has no block %d, though its head is block %d", c.block, r.head.Number).
					WithHint("try again later, or use another node with --ethereum-node-url")
			case h.Hash != c.hash || c.block >= lowest:
				if c.block < lowest {
					lowest, best, settled = c.block, nil, false
				}
			default:
				if best == nil {
					n := c.block
					best = &n
				}
				settled = settled || c.final
			}
		}
		if settled || len(page) < checkpointPage {
			break
		}
		below = page[len(page)-1].block
	}
	st.common = best
	if lowest != math.MaxUint64 {
		st.broken, st.behind = true, false
	}
	return st, nil
}

type stored struct {
	block uint64
	hash  common.Hash
	final bool
}

// checkpoints returns a page of a token's checkpoints below a block, the newest first.
func (s *Scanner) checkpoints(ctx context.Context, tokenID int64, below uint64) ([]stored, error) {
	rows, err := s.store.SQL().QueryContext(ctx, `SELECT block, hash, final FROM checkpoint WHERE token_id = ? AND block < ?
		ORDER BY block DESC LIMIT ?`, tokenID, int64(below), checkpointPage)
	if err != nil {
		return nil, fmt.Errorf("read checkpoints: %w", err)
	}
	defer rows.Close()
	var out []stored
	for rows.Next() {
		var c stored
		var hash string
		if err := rows.Scan(&c.block, &hash, &c.final); err != nil {
			return nil, fmt.Errorf("read checkpoints: %w", err)
		}
		c.hash = common.HexToHash(hash)
		out = append(out, c)
	}
	return out, rows.Err()
}

// countAbove returns how many transfers are stored above a block; nil: at all.
func (s *Scanner) countAbove(ctx context.Context, tokenID int64, block *uint64) (n int, err error) {
	from := int64(0)
	if block != nil {
		from = int64(*block) + 1
	}
	err = s.store.SQL().QueryRowContext(ctx, `SELECT count(*) FROM transfer WHERE token_id = ? AND block >= ?`, tokenID, from).Scan(&n)
	return n, err
}

// markFinal notes which checkpoints have become final.
func (s *Scanner) markFinal(ctx context.Context, tokenID int64, final uint64) error {
	return s.store.SQLTx(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE checkpoint SET final = 1 WHERE token_id = ? AND block <= ? AND final = 0`, tokenID, int64(final))
		return err
	})
}
