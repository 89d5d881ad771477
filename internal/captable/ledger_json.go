package captable

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// LedgerDoc is what ledger prints with --output json. It is written entry by entry.
type LedgerDoc struct {
	LedgerHead
	Entries []LedgerRow `json:"entries"`
}

// LedgerRow is one entry of a ledger.
type LedgerRow struct {
	Number         int            `json:"number"` // from 1, among all entries of the token, whatever the filters leave out
	Block          uint64         `json:"block"`
	LogIndex       uint64         `json:"log_index"`
	Time           time.Time      `json:"time"`
	Tx             common.Hash    `json:"tx"`
	Kind           Kind           `json:"kind"` // issuance, transfer, forced transfer or burn
	From           common.Address `json:"from"`
	FromName       string         `json:"from_name"` // empty: unknown
	To             common.Address `json:"to"`
	ToName         string         `json:"to_name"` // empty: unknown
	Amount         string         `json:"amount"`
	AmountRaw      string         `json:"amount_raw"`
	FromBalance    *string        `json:"from_balance,omitempty"` // what the sender holds after the entry; with --balances
	FromBalanceRaw *Raw           `json:"from_balance_raw,omitempty"`
	ToBalance      *string        `json:"to_balance,omitempty"` // what the receiver holds after the entry; with --balances
	ToBalanceRaw   *Raw           `json:"to_balance_raw,omitempty"`
}

// LedgerJSON is a sink that writes a ledger as one LedgerDoc, each entry in one line.
type LedgerJSON struct {
	out      *bufio.Writer
	ids      Identities
	decimals uint8
	any      bool
}

// NewLedgerJSON returns a sink that writes to w; Close must be called in the end.
func NewLedgerJSON(w io.Writer, query *LedgerQuery) *LedgerJSON {
	return &LedgerJSON{out: bufio.NewWriterSize(w, 1<<16), ids: query.Identities}
}

// Head writes what stands before the entries.
func (j *LedgerJSON) Head(h *LedgerHead) error {
	j.decimals = h.Decimals
	text, err := json.MarshalIndent(h, "", "  ")
	if err != nil {
		return err
	}
	text = bytes.TrimSuffix(text, []byte("\n}"))
	_, err = j.out.Write(append(text, ",\n  \"entries\": ["...))
	return err
}

// Entry writes one entry.
func (j *LedgerJSON) Entry(e *Entry) error {
	row := LedgerRow{Number: e.Number, Block: e.Block, LogIndex: e.LogIndex, Time: time.Unix(e.Time, 0).UTC(), Tx: e.Tx, Kind: e.Kind,
		From: e.From.Address, FromName: j.ids.Name(e.From.Address), To: e.To.Address, ToName: j.ids.Name(e.To.Address),
		Amount: e.Amount(j.decimals), AmountRaw: e.AmountRaw()}
	if raw := e.From.rawBalance(); raw != nil {
		text := e.From.Balance(j.decimals)
		row.FromBalance, row.FromBalanceRaw = &text, NewRaw(raw)
	}
	if raw := e.To.rawBalance(); raw != nil {
		text := e.To.Balance(j.decimals)
		row.ToBalance, row.ToBalanceRaw = &text, NewRaw(raw)
	}
	text, err := json.Marshal(&row)
	if err != nil {
		return err
	}
	before := ",\n    "
	if !j.any {
		before, j.any = "\n    ", true
	}
	if _, err := j.out.WriteString(before); err != nil {
		return err
	}
	_, err = j.out.Write(text)
	return err
}

// Close writes what stands after the entries. After an error of the ledger it must not be called: half a document is no
// document.
func (j *LedgerJSON) Close() error {
	end := "]\n}\n"
	if j.any {
		end = "\n  ]\n}\n"
	}
	if _, err := j.out.WriteString(end); err != nil {
		return err
	}
	return j.out.Flush()
}
