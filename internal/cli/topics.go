package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/fault"
)

// newTopicEnvironment is the help topic about options outside the command line.
func newTopicEnvironment() *cobra.Command {
	return &cobra.Command{
		Use:   "environment",
		Short: "Options from environment variables and files",
		Long:  environmentText,
	}
}

const environmentText = `Each global option can be given in three places. The command line beats the environment, the environment beats the
options file, the file beats the default.

Command line:  sto --network sepolia diagnose
Environment:   the option's name in upper case, with underscores and the prefix STO_:
               STO_NETWORK=sepolia sto diagnose
Options file:  named by --config (or STO_CONFIG). INI by default: one "key = value" a line, the key is the option's name,
               lines that start with # are comments, no section is needed. A name that ends in .yaml, .toml or .json is
               read as such. A key that is no option is an error.

Booleans are written true or false, in any case. On the command line, --dry-run, --dry-run=true and --dry-run True are
the same.

Secrets (STO_ETHEREUM_PRIVATE_KEY, STO_PASSWORD, STO_ETHERSCAN_API_KEY) belong in the environment or in files that other
users can't read, not on the command line, where other processes see them. They are never printed, logged or stored in the
database. An encrypted keystore (` + "`sto ethereum-create-account`" + `) with --password-file is better than a raw key.`

// newTopicExitCodes is the help topic about exit codes, generated from the one table of them.
func newTopicExitCodes() *cobra.Command {
	return &cobra.Command{
		Use:   "exit-codes",
		Short: "What the exit codes mean",
		Long:  "Exit codes are a stable contract with scripts.\n\n" + exitCodeTable("  %3d  %-11s  %s\n") + "\n" + exitCodeNotes,
	}
}

const exitCodeNotes = `tx-update ends with 0 while transactions are merely pending, with 9 when one has newly failed.
With --watch, as tx-broadcast with --wait, it ends with 8 when the time is over before all is final.

Errors go to standard error as one sentence after "error:", often with the next step after "hint:". With --output json they
are one JSON object per failure: {"message_type":"error","code":NAME,"exit_code":NUMBER,"message":TEXT,"hint":TEXT};
"details" holds all sentences where there are several.`

// exitCodeTable formats each row of the table of exit codes (number, name, meaning).
func exitCodeTable(format string) string {
	var b strings.Builder
	for _, m := range fault.Table() {
		fmt.Fprintf(&b, format, m.Class, m.Name, m.Text)
	}
	return b.String()
}
