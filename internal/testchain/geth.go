package testchain

import (
	"encoding/json"
	"fmt"
	"math/big"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/devnet"
)

// Geth runs `geth --dev` of the pinned go-ethereum as a child process. Its chain has the rules of the main network (a
// plain `geth --dev` runs future forks as well, where storage costs far more gas), a block gas limit of 60 million and
// a genesis block of its own. Without Archive it keeps the state of the last 128 blocks, as public nodes do.
func Geth(t testing.TB, opts ...Option) *Node {
	t.Helper()
	o := collect(defaultChainID, opts)
	binary, err := gethBinary()
	if err != nil {
		t.Fatalf("build geth: %v", err)
	}
	keys := newKeys(t)
	var accounts []common.Address
	for _, k := range keys {
		accounts = append(accounts, crypto.PubkeyToAddress(k.PublicKey))
	}
	genesis, err := devnet.NewGenesis(accounts...)
	if err != nil {
		t.Fatal(err)
	}
	if o.ownRules {
		genesis.Config = core.DeveloperGenesisBlock(devnet.GasLimit, nil).Config
	}
	// A copy: the number inside is shared with every other chain that was made from the same rules.
	rules := *genesis.Config
	rules.ChainID = new(big.Int).SetUint64(o.chainID)
	genesis.Config = &rules
	text, err := json.Marshal(genesis)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	d := &gethDriver{binary: binary, dir: dir, options: o, process: process{t: t, name: KindGeth, ready: gethReady}}
	if err := os.WriteFile(d.genesis(), text, 0o600); err != nil {
		t.Fatal(err)
	}
	return boot(t, KindGeth, o, keys, d)
}

// gethReady is the line by which geth tells its port: HTTP server started  endpoint=127.0.0.1:40123 auth=false …
var gethReady = regexp.MustCompile(`HTTP server started +endpoint=(127\.0\.0\.1:\d+) `)

type gethDriver struct {
	process
	binary, dir string
	options     options
	address     string // host:port after the first start
	withdrawals uint64 // that mine has added
}

func (d *gethDriver) genesis() string { return filepath.Join(d.dir, "genesis.json") }
func (d *gethDriver) data() string    { return filepath.Join(d.dir, "data") }

func (d *gethDriver) start() (string, error) {
	if _, err := os.Stat(d.data()); err != nil {
		args := []string{"init", "--datadir", d.data()}
		if d.options.archive {
			args = append(args, "--state.scheme", "hash")
		}
		if out, err := exec.Command(d.binary, append(args, d.genesis())...).CombinedOutput(); err != nil {
			return "", fmt.Errorf("geth init: %w\n%s", err, out)
		}
	}
	port := "0"
	if d.address != "" {
		_, p, err := net.SplitHostPort(d.address)
		if err != nil {
			return "", err
		}
		port = p
	}
	args := []string{"--dev", "--dev.period", strconv.Itoa(d.options.period), "--datadir", d.data(), "--cache", "64",
		"--http", "--http.addr", "127.0.0.1", "--http.port", port, "--http.api", "eth,net,web3,debug,txpool,dev",
		"--ipcdisable", "--nodiscover", "--maxpeers", "0", "--port", "0", "--txpool.nolocals"}
	if d.options.archive {
		args = append(args, "--gcmode", "archive", "--state.scheme", "hash")
	}
	address, err := d.process.start(d.binary, append(args, d.options.args...)...)
	if err != nil {
		return "", err
	}
	d.address = address
	return "http://" + address, nil
}

// mine adds withdrawals of nothing, the only thing besides a transaction that makes geth seal a block. It waits for the
// block with its own withdrawal, for geth may seal an empty block after one with transactions that came in quick
// succession.
func (d *gethDriver) mine(n *Node, k int) {
	n.t.Helper()
	type block struct{ Withdrawals []struct{ Index string } }
	for range k {
		before := n.Head()
		if d.options.period > 0 {
			n.wait("a block", func() bool { return n.Head() > before })
			continue
		}
		d.withdrawals++
		index := hexNumber(d.withdrawals)
		n.Call(nil, "dev_addWithdrawal", map[string]any{"index": index, "validatorIndex": "0x0",
			"address": common.Address{}, "amount": "0x0"})
		n.wait("a block", func() bool {
			for ; before < n.Head(); before++ {
				var b block
				n.Call(&b, "eth_getBlockByNumber", hexNumber(before+1), false)
				if slices.ContainsFunc(b.Withdrawals, func(w struct{ Index string }) bool { return w.Index == index }) {
					return true
				}
			}
			return false
		})
	}
}

func (d *gethDriver) reorg(n *Node, depth int) {
	n.t.Helper()
	n.Rewind(depth)
	d.mine(n, depth)
}

func (d *gethDriver) wipe() error { return os.RemoveAll(d.data()) }
