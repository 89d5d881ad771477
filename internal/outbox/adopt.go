package outbox

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
)

// KindOther is a transaction that was adopted from the chain and that no domain recognises.
const KindOther = "other"

// Reading is what a transaction of the chain means, as a domain reads it back. The zero value: nothing of ours.
type Reading struct {
	Kind  string
	Note  string
	Key   string // natural key without its number; empty: none
	Wish  string // what Key stands for: Call.Payload
	Rows  []Row  // what it pays; an external id that only its tag tells of is eth.Tag.Name
	Group *Group // the request that it belonged to; nil: the adoption
}

// Group is a request that is read back whole.
type Group struct {
	Command string
	Params  any // stored as JSON
}

// Read reads back transactions of one account, in nonce order, of which done says whether each was mined with status 1. The
// result is as long as txs; a nil transaction is one that the chain shows only in part.
type Read func(ctx context.Context, txs []*types.Transaction, done []bool) ([]Reading, error)

// AdoptOptions of one adoption.
type AdoptOptions struct {
	FromBlock *uint64                               // the account's transactions in earlier blocks are left out; nil: all
	Read      Read                                  // nil: nothing is recognised
	Progress  func(what string, done, total uint64) // may be nil
}

// Adopted is the outcome of an adoption.
type Adopted struct {
	From, To  uint64   // the nonces that were looked for, From included, To not
	New       int      // transactions that the database did not know
	Settled   int      // transactions that it knew as waiting or on their way, and whose fate is known now
	Payments  int      // external ids among New
	Others    int      // of New, those that no domain recognises: made by another wallet
	Unknown   int      // of New, nonces of which the chain does not show, or not in full, what used them
	Left      int      // nonces that can't be told of before their blocks are final
	Pending   int      // transactions on their way that the database does not know
	NoReceipt int      // of New, those of which the node tells no receipt
	Twice     []string // external ids that the chain shows as paid by more than one transaction
	Walked    bool     // the node keeps no old counts, so that the blocks were read one by one
	Next      uint64   // the next nonce
	Head      uint64
	Lines     []Line // what was or, under a dry run, would be adopted or settled: the first maxAdoptLines
	DryRun    bool
}

// maxAdoptLines bounds Adopted.Lines.
const maxAdoptLines = 1000

// adoptAtOnce is how many blocks are read and stored together.
const adoptAtOnce = 64

// adoption is one run of Adopt.
type adoption struct {
	*Outbox
	opts  AdoptOptions
	v     *view
	out   *Adopted
	fresh bool                     // the database holds nothing of the account
	count uint64                   // of the account's transactions at the head
	final uint64                   // of them, those that are final
	next  uint64                   // the nonce to go on with
	open  map[uint64]*store.Intent // by nonce: what the database holds as not mined
	stop  bool
	early bool // stop: a payment is in a row already whose fate is not settled
	req   string
}

// Adopt reads from the chain what the account has sent and this database does not know, and stores it: every nonce with
// its transaction, its receipt and what it paid. What the database holds as waiting or on its way is settled by what the
// chain shows. It may be interrupted and run again. Errors: fault.Node when the node does not keep what is needed, with
// what would help; fault.Pending, beside a result, when something must be final or mined first; those of look.
func (o *Outbox) Adopt(ctx context.Context, opts AdoptOptions) (out *Adopted, err error) {
	if opts.Progress == nil {
		opts.Progress = func(string, uint64, uint64) {}
	}
	if !o.DryRun {
		unlock, lockErr := o.lock(ctx)
		if lockErr != nil {
			return nil, lockErr
		}
		defer func() { err = errors.Join(err, unlock()) }()
	}
	a := &adoption{Outbox: o, opts: opts, v: &view{}, out: &Adopted{DryRun: o.DryRun}, open: map[uint64]*store.Intent{}}
	if err := o.fit(ctx, a.v); err != nil {
		return nil, err
	}
	a.out.Head = a.v.head.Number
	for first := true; ; first = false {
		if err := a.scope(ctx); err != nil {
			return nil, err
		}
		if err := a.read(ctx, first); err != nil {
			return nil, err
		}
		if o.DryRun {
			break
		}
		c, err := o.refresh(ctx, a.v)
		if err != nil {
			return nil, err
		}
		if !a.early || len(c.moved) == 0 {
			break
		}
		a.stop, a.early, a.out.Left = false, false, 0 // what stood in the way may be settled now
	}
	if a.out.Next, _, err = o.nextNonce(ctx); err != nil {
		return nil, err
	}
	a.out.Next = max(a.out.Next, a.next)
	return a.out, a.unfinished()
}

// read finds what the database lacks, and stores it. first: it was not done before.
func (a *adoption) read(ctx context.Context, first bool) error {
	if a.count > a.next {
		blocks, err := a.find(ctx)
		if err != nil {
			return err
		}
		if first { // the search has found the first nonce of a fresh database
			a.out.From = a.next
		}
		if err := a.take(ctx, blocks); err != nil {
			return err
		}
	}
	a.out.To = a.next
	return nil
}

