package cli

import (
	"context"
	"os"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// DBBackupOptions is what db-backup needs.
type DBBackupOptions struct {
	Factory *Factory
	File    string
}

// DBBackupDoc is what db-backup prints with --output json.
type DBBackupDoc struct {
	Database string `json:"database"`
	Backup   string `json:"backup"`
}

// NewCmdDBBackup builds the command db-backup.
func NewCmdDBBackup(f *Factory, runF func(context.Context, *DBBackupOptions) error) *cobra.Command {
	opts := &DBBackupOptions{Factory: f}
	cmd := &cobra.Command{
		Use:     "db-backup FILE",
		Short:   "Copy the database into a new file",
		GroupID: groupTools,
		Args:    cobra.ExactArgs(1),
		Long: `db-backup writes a copy of the database as it is at this moment, also while other commands use it, into a new file that
only you can read. An existing file is never overwritten. Copying the database with other tools may miss what SQLite
still keeps in its log.

A database that was restored from an older copy is recognised: what the account has sent since is not sent again, and the
program says that the copy is behind.`,
		Example: "  sto db-backup transactions-2026-06-30.sqlite",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := noDryRun(f, cmd); err != nil {
				return err
			}
			if err := noCSV(f); err != nil {
				return err
			}
			opts.File = args[0]
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runDBBackup(cmd.Context(), opts)
		},
	}
	return describe(cmd, "It reads the database and writes the file; nothing is sent. It needs no node and no key.", fault.Conflict)
}

func runDBBackup(ctx context.Context, opts *DBBackupOptions) error {
	f := opts.Factory
	st, err := existingStore(ctx, f)
	if err != nil {
		return err
	}
	if err := st.Backup(ctx, opts.File); err != nil {
		return err
	}
	if f.Options().Output == term.FormatJSON {
		return f.Streams.JSON(DBBackupDoc{Database: st.Path(), Backup: opts.File})
	}
	f.Streams.Printf("Database %s is copied to %s.", st.Path(), opts.File)
	return nil
}

// DBCheckOptions is what db-check needs.
type DBCheckOptions struct {
	Factory *Factory
}

// DBCheckDoc is what db-check prints with --output json.
type DBCheckDoc struct {
	Database string   `json:"database"`
	Sound    bool     `json:"sound"`
	Faults   []string `json:"faults"`
}

// NewCmdDBCheck builds the command db-check.
func NewCmdDBCheck(f *Factory, runF func(context.Context, *DBCheckOptions) error) *cobra.Command {
	opts := &DBCheckOptions{Factory: f}
	cmd := &cobra.Command{
		Use:     "db-check",
		Short:   "Check the database against its own history",
		GroupID: groupTools,
		Args:    noArguments,
		Long: `db-check derives the state of every transaction from the history again and compares, looks for gaps in the nonces, for
external ids that two transactions pay, for states without the receipt or the sent bytes that they need, and has SQLite
check the file. It changes nothing. Any finding is listed, and ends the command with 1.`,
		Example: "  sto db-check\n  sto db-check --output json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := noCSV(f); err != nil {
				return err
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runDBCheck(cmd.Context(), opts)
		},
	}
	return describe(cmd, effectReads, fault.Conflict)
}

func runDBCheck(ctx context.Context, opts *DBCheckOptions) error {
	f := opts.Factory
	st, err := existingStore(ctx, f)
	if err != nil {
		return err
	}
	wrong, err := st.Check(ctx)
	if err != nil {
		return err
	}
	if f.Options().Output == term.FormatJSON {
		if wrong == nil {
			wrong = []string{}
		}
		if err := f.Streams.JSON(DBCheckDoc{Database: st.Path(), Sound: len(wrong) == 0, Faults: wrong}); err != nil {
			return err
		}
	} else {
		for _, w := range wrong {
			f.Streams.Printf("%s", w)
		}
	}
	if len(wrong) > 0 {
		return fault.New(fault.General, "database %s has %s", st.Path(), plural(len(wrong), "fault")).
			WithHint("keep the file as it is, and restore the newest backup into another")
	}
	if f.Options().Output != term.FormatJSON {
		f.Streams.Printf("Database %s is sound: its states are what its history says.", st.Path())
	}
	return nil
}

// existingStore opens the database, which must be there.
func existingStore(ctx context.Context, f *Factory) (*store.Store, error) {
	path := f.Options().DatabaseFile
	if _, err := os.Stat(path); err != nil {
		return nil, fault.New(fault.Usage, "can't read database %s: %w", path, err).WithHint("name it with --database-file")
	}
	return f.Store(ctx)
}
