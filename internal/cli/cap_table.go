package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/config"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// CapTableOptions is what cap-table needs.
type CapTableOptions struct {
	Factory        *Factory
	Query          captable.Query // but for chain, identities and beneficial owners
	IdentityFile   string
	BeneficialFile string
	Compare        *captable.When
	Offline        bool
	Files          CapTableFiles
}

// capTableFlags are the options of cap-table that need reading.
type capTableFlags struct {
	token, orderBy, direction, groupBy, atBlock, atDate, compare, timezone string
	accuracy                                                               int
}

// NewCmdCapTable builds the command cap-table.
func NewCmdCapTable(f *Factory, runF func(context.Context, *CapTableOptions) error) *cobra.Command {
	opts := &CapTableOptions{Factory: f}
	var given capTableFlags
	cmd := &cobra.Command{
		Use:     "cap-table",
		Short:   "Print who holds a token, now or at a past moment",
		GroupID: groupCapTable,
		Args:    noArguments,
		Long: `cap-table prints who holds a token, from what ` + "`sto token-scan`" + ` has read into the database: as of the last scanned block,
or of any moment before it. --at-block names a block. --at-date names a day, whose end counts, or a moment; days and
moments without a zone of their own are in --timezone. The table shows the holdings as they stood when that block or
second was over. --compare names another moment, as a block or a date, and shows who joined, left, gained and lost
between the two.

An identity file gives addresses their names: CSV with the columns name and address, and where there are such columns
investor id, type, country, class, and custodian, treasury and lost with yes or no. Owners that it does not tell are
shown as <Unknown>. Wallets with the same investor id, or without one the same name, are one investor's, and one row
with --group-by investor. --beneficial-file tells who stands behind custodians: CSV with the columns custodian (an
address), name and balance, whose sum must be what the custodian holds.

With --output csv only the table is printed, with exact balances; with --output json everything. --xlsx writes an Excel
workbook. --proof writes a file with the hash of the table, that of its block, and for each holder the way to a Merkle
root, so that a holder can check one line of it and an auditor all: see ` + "`sto cap-table-verify`" + `. --ocf writes the
history up to that moment in Open Cap Format, with first in first out lots.`,
		Example: `  sto cap-table --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3 --identity-file names.csv
  sto cap-table --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3 --at-block 19000000
  sto cap-table --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3 --at-date 2025-12-31 --timezone Europe/Berlin
  sto cap-table --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3 --compare 2024-12-31 --at-date 2025-12-31
  sto cap-table --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3 --identity-file names.csv --group-by investor
  sto cap-table --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3 --at-date 2025-12-31 --proof 2025.json --xlsx 2025.xlsx
  sto cap-table --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3 --output csv > holders.csv`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := opts.read(cmd, given); err != nil {
				return err
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runCapTable(cmd.Context(), opts)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&given.token, "token-address", "", "`ADDRESS` of the token")
	flags.StringVar(&opts.IdentityFile, "identity-file", "", "CSV `FILE` with the columns name and address")
	flags.StringVar(&opts.BeneficialFile, "beneficial-file", "", "CSV `FILE` with the columns custodian, name and balance")
	flags.StringVar(&given.groupBy, "group-by", "address", "what a row stands for: `WORD` is address, investor, country or class")
	flags.StringVar(&given.orderBy, "order-by", "balance", "`COLUMN` to sort by: balance, name, updated or address")
	flags.StringVar(&given.direction, "order-direction", "desc", "`WORD`: desc or asc, the direction to sort in")
	config.BoolVar(flags, &opts.Query.IncludeEmpty, "include-empty", false, "also show those who hold nothing any more")
	flags.IntVar(&opts.Query.MaxEntries, "max-entries", 5000, "greatest `NUMBER` of rows; 0 shows all")
	flags.IntVar(&given.accuracy, "accuracy", 2, "`NUMBER` of decimals to show")
	flags.StringVar(&given.atBlock, "at-block", "", "`BLOCK` as of whose end to show the holdings")
	flags.StringVar(&given.atDate, "at-date", "", "`DATE` as of whose end to show them (2025-12-31), or moment (2025-12-31T12:00:00)")
	flags.StringVar(&given.compare, "compare", "", "another moment to compare with: `WHEN` is a block or a date")
	flags.StringVar(&given.timezone, "timezone", "UTC", "`ZONE` of --at-date and --compare, such as Europe/Berlin")
	config.BoolVar(flags, &opts.Offline, "offline", false, "ask no node for the hash of a block that the scan has not kept")
	opts.Files.add(flags)
	required(cmd, "token-address")
	return describe(cmd, "It reads the database, and asks a node for nothing but the hash and time of the table's block where the scan has not\n"+
		"kept them. Nothing is sent; nothing is written but the files that are asked for, which must not be there yet.", fault.Node, fault.Conflict)
}

// read checks the options that are more than text.
func (o *CapTableOptions) read(cmd *cobra.Command, given capTableFlags) (err error) {
	q := &o.Query
	if q.Token, err = addressFlag("token-address", given.token, eth.ParseReceiver); err != nil {
		return err
	}
	if err := oneOf("order-by", given.orderBy, "balance", "name", "updated", "address"); err != nil {
		return err
	}
	if err := oneOf("order-direction", given.direction, "desc", "asc"); err != nil {
		return err
	}
	if err := oneOf("group-by", given.groupBy, "address", "investor", "country", "class"); err != nil {
		return err
	}
	q.OrderBy, q.Direction, q.GroupBy = captable.OrderBy(given.orderBy), captable.Direction(given.direction), captable.GroupBy(given.groupBy)
	if q.MaxEntries < 0 {
		return fault.New(fault.Usage, "--max-entries is %d, but can't be less than 0", q.MaxEntries)
	}
	if given.accuracy < 0 || given.accuracy > 77 {
		return fault.New(fault.Usage, "--accuracy is %d, but must be between 0 and 77", given.accuracy)
	}
	q.Accuracy = uint8(given.accuracy)
	if given.atBlock != "" && given.atDate != "" {
		return fault.New(fault.Usage, "--at-block and --at-date can't be given together")
	}
	if cmd.Flags().Changed("timezone") && given.atDate == "" && given.compare == "" {
		return fault.New(fault.Usage, "--timezone is of use with --at-date or --compare only")
	}
	if q.AtBlock, err = blockFlag("at-block", given.atBlock); err != nil {
		return err
	}
	if given.atDate != "" {
		at, err := parseMoment("at-date", given.atDate, given.timezone, false)
		if err != nil {
			return err
		}
		q.AtTime = &at
	}
	if given.compare != "" {
		when, err := whenFlag("compare", given.compare, given.timezone, false)
		if err != nil {
			return err
		}
		o.Compare = &when
	}
	return o.Files.check(o.Compare != nil)
}

// people reads the files that tell of people.
func (o *CapTableOptions) people(q *captable.Query) (err error) {
	if o.IdentityFile != "" {
		if q.Identities, err = captable.LoadIdentities(o.IdentityFile); err != nil {
			return err
		}
	}
	if o.BeneficialFile != "" {
		q.Beneficial, err = captable.LoadBeneficial(o.BeneficialFile)
	}
	return err
}

func runCapTable(ctx context.Context, opts *CapTableOptions) error {
	f := opts.Factory
	network, err := f.Network()
	if err != nil {
		return err
	}
	query := opts.Query
	query.Chain = network.ChainID
	if err := opts.people(&query); err != nil {
		return err
	}
	st, err := f.StoreToRead(ctx)
	if err != nil {
		return err
	}
	if opts.Compare != nil {
		return runCompare(ctx, opts, st, query)
	}
	table, err := opts.build(ctx, st, query)
	if err != nil {
		return err
	}
	if err := opts.Files.write(ctx, f.Streams, st, table, query.Identities); err != nil {
		return err
	}
	switch f.Options().Output {
	case term.FormatJSON:
		return f.Streams.JSON(table)
	case term.FormatCSV:
		warnAll(f.Streams, table.Notes)
		return f.Streams.CSV(term.Table{Header: table.CSVColumns(), Rows: table.CSVCells()})
	default:
		showCapTable(f.Streams, table, query.Accuracy)
		return nil
	}
}

// build makes the table, and asks a node for what the database does not know of its block.
func (o *CapTableOptions) build(ctx context.Context, st *store.Store, query captable.Query) (*captable.Table, error) {
	table, err := captable.Build(ctx, st, query)
	if err != nil || table.AsOf.Hash != nil && query.AtTime == nil || o.Offline {
		return table, err
	}
	if note, err := o.pin(ctx, st, &query); note != "" || err != nil {
		table.Notes = append(table.Notes, note)
		return table, err
	}
	return captable.Build(ctx, st, query)
}

// compare is build for two moments.
func (o *CapTableOptions) compare(ctx context.Context, st *store.Store, query captable.Query) (*captable.Comparison, error) {
	then := query.At(*o.Compare)
	c, err := captable.Compare(ctx, st, query, then)
	if err != nil || c.From.AsOf.Hash != nil && c.To.AsOf.Hash != nil && query.AtTime == nil && then.AtTime == nil || o.Offline {
		return c, err
	}
	if note, err := o.pin(ctx, st, &query, &then); note != "" || err != nil {
		c.Notes = append(c.Notes, note)
		return c, err
	}
	return captable.Compare(ctx, st, query, then)
}

// pin has a node tell what queries' blocks are. The note says why none could.
func (o *CapTableOptions) pin(ctx context.Context, st *store.Store, queries ...*captable.Query) (note string, err error) {
	bounded, cancel := context.WithTimeout(ctx, pinPatience)
	defer cancel()
	client, why := o.Factory.Node(bounded)
	for n := 0; n < len(queries) && why == nil; n++ {
		*queries[n], why = captable.Pin(bounded, st, *queries[n], client)
	}
	if why == nil || ctx.Err() != nil {
		return "", ctx.Err()
	}
	return "No node could be asked for the exact block of the table: " + term.Safe(why.Error()) + ".", nil
}

func runCompare(ctx context.Context, opts *CapTableOptions, st *store.Store, query captable.Query) error {
	f := opts.Factory
	c, err := opts.compare(ctx, st, query)
	if err != nil {
		return err
	}
	headings, right := c.Columns()
	switch f.Options().Output {
	case term.FormatJSON:
		return f.Streams.JSON(c)
	case term.FormatCSV:
		warnAll(f.Streams, c.Notes)
		return f.Streams.CSV(term.Table{Header: headings, Rows: c.Cells(captable.Defuse)})
	default:
		showComparison(f.Streams, c, term.Table{Header: headings, Rows: c.Cells(func(s string) string { return s }), RightAlign: right})
		return nil
	}
}
