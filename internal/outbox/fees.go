package outbox

import (
	"context"
	"math/big"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
)

// price is what a transaction offers for its gas, in wei per unit.
type price struct {
	tip, cap *big.Int
	legacy   bool
}

// market returns what a transaction offers by the policy now, and the market that it is made of.
func (o *Outbox) market(ctx context.Context) (price, node.Market, error) {
	m, err := o.Node.Market(ctx)
	if err != nil {
		return price{}, m, err
	}
	p, err := o.Fees.price(m)
	return p, m, err
}

// price bounds the market's fees by the policy: cap = tip + 2 × base fee, which outlives six full blocks in a row.
func (p FeePolicy) price(m node.Market) (price, error) {
	if p.GasPrice != nil {
		return price{p.GasPrice, p.GasPrice, true}, nil
	}
	over := func(need *big.Int) error {
		return fault.New(fault.Funds, "gas costs %s GWei now, over the limit of %s GWei", eth.FormatGwei(need), eth.FormatGwei(p.MaxFee)).
			WithHint("wait, or raise the limit with --max-fee-gwei")
	}
	if p.Legacy || m.BaseFee == nil {
		if m.GasPrice == nil {
			return price{}, fault.New(fault.Node, "the node tells no gas price").WithHint("name one with --ethereum-gas-price, or use another --ethereum-node-url")
		}
		if p.MaxFee != nil && m.GasPrice.Cmp(p.MaxFee) > 0 {
			return price{}, over(m.GasPrice)
		}
		return price{m.GasPrice, m.GasPrice, true}, nil
	}
	tip := m.Tip
	if p.MaxTip != nil && tip.Cmp(p.MaxTip) > 0 {
		tip = p.MaxTip
	}
	if p.Tip != nil {
		tip = p.Tip
	}
	fee := new(big.Int).Add(tip, new(big.Int).Lsh(m.BaseFee, 1))
	if p.MaxFee != nil && fee.Cmp(p.MaxFee) > 0 {
		if now := new(big.Int).Add(tip, m.BaseFee); now.Cmp(p.MaxFee) > 0 {
			return price{}, over(now)
		}
		fee = p.MaxFee
	}
	return price{tip, fee, false}, nil
}

// stale reports whether an attempt that was never exposed should be signed anew at price now: it would not be mined soon,
// or pays a tip far over the market's, or is of the other kind.
func stale(a *store.Attempt, now price, m node.Market, p FeePolicy) bool {
	tip, fee := big.NewInt(a.Tip), big.NewInt(a.FeeCap)
	var tx types.Transaction
	if len(a.Raw) == 0 || tx.UnmarshalBinary(a.Raw) != nil || (tx.Type() == types.LegacyTxType) != now.legacy {
		return true
	}
	if p.GasPrice != nil || p.Tip != nil && p.Tip.Cmp(tip) != 0 {
		return fee.Cmp(now.cap) != 0 || tip.Cmp(now.tip) != 0
	}
	if p.MaxFee != nil && fee.Cmp(p.MaxFee) > 0 {
		return true
	}
	if now.legacy {
		return fee.Cmp(now.cap) < 0 || fee.Cmp(new(big.Int).Lsh(now.cap, 1)) > 0
	}
	// Base fees rise by an eighth a block at most (EIP-1559): two blocks of room.
	need := new(big.Int).Mul(m.BaseFee, big.NewInt(81))
	need.Add(need.Div(need, big.NewInt(64)), tip)
	return fee.Cmp(need) < 0 || new(big.Int).Lsh(tip, 1).Cmp(now.tip) < 0 || tip.Cmp(new(big.Int).Lsh(now.tip, 1)) > 0
}

// transaction encodes an attempt of a kind of an intent at a price. A cancel is an empty transaction to the account itself
// under the intent's nonce.
func transaction(i *store.Intent, p price, kind string) *types.Transaction {
	if kind == attemptCancel {
		e := empty(*i)
		return transaction(&e, p, attemptOriginal)
	}
	var to = i.To()
	toPtr := &to
	if i.ToAddr == nil {
		toPtr = nil
	}
	if p.legacy {
		return types.NewTx(&types.LegacyTx{Nonce: i.Nonce, GasPrice: p.cap, Gas: i.Gas, To: toPtr, Value: i.ValueWei(), Data: i.Data})
	}
	return types.NewTx(&types.DynamicFeeTx{ChainID: new(big.Int).SetUint64(i.ChainID), Nonce: i.Nonce, GasTipCap: p.tip, GasFeeCap: p.cap,
		Gas: i.Gas, To: toPtr, Value: i.ValueWei(), Data: i.Data})
}

// empty is the transaction that takes an intent's place when it is cancelled.
func empty(i store.Intent) store.Intent {
	i.Kind, i.ToAddr, i.Value, i.Data, i.Gas = KindEther, &i.Sender, "0", []byte{}, 21_000
	return i
}

// sign makes an attempt of an intent at a price.
func (o *Outbox) sign(ctx context.Context, i *store.Intent, p price, kind string) (*store.Attempt, error) {
	if o.Signer == nil {
		return nil, fault.New(fault.Signer, "no key for account %s", o.Sender).WithHint("give one with --keystore")
	}
	if o.Signer.Address() != o.Sender {
		return nil, o.otherKey()
	}
	if !p.cap.IsInt64() {
		return nil, fault.New(fault.Funds, "a fee of %s GWei for a unit of gas is out of range", eth.FormatGwei(p.cap))
	}
	tx, err := o.Signer.Sign(ctx, transaction(i, p, kind), new(big.Int).SetUint64(o.ChainID))
	if err != nil {
		return nil, err
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		return nil, err
	}
	return &store.Attempt{IntentID: i.ID, Hash: hex(tx.Hash()), Kind: kind, Raw: raw, Tip: p.tip.Int64(), FeeCap: p.cap.Int64(), SignedAt: o.now()}, nil
}

// cost is the most wei that an intent can take at a fee cap.
func cost(i *store.Intent, feeCap *big.Int) *big.Int {
	c := new(big.Int).Mul(new(big.Int).SetUint64(i.Gas), feeCap)
	return c.Add(c, i.ValueWei())
}

func (o *Outbox) otherKey() error {
	return fault.New(fault.Signer, "the key is of account %s, not of %s", o.Signer.Address(), o.Sender).
		WithHint("use the keystore of %s", o.Sender)
}
