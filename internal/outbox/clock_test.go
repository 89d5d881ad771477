package outbox_test

import (
	"testing"
	"time"

	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/testchain"
)

// TestClockSetBack prepares, sends and settles with a clock that runs backwards by hours, and leaps: states and their history
// follow from what happened, not from what the clock said.
func TestClockSetBack(t *testing.T) {
	chain := testchain.Anvil(t)
	now := time.Now()
	r := newRig(t, chain, "", depth(2), func(c *outbox.Config) { c.Clock = func() time.Time { return now } })
	token := r.token()
	for _, leap := range []time.Duration{-3 * time.Hour, -20 * time.Minute, 48 * time.Hour, -72 * time.Hour} {
		p := r.prepare(pay(token, "a"+leap.String(), 1), pay(token, "b"+leap.String(), 1))
		now = now.Add(leap)
		r.send()
		now = now.Add(leap)
		r.update()
		now = now.Add(leap)
		chain.Mine(3)
		r.settle()
		for _, i := range p.New {
			var states []string
			if err := r.st.DB().Raw(`SELECT what FROM event WHERE intent_id = ? AND what IN (SELECT a FROM edge UNION SELECT b FROM edge) ORDER BY id`, i.ID).Scan(&states).Error; err != nil {
				t.Fatal(err)
			}
			if len(states) == 0 || states[0] != "signed" || states[len(states)-1] != "final" {
				t.Errorf("after a leap of %s: %v", leap, states)
			}
		}
	}
	if wrong, err := r.st.Check(ctx); err != nil || len(wrong) != 0 {
		t.Errorf("%q %v", wrong, err)
	}
	if got := r.balance(token, receiver); got != 8 {
		t.Errorf("the receiver holds %d, want 8", got)
	}
}
