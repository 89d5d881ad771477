package cli

import (
	"bytes"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/term"
)

func testTree(t *testing.T) (*Factory, *cobra.Command, *bytes.Buffer) {
	t.Helper()
	var out bytes.Buffer
	f := newFactory(nil, nil, &term.Streams{In: strings.NewReader(""), Out: &out, Err: &out})
	return f, NewCmdRoot(f), &out
}

// TestHelpQuality holds each command to the same standard of help.
func TestHelpQuality(t *testing.T) {
	_, root, _ := testTree(t)
	for _, cmd := range root.Commands() {
		if cmd.Name() == "help" || cmd.IsAdditionalHelpTopicCommand() {
			continue
		}
		t.Run(cmd.Name(), func(t *testing.T) {
			if n := len(cmd.Short); n < 15 || n > 70 || strings.HasSuffix(cmd.Short, ".") {
				t.Errorf("the headline %q is not 15 to 70 characters without a full stop", cmd.Short)
			}
			text, exits, found := strings.Cut(cmd.Long, "Exit status:")
			if !found || !strings.Contains(exits, "    0  ") || !strings.Contains(exits, "    2  ") {
				t.Error("the long help has no exit status list")
			}
			if words := len(strings.Fields(text)); words < 20 {
				t.Errorf("the long help has only %d words", words)
			}
			if !strings.HasPrefix(text, cmd.Name()+" ") {
				t.Errorf("the long help does not start with what %s does: %.40q", cmd.Name(), text)
			}
			if !strings.Contains(strings.ToLower(text), "sends nothing") && !strings.Contains(text, "broadcasts at once") && !strings.Contains(strings.ToLower(text), "nothing is sent") &&
				!strings.Contains(text, "neither the database nor the network") && !strings.Contains(text, "It sends") {
				t.Error("the long help does not say whether anything is sent")
			}
			if !strings.Contains(cmd.Example, "sto "+cmd.Name()) {
				t.Error("the example does not show the command")
			}
			for _, word := range []string{"TODO", "FIXME", "XXX", "\t"} {
				if strings.Contains(cmd.Long+cmd.Short+cmd.Example, word) {
					t.Errorf("the help contains %q", word)
				}
			}
			for _, line := range strings.Split(cmd.Long, "\n") {
				if len(line) > 122 {
					t.Errorf("a line of the help is %d characters long: %s", len(line), line)
				}
			}
			if cmd.GroupID == "" {
				t.Error("the command is in no group")
			}
			if cmd.Args == nil {
				t.Error("the command does not say what arguments it takes")
			}
		})
	}
}

func TestEachOptionIsExplained(t *testing.T) {
	_, root, _ := testTree(t)
	for _, cmd := range append(root.Commands(), root) {
		cmd.Flags().AddFlagSet(cmd.PersistentFlags())
		for _, line := range strings.Split(cmd.Flags().FlagUsages(), "\n") {
			if fields := strings.Fields(line); len(fields) > 0 && len(fields) < 4 {
				t.Errorf("%s: an option has hardly any help: %s", cmd.Name(), line)
			}
		}
	}
}

func TestHelpHidesEmptyGroups(t *testing.T) {
	f, root, out := testTree(t)
	if err := writeHelp(f, root); err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, cmd := range root.Commands() {
		used[cmd.GroupID] = true
	}
	for _, g := range root.Groups() {
		if shown := strings.Contains(out.String(), "\n"+g.Title+":\n"); shown != used[g.ID] {
			t.Errorf("group %q is shown: %v, has commands: %v", g.Title, shown, used[g.ID])
		}
	}
}

func TestEditDistance(t *testing.T) {
	cases := []struct {
		a, b string
		want int
	}{{"", "", 0}, {"abc", "abc", 0}, {"abc", "abd", 1}, {"symbol", "symbl", 1}, {"", "xyz", 3}, {"ab", "ba", 2}}
	for _, c := range cases {
		if got := editDistance(c.a, c.b); got != c.want {
			t.Errorf("%q to %q is %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
