package cli

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/fault"
)

const (
	addressA = "0x1111111111111111111111111111111111111111"
	addressB = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
)

// parse runs a command line on the tree with one command put in the place of its namesake, which the test has given a
// function of its own.
func parse(t *testing.T, build func(*Factory) *cobra.Command, line ...string) error {
	t.Helper()
	f, root, _ := testTree(t)
	f.args = line
	cmd := build(f)
	for _, old := range root.Commands() {
		if old.Name() == cmd.Name() {
			root.RemoveCommand(old)
		}
	}
	root.AddCommand(cmd)
	args, err := prepareArgs(root, line)
	if err != nil {
		return err
	}
	root.SetArgs(args)
	return root.ExecuteContext(context.Background())
}

func TestIssueFlags(t *testing.T) {
	var got *IssueOptions
	build := func(f *Factory) *cobra.Command {
		return NewCmdIssue(f, func(_ context.Context, o *IssueOptions) error { got = o; return nil })
	}
	err := parse(t, build, "issue", "--symbol", "A", "--name", "Series A", "--url", "https://a.example", "--amount", "5",
		"--transfer-restriction", "restricted", "--kyc-address", addressB, "--again", "True", "--request-id", "r1", "--dry-run")
	if err != nil {
		t.Fatal(err)
	}
	p := got.Params
	if p.Symbol != "A" || p.Name != "Series A" || p.URL != "https://a.example" || p.Amount != "5" || p.Restriction != "restricted" ||
		p.Registry == nil || p.Registry.Hex() != addressB || !got.Again || got.RequestID != "r1" || !got.Factory.Options().DryRun {
		t.Errorf("parsed %+v", got)
	}
	err = parse(t, build, "issue", "--symbol", "A", "--name", "Series A", "--url", "https://a.example", "--amount", "5")
	if err != nil || got.Params.Restriction != "unrestricted" || got.Params.Registry != nil || got.Again {
		t.Errorf("defaults: %v, %+v", err, got)
	}
}

func TestKycManageFlags(t *testing.T) {
	var got *KycManageOptions
	build := func(f *Factory) *cobra.Command {
		return NewCmdKycManage(f, func(_ context.Context, o *KycManageOptions) error { got = o; return nil })
	}
	err := parse(t, build, "kyc-manage", "--whitelist-address", addressA, "--whitelist-address", addressB, "--no-broadcast")
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Addresses) != 2 || got.Addresses[1].Hex() != addressB || got.Registry != nil || !got.NoBroadcast || got.atOnce() {
		t.Errorf("parsed %+v", got)
	}
}

func TestDistributeFlags(t *testing.T) {
	var single *DistributeSingleOptions
	var multiple *DistributeMultipleOptions
	err := parse(t, func(f *Factory) *cobra.Command {
		return NewCmdDistributeSingle(f, func(_ context.Context, o *DistributeSingleOptions) error { single = o; return nil })
	}, "distribute-single", "--token-address", addressA, "--to-address", addressB, "--external-id", "7", "--email", "a@example.com", "--name", "Ann", "--amount", "1.5")
	if err != nil {
		t.Fatal(err)
	}
	if single.Row.ExternalID != "7" || single.Row.To.Hex() != addressB || single.Row.Amount != "1.5" || single.Token.Hex() != addressA {
		t.Errorf("parsed %+v", single)
	}
	build := func(f *Factory) *cobra.Command {
		return NewCmdDistributeMultiple(f, func(_ context.Context, o *DistributeMultipleOptions) error { multiple = o; return nil })
	}
	if err := parse(t, build, "distribute-multiple", "--csv-input", "-", "--address", addressA); err != nil {
		t.Fatal(err)
	}
	if multiple.Input != "-" || multiple.Batch != 1 {
		t.Errorf("parsed %+v", multiple)
	}
	if err := parse(t, build, "distribute-multiple", "--csv-input", "-", "--address", addressA, "--batch", "40"); err != nil || multiple.Batch != 40 {
		t.Errorf("parsed %+v, %v", multiple, err)
	}
}

func TestCapTableFlags(t *testing.T) {
	var got *CapTableOptions
	build := func(f *Factory) *cobra.Command {
		return NewCmdCapTable(f, func(_ context.Context, o *CapTableOptions) error { got = o; return nil })
	}
	if err := parse(t, build, "cap-table", "--token-address", addressA); err != nil {
		t.Fatal(err)
	}
	q := got.Query
	if q.OrderBy != captable.ByBalance || q.Direction != captable.Descending || q.IncludeEmpty || q.MaxEntries != 5000 || q.Accuracy != 2 || q.AtBlock != nil || q.AtTime != nil {
		t.Errorf("defaults: %+v", q)
	}
	if err := parse(t, build, "cap-table", "--token-address", addressA, "--include-empty", "TRUE", "--order-by", "updated", "--order-direction", "asc",
		"--max-entries", "0", "--accuracy", "4", "--at-block", "17"); err != nil {
		t.Fatal(err)
	}
	if q = got.Query; !q.IncludeEmpty || q.OrderBy != captable.ByUpdated || q.MaxEntries != 0 || q.Accuracy != 4 || *q.AtBlock != 17 {
		t.Errorf("parsed %+v", q)
	}
}

