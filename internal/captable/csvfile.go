package captable

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// maxFile bounds a file of identities or beneficial owners, in bytes: room for more than a million rows.
const maxFile = 256 << 20

// csvFile reads a CSV file by the names of its columns.
type csvFile struct {
	what, hint, file string
	in               *csv.Reader
	at               map[string]int // column -> place
	record           []string
	row              int
}

// openCSV reads the header of a file; what and file are what errors call it, option is where it was given.
func openCSV(what, option, hint, file string, r io.Reader, columns map[string][]string) (*csvFile, error) {
	file = term.Safe(file)
	bounded := &io.LimitedReader{R: r, N: maxFile + 1}
	text, err := io.ReadAll(bounded)
	if err != nil {
		return nil, fault.New(fault.Usage, "%s %s can't be read: %w", what, file, err).WithHint("check %s", option)
	}
	if bounded.N <= 0 {
		return nil, fault.New(fault.Usage, "%s %s is larger than %d MiB", what, file, maxFile>>20)
	}
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	if bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")) {
		return nil, fault.New(fault.Usage, "%s %s is in UTF-16, not UTF-8", what, file).WithHint("%s", hint)
	}
	c := &csvFile{what: what, hint: hint, file: file, in: csv.NewReader(bytes.NewReader(text)), at: map[string]int{}}
	c.in.FieldsPerRecord = -1
	c.in.ReuseRecord = true
	header, err := c.in.Read()
	if err != nil {
		return nil, c.broken(err)
	}
	for column, headings := range columns {
		if err := c.find(header, column, headings); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// heading is a column's heading as it is compared.
func heading(s string) string {
	return strings.NewReplacer(" ", "", "-", "", "_", "").Replace(strings.ToLower(strings.TrimSpace(s)))
}

func (c *csvFile) find(header []string, column string, headings []string) error {
	for _, want := range headings {
		for i, h := range header {
			if heading(h) != heading(want) {
				continue
			}
			if _, twice := c.at[column]; twice {
				return fault.New(fault.Usage, "%s %s, row 1: column %s is there twice", c.what, c.file, want).WithHint("%s", c.hint)
			}
			c.at[column] = i
		}
		if _, found := c.at[column]; found {
			return nil
		}
	}
	return nil
}

// need refuses a file without these columns.
func (c *csvFile) need(columns ...string) error {
	for _, column := range columns {
		if !c.has(column) {
			return fault.New(fault.Usage, "%s %s, row 1: there is no column %s", c.what, c.file, column).WithHint("%s", c.hint)
		}
	}
	return nil
}

// next goes to the next row; io.EOF after the last.
func (c *csvFile) next() (err error) {
	if c.record, err = c.in.Read(); errors.Is(err, io.EOF) {
		return io.EOF
	}
	if err != nil {
		return c.broken(err)
	}
	c.row, _ = c.in.FieldPos(0)
	return nil
}

func (c *csvFile) has(column string) bool {
	_, ok := c.at[column]
	return ok
}

// field returns the trimmed field of a column; empty where the row or the file has none.
func (c *csvFile) field(column string) string {
	i, ok := c.at[column]
	if !ok || i >= len(c.record) {
		return ""
	}
	return strings.TrimSpace(c.record[i])
}

// text is field for what people wrote, which must be UTF-8.
func (c *csvFile) text(column string) (string, error) {
	s := c.field(column)
	if !utf8.ValidString(s) {
		return "", c.wrong(column, "the text is not UTF-8").WithHint("%s", c.hint)
	}
	return s, nil
}

// wrong is an error about a field of the current row.
func (c *csvFile) wrong(column, format string, args ...any) *fault.Error {
	return c.wrongAt(c.row, column, format, args...)
}

func (c *csvFile) wrongAt(row int, column, format string, args ...any) *fault.Error {
	return fault.New(fault.Usage, "%s %s, row %d, column %s: %w", c.what, c.file, row, column, fmt.Errorf(format, args...))
}

func (c *csvFile) broken(err error) error {
	var at *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		return fault.New(fault.Usage, "%s %s is empty", c.what, c.file).WithHint("%s", c.hint)
	case errors.As(err, &at):
		return fault.New(fault.Usage, "%s %s, row %d, character %d: %w", c.what, c.file, at.Line, at.Column, at.Err).WithHint("%s", c.hint)
	default:
		return fmt.Errorf("%s %s: %w", c.what, c.file, err)
	}
}
