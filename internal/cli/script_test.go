package cli_test

import (
	"context"
	"encoding/csv"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/sto-project/sto/internal/cli"
	"github.com/sto-project/sto/internal/devnet"
	"github.com/sto-project/sto/internal/term"
)

var update = flag.Bool("update", false, "rewrite golden files and the generated documentation")

// TestMain makes the test binary serve as sto in the scripts.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"sto": func() {
			os.Exit(cli.Main(context.Background(), os.Args[1:], os.Environ(), term.System()))
		},
	})
}

// TestScripts runs the scripts of testdata/script, at least one for each command, against the real program.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"devnet": startDevnet, "token": setToken, "waitfor": waitFor, "mine": mine},
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("GORACE", "atexit_sleep_ms=0") // with the race detector each program waits a second at its end otherwise
			env.Values[chainKey{}] = new(*devnet.Chain)
			return nil
		},
	})
}

// chainKey is where a script keeps its chain.
type chainKey struct{}

// startDevnet is the script command devnet: it runs an embedded chain until the script ends, and sets NODE, ACCOUNT and
// STO_CONFIG for it. The transaction database is chain/transactions.sqlite. On a slow chain blocks come by the command mine
// alone.
func startDevnet(ts *testscript.TestScript, neg bool, args []string) {
	options := devnet.Options{Dir: ts.MkAbs("chain"), Instant: true}
	switch {
	case !neg && len(args) == 0:
	case !neg && slices.Equal(args, []string{"slow"}):
		options.Instant, options.Period = false, time.Hour
	default:
		ts.Fatalf("usage: devnet [slow]")
	}
	chain, err := devnet.Start(context.Background(), options)
	ts.Check(err)
	ts.Defer(func() {
		if err := chain.Close(); err != nil {
			ts.Logf("the devnet did not stop well: %v", err)
		}
	})
	*keptChain(ts) = chain
	ts.Setenv("NODE", chain.URL())
	ts.Setenv("ACCOUNT", chain.Account().Hex())
	ts.Setenv("STO_CONFIG", chain.ConfigPath())
}

func keptChain(ts *testscript.TestScript) **devnet.Chain {
	chain, ok := ts.Value(chainKey{}).(**devnet.Chain)
	if !ok {
		ts.Fatalf("the script has no place for a chain")
	}
	return chain
}

// mine is the script command mine: it seals one block.
func mine(ts *testscript.TestScript, neg bool, args []string) {
	chain := *keptChain(ts)
	if neg || len(args) != 0 || chain == nil {
		ts.Fatalf("usage: mine, after devnet")
	}
	ts.Check(chain.Mine(1))
}

// setToken is the script command token: it sets TOKEN to the address of the last issuance in the standard output before
// it, which sto issue-logs --output csv has written, or to the receiver of the last transaction of sto tx-list --output csv.
func setToken(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: token")
	}
	rows, err := csv.NewReader(strings.NewReader(ts.ReadFile("stdout"))).ReadAll()
	ts.Check(err)
	column := max(slices.Index(rows[0], "token"), slices.Index(rows[0], "To"))
	if column < 0 || len(rows) < 2 {
		ts.Fatalf("no token was issued")
	}
	ts.Setenv("TOKEN", rows[len(rows)-1][column])
}

// waitFor is the script command waitfor: it waits up to 10 seconds until a file exists.
func waitFor(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: waitfor file")
	}
	for range 1000 {
		if _, err := os.Stat(ts.MkAbs(args[0])); err == nil {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	ts.Fatalf("%s did not appear", args[0])
}
