package e2e

import (
	"encoding/csv"
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/testchain"
)

// onNodes runs a test on geth with all states kept, and on anvil, beside each other.
func onNodes(t *testing.T, f func(t *testing.T, n *testchain.Node)) {
	t.Parallel()
	t.Run("geth", func(t *testing.T) {
		t.Parallel()
		f(t, testchain.Geth(t, testchain.Archive()))
	})
	t.Run("anvil", func(t *testing.T) {
		t.Parallel()
		f(t, testchain.Anvil(t))
	})
}

// capTable is the document of cap-table.
type capTable struct {
	Name               string     `json:"name"`
	Symbol             string     `json:"symbol"`
	Holders            int        `json:"holders"`
	TotalSupplyRaw     string     `json:"total_supply_raw"`
	AccountedSupplyRaw string     `json:"accounted_supply_raw"`
	LastTransfer       *time.Time `json:"last_transfer"`
	Rows               []struct {
		Rank       int            `json:"rank"`
		Name       string         `json:"name"`
		Address    common.Address `json:"address"`
		Balance    string         `json:"balance"`
		BalanceRaw string         `json:"balance_raw"`
		Percent    string         `json:"percent"`
	} `json:"rows"`
	Notes []string `json:"notes"`
}

func (d *desk) capTable(token common.Address, more ...string) capTable {
	d.t.Helper()
	return decode[capTable](d.t, d.ok(append([]string{"cap-table", "--token-address", token.Hex(), "--output", "json"}, more...)...))
}

// scan reads the token's events, which must agree with the contract for the given number of holders.
func (d *desk) scan(token common.Address, holders int) {
	d.t.Helper()
	r := d.ok("token-scan", "--token-address", token.Hex())
	word := "holders"
	if holders == 1 {
		word = "holder"
	}
	contains(d.t, r, fmt.Sprintf("reconciled: %d %s, 0 differences", holders, word), "token holder balances")
}

// sameAsNode compares a cap table as of a block with what the node says that each address held then.
func (d *desk) sameAsNode(token common.Address, block uint64, everyone []common.Address) {
	d.t.Helper()
	table := d.capTable(token, "--at-block", fmt.Sprint(block), "--max-entries", "0")
	shown := map[common.Address]string{}
	total := new(big.Int)
	for _, r := range table.Rows {
		shown[r.Address] = r.BalanceRaw
	}
	holders := 0
	for i, b := range balancesAt(d.t, d.node, token, new(big.Int).SetUint64(block), everyone...) {
		total.Add(total, b)
		want := ""
		if b.Sign() > 0 {
			want = b.String()
			holders++
		}
		if got := shown[everyone[i]]; got != want {
			d.t.Errorf("block %d: the table has %q for %s, the node %q", block, got, everyone[i], want)
		}
	}
	if table.Holders != holders || len(table.Rows) != holders {
		d.t.Errorf("block %d: the table has %d holders in %d rows, the node %d", block, table.Holders, len(table.Rows), holders)
	}
	if table.AccountedSupplyRaw != total.String() || table.TotalSupplyRaw != total.String() {
		d.t.Errorf("block %d: the table accounts for %s of %s, the node for %s", block, table.AccountedSupplyRaw, table.TotalSupplyRaw, total)
	}
}

