package testchain

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/devnet"
)

// Embedded runs the embedded devnet in the test's process: the quickest of the three, with every state kept.
func Embedded(t testing.TB, opts ...Option) *Node {
	t.Helper()
	o := collect(defaultChainID, opts)
	if o.chainID != defaultChainID || len(o.args) > 0 {
		t.Fatal("the embedded devnet has neither another chain id nor arguments")
	}
	keys := newKeys(t)
	d := &embeddedDriver{options: devnet.Options{
		Dir:     filepath.Join(t.TempDir(), "devnet"),
		Period:  time.Duration(o.period) * time.Second,
		Instant: !o.wallClock,
	}}
	for _, k := range keys[1:] {
		d.options.Funded = append(d.options.Funded, crypto.PubkeyToAddress(k.PublicKey))
	}
	n := boot(t, KindEmbedded, o, keys, d)
	n.Keys[0] = d.key(t)
	return n
}

type embeddedDriver struct {
	options devnet.Options
	chain   *devnet.Chain // nil while stopped
}

// Chain is the embedded devnet behind the node, for its paths (sto.ini and the like); nil for the other kinds.
func (n *Node) Chain() *devnet.Chain {
	if d, ok := n.driver.(*embeddedDriver); ok {
		return d.chain
	}
	return nil
}

func (d *embeddedDriver) start() (string, error) {
	if d.chain != nil {
		return "", errors.New("it is running already")
	}
	c, err := devnet.Start(context.Background(), d.options)
	if err != nil {
		return "", err
	}
	d.chain = c
	return c.URL(), nil
}

// stop is always orderly: only the death of the process is a kill, and then there is nothing left to do.
func (d *embeddedDriver) stop(bool) error {
	if d.chain == nil {
		return nil
	}
	c := d.chain
	d.chain = nil
	return c.Close()
}

func (d *embeddedDriver) mine(n *Node, k int) {
	n.t.Helper()
	if err := d.chain.Mine(k); err != nil {
		n.t.Fatal(err)
	}
}

func (d *embeddedDriver) reorg(n *Node, depth int) {
	n.t.Helper()
	n.Rewind(depth)
	d.mine(n, depth)
}

// wipe empties the chain data, and leaves the folder that a devnet wants to find.
func (d *embeddedDriver) wipe() error {
	chain := filepath.Join(d.options.Dir, "chain")
	return errors.Join(os.RemoveAll(chain), os.Mkdir(chain, 0o700))
}

// key opens the devnet's keystore.
func (d *embeddedDriver) key(t testing.TB) *ecdsa.PrivateKey {
	t.Helper()
	text, err := os.ReadFile(d.chain.KeystorePath())
	if err != nil {
		t.Fatal(err)
	}
	password, err := os.ReadFile(d.chain.PasswordPath())
	if err != nil {
		t.Fatal(err)
	}
	key, err := keystore.DecryptKey(text, string(password))
	if err != nil {
		t.Fatal(err)
	}
	return key.PrivateKey
}
