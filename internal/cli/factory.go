package cli

import (
	"github.com/spf13/cobra"
	"github.com/sto-project/sto/internal/config"
	"github.com/sto-project/sto/internal/term"
	"strings"
)

type Factory struct {
	Streams *term.Streams
	environ []string
	args    []string        // the raw command line, for what must be known before it is parsed
	options *config.Options // nil before load
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
	return nil
}
func (f *Factory) Close() error { return nil }

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
