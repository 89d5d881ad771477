package outbox

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"runtime"
	"strings"

	"github.com/ethereum/go-ethereum/crypto"
	"golang.org/x/sync/errgroup"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/failpoint"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// errMoved says that another process changed the queue between planning and storing.
var errMoved = errors.New("the queue moved")

// planTries is how often a request is planned anew because other processes prepare at the same time.
const planTries = 20

// Prepare plans a request, checks and signs its calls, and stores them all in one database transaction, or none.
// Calls whose key exists with the same payload come back as Existing. Errors: fault.Conflict when a key exists with another
// payload, or the node's counts contradict the database; fault.Refused when a call would fail, or an existing one failed;
// fault.Funds when the account can't pay; fault.Signer, fault.Node.
func (o *Outbox) Prepare(ctx context.Context, head Head, plan Plan) (*Prepared, error) {
	if o.Signer == nil && !o.DryRun {
		return nil, fault.New(fault.Signer, "no key for account %s", o.Sender).WithHint("give one with --keystore, or add --dry-run")
	}
	if o.Signer != nil && !o.DryRun && o.Signer.Address() != o.Sender {
		return nil, o.otherKey()
	}
	for range planTries {
		p, err := o.prepare(ctx, head, plan)
		if !errors.Is(err, errMoved) {
			return p, err
		}
	}
	return nil, fault.New(fault.Conflict, "other processes keep preparing transactions of %s", o.Sender).
		WithHint("run the command again when they are done")
}

func (o *Outbox) prepare(ctx context.Context, head Head, plan Plan) (*Prepared, error) {
	params, err := json.Marshal(head.Params)
	if err != nil {
		return nil, err
	}
	if head.ID != "" {
		if p, err := o.sameRequest(ctx, head, string(params)); err != nil || p != nil {
			return p, err
		}
	} else {
		head.ID = rand.Text()
	}
	v, err := o.ready(ctx)
	if err != nil {
		return nil, err
	}
	if err := o.upToDate(ctx, v); err != nil {
		return nil, err
	}
	next, known, err := o.nextNonce(ctx)
	if err == nil && !known {
		next, err = o.firstNonce(ctx, v)
	}
	if err != nil {
		return nil, err
	}
	calls, err := plan(ctx, next)
	if err != nil {
		return nil, err
	}
	p := &Prepared{RequestID: head.ID, MaxCost: new(big.Int), FeeCap: new(big.Int), Tip: new(big.Int), DryRun: o.DryRun}
	if calls, err = o.known(ctx, calls, p); err != nil || len(calls) == 0 {
		return p, err
	}
	if err := o.notBehind(ctx, head); err != nil {
		return nil, err
	}
	failpoint.Here(failpoint.Planned)
	rows, err := o.intend(head, calls, next)
	if err != nil {
		return nil, err
	}
	if err := o.gas(ctx, calls, rows, v.latest); err != nil {
		return nil, err
	}
	fee, _, err := o.market(ctx)
	if err != nil {
		return nil, err
	}
	p.New, p.FeeCap, p.Tip = rows, fee.cap, fee.tip
	for n := range rows {
		p.Gas += rows[n].Gas
		p.MaxCost.Add(p.MaxCost, cost(&rows[n], fee.cap))
	}
	if err := o.affordable(ctx, p, v); err != nil || o.DryRun {
		return p, err
	}
	attempts, err := o.signAll(ctx, rows, fee)
	if err != nil {
		return nil, err
	}
	failpoint.Here(failpoint.Signed)
	req := store.Request{ID: head.ID, ChainID: o.ChainID, Sender: o.sender(), Command: head.Command, Params: string(params), CreatedAt: o.now()}
	return p, o.insert(ctx, req, calls, rows, attempts, known)
}

// notBehind refuses a request that is to be sent at once while others of the account wait to be sent before it.
func (o *Outbox) notBehind(ctx context.Context, head Head) error {
	if !head.AtOnce {
		return nil
	}
	rows, err := o.Waiting(ctx)
	if err != nil || len(rows) == 0 {
		return err
	}
	return behind(rows)
}

func behind(rows []store.Intent) error {
	var notes []string
	for n, r := range rows {
		if n == 5 {
			notes = append(notes, fmt.Sprintf("and %d more", len(rows)-n))
			break
		}
		notes = append(notes, fmt.Sprintf("nonce %d: %s", r.Nonce, term.Safe(r.Note)))
	}
	wait := "transactions wait"
	if len(rows) == 1 {
		wait = "transaction waits"
	}
	return fault.New(fault.Conflict, "%d %s to be sent first (%s)", len(rows), wait, strings.Join(notes, "; ")).
		WithHint("run sto tx-broadcast, or add --broadcast-waiting to send them too, or --no-broadcast to queue behind them")
}

// payload is the digest of what an idempotency key stands for.
func payload(c Call) []byte {
	d := sha256.Sum256([]byte(c.Kind + "\x00" + c.Payload))
	return d[:]
}

