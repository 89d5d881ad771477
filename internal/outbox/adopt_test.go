package outbox_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/testchain"
)

func (r *rig) adopt(opts ...outbox.AdoptOptions) *outbox.Adopted {
	r.t.Helper()
	a, err := r.Adopt(ctx, append(opts, outbox.AdoptOptions{})[0])
	if err != nil {
		r.t.Fatalf("adopt: %v", err)
	}
	r.sound()
	return a
}

// sound fails the test unless the database is what its history says.
func (r *rig) sound() {
	r.t.Helper()
	if wrong, err := r.st.Check(ctx); err != nil || len(wrong) > 0 {
		r.t.Errorf("db-check: %q, %v", wrong, err)
	}
}

// gifts sends payments of one wei each and settles them.
func (r *rig) gifts(from, to int) {
	r.t.Helper()
	var calls []outbox.Call
	for n := from; n < to; n++ {
		calls = append(calls, gift(fmt.Sprint("g", n), 1))
	}
	r.prepare(calls...)
	r.send()
	r.settle()
}

// TestAdoptOnAFullNode adopts at a node that keeps the state of its latest blocks only.
func TestAdoptOnAFullNode(t *testing.T) {
	c := testchain.Geth(t)
	r := newRig(t, c, "")
	r.gifts(0, 3)
	c.Mine(150)
	r.gifts(3, 5)
	var early uint64
	if err := r.st.SQL().QueryRow("SELECT max(block_num) FROM receipt WHERE intent_id = 3").Scan(&early); err != nil {
		t.Fatal(err)
	}

	fresh := newRig(t, c, "")
	a := fresh.adopt()
	if !a.Walked || a.New != 5 || a.From != 0 || a.Next != 5 || fresh.states() != "final final final final final" {
		t.Errorf("%+v, states %s", a, fresh.states())
	}
	later := newRig(t, c, "")
	block := early + 1
	a = later.adopt(outbox.AdoptOptions{FromBlock: &block})
	if !a.Walked || a.New != 2 || a.From != 3 || a.Next != 5 {
		t.Errorf("from block %d: %+v", block, a)
	}
	if n, err := later.NextNonce(ctx); err != nil || n != 5 {
		t.Errorf("next nonce %d, %v", n, err)
	}
	head := c.Head()
	_, err := newRig(t, c, "").Adopt(ctx, outbox.AdoptOptions{FromBlock: &head})
	if err != nil {
		t.Errorf("from the head on: %v", err)
	}
	c.Mine(1)
	head++
	if a, err := newRig(t, c, "").Adopt(ctx, outbox.AdoptOptions{FromBlock: &head}); err != nil || a.New != 0 || a.Next != 5 {
		t.Errorf("after the last transaction: %+v, %v", a, err)
	}
}

// TestAdoptFromABlockTooLate names a block after transactions that the database lacks.
func TestAdoptFromABlockTooLate(t *testing.T) {
	c := testchain.Embedded(t)
	r := newRig(t, c, "")
	r.gifts(0, 1)
	old := copyDatabase(t, r.path)
	r.gifts(1, 3)
	behind := newRig(t, c, old)
	late := c.Head() + 1
	_, err := behind.Adopt(ctx, outbox.AdoptOptions{FromBlock: &late})
	wants(t, err, fault.Usage, "lacks those from 1 on")
	if got := behind.states(); got != "final" {
		t.Errorf("states %s", got)
	}
	if a := behind.adopt(); a.New != 2 || a.From != 1 {
		t.Errorf("%+v", a)
	}
}

