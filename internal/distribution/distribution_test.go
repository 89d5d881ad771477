package distribution_test

import (
	"context"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/distribution"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/testchain"
)

// TestWholeQueueAtOnce distributes a token that waits in the queue itself, with its registry and all.
func TestWholeQueueAtOnce(t *testing.T) {
	r := newRig(t, testchain.Embedded(t))
	registry := r.registry(holder(1), holder(2))
	token := r.token(18, 100, registry)
	rows := file(t, "12.5", "0.25", "1")
	_, err := r.try(token, rows)
	wants(t, err, fault.Refused, "holders.csv row 4, column address: "+holder(3).Hex()+" can't receive 1 ACME: the receiver is not whitelisted")
	if strings.Contains(err.Error(), "row 2") {
		t.Errorf("a good row is refused: %v", err)
	}
	res := r.distribute(token, rows[:2], 2, 0)
	if res.Symbol != "ACME" || res.Decimals != 18 || len(res.Rows) != 2 || res.Rows[0].IntentID == 0 || res.Rows[0].State != distribution.StateNew {
		t.Errorf("%+v", res)
	}
	r.distribute(token, rows[:2], 0, 2)
	// Each rests on the shares, which rest on all before them, and on its receiver's own entry.
	if n := r.count(`SELECT count(*) FROM dependency d JOIN intent i ON i.id = d.intent_id JOIN intent n ON n.id = d.needs
		WHERE i.kind = 'transfer' AND n.kind IN ('issue', 'kyc-set')`); n != 4 || n != r.count(`SELECT count(*) FROM dependency d
		JOIN intent i ON i.id = d.intent_id WHERE i.kind = 'transfer'`) {
		t.Errorf("%d dependencies", n)
	}
	r.settle()
	if a, b := r.balance(token, holder(1)), r.balance(token, holder(2)); a != "12.5" || b != "0.25" {
		t.Errorf("balances %s, %s", a, b)
	}
	res = r.distribute(token, rows[:2], 0, 2)
	if res.Rows[1].State != distribution.StateRecorded {
		t.Errorf("%+v", res.Rows[1])
	}
	if n := r.count(`SELECT count(*) FROM intent WHERE kind = 'transfer' AND state = 'final'`); n != 2 {
		t.Errorf("%d transfers", n)
	}
}

func TestGrownFile(t *testing.T) {
	r := newRig(t, testchain.Embedded(t))
	token := r.token(18, 100, common.Address{})
	r.settle()
	r.distribute(token, file(t, "1", "2"), 2, 0)
	r.distribute(token, file(t, "1", "2", "3"), 1, 2)
	r.settle()
	r.distribute(token, file(t, "1", "2", "3", "4"), 1, 3)

	_, err := r.try(token, file(t, "1", "2.5", "3"))
	wants(t, err, fault.Conflict, `holders.csv row 3, column amount: external id "id-2" is recorded with 2 ACME to `+holder(2).Hex(), "not 2.5 ACME")
	moved := file(t, "1", "2")
	moved[0].To = holder(9)
	_, err = r.try(token, moved)
	wants(t, err, fault.Conflict, `holders.csv row 2, column address: external id "id-1" is recorded with`)
}

func TestBadRows(t *testing.T) {
	r := newRig(t, testchain.Embedded(t))
	token := r.token(2, 100, common.Address{})
	r.settle()
	rows := file(t, "1.005", "1", "1", "1.5")
	rows[1].To, rows[2].To = token, r.box.Sender
	_, err := r.try(token, rows)
	wants(t, err, fault.Usage, `holders.csv row 2, column amount: amount "1.005" has 3 decimals, the token has 2`,
		"holders.csv row 3, column address: the receiver "+token.Hex()+" is the token's own contract", "row 4, column address: the receiver "+r.box.Sender.Hex()+" is the distributing account")

	_, err = r.try(token, nil)
	wants(t, err, fault.Usage, "nothing to distribute")
	_, err = r.try(holder(1), file(t, "1"))
	wants(t, err, fault.Usage, "the contract at "+holder(1).Hex())
	single, err := distribution.SingleRow("x", "e", "n", holder(1).Hex(), "1.005")
	if err != nil {
		t.Fatal(err)
	}
	_, err = r.try(token, []distribution.Row{single}, func(p *distribution.Params) { p.Source = "" })
	wants(t, err, fault.Usage, "--amount: ")
	if n := r.count(`SELECT count(*) FROM distribution_row`); n != 0 {
		t.Errorf("%d rows were stored", n)
	}
}

