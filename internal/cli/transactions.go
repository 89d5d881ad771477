package cli

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// TransactionDoc is one transaction in JSON output. Amounts are decimal strings.
type TransactionDoc struct {
	ID         int64  `json:"id"` // of the database; 0 in a dry run
	RequestID  string `json:"request_id"`
	Kind       string `json:"kind"`
	TXID       string `json:"txid"`   // empty while it waits
	Status     string `json:"status"` // waiting, broadcasted, success, failed, superseded, unclear, void or cancelled
	Block      uint64 `json:"block,omitempty"`
	Reason     string `json:"reason,omitempty"` // why it failed, where the node tells it
	Nonce      uint64 `json:"nonce"`
	From       string `json:"from"`
	To         string `json:"to"` // of a deployment: the address that it makes
	ValueWei   string `json:"value_wei"`
	Gas        uint64 `json:"gas"` // the limit
	GasUsed    uint64 `json:"gas_used,omitempty"`
	Note       string `json:"note"`
	Withdrawn  bool   `json:"withdrawn"`            // taken back before it was sent: void, or an empty transaction is, or will be, sent in its place
	Cancelling bool   `json:"cancelling"`           // an empty transaction was sent in its place: the chain says which of the two is mined
	CreatedAt  string `json:"created_at,omitempty"` // UTC, RFC 3339
}

// transactionDoc turns a line of the outbox into its JSON form.
func transactionDoc(l outbox.Line) TransactionDoc {
	i := l.Intent
	doc := TransactionDoc{
		ID: i.ID, RequestID: i.RequestID, Kind: i.Kind, TXID: l.TxHash, Block: l.Block, Nonce: i.Nonce,
		From: common.HexToAddress(i.Sender).Hex(), To: showTo(i), ValueWei: i.ValueWei().String(), Gas: i.Gas, GasUsed: l.GasUsed,
		Note: i.Note, Withdrawn: l.Withdrawn || i.State == store.Void, Cancelling: l.Competing,
	}
	doc.Status, _, _ = strings.Cut(l.Status(), ":")
	if doc.Status == "failed" {
		doc.Reason = l.Reason
	}
	if i.CreatedAt != 0 {
		doc.CreatedAt = store.Time(i.CreatedAt).Format(time.RFC3339)
	}
	return doc
}

func transactionDocs(lines []outbox.Line) []TransactionDoc {
	docs := make([]TransactionDoc, len(lines))
	for i, l := range lines {
		docs[i] = transactionDoc(l)
	}
	return docs
}

// showTo is the checksummed address that an intent calls or creates, or "" where it is not known yet.
func showTo(i store.Intent) string {
	if to := i.To(); to != (common.Address{}) {
		return to.Hex()
	}
	return ""
}

// transactionTable is the table of transactions that all commands show.
func transactionTable(lines []outbox.Line) term.Table {
	t := term.Table{Header: []string{"TXID", "Status and block", "Nonce", "From", "To", "Note"}, RightAlign: []int{2}}
	for _, l := range lines {
		note := l.Intent.Note
		switch {
		case l.Withdrawn && l.Intent.State.Unsettled():
			note = "withdrawn: " + note
		case l.Competing:
			note = "cancelling: " + note
		}
		t.Rows = append(t.Rows, []string{
			l.TxHash, l.Status(), strconv.FormatUint(l.Intent.Nonce, 10), common.HexToAddress(l.Intent.Sender).Hex(), showTo(l.Intent), note,
		})
	}
	return t
}

// linesOf wraps intents that were never sent.
func linesOf(intents []store.Intent) []outbox.Line {
	lines := make([]outbox.Line, len(intents))
	for i, intent := range intents {
		lines[i] = outbox.Line{Intent: intent}
	}
	return lines
}

