package testchain

import (
	"context"
	"crypto/ecdsa"
	"math/big"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
)

var kinds = map[string]func(testing.TB, ...Option) *Node{
	KindGeth: Geth, KindAnvil: Anvil, KindEmbedded: Embedded,
}

// send sends one wei from key and returns the transaction.
func send(t *testing.T, n *Node, key *ecdsa.PrivateKey) *types.Transaction {
	t.Helper()
	ctx := context.Background()
	nonce, err := n.Client().PendingNonceAt(ctx, crypto.PubkeyToAddress(key.PublicKey))
	if err != nil {
		t.Fatal(err)
	}
	chain := new(big.Int).SetUint64(n.ChainID)
	to := common.HexToAddress("0x00000000000000000000000000000000000a11ce")
	tx := types.MustSignNewTx(key, types.LatestSignerForChainID(chain), &types.DynamicFeeTx{ChainID: chain, Nonce: nonce,
		To: &to, Value: big.NewInt(1), Gas: 21000, GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(5e9)})
	if err := n.Client().SendTransaction(ctx, tx); err != nil {
		t.Fatal(err)
	}
	return tx
}

func header(t *testing.T, n *Node, number int64) *types.Header {
	t.Helper()
	var at *big.Int
	if number >= 0 {
		at = big.NewInt(number)
	}
	h, err := n.Client().HeaderByNumber(context.Background(), at)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestNodes(t *testing.T) {
	for kind, start := range kinds {
		t.Run(kind, func(t *testing.T) {
			before := time.Now()
			n := start(t)
			t.Logf("%s started in %d ms", kind, time.Since(before).Milliseconds())
			ctx := context.Background()
			id, err := n.Client().ChainID(ctx)
			if err != nil || id.Uint64() != n.ChainID || n.Kind != kind {
				t.Errorf("chain id %v, %v; want %d; kind %s", id, err, n.ChainID, n.Kind)
			}
			for i, k := range n.Keys {
				if b, err := n.Client().BalanceAt(ctx, n.Address(i), nil); err != nil || b.BitLen() < 79 {
					t.Errorf("key %d has %v wei, %v", i, b, err)
				}
				if r := n.WaitMined(send(t, n, k).Hash()); r.Status != 1 {
					t.Errorf("key %d: status %d", i, r.Status)
				}
			}
			n.Mine(1) // geth may be about to seal an empty block after transactions
			head := n.Head()
			n.Mine(5)
			if got := n.Head(); got != head+5 {
				t.Errorf("head %d after 5 blocks upon %d", got, head)
			}
			// A reorganisation that drops a transaction, which is then taken again.
			tx := send(t, n, n.Keys[0])
			mined := n.WaitMined(tx.Hash())
			n.Mine(2)
			head = n.Head()
			n.Reorg(int(head-mined.BlockNumber.Uint64()) + 1)
			if got := n.Head(); got != head {
				t.Errorf("head %d after the reorganisation, %d before", got, head)
			}
			if h := header(t, n, mined.BlockNumber.Int64()); h.Hash() == mined.BlockHash {
				t.Errorf("block %d is still the same", h.Number)
			}
			if r, err := n.Client().TransactionReceipt(ctx, tx.Hash()); err == nil {
				t.Errorf("the dropped transaction is in block %d", r.BlockNumber)
			}
			if err := n.Client().SendTransaction(ctx, tx); err != nil {
				t.Fatal(err)
			}
			if r := n.WaitMined(tx.Hash()); r.BlockHash == mined.BlockHash {
				t.Error("mined in the block that is gone")
			}
			n.Mine(1)
			head = n.Head()
			n.Rewind(2)
			if got := n.Head(); got != head-2 {
				t.Errorf("head %d after a rewind of 2 from %d", got, head)
			}
			// The keystore opens with its password and holds the key.
			text, err := os.ReadFile(n.Keystore(t, 1, "pass"))
			if err != nil {
				t.Fatal(err)
			}
			if key, err := keystore.DecryptKey(text, "pass"); err != nil || key.Address != n.Address(1) {
				t.Errorf("keystore: %v, %v", key, err)
			}
		})
	}
}

func TestStopStartReset(t *testing.T) {
	for kind, start := range kinds {
		t.Run(kind, func(t *testing.T) {
			n := start(t)
			url, genesis := n.URL, header(t, n, 0).Hash()
			tx := send(t, n, n.Keys[1])
			mined := n.WaitMined(tx.Hash())
			n.Stop()
			if _, err := n.Client().BlockNumber(context.Background()); err == nil {
				t.Fatal("a stopped node answers")
			}
			n.Start()
			if n.URL != url {
				t.Errorf("now at %s, before at %s", n.URL, url)
			}
			if kind != KindAnvil {
				if r := n.WaitMined(tx.Hash()); r.BlockHash != mined.BlockHash {
					t.Error("another block after the restart")
				}
			}
			n.Reset()
			if h := n.Head(); h != 0 {
				t.Errorf("head %d after the reset", h)
			}
			if kind != KindAnvil && header(t, n, 0).Hash() != genesis {
				t.Error("the reset changed the genesis block")
			}
			for i := range n.Keys {
				n.WaitMined(send(t, n, n.Keys[i]).Hash())
			}
		})
	}
}

func TestGethArchive(t *testing.T) {
	n := Geth(t, Archive(), ChainID(4242))
	if n.ChainID != 4242 {
		t.Errorf("chain id %d", n.ChainID)
	}
	n.WaitMined(send(t, n, n.Keys[0]).Hash())
	before := time.Now()
	n.Mine(150)
	t.Logf("150 blocks in %d ms", time.Since(before).Milliseconds())
	if nonce, err := n.Client().NonceAt(context.Background(), n.Address(0), big.NewInt(1)); err != nil || nonce != 1 {
		t.Errorf("nonce at block 1: %d, %v", nonce, err)
	}
	n.Kill()
	n.Start()
	if h := n.Head(); h < 130 {
		t.Errorf("head %d of 151 after a kill", h)
	} else {
		t.Logf("head %d of 151 after a kill", h)
	}
}

// TestGethForgets shows why tests that look back need Archive.
func TestGethForgets(t *testing.T) {
	n := Geth(t)
	n.WaitMined(send(t, n, n.Keys[0]).Hash())
	n.Mine(140)
	if _, err := n.Client().BalanceAt(context.Background(), n.Address(0), big.NewInt(1)); err == nil {
		t.Error("state of block 1 is still there at block 141")
	} else {
		t.Log(err)
	}
	n.Kill()
	n.Start()
	t.Logf("head %d of 141 after a kill", n.Head())
}

func TestPeriod(t *testing.T) {
	for kind, start := range kinds {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			n := start(t, Period(1))
			head, before := n.Head(), time.Now()
			time.Sleep(3500 * time.Millisecond)
			got := n.Head() - head
			if took := time.Since(before); got < 2 || got > uint64(took.Seconds())+2 {
				t.Errorf("%d blocks in %s", got, took)
			}
			if h := header(t, n, -1); int64(h.Time) > time.Now().Unix() {
				t.Errorf("block %d is ahead of the clock", h.Number)
			}
		})
	}
}

func TestAnvilMissing(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(dir+"/go.mod", []byte("module x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	if _, err := anvilBinary(); err == nil || !strings.Contains(err.Error(), "run make deps") {
		t.Errorf("got %v", err)
	}
}

func TestSto(t *testing.T) {
	path := Sto(t)
	if Sto(t) != path {
		t.Error("two paths")
	}
	out, err := exec.Command(path, "version").CombinedOutput()
	if err != nil || len(out) == 0 {
		t.Errorf("%s version: %q, %v", path, out, err)
	}
}