func TestBalanceCountsTheQueue(t *testing.T) {
	r := newRig(t, testchain.Embedded(t))
	token := r.token(18, 10, common.Address{})
	_, err := r.try(token, file(t, "6", "5"))
	wants(t, err, fault.Funds, "can move 10 ACME, but this distribution needs 11 ACME")
	r.distribute(token, file(t, "6"), 1, 0)
	_, err = r.try(token, file(t, "6", "5"))
	wants(t, err, fault.Funds, "needs 5 ACME, and 6 ACME more are queued")
	r.settle()
	r.distribute(token, file(t, "6", "4"), 1, 1)
	r.send() // mined, but not recorded as such
	_, err = r.try(token, file(t, "6", "4", "0.1"))
	wants(t, err, fault.Funds, "can move 0 ACME, but this distribution needs 0.1 ACME")
	if strings.Contains(err.Error(), "queued") {
		t.Errorf("what is mined counts as queued: %v", err)
	}
}

// TestWithdrawnQueue takes back a payment and an entry of the registry while others wait behind them: the first is not counted
// as spent any more, and nothing rests on the second.
func TestWithdrawnQueue(t *testing.T) {
	r := newRig(t, testchain.Embedded(t))
	registry := r.registry(holder(1), holder(2))
	token := r.token(18, 10, registry)
	r.settle()
	r.call(registry, outbox.KindKycSet, contract.SetWhitelisted(holder(3), true))
	rows := file(t, "6", "1", "1")
	res := r.distribute(token, rows, 3, 0)
	withdraw := func(ids ...int64) {
		t.Helper()
		if _, cancelled, err := r.box.Withdraw(context.Background(), ids); err != nil || cancelled == 0 {
			t.Fatalf("%d cancelled, %v", cancelled, err)
		}
	}
	withdraw(res.Rows[0].IntentID)
	_, err := r.try(token, rows)
	wants(t, err, fault.Refused, "holders.csv row 2, column external_id: ", "which is withdrawn: an empty transaction goes in its place")
	more := file(t, "6", "1", "1", "8")[3:]
	more[0].To = holder(2)
	r.distribute(token, more, 1, 0)

	entry := int64(r.count("SELECT max(id) FROM intent WHERE kind = 'kyc-set'"))
	withdraw(entry, res.Rows[2].IntentID)
	third := file(t, "6", "1", "1", "8", "0.1")[4:]
	third[0].To = holder(3)
	_, err = r.try(token, third)
	wants(t, err, fault.Refused, holder(3).Hex()+" can't receive 0.1 ACME: the receiver is not whitelisted")
	r.settle()
	if a, b, c := r.balance(token, holder(1)), r.balance(token, holder(2)), r.balance(token, holder(3)); a+" "+b+" "+c != "0 9 0" {
		t.Errorf("balances %s, %s, %s", a, b, c)
	}
}

func TestFrozenShares(t *testing.T) {
	r := newRig(t, testchain.Embedded(t))
	token := r.token(18, 10, common.Address{})
	r.settle()
	r.call(token, "control", contract.SetAddressFrozen(holder(2), true))
	r.settle()
	_, err := r.try(token, file(t, "1", "1"))
	wants(t, err, fault.Refused, "holders.csv row 3, column address: "+holder(2).Hex()+" can't receive 1 ACME: the receiver is frozen")
	r.call(token, "control", contract.Pause())
	r.settle()
	_, err = r.try(token, file(t, "1"))
	wants(t, err, fault.Refused, "the token is paused")
}

