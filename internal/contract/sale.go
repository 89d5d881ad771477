package contract

import (
	"math/big"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract/bindings/tokensale"
)

var sales = sync.OnceValue(tokensale.NewTokenSale)

// Sale is what a token sale offers. Money is in its smallest units, times are Unix seconds below 2^40.
type Sale struct {
	Token    common.Address
	Money    common.Address
	Issuer   common.Address // runs it and gets the money
	Treasury common.Address // gives the tokens; zero: they are issued, for which the sale needs the role
	SettleBy uint64         // from then on buyers without tokens may take their money back
	SoftCap  *big.Int
	HardCap  *big.Int
	Tiers    []SaleTier // 1 to 16
}

// SaleTier is a tier of a sale; Cap, Least and Most are in raw token units.
type SaleTier struct {
	Opens, Closes    uint64
	Listed           bool     // private: only buyers that the issuer lists
	Price            *big.Int // money for one whole token
	Cap, Least, Most *big.Int // of the tier; of an investor
}

// ListBuyers is the call data that lists or unlists buyers of a private tier.
func ListBuyers(tier uint64, buyers []common.Address, listed bool) []byte {
	return sales().PackList(new(big.Int).SetUint64(tier), buyers, listed)
}

// Buy is the call data that buys raw token units for at most limit of the money.
func Buy(tier uint64, raw, limit *big.Int) []byte {
	return sales().PackBuy(new(big.Int).SetUint64(tier), amount(raw), amount(limit))
}

// SettleSale is the call data that gives buyers their tokens and the issuer their money.
func SettleSale(buyers []common.Address) []byte { return sales().PackSettle(buyers) }

// RefundSale is the call data that gives buyers their money back.
func RefundSale(buyers []common.Address) []byte { return sales().PackRefund(buyers) }

// CancelSale is the call data by which the issuer ends a sale that has not succeeded.
func CancelSale() []byte { return sales().PackCancel() }

// SaleCost asks a sale what raw token units cost in a tier, rounded up.
func SaleCost(tier uint64, raw *big.Int) View[*big.Int] {
	return View[*big.Int]{sales().PackCostOf(new(big.Int).SetUint64(tier), amount(raw)), uintAnswer("costOf")}
}

// SaleRaised asks a sale for all money ever taken in.
func SaleRaised() View[*big.Int] { return View[*big.Int]{sales().PackRaised(), uintAnswer("raised")} }

// SaleSuccessful asks a sale whether it is over and has reached its soft cap.
func SaleSuccessful() View[bool] {
	return View[bool]{sales().PackSuccessful(), boolAnswer("successful")}
}

// SaleRefundable asks a sale whether buyers may take their money back now.
func SaleRefundable() View[bool] {
	return View[bool]{sales().PackRefundable(), boolAnswer("refundable")}
}

// SalePosition is what a buyer has paid and is to get; both 0 once settled or refunded.
type SalePosition struct {
	Tokens *big.Int // raw token units
	Cost   *big.Int // the money's smallest units
}

// PositionOf asks a sale for a buyer's position.
func PositionOf(buyer common.Address) View[SalePosition] {
	return View[SalePosition]{sales().PackPosition(buyer), decoded("position", func(ret []byte) (SalePosition, error) {
		p, err := sales().UnpackPosition(ret)
		return SalePosition{p.Tokens, p.Cost}, err
	})}
}
