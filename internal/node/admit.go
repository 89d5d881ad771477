package node

import (
	"context"
	"fmt"
	"time"

	"github.com/sto-project/sto/internal/fault"
)

// grace is how long the answers of other nodes are waited for once one has answered.
const grace = time.Second

// admitAll checks all nodes at once. It fails when one is on a wrong chain, or when none answers.
func (c *Client) admitAll(ctx context.Context) error {
	if len(c.endpoints) == 1 {
		err := c.admit(ctx, c.endpoints[0])
		if err != nil {
			return c.fail(ctx, "eth_chainId", err)
		}
		c.use(c.endpoints[0])
		return nil
	}
	errs := c.each(ctx, c.endpoints, func(ctx context.Context, e *endpoint) error {
		if err := c.admit(ctx, e); err != nil {
			return err
		}
		return nil
	})
	var first *endpoint
	for n, e := range c.endpoints {
		if bad := asError(errs[n]); bad != nil && bad.ready != nil {
			return bad.ready
		}
		if first == nil && errs[n] == nil {
			first = e
		}
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if first == nil {
		return c.fail(ctx, "eth_chainId", errs[0])
	}
	for n, e := range c.endpoints {
		if errs[n] != nil {
			c.log.WarnContext(ctx, "a node does not answer", "node", e.masked, "error", errs[n].Error())
		}
	}
	c.use(first)
	return nil
}

// each runs f for nodes at the same time, and returns their errors. Once one has succeeded, the others get a grace.
func (c *Client) each(ctx context.Context, nodes []*endpoint, f func(ctx context.Context, e *endpoint) error) []error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	type outcome struct {
		n   int
		err error
	}
	done := make(chan outcome, len(nodes))
	for n, e := range nodes {
		go func() { done <- outcome{n, f(ctx, e)} }()
	}
	errs := make([]error, len(nodes))
	var limit <-chan time.Time
	for left := len(nodes); left > 0; {
		select {
		case o := <-done:
			left--
			errs[o.n] = o.err
			if o.err == nil && limit == nil {
				limit = time.After(grace)
			}
		case <-limit:
			limit = nil
			cancel() // f returns soon
		}
	}
	return errs
}

// admit opens e, where it is not open, and compares its chain id with the client's, and among several nodes its genesis
// block with theirs. A node of another chain is marked as foreign.
func (c *Client) admit(ctx context.Context, e *endpoint) *Error {
	if err := c.opened(ctx, e); err != nil {
		c.note(e, err)
		return err
	}
	one := c.pin(e)
	p := one.retry
	p.tries, p.refused, p.timeouts = c.retry.tries, 2, 1
	if len(c.endpoints) > 1 {
		p.tries = 2
	}
	var id quantity
	if err := one.exchange(ctx, p, e, &id, "eth_chainId"); err != nil {
		return err
	}
	if err := c.sameChain(e, uint64(id)); err != nil {
		return err
	}
	if len(c.endpoints) > 1 {
		var raw *rawHeader
		err := one.exchange(ctx, p, e, &raw, "eth_getBlockByNumber", string(At(0)), false)
		h, bad := raw.header()
		switch {
		case err != nil && err.kind != kindAnswer:
			return err
		case err != nil, bad != nil, h == nil: // a node may have pruned it: then the chain id has to do
		default:
			if err := c.sameGenesis(e, h); err != nil {
				return err
			}
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	e.admitted = true
	return nil
}

// sameChain compares a chain id that e gave with the client's, which it sets where none is known yet.
func (c *Client) sameChain(e *endpoint, id uint64) *Error {
	c.mu.Lock()
	defer c.mu.Unlock()
	want := c.chain.Load()
	switch want {
	case 0:
		c.chain.Store(id)
		return nil
	case id:
		return nil
	}
	return c.expel(e, fault.New(fault.Conflict, "the node at %s is on chain %d, expected chain %d", e.masked, id, want).
		WithHint("choose the network with --network, or another node with --ethereum-node-url"))
}

func (c *Client) sameGenesis(e *endpoint, h *Header) *Error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.genesis == nil {
		c.genesis = &h.Hash
		return nil
	}
	if *c.genesis == h.Hash {
		return nil
	}
	return c.expel(e, fault.New(fault.Conflict, "the node at %s is on another chain than the others: its genesis block is %s, not %s",
		e.masked, h.Hash, *c.genesis).WithHint("take the wrong one out of --ethereum-node-url"))
}

// expel ends the use of e. The caller holds the lock.
func (c *Client) expel(e *endpoint, why error) *Error {
	e.foreign, e.admitted = why, false
	c.log.Warn("a node is not used any more", "node", e.masked, "error", why.Error())
	return &Error{kind: kindFatal, Message: why.Error(), from: e, ready: why}
}

func behindWords(at, seen uint64) string {
	return fmt.Sprintf("it is at block %d, but block %d was seen", at, seen)
}
