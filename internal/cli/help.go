package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/sto-project/sto/internal/fault"
)

// The groups in which help shows the commands, in this order.
const (
	groupSetup        = "setup"
	groupIssue        = "issue"
	groupKYC          = "kyc"
	groupDistribute   = "distribute"
	groupCapTable     = "cap-table"
	groupPayouts      = "payouts"
	groupVoting       = "voting"
	groupControl      = "control"
	groupTransactions = "transactions"
	groupTools        = "tools"
)

func groups() []*cobra.Group {
	return []*cobra.Group{
		{ID: groupSetup, Title: "Setup"}, {ID: groupIssue, Title: "Issue"}, {ID: groupKYC, Title: "KYC"},
		{ID: groupDistribute, Title: "Distribute"}, {ID: groupCapTable, Title: "Cap table"}, {ID: groupPayouts, Title: "Payouts"},
		{ID: groupVoting, Title: "Voting"}, {ID: groupControl, Title: "Issuer control"},
		{ID: groupTransactions, Title: "Transactions"}, {ID: groupTools, Title: "Tools"},
	}
}

// What a command does to the world, in one paragraph of its help.
const (
	effectNothing  = "It reads and writes neither the database nor the network."
	effectReads    = "It only reads: nothing is written and nothing is sent."
	effectPrepares = "It sends nothing: the transactions are signed and stored in the database, and `sto tx-broadcast` sends them.\n" +
		"All of them are stored, or none. With --dry-run nothing is stored, no key is needed (give --from), and the table\n" +
		"shows what would be sent, its gas and its greatest cost."
	effectBroadcasts = "It broadcasts at once: the transactions are signed and stored in the database, then sent. While older transactions\n" +
		"of the account wait it refuses; --broadcast-waiting sends those first, --no-broadcast only stores. With --dry-run\n" +
		"nothing is stored or sent, no key is needed (give --from), and the table shows what would be sent, its gas and its\n" +
		"greatest cost."
)

// describe completes the long help of a command: its effect, and the list of exit codes that it can end with.
// Done, usage and interruption belong to each command and need not be named.
func describe(cmd *cobra.Command, effect string, classes ...fault.Class) *cobra.Command {
	can := map[fault.Class]bool{fault.OK: true, fault.General: true, fault.Usage: true, fault.Interrupted: true}
	for _, c := range classes {
		can[c] = true
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n%s\n\nExit status:\n", strings.TrimSpace(cmd.Long), effect)
	for _, m := range fault.Table() {
		if can[m.Class] {
			fmt.Fprintf(&b, "  %3d  %s\n", m.Class, m.Text)
		}
	}
	cmd.Long = strings.TrimRight(b.String(), "\n")
	return cmd
}

// writeHelp prints the help of cmd on standard output.
func writeHelp(f *Factory, cmd *cobra.Command) error {
	var b strings.Builder
	text := cmd.Long
	if text == "" {
		text = cmd.Short
	}
	fmt.Fprintf(&b, "%s\n", text)
	if cmd.IsAdditionalHelpTopicCommand() {
		return writeOut(f, b.String())
	}
	fmt.Fprintf(&b, "\nUsage:\n  %s\n", useLine(cmd))
	if cmd.HasAvailableSubCommands() {
		writeCommands(&b, cmd)
	}
	if cmd.Example != "" {
		fmt.Fprintf(&b, "\nExamples:\n%s\n", strings.TrimRight(cmd.Example, "\n"))
	}
	if local := ownFlags(cmd); cmd.HasParent() && local.HasAvailableFlags() {
		fmt.Fprintf(&b, "\nOptions:\n%s", local.FlagUsagesWrapped(helpWidth(f)))
	}
	if cmd.HasParent() {
		fmt.Fprintf(&b, "\nGlobal options (network, key, fees, output): see `sto --help`.\n")
	} else {
		fmt.Fprintf(&b, "\nGlobal options:\n%s", cmd.PersistentFlags().FlagUsagesWrapped(helpWidth(f)))
		fmt.Fprintf(&b, "\n`sto COMMAND --help` tells all about a command.\n")
	}
	return writeOut(f, b.String())
}

// writeOut writes text that is our own, as it is, to standard output.
func writeOut(f *Factory, text string) error {
	if _, err := io.WriteString(f.Streams.Out, text); err != nil {
		return fmt.Errorf("standard output can't be written: %w", err)
	}
	return nil
}

// writeCommands lists the subcommands of cmd by group; a group without commands is not shown.
func writeCommands(b *strings.Builder, cmd *cobra.Command) {
	width := cmd.NamePadding()
	for _, sub := range cmd.Commands() {
		width = max(width, len(sub.Name()))
	}
	list := func(title string, want func(*cobra.Command) bool) {
		heading := true
		for _, sub := range cmd.Commands() {
			if !want(sub) {
				continue
			}
			if heading {
				fmt.Fprintf(b, "\n%s:\n", title)
				heading = false
			}
			fmt.Fprintf(b, "  %-*s  %s\n", width, sub.Name(), sub.Short)
		}
	}
	for _, g := range cmd.Groups() {
		list(g.Title, func(c *cobra.Command) bool { return c.GroupID == g.ID && c.IsAvailableCommand() })
	}
	list("Help topics", func(c *cobra.Command) bool { return c.IsAdditionalHelpTopicCommand() })
}

// useLine is the usage of cmd, with its required options spelled out.
func useLine(cmd *cobra.Command) string {
	line := cmd.CommandPath()
	if cmd.HasAvailableSubCommands() {
		line += " COMMAND"
	}
	ownFlags(cmd).VisitAll(func(flag *pflag.Flag) {
		if isRequired(flag) {
			value, _ := pflag.UnquoteUsage(flag)
			line += fmt.Sprintf(" --%s %s", flag.Name, value)
		}
	})
	line += " [options]"
	if _, args, found := strings.Cut(cmd.Use, " "); found {
		line += " " + args
	}
	return line
}

// ownFlags are the options of cmd that are not global, in the order in which it declares them.
func ownFlags(cmd *cobra.Command) *pflag.FlagSet {
	own := pflag.NewFlagSet(cmd.Name(), pflag.ContinueOnError)
	own.SortFlags, cmd.Flags().SortFlags = false, false
	global := cmd.InheritedFlags()
	cmd.Flags().VisitAll(func(flag *pflag.Flag) {
		if global.Lookup(flag.Name) == nil && cmd.PersistentFlags().Lookup(flag.Name) == nil {
			own.AddFlag(flag)
		}
	})
	return own
}

// helpWidth is the width to which help is wrapped: the terminal's, within reason.
func helpWidth(f *Factory) int {
	if f.Streams.Width <= 0 {
		return 120
	}
	return min(max(f.Streams.Width, 60), 120)
}
