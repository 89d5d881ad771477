package distribution_test

import (
	"context"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/distribution"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/testchain"
)

// TestTwoDatabasesThatTakeTurns prepares the same rows twice, in two databases of one account, and in such an order that
// the nonces alone would let one of them pay twice.
func TestTwoDatabasesThatTakeTurns(t *testing.T) {
	ctx := context.Background()
	chain := testchain.Embedded(t)
	first := newRig(t, chain)
	token := first.token(18, 100, common.Address{})
	first.settle()
	other := newRig(t, chain)
	plain := newRig(t, chain)
	r := plain.again(func(c *outbox.Config) { c.Recheck = distribution.Recheck(plain.box) })
	rows := file(t, "1", "2")
	r.distribute(token, rows, 2, 0)         // id-1, then id-2
	other.distribute(token, rows[1:], 1, 0) // id-2 takes the nonce of id-1
	other.settle()
	_, err := r.box.Broadcast(ctx, outbox.BroadcastOptions{})
	wants(t, err, fault.Conflict, `"id-2"`, "were paid on the chain meanwhile")
	if n := r.count(`SELECT count(*) FROM attempt WHERE exposed_at IS NOT NULL`); n != 0 {
		t.Errorf("%d transactions left the process", n)
	}
	if got := r.balance(token, holder(2)); got != "2" {
		t.Errorf("the holder of id-2 has %s", got)
	}
}
