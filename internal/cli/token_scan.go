package cli

import (
	"context"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/config"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/scan"
	"github.com/sto-project/sto/internal/term"
)

// latest is the word for the newest block.
const latest = "latest"

// ScanOptions is what token-scan needs.
type ScanOptions struct {
	Factory    *Factory
	Token      common.Address
	Start, End string // a number, latest or ""
	Finalized  bool
	Reconcile  bool
}

// ScanDoc is what token-scan prints with --output json. Raw amounts are in raw token units.
type ScanDoc struct {
	Token       string                `json:"token"`
	Name        string                `json:"name"`
	Symbol      string                `json:"symbol"`
	Decimals    uint8                 `json:"decimals"`
	FirstBlock  uint64                `json:"first_block"`
	Complete    bool                  `json:"complete"` // the scan began at or before the token's creation
	Blocks      uint64                `json:"blocks"`   // read by this run
	Transfers   int                   `json:"transfers"`
	Updated     int                   `json:"updated"`
	ScannedTo   uint64                `json:"scanned_to"`
	ScannedTime string                `json:"scanned_time"` // UTC, RFC 3339
	ScannedHash string                `json:"scanned_hash"`
	FinalTo     *uint64               `json:"final_to"` // null: nothing is final, or the node does not tell
	Reorg       *int                  `json:"reorg_depth"`
	Holders     int                   `json:"holders"`
	SupplyRaw   string                `json:"accounted_supply_raw"`
	Reconciled  captable.Reconciled   `json:"reconciled"`
	Why         string                `json:"not_reconciled_because,omitempty"`
	Differences []captable.Difference `json:"differences"`
}

// NewCmdTokenScan builds the command token-scan.
func NewCmdTokenScan(f *Factory, runF func(context.Context, *ScanOptions) error) *cobra.Command {
	opts := &ScanOptions{Factory: f}
	var token string
	cmd := &cobra.Command{
		Use:     "token-scan",
		Short:   "Read a token's transfers into the database",
		GroupID: groupCapTable,
		Args:    noArguments,
		Long: `token-scan reads the events by which any ERC-20 token moves balances from the chain into the database. Without bounds it
starts where the token was created, or goes on where the last scan stopped. Blocks that the chain has replaced since are
replaced in the database too. In the end it compares the balances that the events add up to with those that the contract
itself tells, and the total supply: differences are listed and make it end with 1, since a cap table would be wrong.`,
		Example: `  sto token-scan --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3
  sto token-scan --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3 --end-block 19000000`,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			if opts.Token, err = addressFlag("token-address", token, eth.ParseReceiver); err != nil {
				return err
			}
			if _, err := blockFlag("start-block", opts.Start); err != nil {
				return err
			}
			if _, err := blockFlag("end-block", opts.End); err != nil {
				return err
			}
			if err := noDryRun(f, cmd); err != nil {
				return err
			}
			if err := noCSV(f); err != nil {
				return err
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runTokenScan(cmd.Context(), opts)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&token, "token-address", "", "`ADDRESS` of the token")
	flags.StringVar(&opts.Start, "start-block", "", "first `BLOCK`: a number, or latest; by default where the last scan stopped, or the token's creation")
	flags.StringVar(&opts.End, "end-block", "", "last `BLOCK`: a number, or latest, which is the default")
	config.BoolVar(flags, &opts.Finalized, "finalized", false, "stop at the newest block that the chain can't take back")
	config.BoolVar(flags, &opts.Reconcile, "reconcile", true, "compare with the contract's own balances in the end")
	required(cmd, "token-address")
	return describe(cmd, "It writes what it reads into the database. It sends nothing and needs no key.", fault.Node, fault.Conflict)
}

// blockFlag reads the number of a block; nil for none and for latest.
func blockFlag(option, text string) (*uint64, error) {
	if text == "" || text == latest {
		return nil, nil
	}
	n, err := strconv.ParseUint(text, 10, 63)
	if err != nil {
		return nil, fault.New(fault.Usage, "--%s is %q, but must be the number of a block or latest", option, term.Safe(text))
	}
	return &n, nil
}

func runTokenScan(ctx context.Context, opts *ScanOptions) error {
	f := opts.Factory
	network, err := f.Network()
	if err != nil {
		return err
	}
	client, err := f.Node(ctx)
	if err != nil {
		return err
	}
	st, err := f.Store(ctx)
	if err != nil {
		return err
	}
	o := scan.Options{Token: opts.Token, Finalized: opts.Finalized, Reconcile: opts.Reconcile}
	if o.Start, err = blockFlag("start-block", opts.Start); err != nil {
		return err
	}
	if o.End, err = blockFlag("end-block", opts.End); err != nil {
		return err
	}
	if opts.Start == latest {
		head, err := client.Header(ctx, node.Latest)
		if err != nil {
			return err
		}
		o.Start = &head.Number
	}
	f.Streams.Infof("Scanning token %s on %s.", opts.Token.Hex(), network.Name)
	var bar *term.Progress
	o.Progress = func(done, total uint64) {
		if bar == nil {
			bar = f.Streams.Progress("Scanning blocks", int64(total))
		}
		bar.Set(int64(done))
	}
	finality := scan.Finality{Tag: network.Finality.Tag, Depth: network.Finality.Depth, Instant: network.Finality.Instant}
	result, err := scan.New(st, client, network.ChainID, finality).Run(ctx, o)
	if bar != nil {
		bar.Done()
	}
	if result == nil || ctx.Err() != nil {
		return err
	}
	if f.Options().Output == term.FormatJSON {
		if printErr := f.Streams.JSON(scanDoc(result)); printErr != nil {
			return printErr
		}
		return err
	}
	showScan(f.Streams, result)
	return err
}
