package captable

import (
	"context"
	"database/sql"
	"encoding/binary"
	"math/big"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/store"
)

// fill writes a token with so many transfers of 18 decimals between so many holders, ten to a block.
func fill(t testing.TB, transfers, holders int) *store.Store {
	t.Helper()
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "db.sqlite"))
	check(t, err)
	t.Cleanup(func() { check(t, st.Close()) })
	rnd := rand.New(rand.NewPCG(1, 2))
	check(t, st.SQLTx(context.Background(), func(tx *sql.Tx) error {
		if _, err := tx.Exec(`INSERT INTO token (id, chain_id, address, genesis_hash, name, symbol, decimals, first_block, complete, scanned_to)
			VALUES (1, ?, ?, '0x', 'Many', 'SYM', 18, 0, 1, ?)`, chain, eth.Lower(tokenAt), transfers/10+1); err != nil {
			return err
		}
		address, err := tx.Prepare(`INSERT INTO holder (id, address) VALUES (?, ?)`)
		check(t, err)
		defer func() { check(t, address.Close()) }()
		for i := range holders + 1 {
			var a common.Address
			if i > 0 {
				binary.BigEndian.PutUint64(a[:], rnd.Uint64())
				binary.BigEndian.PutUint64(a[8:], rnd.Uint64())
			}
			if _, err := address.Exec(i+1, a[:]); err != nil {
				return err
			}
		}
		insert, err := tx.Prepare(`INSERT INTO transfer VALUES (1, ?, ?, ?, ?, 0, ?, ?, ?)`)
		check(t, err)
		defer func() { check(t, insert.Close()) }()
		var hash common.Hash
		for i := range transfers {
			binary.BigEndian.PutUint64(hash[:], rnd.Uint64())
			raw := new(big.Int).Mul(big.NewInt(rnd.Int64N(1e12)), big.NewInt(rnd.Int64N(1e12)))
			from := 1
			if i >= holders {
				from = 2 + rnd.IntN(holders)
			} else {
				raw.Lsh(raw, 12)
			}
			if _, err := insert.Exec(i/10, i%10, timeOf(uint64(i/10)), hash[:], from, 2+rnd.IntN(holders), eth.EncodeRaw(raw)); err != nil {
				return err
			}
		}
		return nil
	}))
	checkpoint(t, st, uint64(transfers/10+1), nil)
	return st
}

// bare reads the same rows that a cap table is made of, through the same driver, and makes nothing of them.
func bare(t testing.TB, st *store.Store, to uint64) int {
	rows, err := st.SQL().Query(`SELECT block, time, from_id, to_id, raw FROM transfer WHERE token_id = 1 AND block <= ? ORDER BY block, log_index`, to)
	check(t, err)
	defer rows.Close()
	var block, at, from, cp int64
	var raw sql.RawBytes
	n := 0
	for rows.Next() {
		check(t, rows.Scan(&block, &at, &from, &cp, &raw))
		n++
	}
	check(t, rows.Err())
	return n
}

// peak runs f, and returns by how much the heap in use grew at most meanwhile, in MB.
func peak(f func()) float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	start, most := m.HeapInuse, m.HeapInuse
	stop := make(chan struct{})
	var watching sync.WaitGroup
	watching.Go(func() {
		for {
			select {
			case <-stop:
				return
			case <-time.After(5 * time.Millisecond):
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapInuse)
			}
		}
	})
	f()
	close(stop)
	watching.Wait()
	return float64(most-start) / (1 << 20)
}

// BenchmarkCapTable makes the table of 1,000,000 transfers between 50,000 holders as of the last block and of one in the
// middle. ratio/bare-read is to reading the same rows through the same driver.
func BenchmarkCapTable(b *testing.B) {
	st := fill(b, 1_000_000, 50_000)
	for name, at := range map[string]uint64{"last": 100_001, "middle": 50_000} {
		b.Run(name, func(b *testing.B) {
			var reading time.Duration
			for range b.N {
				b.StopTimer()
				start := time.Now()
				bare(b, st, at)
				reading += time.Since(start)
				b.StartTimer()
				table, err := Build(b.Context(), st, query(func(q *Query) { q.AtBlock, q.MaxEntries = &at, 5000 }))
				check(b, err)
				if table.Holders < 40_000 || len(table.Rows) != 5000 {
					b.Fatalf("%d holders, %d rows", table.Holders, len(table.Rows))
				}
			}
			b.ReportMetric(float64(b.Elapsed())/float64(reading), "ratio/bare-read")
			b.ReportMetric(peak(func() {
				_, err := Build(b.Context(), st, query(func(q *Query) { q.AtBlock = &at }))
				check(b, err)
			}), "MB")
		})
	}
}

// count counts what is written.
type counter int64

func (c *counter) Write(p []byte) (int, error) { *c += counter(len(p)); return len(p), nil }

// BenchmarkLedgerCSV writes 1,000,000 entries with names and running balances.
func BenchmarkLedgerCSV(b *testing.B) {
	const transfers = 1_000_000
	st := fill(b, transfers, 50_000)
	for name, balances := range map[string]bool{"plain": false, "balances": true} {
		b.Run(name, func(b *testing.B) {
			run := func() {
				q := LedgerQuery{Chain: chain, Token: tokenAt, Balances: balances, Identities: Identities{person(1): {Name: "Ann"}}}
				var bytes counter
				sink := NewLedgerCSV(&bytes, &q)
				given, err := Ledger(b.Context(), st, q, sink)
				check(b, err)
				check(b, sink.Close())
				if given != transfers || bytes < 100*transfers {
					b.Fatalf("%d entries, %d bytes", given, bytes)
				}
			}
			for range b.N {
				run()
			}
			b.ReportMetric(float64(b.N)*transfers/b.Elapsed().Seconds(), "rows/s")
			b.ReportMetric(peak(run), "MB")
		})
	}
}

// TestLedgerMemory keeps the memory of a ledger apart from its length: 10,000,000 entries in a deep run.
func TestLedgerMemory(t *testing.T) {
	entries := 60_000
	if os.Getenv("STO_DEEP") != "" {
		entries = 10_000_000
	}
	st := fill(t, entries, 100)
	used := peak(func() {
		q := LedgerQuery{Chain: chain, Token: tokenAt, Balances: true}
		sink := NewLedgerJSON(new(counter), &q)
		_, err := Ledger(t.Context(), st, q, sink)
		check(t, err)
		check(t, sink.Close())
	})
	t.Logf("%.1f MB for %d entries", used, entries)
	if used > 40 {
		t.Errorf("a ledger of %d entries takes %.1f MB", entries, used)
	}
}
