package outbox_test

import (
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/testchain"
)

// gift is a plain payment of wei with an idempotency key.
func gift(key string, wei int64) outbox.Call {
	to := receiver
	return outbox.Call{To: &to, Kind: outbox.KindEther, Note: "gift " + key, Key: key, Payload: key, Value: big.NewInt(wei)}
}

// unmined sends a transaction of Keys[0] past the outbox and does not wait for it.
func unmined(t *testing.T, chain *testchain.Node, nonce uint64) {
	t.Helper()
	to := chain.Address(2)
	tx := types.MustSignNewTx(chain.Keys[0], types.LatestSignerForChainID(new(big.Int).SetUint64(chain.ChainID)), &types.DynamicFeeTx{
		ChainID: new(big.Int).SetUint64(chain.ChainID), Nonce: nonce, To: &to, Value: big.NewInt(7), Gas: 21_000, GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(60e9)})
	if err := chain.Client().SendTransaction(ctx, tx); err != nil {
		t.Fatal(err)
	}
}

func wei(t *testing.T, chain *testchain.Node, a common.Address) int64 {
	t.Helper()
	b, err := chain.Client().BalanceAt(ctx, a, nil)
	if err != nil {
		t.Fatal(err)
	}
	return b.Int64()
}

// TestFillAfterReorg takes back, by a reorganisation, the foreign transactions on whose nonces the first of ours rests.
func TestFillAfterReorg(t *testing.T) {
	for name, start := range map[string]func(testing.TB, ...testchain.Option) *testchain.Node{"geth": testchain.Geth, "anvil": testchain.Anvil} {
		for _, sent := range []bool{false, true} {
			words := " waiting"
			if sent {
				words = " sent"
			}
			t.Run(name+words, func(t *testing.T) {
				t.Parallel()
				c := start(t)
				foreign(t, c, 0)
				foreign(t, c, 1)
				c.Mine(3)
				r := newRig(t, c, "", depth(2))
				r.prepare(gift("a", 3), gift("b", 5))
				_, err := r.Fill(ctx)
				wants(t, err, fault.Conflict, "there is no gap")
				if sent {
					r.send()
					r.settle()
				}
				c.Reorg(int(c.Head()))
				_, err = r.Update(ctx)
				wants(t, err, fault.Conflict, "another one now")
				_, err = r.try(gift("c", 1))
				wants(t, err, fault.Conflict, "another one now")

				r.DryRun = true
				f, err := r.Fill(ctx)
				if err != nil || len(f.New) != 2 || f.From != 0 || f.To != 1 || !f.Rewritten {
					t.Fatalf("dry run: %+v, %v", f, err)
				}
				r.DryRun = false
				if got := strings.Count(r.states(), " "); got != 1 {
					t.Fatalf("a dry run left %s", r.states())
				}
				f, err = r.Fill(ctx)
				if err != nil || len(f.New) != 2 || f.New[0].Nonce != 0 || f.New[1].Nonce != 1 {
					t.Fatalf("%+v, %v", f, err)
				}
				if again, err := r.Fill(ctx); err != nil || len(again.New) != 0 || len(again.Existing) != 2 {
					t.Fatalf("again: %+v, %v", again, err)
				}
				if n, err := r.NextNonce(ctx); err != nil || n != 4 {
					t.Errorf("next nonce %d, %v", n, err)
				}
				if sent {
					_, err := r.Bump(ctx, nil, outbox.BroadcastOptions{})
					wants(t, err, fault.Conflict, "waits to be sent first")
				}
				r.send()
				r.settle()
				c.Mine(3)
				if r.update(); r.states() != "final final final final" {
					t.Errorf("states %s", r.states())
				}
				if got := wei(t, c, receiver); got != 8 {
					t.Errorf("the receiver holds %d wei, want 8", got)
				}
				if wrong, err := r.st.Check(ctx); err != nil || len(wrong) > 0 {
					t.Errorf("db-check: %q, %v", wrong, err)
				}
			})
		}
	}
}

func TestFillRefusesWhatMayCloseByItself(t *testing.T) {
	c := testchain.Geth(t)
	foreign(t, c, 0)
	foreign(t, c, 1)
	c.Mine(3)
	r := newRig(t, c, "", depth(2))
	r.prepare(gift("a", 3))
	c.Reorg(int(c.Head()))
	unmined(t, c, 1) // its own nonce 0 is missing too, so that the pool's count does not show it
	_, err := r.Fill(ctx)
	wants(t, err, fault.Conflict, "with nonce 1, which this database does not know, is on its way")
	if got := r.states(); got != "signed" {
		t.Errorf("states %s", got)
	}
}

func TestFillRefusesWhereSomethingFinalIsLost(t *testing.T) {
	c := testchain.Geth(t)
	foreign(t, c, 0)
	c.Mine(3)
	r := newRig(t, c, "", depth(2))
	r.prepare(gift("a", 3))
	r.send()
	r.settle()
	c.Mine(3)
	r.update()
	if got := r.states(); got != "final" {
		t.Fatalf("states %s", got)
	}
	r.prepare(gift("b", 3))
	c.Reorg(int(c.Head()))
	_, err := r.Fill(ctx)
	wants(t, err, fault.Conflict, "which was final in block")
}

// TestFillPassesAFullWindow fills a gap although as many transactions as may be on the way stand above it.
func TestFillPassesAFullWindow(t *testing.T) {
	c := testchain.Anvil(t)
	foreign(t, c, 0)
	c.Mine(3)
	r := newRig(t, c, "", depth(2))
	c.Call(nil, "evm_setAutomine", false)
	var calls []outbox.Call
	for n := range outbox.Window {
		calls = append(calls, gift(string(rune('A'+n)), 1))
	}
	r.prepare(calls...)
	r.send()
	c.Call(nil, "anvil_dropAllTransactions")
	c.Reorg(int(c.Head()))
	if _, err := r.Fill(ctx); err != nil {
		t.Fatal(err)
	}
	r.send()
	c.Call(nil, "evm_setAutomine", true)
	r.settle()
	if got := wei(t, c, receiver); got != outbox.Window {
		t.Errorf("the receiver holds %d wei", got)
	}
}

// TestWithdrawAFill takes back what fills a gap below payments that were sent: its nonce is wanted, so an empty transaction
// goes out all the same, and the payments come through.
func TestWithdrawAFill(t *testing.T) {
	c := testchain.Anvil(t)
	foreign(t, c, 0)
	c.Mine(3)
	r := newRig(t, c, "", depth(2))
	r.prepare(gift("a", 3))
	r.send()
	c.Reorg(int(c.Head()))
	filled, err := r.Fill(ctx)
	if err != nil || len(filled.New) != 1 {
		t.Fatalf("%+v %v", filled, err)
	}
	if last, err := r.LastOnes(ctx, ids(filled.Prepared)); err != nil || last {
		t.Errorf("it counts as the last one: %v %v", last, err)
	}
	void, cancelled, err := r.Withdraw(ctx, ids(filled.Prepared))
	if err != nil || void != 0 || cancelled != 1 {
		t.Fatalf("withdrawn: %d void, %d to be cancelled, %v", void, cancelled, err)
	}
	before := wei(t, c, receiver)
	r.send()
	c.Mine(3)
	r.settle()
	if got := r.states(); got != "final cancelled" || wei(t, c, receiver)-before != 3 {
		t.Errorf("states %s, %d wei", got, wei(t, c, receiver)-before)
	}
	if wrong, err := r.st.Check(ctx); err != nil || len(wrong) != 0 {
		t.Errorf("%q %v", wrong, err)
	}
}
