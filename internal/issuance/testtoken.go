package issuance

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/outbox"
)

// The test token, for trials of payouts.
const (
	TestTokenName   = "test_token"
	TestTokenSymbol = "TEST"
	testTokenSupply = "10000000" // whole tokens, all the deployer's
)

// Deployed is a test token that was planned now or earlier.
type Deployed struct {
	Address  common.Address
	Existing bool
	Prepared *outbox.Prepared
}

// TestToken plans a plain ERC-20 whose supply is the account's. One that is there already is returned as Existing,
// unless r.Again.
func (s *Service) TestToken(ctx context.Context, r Request) (*Deployed, error) {
	supply, err := eth.ParseAmount(testTokenSupply, 0)
	if err != nil {
		return nil, err
	}
	supply.Mul(supply, new(big.Int).Exp(big.NewInt(10), big.NewInt(Decimals), nil))
	data, err := s.bundle.DeployTestToken(TestTokenName, TestTokenSymbol, Decimals, supply)
	if err != nil {
		return nil, err
	}
	head := outbox.Head{ID: r.ID, Command: "deploy-crowdsale-token", Params: struct{}{}, AtOnce: r.AtOnce}
	p, err := s.box.Prepare(ctx, head, func(ctx context.Context, _ uint64) ([]outbox.Call, error) {
		key, _, err := s.box.NaturalKey(ctx, "test-token/"+eth.Lower(s.box.Sender), r.Again)
		if err != nil {
			return nil, err
		}
		return []outbox.Call{{
			Data: data, Kind: outbox.KindTestToken, Note: "deploy the token " + TestTokenSymbol + " for trials",
			Key: key, Payload: testTokenSupply, Gas: headroom(contract.GasTestTokenDeploy), Explain: contract.Revert,
		}}, nil
	})
	if err != nil {
		return nil, err
	}
	switch {
	case len(p.New) == 1:
		return &Deployed{Address: p.New[0].To(), Prepared: p}, nil
	case len(p.Existing) == 1:
		return &Deployed{Address: p.Existing[0].To(), Existing: true, Prepared: p}, nil
	}
	return nil, fmt.Errorf("one token was planned, %d were prepared", len(p.New)+len(p.Existing))
}
