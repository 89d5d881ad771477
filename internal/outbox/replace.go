package outbox

import (
	"context"
	"database/sql"
	"errors"
	"math/big"
	"strings"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/failpoint"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// Kinds of attempts.
const (
	attemptOriginal = "original"
	attemptBump     = "bump"
	attemptCancel   = "cancel"
)

// BumpPermille is how much a replacement must offer at least, in thousandths of the highest fees exposed for the nonce.
// Pools ask for 1,100 (go-ethereum's and most others' price bump of 10 %); the rest is head-room.
const BumpPermille = 1125

// Bump replaces what is on its way and not mined by the same transaction with higher fees, under the same nonce, and sends
// it: all that is in flight, or the named intents. Errors: fault.Conflict for an intent that is not in flight; fault.Funds
// when the fees that are needed pass the limits; those of Broadcast. What was withdrawn or cancelled stays so: its empty
// transaction gets the higher fees.
func (o *Outbox) Bump(ctx context.Context, ids []int64, opts BroadcastOptions) (*Report, error) {
	return o.replace(ctx, ids, attemptBump, opts)
}

// Cancel replaces the named intents, which must be in flight, by empty transactions to the account itself under the same
// nonces, and sends them. Which of the two is mined is the chain's to say: only then is an intent cancelled.
func (o *Outbox) Cancel(ctx context.Context, ids []int64, opts BroadcastOptions) (*Report, error) {
	if len(ids) == 0 {
		return nil, fault.New(fault.Usage, "no transaction is named")
	}
	return o.replace(ctx, ids, attemptCancel, opts)
}

// WouldReplace plans what Bump (or, with cancel, Cancel) would send now: New are the transactions, with the empty ones in
// the place of those that are cancelled. It needs no key, and writes and sends nothing. Errors: those of Bump and Cancel.
func (o *Outbox) WouldReplace(ctx context.Context, ids []int64, cancel bool) (*Prepared, error) {
	v, err := o.ready(ctx)
	if err != nil {
		return nil, err
	}
	kind := attemptBump
	if cancel {
		kind = attemptCancel
	}
	rows, offers, err := o.planReplacements(ctx, v, ids, kind)
	if err != nil {
		return nil, err
	}
	p := &Prepared{New: rows, MaxCost: new(big.Int), FeeCap: new(big.Int), Tip: new(big.Int), DryRun: true}
	for n := range rows {
		if offers[n].kind == attemptCancel {
			rows[n] = empty(rows[n])
			rows[n].Note = "an empty transaction in the place of: " + rows[n].Note
		}
		p.Gas += rows[n].Gas
		p.MaxCost.Add(p.MaxCost, cost(&rows[n], offers[n].cap))
		if offers[n].cap.Cmp(p.FeeCap) > 0 {
			p.FeeCap, p.Tip = offers[n].cap, offers[n].tip
		}
	}
	return p, nil
}

func (o *Outbox) replace(ctx context.Context, ids []int64, kind string, opts BroadcastOptions) (rep *Report, err error) {
	unlock, err := o.lock(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	v, err := o.ready(ctx)
	if err != nil {
		return nil, err
	}
	c, err := o.refresh(ctx, v)
	if err != nil {
		return nil, err
	}
	rows, offers, err := o.planReplacements(ctx, v, ids, kind)
	if err != nil {
		return nil, err
	}
	attempts := make([]*store.Attempt, len(rows))
	out := make([]exposed, len(rows))
	touched := c.moved
	for n := range rows {
		if attempts[n], err = o.sign(ctx, &rows[n], offers[n].price, offers[n].kind); err != nil {
			return nil, err
		}
		out[n] = exposed{rows[n], attempts[n].Raw}
		touched = append(touched, rows[n].ID)
	}
	failpoint.Here(failpoint.Replaced)
	if err := o.exposeReplacements(ctx, rows, attempts); err != nil {
		return nil, err
	}
	b := &pass{Outbox: o, opts: opts.filled()}
	sendErr := b.send(ctx, out)
	rep, err = o.report(ctx, v, touched, c.failed)
	return rep, errors.Join(sendErr, b.trouble, err)
}

// offer is what a replacement is, and what it pays.
type offer struct {
	price
	kind string
}

// planReplacements returns the intents to replace, in nonce order, and each one's replacement, which the balance covers. Where
// the dearest attempt so far is an empty transaction, the operator has withdrawn or cancelled the intent: higher fees are for
// the empty transaction then.
func (o *Outbox) planReplacements(ctx context.Context, v *view, ids []int64, kind string) ([]store.Intent, []offer, error) {
	rows, best, err := o.inFlight(ctx, v, ids)
	if err != nil {
		return nil, nil, err
	}
	if waiting, err := o.Waiting(ctx); err != nil {
		return nil, nil, err
	} else if len(rows) > 0 && len(waiting) > 0 && waiting[0].Nonce < rows[len(rows)-1].Nonce {
		return nil, nil, fault.New(fault.Conflict, "%s (nonce %d) waits to be sent first", term.Safe(waiting[0].Note), waiting[0].Nonce).WithHint("run sto tx-broadcast")
	}
	market, _, err := o.market(ctx)
	if err != nil {
		return nil, nil, err
	}
	offers := make([]offer, len(rows))
	for n := range rows {
		if offers[n].price, err = o.Fees.above(best[n], market); err != nil {
			return nil, nil, err
		}
		if offers[n].kind = kind; best[n].Kind == attemptCancel {
			offers[n].kind = attemptCancel
		}
	}
	return rows, offers, o.coverReplacement(ctx, v, rows, best, offers)
}

// inFlight returns the intents to replace, in nonce order, and of each the attempt with the highest fees.
func (o *Outbox) inFlight(ctx context.Context, v *view, ids []int64) ([]store.Intent, []*store.Attempt, error) {
	db := o.Store.DB().WithContext(ctx)
	q := db.Order("nonce").Where("chain_id = ? AND sender = ?", o.ChainID, o.sender())
	if len(ids) > 0 {
		q = q.Where("id IN ?", ids)
	} else {
		q = q.Where("state = 'pending' AND nonce >= ?", v.latest)
	}
	var rows []store.Intent
	if err := q.Find(&rows).Error; err != nil {
		return nil, nil, err
	}
	if len(ids) > 0 && len(rows) != len(ids) {
		return nil, nil, fault.New(fault.Usage, "this database has only %d of the %d transactions named, for account %s on chain %d", len(rows), len(ids), o.Sender, o.ChainID).
			WithHint("sto tx-list shows the ids")
	}
	best := make([]*store.Attempt, len(rows))
	for n := range rows {
		r := &rows[n]
		if r.State != store.PendingTx || r.Nonce < v.latest {
			return nil, nil, fault.New(fault.Conflict, "transaction %d (%s, nonce %d) is not on its way: it is %s", r.ID, term.Safe(r.Note), r.Nonce, stateWords(r, v)).
				WithHint("what was never sent is taken back with sto tx-withdraw; what is mined stays")
		}
		var a store.Attempt
		if err := db.Order("fee_cap DESC, id DESC").Limit(1).Find(&a, "intent_id = ? AND exposed_at IS NOT NULL", r.ID).Error; err != nil {
			return nil, nil, err
		}
		best[n] = &a
	}
	return rows, best, nil
}

func stateWords(i *store.Intent, v *view) string {
	if i.State == store.PendingTx && i.Nonce < v.latest {
		return "mined, or its nonce was used"
	}
	return word(i)
}

// word is the status word of an intent, without the block that follows it in the transaction table.
func word(i *store.Intent) string {
	w, _, _ := strings.Cut(Line{Intent: *i}.Status(), ":")
	return w
}

// above is the price of a replacement: the market's, but BumpPermille of what was exposed at least, in both parts.
func (p FeePolicy) above(old *store.Attempt, market price) (price, error) {
	raise := func(v int64) *big.Int {
		x := new(big.Int).Mul(big.NewInt(v), big.NewInt(BumpPermille))
		x.Add(x, big.NewInt(999)).Div(x, big.NewInt(1000))
		if x.Cmp(big.NewInt(v)) <= 0 {
			x.SetInt64(v + 1)
		}
		return x
	}
	tip, fee := raise(old.Tip), raise(old.FeeCap)
	if market.tip.Cmp(tip) > 0 {
		tip = market.tip
	}
	if market.cap.Cmp(fee) > 0 {
		fee = market.cap
	}
	if tip.Cmp(fee) > 0 {
		fee = tip
	}
	if p.MaxFee != nil && fee.Cmp(p.MaxFee) > 0 {
		return price{}, fault.New(fault.Funds, "a replacement must offer %s GWei, over the limit of %s GWei", eth.FormatGwei(fee), eth.FormatGwei(p.MaxFee)).
			WithHint("wait, or raise the limit with --max-fee-gwei")
	}
	return price{tip, fee, market.legacy}, nil
}

// coverReplacement checks that the balance covers all that is in flight with the higher fees.
func (o *Outbox) coverReplacement(ctx context.Context, v *view, rows []store.Intent, best []*store.Attempt, offers []offer) error {
	have, err := o.Node.Balance(ctx, o.Sender, node.Latest)
	if err != nil {
		return err
	}
	need, err := o.flightCost(ctx, v.latest)
	if err != nil {
		return err
	}
	for n := range rows {
		need.Sub(need, cost(&rows[n], big.NewInt(best[n].FeeCap)))
		need.Add(need, cost(&rows[n], offers[n].cap))
	}
	if need.Cmp(have) > 0 {
		return fault.New(fault.Funds, "account %s holds %s ETH, but what is on its way could cost up to %s ETH with the higher fees", o.Sender,
			eth.FormatEther(have), eth.FormatEther(need)).WithHint("send the account ETH, or replace fewer at once")
	}
	return nil
}

// exposeReplacements commits the attempts and their marks before any byte leaves the process.
func (o *Outbox) exposeReplacements(ctx context.Context, rows []store.Intent, attempts []*store.Attempt) error {
	return o.Store.SQLTx(ctx, func(tx *sql.Tx) error {
		for n := range rows {
			if err := insertAttempt(ctx, tx, attempts[n]); err != nil {
				return err
			}
			// The same bytes may have been signed before, at the same fees, and wiped.
			if _, err := tx.ExecContext(ctx, `UPDATE attempt SET exposed_at = ? WHERE intent_id = ? AND hash = ? AND exposed_at IS NULL AND raw IS NOT NULL`,
				o.now(), rows[n].ID, attempts[n].Hash); err != nil {
				return err
			}
		}
		return nil
	})
}

func insertAttempt(ctx context.Context, tx *sql.Tx, a *store.Attempt) error {
	w := newWriter(ctx, tx)
	w.attempt(a)
	return w.flush()
}
