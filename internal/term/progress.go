package term

import (
	"fmt"
	"time"

	"github.com/schollz/progressbar/v3"
)

// Progress is a bar on Err. Where no person looks, or under Quiet, it is there but draws nothing. Notices may be written
// while it stands; they appear above it.
type Progress struct {
	s    *Streams
	bar  *progressbar.ProgressBar
	done bool
}

// Progress starts a bar towards total; a total of 0 or less is unknown. Call Done when the work ends, well or not.
func (s *Streams) Progress(label string, total int64) *Progress {
	if !s.ErrTTY || s.Quiet {
		return &Progress{s: s}
	}
	if total <= 0 {
		total = -1
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	p := &Progress{s: s, bar: progressbar.NewOptions64(total,
		progressbar.OptionSetWriter(s.Err), // the library's own default is stdout
		progressbar.OptionSetDescription(Safe(label)),
		progressbar.OptionShowCount(),
		progressbar.OptionSetWidth(30),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionSetSpinnerChangeInterval(0), // else the library draws by itself, past the lock
		progressbar.OptionSetTheme(progressbar.ThemeASCII),
	)}
	s.bar = p
	return p
}

// Set moves the bar to n. A bar that can't be drawn is no reason to stop the work, so failures are ignored.
func (p *Progress) Set(n int64) {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	if p.bar == nil || p.done {
		return
	}
	if m := p.bar.GetMax64(); m > 0 && n > m {
		n = m
	}
	if err := p.bar.Set64(n); err != nil {
		p.done = true
	}
}

// Done leaves the bar as it stands and ends its line. Calling it again does nothing.
func (p *Progress) Done() {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	if p.bar == nil || p.done {
		return
	}
	p.done = true
	if p.s.bar == p {
		p.s.bar = nil
	}
	fmt.Fprintln(p.s.Err)
}

// hide takes the bar off its line, so that something else can be written there; the next Set draws it again. The caller
// holds the lock.
func (p *Progress) hide() {
	if p == nil || p.bar == nil || p.done {
		return
	}
	if err := p.bar.Clear(); err != nil {
		p.done = true
	}
}
