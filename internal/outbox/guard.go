package outbox

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"gorm.io/gorm"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/signer"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// StaleAfter is the age of the head block from which a node of a public chain counts as not synced.
const StaleAfter = 30 * time.Minute

// view is what the node said of the chain at the start of a pass.
type view struct {
	head, final     *node.Header
	latest, pending uint64 // transaction counts of the account
	alone           bool   // several nodes are configured and no second one agrees on what is final: then final is block 0

	lazy bool                        // a look of many in a row: the mark need not be stored at once, and pending is not asked for
	had  map[node.Block]*node.Header // what one request told

	rewrite   bool // a chain that was rewritten deeper than its finality is accepted, where nothing of ours was lost
	rewritten bool // it was
}

// look reads the chain and refuses to go on where it is not the chain that the database knows.
func (o *Outbox) look(ctx context.Context) (*view, error) {
	if o.Node == nil {
		return nil, noNode()
	}
	return o.lookAt(ctx, &view{})
}

func (o *Outbox) lookAt(ctx context.Context, v *view) (*view, error) {
	if !o.Node.Several() {
		return v, o.lookOnce(ctx, v)
	}
	err := o.blocks(ctx, v)
	if err != nil {
		return nil, err
	}
	if v.latest, err = o.Node.Nonce(ctx, o.Sender, node.Latest); err != nil {
		return nil, err
	}
	if v.lazy {
		v.pending = v.latest
		return v, nil
	}
	pending, err := o.Node.Nonce(ctx, o.Sender, node.Pending)
	if err != nil {
		return nil, err
	}
	v.pending = max(v.latest, pending) // the two counts come from two moments
	return v, nil
}

// lookOnce asks the only node for most of a look in one request.
func (o *Outbox) lookOnce(ctx context.Context, v *view) (err error) {
	ask := []node.Block{node.Latest}
	if o.Finality.Tag != "" && !o.Finality.Instant {
		ask = append(ask, node.Block(o.Finality.Tag))
	}
	if o.marked != nil {
		ask = append(ask, node.At(o.marked.FinalNum))
	}
	at := []node.Block{node.Latest, node.Pending}
	if v.lazy {
		at = at[:1]
	}
	headers, counts, err := o.Node.HeadersAndCounts(ctx, ask, o.Sender, at...)
	if err != nil {
		return err
	}
	v.latest, v.pending = counts[0], slices.Max(counts)
	v.had = make(map[node.Block]*node.Header, len(ask))
	for n, h := range headers {
		v.had[ask[n]] = h
	}
	err = o.blocks(ctx, v)
	v.had = nil
	return err
}

// header returns a header that the look has brought along, or asks for it.
func (o *Outbox) header(ctx context.Context, v *view, b node.Block) (*node.Header, error) {
	if h := v.had[b]; h != nil {
		return h, nil
	}
	return o.Node.Header(ctx, b)
}

// blocks reads the head and the last final block. After an error the view is as it was.
func (o *Outbox) blocks(ctx context.Context, v *view) error {
	fresh := *v
	if err := o.readBlocks(ctx, &fresh); err != nil {
		return err
	}
	*v = fresh
	return nil
}

func (o *Outbox) readBlocks(ctx context.Context, v *view) (err error) {
	if v.head, err = o.header(ctx, v, node.Latest); err != nil {
		return err
	}
	ask := func(ctx context.Context, b node.Block) (*node.Header, error) { return o.header(ctx, v, b) }
	if v.final, err = o.finalHeader(ctx, ask, v.head); err != nil {
		return err
	}
	if err := o.agree(ctx, v); err != nil {
		return err
	}
	return o.checkMark(ctx, v)
}

// finalHeader returns the last final block by the word of the node that ask asks, as the network's setting says; block 0 where
// nothing is final yet.
func (o *Outbox) finalHeader(ctx context.Context, ask func(context.Context, node.Block) (*node.Header, error), head *node.Header) (*node.Header, error) {
	f := o.Finality
	switch {
	case f.Instant || (f.Tag == "" && f.Depth == 0):
		return head, nil
	case f.Tag != "":
		h, err := ask(ctx, node.Block(f.Tag))
		if errors.Is(err, node.ErrNotFound) {
			return ask(ctx, node.At(0))
		}
		if err == nil && h.Number > head.Number { // moved between the two requests
			return head, nil
		}
		return h, err
	case head.Number < f.Depth:
		return ask(ctx, node.At(0))
	default:
		return ask(ctx, node.At(head.Number-f.Depth))
	}
}

// FinalBlock returns the number of the last final block.
func (o *Outbox) FinalBlock(ctx context.Context) (uint64, error) {
	v := &view{}
	if err := o.blocks(ctx, v); err != nil {
		return 0, err
	}
	return v.final.Number, nil
}

