package node

import (
	"context"
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/sto-project/sto/internal/fault"
)

func TestFailuresThatPass(t *testing.T) {
	h := newHostile(t)
	h.result("eth_gasPrice", "0x5")
	c := h.dial()
	for _, tc := range []struct {
		name string
		fail trick
	}{
		{"connection dropped", drop},
		{"truncated", truncated},
		{"HTTP 500", status(500, "oops")},
		{"HTTP 502 with HTML", status(502, "<html><body>Bad gateway</body></html>")},
		{"HTTP 429", status(429, "slow down")},
		{"HTTP 429 with JSON", status(429, `{"jsonrpc":"2.0","id":null,"error":{"code":-32000,"message":"slow"}}`)},
		{"HTTP 503 with Retry-After", status(503, "", "Retry-After", "0")},
		{"HTML with status 200", body("<html>log in</html>")},
		{"empty", body("")},
		{"neither result nor error", body(`{"jsonrpc":"2.0","id":1}`)},
		{"another id", otherID},
		{"code -32005", elementError(-32005, "limit exceeded")},
		{"code 429", elementError(429, "Your app has exceeded its compute units per second capacity")},
		{"rate limit in words", elementError(-32000, "Too Many Requests")},
	} {
		t.Run(tc.name, func(t *testing.T) {
			h.plays(nil, tc.fail)
			var got quantity
			if err := c.Call(context.Background(), &got, "eth_gasPrice"); err != nil {
				t.Fatal(err)
			}
			if got != 5 || h.exchanges() != 2 {
				t.Errorf("got %d after %d exchanges, want 5 after 2", got, h.exchanges())
			}
		})
	}
}

func TestFailuresThatStay(t *testing.T) {
	h := newHostile(t)
	c := h.dial()
	for _, tc := range []struct {
		name      string
		fail      trick
		exchanges int
		words     string
		is        error
	}{
		{"dropped", drop, 5, "EOF", nil},
		{"HTTP 500", status(500, ""), 5, "HTTP status 500", nil},
		{"rate limit", elementError(-32029, "slow"), 5, "slow (code -32029)", ErrRateLimit},
		{"HTML", body("<html>"), 3, "not what JSON-RPC prescribes", nil},
		{"another id", otherID, 3, "another question", nil},
		{"HTTP 401", status(401, "no"), 1, "HTTP status 401", ErrAuth},
		{"HTTP 403 with JSON", status(403, `{"error":{"code":-32000,"message":"not your key"}}`), 1, "not your key", ErrAuth},
		{"HTTP 404", status(404, "no"), 1, "HTTP status 404", nil},
		{"redirect", status(302, "", "Location", "http://127.0.0.1:1/"), 1, "redirect that is not followed", nil},
		{"unknown method", elementError(-32601, "Method not found"), 1, "Method not found", ErrNoMethod},
		{"no state", elementError(-32000, "missing trie node 00aa (path ) state 0x11 is not available"), 1, "trie", ErrNoState},
		{"pruned", elementError(4444, "pruned history unavailable"), 1, "pruned", ErrPruned},
		{"a revert that speaks of rate limits", elementError(3, "execution reverted: rate limit"), 1, "rate limit", nil},
		{"control characters", elementError(-32000, "a\x1b[31mb\u202ec"), 1, "(code -32000)", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			h.plays(tc.fail)
			err := c.Call(context.Background(), nil, "eth_gasPrice")
			mustContain(t, err, tc.words, c.URL(), "eth_gasPrice")
			if fault.ClassOf(err) != fault.Node {
				t.Errorf("class %d", fault.ClassOf(err))
			}
			if h.exchanges() != tc.exchanges {
				t.Errorf("%d exchanges, want %d", h.exchanges(), tc.exchanges)
			}
			for _, is := range []error{ErrRateLimit, ErrAuth, ErrNoMethod, ErrNoState, ErrPruned, ErrNotFound} {
				if errors.Is(err, is) != (is == tc.is) {
					t.Errorf("errors.Is(%v, %v) = %v", err, is, errors.Is(err, is))
				}
			}
			if strings.ContainsAny(err.Error(), "\x1b\u202e\n") {
				t.Errorf("uncleaned: %q", err)
			}
		})
	}
}

func TestTimeoutIsTriedOnceMore(t *testing.T) {
	h := newHostile(t)
	c := h.dial()
	c.timeout = 100 * time.Millisecond
	h.plays(hang)
	start := time.Now()
	err := c.Call(context.Background(), nil, "eth_gasPrice")
	mustContain(t, err, "no answer in time")
	if h.exchanges() != 2 || time.Since(start) > 2*time.Second {
		t.Errorf("%d exchanges in %v", h.exchanges(), time.Since(start))
	}
	if e := c.Elapsed(); e < 200*time.Millisecond || e > 2*time.Second {
		t.Errorf("elapsed %v", e)
	}
}

func TestRetryAfter(t *testing.T) {
	h := newHostile(t)
	h.result("eth_gasPrice", "0x5")
	c := h.dial()
	h.plays(nil, status(429, "", "Retry-After", "1"))
	start := time.Now()
	if err := c.Call(context.Background(), nil, "eth_gasPrice"); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took < time.Second || took > 3*time.Second {
		t.Errorf("came back after %v, asked for 1s", took)
	}
	h.plays(nil, status(429, "", "Retry-After", "3600"))
	start = time.Now()
	err := c.Call(context.Background(), nil, "eth_gasPrice")
	if !errors.Is(err, ErrRateLimit) || time.Since(start) > time.Second {
		t.Errorf("%v after %v, want to give up at once", err, time.Since(start))
	}
}

