package outbox_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/testchain"
)

var ctx = context.Background()

func wants(t *testing.T, err error, class fault.Class, words string) {
	t.Helper()
	if err == nil || fault.ClassOf(err) != class || !strings.Contains(err.Error(), words) {
		t.Fatalf("got %v (class %d), want class %d and %q", err, fault.ClassOf(err), class, words)
	}
	if fault.Hint(err) == "" {
		t.Errorf("no hint in %v", err)
	}
}

func TestLife(t *testing.T) {
	r := newRig(t, testchain.Embedded(t), "")
	token := r.token()
	r.prepare(pay(token, "a", 10), pay(token, "b", 20))
	lines, err := r.Last(ctx, 2)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		if l.Status() != "waiting" || l.TxHash != "" {
			t.Errorf("a waiting row shows %q %q", l.Status(), l.TxHash)
		}
	}
	if got := r.balance(token, receiver); got != 0 {
		t.Fatalf("preparing sent %d", got)
	}
	rep := r.send()
	if len(rep.Lines) != 2 || rep.Lines[0].TxHash == "" {
		t.Errorf("broadcast reports %+v", rep.Lines)
	}
	rep = r.settle()
	if got := r.balance(token, receiver); got != 30 {
		t.Errorf("the receiver holds %d", got)
	}
	if got := r.states(); got != "final final final" {
		t.Errorf("states %s", got)
	}
	if rep.NewlyFailed != 0 || rep.Waiting != 0 {
		t.Errorf("report %+v", rep)
	}
}

func TestKeysAreIdempotent(t *testing.T) {
	r := newRig(t, testchain.Embedded(t), "")
	token := r.token()
	r.prepare(pay(token, "a", 10))
	p := r.prepare(pay(token, "a", 10), pay(token, "b", 1))
	if len(p.New) != 1 || len(p.Existing) != 1 || p.New[0].Nonce != p.Existing[0].Nonce+1 {
		t.Errorf("second time: %d new, %d existing", len(p.New), len(p.Existing))
	}
	_, err := r.try(pay(token, "a", 11))
	wants(t, err, fault.Conflict, "prepared before with other values")
	_, err = r.try(pay(token, "c", 1), pay(token, "c", 1))
	wants(t, err, fault.Usage, "twice")
	if hint := fault.Hint(err); hint == "" {
		t.Error("no hint")
	}
	if got := r.states(); got != "final signed signed" {
		t.Errorf("states %s", got)
	}
}

func TestRequestIDIsIdempotent(t *testing.T) {
	r := newRig(t, testchain.Embedded(t), "")
	token := r.token()
	ask := func(id string, params any, key string) (*outbox.Prepared, error) {
		return r.Prepare(ctx, outbox.Head{ID: id, Command: "pay", Params: params}, func(context.Context, uint64) ([]outbox.Call, error) {
			return []outbox.Call{pay(token, key, 5)}, nil
		})
	}
	if _, err := ask("R1", "x", "k1"); err != nil {
		t.Fatal(err)
	}
	p, err := ask("R1", "x", "k2")
	if err != nil || len(p.New) != 0 || len(p.Existing) != 1 {
		t.Errorf("second time: %+v, %v", p, err)
	}
	_, err = ask("R1", "y", "k3")
	wants(t, err, fault.Conflict, "request id R1 was used before")
}

func TestWholeRequestOrNothing(t *testing.T) {
	r := newRig(t, testchain.Embedded(t), "")
	token := r.token()
	_, err := r.try(pay(token, "a", 10), pay(token, "b", 1_000_000), pay(token, "c", 1))
	wants(t, err, fault.Refused, "pay 1000000 for b would fail")
	if got := r.states(); got != "final" {
		t.Errorf("states %s", got)
	}
}

func TestDryRunWritesNothing(t *testing.T) {
	chain := testchain.Embedded(t)
	token := newRig(t, chain, "").token()
	r := newRig(t, chain, "", func(c *outbox.Config) { c.DryRun, c.Signer = true, nil })
	p := r.prepare(pay(token, "a", 10))
	if len(p.New) != 1 || p.Gas < 30_000 || p.MaxCost.Sign() <= 0 || !p.DryRun {
		t.Errorf("dry run: %+v", p)
	}
	for _, table := range []string{"request", "intent", "attempt", "event", "mark"} {
		var n int
		if err := r.st.SQL().QueryRow("SELECT count(*) FROM " + table).Scan(&n); err != nil || n != 0 {
			t.Errorf("%d rows in %s (%v)", n, table, err)
		}
	}
	_, err := r.try(pay(token, "b", 2_000_000))
	wants(t, err, fault.Refused, "would fail")
}

