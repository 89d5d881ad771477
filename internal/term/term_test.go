package term

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/sto-project/sto/internal/fault"
)

var update = flag.Bool("update", false, "write the golden files")

func buffers() (*Streams, *bytes.Buffer, *bytes.Buffer) {
	out, err := &bytes.Buffer{}, &bytes.Buffer{}
	return &Streams{In: strings.NewReader(""), Out: out, Err: err}, out, err
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

var sample = Table{
	Header: []string{"TXID", "Status and block", "Nonce", "Note"},
	Rows: [][]string{
		{"0x" + strings.Repeat("ab", 32), "success:12", "7", strings.Repeat("a long note ", 12)},
		{"", "waiting", "12", "evil\x1b[31m\nname, \"quoted\" 東京"},
	},
	RightAlign: []int{2},
}

func TestTable(t *testing.T) {
	s, out, _ := buffers()
	s.Table(sample)
	golden(t, "table.golden", out.String())
	out.Reset()
	s.Table(Table{Header: []string{"Name", "Balance"}})
	golden(t, "table_empty.golden", out.String())
	if err := s.OutErr(); err != nil {
		t.Error(err)
	}
}

func TestTableIsTheSameUnderEveryLocale(t *testing.T) {
	s, out, _ := buffers()
	t.Setenv("LC_ALL", "ja_JP.UTF-8")
	s.Table(sample)
	golden(t, "table.golden", out.String())
}

func TestCSV(t *testing.T) {
	s, out, _ := buffers()
	long := strings.Repeat("x", 3000)
	if err := s.CSV(Table{Header: []string{"a", "b"}, Rows: [][]string{{"1,2", "say \"x\"\n\x1b[0m"}, {long, ""}}}); err != nil {
		t.Fatal(err)
	}
	if want := "a,b\n\"1,2\",\"say \"\"x\"\" [0m\"\n" + long + ",\n"; out.String() != want {
		t.Errorf("got %q", out.String())
	}
}

func TestJSONIsExactAndHarmless(t *testing.T) {
	s, out, _ := buffers()
	type doc struct {
		Zeta  string `json:"zeta"`
		Alpha string `json:"alpha"`
	}
	in := doc{"<a & b> 東京", "x\x1b\u202e\u009b\x7f\u200b\U000e0041\nend"}
	if err := s.JSON(in); err != nil {
		t.Fatal(err)
	}
	want := "{\n  \"zeta\": \"<a & b> 東京\",\n  \"alpha\": \"x\\u001b\\u202e\\u009b\\u007f\\u200b\\udb40\\udc41\\nend\"\n}\n"
	if out.String() != want {
		t.Errorf("got %s", out.String())
	}
	var back doc
	if err := json.Unmarshal(out.Bytes(), &back); err != nil || back != in {
		t.Errorf("reads back as %+q (%v)", back, err)
	}
	if err := s.JSON(make(chan int)); err == nil {
		t.Error("a channel was written")
	}
}

// TestLongJSON compares a document with a long list, which is written element by element, with the same made whole.
func TestLongJSON(t *testing.T) {
	type row struct {
		Note string   `json:"note"`
		Tags []string `json:"tags"`
		Sub  *row     `json:"sub,omitempty"`
	}
	type head struct {
		Name string `json:"name"`
		List []int  `json:"list"`
	}
	type doc struct {
		head
		Short []row `json:"short"`
		Rows  []row `json:"rows"`
		More  []row `json:"more"`
		Last  int   `json:"last"`
	}
	in := doc{head: head{"<a>\n  \"rows\": []", []int{}}, Short: []row{}, Last: 7}
	for n := range 2500 {
		in.Rows = append(in.Rows, row{Note: fmt.Sprint("r\x1b", n), Tags: make([]string, n%3), Sub: &row{Tags: []string{}}})
	}
	in.More = in.Rows
	var want bytes.Buffer
	enc := json.NewEncoder(&want)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	for _, v := range []any{in, &in, struct {
		Left []row `json:"left,omitempty"`
	}{in.Rows}} {
		want.Reset()
		if err := enc.Encode(v); err != nil {
			t.Fatal(err)
		}
		s, out, _ := buffers()
		if err := s.JSON(v); err != nil || out.String() != want.String() {
			t.Errorf("%T: %v, %d bytes, want %d", v, err, out.Len(), want.Len())
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestOutErrKeepsTheFailure(t *testing.T) {
	for name, write := range map[string]func(*Streams){
		"table": func(s *Streams) { s.Table(sample) },
		"line":  func(s *Streams) { s.Printf("x") },
		"json": func(s *Streams) {
			if s.JSON(1) == nil {
				t.Error("JSON returned nil")
			}
		},
		"csv": func(s *Streams) {
			if s.CSV(sample) == nil {
				t.Error("CSV returned nil")
			}
		},
	} {
		s, _, _ := buffers()
		s.Out = fullDisk{}
		write(s)
		if err := s.OutErr(); err == nil || !strings.Contains(err.Error(), "no space left") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNotices(t *testing.T) {
	s, out, errs := buffers()
	s.Infof("scanned %d\nblocks of %s", 3, "\x1b[1mX")
	s.Warnf("stale")
	s.Quiet = true
	s.Infof("unheard")
	s.Warnf("heard")
	if want := "scanned 3 blocks of [1mX\nwarning: stale\nwarning: heard\n"; errs.String() != want || out.Len() != 0 {
		t.Errorf("stderr %q, stdout %q", errs.String(), out.String())
	}
}

func TestProgressOnlyOnATerminal(t *testing.T) {
	for _, c := range []struct {
		name       string
		tty, quiet bool
		drawn      bool
	}{{"terminal", true, false, true}, {"pipe", false, false, false}, {"quiet", true, true, false}} {
		t.Run(c.name, func(t *testing.T) {
			s, out, errs := buffers()
			s.ErrTTY, s.Quiet = c.tty, c.quiet
			p := s.Progress("blocks", 100)
			p.Set(40)
			s.Infof("notice")
			p.Set(100)
			p.Set(250) // past the end
			p.Done()
			p.Done()
			p.Set(1)
			if out.Len() != 0 {
				t.Errorf("stdout got %q", out.String())
			}
			if got := strings.Contains(errs.String(), "blocks"); got != c.drawn {
				t.Errorf("drawn %v: %q", got, errs.String())
			}
		})
	}
}

func TestProgressWithoutATotal(t *testing.T) {
	s, _, errs := buffers()
	s.ErrTTY = true
	p := s.Progress("logs", 0)
	p.Set(5)
	p.Done()
	if !strings.Contains(errs.String(), "logs") {
		t.Errorf("stderr %q", errs.String())
	}
}

func TestConfirm(t *testing.T) {
	s, _, errs := buffers()
	if _, err := s.Confirm(t.Context(), "go?"); !fault.Is(err, fault.Usage) || !strings.Contains(fault.Hint(err), "--yes") {
		t.Errorf("off-terminal: %v, hint %q", err, fault.Hint(err))
	}
	s.InTTY = true
	s.In = strings.NewReader("y\nYES\r\nno\n\nyess\nY")
	for i, want := range []bool{true, true, false, false, false, true, false} {
		got, err := s.Confirm(t.Context(), "go?")
		if err != nil || got != want {
			t.Errorf("answer %d: %v, %v", i, got, err)
		}
	}
	if !strings.Contains(errs.String(), "go? [y/N] ") {
		t.Errorf("asked %q", errs.String())
	}
}

func TestPassword(t *testing.T) {
	s, out, errs := buffers()
	if _, err := s.Password(t.Context(), "Passphrase"); !fault.Is(err, fault.Signer) || !strings.Contains(fault.Hint(err), "STO_PASSWORD") {
		t.Errorf("off-terminal: %v", err)
	}
	s.InTTY = true
	s.In = strings.NewReader("open sesame \nnext\n")
	got, err := s.Password(t.Context(), "Passphrase")
	if err != nil || string(got) != "open sesame " {
		t.Errorf("%q, %v", got, err)
	}
	if strings.Contains(errs.String()+out.String(), "sesame") {
		t.Error("the passphrase was printed")
	}
	s.In = strings.NewReader("")
	if _, err := s.Password(t.Context(), "Passphrase"); !fault.Is(err, fault.Signer) {
		t.Errorf("at the end of input: %v", err)
	}
	s.In = strings.NewReader(strings.Repeat("x", maxAnswer+1))
	if _, err := s.Password(t.Context(), "Passphrase"); err == nil {
		t.Error("an endless line was accepted")
	}
}

func TestPromptsStopWithTheContext(t *testing.T) {
	s, _, _ := buffers()
	r, w := io.Pipe() // never answers
	defer w.Close()
	s.In, s.InTTY = r, true
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := s.Password(ctx, "Passphrase"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("password: %v", err)
	}
	if _, err := s.Confirm(ctx, "go?"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("confirm: %v", err)
	}
}
