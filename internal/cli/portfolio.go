package cli

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/config"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// PortfolioOptions is what portfolio needs.
type PortfolioOptions struct {
	Factory      *Factory
	Who          string // an address, or a name or investor id of the identity file
	IdentityFile string
	IncludeEmpty bool
}

// NewCmdPortfolio builds the command portfolio.
func NewCmdPortfolio(f *Factory, runF func(context.Context, *PortfolioOptions) error) *cobra.Command {
	opts := &PortfolioOptions{Factory: f}
	cmd := &cobra.Command{
		Use:     "portfolio ADDRESS|INVESTOR",
		Short:   "Print what one holder has of all scanned tokens",
		GroupID: groupCapTable,
		Args:    cobra.ArbitraryArgs,
		Long: `portfolio prints what one holder has of each token of the network that ` + "`sto token-scan`" + ` has read into the database, as of
that token's last scan: the balance, its share of all, and the lots it consists of, with when and from whom each was
acquired. What is given away comes out of the oldest lot first.

The holder is an address, or an investor by the name or investor id of the identity file, whose wallets count as one:
transfers between them change no lot.`,
		Example: `  sto portfolio 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed
  sto portfolio "Ann Example" --identity-file names.csv --output csv`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fault.New(fault.Usage, "%s takes one holder, but %d are given", cmd.CommandPath(), len(args)).WithHint("put quotes around a name with blanks")
			}
			opts.Who = args[0]
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runPortfolio(cmd.Context(), opts)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.IdentityFile, "identity-file", "", "CSV `FILE` with the columns name and address")
	config.BoolVar(flags, &opts.IncludeEmpty, "include-empty", false, "also show tokens of which nothing is left")
	return describe(cmd, "It reads the database alone and asks no node: nothing is written and nothing is sent.", fault.Conflict)
}

func runPortfolio(ctx context.Context, opts *PortfolioOptions) error {
	f := opts.Factory
	network, err := f.Network()
	if err != nil {
		return err
	}
	var ids captable.Identities
	if opts.IdentityFile != "" {
		if ids, err = captable.LoadIdentities(opts.IdentityFile); err != nil {
			return err
		}
	}
	found, err := wallets("the holder", opts.Who, ids)
	if err != nil {
		return err
	}
	st, err := f.StoreToRead(ctx)
	if err != nil {
		return err
	}
	p, err := captable.ReadPortfolio(ctx, st, network.ChainID, found, opts.IncludeEmpty)
	if err != nil {
		return err
	}
	headings, right := captable.PortfolioColumns()
	switch f.Options().Output {
	case term.FormatJSON:
		return f.Streams.JSON(p)
	case term.FormatCSV:
		warnAll(f.Streams, p.Notes)
		return f.Streams.CSV(term.Table{Header: headings, Rows: p.Cells(captable.Defuse)})
	default:
		headLine(f.Streams, "Wallets", strconv.Itoa(len(p.Wallets)))
		if len(p.Holdings) == 0 {
			f.Streams.Infof("Nothing is held, of the tokens that were scanned.")
			return nil
		}
		f.Streams.Table(term.Table{Header: headings, Rows: p.Cells(func(s string) string { return s }), RightAlign: right})
		warnAll(f.Streams, p.Notes)
		return nil
	}
}
