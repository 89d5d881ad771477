package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/issuance"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// TestTokenOptions is what deploy-crowdsale-token needs.
type TestTokenOptions struct {
	Factory *Factory
	PrepareFlags
	SendFlags
}

// TestTokenDoc is what deploy-crowdsale-token prints with --output json.
type TestTokenDoc struct {
	Token    string `json:"token"`
	Existing bool   `json:"existing"` // this account had it already
	SentDoc
}

// NewCmdTestToken builds the command deploy-crowdsale-token.
func NewCmdTestToken(f *Factory, runF func(context.Context, *TestTokenOptions) error) *cobra.Command {
	opts := &TestTokenOptions{Factory: f}
	cmd := &cobra.Command{
		Use:     "deploy-crowdsale-token",
		Short:   "Deploy a plain ERC-20 token for trials",
		GroupID: groupTools,
		Args:    noArguments,
		Long: `deploy-crowdsale-token deploys a plain ERC-20 token (name test_token, symbol TEST, 18 decimals) whose whole supply the
account receives: something to pay out in trials of payouts. One that the account has deployed already is named, and none
is deployed.`,
		Example: "  sto deploy-crowdsale-token\n  sto deploy-crowdsale-token --again",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := opts.SendFlags.check(f); err != nil {
				return err
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runTestToken(cmd.Context(), opts)
		},
	}
	opts.PrepareFlags.add(cmd.Flags(), true)
	opts.SendFlags.add(cmd.Flags())
	return describe(cmd, effectBroadcasts, fault.Signer, fault.Node, fault.Conflict, fault.Funds, fault.Refused)
}

func runTestToken(ctx context.Context, opts *TestTokenOptions) error {
	f := opts.Factory
	bundle, err := f.Bundle()
	if err != nil {
		return err
	}
	o, err := f.Outbox(ctx)
	if err != nil {
		return err
	}
	d, err := issuance.New(o, bundle).TestToken(ctx, issuance.Request{ID: opts.RequestID, AtOnce: opts.atOnce(), Again: opts.Again})
	if err != nil {
		return err
	}
	report, sendErr := opts.send(ctx, f, o, append(append([]store.Intent{}, d.Prepared.New...), d.Prepared.Existing...))
	if f.Options().Output == term.FormatJSON {
		sent, err := sentDoc(ctx, o, d.Prepared, report)
		if err != nil {
			return err
		}
		if err := f.Streams.JSON(TestTokenDoc{Token: d.Address.Hex(), Existing: d.Existing, SentDoc: sent}); err != nil {
			return err
		}
		return sentError(report, sendErr)
	}
	if d.Existing {
		f.Streams.Printf("This account has deployed the token for trials already; none is deployed.")
	}
	f.Streams.Printf("Token: %s", d.Address.Hex())
	showSent(f, d.Prepared, report)
	return sentError(report, sendErr)
}
