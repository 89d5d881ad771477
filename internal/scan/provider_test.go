package scan

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"

	"github.com/sto-project/sto/internal/testchain"
)

// before puts a gate before a proxy: it answers itself, and then returns true, or lets pass.
func before(t *testing.T, target string, gate func(w http.ResponseWriter, n int32, body []byte) bool) string {
	var count atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil || gate(w, count.Add(1), body) {
			return
		}
		resp, err := http.Post(target, "application/json", bytes.NewReader(body))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer resp.Body.Close()
		w.Header().Set("Content-Type", "application/json")
		if _, err := io.Copy(w, resp.Body); err != nil {
			t.Log(err)
		}
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// TestProvidersWays has providers with the usual limits of ranges, in their own words, and such as refuse whole requests:
// whatever they do, the table is the same.
func TestProvidersWays(t *testing.T) {
	n := testchain.Anvil(t)
	b := newBench(t, n)
	token := b.plain(1_000_000)
	for i := range int64(6) {
		b.transfer(0, token, n.Address(1+int(i%2)), 1+i)
		n.Mine(20)
	}
	n.Mine(2_000) // enough for ranges to grow beyond 1,000
	want := b.fresh(token)

	ranges := map[string]struct {
		widest uint64
		code   int
		text   string
	}{
		"50, a range":        {50, -32602, "exceed maximum block range: 50"},
		"50, a plan":         {50, -32600, "Under the Free tier plan, you can make eth_getLogs requests with up to a 50 block range"},
		"1,000, two numbers": {1_000, -32000, "range 1600 exceeds limit of 1000"},
		"1,000, a limit":     {1_000, -32005, "eth_getLogs is limited to a 1,000 blocks range"},
	}
	for name, c := range ranges {
		t.Run(name, func(t *testing.T) {
			p := newProxy(t, n.URL)
			p.widest, p.says = c.widest, func(_, _, _ uint64) (int, string) { return c.code, c.text }
			through := &bench{t: t, n: n, node: dial(t, p.URL), store: openStore(t)}
			through.scan(token)
			if got := through.table(token, nil); got != want {
				t.Errorf("%s, want\n%s", got, want)
			}
			if p.refused == 0 {
				t.Error("nothing was refused")
			}
		})
	}

	object := func(w http.ResponseWriter, code int, text string) bool {
		fmt.Fprintf(w, `{"jsonrpc":"2.0","id":null,"error":{"code":%d,"message":%q}}`, code, text)
		return true
	}
	calls := func(body []byte) int { return bytes.Count(body, []byte(`"method":`)) }
	gates := map[string]func(w http.ResponseWriter, n int32, body []byte) bool{
		"no batches": func(w http.ResponseWriter, _ int32, body []byte) bool {
			return calls(body) > 1 && object(w, -32600, "batch requests are not supported")
		},
		"batches of three": func(w http.ResponseWriter, _ int32, body []byte) bool {
			return calls(body) > 3 && object(w, -32600, "batch too large")
		},
		"too large a body": func(w http.ResponseWriter, _ int32, body []byte) bool {
			if calls(body) > 5 {
				w.WriteHeader(http.StatusRequestEntityTooLarge)
			}
			return calls(body) > 5
		},
		"asks to wait": func(w http.ResponseWriter, n int32, _ []byte) bool {
			if n%4 == 0 {
				w.Header().Set("Retry-After", "0")
				w.WriteHeader(http.StatusTooManyRequests)
			}
			return n%4 == 0
		},
		"cuts answers": func(w http.ResponseWriter, n int32, _ []byte) bool {
			if n%5 == 0 {
				if _, err := io.WriteString(w, `[{"jsonrpc":"2.0","id":1,"resu`); err != nil {
					t.Log(err)
				}
			}
			return n%5 == 0
		},
	}
	for name, gate := range gates {
		t.Run(name, func(t *testing.T) {
			var refused atomic.Int32
			url := before(t, n.URL, func(w http.ResponseWriter, n int32, body []byte) bool {
				yes := gate(w, n, body)
				if yes {
					refused.Add(1)
				}
				return yes
			})
			through := &bench{t: t, n: n, node: dial(t, url), store: openStore(t)}
			through.scan(token)
			if got := through.table(token, nil); got != want {
				t.Errorf("%s, want\n%s", got, want)
			}
			if refused.Load() == 0 {
				t.Error("nothing was refused")
			}
		})
	}
}
