package outbox

import (
	"context"
	"slices"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// Reissue prepares anew what surely failed: each of the named intents, which must be reverted, cancelled or superseded (or
// unclear, where unclearToo takes the risk that it was done after all), gets one new intent that names it, with the same
// receiver, value and data, under a new nonce. One that was reissued before comes back as Existing.
// Errors: fault.Conflict for an intent in another state, or whose payments the chain shows meanwhile; those of Prepare.
func (o *Outbox) Reissue(ctx context.Context, requestID string, ids []int64, unclearToo bool) (*Prepared, error) {
	var existing []store.Intent
	head := Head{ID: requestID, Command: "tx-reissue", Params: map[string]any{"of": ids}}
	p, err := o.Prepare(ctx, head, func(ctx context.Context, _ uint64) (calls []Call, err error) {
		var old []store.Intent
		old, existing, err = o.reissuable(ctx, ids, unclearToo)
		if err != nil || len(old) == 0 {
			return nil, err
		}
		if o.Recheck != nil {
			if err := o.Recheck(ctx, old); err != nil {
				return nil, err
			}
		}
		for n := range old {
			c, err := o.again(ctx, &old[n])
			if err != nil {
				return nil, err
			}
			calls = append(calls, c)
		}
		return calls, nil
	})
	if err != nil {
		return nil, err
	}
	p.Existing = append(p.Existing, existing...)
	return p, nil
}

// reissuable sorts the named intents into those to do anew and the reissues that exist already.
func (o *Outbox) reissuable(ctx context.Context, ids []int64, unclearToo bool) (old, existing []store.Intent, err error) {
	db := o.Store.DB().WithContext(ctx)
	for part := range slices.Chunk(ids, 5000) {
		var rows, newer []store.Intent
		if err := db.Order("nonce").Find(&rows, "id IN ? AND chain_id = ? AND sender = ?", part, o.ChainID, o.sender()).Error; err != nil {
			return nil, nil, err
		}
		if err := db.Find(&newer, "reissue_of IN ? AND state <> 'void'", part).Error; err != nil {
			return nil, nil, err
		}
		known := map[int64]bool{}
		for _, r := range rows {
			known[r.ID] = true
			if n := slices.IndexFunc(newer, func(i store.Intent) bool { return *i.ReissueOf == r.ID }); n >= 0 {
				existing = append(existing, newer[n])
				continue
			}
			switch {
			case r.State == store.Unclear && !unclearToo:
				return nil, nil, fault.New(fault.Conflict, "transaction %d (%s) is unclear: its nonce %d was used, and nobody can say by what", r.ID, term.Safe(r.Note), r.Nonce).
					WithHint("look at the account's nonce %d in a block explorer; add --unclear if it surely was not this payment", r.Nonce)
			case r.State != store.Unclear && !r.State.Failed():
				return nil, nil, fault.New(fault.Conflict, "transaction %d (%s) is %s: only what surely failed, and finally, is done anew", r.ID, term.Safe(r.Note), r.State).
					WithHint("run sto tx-update, and look at it with sto tx-show id:%d", r.ID)
			case r.ToAddr == nil:
				return nil, nil, fault.New(fault.Usage, "transaction %d (%s) deploys a contract, whose address would be another one now", r.ID, term.Safe(r.Note)).
					WithHint("run the command that prepared it again, with --again")
			}
			old = append(old, r)
		}
		for _, id := range part {
			if !known[id] {
				return nil, nil, fault.New(fault.Usage, "this database has no transaction %d of account %s on chain %d", id, o.Sender, o.ChainID).
					WithHint("sto tx-list shows the ids")
			}
		}
	}
	return old, existing, nil
}

// again is the call of an intent.
func (o *Outbox) again(ctx context.Context, i *store.Intent) (Call, error) {
	to := i.To()
	c := Call{To: &to, Value: i.ValueWei(), Data: i.Data, Kind: i.Kind, Note: i.Note, Key: i.IdemKey, Gas: i.Gas, reissue: i}
	db := o.Store.DB().WithContext(ctx)
	var rows []store.DistributionRow
	if err := db.Order("position").Find(&rows, "intent_id = ?", i.ID).Error; err != nil {
		return c, err
	}
	for _, r := range rows {
		raw, err := eth.DecodeRaw(r.Raw)
		if err != nil {
			return c, err
		}
		token, err := eth.ParseAddress(r.Token)
		if err != nil {
			return c, err
		}
		receiver, err := eth.ParseAddress(r.ToAddr)
		if err != nil {
			return c, err
		}
		c.Rows = append(c.Rows, Row{Token: token, ExternalID: r.ExternalID, To: receiver, Raw: raw})
	}
	// What it needed may have been reissued itself: the newest one counts.
	err := db.Raw(`WITH RECURSIVE chain (id) AS (SELECT needs FROM dependency WHERE intent_id = ?
		UNION SELECT n.id FROM intent n JOIN chain c ON n.reissue_of = c.id WHERE n.state <> 'void')
		SELECT id FROM chain WHERE NOT EXISTS (SELECT 1 FROM intent n WHERE n.reissue_of = chain.id AND n.state <> 'void')`, i.ID).Scan(&c.After).Error
	return c, err
}
