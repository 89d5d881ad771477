package cli

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/devnet"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// DevnetOptions is what devnet needs.
type DevnetOptions struct {
	Streams *term.Streams
	JSON    bool
	Verbose bool // the chain's own log on standard error
	Dir     string
	Port    int
	Period  time.Duration
}

// DevnetInfo is what devnet prints with --output json once the chain runs.
type DevnetInfo struct {
	URL      string `json:"url"`
	ChainID  uint64 `json:"chain_id"`
	Account  string `json:"account"`
	Config   string `json:"config"`
	Keystore string `json:"keystore"`
}

// NewCmdDevnet builds the command devnet.
func NewCmdDevnet(f *Factory, runF func(context.Context, *DevnetOptions) error) *cobra.Command {
	opts := &DevnetOptions{Streams: f.Streams}
	cmd := &cobra.Command{
		Use:         "devnet",
		Short:       "Run an Ethereum development chain on this machine",
		GroupID:     groupSetup,
		Annotations: map[string]string{bareMark: "true"},
		Args:        noArguments,
		Long: `devnet runs an Ethereum development chain (chain id 1337) in the foreground, with a JSON-RPC port on the loopback
interface, a funded account and an options file that is ready to use. The chain lives in a folder and goes on where it
stood when it is started there again. Ctrl-C stops it. The options file keeps its transaction database in that folder too.`,
		Example: `  sto devnet
  sto devnet --dir /tmp/chain --port 8545 --period 2s
  sto --config devnet/sto.ini diagnose        # in another terminal`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			opts.JSON, opts.Verbose = f.wantsJSON(), f.debugging()
			if opts.Port < 0 || opts.Port > 65535 {
				return fault.New(fault.Usage, "--port is %d, but must be between 0 and 65535", opts.Port)
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runDevnet(cmd.Context(), opts)
		},
	}
	fs := cmd.Flags()
	fs.StringVar(&opts.Dir, "dir", "./devnet", "`FOLDER` of the chain, its key and its options file; made when missing")
	fs.IntVar(&opts.Port, "port", 0, "`PORT` to listen on; 0 takes that of the last run, or any free one")
	fs.DurationVar(&opts.Period, "period", 0, "`TIME` between blocks, such as 2s; 0 makes a block when transactions come")
	return describe(cmd, "It writes into its folder only. Nothing is sent to any other network, and sto's database is not touched.", fault.Conflict)
}

func runDevnet(ctx context.Context, opts *DevnetOptions) (err error) {
	var log io.Writer
	if opts.Verbose {
		log = opts.Streams.Err
	}
	chain, err := devnet.Start(ctx, devnet.Options{Dir: opts.Dir, Port: opts.Port, Period: opts.Period, Log: log})
	if err != nil {
		return err
	}
	defer func() {
		if closing := chain.Close(); err == nil {
			err = closing
		}
	}()
	if err := showDevnet(opts, chain); err != nil {
		return err
	}
	<-ctx.Done() // the normal end
	opts.Streams.Infof("the devnet stops; its state stays in %s", opts.Dir)
	return nil
}

func showDevnet(opts *DevnetOptions, chain *devnet.Chain) error {
	info := DevnetInfo{
		URL: chain.URL(), ChainID: devnet.ChainID, Account: chain.Account().Hex(),
		Config: chain.ConfigPath(), Keystore: chain.KeystorePath(),
	}
	if opts.JSON {
		return opts.Streams.JSON(info)
	}
	_, err := fmt.Fprintf(opts.Streams.Out, "URL      %s\nAccount  %s\nConfig   %s\n", info.URL, info.Account, info.Config)
	opts.Streams.Infof("The devnet runs; Ctrl-C stops it. In another terminal:")
	opts.Streams.Infof("  export STO_CONFIG=%s", info.Config)
	opts.Streams.Infof("  sto diagnose")
	opts.Streams.Infof("  sto kyc-deploy")
	opts.Streams.Infof("  sto issue --symbol ACME --name \"Acme Inc.\" --url https://acme.example --amount 10000")
	return err
}
