package captable

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// LedgerQuery says which entries of a token's ledger to read.
type LedgerQuery struct {
	Chain uint64
	Token common.Address

	Holders    []common.Address // only entries that name one of these; empty: all
	From, To   When             // first and last; not set: from the beginning, to the last scanned block
	Balances   bool             // also what sender and receiver hold after each entry
	Identities Identities
}

// When is a block or a time; with neither it is not set.
type When struct {
	Block *uint64
	Time  *time.Time // whole seconds count
}

// Kind says what an entry of the ledger is.
type Kind string

// The kinds of entries.
const (
	Issuance       Kind = "issuance"        // from the zero address
	Movement       Kind = "transfer"        // from one holder to another
	ForcedMovement Kind = "forced transfer" // the same, by the issuer's force
	Burn           Kind = "burn"            // to the zero address
)

// storedForced is transfer.kind of a forced transfer.
const storedForced = 3

// Entry is one row of the ledger while it is read; the next one takes its place.
type Entry struct {
	Number   int // from 1, among all entries of the token, whatever is left out
	Block    uint64
	LogIndex uint64
	Time     int64 // Unix seconds
	Tx       [32]byte
	Kind     Kind
	From, To Party

	raw word
}

// Party is one side of an entry.
type Party struct {
	Address common.Address
	id      int64
	balance *sum // after the entry; nil when it is not asked for, and of the zero address
}

// Amount returns the amount in whole tokens.
func (e *Entry) Amount(decimals uint8) string { return point((*uint256.Int)(&e.raw).Dec(), decimals) }

// AmountRaw returns the amount in raw token units.
func (e *Entry) AmountRaw() string { return (*uint256.Int)(&e.raw).Dec() }

// Balance returns what the party holds after the entry, in whole tokens; empty when it is not known.
func (p *Party) Balance(decimals uint8) string {
	switch {
	case p.balance == nil:
		return ""
	case p.balance[4] == 0:
		return point((*uint256.Int)(p.balance[:4]).Dec(), decimals)
	}
	return eth.FormatAmount(p.balance.big(), decimals)
}

// point puts the decimal point into a number of raw units, as eth.FormatAmount does.
func point(digits string, decimals uint8) string {
	d := int(decimals)
	if d == 0 || digits == "0" {
		return digits
	}
	for len(digits) <= d {
		digits = zeros[:min(len(zeros), d+1-len(digits))] + digits
	}
	whole, end := digits[:len(digits)-d], len(digits)
	for end > len(whole) && digits[end-1] == '0' {
		end--
	}
	if end == len(whole) {
		return whole
	}
	return whole + "." + digits[len(whole):end]
}

const zeros = "0000000000000000000000000000000000000000"

// LedgerHead is what is known of a ledger before its first entry.
type LedgerHead struct {
	ChainID    uint64         `json:"chain_id"`
	Token      common.Address `json:"token"`
	Name       string         `json:"name"`
	Symbol     string         `json:"symbol"`
	Decimals   uint8          `json:"decimals"`
	FirstBlock uint64         `json:"first_block"` // where the scan began
	Complete   bool           `json:"complete"`    // whether the scan began at or before the token's creation; else the ledger is partial
	LastScan   Checkpoint     `json:"last_scan"`   // where the scan stands
	Notes      []string       `json:"notes"`       // what a reader must know before relying on the ledger; sentences
}

// LedgerSink takes a ledger, one entry at a time.
type LedgerSink interface {
	Head(h *LedgerHead) error
	Entry(e *Entry) error
}

// Ledger reads the entries of a scanned token in the order of the chain into sink. Memory grows with the number of
// addresses, not with that of entries. It returns how many entries were given. Errors are as those of Build, and sink's.
func Ledger(ctx context.Context, st *store.Store, query LedgerQuery, sink LedgerSink) (int, error) {
	given := 0
	err := Snapshot(ctx, st, func(q Querier) error {
		tok, last, err := scannedToken(ctx, q, st.Path(), query.Chain, query.Token)
		if err != nil {
			return err
		}
		r := ledgerReader{query: &query, sink: sink}
		r.from = query.From.lower()
		if r.to, err = query.To.upper(&tok, last, query.Token); err != nil {
			return err
		}
		h := &LedgerHead{ChainID: query.Chain, Token: query.Token, Name: term.Safe(tok.name), Symbol: term.Safe(tok.symbol), Decimals: tok.decimals,
			FirstBlock: tok.first, Complete: tok.complete, LastScan: *last, Notes: scanNotes(&tok, last)}
		if err := sink.Head(h); err != nil {
			return err
		}
		if r.addresses, err = readAddresses(ctx, q); err != nil {
			return err
		}
		err = r.read(ctx, q, tok.id)
		given = r.given
		return err
	})
	return given, err
}

// bound is an end of a ledger: by block and by time.
type bound struct {
	block uint64
	time  int64
}

func (w When) lower() bound {
	b := bound{0, math.MinInt64}
	if w.Block != nil {
		b.block = *w.Block
	}
	if w.Time != nil {
		b.time = w.Time.Unix()
	}
	return b
}

