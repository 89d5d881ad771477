package distribution

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode"

	"github.com/sto-project/sto/internal/fault"
)

const (
	head  = "external_id,email,name,address,amount\n"
	alice = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
	bob   = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"
)

func read(t *testing.T, text string) ([]Row, []string, error) {
	t.Helper()
	return ReadCSV(strings.NewReader(text), "holders.csv")
}

func TestReadCSV(t *testing.T) {
	plain := head + "a-1,a@example.com,Alice," + alice + ",12.5\nb-2,b@example.com,\"Bob, jr.\"," + bob + ",1\n"
	cases := map[string]string{
		"plain":            plain,
		"BOM":              "\xef\xbb\xbf" + plain,
		"CRLF":             strings.ReplaceAll(plain, "\n", "\r\n"),
		"trailing blanks":  plain + "\n\n,,,,\n \n",
		"no last newline":  strings.TrimSuffix(plain, "\n"),
		"blanks in fields": head + " a-1 ,a@example.com , Alice,\t" + alice + ", 12.5 \nb-2,b@example.com,\"Bob, jr. \"," + bob + ",1\n",
		"header in capitals": strings.Replace(plain, "external_id,email,name,address,amount",
			"External_ID, Email,NAME,Address ,AMOUNT", 1),
	}
	for name, text := range cases {
		t.Run(name, func(t *testing.T) {
			rows, warnings, err := read(t, text)
			if err != nil || len(warnings) != 0 || len(rows) != 2 {
				t.Fatalf("%v, %v, %v", rows, warnings, err)
			}
			a, b := rows[0], rows[1]
			if a.ExternalID != "a-1" || a.Email != "a@example.com" || a.Name != "Alice" || a.To.Hex() != alice || a.Amount != "12.5" || a.Line != 2 {
				t.Errorf("first row %+v", a)
			}
			if b.Name != "Bob, jr." || b.To.Hex() != bob || b.Amount != "1" || b.Line != 3 {
				t.Errorf("second row %+v", b)
			}
		})
	}
}

func TestReadCSVColumnsInAnyOrder(t *testing.T) {
	rows, warnings, err := read(t, "amount,country,address,name,email,external_id,\n7,FI,"+bob+",Bob,,x,\n")
	if err != nil || len(rows) != 1 || rows[0].Amount != "7" || rows[0].ExternalID != "x" || rows[0].To.Hex() != bob {
		t.Fatalf("%+v, %v", rows, err)
	}
	if len(warnings) != 1 || warnings[0] != `holders.csv: column "country" is not used` {
		t.Errorf("warnings %q", warnings)
	}
}

func TestReadCSVComposesIDs(t *testing.T) {
	_, _, err := read(t, head+"caf\u00e9,,,"+alice+",1\ncafe\u0301,,,"+bob+",1\n")
	if err == nil || !strings.Contains(err.Error(), "is on row 2 too") {
		t.Errorf("two spellings of one id: %v", err)
	}
}

func TestReadCSVRefuses(t *testing.T) {
	row := func(id, address, amount string) string { return id + ",e,n," + address + "," + amount + "\n" }
	cases := []struct{ name, in, says string }{
		{"empty", "", "holders.csv is empty: there is nothing to distribute"},
		{"only a BOM", "\xef\xbb\xbf", "is empty"},
		{"only blank lines", "\n\n", "is empty"},
		{"header only", head, "has a header and no rows: there is nothing to distribute"},
		{"header and blanks", head + ",,,,\n\n", "no rows"},
		{"missing column", "external_id,email,name,address\nx,,,y\n", "holders.csv row 1, column amount: the header lacks this column"},
		{"doubled column", "external_id,email,name,address,amount,Amount\n", "holders.csv row 1, column amount: the column is there twice"},
		{"semicolons", "external_id;email;name;address;amount\n", "lacks this column"},
		{"UTF-16", "\xff\xfee\x00", "UTF-16"},
		{"no header", row("a", alice, "1"), "lacks this column"},
		{"ragged", head + "a,b,c\n", "holders.csv row 2: the row has 3 fields, the header has 5"},
		{"bare quote", head + "a\"b,,," + alice + ",1\n", "holders.csv row 2: a quote stands inside a field"},
		{"open quote", head + "\"a,,," + alice + ",1\n", "holders.csv row 2: a quoted field does not end"},
		{"no id", head + row(" ", alice, "1"), "holders.csv row 2, column external_id: the external id is empty"},
		{"long id", head + row(strings.Repeat("x", 201), alice, "1"), "201 bytes long"},
		{"invisible", head + row("a\u200bb", alice, "1"), "invisible characters"},
		{"bidi", head + row("a\u202eb", alice, "1"), "invisible characters"},
		{"control", head + row("a\x1b[31m", alice, "1"), "column external_id: the value \"a[31m\" holds a control character"},
		{"control in a name", head + "a,e,\"x\ny\"," + alice + ",1\n", "holders.csv row 2, column name: the value \"x y\" holds a control character"},
		{"invalid UTF-8", head + "a,e,\xff\xfe," + alice + ",1\n", "column name: the value is not valid UTF-8"},
		{"doubled id", head + row("a", alice, "1") + row("b", alice, "1") + row(" a ", bob, "2"), `holders.csv row 4, column external_id: the external id "a" is on row 2 too`},
		{"a tag's name", head + row("tag:00112233445566778899aabbccddeeff", alice, "1"), "stands for an id of which only the tag is known"},
		{"address", head + row("a", "0x123", "1"), "holders.csv row 2, column address: address \"0x123\" has 3 hex digits"},
		{"checksum", head + row("a", "0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "1"), "wrong checksum"},
		{"zero address", head + row("a", "0x0000000000000000000000000000000000000000", "1"), "zero address"},
		{"no address", head + row("a", "", "1"), "address is empty"},
		{"no amount", head + row("a", alice, ""), "amount is empty"},
		{"zero", head + row("a", alice, "0.00"), "holders.csv row 2, column amount: the amount 0.00 is zero"},
		{"negative", head + row("a", alice, "-1"), "sign"},
		{"exponent", head + row("a", alice, "1e3"), "not a plain decimal"},
		{"thousands", head + row("a", alice, `"1,000"`), "thousands separator"},
		{"huge", head + row("a", alice, strings.Repeat("9", 90)), "too large"},
		{"long name", head + "a,e," + strings.Repeat("n", 1001) + "," + alice + ",1\n", "1001 bytes"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			rows, _, err := read(t, c.in)
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Fatalf("rows %v, error %v; want one that says %q", rows, err, c.says)
			}
			if !fault.Is(err, fault.Usage) {
				t.Errorf("class %d", fault.ClassOf(err))
			}
		})
	}
}

