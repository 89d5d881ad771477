package cli

import (
	"context"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/fault"
)

func TestLedgerFlags(t *testing.T) {
	var got *LedgerOptions
	build := func(f *Factory) *cobra.Command {
		return NewCmdLedger(f, func(_ context.Context, o *LedgerOptions) error { got = o; return nil })
	}
	err := parse(t, build, "ledger", addressA, "--since", "2025-10-26", "--until", "2025-10-26", "--timezone", "Europe/Berlin", "--holder", "Ann", "--holder", addressB, "--balances")
	if err != nil {
		t.Fatal(err)
	}
	q := got.Query
	if q.From.Time.Format(time.RFC3339) != "2025-10-25T22:00:00Z" || q.To.Time.Format(time.RFC3339) != "2025-10-26T22:59:59Z" || !q.Balances || len(got.Holders) != 2 {
		t.Errorf("parsed %+v, %v to %v", got, q.From.Time, q.To.Time)
	}
	if err := parse(t, build, "ledger", addressA, "--since", "17"); err != nil || *got.Query.From.Block != 17 || got.Query.From.Time != nil {
		t.Errorf("a block: %v, %+v", err, got.Query)
	}
	for _, line := range [][]string{{"ledger", "0x12"}, {"ledger", addressA, addressB}, {"ledger", addressA, "--since", "soon"}, {"ledger", addressA, "--timezone", "UTC"}} {
		if err := parse(t, build, line...); !fault.Is(err, fault.Usage) {
			t.Errorf("%v: %v", line, err)
		}
	}
}
