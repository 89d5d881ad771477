package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/sto-project/sto/internal/testchain"
)

// TestGoodFiles are files that look unusual and are right.
func TestGoodFiles(t *testing.T) {
	t.Parallel()
	n := testchain.Embedded(t)
	d := newDesk(t, n)
	token := d.issue("FILES", "1000")
	all := []row{}
	crlf := func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	for _, c := range []struct {
		name  string
		text  func(rows []row) string
		stdin bool
	}{
		{name: "byte order mark", text: func(r []row) string { return "\xef\xbb\xbf" + file(r) }},
		{name: "CRLF", text: func(r []row) string { return crlf(file(r)) }},
		{name: "byte order mark and CRLF", text: func(r []row) string { return "\xef\xbb\xbf" + crlf(file(r)) }},
		{name: "quoted", text: func(r []row) string {
			r[0].name = "Quote \"Q\", Inc."
			return strings.ReplaceAll(file(r), r[1].id, `"`+r[1].id+`"`)
		}},
		{name: "blank lines", text: func(r []row) string { return file(r) + "\n\n,,,,\n  \n" }},
		{name: "no line end", text: func(r []row) string { return strings.TrimSuffix(file(r), "\n") }},
		{name: "another order and a further column", text: func(r []row) string {
			s := "amount,note,Address,NAME,external_id,email\n"
			for _, x := range r {
				s += fmt.Sprintf(" %s ,whatever,%s,%s,%s,\n", x.amount, strings.ToLower(x.to.Hex()), x.name, x.id)
			}
			return s
		}},
		{name: "standard input", text: file, stdin: true},
		{name: "letters of all the world", text: func(r []row) string {
			r[0].name, r[1].name = "Żółć Šťastný", "株式会社 מניה"
			return file(r)
		}},
	} {
		rows := makeRows("file-"+strings.ReplaceAll(c.name, " ", "-"), 3)
		text := c.text(rows)
		args := d.distribution(token, text)
		var r result
		if c.stdin {
			args[2] = "-"
			r = d.start(strings.NewReader(text), args...).wait()
		} else {
			r = d.run(args...)
		}
		if r.code != 0 {
			t.Errorf("%s: %s", c.name, r)
			continue
		}
		created(t, r, 3, 0)
		all = append(all, rows...)
	}
	d.send()
	d.settle()
	paidOnce(t, n, token, d.account, all...)
	taggedOnce(t, n, token, d.account, all...)
}
