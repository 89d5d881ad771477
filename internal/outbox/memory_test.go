package outbox_test

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/testchain"
)

const (
	memoryRows = 100_000
	memoryMost = 200 // MB
	perBlock   = 550 // payments: less than half of a block's gas, so that the base fee does not rise
)

// BenchmarkMemory100k is how much memory the program takes, at its most, with a queue of 100,000 transactions: for a window
// of a broadcast, for the update of all, and for lists. The target is 200 MB.
func BenchmarkMemory100k(b *testing.B) {
	y := newYard(b, memoryRows)
	raws := y.raws(b)
	for b.Loop() {
		y.reset()
		y.takes("MB-broadcast", 8, copyDatabase(b, y.path), "tx-broadcast", "--no-wait")

		y.chain.Reset()
		setUp := y.setUp()
		y.chain.Import(1+(len(raws)+perBlock-1)/perBlock, func(i int, g *core.BlockGen) {
			if i == 0 {
				for _, tx := range setUp {
					g.AddTx(tx)
				}
				return
			}
			for _, raw := range raws[(i-1)*perBlock : min(i*perBlock, len(raws))] {
				tx := new(types.Transaction)
				if err := tx.UnmarshalBinary(raw); err != nil {
					b.Fatal(err)
				}
				g.AddTx(tx)
			}
		})
		path := copyDatabase(b, y.path)
		expose(b, path, 1, memoryRows)
		y.takes("MB-update", 0, path, "tx-update", "--confirmations", "1000000")
		y.takes("MB-again", 0, path, "tx-update", "--confirmations", "1000000", "--output", "json")
		y.takes("MB-final", 0, path, "tx-update", "--output", "csv")
		y.takes("MB-last", 0, path, "tx-last")
		y.takes("MB-list", 0, path, "tx-list", "--limit", "100000")
	}
}

// takes runs the program to its end, and reports the most memory that it took.
func (y *yard) takes(metric string, code int, path string, args ...string) {
	y.b.Helper()
	cmd := exec.Command(testchain.Sto(y.b), args...)
	cmd.Env = []string{"HOME=" + y.b.TempDir(), "STO_NETWORK=dev", "STO_ETHEREUM_NODE_URL=" + y.chain.URL, "STO_DATABASE_FILE=" + path,
		"STO_ETHEREUM_PRIVATE_KEY=" + hex.EncodeToString(crypto.FromECDSA(y.chain.Keys[0]))}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		y.b.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	most, err := 0, error(nil)
	for done := false; !done; {
		select {
		case err = <-ended:
			done = true
		case <-time.After(5 * time.Millisecond):
			most = max(most, peak(cmd.Process.Pid))
		}
	}
	if cmd.ProcessState.ExitCode() != code {
		y.b.Fatalf("%v: %v\n%s", args, err, stderr.Bytes())
	}
	y.b.ReportMetric(float64(most), metric)
	y.b.Logf("%v: %d MB, %.1f s", args, most, (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds())
	if most > memoryMost {
		y.b.Logf("%v took %d MB, more than %d", args, most, memoryMost)
	}
}

// peak is how much memory a process has taken at its most, in MB, as Linux tells it while it runs. What is told of it after its
// end counts the test's own memory, from which it was forked.
func peak(pid int) int {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0 // ended
	}
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			if kib, err := strconv.Atoi(strings.Fields(rest)[0]); err == nil {
				return kib >> 10
			}
		}
	}
	return 0
}