// finalCount returns how many transactions of the account are final.
func (o *Outbox) finalCount(ctx context.Context, v *view) (uint64, error) {
	if v.final.Number == v.head.Number {
		return v.latest, nil
	}
	return o.Node.Nonce(ctx, o.Sender, node.At(v.final.Number))
}

// checkMark compares the chain with the highest blocks that the database has seen, and raises them.
func (o *Outbox) checkMark(ctx context.Context, v *view) error {
	if o.genesis == nil {
		g, err := o.Node.Header(ctx, node.At(0))
		if err != nil {
			return err
		}
		o.genesis = &g.Hash
	}
	reset := func(format string, args ...any) error {
		return fault.New(fault.Conflict, format, args...).
			WithHint("a development chain that was started afresh needs a fresh --database-file; on any other, ask a second node, " +
				"and where it says the same, sto tx-fill --dry-run shows what to do")
	}
	var m store.Mark
	err := o.Store.DB().WithContext(ctx).First(&m, "chain_id = ?", o.ChainID).Error
	fresh := errors.Is(err, gorm.ErrRecordNotFound)
	switch {
	case err != nil && !fresh:
		return err
	case o.unkept && (fresh || m.FinalNum <= o.marked.FinalNum):
		m, fresh = *o.marked, false
	}
	switch {
	case !fresh && m.GenesisHash != hex(*o.genesis):
		return reset("the node's chain %d is another one than database %s knows: its genesis block is %s, not %s",
			o.ChainID, o.Store.Path(), short(*o.genesis), m.GenesisHash[:10])
	case !fresh && v.head.Number < m.FinalNum:
		return reset("the node is at block %d, but database %s has seen block %d as final: the node lags, or its chain was reset",
			v.head.Number, o.Store.Path(), m.FinalNum)
	case !fresh && m.FinalNum > 0:
		h := v.head
		if m.FinalNum != v.head.Number {
			if h, err = o.header(ctx, v, node.At(m.FinalNum)); err != nil {
				return err
			}
		}
		if hex(h.Hash) == m.FinalHash {
			break
		}
		if !v.rewrite {
			return reset("block %d, which database %s has seen as final, is another one now: the chain was reset or rewritten",
				m.FinalNum, o.Store.Path())
		}
		return o.acceptRewrite(ctx, v, &m)
	}
	n := store.Mark{ChainID: o.ChainID, GenesisHash: hex(*o.genesis), HeadNum: v.head.Number, HeadHash: hex(v.head.Hash),
		FinalNum: v.final.Number, FinalHash: hex(v.final.Hash), SeenAt: o.now()}
	if !fresh && n.FinalNum <= m.FinalNum { // the high-water mark stays
		n.FinalNum, n.FinalHash = m.FinalNum, m.FinalHash
	}
	o.marked = &n
	if o.DryRun || !fresh && n.FinalNum == m.FinalNum && n.HeadHash == m.HeadHash {
		return nil
	}
	o.unkept = true
	if v.lazy && time.Since(o.keptAt) < keepEvery {
		return nil
	}
	return o.keepMark(ctx)
}

// keepEvery is how often looks that follow each other store the mark.
const keepEvery = time.Second

