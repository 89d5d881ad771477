package cli

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/store"
)

func TestWatchFlags(t *testing.T) {
	var update *UpdateOptions
	build := func(f *Factory) *cobra.Command {
		return NewCmdTxUpdate(f, func(_ context.Context, o *UpdateOptions) error { update = o; return nil })
	}
	if err := parse(t, build, "tx-update"); err != nil || update.Watch || update.Timeout != 10*time.Minute {
		t.Errorf("%+v, %v", update, err)
	}
	if err := parse(t, build, "tx-update", "--watch", "--timeout", "90s"); err != nil || !update.Watch || update.Timeout != 90*time.Second {
		t.Errorf("%+v, %v", update, err)
	}
	var broadcast *BroadcastOptions
	err := parse(t, func(f *Factory) *cobra.Command {
		return NewCmdTxBroadcast(f, func(_ context.Context, o *BroadcastOptions) error { broadcast = o; return nil })
	}, "tx-broadcast", "--wait", "True", "--timeout", "0")
	if err != nil || !broadcast.Watch || broadcast.Timeout != 0 || broadcast.NoWait {
		t.Errorf("%+v, %v", broadcast, err)
	}
}

func TestNamesOfTransactions(t *testing.T) {
	var got *ReplaceOptions
	bump := func(f *Factory) *cobra.Command {
		return NewCmdTxBump(f, func(_ context.Context, o *ReplaceOptions) error { got = o; return nil })
	}
	if err := parse(t, bump, "tx-bump"); err != nil || len(got.Names) != 0 || got.Token != nil {
		t.Errorf("%+v, %v", got, err)
	}
	if err := parse(t, bump, "tx-bump", "7", "id:8", "--token-address", addressB, "--", "-9"); err != nil || !slices.Equal(got.Names, []string{"7", "id:8", "-9"}) || got.Token.Hex() != addressB {
		t.Errorf("%+v, %v", got, err)
	}
	var withdraw *WithdrawOptions
	err := parse(t, func(f *Factory) *cobra.Command {
		return NewCmdTxWithdraw(f, func(_ context.Context, o *WithdrawOptions) error { withdraw = o; return nil })
	}, "tx-withdraw", "--request-id", "r", "--dry-run")
	if err != nil || withdraw.RequestID != "r" || len(withdraw.Names) != 0 {
		t.Errorf("%+v, %v", withdraw, err)
	}
	var reissue *ReissueOptions
	err = parse(t, func(f *Factory) *cobra.Command {
		return NewCmdTxReissue(f, func(_ context.Context, o *ReissueOptions) error { reissue = o; return nil })
	}, "tx-reissue", "7", "--unclear", "--request-id", "r")
	if err != nil || !reissue.Unclear || reissue.PrepareFlags.RequestID != "r" || !slices.Equal(reissue.Names, []string{"7"}) {
		t.Errorf("%+v, %v", reissue, err)
	}
	var show *ShowOptions
	err = parse(t, func(f *Factory) *cobra.Command {
		return NewCmdTxShow(f, func(_ context.Context, o *ShowOptions) error { show = o; return nil })
	}, "tx-show", "7", "--live")
	if err != nil || !show.Live {
		t.Errorf("%+v, %v", show, err)
	}
}

func TestListFlags(t *testing.T) {
	var got *ListOptions
	build := func(f *Factory) *cobra.Command {
		return NewCmdTxList(f, func(_ context.Context, o *ListOptions) error { got = o; return nil })
	}
	if err := parse(t, build, "tx-list"); err != nil || got.Filter.Limit != 100 || got.Filter.Sender != nil || !got.Filter.Since.IsZero() {
		t.Errorf("%+v, %v", got, err)
	}
	err := parse(t, build, "tx-list", "--state", "failed,void", "--state", "mined", "--kind", "transfer", "--token-address", addressA, "--from", addressB,
		"--since", "2025-12-31", "--external-id", "7", "--request", "r", "--limit", "3")
	q := got.Filter
	if err != nil || !slices.Equal(q.Status, []string{"failed", "void", "mined"}) || q.Token.Hex() != addressA || q.Sender.Hex() != addressB ||
		q.Since.Format(time.RFC3339) != "2025-12-31T00:00:00Z" || q.ExternalID != "7" || q.RequestID != "r" || q.Limit != 3 {
		t.Errorf("%+v, %v", q, err)
	}
	if err := parse(t, build, "tx-list", "--since", "2025-12-31T12:00:00+02:00"); err != nil || got.Filter.Since.Format(time.RFC3339) != "2025-12-31T10:00:00Z" {
		t.Errorf("%+v, %v", got.Filter, err)
	}
}

