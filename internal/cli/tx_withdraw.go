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

// WithdrawOptions is what tx-withdraw needs.
type WithdrawOptions struct {
	Factory   *Factory
	RequestID string // the whole of this request
	NamedFlags
}

// WithdrawDoc is what tx-withdraw prints with --output json.
type WithdrawDoc struct {
	DryRun       bool             `json:"dry_run"`
	Withdrawn    int              `json:"withdrawn"` // their nonces are free again
	Emptied      int              `json:"emptied"`   // an empty transaction goes out in their place
	Already      int              `json:"already"`   // nothing to take back: withdrawn before or, of a request, failed for good
	Transactions []TransactionDoc `json:"transactions"`
}

// NewCmdTxWithdraw builds the command tx-withdraw.
func NewCmdTxWithdraw(f *Factory, runF func(context.Context, *WithdrawOptions) error) *cobra.Command {
	opts := &WithdrawOptions{Factory: f}
	cmd := &cobra.Command{
		Use:     "tx-withdraw (" + namesMany + " | --request-id NAME)",
		Short:   "Take back transactions that were never sent",
		GroupID: groupTransactions,
		Args:    cobra.ArbitraryArgs,
		Long: `tx-withdraw takes back transactions that wait to be sent: those that are named, or all of one request (what one command
has prepared). All of them are withdrawn, or none: one that was sent already is refused, and named. What is left of a
request is withdrawn where the rest of it was withdrawn or has failed.

At the end of the queue a withdrawn transaction is gone, and its nonce and external id are free for another. Where later
ones wait behind it the network wants its nonce used: ` + "`sto tx-broadcast`" + ` then sends an empty transaction in its
place, which costs a small fee, and it counts as cancelled. What needs a withdrawn transaction can't be sent, and is
pointed out. At the end of the queue this needs neither node nor key, only the account (--from, or the key's).

` + namesText,
		Example: `  sto tx-withdraw 17 18
  sto tx-withdraw --request-id dividends-2025 --dry-run
  sto tx-withdraw 42 --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opts.read(cmd, args); err != nil {
				return err
			}
			byRequest := cmd.Flags().Changed("request-id")
			switch {
			case byRequest && len(args) > 0:
				return fault.New(fault.Usage, "give either transactions or --request-id, not both")
			case byRequest && opts.RequestID == "":
				return fault.New(fault.Usage, "--request-id is empty").WithHint("sto tx-list --output json shows the requests")
			case !byRequest:
				if err := someNames(cmd, args); err != nil {
					return err
				}
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runTxWithdraw(cmd.Context(), opts)
		},
	}
	opts.NamedFlags.add(cmd.Flags())
	cmd.Flags().StringVar(&opts.RequestID, "request-id", "", "`NAME` of a request, all of which is withdrawn")
	return describe(cmd, "It sends nothing. With --dry-run nothing is withdrawn, no key is needed (give --from), and what would be is shown.",
		fault.Signer, fault.Node, fault.Conflict)
}

func runTxWithdraw(ctx context.Context, opts *WithdrawOptions) error {
	f := opts.Factory
	named, err := opts.chosen(ctx)
	if err != nil {
		return err
	}
	var rows []store.Intent
	for _, r := range named {
		if r.State != store.Void && (opts.RequestID == "" || !r.State.Failed()) { // of a request: what is left of it
			rows = append(rows, r)
		}
	}
	doc := WithdrawDoc{DryRun: f.Options().DryRun, Already: len(named) - len(rows)}
	o, err := f.Books(ctx)
	if err != nil {
		return err
	}
	if len(rows) > 0 {
		if o, err = withdrawer(ctx, f, store.IDs(rows)); err != nil {
			return err
		}
		if doc.Withdrawn, doc.Emptied, err = o.Withdraw(ctx, store.IDs(rows)); err != nil {
			return err
		}
		if err := warnNeedy(ctx, f, o, rows); err != nil {
			return err
		}
	}
	lines, err := o.ByID(ctx, store.IDs(named))
	if err != nil {
		return err
	}
	switch f.Options().Output {
	case term.FormatJSON:
		doc.Transactions = transactionDocs(lines)
		return f.Streams.JSON(doc)
	case term.FormatCSV:
		return f.Streams.CSV(listTable(lines))
	default:
		if len(lines) > maxShown {
			f.Streams.Infof("The first %d of %d transactions:", maxShown, len(lines))
			lines = lines[:maxShown]
		}
		f.Streams.Table(listTable(lines))
		showWithdrawn(f.Streams, doc)
		return nil
	}
}

// withdrawer returns the outbox that can withdraw the intents: without node and key where nothing waits behind them, so that
// nothing has to be signed.
func withdrawer(ctx context.Context, f *Factory, ids []int64) (*outbox.Outbox, error) {
	o, err := f.Ledger(ctx)
	if err != nil {
		return nil, err
	}
	if last, err := o.LastOnes(ctx, ids); err != nil || last {
		return o, err
	}
	return f.Outbox(ctx)
}

// chosen are the intents that the command line names, withdrawn ones too.
func (opts *WithdrawOptions) chosen(ctx context.Context) ([]store.Intent, error) {
	f := opts.Factory
	if opts.RequestID == "" {
		return opts.own(ctx, f)
	}
	sender, err := f.Sender()
	if err != nil {
		return nil, err
	}
	o, err := f.Books(ctx)
	if err != nil {
		return nil, err
	}
	lines, _, err := o.List(ctx, outbox.Filter{RequestID: opts.RequestID})
	if err != nil {
		return nil, err
	}
	if len(lines) == 0 {
		return nil, fault.New(fault.Usage, "database %s holds no request %s on chain %d", o.Store.Path(), sayArgument(opts.RequestID), o.ChainID).
			WithHint("sto tx-list --output json shows the requests")
	}
	rows := make([]store.Intent, len(lines))
	for n, l := range lines {
		rows[n] = l.Intent
	}
	if rows[0].Sender != eth.Lower(sender) { // one request is of one account
		return nil, fault.New(fault.Conflict, "request %s is of account %s, not of %s", sayArgument(opts.RequestID), rows[0].Sender, sender.Hex()).
			WithHint("use the key of that account")
	}
	return rows, nil
}

// warnNeedy tells what can't be sent without the withdrawn.
func warnNeedy(ctx context.Context, f *Factory, o *outbox.Outbox, withdrawn []store.Intent) error {
	needy, err := o.NeedWithdrawn(ctx, store.IDs(withdrawn))
	if err != nil {
		return err
	}
	for _, i := range needy {
		f.Streams.Warnf("transaction %d (%s) needs what is withdrawn: it stops the queue until it is withdrawn too", i.ID, i.Note)
	}
	return nil
}

func showWithdrawn(s *term.Streams, d WithdrawDoc) {
	if d.Already > 0 {
		s.Printf("Nothing is left to take back of %s.", plural(d.Already, "transaction"))
	}
	if d.Withdrawn+d.Emptied == 0 {
		return
	}
	verb := "Withdrew"
	if d.DryRun {
		verb = "Dry run: nothing was withdrawn. It would withdraw"
	}
	s.Printf("%s %s.", verb, plural(d.Withdrawn+d.Emptied, "transaction"))
	if d.Emptied > 0 {
		s.Printf("Later ones wait behind %d of them: there sto tx-broadcast sends an empty transaction.", d.Emptied)
	}
}