func TestBatches(t *testing.T) {
	r := newRig(t, testchain.Embedded(t))
	token := r.token(18, 1000, common.Address{})
	r.settle()
	rows := file(t, "1", "2", "3", "4", "5")
	res := r.distribute(token, rows[:4], 4, 0, batch(3))
	if len(res.Prepared.New) != 2 || res.Rows[2].IntentID == res.Rows[3].IntentID || res.Rows[0].IntentID != res.Rows[2].IntentID {
		t.Errorf("transactions %+v", res.Rows)
	}
	r.distribute(token, rows, 1, 4, batch(3))
	r.settle()
	for n, want := range []string{"1", "2", "3", "4", "5"} {
		if got := r.balance(token, holder(n+1)); got != want {
			t.Errorf("holder %d has %s", n+1, got)
		}
	}
	r.distribute(token, rows, 0, 5, batch(3))
	r.distribute(token, rows, 0, 5)

	many := make([]string, 600)
	for i := range many {
		many[i] = "0.5"
	}
	_, err := r.try(token, file(t, many...)[5:], batch(600))
	wants(t, err, fault.Usage, "--batch 600: a transaction of 595 rows may need", "over the limit of 16777216")
	if !strings.Contains(fault.Hint(err), "use --batch ") {
		t.Errorf("hint %q", fault.Hint(err))
	}
	money := r.testToken()
	_, err = r.try(money, file(t, "1", "1"), batch(2))
	wants(t, err, fault.Usage, "is not one of ours")
}

// TestGasSuffices has the dearest case: every holder's balance changes for the first time after a record date.
func TestGasSuffices(t *testing.T) {
	r := newRig(t, testchain.Embedded(t))
	everyone := make([]common.Address, 0, 40)
	ones := make([]string, 0, 40)
	for n := range 40 {
		everyone, ones = append(everyone, holder(n+1)), append(ones, "1")
	}
	registry := r.registry(everyone...)
	for name, policy := range map[string]common.Address{"restricted": registry, "unrestricted": {}} {
		t.Run(name, func(t *testing.T) {
			token := r.token(18, 1000, policy)
			r.settle()
			rows := file(t, ones...)
			r.distribute(token, rows, 40, 0, batch(40))
			r.settle()
			r.call(token, "control", contract.SetRecordDate(0))
			r.settle()
			for i := range rows {
				rows[i].ExternalID += "-second"
			}
			r.distribute(token, rows[:39], 39, 0, batch(39))
			res := r.distribute(token, rows, 1, 39)
			r.settle()
			lines, err := r.box.Lines(context.Background(), res.Prepared.New)
			if err != nil || lines[0].GasUsed == 0 {
				t.Fatalf("%+v, %v", lines, err)
			}
			if n := r.count(`SELECT count(*) FROM receipt WHERE status = 0`); n != 0 {
				t.Errorf("%d transactions failed", n)
			}
			t.Logf("single: %d of %d gas", lines[0].GasUsed, lines[0].Intent.Gas)
		})
	}
}

func TestPlainToken(t *testing.T) {
	r := newRig(t, testchain.Embedded(t))
	token := r.testToken()
	res := r.distribute(token, file(t, "1.5", "2"), 2, 0) // it waits in the queue
	if len(res.Warnings) != 0 {
		t.Errorf("warnings %q", res.Warnings)
	}
	r.settle()
	r.distribute(token, file(t, "1.5", "2", "3", "0.000001"), 2, 2)
	r.settle()
	if got := r.balance(token, holder(4)); got != "0.000001" {
		t.Errorf("balance %s", got)
	}
	_, err := r.try(token, file(t, "1.5", "2", "3", "0.000001", "1000"))
	wants(t, err, fault.Funds, "can move 993.499999 MON, but this distribution needs 1000 MON")
}

