package distribution_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"math/big"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/distribution"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/testchain"
)

// TestLostDatabase pays by one database and asks another: nothing is paid twice.
func TestLostDatabase(t *testing.T) {
	chain := testchain.Embedded(t)
	old := newRig(t, chain)
	token := old.token(18, 100, common.Address{})
	old.settle()
	rows := file(t, "1", "2", "3", "4", "5")
	old.distribute(token, rows[:2], 2, 0)
	old.distribute(token, rows[:4], 2, 2, batch(2))
	old.settle()

	r := newRig(t, chain)
	res := r.distribute(token, rows, 1, 4)
	for i, o := range res.Rows[:4] {
		if o.State != distribution.StateOnChain || len(o.TxHash) != 66 || o.IntentID != 0 {
			t.Errorf("row %d: %+v", i, o)
		}
	}
	if res.Rows[2].TxHash != res.Rows[3].TxHash || res.Rows[0].TxHash == res.Rows[1].TxHash {
		t.Errorf("transactions %+v", res.Rows)
	}
	if n := r.count(`SELECT count(*) FROM paid_row`); n != 4 {
		t.Errorf("%d rows of the past", n)
	}
	r.settle()
	r.distribute(token, rows, 0, 5)
	if got := r.balance(token, r.box.Sender); got != "85" {
		t.Errorf("left %s", got)
	}
	// What it sent itself is not in its look-back.
	if n := r.count(`SELECT count(*) FROM paid_row`); n != 4 {
		t.Errorf("%d rows of the past", n)
	}

	changed := file(t, "1", "2.5", "3", "4", "5")
	changed[2].To = holder(8)
	_, err := r.try(token, changed)
	wants(t, err, fault.Conflict, `holders.csv row 3, column amount: external id "id-2" was paid on the chain with 2 ACME to `+holder(2).Hex(),
		`holders.csv row 4, column address: external id "id-3" was paid on the chain with 3 ACME`, "not 3 ACME to "+holder(8).Hex())
}

// TestSupersededButPaid has another database pay the row with the same nonce: it needs no reissue.
func TestSupersededButPaid(t *testing.T) {
	chain := testchain.Embedded(t)
	first := newRig(t, chain)
	token := first.token(18, 100, common.Address{})
	first.settle()
	r, other := newRig(t, chain), newRig(t, chain)
	rows := file(t, "1")
	r.distribute(token, rows, 1, 0)
	other.distribute(token, file(t, "1", "7"), 2, 0, batch(2))
	other.settle()
	if _, err := r.box.Update(context.Background()); err != nil {
		t.Fatal(err)
	}
	if n := r.count(`SELECT count(*) FROM intent WHERE state = 'superseded'`); n != 1 {
		t.Fatalf("%d superseded", n)
	}
	if res := r.distribute(token, rows, 0, 1); res.Rows[0].State != distribution.StateOnChain {
		t.Errorf("%+v", res.Rows[0])
	}
	past, err := r.LookBack(context.Background(), token, nil)
	if err != nil {
		t.Fatal(err)
	}
	paid, err := past.Find(context.Background(), []string{"id-1", "id-2", "id-3"})
	if err != nil || len(paid["id-1"]) != 1 || len(paid["id-2"]) != 1 || len(paid["id-3"]) != 0 || paid["id-1"][0].To != holder(1) {
		t.Errorf("%+v, %v", paid, err)
	}
}

// TestForeignMovesAreNoPayments moves the account's tokens in ways that carry no tag of ours.
func TestForeignMovesAreNoPayments(t *testing.T) {
	chain := testchain.Embedded(t)
	old := newRig(t, chain)
	token := old.token(18, 100, common.Address{})
	old.settle()
	tag := eth.TagOf(chain.ChainID, token, "id-1")
	old.call(token, "other", contract.Transfer(holder(1), units(1, 18)))
	old.call(token, "other", eth.AppendTags(contract.Transfer(holder(1), units(1, 18)), tag, tag))
	old.call(token, "other", append(contract.Transfer(holder(1), units(1, 18)), tag[:8]...))
	old.call(token, "other", contract.BatchTransfer([]common.Address{holder(1)}, []*big.Int{units(1, 18)}))
	old.call(token, "control", contract.ForcedTransfer(old.box.Sender, holder(1), units(1, 18), "order", common.Hash{}))
	old.settle()
	r := newRig(t, chain)
	r.distribute(token, file(t, "1"), 1, 0)
}

