package e2e

import (
	"context"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/sto-project/sto/internal/testchain"
)

// adoption is the document of db-adopt.
type adoption struct {
	FromNonce    uint64 `json:"from_nonce"`
	NextNonce    uint64 `json:"next_nonce"`
	Adopted      int    `json:"adopted"`
	Settled      int    `json:"settled"`
	Payments     int    `json:"payments"`
	Others       int    `json:"others"`
	Unknown      int    `json:"unknown"`
	BlockByBlock bool   `json:"block_by_block"`
	Transactions []transaction
}

func (d *desk) adopt(more ...string) adoption {
	d.t.Helper()
	return decode[adoption](d.t, d.ok(append([]string{"db-adopt", "--output", "json"}, more...)...))
}

// wallet sends a plain payment with the desk's key, past the program.
func (d *desk) wallet() {
	d.t.Helper()
	to := d.node.Address(2)
	id := new(big.Int).SetUint64(d.node.ChainID)
	tx := types.MustSignNewTx(d.node.Keys[0], types.LatestSignerForChainID(id), &types.LegacyTx{
		Nonce: nonce(d.t, d.node, d.account), To: &to, Value: big.NewInt(7), Gas: 30_000, GasPrice: big.NewInt(30e9)})
	if err := d.node.Client().SendTransaction(context.Background(), tx); err != nil {
		d.t.Fatal(err)
	}
	d.node.WaitMined(tx.Hash())
}

// TestAdoptLostDatabase rebuilds all from the chain alone.
func TestAdoptLostDatabase(t *testing.T) {
	t.Parallel()
	for name, n := range map[string]*testchain.Node{"geth": testchain.Geth(t), "anvil": testchain.Anvil(t)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, n)
			token := d.restricted("ADOPT", "1000")
			d.wallet()
			d.lose()
			if got := d.adopt(); got.Adopted != 6 || got.Others != 1 || got.Unknown != 0 { // registry, whitelisting, three of the issuance, the wallet's
				t.Fatalf("adopted %+v", got)
			}
			rows := makeRows("adopt", 9)
			var holders []common.Address
			for _, r := range rows {
				holders = append(holders, r.to)
			}
			d.whitelist(holders...)
			created(t, d.distribute(token, rows[:4]), 4, 0)
			created(t, d.distribute(token, rows[:8], "--batch", "4"), 1, 4)
			d.ok("tx-withdraw", rows[1].id)
			d.send()
			d.settle()
			before := d.last(100)
			sent := nonce(t, n, d.account)

			d.lose()
			if got := d.adopt("--dry-run"); got.Adopted != int(sent) || got.Payments != 7 || got.NextNonce != sent {
				t.Errorf("dry run: %+v", got)
			}
			if d.counts() != nil {
				t.Error("a dry run made a database")
			}
			got := d.adopt()
			if got.Adopted != int(sent) || got.Settled != 0 || got.Others != 1 || got.Payments != 7 || got.NextNonce != sent {
				t.Errorf("adopted %d, settled %d, others %d, payments %d, next nonce %d of %d", got.Adopted, got.Settled, got.Others, got.Payments, got.NextNonce, sent)
			}
			d.ok("db-check")
			if text := strings.TrimSpace(d.ok("tx-next-nonce").stdout); text != fmt.Sprint(sent) {
				t.Errorf("next nonce %s, want %d", text, sent)
			}
			byHash := map[string]transaction{}
			for _, tx := range d.last(100) {
				byHash[tx.TXID] = tx
			}
			for _, tx := range before {
				now := byHash[tx.TXID]
				word := tx.Status
				if word == "cancelled" { // it is a transaction of its own now
					word, tx.Kind = "success", "ether"
				}
				if now.Status != word || now.Block != tx.Block || now.Nonce != tx.Nonce || now.Kind != tx.Kind || now.To != tx.To && tx.Kind != "ether" {
					t.Errorf("%+v was adopted as %+v", tx, now)
				}
			}
			if n := d.number("SELECT count(DISTINCT intent_id) FROM event WHERE detail LIKE 'adopted%' AND what = 'final'"); n != int(sent) {
				t.Errorf("%d of %d transactions tell in their history that they were adopted", n, sent)
			}
			// All that was done is known.
			created(t, d.distribute(token, append(rows[:1:1], rows[2:8]...)), 0, 7)
			if out := d.ok("tx-show", rows[2].id, "--output", "json").stdout; !strings.Contains(out, `"status": "success"`) {
				t.Errorf("tx-show by external id: %s", out)
			}
			if out := d.ok("issue-logs").stdout; !strings.Contains(out, "ADOPT") || !strings.Contains(out, token.Hex()) {
				t.Errorf("issue-logs: %s", out)
			}
			d.ok("issue", "--symbol", "ADOPT", "--name", "ADOPT Ltd", "--url", "https://adopt.example", "--amount", "1000", "--transfer-restriction", "restricted")
			d.ok("kyc-deploy")
			d.whitelist(rows[0].to)
			if now := nonce(t, n, d.account); now != sent {
				t.Errorf("%d transactions were sent again", now-sent)
			}
			if n := d.number("SELECT count(*) FROM intent WHERE state = 'signed'"); n != 0 {
				t.Errorf("%d transactions are prepared again", n)
			}
			// Life goes on.
			created(t, d.distribute(token, rows), 2, 7) // the withdrawn one and the last
			d.send()
			d.settle()
			paidOnce(t, n, token, d.account, rows...)
			if got := d.adopt(); got.Adopted+got.Settled != 0 {
				t.Errorf("adopted again: %+v", got)
			}
			d.ok("db-check")
		})
	}
}

