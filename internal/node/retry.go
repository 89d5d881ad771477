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
	base      time.Duration // the first pause; each further one is twice as long
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
	case kindTransport, kindServer, kindRate, kindMissing:
		limit = p.tries
	case kindAnswer, kindTooLarge, kindFatal: // the same answer would come again
	}
	if n >= limit {
		return 0, false
	}
	wait := p.base << min(n-1, 16)
	wait = wait/2 + time.Duration(rand.Int64N(int64(wait/2)+1)) // jitter, so that clients do not come back together
	if e.after > 0 {
		wait = e.after + wait/4
	}
	if e.kind == kindTimeout {
		passed = 0 // a time-out has its own bound
	}
	return wait, passed+wait <= p.budget
}

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

// once runs one exchange under the time-out of one, accounts for it and classifies its error.
func (c *Client) once(ctx context.Context, what string, f func(ctx context.Context, e *endpoint) error) *Error {
	e := c.pick()
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
		c.log.DebugContext(ctx, "node", "call", what, "took", took)
		return nil
	}
	out := e.classify(err, x)
	c.log.DebugContext(ctx, "node", "call", what, "took", took, "error", out.Error())
	return out
}

// repeat runs f until it succeeds, fails for good, or the policy is used up. The error is ctx's or an *Error.
func (c *Client) repeat(ctx context.Context, p policy, what string, f func(ctx context.Context, e *endpoint) error) error {
	start := time.Now()
	for n := 1; ; n++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		err := c.once(ctx, what, f)
		if err == nil {
			return nil
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		wait, again := p.pause(err, n, time.Since(start))
		if !again {
			return err
		}
		if err := sleep(ctx, wait); err != nil {
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
