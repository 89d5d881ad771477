package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
)

// transaction is what the program tells of one transaction.
type transaction struct {
	ID     int64  `json:"id"`
	Kind   string `json:"kind"`
	TXID   string `json:"txid"`
	Status string `json:"status"`
	Block  uint64 `json:"block"`
	Reason string `json:"reason"`
	Nonce  uint64 `json:"nonce"`
	To     string `json:"to"`
	Note   string `json:"note"`
}

// report is the document of tx-broadcast and tx-update.
type report struct {
	Transactions []transaction `json:"transactions"`
	Waiting      int           `json:"waiting"`
	Broadcasted  int           `json:"broadcasted"`
	NotFinal     int           `json:"not_final"`
	NewlyFailed  int           `json:"newly_failed"`
}

// send broadcasts all that waits.
func (d *desk) send() { d.t.Helper(); d.ok("tx-broadcast") }

// settle updates until nothing is on its way.
func (d *desk) settle() report {
	d.t.Helper()
	for range 600 {
		if r := decode[report](d.t, d.ok("tx-update", "--output", "json")); r.Waiting+r.Broadcasted == 0 {
			return r
		}
	}
	d.t.Fatal("transactions are still on their way")
	return report{}
}

// last returns the latest n transactions, oldest first.
func (d *desk) last(n int) []transaction {
	d.t.Helper()
	return decode[struct{ Transactions []transaction }](d.t, d.ok("tx-last", "--limit", fmt.Sprint(n), "--output", "json")).Transactions
}

// issue prepares, sends and settles a share series, and returns its token.
func (d *desk) issue(symbol, amount string, more ...string) common.Address {
	d.t.Helper()
	args := append([]string{"issue", "--symbol", symbol, "--name", symbol + " Ltd", "--url", "https://" + strings.ToLower(symbol) + ".example",
		"--amount", amount, "--output", "json"}, more...)
	token := decode[struct{ Token common.Address }](d.t, d.ok(args...)).Token
	d.send()
	d.settle()
	return token
}

// whitelist whitelists addresses, a hundred in one command.
func (d *desk) whitelist(addresses ...common.Address) {
	d.t.Helper()
	for len(addresses) > 0 {
		part := addresses[:min(100, len(addresses))]
		addresses = addresses[len(part):]
		args := []string{"kyc-manage"}
		for _, a := range part {
			args = append(args, "--whitelist-address", a.Hex())
		}
		d.ok(args...)
	}
}

// restricted makes the registry, whitelists the account and issues a restricted series.
func (d *desk) restricted(symbol, amount string) common.Address {
	d.t.Helper()
	d.ok("kyc-deploy")
	d.whitelist(d.account)
	return d.issue(symbol, amount, "--transfer-restriction", "restricted")
}

// distribute prepares a file of rows; more are further arguments.
func (d *desk) distribute(token common.Address, rows []row, more ...string) result {
	d.t.Helper()
	return d.ok(d.distribution(token, file(rows), more...)...)
}

// distribution is the command line for a file with the text.
func (d *desk) distribution(token common.Address, text string, more ...string) []string {
	d.t.Helper()
	path := d.write(fmt.Sprintf("rows-%d.csv", len(text)), text)
	return append([]string{"distribute-multiple", "--csv-input", path, "--address", token.Hex()}, more...)
}

// created checks the sentence that tells what a distribution made.
func created(t testing.TB, r result, fresh, old int) {
	t.Helper()
	contains(t, r, fmt.Sprintf("Distribution created %d new transactions and there was already %d old transactions in the database", fresh, old))
}
