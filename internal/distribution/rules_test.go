package distribution_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/testchain"
)

// TestOtherGasRules distributes on a chain whose rules price storage differently from those under which the gas table was
// measured, as a plain `geth --dev` does.
func TestOtherGasRules(t *testing.T) {
	r := newRig(t, testchain.Geth(t, testchain.OwnRules()))
	token := r.token(18, 100, common.Address{})
	r.settle()
	r.distribute(token, file(t, "1", "2", "3"), 3, 0)
	r.settle()
	r.distribute(token, file(t, "1", "2", "3", "4", "5"), 2, 3, batch(2))
	r.settle()
	if got := r.balance(token, holder(5)); got != "5" {
		t.Errorf("the last holder has %s", got)
	}
}