func TestManyOperatorsPrepareAtOnce(t *testing.T) {
	chain := testchain.Embedded(t)
	first := newRig(t, chain, "")
	token := first.token()
	rigs := make([]*rig, 4)
	for n := range rigs {
		rigs[n] = newRig(t, chain, first.path)
	}
	var wg sync.WaitGroup
	errs := make([]error, len(rigs))
	for n, r := range rigs {
		wg.Go(func() {
			for k := range 10 {
				// All race for the keys s0 … s9, and each has one of its own.
				if _, err := r.try(pay(token, fmt.Sprintf("own-%d-%d", n, k), 1), pay(token, fmt.Sprintf("s%d", k), 1)); err != nil {
					errs[n] = errors.Join(errs[n], err)
				}
			}
		})
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
	first.send()
	first.settle()
	if got := first.balance(token, receiver); got != 50 {
		t.Errorf("the receiver holds %d, want 50", got)
	}
	if got := first.states(); got != strings.TrimSpace(strings.Repeat("final ", 51)) {
		t.Errorf("states %s", got)
	}
}

func TestDependenciesAndDeploymentsInOneRequest(t *testing.T) {
	for name, chain := range map[string]func(testing.TB, ...testchain.Option) *testchain.Node{"geth": testchain.Geth, "anvil": testchain.Anvil} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, chain(t), "")
			data, err := contract.Builtin().DeployTestToken("test_token", "TEST", 18, big.NewInt(100))
			if err != nil {
				t.Fatal(err)
			}
			p, err := r.Prepare(ctx, outbox.Head{Command: "test"}, func(_ context.Context, next uint64) ([]outbox.Call, error) {
				token := deployed(r.Sender, next)
				move := pay(token, "x", 40)
				move.AfterCalls, move.Gas = []int{0}, 100_000
				return []outbox.Call{{Kind: outbox.KindTestToken, Note: "deploy", Key: "t#1", Payload: "t", Data: data}, move}, nil
			})
			if err != nil {
				t.Fatal(err)
			}
			token := p.New[0].To()
			if p.New[1].To() != token {
				t.Fatalf("%s is not %s", p.New[1].To(), token)
			}
			if name == "geth" { // reads on the state that the queue will make
				view := contract.BalanceOf(receiver)
				got, err := r.View(ctx, []int64{p.New[1].ID}, []node.CallMsg{{To: &token, Data: view.Data}})
				if err != nil {
					t.Fatal(err)
				}
				if v, err := view.Decode(got[0].Return); err != nil || v.Int64() != 40 {
					t.Errorf("the queue makes %v, %v", v, err)
				}
			}
			r.send()
			r.settle()
			if got := r.balance(token, receiver); got != 40 {
				t.Errorf("the receiver holds %d", got)
			}
		})
	}
}

// TestLostRequestsAndReplies plays a process that dies, or a line that breaks, at both sides of the sending.
func TestLostRequestsAndReplies(t *testing.T) {
	chain := testchain.Embedded(t)
	l := newLossy(t, chain.URL)
	r := newRig(t, chain, "", through(dial(t, l.URL, chain.ChainID)))
	token := r.token()
	r.prepare(pay(token, "a", 10))
	l.loseRequests.Store(true)
	_, err := r.Broadcast(ctx, outbox.BroadcastOptions{})
	wants(t, err, fault.Node, "it may have been sent")
	if got := r.states(); got != "final pending" {
		t.Fatalf("states %s", got)
	}
	l.loseRequests.Store(false)
	if rep := r.update(); rep.Broadcasted != 1 {
		t.Errorf("nothing reached the chain, but the report says %+v", rep)
	}
	r.send()
	r.settle()
	r.prepare(pay(token, "b", 10))
	l.loseReplies.Store(true)
	if _, err := r.Broadcast(ctx, outbox.BroadcastOptions{}); err != nil {
		wants(t, err, fault.Node, "it may have been sent")
	}
	r.send() // its replies are lost as well, but the chain shows it
	l.loseReplies.Store(false)
	r.send()
	r.settle()
	if got := r.balance(token, receiver); got != 20 {
		t.Errorf("the receiver holds %d, want 20", got)
	}
	if got := r.states(); got != "final final final" {
		t.Errorf("states %s", got)
	}
}

