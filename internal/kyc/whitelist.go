package kyc

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
)

// Whitelisted is what became of a wish to whitelist.
type Whitelisted struct {
	Registry common.Address
	New      []common.Address // planned now
	Already  []common.Address // whitelisted on the chain, or by what waits or is under way: nothing is planned for them
	Waiting  []store.Intent   // of Already and the registry: what is not on the chain yet
	Prepared *outbox.Prepared // nil when nothing is new
}

// Whitelist plans to whitelist addresses, without expiry, one transaction each. registry nil is this database's own.
// Addresses that are whitelisted, or will be once the account's queue is done, are returned as Already.
// Errors: fault.Usage for no address, the zero address or a registry that is none; fault.Refused when the account is no
// registrar or an earlier transaction failed; those of Outbox.Prepare.
func (s *Service) Whitelist(ctx context.Context, registry *common.Address, addresses []common.Address, r Request) (*Whitelisted, error) {
	addresses, err := receivers(addresses)
	if err != nil {
		return nil, err
	}
	if registry == nil {
		if registry, err = s.Registry(ctx); err != nil {
			return nil, err
		}
		if registry == nil {
			return nil, fault.New(fault.Usage, "this database has no KYC registry on chain %d", s.box.ChainID).
				WithHint("run sto kyc-deploy, or name a registry with --kyc-address")
		}
	}
	w := &Whitelisted{Registry: *registry}
	head := outbox.Head{ID: r.ID, Command: "kyc-manage", AtOnce: r.AtOnce, Params: map[string]any{
		"kyc_address": eth.Lower(*registry), "whitelist_address": lowers(addresses),
	}}
	p, err := s.box.Prepare(ctx, head, func(ctx context.Context, _ uint64) ([]outbox.Call, error) {
		w.New, w.Already, w.Waiting = nil, nil, nil
		return s.planWhitelist(ctx, w, addresses, r.Again)
	})
	if err != nil {
		return nil, err
	}
	if len(w.New)+len(w.Already) == 0 { // the request id was used before: nothing was planned anew
		w.Already, w.Waiting = addresses, p.Existing
	}
	if len(p.New) > 0 {
		w.Prepared = p
	}
	return w, nil
}

func (s *Service) planWhitelist(ctx context.Context, w *Whitelisted, addresses []common.Address, again bool) ([]outbox.Call, error) {
	queue, err := s.queue(ctx, w.Registry)
	if err != nil {
		return nil, err
	}
	listed, err := s.isWhitelisted(ctx, w.Registry, addresses, queue)
	if err != nil {
		return nil, err
	}
	var deployment []int64
	waiting := map[string]store.Intent{}
	for _, i := range queue {
		if i.Kind == outbox.KindKycDeploy {
			deployment = append(deployment, i.ID)
			w.Waiting = append(w.Waiting, i)
		} else {
			waiting[string(i.Data)] = i
		}
	}
	var calls []outbox.Call
	for n, a := range addresses {
		data := contract.SetWhitelisted(a, true)
		if listed[n] {
			w.Already = append(w.Already, a)
			if i, ok := waiting[string(data)]; ok {
				w.Waiting = append(w.Waiting, i)
			}
			continue
		}
		key, err := s.setKey(ctx, w.Registry, a, again)
		if err != nil {
			return nil, err
		}
		w.New = append(w.New, a)
		calls = append(calls, outbox.Call{
			To: &w.Registry, Data: data, Kind: outbox.KindKycSet, Note: fmt.Sprintf("whitelist %s", a.Hex()),
			Key: key, Payload: "whitelisted", Gas: headroom(contract.GasKycSet), After: deployment, Explain: contract.Revert,
		})
	}
	return calls, nil
}

// setKey returns the key of a wish that the registry's state says is not fulfilled: an earlier one that was carried out
// has been undone since, so that this one is new.
func (s *Service) setKey(ctx context.Context, registry, a common.Address, again bool) (string, error) {
	base := fmt.Sprintf("kyc-set/%s/%s/true", eth.Lower(registry), eth.Lower(a))
	key, old, err := s.box.NaturalKey(ctx, base, again)
	if err != nil || old == nil {
		return key, err
	}
	if old.State.Failed() || old.State == store.Unclear {
		return "", failed(old)
	}
	key, _, err = s.box.NaturalKey(ctx, base, true)
	return key, err
}

// queue returns the account's transactions on the registry that the chain can't show yet, its deployment included.
func (s *Service) queue(ctx context.Context, registry common.Address) ([]store.Intent, error) {
	all, err := s.box.Unsettled(ctx)
	if err != nil {
		return nil, err
	}
	var mine []store.Intent
	for _, i := range all {
		if (i.Kind == outbox.KindKycDeploy || i.Kind == outbox.KindKycSet) && i.To() == registry {
			mine = append(mine, i)
		}
	}
	return mine, nil
}

// isWhitelisted asks the registry as it will be once the queue is done.
func (s *Service) isWhitelisted(ctx context.Context, registry common.Address, addresses []common.Address, queue []store.Intent) ([]bool, error) {
	var after []int64
	for _, i := range queue {
		after = append(after, i.ID)
	}
	calls := make([]node.CallMsg, len(addresses))
	for n, a := range addresses {
		calls[n] = node.CallMsg{From: s.box.Sender, To: &registry, Data: contract.IsWhitelisted(a).Data}
	}
	got, err := s.box.View(ctx, after, calls)
	if err != nil {
		return nil, err
	}
	listed := make([]bool, len(addresses))
	for n, r := range got {
		err := r.Err
		if err == nil {
			listed[n], err = contract.IsWhitelisted(addresses[n]).Decode(r.Return)
		}
		if err != nil {
			return nil, fault.New(fault.Usage, "there is no KYC registry at %s on chain %d: %w", registry.Hex(), s.box.ChainID, err).
				WithHint("check --kyc-address and --network; sto kyc-deploy deploys a registry")
		}
	}
	return listed, nil
}

// receivers drops repeated addresses and refuses the zero address.
func receivers(addresses []common.Address) ([]common.Address, error) {
	seen := map[common.Address]bool{}
	var out []common.Address
	for _, a := range addresses {
		if a == (common.Address{}) {
			return nil, fault.New(fault.Usage, "the zero address can't be whitelisted")
		}
		if !seen[a] {
			seen[a] = true
			out = append(out, a)
		}
	}
	if len(out) == 0 {
		return nil, fault.New(fault.Usage, "no address to whitelist").WithHint("name one with --whitelist-address")
	}
	return out, nil
}

func lowers(addresses []common.Address) []string {
	out := make([]string, len(addresses))
	for n, a := range addresses {
		out[n] = eth.Lower(a)
	}
	return out
}
