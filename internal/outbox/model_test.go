package outbox_test

import (
	"context"
	"flag"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"pgregory.net/rapid"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/testchain"
)

// TestModel drives an outbox and a model of it side by side through random orders of what operators, other wallets, nodes and
// miners do, and compares all rows after each step. At the end all is settled, and the chain itself is asked what was paid.
// tools/outbox-model.py checks the rules in all orders; this checks that the program keeps them.
func TestModel(t *testing.T) {
	t.Parallel()
	checks := 6
	if os.Getenv("STO_DEEP") != "" {
		checks = 300
	}
	for name, value := range map[string]int{"rapid.checks": checks, "rapid.steps": 60} {
		f := flag.Lookup(name)
		was := f.Value.String()
		if err := f.Value.Set(strconv.Itoa(value)); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := f.Value.Set(was); err != nil {
				t.Error(err)
			}
		})
	}
	chain := testchain.Embedded(t, testchain.Period(3600))
	n := dial(t, chain.URL, chain.ChainID)
	reached := map[string]int{} // steps, by what came of them
	t.Cleanup(func() { t.Logf("steps: %v", reached) })
	rapid.Check(t, func(rt *rapid.T) {
		d := &modelRun{rt: rt, modelWorld: newModelWorld(t, chain, n), keys: map[common.Address]string{}, reached: reached}
		d.model.sender = d.sender
		d.fresh()
		if rapid.Bool().Draw(rt, "another wallet was first") {
			d.foreign(0)
			d.foreign(1)
			chain.Mine(modelDepth + 1)
		}
		actions := map[string]func(*rapid.T){"": func(*rapid.T) { d.compare() }}
		for name, step := range d.steps() {
			for n := range step.weight {
				actions[fmt.Sprint(name, " ", n)] = func(rt *rapid.T) {
					d.rt = rt
					step.do()
				}
			}
		}
		rt.Repeat(actions)
		d.rt = rt
		d.finish()
	})
}

// modelRun is one run.
type modelRun struct {
	*modelWorld
	rt    *rapid.T
	r     *rig
	model rowModel
	keys  map[common.Address]string // by receiver
	names []string
	last  []uint64 // the nonces of the latest request

	saved     string // path of a copy of the database, "": none
	savedRows rowModel
	losses    int
	rewritten bool
	reached   map[string]int
}

// fresh begins with an empty database.
func (d *modelRun) fresh() {
	d.use(filepath.Join(d.t.TempDir(), "db.sqlite"))
	d.model.rows, d.last = nil, nil
}

func (d *modelRun) use(path string) {
	if d.r != nil {
		if err := d.r.st.Close(); err != nil {
			d.rt.Fatal(err)
		}
	}
	d.r = d.open(path, func(c *outbox.Config) { c.Recheck = d.recheck })
}

// to is the receiver of an external id's payment: its own, so that the chain shows what was paid how often.
func (d *modelRun) to(key string) common.Address {
	a := common.BytesToAddress(crypto.Keccak256([]byte(d.sender.Hex() + key)))
	d.keys[a] = key
	return a
}

func (d *modelRun) keyOf(a common.Address) string { return d.keys[a] }

func (d *modelRun) payment(key, payload string) outbox.Call {
	to := d.to(key)
	return outbox.Call{To: &to, Kind: outbox.KindEther, Note: "pay " + key, Key: d.sender.Hex() + key, Payload: payload, Value: big.NewInt(1),
		Rows: []outbox.Row{{Token: d.sender, ExternalID: key, To: to, Raw: big.NewInt(1)}}}
}

// attempts reads what the database holds of attempts, by nonce.
func (d *modelRun) attempts() map[uint64][]modelAttempt {
	rows, err := d.r.st.SQL().Query(`SELECT i.nonce, hash, a.kind, fee_cap, tip, exposed_at IS NOT NULL, raw IS NULL
		FROM attempt a JOIN intent i ON i.id = intent_id WHERE state <> 'void' ORDER BY a.id`)
	if err != nil {
		d.rt.Fatal(err)
	}
	defer rows.Close()
	out := map[uint64][]modelAttempt{}
	for rows.Next() {
		var nonce uint64
		var a modelAttempt
		if err := rows.Scan(&nonce, &a.hash, &a.kind, &a.fee, &a.tip, &a.exposed, &a.wiped); err != nil {
			d.rt.Fatal(err)
		}
		out[nonce] = append(out[nonce], a)
	}
	if err := rows.Err(); err != nil {
		d.rt.Fatal(err)
	}
	return out
}

// paidUnknown reports whether the chain or the pool shows a payment by a transaction that no row of its external id holds: the
// look-back of the distributions, complete.
func (d *modelRun) paidUnknown(c *seenChain, key string) bool {
	known := map[string]bool{}
	for nonce, as := range d.attempts() {
		for _, a := range as {
			if r := d.model.at(nonce); r != nil && r.key == key && a.exposed {
				known[a.hash] = true
			}
		}
	}
	to := d.to(key)
	for _, tx := range c.used {
		if tx.to == to && !known[tx.hash] {
			return true
		}
	}
	for _, tx := range c.pool {
		if tx.to == to && !known[tx.hash] {
			return true
		}
	}
	return false
}

