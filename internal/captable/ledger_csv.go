package captable

import (
	"bufio"
	"encoding/csv"
	"encoding/hex"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// LedgerColumns returns the headings of a ledger, in the order of LedgerCells.
func LedgerColumns(balances bool) []string {
	columns := []string{"#", "Block", "Log", "Time", "Transaction", "Kind", "From", "From name", "To", "To name", "Amount"}
	if balances {
		columns = append(columns, "From balance", "To balance")
	}
	return columns
}

// texts makes the texts of entries that are the same in many of them.
type texts struct {
	ids     Identities
	known   []named // by holder number, modulo its length
	at      int64
	time    string
	decimal uint8
}

// named is an address as it is written.
type named struct {
	address common.Address
	hex     string
	name    string
	cell    string // the name, fit for a CSV
}

// textsKept bounds the memory of texts: some 10 MB when all are in use.
const textsKept = 1 << 16

func newTexts(ids Identities, decimals uint8) *texts {
	return &texts{ids: ids, known: make([]named, textsKept), at: -1, decimal: decimals}
}

func (t *texts) of(p *Party) *named {
	n := &t.known[p.id%textsKept]
	if n.hex == "" || n.address != p.Address {
		*n = named{address: p.Address, hex: p.Address.Hex()}
		if (p.Address != common.Address{}) {
			n.name, n.cell = Unknown, Unknown
			if name := t.ids.Name(p.Address); name != "" {
				n.name, n.cell = name, quoted(Defuse(name))
			}
		}
	}
	return n
}

// timeOf returns the time of an entry in UTC, RFC 3339.
func (t *texts) timeOf(e *Entry) string {
	if e.Time != t.at {
		t.at, t.time = e.Time, time.Unix(e.Time, 0).UTC().Format(time.RFC3339)
	}
	return t.time
}

// quoted is a field as encoding/csv writes it.
func quoted(s string) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	if err := w.Write([]string{s}); err != nil { // never: the writer can't fail, and the comma is a comma
		return `""`
	}
	w.Flush()
	return strings.TrimSuffix(b.String(), "\n")
}

// LedgerCSV is a sink that writes a ledger as CSV. Amounts are exact decimals; names are fit for spreadsheets by Defuse.
type LedgerCSV struct {
	out      *bufio.Writer
	balances bool
	ids      Identities
	texts    *texts
	line     []byte
}

// NewLedgerCSV returns a sink that writes to w; Close must be called in the end.
func NewLedgerCSV(w io.Writer, query *LedgerQuery) *LedgerCSV {
	return &LedgerCSV{out: bufio.NewWriterSize(w, 1<<16), balances: query.Balances, ids: query.Identities}
}

// Head writes the header.
func (c *LedgerCSV) Head(h *LedgerHead) error {
	c.texts = newTexts(c.ids, h.Decimals)
	_, err := c.out.WriteString(strings.Join(LedgerColumns(c.balances), ",") + "\n")
	return err
}

// Entry writes one row.
func (c *LedgerCSV) Entry(e *Entry) error {
	from, to := c.texts.of(&e.From), c.texts.of(&e.To)
	b := strconv.AppendInt(c.line[:0], int64(e.Number), 10)
	b = strconv.AppendUint(append(b, ','), e.Block, 10)
	b = strconv.AppendUint(append(b, ','), e.LogIndex, 10)
	b = append(append(b, ','), c.texts.timeOf(e)...)
	b = hex.AppendEncode(append(b, ",0x"...), e.Tx[:])
	b = append(append(b, ','), e.Kind...)
	b = append(append(b, ','), from.hex...)
	b = append(append(b, ','), from.cell...)
	b = append(append(b, ','), to.hex...)
	b = append(append(b, ','), to.cell...)
	b = append(append(b, ','), e.Amount(c.texts.decimal)...)
	if c.balances {
		b = append(append(b, ','), e.From.Balance(c.texts.decimal)...)
		b = append(append(b, ','), e.To.Balance(c.texts.decimal)...)
	}
	c.line = append(b, '\n')
	_, err := c.out.Write(c.line)
	return err
}

// Close writes what is still held back.
func (c *LedgerCSV) Close() error { return c.out.Flush() }

// LedgerCells makes rows of a ledger for people, in the order of LedgerColumns but without the number of the log.
type LedgerCells struct {
	texts    *texts
	balances bool
}

// NewLedgerCells returns a maker of rows.
func NewLedgerCells(query *LedgerQuery, h *LedgerHead) *LedgerCells {
	return &LedgerCells{newTexts(query.Identities, h.Decimals), query.Balances}
}

// Columns returns the headings, and the columns of numbers.
func (c *LedgerCells) Columns() (headings []string, right []int) {
	headings, right = []string{"#", "Block", "Time", "Transaction", "Kind", "From", "To", "Amount"}, []int{0, 1, 7}
	if c.balances {
		headings, right = append(headings, "From balance", "To balance"), append(right, 8, 9)
	}
	return headings, right
}

// Row returns one row. A party is shown by its name where there is one, and by its address.
func (c *LedgerCells) Row(e *Entry) []string {
	who := func(p *Party) string {
		n := c.texts.of(p)
		if n.name == "" || n.name == Unknown {
			return n.hex
		}
		return n.name + " " + n.hex
	}
	row := []string{strconv.Itoa(e.Number), strconv.FormatUint(e.Block, 10), c.texts.timeOf(e), common.Hash(e.Tx).Hex(), string(e.Kind),
		who(&e.From), who(&e.To), e.Amount(c.texts.decimal)}
	if c.balances {
		row = append(row, e.From.Balance(c.texts.decimal), e.To.Balance(c.texts.decimal))
	}
	return row
}
