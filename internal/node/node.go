// Package node is the one JSON-RPC client: it dials, guards the chain id, retries, batches, and puts what nodes of all
// makes answer, and how they refuse, into a few plain types and errors.
//
// Everything a node answers is other people's text: it is cleaned before it enters an error, and checked against the
// question where a wrong answer could do harm. The secrets that node addresses carry (user info, keys in paths and
// queries) never enter an error, a log or a String().
package node

import (
	"context"
	"io"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/sto-project/sto/internal/fault"
)

// DefaultTimeout bounds one HTTP exchange when Options names no other. It lies above the 30 seconds that geth gives
// itself to write an answer.
const DefaultTimeout = 45 * time.Second

// Options says which node to use.
type Options struct {
	URLs    []string      // http, https, ws, wss or the path of an IPC socket; the first that answers is used
	ChainID uint64        // the chain that it must be on; 0: do not check
	Timeout time.Duration // of one exchange; 0: DefaultTimeout
	Log     *slog.Logger  // nil: silent
}

// Client talks to one node. It is safe for concurrent use.
type Client struct {
	endpoints []*endpoint
	chain     uint64
	timeout   time.Duration
	log       *slog.Logger
	retry     policy
	elapsed   atomic.Int64 // nanoseconds
	batchMax  atomic.Int64 // calls per request; shrinks when a node says that a batch is too large
}

// Dial connects to the first node of opts.URLs that answers, and compares its chain id with opts.ChainID.
// Errors are of class fault.Node (none answers) or fault.Conflict (another chain).
func Dial(ctx context.Context, opts Options) (*Client, error) { return dial(ctx, opts, reads()) }

func dial(ctx context.Context, opts Options, p policy) (*Client, error) {
	if len(opts.URLs) == 0 {
		return nil, fault.New(fault.Usage, "no node is configured").WithHint("name one with --ethereum-node-url")
	}
	c := &Client{timeout: opts.Timeout, log: opts.Log, retry: p}
	if c.timeout <= 0 {
		c.timeout = DefaultTimeout
	}
	if c.log == nil {
		c.log = slog.New(slog.NewTextHandler(io.Discard, nil))
	}
	c.batchMax.Store(batchCalls)
	var first error
	for _, raw := range opts.URLs {
		id, err := c.connect(ctx, raw)
		if err == nil && opts.ChainID != 0 && id != opts.ChainID {
			masked := c.URL()
			c.Close()
			return nil, fault.New(fault.Conflict, "the node at %s is on chain %d, expected chain %d", masked, id, opts.ChainID).
				WithHint("choose the network with --network, or another node with --ethereum-node-url")
		}
		if err == nil {
			c.chain = id
			return c, nil
		}
		if first == nil {
			first = err
		}
		if ctx.Err() != nil {
			return nil, first
		}
	}
	return nil, first
}

// connect opens raw, asks it for its chain id and, when it answers, makes it the endpoint in use.
func (c *Client) connect(ctx context.Context, raw string) (uint64, error) {
	e, err := open(ctx, raw, c.timeout, maxAnswer)
	if err != nil {
		return 0, err
	}
	c.endpoints = []*endpoint{e}
	quick := c.retry
	quick.refused, quick.timeouts = 2, 1
	var id quantity
	if err := c.call(ctx, quick, &id, "eth_chainId"); err != nil {
		e.close()
		c.endpoints = nil
		return 0, err
	}
	return uint64(id), nil
}

// pick returns the endpoint for the next exchange: the one place that chooses.
func (c *Client) pick() *endpoint { return c.endpoints[0] }

// URL returns the address of the node in use, its secrets masked.
func (c *Client) URL() string { return c.pick().masked }

// ChainID returns the id that the node gave at Dial.
func (c *Client) ChainID() uint64 { return c.chain }

// String returns the masked address.
func (c *Client) String() string { return "node " + c.URL() }

// Elapsed returns the time spent waiting for the node so far. Exchanges that ran at the same time each count.
func (c *Client) Elapsed() time.Duration { return time.Duration(c.elapsed.Load()) }

// Close ends the connection.
func (c *Client) Close() {
	for _, e := range c.endpoints {
		e.close()
	}
}
