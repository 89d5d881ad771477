package scan

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/testchain"
)

// BenchmarkScan compares a scan, its storage and reconciliation included, with one bare eth_getLogs over the same blocks:
// of -transfers events, one or a hundred in a block, on real geth. "scan" is Run into a new database, "sto" is the program
// sto token-scan. What is bare is curl, or where that is not installed net/http; cast logs of Foundry runs along where it is.
// They take turns, so that whatever else the machine does hits all alike; ratios are those of the medians.
func BenchmarkScan(b *testing.B) {
	for _, shape := range []struct {
		name    string
		inBlock int
	}{{"sparse", 1}, {"dense", 100}} {
		b.Run(shape.name, func(b *testing.B) {
			h := newHistory(b, *benchTransfers, shape.inBlock)
			race(b, h.racers(b))
		})
	}
}

// race has all take turns, and reports.
func race(b *testing.B, racers []racer) {
	took := make([][]time.Duration, len(racers))
	for i, r := range racers { // geth indexes its logs first, and fills its caches
		turn(r)
		for last := time.Duration(0); i == 0; {
			now := turn(r)
			if last > 0 && now > last*9/10 {
				break
			}
			last = now
		}
	}
	for b.Loop() {
		for i, r := range racers {
			took[i] = append(took[i], turn(r))
		}
	}
	bare := median(took[0])
	b.ReportMetric(bare.Seconds(), "s/"+racers[0].name)
	for i, r := range racers[1:] {
		b.ReportMetric(median(took[1+i]).Seconds(), "s/"+r.name)
		b.ReportMetric(float64(median(took[1+i]))/float64(bare), "ratio:"+r.name+"/"+racers[0].name)
	}
}

func median(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)/2]
}

// past is a chain with a token whose transfers fill it.
type past struct {
	n                 *testchain.Node
	c                 *bench
	token             common.Address
	transfers, blocks int
}

// newHistory has geth import a chain that begins with the issuance of a token, which goes on to be sent to -holders
// addresses in turn.
func newHistory(b *testing.B, transfers, inBlock int) *past {
	b.Helper()
	h := &past{n: testchain.Geth(b, testchain.Archive()), transfers: transfers, blocks: (transfers + inBlock - 1) / inBlock}
	from := h.n.Address(0)
	h.token = crypto.CreateAddress(from, 0)
	deploy, err := contract.Builtin().DeployTestToken("Plain token", "PLN", 2, big.NewInt(1e15))
	check(b, err)
	nonce := 0
	h.n.Import(h.blocks, func(_ int, block *core.BlockGen) {
		for range min(inBlock, transfers-nonce) {
			tx := &types.DynamicFeeTx{ChainID: new(big.Int).SetUint64(h.n.ChainID), Nonce: uint64(nonce), Gas: 100_000, GasFeeCap: big.NewInt(2e9)}
			if nonce == 0 {
				tx.Data, tx.Gas = deploy, 5_000_000
			} else {
				holder := common.BytesToAddress(crypto.Keccak256(word(nonce % *benchHolders)))
				tx.To, tx.Data = &h.token, contract.Transfer(holder, big.NewInt(int64(nonce)))
			}
			block.AddTx(types.MustSignNewTx(h.n.Keys[0], block.Signer(), tx))
			nonce++
		}
	})
	h.c = newBench(b, h.n)
	return h
}

// racer is one way to read all events.
type racer struct {
	name    string
	prepare func() // not timed
	run     func()
}

func turn(r racer) time.Duration {
	if r.prepare != nil {
		r.prepare()
	}
	start := time.Now()
	r.run()
	return time.Since(start)
}

// racers lists who takes part. The first is what the others are compared with.
func (h *past) racers(b *testing.B) []racer {
	question := fmt.Sprintf(`{"jsonrpc":"2.0","id":1,"method":"eth_getLogs","params":[{"address":"%s","topics":["%s"],"fromBlock":"0x1","toBlock":"0x%x"}]}`,
		h.token, contract.TopicTransfer(), h.blocks)
	size := func(n int64) {
		if n < int64(h.transfers)*500 {
			b.Fatalf("an answer of %d bytes", n)
		}
	}
	var all []racer
	if path, err := exec.LookPath("curl"); err == nil {
		all = append(all, racer{name: "curl", run: func() {
			size(outputOf(b, path, "--silent", "--header", "Content-Type: application/json", "--data", question, h.n.URL))
		}})
	}
	plain := &http.Client{Transport: &http.Transport{DisableCompression: true}} // as curl does
	all = append(all, racer{name: "net-http", run: func() {
		resp, err := plain.Post(h.n.URL, "application/json", strings.NewReader(question))
		check(b, err)
		n, err := io.Copy(io.Discard, resp.Body)
		check(b, err)
		check(b, resp.Body.Close())
		size(n)
	}})
	all = append(all, racer{name: "scan", prepare: func() { h.c.store = openStore(b) }, run: func() {
		res, err := run1(b.Context(), h.c.scanner(), Options{Tokens: []common.Address{h.token}, Reconcile: true})
		check(b, err)
		if res.Transfers != h.transfers || res.Check.Outcome != captable.Agreed {
			b.Fatalf("%+v", res)
		}
	}})
	sto, dir, runs := testchain.Sto(b), b.TempDir(), 0
	all = append(all, racer{name: "sto", prepare: func() { runs++ }, run: func() { h.program(b, sto, dir, runs) }})
	if path, err := exec.LookPath("cast"); err == nil {
		all = append(all, racer{name: "cast", run: func() {
			size(outputOf(b, path, "logs", "--rpc-url", h.n.URL, "--from-block", "1", "--to-block", fmt.Sprint(h.blocks), "--address", h.token.Hex(),
				"Transfer(address indexed,address indexed,uint256)"))
		}})
	}
	return all
}

// program runs sto token-scan, with a database of its own.
func (h *past) program(b *testing.B, sto, dir string, run int) {
	var out, problems bytes.Buffer
	cmd := exec.CommandContext(b.Context(), sto, "token-scan", "--token-address", h.token.Hex(), "--output", "json", "--network", "dev",
		"--ethereum-node-url", h.n.URL, "--database-file", filepath.Join(dir, fmt.Sprintf("%d.sqlite", run)))
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = dir, []string{"HOME=" + dir, "PATH=" + os.Getenv("PATH")}, &out, &problems
	if err := cmd.Run(); err != nil {
		b.Fatalf("sto token-scan: %v\n%s", err, &problems)
	}
	var doc struct {
		Transfers  int
		Reconciled string
	}
	check(b, json.Unmarshal(out.Bytes(), &doc))
	if doc.Transfers != h.transfers || doc.Reconciled != "agreed" {
		b.Fatalf("sto token-scan: %s", &out)
	}
}

// outputOf runs a program and returns the size of what it prints.
func outputOf(b *testing.B, program string, args ...string) int64 {
	cmd := exec.CommandContext(b.Context(), program, args...)
	out, err := cmd.StdoutPipe()
	check(b, err)
	check(b, cmd.Start())
	n, err := io.Copy(io.Discard, out)
	check(b, err)
	check(b, cmd.Wait())
	return n
}
