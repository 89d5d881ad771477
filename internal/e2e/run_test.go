package e2e

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/testchain"
)

var update = flag.Bool("update", false, "rewrite golden files")

// deep tells whether the long variations are asked for.
func deep() bool { return os.Getenv("STO_DEEP") != "" }

// patience is how long one run of the program may take.
const patience = 3 * time.Minute

// result is what a run of the program left.
type result struct {
	args           []string
	stdout, stderr string
	code           int
}

func (r result) String() string {
	return "sto " + strings.Join(r.args, " ") + "\nexit " + exitCode(r.code) + "\nstdout:\n" + clip(r.stdout) + "\nstderr:\n" + clip(r.stderr)
}

func exitCode(n int) string { return strconv.Itoa(n) }

// clip shortens text for a test's log.
func clip(s string) string {
	if len(s) > 6000 {
		return s[:3000] + "\n…\n" + s[len(s)-3000:]
	}
	return s
}

// desk is an operator's place: a folder of its own with the database, and an environment with the node and the key.
type desk struct {
	t       testing.TB
	node    *testchain.Node
	dir     string
	env     map[string]string
	account common.Address
}

// newDesk makes a place for Keys[0] of the node, in a folder of its own.
func newDesk(t testing.TB, n *testchain.Node) *desk {
	t.Helper()
	n.RPC() // made here, so that parallel tests find it
	network := "dev"
	if n.Kind == testchain.KindAnvil {
		network = "anvil"
	}
	dir := t.TempDir()
	return &desk{t: t, node: n, dir: dir, account: n.Address(0), env: map[string]string{
		"HOME":                     dir,
		"STO_NETWORK":              network,
		"STO_ETHEREUM_NODE_URL":    n.URL,
		"STO_ETHEREUM_PRIVATE_KEY": keyHex(n, 0),
		"STO_DATABASE_FILE":        filepath.Join(dir, "transactions.sqlite"),
	}}
}

func keyHex(n *testchain.Node, i int) string { return hex.EncodeToString(crypto.FromECDSA(n.Keys[i])) }

// at is the same place for another test, with a database of its own: a copy of this one.
func (d *desk) at(t testing.TB) *desk {
	t.Helper()
	c := d.fresh(t)
	d.copyTo(c.db())
	return c
}

// fresh is the same place for another test, with no database yet.
func (d *desk) fresh(t testing.TB) *desk {
	t.Helper()
	c := *d
	c.t, c.dir, c.env = t, t.TempDir(), maps.Clone(d.env)
	c.env["HOME"] = c.dir
	c.env["STO_DATABASE_FILE"] = filepath.Join(c.dir, "transactions.sqlite")
	return &c
}

// with sets variables of the environment, given in pairs; an empty value removes one.
func (d *desk) with(pairs ...string) *desk {
	c := *d
	c.env = maps.Clone(d.env)
	for i := 0; i < len(pairs); i += 2 {
		if c.env[pairs[i]] = pairs[i+1]; pairs[i+1] == "" {
			delete(c.env, pairs[i])
		}
	}
	return &c
}

func (d *desk) db() string { return d.env["STO_DATABASE_FILE"] }

// path is a file of the place.
func (d *desk) path(name string) string { return filepath.Join(d.dir, name) }

// write makes a file and returns its path.
func (d *desk) write(name, text string) string {
	d.t.Helper()
	if err := os.WriteFile(d.path(name), []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
	return d.path(name)
}

// environ is the whole environment of the program: nothing of the test's own.
func (d *desk) environ() []string {
	out := []string{"GORACE=atexit_sleep_ms=0"} // of a program built with the race detector
	for _, k := range slices.Sorted(maps.Keys(d.env)) {
		out = append(out, k+"="+d.env[k])
	}
	return out
}

// process is a run of the program that is still going on.
type process struct {
	d       *desk
	cmd     *exec.Cmd
	args    []string
	out, er bytes.Buffer
	cancel  context.CancelFunc
}

// start runs the program without waiting for it. stdin may be nil.
func (d *desk) start(stdin io.Reader, args ...string) *process {
	d.t.Helper()
	return d.startAs(testchain.Sto(d.t), stdin, nil, args...)
}

func (d *desk) startAs(program string, stdin io.Reader, as func(*exec.Cmd), args ...string) *process {
	d.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	p := &process{d: d, cmd: exec.CommandContext(ctx, program, args...), args: args, cancel: cancel}
	p.cmd.Dir, p.cmd.Env, p.cmd.Stdin, p.cmd.Stdout, p.cmd.Stderr = d.dir, d.environ(), stdin, &p.out, &p.er
	if as != nil {
		as(p.cmd)
	}
	if err := p.cmd.Start(); err != nil {
		cancel()
		d.t.Fatal(err)
	}
	return p
}

func (p *process) signal(s os.Signal) {
	if err := p.cmd.Process.Signal(s); err != nil && !errors.Is(err, os.ErrProcessDone) {
		p.d.t.Errorf("signal %s: %v", s, err)
	}
}

// wait returns what the run left; -1 is the code of a killed one. What holds for every output is checked here.
func (p *process) wait() result {
	p.d.t.Helper()
	defer p.cancel()
	err := p.cmd.Wait()
	r := result{args: p.args, stdout: p.out.String(), stderr: p.er.String(), code: p.cmd.ProcessState.ExitCode()}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		p.d.t.Fatalf("sto: %v\n%s", err, r)
	}
	p.d.decent(r)
	return r
}