// TestLookBackNotFinal keeps in memory what may still be taken back.
func TestLookBackNotFinal(t *testing.T) {
	chain := testchain.Embedded(t)
	deep := func(c *outbox.Config) { c.Finality = outbox.Finality{Depth: 6} }
	old := newRig(t, chain)
	token := old.token(18, 100, common.Address{})
	old.settle()
	old.distribute(token, file(t, "1"), 1, 0)
	old.settle()
	chain.Mine(3)
	r := newRig(t, chain, deep)
	look := func() int {
		past, err := r.LookBack(context.Background(), token, nil)
		if err != nil {
			t.Fatal(err)
		}
		paid, err := past.Find(context.Background(), []string{"id-1"})
		if err != nil {
			t.Fatal(err)
		}
		return len(paid["id-1"])
	}
	if n := look(); n != 1 {
		t.Errorf("%d payments in blocks that are not final", n)
	}
	if n := r.count(`SELECT count(*) FROM paid_row`); n != 0 {
		t.Errorf("%d rows stored of blocks that are not final", n)
	}
	chain.Reorg(4)
	if n := look(); n != 0 {
		t.Errorf("%d payments after they were reorganised away", n)
	}
	// Once more, to stay.
	again := newRig(t, chain)
	again.distribute(token, file(t, "1"), 1, 0)
	again.settle()
	chain.Mine(8)
	if n := look(); n != 1 {
		t.Errorf("%d payments", n)
	}
	if n := r.count(`SELECT count(*) FROM paid_row`); n != 1 {
		t.Errorf("%d rows stored of final blocks", n)
	}
	if n := look(); n != 1 {
		t.Errorf("%d payments read back", n)
	}
	at := r.count(`SELECT scanned_to FROM lookback`)
	if at != int(chain.Head())-6 {
		t.Errorf("read up to %d, head %d", at, chain.Head())
	}
}

// TestLookBackOfAnotherChain drops what was stored of a chain that was rewritten below what counted as final.
func TestLookBackOfAnotherChain(t *testing.T) {
	chain := testchain.Embedded(t)
	old := newRig(t, chain)
	token := old.token(18, 100, common.Address{})
	old.settle()
	old.distribute(token, file(t, "1"), 1, 0)
	old.settle()
	r := newRig(t, chain)
	r.distribute(token, file(t, "1"), 0, 1)
	chain.Reorg(1)
	if _, err := r.box.Store.SQL().Exec(`DELETE FROM mark`); err != nil { // as if its owner had said that this is right
		t.Fatal(err)
	}
	dry := r.again(func(c *outbox.Config) { c.DryRun = true })
	dry.distribute(token, file(t, "1"), 1, 0)
	if n := r.count(`SELECT count(*) FROM paid_row`); n != 1 {
		t.Errorf("a dry run changed the past: %d rows", n)
	}
	r.distribute(token, file(t, "1"), 1, 0)
	if n := r.count(`SELECT count(*) FROM paid_row`); n != 0 {
		t.Errorf("%d rows of a chain that is gone", n)
	}
}

// proxy stands before a node, counts requests and refuses wide ranges of logs.
type proxy struct {
	target   string
	widest   uint64 // blocks; 0: any
	requests atomic.Int64
	refused  atomic.Int64
}

func (p *proxy) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	p.requests.Add(1)
	body, err := io.ReadAll(req.Body)
	if err != nil {
		http.Error(w, err.Error(), 500)
		return
	}
	type query struct {
		ID     json.RawMessage `json:"id"`
		Method string          `json:"method"`
		Params []json.RawMessage
	}
	var batch []query
	if p.widest > 0 && json.Unmarshal(body, &batch) == nil && len(batch) > 0 && batch[0].Method == "eth_getLogs" {
		var bounds struct{ FromBlock, ToBlock hexutil.Uint64 }
		if json.Unmarshal(batch[0].Params[0], &bounds) == nil && uint64(bounds.ToBlock-bounds.FromBlock)+1 > p.widest {
			p.refused.Add(1)
			var out []map[string]any
			for _, q := range batch {
				out = append(out, map[string]any{"jsonrpc": "2.0", "id": q.ID, "error": map[string]any{"code": -32602, "message": "too wide for this node"}})
			}
			w.Header().Set("Content-Type", "application/json")
			if err := json.NewEncoder(w).Encode(out); err != nil {
				panic(http.ErrAbortHandler)
			}
			return
		}
	}
	res, err := http.Post(p.target, "application/json", bytes.NewReader(body))
	if err != nil {
		http.Error(w, err.Error(), 502)
		return
	}
	defer res.Body.Close()
	w.Header().Set("Content-Type", "application/json")
	if _, err := io.Copy(w, res.Body); err != nil {
		panic(http.ErrAbortHandler)
	}
}

