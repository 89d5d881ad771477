package outbox

import (
	"bytes"
	"context"
	"math"
	"math/big"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/store"
)

// verdict is what becomes of one nonce.
type verdict struct {
	state   store.State    // where it ends
	attempt *store.Attempt // what was mined; ID 0: not in the database yet; nil: nothing that could be stored
	wait    bool           // nothing can be said before its block is final
	cause   string
}

// judge says what follows from what the chain shows of a nonce. row is what the database holds under it, nil: nothing.
func (a *adoption) judge(ctx context.Context, p *piece, row *store.Intent) (verdict, error) {
	switch {
	case p.sent == nil:
		return verdict{state: store.Unclear, wait: !p.final, cause: "its nonce is used, and the chain shows no transaction with it"}, nil
	case p.sent.Tx == nil:
		return verdict{state: store.Superseded, wait: !p.final, cause: "a transaction of a kind that this program does not know"}, nil
	}
	made, err := attemptOf(p.sent.Tx, a.now())
	if err != nil {
		return verdict{}, err
	}
	if row != nil {
		ours, err := a.match(ctx, row, p.sent.Tx, made)
		if err != nil {
			return verdict{}, err
		}
		if !ours {
			return verdict{state: store.Superseded, wait: !p.final, cause: "nonce used by " + made.Hash}, nil
		}
	}
	v := verdict{attempt: made}
	switch {
	case p.receipt == nil:
		v.state, v.cause = store.PendingTx, "in a block, but the node tells no receipt"
	case !p.final || p.unsure:
		v.state = store.Mined
	case made.Kind == attemptCancel:
		v.state = store.Cancelled
	case p.receipt.Status == 1:
		v.state = store.Final
	default:
		v.state = store.Reverted
	}
	return v, nil
}

// attemptOf is a transaction of the chain as an attempt.
func attemptOf(tx *types.Transaction, now int64) (*store.Attempt, error) {
	raw, err := tx.WithoutBlobTxSidecar().MarshalBinary()
	if err != nil {
		return nil, err
	}
	bounded := func(v *big.Int) int64 { // the column is narrower; the bytes hold the whole
		if !v.IsInt64() {
			return math.MaxInt64
		}
		return v.Int64()
	}
	return &store.Attempt{Hash: hex(tx.Hash()), Kind: attemptOriginal, Raw: raw, Tip: bounded(tx.GasTipCap()), FeeCap: bounded(tx.GasFeeCap()), SignedAt: now}, nil
}

// match finds out whether a transaction is one of an intent: one of its attempts, whose place made takes then, the same
// call at other fees, or an empty transaction in its place.
func (a *adoption) match(ctx context.Context, row *store.Intent, tx *types.Transaction, made *store.Attempt) (bool, error) {
	var known []store.Attempt
	if err := a.Store.DB().WithContext(ctx).Order("id").Find(&known, "intent_id = ?", row.ID).Error; err != nil {
		return false, err
	}
	exposed := false
	dearer := true // than all that was exposed, as the database wants of what comes after
	for _, k := range known {
		if k.Hash == made.Hash && k.Raw != nil {
			*made = k
			return true, nil
		}
		if k.ExposedAt != nil {
			exposed = true
			dearer = dearer && made.FeeCap > k.FeeCap && made.Tip >= k.Tip
		}
	}
	switch {
	case !dearer:
		return false, nil
	case sameCall(row, tx):
		if exposed {
			made.Kind = attemptBump
		}
	case isEmpty(row, tx):
		made.Kind = attemptCancel
	default:
		return false, nil
	}
	return true, nil
}

// sameCall reports whether a transaction does what an intent is for.
func sameCall(i *store.Intent, tx *types.Transaction) bool {
	if (i.ToAddr == nil) != (tx.To() == nil) || tx.To() != nil && eth.Lower(*tx.To()) != *i.ToAddr {
		return false
	}
	return i.ValueWei().Cmp(tx.Value()) == 0 && bytes.Equal(i.Data, tx.Data())
}

// isEmpty reports whether a transaction is the empty one to the account itself that cancels an intent.
func isEmpty(i *store.Intent, tx *types.Transaction) bool {
	return tx.To() != nil && eth.Lower(*tx.To()) == i.Sender && tx.Value().Sign() == 0 && len(tx.Data()) == 0
}
