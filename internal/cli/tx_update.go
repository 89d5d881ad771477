package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/fault"
)

// UpdateOptions is what tx-update needs.
type UpdateOptions struct {
	Factory *Factory
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

Transactions that are merely pending are no error; one that newly failed is.`,
		Example: "  sto tx-update\n  sto tx-update --output json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := noDryRun(f, cmd); err != nil {
				return err
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runTxUpdate(cmd.Context(), opts)
		},
	}
	return describe(cmd, "It writes into the database. It sends nothing and needs no key: the account's address is enough.",
		fault.Signer, fault.Node, fault.Conflict, fault.Refused)
}

func runTxUpdate(ctx context.Context, opts *UpdateOptions) error {
	o, err := opts.Factory.Keyless(ctx)
	if err != nil {
		return err
	}
	report, err := o.Update(ctx)
	return finishReport(opts.Factory, report, err)
}
