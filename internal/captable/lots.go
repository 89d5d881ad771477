package captable

import (
	"fmt"

	"github.com/holiman/uint256"

	"github.com/sto-project/sto/internal/fault"
)

// lot is a part of a holding that was acquired at one time. A holder gives away the oldest lots first (FIFO).
type lot struct {
	number int // from 1, in the order in which lots came about
	raw    uint256.Int
	origin origin
}

// origin tells how a lot was acquired, where that is asked for.
type origin struct {
	block uint64
	time  int64
	tx    [32]byte
	kind  Kind
}

// lots is what one holder has, oldest first.
type lots struct {
	list []lot
	head int // place of the oldest; those before it are gone
}

func (l *lots) left() []lot { return l.list[l.head:] }

// add appends a lot.
func (l *lots) add(x lot) {
	if l.head > 32 && l.head > len(l.list)/2 { // give the room of what is gone back
		l.list = append(l.list[:0], l.list[l.head:]...)
		l.head = 0
	}
	l.list = append(l.list, x)
}

// errShort says that a holder gives away more than it ever got, as far as the scan knows.
func errShort(e *Entry) error {
	return fault.New(fault.General, "%s gives away more in block %d than it has got: the scan has not seen how the tokens got there",
		e.From.Address.Hex(), e.Block).WithHint("scan the token from its creation; a token that moves balances without events has no lots")
}

// take gives away an amount, oldest lots first. part is called for each lot that it comes from, with what is taken of it,
// before the lot shrinks; rest is what the lot keeps.
func (l *lots) take(raw *uint256.Int, e *Entry, part func(from *lot, taken, rest *uint256.Int) error) error {
	want := *raw
	for !want.IsZero() {
		if l.head == len(l.list) {
			return errShort(e)
		}
		oldest := &l.list[l.head]
		taken, rest := want, uint256.Int{}
		if oldest.raw.Cmp(&want) <= 0 {
			taken = oldest.raw
		}
		rest.Sub(&oldest.raw, &taken)
		if err := part(oldest, &taken, &rest); err != nil {
			return err
		}
		want.Sub(&want, &taken)
		oldest.raw = rest
		if rest.IsZero() {
			l.head++
		}
	}
	return nil
}

// lotBook keeps the lots of all holders while a ledger is read.
type lotBook struct {
	holders []*lots // by holder number; pointers, for a holder may come up while another gives
	number  int
}

func (b *lotBook) of(p *Party) (*lots, error) {
	if p.id < 0 {
		return nil, fmt.Errorf("read transfers: holder %d does not exist", p.id)
	}
	for int64(len(b.holders)) <= p.id {
		b.holders = append(b.holders, &lots{})
	}
	return b.holders[p.id], nil
}

// give makes a new lot of a holder.
func (b *lotBook) give(p *Party, raw *uint256.Int) (*lot, error) {
	l, err := b.of(p)
	if err != nil {
		return nil, err
	}
	b.number++
	l.add(lot{number: b.number, raw: *raw})
	return &l.list[len(l.list)-1], nil
}
