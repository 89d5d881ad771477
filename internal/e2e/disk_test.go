package e2e

import (
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/sto-project/sto/internal/testchain"
)

// cramped runs the program where no file may grow over so many bytes, as on a full disk.
func (d *desk) cramped(bytes int, args ...string) result {
	d.t.Helper()
	script := "ulimit -f " + strconv.Itoa((bytes+511)/512) + "; exec \"$0\" \"$@\"" // in blocks of 512 bytes (POSIX)
	return d.startAs("/bin/sh", nil, nil, append([]string{"-c", script, testchain.Sto(d.t)}, args...)...).wait()
}

// tiny gives the desk a disk of its own of so many bytes, and reports whether it could: root alone can mount one.
func (d *desk) tiny(bytes int) bool {
	d.t.Helper()
	dir := d.path("disk")
	if err := os.Mkdir(dir, 0o700); err != nil {
		d.t.Fatal(err)
	}
	if err := exec.Command("mount", "-t", "tmpfs", "-o", "size="+strconv.Itoa(bytes), "none", dir).Run(); err != nil {
		return false
	}
	d.t.Cleanup(func() {
		if err := exec.Command("umount", dir).Run(); err != nil {
			d.t.Errorf("umount %s: %v", dir, err)
		}
	})
	d.env["STO_DATABASE_FILE"] = dir + "/transactions.sqlite"
	return true
}

// TestFullDisk runs out of room while a distribution is prepared, and while it is sent: nothing is half-written, and with
// room again all is done once.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	n := testchain.Geth(t)
	const full = `(?s)(no room left|read or write|can't write).*hint: `
	t.Run("files that can't grow", func(t *testing.T) {
		d := newDesk(t, n)
		token, rows := d.issue("FULL", "10000"), makeRows("full", 150)
		before := d.counts()
		for _, limit := range []int{0, 4 << 10, 64 << 10, 200 << 10} {
			d.failed(d.cramped(limit, d.distribution(token, file(rows))...), 1, full)
			d.unchanged(before, nonce(t, n, d.account))
		}
		created(t, d.distribute(token, rows), 150, 0)
		for _, limit := range []int{4 << 10, 40 << 10, 150 << 10} {
			d.failed(d.cramped(limit, "tx-broadcast"), 1, full)
		}
		d.failed(d.cramped(4<<10, "tx-update"), 1, full)
		d.send()
		d.settle()
		d.ok("db-check")
		paidOnce(t, n, token, d.account, rows...)
	})
	t.Run("a small disk", func(t *testing.T) {
		d := newDesk(t, n).as(1)
		token, rows := d.issue("TINY", "10000"), makeRows("tiny", 400)
		c := d.fresh(t)
		if c.tiny(500 << 10) { // else the case above stands for it
			d.failed(c.run(c.distribution(token, file(rows))...), 1, full)
			if left := c.counts(); left["intent"] != 0 || left["request"] != 0 {
				t.Errorf("half-written: %v", left)
			}
		}
		created(t, c.distribute(token, rows[:10]), 10, 0) // which has room
		c.send()
		c.settle()
		paidOnce(t, n, token, d.account, rows[:10]...)
	})
}

// TestTornLog kills a broadcast and damages the write-ahead log in which its last commits stand: what was sent is known by
// its nonces, and not sent again.
func TestTornLog(t *testing.T) {
	t.Parallel()
	n := testchain.Geth(t)
	d := newDesk(t, n)
	token := d.issue("TORN", "10000")
	var all []row
	for name, tear := range map[string]func(log []byte) []byte{
		"cut at its end":     func(log []byte) []byte { return log[:len(log)-1000] },
		"cut in its middle":  func(log []byte) []byte { return log[:len(log)/2] },
		"garbled at its end": func(log []byte) []byte { copy(log[len(log)-600:], strings.Repeat("x", 600)); return log },
		"gone":               func([]byte) []byte { return nil },
	} {
		rows := makeRows("torn "+name, 10)
		all = append(all, rows...)
		d.distribute(token, rows)
		if r := d.mortal(step{args: []string{"tx-broadcast"}}, "STO_FAILPOINT", "sent:1"); r.code != -1 {
			t.Fatalf("it was to be killed: %s", r)
		}
		path := d.db() + "-wal"
		log, err := os.ReadFile(path)
		if err != nil || len(log) < 2000 {
			t.Fatalf("a log of %d bytes, %v", len(log), err)
		}
		if err := os.WriteFile(path, tear(log), 0o600); err != nil {
			t.Fatal(err)
		}
		if r := d.run("tx-broadcast"); r.code != 0 {
			t.Errorf("%s: %s", name, r)
		}
		d.settle()
		d.ok("db-check")
		created(t, d.distribute(token, rows), 0, 10)
		paidOnce(t, n, token, d.account, all...)
		if t.Failed() {
			t.Fatalf("with the log %s", name)
		}
	}
}
