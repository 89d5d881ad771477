package node

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// How long a node that failed is left alone while others answer: twice as long at each further failure in a row, and a
// random part of it, so that many clients don't come back together.
const (
	restFirst = 500 * time.Millisecond
	restLast  = time.Minute
)

// pool is the nodes of one chain, and what is known of them.
type pool struct {
	endpoints []*endpoint
	scrub     scrubber     // of the secrets of all addresses
	elapsed   atomic.Int64 // nanoseconds
	chain     atomic.Uint64
	alone     atomic.Bool // it was said that no second node agrees

	mu      sync.Mutex
	active  *endpoint // reads go there
	seen    uint64    // with several nodes: the head at the last look; a node that is behind it is asked nothing
	genesis *common.Hash
}

func newPool(chain uint64) *pool {
	p := &pool{}
	p.chain.Store(chain)
	return p
}

// add makes an endpoint of an address; nothing is sent yet.
func (p *pool) add(raw string) *endpoint {
	e := &endpoint{raw: raw, masked: Mask(raw), scrub: newScrubber(raw)}
	e.batchMax.Store(batchCalls)
	e.patience.Store(growFirst)
	p.endpoints = append(p.endpoints, e)
	all := make([]string, len(p.endpoints))
	for n := range p.endpoints {
		all[n] = p.endpoints[n].raw
	}
	p.scrub = newScrubber(all...)
	return e
}

// health is what is known of a node; the pool's lock guards it.
type health struct {
	admitted bool      // its chain id, and among several its genesis block, are right
	foreign  error     // it is on another chain: it is never used again
	failures int       // in a row
	until    time.Time // it is left alone before, while others answer
	head     uint64    // its last word on the head
	doubts   int       // how often it answered what can't be
}

// current returns the node in use.
func (c *Client) current() *endpoint {
	if c.only != nil {
		return c.only
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.active == nil {
		return c.endpoints[0]
	}
	return c.active
}

// ranked returns the nodes that may be used, those first that should be asked first. Nodes that rest come last.
func (c *Client) ranked() []*endpoint {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := time.Now()
	out := slices.DeleteFunc(slices.Clone(c.endpoints), func(e *endpoint) bool { return e.foreign != nil })
	rank := func(e *endpoint) int {
		r := 0
		if now.Before(e.until) {
			r += 1 << 20
		}
		if e != c.active {
			r++
		}
		return r + 2*min(e.doubts, 1<<16)
	}
	slices.SortStableFunc(out, func(a, b *endpoint) int { return rank(a) - rank(b) })
	return out
}

// resting reports whether e failed lately.
func (c *Client) resting(e *endpoint) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return time.Now().Before(e.until)
}

// choose returns the node for the next exchange: the best of those that were not tried yet. One that is not in use is
// first asked for its chain and its head.
func (c *Client) choose(ctx context.Context, tried map[*endpoint]bool) (*endpoint, *Error) {
	if c.only != nil {
		return c.only, c.admitted(ctx, c.only)
	}
	if len(c.endpoints) == 1 {
		return c.endpoints[0], nil
	}
	var last *Error
	for _, e := range c.ranked() {
		if tried[e] {
			continue
		}
		if e == c.current() && c.isAdmitted(e) {
			return e, nil
		}
		err := c.probe(ctx, e)
		if err == nil {
			return e, nil
		}
		if ctx.Err() != nil {
			return nil, &Error{kind: kindTransport, Message: ctx.Err().Error(), from: e}
		}
		tried[e] = true
		if last == nil || err.kind != kindBehind {
			last = err
		}
	}
	if last == nil {
		last = &Error{kind: kindTransport, Message: "no other node is left"}
	}
	return nil, last
}

func (c *Client) isAdmitted(e *endpoint) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return e.admitted
}

// admitted admits e where that is still to be done.
func (c *Client) admitted(ctx context.Context, e *endpoint) *Error {
	if len(c.endpoints) == 1 || c.isAdmitted(e) {
		return nil
	}
	return c.admit(ctx, e)
}

// probe asks e for its chain and head, and refuses it when it is behind what was seen.
func (c *Client) probe(ctx context.Context, e *endpoint) *Error {
	st, err := c.status(ctx, e)
	if err != nil {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if st.head.Number < c.seen {
		return &Error{kind: kindBehind, from: e, Message: behindWords(st.head.Number, c.seen)}
	}
	if st.syncing {
		return &Error{kind: kindBehind, from: e, Message: "it is still syncing"}
	}
	return nil
}

// note records how an exchange with e went.
func (c *Client) note(e *endpoint, err *Error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err == nil || err.kind == kindAnswer && err.is != ErrAuth || err.kind == kindTooLarge || err.kind == kindMissing {
		e.failures, e.until = 0, time.Time{}
		return
	}
	rest := min(restFirst<<min(e.failures, 10), restLast)
	rest = rest/2 + lot(rest/2)
	e.failures++
	e.until = time.Now().Add(max(rest, min(err.after, 10*restLast)))
}

// use makes e the node that reads go to.
func (c *Client) use(e *endpoint) {
	if c.only != nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.active != nil && c.active != e && len(c.endpoints) > 1 {
		c.log.Debug("node", "now", e.masked, "before", c.active.masked)
	}
	c.active = e
}

// doubt puts e behind the others, for it answered what can't be.
func (c *Client) doubt(e *endpoint) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e.doubts++
}

// Others returns clients of each other node that may be asked, for what one node alone can't vouch for.
func (c *Client) Others() []*Client {
	var out []*Client
	if !c.Several() {
		return nil
	}
	active := c.current()
	for _, e := range c.ranked() {
		if e != active && !c.resting(e) {
			out = append(out, c.pin(e))
		}
	}
	return out
}
