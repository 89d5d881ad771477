package e2e

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/failpoint"
	"github.com/sto-project/sto/internal/testchain"
)

// TestKilledAtEveryPoint kills the program at every point that it passes, with each thing that may become of the database,
// and has it go on: all is done once.
func TestKilledAtEveryPoint(t *testing.T) {
	t.Parallel()
	died := &passed{points: map[failpoint.Point]int{}}
	t.Run("stories", func(t *testing.T) {
		geth, anvil := testchain.Geth(t), testchain.Anvil(t)
		for key, what := range []loss{untouched, deleted, older} {
			d := newDesk(t, geth).as(key)
			t.Run("payments, database "+string(what), func(t *testing.T) {
				t.Parallel()
				d := d.fresh(t)
				d.matrix(died, what, d.payments())
			})
		}
		for key, tell := range []func(*desk) func(int) story{(*desk).issues, (*desk).withdrawals, (*desk).recollections} {
			d := newDesk(t, anvil).as(key)
			t.Run([]string{"issues", "withdrawals", "recollections"}[key], func(t *testing.T) {
				t.Parallel()
				d := d.fresh(t)
				d.matrix(died, untouched, tell(d))
			})
		}
		t.Run("replacements", func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, testchain.Anvil(t)) // of its own, for its blocks come on demand
			d.matrix(died, untouched, d.replacements())
		})
		t.Run("gaps", func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, testchain.Anvil(t)) // of its own, for it is reorganised
			d.matrix(died, untouched, d.gaps())
		})
		t.Run("a backup", func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, testchain.Anvil(t)) // of its own, for the keys of the other are in use
			d.halfBackup(died)
		})
	})
	if t.Failed() {
		return
	}
	for _, p := range failpoint.All() {
		if died.points[p] == 0 {
			t.Errorf("nothing was killed at %s", p)
		}
	}
	t.Logf("killed at %v", died.points)
}

// payments tells of a distribution.
func (d *desk) payments() func(int) story {
	token := d.issue("PAY", "100000")
	var all []row
	return func(round int) story {
		rows := makeRows(fmt.Sprintf("pay-%d", round), 3)
		all = append(all, rows...)
		return story{
			steps: []step{{args: d.distribution(token, file(rows))}, {args: []string{"tx-broadcast"}}, end},
			check: func() {
				d.t.Helper()
				paidOnce(d.t, d.node, token, d.account, all...)
				taggedOnce(d.t, d.node, token, d.account, rows...)
			},
		}
	}
}

// issues tells of share series, and of a command that sends at once.
func (d *desk) issues() func(int) story {
	d.ok("kyc-deploy")
	d.whitelist(d.account)
	d.settle()
	sent := nonce(d.t, d.node, d.account)
	return func(round int) story {
		holder := common.BytesToAddress([]byte(fmt.Sprintf("holder %d", round)))
		return story{
			steps: []step{
				{args: []string{"kyc-manage", "--whitelist-address", holder.Hex()}},
				{args: []string{"issue", "--symbol", fmt.Sprintf("S%d", round), "--name", "A series", "--url", "https://series.example", "--amount", "10",
					"--transfer-restriction", "restricted"}},
				{args: []string{"tx-broadcast"}}, end,
			},
			check: func() {
				d.t.Helper()
				got := nonce(d.t, d.node, d.account)
				if want := sent + 1 + uint64(d.number(fmt.Sprintf("SELECT count(*) FROM intent i JOIN request r ON r.id = i.request_id WHERE command = 'issue' AND params LIKE '%%\"S%d\"%%'", round))); got != want || want < sent+3 {
					d.t.Errorf("the account has sent %d transactions, want %d", got, want)
				}
				sent = got
			},
		}
	}
}

// withdrawals tells of rows that are taken back before they are sent, one in the middle and one at the end.
func (d *desk) withdrawals() func(int) story {
	token := d.issue("BACK", "100000")
	var all []row
	return func(round int) story {
		rows := makeRows(fmt.Sprintf("back-%d", round), 4)
		all = append(all, rows[0], rows[2])
		return story{
			steps: []step{
				{args: d.distribution(token, file(rows))},
				{args: []string{"tx-withdraw", rows[1].id, rows[3].id}, again: 6},
				{args: []string{"tx-broadcast"}}, end,
			},
			check: func() { d.t.Helper(); paidOnce(d.t, d.node, token, d.account, all...) },
		}
	}
}

