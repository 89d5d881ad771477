package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/testchain"
)

// TestPolicyRefusals distributes what the token's rules or the account's shares don't allow: nothing is prepared, and
// every bad row is named.
func TestPolicyRefusals(t *testing.T) {
	t.Parallel()
	n := testchain.Embedded(t)
	first := newDesk(t, n)
	rows := makeRows("policy", 6)
	token := first.restricted("RULES", "1000")
	first.whitelist(rows[0].to, rows[2].to, rows[4].to)
	first.settle()

	refused := func(why string, bad ...int) {
		t.Helper()
		d := first.fresh(t)
		r := d.fails(9, why, d.distribution(token, file(rows))...)
		lines := errorLine.FindAllStringSubmatch(r.stderr, -1)
		if len(lines) != len(bad) {
			t.Errorf("%d rows are named, want %d: %s", len(lines), len(bad), r)
			return
		}
		for i, b := range bad {
			for _, part := range []string{fmt.Sprintf(".csv row %d, column address: ", b+2), rows[b].to.Hex(), why} {
				if !strings.Contains(lines[i][1], part) {
					t.Errorf("the line of row %d lacks %q: %s", b+2, part, lines[i][1])
				}
			}
		}
		if c := d.counts(); c["intent"] != 0 {
			t.Errorf("something was prepared: %v", c)
		}
	}
	refused("the receiver is not whitelisted", 1, 3, 5)
	d := first.fresh(t)
	d.fails(9, "(?s)--to-address: .* the receiver is not whitelisted.*hint: ", "distribute-single", "--token-address", token.Hex(),
		"--to-address", rows[1].to.Hex(), "--external-id", "x", "--email", "a", "--name", "A", "--amount", "1")
	first.whitelist(rows[1].to, rows[3].to, rows[5].to)
	first.settle()

	// Another officer, whose transactions take no nonces of the account.
	for _, role := range []contract.Role{contract.RoleFreeze, contract.RolePause} {
		id := role.ID()
		act(t, n, 0, &token, call("grantRole(bytes32,address)", id[:], n.Address(1).Bytes()))
	}
	officer := func(data []byte) { t.Helper(); act(t, n, 1, &token, data) }
	officer(contract.SetAddressFrozen(rows[2].to, true))
	refused("the receiver is frozen", 2)
	officer(contract.SetAddressFrozen(rows[2].to, false))
	officer(contract.Pause())
	refused("the token is paused", 0, 1, 2, 3, 4, 5)
	officer(contract.Unpause())
	officer(contract.SetAddressFrozen(n.Address(0), true))
	refused("the sender is frozen", 0, 1, 2, 3, 4, 5)
	officer(contract.SetAddressFrozen(n.Address(0), false))

	// Frozen between preparing and sending: what would fail stays unsent, with all behind it.
	d = first.fresh(t)
	d.distribute(token, rows)
	officer(contract.SetAddressFrozen(rows[3].to, true))
	r := d.fails(9, "(?s)would fail now: .*frozen.*hint: ", "tx-broadcast")
	d.run("tx-update")
	for _, p := range payments(t, n, token, d.account) {
		for _, late := range rows[3:] {
			if p.to == late.to {
				t.Errorf("%s was paid although it stands behind a refused row: %s", late.id, r)
			}
		}
	}
	officer(contract.SetAddressFrozen(rows[3].to, false))
	d.send()
	d.settle()
	paidOnce(t, n, token, d.account, rows...)
}

// TestBalanceWithQueue distributes more than the account holds, counting what already waits.
func TestBalanceWithQueue(t *testing.T) {
	t.Parallel()
	n := testchain.Embedded(t)
	d := newDesk(t, n)
	token := d.issue("QUEUE", "100")
	lines := func(prefix string, amounts ...string) string {
		s := header + "\n"
		for i, r := range makeRows(prefix, len(amounts)) {
			s += fmt.Sprintf("%s,a@b.example,A,%s,%s\n", r.id, r.to.Hex(), amounts[i])
		}
		return s
	}
	d.fails(7, `can move 100 QUEUE, but this distribution needs 100\.5 QUEUE`, d.distribution(token, lines("sum", "50", "50", "0.5"))...)
	created(t, d.ok(d.distribution(token, lines("sixty", "30", "30"))...), 2, 0)
	counts := d.counts()
	for _, state := range []string{"waiting", "sent", "settled"} {
		switch state {
		case "sent":
			d.send()
		case "settled":
			d.settle()
		}
		want := `needs 41 QUEUE`
		r := d.fails(7, want, d.distribution(token, lines("forty", "20", "21"))...)
		if state == "waiting" && !strings.Contains(r.stderr, "60 more are queued") && !strings.Contains(r.stderr, "60 QUEUE more") {
			t.Errorf("what waits is not named: %s", r)
		}
		if state == "waiting" {
			d.unchanged(counts, nonce(t, n, d.account))
		}
	}
	created(t, d.ok(d.distribution(token, lines("rest", "20", "20"))...), 2, 0)
	d.send()
	d.settle()
	if left := balance(t, n, token, d.account); left.Sign() != 0 {
		t.Errorf("%s are left", left)
	}

	// ETH: an account that can pay for some of it only.
	poor := d.fresh(t).with("STO_ETHEREUM_PRIVATE_KEY", keyHex(n, 1))
	poor.account = n.Address(1)
	act(t, n, 1, nil, []byte{0}) // its first transaction is not the program's
	second := poor.issue("POOR", "100")
	drain(t, n, 1)
	poor = poor.fresh(t)
	r := poor.fails(7, "ETH", poor.distribution(second, lines("poor", "1", "1", "1"))...)
	if !strings.Contains(r.stderr, "hint: ") || poor.counts()["intent"] != 0 {
		t.Errorf("no ETH: %s", r)
	}
}
