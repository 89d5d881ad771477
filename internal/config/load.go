package config

import (
	"strings"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// Sources of a value, as in Options.Source, in rising order of rank.
const (
	fromDefault = "default"
	fromFile    = "file" // followed by a space and the path
	fromEnv     = "environment"
	fromFlag    = "flag"
)

// values are the texts of all options, each with its source.
type values struct {
	v      *viper.Viper
	source map[string]string
}

// Load returns the options from the flags that AddFlags added to fs and parsing has set, the environment (as os.Environ
// gives it), and the options file that they name. An empty variable, or key without a value, counts as not set. All
// values are checked; errors are of class Usage and say which option it was and where it was given.
func Load(fs *pflag.FlagSet, environ []string) (*Options, error) {
	env := variables(environ)
	path, err := configFile(fs, env)
	if err != nil {
		return nil, err
	}
	var file map[string]string
	loose := false
	if path != "" {
		if file, loose, err = readFile(path); err != nil {
			return nil, err
		}
	}
	vals, err := merge(fs, env, file, path)
	if err != nil {
		return nil, err
	}
	o, err := vals.options()
	if err != nil {
		return nil, err
	}
	o.ConfigFile = path
	if loose && (file[optPrivateKey] != "" || file[optPassword] != "") {
		o.LooseSecretFile = path
	}
	return o, nil
}

// variables returns the options that the environment sets, by the option's name.
func variables(environ []string) map[string]string {
	byVar := map[string]string{EnvVar(optConfigAlias): optConfigAlias}
	for _, f := range Fields() {
		byVar[f.EnvVar] = f.Name
	}
	env := map[string]string{}
	for _, e := range environ {
		name, value, _ := strings.Cut(e, "=")
		if option, ok := byVar[name]; ok && value != "" {
			env[option] = value
		}
	}
	return env
}

// configFile returns the path of the options file by --config or --config-file, else by the environment, or "".
func configFile(fs *pflag.FlagSet, env map[string]string) (string, error) {
	given := map[string]string{}
	for _, name := range []string{optConfig, optConfigAlias} {
		if f := fs.Lookup(name); f != nil && f.Changed {
			given[name] = f.Value.String()
		}
	}
	source := "--%s and --%s"
	if len(given) == 0 {
		given = env
		source = "the variables of %s and %s"
	}
	a, hasA := given[optConfig]
	b, hasB := given[optConfigAlias]
	if hasA && hasB && a != b {
		return "", fault.New(fault.Usage, source+" name different files", optConfig, optConfigAlias).WithHint("they are the same option; give one")
	}
	if hasA {
		return a, nil
	}
	return b, nil
}

// merge lays the sources over one another. file and env are layers of viper's configuration, the second above the first,
// since viper itself would read the environment of the process.
func merge(fs *pflag.FlagSet, env, file map[string]string, path string) (*values, error) {
	vals := &values{viper.New(), map[string]string{}}
	for _, f := range Fields() {
		vals.v.SetDefault(f.Name, f.Default)
		vals.source[f.Name] = fromDefault
	}
	for _, layer := range []struct {
		texts  map[string]string
		source string
	}{{file, fromFile + " " + term.Safe(path)}, {env, fromEnv}} {
		texts := make(map[string]any, len(layer.texts))
		for name, text := range layer.texts {
			texts[name] = text
			vals.source[name] = layer.source
		}
		if err := vals.v.MergeConfigMap(texts); err != nil {
			return nil, fault.New(fault.Usage, "options can't be merged: %w", err)
		}
	}
	for _, f := range Fields() {
		flag := fs.Lookup(f.Name)
		if flag == nil || f.NoFlag {
			continue
		}
		if err := vals.v.BindPFlag(f.Name, flag); err != nil {
			return nil, fault.New(fault.Usage, "option --%s can't be read: %w", f.Name, err)
		}
		if flag.Changed {
			vals.source[f.Name] = fromFlag
		}
	}
	return vals, nil
}
