package outbox

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"gorm.io/gorm"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// sameRequest finds a request that was stored under the same --request-id.
func (o *Outbox) sameRequest(ctx context.Context, head Head, params string) (*Prepared, error) {
	var r store.Request
	db := o.Store.DB().WithContext(ctx)
	if err := db.Limit(1).Find(&r, "id = ?", head.ID).Error; err != nil || r.ID == "" {
		return nil, err
	}
	if r.Command != head.Command || r.Params != params || r.Sender != o.sender() || r.ChainID != o.ChainID {
		return nil, fault.New(fault.Conflict, "request id %s was used before, for another %s", term.Safe(head.ID), r.Command).
			WithHint("give each request an id of its own")
	}
	p := &Prepared{RequestID: head.ID, MaxCost: new(big.Int), FeeCap: new(big.Int), Tip: new(big.Int), DryRun: o.DryRun}
	if err := db.Order("nonce").Find(&p.Existing, "request_id = ?", head.ID).Error; err != nil {
		return nil, err
	}
	if err := o.succeed(ctx, p.Existing); err != nil {
		return nil, err
	}
	return p, o.doneBefore(ctx, p.Existing)
}

// succeed puts in the place of each intent that was not done the newest that was prepared for the same wish since.
func (o *Outbox) succeed(ctx context.Context, rows []store.Intent) error {
	undone, err := o.undone(ctx, rows)
	if err != nil {
		return err
	}
	for n, r := range rows {
		if undone[r.ID] == "" {
			continue
		}
		var since store.Intent
		if err := o.Store.DB().WithContext(ctx).Order("id DESC").Limit(1).Find(&since, "chain_id = ? AND idem_key = ? AND payload_sha256 = ? AND id > ? AND state <> 'void'",
			o.ChainID, r.IdemKey, r.PayloadSHA256, r.ID).Error; err != nil {
			return err
		}
		if since.ID != 0 {
			rows[n] = since
		}
	}
	return nil
}

// known takes out the calls that were prepared before, and refuses those whose key stands for something else.
func (o *Outbox) known(ctx context.Context, calls []Call, p *Prepared) ([]Call, error) {
	at := make(map[string]int, len(calls))
	keys := make([]string, 0, len(calls))
	for n, c := range calls {
		if c.Key == "" || c.Kind == "" || c.Checked && c.Gas == 0 {
			return nil, fmt.Errorf("call %d (%s) is planned without key, kind or gas", n, c.Kind)
		}
		if c.reissue != nil { // shares the key of the old one
			continue
		}
		if m, ok := at[c.Key]; ok {
			return nil, fault.New(fault.Usage, "%s and %s are the same thing twice", term.Safe(calls[m].Note), term.Safe(c.Note)).
				WithHint("name each once")
		}
		at[c.Key] = n
		keys = append(keys, c.Key)
	}
	gone := map[int]store.Intent{}
	for chunk := range slices.Chunk(keys, 500) {
		var rows []store.Intent
		if err := o.Store.DB().WithContext(ctx).Order("id").
			Find(&rows, "chain_id = ? AND idem_key IN ? AND state <> 'void'", o.ChainID, chunk).Error; err != nil {
			return nil, err
		}
		for _, r := range rows { // a reissue shares the key of the old one, and comes later
			n := at[r.IdemKey]
			if string(r.PayloadSHA256) != string(payload(calls[n])) {
				return nil, fault.New(fault.Conflict, "%s was prepared before with other values (nonce %d: %s)", term.Safe(calls[n].Note), r.Nonce, term.Safe(r.Note)).
					WithHint("to do it once more with the new values, add --again")
			}
			gone[n] = r
		}
	}
	if len(gone) == 0 {
		return calls, nil
	}
	for n := range calls {
		if r, ok := gone[n]; ok {
			p.Existing = append(p.Existing, r)
		}
	}
	if err := o.doneBefore(ctx, p.Existing); err != nil {
		return nil, err
	}
	var fresh []Call
	shift := map[int]int{}
	for n, c := range calls {
		if _, ok := gone[n]; ok {
			continue
		}
		if c.To == nil {
			return nil, fault.New(fault.Conflict, "a part of this request was prepared before: %s", term.Safe(p.Existing[0].Note)).
				WithHint("add --again to prepare all of it once more")
		}
		var inner []int
		for _, a := range c.AfterCalls {
			if r, ok := gone[a]; ok {
				c.After = append(slices.Clone(c.After), r.ID)
			} else {
				inner = append(inner, shift[a])
			}
		}
		c.AfterCalls, shift[n] = inner, len(fresh)
		fresh = append(fresh, c)
	}
	return fresh, nil
}

