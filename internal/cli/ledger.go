package cli

import (
	"context"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/config"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// LedgerOptions is what ledger needs.
type LedgerOptions struct {
	Factory      *Factory
	Query        captable.LedgerQuery // but for chain, identities and holders
	Holders      []string             // addresses, or names and investor ids of the identity file
	IdentityFile string
}

// NewCmdLedger builds the command ledger.
func NewCmdLedger(f *Factory, runF func(context.Context, *LedgerOptions) error) *cobra.Command {
	opts := &LedgerOptions{Factory: f}
	var from, to, timezone string
	cmd := &cobra.Command{
		Use:     "ledger TOKEN",
		Short:   "Print every issuance, transfer, forced transfer and burn of a token",
		GroupID: groupCapTable,
		Args:    cobra.ArbitraryArgs,
		Long: `ledger prints what has happened to a token, in the order of the chain, from what ` + "`sto token-scan`" + ` has read into the
database: block, time, transaction, kind, sender, receiver and amount of every issuance, transfer, forced transfer and
burn. --balances adds what sender and receiver held after each entry. --holder keeps only the entries that name an
address, or a wallet of an investor of the identity file; --since and --until only those between two blocks or dates,
days being counted whole. Numbers and balances are of the whole ledger, whatever is left out.

The ledger is written as it is read, so that one of millions of entries needs no more memory than a short one.`,
		Example: `  sto ledger 0x5FbDB2315678afecb367f032d93F642f64180aa3
  sto ledger 0x5FbDB2315678afecb367f032d93F642f64180aa3 --balances --output csv > ledger.csv
  sto ledger 0x5FbDB2315678afecb367f032d93F642f64180aa3 --since 2025-01-01 --until 2025-12-31 --timezone Europe/Berlin
  sto ledger 0x5FbDB2315678afecb367f032d93F642f64180aa3 --identity-file names.csv --holder "Ann Example"`,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if opts.Query.Token, err = tokenArgument(cmd, args); err != nil {
				return err
			}
			if cmd.Flags().Changed("timezone") && from == "" && to == "" {
				return fault.New(fault.Usage, "--timezone is of use with --since or --until only")
			}
			if opts.Query.From, err = whenFlag("since", from, timezone, true); err != nil {
				return err
			}
			if opts.Query.To, err = whenFlag("until", to, timezone, false); err != nil {
				return err
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runLedger(cmd.Context(), opts)
		},
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&opts.Holders, "holder", nil, "only entries of this holder: `WHO` is an address, or a name or investor id of the identity file; can be repeated")
	flags.StringVar(&from, "since", "", "first entry: `WHEN` is a block or a date")
	flags.StringVar(&to, "until", "", "last entry: `WHEN` is a block or a date")
	flags.StringVar(&timezone, "timezone", "UTC", "`ZONE` of --since and --until, such as Europe/Berlin")
	config.BoolVar(flags, &opts.Query.Balances, "balances", false, "also what sender and receiver held after each entry")
	flags.StringVar(&opts.IdentityFile, "identity-file", "", "CSV `FILE` with the columns name and address")
	return describe(cmd, "It reads the database alone and asks no node: nothing is written and nothing is sent.", fault.Conflict)
}

// tokenArgument reads the address of the token that a command is about.
func tokenArgument(cmd *cobra.Command, args []string) (common.Address, error) {
	if len(args) != 1 {
		return common.Address{}, fault.New(fault.Usage, "%s takes the address of one token, but %d are given", cmd.CommandPath(), len(args)).
			WithHint("see %s --help", cmd.CommandPath())
	}
	a, err := eth.ParseReceiver(args[0])
	if err != nil {
		return a, fault.New(fault.Usage, "the token: %w", err)
	}
	return a, nil
}

// wallets finds the addresses that a holder goes by: an address, or a name or investor id of the identity file.
func wallets(option, who string, ids captable.Identities) ([]common.Address, error) {
	if strings.HasPrefix(who, "0x") {
		a, err := eth.ParseAddress(who)
		if err != nil {
			return nil, fault.New(fault.Usage, "%s: %w", option, err)
		}
		return []common.Address{a}, nil
	}
	if found := ids.Wallets(who); len(found) > 0 {
		return found, nil
	}
	// What was asked for may be a person's name: it is not repeated.
	if ids == nil {
		return nil, fault.New(fault.Usage, "%s is no address, and there is no identity file to find a name in", option).WithHint("give --identity-file, or an address")
	}
	return nil, fault.New(fault.Usage, "%s is neither an address nor a name or investor id of the identity file", option)
}

func runLedger(ctx context.Context, opts *LedgerOptions) error {
	f := opts.Factory
	network, err := f.Network()
	if err != nil {
		return err
	}
	query := opts.Query
	query.Chain = network.ChainID
	if opts.IdentityFile != "" {
		if query.Identities, err = captable.LoadIdentities(opts.IdentityFile); err != nil {
			return err
		}
	}
	for _, who := range opts.Holders {
		found, err := wallets("--holder", who, query.Identities)
		if err != nil {
			return err
		}
		query.Holders = append(query.Holders, found...)
	}
	st, err := f.StoreToRead(ctx)
	if err != nil {
		return err
	}
	sink := &ledgerSink{streams: f.Streams}
	switch f.Options().Output {
	case term.FormatJSON:
		doc := captable.NewLedgerJSON(f.Streams.Out, &query)
		sink.LedgerSink, sink.end = doc, doc.Close
	case term.FormatCSV:
		rows := captable.NewLedgerCSV(f.Streams.Out, &query)
		sink.LedgerSink, sink.end = rows, rows.Close
	default:
		table := &ledgerTable{streams: f.Streams, query: &query}
		sink.LedgerSink, sink.end = table, table.close
	}
	given, err := captable.Ledger(ctx, st, query, sink)
	if err != nil {
		return err
	}
	if err := sink.end(); err != nil {
		return err
	}
	if f.Options().Output != term.FormatJSON {
		warnAll(f.Streams, sink.notes)
	}
	word := "entries"
	if given == 1 {
		word = "entry"
	}
	f.Streams.Infof("%d %s.", given, word)
	return f.Streams.OutErr()
}

// ledgerSink hands a ledger on, and keeps its notes.
type ledgerSink struct {
	captable.LedgerSink
	streams *term.Streams
	end     func() error
	notes   []string
}

// Head keeps the notes.
func (s *ledgerSink) Head(h *captable.LedgerHead) error {
	s.notes = h.Notes
	return s.LedgerSink.Head(h)
}

// ledgerPage is the number of entries under one header, which bounds the memory of a table.
const ledgerPage = 1000

// ledgerTable writes a ledger for people, in pages.
type ledgerTable struct {
	streams *term.Streams
	query   *captable.LedgerQuery
	cells   *captable.LedgerCells
	rows    [][]string
	any     bool
}

// Head writes the lines above the table.
func (t *ledgerTable) Head(h *captable.LedgerHead) error {
	t.cells = captable.NewLedgerCells(t.query, h)
	headLine(t.streams, "Token", h.Token.Hex())
	headLine(t.streams, "Name", h.Name)
	headLine(t.streams, "Symbol", h.Symbol)
	showScanned(t.streams, &h.LastScan, h.FirstBlock, h.Complete)
	return nil
}

// Entry keeps a row until its page is full.
func (t *ledgerTable) Entry(e *captable.Entry) error {
	if t.rows = append(t.rows, t.cells.Row(e)); len(t.rows) == ledgerPage {
		t.page()
	}
	return t.streams.OutErr()
}

func (t *ledgerTable) page() {
	headings, right := t.cells.Columns()
	t.streams.Table(term.Table{Header: headings, Rows: t.rows, RightAlign: right})
	t.rows, t.any = t.rows[:0], true
}

func (t *ledgerTable) close() error {
	if len(t.rows) > 0 || !t.any {
		t.page()
	}
	return nil
}
