package outbox_test

import (
	"testing"

	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/testchain"
)

// TestAdoptWithASecondNode adopts at a node that hides a transaction and lies about another's outcome, with an honest one
// beside it: what is hidden is heard from the other, and what it contradicts is not called final.
func TestAdoptWithASecondNode(t *testing.T) {
	c := testchain.Anvil(t)
	r := newRig(t, c, "")
	r.gifts(0, 4)
	lines, err := r.Last(ctx, 4)
	if err != nil {
		t.Fatal(err)
	}
	lied := lines[1].TxHash // of nonce 2
	bad := newTampered(t, c.URL)
	bad.change = func(method string, result map[string]any) bool {
		switch method {
		case "eth_getTransactionReceipt":
			if result["transactionHash"] == lied {
				result["status"] = "0x0"
			}
		case "eth_getBlockByNumber/full":
			var kept []any
			for _, tx := range result["transactions"].([]any) {
				if tx.(map[string]any)["nonce"] != "0x1" {
					kept = append(kept, tx)
				}
			}
			result["transactions"] = kept
		}
		return true
	}
	n, err := node.Dial(ctx, node.Options{URLs: []string{bad.URL, c.URL}, ChainID: c.ChainID})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(n.Close)
	fresh := newRig(t, c, "", through(n))
	a := fresh.adopt()
	if a.New != 4 || a.Unknown != 0 || a.Next != 4 || a.NoReceipt != 1 {
		t.Errorf("%+v", a)
	}
	got := fresh.states()
	if got != "final final pending final" && got != "final final mined final" && got != "final final final final" { // the update at the end asks again
		t.Errorf("states %s", got)
	}
	honest := newRig(t, c, fresh.path)
	if honest.update(); honest.states() != "final final final final" {
		t.Errorf("states %s", honest.states())
	}
	honest.sound()
}
