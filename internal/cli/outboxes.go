package cli

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/signer"
)

// Bundle returns the contracts that are deployed: the built-in ones, or those of --ethereum-abi-file.
func (f *Factory) Bundle() (*contract.Bundle, error) {
	if path := f.Options().ABIFile; path != "" {
		return contract.LoadBundle(path)
	}
	return contract.Builtin(), nil
}

// Outbox returns the outbox of the account, ready to sign; under --dry-run, ready to plan without a key.
func (f *Factory) Outbox(ctx context.Context) (*outbox.Outbox, error) {
	if f.Options().DryRun {
		return f.watcher(ctx)
	}
	if _, err := f.Node(ctx); err != nil { // before a passphrase is asked for
		return nil, err
	}
	key, err := f.Signer(ctx)
	if err != nil {
		return nil, err
	}
	return f.outboxOf(ctx, key, key.Address(), true)
}

// watcher returns an outbox of the account that can't sign: for dry runs and commands that only look.
func (f *Factory) watcher(ctx context.Context) (*outbox.Outbox, error) {
	sender, err := f.Sender()
	if err != nil {
		return nil, err
	}
	return f.outboxOf(ctx, nil, sender, true)
}

// books returns an outbox without a node, for commands that only read the database. The account may be missing.
func (f *Factory) books(ctx context.Context) (*outbox.Outbox, error) {
	return f.outboxOf(ctx, nil, common.Address{}, false)
}

func (f *Factory) outboxOf(ctx context.Context, key signer.Signer, sender common.Address, online bool) (*outbox.Outbox, error) {
	network, err := f.Network()
	if err != nil {
		return nil, err
	}
	st, err := f.Store(ctx)
	if err != nil {
		return nil, err
	}
	o := f.Options()
	c := outbox.Config{
		Store: st, Signer: key, Sender: sender, ChainID: network.ChainID, Public: network.Public,
		Fees: outbox.FeePolicy{
			GasPrice: o.GasPrice, MaxFee: network.MaxFee, Tip: o.PriorityFee, MaxTip: network.MaxTip,
			MaxCost: network.MaxCost, Ceiling: o.GasLimit, Legacy: network.Legacy,
		},
		Finality:       outbox.Finality{Tag: network.Finality.Tag, Depth: network.Finality.Depth, Instant: network.Finality.Instant},
		AutoFirstNonce: o.AutoRestartNonce, DryRun: o.DryRun, Explain: contract.Revert,
	}
	if online {
		if c.Node, err = f.Node(ctx); err != nil {
			return nil, err
		}
	}
	return outbox.New(c), nil
}
