// Package issuance creates share series and tells about them: it plans the token contract, its transfer policy and the
// first shares, lists past issuances, and reads what a token contract says of itself. It neither sends nor prints.
package issuance

import (
	"bytes"
	"context"
	"fmt"
	"math/big"
	"net/url"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// Decimals of the tokens that are issued.
const Decimals = 18

// Restrictions of transfers.
const (
	Unrestricted = "unrestricted"
	Restricted   = "restricted"
)

// Service plans issuances.
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

// Params describe a share series.
type Params struct {
	Symbol      string
	Name        string
	URL         string          // where the issuer tells about it: http, https or ipfs
	Amount      string          // whole shares, digits only; 0: none yet
	Restriction string          // Unrestricted (also when empty) or Restricted
	Registry    *common.Address // the KYC registry that restricts transfers; read only when Restricted
	Launch      bool            // in one transaction, by a factory
	Factory     *common.Address // the factory; nil: the account's own, which is deployed before where there is none yet
	Request
}

// Issued is an issuance that was planned now or earlier.
type Issued struct {
	Token    common.Address
	Existing bool // planned earlier: nothing is new
	Prepared *outbox.Prepared
}

// logged is what is stored of an issuance; its fields are read again by Logs.
type logged struct {
	Symbol      string `json:"symbol"`
	Name        string `json:"name"`
	URL         string `json:"url"`
	Amount      string `json:"amount"`
	Restriction string `json:"restriction"`
	Registry    string `json:"kyc_address,omitempty"`
	Sender      string `json:"sender"`
}

const command = "issue"

// Issue plans the transactions that create a share series: the token, its transfer policy where transfers are
// restricted, and the shares, which the account itself receives. The same symbol of the same account with the same values
// is returned as Existing. Errors: fault.Usage for wrong values; fault.Refused when the registry does not whitelist the
// account; those of Outbox.Prepare.
func (s *Service) Issue(ctx context.Context, p Params) (*Issued, error) {
	l, raw, err := p.check()
	if err != nil {
		return nil, err
	}
	l.Sender = eth.Lower(s.box.Sender)
	data, err := s.bundle.DeploySecurityToken(l.Name, l.Symbol, l.URL, Decimals, s.box.Sender)
	if err != nil {
		return nil, err
	}
	head := outbox.Head{ID: p.ID, Command: command, Params: l, AtOnce: p.AtOnce}
	done := &Issued{}
	done.Prepared, err = s.box.Prepare(ctx, head, func(ctx context.Context, next uint64) ([]outbox.Call, error) {
		key, old, err := s.box.NaturalKey(ctx, "issue/"+l.Sender+"/"+url.PathEscape(l.Symbol), p.Again)
		if err != nil {
			return nil, err
		}
		pl := planner{logged: l, raw: raw, key: key, data: data, token: crypto.CreateAddress(s.box.Sender, next)}
		if old != nil {
			pl.token = old.To()
		} else if l.Restriction == Restricted {
			pl.registry = *p.Registry
			if pl.after, err = s.whitelisted(ctx, *p.Registry); err != nil {
				return nil, err
			}
		}
		if old == nil && p.Launch || old != nil && old.Kind == outbox.KindTokenLaunch {
			return s.launch(ctx, pl, p.Factory, old, next)
		}
		return pl.calls(), nil
	})
	if err != nil {
		return nil, err
	}
	for _, list := range [][]store.Intent{done.Prepared.New, done.Prepared.Existing} {
		for _, i := range list {
			if token, ok := madeBy(i); ok {
				done.Token = token
			}
		}
	}
	done.Existing = len(done.Prepared.New) == 0
	return done, nil
}

// planner makes the calls of one issuance.
type planner struct {
	logged
	raw      *big.Int
	key      string
	data     []byte
	token    common.Address
	registry common.Address
	after    []int64 // what whitelists the account, where that still waits
}

// payload is what the keys stand for.
func (p planner) payload() string {
	return fmt.Sprintf("%q %q %q %s %s %s", p.Symbol, p.Name, p.URL, p.Amount, p.Restriction, p.Registry)
}

func (p planner) calls() []outbox.Call {
	payload := p.payload()
	step := func(name string) string { return "issue-" + name + strings.TrimPrefix(p.key, "issue") }
	calls := []outbox.Call{{
		Data: p.data, Kind: outbox.KindTokenDeploy, Note: fmt.Sprintf("deploy the token %s", p.Symbol),
		Key: p.key, Payload: payload, Gas: headroom(contract.GasTokenDeploy), Explain: contract.Revert,
	}}
	if p.Restriction == Restricted {
		calls = append(calls, outbox.Call{
			To: &p.token, Data: contract.SetPolicy(p.registry), Kind: outbox.KindPolicySet,
			Note: fmt.Sprintf("make the KYC registry the transfer policy of %s", p.Symbol), Key: step("policy"), Payload: payload,
			Gas: headroom(contract.GasSetPolicy), After: p.after, AfterCalls: []int{0}, Explain: contract.Revert,
		})
	}
	if p.raw.Sign() > 0 {
		before := []int{0}
		if len(calls) > 1 {
			before = append(before, 1)
		}
		calls = append(calls, outbox.Call{
			To: &p.token, Data: contract.Issue(common.HexToAddress(p.Sender), p.raw), Kind: outbox.KindIssue,
			Note: fmt.Sprintf("create %s shares of %s", p.Amount, p.Symbol), Key: step("shares"), Payload: payload,
			Gas: headroom(contract.GasIssue), After: p.after, AfterCalls: before, Explain: contract.Revert,
		})
	}
	return calls
}

// whitelisted refuses an account that the registry will not whitelist once the account's queue is done, and returns the
// transactions of the queue that this rests on.
func (s *Service) whitelisted(ctx context.Context, registry common.Address) ([]int64, error) {
	queue, err := s.box.Unsettled(ctx)
	if err != nil {
		return nil, err
	}
	set := contract.SetWhitelisted(s.box.Sender, true)
	var after []int64
	for _, i := range queue {
		if i.To() == registry && (i.Kind == outbox.KindKycDeploy || i.Kind == outbox.KindKycSet && bytes.Equal(i.Data, set)) {
			after = append(after, i.ID)
		}
	}
	ask := contract.IsWhitelisted(s.box.Sender)
	got, err := s.box.View(ctx, after, []node.CallMsg{{From: s.box.Sender, To: &registry, Data: ask.Data}})
	if err != nil {
		return nil, err
	}
	ok, err := false, got[0].Err
	if err == nil {
		ok, err = ask.Decode(got[0].Return)
	}
	if err != nil {
		return nil, fault.New(fault.Usage, "there is no KYC registry at %s on chain %d: %w", registry.Hex(), s.box.ChainID, err).
			WithHint("check --kyc-address and --network; sto kyc-deploy deploys a registry")
	}
	if !ok {
		return nil, fault.New(fault.Refused, "the issuing account %s is not whitelisted in the KYC registry %s, so it can't hold the shares", s.box.Sender.Hex(), registry.Hex()).
			WithHint("run sto kyc-manage --whitelist-address %s", s.box.Sender.Hex())
	}
	return after, nil
}

// headroom is the gas of an operation and a fifth, for nodes that can't simulate calls that build on each other.
func headroom(op contract.Op) uint64 { return contract.Gas(op) * 6 / 5 }

// clean is text of others within a note or an error.
func clean(s string) string { return term.SafeN(s, 80) }
