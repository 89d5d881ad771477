package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/sto-project/sto/internal/config"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// requiredMark is the annotation of an option that must be given.
const requiredMark = "sto-required"

// required marks options of cmd as required.
func required(cmd *cobra.Command, names ...string) {
	for _, name := range names {
		flag := cmd.Flags().Lookup(name)
		if flag == nil {
			panic("no such option: " + name)
		}
		if flag.Annotations == nil {
			flag.Annotations = map[string][]string{}
		}
		flag.Annotations[requiredMark] = []string{"true"}
		flag.Usage += " (required)"
	}
}

func isRequired(flag *pflag.Flag) bool { return flag.Annotations[requiredMark] != nil }

// checkRequired names all required options of cmd that were not given, in one error.
func checkRequired(cmd *cobra.Command) error {
	var missing []string
	cmd.Flags().VisitAll(func(flag *pflag.Flag) {
		if isRequired(flag) && !flag.Changed {
			missing = append(missing, "--"+flag.Name)
		}
	})
	switch len(missing) {
	case 0:
		return nil
	case 1:
		return fault.New(fault.Usage, "the required option %s is missing", missing[0]).WithHint("see %s --help", cmd.CommandPath())
	}
	last := len(missing) - 1
	return fault.New(fault.Usage, "the required options %s and %s are missing", strings.Join(missing[:last], ", "), missing[last]).
		WithHint("see %s --help", cmd.CommandPath())
}

// noArguments refuses arguments that are no options.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return fault.New(fault.Usage, "unexpected argument %q after %s", sayArgument(args[0]), cmd.CommandPath()).
		WithHint("values follow the name of their option; see %s --help", cmd.CommandPath())
}

// unknownCommand is the error for a name that is no command, with the closest names there are.
func unknownCommand(root *cobra.Command, name string) error {
	err := fault.New(fault.Usage, "unknown command %q", sayArgument(name))
	if near := root.SuggestionsFor(name); len(near) > 0 {
		return err.WithHint("did you mean %s?", strings.Join(near, " or "))
	}
	return err.WithHint("sto --help lists the commands")
}

// flagError words what the flag parser found, with the closest option of cmd where the name is unknown.
func flagError(cmd *cobra.Command, err error) error {
	wrapped := fault.New(fault.Usage, "%w", err)
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return wrapped.WithHint("see %s --help", cmd.CommandPath())
	}
	name := unknown.GetSpecifiedName()
	wrapped = fault.New(fault.Usage, "unknown option --%s for %s", term.Safe(name), cmd.CommandPath())
	best, distance := "", 4
	cmd.Flags().VisitAll(func(flag *pflag.Flag) {
		if d := editDistance(name, flag.Name); d < distance && !flag.Hidden {
			best, distance = flag.Name, d
		}
	})
	if best != "" {
		return wrapped.WithHint("did you mean --%s?", best)
	}
	return wrapped.WithHint("see %s --help", cmd.CommandPath())
}

// prepareArgs joins the separate values of boolean options to them and refuses a command that does not exist, before
// the parser trips over that command's options.
func prepareArgs(root *cobra.Command, args []string) ([]string, error) {
	root.InitDefaultHelpFlag()
	args = config.NormalizeArgs(args, root.PersistentFlags())
	cmd, rest, err := root.Find(args)
	if err != nil {
		return nil, fault.New(fault.Usage, "%w", err)
	}
	if cmd != root {
		return config.NormalizeArgs(args, cmd.Flags()), nil
	}
	for _, arg := range rest {
		if !strings.HasPrefix(arg, "-") {
			if arg == "help" {
				return args, nil
			}
			return nil, unknownCommand(root, arg)
		}
	}
	return args, nil
}

// sayArgument cleans a stray argument for an error; what may be a private key is not repeated.
func sayArgument(arg string) string {
	digits := strings.TrimPrefix(strings.TrimPrefix(arg, "0x"), "0X")
	if len(digits) >= 60 && strings.Trim(digits, "0123456789abcdefABCDEF") == "" {
		return "***"
	}
	return term.Safe(arg)
}

// editDistance is the Levenshtein distance between a and b.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		previous := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := previous
			if a[i] != b[j] {
				cost++
			}
			previous = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// oneOf checks that value is one of the allowed words of an option.
func oneOf(option, value string, allowed ...string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	return fault.New(fault.Usage, "--%s is %q, but must be one of %s", option, term.Safe(value), strings.Join(allowed, ", "))
}

// plural gives "1 transaction" or "2 transactions".
func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// seeHelp names the command's help as the next step where an error about what the user gave names none.
func seeHelp(cmd *cobra.Command, err error) error {
	if cmd == nil || fault.ClassOf(err) != fault.Usage || fault.Hint(err) != "" {
		return err
	}
	return fault.New(fault.Usage, "%w", err).WithHint("see %s --help", cmd.CommandPath())
}
