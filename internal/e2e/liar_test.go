package e2e

import (
	"strings"
	"testing"

	"github.com/sto-project/sto/internal/testchain"
)

// TestANodeThatLies has two nodes: the first takes every transaction, sends none on, and tells that all are mined; the second
// takes none for a while. Nothing counts as paid then, and all is paid once when the second one works.
func TestANodeThatLies(t *testing.T) {
	t.Parallel()
	const count = 5
	d, token, rows := distributed(t, testchain.Embedded(t), count)
	before := nonce(t, d.node, d.account)
	liar := testchain.NewHostile(t, d.node, 1, 0, testchain.Pockets)
	line := newFlaky(t, d.node)
	line.mode.Store(refuse)
	two := d.with("STO_ETHEREUM_NODE_URL", liar.URL+","+line.URL)

	two.ok("tx-broadcast")
	if got := nonce(t, d.node, d.account); got != before || line.sent.Load() == 0 {
		t.Fatalf("%d transactions came through, and the second node saw %d requests that send", got-before, line.sent.Load())
	}
	two.run("tx-update")
	r := two.run("tx-update")
	if n := d.number("SELECT count(*) FROM intent WHERE state = 'pending'"); n != count {
		t.Errorf("%d transactions count as sent, want %d; %s", n, count, r)
	}
	if !strings.Contains(r.stderr, "contradict") {
		t.Errorf("nothing is said of it: %s", r)
	}
	if n := d.number("SELECT count(*) FROM receipt r JOIN intent i ON i.id = r.intent_id WHERE i.kind = 'transfer'"); n != 0 {
		t.Errorf("%d receipts are stored", n)
	}

	line.mode.Store(passOn)
	two.ok("tx-broadcast")
	for range 100 {
		if two.ok("tx-update"); d.number("SELECT count(*) FROM intent WHERE state = 'pending'") == 0 {
			break
		}
	}
	if n := d.number("SELECT count(*) FROM intent WHERE state = 'final' AND kind = 'transfer'"); n != count {
		t.Errorf("%d of %d payments are final", n, count)
	}
	paidOnce(t, d.node, token, d.account, rows...)
	two.ok("db-check")
}
