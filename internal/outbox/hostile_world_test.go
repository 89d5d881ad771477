package outbox_test

import (
	"context"
	"crypto/ecdsa"
	"fmt"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/testchain"
)

// hostileWorld is the chain that all seeds share.
type hostileWorld struct {
	t     *testing.T
	dir   string
	chain *testchain.Node
	rpc   *rpc.Client
	token common.Address
	next  map[int]uint64 // nonces of the chain's own keys
}

// newHostileWorld starts geth, which makes a block every 150 ms besides those for transactions, and gives the account of
// each seed ETH and shares.
func newHostileWorld(t *testing.T, seeds []uint64) *hostileWorld {
	t.Helper()
	w := &hostileWorld{t: t, dir: t.TempDir(), chain: testchain.Geth(t), next: map[int]uint64{}}
	w.rpc = w.chain.RPC()
	w.token = newRig(t, w.chain, "").token()
	for first := 0; first < len(seeds); first += 50 {
		for _, s := range seeds[first:min(first+50, len(seeds))] {
			a := crypto.PubkeyToAddress(seedKey(s).PublicKey)
			w.pay(1, a, new(big.Int).Exp(big.NewInt(10), big.NewInt(18), nil), nil)
			w.pay(0, w.token, nil, contract.Transfer(a, big.NewInt(1000)))
		}
		w.chain.WaitMined(w.pay(0, w.chain.Address(2), nil, nil))
		w.chain.WaitMined(w.pay(1, w.chain.Address(2), nil, nil))
	}
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for tick := time.NewTicker(150 * time.Millisecond); ; {
			select {
			case <-stop:
				tick.Stop()
				return
			case <-tick.C:
				if err := w.rpc.Call(nil, "dev_addWithdrawal", map[string]any{"index": "0x0", "validatorIndex": "0x0", "address": common.Address{}, "amount": "0x0"}); err != nil {
					t.Logf("make a block: %v", err)
				}
			}
		}
	}()
	t.Cleanup(func() { close(stop); <-done })
	return w
}

func seedKey(seed uint64) *ecdsa.PrivateKey {
	k, err := crypto.ToECDSA(crypto.Keccak256([]byte(fmt.Sprintf("hostile %d", seed))))
	if err != nil {
		panic(err)
	}
	return k
}

// pay sends a transaction of the chain's own key past the outbox.
func (w *hostileWorld) pay(key int, to common.Address, value *big.Int, data []byte) common.Hash {
	w.t.Helper()
	ctx := context.Background()
	nonce, known := w.next[key]
	if !known { // geth's own count of what is pending goes back at times
		var err error
		if nonce, err = w.chain.Client().NonceAt(ctx, w.chain.Address(key), nil); err != nil {
			w.t.Fatal(err)
		}
	}
	w.next[key] = nonce + 1
	id := new(big.Int).SetUint64(w.chain.ChainID)
	tx, err := types.SignNewTx(w.chain.Keys[key], types.LatestSignerForChainID(id), &types.DynamicFeeTx{ChainID: id, Nonce: nonce, To: &to, Value: value,
		Data: data, Gas: 200_000, GasFeeCap: big.NewInt(10_000_000_000), GasTipCap: big.NewInt(1)})
	if err != nil {
		w.t.Fatal(err)
	}
	if err := w.chain.Client().SendTransaction(ctx, tx); err != nil {
		w.t.Fatal(err)
	}
	return tx.Hash()
}
