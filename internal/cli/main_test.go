package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

func TestPrintError(t *testing.T) {
	bad := errors.Join(fault.New(fault.Usage, "row 2 is bad\x1b[31m"), fault.New(fault.Usage, "row 3 is bad").WithHint("mend them"))
	cases := []struct {
		name  string
		err   error
		class fault.Class
		json  bool
		want  string
	}{
		{"plain", errors.New("it broke"), fault.General, false, "error: it broke\n"},
		{"each joined error has its line", bad, fault.Usage, false, "error: row 2 is bad[31m\nerror: row 3 is bad\nhint: mend them\n"},
		{"json", fault.New(fault.Conflict, "taken").WithHint("wait"), fault.Conflict, true,
			`{"message_type":"error","code":"conflict","exit_code":6,"message":"taken","hint":"wait"}` + "\n"},
		{"json of several", bad, fault.Usage, true,
			`{"message_type":"error","code":"usage","exit_code":2,"message":"row 2 is bad[31m","details":["row 2 is bad[31m","row 3 is bad"],"hint":"mend them"}` + "\n"},
		{"interrupted", fmt.Errorf("read: %w", context.Canceled), fault.Interrupted, false, "error: interrupted; what was stored before stays stored\n"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			printError(&term.Streams{Err: &out}, c.err, c.class, c.json, keyHider(nil, nil))
			if out.String() != c.want {
				t.Errorf("printed %q, want %q", out.String(), c.want)
			}
		})
	}
}

// withCommand runs a command line on a tree that has one more command.
func withCommand(ctx context.Context, t *testing.T, work func(ctx context.Context) error, args ...string) (int, string) {
	t.Helper()
	var out bytes.Buffer
	streams := &term.Streams{In: strings.NewReader(""), Out: &out, Err: &out}
	f := newFactory(append([]string{"probe"}, args...), nil, streams)
	root := NewCmdRoot(f)
	root.AddCommand(&cobra.Command{Use: "probe", Args: noArguments, RunE: func(cmd *cobra.Command, _ []string) error { return work(cmd.Context()) }})
	code := finish(ctx, f, execute(ctx, f, root))
	return code, out.String()
}

func TestPanicIsOneSentence(t *testing.T) {
	broken := func(context.Context) error { panic("no such thing") }
	code, out := withCommand(context.Background(), t, broken)
	if code != int(fault.General) || !strings.HasPrefix(out, "error: the program met a state it does not know: no such thing\nhint: this is a defect of sto") ||
		strings.Contains(out, "goroutine") {
		t.Errorf("code %d, output %s", code, out)
	}
	if code, out = withCommand(context.Background(), t, broken, "--log-level", "debug"); code != 1 || !strings.Contains(out, "main_test.go") {
		t.Errorf("with --log-level debug: code %d, output %s", code, out)
	}
}

func TestInterruptedWork(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	code, out := withCommand(ctx, t, func(ctx context.Context) error {
		cancel()
		<-ctx.Done()
		return fault.New(fault.Node, "ask the node: %w", ctx.Err())
	})
	if code != int(fault.Interrupted) || !strings.HasPrefix(out, "error: interrupted") {
		t.Errorf("code %d, output %s", code, out)
	}
}

// TestFirstSignalCancels sends this process a signal while Main runs a devnet.
func TestFirstSignalCancels(t *testing.T) {
	dir := t.TempDir()
	var out, errs bytes.Buffer
	done := make(chan int)
	go func() {
		done <- Main(context.Background(), []string{"devnet", "--dir", dir + "/chain"}, nil, &term.Streams{In: strings.NewReader(""), Out: &out, Err: &errs})
	}()
	for range 1000 {
		if _, err := os.Stat(dir + "/chain/sto.ini"); err == nil {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if err := self.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	select {
	case code := <-done:
		if code != 0 || !strings.Contains(errs.String(), "a second Ctrl-C kills") {
			t.Errorf("code %d, %s", code, errs.String())
		}
	case <-time.After(20 * time.Second):
		t.Fatal("the signal did not stop the devnet")
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestOutputThatCannotBeWritten(t *testing.T) {
	for _, line := range []string{"version", "version --output json", "reference", "help issue", "--help"} {
		var errs bytes.Buffer
		code := Main(context.Background(), strings.Fields(line), nil, &term.Streams{In: strings.NewReader(""), Out: full{}, Err: &errs})
		if code != int(fault.General) || !strings.Contains(errs.String(), "no space left") {
			t.Errorf("%s: code %d, %q", line, code, errs.String())
		}
	}
}

// TestJSONIsOneDocument checks that commands which need neither node nor database print one document and nothing else.
func TestJSONIsOneDocument(t *testing.T) {
	var out, errs bytes.Buffer
	code := Main(context.Background(), []string{"version", "--output", "json"}, nil, &term.Streams{In: strings.NewReader(""), Out: &out, Err: &errs})
	var info VersionInfo
	decoder := json.NewDecoder(&out)
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&info); err != nil || code != 0 || info.Go == "" || decoder.More() || errs.Len() > 0 {
		t.Errorf("code %d, %v, %+v, %q", code, err, info, errs.String())
	}
}
