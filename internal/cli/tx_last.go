package cli

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/term"
)

// LastOptions is what tx-last needs.
type LastOptions struct {
	Factory *Factory
	Limit   int
}

// TransactionsDoc is what tx-last prints with --output json.
type TransactionsDoc struct {
	Transactions []TransactionDoc `json:"transactions"`
}

// NewCmdTxLast builds the command tx-last.
func NewCmdTxLast(f *Factory, runF func(context.Context, *LastOptions) error) *cobra.Command {
	opts := &LastOptions{Factory: f}
	cmd := &cobra.Command{
		Use:     "tx-last",
		Short:   "Show the latest transactions of the database",
		GroupID: groupTransactions,
		Args:    noArguments,
		Long: `tx-last prints the latest transactions that the database holds on the network, of all accounts, the oldest first, with
the status that was last recorded. It asks no node: run ` + "`sto tx-update`" + ` before for the present status.`,
		Example: "  sto tx-last\n  sto tx-last --limit 50 --output csv",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if opts.Limit < 1 {
				return fault.New(fault.Usage, "--limit is %d, but must be at least 1", opts.Limit)
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runTxLast(cmd.Context(), opts)
		},
	}
	cmd.Flags().IntVar(&opts.Limit, "limit", 5, "greatest `NUMBER` of transactions to show")
	return describe(cmd, effectReads, fault.Conflict)
}

func runTxLast(ctx context.Context, opts *LastOptions) error {
	o, err := opts.Factory.Books(ctx)
	if err != nil {
		return err
	}
	lines, err := o.Last(ctx, opts.Limit)
	if err != nil {
		return err
	}
	slices.Reverse(lines) // the newest comes first
	return showLines(opts.Factory, lines)
}

// showLines prints transactions in the format asked for.
func showLines(f *Factory, lines []outbox.Line) error {
	switch f.Options().Output {
	case term.FormatJSON:
		return f.Streams.JSON(TransactionsDoc{Transactions: transactionDocs(lines)})
	case term.FormatCSV:
		return f.Streams.CSV(transactionTable(lines))
	default:
		if len(lines) == 0 {
			f.Streams.Infof("There are no transactions.")
			return nil
		}
		f.Streams.Table(transactionTable(lines))
		return nil
	}
}
