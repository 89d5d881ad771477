package e2e

import (
	"strconv"
	"testing"

	"github.com/sto-project/sto/internal/testchain"
)

// TestScanWithoutHistory scans through a node that has forgotten the states in which the tokens were created: where the
// database has issued one, it knows the block; where it has not, the user may say.
func TestScanWithoutHistory(t *testing.T) {
	t.Parallel()
	n := testchain.Geth(t)
	d := newDesk(t, n)
	n.Mine(3)
	ours := d.issue("OURS", "100")
	launched := d.issue("BYONE", "100", "--one-transaction")
	n.Mine(150)
	type scanned struct {
		First      uint64 `json:"first_block"`
		Complete   bool
		Reconciled string
	}
	scan := func(d *desk, args ...string) scanned {
		t.Helper()
		return decode[scanned](t, d.ok(append([]string{"token-scan", "--output", "json"}, args...)...))
	}
	for symbol, token := range map[string]string{"OURS": ours.Hex(), "BYONE": launched.Hex()} {
		created := d.number(`SELECT block_num FROM receipt r JOIN intent i ON i.id = r.intent_id WHERE i.kind LIKE 'token-%' AND i.note LIKE '% ` + symbol + `%' ORDER BY i.nonce LIMIT 1`)
		if got := scan(d, "--token-address", token); got.First != uint64(created) || !got.Complete || got.Reconciled != "agreed" {
			t.Errorf("%s, created in block %d: %+v", symbol, created, got)
		}
		stranger := d.fresh(t)
		if got := scan(stranger, "--token-address", token); got.First != 0 || !got.Complete || got.Reconciled != "agreed" {
			t.Errorf("%s by another database: %+v", symbol, got)
		}
		stranger = d.fresh(t)
		if got := scan(stranger, "--token-address", token, "--start-block", strconv.Itoa(created)); got.First != uint64(created) || got.Complete || got.Reconciled != "agreed" {
			t.Errorf("%s from the block that the user names: %+v", symbol, got)
		}
	}
}
