package cli

import (
	"context"
	"strconv"
	"time"
	_ "time/tzdata" // names of time zones also where the system has none

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/config"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// CapTableOptions is what cap-table needs.
type CapTableOptions struct {
	Factory      *Factory
	Query        captable.Query // but for chain and identities
	IdentityFile string
}

// capTableFlags are the options of cap-table that need reading.
type capTableFlags struct {
	token, orderBy, direction, atBlock, atDate, timezone string
	accuracy                                             int
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
second was over.

An identity file gives addresses their names: CSV with the columns name and address. Owners that it does not tell are
shown as <Unknown>. With --output csv only the table is printed, with --output json everything.`,
		Example: `  sto cap-table --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3 --identity-file names.csv
  sto cap-table --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3 --at-block 19000000
  sto cap-table --token-address 0x5FbDB2315678afecb367f032d93F642f64180aa3 --at-date 2025-12-31 --timezone Europe/Berlin
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
	flags.StringVar(&given.orderBy, "order-by", "balance", "`COLUMN` to sort by: balance, name, updated or address")
	flags.StringVar(&given.direction, "order-direction", "desc", "`WORD`: desc or asc, the direction to sort in")
	config.BoolVar(flags, &opts.Query.IncludeEmpty, "include-empty", false, "also show those who hold nothing any more")
	flags.IntVar(&opts.Query.MaxEntries, "max-entries", 5000, "greatest `NUMBER` of rows; 0 shows all")
	flags.IntVar(&given.accuracy, "accuracy", 2, "`NUMBER` of decimals to show")
	flags.StringVar(&given.atBlock, "at-block", "", "`BLOCK` as of whose end to show the holdings")
	flags.StringVar(&given.atDate, "at-date", "", "`DATE` as of whose end to show them (2025-12-31), or moment (2025-12-31T12:00:00)")
	flags.StringVar(&given.timezone, "timezone", "UTC", "`ZONE` of --at-date, such as Europe/Berlin")
	required(cmd, "token-address")
	return describe(cmd, "It reads the database alone and asks no node: nothing is written and nothing is sent.", fault.Conflict)
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
	q.OrderBy, q.Direction = captable.OrderBy(given.orderBy), captable.Direction(given.direction)
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
	if cmd.Flags().Changed("timezone") && given.atDate == "" {
		return fault.New(fault.Usage, "--timezone is of use with --at-date only")
	}
	if q.AtBlock, err = blockFlag("at-block", given.atBlock); err != nil {
		return err
	}
	if given.atDate != "" {
		at, err := parseMoment(given.atDate, given.timezone)
		if err != nil {
			return err
		}
		q.AtTime = &at
	}
	return nil
}

// parseMoment reads a day, as its last second, or a moment. Both are in the zone unless the moment brings its own.
func parseMoment(text, zone string) (time.Time, error) {
	// LoadLocation takes "" for UTC and "Local" for the machine's zone, neither of which a record should depend on.
	loc, err := time.LoadLocation(zone)
	if err != nil || zone == "" || zone == "Local" {
		return time.Time{}, fault.New(fault.Usage, "--timezone %q is no known time zone", term.Safe(zone)).WithHint("give a name such as Europe/Berlin or UTC")
	}
	if day, err := time.ParseInLocation(time.DateOnly, text, loc); err == nil {
		year, month, date := day.Date()
		return time.Date(year, month, date+1, 0, 0, 0, 0, loc).Add(-time.Second).UTC(), nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", time.DateTime, "2006-01-02T15:04", "2006-01-02 15:04"} {
		if at, err := time.ParseInLocation(layout, text, loc); err == nil {
			return at.UTC(), nil
		}
	}
	return time.Time{}, fault.New(fault.Usage, "--at-date %q is no date", term.Safe(text)).
		WithHint("write a day as 2025-12-31, a moment as 2025-12-31T12:00:00")
}

func runCapTable(ctx context.Context, opts *CapTableOptions) error {
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
	st, err := f.StoreToRead(ctx)
	if err != nil {
		return err
	}
	table, err := captable.Build(ctx, st, query)
	if err != nil {
		return err
	}
	rows := term.Table{Header: captable.Columns(), Rows: table.Cells(), RightAlign: captable.RightAligned()}
	switch f.Options().Output {
	case term.FormatJSON:
		return f.Streams.JSON(table)
	case term.FormatCSV:
		for _, note := range table.Notes {
			f.Streams.Warnf("%s", note)
		}
		return f.Streams.CSV(rows)
	default:
		showCapTable(f.Streams, table, rows, query.Accuracy)
		return nil
	}
}

func showCapTable(s *term.Streams, t *captable.Table, rows term.Table, accuracy uint8) {
	line := func(name, value string) { s.Printf("%-18s %s", name+":", value) }
	line("Token", t.Token.Hex())
	line("Name", t.Name)
	line("Symbol", t.Symbol)
	line("Total supply", eth.FormatRounded(t.TotalSupplyRaw.Int(), t.Decimals, accuracy))
	line("Accounted supply", eth.FormatRounded(t.AccountedSupplyRaw.Int(), t.Decimals, accuracy))
	line("Holders", strconv.Itoa(t.Holders))
	asOf := "block " + strconv.FormatUint(t.AsOf.Block, 10)
	if t.AsOf.Time != nil {
		asOf += ", " + t.AsOf.Time.Format(time.RFC3339)
	}
	if !t.AsOf.Final {
		asOf += ", not final when it was scanned"
	}
	line("As of", asOf)
	line("Last scan", "block "+strconv.FormatUint(t.LastScan.Block, 10)+", "+t.LastScan.Time.Format(time.RFC3339))
	last := "none"
	if t.LastTransfer != nil {
		last = t.LastTransfer.Format(time.RFC3339)
	}
	line("Last transfer", last)
	s.Table(rows)
	for _, note := range t.Notes {
		s.Warnf("%s", note)
	}
}