func TestParseRetryAfter(t *testing.T) {
	now := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	for text, want := range map[string]time.Duration{
		"": 0, "7": 7 * time.Second, " 7 ": 7 * time.Second, "-1": 0, "soon": 0, "99999999999999999999": 0,
		"Fri, 20 Nov 2026 12:00:05 GMT": 5 * time.Second, "Fri, 20 Nov 2026 11:00:00 GMT": 0,
	} {
		if got := parseRetryAfter(text, now); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestPauseIsBounded(t *testing.T) {
	p := reads()
	var total time.Duration
	for n := 1; ; n++ {
		wait, again := p.pause(&Error{kind: kindServer}, n, total)
		if !again {
			break
		}
		if wait < 0 || wait > p.base<<(n-1) {
			t.Errorf("pause %d is %v", n, wait)
		}
		total += wait
	}
	if total > p.budget {
		t.Errorf("pauses of %v in all", total)
	}
	seen := map[time.Duration]bool{}
	for range 100 {
		wait, _ := p.pause(&Error{kind: kindServer}, 3, 0)
		seen[4*wait/(p.base<<2)] = true // which quarter of the greatest pause
	}
	if len(seen) < 4 {
		t.Errorf("the pauses lie in the quarters %v only", seen)
	}
	if _, again := p.pause(&Error{kind: kindAnswer}, 1, 0); again {
		t.Error("an answer is not asked for twice")
	}
}

func TestCancelDuringPause(t *testing.T) {
	h := newHostile(t)
	c := h.dial()
	c.retry.base = 10 * time.Second
	h.plays(status(500, ""))
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(50*time.Millisecond, cancel)
	start := time.Now()
	err := c.Call(ctx, nil, "eth_gasPrice")
	if fault.ClassOf(err) != fault.Interrupted || time.Since(start) > 2*time.Second {
		t.Errorf("%v (class %d) after %v", err, fault.ClassOf(err), time.Since(start))
	}
}

func TestAnswerIsBounded(t *testing.T) {
	h := newHostile(t)
	c := h.dial()
	c.pool = newPool(7)
	if err := c.add(h.URL).open(context.Background(), time.Second, 10_000); err != nil {
		t.Fatal(err)
	}
	h.plays(body(`{"jsonrpc":"2.0","id":1,"result":"` + strings.Repeat("a", 20_000) + `"}`))
	err := c.Call(context.Background(), nil, "eth_gasPrice")
	mustContain(t, err, errTooLarge.Error())
	if h.exchanges() != 1 {
		t.Errorf("%d exchanges", h.exchanges())
	}
}

func TestDial(t *testing.T) {
	h := newHostile(t)
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	dead := "http://" + free.Addr().String()
	if err := free.Close(); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name  string
		opts  Options
		class fault.Class
		words []string
		hint  string
	}{
		{"right chain", Options{URLs: []string{h.URL}, ChainID: 7}, fault.OK, nil, ""},
		{"any chain", Options{URLs: []string{h.URL}}, fault.OK, nil, ""},
		{"first is dead", Options{URLs: []string{dead, h.URL}, ChainID: 7}, fault.OK, nil, ""},
		{"wrong chain", Options{URLs: []string{h.URL}, ChainID: 1}, fault.Conflict, []string{"chain 7", "expected chain 1", h.URL}, "--network"},
		{"refused", Options{URLs: []string{dead}}, fault.Node, []string{"can't reach the node at " + dead + ": connection refused"}, "--ethereum-node-url"},
		{"refused ws", Options{URLs: []string{strings.Replace(dead, "http", "ws", 1)}}, fault.Node, []string{"connection refused"}, "--ethereum-node-url"},
		{"no socket", Options{URLs: []string{"/nowhere/geth.ipc"}}, fault.Node, []string{"/nowhere/geth.ipc", "no such file"}, "--ethereum-node-url"},
		{"unknown host", Options{URLs: []string{"http://no-such-host.invalid"}}, fault.Node, []string{"no-such-host.invalid"}, "--ethereum-node-url"},
		{"none", Options{}, fault.Usage, []string{"no node"}, "--ethereum-node-url"},
		{"no scheme", Options{URLs: []string{"localhost:8545"}}, fault.Usage, []string{"not the address of a node"}, "http://"},
		{"odd scheme", Options{URLs: []string{"ftp://localhost"}}, fault.Usage, []string{"ftp://localhost"}, "http://"},
		{"standard input", Options{URLs: []string{"stdio://x"}}, fault.Usage, []string{"stdio"}, "http://"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			start := time.Now()
			c, err := Dial(context.Background(), tc.opts)
			if fault.ClassOf(err) != tc.class {
				t.Fatalf("error %v of class %d, want %d", err, fault.ClassOf(err), tc.class)
			}
			if err == nil {
				if c.ChainID() != 7 || c.URL() != h.URL {
					t.Errorf("chain %d at %s", c.ChainID(), c.URL())
				}
				c.Close()
				return
			}
			mustContain(t, err, tc.words...)
			if !strings.Contains(fault.Hint(err), tc.hint) {
				t.Errorf("hint %q does not hold %q", fault.Hint(err), tc.hint)
			}
			if time.Since(start) > 2*time.Second {
				t.Errorf("took %v", time.Since(start))
			}
		})
	}
}
