package e2e

import (
	"math/rand/v2"
	"os"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/testchain"
)

// TestCrashAndRestore takes away, copies and kills what holds the state: nothing is ever paid twice.
func TestCrashAndRestore(t *testing.T) {
	t.Parallel()
	t.Run("a backup from before the broadcast", func(t *testing.T) {
		t.Parallel()
		d, token, rows := distributed(t, testchain.Embedded(t), 20)
		old := d.at(t)
		d.send()
		d.settle()
		sent := nonce(t, d.node, d.account)
		old.send()
		old.settle()
		for _, tx := range old.last(20) {
			if tx.Status != "success" {
				t.Errorf("the backup tells of %s: %s", tx.Note, tx.Status)
			}
		}
		created(t, old.distribute(token, rows), 0, 20)
		old.send()
		if got := nonce(t, d.node, d.account); got != sent {
			t.Errorf("the backup sent %d transactions", got-sent)
		}
		paidOnce(t, d.node, token, d.account, rows...)
	})
	t.Run("a backup from before the preparation", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t, testchain.Embedded(t))
		token, rows := d.issue("OLD", "1000"), makeRows("old", 20)
		old := d.at(t)
		d.distribute(token, rows)
		d.send()
		d.settle()
		old.fails(6, "this database is an old copy", old.distribution(token, file(rows))...)
		old.lose()
		created(t, old.distribute(token, rows), 0, 20)
		old.send()
		paidOnce(t, d.node, token, d.account, rows...)
	})
	t.Run("a backup from before the update", func(t *testing.T) {
		t.Parallel()
		d, token, rows := distributed(t, testchain.Embedded(t), 20)
		d.send()
		old := d.at(t)
		d.settle()
		old.send()
		old.settle()
		created(t, old.distribute(token, rows), 0, 20)
		paidOnce(t, d.node, token, d.account, rows...)
	})
	t.Run("two databases", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t, testchain.Embedded(t))
		token, rows := d.issue("TWIN", "1000"), makeRows("twin", 20)
		twin := d.fresh(t)
		d.distribute(token, rows)
		twin.distribute(token, rows[:15], "--batch", "4") // the same nonces, other transactions
		d.send()
		d.settle()
		for range 3 { // however it ends, it must not pay again
			twin.run("tx-broadcast")
			twin.run("tx-update")
			twin.run(twin.distribution(token, file(rows))...)
		}
		paidOnce(t, d.node, token, d.account, rows...)
		d.paysNoMore(token, rows)
	})
	t.Run("two databases at the same time", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t, testchain.Embedded(t))
		token, rows := d.issue("RACE", "1000"), makeRows("race", 60)
		desks := []*desk{d, d.fresh(t), d.fresh(t)}
		for range 3 {
			var runs []*process
			for _, d := range desks {
				runs = append(runs, d.start(nil, d.distribution(token, file(rows))...))
			}
			waitAll(runs)
			runs = nil
			for _, d := range desks {
				runs = append(runs, d.start(nil, "tx-broadcast"))
			}
			waitAll(runs)
			for _, d := range desks {
				d.run("tx-update")
			}
		}
		got := payments(t, d.node, token, d.account)
		once(t, got, rows)
		if len(got) == 0 {
			t.Error("nobody paid anything")
		}
	})
	t.Run("processes on one database", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t, testchain.Embedded(t))
		token, rows := d.issue("SAME", "1000"), makeRows("same", 60)
		var runs []*process
		for range 4 {
			runs = append(runs, d.start(nil, d.distribution(token, file(rows))...))
		}
		for _, r := range waitAll(runs) {
			if r.code != 0 {
				t.Errorf("prepare: %s", r)
			}
		}
		if n := d.number("SELECT count(*) FROM distribution_row"); n != 60 {
			t.Errorf("%d rows are prepared", n)
		}
		runs = nil
		for range 3 {
			runs = append(runs, d.start(nil, "tx-broadcast"), d.start(nil, "tx-update"))
		}
		for _, r := range waitAll(runs) {
			if r.code != 0 {
				t.Errorf("send: %s", r)
			}
		}
		d.settle()
		paidOnce(t, d.node, token, d.account, rows...)
	})
	t.Run("killed while it prepares", func(t *testing.T) {
		t.Parallel()
		d := newDesk(t, testchain.Embedded(t))
		token, rows := d.issue("PREP", "1000"), makeRows("prep", 200)
		before := d.number("SELECT count(*) FROM intent")
		for i := range times(4, 40) {
			p := d.start(nil, d.distribution(token, file(rows))...)
			time.Sleep(time.Duration(40+rand.IntN(80)+i*60) * time.Millisecond)
			p.signal(os.Kill)
			p.wait()
			if n := d.number("SELECT count(*) FROM intent") - before; n != 0 && n != 200 {
				t.Fatalf("%d of 200 transactions are stored", n)
			}
		}
		d.distribute(token, rows)
		d.send()
		d.settle()
		paidOnce(t, d.node, token, d.account, rows...)
	})
	t.Run("killed while it sends", func(t *testing.T) {
		t.Parallel()
		d, token, rows := distributed(t, testchain.Geth(t, testchain.Period(1)), 200)
		killed := 0
		for range times(6, 40) {
			p := d.start(nil, "tx-broadcast")
			time.Sleep(time.Duration(50+rand.IntN(700)) * time.Millisecond)
			p.signal(os.Kill)
			if p.wait().code != 0 {
				killed++
			}
		}
		t.Logf("killed %d times", killed)
		d.goesOn(token, rows, killed)
	})
	t.Run("killed while it sends on a fast chain", func(t *testing.T) { // where it records more than it sends
		t.Parallel()
		d, token, rows := distributed(t, testchain.Geth(t), 900)
		exposed := func() int { return d.number("SELECT count(*) FROM attempt WHERE exposed_at IS NOT NULL") }
		killed := 0
		for before := exposed(); killed < times(4, 12) && before < 850; before = exposed() {
			p := d.start(nil, "tx-broadcast")
			d.waitFor("more transactions", func() bool { return exposed() > min(before+rand.IntN(150), 850) })
			p.signal(os.Kill)
			if p.wait().code != 0 {
				killed++
			}
		}
		d.goesOn(token, rows, killed)
	})
	t.Run("interrupted while it sends", func(t *testing.T) {
		t.Parallel()
		d, token, rows := distributed(t, testchain.Geth(t, testchain.Period(1)), 200)
		p := d.start(nil, "tx-broadcast")
		d.waitFor("the first transactions", func() bool { return d.number("SELECT count(*) FROM attempt WHERE exposed_at IS NOT NULL") > 3 })
		p.signal(syscall.SIGINT)
		r := p.wait()
		d.failed(r, 130, "interrupted")
		if n := d.number("SELECT count(*) FROM intent WHERE state = 'signed'"); n == 0 {
			t.Error("all was sent before the interrupt came")
		}
		d.send()
		d.settle()
		paidOnce(t, d.node, token, d.account, rows...)
	})
}

