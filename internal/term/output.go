package term

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/pkg/twwidth"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
)

// Format is how a command writes its result.
type Format string

// The formats of --output.
const (
	FormatTable Format = "table"
	FormatJSON  Format = "json"
	FormatCSV   Format = "csv"
)

// Formats returns all formats, the default first.
func Formats() []Format { return []Format{FormatTable, FormatJSON, FormatCSV} }

// Table is rows under a header. RightAlign holds the indexes of the columns, from 0, that are aligned right.
type Table struct {
	Header     []string
	Rows       [][]string
	RightAlign []int
}

// Table writes t for people to Out. Cells are cleaned by Safe and never wrapped, so that addresses and hashes can be
// copied whole. A failure to write is kept for OutErr.
func (s *Streams) Table(t Table) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bar.hide()
	s.keep(render(s.Out, t))
}

// render writes a table row by row: one of 100,000 rows is not held as text.
func render(out io.Writer, t Table) error {
	align := make([]tw.Align, len(t.Header))
	for i := range align {
		align[i] = tw.AlignLeft
	}
	for _, i := range t.RightAlign {
		if i >= 0 && i < len(align) {
			align[i] = tw.AlignRight
		}
	}
	b := bufio.NewWriterSize(out, 1<<16)
	w := tablewriter.NewTable(b,
		tablewriter.WithStreaming(tw.StreamConfig{Enable: true}),
		tablewriter.WithColumnWidths(widths(t)),
		tablewriter.WithRenderer(renderer.NewBlueprint(tw.Rendition{Symbols: tw.NewSymbols(tw.StyleASCII), Streaming: true})),
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithHeaderAutoWrap(tw.WrapNone),
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithAlignment(align),
		tablewriter.WithHeaderAlignmentConfig(tw.CellAlignment{PerColumn: align}),
		tablewriter.WithEastAsian(tw.Off), // the same widths under every locale
	)
	if err := w.Start(); err != nil {
		return fmt.Errorf("table: %w", err)
	}
	w.Header(safeCells(t.Header, tableCell))
	for _, row := range t.Rows {
		if err := w.Append(safeCells(row, tableCell)); err != nil {
			return fmt.Errorf("table: %w", err)
		}
	}
	if err := w.Close(); err != nil {
		return fmt.Errorf("table: %w", err)
	}
	return b.Flush()
}

// tableCell cleans a cell as the table's writer does, which cuts blanks off its ends.
func tableCell(c string) string { return strings.TrimSpace(Safe(c)) }

// widths returns how wide the columns of a table are, with a blank on either side.
func widths(t Table) tw.Mapper[int, int] {
	out := tw.NewMapper[int, int]()
	for _, row := range append([][]string{t.Header}, t.Rows...) {
		for i, c := range row {
			out.Set(i, max(out.Get(i), twwidth.Width(tableCell(c))+2))
		}
	}
	return out
}

// CSV writes t to Out with its header. Cells are cleaned as by Safe, but never cut.
func (s *Streams) CSV(t Table) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bar.hide()
	w := csv.NewWriter(s.Out)
	for _, row := range append([][]string{t.Header}, t.Rows...) {
		if err := w.Write(safeCells(row, safeAll)); err != nil {
			break // kept by w
		}
	}
	w.Flush()
	s.keep(w.Error())
	return s.outErr
}

// JSON writes v as one indented document to Out, its fields in the order in which the struct has them. Characters that
// would be dropped by Safe are written as \u escapes: the data stays exact, and harmless on a terminal. A long list among
// the fields is written element by element: a document of 100,000 transactions is not held as text.
func (s *Streams) JSON(v any) error {
	rest, key, list := longList(v)
	text, err := document(rest, "")
	if err != nil {
		return err
	}
	before, after, long := bytes.Cut(text, fmt.Appendf(nil, "\n  %q: []", key)) // a field of v itself, by its indentation
	if list.IsValid() && !long {
		if text, err = document(v, ""); err != nil {
			return err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bar.hide()
	b := bufio.NewWriterSize(s.Out, 1<<16)
	if !long {
		_, err = b.Write(append(text, '\n'))
	} else if err = writeList(b, before, key, list); err == nil {
		_, err = b.Write(append(after, '\n'))
	}
	s.keep(errors.Join(err, b.Flush()))
	return s.outErr
}

// listAtOnce is how many elements a list may have in a document that is made whole.
const listAtOnce = 1000

// longList returns a struct with its first long list empty, that list's key, and the list; v itself where it has none.
func longList(v any) (rest any, key string, list reflect.Value) {
	doc := reflect.Indirect(reflect.ValueOf(v))
	if doc.Kind() != reflect.Struct {
		return v, "", list
	}
	for n := range doc.NumField() {
		f := doc.Type().Field(n)
		if f.Type.Kind() != reflect.Slice || !f.IsExported() || doc.Field(n).Len() <= listAtOnce {
			continue
		}
		key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		short := reflect.New(doc.Type()).Elem()
		short.Set(doc)
		short.Field(n).Set(reflect.MakeSlice(f.Type, 0, 0))
		return short.Interface(), key, doc.Field(n)
	}
	return v, "", list
}

// writeList writes the list of a document after what stands before it.
func writeList(b *bufio.Writer, before []byte, key string, list reflect.Value) error {
	lead := fmt.Appendf(slices.Clip(before), "\n  %q: [", key)
	for n := range list.Len() {
		text, err := document(list.Index(n).Interface(), "    ")
		if err != nil {
			return err
		}
		if _, err := b.Write(append(append(lead, "\n    "...), text...)); err != nil {
			return err
		}
		lead = append(lead[:0], ',')
	}
	_, err := b.WriteString("\n  ]")
	return err
}

// document is a value as indented JSON, each line but the first after a prefix.
func document(v any, prefix string) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent(prefix, "  ")
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("result does not fit JSON: %w", err)
	}
	return escapeInvisible(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), nil
}

// escapeInvisible rewrites the characters in a JSON document that Safe would drop. Outside of strings a document has
// only printable ASCII and line breaks, so these can only stand inside of strings.
func escapeInvisible(doc []byte) []byte {
	out := make([]byte, 0, len(doc))
	for len(doc) > 0 {
		r, size := utf8.DecodeRune(doc)
		switch {
		case r == '\n', clean(r) == r:
			out = append(out, doc[:size]...)
		case r > 0xffff:
			r -= 0x10000
			out = fmt.Appendf(out, `\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
		doc = doc[size:]
	}
	return out
}

func safeCells(row []string, safe func(string) string) []string {
	out := make([]string, len(row))
	for i, c := range row {
		out[i] = safe(c)
	}
	return out
}