// TestAdoptBeforeFinal adopts what is not final, which a reorganisation then takes back.
func TestAdoptBeforeFinal(t *testing.T) {
	for name, start := range map[string]func(testing.TB, ...testchain.Option) *testchain.Node{"geth": testchain.Geth, "anvil": testchain.Anvil} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := start(t)
			r := newRig(t, c, "", depth(4))
			r.gifts(0, 1)
			c.Mine(5)
			r.update()
			r.gifts(1, 3)
			fresh := newRig(t, c, "", depth(4))
			if a := fresh.adopt(); a.New != 3 || a.Left != 0 || fresh.states() != "final mined mined" {
				t.Fatalf("%+v, states %s", a, fresh.states())
			}
			c.Reorg(3)
			if fresh.update(); fresh.states() != "final pending pending" {
				t.Fatalf("after the reorg: %s", fresh.states())
			}
			fresh.send()
			fresh.settle()
			c.Mine(5)
			if fresh.update(); fresh.states() != "final final final" {
				t.Errorf("at the end: %s", fresh.states())
			}
			fresh.sound()
			if got := wei(t, c, receiver); got != 3 {
				t.Errorf("the receiver holds %d wei", got)
			}
		})
	}
}

// TestAdoptIntoAnOlderCopy settles what an older copy holds as waiting: sent as it was, at other fees, cancelled, or its
// nonce gone to another.
func TestAdoptIntoAnOlderCopy(t *testing.T) {
	c := testchain.Anvil(t)
	r := newRig(t, c, "", depth(2))
	c.Mine(3)
	p := r.prepare(gift("as it was", 1), gift("bumped", 2), gift("cancelled", 4), gift("gone", 8))
	old := copyDatabase(t, r.path)
	if _, _, err := r.Withdraw(ctx, ids(p)[3:]); err != nil {
		t.Fatal(err)
	}
	r.prepare(gift("other", 16))
	c.Call(nil, "evm_setAutomine", false)
	r.send()
	if _, err := r.Bump(ctx, ids(p)[1:2], outbox.BroadcastOptions{}); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Cancel(ctx, ids(p)[2:3], outbox.BroadcastOptions{}); err != nil {
		t.Fatal(err)
	}
	c.Call(nil, "evm_setAutomine", true)
	c.Mine(1)
	r.settle()

	behind := newRig(t, c, old, depth(2))
	_, err := behind.try(gift("more", 1))
	wants(t, err, fault.Conflict, "as never sent")
	if !strings.Contains(fault.Hint(err), "sto db-adopt") {
		t.Errorf("hint %q", fault.Hint(err))
	}
	_, err = behind.Broadcast(ctx, outbox.BroadcastOptions{}) // it settles what was sent as it was
	wants(t, err, fault.Conflict, "as never sent")
	a, err := behind.Adopt(ctx, outbox.AdoptOptions{})
	wants(t, err, fault.Pending, "nothing can be recorded before block")
	if a == nil || a.Left != 1 || a.Settled != 2 || behind.states() != "mined mined mined signed" {
		t.Fatalf("%+v, states %s", a, behind.states())
	}
	_, err = behind.try(gift("more", 1))
	wants(t, err, fault.Conflict, "as never sent")
	c.Mine(3)
	if a = behind.adopt(); a.Settled != 1 || behind.states() != "final final cancelled superseded" {
		t.Errorf("%+v, states %s", a, behind.states())
	}
	if n, err := behind.NextNonce(ctx); err != nil || n != 4 {
		t.Errorf("next nonce %d, %v", n, err)
	}
	again, err := behind.Reissue(ctx, "", []int64{p.New[3].ID}, false)
	if err != nil || len(again.New) != 1 || again.New[0].Nonce != 4 {
		t.Errorf("%+v, %v", again, err)
	}
	if got := wei(t, c, receiver); got != 1+2+16 {
		t.Errorf("the receiver holds %d wei", got)
	}
}

