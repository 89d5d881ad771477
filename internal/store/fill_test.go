package store

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestSchemaFillsAGapFromAboveOnly tries what may come in below the lowest nonce: an empty transaction to the account
// itself, one nonce at a time.
func TestSchemaFillsAGapFromAboveOnly(t *testing.T) {
	s := open1(t, filepath.Join(t.TempDir(), "x.sqlite"))
	do := func(q, want string) {
		t.Helper()
		_, err := s.SQL().Exec(q)
		switch {
		case want == "" && err != nil:
			t.Fatalf("%s: %v", q, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%s: %v, want %q", q, err, want)
		}
	}
	fill := func(id, nonce int, opts ...string) string {
		return sqlIntent(id, nonce, "fill/"+acct, append([]string{"to_addr", "'" + acct + "'", "data", "x''", "idem_key", "'fill/" + string(rune('a'+nonce)) + "'"}, opts...)...)
	}
	const refused = "nonce must follow the highest"
	do("INSERT INTO request VALUES ('r',1,'"+acct+"','test','{}',1);", "")
	do(sqlIntent(1, 7, "a"), "")
	do(sqlIntent(2, 6, "b"), refused)
	do(fill(2, 5), refused)
	do(fill(2, 6, "value", "'1'"), refused)
	do(fill(2, 6, "data", "x'00'"), refused)
	do(fill(2, 6, "to_addr", "'"+other+"'"), refused)
	do(fill(2, 6, "idem_key", "'other'"), refused)
	do(fill(2, 6), "")
	do(fill(3, 5), "")
	do(fill(4, 5), refused)
	do(sqlIntent(5, 8, "c"), "")
	do(move(2, "void"), "void only the highest")
}
