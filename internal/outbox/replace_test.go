package outbox_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/testchain"
)

// slow is an outbox on a chain whose blocks come on demand only.
func slow(t *testing.T) (*rig, *testchain.Node) {
	t.Helper()
	c := testchain.Anvil(t)
	r := newRig(t, c, "")
	return r, c
}

func ids(p *outbox.Prepared) []int64 {
	out := make([]int64, len(p.New))
	for n := range p.New {
		out[n] = p.New[n].ID
	}
	return out
}

func TestBumpAndCancelKeepTheNonce(t *testing.T) {
	r, c := slow(t)
	token := r.token()
	c.Call(nil, "evm_setAutomine", false)
	p := r.prepare(pay(token, "a", 10), pay(token, "b", 20), pay(token, "c", 40))
	r.send()
	before, err := r.Last(ctx, 3)
	if err != nil {
		t.Fatal(err)
	}
	rep, err := r.Bump(ctx, nil, outbox.BroadcastOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if len(rep.Lines) != 3 || rep.Lines[0].TxHash == before[2].TxHash {
		t.Errorf("bumped to %+v", rep.Lines)
	}
	if _, err := r.Cancel(ctx, ids(p)[1:2], outbox.BroadcastOptions{}); err != nil {
		t.Fatal(err)
	}
	c.Call(nil, "evm_setAutomine", true)
	r.settle()
	if got := r.states(); got != "final final cancelled final" {
		t.Errorf("states %s", got)
	}
	if got := r.balance(token, receiver); got != 50 {
		t.Errorf("the receiver holds %d, want 50", got)
	}
	if lines, err := r.Last(ctx, 2); err != nil || !strings.HasPrefix(lines[1].Status(), "cancelled:") {
		t.Errorf("%+v %v", lines, err)
	}
	_, err = r.Cancel(ctx, ids(p)[:1], outbox.BroadcastOptions{})
	wants(t, err, fault.Conflict, "is not on its way")
	// What was cancelled is done anew, once.
	again, err := r.Reissue(ctx, "", ids(p)[1:2], false)
	if err != nil || len(again.New) != 1 {
		t.Fatalf("%+v %v", again, err)
	}
	if twice, err := r.Reissue(ctx, "", ids(p)[1:2], false); err != nil || len(twice.New) != 0 || len(twice.Existing) != 1 {
		t.Errorf("%+v %v", twice, err)
	}
	_, err = r.Reissue(ctx, "", ids(p)[:1], false)
	wants(t, err, fault.Conflict, "only what surely failed")
	r.send()
	r.settle()
	if got := r.balance(token, receiver); got != 70 {
		t.Errorf("the receiver holds %d, want 70", got)
	}
}

func TestWithdrawAtTheEndAndInTheMiddle(t *testing.T) {
	r := newRig(t, testchain.Embedded(t), "")
	token := r.token()
	var keys []outbox.Call
	for n := range 5 {
		keys = append(keys, pay(token, fmt.Sprint("k", n), 1<<n))
	}
	keys[2].AfterCalls = []int{1}
	p := r.prepare(keys...)
	id := ids(p)
	void, cancelled, err := r.Withdraw(ctx, []int64{id[4], id[1]})
	if err != nil || void != 1 || cancelled != 1 {
		t.Fatalf("%d void, %d cancelled, %v", void, cancelled, err)
	}
	if got := r.states(); got != "final signed signed signed signed void" {
		t.Errorf("states %s", got)
	}
	// The nonce, key and external id of the last are free again.
	if q := r.prepare(pay(token, "k4", 16)); q.New[0].Nonce != p.New[4].Nonce {
		t.Errorf("nonce %d, want %d", q.New[0].Nonce, p.New[4].Nonce)
	}
	// What needs the withdrawn one can't be sent.
	_, err = r.Broadcast(ctx, outbox.BroadcastOptions{})
	wants(t, err, fault.Refused, "which is not done")
	if _, _, err = r.Withdraw(ctx, []int64{id[2]}); err != nil {
		t.Fatal(err)
	}
	r.send()
	r.settle()
	if got := r.states(); got != "final final cancelled cancelled final void final" {
		t.Errorf("states %s", got)
	}
	if got := r.balance(token, receiver); got != 1+8+16 {
		t.Errorf("the receiver holds %d", got)
	}
	_, _, err = r.Withdraw(ctx, []int64{id[0]})
	wants(t, err, fault.Conflict, "only what was never sent is withdrawn")
	_, _, err = r.Withdraw(ctx, []int64{999})
	wants(t, err, fault.Usage, "has no transaction 999")
}

// TestBumpDoesNotBringBackWhatWasTakenBack raises the fees of empty transactions in the places of a withdrawn and a cancelled
// payment: neither payment may be sent by that.
func TestBumpDoesNotBringBackWhatWasTakenBack(t *testing.T) {
	r, c := slow(t)
	c.Call(nil, "evm_setAutomine", false)
	p := r.prepare(gift("withdrawn", 1), gift("cancelled", 2), gift("paid", 4))
	if _, _, err := r.Withdraw(ctx, ids(p)[:1]); err != nil {
		t.Fatal(err)
	}
	r.send()
	if _, err := r.Cancel(ctx, ids(p)[1:2], outbox.BroadcastOptions{}); err != nil {
		t.Fatal(err)
	}
	would, err := r.WouldReplace(ctx, nil, false)
	if err != nil || len(would.New) != 3 || would.New[0].To() != r.Sender || would.New[1].To() != r.Sender || would.New[2].To() != receiver {
		t.Errorf("the dry run shows %+v, %v", would, err)
	}
	for range 2 {
		if _, err := r.Bump(ctx, nil, outbox.BroadcastOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	c.Call(nil, "evm_setAutomine", true)
	r.settle()
	if got := r.states(); got != "cancelled cancelled final" {
		t.Errorf("states %s", got)
	}
	if got := wei(t, c, receiver); got != 4 {
		t.Errorf("the receiver holds %d, want 4", got)
	}
}

// TestBumpToFeesThatWereGivenUp raises fees to just those at which the transaction was signed first, before falling fees had it
// signed anew: the bytes are the same.
func TestBumpToFeesThatWereGivenUp(t *testing.T) {
	c := testchain.Anvil(t)
	at := func(path string, mwei int64) *rig {
		return newRig(t, c, path, func(c *outbox.Config) { c.Fees.GasPrice = big.NewInt(mwei * 1_000_000) })
	}
	dear := at("", 4_500)
	dear.prepare(gift("a", 1))
	r := at(dear.path, 4_000)
	c.Call(nil, "evm_setAutomine", false)
	r.send()
	if _, err := r.Bump(ctx, nil, outbox.BroadcastOptions{}); err != nil {
		t.Fatal(err)
	}
	var fees string
	if err := r.st.SQL().QueryRow(`SELECT group_concat(fee_cap) FROM attempt`).Scan(&fees); err != nil || fees != "4500000000,4000000000,4500000000" {
		t.Errorf("fees %s, %v", fees, err)
	}
	c.Call(nil, "evm_setAutomine", true)
	r.settle()
	if got := r.states(); got != "final" {
		t.Errorf("states %s", got)
	}
	r.sound()
}

func TestReplacementsPayMore(t *testing.T) {
	r, c := slow(t)
	token := r.token()
	c.Call(nil, "evm_setAutomine", false)
	p := r.prepare(pay(token, "a", 10))
	r.send()
	for range 3 {
		if _, err := r.Bump(ctx, ids(p), outbox.BroadcastOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	rows, err := r.st.SQL().Query("SELECT tip, fee_cap FROM attempt WHERE intent_id = ? ORDER BY id", p.New[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var lastTip, lastFee int64
	n := 0
	for ; rows.Next(); n++ {
		var tip, fee int64
		if err := rows.Scan(&tip, &fee); err != nil {
			t.Fatal(err)
		}
		if n > 0 && (tip*1000 < lastTip*outbox.BumpPermille || fee*1000 < lastFee*outbox.BumpPermille) {
			t.Errorf("from %d/%d to %d/%d", lastTip, lastFee, tip, fee)
		}
		lastTip, lastFee = tip, fee
	}
	if err := rows.Err(); err != nil || n != 4 {
		t.Errorf("%d attempts, %v", n, err)
	}
	limited := newRig(t, c, r.path, func(c *outbox.Config) { c.Fees.MaxFee = big.NewInt(lastFee) })
	_, err = limited.Bump(ctx, ids(p), outbox.BroadcastOptions{})
	wants(t, err, fault.Funds, "over the limit")
}
