package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/sto-project/sto/internal/failpoint"
	"github.com/sto-project/sto/internal/fault"
)

// Backup writes a copy of the database as it is at one moment, while others may use it, into a new file of mode 0600.
func (s *Store) Backup(ctx context.Context, path string) (err error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return fault.New(fault.Usage, "the file %s exists already", path).WithHint("name a new file: a backup never overwrites one")
	}
	if err != nil {
		return fault.New(fault.General, "can't create the backup %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, ignoreMissing(os.Remove(path)))
		}
	}()
	if err := f.Close(); err != nil {
		return err
	}
	// SQLite fills an empty file, and keeps its mode.
	if _, err := s.sql.ExecContext(ctx, "VACUUM INTO ?", path); err != nil {
		return fault.New(fault.General, "can't write the backup %s: %w", path, err)
	}
	failpoint.Here(failpoint.Copied)
	return errors.Join(flush(path), flush(filepath.Dir(path)))
}

// flush has the operating system write a file, or a folder's list of files, to the disk.
func flush(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// checks are questions whose every answer is a fault of the database, in words.
var checks = []struct{ what, query string }{
	{"its state is not what the history says", `SELECT i.id, i.state FROM intent i WHERE i.state IS NOT (SELECT e.what FROM event e
		WHERE e.intent_id = i.id AND e.what IN (SELECT a FROM edge UNION SELECT b FROM edge) ORDER BY e.id DESC LIMIT 1)`},
	{"its history holds a step that is not allowed", `SELECT intent_id, was || ' to ' || what FROM (SELECT intent_id, what, lag(what) OVER (PARTITION BY intent_id ORDER BY id) AS was
		FROM event WHERE intent_id IS NOT NULL AND what IN (SELECT a FROM edge UNION SELECT b FROM edge)) h
		WHERE was IS NOT NULL AND NOT EXISTS (SELECT 1 FROM edge WHERE a = was AND b = what)`},
	{"it counts as sent, but none of its bytes is marked so", `SELECT id, state FROM intent i WHERE state IN ('pending','mined','final','reverted','cancelled')
		AND NOT EXISTS (SELECT 1 FROM attempt WHERE intent_id = i.id AND exposed_at IS NOT NULL)`},
	{"it counts as never sent, but bytes of it are marked sent", `SELECT id, state FROM intent i WHERE state IN ('draft','signed','void')
		AND EXISTS (SELECT 1 FROM attempt WHERE intent_id = i.id AND exposed_at IS NOT NULL)`},
	{"it counts as mined, but has no receipt", `SELECT id, state FROM intent i WHERE state IN ('mined','final','reverted','cancelled')
		AND NOT EXISTS (SELECT 1 FROM receipt WHERE intent_id = i.id AND orphaned_at IS NULL)`},
	{"the nonce before it is missing", `SELECT id, nonce FROM intent i WHERE state <> 'void' AND nonce > (SELECT min(nonce) FROM intent WHERE chain_id = i.chain_id AND sender = i.sender AND state <> 'void')
		AND NOT EXISTS (SELECT 1 FROM intent p WHERE p.chain_id = i.chain_id AND p.sender = i.sender AND p.nonce = i.nonce - 1 AND p.state <> 'void')`},
	{"it pays an external id that another transaction pays too", `SELECT d.intent_id, d.external_id FROM distribution_row d JOIN intent i ON i.id = d.intent_id AND i.state <> 'void'
		WHERE EXISTS (SELECT 1 FROM distribution_row o JOIN intent j ON j.id = o.intent_id AND j.state <> 'void' WHERE o.chain_id = d.chain_id AND o.token = d.token
		AND o.external_id = d.external_id AND o.intent_id <> d.intent_id
		AND NOT EXISTS (SELECT 1 FROM intent r WHERE r.reissue_of IN (i.id, j.id) AND r.state <> 'void'))`},
}

// Check derives the state of every intent from the history again, and looks for all else that the program's rules and
// SQLite's own would not allow. It returns what is wrong, a sentence each.
func (s *Store) Check(ctx context.Context) ([]string, error) {
	var wrong []string
	add := func(query string, say func(a, b string) string) error {
		rows, err := s.sql.QueryContext(ctx, query)
		if err != nil {
			return s.explain(err)
		}
		defer rows.Close()
		for rows.Next() {
			var a, b string
			if err := rows.Scan(&a, &b); err != nil {
				return err
			}
			wrong = append(wrong, say(a, b))
		}
		return s.explain(rows.Err())
	}
	if err := add(`SELECT integrity_check, '' FROM pragma_integrity_check WHERE integrity_check <> 'ok'`, func(a, _ string) string {
		return "the file is damaged: " + a
	}); err != nil {
		return nil, err
	}
	if err := add(`SELECT "table", coalesce(rowid, '') FROM pragma_foreign_key_check`, func(a, b string) string {
		return fmt.Sprintf("row %s of table %s refers to a row that is not there", b, a)
	}); err != nil {
		return nil, err
	}
	for _, c := range checks {
		if err := add(c.query, func(a, b string) string { return fmt.Sprintf("transaction %s (%s): %s", a, b, c.what) }); err != nil {
			return nil, err
		}
	}
	return wrong, nil
}