func TestFailedBefore(t *testing.T) {
	chain := testchain.Embedded(t)
	r := newRig(t, chain)
	token := r.token(18, 10, common.Address{})
	r.settle()
	r.distribute(token, file(t, "4"), 1, 0)
	// Another program with the same key takes the nonce, so that the transfer is superseded.
	other := newRig(t, chain)
	other.call(token, "other", contract.Transfer(holder(7), units(1, 18)))
	other.settle()
	if _, err := r.box.Update(context.Background()); err != nil {
		t.Fatal(err)
	}
	_, err := r.try(token, file(t, "4", "1"))
	wants(t, err, fault.Refused, `holders.csv row 2, column external_id: the payment of external id "id-1" was prepared before as transaction`, "superseded")
	if !strings.Contains(fault.Hint(err), "tx-reissue") {
		t.Errorf("hint %q", fault.Hint(err))
	}
}

func TestDryRunAndRequestID(t *testing.T) {
	chain := testchain.Embedded(t)
	r := newRig(t, chain)
	token := r.token(18, 10, common.Address{})
	r.settle()
	dry := r.again(func(c *outbox.Config) { c.DryRun = true })
	res := dry.distribute(token, file(t, "1", "2"), 2, 0)
	if !res.Prepared.DryRun || len(res.Prepared.New) != 2 {
		t.Errorf("%+v", res.Prepared)
	}
	if n := r.count(`SELECT (SELECT count(*) FROM distribution_row) + (SELECT count(*) FROM lookback)`); n != 0 {
		t.Errorf("a dry run stored %d rows", n)
	}
	id := func(p *distribution.Params) { p.RequestID = "monday" }
	r.distribute(token, file(t, "1", "2"), 2, 0, id)
	r.distribute(token, file(t, "1", "2"), 0, 2, id)
	_, err := r.try(token, file(t, "1", "3"), id)
	wants(t, err, fault.Conflict, "monday")
}

// TestTagsOnTheChain checks what reaches the chain against the definition of the tag.
func TestTagsOnTheChain(t *testing.T) {
	chain := testchain.Embedded(t)
	r := newRig(t, chain)
	token := r.token(18, 10, common.Address{})
	r.settle()
	r.distribute(token, file(t, "1"), 1, 0)
	r.settle()
	var data []byte
	if err := r.box.Store.SQL().QueryRow(`SELECT data FROM intent WHERE kind = 'transfer'`).Scan(&data); err != nil {
		t.Fatal(err)
	}
	tag := eth.TagOf(chain.ChainID, token, "id-1")
	if len(data) != 4+64+16 || string(data[68:]) != string(tag[:]) {
		t.Errorf("call data %x", data)
	}
}

// TestOnOtherNodes runs the usual course on the nodes that people have: geth simulates the queue, anvil can't simulate
// deployments and so wants them sent first.
func TestOnOtherNodes(t *testing.T) {
	for kind, start := range map[string]func(testing.TB, ...testchain.Option) *testchain.Node{testchain.KindGeth: testchain.Geth, testchain.KindAnvil: testchain.Anvil} {
		t.Run(kind, func(t *testing.T) {
			chain := start(t)
			r := newRig(t, chain)
			registry := r.registry(holder(1))
			if kind == testchain.KindAnvil {
				r.settle()
			}
			token := r.token(18, 100, registry)
			rows := file(t, "1", "2")
			if kind == testchain.KindAnvil {
				_, err := r.try(token, rows)
				wants(t, err, fault.Conflict, "can't simulate")
				r.settle()
			}
			_, err := r.try(token, rows)
			wants(t, err, fault.Refused, "row 3, column address", "the receiver is not whitelisted")
			r.distribute(token, rows[:1], 1, 0)
			r.settle()
			if got := r.balance(token, holder(1)); got != "1" {
				t.Errorf("balance %s", got)
			}
			newRig(t, chain).distribute(token, rows[:1], 0, 1)
		})
	}
}
