package cli

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/fault"
)

func TestScanFlags(t *testing.T) {
	var got *ScanOptions
	err := parse(t, func(f *Factory) *cobra.Command {
		return NewCmdTokenScan(f, func(_ context.Context, o *ScanOptions) error { got = o; return nil })
	}, "token-scan", "--token-address", addressA, "--start-block", "5", "--end-block", "latest", "--no-reconcile", "--token-address", addressB,
		"--token-address", addressA, "--watch", "--timeout", "1h")
	if err != nil {
		t.Fatal(err)
	}
	if got.Start != "5" || got.End != "latest" || !got.NoReconcile || got.Finalized || len(got.Tokens) != 2 || !got.Watch || got.Timeout != time.Hour {
		t.Errorf("parsed %+v", got)
	}
	for says, args := range map[string][]string{
		"--timeout is only for --watch":                              {"--timeout", "5s"},
		"--watch and --end-block 7 can't be given together":          {"--watch", "--end-block", "7"},
		"--verify-node and --no-reconcile can't be given together":   {"--verify-node", "http://h", "--no-reconcile"},
		"--timeout is -1s, but must not be negative":                 {"--watch", "--timeout", "-1s"},
		`--start-block is "x", but must be the number of a block or`: {"--start-block", "x"},
	} {
		err := parse(t, func(f *Factory) *cobra.Command {
			return NewCmdTokenScan(f, func(context.Context, *ScanOptions) error { return nil })
		}, append([]string{"token-scan", "--token-address", addressA}, args...)...)
		if !fault.Is(err, fault.Usage) || !strings.Contains(err.Error(), says) {
			t.Errorf("%v: %v", args, err)
		}
	}
}
