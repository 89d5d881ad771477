package captable

import (
	"bytes"
	"cmp"
	"container/heap"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/term"
)

// OrderBy is what a cap table is sorted by. Ties are sorted by address, upwards.
type OrderBy string

// The orders. By name, owners without one come last in either direction.
const (
	ByBalance OrderBy = "balance"
	ByName    OrderBy = "name"
	ByUpdated OrderBy = "updated" // the last transfer
	ByAddress OrderBy = "address"
)

// OrderBys returns all orders.
func OrderBys() []OrderBy { return []OrderBy{ByBalance, ByName, ByUpdated, ByAddress} }

func (o OrderBy) valid() bool { return slices.Contains(OrderBys(), o) }

// Direction is upwards or downwards.
type Direction string

// The directions.
const (
	Ascending  Direction = "asc"
	Descending Direction = "desc"
)

func (d Direction) valid() bool { return d == Ascending || d == Descending }

// fill makes the rows of the table.
func (t *Table) fill(book *Book, query *Query, total *big.Int) {
	shown := make([]*Holding, 0, len(book.Holdings))
	for i := range book.Holdings {
		h := &book.Holdings[i]
		if h.Balance.Sign() == 0 && !query.IncludeEmpty {
			continue
		}
		shown = append(shown, h)
	}
	compare := query.compare()
	if query.MaxEntries > 0 && len(shown) > query.MaxEntries {
		t.LeftOut = len(shown) - query.MaxEntries
		shown = leading(shown, query.MaxEntries, compare)
	}
	slices.SortFunc(shown, compare)
	t.Rows = make([]Row, len(shown))
	places := min(query.Accuracy, t.Decimals)
	for i, h := range shown {
		id := query.Identities[h.Address]
		t.Rows[i] = Row{
			Rank: i + 1, Name: term.Safe(id.Name), Address: h.Address, Investor: term.Safe(id.Investor), Type: term.Safe(id.Type),
			Country: term.Safe(id.Country), Class: term.Safe(id.Class), Marks: id.Marks(),
			LastTransfer: time.Unix(int64(h.Last.Time), 0).UTC(), LastBlock: h.Last.Block,
			Balance: eth.FormatAmount(h.Balance, t.Decimals), BalanceRaw: NewRaw(h.Balance),
			Shown:   eth.FormatRounded(h.Balance, t.Decimals, places),
			Percent: percent(h.Balance, total, query.Accuracy),
		}
	}
}

func (q *Query) compare() func(a, b *Holding) int {
	sign := 1
	if q.Direction == Descending {
		sign = -1
	}
	byAddress := func(a, b *Holding) int { return bytes.Compare(a.Address[:], b.Address[:]) }
	var by func(a, b *Holding) int
	switch q.OrderBy {
	case ByName:
		return func(a, b *Holding) int {
			na, nb := q.Identities[a.Address].Name, q.Identities[b.Address].Name
			if (na == "") != (nb == "") {
				if na == "" {
					return 1
				}
				return -1
			}
			if c := cmp.Or(strings.Compare(strings.ToLower(na), strings.ToLower(nb)), strings.Compare(na, nb)); c != 0 {
				return sign * c
			}
			return byAddress(a, b)
		}
	case ByUpdated:
		by = func(a, b *Holding) int { return cmp.Compare(a.Last.Block, b.Last.Block) }
	case ByAddress:
		by = byAddress
	default:
		by = func(a, b *Holding) int { return a.Balance.Cmp(b.Balance) }
	}
	return func(a, b *Holding) int {
		if c := by(a, b); c != 0 {
			return sign * c
		}
		return byAddress(a, b)
	}
}

// leading returns the n that come first, in no order: sorting half a million holders to show a few thousand would take
// longer than reading their transfers. It reorders list; n must be positive and below its length.
func leading(list []*Holding, n int, compare func(a, b *Holding) int) []*Holding {
	h := &lastFirst{list[:n:n], compare}
	heap.Init(h)
	for _, x := range list[n:] {
		if compare(x, h.list[0]) < 0 {
			h.list[0] = x
			heap.Fix(h, 0)
		}
	}
	return h.list
}

// lastFirst is a heap with the one that comes last on top.
type lastFirst struct {
	list    []*Holding
	compare func(a, b *Holding) int
}

func (h *lastFirst) Len() int           { return len(h.list) }
func (h *lastFirst) Less(i, j int) bool { return h.compare(h.list[i], h.list[j]) > 0 }
func (h *lastFirst) Swap(i, j int)      { h.list[i], h.list[j] = h.list[j], h.list[i] }

// Push and Pop are there for heap.Interface; the heap keeps its size.
func (h *lastFirst) Push(any) { panic("captable: the heap keeps its size") }

// Pop never happens; see Push.
func (h *lastFirst) Pop() any { panic("captable: the heap keeps its size") }