// TestRestrictedLife is the main job, from the registry to the cap tables of the past.
func TestRestrictedLife(t *testing.T) {
	onNodes(t, func(t *testing.T, n *testchain.Node) {
		d := newDesk(t, n)
		rows := makeRows("life", 10)
		contains(t, d.ok("kyc-deploy"), "KYC registry: 0x")
		d.ok("kyc-manage", "--whitelist-address", d.account.Hex())
		wish := []string{"issue", "--symbol", "ACME", "--name", "Acme Ltd", "--url", "https://acme.example", "--amount", "10000",
			"--transfer-restriction", "restricted"}
		issued := d.ok(wish...)
		contains(t, issued, "Token: 0x", "waiting")
		d.ok("tx-update")
		at := strings.Index(issued.stdout, "Token: ") + len("Token: ")
		token := common.HexToAddress(issued.stdout[at : at+42])
		contains(t, d.ok("tx-broadcast"), "Pending: 3 transactions of "+d.account.Hex())
		d.settle()
		contains(t, d.ok(wish...), "was prepared before")
		again := decode[struct {
			Prepared struct {
				Existing     int
				Transactions []transaction
			}
		}](t, d.ok(append(wish, "--output", "json")...)).Prepared
		if again.Existing != 3 {
			t.Errorf("the same wish again shows %d transactions", again.Existing)
		}
		for _, tx := range again.Transactions {
			if tx.Status != "success" || tx.Block == 0 || len(tx.TXID) != 66 {
				t.Errorf("the same wish again shows %+v", tx)
			}
		}
		status := decode[map[string]any](t, d.ok("token-status", "--address", token.Hex(), "--output", "json"))
		for key, want := range map[string]string{"name": "Acme Ltd", "symbol": "ACME", "total_supply": "10000", "url": "https://acme.example",
			"total_supply_raw": shares("10000").String(), "owner": d.account.Hex(), "decimals": "18", "paused": "false", "whitelisted": "true"} {
			if got := fmt.Sprint(status[key]); got != want {
				t.Errorf("token-status: %s is %s, want %s", key, got, want)
			}
		}

		d.whitelist(append(receivers(rows), d.account)...)
		d.ok("tx-update")
		before := n.Head()
		created(t, d.distribute(token, rows), 10, 0)
		contains(t, d.ok("tx-last", "--limit", "10"), "waiting", "distribute")
		contains(t, d.ok("tx-broadcast"), "Pending: 10 transactions")
		d.settle()
		last := d.last(10)
		if len(last) != 10 {
			t.Fatalf("tx-last shows %d transactions", len(last))
		}
		for _, tx := range last {
			if tx.Status != "success" || tx.Block <= before || tx.Kind != "transfer" || len(tx.TXID) != 66 {
				t.Errorf("after all is settled: %+v", tx)
			}
		}
		paidOnce(t, n, token, d.account, rows...)
		taggedOnce(t, n, token, d.account, rows...)
		holdRows(t, d, token, rows)

		d.scan(token, 11)
		d.showsTable(token, rows)
		everyone := append(receivers(rows), d.account)
		for _, block := range []uint64{before, last[4].Block, n.Head()} {
			d.sameAsNode(token, block, everyone)
		}
		d.compared(token, before, len(rows))
	})
}

// showsTable checks the three forms of the cap table after all rows are paid from 10,000 shares.
func (d *desk) showsTable(token common.Address, rows []row) {
	d.t.Helper()
	names := d.write("names.csv", names(rows))
	rest := new(big.Int).Sub(shares("10000"), sum(rows))
	r := d.ok("cap-table", "--token-address", token.Hex(), "--identity-file", names, "--accuracy", "3")
	contains(d.t, r, "ACME", "Acme Ltd", "<Unknown>", "10000.000", d.account.Hex())
	for _, w := range rows {
		contains(d.t, r, w.name, w.to.Hex(), w.amount)
	}
	table := d.capTable(token, "--identity-file", names)
	if table.Holders != 11 || len(table.Rows) != 11 || table.TotalSupplyRaw != shares("10000").String() || table.AccountedSupplyRaw != table.TotalSupplyRaw {
		d.t.Errorf("the table as JSON: %+v", table)
	}
	if first := table.Rows[0]; first.Address != d.account || first.BalanceRaw != rest.String() || first.Name != "" || first.Rank != 1 {
		d.t.Errorf("the first row is not the account's with all the rest: %+v", first)
	}
	known := map[common.Address]row{}
	for _, w := range rows {
		known[w.to] = w
	}
	for _, got := range table.Rows[1:] {
		if w := known[got.Address]; got.Name != w.name || got.BalanceRaw != w.raw.String() {
			d.t.Errorf("row of %s: %+v", got.Address, got)
		}
	}
	lines, err := csv.NewReader(strings.NewReader(d.ok("cap-table", "--token-address", token.Hex(), "--identity-file", names, "--output", "csv").stdout)).ReadAll()
	if err != nil || len(lines) != 12 || strings.Join(lines[0], ",") != "#,Name,Address,Last transfer,Balance,%,Balance raw,Last block,Investor id,Type,Country,Class,Marks" {
		d.t.Errorf("the table as CSV: %v, %v", lines, err)
	}
}

