package outbox

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"strconv"

	"github.com/sto-project/sto/internal/failpoint"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
)

// Filled is the outcome of Fill.
type Filled struct {
	*Prepared
	From, To  uint64 // the nonces of the gap, both included; where New and Existing are empty, there is none
	Rewritten bool   // the chain was rewritten deeper than its finality, which is accepted from now on
	PoolAsked bool   // the node told what its pool holds of the account
}

// maxFill bounds the gap that Fill closes: a wider one has another cause than a reorganisation.
const maxFill = 1000

// Fill closes a gap below the account's first row: nonces that were used when the account's first transaction was prepared,
// by transactions that the chain has taken back since. It prepares an empty transaction of the account to itself for each,
// which Broadcast sends as any other. A chain that was rewritten deeper than its finality is accepted where nothing that
// was final for this account is lost. Errors: fault.Conflict when there is neither a gap nor such a rewriting, when
// transactions that this database does not know are on their way and may close the gap, or something final is lost; those
// of Prepare.
func (o *Outbox) Fill(ctx context.Context) (*Filled, error) {
	if o.Signer == nil && !o.DryRun {
		return nil, fault.New(fault.Signer, "no key for account %s", o.Sender).WithHint("give one with --keystore, or add --dry-run")
	}
	v := &view{rewrite: true}
	if err := o.fit(ctx, v); err != nil {
		return nil, err
	}
	out := &Filled{Rewritten: v.rewritten, Prepared: &Prepared{MaxCost: new(big.Int), FeeCap: new(big.Int), Tip: new(big.Int), DryRun: o.DryRun}}
	first, err := o.firstOwn(ctx)
	if err != nil {
		return nil, err
	}
	if v.latest >= first {
		return out, o.noGap(ctx, v, out)
	}
	out.From, out.To = v.latest, first-1
	if first-v.latest > maxFill {
		return nil, fault.New(fault.Conflict, "the nonces %d to %d of %s are unused by the node's word: that is no gap that a reorganisation leaves",
			out.From, out.To, o.Sender).WithHint("check with sto diagnose that the node is synced and on the right chain")
	}
	if out.PoolAsked, err = o.nobodyElse(ctx, v, first); err != nil {
		return nil, err
	}
	return out, o.fill(ctx, v, out)
}

// noGap finds what was prepared for a gap before, and refuses where there is nothing to do.
func (o *Outbox) noGap(ctx context.Context, v *view, out *Filled) error {
	if err := o.Store.DB().WithContext(ctx).Order("nonce").Find(&out.Existing, "chain_id = ? AND sender = ? AND nonce >= ? AND idem_key GLOB 'fill/*' AND state IN ?",
		o.ChainID, o.sender(), v.latest, []store.State{store.Draft, store.Signed, store.PendingTx}).Error; err != nil {
		return err
	}
	if n := len(out.Existing); n > 0 {
		out.From, out.To = out.Existing[0].Nonce, out.Existing[n-1].Nonce
		return nil
	}
	if out.Rewritten {
		return nil
	}
	return fault.New(fault.Conflict, "there is no gap: the chain's next nonce of %s is %d, and no transaction of database %s waits for a lower one",
		o.Sender, v.latest, o.Store.Path()).WithHint("sto tx-update tells where the account's transactions stand")
}

// nobodyElse refuses while transactions that the database does not know may close the gap by themselves. It reports whether
// the node tells what its pool holds; many don't.
func (o *Outbox) nobodyElse(ctx context.Context, v *view, first uint64) (bool, error) {
	refuse := func(n uint64) error {
		return fault.New(fault.Conflict, "a transaction of %s with nonce %d, which this database does not know, is on its way and may close the gap", o.Sender, n).
			WithHint("wait until it is mined; run sto tx-fill again if it is dropped")
	}
	if v.pending > v.latest {
		return false, refuse(v.latest)
	}
	var pool map[string]map[string]json.RawMessage // by kind, then by nonce
	if err := o.Node.Call(ctx, &pool, "txpool_contentFrom", o.Sender); err != nil {
		if ctx.Err() != nil {
			return false, err
		}
		return false, nil // not offered here: the counts above are all that there is
	}
	for _, kind := range pool {
		for text := range kind {
			if n, err := strconv.ParseUint(text, 10, 64); err == nil && n >= v.latest && n < first {
				return true, refuse(n)
			}
		}
	}
	return true, nil
}

