package node

import (
	"context"
	"encoding/json"
	"slices"
	"time"
)

// farAhead is by how many blocks a node may be ahead of the next one before its word on the head is not believed.
const farAhead = 1 << 12

// standing is what a node says of itself.
type standing struct {
	e       *endpoint
	head    *Header
	syncing bool
}

// status asks e whether it is on the right chain and at which block, and whether it is syncing.
func (c *Client) status(ctx context.Context, e *endpoint) (standing, *Error) {
	st := standing{e: e}
	one := c.pin(e)
	if !c.isAdmitted(e) {
		if err := c.admit(ctx, e); err != nil {
			return st, err
		}
	} else {
		var id quantity
		if err := one.exchange(ctx, one.retry, e, &id, "eth_chainId"); err != nil {
			return st, err
		}
		if err := c.sameChain(e, uint64(id)); err != nil {
			return st, err
		}
	}
	var raw *rawHeader
	if err := one.exchange(ctx, one.retry, e, &raw, "eth_getBlockByNumber", string(Latest), false); err != nil {
		return st, err
	}
	h, err := raw.header()
	if err != nil || h == nil {
		c.doubt(e)
		return st, &Error{kind: kindMalformed, Message: "the latest block is missing or incomplete", from: e}
	}
	st.head = h
	var busy json.RawMessage
	if one.exchange(ctx, one.retry, e, &busy, "eth_syncing") == nil { // some providers don't offer it
		if at, _, err := syncing(busy); err == nil {
			st.syncing = at
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	e.head = h.Number
	return st, nil
}

// survey asks all nodes for their heads, takes the most advanced one into use, and returns its head. It fails when only
// nodes answer that are behind what was seen before, unless all agree that the chain went back.
func (c *Client) survey(ctx context.Context) (*Header, error) {
	const method = "eth_getBlockByNumber"
	start := time.Now()
	for n := 1; ; n++ {
		got, all, worst := c.statuses(ctx)
		if ctx.Err() != nil {
			return nil, c.fail(ctx, method, ctx.Err())
		}
		if best, ok := c.best(got, all); ok {
			return best.head, nil
		}
		if worst == nil {
			at := uint64(0)
			for _, st := range got {
				at = max(at, st.head.Number)
			}
			worst = &Error{kind: kindBehind, from: c.current(), Message: behindWords(at, c.highest())}
		}
		wait, again := c.retry.pause(worst, n, time.Since(start))
		if !again {
			return nil, c.fail(ctx, method, worst)
		}
		if err := sleep(ctx, wait); err != nil {
			return nil, c.fail(ctx, method, err)
		}
	}
}

func (c *Client) highest() uint64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.seen
}

// statuses asks the nodes at the same time; those that failed lately only when no other answers. all says that none is
// missing.
func (c *Client) statuses(ctx context.Context) (got []standing, all bool, worst *Error) {
	ranked := c.ranked()
	fresh := slices.DeleteFunc(slices.Clone(ranked), c.resting)
	for _, nodes := range [][]*endpoint{fresh, ranked} {
		if len(nodes) == 0 {
			continue
		}
		found := make([]standing, len(nodes))
		errs := c.each(ctx, nodes, func(ctx context.Context, e *endpoint) error {
			st, err := c.status(ctx, e)
			if err != nil {
				return err
			}
			found[slices.Index(nodes, e)] = st
			return nil
		})
		for n := range nodes {
			if errs[n] == nil {
				got = append(got, found[n])
			} else if e := asError(errs[n]); e != nil && (worst == nil || !worst.passing()) {
				worst = e
			}
		}
		if len(got) > 0 {
			return got, len(got) == len(ranked), nil
		}
		if ctx.Err() != nil {
			break
		}
	}
	if worst == nil {
		worst = &Error{kind: kindFatal, Message: "no node of the chain is left"}
	}
	return nil, false, worst
}

// best takes the best of the nodes that answered into use. all says that these are all there are.
func (c *Client) best(got []standing, all bool) (standing, bool) {
	if len(got) == 0 {
		return standing{}, false
	}
	c.mu.Lock()
	if len(got) > 2 { // one that is far ahead of all others is not believed
		heads := make([]uint64, len(got))
		for n := range got {
			heads[n] = got[n].head.Number
		}
		slices.Sort(heads)
		if second := heads[len(heads)-2]; heads[len(heads)-1] > second+farAhead {
			got = slices.DeleteFunc(got, func(st standing) bool {
				if st.head.Number <= second {
					return false
				}
				st.e.doubts++
				return true
			})
		}
	}
	rank := func(st standing) (r [4]uint64) {
		if st.head.Number < c.seen {
			r[0] = 1
		}
		if st.syncing {
			r[0] += 2
		}
		r[1] = uint64(st.e.doubts)
		r[2] = ^st.head.Number
		if st.e != c.active {
			r[3] = 1
		}
		return r
	}
	top := slices.MinFunc(got, func(a, b standing) int {
		x, y := rank(a), rank(b)
		return slices.Compare(x[:], y[:])
	})
	if top.head.Number < c.seen && !all {
		c.mu.Unlock()
		return standing{}, false
	}
	c.seen = top.head.Number
	c.mu.Unlock()
	c.use(top.e)
	return top, true
}
