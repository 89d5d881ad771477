package outbox_test

import (
	"context"
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
)

// modelStep is something that may happen, and how often in comparison.
type modelStep struct {
	weight int
	do     func()
}

func (d *modelRun) steps() map[string]modelStep {
	return map[string]modelStep{
		"prepare": {4, d.prepare}, "prepare otherwise": {1, d.prepareOtherwise}, "broadcast": {4, d.broadcast}, "update": {2, d.update},
		"bump": {1, d.bump}, "cancel": {2, d.cancel}, "withdraw": {2, d.withdrawSome}, "withdraw request": {1, d.withdrawRequest},
		"reissue": {3, d.reissue}, "fill": {1, d.fill}, "adopt": {2, d.adopt},
		"mine": {4, d.mine}, "reorg": {1, d.reorg}, "rewrite": {1, d.rewrite}, "pool drops": {1, d.restart}, "another wallet": {1, d.otherWallet},
		"copy": {1, d.copy}, "restore": {1, d.restore}, "lose": {1, d.lose},
	}
}

// unless skips a step that is impossible, or that would be too frequent.
func (d *modelRun) unless(not bool) {
	if not {
		d.rt.Skip()
	}
}

// seldom is true one time in n.
func (d *modelRun) seldom(n int) bool { return rapid.IntRange(1, n).Draw(d.rt, "seldom") == n }

