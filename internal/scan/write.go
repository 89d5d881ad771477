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

// writer puts ranges into the database. It lives for one run: after an error in a transaction its map of holders may
// hold numbers that were rolled back.
type writer struct {
	s       *Scanner
	token   *Token
	final   *uint64
	holders map[common.Address]int64 // every address that this run has stored a transfer of
	stored  int
}

func (s *Scanner) writer(t *Token, final *uint64) *writer {
	return &writer{s: s, token: t, final: final, holders: map[common.Address]int64{}}
}

// updated returns the number of holders, without the zero address, that the stored transfers name.
func (w *writer) updated() int {
	n := len(w.holders)
	if _, ok := w.holders[common.Address{}]; ok {
		n--
	}
	return n
}

// change is what one transaction does to a token's scan.
type change struct {
	dropAbove *uint64 // first remove everything above this block
	dropAll   bool    // first remove everything
	parts     []*part // then put these in place of what was stored for their blocks
	scannedTo uint64  // where the scan stands afterwards
	first     *uint64 // where it begins; nil: as before
	complete  bool    // with first
	unchecked bool    // earlier reconciliations no longer hold
}

// apply makes one change, or none when the scan meanwhile stands elsewhere than this run left it.
func (w *writer) apply(ctx context.Context, c change) error {
	err := w.s.store.SQLTx(ctx, func(tx *sql.Tx) error {
		if err := w.move(ctx, tx, c); err != nil {
			return err
		}
		switch {
		case c.dropAll:
			if err := w.drop(ctx, tx, 0, nil); err != nil {
				return err
			}
		case c.dropAbove != nil:
			if err := w.drop(ctx, tx, *c.dropAbove+1, nil); err != nil {
				return err
			}
		}
		if c.unchecked {
			if _, err := tx.ExecContext(ctx, `UPDATE checkpoint SET reconciled = NULL, accounted_supply = NULL, differences = NULL
				WHERE token_id = ?`, w.token.id); err != nil {
				return err
			}
		}
		for _, p := range c.parts {
			if err := w.put(ctx, tx, p); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	to := c.scannedTo
	w.token.scanned = &to
	if c.first != nil {
		w.token.FirstBlock, w.token.Complete = *c.first, c.complete
	}
	return nil
}

// move writes where the scan stands, if it stands where this run believes.
func (w *writer) move(ctx context.Context, tx *sql.Tx, c change) error {
	first, complete := w.token.FirstBlock, w.token.Complete
	if c.first != nil {
		first, complete = *c.first, c.complete
	}
	var was any
	if w.token.scanned != nil {
		was = int64(*w.token.scanned)
	}
	res, err := tx.ExecContext(ctx, `UPDATE token SET scanned_to = ?, first_block = ?, complete = ? WHERE id = ? AND scanned_to IS ?`,
		int64(c.scannedTo), int64(first), complete, w.token.id, was)
	if err != nil {
		return err
	}
	n, err := res.RowsAffected()
	if err != nil {
		return err
	}
	if n != 1 {
		return fault.New(fault.Conflict, "another process scans token %s into database %s", w.token.Address, w.s.store.Path()).
			WithHint("wait until it is done, then run the command again")
	}
	return nil
}

// drop removes transfers and checkpoints from one block to another, or to the end.
func (w *writer) drop(ctx context.Context, tx *sql.Tx, from uint64, to *uint64) error {
	last := int64(math.MaxInt64)
	if to != nil {
		last = int64(*to)
	}
	for _, query := range []string{
		`DELETE FROM transfer WHERE token_id = ? AND block BETWEEN ? AND ?`,
		`DELETE FROM checkpoint WHERE token_id = ? AND block BETWEEN ? AND ?`,
	} {
		if _, err := tx.ExecContext(ctx, query, w.token.id, int64(from), last); err != nil {
			return err
		}
	}
	return nil
}

// put replaces what is stored of a range's blocks by the range.
func (w *writer) put(ctx context.Context, tx *sql.Tx, p *part) (err error) {
	if w.token.scanned != nil && p.from <= *w.token.scanned {
		if err := w.drop(ctx, tx, p.from, &p.head.Number); err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO checkpoint (token_id, block, hash, time, final) VALUES (?, ?, ?, ?, ?)`,
		w.token.id, int64(p.head.Number), p.head.Hash.Hex(), int64(p.head.Time), w.final != nil && p.head.Number <= *w.final)
	if err != nil || len(p.transfers) == 0 {
		return err
	}
	// The driver runs each statement of a context that can end in a goroutine of its own, which takes twice the time of
	// the statement. A range is stored within a blink: the end of the context is looked at between ranges.
	ctx = context.WithoutCancel(ctx)
	h, err := w.holderWriter(ctx, tx)
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
		from, err := h.id(ctx, t.from)
		if err != nil {
			return err
		}
		to, err := h.id(ctx, t.to)
		if err != nil {
			return err
		}
		if _, err := insert.ExecContext(ctx, w.token.id, int64(t.block), int64(t.index), int64(t.time), t.tx[:], int64(t.kind), from, to,
			t.raw.stored()); err != nil {
			return fmt.Errorf("block %d, log %d: %w", t.block, t.index, err)
		}
		w.stored++
	}
	return nil
}

// holderWriter numbers addresses within one transaction.
type holderWriter struct {
	w            *writer
	find, insert *sql.Stmt
}

func (w *writer) holderWriter(ctx context.Context, tx *sql.Tx) (*holderWriter, error) {
	h := &holderWriter{w: w}
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

func (h *holderWriter) id(ctx context.Context, a common.Address) (int64, error) {
	if id, ok := h.w.holders[a]; ok {
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
	h.w.holders[a] = id
	return id, nil
}

// load fills in what the database knows of the token; false when it was never scanned.
func (s *Scanner) load(ctx context.Context, t *Token, genesis common.Hash) (bool, error) {
	var known string
	var scanned sql.NullInt64
	err := s.store.SQL().QueryRowContext(ctx, `SELECT id, genesis_hash, first_block, complete, scanned_to FROM token
		WHERE chain_id = ? AND address = ?`, int64(s.chain), eth.Lower(t.Address)).
		Scan(&t.id, &known, &t.FirstBlock, &t.Complete, &scanned)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("database %s: token %s: %w", s.store.Path(), t.Address, err)
	}
	if common.HexToHash(known) != genesis {
		return false, fault.New(fault.Conflict, "database %s scanned token %s on another chain of the same id %d: its genesis block is %s, the node's is %s",
			s.store.Path(), t.Address, s.chain, known, genesis).
			WithHint("use another node with --ethereum-node-url, or another file with --database-file (a development chain that was reset needs a fresh one)")
	}
	if scanned.Valid {
		n := uint64(scanned.Int64)
		t.scanned = &n
	}
	return true, nil
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
