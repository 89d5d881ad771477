package cli

import (
	"context"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/distribution"
	"github.com/sto-project/sto/internal/outbox"
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
		return f.Watcher(ctx)
	}
	if _, err := f.Node(ctx); err != nil { // before a passphrase is asked for
		return nil, err
	}
	key, err := f.Signer(ctx)
	if err != nil {
		return nil, err
	}
	return f.outboxOf(ctx, outbox.Config{Signer: key, Sender: key.Address()})
}

// Keyless returns an outbox of the account that can't sign, but writes what it learns into the database.
func (f *Factory) Keyless(ctx context.Context) (*outbox.Outbox, error) {
	sender, err := f.Sender()
	if err != nil {
		return nil, err
	}
	return f.outboxOf(ctx, outbox.Config{Sender: sender})
}

// Watcher returns an outbox of the account that neither signs nor writes: for dry runs and commands that only look.
func (f *Factory) Watcher(ctx context.Context) (*outbox.Outbox, error) {
	sender, err := f.Sender()
	if err != nil {
		return nil, err
	}
	return f.outboxOf(ctx, outbox.Config{Sender: sender, DryRun: true})
}

// Books returns an outbox without account and node, for commands that only read the database.
func (f *Factory) Books(ctx context.Context) (*outbox.Outbox, error) {
	network, err := f.Network()
	if err != nil {
		return nil, err
	}
	st, err := f.StoreToRead(ctx)
	if err != nil {
		return nil, err
	}
	return outbox.New(outbox.Config{Store: st, ChainID: network.ChainID, DryRun: true}), nil
}

// Ledger returns an outbox of the account without node and key, for what the database alone decides.
func (f *Factory) Ledger(ctx context.Context) (*outbox.Outbox, error) {
	sender, err := f.Sender()
	if err != nil {
		return nil, err
	}
	network, err := f.Network()
	if err != nil {
		return nil, err
	}
	st, err := f.open(ctx, !f.Options().DryRun)
	if err != nil {
		return nil, err
	}
	return outbox.New(outbox.Config{Store: st, Sender: sender, ChainID: network.ChainID, DryRun: f.Options().DryRun}), nil
}

// outboxOf completes c, which names the account, by node, database and the options' rules.
func (f *Factory) outboxOf(ctx context.Context, c outbox.Config) (_ *outbox.Outbox, err error) {
	network, err := f.Network()
	if err != nil {
		return nil, err
	}
	if c.Node, err = f.Node(ctx); err != nil {
		return nil, err
	}
	if c.Store, err = f.open(ctx, !c.DryRun); err != nil {
		return nil, err
	}
	o := f.Options()
	c.ChainID, c.Public, c.AutoFirstNonce, c.Explain = network.ChainID, network.Public, o.AutoRestartNonce, contract.Revert
	c.Fees = outbox.FeePolicy{
		GasPrice: o.GasPrice, MaxFee: network.MaxFee, Tip: o.PriorityFee, MaxTip: network.MaxTip, MaxCost: network.MaxCost,
		Ceiling: o.GasLimit, Legacy: network.Legacy,
	}
	c.Finality = outbox.Finality{Tag: network.Finality.Tag, Depth: network.Finality.Depth, Instant: network.Finality.Instant}
	box := outbox.New(c)
	box.Recheck = distribution.Recheck(box)
	return box, nil
}
