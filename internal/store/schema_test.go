package store

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

const (
	acct  = "0xcccccccccccccccccccccccccccccccccccccccc"
	tokn  = "0xdddddddddddddddddddddddddddddddddddddddd"
	other = "0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"
)

func hash(n int) string { return fmt.Sprintf("0x%064x", n) }

// sqlIntent is the statement that stores an intent; opts change columns.
func sqlIntent(id, nonce int, key string, opts ...string) string {
	cols := map[string]string{"id": fmt.Sprint(id), "chain_id": "1", "sender": "'" + acct + "'", "nonce": fmt.Sprint(nonce), "request_id": "'r'",
		"kind": "'k'", "idem_key": "'" + key + "'", "payload_sha256": "zeroblob(32)", "to_addr": "'" + tokn + "'", "value": "'0'", "data": "x'00'",
		"gas": "21000", "note": "'n'", "created_at": "1", "changed_at": "1", "state": "'signed'"}
	for n := 0; n+1 < len(opts); n += 2 {
		cols[opts[n]] = opts[n+1]
	}
	var names, values []string
	for k, v := range cols {
		names, values = append(names, k), append(values, v)
	}
	return fmt.Sprintf("INSERT INTO intent (%s) VALUES (%s);", strings.Join(names, ","), strings.Join(values, ","))
}

func sqlAttempt(id, intent int, kind string, tip, fee int) string {
	return fmt.Sprintf("INSERT INTO attempt (id,intent_id,hash,kind,raw,tip,fee_cap,signed_at) VALUES (%d,%d,'%s','%s',x'01',%d,%d,1);", id, intent, hash(id), kind, tip, fee)
}

func expose(id int) string { return fmt.Sprintf("UPDATE attempt SET exposed_at=2 WHERE id=%d;", id) }

func move(id int, to string) string {
	return fmt.Sprintf("UPDATE intent SET state='%s', changed_at=3 WHERE id=%d;", to, id)
}

func sqlReceipt(attempt, intent, block, status int) string {
	return fmt.Sprintf("INSERT INTO receipt (attempt_id,intent_id,block_hash,block_num,status,gas_used,gas_price,seen_at) VALUES (%d,%d,'%s',5,%d,21000,'1',1);",
		attempt, intent, hash(block), status)
}

func sqlRow(id string, intent int) string {
	return fmt.Sprintf("INSERT INTO distribution_row VALUES (1,'%s','%s',%d,0,'%s',x'0101');", tokn, id, intent, other)
}

