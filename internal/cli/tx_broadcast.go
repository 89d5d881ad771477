package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/config"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/term"
)

// BroadcastOptions is what tx-broadcast needs.
type BroadcastOptions struct {
	Factory *Factory
	NoWait  bool
	WatchFlags
}

// NewCmdTxBroadcast builds the command tx-broadcast.
func NewCmdTxBroadcast(f *Factory, runF func(context.Context, *BroadcastOptions) error) *cobra.Command {
	opts := &BroadcastOptions{Factory: f}
	cmd := &cobra.Command{
		Use:     "tx-broadcast",
		Short:   "Send all waiting transactions of the account",
		GroupID: groupTransactions,
		Args:    noArguments,
		Long: `tx-broadcast sends every waiting transaction of the account to the network, in the order of their nonces. Each is
checked again just before: its fees, its simulation, and that what it needs is mined. A limited number is on the way at
once; the command goes on until all are sent. Running it again is always safe: what was sent is sent again with the same
bytes, never as a second transaction.

It prints how many transactions wait, the account's balance, and a table of what it sent. ` + "`sto tx-update`" + ` then asks for
their fate; with --wait it is asked for at once, until all is final or the time is over.`,
		Example: "  sto tx-broadcast\n  sto tx-broadcast --no-wait\n  sto tx-broadcast --wait --timeout 30m",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := opts.check(cmd); err != nil {
				return err
			}
			if opts.NoWait && opts.Watch {
				return fault.New(fault.Usage, "--no-wait and --wait contradict each other")
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runTxBroadcast(cmd.Context(), opts)
		},
	}
	config.BoolVar(cmd.Flags(), &opts.NoWait, "no-wait", false, "send what may be on the way at once, then exit with 8 when more waits")
	opts.add(cmd, "wait", "once all is sent, stay until it is final")
	return describe(cmd, "It sends real transactions, which cost fees and can't be taken back.",
		fault.Signer, fault.Node, fault.Conflict, fault.Funds, fault.Pending, fault.Refused)
}

func runTxBroadcast(ctx context.Context, opts *BroadcastOptions) error {
	f := opts.Factory
	if f.Options().DryRun {
		return showWaiting(ctx, f)
	}
	o, err := f.Outbox(ctx)
	if err != nil {
		return err
	}
	waiting, sent, err := o.Counts(ctx)
	if err != nil {
		return err
	}
	people := f.Options().Output == term.FormatTable
	if people {
		balance, err := o.Node.Balance(ctx, o.Sender, node.Latest)
		if err != nil {
			return err
		}
		f.Streams.Printf("Pending: %s of %s, which holds %s ETH.", plural(waiting, "transaction"), o.Sender.Hex(), eth.FormatEther(balance))
		if sent > 0 {
			f.Streams.Printf("Sent before, and not known as mined: %s.", plural(sent, "transaction"))
		}
	}
	report, err := broadcast(ctx, f, o, outbox.BroadcastOptions{NoWait: opts.NoWait})
	if err == nil && opts.Watch {
		report, err = opts.watch(ctx, f, o, report)
	}
	return finishReport(f, report, err)
}

// showWaiting prints what a broadcast would send.
func showWaiting(ctx context.Context, f *Factory) error {
	o, err := f.Watcher(ctx)
	if err != nil {
		return err
	}
	waiting, err := o.Waiting(ctx)
	if err != nil {
		return err
	}
	_, sent, err := o.Counts(ctx)
	if err != nil {
		return err
	}
	f.Streams.Infof("Dry run: nothing is sent. These transactions would be:")
	if sent > 0 {
		f.Streams.Infof("(The bytes of %s that were sent before and are not known as mined would be sent once more.)", plural(sent, "transaction"))
	}
	lines, err := o.Lines(ctx, waiting)
	if err != nil {
		return err
	}
	return showLines(f, lines)
}

// broadcast sends what waits, with progress on standard error.
func broadcast(ctx context.Context, f *Factory, o *outbox.Outbox, b outbox.BroadcastOptions) (*outbox.Report, error) {
	var bar *term.Progress
	b.Progress = func(exposed, total int) {
		if bar == nil {
			bar = f.Streams.Progress("Sending", int64(total))
		}
		bar.Set(int64(exposed))
	}
	b.Notice = f.Streams.Infof
	report, err := o.Broadcast(ctx, b)
	if bar != nil {
		bar.Done()
	}
	return report, err
}

// finishReport prints a report, which may come with an error, and decides how the command ends.
func finishReport(f *Factory, report *outbox.Report, err error) error {
	if report == nil {
		return err
	}
	switch f.Options().Output {
	case term.FormatJSON:
		if printErr := f.Streams.JSON(reportDoc(report)); printErr != nil {
			return printErr
		}
	case term.FormatCSV:
		if printErr := f.Streams.CSV(transactionTable(report.Lines)); printErr != nil {
			return printErr
		}
	default:
		showReport(f.Streams, report)
	}
	if err != nil {
		return err
	}
	return failedError(report)
}

// failedError is how a command ends that has learnt of failures on the chain, nil where it has not.
func failedError(report *outbox.Report) error {
	if report.NewlyFailed == 0 {
		return nil
	}
	return fault.New(fault.Refused, "%s failed on the chain", plural(report.NewlyFailed, "transaction")).
		WithHint("the table gives the reason; sto tx-list --state failed shows it again, and sto tx-reissue does anew what failed for good")
}