// fill prepares the empty transactions.
func (o *Outbox) fill(ctx context.Context, v *view, out *Filled) error {
	head := Head{ID: rand.Text(), Command: "tx-fill", Params: map[string]any{"from": out.From, "to": out.To}}
	params, err := json.Marshal(head.Params)
	if err != nil {
		return err
	}
	var calls []Call
	for n := out.From; n <= out.To; n++ {
		calls = append(calls, Call{To: &o.Sender, Kind: KindEther, Note: fmt.Sprintf("fill the unused nonce %d: an empty transaction to the account itself", n),
			Key: fmt.Sprintf("fill/%s/%d", o.sender(), n), Payload: "empty", Gas: 21_000, Checked: true})
	}
	rows, err := o.intend(head, calls, out.From)
	if err != nil {
		return err
	}
	fee, _, err := o.market(ctx)
	if err != nil {
		return err
	}
	p := out.Prepared
	p.RequestID, p.New, p.FeeCap, p.Tip = head.ID, rows, fee.cap, fee.tip
	for n := range rows {
		p.Gas += rows[n].Gas
		p.MaxCost.Add(p.MaxCost, cost(&rows[n], fee.cap))
	}
	if err := o.affordable(ctx, p, v); err != nil || o.DryRun {
		return err
	}
	attempts, err := o.signAll(ctx, rows, fee)
	if err != nil {
		return err
	}
	failpoint.Here(failpoint.Signed)
	err = o.Store.SQLTx(ctx, func(tx *sql.Tx) error {
		var id sql.NullInt64
		if err := tx.QueryRowContext(ctx, `SELECT max(id) FROM intent`).Scan(&id); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO request (id, chain_id, sender, command, params, created_at) VALUES (?,?,?,?,?,?)`,
			head.ID, o.ChainID, o.sender(), head.Command, string(params), o.now()); err != nil {
			return err
		}
		w := newWriter(ctx, tx)
		for n := len(rows) - 1; n >= 0; n-- { // each below the lowest so far
			rows[n].ID = id.Int64 + 1 + int64(n)
			attempts[n].IntentID = rows[n].ID
			if err := w.call(&rows[n], attempts[n], &calls[n], rows[0].ID); err != nil {
				return moved(err)
			}
		}
		return moved(w.flush())
	})
	if errors.Is(err, errMoved) {
		return fault.New(fault.Conflict, "another process prepared transactions of %s at the same time", o.Sender).WithHint("run the command again")
	}
	return err
}

// acceptRewrite takes the chain as it is now for the right one, although a block that was final is another one: unless
// something of this account that was final is gone with it.
func (o *Outbox) acceptRewrite(ctx context.Context, v *view, m *store.Mark) error {
	if v.final.Number < m.FinalNum {
		return fault.New(fault.Conflict, "block %d, which database %s has seen as final, is another one now, and only block %d is final yet",
			m.FinalNum, o.Store.Path(), v.final.Number).WithHint("wait until block %d is final again, then run sto tx-fill again", m.FinalNum)
	}
	if err := o.nothingLost(ctx); err != nil {
		return err
	}
	v.rewritten = true
	if o.DryRun {
		return nil
	}
	return o.Store.SQLTx(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `INSERT INTO event (at, node, what, detail) VALUES (?, ?, 'chain-rewritten', ?)`, o.now(), o.Node.URL(),
			fmt.Sprintf("chain %d: block %d was %s; block %d is %s now, and final", o.ChainID, m.FinalNum, m.FinalHash, v.final.Number, hex(v.final.Hash))); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `UPDATE mark SET head_num = ?, head_hash = ?, final_num = ?, final_hash = ?, seen_at = ? WHERE chain_id = ? AND final_hash = ?`,
			v.head.Number, hex(v.head.Hash), v.final.Number, hex(v.final.Hash), o.now(), o.ChainID, m.FinalHash)
		return err
	})
}

// nothingLost refuses where a transaction of this account that was settled for good is not in the chain any more.
func (o *Outbox) nothingLost(ctx context.Context) error {
	var rows []struct {
		ID        int64
		Note      string
		State     store.State
		BlockNum  uint64
		BlockHash string
	}
	if err := o.Store.DB().WithContext(ctx).Raw(`SELECT i.id, i.note, i.state, r.block_num, r.block_hash FROM intent i
		JOIN receipt r ON r.intent_id = i.id AND r.orphaned_at IS NULL
		WHERE i.chain_id = ? AND i.sender = ? AND i.state IN ('final','reverted','cancelled') ORDER BY r.block_num DESC`, o.ChainID, o.sender()).Scan(&rows).Error; err != nil {
		return err
	}
	numbers := make([]uint64, 0, len(rows))
	for _, r := range rows {
		if len(numbers) == 0 || numbers[len(numbers)-1] != r.BlockNum {
			numbers = append(numbers, r.BlockNum)
		}
	}
	headers, err := o.Node.Headers(ctx, numbers)
	if err != nil {
		return err
	}
	canonical := map[uint64]*node.Header{}
	for n, h := range headers {
		canonical[numbers[n]] = h
	}
	for _, r := range rows {
		if h := canonical[r.BlockNum]; h == nil || hex(h.Hash) != r.BlockHash {
			return fault.New(fault.Conflict, "the chain was rewritten deeper than its finality, and transaction %d (%s), which was %s in block %d, is not in that block any more",
				r.ID, r.Note, r.State, r.BlockNum).
				WithHint("this database can't follow: keep it, give a fresh --database-file and a greater --confirmations, and run sto db-adopt")
		}
	}
	var used sql.NullInt64
	if err := o.Store.SQL().QueryRowContext(ctx, `SELECT max(nonce) FROM intent WHERE chain_id = ? AND sender = ? AND state IN ('superseded','unclear')`,
		o.ChainID, o.sender()).Scan(&used); err != nil {
		return err
	}
	count, err := o.Node.Nonce(ctx, o.Sender, node.Latest)
	if err == nil && used.Valid && uint64(used.Int64) >= count {
		err = fault.New(fault.Conflict, "the chain was rewritten deeper than its finality, and took back the transaction that had used nonce %d of %s", used.Int64, o.Sender).
			WithHint("this database can't follow: keep it, give a fresh --database-file and a greater --confirmations, and run sto db-adopt")
	}
	return err
}
