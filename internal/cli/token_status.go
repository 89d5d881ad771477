package cli

import (
	"context"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/issuance"
	"github.com/sto-project/sto/internal/term"
)

// TokenStatusOptions is what token-status needs.
type TokenStatusOptions struct {
	Factory *Factory
	Token   common.Address
}

// TokenStatusDoc is what token-status prints with --output json. What the contract does not tell is null.
type TokenStatusDoc struct {
	Address     string   `json:"address"`
	Name        *string  `json:"name"`
	Symbol      *string  `json:"symbol"`
	Decimals    *uint8   `json:"decimals"`
	TotalSupply *string  `json:"total_supply"` // whole tokens
	SupplyRaw   string   `json:"total_supply_raw"`
	Owner       *string  `json:"owner"`
	Policy      *string  `json:"policy"` // of transfers; the zero address: unrestricted
	URL         *string  `json:"url"`
	Version     *string  `json:"version"`
	Paused      *bool    `json:"paused"`
	Closed      *bool    `json:"closed"`
	Account     *string  `json:"account"` // whose part in it the next three tell; null without a configured account
	BalanceRaw  *string  `json:"balance_raw"`
	Whitelisted *bool    `json:"whitelisted"`
	Frozen      *bool    `json:"frozen"`
	Notes       []string `json:"notes"` // answers that can't be right
}

// NewCmdTokenStatus builds the command token-status.
func NewCmdTokenStatus(f *Factory, runF func(context.Context, *TokenStatusOptions) error) *cobra.Command {
	opts := &TokenStatusOptions{Factory: f}
	var address string
	cmd := &cobra.Command{
		Use:     "token-status",
		Short:   "Show what a token contract says of itself",
		GroupID: groupIssue,
		Args:    noArguments,
		Long: `token-status asks a token contract, of any issuer, at the newest block: name, symbol, total supply, decimals, owner,
transfer policy, and whether it is paused or closed. Where an account is configured, also what that account holds and
whether it is whitelisted or frozen. What the contract does not tell is left out.`,
		Example: "  sto token-status --address 0x5FbDB2315678afecb367f032d93F642f64180aa3",
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			if opts.Token, err = addressFlag("address", address, eth.ParseReceiver); err != nil {
				return err
			}
			if err := noCSV(f); err != nil {
				return err
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runTokenStatus(cmd.Context(), opts)
		},
	}
	cmd.Flags().StringVar(&address, "address", "", "`ADDRESS` of the token")
	required(cmd, "address")
	return describe(cmd, effectReads, fault.Node, fault.Conflict)
}

func runTokenStatus(ctx context.Context, opts *TokenStatusOptions) error {
	f := opts.Factory
	client, err := f.Node(ctx)
	if err != nil {
		return err
	}
	var account *common.Address
	if f.hasAccount() {
		a, err := f.Sender()
		if err != nil {
			return err
		}
		account = &a
	}
	s, err := issuance.ReadStatus(ctx, client, opts.Token, account)
	if err != nil {
		return err
	}
	if f.Options().Output == term.FormatJSON {
		return f.Streams.JSON(tokenStatusDoc(s))
	}
	showTokenStatus(f.Streams, s)
	return nil
}

func tokenStatusDoc(s *issuance.Status) TokenStatusDoc {
	d := TokenStatusDoc{
		Address: s.Address.Hex(), Name: s.Name, Symbol: s.Symbol, Decimals: s.Decimals, TotalSupply: s.Supply, SupplyRaw: s.SupplyRaw.String(),
		Owner: hexOf(s.Owner), Policy: hexOf(s.Policy), URL: s.URL, Version: s.Version, Paused: s.Paused, Closed: s.Closed,
		Account: hexOf(s.Account), Whitelisted: s.Whitelisted, Frozen: s.Frozen, Notes: append([]string{}, s.Notes...),
	}
	if s.Balance != nil {
		text := s.Balance.String()
		d.BalanceRaw = &text
	}
	return d
}

func showTokenStatus(out *term.Streams, s *issuance.Status) {
	line := func(name string, value *string) {
		if value != nil {
			out.Printf("%-16s %s", name+":", *value)
		}
	}
	yesNo := func(name string, value *bool) {
		if value != nil {
			out.Printf("%-16s %s", name+":", map[bool]string{true: "yes", false: "no"}[*value])
		}
	}
	line("Address", hexOf(&s.Address))
	line("Name", s.Name)
	line("Symbol", s.Symbol)
	if s.Supply != nil {
		line("Total supply", s.Supply)
	} else {
		out.Printf("%-16s %s raw units", "Total supply:", s.SupplyRaw)
	}
	if s.Decimals != nil {
		out.Printf("%-16s %s", "Decimals:", strconv.Itoa(int(*s.Decimals)))
	}
	line("Owner", hexOf(s.Owner))
	switch {
	case s.Policy != nil && *s.Policy == common.Address{}:
		out.Printf("%-16s unrestricted", "Transfer policy:")
	default:
		line("Transfer policy", hexOf(s.Policy))
	}
	line("URL", s.URL)
	line("Version", s.Version)
	yesNo("Paused", s.Paused)
	yesNo("Closed", s.Closed)
	if s.Account != nil {
		line("Account", hexOf(s.Account))
		if s.Balance != nil && s.Decimals != nil {
			out.Printf("%-16s %s", "Balance:", eth.FormatAmount(s.Balance, *s.Decimals))
		}
		yesNo("Whitelisted", s.Whitelisted)
		yesNo("Frozen", s.Frozen)
	}
	for _, note := range s.Notes {
		out.Warnf("%s", note)
	}
}

// hexOf is the checksummed form of an address that may be missing.
func hexOf(a *common.Address) *string {
	if a == nil {
		return nil
	}
	text := a.Hex()
	return &text
}