// someKeys draws one to three external ids, some of them known.
func (d *modelRun) someKeys() []string {
	var keys []string
	for range rapid.IntRange(1, 3).Draw(d.rt, "payments") {
		n := rapid.IntRange(0, min(len(d.names), 8)).Draw(d.rt, "which")
		if n == len(d.names) {
			d.names = append(d.names, fmt.Sprint("p", n))
		}
		if key := d.names[n]; !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// prepare asks for payments as a distribution does: what is recorded under another key, or paid by a transaction that the
// database does not know, is left out.
func (d *modelRun) prepare() {
	keys := d.someKeys()
	c := d.look()
	want := d.model.fits(c, d.strange(c))
	if want == 0 && (d.model.stale(c) || len(d.model.rows) == 0 && (c.pending != c.latest() || c.settled != len(c.used))) {
		want = fault.Conflict
	}
	var calls []outbox.Call
	var fresh []string
	undone := false
	for _, key := range keys {
		r := d.model.newest(key)
		if r != nil && !r.natural || r == nil && d.paidUnknown(c, key) {
			continue
		}
		calls = append(calls, d.payment(key, key))
		if r == nil {
			fresh = append(fresh, key)
		} else {
			undone = undone || r.undone()
		}
	}
	if want == 0 && undone {
		want = fault.Refused
	}
	_, err := d.r.try(calls...)
	d.expect(fmt.Sprint("prepare ", keys), err, want)
	if err != nil || len(fresh) == 0 {
		return
	}
	next := c.latest()
	if len(d.model.rows) > 0 {
		next = d.model.next()
	}
	d.last = nil
	for k, key := range fresh {
		d.model.rows = append(d.model.rows, modelRow{nonce: next + uint64(k), key: key, natural: true, to: d.to(key), state: store.Signed})
		d.last = append(d.last, next+uint64(k))
	}
}

// prepareOtherwise asks for another payment under an external id that is taken.
func (d *modelRun) prepareOtherwise() {
	d.unless(!slices.ContainsFunc(d.model.rows, func(r modelRow) bool { return r.natural }) || !d.seldom(3))
	for _, r := range d.model.rows {
		if r.natural {
			_, err := d.r.try(d.payment(r.key, "another"))
			d.expect("prepare otherwise "+r.key, err, fault.Conflict)
			return
		}
	}
}

func (d *modelRun) broadcast() {
	c := d.look()
	want := d.model.fits(c, d.strange(c))
	if want == 0 {
		d.model.settle(c, d.attempts())
		if d.model.stale(c) {
			want = fault.Conflict
		}
	}
	if want == 0 {
		for _, r := range d.model.rows {
			if r.state == store.Signed && !r.empty && r.key != "" && d.paidUnknown(c, r.key) {
				want = fault.Conflict
			}
		}
	}
	_, err := d.r.Broadcast(ctx, outbox.BroadcastOptions{NoWait: true})
	if want != 0 {
		d.expect("broadcast", err, want)
		return
	}
	d.expect("broadcast", err, 0, fault.Pending) // the pool may hold something dearer
	for n := range d.model.rows {
		if r := &d.model.rows[n]; r.state == store.Signed {
			r.state, r.empty = store.PendingTx, false
		}
	}
}

func (d *modelRun) update() {
	c := d.look()
	if d.strange(c) {
		_, err := d.r.Update(ctx)
		d.expect("update", err, fault.Conflict)
		return
	}
	d.model.settle(c, d.attempts())
	_, err := d.r.Update(ctx)
	d.expect("update", err, 0)
}

func (d *modelRun) mine() { d.chain.Mine(rapid.IntRange(1, 3).Draw(d.rt, "blocks")) }

// reorg replaces blocks that are not final.
func (d *modelRun) reorg() {
	if most := min(modelDepth, int(d.look().head-d.start)); most > 0 {
		d.chain.Reorg(rapid.IntRange(1, most).Draw(d.rt, "blocks"))
	}
}

// rewrite takes back what another wallet sent before all else, once, while nothing of ours is settled.
func (d *modelRun) rewrite() {
	c := d.look()
	settled := func(r modelRow) bool { return r.state.Failed() || r.state == store.Final }
	if d.rewritten || d.losses > 0 || d.saved != "" || len(d.model.rows) == 0 || d.model.rows[0].nonce == 0 || c.settled > int(d.model.rows[0].nonce) ||
		slices.ContainsFunc(d.model.rows, settled) {
		d.rt.Skip()
	}
	d.rewritten = true
	d.reached["rewrite"]++
	d.chain.Reorg(int(c.head - d.start))
}

// otherWallet sends under the account's next nonce, beside ours, or after all that is in the pool.
func (d *modelRun) otherWallet() {
	d.unless(!d.seldom(2))
	c := d.look()
	nonce := c.latest()
	if rapid.Bool().Draw(d.rt, "after ours") {
		nonce = c.pending
	}
	d.foreign(nonce)
}

// replaced is what bumping and cancelling share.
func (d *modelRun) replaced(what string, named *modelRow, do func() error) {
	c := d.look()
	want := d.model.fits(c, d.strange(c))
	if want == 0 {
		d.model.settle(c, d.attempts())
		highest := int64(-1)
		for _, r := range d.model.rows {
			if r.state == store.PendingTx && r.nonce >= c.latest() && (named == nil || named.nonce == r.nonce) {
				highest = int64(r.nonce)
			}
		}
		if low := d.model.waits(); named != nil && highest < 0 || low != nil && int64(low.nonce) < highest {
			want = fault.Conflict
		}
	}
	err := do()
	if want != 0 {
		d.expect(what, err, want)
	} else {
		d.expect(what, err, 0, fault.Pending)
	}
}

// inState are the rows in some states.
func (d *modelRun) inState(states ...store.State) []modelRow {
	return slices.DeleteFunc(slices.Clone(d.model.rows), func(r modelRow) bool { return !slices.Contains(states, r.state) })
}

func (d *modelRun) bump() {
	d.unless(len(d.inState(store.PendingTx)) == 0)
	d.replaced("bump", nil, func() error {
		_, err := d.r.Bump(ctx, nil, outbox.BroadcastOptions{})
		return err
	})
}

func (d *modelRun) cancel() {
	rows := d.inState(store.PendingTx)
	if len(rows) == 0 || d.seldom(8) {
		rows = d.model.rows
	}
	d.unless(len(rows) == 0)
	r := rapid.SampledFrom(rows).Draw(d.rt, "row")
	d.replaced(fmt.Sprint("cancel nonce ", r.nonce), &r, func() error {
		_, err := d.r.Cancel(ctx, d.ids(r.nonce), outbox.BroadcastOptions{})
		return err
	})
}

func (d *modelRun) takeBack(nonces []uint64) {
	nonces = slices.DeleteFunc(slices.Clone(nonces), func(n uint64) bool { return d.model.at(n) == nil })
	if len(nonces) == 0 {
		return
	}
	ids := d.ids(nonces...)
	want := d.model.withdraw(nonces)
	_, _, err := d.r.Withdraw(ctx, ids)
	d.expect(fmt.Sprint("withdraw nonces ", nonces), err, want)
}

func (d *modelRun) withdrawSome() {
	d.unless(len(d.inState(store.Signed)) == 0 && !d.seldom(8))
	var nonces []uint64
	for _, r := range d.model.rows {
		if r.state == store.Signed && rapid.Bool().Draw(d.rt, "this one") || rapid.IntRange(0, 30).Draw(d.rt, "any") == 0 {
			nonces = append(nonces, r.nonce)
		}
	}
	d.takeBack(nonces)
}

func (d *modelRun) withdrawRequest() { d.takeBack(d.last) }

// takeBackPaid withdraws what another transaction has paid meanwhile, as the message says.
func (d *modelRun) takeBackPaid() {
	c := d.look()
	var nonces []uint64
	for _, r := range d.model.rows {
		if r.state == store.Signed && !r.empty && r.key != "" && d.paidUnknown(c, r.key) {
			nonces = append(nonces, r.nonce)
		}
	}
	d.takeBack(nonces)
}

func (d *modelRun) reissue() {
	rows := slices.DeleteFunc(slices.Clone(d.model.rows), func(r modelRow) bool { return r.key == "" })
	d.unless(len(rows) == 0)
	failed := slices.DeleteFunc(slices.Clone(rows), func(r modelRow) bool { return !r.state.Failed() })
	if d.unless(len(failed) == 0 && !d.seldom(6)); len(failed) > 0 {
		rows = failed
	}
	r := rapid.SampledFrom(rows).Draw(d.rt, "row")
	c := d.look()
	want := d.model.fits(c, d.strange(c))
	done := d.model.newest(r.key).nonce != r.nonce
	if want == 0 && (d.model.stale(c) || !done && (!r.state.Failed() || d.paidUnknown(c, r.key))) {
		want = fault.Conflict
	}
	p, err := d.r.Reissue(ctx, "", d.ids(r.nonce), false)
	d.expect(fmt.Sprint("reissue nonce ", r.nonce), err, want)
	if err != nil {
		return
	}
	if done != (len(p.New) == 0) || done != (len(p.Existing) == 1) {
		d.rt.Fatalf("reissued before: %v; %d new, %d existing", done, len(p.New), len(p.Existing))
	}
	if !done {
		d.reached["reissue anew"]++
		d.model.rows = append(d.model.rows, modelRow{nonce: d.model.next(), key: r.key, natural: r.natural, to: r.to, state: store.Signed})
	}
}

func (d *modelRun) fill() {
	c := d.look()
	d.unless(len(d.model.rows) == 0 || c.latest() >= d.model.rows[0].nonce && !d.strange(c) && !d.seldom(6))
	d.close(c)
}

// close fills the gap below the first row, where there is one.
func (d *modelRun) close(c *seenChain) {
	strange, latest := d.strange(c), c.latest()
	first := uint64(0)
	if len(d.model.rows) > 0 {
		first = d.model.rows[0].nonce
	}
	filled := slices.ContainsFunc(d.model.rows, func(r modelRow) bool {
		return r.key == "" && r.to == d.sender && r.nonce >= latest && (r.state == store.Signed || r.state == store.PendingTx)
	})
	want := fault.Class(0)
	stranger := c.pending > latest
	for n := range c.pool {
		stranger = stranger || n < first
	}
	if latest >= first && !filled && !strange || latest < first && stranger {
		want = fault.Conflict
	}
	_, err := d.r.Fill(ctx)
	d.expect("fill", err, want)
	if err != nil || latest >= first {
		return
	}
	d.reached["fill a gap"]++
	var gap []modelRow
	for n := latest; n < first; n++ {
		gap = append(gap, modelRow{nonce: n, to: d.sender, state: store.Signed})
	}
	d.model.rows = append(gap, d.model.rows...)
}

// copy keeps a copy of the database.
func (d *modelRun) copy() {
	path := d.r.path + ".copy" + fmt.Sprint(len(d.saved))
	if d.saved != "" {
		path = d.saved + "x"
	}
	if err := d.r.st.Backup(ctx, path); err != nil {
		d.rt.Fatal(err)
	}
	d.saved, d.savedRows = path, d.model.clone()
}

// restore goes on with the copy.
func (d *modelRun) restore() {
	d.unless(d.saved == "" || d.losses >= 2 || !d.seldom(2))
	d.losses++
	d.reached["restore"]++
	d.use(d.saved)
	d.model, d.saved, d.last = d.savedRows, "", nil
}

// lose goes on with a fresh database.
func (d *modelRun) lose() {
	d.unless(d.losses >= 2 || d.rewritten || !d.seldom(4))
	d.losses++
	d.saved = ""
	d.fresh()
}

func (d *modelRun) adopt() {
	d.unless(len(d.model.rows) > 0 && d.model.fits(d.look(), false) == 0 && !d.model.stale(d.look()) && !d.seldom(4))
	d.bringUp()
}

// bringUp is db-adopt.
func (d *modelRun) bringUp() {
	c := d.look()
	before := len(d.model.rows)
	want := d.model.adopt(c, d.strange(c), d.attempts(), d.keyOf)
	if len(d.model.rows) > before {
		d.reached["adopt rows"]++
	}
	from := d.start
	_, err := d.r.Adopt(context.Background(), outbox.AdoptOptions{FromBlock: &from, Read: d.reading})
	d.expect("adopt", err, want)
}