// intend turns calls into intents with nonces from next on.
func (o *Outbox) intend(head Head, calls []Call, next uint64) ([]store.Intent, error) {
	now, sender := o.now(), o.sender()
	rows := make([]store.Intent, len(calls))
	for n, c := range calls {
		r := store.Intent{ChainID: o.ChainID, Sender: sender, Nonce: next + uint64(n), RequestID: head.ID, Kind: c.Kind, IdemKey: c.Key,
			PayloadSHA256: payload(c), Value: "0", Data: c.Data, Note: term.Safe(c.Note), CreatedAt: now, ChangedAt: now, State: store.Signed}
		if r.Data == nil {
			r.Data = []byte{}
		}
		if c.Value != nil {
			r.Value = c.Value.String()
		}
		if c.To != nil {
			r.ToAddr = ptr(eth.Lower(*c.To))
		} else {
			r.Creates = ptr(eth.Lower(crypto.CreateAddress(o.Sender, r.Nonce)))
		}
		if c.reissue != nil {
			r.ReissueOf, r.PayloadSHA256 = &c.reissue.ID, c.reissue.PayloadSHA256
		}
		if c.Checked {
			if err := o.setGas(&r, c.Gas); err != nil {
				return nil, err
			}
		}
		rows[n] = r
	}
	return rows, nil
}

// affordable refuses a request that the account can't pay for beside what it has queued, or that costs more than allowed.
func (o *Outbox) affordable(ctx context.Context, p *Prepared, v *view) error {
	if limit := o.Fees.MaxCost; limit != nil && p.MaxCost.Cmp(limit) > 0 {
		return fault.New(fault.Funds, "this could cost up to %s ETH, over the limit of %s ETH for one request", eth.FormatEther(p.MaxCost), eth.FormatEther(limit)).
			WithHint("raise the limit with --max-cost-eth, or lower the fees with --max-fee-gwei")
	}
	have, err := o.Node.Balance(ctx, o.Sender, node.Latest)
	if err != nil {
		return err
	}
	queued, err := o.queuedCost(ctx, v.latest)
	if err != nil {
		return err
	}
	if need := new(big.Int).Add(queued, p.MaxCost); need.Cmp(have) > 0 {
		return fault.New(fault.Funds, "account %s holds %s ETH, but this could cost up to %s ETH, with %s ETH more for what is queued",
			o.Sender, eth.FormatEther(have), eth.FormatEther(p.MaxCost), eth.FormatEther(queued)).
			WithHint("send the account at least %s ETH", eth.FormatEther(new(big.Int).Sub(need, have)))
	}
	return nil
}

// queuedCost is the most wei that the account's transactions take which the chain at nonce latest does not show yet.
func (o *Outbox) queuedCost(ctx context.Context, latest uint64) (*big.Int, error) {
	rows, err := o.Store.SQL().QueryContext(ctx, `SELECT i.gas, max(a.fee_cap), i.value FROM intent i JOIN attempt a ON a.intent_id = i.id AND a.raw IS NOT NULL
		WHERE i.chain_id = ? AND i.sender = ? AND i.nonce >= ? AND i.state <> 'void' AND i.state IN ('signed','pending') GROUP BY i.id`, o.ChainID, o.sender(), latest)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	sum := new(big.Int)
	for rows.Next() {
		var i store.Intent
		var fee int64
		if err := rows.Scan(&i.Gas, &fee, &i.Value); err != nil {
			return nil, err
		}
		sum.Add(sum, cost(&i, big.NewInt(fee)))
	}
	return sum, rows.Err()
}

// signAll signs on all cores; the order of the result is that of rows.
func (o *Outbox) signAll(ctx context.Context, rows []store.Intent, fee price) ([]*store.Attempt, error) {
	out := make([]*store.Attempt, len(rows))
	g, ctx := errgroup.WithContext(ctx)
	workers := min(runtime.GOMAXPROCS(0), len(rows))
	for w := range workers {
		g.Go(func() error {
			for n := w; n < len(rows) && ctx.Err() == nil; n += workers {
				a, err := o.sign(ctx, &rows[n], fee, attemptOriginal)
				if err != nil {
					return err
				}
				out[n] = a
			}
			return ctx.Err()
		})
	}
	return out, g.Wait()
}

// insert stores a request whole, or errMoved when the queue is no longer what was planned for.
func (o *Outbox) insert(ctx context.Context, req store.Request, calls []Call, rows []store.Intent, attempts []*store.Attempt, known bool) error {
	return o.Store.SQLTx(ctx, func(tx *sql.Tx) error {
		var top, id sql.NullInt64
		if err := tx.QueryRowContext(ctx, `SELECT max(nonce) FROM intent WHERE chain_id = ? AND sender = ? AND state <> 'void'`, o.ChainID, o.sender()).Scan(&top); err != nil {
			return err
		}
		if top.Valid != known || known && uint64(top.Int64)+1 != rows[0].Nonce {
			return errMoved
		}
		if err := tx.QueryRowContext(ctx, `SELECT max(id) FROM intent`).Scan(&id); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO request (id, chain_id, sender, command, params, created_at) VALUES (?,?,?,?,?,?)`,
			req.ID, req.ChainID, req.Sender, req.Command, req.Params, req.CreatedAt); err != nil {
			return moved(err)
		}
		w := newWriter(ctx, tx)
		for n := range rows {
			rows[n].ID = id.Int64 + 1 + int64(n)
			attempts[n].IntentID = rows[n].ID
			if err := w.call(&rows[n], attempts[n], &calls[n], rows[0].ID); err != nil {
				return moved(err)
			}
		}
		return moved(w.flush())
	})
}

// moved recognises that another process took a key or an external id first.
func moved(err error) error {
	if err == nil {
		return nil
	}
	msg, ok := store.Constraint(err)
	if ok && (strings.Contains(msg, "is taken") || strings.Contains(msg, "must follow") || strings.Contains(msg, "UNIQUE")) {
		return errMoved
	}
	return err
}
