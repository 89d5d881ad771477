package scan

import (
	"encoding/binary"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/testchain"
)

// TestBalances asks for more holders than one call takes, both ways.
func TestBalances(t *testing.T) {
	kinds(t, func(t *testing.T, n *testchain.Node) {
		b := newBench(t, n)
		token, call := b.oddity()
		holdings := make([]common.Address, 2*together+1)
		for i := range holdings {
			binary.BigEndian.PutUint64(holdings[i][12:], uint64(i+1))
		}
		holdings[0] = n.Address(2)
		huge := new(big.Int).Lsh(big.NewInt(1), 255)
		call("set", n.Address(2), huge, huge)
		call("set", holdings[2*together], big.NewInt(7), huge)
		head, err := n.Client().HeaderByNumber(t.Context(), nil)
		check(t, err)
		start := time.Now()
		supply, quick, err := balancesTogether(t.Context(), b.node, token, holdings[:together], head.Hash(), true)
		check(t, err)
		if len(quick) != together || len(supply) != 32 || quick[0].Cmp(huge) != 0 || quick[1].Sign() != 0 {
			t.Errorf("together: %d balances", len(quick))
		}
		t.Logf("%d together in %s", together, time.Since(start))
		f, err := figuresOf(t.Context(), b.node, token, holdings, head.Hash())
		check(t, err)
		all := f.balances
		start = time.Now()
		single, err := balancesAside(t.Context(), b.node, token, holdings, head.Hash())
		check(t, err)
		t.Logf("%d one by one in %s", len(holdings), time.Since(start))
		for i := range holdings {
			if all[i].Cmp(single[i]) != 0 {
				t.Errorf("holder %d: %s together, %s alone", i, all[i], single[i])
			}
		}
		if all[2*together].Int64() != 7 {
			t.Errorf("the last has %s", all[2*together])
		}
		// A contract that answers nothing, or refuses.
		refused, err := figuresOf(t.Context(), b.node, common.Address{1}, holdings[:3], head.Hash())
		check(t, err)
		if none := refused.balances; refused.supply != nil || len(none) != 3 || none[0] != nil || none[2] != nil {
			t.Errorf("no contract: %v", none)
		}
	})
}
