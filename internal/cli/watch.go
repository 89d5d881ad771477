package cli

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/config"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/term"
)

// How long a watch waits between its looks at the chain: a little longer each time.
const (
	watchFirst = 200 * time.Millisecond
	watchLast  = 5 * time.Second
)

// WatchFlags are the options of commands that can stay until all is settled.
type WatchFlags struct {
	Watch   bool
	Timeout time.Duration // 0: for ever

	option string
}

// add adds the option that turns the watch on, under the name given, and its time-out.
func (w *WatchFlags) add(cmd *cobra.Command, option, usage string) {
	w.option = option
	flags := cmd.Flags()
	config.BoolVar(flags, &w.Watch, option, false, usage)
	flags.DurationVar(&w.Timeout, "timeout", 10*time.Minute, "with --"+option+", give up after this `DURATION` with exit code 8; 0 never does")
}

// check refuses options that contradict each other.
func (w *WatchFlags) check(cmd *cobra.Command) error {
	switch {
	case w.Timeout < 0:
		return fault.New(fault.Usage, "--timeout is %s, but must not be negative", w.Timeout)
	case cmd.Flags().Changed("timeout") && !w.Watch:
		return fault.New(fault.Usage, "--timeout is only for --%s", w.option).WithHint("add --%s", w.option)
	}
	return nil
}

// watch asks for the fate of what is on its way until all is settled or the time is over. first is what is known so far.
// It returns the report of all that it saw, also with an error.
func (w *WatchFlags) watch(ctx context.Context, f *Factory, o *outbox.Outbox, first *outbox.Report) (*outbox.Report, error) {
	sum := &watched{}
	sum.add(first)
	end := time.Now().Add(w.Timeout)
	var bar *term.Progress
	defer func() {
		if bar != nil {
			bar.Done()
		}
	}()
	total := 0
	var trouble error
	for poll := watchFirst; sum.open() > 0; poll = min(poll*3/2, watchLast) {
		if total = max(total, sum.open()); bar == nil {
			bar = f.Streams.Progress("Settling", int64(total))
		}
		bar.Set(int64(total - sum.open()))
		if w.Timeout > 0 {
			left := time.Until(end)
			if left <= 0 {
				break
			}
			poll = min(poll, left)
		}
		if err := pause(ctx, poll); err != nil {
			return sum.end(ctx, o, err)
		}
		next, err := o.Update(ctx)
		if next != nil { // with an error, too: what was learnt before
			sum.add(next)
		}
		switch {
		case err == nil:
			trouble = nil
		case ctx.Err() != nil, !fault.Is(err, fault.Node):
			return sum.end(ctx, o, err)
		default: // a node may be away for a while
			if trouble == nil {
				f.Streams.Warnf("%v; asking again", err)
			}
			trouble = err
		}
	}
	if bar != nil {
		bar.Set(int64(total - sum.open()))
	}
	if trouble == nil && sum.open() > 0 {
		trouble = fault.New(fault.Pending, "%s on the way after %s: %d broadcasted, %d mined but not final", plural(sum.open(), "transaction"), w.Timeout,
			sum.report.Broadcasted, sum.report.Unfinal).
			WithHint("run sto tx-update --watch again, or give it more time with --timeout; sto tx-bump raises the fees of what stands still")
	}
	return sum.end(ctx, o, trouble)
}

// watched sums up reports: the counts of the latest, the lines and failures of all.
type watched struct {
	report outbox.Report
	ids    []int64
	failed int
}

func (s *watched) add(r *outbox.Report) {
	s.report = *r
	s.failed += r.NewlyFailed
	for _, l := range r.Lines {
		s.ids = append(s.ids, l.Intent.ID)
	}
}

// open is how many transactions are on their way.
func (s *watched) open() int { return s.report.Broadcasted + s.report.Unfinal }

// end completes the sum, also after an interruption. A failure on the chain is told of once only, and so goes before err.
func (s *watched) end(ctx context.Context, o *outbox.Outbox, err error) (*outbox.Report, error) {
	slices.Sort(s.ids)
	lines, linesErr := o.ByID(context.WithoutCancel(ctx), slices.Compact(s.ids))
	if linesErr != nil {
		return nil, errors.Join(err, linesErr)
	}
	s.report.Lines, s.report.NewlyFailed = lines, s.failed
	if err != nil {
		err = errors.Join(failedError(&s.report), err)
	}
	return &s.report, err
}

// pause waits, unless the context ends before.
func pause(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
