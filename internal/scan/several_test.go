package scan

import (
	"context"
	"fmt"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/testchain"
)

// counter passes on to a node and counts the requests.
func counter(t testing.TB, target string) (string, *atomic.Int64) {
	t.Helper()
	to, err := url.Parse(target)
	check(t, err)
	var n atomic.Int64
	proxy := httputil.NewSingleHostReverseProxy(to)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n.Add(1)
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return s.URL, &n
}

// requests runs a scan through a new client and returns how many requests that took, the client's own included.
func (b *bench) requests(tokens ...common.Address) (int64, []*Result) {
	b.t.Helper()
	address, n := counter(b.t, b.n.URL)
	through := &bench{t: b.t, n: b.n, node: dial(b.t, address), store: b.store}
	results, err := through.scanner().Run(b.t.Context(), Options{Tokens: tokens, Reconcile: true})
	check(b.t, err)
	return n.Load(), results
}

// TestRequestsOfARescan: nothing new takes five requests at most, the reconciliation included.
func TestRequestsOfARescan(t *testing.T) {
	kinds(t, func(t *testing.T, n *testchain.Node) {
		b := newBench(t, n)
		token := b.plain(1_000)
		for i := range int64(10) {
			b.transfer(0, token, n.Address(1), 1+i)
			b.scan(token)
		}
		n.Mine(36) // some of it final
		b.scan(token)
		took, results := b.requests(token)
		if took > 5 || results[0].Blocks != 0 || results[0].Check.Outcome != captable.Agreed {
			t.Errorf("%d requests, %+v", took, results[0])
		}
		t.Logf("%d requests", took)
	})
}

// TestSeveralTokens scans tokens of different ages together, and each alone: the tables are the same, the requests fewer.
func TestSeveralTokens(t *testing.T) {
	n := testchain.Anvil(t)
	b := newBench(t, n)
	var tokens []common.Address
	for range 4 {
		tokens = append(tokens, b.plain(1_000))
		for _, token := range tokens {
			b.transfer(0, token, n.Address(1), 5)
		}
		n.Mine(3)
	}
	older, call := b.oddity()
	call("issue", n.Address(1), big.NewInt(5), false)
	tokens = append(tokens, older)

	alone := apart(t, n, b.node)
	each := int64(0)
	for _, token := range tokens {
		took, _ := alone.requests(token)
		each += took
	}
	together, results := b.requests(tokens...)
	if together*2 > each || len(results) != len(tokens) {
		t.Errorf("%d requests together, %d one by one", together, each)
	}
	same := func(when string) {
		t.Helper()
		for i, token := range tokens {
			if got, want := b.table(token, nil), b.fresh(token); got != want {
				t.Errorf("%s, token %d together\n%s, alone\n%s", when, i, got, want)
			}
		}
	}
	same("at first")
	for i, r := range results {
		if r.Token.Address != tokens[i] || !r.Token.Complete || r.ScannedTo.Block != n.Head() || r.Check.Outcome != captable.Agreed {
			t.Errorf("token %d: %+v", i, r)
		}
	}

	// Some are ahead, one is new, and what all have is reorganised.
	for i, token := range tokens[:4] {
		b.transfer(0, token, n.Address(2), int64(i+1))
	}
	b.scan(tokens[1])
	b.scan(tokens[2])
	n.Mine(2)
	tokens = append(tokens, b.plain(77))
	b.transfer(0, tokens[0], n.Address(2), 8)
	_, err := b.scanner().Run(t.Context(), Options{Tokens: tokens, Reconcile: true})
	check(t, err)
	same("of different heights")
	n.Reorg(4) // the last token goes
	b.renonce()
	b.transfer(0, tokens[3], n.Address(2), 50)
	results, err = b.scanner().Run(t.Context(), Options{Tokens: tokens[:5], Reconcile: true})
	check(t, err)
	all := tokens
	tokens = tokens[:5]
	same("after a reorganisation")
	if results[0].Reorg == nil || results[4].Reorg == nil {
		t.Errorf("reorg %+v, %+v", results[0].Reorg, results[4].Reorg)
	}
	if took, _ := b.requests(tokens...); took > 5+int64(len(tokens)) {
		t.Errorf("%d requests for nothing new of %d tokens", took, len(tokens))
	}

	// One that is none spoils the run before anything is written; one that lies does not keep the others from their check.
	if _, err := b.scanner().Run(t.Context(), Options{Tokens: all}); !fault.Is(err, fault.Usage) || !strings.Contains(err.Error(), "no contract at "+all[5].Hex()) {
		t.Errorf("one without a contract: %v", err)
	}
	if _, err := b.scanner().Run(t.Context(), Options{Tokens: []common.Address{tokens[0], tokens[0]}}); !fault.Is(err, fault.Usage) {
		t.Errorf("one twice: %v", err)
	}
	liar, tell := b.style("Silent")
	tell("quietly(address,address,uint256)", common.Address{}, n.Address(1), 9)
	tell(mint, n.Address(1), 9)
	results, err = b.scanner().Run(t.Context(), Options{Tokens: append([]common.Address{liar}, tokens...), Reconcile: true})
	if !fault.Is(err, fault.General) || !strings.Contains(err.Error(), liar.Hex()) || results[0].Check.Outcome != captable.Differs || results[5].Check.Outcome != captable.Agreed {
		t.Errorf("with one that lies: %v", err)
	}
}

