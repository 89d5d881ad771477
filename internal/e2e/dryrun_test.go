package e2e

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/testchain"
)

// TestDryRun tries each command that prepares or sends, without a key: it says what it would do, and does nothing.
func TestDryRun(t *testing.T) {
	onNodes(t, func(t *testing.T, n *testchain.Node) {
		d := newDesk(t, n)
		registry := common.HexToAddress(decode[struct {
			Address string `json:"kyc_address"`
		}](t, d.ok("kyc-deploy", "--output", "json")).Address)
		d.whitelist(d.account)
		token := d.issue("DRY", "1000")
		rows := makeRows("dry", 3)
		sent := nonce(t, n, d.account)
		issue := []string{"issue", "--symbol", "X", "--name", "X", "--url", "https://x.example", "--amount", "1"}
		for _, c := range []struct {
			name string
			args []string
			want []string // parts of the output
		}{
			{"kyc-deploy", []string{"kyc-deploy"}, []string{"deploy"}},
			{"kyc-manage", []string{"kyc-manage", "--kyc-address", registry.Hex(), "--whitelist-address", rows[0].to.Hex()}, []string{rows[0].to.Hex()}},
			{"issue", issue, []string{"deploy the token X", "create 1 shares"}},
			{"issue restricted", append(slices.Clone(issue), "--transfer-restriction", "restricted", "--kyc-address", registry.Hex()),
				[]string{"deploy the token X", "transfer policy", "create 1 shares"}},
			{"distribute-single", []string{"distribute-single", "--token-address", token.Hex(), "--to-address", rows[0].to.Hex(), "--external-id", "x",
				"--email", "a", "--name", "A", "--amount", "1"}, []string{rows[0].to.Hex()}},
			{"distribute-multiple", d.distribution(token, file(rows)), []string{rows[0].to.Hex(), rows[2].to.Hex(), "created 0 new transactions"}},
			{"distribute-multiple in batches", d.distribution(token, file(rows), "--batch", "3"), []string{"3 payments"}},
			{"deploy-crowdsale-token", []string{"deploy-crowdsale-token"}, []string{"deploy"}},
		} {
			t.Run(c.name, func(t *testing.T) {
				d := d.fresh(t).with("STO_ETHEREUM_PRIVATE_KEY", "")
				args := append([]string{"--dry-run", "--from", d.account.Hex()}, c.args...)
				r := d.ok(args...)
				contains(t, r, append(c.want, "Dry run: nothing was stored or sent", "cost up to")...)
				decode[map[string]any](t, d.ok(append(args, "--output", "json")...))
				d.fails(4, "(?s)key.*hint: ", c.args...) // without the dry run
				left, err := os.ReadDir(d.dir)
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range left {
					if !strings.HasPrefix(f.Name(), "rows-") {
						t.Errorf("the dry run left the file %s", f.Name())
					}
				}
				d.fails(2, "--from", append([]string{"--from", d.account.Hex()}, c.args...)...)
				if got := nonce(t, n, d.account); got != sent {
					t.Errorf("%d transactions were sent", got-sent)
				}
			})
		}
		// What would fail is found without a key, too; a database that is there stays as it is.
		d.fails(7, "can move", append([]string{"--dry-run"}, d.distribution(token, header+"\na,b,c,"+rows[0].to.Hex()+",5000\n")...)...)
		created(t, d.distribute(token, rows), 3, 0)
		counts := d.counts()
		d.ok("--dry-run", "tx-broadcast")
		d.ok(append([]string{"--dry-run"}, d.distribution(token, file(append(rows, makeRows("more", 2)...)))...)...)
		d.ok("--dry-run", "kyc-manage", "--no-broadcast", "--whitelist-address", rows[1].to.Hex())
		d.fails(6, "wait to be sent first", "--dry-run", "kyc-manage", "--whitelist-address", rows[1].to.Hex()) // as it would be
		d.unchanged(counts, sent)
	})
}
