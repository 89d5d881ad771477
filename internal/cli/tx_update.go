package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/fault"
)

// UpdateOptions is what tx-update needs.
type UpdateOptions struct {
	Factory *Factory
	WatchFlags
}

// NewCmdTxUpdate builds the command tx-update.
func NewCmdTxUpdate(f *Factory, runF func(context.Context, *UpdateOptions) error) *cobra.Command {
	opts := &UpdateOptions{Factory: f}
	cmd := &cobra.Command{
		Use:     "tx-update",
		Short:   "Ask the network for the fate of sent transactions",
		GroupID: groupTransactions,
		Args:    noArguments,
		Long: `tx-update asks the network what became of the account's sent transactions, records it in the database, and prints those
that are newly settled and those still on the way. A mined transaction is looked at again until it is final, since the
chain may still take it back.

With --watch it stays until all that was sent is final, and shows its progress on a terminal; what was never sent does not
count. When the time is over it ends with 8.

Transactions that are merely pending are no error otherwise; one that newly failed is.`,
		Example: "  sto tx-update\n  sto tx-update --output json\n  sto tx-update --watch --timeout 30m",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := noDryRun(f, cmd); err != nil {
				return err
			}
			if err := opts.check(cmd); err != nil {
				return err
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runTxUpdate(cmd.Context(), opts)
		},
	}
	opts.add(cmd, "watch", "stay until all that was sent is final")
	return describe(cmd, "It writes into the database. It sends nothing and needs no key: the account's address is enough.",
		fault.Signer, fault.Node, fault.Conflict, fault.Pending, fault.Refused)
}

func runTxUpdate(ctx context.Context, opts *UpdateOptions) error {
	o, err := opts.Factory.Keyless(ctx)
	if err != nil {
		return err
	}
	report, err := o.Update(ctx)
	if err == nil && opts.Watch {
		report, err = opts.watch(ctx, opts.Factory, o, report)
	}
	return finishReport(opts.Factory, report, err)
}
