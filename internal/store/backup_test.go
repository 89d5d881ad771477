package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sto-project/sto/internal/fault"
)

func TestBackupIsPrivateWholeAndNeverOverwrites(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	s := open1(t, filepath.Join(dir, "x.sqlite"))
	if err := s.DB().Create(&Event{At: 1, What: "x"}).Error; err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(dir, "it's a copy.sqlite")
	if err := s.Backup(ctx, to); err != nil {
		t.Fatal(err)
	}
	if st, err := os.Stat(to); err != nil || st.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", st, err)
	}
	copied := open1(t, to)
	var n int64
	if err := copied.DB().Model(&Event{}).Count(&n).Error; err != nil || n != 1 {
		t.Errorf("%d rows, %v", n, err)
	}
	if err := s.Backup(ctx, to); !fault.Is(err, fault.Usage) {
		t.Errorf("got %v", err)
	}
	if err := s.Backup(ctx, filepath.Join(dir, "none", "y.sqlite")); err == nil {
		t.Error("a missing folder was no error")
	}
}

func TestCheckFindsWhatTheTriggersWouldHaveRefused(t *testing.T) {
	ctx := context.Background()
	s := open1(t, filepath.Join(t.TempDir(), "x.sqlite"))
	db := s.SQL()
	exec := func(q string) {
		t.Helper()
		if _, err := db.Exec(q); err != nil {
			t.Fatalf("%s: %v", q, err)
		}
	}
	exec("INSERT INTO request VALUES ('r',1,'" + acct + "','test','{}',1);")
	for k, key := range []string{"a", "b", "c"} {
		exec(sqlIntent(k+1, 7+k, key) + sqlAttempt(k+1, k+1, "original", 1, 10))
	}
	exec(expose(1) + move(1, "pending") + sqlReceipt(1, 1, 100, 1) + move(1, "mined") + move(1, "final"))
	if wrong, err := s.Check(ctx); err != nil || len(wrong) != 0 {
		t.Fatalf("a sound database: %q, %v", wrong, err)
	}
	for _, c := range []struct{ name, tamper, undo, want string }{
		{"state", "UPDATE intent SET state='void' WHERE id=3", "UPDATE intent SET state='signed' WHERE id=3", "not what the history says"},
		{"step", "INSERT INTO event (intent_id, at, what) VALUES (3, 1, 'final')", "DELETE FROM event WHERE what='final' AND intent_id=3", "a step that is not allowed"},
		{"sent", "UPDATE attempt SET exposed_at=NULL WHERE id=1", "UPDATE attempt SET exposed_at=2 WHERE id=1", "none of its bytes"},
		{"not sent", "UPDATE attempt SET exposed_at=2 WHERE id=2", "UPDATE attempt SET exposed_at=NULL WHERE id=2", "bytes of it are marked sent"},
		{"receipt", "UPDATE receipt SET orphaned_at=1", "UPDATE receipt SET orphaned_at=NULL", "has no receipt"},
		{"gap", "UPDATE intent SET nonce=20 WHERE id=3", "UPDATE intent SET nonce=9 WHERE id=3", "the nonce before it is missing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			triggers := dropTriggers(t, s)
			exec(c.tamper)
			wrong, err := s.Check(ctx)
			if err != nil || !strings.Contains(strings.Join(wrong, "\n"), c.want) {
				t.Errorf("found %q, %v", wrong, err)
			}
			exec(c.undo)
			for _, q := range triggers {
				exec(q)
			}
		})
	}
}

func dropTriggers(t *testing.T, s *Store) []string {
	t.Helper()
	rows, err := s.SQL().Query("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var names, texts []string
	for rows.Next() {
		var name, text string
		if err := rows.Scan(&name, &text); err != nil {
			t.Fatal(err)
		}
		names, texts = append(names, name), append(texts, text)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		if _, err := s.SQL().Exec("DROP TRIGGER " + n); err != nil {
			t.Fatal(err)
		}
	}
	return texts
}
