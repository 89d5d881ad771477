package node

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"
)

// policy bounds the repetition of an exchange.
type policy struct {
	tries     int           // at most, for whatever may pass
	refused   int           // at most, when there is no connection
	timeouts  int           // at most, when there is no answer in time
	malformed int           // at most, when the answer is none
	base      time.Duration // the first pause is at most this; each further one at most twice as long
	budget    time.Duration // no further try is begun once this much time has passed, pauses included
}

// reads is the policy for calls that change nothing, and for sending the same signed bytes again.
func reads() policy {
	return policy{tries: 5, refused: 4, timeouts: 2, malformed: 3, base: 250 * time.Millisecond, budget: 15 * time.Second}
}

// pause returns how long to wait before the next try, and whether there should be one. n counts the tries made.
func (p policy) pause(e *Error, n int, passed time.Duration) (time.Duration, bool) {
	limit := 0
	switch e.kind {
	case kindRefused:
		limit = p.refused
	case kindTimeout:
		limit = p.timeouts
	case kindMalformed:
		limit = p.malformed
	case kindTransport, kindServer, kindRate, kindMissing, kindBehind:
		limit = p.tries
	case kindAnswer, kindTooLarge, kindFatal: // the same answer would come again
	}
	if n >= limit {
		return 0, false
	}
	// The whole pause is drawn by lot, so that clients do not come back together:
	// https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ ("full jitter").
	wait := lot(p.base << min(n-1, 16))
	if e.after > 0 {
		wait = e.after + wait/4
	}
	if e.kind == kindTimeout {
		passed = 0 // a time-out has its own bound
	}
	return wait, passed+wait <= p.budget
}

// lot draws a time up to most.
func lot(most time.Duration) time.Duration { return time.Duration(rand.Int64N(int64(most) + 1)) }

// sleep waits, or returns the context's error.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// once runs one exchange with e under the time-out of one, accounts for it and classifies its error.
func (c *Client) once(ctx context.Context, e *endpoint, what string, f func(ctx context.Context, e *endpoint) error) *Error {
	if err := c.opened(ctx, e); err != nil {
		c.note(e, err)
		err.from = e
		return err
	}
	x := new(exchange)
	inner, cancel := context.WithTimeout(context.WithValue(ctx, exchangeKey{}, x), c.timeout)
	defer cancel()
	start := time.Now()
	err := f(inner, e)
	took := time.Since(start)
	c.elapsed.Add(int64(took))
	if err == nil && x.strayAnswer() {
		err = &Error{kind: kindMalformed, Message: "the answer belongs to another question"}
	}
	if err == nil {
		c.note(e, nil)
		c.log.DebugContext(ctx, "node", "call", what, "took", took)
		return nil
	}
	out := e.classify(err, x)
	out.from = e
	if ctx.Err() == nil {
		c.note(e, out)
	}
	c.log.DebugContext(ctx, "node", "call", what, "took", took, "error", out.Error())
	return out
}

// repeat runs f until it succeeds, fails for good, or the policy is used up. Where there are several nodes, another is
// asked at once when one fails in a way that another may not; a pause comes when all were asked. The error is ctx's or
// an *Error.
func (c *Client) repeat(ctx context.Context, p policy, what string, f func(ctx context.Context, e *endpoint) error) error {
	start := time.Now()
	for n := 1; ; n++ {
		said, worth := c.round(ctx, what, f)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if said == nil {
			return nil
		}
		wait, again := p.pause(worth, n, time.Since(start))
		if !again {
			return said
		}
		if err := sleep(ctx, wait); err != nil {
			return err
		}
	}
}

// round runs f at one node after the other until one succeeds. It returns what to tell of the failures, preferring what
// a node answered to what kept one from answering, and the failure that most calls for another round.
func (c *Client) round(ctx context.Context, what string, f func(ctx context.Context, e *endpoint) error) (said, worth *Error) {
	tried := map[*endpoint]bool{}
	for ctx.Err() == nil {
		e, err := c.choose(ctx, tried)
		if err == nil {
			if err = c.once(ctx, e, what, f); err == nil {
				if !answered(said) { // a node that merely lacks something stays in use
					c.use(e)
				}
				return nil, nil
			}
			tried[e] = true
		}
		if said == nil || !answered(said) && (answered(err) || said.kind == kindBehind) {
			said = err
		}
		if worth == nil || !worth.passing() && err.passing() {
			worth = err
		}
		if e == nil || !c.Several() || !elsewhere(err) {
			break
		}
	}
	return said, worth
}

// answered reports whether e is a node's answer.
func answered(e *Error) bool { return e != nil && e.kind == kindAnswer }

// passing reports whether e may be over soon.
func (e *Error) passing() bool {
	return e.kind != kindAnswer && e.kind != kindTooLarge && e.kind != kindFatal
}

// elsewhere reports whether another node may answer where one gave e.
func elsewhere(e *Error) bool {
	switch e.kind {
	case kindAnswer: // a node may lack history, state or methods that another has
		return e.is == ErrNoState || e.is == ErrPruned || e.is == ErrNoMethod || e.is == ErrAheadOfHead || e.is == ErrAuth || e.is == ErrNotFound
	case kindTooLarge:
		return false
	default:
		return true
	}
}

// exchange makes one call of e alone.
func (c *Client) exchange(ctx context.Context, p policy, e *endpoint, out any, method string, args ...any) *Error {
	start := time.Now()
	for n := 1; ; n++ {
		err := c.once(ctx, e, method, func(ctx context.Context, e *endpoint) error { return e.conn.CallContext(ctx, out, method, args...) })
		if err == nil {
			return nil
		}
		wait, again := p.pause(err, n, time.Since(start))
		if !again || sleep(ctx, wait) != nil {
			return err
		}
	}
}

// call makes one call under policy p. Its error is wrapped for callers.
func (c *Client) call(ctx context.Context, p policy, out any, method string, args ...any) error {
	err := c.repeat(ctx, p, method, func(ctx context.Context, e *endpoint) error {
		return e.conn.CallContext(ctx, out, method, args...)
	})
	if err != nil {
		return c.fail(ctx, method, err)
	}
	return nil
}

// Call asks the node and decodes its answer into out (nil: thrown away). Failures that may pass are tried again, so it
// is for calls that change nothing; a JSON null leaves pointers nil. Errors are of class fault.Node and hold an *Error;
// the package's Err… variables are found with errors.Is.
func (c *Client) Call(ctx context.Context, out any, method string, args ...any) error {
	return c.call(ctx, c.retry, out, method, args...)
}

// asError returns the *Error in err's chain, or nil.
func asError(err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return nil
}
