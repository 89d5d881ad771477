package captable

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/big"
	"strconv"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// maxAccuracy bounds Query.Accuracy: no token has more decimals.
const maxAccuracy = 77

const scanHint = "run `sto token-scan --token-address %s` first"

// Build reads the cap table of a scanned token. A token that was not scanned, a moment outside the scan, and options
// that make no sense are errors of class fault.Usage.
func Build(ctx context.Context, st *store.Store, query Query) (*Table, error) {
	if err := query.check(); err != nil {
		return nil, err
	}
	var t *Table
	err := Snapshot(ctx, st, func(q Querier) (err error) {
		t, err = build(ctx, q, st.Path(), &query)
		return err
	})
	if err != nil {
		return nil, err
	}
	return t, nil
}

func (q *Query) check() error {
	if q.OrderBy == "" {
		q.OrderBy = ByBalance
	}
	if q.GroupBy == "" {
		q.GroupBy = ByHolder
	}
	if q.Direction == "" {
		q.Direction = Descending
	}
	switch {
	case q.AtBlock != nil && q.AtTime != nil:
		return fault.New(fault.Usage, "a cap table is as of a block or as of a time, not both")
	case q.MaxEntries < 0:
		return fault.New(fault.Usage, "a cap table can't have %d entries at most", q.MaxEntries)
	case q.Accuracy > maxAccuracy:
		return fault.New(fault.Usage, "an accuracy of %d decimals is more than any token has", q.Accuracy)
	case !q.GroupBy.valid():
		return fault.New(fault.Usage, "a cap table can't be grouped by %q", term.Safe(string(q.GroupBy))).
			WithHint("group by address, investor, country or class")
	case !q.OrderBy.valid():
		return fault.New(fault.Usage, "a cap table can't be ordered by %q", term.Safe(string(q.OrderBy))).
			WithHint("order by balance, name, updated or address")
	case !q.Direction.valid():
		return fault.New(fault.Usage, "a cap table can't be ordered in direction %q", term.Safe(string(q.Direction))).
			WithHint("the direction is asc or desc")
	}
	return nil
}

func build(ctx context.Context, q Querier, path string, query *Query) (*Table, error) {
	tok, last, err := scannedToken(ctx, q, path, query.Chain, query.Token)
	if err != nil {
		return nil, err
	}
	to, until, err := query.bounds(&tok, last)
	if err != nil {
		return nil, err
	}
	book, err := Read(ctx, q, tok.id, to, until)
	if err != nil {
		return nil, err
	}
	t := &Table{
		ChainID: query.Chain, Token: query.Token, Name: term.Safe(tok.name), Symbol: term.Safe(tok.symbol), Decimals: tok.decimals,
		FirstBlock: tok.first, Complete: tok.complete, LastScan: *last, Notes: scanNotes(&tok, last), GroupBy: query.GroupBy,
		Rows: []Row{}, Groups: []Group{}, Marked: []Marked{}, genesis: common.HexToHash(tok.genesis), holdings: book.Holdings,
	}
	at, err := t.moment(ctx, q, &tok, query, to, book)
	if err != nil {
		return nil, err
	}
	total := book.Supply
	t.TotalSupplySource = FromEvents
	if at != nil && at.total != nil {
		total, t.TotalSupplySource = at.total, FromContract
	}
	t.TotalSupply, t.TotalSupplyRaw = eth.FormatAmount(total, tok.decimals), NewRaw(total)
	t.AccountedSupply, t.AccountedSupplyRaw = eth.FormatAmount(book.Supply, tok.decimals), NewRaw(book.Supply)
	for i := range book.Holdings {
		if book.Holdings[i].Balance.Sign() != 0 {
			t.Holders++
		}
	}
	behind, err := query.Beneficial.split(book.Holdings, tok.decimals, t.AsOf.Block)
	if err != nil {
		return nil, err
	}
	if t.GroupBy == ByHolder {
		t.fill(book, query, total)
	} else {
		t.group(book, query, behind, total)
	}
	t.mark(book, query, total)
	t.warn(query, book, total)
	return t, nil
}

// scannedToken returns a token of the database and the checkpoint of the block up to which it was scanned.
func scannedToken(ctx context.Context, q Querier, path string, chain uint64, a common.Address) (token, *Checkpoint, error) {
	tok, err := findToken(ctx, q, chain, a)
	if errors.Is(err, sql.ErrNoRows) || err == nil && !tok.scanned.Valid {
		return tok, nil, fault.New(fault.Usage, "token %s on chain %d was not scanned into database %s", a, chain, path).WithHint(scanHint, a)
	}
	if err != nil {
		return tok, nil, err
	}
	last, err := checkpointAt(ctx, q, tok.id, uint64(tok.scanned.Int64))
	if err != nil {
		return tok, nil, err
	}
	if last == nil {
		return tok, nil, fault.New(fault.General, "database %s lacks the checkpoint of block %d, up to which token %s was scanned",
			path, tok.scanned.Int64, a).WithHint("scan the token into another database file")
	}
	return tok, last, nil
}

// scanNotes says what a reader of anything made from a scan must know; never nil.
func scanNotes(tok *token, last *Checkpoint) []string {
	notes := []string{}
	if !tok.complete {
		notes = append(notes, fmt.Sprintf("This is partial: the scan began at block %d, and earlier transfers of the token, if there were any, are not in it.", tok.first))
	}
	if last.Reconciled == Differs {
		notes = append(notes, fmt.Sprintf("At block %d the contract's own figures differ from what its events add up to, in %s.", last.Block,
			count(len(last.Differences), "place", "places")))
	}
	return notes
}

