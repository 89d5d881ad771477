package outbox

import (
	"context"
	"errors"
	"slices"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// View reads the chain as it will be once the named intents, and what they depend on, are done: at the latest block where
// all are, by simulating them first where some still wait.
func (o *Outbox) View(ctx context.Context, after []int64, calls []node.CallMsg) ([]node.CallResult, error) {
	latest, err := o.Node.Nonce(ctx, o.Sender, node.Latest)
	if err != nil {
		return nil, err
	}
	before, err := o.closure(ctx, after, latest)
	if err != nil {
		return nil, err
	}
	if len(before) == 0 {
		return o.Node.CallMany(ctx, calls, node.Latest)
	}
	got, err := o.Node.Simulate(ctx, append(o.messages(before), calls...), node.Latest)
	if errors.Is(err, node.ErrNoSimulate) {
		return nil, fault.New(fault.Conflict, "this needs %q, which is not on the chain yet, and the node can't simulate it", term.Safe(before[0].Note)).
			WithHint("run sto tx-broadcast first")
	}
	if err != nil {
		return nil, err
	}
	for n := range before {
		if got[n].Err != nil {
			return nil, fault.New(fault.Refused, "this needs %q (nonce %d), which would fail: %s", term.Safe(before[n].Note), before[n].Nonce, o.words(got[n].Err, nil)).
				WithHint("run sto tx-update, then sto tx-last to see what became of it")
		}
	}
	return got[len(before):], nil
}

// closure returns the named intents and all that they depend on, as far as the chain at nonce latest does not show them
// yet, in nonce order.
func (o *Outbox) closure(ctx context.Context, ids []int64, latest uint64) ([]store.Intent, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	seen := map[int64]bool{}
	var all []store.Intent
	for len(ids) > 0 {
		var rows []store.Intent
		if err := o.Store.DB().WithContext(ctx).Find(&rows, "id IN ?", ids).Error; err != nil {
			return nil, err
		}
		undone, err := o.undone(ctx, rows)
		if err != nil {
			return nil, err
		}
		var open []int64
		for _, r := range rows {
			seen[r.ID] = true
			if why := undone[r.ID]; why != "" {
				return nil, fault.New(fault.Refused, "this needs %q (nonce %d), which is %s", term.Safe(r.Note), r.Nonce, why).
					WithHint("prepare it again with --again")
			}
			if r.State.Unsettled() && r.Nonce >= latest {
				all = append(all, r)
				open = append(open, r.ID)
			}
		}
		var deps []store.Dependency
		if len(open) > 0 {
			if err := o.Store.DB().WithContext(ctx).Find(&deps, "intent_id IN ?", open).Error; err != nil {
				return nil, err
			}
		}
		ids = nil
		for _, d := range deps {
			if !seen[d.Needs] {
				ids = append(ids, d.Needs)
			}
		}
	}
	slices.SortFunc(all, func(a, b store.Intent) int { return int(int64(a.Nonce) - int64(b.Nonce)) })
	return all, nil
}

// message is an intent as a call to simulate.
func (o *Outbox) message(i *store.Intent) node.CallMsg {
	m := node.CallMsg{From: o.Sender, Data: i.Data, Value: i.ValueWei(), Gas: i.Gas, Nonce: &i.Nonce}
	if i.ToAddr != nil {
		to := i.To()
		m.To = &to
	}
	return m
}

func (o *Outbox) messages(rows []store.Intent) []node.CallMsg {
	out := make([]node.CallMsg, len(rows))
	for n := range rows {
		out[n] = o.message(&rows[n])
	}
	return out
}

// words says why a call failed.
func (o *Outbox) words(err error, explain func([]byte) string) string {
	if explain == nil {
		explain = o.Explain
	}
	var r *node.RevertError
	if errors.As(err, &r) {
		if len(r.Data) > 0 && explain != nil {
			return term.Safe(explain(r.Data))
		}
		if r.Message != "" {
			return term.Safe(r.Message)
		}
		return unknownReason
	}
	return term.Safe(err.Error())
}

// gas sets the gas of the calls that the domain left to simulation, and refuses those that would fail.
func (o *Outbox) gas(ctx context.Context, calls []Call, rows []store.Intent, latest uint64) error {
	var need []int
	var after []int64
	for n, c := range calls {
		if !c.Checked {
			need = append(need, n)
			after = append(after, c.After...)
		}
	}
	if len(need) == 0 {
		return nil
	}
	before, err := o.closure(ctx, after, latest)
	if err != nil {
		return err
	}
	msgs := o.messages(before)
	for _, n := range need {
		m := o.message(&rows[n])
		m.Gas = 0
		msgs = append(msgs, m)
	}
	got, err := o.Node.Simulate(ctx, msgs, node.Latest)
	if errors.Is(err, node.ErrNoSimulate) || errors.Is(err, node.ErrTooMany) {
		return o.gasOneByOne(ctx, calls, rows, need, len(before) > 0)
	}
	if err != nil {
		return err
	}
	for k, n := range need {
		r := got[len(before)+k]
		if r.Err != nil {
			return o.refused(&rows[n], r.Err, calls[n].Explain)
		}
		// Not less than the domain's figure: it may cost more without one before it that is withdrawn.
		if err := o.setGas(&rows[n], max(withHeadroom(r.GasUsed), calls[n].Gas)); err != nil {
			return err
		}
	}
	return nil
}

// gasOneByOne is for nodes without eth_simulateV1: a call that needs an earlier one takes the gas of its domain's table.
func (o *Outbox) gasOneByOne(ctx context.Context, calls []Call, rows []store.Intent, need []int, waiting bool) error {
	for _, n := range need {
		if waiting || len(calls[n].AfterCalls) > 0 {
			if calls[n].Gas == 0 {
				return fault.New(fault.Conflict, "%s needs what is not on the chain yet, and the node can't simulate it", term.Safe(rows[n].Note)).
					WithHint("run sto tx-broadcast first, or use a node with eth_simulateV1")
			}
			if err := o.setGas(&rows[n], calls[n].Gas); err != nil {
				return err
			}
			continue
		}
		m := o.message(&rows[n])
		m.Gas, m.Nonce = 0, nil
		used, err := o.Node.EstimateGas(ctx, m, node.Latest)
		var revert *node.RevertError
		if errors.As(err, &revert) {
			return o.refused(&rows[n], err, calls[n].Explain)
		}
		if err != nil {
			return err
		}
		if err := o.setGas(&rows[n], withHeadroom(used)); err != nil {
			return err
		}
	}
	return nil
}

func (o *Outbox) refused(i *store.Intent, err error, explain func([]byte) string) error {
	return fault.New(fault.Refused, "%s would fail: %s", term.Safe(i.Note), o.words(err, explain)).
		WithHint("nothing was stored or sent; mend the cause and run the command again")
}

// withHeadroom adds a fifth to a measured amount of gas.
func withHeadroom(used uint64) uint64 { return used + used/5 }

// setGas sets the gas limit of an intent within the ceiling.
func (o *Outbox) setGas(i *store.Intent, gas uint64) error {
	ceiling := uint64(MaxGas)
	if o.Fees.Ceiling > 0 && o.Fees.Ceiling < ceiling {
		ceiling = o.Fees.Ceiling
	}
	if gas > ceiling {
		if used := gas - gas/6; used > ceiling {
			return fault.New(fault.Refused, "%s needs %d gas, over the ceiling of %d", term.Safe(i.Note), used, ceiling).
				WithHint("raise --ethereum-gas-limit (never over %d), or put fewer rows into one transaction", MaxGas)
		}
		gas = ceiling
	}
	i.Gas = max(gas, 21000)
	return nil
}
