package e2e

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/sto-project/sto/internal/testchain"
)

// TestBadDatabase are databases that can't be used: read-only, locked, damaged inside, of a newer program.
func TestBadDatabase(t *testing.T) {
	t.Parallel()
	n := testchain.Embedded(t)
	base := newDesk(t, n)
	token := base.issue("BASE", "1000")
	sent := nonce(t, n, base.account)
	rows := file(makeRows("db", 2))
	t.Run("read-only", func(t *testing.T) {
		t.Parallel()
		d := base.at(t)
		before := d.counts()
		args := d.distribution(token, rows)
		p := d.asStranger(args)
		d.failed(p, 1, "(?s)database .*hint: ")
		d.unchanged(before, sent)
	})
	t.Run("locked by another process", func(t *testing.T) {
		t.Parallel()
		d := base.at(t)
		before := d.counts()
		db := d.open()
		db.SetMaxOpenConns(1)
		if _, err := db.Exec("BEGIN EXCLUSIVE"); err != nil {
			t.Fatal(err)
		}
		d.fails(6, "(?s)in use by another process.*hint: ", d.distribution(token, rows)...)
		if _, err := db.Exec("ROLLBACK"); err != nil {
			t.Fatal(err)
		}
		d.unchanged(before, sent)
		created(t, d.ok(d.distribution(token, rows)...), 2, 0)
	})
	t.Run("damaged inside", func(t *testing.T) {
		t.Parallel()
		d := base.at(t)
		d.exec("PRAGMA wal_checkpoint(TRUNCATE)")
		text, err := os.ReadFile(d.db())
		if err != nil {
			t.Fatal(err)
		}
		for i := 4096; i < len(text); i++ {
			text[i] = byte(i * 7)
		}
		if err := os.WriteFile(d.db(), text, 0o600); err != nil {
			t.Fatal(err)
		}
		d.fails(1, "(?s)database .*damaged.*hint: .*backup", d.distribution(token, rows)...)
		d.fails(1, "(?s)database .*damaged.*hint: .*backup", "tx-last")
	})
	t.Run("of a newer program", func(t *testing.T) {
		t.Parallel()
		d := base.at(t)
		d.exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (999999999999, 1)")
		before := d.counts()
		d.fails(1, "(?s)schema version 999999999999.*hint: .*newer program", d.distribution(token, rows)...)
		d.unchanged(before, sent)
	})
}

// asStranger runs the program as a user who may read the database and not write it.
func (d *desk) asStranger(args []string) result {
	d.t.Helper()
	if os.Geteuid() != 0 {
		if err := os.Chmod(d.dir, 0o500); err != nil {
			d.t.Fatal(err)
		}
		defer func() {
			if err := os.Chmod(d.dir, 0o700); err != nil {
				d.t.Error(err)
			}
		}()
		if err := os.Chmod(d.db(), 0o400); err != nil {
			d.t.Fatal(err)
		}
		return d.run(args...)
	}
	// The program and the folder where that user finds them: TMPDIR may be closed to others.
	dir, err := os.MkdirTemp("/tmp", "sto-e2e-")
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			d.t.Error(err)
		}
	})
	text, err := os.ReadFile(testchain.Sto(d.t))
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "sto"), text, 0o755)
	}
	if err == nil {
		err = os.Chmod(dir, 0o755)
	}
	if err != nil {
		d.t.Fatal(err)
	}
	c := *d
	c.dir = dir
	c = *c.with("STO_DATABASE_FILE", filepath.Join(dir, "transactions.sqlite"), "HOME", dir)
	d.copyTo(c.db())
	if text, err = os.ReadFile(args[2]); err == nil {
		err = os.WriteFile(filepath.Join(dir, "rows.csv"), text, 0o644)
	}
	if err == nil {
		err = os.Chmod(c.db(), 0o644)
	}
	if err != nil {
		d.t.Fatal(err)
	}
	args[2] = filepath.Join(dir, "rows.csv")
	return c.startAs(filepath.Join(dir, "sto"), nil, asUser(65534), args...).wait()
}
