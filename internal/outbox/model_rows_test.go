package outbox_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/store"
)

// modelRow is what the model expects of a row of the database.
type modelRow struct {
	nonce   uint64
	key     string // its external id; "": none
	natural bool   // it has an idempotency key of its own, so that the outbox itself recognises it
	to      common.Address
	state   store.State
	empty   bool   // withdrawn: its empty transaction was not sent yet
	taken   bool   // withdrawn, whether or not that was sent
	held    string // the block of its receipt
}

// modelAttempt is what the database holds of an attempt. The model takes it from there: which bytes there are depends on
// the market's fees.
type modelAttempt struct {
	hash, kind string
	fee, tip   int64
	exposed    bool
	wiped      bool
}

// rowModel predicts what the program does with its rows.
type rowModel struct {
	sender common.Address
	rows   []modelRow // in nonce order, without void ones
}

func (m *rowModel) clone() rowModel { return rowModel{m.sender, slices.Clone(m.rows)} }

func (m *rowModel) next() uint64 { return m.rows[len(m.rows)-1].nonce + 1 }

func (m *rowModel) at(nonce uint64) *modelRow {
	for n := range m.rows {
		if m.rows[n].nonce == nonce {
			return &m.rows[n]
		}
	}
	return nil
}

// newest is the last row of an external id.
func (m *rowModel) newest(key string) *modelRow {
	for n := len(m.rows) - 1; n >= 0; n-- {
		if key != "" && m.rows[n].key == key {
			return &m.rows[n]
		}
	}
	return nil
}

func (m *rowModel) waits() (lowest *modelRow) {
	for n := range m.rows {
		if m.rows[n].state == store.Signed {
			return &m.rows[n]
		}
	}
	return nil
}

func (m *rowModel) String() string {
	var words []string
	for _, r := range m.rows {
		words = append(words, fmt.Sprintf("%d:%s(%s)", r.nonce, r.state, r.key))
	}
	return strings.Join(words, " ")
}

// fits is the class of the error with which nothing is prepared or sent; 0: none. See checkCounts.
func (m *rowModel) fits(c *seenChain, strange bool) fault.Class {
	if strange || len(m.rows) > 0 && (max(c.latest(), c.pending) > m.next() || c.latest() < m.rows[0].nonce) {
		return fault.Conflict
	}
	return 0
}

// stale says that a row was never sent although its nonce is used. See upToDate.
func (m *rowModel) stale(c *seenChain) bool {
	low := m.waits()
	return low != nil && low.nonce < c.latest()
}

// undone says that what was asked for was not done, as far as the row tells.
func (r *modelRow) undone() bool { return r.state.Failed() || r.state.Unsettled() && r.taken }

// mined is what a transaction of a kind in a block makes of its row.
func (r *modelRow) mined(kind string, final bool, block string) {
	r.state, r.held, r.empty = judged(kind, final), block, false
}

// judged is the state of a transaction in a block.
func judged(kind string, final bool) store.State {
	switch {
	case !final:
		return store.Mined
	case kind == "cancel":
		return store.Cancelled
	}
	return store.Final
}

// settle is what a look at the chain makes of the rows. It reports whether a state changed.
func (m *rowModel) settle(c *seenChain, attempts map[uint64][]modelAttempt) (changed bool) {
	for n := range m.rows {
		r := &m.rows[n]
		used := r.nonce < c.latest()
		if !(r.state == store.PendingTx || r.state == store.Mined || r.state == store.Signed && used) {
			continue
		}
		before := r.state
		own := -1
		if used {
			own = slices.IndexFunc(attempts[r.nonce], func(a modelAttempt) bool { return a.hash == c.used[r.nonce].hash })
		}
		switch {
		case own >= 0:
			if low := m.waits(); !attempts[r.nonce][own].exposed && low.nonce < r.nonce {
				continue
			}
			r.mined(attempts[r.nonce][own].kind, int(r.nonce) < c.settled, c.used[r.nonce].block)
		case r.state == store.Mined:
			r.state, r.held = store.PendingTx, ""
		case int(r.nonce) < c.settled:
			r.state = store.Superseded
		}
		changed = changed || r.state != before
	}
	return changed
}

