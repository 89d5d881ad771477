package devnet

import (
	"bufio"
	"context"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
)

// childEnv names the folder in which the test binary runs a devnet until it is killed.
const childEnv = "STO_TEST_DEVNET"

func runChild(dir string) {
	c, err := Start(context.Background(), Options{Dir: dir, Instant: true})
	if err != nil {
		fmt.Println("error:", err)
		os.Exit(1)
	}
	fmt.Println(c.URL(), c.KeystorePath(), c.PasswordPath())
	time.Sleep(time.Minute) // the parent kills long before
	os.Exit(1)
}

// TestKill kills a devnet at the very moment when a receipt has been read, again and again: nothing that a client
// has been told may be lost.
func TestKill(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "d")
	var seen []*types.Receipt
	for round := range 4 {
		child := exec.CommandContext(t.Context(), os.Args[0])
		child.Env = append(os.Environ(), childEnv+"="+dir)
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		line, err := bufio.NewReader(out).ReadString('\n')
		words := strings.Fields(line)
		if err != nil || len(words) != 3 {
			t.Fatalf("the child says %q, %v", line, err)
		}
		w := open(t, words[0], words[1], words[2])
		checkSeen(t, w, seen)
		for range 3 + round {
			seen = append(seen, w.mined(w.send()))
		}
		if err := child.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		if err := child.Wait(); err == nil {
			t.Fatal("the child ended by itself")
		}
	}
	w := run(t, Options{Dir: dir}).wallet(t)
	checkSeen(t, w, seen)
	if r := w.mined(w.send()); r.Status != 1 {
		t.Errorf("status %d", r.Status)
	}
	// Old states are there as well.
	for _, r := range seen {
		n, err := w.client.NonceAt(t.Context(), w.key.Address, r.BlockNumber)
		if err != nil || n != r.BlockNumber.Uint64() {
			t.Errorf("nonce at block %d: %d, %v", r.BlockNumber, n, err)
		}
	}
}

func checkSeen(t *testing.T, w *wallet, seen []*types.Receipt) {
	t.Helper()
	for _, r := range seen {
		got, err := w.client.TransactionReceipt(t.Context(), r.TxHash)
		if err != nil || got.BlockHash != r.BlockHash {
			t.Fatalf("the transaction of block %d is lost: %v, %v", r.BlockNumber, got, err)
		}
	}
	if n := w.head().Number.Uint64(); n != uint64(len(seen)) {
		t.Fatalf("head is block %d, want %d", n, len(seen))
	}
}

// TestBlockTimes sends many transactions at once and one after the other: no block's time may be ahead of the clock.
func TestBlockTimes(t *testing.T) {
	t.Parallel()
	c := run(t, Options{Dir: t.TempDir()})
	w := c.wallet(t)
	start := time.Now()
	var last *types.Transaction
	for range 200 {
		last = w.send()
	}
	burst := w.mined(last)
	if n, most := burst.BlockNumber.Uint64(), uint64(time.Since(start).Seconds())+2; n > most {
		t.Errorf("200 transactions took %d blocks, more than %d", n, most)
	}
	for range 3 {
		w.mined(w.send())
		if head := w.head(); int64(head.Time) > time.Now().Unix() {
			t.Errorf("block %d is of %s, ahead of the clock", head.Number, time.Unix(int64(head.Time), 0))
		}
	}
	t.Logf("burst in %d blocks; %d blocks in %s", burst.BlockNumber, w.head().Number, time.Since(start))
}

func TestInstant(t *testing.T) {
	c := run(t, Options{Dir: t.TempDir(), Instant: true})
	w := c.wallet(t)
	start := time.Now()
	for range 20 {
		w.mined(w.send())
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("20 transactions took %s", took)
	}
	t.Logf("20 blocks in %s", time.Since(start))
}

func TestMineAndFinality(t *testing.T) {
	c := run(t, Options{Dir: t.TempDir(), Instant: true})
	w := c.wallet(t)
	start := time.Now()
	if err := c.Mine(40); err != nil {
		t.Fatal(err)
	}
	t.Logf("40 blocks in %s", time.Since(start))
	if n := w.head().Number.Uint64(); n != 40 {
		t.Errorf("head %d", n)
	}
	if f, err := w.client.HeaderByNumber(t.Context(), big.NewInt(-3)); err != nil || f.Number.Uint64() != 32 {
		t.Errorf("finalized: %v, %v", f, err)
	}
	// A rewind drops blocks, and the chain goes on from there.
	if err := w.client.Client().CallContext(t.Context(), nil, "debug_setHead", "0x23"); err != nil {
		t.Fatal(err)
	}
	if n := w.head().Number.Uint64(); n != 35 {
		t.Errorf("head %d after the rewind", n)
	}
	if r := w.mined(w.send()); r.BlockNumber.Uint64() != 36 {
		t.Errorf("block %d", r.BlockNumber)
	}
}

// TestMineBesideTransactions makes blocks by order while the chain makes them on demand: neither may stop the other.
func TestMineBesideTransactions(t *testing.T) {
	t.Parallel()
	c := run(t, Options{Dir: t.TempDir(), Instant: true})
	w := c.wallet(t)
	mining := make(chan error, 1)
	go func() {
		for range 100 {
			if err := c.Mine(1); err != nil {
				mining <- err
				return
			}
		}
		mining <- nil
	}()
	for range 40 {
		w.mined(w.send())
	}
	if err := <-mining; err != nil {
		t.Error(err)
	}
	if n := w.head().Number.Uint64(); n < 100 {
		t.Errorf("head %d", n)
	}
}

func TestPeriod(t *testing.T) {
	t.Parallel()
	start := time.Now()
	c := run(t, Options{Dir: t.TempDir(), Period: time.Second})
	w := c.wallet(t)
	tx := w.send()
	w.mined(tx)
	time.Sleep(2500 * time.Millisecond)
	n := w.head().Number.Uint64()
	if took := time.Since(start); n < 2 || n > uint64(took.Seconds())+1 {
		t.Errorf("%d blocks in %s", n, took)
	}
}

// TestLowFee leaves a transaction that offers less than the base fee in the pool, makes no empty blocks for it, and
// mines its replacement.
func TestLowFee(t *testing.T) {
	c := run(t, Options{Dir: t.TempDir(), Instant: true})
	w := c.wallet(t)
	low := w.sendPaying(1e6, 1)
	time.Sleep(200 * time.Millisecond)
	if n := w.head().Number.Uint64(); n != 0 {
		t.Errorf("%d blocks for a transaction that fits into none", n)
	}
	w.nonce--
	r := w.mined(w.send())
	if r.TxHash == low.Hash() || r.BlockNumber.Uint64() != 1 {
		t.Errorf("mined %s in block %d", r.TxHash, r.BlockNumber)
	}
}