// TestOlderCopyWithAHole has an older copy of which the chain shows the second transaction as it was, and the first not: it
// waits for its block to be final, or for an adoption.
func TestOlderCopyWithAHole(t *testing.T) {
	c := testchain.Anvil(t)
	r := newRig(t, c, "", depth(2))
	c.Mine(3)
	p := r.prepare(gift("withdrawn", 1), gift("as it was", 2))
	old := copyDatabase(t, r.path)
	if _, _, err := r.Withdraw(ctx, ids(p)[:1]); err != nil {
		t.Fatal(err)
	}
	r.send()
	r.settle()
	behind := newRig(t, c, old, depth(2))
	behind.update()
	if got := behind.states(); got != "signed signed" {
		t.Errorf("states %s", got)
	}
	_, err := behind.Broadcast(ctx, outbox.BroadcastOptions{})
	wants(t, err, fault.Conflict, "as never sent")
	if a := behind.adopt(); a.Settled != 2 || behind.states() != "mined mined" {
		t.Errorf("%+v, states %s", a, behind.states())
	}
	c.Mine(3)
	if behind.update(); behind.states() != "cancelled final" {
		t.Errorf("states %s", behind.states())
	}
}

// TestAdoptLeavesWhatIsOnItsWay finds transactions in the pool that the database does not know.
func TestAdoptLeavesWhatIsOnItsWay(t *testing.T) {
	c := testchain.Anvil(t)
	r := newRig(t, c, "")
	r.gifts(0, 2)
	c.Call(nil, "evm_setAutomine", false)
	unmined(t, c, 2)
	fresh := newRig(t, c, "")
	a, err := fresh.Adopt(ctx, outbox.AdoptOptions{})
	wants(t, err, fault.Pending, "1 transactions of account")
	if a == nil || a.New != 2 || a.Pending != 1 {
		t.Fatalf("%+v", a)
	}
	_, err = fresh.try(gift("more", 1))
	wants(t, err, fault.Conflict, "knows only those up to nonce 1")
	c.Mine(1)
	if a := fresh.adopt(); a.New != 1 || a.Others != 1 || a.Next != 3 {
		t.Errorf("%+v", a)
	}
}

// TestAdoptGoesOnWhereItStopped breaks the line in the middle of an adoption.
func TestAdoptGoesOnWhereItStopped(t *testing.T) {
	c := testchain.Anvil(t)
	r := newRig(t, c, "")
	for n := range 130 {
		foreign(t, c, uint64(n))
	}
	broken := newTampered(t, c.URL)
	var reads atomic.Int64
	broken.change = func(method string, _ map[string]any) bool {
		return method != "eth_getBlockByNumber/full" || reads.Add(1) <= 100
	}
	half := newRig(t, c, "", through(dial(t, broken.URL, c.ChainID)))
	if _, err := half.Adopt(ctx, outbox.AdoptOptions{}); err == nil {
		t.Fatal("no error from a broken line")
	}
	half.sound()
	_, err := half.try(gift("more", 1))
	wants(t, err, fault.Conflict, "knows only those up to nonce")
	whole := newRig(t, c, half.path)
	if a := whole.adopt(); a.Next != 130 || a.From == 0 || a.New+int(a.From) != 130 {
		t.Errorf("from %d on %d, next %d", a.From, a.New, a.Next)
	}
	if n, err := r.NextNonce(ctx); err != nil || n != 130 {
		t.Errorf("%d %v", n, err)
	}
}

// TestAdoptFromANodeThatHides asks a node that leaves transactions out of its blocks, or changes them: no nonce is taken
// again for it, and what was hidden counts as unclear, what was changed as another's.
func TestAdoptFromANodeThatHides(t *testing.T) {
	c := testchain.Anvil(t)
	r := newRig(t, c, "")
	r.gifts(0, 4)
	bad := newTampered(t, c.URL)
	bad.change = func(method string, result map[string]any) bool {
		if method != "eth_getBlockByNumber/full" {
			return true
		}
		var kept []any
		for _, tx := range result["transactions"].([]any) {
			tx := tx.(map[string]any)
			switch tx["nonce"] {
			case "0x1":
				continue
			case "0x2":
				tx["value"] = "0x99"
			}
			kept = append(kept, tx)
		}
		result["transactions"] = kept
		return true
	}
	fresh := newRig(t, c, "", through(dial(t, bad.URL, c.ChainID)))
	a := fresh.adopt()
	if a.New != 4 || a.Unknown != 2 || a.Next != 4 || fresh.states() != "final unclear superseded final" {
		t.Errorf("%+v, states %s", a, fresh.states())
	}
}

