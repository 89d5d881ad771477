package testchain

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// startTimeout is long, for machines that run many tests at once.
const startTimeout = 90 * time.Second

// process is a child process that tells its port in its output.
type process struct {
	t     testing.TB
	name  string
	ready *regexp.Regexp // its first group is host:port

	cmd    *exec.Cmd
	exited chan struct{} // closed once cmd.Wait has returned
	log    *output
}

// start runs the program and waits for the line that tells its port; returns host:port.
func (p *process) start(binary string, args ...string) (string, error) {
	if p.running() {
		return "", errors.New("it is running already")
	}
	p.log = &output{ready: p.ready, found: make(chan string, 1)}
	p.cmd = exec.Command(binary, args...)
	p.cmd.Stdout, p.cmd.Stderr = p.log, p.log
	p.cmd.SysProcAttr = dieWithParent()
	if err := p.cmd.Start(); err != nil {
		return "", err
	}
	p.exited = make(chan struct{})
	go func(cmd *exec.Cmd, exited chan struct{}) {
		// How it ended is of no interest: it is killed most of the time, and its output tells the rest.
		if err := cmd.Wait(); err != nil {
			p.log.add(fmt.Sprintf("[ended: %v]\n", err))
		}
		close(exited)
	}(p.cmd, p.exited)
	select {
	case address := <-p.log.found:
		return address, nil
	case <-p.exited:
		return "", fmt.Errorf("it ended at once; its output:\n%s", p.log.tail())
	case <-time.After(startTimeout):
		return "", errors.Join(fmt.Errorf("it does not listen after %s; its output:\n%s", startTimeout, p.log.tail()), p.stop(true))
	}
}

func (p *process) running() bool {
	if p.cmd == nil {
		return false
	}
	select {
	case <-p.exited:
		return false
	default:
		return true
	}
}

// stop ends the process and waits for that. A failed test gets the end of its output.
func (p *process) stop(kill bool) error {
	if !p.running() {
		return nil
	}
	signal := os.Interrupt
	if kill {
		signal = os.Kill
	}
	if err := p.cmd.Process.Signal(signal); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return err
	}
	select {
	case <-p.exited:
	case <-time.After(30 * time.Second):
		return errors.Join(fmt.Errorf("it ignores the signal %s", signal), p.cmd.Process.Kill())
	}
	if p.t.Failed() {
		p.t.Logf("the end of %s's output:\n%s", p.name, p.log.tail())
	}
	return nil
}

// output keeps the end of a process's output and looks for the line that tells its port.
type output struct {
	ready *regexp.Regexp
	found chan string

	mu   sync.Mutex
	text []byte
	done bool
}

var _ io.Writer = (*output)(nil)

const outputKept = 64 << 10

// Write takes what the process writes.
func (o *output) Write(b []byte) (int, error) {
	o.add(string(b))
	return len(b), nil
}

func (o *output) add(s string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.text = append(o.text, s...)
	if !o.done {
		if m := o.ready.FindSubmatch(o.text); m != nil {
			o.done = true
			o.found <- string(m[1])
		}
	}
	if extra := len(o.text) - outputKept; extra > 0 {
		o.text = append(o.text[:0], o.text[extra:]...)
	}
}

// tail is the last 40 lines.
func (o *output) tail() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	lines := strings.Split(strings.TrimRight(string(o.text), "\n"), "\n")
	return strings.Join(lines[max(0, len(lines)-40):], "\n")
}