// upper refuses an end that the scan has not reached.
func (w When) upper(tok *token, last *Checkpoint, a common.Address) (bound, error) {
	q := Query{Token: a, AtBlock: w.Block, AtTime: w.Time}
	if w.Block != nil && *w.Block < tok.first { // nothing is known there, and nothing to be given
		return bound{*w.Block, math.MaxInt64}, nil
	}
	to, until, err := q.bounds(tok, last)
	b := bound{to, math.MaxInt64}
	if until != nil {
		b.time = int64(min(*until, math.MaxInt64))
	}
	return b, err
}

// ledgerReader reads the transfers of one token.
type ledgerReader struct {
	query     *LedgerQuery
	sink      LedgerSink
	from, to  bound
	addresses []common.Address // by holder number
	balances  []sum            // by holder number, with Balances
	wanted    []bool           // by holder number, with Holders
	given     int
}

// readAddresses returns the addresses by holder number.
func readAddresses(ctx context.Context, q Querier) ([]common.Address, error) {
	var newest int64
	if err := q.QueryRowContext(ctx, `SELECT coalesce(max(id), 0) FROM holder`).Scan(&newest); err != nil {
		return nil, fmt.Errorf("read holders: %w", err)
	}
	list := make([]common.Address, newest+1)
	rows, err := q.QueryContext(context.WithoutCancel(ctx), `SELECT id, address FROM holder`)
	if err != nil {
		return nil, fmt.Errorf("read holders: %w", err)
	}
	defer rows.Close()
	var id int64
	var raw sql.RawBytes
	for rows.Next() {
		if err := rows.Scan(&id, &raw); err != nil {
			return nil, fmt.Errorf("read holders: %w", err)
		}
		if id >= 0 && id < int64(len(list)) {
			list[id] = common.BytesToAddress(raw)
		}
	}
	return list, rows.Err()
}

func (r *ledgerReader) read(ctx context.Context, q Querier, tokenID int64) error {
	if r.query.Balances {
		r.balances = make([]sum, len(r.addresses))
	}
	if len(r.query.Holders) > 0 {
		r.wanted = make([]bool, len(r.addresses))
		want := map[common.Address]bool{}
		for _, a := range r.query.Holders {
			want[a] = true
		}
		for id, a := range r.addresses {
			r.wanted[id] = want[a]
		}
	}
	// As in Read: the driver is slow with a context that can end.
	rows, err := q.QueryContext(context.WithoutCancel(ctx), `SELECT block, log_index, time, tx, kind, from_id, to_id, raw FROM transfer
		WHERE token_id = ? AND block <= ? ORDER BY block, log_index`, tokenID, int64(min(r.to.block, math.MaxInt64)))
	if err != nil {
		return fmt.Errorf("read transfers: %w", err)
	}
	defer rows.Close()
	var (
		e       Entry
		tx, raw sql.RawBytes
		kind    int64
	)
	for rows.Next() {
		if err := rows.Scan(&e.Block, &e.LogIndex, &e.Time, &tx, &kind, &e.From.id, &e.To.id, &raw); err != nil {
			return fmt.Errorf("read transfers: %w", err)
		}
		if e.Time > r.to.time {
			break
		}
		if e.Number++; e.Number%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		copy(e.Tx[:], tx)
		if err := r.entry(&e, kind, raw); err != nil {
			return err
		}
	}
	return rows.Err()
}

// entry completes one entry, and gives it to the sink if it is wanted.
func (r *ledgerReader) entry(e *Entry, kind int64, raw []byte) (err error) {
	if e.raw, err = decodeWord(raw); err != nil {
		return fmt.Errorf("read transfers: block %d: %w", e.Block, err)
	}
	for _, p := range []*Party{&e.From, &e.To} {
		if p.id < 0 || p.id >= int64(len(r.addresses)) {
			return fmt.Errorf("read transfers: holder %d does not exist", p.id)
		}
		p.Address, p.balance = r.addresses[p.id], nil
	}
	if r.balances != nil {
		r.balances[e.From.id].sub(&e.raw)
		r.balances[e.To.id].add(&e.raw)
	}
	if e.Block < r.from.block || e.Time < r.from.time || r.wanted != nil && !r.wanted[e.From.id] && !r.wanted[e.To.id] {
		return nil
	}
	fromNobody, toNobody := e.From.Address == common.Address{}, e.To.Address == common.Address{}
	switch {
	case fromNobody && !toNobody:
		e.Kind = Issuance
	case toNobody && !fromNobody:
		e.Kind = Burn
	case kind == storedForced:
		e.Kind = ForcedMovement
	default:
		e.Kind = Movement
	}
	if r.balances != nil {
		if !fromNobody {
			e.From.balance = &r.balances[e.From.id]
		}
		if !toNobody {
			e.To.balance = &r.balances[e.To.id]
		}
	}
	r.given++
	return r.sink.Entry(e)
}

// rawBalance is Party.Balance in raw token units; nil when it is not known.
func (p *Party) rawBalance() *big.Int {
	if p.balance == nil {
		return nil
	}
	return p.balance.big()
}