// bounds returns the last block to read, and the last second when a time was asked for.
func (q *Query) bounds(tok *token, last *Checkpoint) (to uint64, until *uint64, err error) {
	to = last.Block
	switch {
	case q.AtBlock != nil && *q.AtBlock > last.Block:
		return 0, nil, fault.New(fault.Usage, "block %d lies beyond block %d, up to which token %s was scanned", *q.AtBlock, last.Block, q.Token).
			WithHint(scanHint, q.Token)
	case q.AtBlock != nil && *q.AtBlock < tok.first:
		return 0, nil, fault.New(fault.Usage, "block %d lies before block %d, where the scan of token %s begins", *q.AtBlock, tok.first, q.Token).
			WithHint("%s", beforeHint(tok))
	case q.AtBlock != nil:
		to = *q.AtBlock
	case q.AtTime != nil && q.AtTime.Unix() > last.Time.Unix():
		return 0, nil, fault.New(fault.Usage, "%s is later than block %d of %s, up to which token %s was scanned",
			stamp(*q.AtTime), last.Block, stamp(last.Time), q.Token).
			WithHint("run `sto token-scan --token-address %s` once the chain has passed that time", q.Token)
	case q.AtTime != nil && q.AtTime.Unix() < 0:
		return 0, nil, fault.New(fault.Usage, "%s is before any chain began", stamp(*q.AtTime))
	case q.AtTime != nil:
		s := uint64(q.AtTime.Unix())
		until = &s
	}
	return to, until, nil
}

func beforeHint(tok *token) string {
	if tok.complete {
		return "nothing of the token happened before that block"
	}
	return "scan again with an earlier --start-block"
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// moment sets AsOf and LastTransfer, and returns the checkpoint at AsOf's block, nil where there is none.
func (t *Table) moment(ctx context.Context, q Querier, tok *token, query *Query, to uint64, book *Book) (*Checkpoint, error) {
	if book.Last != nil {
		at := time.Unix(int64(book.Last.Time), 0).UTC()
		t.LastTransfer = &at
	}
	t.AsOf = AsOf{Block: to, Reconciled: NotTried}
	if query.AtTime != nil {
		when := time.Unix(query.AtTime.Unix(), 0).UTC()
		t.AsOf.Time = &when
		before, err := blockBefore(ctx, q, tok.id, when)
		if err != nil {
			return nil, err
		}
		if before == nil && book.Last == nil {
			return nil, fault.New(fault.Usage, "%s is before the first block with a transfer that the scan of token %s knows of", stamp(when), query.Token).
				WithHint("%s", beforeHint(tok))
		}
		t.AsOf.Block = 0
		if before != nil {
			t.AsOf.Block = *before
		}
		if book.Last != nil {
			t.AsOf.Block = max(t.AsOf.Block, book.Last.Block)
		}
	}
	if p := query.pinned; p != nil && p.block >= t.AsOf.Block {
		t.AsOf.Block, t.AsOf.Hash, t.AsOf.BlockTime = p.block, &p.hash, &p.time
	}
	at, err := checkpointAt(ctx, q, tok.id, t.AsOf.Block)
	if err != nil {
		return nil, err
	}
	switch {
	case at != nil:
		t.AsOf.Hash, t.AsOf.BlockTime, t.AsOf.Reconciled = &at.Hash, &at.Time, at.Reconciled
	case book.Last != nil && book.Last.Block == t.AsOf.Block:
		t.AsOf.BlockTime = t.LastTransfer
	}
	if t.AsOf.Time == nil {
		t.AsOf.Time = t.AsOf.BlockTime
	}
	err = q.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM checkpoint WHERE token_id = ? AND block >= ? AND final = 1)`,
		tok.id, int64(t.AsOf.Block)).Scan(&t.AsOf.Final)
	if err != nil {
		return nil, fmt.Errorf("read checkpoints: %w", err)
	}
	return at, nil
}

// warn says what the table's reader must know.
func (t *Table) warn(query *Query, book *Book, total *big.Int) {
	note := func(format string, args ...any) { t.Notes = append(t.Notes, fmt.Sprintf(format, args...)) }
	if total.Cmp(book.Supply) != 0 {
		note("The contract gives a total supply of %s, and its events account for %s.", t.TotalSupply, t.AccountedSupply)
	}
	negative := 0
	for i := range book.Holdings {
		if book.Holdings[i].Balance.Sign() < 0 {
			negative++
		}
	}
	if negative > 0 {
		note("%s below zero: the scan has not seen how the tokens got there.", count(negative, "balance is", "balances are"))
	}
	if query.AtTime != nil && query.AtTime.Unix() == t.LastScan.Time.Unix() {
		note("The scan ends at that very second: on a chain with several blocks in a second, later ones may still belong to it.")
	}
	if t.LeftOut > 0 {
		note("%s left out.", count(t.LeftOut, "more entry is", "more entries are"))
	}
}

// count returns a number with the words that go with it.
func count(n int, one, many string) string {
	if n != 1 {
		one = many
	}
	return strconv.Itoa(n) + " " + one
}
