package cli

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/config"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/term"
)

// ShowOptions is what tx-show needs.
type ShowOptions struct {
	Factory *Factory
	Live    bool // ask the node too
	NamedFlags
}

// NewCmdTxShow builds the command tx-show.
func NewCmdTxShow(f *Factory, runF func(context.Context, *ShowOptions) error) *cobra.Command {
	opts := &ShowOptions{Factory: f}
	cmd := &cobra.Command{
		Use:     "tx-show " + namesOne,
		Short:   "Show all that is known of one transaction",
		GroupID: groupTransactions,
		Args:    oneName,
		Long: `tx-show prints all that the database knows of one transaction: what it does in words, the request that prepared it, what
it pays, what it needs and what needs it, each attempt to send it with its fees, in which block it was mined, what it
replaces or is replaced by, its history, and what to do next. It asks no node, unless --live is given: then confirmations
count to the node's newest block, and it says whether the block of the transaction is still in the chain.

` + namesText,
		Example: `  sto tx-show 17
  sto tx-show 42 --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3
  sto tx-show 17 --live --output json`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opts.read(cmd, args); err != nil {
				return err
			}
			if err := noCSV(f); err != nil {
				return err
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runTxShow(cmd.Context(), opts)
		},
	}
	opts.NamedFlags.add(cmd.Flags())
	config.BoolVar(cmd.Flags(), &opts.Live, "live", false, "ask the node for its newest block and the transaction's own")
	return describe(cmd, effectReads, fault.Node, fault.Conflict)
}

func runTxShow(ctx context.Context, opts *ShowOptions) error {
	f := opts.Factory
	found, err := opts.find(ctx, f)
	if err != nil {
		return err
	}
	o, err := f.Books(ctx)
	if err != nil {
		return err
	}
	record, err := o.Record(ctx, found[0].Intent.ID)
	if err != nil {
		return err
	}
	if record == nil {
		return fmt.Errorf("transaction %d was there and is gone", found[0].Intent.ID)
	}
	doc := transactionShowDoc(record)
	if opts.Live {
		if err := doc.askNode(ctx, f); err != nil {
			return err
		}
	}
	if f.Options().Output == term.FormatJSON {
		return f.Streams.JSON(doc)
	}
	showTransaction(f.Streams, doc)
	return nil
}

// askNode brings the confirmations of a mined transaction up to date.
func (d *TransactionShowDoc) askNode(ctx context.Context, f *Factory) error {
	client, err := f.Node(ctx)
	if err != nil {
		return err
	}
	if d.Confirmations == nil {
		return nil
	}
	head, err := client.Header(ctx, node.Latest)
	if err != nil {
		return err
	}
	d.confirm(d.Block, head.Number)
	d.HeadSeenAt = "" // now
	own, err := client.Headers(ctx, []uint64{d.Block})
	if err != nil || own[0] == nil { // a node that lags has no word on it
		return err
	}
	canonical := false
	for _, r := range d.Receipts {
		if r.OrphanedAt == "" {
			canonical = common.HexToHash(r.BlockHash) == own[0].Hash
		}
	}
	d.Canonical = &canonical
	return nil
}

// showTransaction prints a transaction for people.
func showTransaction(s *term.Streams, d TransactionShowDoc) {
	line := func(name, format string, args ...any) {
		if text := fmt.Sprintf(format, args...); text != "" {
			if name != "" {
				name += ":"
			}
			s.Printf("%-16s %s", name, text)
		}
	}
	line("Transaction", "%d on chain %d", d.ID, d.ChainID)
	line("Note", "%s", d.Note)
	line("Kind", "%s", d.Kind)
	line("Status", "%s", statusText(d))
	line("TXID", "%s", d.TXID)
	line("Nonce", "%d", d.Nonce)
	line("From", "%s", d.From)
	line("To", "%s", d.To)
	line("Value", "%s ETH", d.ValueETH)
	line("Gas limit", "%d", d.Gas)
	showCall(line, d.Call)
	if d.Cancelling {
		line("Cancelling", "an empty transaction was sent in its place; the chain says which of the two is mined")
	}
	if d.Withdrawn && d.State != "void" {
		line("Withdrawn", "an empty transaction goes in its place")
	}
	line("Superseded by", "%s", d.SupersededBy)
	line("Prepared", "%s by %s, request %s", d.CreatedAt, d.Request.Command, d.Request.ID)
	line("Key", "%s", d.Key)
	for n, p := range d.Pays {
		if n == maxShown {
			line("Pays", "… %d in all", len(d.Pays))
			break
		}
		line("Pays", "external id %s: %s raw units of %s to %s", p.ExternalID, p.AmountRaw, p.Token, p.Address)
	}
	showOthers(line, "Needs", d.Needs, 0)
	showOthers(line, "Needed by", d.NeededBy, 0)
	showOthers(line, "Reissues", d.Reissues, d.ID)
	line("Next", "%s", d.Next)
	showTables(s, d)
}

