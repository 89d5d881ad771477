package cli

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/issuance"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// IssueLogsOptions is what issue-logs needs.
type IssueLogsOptions struct {
	Factory *Factory
}

// IssueLogsDoc is what issue-logs prints with --output json.
type IssueLogsDoc struct {
	Issuances []IssueLogDoc `json:"issuances"` // the oldest first
}

// IssueLogDoc is one past issuance.
type IssueLogDoc struct {
	RequestID    string           `json:"request_id"`
	CreatedAt    string           `json:"created_at"` // UTC, RFC 3339
	Symbol       string           `json:"symbol"`
	Name         string           `json:"name"`
	URL          string           `json:"url"`
	Amount       string           `json:"amount"`      // whole shares
	Restriction  string           `json:"restriction"` // unrestricted or restricted
	Token        string           `json:"token"`       // empty when its deployment was withdrawn
	Policy       string           `json:"policy"`      // the KYC registry; empty: none
	Transactions []TransactionDoc `json:"transactions"`
}

// NewCmdIssueLogs builds the command issue-logs.
func NewCmdIssueLogs(f *Factory, runF func(context.Context, *IssueLogsOptions) error) *cobra.Command {
	opts := &IssueLogsOptions{Factory: f}
	cmd := &cobra.Command{
		Use:     "issue-logs",
		Short:   "Show past issuances and their transactions",
		GroupID: groupIssue,
		Args:    noArguments,
		Long: `issue-logs prints the issuances that the database holds on the network, the oldest first: what was issued, the address
of the token, and the transactions with the status that was last recorded. It asks no node: run ` + "`sto tx-update`" + ` before
for the present status. With --output csv it prints one row for each issuance.`,
		Example: "  sto issue-logs\n  sto issue-logs --output json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runIssueLogs(cmd.Context(), opts)
		},
	}
	return describe(cmd, effectReads, fault.Conflict)
}

func runIssueLogs(ctx context.Context, opts *IssueLogsOptions) error {
	f := opts.Factory
	o, err := f.Books(ctx)
	if err != nil {
		return err
	}
	logs, err := issuance.Logs(ctx, o)
	if err != nil {
		return err
	}
	docs := make([]IssueLogDoc, len(logs))
	for i, l := range logs {
		docs[i] = issueLogDoc(l)
	}
	switch f.Options().Output {
	case term.FormatJSON:
		return f.Streams.JSON(IssueLogsDoc{Issuances: docs})
	case term.FormatCSV:
		t := term.Table{Header: []string{"created_at", "symbol", "name", "url", "amount", "restriction", "token", "policy", "request_id"}}
		for _, d := range docs {
			t.Rows = append(t.Rows, []string{d.CreatedAt, d.Symbol, d.Name, d.URL, d.Amount, d.Restriction, d.Token, d.Policy, d.RequestID})
		}
		return f.Streams.CSV(t)
	default:
		showIssueLogs(f.Streams, logs, docs)
		return nil
	}
}

// showIssueLogs prints past issuances for people.
func showIssueLogs(s *term.Streams, logs []issuance.Log, docs []IssueLogDoc) {
	if len(docs) == 0 {
		s.Infof("There are no issuances.")
	}
	for i, d := range docs {
		if i > 0 {
			s.Printf("")
		}
		s.Printf("%s (%s), %s shares, %s, prepared %s", d.Name, d.Symbol, d.Amount, d.Restriction, d.CreatedAt)
		s.Printf("Token: %s", d.Token)
		s.Table(transactionTable(logs[i].Lines))
	}
}

func issueLogDoc(l issuance.Log) IssueLogDoc {
	d := IssueLogDoc{
		RequestID: l.RequestID, CreatedAt: store.Time(l.CreatedAt).Format(time.RFC3339), Symbol: l.Symbol, Name: l.Name, URL: l.URL,
		Amount: l.Amount, Restriction: l.Restriction, Transactions: transactionDocs(l.Lines),
	}
	if l.Token != nil {
		d.Token = l.Token.Hex()
	}
	if l.Policy != nil {
		d.Policy = l.Policy.Hex()
	}
	return d
}
