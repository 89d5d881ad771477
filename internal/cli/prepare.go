package cli

import (
	"context"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/sto-project/sto/internal/config"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// PrepareFlags are the options of each command that prepares transactions.
type PrepareFlags struct {
	RequestID string
	Again     bool
}

// add adds the options; again only to commands whose wish has a natural key.
func (p *PrepareFlags) add(flags *pflag.FlagSet, again bool) {
	flags.StringVar(&p.RequestID, "request-id", "", "`NAME` of this request: running the command again with it does nothing new")
	if again {
		config.BoolVar(flags, &p.Again, "again", false, "do it once more, although the database holds the same already")
	}
}

// SendFlags are the options of each command that broadcasts at once.
type SendFlags struct {
	NoBroadcast      bool
	BroadcastWaiting bool
}

func (s *SendFlags) add(flags *pflag.FlagSet) {
	config.BoolVar(flags, &s.NoBroadcast, "no-broadcast", false, "only store the transactions; sto tx-broadcast sends them")
	config.BoolVar(flags, &s.BroadcastWaiting, "broadcast-waiting", false, "first send the older transactions that wait")
}

// check refuses options that contradict each other, before anything is done.
func (s *SendFlags) check(f *Factory) error {
	if err := noCSV(f); err != nil {
		return err
	}
	if s.NoBroadcast && s.BroadcastWaiting {
		return fault.New(fault.Usage, "--no-broadcast and --broadcast-waiting contradict each other")
	}
	return nil
}

// atOnce tells whether older waiting transactions stand in the way.
func (s *SendFlags) atOnce() bool { return !s.NoBroadcast && !s.BroadcastWaiting }

// send broadcasts what was prepared, now or earlier, unless it is settled or the options say not to.
func (s *SendFlags) send(ctx context.Context, f *Factory, o *outbox.Outbox, intents []store.Intent) (*outbox.Report, error) {
	var last *store.Intent
	for n := range intents {
		if intents[n].State.Unsettled() && (last == nil || intents[n].Nonce > last.Nonce) {
			last = &intents[n]
		}
	}
	if s.NoBroadcast || o.DryRun || last == nil {
		return nil, nil
	}
	return broadcast(ctx, f, o, outbox.BroadcastOptions{UpTo: last.RequestID, SendEarlier: s.BroadcastWaiting})
}

// SentDoc is the part about transactions in what commands that broadcast at once print with --output json.
type SentDoc struct {
	Prepared  *PreparedDoc `json:"prepared,omitempty"`  // nothing when all was there already
	Broadcast *ReportDoc   `json:"broadcast,omitempty"` // nothing in a dry run, with --no-broadcast, and when nothing had to be sent
}

func sentDoc(ctx context.Context, o *outbox.Outbox, p *outbox.Prepared, r *outbox.Report) (doc SentDoc, err error) {
	if p != nil {
		prepared, err := preparedDoc(ctx, o, p)
		if err != nil {
			return doc, err
		}
		doc.Prepared = &prepared
	}
	if r != nil {
		report := reportDoc(r)
		doc.Broadcast = &report
	}
	return doc, nil
}

// showSent prints for people what was sent or, where nothing was, what was only prepared.
func showSent(f *Factory, p *outbox.Prepared, r *outbox.Report) {
	switch {
	case r != nil:
		showReport(f.Streams, r)
	case p != nil && len(p.New) > 0:
		showPrepared(f.Streams, p)
	}
}

// sentError is how a command ends whose transactions were broadcast at once.
func sentError(r *outbox.Report, err error) error {
	if err == nil && r != nil && r.NewlyFailed > 0 {
		return fault.New(fault.Refused, "%s failed on the chain", plural(r.NewlyFailed, "transaction")).WithHint("sto tx-last gives the reason")
	}
	return err
}

// noCSV refuses --output csv for a command whose result is no table.
func noCSV(f *Factory) error {
	if f.Options().Output == term.FormatCSV {
		return fault.New(fault.Usage, "--output csv is not for this command, whose result is more than a table").WithHint("use --output json")
	}
	return nil
}

// noDryRun refuses --dry-run for a command that writes and has nothing to simulate.
func noDryRun(f *Factory, cmd *cobra.Command) error {
	if f.Options().DryRun {
		return fault.New(fault.Usage, "%s has no dry run: what it does is to write down what it finds", cmd.Name()).WithHint("leave --dry-run out; it sends nothing")
	}
	return nil
}
