package issuance

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
)

// What the deployment of the account's factory is recorded as.
const (
	factoryNote    = "deploy the token factory"
	factoryPayload = "factory"
)

func factoryKey(sender common.Address) string { return "factory/" + eth.Lower(sender) }

// launchSalt is the salt of a launch, from the key of its issuance.
func launchSalt(key string) common.Hash { return crypto.Keccak256Hash([]byte(key)) }

// launch plans an issuance in one transaction. The salt is made of the issuance's key, so that the chain itself refuses
// the same symbol of the same account a second time, whichever database asks for it. old is the launch of an earlier run.
func (s *Service) launch(ctx context.Context, p planner, named *common.Address, old *store.Intent, next uint64) ([]outbox.Call, error) {
	var calls []outbox.Call
	var factory common.Address
	after := p.after
	switch {
	case old != nil:
		factory = old.To()
	case named != nil:
		factory = *named
		if err := s.checkFactory(ctx, factory); err != nil {
			return nil, err
		}
	default:
		call, own, err := s.ownFactory(ctx)
		switch {
		case err != nil:
			return nil, err
		case own != nil:
			factory = own.To()
			if own.State != store.Mined && own.State != store.Final {
				after = append(after, own.ID)
			}
		default:
			factory = crypto.CreateAddress(s.box.Sender, next)
			calls = append(calls, *call)
		}
	}
	start := contract.Start{Policy: p.registry}
	if p.raw.Sign() > 0 {
		start.Holders, start.Amounts = []common.Address{s.box.Sender}, []*big.Int{p.raw}
	}
	creation, err := s.bundle.LaunchToken(p.Name, p.Symbol, p.URL, Decimals, s.box.Sender, start)
	if err != nil {
		return nil, err
	}
	call := outbox.Call{
		To: &factory, Data: contract.Launch(launchSalt(p.key), [][]byte{creation}), Kind: outbox.KindTokenLaunch,
		Note: fmt.Sprintf("launch the token %s", p.Symbol), Key: p.key, Payload: p.payload(), Gas: headroom(contract.GasLaunchToken),
		After: after, Explain: contract.Revert,
	}
	if p.Restriction == Restricted {
		call.Gas += headroom(contract.GasSetPolicy)
	}
	if len(calls) > 0 {
		call.AfterCalls = []int{0}
	}
	return append(calls, call), nil
}

// ownFactory returns the factory that the account has, or else the call that deploys it. One that failed counts as none.
func (s *Service) ownFactory(ctx context.Context) (*outbox.Call, *store.Intent, error) {
	base := factoryKey(s.box.Sender)
	key, old, err := s.box.NaturalKey(ctx, base, false)
	if err == nil && old != nil && old.State.Failed() {
		key, old, err = s.box.NaturalKey(ctx, base, true)
	}
	if err != nil || old != nil {
		return nil, old, err
	}
	data, err := s.bundle.DeployFactory()
	if err != nil {
		return nil, nil, err
	}
	return &outbox.Call{
		Data: data, Kind: outbox.KindFactory, Note: factoryNote, Key: key, Payload: factoryPayload,
		Gas: headroom(contract.GasFactoryDeploy), Explain: contract.Revert,
	}, nil, nil
}

// checkFactory refuses an address that does not hold the factory's own code: another could do anything.
func (s *Service) checkFactory(ctx context.Context, factory common.Address) error {
	code, err := s.box.Node.Code(ctx, factory, node.Latest)
	if err != nil {
		return err
	}
	ours, err := contract.IsFactory(code)
	if err != nil {
		return err
	}
	if !ours {
		return fault.New(fault.Refused, "the contract at %s on chain %d is not this program's token factory", factory.Hex(), s.box.ChainID).
			WithHint("check --factory-address and --network, or leave it out to use a factory of your own")
	}
	return nil
}

// madeBy returns the token that an intent creates.
func madeBy(i store.Intent) (common.Address, bool) {
	switch i.Kind {
	case outbox.KindTokenDeploy:
		return i.To(), true
	case outbox.KindTokenLaunch:
		if made := contract.Launched(i.To(), common.HexToAddress(i.Sender), i.Data); len(made) == 1 {
			return made[0], true
		}
	}
	return common.Address{}, false
}
