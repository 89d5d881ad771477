package e2e

import (
	"fmt"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/testchain"
)

// TestAllAtOnce prepares a whole life before anything is sent: registry, holders, shares and distribution wait in one
// queue, and one broadcast sends it.
func TestAllAtOnce(t *testing.T) {
	t.Parallel()
	for kind, start := range map[string]func(testing.TB, ...testchain.Option) *testchain.Node{
		testchain.KindGeth: testchain.Geth, testchain.KindEmbedded: testchain.Embedded,
	} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			n := start(t)
			d := newDesk(t, n)
			rows := makeRows("once", 8)
			whitelist := []string{"kyc-manage", "--no-broadcast", "--whitelist-address", d.account.Hex()}
			for _, r := range rows {
				whitelist = append(whitelist, "--whitelist-address", r.to.Hex())
			}
			d.ok("kyc-deploy", "--no-broadcast")
			d.ok(whitelist...)
			token := common.HexToAddress(decode[struct{ Token string }](t, d.ok("issue", "--symbol", "ONCE", "--name", "Once", "--url", "https://x.example",
				"--amount", "1000", "--transfer-restriction", "restricted", "--output", "json")).Token)
			d.fails(9, "not whitelisted", d.distribution(token, file(append(slices.Clone(rows), makeRows("stranger", 1)...)))...)
			created(t, d.distribute(token, rows[:5]), 5, 0)
			created(t, d.distribute(token, rows, "--batch", "2"), 2, 5)
			d.fails(7, "can move", d.distribution(token, header+"\nlast,a,b,"+rows[0].to.Hex()+",990\n")...)
			if got := nonce(t, n, d.account); got != 0 {
				t.Fatalf("%d transactions were sent", got)
			}
			d.fails(6, "wait to be sent first", "deploy-crowdsale-token")
			d.send()
			d.settle()
			for _, tx := range d.last(100) {
				if tx.Status != "success" {
					t.Errorf("%s: %s", tx.Note, tx.Status)
				}
			}
			paidOnce(t, n, token, d.account, rows...)
			d.scan(token, 9)
			d.paysNoMore(token, rows)
			d.lose()
			d.paysNoMore(token, rows)
		})
	}
}

// TestQueueWithoutSimulation asks a node that can't simulate a deployment for what rests on one that waits: it says so.
func TestQueueWithoutSimulation(t *testing.T) {
	t.Parallel()
	n := testchain.Anvil(t)
	d := newDesk(t, n)
	d.ok("kyc-deploy", "--no-broadcast")
	manage := []string{"kyc-manage", "--no-broadcast", "--whitelist-address", d.account.Hex()}
	d.fails(6, "(?s)not on the chain yet.*hint: .*tx-broadcast", manage...)
	d.send()
	d.ok(manage...)
}

// TestReorg takes back blocks with payments: they are recognised as pending again, sent again with the same bytes, and
// paid once; the cap table follows.
func TestReorg(t *testing.T) {
	t.Parallel()
	n := testchain.Geth(t, testchain.Archive())
	d := newDesk(t, n).with("STO_CONFIRMATIONS", "8")
	token := d.issue("FORK", "1000")
	n.Mine(8)
	d.ok("tx-update")
	rows := makeRows("fork", 10)
	d.distribute(token, rows)
	d.send()
	d.settle()
	paidOnce(t, n, token, d.account, rows...)
	d.scan(token, 11)
	hashes := map[string]string{}
	for _, tx := range d.last(10) {
		hashes[tx.Note] = tx.TXID
	}
	depth := n.Head() - d.last(10)[0].Block + 1
	n.Reorg(int(depth))
	if got := len(payments(t, n, token, d.account)); got != 0 {
		t.Fatalf("%d payments survived the reorganisation", got)
	}
	if r := decode[report](t, d.ok("tx-update", "--output", "json")); r.Broadcasted != 10 {
		t.Errorf("after the reorganisation: %+v", r)
	}
	d.scan(token, 1)
	created(t, d.distribute(token, rows), 0, 10)
	lost := d.fresh(t) // a database that knows nothing of what is on its way
	lost.distribute(token, rows[:4], "--batch", "2")
	d.send()
	d.settle()
	for _, tx := range d.last(10) {
		if tx.Status != "success" || hashes[tx.Note] != tx.TXID {
			t.Errorf("%s: %s as %s, before %s", tx.Note, tx.Status, tx.TXID, hashes[tx.Note])
		}
	}
	for range 3 {
		lost.run("tx-broadcast")
		lost.run("tx-update")
		lost.run(lost.distribution(token, file(rows))...)
		n.Mine(4)
	}
	paidOnce(t, n, token, d.account, rows...)
	d.scan(token, 11)
	d.sameAsNode(token, n.Head(), append(receivers(rows), d.account))
	d.settle()
	if left := d.number("SELECT count(*) FROM intent WHERE state <> 'final'"); left != 0 {
		t.Errorf("%d transactions are not final after %d blocks", left, 12)
	}
}

// TestOtherWallet has the key used by another program between two commands.
func TestOtherWallet(t *testing.T) {
	t.Parallel()
	n := testchain.Embedded(t)
	d := newDesk(t, n)
	token := d.issue("WALLET", "1000")
	rows := makeRows("wallet", 4)
	created(t, d.distribute(token, rows), 4, 0)
	before := d.at(t)
	// The other program takes the first of the four nonces.
	other := makeRows("other", 1)[0]
	act(t, n, 0, &token, call("transfer(address,uint256)", other.to.Bytes(), word(other.raw)))
	for range 2 {
		d.run("tx-broadcast")
		d.run("tx-update")
	}
	once(t, payments(t, n, token, d.account), append(rows, other))
	last := d.last(4)
	if last[0].Status != "superseded" {
		t.Errorf("the payment whose nonce is gone: %+v", last[0])
	}
	for _, r := range []result{d.run(d.distribution(token, file(rows))...), before.run(before.distribution(token, file(rows))...)} {
		if r.code == 0 && fmt.Sprint(r.stdout) == "" {
			t.Errorf("nothing is said: %s", r)
		}
	}
	// A fresh database pays what is still to pay, once.
	fresh := d.fresh(t)
	fresh.ok(fresh.distribution(token, file(rows))...)
	fresh.send()
	fresh.settle()
	paidOnce(t, n, token, d.account, append(rows, other)...)
}