// TestAdoptManyIsQuick bounds the requests of a search by halving.
func TestAdoptManyIsQuick(t *testing.T) {
	c := testchain.Anvil(t)
	for n := range 40 {
		foreign(t, c, uint64(n))
		if n == 20 {
			c.Mine(2_000)
		}
	}
	counted := newTampered(t, c.URL)
	fresh := newRig(t, c, "", through(dial(t, counted.URL, c.ChainID)))
	start := time.Now()
	if a := fresh.adopt(); a.New != 40 || a.Walked {
		t.Errorf("%+v", a)
	}
	t.Logf("40 transactions in %d blocks: %d requests, %s", c.Head(), counted.requests.Load(), time.Since(start).Round(time.Millisecond))
	if n := counted.requests.Load(); n > 30 {
		t.Errorf("%d requests", n)
	}
	var causes int
	if err := fresh.st.SQL().QueryRow("SELECT count(*) FROM event WHERE intent_id IS NOT NULL AND what <> 'exposed' AND detail NOT LIKE 'adopted%'").Scan(&causes); err != nil || causes > 0 {
		t.Errorf("%d steps don't tell that they were adopted, %v", causes, err)
	}
	rows, err := fresh.Last(ctx, 1)
	if err != nil || rows[0].Intent.Kind != outbox.KindOther || rows[0].Intent.State != store.Final || rows[0].Intent.To() != c.Address(2) {
		t.Errorf("%+v, %v", rows, err)
	}
}

// tampered is a real node behind a proxy that changes answers.
type tampered struct {
	URL      string
	change   func(method string, result map[string]any) bool // false: the line breaks
	requests atomic.Int64
}

func newTampered(t *testing.T, target string) *tampered {
	t.Helper()
	p := &tampered{change: func(string, map[string]any) bool { return true }}
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		p.requests.Add(1)
		body, err := io.ReadAll(q.Body)
		if err != nil {
			t.Errorf("proxy: %v", err)
		}
		res, err := http.Post(target, "application/json", bytes.NewReader(body))
		if err != nil {
			panic(http.ErrAbortHandler)
		}
		defer res.Body.Close()
		answer, err := io.ReadAll(res.Body)
		if err != nil {
			panic(http.ErrAbortHandler)
		}
		if answer, err = p.tamper(body, answer); err != nil {
			panic(http.ErrAbortHandler)
		}
		w.Header().Set("Content-Type", "application/json")
		if _, err := w.Write(answer); err != nil {
			t.Logf("proxy: %v", err)
		}
	}))
	t.Cleanup(srv.Close)
	p.URL = srv.URL
	return p
}

func (p *tampered) tamper(request, answer []byte) ([]byte, error) {
	type call struct {
		ID     json.RawMessage `json:"id"`
		Method string          `json:"method"`
		Params []any           `json:"params"`
	}
	batch := bytes.HasPrefix(bytes.TrimSpace(request), []byte("["))
	wrap := func(b []byte) []byte {
		if batch {
			return b
		}
		return append(append([]byte("["), b...), ']')
	}
	var calls []call
	var answers []map[string]any
	if err := json.Unmarshal(wrap(request), &calls); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(wrap(answer), &answers); err != nil {
		return nil, err
	}
	methods := map[string]string{}
	for _, c := range calls {
		if methods[string(c.ID)] = c.Method; c.Method == "eth_getBlockByNumber" && len(c.Params) == 2 && c.Params[1] == true {
			methods[string(c.ID)] += "/full"
		}
	}
	for _, a := range answers {
		id, err := json.Marshal(a["id"])
		if err != nil {
			return nil, err
		}
		result, ok := a["result"].(map[string]any)
		if ok && !p.change(methods[string(id)], result) {
			return nil, io.ErrUnexpectedEOF
		}
	}
	if !batch {
		return json.Marshal(answers[0])
	}
	return json.Marshal(answers)
}