// decent checks what no run may do: write secrets or terminal controls, panic, or have a data race.
func (d *desk) decent(r result) {
	d.t.Helper()
	for name, text := range map[string]string{"stdout": r.stdout, "stderr": r.stderr} {
		for _, secret := range d.secrets() {
			if strings.Contains(strings.ToLower(text), strings.ToLower(secret)) {
				d.t.Errorf("%s holds the secret %q\n%s", name, secret, r)
			}
		}
		if i := strings.IndexFunc(text, func(c rune) bool {
			return c != '\n' && (unicode.IsControl(c) || c == unicode.ReplacementChar || bidi(c))
		}); i >= 0 {
			d.t.Errorf("%s holds the control character %q\n%s", name, text[i:min(i+8, len(text))], r)
		}
		for _, word := range []string{"DATA RACE", "goroutine ", "a state it does not know"} {
			if strings.Contains(text, word) {
				d.t.Errorf("%s tells of a defect (%s)\n%s", name, word, r)
			}
		}
	}
}

// bidi are the characters that turn the direction of text, or have no width.
func bidi(c rune) bool {
	return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c >= 0x200b && c <= 0x200f
}

// secrets are what the desk's environment holds and nobody may see.
func (d *desk) secrets() []string {
	var out []string
	for _, k := range []string{"STO_ETHEREUM_PRIVATE_KEY", "STO_PASSWORD"} {
		if v := strings.TrimPrefix(d.env[k], "0x"); len(v) > 4 {
			out = append(out, v)
		}
	}
	return out
}

// run runs the program to its end.
func (d *desk) run(args ...string) result {
	d.t.Helper()
	return d.start(nil, args...).wait()
}

// ok runs the program, which must end well.
func (d *desk) ok(args ...string) result {
	d.t.Helper()
	r := d.run(args...)
	if r.code != 0 {
		d.t.Fatalf("it failed: %s", r)
	}
	return r
}

// fails runs the program, which must end with the code and an error that matches the pattern. Returns the run.
func (d *desk) fails(code int, pattern string, args ...string) result {
	d.t.Helper()
	r := d.run(args...)
	d.failed(r, code, pattern)
	return r
}

// errorLine is how each line of an error begins.
var errorLine = regexp.MustCompile(`(?m)^error: (.+)$`)

// failed checks the form of an error: the code, a lower-case sentence that matches, and a hint.
func (d *desk) failed(r result, code int, pattern string) {
	d.t.Helper()
	if r.code != code {
		d.t.Fatalf("exit %d, want %d: %s", r.code, code, r)
	}
	lines := errorLine.FindAllStringSubmatch(r.stderr, -1)
	if len(lines) == 0 {
		d.t.Fatalf("no line of the form \"error: …\" on standard error: %s", r)
	}
	if !regexp.MustCompile(pattern).MatchString(r.stderr) {
		d.t.Errorf("the error does not match %q: %s", pattern, r)
	}
	for _, l := range lines {
		if strings.HasSuffix(l[1], ".") {
			d.t.Errorf("the error ends with a full stop: %s", r)
		}
	}
}

// decode reads a run's standard output as one JSON document.
func decode[T any](t testing.TB, r result) T {
	t.Helper()
	var v T
	dec := json.NewDecoder(strings.NewReader(r.stdout))
	if err := dec.Decode(&v); err != nil {
		t.Fatalf("the output is no JSON: %v\n%s", err, r)
	}
	if dec.More() {
		t.Fatalf("more than one JSON document: %s", r)
	}
	return v
}

// contains fails the test unless the text has each part.
func contains(t testing.TB, r result, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if !strings.Contains(r.stdout, p) {
			t.Errorf("standard output lacks %q: %s", p, r)
		}
	}
}

// asUser has a process run as another user, without privileges.
func asUser(id uint32) func(*exec.Cmd) {
	return func(c *exec.Cmd) {
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: id, Gid: id}}
	}
}
