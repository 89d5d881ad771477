package contract

import (
	"math/big"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract/bindings/payout"
)

var payouts = sync.OnceValue(payout.NewPayout)

// Payout is what a payout is for: money for the holders of a token at a record date. Times are Unix seconds below 2^40.
type Payout struct {
	Token      common.Address
	Money      common.Address   // any ERC-20 token
	Registry   common.Address   // zero: everyone may be paid
	Issuer     common.Address   // funds, pushes and reclaims
	RecordDate uint64           // a record date of the token, over by the time of funding
	Expires    uint64           // from then on nothing is paid and the issuer may reclaim
	Excluded   []common.Address // at most 32, in ascending order; see SortAddresses
	Salt       common.Hash      // the sender's own
}

// CreatePayout is the call data for the Payout contract that makes one.
func CreatePayout(p Payout) []byte {
	return payouts().PackCreate(p.Token, p.Money, p.Registry, p.Issuer, unix(p.RecordDate), unix(p.Expires), p.Excluded, p.Salt)
}

// PayoutAddress asks the Payout contract, as the sender that will create it, where the payout will be; a refusal says
// why it can't be, for instance because it is there already.
func PayoutAddress(p Payout) View[common.Address] {
	return View[common.Address]{CreatePayout(p), addressAnswer("create")}
}

// FundPayout is the call data that deposits money, in its smallest units, once; the issuer must have approved it.
func FundPayout(money *big.Int) []byte { return payouts().PackFund(amount(money)) }

// ClaimPayout is the call data by which a holder takes its part.
func ClaimPayout() []byte { return payouts().PackClaim() }

// PushPayout is the call data that pays many holders their parts; those that have none, or can't be paid now, are passed
// over.
func PushPayout(to []common.Address) []byte { return payouts().PackPush(to) }

// PayTo is the call data that pays the part of a lost wallet to a fresh one.
func PayTo(lost, fresh common.Address) []byte { return payouts().PackPayTo(lost, fresh) }

// ReclaimPayout is the call data that takes back what is left after the expiry.
func ReclaimPayout() []byte { return payouts().PackReclaim() }

// Entitlements asks a payout for the parts of many holders, in the money's smallest units, paid or not; 0 before it is
// funded. One of them reverts before the record date is over.
func Entitlements(of []common.Address) View[[]*big.Int] {
	return View[[]*big.Int]{payouts().PackEntitlements(of), decoded("entitlements", payouts().UnpackEntitlements)}
}

// Served asks a payout or ballot whether the account was paid or has voted, or its part was given to another wallet.
func Served(a common.Address) View[bool] {
	return View[bool]{payouts().PackServed(a), boolAnswer("served")}
}

// Deposit asks a payout for the money that it was funded with, 0 before.
func Deposit() View[*big.Int] { return View[*big.Int]{payouts().PackDeposit(), uintAnswer("deposit")} }

// PayoutMoney asks a payout for its money.
func PayoutMoney() View[common.Address] {
	return View[common.Address]{payouts().PackMoney(), addressAnswer("money")}
}

// PayoutExpires asks a payout for its expiry, in Unix seconds.
func PayoutExpires() View[*big.Int] {
	return View[*big.Int]{payouts().PackExpires(), uintAnswer("expires")}
}

// RecordDateOf asks a payout or ballot for its record date, in Unix seconds.
func RecordDateOf() View[*big.Int] {
	return View[*big.Int]{payouts().PackRecordDate(), uintAnswer("recordDate")}
}

// TokenOf asks a payout, ballot or rule set for its token.
func TokenOf() View[common.Address] {
	return View[common.Address]{payouts().PackToken(), addressAnswer("token")}
}

// RegistryOf asks a payout, ballot or rule set for its registry, zero for none.
func RegistryOf() View[common.Address] {
	return View[common.Address]{payouts().PackRegistry(), addressAnswer("registry")}
}

// IssuerOf asks a payout or ballot for its issuer.
func IssuerOf() View[common.Address] {
	return View[common.Address]{payouts().PackIssuer(), addressAnswer("issuer")}
}

// ExcludedFrom asks a payout or ballot for the accounts that have no part in it.
func ExcludedFrom() View[[]common.Address] {
	return View[[]common.Address]{payouts().PackExcluded(), decoded("excluded", payouts().UnpackExcluded)}
}

// EntitledSupply asks a payout or ballot for the token's supply at the record date without the excluded, in raw token
// units.
func EntitledSupply() View[*big.Int] {
	return View[*big.Int]{payouts().PackEntitledSupply(), uintAnswer("entitledSupply")}
}
