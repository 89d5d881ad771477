package cli

import (
	"context"
	"io"
	"os"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/distribution"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// standardInput is the name of standard input on the command line.
const standardInput = "-"

// DistributeSingleOptions is what distribute-single needs.
type DistributeSingleOptions struct {
	Factory *Factory
	Token   common.Address
	Row     distribution.Row
	PrepareFlags
}

// NewCmdDistributeSingle builds the command distribute-single.
func NewCmdDistributeSingle(f *Factory, runF func(context.Context, *DistributeSingleOptions) error) *cobra.Command {
	opts := &DistributeSingleOptions{Factory: f}
	var token, to, externalID, email, name, amount string
	cmd := &cobra.Command{
		Use:     "distribute-single",
		Short:   "Prepare one transfer of shares",
		GroupID: groupDistribute,
		Args:    noArguments,
		Long: `distribute-single prepares the transfer of shares to one receiver. The external id names the payment for ever: for one
that was used for this token before, in this database or by the account on the chain, nothing is prepared and the command
says so. Name and email are neither stored nor sent.`,
		Example: `  sto distribute-single --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3 \
    --to-address 0x71C7656EC7ab88b098defB751B7401B5f6d8976F --external-id 1 --email jane@example.com --name "Jane Doe" \
    --amount 12.5`,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			if opts.Token, err = addressFlag("token-address", token, eth.ParseReceiver); err != nil {
				return err
			}
			if opts.Row, err = distribution.SingleRow(externalID, email, name, to, amount); err != nil {
				return err
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runDistributeSingle(cmd.Context(), opts)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&token, "token-address", "", "`ADDRESS` of the token")
	flags.StringVar(&to, "to-address", "", "`ADDRESS` of the receiver")
	flags.StringVar(&externalID, "external-id", "", "`TEXT` that names this payment for ever, such as a number from the register")
	flags.StringVar(&email, "email", "", "`TEXT`: the receiver's email address")
	flags.StringVar(&name, "name", "", "`TEXT`: the receiver's name")
	flags.StringVar(&amount, "amount", "", "`NUMBER` of shares, with decimals where needed")
	required(cmd, "token-address", "to-address", "external-id", "email", "name", "amount")
	opts.PrepareFlags.add(flags, false)
	return describe(cmd, effectPrepares, fault.Signer, fault.Node, fault.Conflict, fault.Funds, fault.Refused)
}

func runDistributeSingle(ctx context.Context, opts *DistributeSingleOptions) error {
	return distribute(ctx, opts.Factory, distribution.Params{
		Token: opts.Token, Rows: []distribution.Row{opts.Row}, Command: "distribute-single", RequestID: opts.RequestID,
	})
}

// DistributeMultipleOptions is what distribute-multiple needs.
type DistributeMultipleOptions struct {
	Factory *Factory
	Input   string // a file, or - for standard input
	Token   common.Address
	Batch   int
	PrepareFlags
}

// NewCmdDistributeMultiple builds the command distribute-multiple.
func NewCmdDistributeMultiple(f *Factory, runF func(context.Context, *DistributeMultipleOptions) error) *cobra.Command {
	opts := &DistributeMultipleOptions{Factory: f}
	var token string
	cmd := &cobra.Command{
		Use:     "distribute-multiple",
		Short:   "Prepare transfers of shares for all rows of a CSV file",
		GroupID: groupDistribute,
		Args:    noArguments,
		Long: `distribute-multiple prepares a transfer of shares for each row of a CSV file with the columns external_id, email, name,
address and amount, in any order. All rows are checked first, against the token's rules and the account's shares and ETH;
what is wrong is listed row by row, and then nothing is prepared. A row whose external id was used for this token before,
in this database or by the account on the chain, is counted as old: running the command again with a longer file pays the
new rows only. Names and emails are neither stored nor sent.`,
		Example: `  sto distribute-multiple --csv-input holders.csv --address 0x5FbDB2315678afecb367f032d93F642f64180aa3
  sto distribute-multiple --csv-input - --address 0x5FbDB2315678afecb367f032d93F642f64180aa3 --batch 100 < holders.csv
  sto distribute-multiple --csv-input holders.csv --address 0x5FbDB2315678afecb367f032d93F642f64180aa3 --dry-run`,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			if opts.Token, err = addressFlag("address", token, eth.ParseReceiver); err != nil {
				return err
			}
			if opts.Batch < 1 {
				return fault.New(fault.Usage, "--batch is %d, but must be at least 1", opts.Batch)
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runDistributeMultiple(cmd.Context(), opts)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.Input, "csv-input", "", "CSV `FILE`; - reads standard input")
	flags.StringVar(&token, "address", "", "`ADDRESS` of the token")
	flags.IntVar(&opts.Batch, "batch", 1, "greatest `NUMBER` of rows in one transaction, which saves gas; only for tokens that sto issued")
	required(cmd, "csv-input", "address")
	opts.PrepareFlags.add(flags, false)
	return describe(cmd, effectPrepares, fault.Signer, fault.Node, fault.Conflict, fault.Funds, fault.Refused)
}

func runDistributeMultiple(ctx context.Context, opts *DistributeMultipleOptions) error {
	f := opts.Factory
	source := opts.Input
	if source == standardInput {
		source = "standard input"
	}
	rows, warnings, err := readDistribution(f.Streams, opts.Input, source)
	if err != nil {
		return err
	}
	for _, w := range warnings {
		f.Streams.Warnf("%s", w)
	}
	return distribute(ctx, f, distribution.Params{
		Token: opts.Token, Rows: rows, Batch: opts.Batch, Source: source, Command: "distribute-multiple", RequestID: opts.RequestID,
	})
}

func readDistribution(s *term.Streams, input, source string) ([]distribution.Row, []string, error) {
	var in io.Reader = s.In
	if input != standardInput {
		file, err := os.Open(input)
		if err != nil {
			return nil, nil, fault.New(fault.Usage, "the distribution file can't be read: %w", err).WithHint("check --csv-input")
		}
		defer file.Close() // only read from
		in = file
	}
	return distribution.ReadCSV(in, source)
}
