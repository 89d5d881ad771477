// Package cli is the command tree of sto: the only room that knows flags, terminals and exit codes.
//
// Each command is one file with the same three parts: an Options struct that holds all the command needs, NewCmdX, which
// builds the cobra command and fills the struct, and runX, which does the work. Tests give NewCmdX a function of their own
// and so check the parsing of flags alone.
package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// Main runs the program with args (without the program's name) and returns its exit code.
// The first interrupt or termination signal cancels the work and says so; a second one kills the process.
func Main(ctx context.Context, args, environ []string, streams *term.Streams) int {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(signals)
	go func() {
		select {
		case <-signals:
			signal.Stop(signals) // from now on the system's own handling: the next signal kills
			streams.Warnf("stopping: waiting for the step in hand to end; a second Ctrl-C kills")
			cancel()
		case <-ctx.Done():
		}
	}()
	return run(ctx, args, environ, streams)
}

// run executes one command line. It can be called again within one process, as demo does.
func run(ctx context.Context, args, environ []string, streams *term.Streams) int {
	f := newFactory(args, environ, streams)
	return finish(ctx, f, execute(ctx, f, NewCmdRoot(f)))
}

// execute runs the command tree on the factory's command line and turns a panic into an error.
func execute(ctx context.Context, f *Factory, root *cobra.Command) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = panicError(p, debug.Stack(), f.debugging())
		}
	}()
	args, err := prepareArgs(root, f.args)
	if err != nil {
		return err
	}
	root.SetArgs(args)
	cmd, err := root.ExecuteContextC(ctx)
	return seeHelp(cmd, err)
}

// finish closes what was opened, prints the error, if there is one, and returns the exit code: the one place that does.
func finish(ctx context.Context, f *Factory, err error) int {
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = errors.Join(f.helpErr, f.Streams.OutErr())
	}
	if err == nil {
		return int(fault.OK)
	}
	class := fault.ClassOf(err)
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		class = fault.Interrupted
	}
	printError(f.Streams, err, class, f.wantsJSON(), keyHider(f.args, f.environ))
	return int(class)
}

// panicError words a panic. The stack trace is part of it only when the log level is debug.
func panicError(p any, stack []byte, trace bool) error {
	err := fault.New(fault.General, "the program met a state it does not know: %s", term.Safe(fmt.Sprint(p)))
	if trace {
		err = fault.New(fault.General, "%w\n%s", err, strings.TrimSpace(string(stack)))
	}
	return err.WithHint("this is a defect of sto: please report it with the command line that you gave (without keys) and the output of sto version; --log-level debug shows where it happened")
}