// doneBefore refuses to take for "already there" what failed or was withdrawn.
func (o *Outbox) doneBefore(ctx context.Context, rows []store.Intent) error {
	undone, err := o.undone(ctx, rows)
	if err != nil || len(undone) == 0 {
		return err
	}
	const shown = 5
	var words []string
	void := true
	for _, r := range rows {
		why := undone[r.ID]
		if why == "" {
			continue
		}
		void = void && r.State == store.Void
		if len(words) < shown {
			words = append(words, fmt.Sprintf("%s (id %d, nonce %d, %s)", term.Safe(r.Note), r.ID, r.Nonce, why))
		}
	}
	if more := len(undone) - len(words); more > 0 {
		words = append(words, fmt.Sprintf("and %d more", more))
	}
	failed := fault.New(fault.Refused, "prepared before, but not done: %s", strings.Join(words, "; "))
	if void {
		return failed.WithHint("to have it done after all, run the command under another --request-id")
	}
	return failed.WithHint("find out why with sto tx-show, then do it anew with sto tx-reissue, or with --again where the command has it")
}

// undone says, by id, why intents have had no effect, and may never have one. Others may still have theirs.
func (o *Outbox) undone(ctx context.Context, rows []store.Intent) (map[int64]string, error) {
	out := map[int64]string{}
	var open []int64
	for _, r := range rows {
		switch {
		case r.State.Failed() || r.State == store.Unclear:
			out[r.ID] = string(r.State)
		case r.State == store.Void:
			out[r.ID] = "withdrawn"
		case r.State.Unsettled():
			open = append(open, r.ID)
		}
	}
	gone, err := withdrawn(o.Store.DB().WithContext(ctx), open)
	for id := range gone {
		out[id] = "withdrawn: an empty transaction goes in its place"
	}
	return out, err
}

// emptied puts the empty transaction in the place of what was withdrawn.
func (o *Outbox) emptied(ctx context.Context, rows []store.Intent) ([]store.Intent, error) {
	gone, err := withdrawn(o.Store.DB().WithContext(context.WithoutCancel(ctx)), store.IDs(rows))
	if err != nil || len(gone) == 0 {
		return rows, err
	}
	for n := range rows {
		if gone[rows[n].ID] {
			rows[n] = empty(rows[n])
		}
	}
	return rows, nil
}

// IsWithdrawn is the SQL condition for an intent i that was withdrawn while others waited behind it.
const IsWithdrawn = `EXISTS (SELECT 1 FROM event e WHERE e.intent_id = i.id AND e.what = 'withdrawn')`

// withdrawn returns those of the intents that were withdrawn while others waited behind them: an empty transaction is, or will be,
// sent in their place.
func withdrawn(db *gorm.DB, ids []int64) (map[int64]bool, error) {
	out := map[int64]bool{}
	for chunk := range slices.Chunk(ids, linesAtOnce) {
		var gone []int64
		if err := db.Model(&store.Event{}).Distinct("intent_id").Where("what = 'withdrawn' AND intent_id IN ?", chunk).Pluck("intent_id", &gone).Error; err != nil {
			return nil, err
		}
		for _, id := range gone {
			out[id] = true
		}
	}
	return out, nil
}