// PreparedDoc is what tx-reissue prints with --output json, as do dry runs of tx-bump and tx-cancel, and a part of what other
// commands that prepare print.
type PreparedDoc struct {
	RequestID    string           `json:"request_id"`
	DryRun       bool             `json:"dry_run"`
	Created      int              `json:"created"`
	Existing     int              `json:"existing"` // prepared earlier, by the same keys
	Gas          uint64           `json:"gas"`
	MaxCostWei   string           `json:"max_cost_wei"`
	MaxCostETH   string           `json:"max_cost_eth"`
	Transactions []TransactionDoc `json:"transactions"`
}

func preparedDoc(ctx context.Context, o *outbox.Outbox, p *outbox.Prepared) (PreparedDoc, error) {
	lines, err := preparedLines(ctx, o, p)
	return PreparedDoc{
		RequestID: p.RequestID, DryRun: p.DryRun, Created: len(p.New), Existing: len(p.Existing), Gas: p.Gas,
		MaxCostWei: p.MaxCost.String(), MaxCostETH: eth.FormatEther(p.MaxCost),
		Transactions: transactionDocs(lines),
	}, err
}

// preparedLines are the lines of what was prepared, now and earlier.
func preparedLines(ctx context.Context, o *outbox.Outbox, p *outbox.Prepared) ([]outbox.Line, error) {
	existing, err := o.Lines(ctx, p.Existing)
	return append(linesOf(p.New), existing...), err
}

// showPrepared prints the table of what a command has prepared, or would prepare, and its greatest cost.
func showPrepared(s *term.Streams, p *outbox.Prepared) {
	if len(p.New) > 0 {
		s.Table(transactionTable(linesOf(p.New)))
		showCost(s, p)
	}
}

// showCost prints how much was prepared, and what it costs at most.
func showCost(s *term.Streams, p *outbox.Prepared) {
	verb := "Prepared"
	if p.DryRun {
		verb = "Dry run: nothing was stored or sent. It would prepare"
	}
	s.Printf("%s %s: gas up to %d, cost up to %s ETH.", verb, plural(len(p.New), "transaction"), p.Gas, eth.FormatEther(p.MaxCost))
	if !p.DryRun {
		s.Infof("Run sto tx-broadcast to send.")
	}
}

// ReportDoc is what tx-broadcast and tx-update print with --output json.
type ReportDoc struct {
	Transactions []TransactionDoc `json:"transactions"` // what this run sent or settled
	Waiting      int              `json:"waiting"`      // never sent
	Broadcasted  int              `json:"broadcasted"`  // sent, not mined
	NotFinal     int              `json:"not_final"`    // mined, could still be taken back by the chain
	NewlyFailed  int              `json:"newly_failed"`
	BalanceWei   string           `json:"balance_wei,omitempty"`
	BalanceETH   string           `json:"balance_eth,omitempty"`
	Head         uint64           `json:"head"`     // the block at which the chain was read
	FinalTo      uint64           `json:"final_to"` // the last final block
}

func reportDoc(r *outbox.Report) ReportDoc {
	doc := ReportDoc{
		Transactions: transactionDocs(r.Lines), Waiting: r.Waiting, Broadcasted: r.Broadcasted, NotFinal: r.Unfinal,
		NewlyFailed: r.NewlyFailed, Head: r.Head, FinalTo: r.FinalTo,
	}
	if r.Balance != nil {
		doc.BalanceWei, doc.BalanceETH = r.Balance.String(), eth.FormatEther(r.Balance)
	}
	return doc
}

// showReport prints the outcome of a broadcast or an update for people.
func showReport(s *term.Streams, r *outbox.Report) {
	if len(r.Lines) > 0 {
		s.Table(transactionTable(r.Lines))
	}
	var left []string
	for _, part := range []struct {
		n    int
		word string
	}{{r.Waiting, "waiting"}, {r.Broadcasted, "broadcasted"}, {r.Unfinal, "mined but not final"}} {
		if part.n > 0 {
			left = append(left, fmt.Sprintf("%d %s", part.n, part.word))
		}
	}
	if len(left) > 0 {
		s.Printf("Transactions that are still on their way: %s.", strings.Join(left, ", "))
		return
	}
	s.Printf("No transaction is on its way: all are settled.")
}
