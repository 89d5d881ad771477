package node

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite docs/node-errors.md")

func TestTableOfErrors(t *testing.T) {
	used := map[Class]bool{Unclear: true}
	for i, r := range table {
		used[r.class] = true
		if r.words != strings.ToLower(r.words) || r.words == "" || r.who == "" || r.source == "" {
			t.Errorf("row %d (%q) is not in lower case, or lacks who says it and where that was seen", i, r.words)
		}
		if _, ok := classes[r.class]; !ok {
			t.Errorf("row %q has a class without a description", r.words)
		}
		for _, above := range table[:i] {
			if strings.Contains(r.words, above.words) && above.class != r.class {
				t.Errorf("row %q is never reached: %q stands above it", r.words, above.words)
			}
			if r.words == above.words {
				t.Errorf("row %q stands there twice", r.words)
			}
		}
		if got := ClassOf(-32000, "Error: "+strings.ToUpper(r.words)+" (0x12)"); got != r.class {
			t.Errorf("%q is %v, want %v", r.words, got, r.class)
		}
	}
	for c := range classes {
		if !used[c] {
			t.Errorf("no row is of class %v", c)
		}
	}
	for _, w := range refusals {
		if w != strings.ToLower(w) {
			t.Errorf("refusal %q is not in lower case", w)
		}
	}
}

// TestClientsAreCovered wants words of every client for what every client says.
func TestClientsAreCovered(t *testing.T) {
	want := []Class{AlreadyKnown, NonceTooLow, ReplaceFee, FeeBelow, Funds, GasLimit, GasTooLow}
	for _, who := range []string{"geth", "erigon", "Nethermind", "Besu", "reth", "anvil"} {
		have := map[Class]bool{}
		for _, r := range table {
			if slices.Contains(strings.Split(r.who, ", "), who) {
				have[r.class] = true
			}
		}
		for _, c := range want {
			if !have[c] {
				t.Errorf("no words of %s for %q", who, c)
			}
		}
	}
}

func TestWordsDecideBeforeCodes(t *testing.T) {
	for _, tc := range []struct {
		code    int
		message string
		want    Class
	}{
		{-32004, "Upfront cost exceeds account balance", Funds},                    // Besu; EIP-1474: method not supported
		{-32005, "Transaction gas limit exceeds block gas limit", GasLimit},        // Besu; elsewhere a rate limit
		{-32007, "Sender account not authorized to send transactions", NotAllowed}, // Besu; at QuickNode a rate limit
		{-32007, "50/second request limit reached", RateLimited},
		{-32007, "", RateLimited},
		{-32005, "limit exceeded", RateLimited},
		{-32005, "query returned more than 10000 results", Unclear},
		{-32005, "Requested range exceeds maximum RPC range limit", Unclear},
		{-32005, "Number of requests exceeds max batch size", Unclear},
		{-32601, "whatever", MethodUnavailable},
		{-32000, "whatever", Unclear},
		{-32603, "Internal error", Unclear},
		{-32008, "Initial sync is still in progress", NotSynced},
		{-32055, "No nodes available", NotSynced},
	} {
		if got := ClassOf(tc.code, tc.message); got != tc.want {
			t.Errorf("%d %q is %v, want %v", tc.code, tc.message, got, tc.want)
		}
	}
}

// TestUnknownWordsRefuseNothing: whatever is not in the table is unclear, and what was sent counts as perhaps taken.
func TestUnknownWordsRefuseNothing(t *testing.T) {
	for _, m := range []string{"", "internal error", "something went wrong", "execution reverted", "transaction failed", "bad request", "error 17"} {
		if got := sendOutcome(&Error{Code: -32000, Message: m}); got != Unknown {
			t.Errorf("%q is %v", m, got)
		}
	}
}

// TestErrorPage keeps docs/node-errors.md as the table has it.
func TestErrorPage(t *testing.T) {
	const path = "../../docs/node-errors.md"
	want := errorPage()
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s is out of date: run go test ./internal/node -run TestErrorPage -update", path)
	}
}

func errorPage() string {
	var b strings.Builder
	b.WriteString("# What nodes say\n\n" +
		"Nodes word their errors as they like. This page says how sto reads them, and what it does. An error that it does not know is\n" +
		"**unclear**: it is never taken for a refusal, so what was sent counts as perhaps taken, and only the same bytes are sent again.\n" +
		"The page is made from `internal/node/class_table.go` by `go test ./internal/node -run TestErrorPage -update`.\n\n" +
		"## Classes\n\n| class | meaning | what sto does |\n| --- | --- | --- |\n")
	for c := Unclear; c <= NotSynced; c++ {
		i := classes[c]
		fmt.Fprintf(&b, "| %s | %s | %s |\n", i.name, i.meaning, i.does)
	}
	b.WriteString("\nWhere several nodes are configured, a transaction counts as sent when one of them has it, and as refused only when all that\n" +
		"answer refuse it. A contract's own refusal (`execution reverted` and the like) is no error of the node: it is told with its reason.\n\n" +
		"## Words\n\nThe first row whose words are in the message decides, upper and lower case alike; the code decides only where no words do.\n\n" +
		"| words | class | who says so | seen in |\n| --- | --- | --- | --- |\n")
	for _, r := range table {
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", strings.ReplaceAll(r.words, "`", "'"), r.class, r.who, r.source)
	}
	return b.String()
}
