package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/sto-project/sto/internal/testchain"
)

// TestExitCodes is one way to each exit code, with the form of errors for programs.
func TestExitCodes(t *testing.T) {
	t.Parallel()
	n := testchain.Embedded(t)
	d := newDesk(t, n)
	token := d.issue("CODES", "100")
	rows := makeRows("codes", 3)
	other := append([]row{}, rows...)
	other[0].amount = "5"
	d.distribute(token, rows)
	type document struct {
		MessageType string   `json:"message_type"`
		Code        string   `json:"code"`
		ExitCode    int      `json:"exit_code"`
		Message     string   `json:"message"`
		Details     []string `json:"details"`
		Hint        string   `json:"hint"`
	}
	for _, c := range []struct {
		code int
		word string
		d    *desk
		args []string
	}{
		{1, "error", d.with("STO_DATABASE_FILE", d.dir), []string{"kyc-deploy"}},
		{2, "usage", d, []string{"issue", "--symbol", "X"}},
		{2, "usage", d, []string{"nonsense"}},
		{2, "usage", d, []string{"tx-last", "--nonsense"}},
		{4, "signer", d.with("STO_ETHEREUM_PRIVATE_KEY", ""), []string{"kyc-deploy"}},
		{5, "node", d.with("STO_ETHEREUM_NODE_URL", "http://"+freePort(t)), []string{"kyc-deploy"}},
		{6, "conflict", d, d.distribution(token, file(other))},
		{7, "funds", d, d.distribution(token, header+"\na,b,c,"+rows[0].to.Hex()+",5000\n")},
		{9, "refused", d, []string{"issue", "--symbol", "X", "--name", "X", "--url", "https://x.example", "--amount", "1", "--transfer-restriction", "restricted"}},
	} {
		r := c.d.run(append(c.args, "--output", "json")...)
		if r.code != c.code || r.stdout != "" {
			t.Errorf("exit %d, want %d and nothing on standard output: %s", r.code, c.code, r)
			continue
		}
		doc := decode[document](t, result{args: r.args, stdout: r.stderr})
		if doc.MessageType != "error" || doc.Code != c.word || doc.ExitCode != c.code || doc.Message == "" || doc.Hint == "" {
			t.Errorf("the error as JSON: %+v", doc)
		}
	}
	if r := d.run("tx-broadcast", "--no-wait"); r.code != 0 && r.code != 8 {
		t.Errorf("--no-wait: %s", r)
	}
	d.settle()
	paidOnce(t, n, token, d.account, rows...)
	for _, args := range [][]string{{"version"}, {"--help"}, {"tx-last", "--help"}, {"help", "exit-codes"}, {"reference"}} {
		if r := d.with("STO_ETHEREUM_NODE_URL", "", "STO_DATABASE_FILE", "/proc/none").run(args...); r.code != 0 || r.stdout == "" || r.stderr != "" {
			t.Errorf("without node or database: %s", r)
		}
	}
	if left := d.number("SELECT count(*) FROM intent WHERE state NOT IN ('final', 'mined')"); left != 0 {
		t.Errorf("%d transactions are not settled", left)
	}
}

// TestJSON compares the documents that programs read with golden files: their keys and order are a stable contract.
func TestJSON(t *testing.T) {
	t.Parallel()
	n := testchain.Embedded(t)
	d := newDesk(t, n)
	token := d.issue("JSON", "100")
	rows := makeRows("json", 2)
	names := d.write("names.csv", names(rows[:1]))
	golden := func(name string, r result) {
		t.Helper()
		checkGolden(t, name+".json", scrub(r.stdout))
	}
	golden("issue-logs", d.ok("issue-logs", "--output", "json"))
	golden("distribute-multiple", d.distribute(token, rows, "--output", "json"))
	golden("tx-last-waiting", d.ok("tx-last", "--limit", "2", "--output", "json"))
	d.send()
	d.settle()
	golden("distribute-multiple-again", d.distribute(token, append(rows, makeRows("further", 1)...), "--batch", "10", "--output", "json"))
	golden("tx-last", d.ok("tx-last", "--limit", "3", "--output", "json"))
	d.send()
	d.settle()
	golden("token-scan", d.ok("token-scan", "--token-address", token.Hex(), "--output", "json"))
	golden("cap-table", d.ok("cap-table", "--token-address", token.Hex(), "--identity-file", names, "--output", "json"))
	golden("token-status", d.ok("token-status", "--address", token.Hex(), "--output", "json"))
	golden("tx-update", d.ok("tx-update", "--output", "json"))
}

// scrubbed is what differs from run to run: hashes, addresses of fresh keys, ids, times, and amounts that hang on fees.
var scrubbed = []struct {
	pattern *regexp.Regexp
	with    string
}{
	{regexp.MustCompile(`0x[0-9a-fA-F]{64}`), "HASH"},
	{regexp.MustCompile(`0x[0-9a-fA-F]{40}`), "ADDRESS"},
	{regexp.MustCompile(`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ`), "TIME"},
	{regexp.MustCompile(`("request_id": )"[A-Z0-9]+"`), `${1}"ID"`},
	{regexp.MustCompile(`("(?:max_cost|balance)_(?:wei|eth)": )"[0-9.]+"`), `${1}"COST"`},
	{regexp.MustCompile(`("gas(?:_used)?": )\d+`), `${1}0`},
	{regexp.MustCompile(`("(?:block|blocks|first_block|last_block|scanned_to|final_to|head)": )\d+`), `${1}0`},
}

func scrub(s string) string {
	for _, x := range scrubbed {
		s = x.pattern.ReplaceAllString(s, x.with)
	}
	return s
}

func checkGolden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Errorf("%v: run with -update", err)
		return
	}
	if strings.ReplaceAll(string(want), "\r\n", "\n") != got {
		t.Errorf("%s differs from the output:\n%s", path, got)
	}
}
