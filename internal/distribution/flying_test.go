package distribution_test

import (
	"context"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/sto-project/sto/internal/distribution"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/testchain"
)

// TestLostPaymentWaitsBehindAGap has a lost database's second payment in the pool, which has dropped the first: the account's
// counts show nothing of it, and it is mined as soon as somebody uses the nonce below. A fresh database, and one that had
// prepared the payment before, must not make it once more.
func TestLostPaymentWaitsBehindAGap(t *testing.T) {
	ctx := context.Background()
	chain := testchain.Geth(t)
	lost := newRig(t, chain)
	token := lost.token(18, 100, common.Address{})
	lost.settle()
	fresh, ready := newRig(t, chain), newRig(t, chain)
	ready = ready.again(func(c *outbox.Config) { c.Recheck = distribution.Recheck(outbox.New(*c)) })
	rows := file(t, "1", "2")
	ready.distribute(token, rows[1:], 1, 0)
	lost.distribute(token, rows, 2, 0)
	var raw []byte
	if err := lost.box.Store.SQL().QueryRow(`SELECT raw FROM attempt WHERE intent_id = (SELECT max(id) FROM intent)`).Scan(&raw); err != nil {
		t.Fatal(err)
	}
	chain.Call(nil, "eth_sendRawTransaction", hexutil.Encode(raw))

	_, err := fresh.try(token, rows[1:])
	wants(t, err, fault.Conflict, `"id-2"`, "on its way already", "which this database does not know")
	if n := fresh.count(`SELECT count(*) FROM intent`); n != 0 {
		t.Errorf("%d transactions were prepared", n)
	}
	_, err = ready.box.Broadcast(ctx, outbox.BroadcastOptions{})
	wants(t, err, fault.Conflict, `"id-2"`, "are on their way already")
	if n := ready.count(`SELECT count(*) FROM attempt WHERE exposed_at IS NOT NULL`); n != 0 {
		t.Errorf("%d transactions left the process", n)
	}
	fresh.distribute(token, rows[:1], 1, 0) // the other payment closes the gap
	fresh.settle()
	for n, want := range []string{"1", "2"} {
		if got := fresh.balance(token, holder(n+1)); got != want {
			t.Errorf("holder %d has %s, want %s", n+1, got, want)
		}
	}
}