// TestOlderCopyOfTheDatabase restores a backup made before the broadcast.
func TestOlderCopyOfTheDatabase(t *testing.T) {
	chain := testchain.Embedded(t)
	r := newRig(t, chain, "")
	token := r.token()
	r.prepare(pay(token, "a", 10))
	before := copyDatabase(t, r.path)
	r.send()
	r.settle()
	old := newRig(t, chain, before)
	if got := old.states(); got != "final signed" {
		t.Fatalf("the copy holds %s", got)
	}
	old.send()
	old.settle()
	if got := old.states(); got != "final final" {
		t.Errorf("the copy came to %s", got)
	}
	if got := r.balance(token, receiver); got != 10 {
		t.Errorf("the receiver holds %d", got)
	}
	r.prepare(pay(token, "b", 5))
	r.send()
	r.settle()
	_, err := old.try(pay(token, "c", 1))
	wants(t, err, fault.Conflict, "knows only those up to nonce")
	_, err = old.Broadcast(ctx, outbox.BroadcastOptions{})
	wants(t, err, fault.Conflict, "knows only those up to nonce")
}

func TestFreshDatabaseOnAUsedAccount(t *testing.T) {
	chain := testchain.Embedded(t)
	r := newRig(t, chain, "")
	token := r.token()
	fresh := newRig(t, chain, "")
	if n, err := fresh.NextNonce(ctx); err != nil || n != 1 {
		t.Errorf("next nonce %d, %v", n, err)
	}
	fresh.prepare(pay(token, "a", 10))
	fresh.send()
	fresh.settle()
	careful := newRig(t, chain, "", func(c *outbox.Config) { c.AutoFirstNonce = false })
	_, err := careful.try(pay(token, "b", 10))
	wants(t, err, fault.Conflict, "auto-restart-nonce is off")
	if n, err := careful.RestartNonce(ctx); err != nil || n != 2 {
		t.Errorf("restarted at %d, %v", n, err)
	}
	careful.prepare(pay(token, "b", 10))
	_, err = careful.RestartNonce(ctx)
	wants(t, err, fault.Conflict, "the next one is fixed")
}

// foreign sends ETH with the outbox's own key, behind its back.
func foreign(t *testing.T, chain *testchain.Node, nonce uint64) common.Hash {
	t.Helper()
	to := chain.Address(2)
	tx := types.MustSignNewTx(chain.Keys[0], types.LatestSignerForChainID(new(big.Int).SetUint64(chain.ChainID)), &types.DynamicFeeTx{
		ChainID: new(big.Int).SetUint64(chain.ChainID), Nonce: nonce, To: &to, Value: big.NewInt(1), Gas: 21_000, GasTipCap: big.NewInt(2e9), GasFeeCap: big.NewInt(50e9)})
	if err := chain.Client().SendTransaction(ctx, tx); err != nil {
		t.Fatal(err)
	}
	chain.WaitMined(tx.Hash())
	return tx.Hash()
}

func TestKeyUsedElsewhere(t *testing.T) {
	chain := testchain.Embedded(t)
	r := newRig(t, chain, "")
	token := r.token()
	p := r.prepare(pay(token, "a", 10))
	h := foreign(t, chain, p.New[0].Nonce)
	rep := r.update()
	if got := r.states(); got != "final superseded" || rep.NewlyFailed != 1 {
		t.Fatalf("states %s, %d newly failed", got, rep.NewlyFailed)
	}
	if by := rep.Lines[0].Intent.SupersededBy; by == nil || *by != strings.ToLower(h.Hex()) {
		t.Errorf("superseded by %v, want %s", by, h)
	}
	_, err := r.try(pay(token, "a", 10))
	wants(t, err, fault.Refused, "prepared before, but not done")
	foreign(t, chain, p.New[0].Nonce+1)
	_, err = r.try(pay(token, "b", 10))
	wants(t, err, fault.Conflict, "knows only those up to nonce")
}

func TestChainThatWasReset(t *testing.T) {
	chain := testchain.Embedded(t)
	r := newRig(t, chain, "")
	r.token()
	other := testchain.Embedded(t)
	moved := newRig(t, other, r.path)
	_, err := moved.Update(ctx)
	wants(t, err, fault.Conflict, "genesis block")
	geth := testchain.Geth(t)
	g := newRig(t, geth, "")
	g.token()
	geth.Rewind(1)
	_, err = g.Update(ctx)
	wants(t, err, fault.Conflict, "the node lags, or its chain was reset")
}