// TestWrongTransactionLines lists command lines that end before any work begins, all with a usage error that names the culprit.
func TestWrongTransactionLines(t *testing.T) {
	key := "0x4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318"
	for _, c := range []struct{ line, culprit string }{
		{"tx-bump --token-address " + addressA, "--token-address"},
		{"tx-bump 7 --token-address 0x12", "--token-address"},
		{"tx-bump 99", "99"},
		{"tx-cancel", "tx-cancel"},
		{"tx-withdraw", "tx-withdraw"},
		{"tx-withdraw 7 --request-id r", "not both"},
		{"tx-withdraw --request-id=", "--request-id is empty"},
		{"tx-reissue", "tx-reissue"},
		{"tx-reissue 7 --again", "--again"},
		{"tx-show", "tx-show"},
		{"tx-show 7 8", "2 are named"},
		{"tx-show 7 --output csv", "--output csv"},
		{"tx-show 99", "holds no transaction 99"},
		{"tx-show " + key, "holds no transaction ***"},
		{"tx-list 7", "7"},
		{"tx-list --limit 0", "--limit"},
		{"tx-list --state done", "--state"},
		{"tx-list --since yesterday", "--since"},
		{"tx-list --since=", "--since"},
		{"tx-list --kind=,", "--kind"},
		{"tx-list --external-id=", "--external-id"},
		{"tx-update --timeout 5s", "--timeout"},
		{"tx-update --watch --timeout -5s", "--timeout"},
		{"tx-update --watch --timeout soon", "--timeout"},
		{"tx-broadcast --wait --no-wait", "--no-wait"},
	} {
		t.Run(c.line, func(t *testing.T) {
			t.Chdir(t.TempDir())
			f, root, _ := testTree(t)
			line := append(strings.Fields(c.line), "--network", "dev")
			if !strings.Contains(c.line, "--from") {
				line = append(line, "--from", addressB)
			}
			f.args = line
			args, err := prepareArgs(root, line)
			if err == nil {
				root.SetArgs(args)
				err = root.ExecuteContext(context.Background())
			}
			if !fault.Is(err, fault.Usage) || !strings.Contains(err.Error(), c.culprit) {
				t.Errorf("error %v of class %d does not name %s", err, fault.ClassOf(err), c.culprit)
			}
			if err := f.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestReissueNamesTheOld checks that a reissue on its way stands for what it replaces, so that running the command again
// does nothing new, while one that failed stands for itself.
func TestReissueNamesTheOld(t *testing.T) {
	old := int64(2)
	for state, want := range map[store.State]int64{
		store.Signed: 2, store.PendingTx: 2, store.Mined: 2, store.Final: 2,
		store.Reverted: 5, store.Cancelled: 5, store.Superseded: 5, store.Unclear: 5, store.Void: 5,
	} {
		got := reissued([]store.Intent{{ID: 5, State: state, ReissueOf: &old}, {ID: 5, State: state, ReissueOf: &old}})
		if !slices.Equal(got, []int64{want}) {
			t.Errorf("%s: %v, want %d", state, got, want)
		}
	}
	if err := failedAgain([]store.Intent{{ID: 5, State: store.Signed, ReissueOf: &old}}); err != nil {
		t.Error(err)
	}
	err := failedAgain([]store.Intent{{ID: 5, State: store.Reverted, ReissueOf: &old}})
	if !fault.Is(err, fault.Refused) || fault.Hint(err) != "run sto tx-reissue id:5" {
		t.Errorf("%v", err)
	}
}
