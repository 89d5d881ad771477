// Package term is the program's face: its streams, tables, JSON, progress and prompts, and the cleaning of text that
// others wrote.
//
// Data goes to Out; everything said to people (notices, warnings, prompts, progress) goes to Err.
package term

import (
	"fmt"
	"io"
	"os"
	"sync"

	xterm "golang.org/x/term"
)

// Streams are where a command reads and writes. Methods are safe for concurrent use. A Streams must not be copied.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer

	InTTY, OutTTY, ErrTTY bool // whether a person sits at that end
	Width                 int  // of the terminal at Out in columns; 0 when it is none
	Quiet                 bool // no notices and no progress; warnings stay

	mu     sync.Mutex
	bar    *Progress // the one that is on the screen
	outErr error     // first failure to write to Out
}

// System returns the streams of this process.
func System() *Streams {
	s := &Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}
	s.InTTY, s.OutTTY, s.ErrTTY = isTerminal(os.Stdin), isTerminal(os.Stdout), isTerminal(os.Stderr)
	if s.OutTTY {
		if w, _, err := xterm.GetSize(int(os.Stdout.Fd())); err == nil {
			s.Width = w
		}
	}
	return s
}

func isTerminal(f *os.File) bool { return xterm.IsTerminal(int(f.Fd())) }

// maxLine bounds one notice in characters.
const maxLine = 4000

// Infof writes one line for people to Err. It is silent under Quiet. The line is cleaned as a whole.
func (s *Streams) Infof(format string, args ...any) {
	if !s.Quiet {
		s.say(fmt.Sprintf(format, args...))
	}
}

// Warnf writes one line that starts with "warning: " to Err, also under Quiet. The line is cleaned as a whole.
func (s *Streams) Warnf(format string, args ...any) {
	s.say("warning: " + fmt.Sprintf(format, args...))
}

// Printf writes one line of data to Out. The line is cleaned as a whole. A failure to write is kept for OutErr.
func (s *Streams) Printf(format string, args ...any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bar.hide()
	_, err := fmt.Fprintln(s.Out, SafeN(fmt.Sprintf(format, args...), maxLine))
	s.keep(err)
}

// OutErr returns the first failure to write to Out, such as a full disk, or nil. A command that ends well must ask.
func (s *Streams) OutErr() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.outErr
}

// say writes a line to Err. There is nowhere to report that Err itself can't be written.
func (s *Streams) say(line string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bar.hide()
	fmt.Fprintln(s.Err, SafeN(line, maxLine))
}

// keep remembers the first failure to write to Out. The caller holds the lock.
func (s *Streams) keep(err error) {
	if err != nil && s.outErr == nil {
		s.outErr = fmt.Errorf("standard output can't be written: %w", err)
	}
}