func TestReadCSVListsAllProblems(t *testing.T) {
	_, _, err := read(t, head+"a,,,0x1,1\nb,,,"+alice+",1\n,,,"+bob+",x\n")
	want := []string{"row 2, column address", "row 4, column external_id", "row 4, column amount"}
	for _, w := range want {
		if err == nil || !strings.Contains(err.Error(), w) {
			t.Errorf("no %q in %v", w, err)
		}
	}
	var b strings.Builder
	b.WriteString(head)
	for i := range 250 {
		fmt.Fprintf(&b, "id%d,,,%s,-1\n", i, alice)
	}
	_, _, err = read(t, b.String())
	if lines := strings.Split(fmt.Sprint(err), "\n"); len(lines) != 101 || lines[100] != "and 150 more problems" {
		t.Errorf("%d lines, the last %q", len(lines), lines[len(lines)-1])
	}
}

func TestReadCSVReadError(t *testing.T) {
	broken := io.MultiReader(strings.NewReader(head+"a,,,"+alice+",1\n"), iotest.ErrReader(io.ErrUnexpectedEOF))
	if _, _, err := ReadCSV(broken, "holders.csv"); err == nil || !strings.Contains(err.Error(), "holders.csv can't be read: unexpected EOF") {
		t.Errorf("error %v", err)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	p[len(p)-1] = '\n'
	return len(p), nil
}

func TestReadCSVBoundsTheFile(t *testing.T) {
	_, _, err := ReadCSV(io.MultiReader(strings.NewReader(head), endless{}), "-")
	if err == nil || !strings.Contains(err.Error(), "larger than 64 MiB") {
		t.Errorf("error %v", err)
	}
}

func TestSingleRow(t *testing.T) {
	r, err := SingleRow(" abc-1", "e", "n", alice, "2.5")
	if err != nil || r.ExternalID != "abc-1" || r.To.Hex() != alice || r.Line != 0 {
		t.Errorf("%+v, %v", r, err)
	}
	_, err = SingleRow("", "e", "n", "0x1", "0")
	for _, w := range []string{"--external-id: ", "--to-address: ", "--amount: "} {
		if err == nil || !strings.Contains(err.Error(), w) {
			t.Errorf("no %q in %v", w, err)
		}
	}
}

func FuzzReadCSV(f *testing.F) {
	for _, s := range []string{"", head, head + "a,e,n," + alice + ",1\n", "\xef\xbb\xbf" + head + "\"a\"\"b\",e,n," + bob + ",0.5\r\n", head + "\"x\ny\",,,,\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		rows, warnings, err := ReadCSV(bytes.NewReader(b), "f")
		if (err == nil) != (len(rows) > 0) {
			t.Fatalf("%d rows and error %v", len(rows), err)
		}
		seen := map[string]bool{}
		for _, r := range rows {
			if r.ExternalID == "" || len(r.ExternalID) > MaxExternalID || seen[r.ExternalID] || r.Amount == "" || r.Line < 2 {
				t.Fatalf("row %+v", r)
			}
			seen[r.ExternalID] = true
		}
		if err != nil {
			warnings = append(warnings, err.Error())
		}
		for _, w := range warnings {
			if strings.ContainsFunc(w, func(r rune) bool { return r != '\n' && (unicode.IsControl(r) || r == '\u202e') }) {
				t.Fatalf("text is not clean: %q", w)
			}
		}
	})
}

func file10k(n int) []byte {
	var b bytes.Buffer
	b.WriteString(head)
	for i := range n {
		fmt.Fprintf(&b, "holder-%06d,h%d@example.com,Holder %d,0x%040x,%d.25\n", i, i, i, 0x10000+i, 1+i%900)
	}
	return b.Bytes()
}

func BenchmarkReadCSV10k(b *testing.B) {
	text := file10k(10_000)
	for b.Loop() {
		if rows, _, err := ReadCSV(bytes.NewReader(text), "f"); err != nil || len(rows) != 10_000 {
			b.Fatal(len(rows), err)
		}
	}
}
