package e2e

import (
	"bytes"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"sync/atomic"
	"testing"
	"time"

	"github.com/sto-project/sto/internal/testchain"
)

// What a flaky connection does with requests that send transactions.
const (
	passOn     = iota // nothing
	swallow           // neither the node nor the program hears any more of it
	loseAnswer        // the node gets it, the program no answer
	refuse            // 503, before the node gets it
	throttle          // 429
	anyOf             // one of these, by chance
)

// flaky is a connection to a node.
type flaky struct {
	URL  string
	mode atomic.Int32
	sent atomic.Int32 // requests that sent transactions
}

// newFlaky makes a connection that is sound at first.
func newFlaky(t testing.TB, n *testchain.Node) *flaky {
	f := &flaky{}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return // the program is gone
		}
		mode := int32(passOn)
		if bytes.Contains(body, []byte("eth_sendRawTransaction")) {
			f.sent.Add(1)
			if mode = f.mode.Load(); mode == anyOf {
				mode = rand.Int32N(anyOf)
			}
		}
		switch mode {
		case swallow:
			select {
			case <-r.Context().Done():
			case <-time.After(2 * time.Second):
			}
			panic(http.ErrAbortHandler)
		case refuse:
			http.Error(w, "overloaded", http.StatusServiceUnavailable)
			return
		case throttle:
			http.Error(w, "slow down", http.StatusTooManyRequests)
			return
		}
		relay(w, n, body, mode != loseAnswer)
	}))
	t.Cleanup(s.Close)
	f.URL = s.URL
	return f
}

// relay hands a request on to a node, and its answer back when that is wanted; else the line breaks.
func relay(w http.ResponseWriter, n *testchain.Node, body []byte, back bool) {
	answer, err := http.Post(n.URL, "application/json", bytes.NewReader(body))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer answer.Body.Close()
	if !back {
		panic(http.ErrAbortHandler)
	}
	w.Header().Set("Content-Type", "application/json")
	if _, err := io.Copy(w, answer.Body); err != nil {
		panic(http.ErrAbortHandler) // the program is gone
	}
}

// TestFlakyConnection loses what is sent, or the answers to it: all is paid in the end, and once.
func TestFlakyConnection(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		mode int32
	}{{"swallowed and killed", swallow}, {"answers lost", loseAnswer}, {"refused", refuse}, {"throttled", throttle}, {"by chance", anyOf}} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d, token, rows := distributed(t, testchain.Embedded(t), 100)
			before := nonce(t, d.node, d.account)
			line := newFlaky(t, d.node)
			line.mode.Store(c.mode)
			through := d.with("STO_ETHEREUM_NODE_URL", line.URL)
			p := through.start(nil, "tx-broadcast")
			if c.mode == swallow {
				d.waitFor("the first request", func() bool { return line.sent.Load() > 0 })
				p.signal(os.Kill)
			} else {
				end := time.AfterFunc(time.Duration(times(6, 40))*time.Second, func() { line.mode.Store(passOn) })
				defer end.Stop()
			}
			r := p.wait()
			if c.mode == swallow {
				if got := nonce(t, d.node, d.account); got != before {
					t.Errorf("%d transactions came through", got-before)
				}
				if n := d.number("SELECT count(*) FROM intent WHERE state = 'pending'"); n == 0 {
					t.Error("nothing is marked as sent")
				}
			} else if r.code != 0 && r.code != 5 && r.code != 8 {
				t.Errorf("it ended with %s", r)
			}
			t.Logf("exit %d after %d requests", r.code, line.sent.Load())
			line.mode.Store(passOn)
			created(t, through.distribute(token, rows), 0, 100)
			through.send()
			d.settle()
			paidOnce(t, d.node, token, d.account, rows...)
			taggedOnce(t, d.node, token, d.account, rows...)
		})
	}
}
