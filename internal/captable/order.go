package captable

import (
	"bytes"
	"cmp"
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
		if h.Balance.Sign() != 0 {
			t.Holders++
		} else if !query.IncludeEmpty {
			continue
		}
		shown = append(shown, h)
	}
	slices.SortFunc(shown, query.compare())
	if query.MaxEntries > 0 && len(shown) > query.MaxEntries {
		t.LeftOut = len(shown) - query.MaxEntries
		shown = shown[:query.MaxEntries]
	}
	t.Rows = make([]Row, len(shown))
	places := min(query.Accuracy, t.Decimals)
	for i, h := range shown {
		t.Rows[i] = Row{
			Rank: i + 1, Name: term.Safe(query.Identities[h.Address]), Address: h.Address,
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
			na, nb := q.Identities[a.Address], q.Identities[b.Address]
			if (na == "") != (nb == "") {
				if na == "" {
					return 1
				}
				return -1
			}
			return cmp.Or(sign*strings.Compare(strings.ToLower(na), strings.ToLower(nb)), sign*strings.Compare(na, nb), byAddress(a, b))
		}
	case ByUpdated:
		by = func(a, b *Holding) int { return cmp.Compare(a.Last.Block, b.Last.Block) }
	case ByAddress:
		by = byAddress
	default:
		by = func(a, b *Holding) int { return a.Balance.Cmp(b.Balance) }
	}
	return func(a, b *Holding) int { return cmp.Or(sign*by(a, b), byAddress(a, b)) }
}
