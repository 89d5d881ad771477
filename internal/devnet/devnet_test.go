package devnet

import (
	"context"
	"encoding/json"
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

	"github.com/sto-project/sto/internal/fault"
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

func TestRefusals(t *testing.T) {
	running := t.TempDir()
	c := run(t, Options{Dir: running})
	foreign := t.TempDir()
	write(t, filepath.Join(foreign, "thesis.txt"), "x")
	file := filepath.Join(t.TempDir(), "file")
	write(t, file, "x")
	half := t.TempDir()
	write(t, filepath.Join(half, lockName), "")
	write(t, filepath.Join(half, passwordName), "x")
	_, port, _ := strings.Cut(strings.TrimPrefix(c.URL(), "http://"), ":")
	var taken int
	if _, err := fmt.Sscan(port, &taken); err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		o     Options
		class fault.Class
		want  string
	}{
		"no folder":      {Options{}, fault.Usage, "has no folder"},
		"control":        {Options{Dir: "a\nb"}, fault.Usage, "control character"},
		"all interfaces": {Options{Dir: t.TempDir(), Host: "0.0.0.0"}, fault.Usage, "not a loopback address"},
		"public":         {Options{Dir: t.TempDir(), Host: "192.0.2.7"}, fault.Usage, "not a loopback address"},
		"name":           {Options{Dir: t.TempDir(), Host: "example.org"}, fault.Usage, "not a loopback address"},
		"port":           {Options{Dir: t.TempDir(), Port: 70000}, fault.Usage, "not between 0 and 65535"},
		"taken port":     {Options{Dir: t.TempDir(), Port: taken}, fault.Conflict, "can't be used"},
		"period":         {Options{Dir: t.TempDir(), Period: 1500 * time.Millisecond}, fault.Usage, "whole number of seconds"},
		"running":        {Options{Dir: running}, fault.Conflict, "already running in " + running},
		"foreign":        {Options{Dir: foreign}, fault.Usage, "is not empty and holds no devnet"},
		"file":           {Options{Dir: file}, fault.General, "make the devnet's folder"},
		"half made":      {Options{Dir: half}, fault.General, "first start was interrupted"},
	} {
		t.Run(name, func(t *testing.T) {
			c, err := Start(t.Context(), tc.o)
			if err == nil {
				t.Fatal(c.Close(), "started")
			}
			if !strings.Contains(err.Error(), tc.want) || fault.ClassOf(err) != tc.class || strings.Contains(err.Error(), "\n") {
				t.Errorf("class %d: %v", fault.ClassOf(err), err)
			}
		})
	}
	if entries, err := os.ReadDir(foreign); err != nil || len(entries) != 1 {
		t.Errorf("the foreign folder was touched: %v, %v", entries, err)
	}
	c.wallet(t).head() // and the running one still runs
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Start(ctx, Options{Dir: t.TempDir()}); fault.ClassOf(err) != fault.Interrupted {
		t.Errorf("cancelled: %v", err)
	}
}

func TestDamagedFolder(t *testing.T) {
	for name, tc := range map[string]struct {
		damage func(t *testing.T, dir string)
		want   string
	}{
		"meta":     {func(t *testing.T, dir string) { write(t, filepath.Join(dir, metaName), "{") }, "devnet.json can't be read"},
		"version":  {func(t *testing.T, dir string) { write(t, filepath.Join(dir, metaName), `{"version":7}`) }, "of version 7"},
		"genesis":  {func(t *testing.T, dir string) { write(t, filepath.Join(dir, metaName), `{"version":1}`) }, "no genesis block"},
		"password": {func(t *testing.T, dir string) { remove(t, filepath.Join(dir, passwordName)) }, "password.txt is missing"},
		"chain":    {func(t *testing.T, dir string) { remove(t, filepath.Join(dir, chainName)) }, "chain is missing"},
		"database": {func(t *testing.T, dir string) {
			files, err := filepath.Glob(filepath.Join(dir, chainName, "devnet", "chaindata", "MANIFEST-*"))
			if err != nil || len(files) == 0 {
				t.Fatal(files, err)
			}
			for _, f := range files {
				write(t, f, "no manifest")
			}
		}, "its chain data can't be read"},
		"other genesis": {func(t *testing.T, dir string) {
			var m meta
			if err := json.Unmarshal([]byte(read(t, filepath.Join(dir, metaName))), &m); err != nil {
				t.Fatal(err)
			}
			m.Genesis.Timestamp--
			if err := (folder{dir: dir, meta: m}).finish(); err != nil {
				t.Fatal(err)
			}
		}, "its chain data can't be read"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := run(t, Options{Dir: dir}).Close(); err != nil {
				t.Fatal(err)
			}
			tc.damage(t, dir)
			c, err := Start(t.Context(), Options{Dir: dir})
			if err == nil {
				t.Fatal(c.Close(), "started")
			}
			if !strings.Contains(err.Error(), "is damaged: ") || !strings.Contains(err.Error(), tc.want) || fault.Hint(err) == "" {
				t.Error(err)
			}
		})
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

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
}
