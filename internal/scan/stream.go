package scan

import (
	"context"
	"errors"

	"github.com/sto-project/sto/internal/node"
)

const (
	inFlight  = 2         // requests at once: with one the node waits for us, with four nothing is gained
	lookAhead = 6         // ranges at most that are asked for or wait for an earlier one
	firstSpan = 100       // blocks of the first range: enough for a scan that goes on, and quickly widened
	widest    = 1_000_000 // blocks
	growth    = 4         // times that a range may be wider than the one before
	wanted    = 5_000     // logs of a range, some 3 MB: little to wait for at the end, and geth answers at most 25 MB to a batch
	firstCalm = 8         // ranges to stay below a width that was refused before it is tried again
)

// pacer finds how wide ranges may be.
type pacer struct {
	span    uint64 // blocks of the next range
	ceiling uint64 // no wider for now
	calm    int    // ranges of the ceiling's width since it was set
	wait    int    // ranges to wait before the ceiling is raised
}

func newPacer() *pacer { return &pacer{span: firstSpan, ceiling: widest, wait: firstCalm} }

// good is told of a range that came.
func (p *pacer) good(blocks uint64, logs int) {
	ideal := uint64(widest)
	if logs > 0 {
		ideal = max(1, min(ideal, blocks*wanted/uint64(logs)))
	}
	switch {
	case ideal < p.span:
		p.span = max(ideal, p.span/growth, 1)
	case blocks < p.span: // says nothing about wider ones
	case p.span < p.ceiling:
		p.span = min(growth*p.span, ideal, p.ceiling)
	default:
		if p.calm++; p.calm >= p.wait && p.ceiling < widest {
			p.ceiling = min(2*p.ceiling, widest)
			p.calm, p.wait = 0, min(2*p.wait, 1024)
		}
	}
}

// refused is told of a range that was too wide, and of the width that the node suggests (0: none).
func (p *pacer) refused(blocks, suggested uint64) {
	next := max(1, blocks/2)
	if suggested > 0 && suggested < blocks {
		next = suggested
	}
	if next < p.span {
		p.span = next
	}
	p.ceiling, p.calm = p.span, 0
}

// job is a range on its way.
type job struct {
	from, to uint64
	running  bool
	done     *part
}

type answer struct {
	job  *job
	part *part
	err  error
}

// stream reads a range of blocks with two requests in flight, and delivers them in order, without gaps. A range that
// the node refuses is split, down to single blocks. No range crosses a cut: each of these blocks ends one.
func stream(ctx context.Context, from, to uint64, cuts []uint64, p *pacer,
	fetch func(ctx context.Context, from, to uint64) (*part, error), deliver func(*part) error) (err error) {
	ctx, cancel := context.WithCancel(ctx)
	answers := make(chan answer)
	running := 0
	defer func() {
		cancel()
		for ; running > 0; running-- {
			<-answers
		}
	}()
	var queue []*job
	next, more := from, from <= to // next: first block without a job
	for more || len(queue) > 0 {
		for running < inFlight {
			var j *job
			if queue, j = pick(queue, p.span); j == nil {
				if !more || len(queue) >= lookAhead {
					break
				}
				j = &job{from: next, to: upTo(next, to, p.span, cuts)}
				queue = append(queue, j)
				more = j.to < to
				next = j.to + 1
			}
			j.running = true
			running++
			go func() {
				got, err := fetch(ctx, j.from, j.to)
				answers <- answer{j, got, err}
			}()
		}
		// What has come is delivered while the next are on their way.
		if queue[0].done != nil {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := deliver(queue[0].done); err != nil {
				return err
			}
			queue = queue[1:]
			continue
		}
		a := <-answers
		running--
		a.job.running = false
		var tooWide *node.RangeError
		switch {
		case a.err == nil:
			a.job.done = a.part
			p.good(a.job.to-a.job.from+1, a.part.logs)
		case errors.As(a.err, &tooWide) && a.job.to > a.job.from:
			suggested := uint64(0) // the error's 0 to 0 stands for no suggestion
			if tooWide.To > 0 && tooWide.From == a.job.from && tooWide.To >= tooWide.From {
				suggested = tooWide.To - tooWide.From + 1
			}
			p.refused(a.job.to-a.job.from+1, suggested)
		default:
			return a.err
		}
	}
	return ctx.Err()
}

// pick returns the first job that waits, cut to span blocks when it is wider; the rest of it waits behind it.
func pick(queue []*job, span uint64) ([]*job, *job) {
	for i, j := range queue {
		if j.running || j.done != nil {
			continue
		}
		if j.to-j.from+1 > span {
			rest := &job{from: j.from + span, to: j.to}
			j.to = rest.from - 1
			queue = append(queue[:i+1], append([]*job{rest}, queue[i+1:]...)...)
		}
		return queue, j
	}
	return queue, nil
}

// upTo returns the last block of a range of at most span blocks.
func upTo(from, to, span uint64, cuts []uint64) uint64 {
	if to-from >= span {
		to = from + span - 1
	}
	for _, c := range cuts {
		if from <= c && c < to {
			to = c
		}
	}
	return to
}
