// Package kyc deploys the issuer's KYC registry and whitelists addresses in it. It plans calls and reads the registry; it
// neither sends nor prints.
package kyc

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// Service plans what is done with KYC registries.
type Service struct {
	box    *outbox.Outbox
	bundle *contract.Bundle
}

// New makes a service that plans for the outbox's account, with the contracts of the bundle.
func New(o *outbox.Outbox, b *contract.Bundle) *Service { return &Service{box: o, bundle: b} }

// Request is what all plans of this package share.
type Request struct {
	ID     string // of --request-id; empty: a random one
	AtOnce bool   // it is to be sent at once: refused while earlier transactions of the account wait
	Again  bool   // do it although it was done before
}

// Deployed is a registry that was planned now or earlier.
type Deployed struct {
	Address  common.Address
	Existing bool             // planned earlier: nothing is new
	Intent   store.Intent     // its deployment
	Prepared *outbox.Prepared // nil when Existing
}

// deployKey names the one registry that a database has on a chain.
const deployKey = "kyc-deploy"

// Registry returns the registry of this database on this chain: the newest that was deployed, or waits for it. nil: none.
func (s *Service) Registry(ctx context.Context) (*common.Address, error) {
	i, err := s.newest(ctx)
	if err != nil || i == nil {
		return nil, err
	}
	a := i.To()
	return &a, nil
}

// newest returns the last deployment of a registry that did not fail and was not withdrawn.
func (s *Service) newest(ctx context.Context) (*store.Intent, error) {
	var rows []store.Intent
	err := s.box.Store.DB().WithContext(ctx).Raw(`SELECT i.* FROM intent i
		LEFT JOIN receipt r ON r.intent_id = i.id AND r.orphaned_at IS NULL LEFT JOIN attempt a ON a.id = r.attempt_id
		WHERE i.chain_id = ? AND i.kind = ? AND i.creates IS NOT NULL
		AND i.state NOT IN ('void','reverted','cancelled','superseded','unclear')
		AND (r.status IS NULL OR r.status = 1 AND a.kind <> 'cancel')
		AND NOT (i.state IN ('draft','signed','pending') AND `+outbox.IsWithdrawn+`) ORDER BY i.id DESC LIMIT 1`,
		s.box.ChainID, outbox.KindKycDeploy).Scan(&rows).Error
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &rows[0], nil
}

// Deploy plans the registry of this database on this chain. One that is there already is returned as Existing, and
// nothing is planned, unless r.Again. Errors: fault.Refused when an earlier deployment failed; those of Outbox.Prepare.
func (s *Service) Deploy(ctx context.Context, r Request) (*Deployed, error) {
	if !r.Again {
		if i, err := s.newest(ctx); err != nil {
			return nil, err
		} else if i != nil {
			return &Deployed{Address: i.To(), Existing: true, Intent: *i}, nil
		}
	}
	data, err := s.bundle.DeployKycRegistry(s.box.Sender)
	if err != nil {
		return nil, err
	}
	head := outbox.Head{ID: r.ID, Command: "kyc-deploy", Params: struct{}{}, AtOnce: r.AtOnce}
	p, err := s.box.Prepare(ctx, head, func(ctx context.Context, _ uint64) ([]outbox.Call, error) {
		key, old, err := s.box.NaturalKey(ctx, deployKey, r.Again)
		if err != nil {
			return nil, err
		}
		if old != nil {
			if live, err := s.newest(ctx); err != nil || live == nil { // else another process has planned it meanwhile
				return nil, errors.Join(err, failed(old))
			}
		}
		return []outbox.Call{{
			Data: data, Kind: outbox.KindKycDeploy, Note: "deploy the KYC registry", Key: key, Payload: "registry",
			Gas: headroom(contract.GasKycDeploy), Explain: contract.Revert,
		}}, nil
	})
	if err != nil {
		return nil, err
	}
	d := &Deployed{Prepared: p}
	switch {
	case len(p.New) == 1:
		d.Intent = p.New[0]
	case len(p.Existing) == 1:
		d.Intent, d.Existing = p.Existing[0], true
	default:
		return nil, fmt.Errorf("one registry was planned, %d were prepared", len(p.New)+len(p.Existing))
	}
	d.Address = d.Intent.To()
	return d, nil
}

// headroom is the gas of an operation and a fifth, for nodes that can't simulate calls that build on each other.
func headroom(op contract.Op) uint64 { return contract.Gas(op) * 6 / 5 }

// failed refuses a wish whose earlier transaction failed.
func failed(i *store.Intent) error {
	if i.State.Unsettled() {
		return fault.New(fault.Refused, "%s was prepared before (id %d, nonce %d) and withdrawn", term.Safe(i.Note), i.ID, i.Nonce).
			WithHint("add --again to do it after all")
	}
	if i.State == store.Mined { // and so may still come back
		return fault.New(fault.Refused, "%s was prepared before (id %d, nonce %d) and has failed", term.Safe(i.Note), i.ID, i.Nonce).
			WithHint("once sto tx-update says that this is final, run sto tx-reissue id:%d, or add --again", i.ID)
	}
	return fault.New(fault.Refused, "%s was prepared before (id %d, nonce %d) and is %s", term.Safe(i.Note), i.ID, i.Nonce, i.State).
		WithHint("run sto tx-reissue id:%d to send it anew, or add --again", i.ID)
}
