package cli

import (
	"context"
	"slices"
	"strconv"
	"time"

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
	Factory     *Factory
	Tokens      []common.Address
	Start, End  string // a number, latest or ""
	Finalized   bool
	NoReconcile bool
	VerifyNode  string // URL; empty: the node that is scanned
	Watch       bool
	Timeout     time.Duration // of Watch; 0: for ever
}

// ScanDoc is what token-scan prints with --output json: one of these, or with several tokens a list of them. Raw amounts
// are in raw token units.
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
	By          string                `json:"reconciled_by,omitempty"`       // the node of --verify-node
	Cause       string                `json:"likely_cause,omitempty"`        // of the differences
	AtZero      string                `json:"at_zero_address_raw,omitempty"` // sent to the zero address, where the contract still counts it
	Differences []captable.Difference `json:"differences"`
}

// NewCmdTokenScan builds the command token-scan.
func NewCmdTokenScan(f *Factory, runF func(context.Context, *ScanOptions) error) *cobra.Command {
	opts := &ScanOptions{Factory: f}
	var tokens []string
	cmd := &cobra.Command{
		Use:     "token-scan",
		Short:   "Read tokens' transfers into the database",
		GroupID: groupCapTable,
		Args:    noArguments,
		Long: `token-scan reads the events by which any ERC-20 token moves balances from the chain into the database. Without bounds it
starts where the token was created, or goes on where the last scan stopped. Blocks that the chain has replaced since are
replaced in the database too. Several tokens share the requests. It says up to which block the result is final; with
--finalized it stops there.

In the end it compares the balances that the events add up to with those that the contract itself tells, and the total
supply: differences are listed with a likely cause and make it end with 1, since a cap table would be wrong. A node that
keeps no state of that block gives "not reconciled", which is neither: it ends with 0. --verify-node asks another node
than the one that told the events.

With --watch it goes on following the chain until Ctrl-C, or until the time of --timeout is over.`,
		Example: `  sto token-scan --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3
  sto token-scan --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3 --end-block 19000000
  sto token-scan --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3 --watch --timeout 8h
  sto token-scan --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3 --verify-node https://node.example`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := opts.read(cmd, tokens); err != nil {
				return err
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runTokenScan(cmd.Context(), opts)
		},
	}
	flags := cmd.Flags()
	flags.StringSliceVar(&tokens, "token-address", nil, "`ADDRESS` of the token; may be repeated")
	flags.StringVar(&opts.Start, "start-block", "", "first `BLOCK`: a number, or latest; by default where the last scan stopped, or the token's creation")
	flags.StringVar(&opts.End, "end-block", "", "last `BLOCK`: a number, or latest, which is the default")
	config.BoolVar(flags, &opts.Finalized, "finalized", false, "stop at the newest block that the chain can't take back")
	config.BoolVar(flags, &opts.NoReconcile, "no-reconcile", false, "don't compare with the contract's own balances in the end")
	flags.StringVar(&opts.VerifyNode, "verify-node", "", "`URL` of another node of the same chain, whose balances to compare with")
	config.BoolVar(flags, &opts.Watch, "watch", false, "go on following the chain")
	flags.DurationVar(&opts.Timeout, "timeout", 0, "with --watch, stop after this `DURATION`; 0 never does")
	required(cmd, "token-address")
	return describe(cmd, "It writes what it reads into the database. It sends nothing and needs no key.", fault.Node, fault.Conflict)
}