// statusText is the status with the confirmations.
func statusText(d TransactionShowDoc) string {
	text := d.Status
	if d.Block > 0 || d.Confirmations != nil {
		text += ":" + strconv.FormatUint(d.Block, 10)
	}
	if d.Reason != "" && d.Reason != "reverted" {
		text += " " + d.Reason
	}
	if d.State != d.Status {
		text += " (" + d.State + ")"
	}
	if d.Confirmations == nil {
		return text
	}
	text += fmt.Sprintf(", %s at block %d", plural64(*d.Confirmations, "confirmation"), d.Head)
	switch {
	case d.HeadSeenAt != "":
		text += ", last seen " + d.HeadSeenAt
	case d.Canonical == nil:
		text += ", the node does not have its block"
	case !*d.Canonical:
		text += ", THE NODE HAS ANOTHER BLOCK THERE"
	}
	return text
}

func showCall(line func(string, string, ...any), c CallDoc) {
	switch {
	case c.Contract != "":
		line("Deploys", "%s", c.Contract)
	case c.Method != "":
		line("Calls", "%s (%s)", c.Method, c.Selector)
	case c.Selector != "":
		line("Calls", "%s", c.Selector)
	}
	for _, a := range c.Arguments {
		line("", "%s", a.words())
	}
	if len(c.Arguments) == 0 && c.Bytes > 0 {
		line("Data", "%s (%d bytes)", hexCut(c.Data), c.Bytes)
	}
}

// hexCut shortens hex that is already cut to what fits a line.
func hexCut(text string) string {
	const most = 2 + 2*68
	if len(text) <= most {
		return text
	}
	return text[:most] + "…"
}

// showOthers lists related transactions but self.
func showOthers(line func(string, string, ...any), name string, docs []TransactionDoc, self int64) {
	for n, d := range docs {
		if n == maxShown {
			line(name, "… %d in all", len(docs))
			return
		}
		if d.ID == self {
			line(name, "%d, this one", d.ID)
			continue
		}
		line(name, "%d, %s: %s", d.ID, d.Status, d.Note)
	}
}

// showTables prints attempts, receipts and history.
func showTables(s *term.Streams, d TransactionShowDoc) {
	attempts := term.Table{Header: []string{"Attempt", "TXID", "Fee cap, GWei", "Tip, GWei", "Signed", "Sent"}, RightAlign: []int{2, 3}}
	for _, a := range d.Attempts {
		sent := a.SentAt
		if sent == "" {
			sent = "never"
		}
		attempts.Rows = append(attempts.Rows, []string{a.Kind, a.TXID, a.MaxFeeGwei, a.TipGwei, a.SignedAt, sent})
	}
	receipts := term.Table{Header: []string{"Block", "Block hash", "Result", "Gas used", "Fee, ETH", "Seen"}, RightAlign: []int{0, 3, 4}}
	for _, r := range d.Receipts {
		result := "success"
		if !r.Success {
			result = strings.TrimSpace("failed " + r.Reason)
		}
		if r.OrphanedAt != "" {
			result += ", taken back " + r.OrphanedAt
		}
		receipts.Rows = append(receipts.Rows, []string{
			strconv.FormatUint(r.Block, 10), r.BlockHash, result, strconv.FormatUint(r.GasUsed, 10), r.CostETH, r.SeenAt,
		})
	}
	history := term.Table{Header: []string{"Time", "What", "Detail", "Node"}}
	for _, e := range d.History {
		history.Rows = append(history.Rows, []string{e.At, e.What, e.Detail, e.Node})
	}
	for _, t := range []term.Table{attempts, receipts, history} {
		if len(t.Rows) > 0 {
			s.Printf("")
			s.Table(t)
		}
	}
}

// plural64 is plural for block counts.
func plural64(n uint64, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