// scope finds out from which nonce on the chain knows more than the database.
func (a *adoption) scope(ctx context.Context) error {
	counts, err := a.Node.Counts(ctx, a.Sender, []uint64{a.v.head.Number})
	if err != nil {
		return err
	}
	a.count = counts[0]
	if a.final, err = a.finalCount(ctx, a.v); err != nil {
		a.final = 0 // no state there: the blocks themselves tell
	}
	if a.v.pending > a.count {
		a.out.Pending = int(a.v.pending - a.count)
	}
	next, known, err := a.nextNonce(ctx)
	if err != nil {
		return err
	}
	if a.fresh = !known; a.fresh {
		return nil
	}
	var settled sql.NullInt64
	if err := a.Store.SQL().QueryRowContext(ctx, `SELECT max(nonce) + 1 FROM intent WHERE chain_id = ? AND sender = ?
		AND state IN ('final','reverted','cancelled')`, a.ChainID, a.sender()).Scan(&settled); err != nil {
		return err
	}
	if uint64(settled.Int64) > a.count {
		return fault.New(fault.Node, "the node counts %d transactions of %s, but %d of them are final: it lags", a.count, a.Sender, settled.Int64).
			WithHint("wait until it has caught up, or use another --ethereum-node-url")
	}
	a.next = next
	rows, err := a.unsettled(ctx)
	if err != nil {
		return err
	}
	for n := range rows {
		a.open[rows[n].Nonce] = &rows[n]
		a.next = min(a.next, rows[n].Nonce)
		if a.out.Pending > 0 && rows[n].Nonce >= a.count {
			a.out.Pending--
		}
	}
	return nil
}

// take reads the blocks in ascending order and stores what they hold.
func (a *adoption) take(ctx context.Context, blocks []uint64) error {
	first := a.next
	for len(blocks) > 0 && !a.stop {
		part := blocks[:min(adoptAtOnce, len(blocks))]
		blocks = blocks[len(part):]
		sent, err := a.Node.SentIn(ctx, a.Sender, part)
		if err != nil {
			return err
		}
		var chunk []piece
		upTo := a.count // the last part: what is missing above it too
		if len(blocks) > 0 {
			upTo = a.next
		}
		for n := range sent {
			if sent[n].Nonce < a.next || sent[n].Nonce >= a.count {
				continue
			}
			if len(blocks) > 0 {
				upTo = max(upTo, sent[n].Nonce+1)
			}
			chunk = append(chunk, piece{nonce: sent[n].Nonce, sent: &sent[n]})
		}
		if chunk, err = a.complete(ctx, chunk, upTo); err != nil {
			return err
		}
		if err := a.store(ctx, chunk); err != nil {
			return err
		}
		a.opts.Progress("Adopting", a.next-first, a.count-first)
	}
	return nil
}

// piece is what the chain shows of one nonce.
type piece struct {
	nonce   uint64
	sent    *node.SentTx  // nil: nothing
	receipt *node.Receipt // nil: the node does not tell
	final   bool          // its nonce is used for good
	unsure  bool          // several nodes are configured, and no second one confirms the receipt
	reading Reading
}

// complete adds to what was found the nonces that are missing in between, the receipts, and what the domains read.
func (a *adoption) complete(ctx context.Context, found []piece, upTo uint64) ([]piece, error) {
	by := map[uint64]piece{}
	for _, p := range found {
		by[p.nonce] = p
	}
	var all []piece
	var txs []*types.Transaction
	for n := a.next; n < upTo; n++ {
		p := by[n]
		p.nonce = n
		all = append(all, p)
	}
	final := false
	for n := len(all) - 1; n >= 0; n-- { // what comes before something final is final
		final = final || all[n].nonce < a.final || all[n].sent != nil && all[n].sent.BlockNumber <= a.v.final.Number
		all[n].final = final
	}
	if err := a.hear(ctx, all); err != nil {
		return nil, err
	}
	if err := a.receipts(ctx, all); err != nil {
		return nil, err
	}
	if err := a.confirm(ctx, all); err != nil {
		return nil, err
	}
	done := make([]bool, len(all))
	for n := range all {
		var tx *types.Transaction
		if all[n].sent != nil {
			tx = all[n].sent.Tx
		}
		txs = append(txs, tx)
		done[n] = all[n].receipt != nil && all[n].receipt.Status == 1
	}
	if a.opts.Read == nil {
		return all, nil
	}
	readings, err := a.opts.Read(ctx, txs, done)
	if err != nil {
		return nil, err
	}
	for n := range all {
		if all[n].reading = readings[n]; readings[n].Kind == "" && txs[n] != nil && isEmpty(&store.Intent{Sender: a.sender()}, txs[n]) {
			all[n].reading = Reading{Kind: KindEther, Note: "an empty transaction to the account itself"}
		}
	}
	return all, nil
}

// unfinished says what must happen before all can be told.
func (a *adoption) unfinished() error {
	switch {
	case a.out.Left > 0:
		return fault.New(fault.Pending, "of %d nonces that account %s has used from %d on, nothing can be recorded before block %d is final",
			a.out.Left, a.Sender, a.next, a.v.head.Number).WithHint("run sto db-adopt again then; until then no command prepares or sends anything")
	case a.out.Pending > 0:
		return fault.New(fault.Pending, "%d transactions of account %s that this database does not know are on their way", a.out.Pending, a.Sender).
			WithHint("run sto db-adopt again when they are mined")
	}
	return nil
}

// request returns the id of the adoption's own request, which is stored with the first row that needs it.
func (a *adoption) request(ctx context.Context, tx *sql.Tx, g *Group) (string, error) {
	if g == nil && a.req != "" {
		return a.req, nil
	}
	id, command, params := rand.Text(), "db-adopt", any(map[string]any{"head": a.v.head.Number})
	if g != nil {
		command, params = g.Command, g.Params
	}
	text, err := json.Marshal(params)
	if err != nil {
		return "", err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO request (id, chain_id, sender, command, params, created_at) VALUES (?,?,?,?,?,?)`,
		id, a.ChainID, a.sender(), command, string(text), a.now())
	if err != nil {
		return "", fmt.Errorf("store the adoption: %w", err)
	}
	if g == nil {
		a.req = id
	}
	return id, nil
}
