package captable

import (
	"cmp"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/term"
)

// GroupBy says what one row of a cap table stands for.
type GroupBy string

// The ways to group. By investor, wallets of one investor are one row, and beneficial owners take the place of their
// custodian; so they do by country and class.
const (
	ByHolder   GroupBy = "address"
	ByInvestor GroupBy = "investor"
	ByCountry  GroupBy = "country"
	ByClass    GroupBy = "class"
)

// GroupBys returns all ways to group.
func GroupBys() []GroupBy { return []GroupBy{ByHolder, ByInvestor, ByCountry, ByClass} }

func (g GroupBy) valid() bool { return slices.Contains(GroupBys(), g) }

// Group is what one investor, the investors of one country or those of one class hold.
type Group struct {
	Rank         int              `json:"rank"` // from 1, in the order of the table
	Name         string           `json:"name"` // of the investor, the country or the class; empty: unknown
	Investor     string           `json:"investor"`
	Type         string           `json:"type"` // several are joined by commas
	Country      string           `json:"country"`
	Class        string           `json:"class"`
	Investors    int              `json:"investors"` // an unknown address counts as one
	Wallets      []common.Address `json:"wallets"`   // that hold for them; a custodian's counts for each owner behind it
	Marks        []string         `json:"marks"`     // of any of the wallets
	LastTransfer time.Time        `json:"last_transfer"`
	LastBlock    uint64           `json:"last_block"`
	Balance      string           `json:"balance"`
	BalanceRaw   *Raw             `json:"balance_raw"`
	Shown        string           `json:"-"`       // Balance, rounded half-even to Query.Accuracy
	Percent      string           `json:"percent"` // of the total supply, rounded half-even to Query.Accuracy
	key          string
}

// Marked is what the wallets with one mark hold together.
type Marked struct {
	Mark       string `json:"mark"` // custodian, treasury or lost
	Wallets    int    `json:"wallets"`
	Balance    string `json:"balance"`
	BalanceRaw *Raw   `json:"balance_raw"`
	Percent    string `json:"percent"` // of the total supply
}

// position is a balance, and who it belongs to in the end.
type position struct {
	id     Identity
	wallet common.Address
	raw    *big.Int
	last   Moment
}

// positions returns the balances, those of custodians split among their beneficial owners.
func positions(book *Book, query *Query, behind map[common.Address][]share) []position {
	out := make([]position, 0, len(book.Holdings))
	for i := range book.Holdings {
		h := &book.Holdings[i]
		shares, split := behind[h.Address]
		for j := range shares {
			out = append(out, position{shares[j].Identity, h.Address, shares[j].raw, h.Last})
		}
		if !split {
			out = append(out, position{query.Identities[h.Address], h.Address, h.Balance, h.Last})
		}
	}
	return out
}

// key returns what positions of one group have in common, and how the group is called.
func (g GroupBy) key(p *position) (key, name string) {
	switch g {
	case ByCountry:
		return p.id.Country, p.id.Country
	case ByClass:
		return p.id.Class, p.id.Class
	default:
		// Nobody knows whether two unknown addresses are one investor's.
		return cmp.Or(p.id.key(), "address:"+string(p.wallet[:])), p.id.Name
	}
}

// gathering is a group while it is added up.
type gathering struct {
	Group
	raw       *big.Int
	last      Moment
	investors map[string]bool
	texts     [3]map[string]bool // types, countries, classes
}

