// Package store opens the database and applies its migrations. The schema is the migrations' alone.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	sqlite3 "github.com/mattn/go-sqlite3"
	"github.com/pressly/goose/v3"
	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"github.com/sto-project/sto/internal/failpoint"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/migrations"
)

// Store is an open database.
type Store struct {
	path    string
	db      *gorm.DB
	sql     *sql.DB
	scratch string // a folder to remove at the end
}

// BusyTimeout is how long a statement waits for another process's lock before it gives up.
const BusyTimeout = 15 * time.Second

// Open opens the SQLite database at path, makes it when it is missing (mode 0600) and brings its schema up to date.
// Errors are of class fault.General, or fault.Conflict when another process holds the database.
func Open(ctx context.Context, path string) (*Store, error) {
	if err := claim(path); err != nil {
		return nil, err
	}
	s, err := open(ctx, path, "WAL")
	// The step to WAL answers "busy" at once, without SQLite's own waiting, when another process takes it too.
	for until := time.Now().Add(BusyTimeout); isCode(err, sqlite3.ErrBusy) && time.Now().Before(until); {
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
		s, err = open(ctx, path, "WAL")
	}
	if err != nil && (strings.Contains(err.Error(), "locking protocol") || isCode(err, sqlite3.ErrIoErr)) {
		// Some network file systems can't do the shared memory of WAL.
		s, err = open(ctx, path, "DELETE")
	}
	if err != nil {
		return nil, explain(path, err)
	}
	return s, nil
}

// OpenScratch opens an empty database that Close removes: for a dry run where there is no database yet. It goes by the
// name of path.
func OpenScratch(ctx context.Context, path string) (*Store, error) {
	dir, err := os.MkdirTemp("", "sto-dry-run-")
	if err != nil {
		return nil, fault.New(fault.General, "can't make a temporary folder: %w", err)
	}
	s, err := Open(ctx, filepath.Join(dir, "scratch.sqlite"))
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	s.path, s.scratch = path, dir
	return s, nil
}

// claim makes the file with mode 0600 before SQLite would make it readable by others.
func claim(path string) error {
	st, err := os.Stat(path)
	switch {
	case err == nil && st.IsDir():
		return fault.New(fault.General, "database %s is a folder", path).WithHint("name a file with --database-file")
	case err == nil:
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return fault.New(fault.General, "can't open database %s: %w", path, err)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return fault.New(fault.General, "can't create database %s: %w", path, err).
			WithHint("name a file in a folder that you can write to with --database-file")
	}
	failpoint.Here(failpoint.Claimed)
	return f.Close()
}

func open(ctx context.Context, path, journal string) (*Store, error) {
	// PRAGMAs stand in the DSN because they belong to a connection, and the pool makes new ones.
	q := url.Values{
		"_busy_timeout": {fmt.Sprint(BusyTimeout.Milliseconds())}, "_foreign_keys": {"on"}, "_journal_mode": {journal},
		"_synchronous": {"FULL"}, "_txlock": {"immediate"}, "_recursive_triggers": {"on"},
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	dsn := (&url.URL{Scheme: "file", Path: abs}).String() + "?" + q.Encode()
	db, err := gorm.Open(sqlite.Open(dsn), &gorm.Config{
		Logger: logger.Discard, SkipDefaultTransaction: true, TranslateError: false,
		NowFunc: func() time.Time { return time.Now().UTC() },
	})
	if err != nil {
		return nil, err
	}
	raw, err := db.DB()
	if err != nil {
		return nil, err
	}
	s := &Store{path: path, db: db, sql: raw}
	if err := s.migrate(ctx); err != nil {
		return nil, errors.Join(err, raw.Close())
	}
	return s, nil
}

func (s *Store) migrate(ctx context.Context) error {
	dir, err := fs.Sub(migrations.SQLite, "sqlite")
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, s.sql, dir, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	sources := p.ListSources()
	newest := sources[len(sources)-1].Version
	if at, ok, err := s.version(ctx); err != nil {
		return err
	} else if ok && at == newest {
		return nil // the usual case, without goose's own writes
	} else if ok && at > newest {
		return fault.New(fault.General, "database %s has schema version %d, this program knows up to %d", s.path, at, newest).
			WithHint("use the newer program that wrote it")
	} else if !ok {
		if n, err := s.tables(ctx); err != nil {
			return err
		} else if n > 0 {
			return fault.New(fault.General, "database %s holds tables that this program did not make", s.path).
				WithHint("name another file with --database-file")
		}
	}
	for try := 1; ; try++ {
		_, err := p.Up(ctx)
		if err == nil {
			return nil
		}
		// Two processes may have started on a fresh file: the other one makes the schema, a migration after the other.
		if at, ok, verr := s.version(ctx); verr == nil && ok && at == newest {
			return nil
		}
		if try == migrateTries {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(migrateWait):
		}
	}
}

// How often, and after how long, a migration that failed is tried again.
const (
	migrateTries = 20
	migrateWait  = 50 * time.Millisecond
)

// version returns the schema's version, false when the database has none.
func (s *Store) version(ctx context.Context) (int64, bool, error) {
	var n int
	if err := s.sql.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_master WHERE name = 'goose_db_version'`).Scan(&n); err != nil || n == 0 {
		return 0, false, err
	}
	var v sql.NullInt64
	err := s.sql.QueryRowContext(ctx, `SELECT max(version_id) FROM goose_db_version WHERE is_applied = 1`).Scan(&v)
	return v.Int64, v.Valid && v.Int64 > 0, err
}

func (s *Store) tables(ctx context.Context) (n int, err error) {
	err = s.sql.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'goose_db_version'`).Scan(&n)
	return n, err
}

