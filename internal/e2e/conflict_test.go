package e2e

import (
	"slices"
	"testing"

	"github.com/sto-project/sto/internal/testchain"
)

// TestExternalIdConflict gives an external id that stands for one payment to another.
func TestExternalIdConflict(t *testing.T) {
	t.Parallel()
	n := testchain.Embedded(t)
	d := newDesk(t, n)
	token, other := d.issue("ONE", "1000"), d.issue("TWO", "1000")
	rows := makeRows("conflict", 5)
	amount, receiver := slices.Clone(rows), slices.Clone(rows)
	amount[2].amount = "77"
	receiver[3].to = makeRows("stranger", 1)[0].to

	refused := func(t *testing.T, d *desk, args ...string) {
		t.Helper()
		counts, sent := d.counts(), nonce(t, n, d.account)
		d.fails(6, `rows-\d+\.csv row 4, column amount: external id "conflict-0003" .*3\.002 .*, not 77 `,
			d.distribution(token, file(amount), args...)...)
		d.fails(6, `rows-\d+\.csv row 5, column address: external id "conflict-0004" .*to 0x.*, not .* to `+receiver[3].to.Hex(),
			d.distribution(token, file(receiver), args...)...)
		if counts != nil { // else the database is new
			d.unchanged(counts, sent)
		}
		if got := nonce(t, n, d.account); got != sent {
			t.Errorf("%d transactions were sent", got-sent)
		}
	}
	created(t, d.distribute(token, rows), 5, 0)
	refused(t, d)
	refused(t, d, "--batch", "3")
	single := []string{"distribute-single", "--token-address", token.Hex(), "--external-id", rows[0].id, "--email", "a@b.example", "--name", "A",
		"--to-address", rows[0].to.Hex()}
	d.fails(6, `--amount: external id "conflict-0001" `, append(single, "--amount", "5")...)
	d.send()
	d.settle()
	refused(t, d)
	created(t, d.distribute(other, amount), 5, 0) // ids count by token
	d.send()
	d.settle()

	d.lose()
	refused(t, d)
	refused(t, d, "--batch", "3")
	d.fails(6, `--amount: external id "conflict-0001" was paid on the chain`, append(single, "--amount", "5")...)
	paidOnce(t, n, token, d.account, rows...)

	// The part of a file that is new is not paid either while another part is wrong; mended, only the new part is.
	longer := append(slices.Clone(rows), makeRows("further", 3)...)
	wrong := slices.Clone(longer)
	wrong[0].amount = "9"
	d.fails(6, `conflict-0001`, d.distribution(token, file(wrong))...)
	created(t, d.distribute(token, longer), 3, 5)
	d.send()
	d.settle()
	paidOnce(t, n, token, d.account, longer...)
}
