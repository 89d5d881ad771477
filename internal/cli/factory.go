package cli

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/config"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/signer"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// Factory makes what commands need, each at first use. It serves one command line and is not for concurrent use.
type Factory struct {
	Streams *term.Streams
	environ []string
	args    []string // the raw command line, for what must be known before it is parsed

	options *config.Options // nil before load
	node    *node.Client
	store   *store.Store
	signer  signer.Signer
	closers []func() error
	helpErr error // of --help, whose function in cobra can't return one
}

func newFactory(args, environ []string, streams *term.Streams) *Factory {
	return &Factory{Streams: streams, environ: environ, args: args}
}

// load reads the options of the command line, the environment and the options file.
func (f *Factory) load(cmd *cobra.Command) error {
	options, err := config.Load(cmd.Flags(), f.environ)
	if err != nil {
		return err
	}
	f.options = options
	f.Streams.Quiet = options.Quiet
	return nil
}

// Options returns the global options. Commands call it from their RunE, after the options were loaded.
func (f *Factory) Options() *config.Options {
	if f.options == nil {
		panic("options are asked for before they are loaded")
	}
	return f.options
}

// Network returns the network that the options name, with what other options change of it.
func (f *Factory) Network() (config.Network, error) { return f.Options().Chain() }

// Log returns the diagnostics log on standard error. Its default level shows what an operator should know; secrets are
// masked by their types before they get here.
func (f *Factory) Log() *slog.Logger {
	return slog.New(slog.NewTextHandler(f.Streams.Err, &slog.HandlerOptions{Level: f.Options().Level()}))
}

// Node connects to the node and checks its chain id against the network's.
func (f *Factory) Node(ctx context.Context) (*node.Client, error) {
	if f.node != nil {
		return f.node, nil
	}
	network, err := f.Network()
	if err != nil {
		return nil, err
	}
	client, err := node.Dial(ctx, node.Options{URLs: f.Options().NodeURLs, ChainID: network.ChainID, Log: f.Log()})
	if err != nil {
		return nil, err
	}
	f.closers = append(f.closers, func() error { client.Close(); return nil })
	f.node = client
	return client, nil
}

// Store opens the database, and makes it where it is missing.
func (f *Factory) Store(ctx context.Context) (*store.Store, error) {
	return f.open(ctx, !f.Options().DryRun)
}

// StoreToRead opens the database for a command that only looks, or a dry run. Where it is missing none is made: the
// command works on an empty one then.
func (f *Factory) StoreToRead(ctx context.Context) (*store.Store, error) { return f.open(ctx, false) }

func (f *Factory) open(ctx context.Context, create bool) (*store.Store, error) {
	if f.store != nil {
		return f.store, nil
	}
	path, open := f.Options().DatabaseFile, store.Open
	if _, err := os.Stat(path); !create && errors.Is(err, fs.ErrNotExist) {
		open = store.OpenScratch
	}
	st, err := open(ctx, path)
	if err != nil {
		return nil, err
	}
	f.closers = append(f.closers, st.Close)
	f.store = st
	return st, nil
}

// Close releases what was opened, last first, and returns the first error.
func (f *Factory) Close() error {
	var first error
	for _, c := range slices.Backward(f.closers) {
		if err := c(); err != nil && first == nil {
			first = err
		}
	}
	f.closers = nil
	return first
}

// wantsJSON tells whether output and errors are to be JSON, also when the options could not be read.
func (f *Factory) wantsJSON() bool {
	if f.options != nil {
		return f.options.Output == term.FormatJSON
	}
	return f.early("output") == string(term.FormatJSON)
}

// debugging tells whether the log level is debug, also when the options could not be read.
func (f *Factory) debugging() bool {
	return strings.EqualFold(f.early("log-level"), "debug")
}

// early finds an option's value in the raw command line or the environment, for when the options are not (yet) read.
func (f *Factory) early(option string) string {
	value := ""
	for _, entry := range f.environ {
		if v, found := strings.CutPrefix(entry, config.EnvVar(option)+"="); found {
			value = v
		}
	}
	for i, arg := range f.args {
		if v, found := strings.CutPrefix(arg, "--"+option+"="); found {
			value = v
		} else if arg == "--"+option && i+1 < len(f.args) {
			value = f.args[i+1]
		}
	}
	return value
}
