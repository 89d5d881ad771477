package scan

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/testchain"
)

// fresh returns the table that a scan into an empty database gives.
func (b *bench) fresh(token common.Address) string {
	b.t.Helper()
	other := apart(b.t, b.n, b.node)
	other.scan(token)
	return other.table(token, nil)
}

func TestReorg(t *testing.T) {
	kinds(t, func(t *testing.T, n *testchain.Node) {
		b := newBench(t, n)
		token := b.plain(1_000)
		for i := range int64(6) { // a checkpoint in each block
			b.transfer(0, token, n.Address(1), 1+i)
			b.scan(token)
		}
		head := b.mined
		past := head - 4
		before := b.table(token, &past)
		n.Reorg(int(n.Head()-head) + 3)
		b.renonce()
		b.transfer(0, token, n.Address(2), 500)
		res := b.scan(token)
		if res.Reorg == nil || res.Reorg.Depth != 3 || res.Reorg.Dropped != 3 || *res.Reorg.Common != head-3 {
			t.Errorf("reorg %+v of a chain of %d blocks", res.Reorg, head)
		}
		if got, want := b.table(token, nil), b.fresh(token); got != want {
			t.Errorf("after the reorg\n%s, afresh\n%s", got, want)
		}
		if got := b.table(token, &past); got != before {
			t.Errorf("below the reorg\n%s, before it\n%s", got, before)
		}
		b.agrees(token, b.mined)

		// Deeper than the token: it is no longer there.
		n.Reorg(int(n.Head()))
		if _, err := run1(t.Context(), b.scanner(), Options{Tokens: []common.Address{token}}); err == nil || !strings.Contains(err.Error(), "no contract at") {
			t.Errorf("without the token: %v", err)
		}
		// It comes again, at the same address and another block.
		b.renonce()
		if again := b.plain(1_000); again != token {
			t.Fatalf("the token came to %s", again)
		}
		b.transfer(0, token, n.Address(2), 77)
		res = b.scan(token)
		if res.Reorg == nil || res.Reorg.Common != nil || !res.Token.Complete || b.table(token, nil) != b.fresh(token) {
			t.Errorf("reorg of all: %+v, table\n%s", res.Reorg, b.table(token, nil))
		}
	})
}

func TestRewoundNode(t *testing.T) {
	n := testchain.Anvil(t)
	b := newBench(t, n)
	token := b.plain(1_000)
	b.transfer(0, token, n.Address(1), 1)
	b.scan(token)
	b.transfer(0, token, n.Address(1), 2)
	n.Mine(2)
	b.scan(token)
	full := b.table(token, nil)
	n.Rewind(3)
	_, err := run1(t.Context(), b.scanner(), Options{Tokens: []common.Address{token}})
	if err == nil || !fault.Is(err, fault.Node) || !strings.Contains(err.Error(), "lags behind") {
		t.Errorf("a head below the scan: %v", err)
	}
	if b.table(token, nil) != full {
		t.Error("a lagging node changed the table")
	}
	head := n.Head()
	res := b.scan(token, func(o *Options) { o.Start = &head })
	if res.ScannedTo.Block != head || b.table(token, nil) != b.fresh(token) {
		t.Errorf("taking the node's chain: %+v\n%s", res, b.table(token, nil))
	}
}

// TestReorgWhileReading has the chain change between the ranges of one run.
func TestReorgWhileReading(t *testing.T) {
	n := testchain.Anvil(t)
	b := newBench(t, n)
	token := b.plain(1_000)
	for i := range int64(10) {
		b.transfer(0, token, n.Address(1), 1+i)
	}
	moved := false
	res := b.scan(token, func(o *Options) {
		o.Progress = func(uint64, uint64) {
			if !moved {
				moved = true
				n.Reorg(4)
				b.renonce()
				b.transfer(0, token, n.Address(2), 9)
			}
		}
	})
	if res.Reorg == nil || b.table(token, nil) != b.fresh(token) {
		t.Errorf("reorg %+v, table\n%s", res.Reorg, b.table(token, nil))
	}
}

// TestKilledAndResumed stops a scan after each of its ranges in turn.
func TestKilledAndResumed(t *testing.T) {
	n := testchain.Embedded(t)
	b := newBench(t, n)
	token := b.plain(1_000)
	for i := range int64(12) {
		b.transfer(0, token, n.Address(1+int(i%2)), 1+i)
	}
	want := b.fresh(token)
	narrow := newProxy(t, n.URL)
	narrow.widest = 2
	b.node = dial(t, narrow.URL)
	runs := 0
	for stopped := true; stopped; runs++ {
		ctx, cancel := context.WithCancel(t.Context())
		res, err := run1(ctx, b.scanner(), Options{Tokens: []common.Address{token}, Reconcile: true, Progress: func(uint64, uint64) { cancel() }})
		cancel()
		stopped = err != nil
		if stopped && (!errors.Is(err, context.Canceled) || !fault.Is(err, fault.Interrupted) || res == nil || res.Blocks == 0) {
			t.Fatalf("stopped with %v, %+v", err, res)
		}
	}
	if got := b.table(token, nil); got != want || runs < 5 {
		t.Errorf("in %d runs\n%s, at once\n%s", runs, got, want)
	}
}

func TestTwoScansAtOnce(t *testing.T) {
	n := testchain.Embedded(t)
	b := newBench(t, n)
	token := b.plain(1_000)
	b.scan(token)
	b.transfer(0, token, n.Address(1), 5)
	b.transfer(0, token, n.Address(1), 6)
	narrow := newProxy(t, n.URL)
	narrow.widest = 1
	slow := &bench{t: t, n: n, node: dial(t, narrow.URL), store: b.store}
	_, err := run1(t.Context(), slow.scanner(), Options{Tokens: []common.Address{token}, Progress: func(done, _ uint64) {
		if done == 1 {
			b.scan(token)
		}
	}})
	if err == nil || !fault.Is(err, fault.Conflict) {
		t.Errorf("error %v", err)
	}
	if b.table(token, nil) != b.fresh(token) {
		t.Errorf("table\n%s", b.table(token, nil))
	}
}
