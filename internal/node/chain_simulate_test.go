package node_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/testchain"
)

// onGeths runs f on the chains whose eth_simulateV1 takes deployments.
func onGeths(t *testing.T, f func(x *chain)) {
	onAll(t, func(x *chain) {
		if x.Kind != testchain.KindAnvil {
			f(x)
		}
	})
}

func (x *chain) simulate(calls []node.CallMsg) []node.CallResult {
	x.Helper()
	got, err := x.c.Simulate(background, calls, node.Latest)
	if err != nil {
		x.Fatal(err)
	}
	if len(got) != len(calls) {
		x.Fatalf("%d results of %d calls", len(got), len(calls))
	}
	return got
}

func TestSimulateOnChains(t *testing.T) {
	onGeths(t, func(x *chain) {
		from := x.Address(0)
		x.do(&common.Address{1}, nil) // so that the next nonce is 1
		made := crypto.CreateAddress(from, 1)
		far := crypto.CreateAddress(from, 50)
		nonce := func(n uint64) *uint64 { return &n }
		got := x.simulate([]node.CallMsg{
			{From: from, Data: creation(t, answers)},
			{From: from, To: &made, Data: word(42)},
			{From: from, Data: creation(t, reverter), Nonce: nonce(50)},
			{From: from, To: &far, Nonce: nonce(51)},
			{From: from, Data: creation(t, reasoned)},
			{From: x.Address(1), To: &made, Data: word(43), Gas: 100_000},
		})
		if got[0].Err != nil || !bytes.Equal(got[0].Return, bin(t, answers)) || got[0].GasUsed < 53_000 {
			x.Errorf("deployment: %+v", got[0])
		}
		if got[1].Err != nil || !bytes.Equal(got[1].Return, word(42)) || !bytes.Equal(got[5].Return, word(43)) {
			x.Errorf("call of what was deployed: %+v, %+v", got[1], got[5])
		}
		var r *node.RevertError
		if got[2].Err != nil || !errors.As(got[3].Err, &r) || fmt.Sprintf("%x", r.Data) != "deadbeef" {
			x.Errorf("call of what was deployed at a later nonce: %+v, %+v", got[2], got[3])
		}
		if got[4].Err != nil {
			x.Errorf("deployment after it: %+v", got[4])
		}

		burn, left := crypto.CreateAddress(from, 1), crypto.CreateAddress(from, 3)
		got = x.simulate([]node.CallMsg{{From: from, Data: creation(t, burner)}, {From: from, To: &burn, Gas: 100_000}, {From: from, Data: creation(t, gasLeft)}, {From: from, To: &left}})
		if !errors.As(got[1].Err, &r) || len(r.Data) != 0 || got[1].Return != nil || got[1].GasUsed != 100_000 {
			x.Errorf("out of gas: %+v", got[1])
		}
		if gas := new(big.Int).SetBytes(got[3].Return).Uint64(); got[3].Err != nil || gas < node.MaxTxGas-22_000 || gas > node.MaxTxGas-21_000 {
			x.Errorf("gas of a call that asks for none: %d, %+v", gas, got[3])
		}

		_, poor := freshKey(t)
		if _, err := x.c.Simulate(background, []node.CallMsg{{From: poor, To: &from, Value: big.NewInt(1)}}, node.Latest); fault.ClassOf(err) != fault.Funds {
			x.Errorf("value without funds: %v", err)
		}
		if got := x.simulate([]node.CallMsg{{From: poor, To: &from}}); got[0].Err != nil {
			x.Errorf("no funds for fees: %+v", got[0])
		}
		if _, err := x.c.Simulate(background, []node.CallMsg{{From: from, To: &from, Gas: 20_000}}, node.Latest); fault.ClassOf(err) != fault.Refused {
			x.Errorf("too little gas: %v", err)
		}
		if got, err := x.c.Simulate(background, nil, node.Latest); err != nil || len(got) != 0 {
			x.Errorf("nothing: %v, %+v", err, got)
		}
		if _, err := x.c.Simulate(background, []node.CallMsg{{From: from, To: &from}}, node.At(1<<40)); !errors.Is(err, node.ErrNotFound) {
			x.Errorf("on a block of the future: %v", err)
		}
	})
}

