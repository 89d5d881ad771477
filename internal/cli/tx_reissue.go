package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/config"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// ReissueOptions is what tx-reissue needs.
type ReissueOptions struct {
	Factory *Factory
	Unclear bool
	NamedFlags
	PrepareFlags
}

// NewCmdTxReissue builds the command tx-reissue.
func NewCmdTxReissue(f *Factory, runF func(context.Context, *ReissueOptions) error) *cobra.Command {
	opts := &ReissueOptions{Factory: f}
	cmd := &cobra.Command{
		Use:     "tx-reissue " + namesMany,
		Short:   "Prepare anew what failed for good",
		GroupID: groupTransactions,
		Args:    someNames,
		Long: `tx-reissue prepares anew what surely was not done: transactions that failed, were cancelled, or whose nonce was used by
another, each of them for good. Each gets one new transaction with the same receiver, value and data, which remembers what
it replaces. Running it again does nothing new. What was done, or may still be, is refused; so is a deployment, whose
contract would get another address: run the command that prepared it again.

An unclear transaction is one whose nonce was used by nobody knows what: only with --unclear, and after a look at the
account in a block explorer, is it prepared anew.

` + namesText,
		Example: `  sto tx-reissue 17
  sto tx-reissue 17 18 --dry-run
  sto tx-reissue 42 --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opts.read(cmd, args); err != nil {
				return err
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runTxReissue(cmd.Context(), opts)
		},
	}
	opts.NamedFlags.add(cmd.Flags())
	config.BoolVar(cmd.Flags(), &opts.Unclear, "unclear", false, "also what is unclear: you take the risk that it was done after all")
	opts.PrepareFlags.add(cmd.Flags(), false)
	return describe(cmd, effectPrepares, fault.Signer, fault.Node, fault.Conflict, fault.Funds, fault.Refused)
}

func runTxReissue(ctx context.Context, opts *ReissueOptions) error {
	f := opts.Factory
	rows, err := opts.own(ctx, f)
	if err != nil {
		return err
	}
	o, err := f.Outbox(ctx)
	if err != nil {
		return err
	}
	p, err := o.Reissue(ctx, opts.RequestID, reissued(rows), opts.Unclear)
	if err != nil {
		return err
	}
	if err := printReissued(ctx, f, o, p); err != nil {
		return err
	}
	return failedAgain(p.Existing)
}

// reissued are the ids of what is to be done anew. A reissue that is not settled is named by its external id when the command
// runs again: then what it replaces is meant.
func reissued(rows []store.Intent) []int64 {
	ids := make([]int64, 0, len(rows))
	for _, r := range rows {
		id := r.ID
		if r.ReissueOf != nil && r.State != store.Void && r.State != store.Unclear && !r.State.Failed() {
			id = *r.ReissueOf
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// failedAgain refuses to take a reissue that failed for "already there".
func failedAgain(existing []store.Intent) error {
	var text, ids []string
	for _, r := range existing {
		if r.State.Failed() || r.State == store.Unclear {
			text = append(text, fmt.Sprintf("transaction %d was done anew before as %d, which is %s", *r.ReissueOf, r.ID, r.State))
			ids = append(ids, fmt.Sprintf("id:%d", r.ID))
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return fault.New(fault.Refused, "%s", strings.Join(text, "\n")).WithHint("run sto tx-reissue %s", strings.Join(ids, " "))
}

// wasWere gives "1 transaction was" or "2 transactions were".
func wasWere(n int) string {
	if n == 1 {
		return "1 transaction was"
	}
	return plural(n, "transaction") + " were"
}

// printReissued prints what was prepared, now and earlier, in the format asked for.
func printReissued(ctx context.Context, f *Factory, o *outbox.Outbox, p *outbox.Prepared) error {
	switch f.Options().Output {
	case term.FormatJSON:
		doc, err := preparedDoc(ctx, o, p)
		if err != nil {
			return err
		}
		return f.Streams.JSON(doc)
	case term.FormatCSV:
		lines, err := preparedLines(ctx, o, p)
		if err != nil {
			return err
		}
		return f.Streams.CSV(listTable(lines))
	default:
		if len(p.Existing) > 0 {
			lines, err := o.Lines(ctx, p.Existing)
			if err != nil {
				return err
			}
			f.Streams.Printf("%s prepared anew before; nothing new is prepared for it.", wasWere(len(p.Existing)))
			f.Streams.Table(listTable(lines))
		}
		showPrepared(f.Streams, p)
		return nil
	}
}
