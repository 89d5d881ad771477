package outbox

import (
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
)

func gwei(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(1e9)) }

func TestPriceIsBounded(t *testing.T) {
	market := node.Market{BaseFee: gwei(10), Tip: gwei(2), GasPrice: gwei(12)}
	for _, c := range []struct {
		name     string
		policy   FeePolicy
		market   node.Market
		tip, cap int64 // GWei
		legacy   bool
		refused  string
		class    fault.Class
	}{
		{"cap is tip and twice the base fee", FeePolicy{}, market, 2, 22, false, "", 0},
		{"the market's tip has a bound", FeePolicy{MaxTip: gwei(1)}, market, 1, 21, false, "", 0},
		{"a bound above the tip changes nothing", FeePolicy{MaxTip: gwei(5)}, market, 2, 22, false, "", 0},
		{"a fixed tip", FeePolicy{Tip: gwei(7), MaxTip: gwei(1)}, market, 7, 27, false, "", 0},
		{"less head-room under a cap", FeePolicy{MaxFee: gwei(15)}, market, 2, 15, false, "", 0},
		{"a cap that just holds", FeePolicy{MaxFee: gwei(12)}, market, 2, 12, false, "", 0},
		{"a cap below what gas costs now", FeePolicy{MaxFee: gwei(11)}, market, 0, 0, false, "gas costs 12 GWei now, over the limit of 11 GWei", fault.Funds},
		{"the network has no EIP-1559", FeePolicy{Legacy: true}, market, 12, 12, true, "", 0},
		{"the node shows no base fee", FeePolicy{}, node.Market{GasPrice: gwei(5)}, 5, 5, true, "", 0},
		{"a cap holds there too", FeePolicy{MaxFee: gwei(4)}, node.Market{GasPrice: gwei(5)}, 0, 0, true, "gas costs 5 GWei now", fault.Funds},
		{"a price that is given", FeePolicy{GasPrice: gwei(3), Legacy: true}, market, 3, 3, true, "", 0},
		{"a price that is given, with EIP-1559", FeePolicy{GasPrice: gwei(3)}, market, 3, 3, true, "", 0},
		{"no price at all", FeePolicy{Legacy: true}, node.Market{BaseFee: gwei(10), Tip: gwei(2)}, 0, 0, true, "tells no gas price", fault.Node},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := c.policy.price(c.market)
			if c.refused != "" {
				if err == nil || !strings.Contains(err.Error(), c.refused) || fault.ClassOf(err) != c.class || fault.Hint(err) == "" {
					t.Errorf("%v", err)
				}
				return
			}
			if err != nil || got.tip.Cmp(gwei(c.tip)) != 0 || got.cap.Cmp(gwei(c.cap)) != 0 || got.legacy != c.legacy {
				t.Errorf("%+v, %v", got, err)
			}
		})
	}
}

func TestReplacementsRiseEnough(t *testing.T) {
	for _, c := range []struct {
		name             string
		oldTip, oldCap   int64 // wei
		tip, cap         int64 // wei, of the market
		max              int64 // 0: none
		wantTip, wantCap int64
		refused          bool
	}{
		{"an eighth above", 1000, 8000, 1, 2, 0, 1125, 9000, false},
		{"rounded up", 1001, 8001, 1, 2, 0, 1127, 9002, false},
		{"at least by one", 1, 1, 0, 0, 0, 2, 2, false},
		{"from nothing", 0, 0, 0, 0, 0, 1, 1, false},
		{"the market if that is higher", 1000, 8000, 5000, 50_000, 0, 5000, 50_000, false},
		{"never a tip above the cap", 1000, 8000, 60_000, 9, 0, 60_000, 60_000, false},
		{"within the limit", 1000, 8000, 1, 2, 9000, 1125, 9000, false},
		{"over the limit", 1000, 8000, 1, 2, 8999, 0, 0, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := FeePolicy{}
			if c.max > 0 {
				p.MaxFee = big.NewInt(c.max)
			}
			got, err := p.above(&store.Attempt{Tip: c.oldTip, FeeCap: c.oldCap}, price{big.NewInt(c.tip), big.NewInt(c.cap), false})
			if c.refused {
				if !fault.Is(err, fault.Funds) {
					t.Errorf("%v", err)
				}
				return
			}
			if err != nil || got.tip.Int64() != c.wantTip || got.cap.Int64() != c.wantCap {
				t.Errorf("tip %v, cap %v, %v", got.tip, got.cap, err)
			}
		})
	}
}

// TestLegacyTransactions encodes by the price's kind.
func TestLegacyTransactions(t *testing.T) {
	to := "0x00000000000000000000000000000000000000aa"
	i := &store.Intent{ChainID: 5, Nonce: 3, ToAddr: &to, Sender: to, Value: "7", Gas: 21_000}
	for _, kind := range []string{attemptOriginal, attemptBump, attemptCancel} {
		if tx := transaction(i, price{gwei(4), gwei(4), true}, kind); tx.Type() != types.LegacyTxType || tx.GasPrice().Cmp(gwei(4)) != 0 || tx.Nonce() != 3 {
			t.Errorf("%s: type %d", kind, tx.Type())
		}
		if tx := transaction(i, price{gwei(1), gwei(4), false}, kind); tx.Type() != types.DynamicFeeTxType || tx.GasFeeCap().Cmp(gwei(4)) != 0 || tx.ChainId().Int64() != 5 {
			t.Errorf("%s: type %d", kind, tx.Type())
		}
	}
}
