package node

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/rpc"
)

const (
	batchCalls = 500     // calls per request; geth takes 1,000
	batchBytes = 2 << 20 // bytes per request; geth takes 5 MiB over HTTP
)

// Batch makes many calls, in order, in as few requests as the node's limits allow. What single calls answered, errors
// included, stays in elems (their Error is an *Error). The returned error means that the node could not be asked; then
// some elements may be filled and others not. Only for calls that change nothing: they are repeated.
func (c *Client) Batch(ctx context.Context, elems []rpc.BatchElem) error {
	_, err := c.batch(ctx, elems)
	return err
}

// batch is Batch, and says which node answered each call.
func (c *Client) batch(ctx context.Context, elems []rpc.BatchElem) ([]*endpoint, error) {
	work, err := prepare(elems)
	if err != nil {
		return nil, err
	}
	from := make([]*endpoint, len(elems))
	for i := range work {
		work[i].from = &from[i]
	}
	return from, c.run(ctx, work, c.retry, true)
}

// job is one call of a batch with its encoded size.
type job struct {
	elem *rpc.BatchElem // the caller's
	args []any          // encoded
	size int
	from **endpoint // where to leave who answered; nil: nowhere
}

// prepare encodes the arguments once: for their size, and so that a repetition sends the same bytes.
func prepare(elems []rpc.BatchElem) ([]job, error) {
	jobs := make([]job, len(elems))
	for i := range elems {
		j := job{elem: &elems[i], args: make([]any, len(elems[i].Args)), size: 64 + len(elems[i].Method)}
		for k, a := range elems[i].Args {
			enc, err := json.Marshal(a)
			if err != nil {
				return nil, fmt.Errorf("%s, argument %d: %w", elems[i].Method, k, err)
			}
			j.args[k] = json.RawMessage(enc)
			j.size += len(enc) + 1
		}
		jobs[i] = j
	}
	return jobs, nil
}

// run sends jobs in parts. again says that elements which the node left out may be asked again.
func (c *Client) run(ctx context.Context, jobs []job, p policy, again bool) error {
	for len(jobs) > 0 {
		n, size := 0, 0
		for n < len(jobs) && n < int(c.current().batchMax.Load()) && (n == 0 || size+jobs[n].size <= batchBytes) {
			size += jobs[n].size
			n++
		}
		if err := c.part(ctx, jobs[:n], p, again); err != nil {
			return err
		}
		jobs = jobs[n:]
	}
	return nil
}

// part sends one part, smaller when the node finds it too large, and repeats the elements that may pass later.
func (c *Client) part(ctx context.Context, jobs []job, p policy, again bool) error {
	start := time.Now()
	for n := 1; len(jobs) > 0; n++ {
		what := jobs[0].elem.Method
		if len(jobs) > 1 {
			what = fmt.Sprintf("%s and %d more", what, len(jobs)-1)
		}
		err := c.repeat(ctx, p, what, func(ctx context.Context, e *endpoint) error { return e.send(ctx, jobs) })
		if e := asError(err); e != nil && len(jobs) > 1 && (batchTooLarge(e) || e.kind == kindTooLarge) {
			return c.halves(ctx, e.from, jobs, p, again)
		} else if e != nil && len(jobs) == 1 && (e.kind == kindAnswer || e.kind == kindTooLarge) {
			jobs[0].elem.Error = e
			return nil
		}
		if err != nil {
			return c.fail(ctx, what, err)
		}
		var (
			left  []job
			worst *Error
		)
		for _, j := range jobs {
			e := asError(j.elem.Error)
			switch {
			case e == nil:
			case batchTooLarge(e) && len(jobs) > 1:
				return c.halves(ctx, e.from, jobs, p, again)
			case e.kind == kindRate, again && (e.kind == kindMissing || cutShort(e) && len(jobs) > 1):
				left = append(left, j)
				if worst == nil || e.kind == kindRate {
					worst = e
				}
			}
		}
		if len(left) == 0 {
			return nil
		}
		if cutShort(worst) && len(left) > len(jobs)/2 {
			return c.halves(ctx, worst.from, left, p, again)
		} else if cutShort(worst) { // most of it was done: the rest goes on at once
			return c.part(ctx, left, p, again)
		}
		wait, goOn := p.pause(worst, n, time.Since(start))
		if !goOn {
			return nil
		}
		if worst.kind == kindRate && c.Several() && worst.from != nil { // it rests, and another is asked at once
			c.note(worst.from, worst)
			wait = min(wait, p.base)
		}
		if err := sleep(ctx, wait); err != nil {
			return c.fail(ctx, what, err)
		}
		jobs = left
	}
	return nil
}