// DB returns the gorm handle. Use Tx for anything that writes more than one row.
func (s *Store) DB() *gorm.DB { return s.db }

// SQL returns the handle beneath gorm, for prepared statements in bulk.
func (s *Store) SQL() *sql.DB { return s.sql }

// Path returns the file that was opened.
func (s *Store) Path() string { return s.path }

// Tx runs f in one transaction that holds the write lock from its start (BEGIN IMMEDIATE).
func (s *Store) Tx(ctx context.Context, f func(tx *gorm.DB) error) error {
	err := s.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		err := f(tx)
		if err == nil {
			failpoint.Here(failpoint.Committing)
		}
		return err
	})
	if err == nil {
		failpoint.Here(failpoint.Committed)
	}
	return s.explain(err)
}

// SQLTx is Tx on the handle beneath gorm.
func (s *Store) SQLTx(ctx context.Context, f func(tx *sql.Tx) error) (err error) {
	tx, err := s.sql.BeginTx(ctx, nil)
	if err != nil {
		return s.explain(err)
	}
	defer func() {
		if errors.Is(err, sql.ErrTxDone) && ctx.Err() != nil {
			err = ctx.Err() // which has ended the transaction
		}
		if err != nil {
			err = s.explain(errors.Join(err, ignoreDone(tx.Rollback())))
		}
	}()
	if err := f(tx); err != nil {
		return err
	}
	failpoint.Here(failpoint.Committing)
	err = tx.Commit()
	failpoint.Here(failpoint.Committed)
	return err
}

func ignoreDone(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}

// Close closes the database.
func (s *Store) Close() error {
	err := s.sql.Close()
	if s.scratch != "" {
		err = errors.Join(err, os.RemoveAll(s.scratch))
	}
	return err
}

func (s *Store) explain(err error) error { return explain(s.path, err) }

func isCode(err error, codes ...sqlite3.ErrNo) bool {
	var e sqlite3.Error
	if !errors.As(err, &e) {
		return false
	}
	for _, c := range codes {
		if e.Code == c {
			return true
		}
	}
	return false
}

// explain puts SQLite's errors into words that name the file and the next step.
func explain(path string, err error) error {
	var known *fault.Error
	switch {
	case err == nil || errors.As(err, &known) || errors.Is(err, context.Canceled):
		return err
	case isCode(err, sqlite3.ErrReadonly, sqlite3.ErrPerm, sqlite3.ErrCantOpen):
		return fault.New(fault.General, "can't write to database %s: %w", path, err).
			WithHint("check the permissions of the file and of its folder")
	case isCode(err, sqlite3.ErrBusy, sqlite3.ErrLocked):
		return fault.New(fault.Conflict, "database %s is in use by another process: %w", path, err).
			WithHint("wait until the other process is done, then run the command again")
	case isCode(err, sqlite3.ErrCorrupt, sqlite3.ErrNotADB):
		return fault.New(fault.General, "database %s is damaged or no SQLite database: %w", path, err).
			WithHint("restore it from a backup; what it had sent is still on the chain")
	case isCode(err, sqlite3.ErrFull):
		return fault.New(fault.General, "no room left on the disk of database %s: %w", path, err).
			WithHint("free some space; nothing was half-written")
	case isCode(err, sqlite3.ErrIoErr):
		return fault.New(fault.General, "can't read or write database %s: %w", path, err).
			WithHint("check the disk and its free space; nothing was half-written")
	default:
		return fmt.Errorf("database %s: %w", path, err)
	}
}

// Constraint reports whether err is a refusal by a constraint or trigger, and its message.
func Constraint(err error) (string, bool) {
	var e sqlite3.Error
	if errors.As(err, &e) && e.Code == sqlite3.ErrConstraint {
		return e.Error(), true
	}
	return "", false
}

// Micros returns t as the store keeps times: UTC microseconds.
func Micros(t time.Time) int64 { return t.UTC().UnixMicro() }

// Time is the inverse of Micros.
func Time(us int64) time.Time { return time.UnixMicro(us).UTC() }
