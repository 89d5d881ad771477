package cli

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/sto-project/sto/internal/devnet"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

func watchRig(t *testing.T) (*Factory, *outbox.Outbox, *bytes.Buffer) {
	t.Helper()
	st, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "watch.sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	var errs bytes.Buffer
	f := newFactory(nil, nil, &term.Streams{In: strings.NewReader(""), Out: &errs, Err: &errs})
	return f, outbox.New(outbox.Config{Store: st, ChainID: 1337}), &errs
}

// TestFailuresGoBeforeTheTimeOut: a failure is told of once only, so that a later watch would end well in spite of it.
func TestFailuresGoBeforeTheTimeOut(t *testing.T) {
	f, o, _ := watchRig(t)
	w := WatchFlags{Watch: true, Timeout: time.Nanosecond}
	report, err := w.watch(context.Background(), f, o, &outbox.Report{Broadcasted: 1, Unfinal: 2, NewlyFailed: 3})
	if !fault.Is(err, fault.Refused) || report == nil || report.NewlyFailed != 3 ||
		!strings.Contains(err.Error(), "3 transactions failed") || !strings.Contains(err.Error(), "1 broadcasted, 2 mined but not final") {
		t.Errorf("%+v, %v", report, err)
	}
	report, err = w.watch(context.Background(), f, o, &outbox.Report{Broadcasted: 1})
	if !fault.Is(err, fault.Pending) || report.Broadcasted != 1 || fault.Hint(err) == "" {
		t.Errorf("%+v, %v", report, err)
	}
	report, err = w.watch(context.Background(), f, o, &outbox.Report{Waiting: 5, NewlyFailed: 1})
	if err != nil || report.NewlyFailed != 1 || !fault.Is(failedError(report), fault.Refused) {
		t.Errorf("%+v, %v", report, err)
	}
}

// TestInterruptedWatchReports: what was learnt before Ctrl-C is printed.
func TestInterruptedWatchReports(t *testing.T) {
	f, o, _ := watchRig(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	w := WatchFlags{Watch: true}
	report, err := w.watch(ctx, f, o, &outbox.Report{Broadcasted: 1, NewlyFailed: 1})
	if !errors.Is(err, context.Canceled) || report == nil || report.NewlyFailed != 1 {
		t.Errorf("%+v, %v", report, err)
	}
}

// TestWatchOutlivesANodeThatIsAway: it asks again until the time is over, and then names the node, not the transactions.
func TestWatchOutlivesANodeThatIsAway(t *testing.T) {
	f, o, errs := watchRig(t)
	chain, err := devnet.Start(context.Background(), devnet.Options{Dir: filepath.Join(t.TempDir(), "chain"), Instant: true})
	if err != nil {
		t.Fatal(err)
	}
	if o.Node, err = node.Dial(context.Background(), node.Options{URLs: []string{chain.URL()}, ChainID: devnet.ChainID}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(o.Node.Close)
	if err := chain.Close(); err != nil {
		t.Fatal(err)
	}
	w := WatchFlags{Watch: true, Timeout: 3 * time.Second}
	report, err := w.watch(context.Background(), f, o, &outbox.Report{Unfinal: 1})
	if !fault.Is(err, fault.Node) || report == nil || report.Unfinal != 1 {
		t.Errorf("%+v, %v", report, err)
	}
	if n := strings.Count(errs.String(), "asking again"); n != 1 {
		t.Errorf("%d warnings: %s", n, errs.String())
	}
}