// times is how often something is done, in ordinary and in deep runs.
func times(ordinary, long int) int {
	if deep() {
		return long
	}
	return ordinary
}

// distributed issues a token and prepares a distribution, which waits then.
func distributed(t *testing.T, n *testchain.Node, count int) (*desk, common.Address, []row) {
	t.Helper()
	d := newDesk(t, n)
	token, rows := d.issue("CRASH", "10000"), makeRows("crash", count)
	created(t, d.distribute(token, rows), count, 0)
	return d, token, rows
}

// goesOn sends what killed runs have left: each row is paid once.
func (d *desk) goesOn(token common.Address, rows []row, killed int) {
	d.t.Helper()
	if killed == 0 {
		d.t.Error("no run was killed before its end")
	}
	d.send()
	d.settle()
	paidOnce(d.t, d.node, token, d.account, rows...)
	taggedOnce(d.t, d.node, token, d.account, rows...)
	d.scan(token, len(rows)+1)
}

func waitAll(runs []*process) []result {
	out := make([]result, len(runs))
	for i, p := range runs {
		out[i] = p.wait()
	}
	return out
}

// once fails the test when a row is paid more than once, or something else is paid.
func once(t *testing.T, got []payment, rows []row) {
	t.Helper()
	seen := map[common.Address]int{}
	for _, p := range got {
		seen[p.to]++
		i := slices.IndexFunc(rows, func(r row) bool { return r.to == p.to })
		if i < 0 || rows[i].raw.Cmp(p.raw) != 0 {
			t.Errorf("a payment of %s to %s that no row asks for", p.raw, p.to)
		}
	}
	for to, n := range seen {
		if n > 1 {
			t.Errorf("%s was paid %d times", to, n)
		}
	}
}

// waitFor waits until something is so, a minute at most.
func (d *desk) waitFor(what string, ok func() bool) {
	d.t.Helper()
	for end := time.Now().Add(time.Minute); !ok(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			d.t.Fatalf("%s did not come within a minute", what)
		}
	}
}
