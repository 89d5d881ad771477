package e2e

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/testchain"
)

// TestExactAmounts pays amounts at the edges of what a token can hold, and refuses what it can't.
func TestExactAmounts(t *testing.T) {
	t.Parallel()
	n := testchain.Embedded(t)
	d := newDesk(t, n)
	// Tokens that the program did not make, from before it takes over the account.
	huge := oddToken(t, n, "HugeSupply") // no decimals, 2^256 - 1 of them
	data, err := contract.Builtin().DeploySecurityToken("Two Decimals", "TWO", "https://two.example", 2, d.account)
	if err != nil {
		t.Fatal(err)
	}
	two := act(t, n, 0, nil, data)
	act(t, n, 0, &two, contract.Issue(d.account, big.NewInt(1_000_000)))
	to := makeRows("exact", 4)

	pay := func(token common.Address, id string, to common.Address, amount string) []string {
		return []string{"distribute-single", "--token-address", token.Hex(), "--to-address", to.Hex(), "--external-id", id,
			"--email", "a@b.example", "--name", "A", "--amount", amount}
	}
	d.fails(2, "12.345.* 3 decimals.* 2", pay(two, "two-1", to[0].to, "12.345")...)
	d.fails(2, "rows-.*csv row 2, column amount: .*12.345.* 3 decimals.* 2",
		d.distribution(two, header+"\ntwo-1,a,b,"+to[0].to.Hex()+",12.345\n")...)
	d.fails(2, "0.5.* 1 decimal.* 0", pay(huge, "huge-1", to[0].to, "0.5")...)
	max := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 256), big.NewInt(1))
	d.fails(2, "too large", pay(huge, "huge-1", to[0].to, new(big.Int).Add(max, big.NewInt(1)).String())...)
	if c := d.counts(); c["intent"] != 0 {
		t.Errorf("something was prepared: %v", c)
	}

	most := new(big.Int).Sub(max, big.NewInt(1))
	d.ok(pay(two, "two-1", to[0].to, "0.01")...) // one raw unit
	d.ok(pay(two, "two-2", to[1].to, "12.30")...)
	d.ok(pay(huge, "huge-1", to[2].to, most.String())...)
	d.fails(7, "can move", pay(huge, "huge-2", to[3].to, "2")...) // one is left, beside what waits
	d.ok(pay(huge, "huge-2", to[3].to, "1")...)
	d.send()
	d.settle()
	for i, want := range []*big.Int{big.NewInt(1), big.NewInt(1230), most, big.NewInt(1)} {
		token := two
		if i > 1 {
			token = huge
		}
		if got := balance(t, n, token, to[i].to); got.Cmp(want) != 0 {
			t.Errorf("payment %d: %s raw units, want %s", i, got, want)
		}
	}
	if left := balance(t, n, huge, d.account); left.Sign() != 0 {
		t.Errorf("%s are left of the greatest supply", left)
	}

	d.scan(huge, 2)
	table := d.capTable(huge)
	if table.TotalSupplyRaw != max.String() || table.AccountedSupplyRaw != max.String() || table.Holders != 2 ||
		table.Rows[0].Balance != most.String() || table.Rows[0].BalanceRaw != most.String() || table.Rows[1].Balance != "1" {
		t.Errorf("the cap table of the greatest supply: %+v", table)
	}
	shown := d.ok("cap-table", "--token-address", huge.Hex())
	contains(t, shown, max.String(), most.String(), "100.00", "0.00")
	d.scan(two, 3)
	if table := d.capTable(two); table.Rows[2].Balance != "0.01" || table.Rows[2].BalanceRaw != "1" || table.TotalSupplyRaw != "1000000" {
		t.Errorf("the cap table with two decimals: %+v", table)
	}
	if s := decode[map[string]any](t, d.ok("token-status", "--address", huge.Hex(), "--output", "json")); s["total_supply_raw"] != max.String() {
		t.Errorf("token-status: %v", s)
	}
}