// TestWrongLines lists command lines that end before any work begins, all with a usage error that names the culprit.
func TestWrongLines(t *testing.T) {
	never := map[string]func(*Factory) *cobra.Command{
		"cap-table": func(f *Factory) *cobra.Command {
			return NewCmdCapTable(f, func(context.Context, *CapTableOptions) error { panic("ran") })
		},
		"tx-broadcast": func(f *Factory) *cobra.Command {
			return NewCmdTxBroadcast(f, func(context.Context, *BroadcastOptions) error { panic("ran") })
		},
		"kyc-manage": func(f *Factory) *cobra.Command {
			return NewCmdKycManage(f, func(context.Context, *KycManageOptions) error { panic("ran") })
		},
	}
	cases := []struct{ line, culprit string }{
		{"cap-table", "--token-address"},
		{"cap-table --token-address 0x12", "--token-address"},
		{"cap-table --token-address 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD", "--token-address"},
		{"cap-table --token-address 0x0000000000000000000000000000000000000000", "--token-address"},
		{"cap-table --token-address " + addressA + " --accuracy 78", "--accuracy"},
		{"cap-table --token-address " + addressA + " --max-entries -1", "--max-entries"},
		{"cap-table --token-address " + addressA + " --at-block -1", "--at-block"},
		{"cap-table --token-address " + addressA + " --at-block 0x10", "--at-block"},
		{"cap-table --token-address " + addressA + " --timezone Europe/Berlin", "--timezone"},
		{"cap-table --token-address " + addressA + " --include-empty maybe", "maybe"},
		{"cap-table --token-address " + addressA + " --network ropsten", "ropsten"},
		{"cap-table --token-address " + addressA + " --output xml", "--output"},
		{"tx-broadcast --no-wait --nowait", "--nowait"},
		{"tx-broadcast --ethereum-gas-limit many", "--ethereum-gas-limit"},
		{"kyc-manage", "--whitelist-address"},
		{"kyc-manage --whitelist-address " + addressA + " --output csv", "--output csv"},
	}
	for _, c := range cases {
		t.Run(c.line, func(t *testing.T) {
			words := strings.Fields(c.line)
			err := parse(t, never[words[0]], words...)
			if !fault.Is(err, fault.Usage) || !strings.Contains(err.Error(), c.culprit) {
				t.Errorf("error %v of class %d does not name %s", err, fault.ClassOf(err), c.culprit)
			}
		})
	}
}

func TestParseMoment(t *testing.T) {
	cases := []struct{ text, zone, want string }{
		{"2025-12-31", "UTC", "2025-12-31T23:59:59Z"},
		{"2025-12-31", "Europe/Berlin", "2025-12-31T22:59:59Z"},
		{"2025-03-30", "Europe/Berlin", "2025-03-30T21:59:59Z"}, // a day of 23 hours
		{"2025-10-26", "Europe/Berlin", "2025-10-26T22:59:59Z"}, // a day of 25 hours
		{"2025-12-31T12:00:00", "America/New_York", "2025-12-31T17:00:00Z"},
		{"2025-12-31 12:00", "UTC", "2025-12-31T12:00:00Z"},
		{"2025-12-31T12:00:00+02:00", "America/New_York", "2025-12-31T10:00:00Z"},
		{"31.12.2025", "UTC", ""}, {"", "UTC", ""}, {"2025-02-29", "UTC", ""}, {"2025-01-01", "", ""}, {"2025-01-01", "Local", ""}, {"2025-01-01", "../etc", ""},
	}
	for _, c := range cases {
		got, err := parseMoment("at-date", c.text, c.zone, false)
		if c.want == "" {
			if !fault.Is(err, fault.Usage) {
				t.Errorf("%q in %q: %v, %v", c.text, c.zone, got, err)
			}
			continue
		}
		if err != nil || got.Format(time.RFC3339) != c.want {
			t.Errorf("%q in %q is %v (%v), want %s", c.text, c.zone, got, err, c.want)
		}
	}
}

func FuzzParseMoment(f *testing.F) {
	f.Add("2025-12-31", "UTC")
	f.Add("2025-12-31T12:00:00+02:00", "Europe/Berlin")
	f.Fuzz(func(t *testing.T, text, zone string) {
		at, err := parseMoment("at-date", text, zone, false)
		if err == nil && at.Location() != time.UTC {
			t.Errorf("%q in %q is not in UTC: %v", text, zone, at)
		}
		if err != nil && !fault.Is(err, fault.Usage) {
			t.Errorf("%q in %q: %v", text, zone, err)
		}
	})
}