// TestSimulateTime: on a chain that stands still, a simulation at the latest block happens now.
func TestSimulateTime(t *testing.T) {
	n := testchain.Embedded(t)
	x := connect(t, n, n.URL)
	to := x.deploy(clock)
	head, err := x.c.Header(background, node.Latest)
	if err != nil {
		t.Fatal(err)
	}
	got := new(big.Int).SetBytes(x.simulate([]node.CallMsg{{To: to}})[0].Return).Uint64()
	if now := uint64(time.Now().Unix()); got < head.Time || got+2 < now || got > max(now, head.Time)+20 {
		t.Errorf("time %d, head %d, now %d", got, head.Time, now)
	}
	res, err := x.c.Simulate(background, []node.CallMsg{{To: to}}, node.At(0))
	if err != nil {
		t.Fatal(err)
	}
	if res[0].Err != nil || len(res[0].Return) != 0 {
		t.Errorf("the contract was there before its block: %+v", res[0])
	}
}

// TestSimulateMany measures what a request takes: calls with the gas of a first transfer.
func TestSimulateMany(t *testing.T) {
	onGeths(t, func(x *chain) {
		to := x.deploy(pair)
		calls := make([]node.CallMsg, 800)
		for i := range calls {
			calls[i] = node.CallMsg{From: x.Address(0), To: to, Data: word(uint64(2*i) + 2)}
		}
		got := x.simulate(calls[:700])
		var sum uint64
		for i, r := range got {
			if r.Err != nil || r.GasUsed < 60_000 || r.GasUsed > 70_000 {
				x.Fatalf("call %d: %+v", i, r)
			}
			sum += r.GasUsed
		}
		x.Logf("700 calls of %d gas each, %d in all", got[0].GasUsed, sum)
		_, err := x.c.Simulate(background, calls, node.Latest)
		var many *node.TooManyError
		if !errors.As(err, &many) || many.Calls != 800 || many.Fit < 400 || many.Fit >= 800 {
			x.Fatalf("800 calls: %v", err)
		}
		x.simulate(calls[:many.Fit])

		// A call that fails when little is left of the request's gas has not shown what it would do.
		most := 50_000_000 / int(got[0].GasUsed)
		_, err = x.c.Simulate(background, append(calls[:most:most], node.CallMsg{From: x.Address(0), To: to, Data: word(9999)}), node.Latest)
		if !errors.As(err, &many) || many.Fit != most {
			x.Errorf("%d calls and one: %v", most, err)
		}
		// One that fails by itself, early, is told as it is.
		calls[600].Gas = 30_000
		var r *node.RevertError
		if got := x.simulate(calls[:700]); !errors.As(got[600].Err, &r) || got[601].Err != nil {
			x.Errorf("a failure among many: %+v, %+v", got[600], got[601])
		}
	})
}

func TestSimulateOnAnvil(t *testing.T) {
	n := testchain.Anvil(t)
	x := connect(t, n, n.URL)
	from := x.Address(0)
	if _, err := x.c.Simulate(background, []node.CallMsg{{From: from, Data: creation(t, answers)}}, node.Latest); !errors.Is(err, node.ErrNoSimulate) {
		t.Errorf("deployment: %v", err)
	}
	no, why, to := x.deploy(reverter), x.deploy(reasoned), x.deploy(pair)
	got := x.simulate([]node.CallMsg{{From: from, To: no}, {From: from, To: why}, {From: from, To: to, Data: word(1)}, {From: from, To: to, Data: word(1)}})
	var r *node.RevertError
	if !errors.As(got[0].Err, &r) || fmt.Sprintf("%x", r.Data) != "deadbeef" {
		t.Errorf("custom error: %+v", got[0])
	}
	if !errors.As(got[1].Err, &r) || r.Message != "execution reverted: Hi" {
		t.Errorf("reason: %+v", got[1])
	}
	if got[2].Err != nil || got[3].Err != nil || got[2].GasUsed < got[3].GasUsed+30_000 {
		t.Errorf("the second call did not see what the first stored: %+v", got)
	}
}
