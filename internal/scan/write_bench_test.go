package scan

import (
	"encoding/binary"
	"flag"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
)

// Sizes of the benchmarks: with -transfers 1000000 they show what the documentation says of a million transfers.
var (
	benchTransfers = flag.Int("transfers", 20_000, "transfers in benchmarks")
	benchHolders   = flag.Int("holders", 5_000, "holders in benchmarks")
)

const benchPart = 10_000 // transfers of a range

// history makes the ranges of a token whose n transfers move 18-decimal amounts between its holders.
func history(n, holders int) []*part {
	who := func(i uint64) (a common.Address) {
		copy(a[:], crypto.Keccak256(binary.BigEndian.AppendUint64(nil, i%uint64(holders))))
		return a
	}
	ether := big.NewInt(1e18)
	var parts []*part
	for start := 0; start < n; start += benchPart {
		p := &part{from: uint64(start)}
		for i := uint64(start); i < uint64(min(start+benchPart, n)); i++ {
			t := transfer{block: i, index: i % 7, time: 1_600_000_000 + 12*i, from: who(i * 7919), to: who(i*104729 + 1)}
			if i < uint64(holders) {
				t.from, t.to = common.Address{}, who(i)
			}
			binary.BigEndian.PutUint64(t.tx[:], i)
			t.tx = crypto.Keccak256Hash(t.tx[:])
			t.raw = amountOf(new(big.Int).Mul(ether, new(big.Int).SetUint64(1+i%1000)).Bytes())
			p.transfers = append(p.transfers, t)
		}
		last := p.transfers[len(p.transfers)-1]
		p.head = &node.Header{Number: last.block, Time: last.time}
		parts = append(parts, p)
	}
	return parts
}

func fill(b testing.TB, st *store.Store, parts []*part) *track {
	s := New(st, nil, 1, Finality{})
	t := &track{token: Token{Address: common.Address{19: 1}, Complete: true}, holders: map[common.Address]int64{}, result: &Result{}}
	check(b, s.save(b.Context(), &t.token, common.Hash{1}))
	r := &run{s: s, tracks: []*track{t}}
	for _, p := range parts {
		check(b, r.apply(b.Context(), []*part{p}, []change{{t: t, scannedTo: p.head.Number}}))
	}
	return t
}

func BenchmarkInsert(b *testing.B) {
	parts := history(*benchTransfers, *benchHolders)
	for b.Loop() {
		b.StopTimer()
		st := openStore(b)
		b.StartTimer()
		fill(b, st, parts)
	}
	b.ReportMetric(float64(b.N)*float64(*benchTransfers)/b.Elapsed().Seconds(), "transfers/s")
}

// BenchmarkBareRead reads the rows that BenchmarkTable adds up, and does nothing with them.
func BenchmarkBareRead(b *testing.B) {
	st := openStore(b)
	w := fill(b, st, history(*benchTransfers, *benchHolders))
	for b.Loop() {
		if n := bareRead(b, st, w); n != *benchTransfers {
			b.Fatalf("%d rows", n)
		}
	}
}

// bareRead reads what a table is made of, and returns the number of rows.
func bareRead(b *testing.B, st *store.Store, w *track) (n int) {
	rows, err := st.SQL().Query(`SELECT block, time, from_id, to_id, raw FROM transfer
		WHERE token_id = ? AND block <= ? ORDER BY block, log_index`, w.token.id, int64(*w.token.scanned))
	check(b, err)
	defer rows.Close()
	var block, time, from, to int64
	var raw []byte
	for rows.Next() {
		check(b, rows.Scan(&block, &time, &from, &to, &raw))
		n++
	}
	check(b, rows.Err())
	return n
}

func BenchmarkTable(b *testing.B) {
	st := openStore(b)
	fill(b, st, history(*benchTransfers, *benchHolders))
	for b.Loop() {
		t, err := captable.Build(b.Context(), st, captable.Query{Chain: 1, Token: common.Address{19: 1}, MaxEntries: 5000, Accuracy: 2})
		check(b, err)
		if len(t.Rows) == 0 {
			b.Fatal("the table is empty")
		}
	}
}