func (p *proxy) through(t *testing.T) func(*outbox.Config) {
	t.Helper()
	s := httptest.NewServer(p)
	t.Cleanup(s.Close)
	return func(c *outbox.Config) {
		n, err := node.Dial(context.Background(), node.Options{URLs: []string{s.URL}, ChainID: c.ChainID})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(n.Close)
		c.Node = n
	}
}

func TestLookBackNarrowRanges(t *testing.T) {
	chain := testchain.Embedded(t)
	old := newRig(t, chain)
	token := old.token(18, 100, common.Address{})
	old.settle()
	for _, n := range []int{1, 2, 3} {
		old.distribute(token, file(t, "1", "2", "3")[:n], 1, n-1)
		old.settle()
		chain.Mine(40)
	}
	p := &proxy{target: chain.URL, widest: 7}
	r := newRig(t, chain, p.through(t))
	var last, total uint64
	past, err := r.LookBack(context.Background(), token, func(done, all uint64) { last, total = done, all })
	if err != nil {
		t.Fatal(err)
	}
	paid, err := past.Find(context.Background(), []string{"id-1", "id-2", "id-3", "id-4"})
	if err != nil || len(paid) != 3 {
		t.Errorf("%+v, %v", paid, err)
	}
	if p.refused.Load() == 0 || last != total || total != chain.Head()+1 {
		t.Errorf("refused %d, progress %d of %d, head %d", p.refused.Load(), last, total, chain.Head())
	}
}

func TestLookBackIsCheap(t *testing.T) {
	chain := testchain.Embedded(t)
	old := newRig(t, chain)
	token := old.token(18, 100, common.Address{})
	old.settle()
	old.distribute(token, file(t, "1"), 1, 0)
	old.settle()
	p := &proxy{target: chain.URL}
	r := newRig(t, chain, p.through(t))
	for n := range 3 {
		before := p.requests.Load()
		if _, err := r.LookBack(context.Background(), token, nil); err != nil {
			t.Fatal(err)
		}
		took := p.requests.Load() - before
		t.Logf("look-back %d: %d requests", n+1, took)
		if n > 0 && took > 10 {
			t.Errorf("look-back %d took %d requests", n+1, took)
		}
	}
}

// TestTokenThatRefusesTags has a token that checks the length of its call data.
func TestTokenThatRefusesTags(t *testing.T) {
	chain := testchain.Embedded(t)
	r := newRig(t, chain)
	token := r.plan(func(uint64) []outbox.Call { return []outbox.Call{{Data: strictToken(), Kind: outbox.KindTestToken}} })
	r.settle()
	res := r.distribute(token, file(t, "1", "2"), 2, 0)
	if len(res.Warnings) != 1 || !strings.Contains(res.Warnings[0], "refuses the tag") {
		t.Errorf("warnings %q", res.Warnings)
	}
	if n := r.count(`SELECT count(*) FROM intent WHERE kind = 'transfer' AND length(data) = 68`); n != 2 {
		t.Errorf("%d transfers without tag", n)
	}
	r.settle()
	r.distribute(token, file(t, "1", "2"), 0, 2)
}

// strictToken is the creation code of a contract that answers 1 to calls of 4, 36 or 68 bytes, and 100 to balanceOf, and
// refuses calls of other lengths.
func strictToken() []byte {
	code := []byte{
		0x36, 0x60, 4, 0x14, 0x60, 24, 0x57, // CALLDATASIZE == 4: answer
		0x36, 0x60, 68, 0x14, 0x60, 24, 0x57, // == 68: answer
		0x36, 0x60, 36, 0x14, 0x60, 35, 0x57, // == 36: balance
		0x5f, 0x5f, 0xfd,
		0x5b, 0x60, 1, 0x5f, 0x52, 0x60, 32, 0x5f, 0xf3, // 24: answer 1
		0x00, 0x00,
		0x5b, 0x60, 100, 0x5f, 0x52, 0x60, 32, 0x5f, 0xf3, // 35: answer 100
	}
	init := []byte{0x60, byte(len(code)), 0x80, 0x60, 10, 0x5f, 0x39, 0x5f, 0xf3, 0x00}
	return append(init, code...)
}
