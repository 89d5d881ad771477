package node_test

import (
	"context"
	"crypto/ecdsa"
	"encoding/hex"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/testchain"
)

// Small contracts, in the machine's language.
const (
	emitter  = "5f355f5fa100"                                                            // emits an event without data whose topic is the first word
	storer   = "60015f355500"                                                            // storage[first word] = 1
	pair     = "60015f355560015f356001015500"                                            // and storage[first word + 1] = 1: about the gas of a first transfer
	answers  = "5f355f5260205ff3"                                                        // returns the first word
	clock    = "425f5260205ff3"                                                          // returns the time of the block
	reverter = "63deadbeef5f526004601cfd"                                                // a custom error of four bytes
	reasoned = "6308c379a060e01b5f5260206004526002602452614869" + "60f01b60445260645ffd" // Error("Hi")
	gasLeft  = "5a5f5260205ff3"                                                          // returns the gas it has
	invalid  = "fe"
	burner   = "5b5f56" // loops until the gas is gone
)

var background = context.Background()

func bin(t *testing.T, h string) []byte {
	t.Helper()
	b, err := hex.DecodeString(h)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// creation returns the creation code of a contract.
func creation(t *testing.T, runtime string) []byte {
	r := bin(t, runtime)
	n := byte(len(r))
	return append([]byte{0x60, n, 0x60, 12, 0x60, 0, 0x39, 0x60, n, 0x60, 0, 0xf3}, r...)
}

func word(n uint64) []byte { return common.BigToHash(new(big.Int).SetUint64(n)).Bytes() }

// chain is a real node with a client of ours.
type chain struct {
	*testchain.Node
	*testing.T
	c *node.Client
}

func connect(t *testing.T, n *testchain.Node, url string) *chain {
	t.Helper()
	c, err := node.Dial(background, node.Options{URLs: []string{url}, ChainID: n.ChainID})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return &chain{n, t, c}
}

// onAll runs f on geth, anvil and the embedded chain.
func onAll(t *testing.T, f func(x *chain)) {
	for kind, start := range map[string]func(testing.TB, ...testchain.Option) *testchain.Node{
		testchain.KindGeth: testchain.Geth, testchain.KindAnvil: testchain.Anvil, testchain.KindEmbedded: testchain.Embedded,
	} {
		t.Run(kind, func(t *testing.T) {
			n := start(t)
			f(connect(t, n, n.URL))
		})
	}
}

// tx signs a transaction of key with fees that any of these chains takes.
func (x *chain) tx(key *ecdsa.PrivateKey, nonce uint64, to *common.Address, data []byte, change ...func(*types.DynamicFeeTx)) *types.Transaction {
	x.Helper()
	inner := &types.DynamicFeeTx{ChainID: new(big.Int).SetUint64(x.ChainID), Nonce: nonce, To: to, Data: data, Gas: 200_000,
		GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(10e9), Value: new(big.Int)}
	for _, f := range change {
		f(inner)
	}
	tx, err := types.SignNewTx(key, types.LatestSignerForChainID(inner.ChainID), inner)
	if err != nil {
		x.Fatal(err)
	}
	return tx
}

// send sends one transaction and returns its outcome.
func (x *chain) send(tx *types.Transaction) node.SendResult {
	x.Helper()
	raw, err := tx.MarshalBinary()
	if err != nil {
		x.Fatal(err)
	}
	return x.c.SendRaw(background, [][]byte{raw})[0]
}

// do sends a transaction of the first key and waits for it.
func (x *chain) do(to *common.Address, data []byte) *types.Receipt {
	x.Helper()
	nonce, err := x.c.Nonce(background, x.Address(0), node.Latest)
	if err != nil {
		x.Fatal(err)
	}
	tx := x.tx(x.Keys[0], nonce, to, data)
	if r := x.send(tx); r.Outcome != node.Accepted {
		x.Fatalf("%v: %v", r.Outcome, r.Err)
	}
	return x.WaitMined(tx.Hash())
}

// deploy puts a contract on the chain.
func (x *chain) deploy(runtime string) *common.Address {
	x.Helper()
	r := x.do(nil, creation(x.T, runtime))
	if r.Status != 1 {
		x.Fatalf("deployment of %s failed", runtime)
	}
	return &r.ContractAddress
}

func freshKey(t *testing.T) (*ecdsa.PrivateKey, common.Address) {
	t.Helper()
	k, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	return k, crypto.PubkeyToAddress(k.PublicKey)
}
