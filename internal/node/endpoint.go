package node

import (
	"context"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/rpc"

	"github.com/sto-project/sto/internal/fault"
)

// maxAnswer bounds one answer of a node, in bytes. The greatest that providers are known to give is 150 MB.
const maxAnswer = 160 << 20

const nodeHint = "check that the node runs and that --ethereum-node-url is right"

// conn is what the client needs of a connection; *rpc.Client is one.
type conn interface {
	CallContext(ctx context.Context, result any, method string, args ...any) error
	BatchCallContext(ctx context.Context, b []rpc.BatchElem) error
	Close()
}

// endpoint is one node address with its connection.
type endpoint struct {
	raw    string
	masked string
	scrub  scrubber

	opening sync.Mutex
	conn    conn   // nil: not opened yet
	idle    func() // ends HTTP connections that are kept for later

	batchMax atomic.Int64 // calls per request; shrinks when the node says that a batch is too large
	full     atomic.Int64 // requests of that many calls that it took since
	patience atomic.Int64 // how many of them it takes until more are tried

	health
}

func (e *endpoint) close() {
	e.opening.Lock()
	defer e.opening.Unlock()
	if e.conn != nil {
		e.conn.Close()
		e.idle()
	}
}

// opened opens the connection of e where it is not open.
func (c *Client) opened(ctx context.Context, e *endpoint) *Error {
	e.opening.Lock()
	defer e.opening.Unlock()
	if e.conn != nil {
		return nil
	}
	return e.open(ctx, c.timeout, maxAnswer)
}

// checkAddress refuses what is not the address of a node.
func checkAddress(raw string) error {
	if isSocket(raw) {
		return nil
	}
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" || !strings.Contains(" http https ws wss ", " "+u.Scheme+" ") {
		return fault.New(fault.Usage, "%s is not the address of a node", Mask(raw)).
			WithHint("--ethereum-node-url takes http://, https://, ws:// or wss:// and a host, or the path of an IPC socket")
	}
	return nil
}

// onThisMachine reports whether an address names the loopback interface.
func onThisMachine(raw string) bool {
	u, err := url.Parse(raw)
	if err != nil {
		return false
	}
	ip := net.ParseIP(u.Hostname())
	return u.Hostname() == "localhost" || ip != nil && ip.IsLoopback()
}

// open prepares a connection whose answers may have limit bytes; for HTTP nothing is sent yet.
func (e *endpoint) open(ctx context.Context, timeout time.Duration, limit int64) *Error {
	transport, ok := http.DefaultTransport.(*http.Transport)
	if !ok {
		transport = &http.Transport{Proxy: http.ProxyFromEnvironment}
	}
	transport = transport.Clone()
	transport.MaxIdleConnsPerHost = 8
	// Between two programs of one machine compression costs more time than it saves.
	transport.DisableCompression = onThisMachine(e.raw)
	dialCtx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	client, err := rpc.DialOptions(dialCtx, e.raw,
		rpc.WithHTTPClient(&http.Client{
			Transport: &guard{next: transport, limit: limit},
			// A redirect would carry requests, and for GET an empty one, to a host that nobody chose.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		}),
		rpc.WithWebsocketMessageSizeLimit(limit))
	if err != nil {
		out := e.classify(err, nil)
		out.unreached = true
		return out
	}
	e.conn, e.idle = client, transport.CloseIdleConnections
	return nil
}

// exchange collects, for one HTTP exchange, what go-ethereum's client does not hand on.
type exchange struct {
	mu         sync.Mutex
	retryAfter time.Duration
	tooLarge   bool
	id         string // of the request when it is a single call
	head       []byte // the first bytes of the answer
	tail       []byte // the last bytes of the answer
}

const keep = 4096

type exchangeKey struct{}

// add remembers the ends of the answer.
func (x *exchange) add(p []byte) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if room := keep - len(x.head); room > 0 {
		x.head = append(x.head, p[:min(room, len(p))]...)
	}
	if len(p) > keep {
		p = p[len(p)-keep:]
	}
	x.tail = append(x.tail, p...)
	if len(x.tail) > 2*keep {
		x.tail = append(x.tail[:0], x.tail[len(x.tail)-keep:]...)
	}
}

// parseRetryAfter reads a Retry-After header: seconds or an HTTP date. 0: none that makes sense.
func parseRetryAfter(h string, now time.Time) time.Duration {
	h = strings.TrimSpace(h)
	if n, err := strconv.ParseUint(h, 10, 31); err == nil {
		return time.Duration(n) * time.Second
	}
	if t, err := http.ParseTime(h); err == nil && t.After(now) {
		return t.Sub(now)
	}
	return 0
}