// group makes the groups of the table.
func (t *Table) group(book *Book, query *Query, behind map[common.Address][]share, total *big.Int) {
	index := map[string]*gathering{}
	var order []*gathering
	list := positions(book, query, behind)
	for i := range list {
		p := &list[i]
		if p.raw.Sign() == 0 && !query.IncludeEmpty {
			continue
		}
		key, name := t.GroupBy.key(p)
		g := index[key]
		if g == nil {
			g = &gathering{raw: new(big.Int), investors: map[string]bool{}, texts: [3]map[string]bool{{}, {}, {}}}
			g.Name, g.key = term.Safe(name), key
			if t.GroupBy == ByInvestor {
				g.Investor = term.Safe(p.id.Investor)
			}
			index[key] = g
			order = append(order, g)
		}
		g.add(p)
	}
	order = slices.DeleteFunc(order, func(g *gathering) bool { return g.raw.Sign() == 0 && !query.IncludeEmpty })
	for _, g := range order {
		slices.SortFunc(g.Wallets, func(a, b common.Address) int { return a.Cmp(b) })
		g.Wallets = slices.Compact(g.Wallets)
		slices.Sort(g.Marks)
		g.Marks = slices.Compact(g.Marks)
	}
	slices.SortFunc(order, query.compareGroups())
	if query.MaxEntries > 0 && len(order) > query.MaxEntries {
		t.LeftOut = len(order) - query.MaxEntries
		order = order[:query.MaxEntries]
	}
	places := min(query.Accuracy, t.Decimals)
	t.Groups = make([]Group, len(order))
	for i, g := range order {
		g.Rank, g.Investors = i+1, len(g.investors)
		g.Type, g.Country, g.Class = joined(g.texts[0]), joined(g.texts[1]), joined(g.texts[2])
		g.LastTransfer, g.LastBlock = time.Unix(int64(g.last.Time), 0).UTC(), g.last.Block
		g.Balance, g.BalanceRaw = eth.FormatAmount(g.raw, t.Decimals), NewRaw(g.raw)
		g.Shown, g.Percent = eth.FormatRounded(g.raw, t.Decimals, places), percent(g.raw, total, query.Accuracy)
		t.Groups[i] = g.Group
	}
}

func (g *gathering) add(p *position) {
	g.raw.Add(g.raw, p.raw)
	g.Wallets = append(g.Wallets, p.wallet)
	g.Marks = append(g.Marks, p.id.Marks()...)
	who, _ := ByInvestor.key(p)
	g.investors[who] = true
	if p.last.Block >= g.last.Block {
		g.last = p.last
	}
	for i, text := range []string{p.id.Type, p.id.Country, p.id.Class} {
		if text != "" {
			g.texts[i][text] = true
		}
	}
}

func joined(set map[string]bool) string {
	list := make([]string, 0, len(set))
	for s := range set {
		list = append(list, term.Safe(s))
	}
	slices.Sort(list)
	return strings.Join(list, ", ")
}

func (q *Query) compareGroups() func(a, b *gathering) int {
	sign := 1
	if q.Direction == Descending {
		sign = -1
	}
	name := func(a, b *gathering) int {
		if (a.Name == "") != (b.Name == "") {
			return sign * cmp.Compare(len(b.Name), len(a.Name)) // unknown ones last in either direction
		}
		return cmp.Or(strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), strings.Compare(a.Name, b.Name))
	}
	return func(a, b *gathering) int {
		c := 0
		switch q.OrderBy {
		case ByName:
			c = name(a, b)
		case ByUpdated:
			c = cmp.Compare(a.last.Block, b.last.Block)
		case ByAddress:
		default:
			c = a.raw.Cmp(b.raw)
		}
		if c == 0 && q.OrderBy == ByAddress {
			c = a.Wallets[0].Cmp(b.Wallets[0])
		}
		return cmp.Or(sign*c, a.Wallets[0].Cmp(b.Wallets[0]), strings.Compare(a.Name, b.Name), strings.Compare(a.Investor, b.Investor))
	}
}

// mark adds up what wallets with a mark hold.
func (t *Table) mark(book *Book, query *Query, total *big.Int) {
	for _, mark := range []string{MarkCustodian, MarkTreasury, MarkLost} {
		wallets, sum := 0, new(big.Int)
		for i := range book.Holdings {
			h := &book.Holdings[i]
			id, known := query.Identities[h.Address]
			if known && h.Balance.Sign() != 0 && slices.Contains(id.Marks(), mark) {
				wallets++
				sum.Add(sum, h.Balance)
			}
		}
		if wallets > 0 {
			t.Marked = append(t.Marked, Marked{mark, wallets, eth.FormatAmount(sum, t.Decimals), NewRaw(sum), percent(sum, total, query.Accuracy)})
		}
	}
}
