package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/term"
)

// FillOptions is what tx-fill needs.
type FillOptions struct {
	Factory *Factory
}

// FillDoc is what tx-fill prints with --output json.
type FillDoc struct {
	PreparedDoc
	FromNonce *uint64 `json:"from_nonce,omitempty"` // of the gap; nothing where there is none
	ToNonce   *uint64 `json:"to_nonce,omitempty"`
	Rewritten bool    `json:"rewritten"`  // the chain was rewritten deeper than its finality, which is accepted now
	PoolAsked bool    `json:"pool_asked"` // the node told what its pool holds of the account
}

// NewCmdTxFill builds the command tx-fill.
func NewCmdTxFill(f *Factory, runF func(context.Context, *FillOptions) error) *cobra.Command {
	opts := &FillOptions{Factory: f}
	cmd := &cobra.Command{
		Use:     "tx-fill",
		Short:   "Close a gap of nonces below the first transaction",
		GroupID: groupTransactions,
		Args:    noArguments,
		Long: `tx-fill closes a gap below the first transaction of this database: nonces that the account had used by other means when
that transaction was prepared, and that are unused again because the network took those transactions back. Nothing of the
account is mined while such a gap is open. tx-fill prepares an empty transaction of the account to itself for each unused
nonce, and says which; ` + "`sto tx-broadcast`" + ` sends them with the rest. Running it again does nothing new.

It refuses where there is no gap, and where a transaction that this database does not know is on its way and may close the
gap by itself. Not every node tells what waits in its pool: where it does not, that is said.

A network that replaced blocks which counted as final is refused by all other commands. tx-fill accepts the new blocks,
unless a transaction of this account that was final is lost with the old ones. Ask a second node before you run it without
--dry-run.`,
		Example: "  sto tx-fill --dry-run\n  sto tx-fill\n  sto tx-broadcast",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := noCSV(f); err != nil {
				return err
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runTxFill(cmd.Context(), opts)
		},
	}
	return describe(cmd, effectPrepares, fault.Signer, fault.Node, fault.Conflict, fault.Funds)
}

func runTxFill(ctx context.Context, opts *FillOptions) error {
	f := opts.Factory
	o, err := f.Outbox(ctx)
	if err != nil {
		return err
	}
	out, err := o.Fill(ctx)
	if err != nil {
		return err
	}
	gap := len(out.New)+len(out.Existing) > 0
	if f.Options().Output == term.FormatJSON {
		prepared, err := preparedDoc(ctx, o, out.Prepared)
		if err != nil {
			return err
		}
		doc := FillDoc{PreparedDoc: prepared, Rewritten: out.Rewritten, PoolAsked: out.PoolAsked}
		if gap {
			doc.FromNonce, doc.ToNonce = &out.From, &out.To
		}
		return f.Streams.JSON(doc)
	}
	showFill(f.Streams, out)
	return nil
}

func showFill(s *term.Streams, out *outbox.Filled) {
	if out.Rewritten {
		verb := "is"
		if out.DryRun {
			verb = "would be"
		}
		s.Printf("The chain was rewritten deeper than its finality. Nothing of this account that was final is lost, and the new blocks %s accepted.", verb)
	}
	switch {
	case len(out.New) > 0:
		s.Printf("The nonces %d to %d of the account are unused.", out.From, out.To)
		if !out.PoolAsked {
			s.Warnf("this node does not tell what waits in its pool: make sure that no other wallet has sent transactions with these nonces")
		}
		showPrepared(s, out.Prepared)
	case len(out.Existing) > 0:
		s.Printf("The nonces %d to %d are filled by transactions that were prepared before; nothing new is prepared.", out.From, out.To)
		s.Infof("Run sto tx-broadcast to send.")
	default:
		s.Printf("There is no gap to fill.")
	}
}
