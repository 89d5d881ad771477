package cli

import (
	"context"
	"time"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/scan"
	"github.com/sto-project/sto/internal/term"
)

const (
	headFirst = 500 * time.Millisecond // between the first looks at the head after a new block; a little longer each time
	headLast  = 4 * time.Second        // a third of a block of the main network
	restRatio = 10                     // a scan with its reconciliation is followed by so many times its own time without
)

// watch follows the chain until the context ends, which is an interruption, or the time is over, which is none. It
// returns the latest results.
func (j *scanJob) watch(ctx context.Context, results []*scan.Result) ([]*scan.Result, error) {
	timed := ctx
	if j.timeout > 0 {
		var cancel context.CancelFunc
		timed, cancel = context.WithTimeout(ctx, j.timeout)
		defer cancel()
	}
	j.quiet, j.opts.Start = true, nil
	bar := j.streams.Progress("Following, block", 0)
	defer bar.Done()
	var trouble error
	for poll := headFirst; ; poll = min(poll*3/2, headLast) {
		bar.Set(int64(results[0].ScannedTo.Block))
		if pause(timed, poll) != nil {
			return results, stopped(ctx, trouble)
		}
		start := time.Now()
		next, err := j.follow(timed, results)
		switch {
		case timed.Err() != nil:
			return results, stopped(ctx, trouble)
		case err == nil && next == nil: // nothing new
			trouble = nil
			continue
		case fault.Is(err, fault.Node): // a node may be away or lag for a while
			if trouble == nil {
				j.streams.Warnf("%v; asking again", err)
			}
			trouble = err
			continue
		case err != nil:
			if next != nil {
				j.tell(next)
				results = next
			}
			return results, err
		}
		trouble = nil
		j.tell(next)
		results = next
		if rest := restRatio * time.Since(start); rest > headLast && pause(timed, rest) != nil {
			return results, stopped(ctx, nil)
		}
		poll = headFirst
	}
}

// follow scans anew when the head is another block than at the last time, and returns nil when it is not.
func (j *scanJob) follow(ctx context.Context, last []*scan.Result) ([]*scan.Result, error) {
	block := node.Latest
	if j.opts.Finalized {
		block = node.Finalized
	}
	head, err := j.node.Header(ctx, block)
	if err != nil {
		return nil, err
	}
	if head.Hash == last[0].Hash {
		return nil, nil
	}
	return j.scanner.Run(ctx, j.opts)
}

// stopped is how a watch ends whose time is over, or that was interrupted.
func stopped(ctx context.Context, trouble error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return trouble
}

// tell prints a line for each token that moved, or is not in agreement.
func (j *scanJob) tell(results []*scan.Result) {
	for _, r := range results {
		if r.Reorg != nil {
			j.streams.Infof("The chain had replaced %d scanned blocks; they were read anew.", r.Reorg.Depth)
		}
		if r.Check.Outcome == captable.Differs {
			j.say(func() { showCheck(j.streams, r) })
			continue
		}
		if r.Transfers == 0 && r.Reorg == nil {
			continue
		}
		check := "not reconciled: " + r.Check.Why
		if r.Check.Outcome == captable.Agreed {
			check = "reconciled: " + plural(r.Holders, "holder") + ", 0 differences"
		}
		j.say(func() {
			j.streams.Printf("%s, block %d of %s: %s, %s", called(&r.Token), r.ScannedTo.Block, blockTime(r.ScannedTo.Time), plural(r.Transfers, "new transfer"), check)
		})
	}
}

// say prints for people, and nothing where a document is wanted.
func (j *scanJob) say(line func()) {
	if j.format != term.FormatJSON {
		line()
	}
}
