package contract

import (
	"bytes"
	"math/big"
	"reflect"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/contracts"
	"github.com/sto-project/sto/internal/contract/bindings/factory"
	"github.com/sto-project/sto/internal/contract/bindings/tokensale"
	"github.com/sto-project/sto/internal/fault"
)

var factories = sync.OnceValue(factory.NewFactory)

// IsFactory tells whether the runtime bytecode is exactly that of the built-in Factory.
func IsFactory(code []byte) (bool, error) {
	ours, err := contracts.Runtime(contracts.Factory)
	return err == nil && bytes.Equal(code, ours), err
}

// Launch is the call data for the Factory that deploys creation codes (see LaunchToken, LaunchRegistry) in their order,
// all or none.
func Launch(salt common.Hash, creations [][]byte) []byte {
	return factories().PackLaunch(salt, creations)
}

// LaunchAddress returns where the Factory at that address, called by sender, puts a contract of that creation code:
// EIP-1014, with the salt of Factory.sol.
func LaunchAddress(factory, sender common.Address, salt common.Hash, creation []byte) common.Address {
	own := crypto.Keccak256Hash(common.LeftPadBytes(sender[:], 32), salt[:])
	return crypto.CreateAddress2(factory, own, crypto.Keccak256(creation))
}

// Launched returns the addresses at which the Factory puts the contracts of a launch, from the launch's call data; none
// when the data is no launch.
func Launched(factory, sender common.Address, data []byte) []common.Address {
	salt, creations, ok := ReadLaunch(data)
	if !ok {
		return nil
	}
	out := make([]common.Address, len(creations))
	for n, code := range creations {
		out[n] = LaunchAddress(factory, sender, salt, code)
	}
	return out
}

// ReadLaunch is the inverse of Launch.
func ReadLaunch(data []byte) (salt common.Hash, creations [][]byte, ok bool) {
	known, err := factory.FactoryMetaData.ParseABI()
	if err != nil || len(data) < 4 {
		return common.Hash{}, nil, false
	}
	method, err := known.MethodById(data[:4])
	if err != nil || method.Name != "launch" {
		return common.Hash{}, nil, false
	}
	args, err := method.Inputs.Unpack(data[4:])
	if err != nil || len(args) != 2 {
		return common.Hash{}, nil, false
	}
	id, ok1 := args[0].([32]byte)
	creations, ok2 := args[1].([][]byte)
	return id, creations, ok1 && ok2
}

// Start is what a launched token starts with.
type Start struct {
	Policy   common.Address   // zero: unrestricted
	Roles    []Role           // further roles: Roles[i] for Accounts[i]; the issuer has all
	Accounts []common.Address //
	Holders  []common.Address // first holders, whom the policy must accept
	Amounts  []*big.Int       // raw token units
}

// startTuple is TokenLaunch.Start as go-ethereum's abi package takes and returns it.
type startTuple struct {
	Policy   common.Address
	Roles    [][32]byte
	Accounts []common.Address
	Holders  []common.Address
	Amounts  []*big.Int
}

// ReadStart reads the last argument of a TokenLaunch, as ReadCreation returns it, all but the roles.
func ReadStart(arg any) (Start, bool) {
	from, to := reflect.ValueOf(arg), reflect.TypeFor[startTuple]()
	if !from.IsValid() || !from.CanConvert(to) {
		return Start{}, false
	}
	t, ok := from.Convert(to).Interface().(startTuple)
	return Start{Policy: t.Policy, Accounts: t.Accounts, Holders: t.Holders, Amounts: t.Amounts}, ok
}

// LaunchToken returns the creation code, arguments included, of a token that is ready from its first block on.
func (b *Bundle) LaunchToken(name, symbol, url string, decimals uint8, issuer common.Address, s Start) ([]byte, error) {
	start := startTuple{s.Policy, make([][32]byte, len(s.Roles)), s.Accounts, s.Holders, amounts(s.Amounts)}
	for i, r := range s.Roles {
		start.Roles[i] = r.ID()
	}
	return b.deployNew(contracts.TokenLaunch, name, symbol, url, decimals, issuer, start)
}

// LaunchRegistry returns the creation code, arguments included, of a KYC registry with its first entries.
func (b *Bundle) LaunchRegistry(issuer common.Address, accounts []common.Address, entries []Entry) ([]byte, error) {
	words := make([]*big.Int, len(entries))
	for i, e := range entries {
		words[i] = e.word()
	}
	return b.deployNew(contracts.RegistryLaunch, issuer, accounts, words)
}

// DeployPayouts returns the data that deploys the contract of which payouts are clones; one serves all issuers.
func (b *Bundle) DeployPayouts() ([]byte, error) { return b.deployNew(contracts.Payout) }

// DeployBallots returns the data that deploys the contract of which ballots are clones; one serves all issuers.
func (b *Bundle) DeployBallots() ([]byte, error) { return b.deployNew(contracts.Ballot) }

// DeployFactory returns the data that deploys the Factory; one serves all issuers.
func (b *Bundle) DeployFactory() ([]byte, error) { return b.deployNew(contracts.Factory) }

// DeployRuleSet returns the data that deploys the rules of one token. What they bind is the most that SetRules may bind
// later.
func (b *Bundle) DeployRuleSet(token, registry, issuer common.Address, t RuleTerms) ([]byte, error) {
	return b.deployNew(contracts.RuleSet, token, registry, issuer, t.packed())
}

// DeploySale returns the data that deploys a token sale.
func (b *Bundle) DeploySale(s Sale) ([]byte, error) {
	terms := tokensale.ITokenSaleTerms{
		Token: s.Token, Money: s.Money, Issuer: s.Issuer, Treasury: s.Treasury, SettleBy: unix(s.SettleBy),
		SoftCap: orZero(s.SoftCap), HardCap: orZero(s.HardCap),
	}
	tiers := make([]tokensale.ITokenSaleTier, len(s.Tiers))
	for i, t := range s.Tiers {
		tiers[i] = tokensale.ITokenSaleTier{
			Opens: unix(t.Opens), Closes: unix(t.Closes), Listed: t.Listed, Price: orZero(t.Price), Cap: orZero(t.Cap),
			Least: orZero(t.Least), Most: orZero(t.Most),
		}
	}
	return b.deployNew(contracts.TokenSale, terms, tiers)
}

// deployNew deploys what older bundles don't have.
func (b *Bundle) deployNew(name string, args ...any) ([]byte, error) {
	if _, ok := b.contracts[name]; !ok {
		return nil, fault.New(fault.Usage, "contract bundle %s has no contract %s", b.path, name).
			WithHint("leave out --ethereum-abi-file to use the built-in contracts")
	}
	return b.deploy(name, args...)
}