// compared checks the comparison of a block at which one account held all with the latest: each side's block is the node's.
func (d *desk) compared(token common.Address, block uint64, joined int) {
	d.t.Helper()
	type side struct {
		AsOf struct {
			Block uint64
			Hash  common.Hash
		} `json:"as_of"`
	}
	got := decode[struct {
		From, To     side
		Joined, Lost int
	}](d.t, d.ok("cap-table", "--token-address", token.Hex(), "--compare", fmt.Sprint(block), "--output", "json"))
	if got.From.AsOf.Block != block || got.Joined != joined || got.Lost != 1 {
		d.t.Errorf("the comparison with block %d: %+v", block, got)
	}
	for _, s := range []side{got.From, got.To} {
		h, err := d.node.Client().HeaderByNumber(d.t.Context(), new(big.Int).SetUint64(s.AsOf.Block))
		if err != nil || h.Hash() != s.AsOf.Hash {
			d.t.Errorf("block %d has the hash %s in the comparison; %v", s.AsOf.Block, s.AsOf.Hash, err)
		}
	}
}

// TestUnrestrictedLife goes without a registry, with a single distribution, and with batches.
func TestUnrestrictedLife(t *testing.T) {
	onNodes(t, func(t *testing.T, n *testchain.Node) {
		d := newDesk(t, n)
		token := d.issue("PLAIN", "1000")
		one := makeRows("single", 1)[0]
		one.amount, one.raw = "0.000000000000000001", big.NewInt(1)
		single := []string{"distribute-single", "--token-address", token.Hex(), "--to-address", strings.ToLower(one.to.Hex()), "--external-id", one.id,
			"--email", "a@holders.example", "--name", one.name, "--amount", one.amount}
		contains(t, d.ok(single...), "waiting")
		d.send()
		d.settle()
		sent := nonce(t, n, d.account)
		d.ok(single...)
		d.send()
		if got := nonce(t, n, d.account); got != sent {
			t.Errorf("a distribution given twice: %d transactions, before %d", got, sent)
		}

		rows := makeRows("batch", 60)
		r := d.distribute(token, rows, "--batch", "25")
		d.send()
		d.settle()
		if got := nonce(t, n, d.account); got != sent+3 {
			t.Errorf("60 rows in batches of 25 took %d transactions, want 3: %s", got-sent, r)
		}
		paidOnce(t, n, token, d.account, append(rows, one)...)
		holdRows(t, d, token, rows)
		d.distribute(token, rows, "--batch", "25")
		d.distribute(token, rows)
		d.send()
		if got := nonce(t, n, d.account); got != sent+3 {
			t.Errorf("the same rows again were sent: %d transactions more", got-sent-3)
		}
		d.scan(token, 62)
		d.sameAsNode(token, n.Head(), append(receivers(rows), d.account, one.to))
		logs := decode[struct {
			Issuances []map[string]any `json:"issuances"`
		}](t, d.ok("issue-logs", "--output", "json"))
		if len(logs.Issuances) != 1 || logs.Issuances[0]["token"] != token.Hex() {
			t.Errorf("issue-logs: %+v", logs)
		}
	})
}
