package cli

import (
	"context"
	_ "embed" // the holders of the demonstration
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/config"
	"github.com/sto-project/sto/internal/devnet"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

//go:embed demo/holders.csv
var demoHolders string

// demoFirst is how many of the holders the first distribution of the demonstration pays.
const demoFirst = 5

// DemoOptions is what demo needs.
type DemoOptions struct {
	Streams *term.Streams
	Environ []string
	Keep    bool
}

// NewCmdDemo builds the command demo.
func NewCmdDemo(f *Factory, runF func(context.Context, *DemoOptions) error) *cobra.Command {
	opts := &DemoOptions{Streams: f.Streams, Environ: f.environ}
	cmd := &cobra.Command{
		Use:         "demo",
		Short:       "Show a share series' whole life in a few seconds",
		GroupID:     groupSetup,
		Annotations: map[string]string{bareMark: "true"},
		Args:        noArguments,
		Long: `demo starts a development chain inside the program and takes a restricted share series through its life: register of
investors, issuance, two distributions to ten holders, scan, cap table of now and of an earlier block. It prints each
command line before it runs it; they are the ones that you would type. All happens in a temporary folder, which is removed
in the end. Options of the environment and of files are left aside.`,
		Example: "  sto demo\n  sto demo --keep",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if f.wantsJSON() {
				return fault.New(fault.Usage, "demo shows what people see: it has no --output json")
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runDemo(cmd.Context(), opts)
		},
	}
	config.BoolVar(cmd.Flags(), &opts.Keep, "keep", false, "keep the folder with the chain, its options file and the database")
	return describe(cmd, "It writes into the temporary folder only, and nothing is sent to any other network.")
}

func runDemo(ctx context.Context, opts *DemoOptions) (err error) {
	dir, err := os.MkdirTemp("", "sto-demo-")
	if err != nil {
		return fault.New(fault.General, "a temporary folder can't be made: %w", err)
	}
	chain, err := devnet.Start(ctx, devnet.Options{Dir: filepath.Join(dir, "chain"), Instant: true})
	if err != nil {
		return errors.Join(err, os.RemoveAll(dir))
	}
	defer func() {
		closing := chain.Close()
		if opts.Keep {
			opts.Streams.Infof("The folder %s is kept; sto devnet --dir %s starts its chain again.", dir, filepath.Join(dir, "chain"))
		} else {
			closing = errors.Join(closing, os.RemoveAll(dir))
		}
		if err == nil {
			err = closing
		}
	}()
	d := &demonstration{streams: opts.Streams, dir: dir, issuer: chain.Account().Hex()}
	for _, entry := range opts.Environ {
		if !strings.HasPrefix(entry, "STO_") {
			d.environ = append(d.environ, entry)
		}
	}
	d.environ = append(d.environ, "STO_CONFIG="+chain.ConfigPath())
	return d.play(ctx)
}
