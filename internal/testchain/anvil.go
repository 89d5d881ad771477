package testchain

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"testing"
)

// Anvil runs anvil, as installed in contracts/node_modules. Its chain id is 31337.
func Anvil(t testing.TB, opts ...Option) *Node {
	t.Helper()
	o := collect(anvilChainID, opts)
	binary, err := anvilBinary()
	if err != nil {
		t.Fatal(err)
	}
	d := &anvilDriver{binary: binary, options: o, process: process{t: t, name: KindAnvil, ready: anvilReady}}
	return boot(t, KindAnvil, o, newKeys(t), d)
}

// anvilBinary finds the native program: the package's own script would start it as a grandchild.
func anvilBinary() (string, error) {
	root, err := moduleRoot()
	if err != nil {
		return "", err
	}
	platform, name := runtime.GOOS, "anvil"
	if platform == "windows" {
		platform, name = "win32", "anvil.exe" // npm's words
	}
	pkg := "anvil-" + platform + "-" + runtime.GOARCH
	path := filepath.Join(root, "contracts", "node_modules", "@foundry-rs", pkg, "bin", name)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("anvil is not installed (no %s): run make deps", path)
	} else if err != nil {
		return "", fmt.Errorf("find anvil: %w", err)
	}
	return path, nil
}

// anvilReady is the line by which anvil tells its port.
var anvilReady = regexp.MustCompile(`Listening on (127\.0\.0\.1:\d+)\s`)

type anvilDriver struct {
	process
	binary  string
	options options
	address string
}

func (d *anvilDriver) start() (string, error) {
	port := "0"
	if d.address != "" {
		_, p, err := net.SplitHostPort(d.address)
		if err != nil {
			return "", err
		}
		port = p
	}
	args := []string{"--host", "127.0.0.1", "--port", port, "--chain-id", strconv.FormatUint(d.options.chainID, 10),
		"--accounts", "1", "--mnemonic-random", "12", "--gas-limit", "60000000"}
	if d.options.period > 0 {
		args = append(args, "--block-time", strconv.Itoa(d.options.period))
	}
	address, err := d.process.start(d.binary, append(args, d.options.args...)...)
	if err != nil {
		return "", err
	}
	d.address = address
	return "http://" + address, nil
}

// fund gives a million ether to each key.
func (d *anvilDriver) fund(n *Node) {
	n.t.Helper()
	for i := range n.Keys {
		n.Call(nil, "anvil_setBalance", n.Address(i), "0xd3c21bcecceda1000000")
	}
}

func (d *anvilDriver) mine(n *Node, k int) {
	n.t.Helper()
	n.Call(nil, "anvil_mine", hexNumber(uint64(k)))
}

func (d *anvilDriver) reorg(n *Node, depth int) {
	n.t.Helper()
	n.Call(nil, "anvil_reorg", depth, []any{})
}

func (d *anvilDriver) wipe() error { return nil }
