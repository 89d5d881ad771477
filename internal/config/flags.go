package config

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/pflag"
)

// textValue is a flag whose text Load validates, so that an error reads alike wherever the value came from.
type textValue struct{ text, typ string }

func (v *textValue) String() string     { return v.text }
func (v *textValue) Set(s string) error { v.text = s; return nil }
func (v *textValue) Type() string       { return v.typ }

// listValue is a flag that may be given several times; its texts are joined by commas.
type listValue struct {
	textValue
	set bool
}

func (v *listValue) Set(s string) error {
	if v.set {
		s = v.text + "," + s
	}
	v.text, v.set = s, true
	return nil
}

// BoolValue is a flag that is true or false, in any case and in the words that click accepts, as users of the earlier
// tool type them: --x, --x=False, and with NormalizeArgs also --x False.
type BoolValue struct{ p *bool }

// String returns true or false.
func (v BoolValue) String() string {
	if v.p == nil {
		return "false"
	}
	return strconv.FormatBool(*v.p)
}

// Set reads true, yes, on, t, y, 1 and their opposites, in any case.
func (v BoolValue) Set(s string) error {
	b, ok := parseBool(s)
	if !ok {
		return fmt.Errorf("%s is neither true nor false", strconv.QuoteToASCII(s))
	}
	*v.p = b
	return nil
}

// Type is that of pflag's own flags of this kind, so that pflag's GetBool works.
func (v BoolValue) Type() string { return "bool" }

// IsBoolFlag tells pflag that the flag may stand alone.
func (v BoolValue) IsBoolFlag() bool { return true }

// BoolVar adds a BoolValue to fs. Commands use it for all their flags that are true or false.
func BoolVar(fs *pflag.FlagSet, p *bool, name string, value bool, usage string) {
	*p = value
	fs.VarPF(BoolValue{p}, name, "", usage).NoOptDefVal = "true"
}

func parseBool(s string) (value, ok bool) {
	switch strings.ToLower(s) {
	case "true", "t", "yes", "y", "on", "1":
		return true, true
	case "false", "f", "no", "n", "off", "0":
		return false, true
	}
	return false, false
}

// AddFlags adds the flags of all global options to fs. Load reads them back.
func AddFlags(fs *pflag.FlagSet) {
	for _, f := range Fields() {
		switch {
		case f.NoFlag:
		case f.Type == typeBool:
			BoolVar(fs, new(bool), f.Name, f.Default == "true", f.Usage)
		case f.Name == optNodeURL:
			fs.Var(&listValue{textValue: textValue{f.Default, f.Type}}, f.Name, f.Usage)
		default:
			fs.Var(&textValue{f.Default, f.Type}, f.Name, f.Usage)
		}
	}
	fs.Var(&textValue{"", "PATH"}, optConfigAlias, "the same as --config")
	if alias := fs.Lookup(optConfigAlias); alias != nil {
		alias.Hidden = true
	}
}

// NormalizeArgs joins `--flag False` into `--flag=False` where fs knows the flag as one that is true or false, since
// pflag would set it to true and take the word for an argument. Give it a set with the flags of the command as well as
// the global ones. A word that is the value of another flag, or follows --, is left alone.
func NormalizeArgs(args []string, fs *pflag.FlagSet) []string {
	out := make([]string, 0, len(args))
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			return append(out, args[i:]...)
		}
		f := lookup(fs, arg)
		if f == nil || i+1 == len(args) {
			out = append(out, arg)
			continue
		}
		next := args[i+1]
		if f.NoOptDefVal == "" { // takes the next word, whatever it is
			out = append(out, arg, next)
			i++
			continue
		}
		if _, ok := parseBool(next); ok && f.Value.Type() == "bool" {
			arg += "=" + next
			i++
		}
		out = append(out, arg)
	}
	return out
}

// lookup returns the flag that arg names without giving its value, or nil.
func lookup(fs *pflag.FlagSet, arg string) *pflag.Flag {
	if name, ok := strings.CutPrefix(arg, "--"); ok {
		return fs.Lookup(name) // nil for name=value
	}
	if len(arg) == 2 && arg[0] == '-' {
		return fs.ShorthandLookup(arg[1:])
	}
	return nil
}
