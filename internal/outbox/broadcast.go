package outbox

import (
	"context"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/sto-project/sto/internal/failpoint"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// Window is how many transactions of one account may be in flight: what a pool surely holds of one account.
const Window = 64

// How long a pass waits between looks at the chain while its window is full or an earlier transaction must be mined first.
const (
	pollFast  = 5 * time.Millisecond // on a chain that takes many transactions in a second
	pollFirst = 20 * time.Millisecond
	pollLast  = 2 * time.Second
	resendAt  = 5 * time.Second // the same bytes again while the node's count stands still
)

// Broadcast sends what waits, in nonce order, within the window, until all is exposed. It sends again, unchanged, what was
// sent before and is not on the chain. Each row is checked once more when it is first exposed: its fees, what it depends
// on, the code at its receiver, and a simulation.
func (o *Outbox) Broadcast(ctx context.Context, opts BroadcastOptions) (rep *Report, err error) {
	unlock, err := o.lock(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	b := &pass{Outbox: o, opts: opts.filled(), poll: pollFirst}
	v, runErr := b.run(ctx)
	runErr = errors.Join(runErr, o.keepMark(ctx))
	if v == nil {
		return nil, runErr
	}
	if ctx.Err() != nil {
		return nil, runErr
	}
	rep, err = o.report(ctx, v, append(b.sent, b.changed.moved...), b.changed.failed)
	return rep, errors.Join(runErr, err)
}

// filled gives the options that may be nil something to call.
func (b BroadcastOptions) filled() BroadcastOptions {
	if b.Progress == nil {
		b.Progress = func(int, int) {}
	}
	if b.Notice == nil {
		b.Notice = func(string, ...any) {}
	}
	return b
}

// pass is one run of Broadcast.
type pass struct {
	*Outbox
	opts    BroadcastOptions
	sent    []int64 // exposed by this pass
	changed changes
	stop    int64 // the last nonce to expose
	total   int   // to be exposed by this pass
	left    int   // of it
	poll    time.Duration
	count   uint64    // the account's count at the last look
	stirred time.Time // when it last moved, or bytes were last sent
	trouble error     // why the node did not take what was sent last

	low    *uint64      // the lowest nonce that waits; nil: none does
	flying int          // how many are in flight before it, unsent ones included
	unsent []exposed    // recorded as in flight, and not yet handed to the node
	plan   *plan        // what may be exposed next; nil: to be looked at
	coming <-chan ahead // what comes after the plan, while it is looked at; nil: nothing is
	stuck  bool         // what waits next needs something that is not known as mined
	pace   pace

	asked  time.Time // when the node was last asked what became of what was sent
	cursor uint64    // the nonce up to which it was
}

func (b *pass) run(ctx context.Context) (*view, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer b.discard()
	defer cancel()
	v, err := b.ready(ctx)
	if err != nil {
		return nil, err
	}
	if err := b.scope(ctx); err != nil {
		return v, err
	}
	for first := true; ; first = false {
		if !first {
			if v, err = b.lookAt(ctx, &view{lazy: true}); err != nil {
				return nil, err
			}
		}
		if err := b.follow(ctx, v, first); err != nil {
			return v, err
		}
		b.opts.Progress(b.total-b.left, b.total)
		if b.done() {
			return v, b.trouble
		}
		n, err := b.advance(ctx, v)
		if err != nil {
			return v, err
		}
		if b.done() {
			b.opts.Progress(b.total, b.total)
			return v, b.trouble
		}
		if b.opts.NoWait {
			return v, fault.New(fault.Pending, "%d transactions still wait to be sent", b.left+len(b.unsent)).
				WithHint("run sto tx-broadcast again when those in flight are mined")
		}
		if b.trouble != nil && n == 0 && !b.moving() {
			return v, b.trouble
		}
		if n == 0 {
			if err := b.ask(ctx, v); err != nil {
				return v, err
			}
		}
		if err := b.sleep(ctx, n > 0); err != nil {
			return v, err
		}
	}
}

// done reports whether all is exposed, and was handed to the node.
func (b *pass) done() bool { return b.left == 0 && len(b.unsent) == 0 }

// moving reports whether the account's count rose, or something was sent, not long ago.
func (b *pass) moving() bool { return time.Since(b.stirred) < 2*resendAt }

// scope finds the nonce to stop at, and refuses a request that others of the account wait before.
func (b *pass) scope(ctx context.Context) error {
	b.stop = math.MaxInt64
	if b.opts.UpTo == "" {
		return nil
	}
	rows, err := b.Waiting(ctx)
	if err != nil {
		return err
	}
	last := -1
	for n, r := range rows {
		if r.RequestID == b.opts.UpTo {
			last = n
		}
	}
	b.stop = -1
	if last < 0 {
		return nil
	}
	b.stop = int64(rows[last].Nonce)
	var before []store.Intent
	for _, r := range rows[:last] {
		if r.RequestID != b.opts.UpTo {
			before = append(before, r)
		}
	}
	if len(before) > 0 && !b.opts.SendEarlier {
		return behind(before)
	}
	return nil
}

// exposed is a transaction that is recorded as in flight, with the bytes to send.
type exposed struct {
	intent store.Intent
	raw    []byte
}

// send hands bytes to the node, and takes its answers.
func (b *pass) send(ctx context.Context, rows []exposed) error {
	return b.judge(ctx, rows, <-b.hand(ctx, rows))
}

// hand begins to hand bytes to the node, whose answers come later.
func (b *pass) hand(ctx context.Context, rows []exposed) <-chan []node.SendResult {
	raws := make([][]byte, len(rows))
	for n := range rows {
		raws[n] = rows[n].raw
	}
	b.stirred = time.Now()
	failpoint.Here(failpoint.Exposed)
	answers := make(chan []node.SendResult, 1)
	go func() { answers <- b.Node.SendRaw(ctx, raws) }()
	return answers
}

// judge takes what the node said to what it was handed. That moves no state: an error may come after it took the bytes.
func (b *pass) judge(ctx context.Context, rows []exposed, results []node.SendResult) error {
	failpoint.Here(failpoint.Sent)
	b.trouble = nil
	for n, r := range results {
		i := &rows[n].intent
		where := fmt.Sprintf("%s (nonce %d)", term.Safe(i.Note), i.Nonce)
		words := ""
		if r.Err != nil {
			words = term.Safe(r.Err.Error())
		}
		switch r.Outcome {
		case node.Accepted, node.Known, node.NonceLow:
			continue
		case node.NoFunds:
			b.trouble = fault.New(fault.Funds, "the node did not take %s: %s", where, words).WithHint("send the account ETH, then run sto tx-broadcast again")
		case node.Underpriced, node.FeeLow:
			b.trouble = fault.New(fault.Pending, "the node did not take %s: %s", where, words).
				WithHint("it was signed with fees that are too low now; run sto tx-broadcast again when fees have fallen")
		case node.Full, node.NonceHigh:
			b.trouble = fault.New(fault.Pending, "the node did not take %s: %s", where, words).
				WithHint("it has no room for it yet, or lacks earlier ones; run sto tx-broadcast again: it sends the same bytes")
		case node.Rejected:
			b.trouble = fault.New(fault.Refused, "the node refuses %s: %s", where, words).WithHint("run sto diagnose, then sto tx-broadcast again")
		default:
			b.trouble = fault.New(fault.Node, "no answer for %s, it may have been sent: %s", where, words).
				WithHint("run sto tx-broadcast again: it sends the same bytes, never a second payment")
		}
		b.opts.Notice("%v", b.trouble)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return nil
	}
	return nil
}

func (b *pass) sleep(ctx context.Context, sent bool) error {
	switch {
	case sent && b.pace.fast(): // it took a while
		return ctx.Err()
	case b.pace.fast():
		b.poll = pollFast
	case sent:
		b.poll = pollFirst
	}
	t := time.NewTimer(b.poll)
	defer t.Stop()
	b.poll = min(b.poll*3/2, pollLast)
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