// keepMark stores the mark of the last look.
func (o *Outbox) keepMark(ctx context.Context) error {
	if !o.unkept || ctx.Err() != nil {
		return nil
	}
	n := o.marked
	err := o.Store.SQLTx(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO mark (chain_id, genesis_hash, head_num, head_hash, final_num, final_hash, seen_at)
			VALUES (?,?,?,?,?,?,?) ON CONFLICT (chain_id) DO UPDATE SET head_num = excluded.head_num, head_hash = excluded.head_hash,
			final_num = excluded.final_num, final_hash = excluded.final_hash, seen_at = excluded.seen_at WHERE excluded.final_num >= mark.final_num`,
			n.ChainID, n.GenesisHash, n.HeadNum, n.HeadHash, n.FinalNum, n.FinalHash, n.SeenAt)
		return err
	})
	if err == nil {
		o.unkept, o.keptAt = false, time.Now()
	}
	return err
}

// ready looks at the chain and refuses to prepare or send where the node is not fit for it, or where its count of the
// account's transactions contradicts the database.
func (o *Outbox) ready(ctx context.Context) (*view, error) {
	v := &view{}
	if err := o.fit(ctx, v); err != nil {
		return nil, err
	}
	return v, o.checkCounts(ctx, v)
}

// fit looks at the chain and refuses to prepare or send where the node is not fit for it.
func (o *Outbox) fit(ctx context.Context, v *view) error {
	if o.Node == nil {
		return noNode()
	}
	if o.Public && signer.WellKnown(o.Sender) {
		return fault.New(fault.Signer, "%s is a well-known test account whose key anyone has", o.Sender).
			WithHint("make an account with sto ethereum-create-account")
	}
	if busy, at, err := o.Node.Syncing(ctx); err != nil {
		return err
	} else if busy {
		return fault.New(fault.Node, "the node is still syncing (%s)", at).WithHint("wait until it is at the head of the chain")
	}
	if o.Public {
		name, err := o.Node.Version(ctx)
		if err != nil {
			return err
		}
		for _, dev := range []string{"anvil", "hardhat", "ganache"} {
			if strings.Contains(strings.ToLower(name), dev) {
				return fault.New(fault.Conflict, "the node is a development client (%s) that plays the public chain %d", name, o.ChainID).
					WithHint("use --network dev or chain:ID for a development chain, or another --ethereum-node-url")
			}
		}
	}
	if _, err := o.lookAt(ctx, v); err != nil {
		return err
	}
	if age := o.Clock().Sub(time.Unix(int64(v.head.Time), 0)); o.Public && age > StaleAfter {
		return fault.New(fault.Node, "the node's newest block %d is %s old: it is not synced", v.head.Number, age.Round(time.Minute)).
			WithHint("wait until it has caught up, or use another --ethereum-node-url")
	}
	return nil
}

func noNode() error {
	return fault.New(fault.Node, "this needs a node").WithHint("name one with --ethereum-node-url")
}

func (o *Outbox) checkCounts(ctx context.Context, v *view) error {
	next, known, err := o.nextNonce(ctx)
	if err != nil || !known {
		return err
	}
	if v.latest > next || v.pending > next {
		return fault.New(fault.Conflict, "account %s has sent %d transactions, but database %s knows only those up to nonce %d",
			o.Sender, max(v.latest, v.pending), o.Store.Path(), next-1).
			WithHint("its key was used elsewhere, or this database is an old copy: use the newest database of this account, " +
				"or run sto db-adopt, which reads from the chain what this one lacks")
	}
	var settled *uint64
	if err := o.Store.SQL().QueryRowContext(ctx, `SELECT max(nonce) + 1 FROM intent WHERE chain_id = ? AND sender = ?
		AND state IN ('final','reverted','cancelled')`, o.ChainID, o.sender()).Scan(&settled); err != nil {
		return err
	}
	if settled != nil && v.latest < *settled {
		return fault.New(fault.Node, "the node counts %d transactions of %s, but %d of them are final: it lags", v.latest, o.Sender, *settled).
			WithHint("wait until it has caught up, or use another --ethereum-node-url")
	}
	first, err := o.firstOwn(ctx)
	if err == nil && v.latest < first {
		err = fault.New(fault.Conflict, "account %s has used %d nonces by the node's word, but the first of database %s is %d: the node lags, or "+
			"the chain took back transactions that this database does not know", o.Sender, v.latest, o.Store.Path(), first).
			WithHint("ask another node; where it says the same, sto tx-fill closes the gap")
	}
	return err
}

// upToDate refuses to prepare with a database that holds as never sent what the account has sent: an older copy.
func (o *Outbox) upToDate(ctx context.Context, v *view) error {
	var rows []store.Intent
	if err := o.Store.DB().WithContext(ctx).Order("nonce").Limit(1).Find(&rows, "chain_id = ? AND sender = ? AND state IN ('draft','signed') AND nonce < ?",
		o.ChainID, o.sender(), v.latest).Error; err != nil || len(rows) == 0 {
		return err
	}
	return fault.New(fault.Conflict, "database %s holds transaction %d (%s, nonce %d) as never sent, but account %s has used that nonce: this database is an old copy, "+
		"or the key was used elsewhere", o.Store.Path(), rows[0].ID, term.Safe(rows[0].Note), rows[0].Nonce, o.Sender).
		WithHint("use the newest database of this account, or run sto db-adopt, which reads from the chain what this one lacks")
}

// firstOwn is the lowest nonce of this account's rows, 0 where there are none.
func (o *Outbox) firstOwn(ctx context.Context) (uint64, error) {
	var first sql.NullInt64
	err := o.Store.SQL().QueryRowContext(ctx, `SELECT min(nonce) FROM intent WHERE chain_id = ? AND sender = ? AND state <> 'void'`,
		o.ChainID, o.sender()).Scan(&first)
	return uint64(first.Int64), err
}

func hex(h common.Hash) string   { return strings.ToLower(h.Hex()) }
func short(h common.Hash) string { return hex(h)[:10] }
