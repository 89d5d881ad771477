package distribution

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// columns of the header, in the order in which they are asked for.
var columns = []string{colExternalID, colEmail, colName, colAddress, colAmount}

// maxFile bounds what is read, in bytes: some half a million rows.
const maxFile = 64 << 20

// utf8BOM is the mark that some programs put before UTF-8 text.
const utf8BOM = "\xef\xbb\xbf"

// ReadCSV reads a distribution file: a header of external_id, email, name, address and amount in any order, then a row
// for each receiver. Further columns are reported as warnings and not read. name stands for the file in errors.
//
// Every bad row is told of, one line each and at most 100 of them; errors are of class fault.Usage.
func ReadCSV(r io.Reader, name string) ([]Row, []string, error) {
	src := &counted{r: io.LimitReader(r, maxFile+1)}
	in := bufio.NewReaderSize(src, 1<<16)
	if err := skipMark(in, name); err != nil {
		return nil, nil, err
	}
	f := file{name: name, bad: problems{class: fault.Usage, hint: mendHint}, seen: map[string]int{}}
	f.csv = csv.NewReader(in)
	f.csv.ReuseRecord = true
	f.csv.FieldsPerRecord = -1
	warnings, err := f.header()
	if err != nil {
		return nil, nil, f.read(err, src)
	}
	rows, err := f.rows()
	if err != nil || src.n > maxFile {
		return nil, nil, f.read(err, src)
	}
	if err := f.bad.err(); err != nil {
		return nil, nil, err
	}
	if len(rows) == 0 {
		return nil, nil, fault.New(fault.Usage, "%s has a header and no rows: there is nothing to distribute", f.at(0, ""))
	}
	return rows, warnings, nil
}

// mendHint is the next step for rows that can't be right.
const mendHint = "nothing was prepared; mend these rows and run the command again"

type file struct {
	name  string
	csv   *csv.Reader
	index map[string]int // column -> position
	width int
	seen  map[string]int // external id -> line
	bad   problems
}

func (f *file) at(line int, column string) place {
	return place{source: f.name, line: line, column: column}
}

// read explains why a file could not be read at all.
func (f *file) read(err error, src *counted) error {
	var known *fault.Error
	switch {
	case src.n > maxFile:
		return fault.New(fault.Usage, "%s is larger than %d MiB", f.at(0, ""), maxFile>>20).WithHint("split the file; external ids keep rows from being paid twice")
	case errors.As(err, &known):
		return err
	case src.err != nil:
		return fault.New(fault.Usage, "%s can't be read: %w", f.at(0, ""), src.err)
	}
	return err
}

// header reads the first line and returns warnings about columns that nobody asked for.
func (f *file) header() ([]string, error) {
	names, err := f.csv.Read()
	if errors.Is(err, io.EOF) {
		return nil, fault.New(fault.Usage, "%s is empty: there is nothing to distribute", f.at(0, "")).WithHint("%s", headerHint)
	}
	if err != nil {
		return nil, fault.New(fault.Usage, "%s row 1: the header is not readable as CSV: %s", f.at(0, ""), reason(err)).WithHint("%s", headerHint)
	}
	f.index, f.width = map[string]int{}, len(names)
	var warnings []string
	for i, raw := range names {
		name := strings.ToLower(strings.TrimSpace(raw))
		if _, twice := f.index[name]; twice && slices.Contains(columns, name) {
			f.bad.add(f.at(1, name), "the column is there twice")
			continue
		}
		if !slices.Contains(columns, name) {
			if name == "" { // a comma at the end of every line
				continue
			}
			warnings = append(warnings, fmt.Sprintf("%s: column %s is not used", f.at(0, ""), quote(raw)))
			continue
		}
		f.index[name] = i
	}
	for _, c := range columns {
		if _, ok := f.index[c]; !ok {
			f.bad.add(f.at(1, c), "the header lacks this column")
		}
	}
	if err := f.bad.err(); err != nil {
		return nil, fault.New(fault.Usage, "%w", err).WithHint("%s", headerHint)
	}
	return warnings, nil
}

const headerHint = "the first line names the columns, separated by commas: external_id,email,name,address,amount"

func (f *file) rows() ([]Row, error) {
	var rows []Row
	for {
		record, err := f.csv.Read()
		var syntax *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return rows, nil
		case errors.As(err, &syntax):
			f.bad.add(f.at(syntax.StartLine, ""), "%s", reason(err))
			continue
		case err != nil:
			return nil, err
		}
		line, _ := f.csv.FieldPos(0)
		if blank(record) {
			continue
		}
		if len(record) != f.width {
			f.bad.add(f.at(line, ""), "the row has %d fields, the header has %d; a field that holds a comma needs quotes", len(record), f.width)
			continue
		}
		r := newRow(line,
			func(c string) string { return record[f.index[c]] },
			func(c string, err error) { f.bad.add(f.at(line, c), "%w", err) })
		if r.ExternalID == "" {
			continue // told already
		}
		if first, twice := f.seen[r.ExternalID]; twice {
			f.bad.add(f.at(line, colExternalID), "the external id %s is on row %d too", quote(r.ExternalID), first)
			continue
		}
		f.seen[r.ExternalID] = line
		rows = append(rows, r)
	}
}

// blank reports a row of nothing but empty fields, as spreadsheets leave below the last.
func blank(record []string) bool {
	return !slices.ContainsFunc(record, func(s string) bool { return strings.TrimSpace(s) != "" })
}

// skipMark drops a UTF-8 byte order mark and refuses those of other encodings.
func skipMark(in *bufio.Reader, name string) error {
	head, err := in.Peek(len(utf8BOM))
	if err != nil && !errors.Is(err, io.EOF) {
		return fault.New(fault.Usage, "%s can't be read: %w", place{source: name}, err)
	}
	if string(head) == utf8BOM {
		_, err := in.Discard(len(utf8BOM))
		return err
	}
	if bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff}) {
		return fault.New(fault.Usage, "%s is in UTF-16", place{source: name}).WithHint("save the file as CSV in UTF-8")
	}
	return nil
}

// reason is what encoding/csv says, without its line numbers.
func reason(err error) string {
	var e *csv.ParseError
	if !errors.As(err, &e) {
		return term.Safe(err.Error())
	}
	switch {
	case errors.Is(e.Err, csv.ErrQuote):
		return "a quoted field does not end, or goes on after its closing quote"
	case errors.Is(e.Err, csv.ErrBareQuote):
		return `a quote stands inside a field that does not start with one; write it twice ("") within quotes`
	}
	return e.Err.Error()
}

// counted counts what is read and keeps the error that ended it.
type counted struct {
	r   io.Reader
	n   int64
	err error
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	if err != nil && !errors.Is(err, io.EOF) {
		c.err = err
	}
	return n, err
}
