package cli

import (
	"context"
	"strings"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/distribution"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/issuance"
	"github.com/sto-project/sto/internal/kyc"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/term"
)

// AdoptOptions is what db-adopt needs.
type AdoptOptions struct {
	Factory   *Factory
	FromBlock *uint64 // nil: all blocks

	fromBlock uint64
}

// AdoptDoc is what db-adopt prints with --output json.
type AdoptDoc struct {
	DryRun       bool             `json:"dry_run"`
	FromNonce    uint64           `json:"from_nonce"` // the first nonce that was looked for
	NextNonce    uint64           `json:"next_nonce"`
	Adopted      int              `json:"adopted"`  // transactions that the database did not know
	Settled      int              `json:"settled"`  // transactions that it knew as waiting or on their way
	Payments     int              `json:"payments"` // external ids among the adopted
	Others       int              `json:"others"`   // of the adopted, made by another wallet
	Unknown      int              `json:"unknown"`  // nonces of which the chain does not show, or not in full, what used them
	NoReceipt    int              `json:"no_receipt"`
	Left         int              `json:"left"`    // to be told of when their blocks are final
	Pending      int              `json:"pending"` // on their way, and unknown to the database
	PaidTwice    []string         `json:"paid_twice"`
	BlockByBlock bool             `json:"block_by_block"` // the node keeps no old counts
	Head         uint64           `json:"head"`
	Transactions []TransactionDoc `json:"transactions"` // the first 1,000
}

// NewCmdDBAdopt builds the command db-adopt.
func NewCmdDBAdopt(f *Factory, runF func(context.Context, *AdoptOptions) error) *cobra.Command {
	opts := &AdoptOptions{Factory: f}
	cmd := &cobra.Command{
		Use:     "db-adopt",
		Short:   "Rebuild what the database lacks from the chain",
		GroupID: groupTools,
		Args:    noArguments,
		Long: `db-adopt reads from the chain what the account has sent, and stores what this database does not know: for a database that
was lost, or restored from an older copy. Every nonce gets its transaction and receipt, distributions get the external
ids that they paid, issuances and the KYC registry are recognised. What the database holds as waiting or on its way is
settled by what the chain shows. It may be stopped at any time and run again.

The chain holds only a tag of each external id: one that the database does not know by name is listed as tag:…, and is
recognised all the same when it is named in a file or by ` + "`sto tx-show`" + `. Names and e-mail addresses of receivers are
not on the chain. What another wallet has sent with the key is stored and counted as such.

An archive node finds the transactions by a search in the account's count of past blocks: some twenty small requests for
each. Other nodes keep that count for the latest blocks only; there the blocks are read one by one, backwards, down to
the account's first transaction: name its block with --from-block, or a later one to leave older transactions out.`,
		Example: "  sto db-adopt --dry-run\n  sto db-adopt\n  sto db-adopt --from-block 18500000",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if cmd.Flags().Changed("from-block") {
				opts.FromBlock = &opts.fromBlock
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runDBAdopt(cmd.Context(), opts)
		},
	}
	cmd.Flags().Uint64Var(&opts.fromBlock, "from-block", 0, "leave out what the account sent before block `NUMBER`")
	return describe(cmd, "It writes into the database and sends nothing. It needs no key: --from names the account. With --dry-run nothing is\nwritten, and what would be is shown.",
		fault.Signer, fault.Node, fault.Conflict, fault.Pending)
}

func runDBAdopt(ctx context.Context, opts *AdoptOptions) error {
	f := opts.Factory
	open := f.Keyless
	if f.Options().DryRun {
		open = f.Watcher
	}
	o, err := open(ctx)
	if err != nil {
		return err
	}
	read, err := readBack(f, o)
	if err != nil {
		return err
	}
	var bar *term.Progress
	var label string
	out, err := o.Adopt(ctx, outbox.AdoptOptions{FromBlock: opts.FromBlock, Read: read, Progress: func(what string, done, total uint64) {
		if what != label {
			if bar != nil {
				bar.Done()
			}
			bar, label = f.Streams.Progress(what, int64(total)), what
		}
		bar.Set(int64(done))
	}})
	if bar != nil {
		bar.Done()
	}
	if out == nil {
		return err
	}
	switch f.Options().Output {
	case term.FormatJSON:
		if printErr := f.Streams.JSON(adoptDoc(out)); printErr != nil {
			return printErr
		}
	case term.FormatCSV:
		if printErr := f.Streams.CSV(listTable(out.Lines)); printErr != nil {
			return printErr
		}
	default:
		showAdopted(f.Streams, out)
	}
	return err
}

// readBack asks each domain in turn what a transaction is.
func readBack(f *Factory, o *outbox.Outbox) (outbox.Read, error) {
	bundle, err := f.Bundle()
	if err != nil {
		return nil, err
	}
	payments := distribution.ReadBack(o)
	return func(ctx context.Context, txs []*types.Transaction, done []bool) ([]outbox.Reading, error) {
		out, err := payments(ctx, txs, done)
		if err != nil {
			return nil, err
		}
		for _, more := range [][]outbox.Reading{issuance.ReadBack(bundle, o.Sender, txs, done), kyc.ReadBack(bundle, o.Sender, txs, done)} {
			for n := range more {
				if out[n].Kind == "" {
					out[n] = more[n]
				}
			}
		}
		return out, nil
	}, nil
}

func adoptDoc(a *outbox.Adopted) AdoptDoc {
	twice := a.Twice
	if twice == nil {
		twice = []string{}
	}
	return AdoptDoc{DryRun: a.DryRun, FromNonce: a.From, NextNonce: a.Next, Adopted: a.New, Settled: a.Settled, Payments: a.Payments, Others: a.Others,
		Unknown: a.Unknown, NoReceipt: a.NoReceipt, Left: a.Left, Pending: a.Pending, PaidTwice: twice, BlockByBlock: a.Walked, Head: a.Head,
		Transactions: transactionDocs(a.Lines)}
}

func showAdopted(s *term.Streams, a *outbox.Adopted) {
	lines := a.Lines
	if len(lines) > maxShown {
		s.Infof("The first %d of %d transactions:", maxShown, a.New+a.Settled)
		lines = lines[:maxShown]
	}
	if len(lines) > 0 {
		s.Table(listTable(lines))
	}
	if a.New+a.Settled == 0 {
		s.Printf("The database knows all that the account has sent up to block %d. The next nonce is %d.", a.Head, a.Next)
	} else {
		verb := "Adopted"
		if a.DryRun {
			verb = "Dry run: nothing was written. It would adopt"
		}
		s.Printf("%s %s up to block %d, with %s. The next nonce is %d.", verb, plural(a.New, "transaction"), a.Head, plural(a.Payments, "external id"), a.Next)
	}
	if a.Settled > 0 {
		s.Printf("The chain shows what became of %s that waited or were on their way.", plural(a.Settled, "transaction"))
	}
	if a.Others > 0 {
		s.Printf("Of the adopted, %d are of another wallet.", a.Others)
	}
	if a.Unknown > 0 {
		s.Warnf("of %s the chain does not show, or not in full, by what they were used; sto tx-list --state unclear lists them", plural(a.Unknown, "nonce"))
	}
	if a.NoReceipt > 0 {
		s.Warnf("the node tells no receipt of %s; sto tx-update asks again, best at an archive node", plural(a.NoReceipt, "transaction"))
	}
	if len(a.Twice) > 0 {
		s.Warnf("the chain shows more than one payment of %s: %s", plural(len(a.Twice), "external id"), strings.Join(a.Twice[:min(5, len(a.Twice))], ", "))
	}
}
