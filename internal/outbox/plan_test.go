package outbox_test

import (
	"bytes"
	"math/big"
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/testchain"
)

// TestBroadcastToTheLastUnit pays all that the account holds, on a chain that mines while the next payments are looked at:
// those in flight must not be counted twice, in the simulation or in the balance.
func TestBroadcastToTheLastUnit(t *testing.T) {
	t.Parallel()
	const rows = 600
	chain := testchain.Geth(t)
	r := newRig(t, chain, "", depth(1_000_000))
	token := r.deploy(rows)
	chain.WaitMined(common.HexToHash(r.lastHash()))
	r.prepare(units(token, "unit-%d", rows)...)
	rep := r.send()
	if rep.Waiting != 0 || rep.NewlyFailed != 0 || rep.Broadcasted+rep.Unfinal != rows+1 {
		t.Errorf("%+v", rep)
	}
	if rep = r.settle(); rep.Unfinal != rows+1 || rep.NewlyFailed != 0 {
		t.Errorf("%+v", rep)
	}
	if got := r.balance(token, receiver); got != rows {
		t.Errorf("the receiver holds %d", got)
	}
}

// TestBroadcastWaitsForTheContract sends a call of a contract that a transaction before it makes, though it does not say
// that it needs it: it is sent once the contract is there.
func TestBroadcastWaitsForTheContract(t *testing.T) {
	t.Parallel()
	chain := testchain.Geth(t, testchain.Period(2))
	r := newRig(t, chain, "")
	data, err := contract.Builtin().DeployTestToken("test_token", "TEST", 18, big.NewInt(10))
	if err != nil {
		t.Fatal(err)
	}
	c := pay(deployed(chain.Address(0), 0), "first", 1)
	c.Gas, c.Checked = 80_000, true
	r.prepare(outbox.Call{Kind: outbox.KindTestToken, Note: "deploy", Key: "token#1", Payload: "TEST", Data: data}, c)
	if rep := r.send(); rep.Waiting != 0 {
		t.Errorf("%+v", rep)
	}
	r.settle()
	if got := r.states(); got != "final final" {
		t.Error(got)
	}
}

// TestBroadcastThroughASlowNode sends through a node that becomes slow, so that it takes longer to simulate than a look ahead
// stays good: what was looked at too early is looked at once more, and nothing is left out.
func TestBroadcastThroughASlowNode(t *testing.T) {
	t.Parallel()
	const rows = 800
	chain := testchain.Geth(t)
	r := newRig(t, chain, "")
	token := r.token()
	var asked atomic.Int32
	slow := inFront(t, chain.URL, func(w http.ResponseWriter, body []byte, pass func(http.ResponseWriter, []byte)) {
		if bytes.Contains(body, []byte("eth_simulateV1")) || bytes.Contains(body, []byte(`"code":"0x`)) {
			if n := asked.Add(1); n > 3 && n < 7 {
				time.Sleep(2100 * time.Millisecond)
			}
		}
		pass(w, body)
	})
	r.prepare(units(token, "slow-%d", rows)...)
	if rep := newRig(t, chain, r.path, through(dial(t, slow, chain.ChainID))).send(); rep.Waiting != 0 || rep.NewlyFailed != 0 {
		t.Errorf("%+v", rep)
	}
	r.settle()
	if got := r.balance(token, receiver); got != rows {
		t.Errorf("the receiver holds %d", got)
	}
}

// lastHash is the hash under which the newest transaction was sent.
func (r *rig) lastHash() string {
	r.t.Helper()
	lines, err := r.Last(r.t.Context(), 1)
	if err != nil || len(lines) != 1 {
		r.t.Fatal(err, lines)
	}
	return lines[0].TxHash
}
