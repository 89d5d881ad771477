package captable

import (
	"context"
	"math/big"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/store"
)

// Comparison is what cap-table --compare prints with --output json: who joined, left, gained and lost between two moments.
type Comparison struct {
	ChainID    uint64         `json:"chain_id"`
	Token      common.Address `json:"token"`
	Name       string         `json:"name"`
	Symbol     string         `json:"symbol"`
	Decimals   uint8          `json:"decimals"`
	FirstBlock uint64         `json:"first_block"` // where the scan began
	Complete   bool           `json:"complete"`    // whether the scan began at or before the token's creation; else the comparison is partial
	LastScan   Checkpoint     `json:"last_scan"`   // where the scan stands
	GroupBy    GroupBy        `json:"group_by"`    // address, investor, country or class
	From       Side           `json:"from"`        // the earlier moment
	To         Side           `json:"to"`
	Joined     int            `json:"joined"` // changes of each kind, those that are left out included
	Left       int            `json:"left"`
	Gained     int            `json:"gained"`
	Lost       int            `json:"lost"`
	Changes    []Change       `json:"changes"` // the greatest first
	LeftOut    int            `json:"changes_left_out"`
	Notes      []string       `json:"notes"` // what a reader must know; sentences
}

// Side is one of the two moments of a comparison.
type Side struct {
	AsOf           AsOf   `json:"as_of"`
	TotalSupply    string `json:"total_supply"`
	TotalSupplyRaw *Raw   `json:"total_supply_raw"`
	Holders        int    `json:"holders"`
}

// What says how a holding changed.
type What string

// The ways in which a holding changes.
const (
	Joined What = "joined" // nothing before
	Left   What = "left"   // nothing after
	Gained What = "gained"
	Lost   What = "lost"
)

// Change is one holder, or one group, whose balance differs.
type Change struct {
	What      What             `json:"what"`      // joined, left, gained or lost
	Name      string           `json:"name"`      // empty: unknown
	Investor  string           `json:"investor"`  // the issuer's id of it
	Addresses []common.Address `json:"addresses"` // the holder's, or the wallets of the group at either moment
	Before    string           `json:"before"`
	BeforeRaw *Raw             `json:"before_raw"`
	After     string           `json:"after"`
	AfterRaw  *Raw             `json:"after_raw"`
	Change    string           `json:"change"`
	ChangeRaw *Raw             `json:"change_raw"`
}

// At returns the same query about another moment.
func (q Query) At(w When) Query {
	q.AtBlock, q.AtTime, q.pinned = w.Block, w.Time, nil
	return q
}

