package captable

import (
	"context"
	"encoding/binary"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
)

// regular is a chain with a block every 12 seconds, of the hashes that checkpoint stores.
type regular struct {
	asked int
	other bool // another chain's hashes
}

func (r *regular) Header(_ context.Context, b node.Block) (*node.Header, error) {
	r.asked++
	for number := range uint64(100) {
		if node.At(number) == b {
			var hash common.Hash
			binary.BigEndian.PutUint64(hash[24:], number)
			if r.other {
				hash[0] = 1
			}
			return &node.Header{Number: number, Hash: hash, Time: uint64(timeOf(number))}, nil
		}
	}
	return nil, node.ErrNotFound
}

func TestPin(t *testing.T) {
	st := sample(t) // checkpoints at 20 and 40, transfers at 10, 12, 15, 20, 30
	cases := []struct {
		name  string
		block uint64
		time  int64
		want  uint64
		asked bool
	}{
		{"a block where a scan ended", 20, 0, 20, false},
		{"another", 31, 0, 31, true},
		{"a block's second", 0, timeOf(31), 31, true},
		{"a second before", 0, timeOf(31) - 1, 30, true},
		{"before the first checkpoint", 0, timeOf(17) + 5, 17, true},
		{"the last", 0, timeOf(40), 40, true},
		{"just before it", 0, timeOf(40) - 1, 39, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			q := query(func(q *Query) { q.AtBlock = &c.block })
			if c.time != 0 {
				q = query(func(q *Query) { q.AtTime = ptr(time.Unix(c.time, 0)) })
			}
			chain := &regular{}
			pinned, err := Pin(t.Context(), st, q, chain)
			check(t, err)
			table, err := Build(t.Context(), st, pinned)
			check(t, err)
			plain, err := Build(t.Context(), st, q)
			check(t, err)
			at := table.AsOf
			if at.Block != c.want || at.Hash == nil || binary.BigEndian.Uint64(at.Hash[24:]) != c.want || at.BlockTime.Unix() != timeOf(c.want) || (chain.asked > 0) != c.asked {
				t.Errorf("as of %+v after %d questions", at, chain.asked)
			}
			if len(table.Rows) != len(plain.Rows) || table.Rows[0].BalanceRaw.String() != plain.Rows[0].BalanceRaw.String() {
				t.Error("another table than without a node")
			}
			if _, err := Pin(t.Context(), st, q, &regular{other: true}); c.asked != fault.Is(err, fault.Conflict) {
				t.Errorf("on another chain: %v", err)
			}
		})
	}
}
