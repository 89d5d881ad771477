package scan

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
)

// updated returns the number of holders, without the zero address, that the stored transfers name.
func (t *track) updated() int {
	n := len(t.holders)
	if _, ok := t.holders[common.Address{}]; ok {
		n--
	}
	return n
}

// change is what one transaction does to a token's scan.
type change struct {
	t         *track
	dropAbove *uint64 // first remove everything above this block
	dropAll   bool    // first remove everything
	scannedTo uint64  // where the scan stands afterwards
	first     *uint64 // where it begins; nil: as before
	complete  bool    // with first
	unchecked bool    // earlier reconciliations no longer hold
}

// apply makes all changes, and puts parts in place of what is stored for their blocks; or does nothing when a scan
// meanwhile stands elsewhere than this run left it. A run that saw it fail is over: its tracks may hold numbers of holders
// that were rolled back.
func (r *run) apply(ctx context.Context, parts []*part, changes []change) error {
	err := r.s.store.SQLTx(ctx, func(tx *sql.Tx) error {
		for _, c := range changes {
			if err := r.change(ctx, tx, c, parts); err != nil {
				return err
			}
		}
		for _, p := range parts {
			if err := r.put(ctx, tx, p); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, c := range changes {
		to := c.scannedTo
		c.t.token.scanned = &to
		if c.first != nil {
			c.t.token.FirstBlock, c.t.token.Complete = *c.first, c.complete
		}
	}
	return nil
}

// change makes room for parts in what is stored of a token, and leaves their checkpoints.
func (r *run) change(ctx context.Context, tx *sql.Tx, c change, parts []*part) error {
	id := c.t.token.id
	if err := r.move(ctx, tx, c); err != nil {
		return err
	}
	switch {
	case c.dropAll:
		if err := drop(ctx, tx, id, 0, nil); err != nil {
			return err
		}
	case c.dropAbove != nil:
		if err := drop(ctx, tx, id, *c.dropAbove+1, nil); err != nil {
			return err
		}
	}
	if c.unchecked {
		if _, err := tx.ExecContext(ctx, `UPDATE checkpoint SET reconciled = NULL, accounted_supply = NULL, differences = NULL
			WHERE token_id = ?`, id); err != nil {
			return err
		}
	}
	for _, p := range parts {
		if c.t.token.scanned != nil && p.from <= *c.t.token.scanned {
			if err := drop(ctx, tx, id, p.from, &p.head.Number); err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO checkpoint (token_id, block, hash, time, final) VALUES (?, ?, ?, ?, ?)`,
			id, int64(p.head.Number), p.head.Hash.Hex(), int64(p.head.Time), r.final != nil && p.head.Number <= *r.final); err != nil {
			return err
		}
	}
	return nil
}

// move writes where the scan stands, if it stands where this run believes.
func (r *run) move(ctx context.Context, tx *sql.Tx, c change) error {
	t := &c.t.token
	first, complete := t.FirstBlock, t.Complete
	if c.first != nil {
		first, complete = *c.first, c.complete
	}
	var was any
	if t.scanned != nil {
		was = int64(*t.scanned)
	}
	res, err := tx.ExecContext(ctx, `UPDATE token SET scanned_to = ?, first_block = ?, complete = ? WHERE id = ? AND scanned_to IS ?`,
		int64(c.scannedTo), int64(first), complete, t.id, was)
	if err != nil {
		return err
	}
	n, err := res.RowsAffected()
	if err != nil {
		return err
	}
	if n != 1 {
		return fault.New(fault.Conflict, "another process scans token %s into database %s", t.Address, r.s.store.Path()).
			WithHint("wait until it is done, then run the command again")
	}
	return nil
}

// drop removes transfers and checkpoints from one block to another, or to the end.
func drop(ctx context.Context, tx *sql.Tx, tokenID int64, from uint64, to *uint64) error {
	last := int64(math.MaxInt64)
	if to != nil {
		last = int64(*to)
	}
	for _, query := range []string{
		`DELETE FROM transfer WHERE token_id = ? AND block BETWEEN ? AND ?`,
		`DELETE FROM checkpoint WHERE token_id = ? AND block BETWEEN ? AND ?`,
	} {
		if _, err := tx.ExecContext(ctx, query, tokenID, int64(from), last); err != nil {
			return err
		}
	}
	return nil
}

// put stores the transfers of a range.
func (r *run) put(ctx context.Context, tx *sql.Tx, p *part) (err error) {
	if len(p.transfers) == 0 {
		return nil
	}
	// The driver runs each statement of a context that can end in a goroutine of its own, which takes twice the time of
	// the statement. A range is stored within a blink: the end of the context is looked at between ranges.
	ctx = context.WithoutCancel(ctx)
	h, err := newHolderWriter(ctx, tx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, h.close()) }()
	insert, err := tx.PrepareContext(ctx, `INSERT INTO transfer (token_id, block, log_index, time, tx, kind, from_id, to_id, raw)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, insert.Close()) }()
	for i := range p.transfers {
		t := &p.transfers[i]
		owner := r.tracks[t.token]
		from, err := h.id(ctx, owner, t.from)
		if err != nil {
			return err
		}
		to, err := h.id(ctx, owner, t.to)
		if err != nil {
			return err
		}
		if _, err := insert.ExecContext(ctx, owner.token.id, int64(t.block), int64(t.index), int64(t.time), t.tx[:], int64(t.kind), from, to,
			t.raw.stored()); err != nil {
			return fmt.Errorf("block %d, log %d: %w", t.block, t.index, err)
		}
		owner.stored++
	}
	return nil
}

// holderWriter numbers addresses within one transaction.
type holderWriter struct {
	find, insert *sql.Stmt
}

func newHolderWriter(ctx context.Context, tx *sql.Tx) (*holderWriter, error) {
	h := &holderWriter{}
	var err error
	if h.find, err = tx.PrepareContext(ctx, `SELECT id FROM holder WHERE address = ?`); err != nil {
		return nil, err
	}
	if h.insert, err = tx.PrepareContext(ctx, `INSERT INTO holder (address) VALUES (?) ON CONFLICT DO NOTHING`); err != nil {
		return nil, errors.Join(err, h.find.Close())
	}
	return h, nil
}

func (h *holderWriter) close() error { return errors.Join(h.find.Close(), h.insert.Close()) }

func (h *holderWriter) id(ctx context.Context, t *track, a common.Address) (int64, error) {
	if id, ok := t.holders[a]; ok {
		return id, nil
	}
	// Most addresses that this run has not met yet are new: insert first, look up after.
	var id, made int64
	res, err := h.insert.ExecContext(ctx, a[:])
	if err == nil {
		made, err = res.RowsAffected()
	}
	switch {
	case err != nil:
	case made == 1:
		id, err = res.LastInsertId()
	default:
		err = h.find.QueryRowContext(ctx, a[:]).Scan(&id)
	}
	if err != nil {
		return 0, fmt.Errorf("holder %s: %w", a, err)
	}
	t.holders[a] = id
	return id, nil
}

// load fills in what the database knows of the token, if it was ever scanned.
func (s *Scanner) load(ctx context.Context, track *track) error {
	t := &track.token
	var known string
	var scanned sql.NullInt64
	err := s.store.SQL().QueryRowContext(ctx, `SELECT id, genesis_hash, first_block, complete, scanned_to FROM token
		WHERE chain_id = ? AND address = ?`, int64(s.chain), eth.Lower(t.Address)).
		Scan(&t.id, &known, &t.FirstBlock, &t.Complete, &scanned)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("database %s: token %s: %w", s.store.Path(), t.Address, err)
	}
	track.genesis = common.HexToHash(known)
	if scanned.Valid {
		n := uint64(scanned.Int64)
		t.scanned = &n
	}
	return nil
}

// save makes the token's row, or brings its texts up to date: an issuer may change them.
func (s *Scanner) save(ctx context.Context, t *Token, genesis common.Hash) error {
	return s.store.SQLTx(ctx, func(tx *sql.Tx) error {
		if t.id != 0 {
			_, err := tx.ExecContext(ctx, `UPDATE token SET name = ?, symbol = ?, decimals = ?, first_block = ?, complete = ? WHERE id = ?`,
				t.Name, t.Symbol, t.Decimals, int64(t.FirstBlock), t.Complete, t.id)
			return err
		}
		res, err := tx.ExecContext(ctx, `INSERT INTO token (chain_id, address, genesis_hash, name, symbol, decimals, first_block, complete)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, int64(s.chain), eth.Lower(t.Address), genesis.Hex(), t.Name, t.Symbol, t.Decimals,
			int64(t.FirstBlock), t.Complete)
		if err != nil {
			return err
		}
		t.id, err = res.LastInsertId()
		return err
	})
}
