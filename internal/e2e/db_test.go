package e2e

import (
	"database/sql"
	"errors"
	"io/fs"
	"maps"
	"os"
	"testing"

	_ "github.com/mattn/go-sqlite3" // the tests look into the database by themselves
)

// copyTo copies the desk's database, with what its write-ahead log holds, as a backup would.
func (d *desk) copyTo(path string) {
	d.t.Helper()
	copyDatabase(d.t, d.db(), path)
}

func copyDatabase(t testing.TB, from, to string) {
	t.Helper()
	for _, suffix := range []string{"", "-wal", "-shm"} {
		text, err := os.ReadFile(from + suffix)
		if errors.Is(err, fs.ErrNotExist) {
			if err := os.Remove(to + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
				t.Fatal(err)
			}
			continue
		}
		if err == nil {
			err = os.WriteFile(to+suffix, text, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// lose deletes the desk's database.
func (d *desk) lose() {
	d.t.Helper()
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(d.db() + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			d.t.Fatal(err)
		}
	}
}

// open opens the desk's database past the program. It is closed with the test.
func (d *desk) open() *sql.DB {
	d.t.Helper()
	db, err := sql.Open("sqlite3", "file:"+d.db()+"?_busy_timeout=10000")
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() {
		if err := db.Close(); err != nil {
			d.t.Error(err)
		}
	})
	return db
}

func (d *desk) exec(statement string) {
	d.t.Helper()
	db := d.open()
	if _, err := db.Exec(statement); err != nil {
		d.t.Fatalf("%s: %v", statement, err)
	}
	if err := db.Close(); err != nil {
		d.t.Fatal(err)
	}
}

// number is the answer to a query for one number.
func (d *desk) number(query string) int {
	d.t.Helper()
	db := d.open()
	var n int
	if err := db.QueryRow(query).Scan(&n); err != nil {
		d.t.Fatalf("%s: %v", query, err)
	}
	if err := db.Close(); err != nil {
		d.t.Fatal(err)
	}
	return n
}

// kept are the tables whose rows stand for something that was decided or seen. Not among them: marks and look-backs, which
// any command may bring up to date.
var kept = []string{"request", "intent", "attempt", "receipt", "dependency", "distribution_row", "paid_row", "event", "token", "holder", "transfer", "checkpoint"}

// counts are the numbers of rows by table; nil where there is no database.
func (d *desk) counts() map[string]int {
	d.t.Helper()
	if _, err := os.Stat(d.db()); err != nil {
		return nil
	}
	db := d.open()
	out := map[string]int{}
	for _, table := range kept {
		var n int
		if err := db.QueryRow("SELECT count(*) FROM " + table).Scan(&n); err != nil {
			d.t.Fatalf("count %s: %v", table, err)
		}
		out[table] = n
	}
	if err := db.Close(); err != nil {
		d.t.Fatal(err)
	}
	return out
}

// unchanged fails the test unless the database and the chain are as they were.
func (d *desk) unchanged(before map[string]int, sent uint64) {
	d.t.Helper()
	if after := d.counts(); !maps.Equal(before, after) {
		d.t.Errorf("the database changed: %v before, %v after", before, after)
	}
	if n := nonce(d.t, d.node, d.account); n != sent {
		d.t.Errorf("the account has sent %d transactions, before %d", n, sent)
	}
}