func logOf(a common.Address, tx common.Hash, index uint64, data []byte, topics ...common.Hash) node.Log {
	return node.Log{Address: a, TxHash: tx, BlockNumber: 1, LogIndex: index, Data: data, Topics: topics}
}

// TestSameMovementOfTwoTokens: events of one token say nothing about another's, also within a transaction.
func TestSameMovementOfTwoTokens(t *testing.T) {
	from, to, v, tx := topic(common.Address{}), topic(1), word(5), common.Hash{1}
	a, c := common.Address{1}, common.Address{2}
	logs := []node.Log{
		logOf(a, tx, 0, v, contract.TopicTransfer(), from, to),
		logOf(c, tx, 1, v, contract.TopicIssued(), to),
		logOf(a, tx, 2, v, contract.TopicIssued(), to),
	}
	got, _, err := balanceTopics().decode(logs, map[common.Address]int{a: 0, c: 1})
	check(t, err)
	var s []string
	for _, g := range got {
		s = append(s, fmt.Sprint(g.token, g.kind))
	}
	if fmt.Sprint(s) != "[0 0 1 1]" {
		t.Errorf("%v", s)
	}
}

func TestVerifyNode(t *testing.T) {
	n := testchain.Anvil(t)
	b := newBench(t, n)
	token := b.plain(1_000)
	b.transfer(0, token, n.Address(1), 5)
	run := func(second string) (*Result, error) {
		return run1(t.Context(), b.scanner(), Options{Tokens: []common.Address{token}, Reconcile: true, Verify: dial(t, second)})
	}
	address, asked := counter(t, n.URL)
	res, err := run(address)
	check(t, err)
	if res.Check.Outcome != captable.Agreed || res.Check.By != address || asked.Load() != 2 {
		t.Errorf("%+v after %d requests", res.Check, asked.Load())
	}

	// Another chain of the same id: shorter, then as long with another block at that height.
	other := testchain.Anvil(t)
	if res, err = run(other.URL); err != nil || res.Check.Outcome != captable.NotTried || !strings.Contains(res.Check.Why, "not reached that block") {
		t.Errorf("a node that lags: %v, %+v", err, res.Check)
	}
	other.Mine(int(n.Head()) + 1)
	if res, err = run(other.URL); err != nil || res.Check.Outcome != captable.NotTried || !strings.Contains(res.Check.Why, "another block at that height") {
		t.Errorf("a node on a fork: %v, %+v", err, res.Check)
	}

	// The first node leaves an event out, and the second one's balances tell.
	b.transfer(0, token, n.Address(2), 6)
	p := newProxy(t, n.URL)
	p.omits = true
	blind := apart(t, n, dial(t, p.URL))
	res, err = run1(t.Context(), blind.scanner(), Options{Tokens: []common.Address{token}, Reconcile: true, Verify: b.node})
	if !fault.Is(err, fault.General) || len(res.Check.Differences) == 0 || res.Check.Differences[0].Cause != causeSilent || !strings.Contains(fault.Hint(err), "left events out") {
		t.Errorf("an event that is left out: %v, %+v", err, res.Check)
	}
}

// TestFirstBlockFromElsewhere: a node without old states can't tell where a token was created; the caller may.
func TestFirstBlockFromElsewhere(t *testing.T) {
	n := testchain.Geth(t)
	b := newBench(t, n)
	n.Mine(4)
	token := b.plain(1_000)
	created := b.mined
	b.transfer(0, token, n.Address(1), 1)
	n.Mine(140)
	scan := func(f Finality, tell *uint64, start *uint64) (*Result, []string) {
		t.Helper()
		var notices []string
		s := New(openStore(t), b.node, n.ChainID, f)
		res, err := run1(t.Context(), s, Options{Tokens: []common.Address{token}, Start: start, Reconcile: true,
			Created: func(context.Context, common.Address) (*uint64, error) { return tell, nil }, Notice: func(s string) { notices = append(notices, s) }})
		if start == nil || *start <= created {
			check(t, err)
		}
		return res, notices
	}
	for name, c := range map[string]struct {
		f               Finality
		tell, start     *uint64
		first, complete uint64
		notices         int
	}{
		"the outbox knows":             {Finality{Depth: 10}, &created, nil, created, 1, 0},
		"the outbox's is not final":    {Finality{Depth: 1000}, &created, nil, 0, 1, 1},
		"nobody knows":                 {Finality{Depth: 10}, nil, nil, 0, 1, 1},
		"the user says":                {Finality{Depth: 10}, nil, ptr(created - 3), created - 3, 0, 0},
		"the user says, outbox knows":  {Finality{Depth: 10}, &created, ptr(created - 3), created, 1, 0},
		"the user says, and too late":  {Finality{Depth: 10}, nil, ptr(created + 1), created + 1, 0, 0},
		"too late, as the outbox says": {Finality{Depth: 10}, &created, ptr(created + 1), created + 1, 0, 0},
	} {
		res, notices := scan(c.f, c.tell, c.start)
		if res.Token.FirstBlock != c.first || res.Token.Complete != (c.complete == 1) || len(notices) != c.notices {
			t.Errorf("%s: %+v, notices %q", name, res.Token, notices)
		}
	}
}