// TestSchemaRefusesIllegalSteps walks through the life of a few intents and tries, at each point, the steps that could pay
// twice or lose track.
func TestSchemaRefusesIllegalSteps(t *testing.T) {
	s, err := Open(context.Background(), filepath.Join(t.TempDir(), "x.sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	db := s.SQL()
	n := 0
	yes := func(q string) {
		t.Helper()
		n++
		if _, err := db.Exec(q); err != nil {
			t.Fatalf("wrongly refused: %s\n%v", q, err)
		}
	}
	no := func(q string) {
		t.Helper()
		n++
		tx, err := db.BeginTx(context.Background(), &sql.TxOptions{})
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = tx.Rollback() }()
		if _, err := tx.Exec(q); err == nil {
			t.Errorf("wrongly accepted: %s", q)
		} else if _, ok := Constraint(err); !ok {
			t.Errorf("refused for another reason: %s\n%v", q, err)
		}
	}
	yes("INSERT INTO request VALUES ('r',1,'" + acct + "','test','{}',1);")
	no("INSERT INTO request VALUES ('q',1,'" + acct + "','test','not json',1);")
	for k, key := range []string{"a", "b", "c"} {
		yes(sqlIntent(k+1, 7+k, key))
		yes(sqlAttempt(k+1, k+1, "original", 1, 10))
	}
	// Birth.
	no(sqlIntent(9, 10, "z", "state", "'final'"))
	no(sqlIntent(9, 11, "z"))
	no(sqlIntent(9, 9, "z"))
	no(sqlIntent(9, 6, "z"))
	no(sqlIntent(1, 10, "z"))
	no(strings.Replace(sqlIntent(1, 7, "z"), "INSERT", "INSERT OR REPLACE", 1))
	no(sqlIntent(9, 10, "a"))
	no(sqlIntent(9, 10, "z", "sender", "'"+strings.ToUpper(acct)+"'"))
	no(sqlIntent(9, 10, "z", "sender", "'"+other+"'")) // the request is another account's
	no(sqlIntent(9, 10, "z", "gas", "16777217"))
	no(sqlIntent(9, 10, "z", "gas", "20999"))
	no(sqlIntent(9, 10, "z", "value", "'1e3'"))
	no(sqlIntent(9, 10, "z", "value", "'-1'"))
	no(sqlIntent(9, 10, "z", "to_addr", "NULL")) // neither a receiver nor a deployment
	no(sqlIntent(9, 10, "z", "creates", "'"+other+"'"))
	no(sqlIntent(9, 10, "z", "reissue_of", "1"))
	no(sqlIntent(9, 10, "z", "request_id", "'nobody'"))
	// Exposure.
	no(expose(2)) // 1 comes first
	no(move(1, "pending"))
	no(move(1, "mined"))
	no(move(1, "final"))
	no("INSERT INTO attempt (id,intent_id,hash,kind,raw,tip,fee_cap,signed_at,exposed_at) VALUES (9,3,'" + hash(9) + "','original',x'01',1,10,1,5);")
	no(sqlAttempt(9, 3, "original", 11, 10))
	no(move(2, "void")) // not the highest
	no("DELETE FROM intent WHERE id=3;")
	no("DELETE FROM attempt WHERE id=3;")
	for _, col := range []string{"data=x'02'", "value='1'", "to_addr='" + other + "'", "nonce=99", "idem_key='y'", "sender='" + other + "'", "note='y'", "payload_sha256=x'00'", "kind='y'"} {
		no("UPDATE intent SET " + col + " WHERE id=1;")
	}
	yes("UPDATE intent SET gas=30000 WHERE id=1;")
	no("UPDATE intent SET gas=21000 WHERE id=1;")
	no("UPDATE attempt SET raw=x'09' WHERE id=1;")
	yes(expose(1) + move(1, "pending"))
	no("UPDATE attempt SET exposed_at=NULL WHERE id=1;")
	no("UPDATE attempt SET exposed_at=9 WHERE id=1;")
	no("UPDATE attempt SET raw=NULL WHERE id=1;")
	no("UPDATE attempt SET fee_cap=99 WHERE id=1;")
	no("UPDATE attempt SET hash='" + hash(77) + "' WHERE id=1;")
	// Replacement.
	no(sqlAttempt(9, 1, "bump", 1, 10))
	no(sqlAttempt(9, 1, "original", 2, 12))
	yes(sqlAttempt(4, 1, "bump", 2, 12) + expose(4))
	no(move(1, "superseded"))
	no(move(1, "void"))
	no(move(1, "signed"))
	no(sqlIntent(9, 10, "z", "reissue_of", "1"))
	// Receipts.
	no(sqlReceipt(2, 1, 100, 1)) // another intent's attempt
	no(sqlReceipt(2, 2, 100, 1)) // never exposed
	yes(sqlReceipt(1, 1, 100, 1) + move(1, "mined"))
	no(sqlReceipt(4, 1, 101, 1)) // two canonical receipts
	no(sqlReceipt(1, 1, 100, 1))
	no("UPDATE receipt SET status=0;")
	no(move(1, "reverted"))
	no(move(1, "cancelled"))
	yes("UPDATE receipt SET orphaned_at=9 WHERE attempt_id=1;" + move(1, "pending"))
	no(move(1, "mined"))
	yes("UPDATE receipt SET orphaned_at=NULL WHERE attempt_id=1;" + move(1, "mined") + move(1, "final"))
	no(move(1, "pending"))
	no(move(1, "void"))
	no("UPDATE receipt SET orphaned_at=9 WHERE attempt_id=1;")
	no(sqlAttempt(9, 1, "bump", 5, 50))
	no("DELETE FROM receipt;")
	// Reissue.
	yes(expose(2) + move(2, "pending") + sqlReceipt(2, 2, 102, 0) + move(2, "mined"))
	no(move(2, "final"))
	yes(move(2, "reverted"))
	yes(sqlIntent(4, 10, "b", "reissue_of", "2"))
	no(sqlIntent(9, 11, "b", "reissue_of", "2"))
	no(sqlIntent(9, 11, "b"))
	yes(sqlRow("E1", 2))
	no(sqlRow("E1", 3))
	yes(sqlRow("E1", 4))
	no(sqlRow("E1", 3))
	no("DELETE FROM distribution_row;")
	no("UPDATE distribution_row SET to_addr='" + tokn + "';")
	// Wiping bytes that will never be sent, and a cancel in their place.
	yes("UPDATE attempt SET raw=NULL WHERE id=3;")
	no(expose(3))
	yes(sqlAttempt(5, 3, "cancel", 1, 10) + expose(5) + move(3, "pending"))
	// Withdrawing the highest frees its nonce, its key and its external ids.
	yes(move(4, "void"))
	no(sqlAttempt(9, 4, "original", 1, 10))
	no(move(4, "signed"))
	yes(sqlIntent(5, 10, "b", "reissue_of", "2"))
	yes(sqlRow("E1", 5))
	yes(sqlAttempt(6, 5, "original", 1, 10) + expose(6) + move(5, "pending") + sqlReceipt(6, 5, 103, 0) + move(5, "mined") + move(5, "reverted"))
	yes(sqlIntent(6, 11, "b", "reissue_of", "5"))
	yes(sqlRow("E1", 6)) // a reissue of a reissue
	no(sqlRow("E1", 3))
	// The rest of the record.
	no("DELETE FROM event;")
	no("UPDATE event SET what='y';")
	no("INSERT INTO dependency VALUES (1,2);")
	yes("INSERT INTO dependency VALUES (6,5);")
	no("DELETE FROM dependency;")
	no("UPDATE request SET params='{}';")
	no("DELETE FROM request;")
	yes("INSERT INTO mark VALUES (1,'g',10,'h',5,'f',1);")
	no("UPDATE mark SET final_num=4;")
	no("UPDATE mark SET genesis_hash='x';")
	if n < 90 {
		t.Errorf("only %d steps tried", n)
	}

	var states, history int
	if err := db.QueryRow(`SELECT count(*), sum(state = (SELECT what FROM event e WHERE e.intent_id = intent.id AND what <> 'exposed' ORDER BY id DESC LIMIT 1)) FROM intent`).
		Scan(&states, &history); err != nil {
		t.Fatal(err)
	}
	if states != 6 || history != states {
		t.Errorf("%d of %d states are what the history says", history, states)
	}
}