// halves lowers the limit of calls per request of the node that refused, and sends jobs in two parts.
func (c *Client) halves(ctx context.Context, e *endpoint, jobs []job, p policy, again bool) error {
	half := (len(jobs) + 1) / 2
	e.shrink(int64(half))
	if err := c.part(ctx, jobs[:half], p, again); err != nil {
		return err
	}
	return c.part(ctx, jobs[half:], p, again)
}

// send makes one request of jobs and leaves results and classified errors in the callers' elements. A single job goes
// as a plain call, for nodes that know no batches.
func (e *endpoint) send(ctx context.Context, jobs []job) error {
	if len(jobs) == 1 {
		j := jobs[0]
		if err := e.conn.CallContext(ctx, j.elem.Result, j.elem.Method, j.args...); err != nil {
			return err
		}
		j.done(e, nil)
		e.grow(1)
		return nil
	}
	batch := make([]rpc.BatchElem, len(jobs))
	for i, j := range jobs {
		batch[i] = rpc.BatchElem{Method: j.elem.Method, Args: j.args, Result: j.elem.Result}
	}
	if err := e.conn.BatchCallContext(ctx, batch); err != nil {
		return err
	}
	for i, j := range jobs {
		var bad *Error
		if batch[i].Error != nil {
			bad = e.classify(batch[i].Error, nil)
			bad.from = e
		}
		j.done(e, bad)
	}
	e.grow(int64(len(jobs)))
	return nil
}

// done leaves what e answered.
func (j job) done(e *endpoint, err *Error) {
	j.elem.Error = nil
	if err != nil {
		j.elem.Error = err
	}
	if j.from != nil {
		*j.from = e
	}
}

// How many full requests a node takes until twice as many calls are tried: few after the first refusal, more after each
// further one, since a limit of its own does not go away.
const (
	growFirst = 8
	growLast  = 1 << 12
)

// shrink lowers the limit of calls per request.
func (e *endpoint) shrink(most int64) {
	for {
		old := e.batchMax.Load()
		if old <= most {
			return
		}
		if e.batchMax.CompareAndSwap(old, most) {
			e.full.Store(0)
			e.patience.Store(min(2*e.patience.Load(), growLast))
			return
		}
	}
}

// grow counts a request of n calls that was taken, and raises the limit after enough full ones.
func (e *endpoint) grow(n int64) {
	most := e.batchMax.Load()
	if n < most || most >= batchCalls || e.full.Add(1) < e.patience.Load() {
		return
	}
	if e.batchMax.CompareAndSwap(most, min(2*most, batchCalls)) {
		e.full.Store(0)
	}
}

// batchTooLarge reports whether a node refuses the number of calls in a request or its size. Known words: geth "batch
// too large", Erigon "batch limit 100 exceeded", Besu "number of requests in batch exceeds limit", HTTP status 413.
func batchTooLarge(e *Error) bool {
	low := strings.ToLower(e.Message)
	if e.is != nil && e.is != ErrNoMethod || !strings.Contains(low, "batch") {
		return false
	}
	for _, w := range []string{"large", "limit", "exceed", "too many", "size", "max", "support", "not allowed", "disabled"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// cutShort reports whether a node stopped within a batch because its answer grew too large (geth: -32003) or took too
// long (geth: -32002).
func cutShort(e *Error) bool {
	return e.Code == -32003 && strings.Contains(strings.ToLower(e.Message), "response too large") ||
		e.Code == -32002 && strings.Contains(strings.ToLower(e.Message), "timed out")
}
