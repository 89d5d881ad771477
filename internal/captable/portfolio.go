package captable

import (
	"context"
	"fmt"
	"math"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// Portfolio is what portfolio prints with --output json: what one holder has of each scanned token of a chain.
type Portfolio struct {
	ChainID  uint64           `json:"chain_id"`
	Wallets  []common.Address `json:"wallets"`  // the holder's
	Holdings []PortfolioRow   `json:"holdings"` // by the token's address; with --include-empty also of what was given away
	Notes    []string         `json:"notes"`    // what a reader must know; sentences
}

// PortfolioRow is what the holder has of one token, as of its last scan.
type PortfolioRow struct {
	Token         common.Address `json:"token"`
	Name          string         `json:"name"`
	Symbol        string         `json:"symbol"`
	Decimals      uint8          `json:"decimals"`
	Balance       string         `json:"balance"`
	BalanceRaw    *Raw           `json:"balance_raw"`
	Percent       string         `json:"percent"`        // of the accounted supply, of two decimals
	FirstAcquired time.Time      `json:"first_acquired"` // the first time that anything came in
	LastTransfer  time.Time      `json:"last_transfer"`
	AsOf          Checkpoint     `json:"as_of"`    // where the scan of the token stands
	Complete      bool           `json:"complete"` // whether the scan began at or before the token's creation; else this is partial
	Lots          []PortfolioLot `json:"lots"`     // oldest first; what is given away comes out of the oldest
}

// PortfolioLot is a part of a holding that came in at one time, and is not given away yet.
type PortfolioLot struct {
	Acquired  time.Time      `json:"acquired"`
	Block     uint64         `json:"block"`
	Tx        common.Hash    `json:"tx"`
	Kind      Kind           `json:"kind"` // issuance, transfer or forced transfer
	From      common.Address `json:"from"`
	Amount    string         `json:"amount"` // what is left of it
	AmountRaw *Raw           `json:"amount_raw"`
}

// ReadPortfolio tells what the wallets of one holder have, as of the last scan of each token. Transfers between the wallets
// change nothing: the lots are those of the holder.
func ReadPortfolio(ctx context.Context, st *store.Store, chain uint64, wallets []common.Address, includeEmpty bool) (*Portfolio, error) {
	p := &Portfolio{ChainID: chain, Wallets: wallets, Holdings: []PortfolioRow{}, Notes: []string{}}
	var tokens []common.Address
	rows, err := st.SQL().QueryContext(ctx, `SELECT address FROM token WHERE chain_id = ? AND scanned_to IS NOT NULL ORDER BY address`, int64(chain))
	if err != nil {
		return nil, fmt.Errorf("read tokens: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var address string
		if err := rows.Scan(&address); err != nil {
			return nil, fmt.Errorf("read tokens: %w", err)
		}
		tokens = append(tokens, common.HexToAddress(address))
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read tokens: %w", err)
	}
	if err := rows.Close(); err != nil {
		return nil, fmt.Errorf("read tokens: %w", err)
	}
	for _, token := range tokens {
		sink := &poolSink{wallets: wallets}
		if _, err := Ledger(ctx, st, LedgerQuery{Chain: chain, Token: token}, sink); err != nil {
			return nil, fmt.Errorf("token %s: %w", token.Hex(), err)
		}
		row, touched := sink.row()
		if !touched || row.BalanceRaw.Int().Sign() == 0 && !includeEmpty {
			continue
		}
		p.Holdings = append(p.Holdings, *row)
		for _, note := range sink.head.Notes {
			p.Notes = append(p.Notes, "Token "+token.Hex()+": "+note)
		}
		if sink.short {
			p.Notes = append(p.Notes, "Token "+token.Hex()+": more was given away than came in, as far as the scan knows, so the lots are not the whole story.")
		}
	}
	return p, nil
}

// poolSink keeps the lots of some wallets together.
type poolSink struct {
	wallets []common.Address
	head    LedgerHead
	lots    lots
	from    []common.Address // whom each lot came from, by its number - 1
	supply  sum
	balance sum
	first   int64
	last    int64
	touched bool
	short   bool
}

// Head keeps what is known of the token.
func (s *poolSink) Head(h *LedgerHead) error {
	s.head, s.first = *h, math.MaxInt64
	return nil
}

// Entry counts one entry.
func (s *poolSink) Entry(e *Entry) error {
	switch e.Kind {
	case Issuance:
		s.supply.add(&e.raw)
	case Burn:
		s.supply.sub(&e.raw)
	case Movement, ForcedMovement:
	}
	out, in := slices.Contains(s.wallets, e.From.Address), slices.Contains(s.wallets, e.To.Address)
	if !out && !in {
		return nil
	}
	s.touched, s.last = true, e.Time
	raw := (*uint256.Int)(&e.raw)
	if out == in || raw.IsZero() {
		return nil
	}
	if in {
		s.first = min(s.first, e.Time)
		s.balance.add(&e.raw)
		s.from = append(s.from, e.From.Address)
		s.lots.add(lot{number: len(s.from), raw: *raw, origin: origin{block: e.Block, time: e.Time, tx: e.Tx, kind: e.Kind}})
		return nil
	}
	s.balance.sub(&e.raw)
	if err := s.lots.take(raw, e, func(*lot, *uint256.Int, *uint256.Int) error { return nil }); err != nil {
		s.short = true // the lots are used up; the balance says how far
	}
	return nil
}

func (s *poolSink) row() (*PortfolioRow, bool) {
	balance, h := s.balance.big(), &s.head
	r := &PortfolioRow{Token: h.Token, Name: h.Name, Symbol: h.Symbol, Decimals: h.Decimals, Balance: eth.FormatAmount(balance, h.Decimals), BalanceRaw: NewRaw(balance),
		Percent: percent(balance, s.supply.big(), 2), LastTransfer: time.Unix(s.last, 0).UTC(), AsOf: h.LastScan, Complete: h.Complete, Lots: []PortfolioLot{}}
	if s.first == math.MaxInt64 {
		s.first = s.last
	}
	r.FirstAcquired = time.Unix(s.first, 0).UTC()
	for _, l := range s.lots.left() {
		raw := new(big.Int).SetBytes(l.raw.Bytes())
		r.Lots = append(r.Lots, PortfolioLot{Acquired: time.Unix(l.origin.time, 0).UTC(), Block: l.origin.block, Tx: l.origin.tx, Kind: l.origin.kind,
			From: s.from[l.number-1], Amount: eth.FormatAmount(raw, h.Decimals), AmountRaw: NewRaw(raw)})
	}
	return r, s.touched
}

// PortfolioColumns returns the headings of Cells, and which of them are numbers.
func PortfolioColumns() (headings []string, right []int) {
	return []string{"Token", "Symbol", "Balance", "%", "Acquired", "Block", "Kind", "From", "Lot"}, []int{2, 3, 5, 8}
}

// Cells returns a row for each lot, and one for a token without lots; text is what texts of others pass through.
func (p *Portfolio) Cells(text func(string) string) [][]string {
	out := [][]string{}
	for i := range p.Holdings {
		h := &p.Holdings[i]
		first := []string{h.Token.Hex(), text(term.Safe(h.Symbol)), h.Balance, h.Percent}
		if len(h.Lots) == 0 {
			out = append(out, append(first, h.FirstAcquired.Format(time.RFC3339), "", "", "", ""))
		}
		for _, l := range h.Lots {
			out = append(out, append(slices.Clone(first), l.Acquired.Format(time.RFC3339), fmt.Sprint(l.Block), string(l.Kind), l.From.Hex(), l.Amount))
		}
	}
	return out
}