func (d *modelRun) recheck(_ context.Context, waiting []store.Intent) error {
	c := d.look()
	for _, i := range waiting {
		if r := d.model.at(i.Nonce); r != nil && r.key != "" && d.paidUnknown(c, r.key) {
			return fault.New(fault.Conflict, "%s is paid", r.key).WithHint("none")
		}
	}
	return nil
}

// strange reports whether a block that the database has seen as final is another one now.
func (d *modelRun) strange(c *seenChain) bool {
	var num uint64
	var hash string
	err := d.r.st.SQL().QueryRow(`SELECT final_num, final_hash FROM mark`).Scan(&num, &hash)
	return err == nil && num >= d.start && c.hashes[num] != hash
}

// expect fails the run unless an error is of a class; 0: none.
func (d *modelRun) expect(what string, err error, want ...fault.Class) {
	d.rt.Helper()
	d.rt.Logf("%s: %v", what, err)
	got := fault.Class(0)
	if err != nil {
		got = fault.ClassOf(err)
	}
	d.reached[fmt.Sprintf("%s/%d", strings.Fields(what)[0], got)]++
	if !slices.Contains(want, got) {
		d.rt.Fatalf("%s: %v (class %d), the model expects class %v; rows %s", what, err, got, want, &d.model)
	}
}

// compare compares all rows with the model.
func (d *modelRun) compare() {
	lines, err := d.r.Last(ctx, 1000)
	if err != nil {
		d.rt.Fatal(err)
	}
	lines = slices.DeleteFunc(lines, func(l outbox.Line) bool { return l.Intent.State == store.Void })
	slices.SortFunc(lines, func(a, b outbox.Line) int { return int(a.Intent.Nonce) - int(b.Intent.Nonce) })
	var got rowModel
	for _, l := range lines {
		got.rows = append(got.rows, modelRow{nonce: l.Intent.Nonce, state: l.Intent.State, key: d.externalID(l.Intent.ID)})
	}
	if got.String() != d.model.String() {
		d.rt.Fatalf("the database holds\n%s, the model\n%s", &got, &d.model)
	}
	if wrong, err := d.r.st.Check(ctx); err != nil || len(wrong) > 0 {
		d.rt.Fatalf("db-check: %q, %v", wrong, err)
	}
	paid := map[string]int{}
	for _, tx := range d.look().used {
		if key := d.keys[tx.to]; key != "" {
			if paid[key]++; paid[key] > 1 {
				d.rt.Fatalf("%s was paid %d times", key, paid[key])
			}
		}
	}
}

func (d *modelRun) externalID(id int64) (key string) {
	var words []string
	if err := d.r.st.DB().Raw(`SELECT external_id FROM distribution_row WHERE intent_id = ?`, id).Scan(&words).Error; err != nil {
		d.rt.Fatal(err)
	}
	for _, w := range words {
		key += w
	}
	return key
}

// reading is what db-adopt recognises: payments, by their receivers.
func (d *modelRun) reading(_ context.Context, txs []*types.Transaction, _ []bool) ([]outbox.Reading, error) {
	out := make([]outbox.Reading, len(txs))
	for n, tx := range txs {
		if key := d.keys[*tx.To()]; key != "" {
			out[n] = outbox.Reading{Kind: outbox.KindEther, Note: "paid " + key, Wish: key, Rows: d.payment(key, key).Rows}
		}
	}
	return out, nil
}

// finish brings all to rest, and asks the chain what was paid.
func (d *modelRun) finish() {
	for range 12 {
		d.close(d.look())
		d.bringUp()
		d.broadcast()
		d.chain.Mine(modelDepth + 1)
		d.update()
		d.takeBackPaid()
		d.compare()
		if !slices.ContainsFunc(d.model.rows, func(r modelRow) bool {
			return slices.Contains([]store.State{store.Signed, store.PendingTx, store.Mined}, r.state)
		}) && d.model.fits(d.look(), false) == 0 {
			d.judge()
			return
		}
	}
	d.rt.Fatalf("not settled: %s", &d.model)
}

// judge compares what is paid with what the rows say.
func (d *modelRun) judge() {
	c := d.look()
	for _, key := range d.names {
		to := d.to(key)
		paid := slices.ContainsFunc(c.used, func(tx seenTx) bool { return tx.to == to })
		r := d.model.newest(key)
		if want := r != nil && r.state == store.Final; paid != want && !(paid && d.paidUnknown(c, key)) {
			d.rt.Fatalf("%s: paid %v; rows %s", key, paid, &d.model)
		}
	}
	if n, err := d.r.NextNonce(ctx); err != nil || n != c.latest() {
		d.rt.Fatalf("the next nonce is %d (%v), the chain's %d", n, err, c.latest())
	}
}

// ids are the ids of rows.
func (d *modelRun) ids(nonces ...uint64) (ids []int64) {
	if err := d.r.st.DB().Raw(`SELECT id FROM intent WHERE state <> 'void' AND nonce IN ? ORDER BY nonce`, nonces).Scan(&ids).Error; err != nil || len(ids) != len(nonces) {
		d.rt.Fatalf("ids %v of nonces %v, %v", ids, nonces, err)
	}
	return ids
}
