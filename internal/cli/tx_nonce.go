package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// NonceOptions is what tx-next-nonce and tx-restart-nonce need.
type NonceOptions struct {
	Factory *Factory
}

// NonceDoc is what tx-next-nonce and tx-restart-nonce print with --output json.
type NonceDoc struct {
	Account   string `json:"account"`
	ChainID   uint64 `json:"chain_id"`
	NextNonce uint64 `json:"next_nonce"`
}

// NewCmdTxNextNonce builds the command tx-next-nonce.
func NewCmdTxNextNonce(f *Factory, runF func(context.Context, *NonceOptions) error) *cobra.Command {
	opts := &NonceOptions{Factory: f}
	cmd := &cobra.Command{
		Use:     "tx-next-nonce",
		Short:   "Print the nonce that the next transaction takes",
		GroupID: groupTransactions,
		Args:    noArguments,
		Long: `tx-next-nonce prints the nonce that the next prepared transaction of the account will take: the one that follows those
in the database or, where it has none, the one that the node gives.`,
		Example: "  sto tx-next-nonce\n  sto tx-next-nonce --output json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runTxNextNonce(cmd.Context(), opts)
		},
	}
	return describe(cmd, effectReads, fault.Signer, fault.Node, fault.Conflict)
}

func runTxNextNonce(ctx context.Context, opts *NonceOptions) error {
	o, err := opts.Factory.Watcher(ctx)
	if err != nil {
		return err
	}
	next, err := o.NextNonce(ctx)
	if err != nil {
		return err
	}
	if opts.Factory.Options().Output == term.FormatJSON {
		return opts.Factory.Streams.JSON(NonceDoc{Account: o.Sender.Hex(), ChainID: o.ChainID, NextNonce: next})
	}
	opts.Factory.Streams.Printf("%d", next)
	return nil
}

// NewCmdTxRestartNonce builds the command tx-restart-nonce.
func NewCmdTxRestartNonce(f *Factory, runF func(context.Context, *NonceOptions) error) *cobra.Command {
	opts := &NonceOptions{Factory: f}
	cmd := &cobra.Command{
		Use:     "tx-restart-nonce",
		Short:   "Take the account's first nonce from the network",
		GroupID: groupTransactions,
		Args:    noArguments,
		Long: `tx-restart-nonce takes the nonce of the account's next transaction from the network. It is needed only with
--auto-restart-nonce false and a fresh database. It is refused while the database holds transactions of the account: their
nonces decide then, and another count would mean paying twice.`,
		Example: "  sto tx-restart-nonce\n  sto --auto-restart-nonce false tx-restart-nonce",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := noDryRun(f, cmd); err != nil {
				return err
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runTxRestartNonce(cmd.Context(), opts)
		},
	}
	return describe(cmd, "It writes one note into the database and sends nothing.", fault.Signer, fault.Node, fault.Conflict)
}

func runTxRestartNonce(ctx context.Context, opts *NonceOptions) error {
	o, err := opts.Factory.Keyless(ctx)
	if err != nil {
		return err
	}
	next, err := o.RestartNonce(ctx)
	if err != nil {
		return err
	}
	if opts.Factory.Options().Output == term.FormatJSON {
		return opts.Factory.Streams.JSON(NonceDoc{Account: o.Sender.Hex(), ChainID: o.ChainID, NextNonce: next})
	}
	opts.Factory.Streams.Printf("The next nonce of %s is %d.", o.Sender.Hex(), next)
	return nil
}
