package term

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	xterm "golang.org/x/term"

	"github.com/sto-project/sto/internal/fault"
)

// maxAnswer bounds a line typed at a prompt, in bytes.
const maxAnswer = 4096

// Password asks at the terminal for a passphrase, without echo. It returns an error of class Signer where no terminal is
// there to ask. When ctx ends while it waits, the terminal's echo is restored first.
func (s *Streams) Password(ctx context.Context, prompt string) ([]byte, error) {
	if !s.InTTY {
		return nil, fault.New(fault.Signer, "a passphrase is needed and there is no terminal to ask for it").
			WithHint("give --password-file PATH, or set STO_PASSWORD")
	}
	s.ask(prompt + ": ")
	read := func() ([]byte, error) { return readLine(s.In) }
	restore := func() error { return nil }
	if f, ok := s.In.(interface{ Fd() uintptr }); ok && xterm.IsTerminal(int(f.Fd())) {
		fd := int(f.Fd())
		state, err := xterm.GetState(fd)
		if err != nil {
			return nil, fault.New(fault.Signer, "the terminal can't be read: %w", err)
		}
		read = func() ([]byte, error) { return xterm.ReadPassword(fd) }
		restore = func() error { return xterm.Restore(fd, state) }
	}
	answer, err := await(ctx, read)
	s.endLine()
	if ctx.Err() != nil {
		return nil, errors.Join(ctx.Err(), restore())
	}
	if err != nil {
		return nil, fault.New(fault.Signer, "no passphrase was given: %w", err)
	}
	return answer, nil
}

// Confirm asks a yes-or-no question at the terminal; anything but y or yes is no. It returns an error of class Usage
// where no terminal is there to ask.
func (s *Streams) Confirm(ctx context.Context, question string) (bool, error) {
	if !s.InTTY {
		return false, fault.New(fault.Usage, "a confirmation is needed and there is no terminal to ask for it: %s", Safe(question)).
			WithHint("give --yes to go ahead without being asked")
	}
	s.ask(question + " [y/N] ")
	answer, err := await(ctx, func() ([]byte, error) { return readLine(s.In) })
	if ctx.Err() != nil {
		s.endLine()
		return false, ctx.Err()
	}
	if errors.Is(err, io.EOF) {
		s.endLine()
		return false, nil
	}
	if err != nil {
		return false, fault.New(fault.General, "the answer can't be read: %w", err)
	}
	word := strings.ToLower(strings.TrimSpace(string(answer)))
	return word == "y" || word == "yes", nil
}

func (s *Streams) ask(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bar.hide()
	fmt.Fprint(s.Err, SafeN(text, maxLine))
}

func (s *Streams) endLine() {
	s.mu.Lock()
	defer s.mu.Unlock()
	fmt.Fprintln(s.Err)
}

// await runs read until it answers or ctx ends. In the second case read is left behind: a read from a terminal can't be
// called off, and the program is about to stop.
func await(ctx context.Context, read func() ([]byte, error)) ([]byte, error) {
	type result struct {
		line []byte
		err  error
	}
	done := make(chan result, 1)
	go func() {
		line, err := read()
		done <- result{line, err}
	}()
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case r := <-done:
		return r.line, r.err
	}
}

// readLine reads up to a line break, byte by byte so that what follows stays for the next prompt. The break is not
// part of the result. io.EOF is returned only when nothing came before it.
func readLine(r io.Reader) ([]byte, error) {
	var line []byte
	var b [1]byte
	for len(line) < maxAnswer {
		n, err := r.Read(b[:])
		if n == 1 {
			if b[0] == '\n' {
				return []byte(strings.TrimSuffix(string(line), "\r")), nil
			}
			line = append(line, b[0])
		}
		if err != nil {
			if errors.Is(err, io.EOF) && len(line) > 0 {
				return line, nil
			}
			return nil, err
		}
	}
	return nil, fmt.Errorf("the line is longer than %d characters", maxAnswer)
}
