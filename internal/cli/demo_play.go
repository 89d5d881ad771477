package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/sto-project/sto/internal/distribution"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// demonstration is one run of demo.
type demonstration struct {
	streams *term.Streams
	environ []string
	dir     string
	issuer  string // address
}

// play runs the command lines one after the other.
func (d *demonstration) play(ctx context.Context) error {
	holders, _, err := distribution.ReadCSV(strings.NewReader(demoHolders), "holders.csv")
	if err != nil {
		return err
	}
	if err := d.writeFiles(); err != nil {
		return err
	}
	whitelist := []string{"kyc-manage", "--whitelist-address", d.issuer}
	for _, h := range holders {
		whitelist = append(whitelist, "--whitelist-address", h.To.Hex())
	}
	if err := d.steps(ctx, []step{
		{"A development chain runs. Is all in order?", []string{"diagnose"}},
		{"The register of investors, in which the issuer and ten holders are whitelisted:", []string{"kyc-deploy"}},
		{"", whitelist},
		{"The share series: only whitelisted addresses can hold it.", []string{"issue", "--symbol", "DEMO", "--name", "Demo Shares", "--url", "https://demo.example",
			"--amount", "10000", "--transfer-restriction", "restricted"}},
		{"", []string{"tx-broadcast"}},
		{"", []string{"tx-update"}},
	}); err != nil {
		return err
	}
	token, err := d.token(ctx)
	if err != nil {
		return err
	}
	names := filepath.Join(d.dir, "names.csv")
	if err := d.steps(ctx, []step{
		{"The first five holders receive their shares:", []string{"distribute-multiple", "--csv-input", filepath.Join(d.dir, "first.csv"), "--address", token}},
		{"", []string{"tx-broadcast"}},
		{"", []string{"tx-update"}},
		{"Who holds the shares?", []string{"token-scan", "--token-address", token}},
		{"", []string{"cap-table", "--token-address", token, "--identity-file", names}},
	}); err != nil {
		return err
	}
	block, err := d.block(ctx, token)
	if err != nil {
		return err
	}
	return d.steps(ctx, []step{
		{"The file with all ten: who was paid before is not paid again.", []string{"distribute-multiple", "--csv-input", filepath.Join(d.dir, "holders.csv"), "--address", token}},
		{"", []string{"tx-broadcast"}},
		{"", []string{"tx-update"}},
		{"The cap table now:", []string{"token-scan", "--token-address", token}},
		{"", []string{"cap-table", "--token-address", token, "--identity-file", names}},
		{"And as it was before the second distribution:", []string{"cap-table", "--token-address", token, "--identity-file", names, "--at-block", block}},
	})
}

// writeFiles writes the distribution files and the file of names.
func (d *demonstration) writeFiles() error {
	rows := strings.SplitAfter(demoHolders, "\n")
	names := strings.Builder{}
	for _, row := range rows {
		if fields := strings.Split(row, ","); len(fields) == 5 {
			fmt.Fprintf(&names, "%s,%s\n", fields[2], fields[3])
		}
	}
	fmt.Fprintf(&names, "Demo Inc. (issuer),%s\n", d.issuer)
	for name, text := range map[string]string{
		"holders.csv": demoHolders, "first.csv": strings.Join(rows[:1+demoFirst], ""), "names.csv": names.String(),
	} {
		if err := os.WriteFile(filepath.Join(d.dir, name), []byte(text), 0o600); err != nil {
			return fault.New(fault.General, "the demonstration's files can't be written: %w", err)
		}
	}
	return nil
}

// step is a command line with what to say before it.
type step struct {
	words string
	args  []string
}

func (d *demonstration) steps(ctx context.Context, steps []step) error {
	for _, s := range steps {
		if err := ctx.Err(); err != nil {
			return err
		}
		if s.words != "" {
			d.streams.Printf("")
			d.streams.Printf("# %s", s.words)
		}
		if _, err := fmt.Fprintf(d.streams.Out, "\n$ sto %s\n", commandLine(s.args)); err != nil {
			return err
		}
		if code := run(ctx, s.args, d.environ, d.streams); code != 0 {
			return fault.New(fault.Class(code), "the demonstration stopped at sto %s", s.args[0])
		}
	}
	return nil
}

// ask runs a command line without showing it and reads its JSON output.
func (d *demonstration) ask(ctx context.Context, result any, args ...string) error {
	var out bytes.Buffer
	streams := &term.Streams{In: strings.NewReader(""), Out: &out, Err: d.streams.Err}
	if code := run(ctx, append(args, "--output", "json"), d.environ, streams); code != 0 {
		return fault.New(fault.Class(code), "the demonstration stopped at sto %s", args[0])
	}
	if err := json.Unmarshal(out.Bytes(), result); err != nil {
		return fault.New(fault.General, "the output of sto %s is not what it should be: %w", args[0], err)
	}
	return nil
}

// token returns the address of the issued token.
func (d *demonstration) token(ctx context.Context) (string, error) {
	var logs struct {
		Issuances []IssueLogDoc `json:"issuances"`
	}
	if err := d.ask(ctx, &logs, "issue-logs"); err != nil {
		return "", err
	}
	if len(logs.Issuances) != 1 {
		return "", fault.New(fault.General, "the demonstration finds %d issuances, not one", len(logs.Issuances))
	}
	return logs.Issuances[0].Token, nil
}

// block returns the block as of which the cap table stands.
func (d *demonstration) block(ctx context.Context, token string) (string, error) {
	var table struct {
		AsOf struct {
			Block uint64 `json:"block"`
		} `json:"as_of"`
	}
	err := d.ask(ctx, &table, "cap-table", "--token-address", token)
	return strconv.FormatUint(table.AsOf.Block, 10), err
}

// commandLine is what one would type, with repeated options on lines of their own.
func commandLine(args []string) string {
	words := make([]string, len(args))
	for i, a := range args {
		words[i] = a
		if strings.ContainsAny(a, " '\"$&;|<>*?()") {
			words[i] = "'" + strings.ReplaceAll(a, "'", `'\''`) + "'"
		}
	}
	line := strings.Join(words, " ")
	if strings.Count(line, " --whitelist-address ") > 1 {
		line = strings.ReplaceAll(line, " --whitelist-address ", " \\\n    --whitelist-address ")
	}
	return line
}
