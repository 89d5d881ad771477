package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"gorm.io/gorm"

	"github.com/sto-project/sto/internal/fault"
)

func open1(t *testing.T, path string) *Store {
	t.Helper()
	s, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func TestOpenMakesAPrivateDurableDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "odd name?#&%.sqlite")
	s := open1(t, path)
	st, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if st.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", st.Mode())
	}
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "recursive_triggers": "1"} {
		var got string
		if err := s.SQL().QueryRow("PRAGMA " + pragma).Scan(&got); err != nil || got != want {
			t.Errorf("%s = %q, want %q (%v)", pragma, got, want, err)
		}
	}
	open1(t, path) // again, with the schema there
}

func TestOpenAtOnceFromManyProcessesMakesOneSchema(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.sqlite")
	var wg sync.WaitGroup
	errs := make([]error, 8)
	for n := range errs {
		wg.Go(func() {
			s, err := Open(context.Background(), path)
			if err == nil {
				err = s.Close()
			}
			errs[n] = err
		})
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Error(err)
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	garbage := filepath.Join(dir, "garbage.sqlite")
	if err := os.WriteFile(garbage, []byte(strings.Repeat("no database at all ", 400)), 0o600); err != nil {
		t.Fatal(err)
	}
	foreign := filepath.Join(dir, "foreign.sqlite")
	newer := filepath.Join(dir, "newer.sqlite")
	for path, q := range map[string]string{foreign: "CREATE TABLE customers (id)", newer: ""} {
		if q == "" {
			s := open1(t, path)
			q = "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, 1)"
			if _, err := s.SQL().Exec(q); err != nil {
				t.Fatal(err)
			}
			continue
		}
		db, err := sql.Open("sqlite3", path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(q); err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ name, path, want string }{
		{"garbage", garbage, "damaged or no SQLite database"},
		{"foreign tables", foreign, "holds tables that this program did not make"},
		{"newer", newer, "has schema version 99999"},
		{"folder", dir, "is a folder"},
		{"missing folder", filepath.Join(dir, "none", "x.sqlite"), "can't create database"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Open(context.Background(), c.path)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("got %v", err)
			}
			if fault.Hint(err) == "" {
				t.Error("no hint")
			}
		})
	}
}

func TestTxIsAllOrNothing(t *testing.T) {
	s := open1(t, filepath.Join(t.TempDir(), "x.sqlite"))
	boom := errors.New("boom")
	err := s.Tx(context.Background(), func(tx *gorm.DB) error {
		if err := tx.Create(&Event{At: 1, What: "x"}).Error; err != nil {
			return err
		}
		return boom
	})
	if !errors.Is(err, boom) {
		t.Fatalf("got %v", err)
	}
	err = s.SQLTx(context.Background(), func(tx *sql.Tx) error {
		if _, err := tx.Exec("INSERT INTO event (at, what) VALUES (1, 'y')"); err != nil {
			return err
		}
		return boom
	})
	if !errors.Is(err, boom) {
		t.Fatalf("got %v", err)
	}
	var n int64
	if err := s.DB().Model(&Event{}).Count(&n).Error; err != nil || n != 0 {
		t.Errorf("%d rows left, %v", n, err)
	}
}

func TestScratchLeavesNothingBehind(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	path := filepath.Join(t.TempDir(), "x.sqlite")
	s, err := OpenScratch(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.DB().Create(&Event{At: 1, What: "x"}).Error; err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(os.TempDir())
	if err != nil || len(left) != 0 {
		t.Errorf("left %v, %v", left, err)
	}
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Errorf("the database was made: %v", err)
	}
}
