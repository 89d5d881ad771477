package cli

import (
	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/config"
)

// bareMark is the annotation of commands that need no options from environment or file: they work when those are wrong.
const bareMark = "sto-bare"

// NewCmdRoot builds the whole command tree.
func NewCmdRoot(f *Factory) *cobra.Command {
	root := &cobra.Command{
		Use:   "sto",
		Short: "Issue and administer security tokens on Ethereum",
		Long: `sto takes a security token through its life on Ethereum: issue a share series, keep a register of investors who may
hold it, distribute shares, read the cap table of today or of any past block.

Most commands only prepare transactions: they are signed and stored in a local database (transactions.sqlite), and
` + "`sto tx-broadcast`" + ` sends them. ` + "`sto demo`" + ` shows a whole life in a few seconds without any network.`,
		Args:              rootArguments,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		RunE: func(cmd *cobra.Command, _ []string) error {
			return writeHelp(f, cmd)
		},
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			if err := checkRequired(cmd); err != nil {
				return err
			}
			if cmd.Annotations[bareMark] != "" || !cmd.HasParent() {
				return nil
			}
			return f.load(cmd)
		},
	}
	root.SetOut(f.Streams.Out)
	root.SetErr(f.Streams.Err)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { f.helpErr = writeHelp(f, cmd) })
	root.SetFlagErrorFunc(flagError)
	root.SuggestionsMinimumDistance = 2
	root.AddGroup(groups()...)
	root.PersistentFlags().SortFlags = false // as the table of options has them
	config.AddFlags(root.PersistentFlags())
	root.AddCommand(commands(f)...)
	root.SetHelpCommand(newCmdHelp(f, root))
	return root
}

// commands are all subcommands; help sorts and groups them.
func commands(f *Factory) []*cobra.Command {
	return []*cobra.Command{
		NewCmdVersion(f, nil), NewCmdAccount(f, nil), NewCmdDiagnose(f, nil), NewCmdDevnet(f, nil), NewCmdDemo(f, nil),
		NewCmdIssue(f, nil), NewCmdIssueLogs(f, nil), NewCmdTokenStatus(f, nil),
		NewCmdKycDeploy(f, nil), NewCmdKycManage(f, nil),
		NewCmdDistributeSingle(f, nil), NewCmdDistributeMultiple(f, nil),
		NewCmdTokenScan(f, nil), NewCmdCapTable(f, nil), NewCmdCapTableVerify(f, nil), NewCmdLedger(f, nil), NewCmdPortfolio(f, nil),
		NewCmdTxBroadcast(f, nil), NewCmdTxUpdate(f, nil), NewCmdTxList(f, nil), NewCmdTxLast(f, nil), NewCmdTxShow(f, nil),
		NewCmdTxBump(f, nil), NewCmdTxCancel(f, nil), NewCmdTxWithdraw(f, nil), NewCmdTxReissue(f, nil), NewCmdTxFill(f, nil),
		NewCmdTxNextNonce(f, nil), NewCmdTxRestartNonce(f, nil),
		NewCmdTestToken(f, nil), NewCmdDBBackup(f, nil), NewCmdDBCheck(f, nil), NewCmdDBAdopt(f, nil), NewCmdReference(f, nil),
		newTopicEnvironment(), newTopicExitCodes(),
	}
}

// rootArguments refuses words after sto that are no command.
func rootArguments(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return unknownCommand(cmd, args[0])
}

// newCmdHelp is the command help, with an error for topics that don't exist.
func newCmdHelp(f *Factory, root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:         "help [COMMAND or TOPIC]",
		Short:       "Help about a command or a topic",
		Hidden:      true,
		Annotations: map[string]string{bareMark: "true"},
		RunE: func(_ *cobra.Command, args []string) error {
			cmd := root
			for _, name := range args {
				next, _, err := cmd.Find([]string{name})
				if err != nil || next == cmd {
					return unknownCommand(root, name)
				}
				cmd = next
			}
			cmd.InitDefaultHelpFlag()
			return writeHelp(f, cmd)
		},
	}
}
