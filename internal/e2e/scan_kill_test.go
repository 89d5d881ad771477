package e2e

import (
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strconv"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/testchain"
)

// logRange is the range of an eth_getLogs.
var logRange = regexp.MustCompile(`"fromBlock":"0x([0-9a-f]+)".*?"toBlock":"0x([0-9a-f]+)"`)

// newSlow is a provider before a node, which takes its time for logs, and refuses ranges of more than widest blocks.
func newSlow(t testing.TB, n *testchain.Node, pause time.Duration, widest uint64) string {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return // the program is gone
		}
		if m := logRange.FindSubmatch(body); m != nil {
			time.Sleep(pause)
			from, ferr := strconv.ParseUint(string(m[1]), 16, 64)
			to, terr := strconv.ParseUint(string(m[2]), 16, 64)
			if ferr != nil || terr != nil {
				t.Errorf("a range that is none: %s", m[0])
			}
			if to-from >= widest {
				fmt.Fprintf(w, `{"jsonrpc":"2.0","id":null,"error":{"code":-32602,"message":"exceed maximum block range %d"}}`, widest)
				return
			}
		}
		relay(w, n, body, true)
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// TestScanKilled kills the program at any moment of a scan, several times: in the end the tables are those of a scan that
// nothing disturbed.
func TestScanKilled(t *testing.T) {
	t.Parallel()
	n := testchain.Anvil(t)
	d := newDesk(t, n)
	token := d.issue("KILL", "100000")
	rows := makeRows("kill", 60)
	d.distribute(token, rows)
	d.send()
	n.Mine(400)
	d.settle()
	act(t, n, 0, &token, call("transfer(address,uint256)", common.LeftPadBytes(n.Address(1).Bytes(), 32), word(shares("7"))))
	n.Mine(300)
	head := d.node.Head()
	first := head - 700 // the distribution was before that

	// Slow and narrow, so that there is something to interrupt.
	slow := newSlow(t, n, 20*time.Millisecond, 25)
	through := d.fresh(t).with("STO_ETHEREUM_NODE_URL", slow)
	killed := 0
	for range times(3, 30) {
		p := through.start(nil, "token-scan", "--token-address", token.Hex())
		time.Sleep(time.Duration(60+rand.IntN(400)) * time.Millisecond)
		p.signal(os.Kill)
		if p.wait().code == -1 {
			killed++
		}
	}
	if t.Logf("killed %d times", killed); killed == 0 {
		t.Error("no run was killed before its end")
	}
	through.ok("token-scan", "--token-address", token.Hex())
	through.ok("db-check")
	whole := d.fresh(t)
	whole.ok("token-scan", "--token-address", token.Hex())
	for _, block := range []uint64{first, (first + head) / 2, head} {
		args := []string{"cap-table", "--token-address", token.Hex(), "--at-block", strconv.FormatUint(block, 10), "--output", "json"}
		got, want := through.ok(args...).stdout, whole.ok(args...).stdout
		if got != want {
			t.Errorf("block %d after kills:\n%s\nundisturbed:\n%s", block, got, want)
		}
	}
}
