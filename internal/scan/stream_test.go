package scan

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/sto-project/sto/internal/node"
)

// TestStreamIsGapless has a node that refuses ranges at will, and answers out of order.
func TestStreamIsGapless(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.Uint64Range(0, 50).Draw(t, "from")
		to := from + rapid.Uint64Range(0, 30_000).Draw(t, "length")
		limit := rapid.Uint64Range(1, 4_000).Draw(t, "limit")
		if to-from > 400*limit {
			to = from + 400*limit
		}
		hints := rapid.Bool().Draw(t, "hints")
		dense := rapid.IntRange(0, 2).Draw(t, "logs in a block")
		cuts := []uint64{rapid.Uint64Range(0, 30_000).Draw(t, "cut")}
		p := newPacer()
		var running atomic.Int32
		fetch := func(_ context.Context, a, b uint64) (*part, error) {
			if running.Add(1) > inFlight {
				t.Errorf("more than %d requests at once", inFlight)
			}
			defer running.Add(-1)
			if a > b || b > to {
				t.Errorf("asked for %d to %d", a, b)
			}
			if b-a+1 > limit {
				e := &node.RangeError{Err: errors.New("too wide")}
				if hints {
					e.From, e.To = a, a+limit-1
				}
				return nil, e
			}
			return &part{from: a, head: &node.Header{Number: b}, logs: dense * int(b-a+1)}, nil
		}
		next, cut := from, false
		err := stream(context.Background(), from, to, cuts, p, fetch, func(got *part) error {
			if got.from != next {
				t.Errorf("delivered %d, want %d", got.from, next)
			}
			next = got.head.Number + 1
			cut = cut || got.head.Number == cuts[0]
			return nil
		})
		if err != nil || next != to+1 {
			t.Fatalf("error %v, at %d of %d", err, next, to)
		}
		if cuts[0] >= from && cuts[0] <= to && !cut {
			t.Errorf("no range ends at the cut %d", cuts[0])
		}
	})
}

func TestStreamStops(t *testing.T) {
	boom := errors.New("boom")
	refuse := func(context.Context, uint64, uint64) (*part, error) { return nil, &node.RangeError{Err: boom} }
	err := stream(t.Context(), 5, 9, nil, newPacer(), refuse, func(*part) error { return nil })
	if !errors.Is(err, boom) {
		t.Errorf("a block that is refused: %v", err)
	}
	give := func(_ context.Context, a, b uint64) (*part, error) {
		return &part{from: a, head: &node.Header{Number: b}}, nil
	}
	if err := stream(t.Context(), 0, 1e6, nil, newPacer(), give, func(*part) error { return boom }); !errors.Is(err, boom) {
		t.Errorf("a delivery that fails: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	seen := 0
	err = stream(ctx, 0, 1e6, nil, newPacer(), give, func(*part) error { seen++; cancel(); return nil })
	if !errors.Is(err, context.Canceled) || seen != 1 {
		t.Errorf("cancelled: %v after %d", err, seen)
	}
	hang := func(ctx context.Context, _, _ uint64) (*part, error) { <-ctx.Done(); return nil, ctx.Err() }
	late, stop := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer stop()
	if err := stream(late, 0, 1e6, nil, newPacer(), hang, nil); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a node that hangs: %v", err)
	}
}

func TestPacer(t *testing.T) {
	p := newPacer()
	for range 20 {
		p.good(p.span, 0)
	}
	if p.span != widest {
		t.Errorf("quiet ranges end at %d blocks", p.span)
	}
	p.good(p.span, 2*wanted)
	if p.span != widest/2 {
		t.Errorf("a range with too much is followed by %d blocks", p.span)
	}
	p.good(1, 100*wanted)
	if p.span != widest/2/growth {
		t.Errorf("a very full block is followed by %d blocks", p.span)
	}
	p.refused(p.span, 10)
	if p.span != 10 {
		t.Errorf("a suggestion of 10 is followed by %d", p.span)
	}
	asked := []string{}
	for range 3*firstCalm + 2 {
		p.good(p.span, 0)
		if p.span > 10 {
			asked = append(asked, fmt.Sprint(p.span))
			p.refused(p.span, 10)
		}
	}
	if fmt.Sprint(asked) != "[20 20]" {
		t.Errorf("wider ranges were tried as %v", asked)
	}
	for range 40 {
		p.refused(p.span, 0)
	}
	if p.span != 1 {
		t.Errorf("bisected to %d blocks", p.span)
	}
}
