package outbox_test

import (
	"crypto/ecdsa"
	"encoding/hex"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/signer"
	"github.com/sto-project/sto/internal/testchain"
)

// modelDepth is how many blocks make a block final in the model test.
const modelDepth = 2

// modelWorld is the chain for one run of the model: an account of its own on the chain that all runs share. Blocks are made
// when the test says so.
type modelWorld struct {
	t      *testing.T
	chain  *testchain.Node
	node   *node.Client
	key    *ecdsa.PrivateKey
	sign   signer.Signer
	sender common.Address
	start  uint64 // the last block before the account's first transaction
}

// seenTx is a transaction of the account as the chain or the pool shows it.
type seenTx struct {
	hash     string
	to       common.Address
	fee, tip int64
	height   uint64
	block    string
}

// seenChain is the truth at one moment, read past the program.
type seenChain struct {
	head, final uint64
	hashes      map[uint64]string // of blocks, by height
	used        []seenTx          // by nonce
	settled     int               // how many of them are final
	pending     uint64
	pool        map[uint64]seenTx
}

func newModelWorld(t *testing.T, chain *testchain.Node, n *node.Client) *modelWorld {
	t.Helper()
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	s, err := signer.FromHex(hex.EncodeToString(crypto.FromECDSA(key)))
	if err != nil {
		t.Fatal(err)
	}
	w := &modelWorld{t: t, chain: chain, node: n, key: key, sign: s, sender: s.Address()}
	nonce, err := chain.Client().NonceAt(ctx, chain.Address(1), nil)
	if err != nil {
		t.Fatal(err)
	}
	chain.Call(nil, "eth_sendRawTransaction", w.signed(chain.Keys[1], nonce, w.sender, 1e18, 1))
	chain.Mine(modelDepth + 2)
	if b, err := chain.Client().BalanceAt(ctx, w.sender, nil); err != nil || b.Sign() == 0 {
		t.Fatalf("the account was not funded: %v, %v", b, err)
	}
	w.start = chain.Head()
	return w
}

// signed is an encoded transfer of wei, whose tip is gwei.
func (w *modelWorld) signed(key *ecdsa.PrivateKey, nonce uint64, to common.Address, wei, gwei int64) string {
	id := new(big.Int).SetUint64(w.chain.ChainID)
	tx := types.MustSignNewTx(key, types.LatestSignerForChainID(id), &types.DynamicFeeTx{ChainID: id, Nonce: nonce, To: &to, Value: big.NewInt(wei), Gas: 21_000,
		GasTipCap: big.NewInt(gwei * 1e9), GasFeeCap: big.NewInt((gwei + 10) * 1e9)})
	raw, err := tx.MarshalBinary()
	if err != nil {
		w.t.Fatal(err)
	}
	return "0x" + hex.EncodeToString(raw)
}

// foreign sends what another wallet with the same key would. A pool that holds something dearer may refuse it.
func (w *modelWorld) foreign(nonce uint64) {
	err := w.chain.RPC().CallContext(ctx, nil, "eth_sendRawTransaction", w.signed(w.key, nonce, w.chain.Address(2), 1, 500))
	if err != nil && !strings.Contains(err.Error(), "already known") && !strings.Contains(err.Error(), "underpriced") {
		w.t.Fatalf("another wallet: %v", err)
	}
}

// look reads the truth.
func (w *modelWorld) look() *seenChain {
	w.t.Helper()
	c := &seenChain{head: w.chain.Head(), hashes: map[uint64]string{}, pool: map[uint64]seenTx{}}
	c.final = c.head - modelDepth
	signer := types.LatestSignerForChainID(new(big.Int).SetUint64(w.chain.ChainID))
	for h := w.start; h <= c.head; h++ {
		b, err := w.chain.Client().BlockByNumber(ctx, new(big.Int).SetUint64(h))
		if err != nil {
			w.t.Fatal(err)
		}
		c.hashes[h] = b.Hash().Hex()
		for _, tx := range b.Transactions() {
			if from, err := types.Sender(signer, tx); err != nil || from != w.sender {
				continue
			}
			if int(tx.Nonce()) != len(c.used) {
				w.t.Fatalf("nonce %d in block %d after %d transactions", tx.Nonce(), h, len(c.used))
			}
			s := seen(tx)
			s.height, s.block = h, b.Hash().Hex()
			c.used = append(c.used, s)
			if h <= c.final {
				c.settled = len(c.used)
			}
		}
	}
	var err error
	if c.pending, err = w.chain.Client().PendingNonceAt(ctx, w.sender); err != nil {
		w.t.Fatal(err)
	}
	c.pending = max(c.pending, c.latest())
	var pool map[string]map[string]*types.Transaction
	w.chain.Call(&pool, "txpool_contentFrom", w.sender)
	for _, kind := range pool {
		for _, tx := range kind {
			if tx.Nonce() >= c.latest() {
				c.pool[tx.Nonce()] = seen(tx)
			}
		}
	}
	return c
}

func (c *seenChain) latest() uint64 { return uint64(len(c.used)) }

func seen(tx *types.Transaction) seenTx {
	return seenTx{hash: tx.Hash().Hex(), to: *tx.To(), fee: tx.GasFeeCap().Int64(), tip: tx.GasTipCap().Int64()}
}

// restart has the node forget what its pool holds.
func (w *modelWorld) restart() {
	w.chain.Stop()
	w.chain.Start()
}

// open opens an outbox of the account on the database at path.
func (w *modelWorld) open(path string, change func(*outbox.Config)) *rig {
	return newRig(w.t, w.chain, path, depth(modelDepth), through(w.node), func(c *outbox.Config) {
		c.Signer, c.Sender = w.sign, w.sender
		change(c)
	})
}
