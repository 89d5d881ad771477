package e2e

import (
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/testchain"
)

// TestThousandRows distributes a file of a thousand rows, a transaction each and in batches; then the same file again,
// with the database and without it.
func TestThousandRows(t *testing.T) {
	t.Parallel()
	n := testchain.Geth(t)
	d := newDesk(t, n)
	for _, c := range []struct {
		name, symbol string
		transactions uint64
		args         []string
	}{
		{"a transaction for each row", "ONE", 1000, nil},
		{"in batches", "MANY", 10, []string{"--batch", "100"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := *d
			d.t = t
			token := d.issue(c.symbol, "100000")
			rows := makeRows(c.symbol, 1000)
			before := nonce(t, n, d.account)
			started := time.Now()
			lap := func(what string) {
				t.Logf("%s: %d ms", what, time.Since(started).Milliseconds())
				started = time.Now()
			}
			created(t, d.distribute(token, rows, c.args...), int(c.transactions), 0)
			lap("prepare")
			d.send()
			lap("broadcast")
			d.settle()
			lap("update")
			if got := nonce(t, n, d.account) - before; got != c.transactions {
				t.Errorf("%d transactions were sent, want %d", got, c.transactions)
			}
			paidOnce(t, n, token, d.account, rows...)
			holdRows(t, &d, token, rows)
			started = time.Now()
			d.scan(token, 1001)
			lap("scan")
			if table := d.capTable(token); table.Holders != 1001 || table.AccountedSupplyRaw != shares("100000").String() {
				t.Errorf("cap table: %d holders, %s accounted for", table.Holders, table.AccountedSupplyRaw)
			}
			started = time.Now()

			// The same file again, as it was and in the other way of sending, with the database and after its loss.
			d.paysNoMore(token, rows, c.args...)
			lap("again")
			d.lose()
			d.paysNoMore(token, rows, c.args...)
			lap("again, without the database")
			d.paysNoMore(token, rows, "--batch", "50")
			lap("again, in batches of 50")
		})
	}
}

// paysNoMore distributes rows that are all paid, which must create and send nothing.
func (d *desk) paysNoMore(token common.Address, rows []row, args ...string) {
	d.t.Helper()
	before := nonce(d.t, d.node, d.account)
	created(d.t, d.distribute(token, rows, args...), 0, len(rows))
	d.send()
	d.settle()
	if got := nonce(d.t, d.node, d.account); got != before {
		d.t.Errorf("%d transactions were sent for rows that are paid", got-before)
	}
	holdRows(d.t, d, token, rows)
}
