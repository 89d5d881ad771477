// Package testchain starts real Ethereum nodes for tests: go-ethereum (geth), anvil, and the embedded devnet. It is
// imported by tests alone; the product never needs it.
//
// Each node has its own folder, free loopback port, genesis block and freshly drawn, funded keys, so that tests can run
// beside each other. Blocks are made as soon as transactions come; their times run ahead of the wall clock when more
// than one is made in a second (WallClock and Period avoid that). A node dies with its test.
package testchain

import (
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/google/uuid"
)

// The kinds of nodes.
const (
	KindGeth     = "geth"
	KindAnvil    = "anvil"
	KindEmbedded = "embedded"
)

// keyCount is the number of funded keys of every node.
const keyCount = 3

// Node is a running node. Its methods fail the test rather than return errors, and belong to the test's goroutine.
type Node struct {
	// URL of the JSON-RPC port, http. It stays the same over Stop and Start.
	URL string
	// ChainID is 1337 (geth, embedded) or 31337 (anvil) unless the option says otherwise.
	ChainID uint64
	// Kind is KindGeth, KindAnvil or KindEmbedded.
	Kind string
	// Keys are three fresh keys with a million ether each (embedded: Keys[0] is the devnet's own account).
	Keys []*ecdsa.PrivateKey

	t      testing.TB
	driver driver
	client *rpc.Client
}

// driver is what differs between the kinds.
type driver interface {
	// start starts the node on its folder and port, and returns its URL once it answers.
	start() (url string, err error)
	// stop ends the node, in order or at once (kill -9). Stopping a stopped node does nothing.
	stop(kill bool) error
	// mine makes k blocks without transactions of the test's keys.
	mine(n *Node, k int)
	// reorg replaces the last depth blocks by as many empty ones.
	reorg(n *Node, depth int)
	// wipe removes the chain of a stopped node, but not its genesis block.
	wipe() error
}

// boot starts a node of the given kind for the test.
func boot(t testing.TB, kind string, o options, keys []*ecdsa.PrivateKey, d driver) *Node {
	t.Helper()
	n := &Node{Kind: kind, ChainID: o.chainID, Keys: keys, t: t, driver: d}
	t.Cleanup(func() {
		if n.client != nil {
			n.client.Close()
		}
		if err := d.stop(true); err != nil {
			t.Errorf("stop %s: %v", kind, err)
		}
	})
	n.Start()
	return n
}

// Address is the account of Keys[i].
func (n *Node) Address(i int) common.Address { return crypto.PubkeyToAddress(n.Keys[i].PublicKey) }

// RPC is a client of the node, closed with the test. It survives Stop and Start.
func (n *Node) RPC() *rpc.Client {
	n.t.Helper()
	if n.client == nil {
		c, err := rpc.Dial(n.URL)
		if err != nil {
			n.t.Fatalf("dial %s: %v", n.Kind, err)
		}
		n.client = c
	}
	return n.client
}

// Client is RPC with typed methods.
func (n *Node) Client() *ethclient.Client { return ethclient.NewClient(n.RPC()) }

// Call calls a JSON-RPC method; out may be nil.
func (n *Node) Call(out any, method string, args ...any) {
	n.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := n.RPC().CallContext(ctx, out, method, args...); err != nil {
		n.t.Fatalf("%s of %s: %v", method, n.Kind, err)
	}
}

// Head is the number of the latest block.
func (n *Node) Head() uint64 {
	n.t.Helper()
	head, err := n.Client().BlockNumber(context.Background())
	if err != nil {
		n.t.Fatalf("head of %s: %v", n.Kind, err)
	}
	return head
}

// WaitMined waits for a receipt, half a minute at most.
func (n *Node) WaitMined(tx common.Hash) *types.Receipt {
	n.t.Helper()
	var receipt *types.Receipt
	overlooked := time.Now().Add(5 * time.Second)
	n.wait("the receipt of "+tx.Hex(), func() bool {
		if n.Kind == KindGeth && time.Now().After(overlooked) { // geth --dev does not always see what comes just when it has started
			n.Mine(1)
			overlooked = overlooked.Add(time.Minute)
		}
		r, err := n.Client().TransactionReceipt(context.Background(), tx)
		// Before block 1 geth answers so for what it does not know.
		if err != nil && !errors.Is(err, ethereum.NotFound) && !strings.Contains(err.Error(), "indexing is in progress") {
			n.t.Fatalf("receipt of %s: %v", n.Kind, err)
		}
		receipt = r
		return err == nil
	})
	return receipt
}

