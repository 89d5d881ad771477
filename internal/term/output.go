package term

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"github.com/olekukonko/tablewriter"
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
	var b bytes.Buffer
	err := render(&b, t)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bar.hide()
	if err == nil {
		_, err = s.Out.Write(b.Bytes())
	}
	s.keep(err)
}

func render(b *bytes.Buffer, t Table) error {
	align := make([]tw.Align, len(t.Header))
	for i := range align {
		align[i] = tw.AlignLeft
	}
	for _, i := range t.RightAlign {
		if i >= 0 && i < len(align) {
			align[i] = tw.AlignRight
		}
	}
	w := tablewriter.NewTable(b,
		tablewriter.WithRenderer(renderer.NewBlueprint(tw.Rendition{Symbols: tw.NewSymbols(tw.StyleASCII)})),
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithHeaderAutoWrap(tw.WrapNone),
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithAlignment(align),
		tablewriter.WithHeaderAlignmentConfig(tw.CellAlignment{PerColumn: align}),
		tablewriter.WithEastAsian(tw.Off), // the same widths under every locale
	)
	w.Header(safeCells(t.Header, Safe))
	for _, row := range t.Rows {
		if err := w.Append(safeCells(row, Safe)); err != nil {
			return fmt.Errorf("table: %w", err)
		}
	}
	return w.Render()
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
// would be dropped by Safe are written as \u escapes: the data stays exact, and harmless on a terminal.
func (s *Streams) JSON(v any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("result does not fit JSON: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bar.hide()
	_, err := s.Out.Write(escapeInvisible(b.Bytes()))
	s.keep(err)
	return s.outErr
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