// recollections tells of a database that was lost, and is rebuilt from the chain.
func (d *desk) recollections() func(int) story {
	token := d.issue("PAST", "100000")
	rows := makeRows("past", 5)
	d.distribute(token, rows)
	d.send()
	d.settle()
	return func(round int) story {
		d.lose()
		more := makeRows(fmt.Sprintf("more-%d", round), 2)
		rows = append(rows, more...)
		return story{
			steps: []step{{args: []string{"db-adopt"}}, {args: d.distribution(token, file(rows))}, {args: []string{"tx-broadcast"}}, end},
			check: func() {
				d.t.Helper()
				paidOnce(d.t, d.node, token, d.account, rows...)
				if n := d.number("SELECT count(*) FROM intent WHERE state <> 'void'"); n != int(nonce(d.t, d.node, d.account)) {
					d.t.Errorf("the database holds %d transactions", n)
				}
			},
		}
	}
}

// replacements tells of payments that are sent with higher fees, and of one that is cancelled and made anew.
func (d *desk) replacements() func(int) story {
	token := d.issue("BUMP", "100000")
	var all []row
	mine := func(on bool) func() {
		return func() {
			d.node.Call(nil, "evm_setAutomine", on)
			if on {
				d.node.Mine(1)
			}
		}
	}
	return func(round int) story {
		rows := makeRows(fmt.Sprintf("bump-%d", round), 3)
		all = append(all, rows...)
		return story{
			steps: []step{
				{args: d.distribution(token, file(rows)), after: mine(false)},
				{args: []string{"tx-broadcast"}},
				{args: []string{"tx-bump"}},
				{args: []string{"tx-cancel", rows[1].id}, after: mine(true)}, end,
				{args: []string{"tx-reissue", rows[1].id}},
				{args: []string{"tx-broadcast"}}, end,
			},
			check: func() { d.t.Helper(); paidOnce(d.t, d.node, token, d.account, all...) },
		}
	}
}

// gaps tells of a nonce below the first payment's that a reorganisation has made unused.
func (d *desk) gaps() func(int) story {
	token := d.issue("GAP", "100000")
	var all []row
	return func(round int) story {
		d.lose()
		d.wallet()
		rows := makeRows(fmt.Sprintf("gap-%d", round), 2)
		all = append(all, rows...)
		d.distribute(token, rows)
		d.node.Reorg(1)
		return story{
			// anvil may leave what came while it filled the gap to the next block.
			steps: []step{{args: []string{"tx-fill"}}, {args: []string{"tx-broadcast"}, after: func() { d.node.Mine(1) }}, end},
			check: func() { d.t.Helper(); paidOnce(d.t, d.node, token, d.account, all...) },
		}
	}
}

// halfBackup kills a backup: the database is as before, and the file is not written over.
func (d *desk) halfBackup(died *passed) {
	d.t.Helper()
	d.issue("COPY", "10")
	before, file := d.counts(), d.path("half.sqlite")
	backup := step{args: []string{"db-backup", file}}
	if r := d.mortal(backup, "STO_FAILPOINT", "copied:1"); r.code != -1 {
		d.t.Fatalf("it was to be killed: %s", r)
	}
	died.add(failpoint.Copied)
	d.unchanged(before, nonce(d.t, d.node, d.account))
	d.fails(2, "exists already", backup.args...)
	d.ok("db-backup", d.path("whole.sqlite"))
	for _, path := range []string{file, d.path("whole.sqlite")} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			d.t.Errorf("%s: %v, %v", path, info, err)
		}
		d.with("STO_DATABASE_FILE", path).ok("db-check")
	}
}

// TestKilledAtRandom kills whatever command runs, at random moments.
func TestKilledAtRandom(t *testing.T) {
	t.Parallel()
	d := newDesk(t, testchain.Geth(t))
	tell := d.payments()
	killed := 0
	for round := range times(4, 200) {
		s := tell(round)
		for _, step := range s.steps {
			p := d.start(nil, step.args...)
			time.Sleep(time.Duration(rand.IntN(90)) * time.Millisecond)
			p.signal(os.Kill)
			if p.wait().code == -1 {
				killed++
			}
		}
		for _, step := range s.steps {
			d.ok(step.args...)
		}
		d.ok("db-check")
		s.check()
	}
	t.Logf("killed %d commands", killed)
	if killed == 0 {
		t.Error("no command was killed before its end")
	}
}
