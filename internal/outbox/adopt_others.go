package outbox

import (
	"context"

	"github.com/sto-project/sto/internal/node"
)

// hear asks the other nodes, where several are configured, for final transactions that the one in use does not show. Their
// signatures are checked, so that any node may tell of them.
func (a *adoption) hear(ctx context.Context, all []piece) error {
	if !a.Node.Several() {
		return nil
	}
	for n := range all {
		p := &all[n]
		if !p.final || p.sent != nil && p.sent.Tx != nil {
			continue
		}
		for _, other := range a.Node.Others() {
			tx, err := other.TxBySenderNonce(ctx, a.Sender, p.nonce, 0, a.v.final.Number)
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if err != nil || tx.BlockNumber == nil {
				continue // it has no voice, or knows no more
			}
			sent, err := other.SentIn(ctx, a.Sender, []uint64{*tx.BlockNumber})
			if ctx.Err() != nil {
				return ctx.Err()
			}
			for k := range sent {
				if err == nil && sent[k].Nonce == p.nonce && sent[k].Tx != nil {
					p.sent = &sent[k]
				}
			}
		}
	}
	return nil
}

// confirm has a second node confirm the receipts of what is final, where several are configured. What another contradicts
// counts as not told; what none confirms is recorded, and called final by a later update.
func (a *adoption) confirm(ctx context.Context, all []piece) error {
	if !a.Node.Several() {
		return nil
	}
	claims := make([]*node.Receipt, len(all))
	for n := range all {
		if all[n].final {
			claims[n] = all[n].receipt
		}
	}
	verdicts, err := a.Node.Confirm(ctx, claims)
	if err != nil {
		return err
	}
	for n := range all {
		switch {
		case claims[n] == nil:
		case verdicts[n] == node.Contradicted:
			all[n].receipt = nil
		default:
			all[n].unsure = verdicts[n] != node.Confirmed
		}
	}
	return nil
}
