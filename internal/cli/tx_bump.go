package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// ReplaceOptions is what tx-bump and tx-cancel need.
type ReplaceOptions struct {
	Factory *Factory
	NamedFlags
}

// NewCmdTxBump builds the command tx-bump.
func NewCmdTxBump(f *Factory, runF func(context.Context, *ReplaceOptions) error) *cobra.Command {
	opts := &ReplaceOptions{Factory: f}
	cmd := &cobra.Command{
		Use:     "tx-bump [" + namesMany + "]",
		Short:   "Raise the fees of transactions that stand still",
		GroupID: groupTransactions,
		Args:    cobra.ArbitraryArgs,
		Long: `tx-bump sends transactions that are on their way once more with higher fees, under the same nonce: only one of the two
can be mined, so nothing is done twice. It takes those that are named, or all of the account that are on their way. The
new fees are those of the market, and at least an eighth above the highest that were sent; --max-fee-gwei bounds them. It
asks nothing.

` + namesText + `

What was never sent needs no higher fees: ` + "`sto tx-broadcast`" + ` prices it anew.

With --dry-run nothing is sent, no key is needed (give --from), and what would be is shown with its greatest cost.`,
		Example: "  sto tx-bump\n  sto tx-bump 17 --max-fee-gwei 90\n  sto tx-bump 42 --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3",
		RunE: func(cmd *cobra.Command, args []string) error {
			return replaceArguments(cmd, args, opts, runF, runTxBump)
		},
	}
	opts.NamedFlags.add(cmd.Flags())
	return describe(cmd, "It sends real transactions. The same fee is not paid twice, but what is paid may be higher.",
		fault.Signer, fault.Node, fault.Conflict, fault.Funds, fault.Pending, fault.Refused)
}

func runTxBump(ctx context.Context, opts *ReplaceOptions) error {
	return replace(ctx, opts, false)
}

// NewCmdTxCancel builds the command tx-cancel.
func NewCmdTxCancel(f *Factory, runF func(context.Context, *ReplaceOptions) error) *cobra.Command {
	opts := &ReplaceOptions{Factory: f}
	cmd := &cobra.Command{
		Use:     "tx-cancel " + namesMany,
		Short:   "Replace sent transactions by empty ones",
		GroupID: groupTransactions,
		Args:    someNames,
		Long: `tx-cancel sends, for each transaction that is named and on its way, an empty transaction of the account to itself with
the same nonce and higher fees. Which of the two is mined is the chain's to say: a transaction counts as cancelled only
once ` + "`sto tx-update`" + ` says cancelled; it may as well come through. What was cancelled is done anew with
` + "`sto tx-reissue`" + `.

` + namesText + `

What was never sent is taken back with ` + "`sto tx-withdraw`" + `, which costs nothing.

With --dry-run nothing is sent, no key is needed (give --from), and what would be is shown with its greatest cost.`,
		Example: "  sto tx-cancel 17\n  sto tx-cancel 17 18 --max-fee-gwei 90\n  sto tx-cancel 42 --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3",
		RunE: func(cmd *cobra.Command, args []string) error {
			return replaceArguments(cmd, args, opts, runF, runTxCancel)
		},
	}
	opts.NamedFlags.add(cmd.Flags())
	return describe(cmd, "It sends real transactions, which cost fees and can't be taken back.",
		fault.Signer, fault.Node, fault.Conflict, fault.Funds, fault.Pending, fault.Refused)
}

func runTxCancel(ctx context.Context, opts *ReplaceOptions) error {
	return replace(ctx, opts, true)
}

// namesText tells in long helps how transactions are named.
const namesText = `A transaction is named by its id in the database, which ` + "`sto tx-list`" + ` shows (id:17 where 17 is an external id too), by its
hash, or by the external id that it pays; with --token-address names are external ids of that token. A name that could
mean several is refused, and they are listed.`

// replaceArguments reads the command line of tx-bump and tx-cancel, and goes on with runF or run.
func replaceArguments(cmd *cobra.Command, args []string, opts *ReplaceOptions, runF, run func(context.Context, *ReplaceOptions) error) error {
	if err := opts.read(cmd, args); err != nil {
		return err
	}
	if runF != nil {
		run = runF
	}
	return run(cmd.Context(), opts)
}

// replace replaces what is on its way and prints the report; under --dry-run it prints what it would send.
func replace(ctx context.Context, opts *ReplaceOptions, cancel bool) error {
	f := opts.Factory
	rows, err := opts.own(ctx, f)
	if err != nil {
		return err
	}
	o, err := f.Outbox(ctx)
	if err != nil {
		return err
	}
	if f.Options().DryRun {
		p, err := o.WouldReplace(ctx, store.IDs(rows), cancel)
		if err != nil {
			return err
		}
		return showReplacements(ctx, f, o, p)
	}
	by := o.Bump
	if cancel {
		by = o.Cancel
	}
	report, err := by(ctx, store.IDs(rows), outbox.BroadcastOptions{Notice: f.Streams.Infof})
	return finishReport(f, report, err)
}

// showReplacements prints what a dry run has found.
func showReplacements(ctx context.Context, f *Factory, o *outbox.Outbox, p *outbox.Prepared) error {
	s := f.Streams
	if f.Options().Output == term.FormatJSON {
		doc, err := preparedDoc(ctx, o, p)
		if err != nil {
			return err
		}
		return s.JSON(doc)
	}
	if len(p.New) == 0 {
		s.Printf("Dry run: no transaction is on its way, so there is nothing to replace.")
		return nil
	}
	s.Table(transactionTable(linesOf(p.New)))
	s.Printf("Dry run: nothing was stored or sent. It would send %s: gas up to %d at up to %s GWei, cost up to %s ETH.",
		plural(len(p.New), "replacement"), p.Gas, eth.FormatGwei(p.FeeCap), eth.FormatEther(p.MaxCost))
	return nil
}
