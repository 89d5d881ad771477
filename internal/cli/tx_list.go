package cli

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/term"
)

// ListOptions is what tx-list needs.
type ListOptions struct {
	Factory *Factory
	Filter  outbox.Filter // the account comes from --from
}

// ListDoc is what tx-list prints with --output json.
type ListDoc struct {
	Total        int64            `json:"total"` // that the filters choose; more than are listed where --limit left some out
	Transactions []TransactionDoc `json:"transactions"`
}

// NewCmdTxList builds the command tx-list.
func NewCmdTxList(f *Factory, runF func(context.Context, *ListOptions) error) *cobra.Command {
	opts := &ListOptions{Factory: f}
	var token, since string
	cmd := &cobra.Command{
		Use:     "tx-list",
		Short:   "List transactions by status, kind, token, time or request",
		GroupID: groupTransactions,
		Args:    noArguments,
		Long: `tx-list prints the transactions of the database on the network, the oldest first, with their ids and the status that was
last recorded. Options narrow it down; each that is given must fit. It shows all accounts; with --from only that one's. It
asks no node: run ` + "`sto tx-update`" + ` before for the present status.

--state takes the words of the table (waiting, broadcasted, success, failed, cancelled, superseded, unclear, void) and the
states as they are stored (draft, signed, pending, mined, final, reverted), several with commas or by repeating it.`,
		Example: `  sto tx-list --state failed,cancelled,superseded,unclear
  sto tx-list --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3 --external-id 42
  sto tx-list --since 2025-12-31 --kind transfer,batch-transfer --limit 1000 --output csv`,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			if opts.Filter.Token, err = optionalAddress(cmd, "token-address", token); err != nil {
				return err
			}
			if err := opts.check(cmd, since); err != nil {
				return err
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runTxList(cmd.Context(), opts)
		},
	}
	flags := cmd.Flags()
	flags.StringSliceVar(&opts.Filter.Status, "state", nil, "only those of this `STATUS` or state; repeatable")
	flags.StringVar(&token, "token-address", "", "only those that make, call or pay out the token at this `ADDRESS`")
	flags.StringSliceVar(&opts.Filter.Kinds, "kind", nil, "only those of this `KIND`, such as transfer or kyc-set; repeatable")
	flags.StringVar(&since, "since", "", "only those prepared at this `TIME` or later: a day in UTC as 2025-12-31, or a moment as 2025-12-31T12:00:00Z")
	flags.StringVar(&opts.Filter.ExternalID, "external-id", "", "only those that pay the external id `TEXT`")
	flags.StringVar(&opts.Filter.RequestID, "request", "", "only those of the request `NAME`")
	flags.IntVar(&opts.Filter.Limit, "limit", 100, "greatest `NUMBER` of transactions, the latest, to show")
	return describe(cmd, effectReads, fault.Conflict)
}

// check checks the options that are no addresses.
func (opts *ListOptions) check(cmd *cobra.Command, since string) (err error) {
	filter := &opts.Filter
	if filter.Limit < 1 {
		return fault.New(fault.Usage, "--limit is %d, but must be at least 1", filter.Limit)
	}
	for _, word := range filter.Status {
		if err := oneOf("state", word, outbox.StatusWords()...); err != nil {
			return err
		}
	}
	for _, given := range []struct{ option, value string }{{"external-id", filter.ExternalID}, {"request", filter.RequestID}} {
		if cmd.Flags().Changed(given.option) && given.value == "" {
			return fault.New(fault.Usage, "--%s is empty", given.option)
		}
	}
	if slices.Contains(filter.Kinds, "") {
		return fault.New(fault.Usage, "--kind is empty")
	}
	if cmd.Flags().Changed("since") {
		if filter.Since, err = parseSince(since); err != nil {
			return err
		}
	}
	filter.Sender = opts.Factory.Options().From
	return nil
}

// parseSince reads a day, as its first moment in UTC, or a moment with its zone.
func parseSince(text string) (time.Time, error) {
	for _, layout := range []string{time.DateOnly, time.RFC3339} {
		if at, err := time.Parse(layout, text); err == nil {
			return at.UTC(), nil
		}
	}
	return time.Time{}, fault.New(fault.Usage, "--since %q is no time", term.Safe(text)).
		WithHint("write a day as 2025-12-31, a moment as 2025-12-31T12:00:00Z")
}

func runTxList(ctx context.Context, opts *ListOptions) error {
	f := opts.Factory
	o, err := f.Books(ctx)
	if err != nil {
		return err
	}
	lines, total, err := o.List(ctx, opts.Filter)
	if err != nil {
		return err
	}
	if left := total - int64(len(lines)); left > 0 {
		f.Streams.Infof("These are the latest %d of %d; --limit shows more.", len(lines), total)
	}
	switch f.Options().Output {
	case term.FormatJSON:
		return f.Streams.JSON(ListDoc{Total: total, Transactions: transactionDocs(lines)})
	case term.FormatCSV:
		return f.Streams.CSV(listTable(lines))
	default:
		if len(lines) > 0 {
			f.Streams.Table(listTable(lines))
			return nil
		}
		return sayNone(ctx, f, o, opts.Filter)
	}
}

// sayNone says that a filter chooses nothing. There are kinds that only a reader of the source can guess: they are listed.
func sayNone(ctx context.Context, f *Factory, o *outbox.Outbox, filter outbox.Filter) error {
	f.Streams.Infof("There are no such transactions.")
	if len(filter.Kinds) == 0 {
		return nil
	}
	kinds, err := o.Kinds(ctx)
	if err != nil {
		return err
	}
	f.Streams.Infof("The kinds that the database holds: %s.", strings.Join(kinds, ", "))
	return nil
}

// listTable is the table of transactions with their ids, kinds and times.
func listTable(lines []outbox.Line) term.Table {
	t := transactionTable(lines)
	t.Header = append([]string{"ID", "Kind", "Prepared"}, t.Header...)
	t.RightAlign = []int{0, 5}
	for n, l := range lines {
		prepared := transactionDoc(l).CreatedAt
		t.Rows[n] = append([]string{strconv.FormatInt(l.Intent.ID, 10), l.Intent.Kind, prepared}, t.Rows[n]...)
	}
	return t
}
