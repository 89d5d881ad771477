package devnet

import (
	"errors"
	"fmt"
	"math/big"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childEnv); dir != "" {
		runChild(dir)
		return
	}
	os.Exit(m.Run())
}

// run starts a devnet in dir that stops with the test.
func run(t *testing.T, o Options) *Chain {
	t.Helper()
	c, err := Start(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
	return c
}

// wallet signs with the devnet's keystore, as its users do.
type wallet struct {
	t      *testing.T
	client *ethclient.Client
	key    *keystore.Key
	nonce  uint64
}

func open(t *testing.T, url, keystorePath, passwordPath string) *wallet {
	t.Helper()
	client, err := ethclient.Dial(url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	password := read(t, passwordPath)
	key, err := keystore.DecryptKey([]byte(read(t, keystorePath)), password)
	if err != nil {
		t.Fatal(err)
	}
	nonce, err := client.NonceAt(t.Context(), key.Address, nil)
	if err != nil {
		t.Fatal(err)
	}
	return &wallet{t, client, key, nonce}
}

func (w *wallet) send() *types.Transaction {
	w.t.Helper()
	return w.sendPaying(3e9, 2)
}

// sendPaying sends one wei with a fee cap and a tip in wei.
func (w *wallet) sendPaying(feeCap, tip int64) *types.Transaction {
	w.t.Helper()
	to := common.HexToAddress("0x00000000000000000000000000000000000a11ce")
	tx := types.MustSignNewTx(w.key.PrivateKey, types.LatestSignerForChainID(big.NewInt(ChainID)), &types.DynamicFeeTx{
		ChainID: big.NewInt(ChainID), Nonce: w.nonce, To: &to, Value: big.NewInt(1), Gas: 21000,
		GasTipCap: big.NewInt(tip), GasFeeCap: big.NewInt(feeCap),
	})
	if err := w.client.SendTransaction(w.t.Context(), tx); err != nil {
		w.t.Fatal(err)
	}
	w.nonce++
	return tx
}

func (w *wallet) mined(tx *types.Transaction) *types.Receipt {
	w.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if r, err := w.client.TransactionReceipt(w.t.Context(), tx.Hash()); err == nil {
			return r
		}
	}
	w.t.Fatalf("transaction %s was not mined", tx.Hash())
	return nil
}

func (w *wallet) head() *types.Header {
	w.t.Helper()
	h, err := w.client.HeaderByNumber(w.t.Context(), nil)
	if err != nil {
		w.t.Fatal(err)
	}
	return h
}

func (c *Chain) wallet(t *testing.T) *wallet {
	return open(t, c.URL(), c.KeystorePath(), c.PasswordPath())
}

func read(t *testing.T, path string) string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestSendAndRestart(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "chain one")
	c := run(t, Options{Dir: dir})
	w := c.wallet(t)
	if id, err := w.client.ChainID(t.Context()); err != nil || id.Uint64() != ChainID {
		t.Fatalf("chain id %v, %v", id, err)
	}
	genesis, err := w.client.HeaderByNumber(t.Context(), big.NewInt(0))
	if err != nil {
		t.Fatal(err)
	}
	tx := w.send()
	first := w.mined(tx)
	if first.Status != 1 {
		t.Fatalf("status %d", first.Status)
	}
	url, config := c.URL(), read(t, c.ConfigPath())
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Fatalf("second Close: %v", err)
	}

	c = run(t, Options{Dir: dir})
	if c.URL() != url {
		t.Errorf("the restart listens at %s, not %s", c.URL(), url)
	}
	if got := read(t, c.ConfigPath()); got != config {
		t.Errorf("the restart changed %s:\n%s", configName, got)
	}
	w = c.wallet(t)
	again, err := w.client.HeaderByNumber(t.Context(), big.NewInt(0))
	if err != nil || again.Hash() != genesis.Hash() {
		t.Fatalf("genesis block after the restart: %v, %v", again, err)
	}
	if r := w.mined(tx); r.BlockHash != first.BlockHash {
		t.Errorf("after the restart the transaction is in block %s, not %s", r.BlockHash, first.BlockHash)
	}
	if p, err := w.client.SyncProgress(t.Context()); err != nil || p != nil {
		t.Errorf("after the restart eth_syncing answers %+v, %v", p, err)
	}
	if r := w.mined(w.send()); r.BlockNumber.Uint64() != 2 || w.nonce != 2 {
		t.Errorf("block %d, nonce %d", r.BlockNumber, w.nonce)
	}
}

func TestFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "d")
	c := run(t, Options{Dir: dir})
	for path, mode := range map[string]os.FileMode{
		dir: 0o700, filepath.Dir(c.KeystorePath()): 0o700, c.KeystorePath(): 0o600, c.PasswordPath(): 0o600,
		c.ConfigPath(): 0o600, filepath.Join(dir, metaName): 0o600,
	} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%s: %v, %v, want %o", path, info.Mode(), err, mode)
		}
	}
	want := fmt.Sprintf("# Written by the devnet of this folder.\nnetwork = dev\nethereum-node-url = %s\n"+
		"database-file = %s/transactions.sqlite\nkeystore = %s\npassword-file = %s/password.txt\n",
		c.URL(), dir, c.KeystorePath(), dir)
	if got := read(t, c.ConfigPath()); got != want {
		t.Errorf("%s is\n%s\nwant\n%s", configName, got, want)
	}
	w := c.wallet(t)
	if w.key.Address != c.Account() {
		t.Errorf("the keystore is of %s, the account %s", w.key.Address, c.Account())
	}
	million, _ := new(big.Int).SetString("1000000000000000000000000", 10)
	if b, err := w.client.BalanceAt(t.Context(), c.Account(), nil); err != nil || b.Cmp(million) != 0 {
		t.Errorf("balance %v, %v", b, err)
	}
}

func TestTwoDevnetsDiffer(t *testing.T) {
	a, b := run(t, Options{Dir: t.TempDir()}), run(t, Options{Dir: t.TempDir()})
	if a.Account() == b.Account() || a.URL() == b.URL() {
		t.Errorf("accounts %s and %s, at %s and %s", a.Account(), b.Account(), a.URL(), b.URL())
	}
	// Alike but for the random address, they would differ still.
	ga, err := NewGenesis(a.Account())
	if err != nil {
		t.Fatal(err)
	}
	gb, err := NewGenesis(a.Account())
	if err != nil {
		t.Fatal(err)
	}
	gb.Timestamp = ga.Timestamp
	if ga.ToBlock().Hash() == gb.ToBlock().Hash() {
		t.Error("two genesis blocks for one account share a hash")
	}
}

// TestMainNetworkGas has a storage slot cost what it costs on the main network.
func TestMainNetworkGas(t *testing.T) {
	w := run(t, Options{Dir: t.TempDir()}).wallet(t)
	gas, err := w.client.EstimateGas(t.Context(), ethereum.CallMsg{From: w.key.Address, Data: common.FromHex("0x6001600055")})
	// 53,000 for a creation and 22,100 for a new slot; the estimate may be 1.5 percent high.
	if err != nil || gas < 75_100 || gas > 77_000 {
		t.Errorf("a deployment that sets one slot takes %d gas, %v", gas, err)
	}
}

func TestHostNames(t *testing.T) {
	c := run(t, Options{Dir: t.TempDir(), Host: "localhost"})
	for host, want := range map[string]int{"localhost": 200, "127.0.0.1": 200, "evil.example": 403} {
		r, err := http.NewRequestWithContext(t.Context(), "POST", c.URL(),
			strings.NewReader(`{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":[]}`))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/json")
		r.Host = host
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := answer.Body.Close(); err != nil || answer.StatusCode != want {
			t.Errorf("host %s: %d, %v, want %d", host, answer.StatusCode, err, want)
		}
	}
}

func TestMethods(t *testing.T) {
	c := run(t, Options{Dir: t.TempDir(), Instant: true})
	w := c.wallet(t)
	rpc := w.client.Client()
	if _, err := w.client.TransactionReceipt(t.Context(), common.Hash{1}); !errors.Is(err, ethereum.NotFound) {
		t.Errorf("receipt of an unknown transaction before block 1: %v", err)
	}
	tx := w.send()
	w.mined(tx)
	for _, call := range []struct {
		method string
		args   []any
		absent bool
	}{
		{"web3_clientVersion", nil, false}, {"net_version", nil, false}, {"txpool_status", nil, false},
		{"eth_getBlockByNumber", []any{"finalized", false}, false}, {"eth_getBlockByNumber", []any{"safe", false}, false},
		{"eth_getLogs", []any{map[string]any{"fromBlock": "0x0", "toBlock": "0x1"}}, false},
		{"eth_newBlockFilter", nil, false}, {"eth_feeHistory", []any{"0x2", "latest", []int{50}}, false},
		{"debug_traceTransaction", []any{tx.Hash(), map[string]any{"tracer": "callTracer"}}, false},
		{"eth_simulateV1", []any{map[string]any{"blockStateCalls": []any{map[string]any{"calls": []any{
			map[string]any{"from": c.Account(), "input": "0x6001600055"}}}}}, "latest"}, false},
		{"debug_cpuProfile", []any{"/nonexistent/file", 1}, true}, {"admin_nodeInfo", nil, true}, {"miner_setExtra", []any{""}, true},
	} {
		var out any
		err := rpc.CallContext(t.Context(), &out, call.method, call.args...)
		if call.absent && (err == nil || !strings.Contains(err.Error(), "does not exist")) {
			t.Errorf("%s is offered: %v", call.method, err)
		}
		if !call.absent && (err != nil || out == nil) {
			t.Errorf("%s: %v, %v", call.method, out, err)
		}
	}
	if err := rpc.CallContext(t.Context(), nil, "dev_mine", "0x7fffffffffffffff"); err == nil {
		t.Error("dev_mine takes any number")
	}
}