func TestReorgMovesBackAndTheSameBytesGoAgain(t *testing.T) {
	for name, chain := range map[string]func(testing.TB, ...testchain.Option) *testchain.Node{"geth": testchain.Geth, "anvil": testchain.Anvil} {
		t.Run(name, func(t *testing.T) {
			c := chain(t)
			r := newRig(t, c, "", depth(6))
			token := r.token()
			c.Mine(8)
			r.update()
			r.prepare(pay(token, "a", 10))
			r.send()
			r.settle()
			if got := r.states(); got != "final mined" {
				t.Fatalf("states %s", got)
			}
			first, err := r.Last(ctx, 1)
			if err != nil {
				t.Fatal(err)
			}
			c.Reorg(3)
			if r.update(); r.states() != "final pending" {
				t.Fatalf("after the reorg: %s", r.states())
			}
			r.send()
			r.settle()
			again, err := r.Last(ctx, 1)
			if err != nil {
				t.Fatal(err)
			}
			if again[0].TxHash != first[0].TxHash || again[0].Block == first[0].Block {
				t.Errorf("mined first as %s in %d, then as %s in %d", first[0].TxHash, first[0].Block, again[0].TxHash, again[0].Block)
			}
			c.Mine(8)
			if r.update(); r.states() != "final final" {
				t.Errorf("at the end: %s", r.states())
			}
			if got := r.balance(token, receiver); got != 10 {
				t.Errorf("the receiver holds %d", got)
			}
		})
	}
}

func TestRevertedOnTheChain(t *testing.T) {
	c := testchain.Geth(t, testchain.Period(2), testchain.Archive())
	r := newRig(t, c, "")
	token := r.token()
	// The account of Keys[1] gets tokens and lets ours move them, then takes them away in the block in which ours moves them.
	r.prepare(outbox.Call{To: &token, Kind: outbox.KindTransfer, Note: "fund", Key: "fund", Payload: "1", Data: contract.Transfer(c.Address(1), big.NewInt(100))})
	r.send()
	r.settle()
	theirs := func(nonce uint64, data []byte, tip int64) common.Hash {
		tx := types.MustSignNewTx(c.Keys[1], types.LatestSignerForChainID(new(big.Int).SetUint64(c.ChainID)), &types.DynamicFeeTx{
			ChainID: new(big.Int).SetUint64(c.ChainID), Nonce: nonce, To: &token, Gas: 100_000, GasTipCap: big.NewInt(tip), GasFeeCap: big.NewInt(100e9), Data: data})
		if err := c.Client().SendTransaction(ctx, tx); err != nil {
			t.Fatal(err)
		}
		return tx.Hash()
	}
	c.WaitMined(theirs(0, contract.Approve(r.Sender, big.NewInt(100)), 2e9))
	move := outbox.Call{To: &token, Kind: outbox.KindTransfer, Note: "move", Key: "move", Payload: "1", Data: transferFrom(c.Address(1), receiver, 100)}
	p := r.prepare(move)
	next := pay(token, "after", 1)
	next.After = []int64{p.New[0].ID}
	r.prepare(next)
	if _, err := r.Broadcast(ctx, outbox.BroadcastOptions{NoWait: true}); !fault.Is(err, fault.Pending) {
		t.Fatalf("one of two can go: %v", err)
	}
	theirs(1, contract.Transfer(c.Address(2), big.NewInt(100)), 50e9)
	rep := r.settle()
	lines, err := r.Last(ctx, 2)
	if err != nil {
		t.Fatal(err)
	}
	if l := lines[1]; l.Intent.State != store.Reverted || !strings.Contains(l.Status(), "failed:") || !strings.Contains(l.Reason, "holds 0 units") {
		t.Fatalf("the failed row: %s, reason %q, report %+v", l.Status(), l.Reason, rep)
	}
	_, err = r.try(move)
	wants(t, err, fault.Refused, "prepared before, but not done")
	_, err = r.Broadcast(ctx, outbox.BroadcastOptions{})
	wants(t, err, fault.Refused, "which is not done")
}