// Compare makes the tables of two moments, and tells what differs. The queries differ in nothing else; see Query.At. Both are
// read from one state of the database, and the earlier one is taken as the beginning, whichever is named first. Errors are as
// those of Build.
func Compare(ctx context.Context, st *store.Store, query, then Query) (*Comparison, error) {
	if query.Beneficial != nil {
		return nil, fault.New(fault.Usage, "a file of beneficial owners fits one moment, and can't be used for two").WithHint("leave out --beneficial-file or --compare")
	}
	limit := query.MaxEntries
	for _, q := range []*Query{&query, &then} {
		q.MaxEntries, q.IncludeEmpty = 0, false
		if err := q.check(); err != nil {
			return nil, err
		}
	}
	var a, b *Table
	err := Snapshot(ctx, st, func(q Querier) (err error) {
		if a, err = build(ctx, q, st.Path(), &then); err == nil {
			b, err = build(ctx, q, st.Path(), &query)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if b.AsOf.Block < a.AsOf.Block {
		a, b = b, a
	}
	c := &Comparison{ChainID: b.ChainID, Token: b.Token, Name: b.Name, Symbol: b.Symbol, Decimals: b.Decimals, FirstBlock: b.FirstBlock,
		Complete: b.Complete, LastScan: b.LastScan, GroupBy: b.GroupBy, From: a.side(), To: b.side(), Changes: []Change{}, Notes: []string{}}
	for _, note := range slices.Concat(a.Notes, b.Notes) {
		if !slices.Contains(c.Notes, note) {
			c.Notes = append(c.Notes, note)
		}
	}
	c.fill(a.lines(), b.lines())
	if limit > 0 && len(c.Changes) > limit {
		c.LeftOut = len(c.Changes) - limit
		c.Changes = c.Changes[:limit]
		c.Notes = append(c.Notes, count(c.LeftOut, "more change is", "more changes are")+" left out.")
	}
	return c, nil
}

func (t *Table) side() Side { return Side{t.AsOf, t.TotalSupply, t.TotalSupplyRaw, t.Holders} }

// line is a row or group of either table.
type line struct {
	key            string
	name, investor string
	addresses      []common.Address
	raw            *big.Int
}

// lines returns the rows or groups of a table with what tells one from another.
func (t *Table) lines() []line {
	out := make([]line, 0, len(t.Rows)+len(t.Groups))
	for i := range t.Rows {
		r := &t.Rows[i]
		out = append(out, line{string(r.Address[:]), r.Name, r.Investor, []common.Address{r.Address}, r.BalanceRaw.Int()})
	}
	for i := range t.Groups {
		g := &t.Groups[i]
		out = append(out, line{g.key, g.Name, g.Investor, g.Wallets, g.BalanceRaw.Int()})
	}
	return out
}

func (c *Comparison) fill(before, after []line) {
	type pair struct{ a, b *line }
	index := map[string]int{}
	var pairs []pair
	for i := range before {
		index[before[i].key] = len(pairs)
		pairs = append(pairs, pair{a: &before[i]})
	}
	for i := range after {
		if at, ok := index[after[i].key]; ok {
			pairs[at].b = &after[i]
		} else {
			pairs = append(pairs, pair{b: &after[i]})
		}
	}
	nothing := new(big.Int)
	for _, p := range pairs {
		was, is, whose := nothing, nothing, p.b
		var addresses []common.Address
		if p.a != nil {
			was, addresses = p.a.raw, append(addresses, p.a.addresses...)
		}
		if p.b != nil {
			is, addresses = p.b.raw, append(addresses, p.b.addresses...)
		} else {
			whose = p.a
		}
		diff := new(big.Int).Sub(is, was)
		if diff.Sign() == 0 {
			continue
		}
		slices.SortFunc(addresses, func(a, b common.Address) int { return a.Cmp(b) })
		what, number := Lost, &c.Lost
		switch {
		case was.Sign() == 0:
			what, number = Joined, &c.Joined
		case is.Sign() == 0:
			what, number = Left, &c.Left
		case diff.Sign() > 0:
			what, number = Gained, &c.Gained
		}
		*number++
		c.Changes = append(c.Changes, Change{What: what, Name: whose.name, Investor: whose.investor, Addresses: slices.Compact(addresses),
			Before: eth.FormatAmount(was, c.Decimals), BeforeRaw: NewRaw(was), After: eth.FormatAmount(is, c.Decimals), AfterRaw: NewRaw(is),
			Change: eth.FormatAmount(diff, c.Decimals), ChangeRaw: NewRaw(diff)})
	}
	slices.SortFunc(c.Changes, func(a, b Change) int {
		if d := b.ChangeRaw.Int().CmpAbs(a.ChangeRaw.Int()); d != 0 {
			return d
		}
		return strings.Compare(hexes(a.Addresses)+a.Name, hexes(b.Addresses)+b.Name)
	})
}

// Columns returns the headings of the changes, and which of them are numbers.
func (c *Comparison) Columns() (headings []string, right []int) {
	return []string{"Change", map[GroupBy]string{ByHolder: "Name", ByInvestor: "Investor", ByCountry: "Country", ByClass: "Class"}[c.GroupBy],
		"Addresses", "Before", "After", "Difference"}, []int{3, 4, 5}
}

// Cells returns the changes as rows; text is what names pass through.
func (c *Comparison) Cells(text func(string) string) [][]string {
	out := make([][]string, len(c.Changes))
	for i := range c.Changes {
		x := &c.Changes[i]
		addresses := hexes(x.Addresses)
		if c.GroupBy == ByCountry || c.GroupBy == ByClass {
			addresses = count(len(x.Addresses), "wallet", "wallets")
		}
		out[i] = []string{string(x.What), text(known(x.Name)), addresses, x.Before, x.After, x.Change}
	}
	return out
}
