package cli

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// The verdicts of a check.
const (
	checkOK   = "ok"
	checkWarn = "warn"
	checkFail = "fail"
)

// Check is the outcome of one check of diagnose.
type Check struct {
	Name   string `json:"name"`
	Status string `json:"status"` // ok, warn or fail
	Detail string `json:"detail"`
	Hint   string `json:"hint,omitempty"`
	class  fault.Class
}

// DiagnoseDoc is what diagnose prints with --output json.
type DiagnoseDoc struct {
	Ready  bool    `json:"ready"`
	Checks []Check `json:"checks"`
}

// DiagnoseOptions is what diagnose needs.
type DiagnoseOptions struct {
	Factory *Factory
	Now     func() time.Time
}

// NewCmdDiagnose builds the command diagnose.
func NewCmdDiagnose(f *Factory, runF func(context.Context, *DiagnoseOptions) error) *cobra.Command {
	opts := &DiagnoseOptions{Factory: f, Now: time.Now}
	cmd := &cobra.Command{
		Use:     "diagnose",
		Short:   "Check node, account, database and contracts",
		GroupID: groupSetup,
		Args:    noArguments,
		Long: `diagnose checks what the other commands rely on: that the node answers, its version, its chain id, the age of its
newest block (over 30 minutes, or in the future, is not ready), the account, its key and its ETH, that the node's count
of the account's transactions agrees with the database, and the contracts. It prints a line for each check and ends in
"Ready for action.", or says what to mend. The exit code is that of the first check that fails.`,
		Example: `  sto diagnose
  sto --config sto.ini diagnose --output json
  sto --network sepolia --ethereum-node-url https://node.example --from 0x71C7656EC7ab88b098defB751B7401B5f6d8976F diagnose`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runDiagnose(cmd.Context(), opts)
		},
	}
	return describe(cmd, effectReads, fault.Signer, fault.Node, fault.Conflict, fault.Funds)
}

func runDiagnose(ctx context.Context, opts *DiagnoseOptions) error {
	d := &diagnosis{ctx: ctx, f: opts.Factory, now: opts.Now}
	d.checkBundle()
	if d.checkNetwork() && d.checkNode() {
		d.checkHead()
		d.checkSyncing()
	}
	if d.checkAccount() {
		d.checkKey()
		if d.node != nil {
			d.checkBalance()
		}
	}
	d.checkDatabase()
	if err := ctx.Err(); err != nil {
		return err
	}
	return d.finish()
}

// finish prints the checks and returns an error of the first failure's class.
func (d *diagnosis) finish() error {
	s := d.f.Streams
	failed, first := 0, Check{}
	for _, c := range d.checks {
		if c.Status == checkFail {
			if failed == 0 {
				first = c
			}
			failed++
		}
	}
	if d.f.Options().Output == term.FormatJSON {
		if err := s.JSON(DiagnoseDoc{Ready: failed == 0, Checks: d.checks}); err != nil {
			return err
		}
	} else {
		for _, c := range d.checks {
			s.Printf("%-4s  %-9s %s", c.Status, c.Name, c.Detail)
			if c.Hint != "" && c.Status != checkOK {
				s.Printf("      %-9s mend: %s", "", c.Hint)
			}
		}
	}
	if failed > 0 {
		err := fault.New(first.class, "not ready: %s failed", plural(failed, "check"))
		if first.Hint != "" {
			err = err.WithHint("%s", first.Hint)
		}
		return err
	}
	if d.f.Options().Output != term.FormatJSON {
		s.Printf("Ready for action.")
	}
	return nil
}

func (d *diagnosis) ok(name, detail string) {
	d.add(Check{Name: name, Status: checkOK, Detail: detail})
}

func (d *diagnosis) warn(name, detail, hint string) {
	d.add(Check{Name: name, Status: checkWarn, Detail: detail, Hint: hint})
}

// fail records err as the outcome of a check, and returns false.
func (d *diagnosis) fail(name string, err error) bool {
	if !errors.Is(err, context.Canceled) {
		d.add(Check{Name: name, Status: checkFail, Detail: err.Error(), Hint: fault.Hint(err), class: fault.ClassOf(err)})
	}
	return false
}

func (d *diagnosis) add(c Check) {
	hide := keyHider(d.f.args, d.f.environ)
	c.Detail, c.Hint = hide(term.Safe(c.Detail)), hide(term.Safe(c.Hint))
	d.checks = append(d.checks, c)
}
