// Package node is the one JSON-RPC client: it dials, guards the chain id, retries, fails over, batches, and puts what
// nodes of all makes answer, and how they refuse, into a few plain types and errors.
//
// Everything a node answers is other people's text: it is cleaned before it enters an error, and checked against the
// question where a wrong answer could do harm. The secrets that node addresses carry (user info, keys in paths and
// queries) never enter an error, a log or a String().
package node

import (
	"context"
	"io"
	"log/slog"
	"slices"
	"time"

	"github.com/sto-project/sto/internal/fault"
)

// DefaultTimeout bounds one HTTP exchange when Options names no other. It lies above the 30 seconds that geth gives
// itself to write an answer.
const DefaultTimeout = 45 * time.Second

// Options says which nodes to use.
type Options struct {
	URLs    []string      // http, https, ws, wss or the path of an IPC socket, of nodes of one chain
	ChainID uint64        // the chain that they must be on; 0: do not check
	Timeout time.Duration // of one exchange; 0: DefaultTimeout
	Log     *slog.Logger  // nil: silent
}

// Client talks to the nodes of one chain. Reads go to one of them, the most advanced at the last look at the head, and to
// another when it fails; transactions go to all. It is safe for concurrent use.
type Client struct {
	*pool
	only    *endpoint // the one node to ask; nil: the pool chooses
	timeout time.Duration
	log     *slog.Logger
	retry   policy
}

// Dial connects to the nodes of opts.URLs and compares the chain id of each that answers with opts.ChainID, and their
// genesis blocks with each other. One node that answers is enough; the others are checked when they are first needed.
// Errors are of class fault.Usage (no address of a node), fault.Node (none answers) or fault.Conflict (another chain).
func Dial(ctx context.Context, opts Options) (*Client, error) { return dial(ctx, opts, reads()) }

func dial(ctx context.Context, opts Options, p policy) (*Client, error) {
	if len(opts.URLs) == 0 {
		return nil, fault.New(fault.Usage, "no node is configured").WithHint("name one with --ethereum-node-url")
	}
	c := &Client{pool: newPool(opts.ChainID), timeout: opts.Timeout, log: opts.Log, retry: p}
	if c.timeout <= 0 {
		c.timeout = DefaultTimeout
	}
	if c.log == nil {
		c.log = slog.New(slog.NewTextHandler(io.Discard, nil))
	}
	for n, raw := range opts.URLs {
		if err := checkAddress(raw); err != nil {
			return nil, err
		}
		if !slices.Contains(opts.URLs[:n], raw) { // the same node twice is no second witness
			c.add(raw)
		}
	}
	if err := c.admitAll(ctx); err != nil {
		c.Close()
		return nil, err
	}
	return c, nil
}

// URL returns the address of the node in use, its secrets masked.
func (c *Client) URL() string { return c.current().masked }

// ChainID returns the chain's id.
func (c *Client) ChainID() uint64 { return c.chain.Load() }

// String returns the masked address.
func (c *Client) String() string { return "node " + c.URL() }

// Elapsed returns the time spent waiting for nodes so far. Exchanges that ran at the same time each count.
func (c *Client) Elapsed() time.Duration { return time.Duration(c.elapsed.Load()) }

// Several reports whether more than one node is configured.
func (c *Client) Several() bool { return c.only == nil && len(c.endpoints) > 1 }

// Close ends the connections.
func (c *Client) Close() {
	for _, e := range c.endpoints {
		e.close()
	}
}

// pin returns a client of the one node e, which gives up soon.
func (c *Client) pin(e *endpoint) *Client {
	d := *c
	d.only = e
	d.retry.tries, d.retry.refused, d.retry.timeouts, d.retry.malformed = min(c.retry.tries, 3), min(c.retry.refused, 2), 1, min(c.retry.malformed, 2)
	return &d
}