// TestOddTokens looks at tokens of others that are odd or hostile, and pays with those that can be paid with.
func TestOddTokens(t *testing.T) {
	t.Parallel()
	n := testchain.Embedded(t)
	d := newDesk(t, n)
	odd := map[string]common.Address{}
	for _, name := range []string{"RudeToken", "MegabyteName", "ManyDecimals", "MinimalNft", "FeeToken", "Bytes32Name", "StrictToken", "OlderToken", "RebasingToken"} {
		odd[name] = oddToken(t, n, name)
	}
	status := func(name string) map[string]any {
		d.ok("token-status", "--address", odd[name].Hex())
		return decode[map[string]any](t, d.ok("token-status", "--address", odd[name].Hex(), "--output", "json"))
	}
	if s := status("Bytes32Name"); s["name"] != "Bytes Thirty-Two" || s["symbol"] != "B32" {
		t.Errorf("a name of 32 bytes: %v", s)
	}
	if s := status("MegabyteName"); len(fmt.Sprint(s["name"])) > 5000 {
		t.Errorf("a megabyte is printed")
	}
	if s := status("RudeToken"); s["name"] == nil || strings.Contains(fmt.Sprint(s["name"]), "\x1b") {
		t.Errorf("the rude name: %v", s["name"])
	}
	if s := status("ManyDecimals"); s["total_supply_raw"] != shares("1000000").String() || fmt.Sprint(s["notes"]) == "[]" {
		t.Errorf("200 decimals: %v", s)
	}

	// Scans: the names are cleaned, what does not add up is said.
	for name, holders := range map[string]int{"RudeToken": 1, "MegabyteName": 1, "Bytes32Name": 1, "OlderToken": 1} {
		d.scan(odd[name], holders)
		d.ok("cap-table", "--token-address", odd[name].Hex())
		if table := d.capTable(odd[name]); table.Holders != 1 || table.AccountedSupplyRaw != shares("1000000").String() {
			t.Errorf("the cap table of %s: %+v", name, table)
		}
	}
	act(t, n, 0, ptr(odd["RebasingToken"]), call("rebase(uint256)", word(big.NewInt(150))))
	if r := d.run("token-scan", "--token-address", odd["RebasingToken"].Hex()); r.code != 1 || !strings.Contains(r.stdout, "difference") {
		t.Errorf("balances that grew without an event: %s", r)
	}

	// Payments: one that refuses the tag is paid without it, and is said to be.
	rows := makeRows("odd", 3)
	r := d.distribute(odd["StrictToken"], rows)
	if !strings.Contains(r.stderr, "keep this database") {
		t.Errorf("a token that takes no tag: %s", r)
	}
	d.distribute(odd["Bytes32Name"], rows)
	d.send()
	d.settle()
	paidOnce(t, n, odd["StrictToken"], d.account, rows...)
	paidOnce(t, n, odd["Bytes32Name"], d.account, rows...)
	taggedOnce(t, n, odd["Bytes32Name"], d.account, rows...)
	d.paysNoMore(odd["StrictToken"], rows)
	d.scan(odd["StrictToken"], 4)
}

func ptr[T any](v T) *T { return &v }

// TestOlderVersion asks a token for what only later versions of it can do.
func TestOlderVersion(t *testing.T) {
	t.Parallel()
	n := testchain.Embedded(t)
	d := newDesk(t, n)
	token := oddToken(t, n, "EarlyToken")
	r := d.run("distribute-multiple", "--csv-input", d.write("rows.csv", file(makeRows("early", 2))), "--address", token.Hex(), "--batch", "2")
	if r.code != 9 || !strings.Contains(r.stderr, "--batch 2 needs a token of version 1.0.0 or a later 1.x; the one at "+token.Hex()+" has version 0.9.0") ||
		!strings.Contains(r.stderr, "leave --batch out") {
		t.Errorf("%s", r)
	}
}
