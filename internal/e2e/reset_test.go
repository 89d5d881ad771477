package e2e

import (
	"testing"

	"github.com/sto-project/sto/internal/testchain"
)

// TestChainReset begins the chain anew under a database that knows it: that is recognised by every command that prepares,
// sends or asks, before and after the new chain has grown past the old one.
func TestChainReset(t *testing.T) {
	t.Parallel()
	t.Run("embedded", func(t *testing.T) {
		t.Parallel()
		resetChain(t, testchain.Embedded(t))
	})
	t.Run("geth", func(t *testing.T) {
		t.Parallel()
		resetChain(t, testchain.Geth(t, testchain.Archive()))
	})
}

func resetChain(t *testing.T, n *testchain.Node) {
	t.Helper()
	d := newDesk(t, n)
	token := d.issue("RESET", "100")
	rows := makeRows("reset", 3)
	d.distribute(token, rows)
	n.Reset()
	check := func() {
		t.Helper()
		counts, sent := d.counts(), nonce(t, n, d.account)
		for _, args := range [][]string{{"tx-broadcast"}, {"tx-update"}, {"kyc-deploy"}, d.distribution(token, file(makeRows("more", 2)))} {
			d.fails(6, "(?s)hint: .*(reset|afresh|fresh)", args...)
		}
		d.unchanged(counts, sent)
	}
	check()
	n.Mine(20)
	check()
	fresh := d.fresh(t)
	again := fresh.issue("RESET", "100")
	created(t, fresh.distribute(again, rows), 3, 0)
	fresh.send()
	fresh.settle()
	paidOnce(t, n, again, d.account, rows...)
}
