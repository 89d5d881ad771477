package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/issuance"
	"github.com/sto-project/sto/internal/kyc"
	"github.com/sto-project/sto/internal/term"
)

// IssueOptions is what issue needs.
type IssueOptions struct {
	Factory *Factory
	Params  issuance.Params
	PrepareFlags
}

// IssueDoc is what issue prints with --output json.
type IssueDoc struct {
	Token    string      `json:"token"` // where it will be, or is
	Symbol   string      `json:"symbol"`
	Existing bool        `json:"existing"` // it was prepared earlier: nothing is new
	Prepared PreparedDoc `json:"prepared"`
}

// NewCmdIssue builds the command issue.
func NewCmdIssue(f *Factory, runF func(context.Context, *IssueOptions) error) *cobra.Command {
	opts := &IssueOptions{Factory: f}
	var registry, factory string
	cmd := &cobra.Command{
		Use:     "issue",
		Short:   "Prepare the transactions that create a share series",
		GroupID: groupIssue,
		Args:    noArguments,
		Long: `issue prepares the transactions that create a share series: the token contract, its transfer policy, and the first
shares, which the issuing account receives. With --transfer-restriction restricted only addresses that the KYC registry
whitelists can hold the shares: deploy it with ` + "`sto kyc-deploy`" + ` and whitelist the issuing account with ` + "`sto kyc-manage`" + `
before. The same symbol with the same values is prepared once: running the command again does nothing new.

With --one-transaction a factory contract does all of it in one transaction, so that no half-made token can be left; the
first time, one more transaction deploys the factory of this account.`,
		Example: `  sto issue --symbol ACME --name "Acme Inc." --url https://acme.example --amount 10000
  sto issue --symbol ACME --name "Acme Inc." --url https://acme.example --amount 10000 --transfer-restriction restricted
  sto issue --symbol B --name "Series B" --url https://acme.example/b --amount 0 --dry-run`,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			if err := oneOf("transfer-restriction", opts.Params.Restriction, issuance.Unrestricted, issuance.Restricted); err != nil {
				return err
			}
			if opts.Params.Registry, err = optionalAddress(cmd, "kyc-address", registry); err != nil {
				return err
			}
			if opts.Params.Factory, err = optionalAddress(cmd, "factory-address", factory); err != nil {
				return err
			}
			opts.Params.Launch = opts.Params.Launch || opts.Params.Factory != nil
			if err := noCSV(f); err != nil {
				return err
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runIssue(cmd.Context(), opts)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.Params.Symbol, "symbol", "", "`TEXT` of a few letters that names the share series, such as ACME")
	flags.StringVar(&opts.Params.Name, "name", "", "`TEXT` that names the share series in full")
	flags.StringVar(&opts.Params.URL, "url", "", "`URL` where the issuer tells about the shares")
	flags.StringVar(&opts.Params.Amount, "amount", "", "`NUMBER` of whole shares to create; 0 creates none yet")
	flags.StringVar(&opts.Params.Restriction, "transfer-restriction", issuance.Unrestricted, "`WORD`: unrestricted, or restricted to whitelisted addresses")
	flags.StringVar(&registry, "kyc-address", "", "`ADDRESS` of a registry that this database did not deploy")
	flags.BoolVar(&opts.Params.Launch, "one-transaction", false, "create token, policy and shares in one transaction, by a factory")
	flags.StringVar(&factory, "factory-address", "", "`ADDRESS` of the factory for --one-transaction, which it implies; else this account's own")
	required(cmd, "symbol", "name", "url", "amount")
	opts.PrepareFlags.add(flags, true)
	return describe(cmd, effectPrepares, fault.Signer, fault.Node, fault.Conflict, fault.Funds, fault.Refused)
}

func runIssue(ctx context.Context, opts *IssueOptions) error {
	f := opts.Factory
	bundle, err := f.Bundle()
	if err != nil {
		return err
	}
	o, err := f.Outbox(ctx)
	if err != nil {
		return err
	}
	params := opts.Params
	params.Request = issuance.Request{ID: opts.RequestID, Again: opts.Again}
	if params.Restriction == issuance.Restricted && params.Registry == nil {
		if params.Registry, err = kyc.New(o, bundle).Registry(ctx); err != nil {
			return err
		}
	}
	issued, err := issuance.New(o, bundle).Issue(ctx, params)
	if err != nil {
		return err
	}
	if f.Options().Output == term.FormatJSON {
		prepared, err := preparedDoc(ctx, o, issued.Prepared)
		if err != nil {
			return err
		}
		return f.Streams.JSON(IssueDoc{Token: issued.Token.Hex(), Symbol: params.Symbol, Existing: issued.Existing, Prepared: prepared})
	}
	if issued.Existing {
		lines, err := o.Lines(ctx, issued.Prepared.Existing)
		if err != nil {
			return err
		}
		f.Streams.Printf("%s was prepared before; nothing new is prepared.", params.Symbol)
		f.Streams.Table(transactionTable(lines))
	}
	f.Streams.Printf("Token: %s", issued.Token.Hex())
	showPrepared(f.Streams, issued.Prepared)
	return nil
}