func TestRefusals(t *testing.T) {
	chain := testchain.Embedded(t)
	r := newRig(t, chain, "")
	token := r.token()
	_, err := newRig(t, chain, "", func(c *outbox.Config) { c.Signer = nil }).try(pay(token, "a", 1))
	wants(t, err, fault.Signer, "no key")
	_, err = newRig(t, chain, "", func(c *outbox.Config) { c.Sender = chain.Address(1) }).try(pay(token, "a", 1))
	wants(t, err, fault.Signer, "the key is of account")
	_, err = newRig(t, chain, "", func(c *outbox.Config) { c.Fees.MaxCost = big.NewInt(1000) }).try(pay(token, "a", 1))
	wants(t, err, fault.Funds, "over the limit")
	_, err = newRig(t, chain, "", func(c *outbox.Config) { c.Fees.MaxFee = big.NewInt(1) }).try(pay(token, "a", 1))
	wants(t, err, fault.Funds, "over the limit of 0.000000001 GWei")
	_, err = newRig(t, chain, "", func(c *outbox.Config) { c.Fees.Ceiling = 30_000 }).try(pay(token, "a", 1))
	wants(t, err, fault.Refused, "over the ceiling of 30000")
	_, err = newRig(t, testchain.Anvil(t), "", func(c *outbox.Config) { c.Public = true }).try(pay(token, "a", 1))
	wants(t, err, fault.Conflict, "development client")
	broke := outbox.Call{To: &receiver, Kind: outbox.KindEther, Note: "everything", Key: "e", Payload: "e", Value: new(big.Int).Lsh(big.NewInt(1), 100), Gas: 21_000, Checked: true}
	_, err = r.try(broke)
	wants(t, err, fault.Funds, "but this could cost up to")
	nowhere := pay(receiver, "n", 1)
	nowhere.Gas, nowhere.Checked = 100_000, true
	r.prepare(nowhere)
	_, err = r.Broadcast(ctx, outbox.BroadcastOptions{})
	wants(t, err, fault.Refused, "there is no contract at")
	p, err := r.Prepare(ctx, outbox.Head{Command: "now", AtOnce: true}, func(context.Context, uint64) ([]outbox.Call, error) { return []outbox.Call{pay(token, "now", 1)}, nil })
	if err == nil {
		t.Fatalf("prepared %+v behind a waiting one", p)
	}
	wants(t, err, fault.Conflict, "to be sent first")
}

func TestStaleFeesAreSignedAnewAtFirstExposure(t *testing.T) {
	chain := testchain.Embedded(t)
	r := newRig(t, chain, "")
	token := r.token()
	p := r.prepare(pay(token, "a", 10))
	var before string
	if err := r.st.SQL().QueryRow("SELECT hash FROM attempt WHERE intent_id = ?", p.New[0].ID).Scan(&before); err != nil {
		t.Fatal(err)
	}
	dear := newRig(t, chain, r.path, func(c *outbox.Config) { c.Fees.Tip = big.NewInt(7e9) })
	rep := dear.send()
	dear.settle()
	if len(rep.Lines) != 1 || rep.Lines[0].TxHash == before {
		t.Errorf("sent as %+v, prepared as %s", rep.Lines, before)
	}
	var left, wiped int
	if err := r.st.SQL().QueryRow("SELECT count(*), sum(raw IS NULL AND exposed_at IS NULL) FROM attempt WHERE intent_id = ?", p.New[0].ID).Scan(&left, &wiped); err != nil {
		t.Fatal(err)
	}
	if left != 2 || wiped != 1 {
		t.Errorf("%d attempts, %d wiped", left, wiped)
	}
	if got := r.balance(token, receiver); got != 10 {
		t.Errorf("the receiver holds %d", got)
	}
}

func TestNaturalKeys(t *testing.T) {
	r := newRig(t, testchain.Embedded(t), "")
	token := r.token()
	key, old, err := r.NaturalKey(ctx, "wish", false)
	if err != nil || old != nil || key != "wish#1" {
		t.Fatalf("%s %v %v", key, old, err)
	}
	c := pay(token, "x", 1)
	c.Key = key
	r.prepare(c)
	if key, old, err = r.NaturalKey(ctx, "wish", false); err != nil || old == nil || key != "wish#1" {
		t.Errorf("%s %v %v", key, old, err)
	}
	if key, old, err = r.NaturalKey(ctx, "wish", true); err != nil || old != nil || key != "wish#2" {
		t.Errorf("%s %v %v", key, old, err)
	}
	if _, old, err = r.NaturalKey(ctx, "wis", false); err != nil || old != nil {
		t.Errorf("another wish: %v %v", old, err)
	}
}

func TestWindowAndOrder(t *testing.T) {
	r := newRig(t, testchain.Geth(t), "")
	token := r.token()
	r.prepare(units(token, "id%d", 300)...)
	last := 0
	if _, err := r.Broadcast(ctx, outbox.BroadcastOptions{Progress: func(done, total int) {
		if done < last || total != 300 {
			t.Errorf("progress %d of %d after %d", done, total, last)
		}
		last = done
	}}); err != nil {
		t.Fatal(err)
	}
	r.settle()
	if got := r.balance(token, receiver); got != 300 || last != 300 {
		t.Errorf("the receiver holds %d, progress %d", got, last)
	}
}