// withdraw takes back rows that were never sent, by their nonces.
func (m *rowModel) withdraw(nonces []uint64) fault.Class {
	for _, n := range nonces {
		if r := m.at(n); r == nil || r.state != store.Signed {
			return fault.Conflict
		}
	}
	var waiting []uint64
	for _, r := range m.rows {
		if r.state == store.Signed {
			waiting = append(waiting, r.nonce)
		}
	}
	for k := len(waiting) - 1; k >= 0 && slices.Contains(nonces, waiting[k]) && waiting[k] == m.next()-1; k-- {
		m.rows = m.rows[:len(m.rows)-1]
		if nonces = slices.DeleteFunc(slices.Clone(nonces), func(n uint64) bool { return n == waiting[k] }); len(m.rows) == 0 {
			break
		}
	}
	for _, n := range nonces {
		m.at(n).empty, m.at(n).taken = true, true
	}
	return 0
}

// adopt is what db-adopt makes of the rows.
func (m *rowModel) adopt(c *seenChain, strange bool, attempts map[uint64][]modelAttempt, keyOf func(common.Address) string) fault.Class {
	if strange {
		return fault.Conflict
	}
	for {
		next, unknown, count := uint64(0), int(c.pending-c.latest()), c.latest()
		if len(m.rows) > 0 {
			next = m.next()
		}
		for _, r := range m.rows {
			if r.state == store.Signed || r.state == store.PendingTx {
				next = min(next, r.nonce)
				if r.nonce >= count && unknown > 0 {
					unknown--
				}
			}
		}
		left, early := 0, false
		for n := next; n < count && left == 0; n++ {
			var wait bool
			if wait, early = m.adoptOne(c, n, attempts, keyOf); wait {
				left = int(count - n)
			}
		}
		if changed := m.settle(c, attempts); early && changed {
			continue
		}
		if left > 0 || unknown > 0 {
			return fault.Pending
		}
		return 0
	}
}

// adoptOne adopts one nonce. wait: it must be final first; early: because the row that holds its external id is not settled.
func (m *rowModel) adoptOne(c *seenChain, n uint64, attempts map[uint64][]modelAttempt, keyOf func(common.Address) string) (wait, early bool) {
	tx, final := c.used[n], int(n) < c.settled
	r := m.at(n)
	switch {
	case r == nil:
		fresh := modelRow{nonce: n, key: keyOf(tx.to), to: tx.to, state: judged("", final), held: tx.block}
		if old := m.newest(fresh.key); old != nil {
			switch {
			case old.state == store.Final:
				fresh.key = ""
			case !old.state.Failed():
				return true, true
			default:
				fresh.natural = old.natural
			}
		}
		m.rows = append(m.rows, fresh)
		attempts[n] = append(attempts[n], modelAttempt{hash: tx.hash, kind: "original", fee: tx.fee, tip: tx.tip, exposed: true})
		return false, false
	case r.state != store.Signed && r.state != store.PendingTx:
		return false, false
	}
	kind, dearer, known := "", true, false
	for _, a := range attempts[r.nonce] {
		if a.hash == tx.hash && !a.wiped {
			kind, known = a.kind, true
			break
		}
		if a.exposed {
			dearer = dearer && tx.fee > a.fee && tx.tip >= a.tip
		}
	}
	switch {
	case kind != "":
	case dearer && tx.to == r.to:
		kind = "original"
	case dearer && tx.to == m.sender:
		kind = "cancel"
	case !final:
		return true, false
	default:
		r.state = store.Superseded
		return false, false
	}
	if !known {
		attempts[n] = append(attempts[n], modelAttempt{hash: tx.hash, kind: kind, fee: tx.fee, tip: tx.tip, exposed: true})
	}
	r.mined(kind, final, tx.block)
	return false, false
}