// wait polls until ok, half a minute at most.
func (n *Node) wait(what string, ok func() bool) {
	n.t.Helper()
	for end := time.Now().Add(30 * time.Second); !ok(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(end) {
			n.t.Fatalf("%s did not deliver %s within half a minute", n.Kind, what)
		}
	}
}

// Mine makes k blocks. Their times may run ahead of the wall clock, by about k seconds.
func (n *Node) Mine(k int) {
	n.t.Helper()
	n.driver.mine(n, k)
}

// Reorg replaces the last depth blocks by as many empty ones; the head keeps its number. The node forgets the
// transactions of the replaced blocks, and takes them when they are sent again.
func (n *Node) Reorg(depth int) {
	n.t.Helper()
	if head := n.Head(); depth < 1 || uint64(depth) > head {
		n.t.Fatalf("reorg of %d blocks at block %d", depth, head)
	}
	n.driver.reorg(n, depth)
}

// Rewind drops the last depth blocks: the head goes back, as on a node that was restored from a copy.
func (n *Node) Rewind(depth int) {
	n.t.Helper()
	head := n.Head()
	if depth < 1 || uint64(depth) > head {
		n.t.Fatalf("rewind of %d blocks at block %d", depth, head)
	}
	if n.Kind == KindAnvil {
		n.Call(nil, "anvil_rollback", depth)
		return
	}
	n.Call(nil, "debug_setHead", hexNumber(head-uint64(depth)))
	n.wait("the rewound head", func() bool { return n.Head() == head-uint64(depth) })
}

// Stop stops the node in order. Start continues the chain, but for anvil, which keeps nothing.
func (n *Node) Stop() {
	n.t.Helper()
	if err := n.driver.stop(false); err != nil {
		n.t.Fatalf("stop %s: %v", n.Kind, err)
	}
}

// Kill stops the node as kill -9 does. geth with Archive loses a few blocks then, without it all of them as a rule. The
// embedded devnet can't be killed without the test, which fails.
func (n *Node) Kill() {
	n.t.Helper()
	if n.Kind == KindEmbedded {
		n.t.Fatal("the embedded devnet can't be killed without the test's own process")
	}
	if err := n.driver.stop(true); err != nil {
		n.t.Fatalf("kill %s: %v", n.Kind, err)
	}
}

// Start starts a stopped node again on the same port. anvil begins a new chain, with the same keys and funds.
func (n *Node) Start() {
	n.t.Helper()
	url, err := n.driver.start()
	if err != nil {
		n.t.Fatalf("start %s: %v", n.Kind, err)
	}
	n.URL = url
	if d, ok := n.driver.(*anvilDriver); ok {
		d.fund(n)
	}
}

// Reset makes the chain begin anew from its genesis block, on the same port and with the same funds: what a
// development chain that keeps nothing looks like after a restart.
func (n *Node) Reset() {
	n.t.Helper()
	n.Stop()
	if err := n.driver.wipe(); err != nil {
		n.t.Fatalf("reset %s: %v", n.Kind, err)
	}
	n.Start()
}

// Keystore writes Keys[i] into an encrypted keystore file in a folder of t and returns its path. The encryption is
// light, so that opening it takes little time.
func (n *Node) Keystore(t testing.TB, i int, password string) string {
	t.Helper()
	id, err := uuid.NewRandom()
	if err != nil {
		t.Fatal(err)
	}
	key := &keystore.Key{Id: id, Address: n.Address(i), PrivateKey: n.Keys[i]}
	text, err := keystore.EncryptKey(key, password, keystore.LightScryptN, keystore.LightScryptP)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "keystore.json")
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func newKeys(t testing.TB) []*ecdsa.PrivateKey {
	t.Helper()
	keys := make([]*ecdsa.PrivateKey, keyCount)
	for i := range keys {
		k, err := ecdsa.GenerateKey(crypto.S256(), rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		keys[i] = k
	}
	return keys
}