// read checks the options.
func (opts *ScanOptions) read(cmd *cobra.Command, tokens []string) error {
	opts.Tokens = nil
	for _, text := range tokens {
		a, err := addressFlag("token-address", text, eth.ParseReceiver)
		if err != nil {
			return err
		}
		if !slices.Contains(opts.Tokens, a) {
			opts.Tokens = append(opts.Tokens, a)
		}
	}
	if len(opts.Tokens) > scan.MostTokens {
		return fault.New(fault.Usage, "--token-address names %d tokens, but one run takes %d at most", len(opts.Tokens), scan.MostTokens)
	}
	if _, err := blockFlag("start-block", opts.Start); err != nil {
		return err
	}
	if _, err := blockFlag("end-block", opts.End); err != nil {
		return err
	}
	changed := cmd.Flags().Changed
	switch {
	case opts.Timeout < 0:
		return fault.New(fault.Usage, "--timeout is %s, but must not be negative", opts.Timeout)
	case changed("timeout") && !opts.Watch:
		return fault.New(fault.Usage, "--timeout is only for --watch").WithHint("add --watch")
	case opts.Watch && opts.End != "" && opts.End != latest:
		return fault.New(fault.Usage, "--watch and --end-block %s can't be given together", opts.End)
	case opts.VerifyNode != "" && opts.NoReconcile:
		return fault.New(fault.Usage, "--verify-node and --no-reconcile can't be given together")
	}
	if err := noDryRun(opts.Factory, cmd); err != nil {
		return err
	}
	return noCSV(opts.Factory)
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
	job, err := newScanJob(ctx, opts)
	if err != nil {
		return err
	}
	results, err := job.run(ctx)
	if results != nil && ctx.Err() == nil && opts.Factory.Options().Output != term.FormatJSON {
		for _, r := range results {
			showScan(opts.Factory.Streams, r)
		}
	}
	if opts.Watch && err == nil {
		results, err = job.watch(ctx, results)
	} else if ctx.Err() != nil {
		return err
	}
	if results != nil && opts.Factory.Options().Output == term.FormatJSON {
		if printErr := opts.Factory.Streams.JSON(scanDocs(results)); printErr != nil {
			return printErr
		}
	}
	return err
}

// scanJob is a scan that can be run again.
type scanJob struct {
	streams *term.Streams
	node    *node.Client
	scanner *scan.Scanner
	opts    scan.Options
	timeout time.Duration
	format  term.Format
	quiet   bool // no bar
}

func newScanJob(ctx context.Context, opts *ScanOptions) (*scanJob, error) {
	f := opts.Factory
	network, err := f.Network()
	if err != nil {
		return nil, err
	}
	client, err := f.Node(ctx)
	if err != nil {
		return nil, err
	}
	st, err := f.Store(ctx)
	if err != nil {
		return nil, err
	}
	books, err := f.Books(ctx)
	if err != nil {
		return nil, err
	}
	o := scan.Options{Tokens: opts.Tokens, Finalized: opts.Finalized, Reconcile: !opts.NoReconcile,
		Created: createdIn(books), Notice: func(text string) { f.Streams.Infof("%s", text) }}
	if o.Start, err = blockFlag("start-block", opts.Start); err != nil {
		return nil, err
	}
	if o.End, err = blockFlag("end-block", opts.End); err != nil {
		return nil, err
	}
	if opts.Start == latest {
		head, err := client.Header(ctx, node.Latest)
		if err != nil {
			return nil, err
		}
		o.Start = &head.Number
	}
	if opts.VerifyNode != "" {
		second, err := node.Dial(ctx, node.Options{URLs: []string{opts.VerifyNode}, ChainID: network.ChainID, Log: f.Log()})
		if err != nil {
			return nil, optionError("verify-node", err)
		}
		f.closers = append(f.closers, func() error { second.Close(); return nil })
		o.Verify = second
	}
	for _, a := range opts.Tokens {
		f.Streams.Infof("Scanning token %s on %s.", a.Hex(), network.Name)
	}
	finality := scan.Finality{Tag: network.Finality.Tag, Depth: network.Finality.Depth, Instant: network.Finality.Instant}
	return &scanJob{streams: f.Streams, node: client, scanner: scan.New(st, client, network.ChainID, finality), opts: o,
		timeout: opts.Timeout, format: f.Options().Output}, nil
}

// run brings the scans up to date once.
func (j *scanJob) run(ctx context.Context) ([]*scan.Result, error) {
	var bar *term.Progress
	o := j.opts
	if !j.quiet {
		o.Progress = func(done, total uint64) {
			if bar == nil {
				bar = j.streams.Progress("Scanning blocks", int64(total))
			}
			bar.Set(int64(done))
		}
	}
	results, err := j.scanner.Run(ctx, o)
	if bar != nil {
		bar.Done()
	}
	return results, err
}