// TestAdoptOlderBackup restores backups of several ages, adopts, and goes on.
func TestAdoptOlderBackup(t *testing.T) {
	t.Parallel()
	n := testchain.Geth(t)
	d := newDesk(t, n)
	token, rows := d.issue("BACK", "1000"), makeRows("back", 12)
	old := d.at(t)
	created(t, d.distribute(token, rows[:6]), 6, 0)
	prepared := d.at(t)
	// The original withdraws one, and pays others.
	d.ok("tx-withdraw", rows[5].id)
	d.ok("tx-withdraw", rows[2].id)
	created(t, d.distribute(token, append(rows[:2:2], rows[6:10]...)), 4, 2)
	d.send()
	d.settle()
	d.wallet()
	sent := nonce(t, n, d.account)

	t.Run("from before the preparation", func(t *testing.T) {
		d := old.at(t)
		d.run(d.distribution(token, file(rows))...) // it keeps what it reads of past payments
		counts := d.counts()
		for _, args := range [][]string{
			d.distribution(token, file(rows)), {"kyc-deploy"}, {"deploy-crowdsale-token"}, {"tx-broadcast"},
			{"issue", "--symbol", "X", "--name", "X", "--url", "https://x.example", "--amount", "1"},
		} {
			if r := d.fails(6, "knows only those up to nonce", args...); !strings.Contains(r.stderr, "sto db-adopt") {
				t.Errorf("no way out: %s", r)
			}
		}
		d.unchanged(counts, sent)
		if got := d.adopt(); got.Adopted != 10 || got.Settled != 0 || got.Payments != 8 || got.Others != 1 || got.NextNonce != sent {
			t.Errorf("adopted %+v", got)
		}
		d.ok("db-check")
		created(t, d.distribute(token, append(append(rows[:2:2], rows[3:5]...), rows[6:10]...)), 0, 8)
	})
	t.Run("from before the broadcast", func(t *testing.T) {
		d := prepared.at(t)
		// It holds as waiting what the chain shows as done.
		r := d.fails(6, "knows only those up to nonce", d.distribution(token, file(rows))...)
		if !strings.Contains(r.stderr, "sto db-adopt") {
			t.Errorf("no way out: %s", r)
		}
		got := d.adopt()
		if got.Settled != 6 || got.NextNonce != sent {
			t.Errorf("adopted %+v", got)
		}
		d.ok("db-check")
		if n := d.number("SELECT count(*) FROM intent WHERE state = 'superseded'"); n != 1 { // the nonce of rows[5] went to another
			t.Errorf("%d superseded", n)
		}
		if n := d.number("SELECT count(*) FROM intent WHERE state = 'cancelled'"); n != 1 {
			t.Errorf("%d cancelled", n)
		}
		created(t, d.distribute(token, append(append(rows[:2:2], rows[3:5]...), rows[6:10]...)), 0, 8)
		d.fails(9, "prepared before as transaction", d.distribution(token, file(rows))...)
		d.ok("tx-reissue", rows[2].id, rows[5].id)
		created(t, d.distribute(token, rows), 2, 10)
		d.send()
		d.settle()
		d.ok("db-check")
		paidOnce(t, n, token, d.account, rows...)
	})
	// Whoever comes last pays nothing again.
	empty := old.fresh(t)
	empty.adopt()
	created(t, empty.distribute(token, rows), 0, 12)
	empty.lose()
	created(t, empty.distribute(token, rows), 0, 12)
}
