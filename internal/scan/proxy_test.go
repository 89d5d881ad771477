package scan

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/testchain"
)

// proxy stands before a real node and has the limits of a provider.
type proxy struct {
	*httptest.Server
	widest   uint64        // blocks of a range; 0: any
	most     int           // logs of an answer; 0: any
	limits   func() uint64 // the widest of this time; nil: widest
	says     func(from, to, limit uint64) (code int, message string)
	timeless bool   // no blockTimestamp in logs
	wrongly  bool   // blockTimestamp in milliseconds
	lags     int    // calls to answer as a node does that lags
	omits    bool   // the last log of an answer
	stale    uint64 // the last block that every second backend knows; 0: there is but one

	mu      sync.Mutex
	turn    int // requests
	ranges  int // eth_getLogs calls
	refused int
	headers int // eth_getBlockByNumber calls
}

type message struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id"`
	Method  string          `json:"method,omitempty"`
	Params  json.RawMessage `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   any             `json:"error,omitempty"`
}

func newProxy(t testing.TB, target string) *proxy {
	p := &proxy{says: func(_, _, limit uint64) (int, string) {
		return -32005, fmt.Sprintf("block range exceeds limit of %d", limit)
	}}
	p.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err == nil {
			body, err = p.pass(target, body)
		}
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		if _, err := w.Write(body); err != nil {
			t.Log(err)
		}
	}))
	t.Cleanup(p.Close)
	return p
}

func (p *proxy) pass(target string, body []byte) ([]byte, error) {
	resp, err := http.Post(target, "application/json", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	if err != nil || body[0] != '[' {
		return answer, err
	}
	var asked, answers []message
	if err := json.Unmarshal(body, &asked); err != nil {
		return nil, err
	}
	late := p.late(asked)
	if err := json.Unmarshal(answer, &answers); err != nil {
		return nil, fmt.Errorf("%w: %s", err, answer)
	}
	for i := range asked {
		for k := range answers {
			if bytes.Equal(asked[i].ID, answers[k].ID) {
				if err := p.change(&asked[i], &answers[k]); err != nil {
					return nil, err
				}
				if late {
					if err := p.lag(&asked[i], &answers[k]); err != nil {
						return nil, err
					}
				}
			}
		}
	}
	return json.Marshal(answers)
}

// late reports whether the backend that lags gets a request: the first of every two that ask for blocks it does not know.
func (p *proxy) late(asked []message) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i := range asked {
		if p.stale > 0 && asked[i].Method == "eth_getBlockByNumber" && blockOf(&asked[i]) > p.stale {
			p.turn++
			return p.turn%2 == 1
		}
	}
	return false
}

// blockOf is the number of the block that a call asks for; 0: latest, and the like.
func blockOf(asked *message) uint64 {
	var params []any
	if err := json.Unmarshal(asked.Params, &params); err != nil || len(params) == 0 {
		return 0
	}
	return number(params[0])
}

func number(quantity any) uint64 {
	text, _ := quantity.(string)
	n, err := strconv.ParseUint(text, 0, 64)
	if err != nil {
		return 0
	}
	return n
}

// lag makes of an answer what a backend gives that knows no block after p.stale, and says nothing of it.
func (p *proxy) lag(asked, answer *message) (err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch asked.Method {
	case "eth_getBlockByNumber":
		if blockOf(asked) > p.stale {
			answer.Result = json.RawMessage("null")
			p.refused++
		}
	case "eth_getLogs":
		var logs []map[string]any
		if err := json.Unmarshal(answer.Result, &logs); err != nil {
			return err
		}
		answer.Result, err = json.Marshal(slices.DeleteFunc(logs, func(l map[string]any) bool { return number(l["blockNumber"]) > p.stale }))
	}
	return err
}

func (p *proxy) change(asked, answer *message) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if asked.Method == "eth_getBlockByNumber" {
		p.headers++
	}
	if asked.Method != "eth_getLogs" {
		return nil
	}
	p.ranges++
	var params []struct{ FromBlock, ToBlock string }
	if err := json.Unmarshal(asked.Params, &params); err != nil {
		return err
	}
	from, err := strconv.ParseUint(params[0].FromBlock, 0, 64)
	if err != nil {
		return err
	}
	to, err := strconv.ParseUint(params[0].ToBlock, 0, 64)
	if err != nil {
		return err
	}
	var logs []map[string]any
	if answer.Result != nil {
		if err := json.Unmarshal(answer.Result, &logs); err != nil {
			return err
		}
	}
	widest := p.widest
	if p.limits != nil {
		widest = p.limits()
	}
	if widest > 0 && to-from+1 > widest || p.most > 0 && len(logs) > p.most && to > from {
		limit := widest
		if limit == 0 {
			limit = uint64(p.most)
		}
		code, words := p.says(from, to, limit)
		answer.Result, answer.Error = nil, map[string]any{"code": code, "message": words}
		p.refused++
		return nil
	}
	for _, l := range logs {
		if p.timeless {
			delete(l, "blockTimestamp")
		}
		if p.wrongly {
			l["blockTimestamp"] = "0x1900000000000"
		}
	}
	if p.lags > 0 {
		p.lags--
		answer.Result, answer.Error = nil, map[string]any{"code": -32602, "message": "block range extends beyond current head block"}
		return nil
	}
	if p.omits && len(logs) > 0 {
		logs = logs[:len(logs)-1]
	}
	if p.timeless || p.wrongly || p.omits {
		answer.Result, err = json.Marshal(logs)
	}
	return err
}

// TestProvidersLimits has the texts by which providers refuse a range; whatever they say, the table is the same.
func TestProvidersLimits(t *testing.T) {
	n := testchain.Embedded(t)
	b := newBench(t, n)
	token := b.plain(1_000_000)
	for i := range int64(12) {
		b.transfer(0, token, n.Address(1+int(i%2)), 1+i)
	}
	n.Mine(30)
	want := b.fresh(token)
	cases := map[string]struct {
		widest uint64
		most   int
		says   func(from, to, limit uint64) (int, string)
	}{
		"suggests a range": {0, 5, func(from, to, _ uint64) (int, string) {
			return -32005, fmt.Sprintf("query returned more than 5 results. Try with this block range [0x%x, 0x%x].", from, from+(to-from)/2)
		}},
		"retry with": {0, 3, func(from, _, limit uint64) (int, string) {
			return -32000, fmt.Sprintf("query exceeds max results %d, retry with the range %d-%d", limit, from, from+2)
		}},
		"names a maximum": {7, 0, func(_, _, limit uint64) (int, string) {
			return -32602, fmt.Sprintf("exceed maximum block range: %d", limit)
		}},
		"says too little": {5, 0, func(_, _, _ uint64) (int, string) { return -32000, "query block range exceeds server limit" }},
		"of two numbers": {10, 0, func(from, to, limit uint64) (int, string) {
			return -32000, fmt.Sprintf("range %d exceeds limit of %d", to-from+1, limit)
		}},
		"times out":         {1, 0, func(_, _, _ uint64) (int, string) { return -32002, "request timed out" }},
		"answer too big":    {0, 1, func(_, _, _ uint64) (int, string) { return -32003, "response is too big" }},
		"in another tongue": {3, 0, func(_, _, _ uint64) (int, string) { return -1, "zu viel" }},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			p := newProxy(t, n.URL)
			p.widest, p.most, p.says = c.widest, c.most, c.says
			through := apart(t, n, dial(t, p.URL))
			res := through.scan(token)
			if got := through.table(token, nil); got != want || res.Transfers != 13 {
				t.Errorf("%d transfers\n%s, want\n%s", res.Transfers, got, want)
			}
			if p.refused == 0 {
				t.Error("nothing was refused")
			}
			t.Logf("%d requests, %d of them refused", p.ranges, p.refused)
		})
	}
}

// TestLogsWithoutTimes reads block times from headers, of the blocks with transfers alone.
func TestLogsWithoutTimes(t *testing.T) {
	n := testchain.Embedded(t)
	b := newBench(t, n)
	token := b.plain(1_000)
	for i := range int64(4) {
		b.transfer(0, token, n.Address(1), 1+i)
		n.Mine(3)
	}
	want := b.fresh(token)
	for _, wrongly := range []bool{false, true} {
		p := newProxy(t, n.URL)
		p.timeless, p.wrongly, p.lags = !wrongly, wrongly, 2
		through := apart(t, n, dial(t, p.URL))
		through.scan(token)
		if got := through.table(token, nil); got != want {
			t.Errorf("times from headers\n%s, from logs\n%s", got, want)
		}
		if p.headers > 20 {
			t.Errorf("%d headers were asked for", p.headers)
		}
	}
}

// TestNoState scans to a block whose state an ordinary node has forgotten.
func TestNoState(t *testing.T) {
	n := testchain.Geth(t)
	b := newBench(t, n)
	token := b.plain(1_000)
	b.transfer(0, token, n.Address(1), 1)
	old := n.Head()
	n.Mine(200)
	res := b.scan(token, func(o *Options) { o.End = &old })
	if res.Check.Outcome != captable.NotTried || res.Check.Why == "" || res.Token.FirstBlock != 0 || !res.Token.Complete {
		t.Errorf("check %+v of %+v", res.Check, res.Token)
	}
	table, err := captable.Build(t.Context(), b.store, captable.Query{Chain: n.ChainID, Token: token})
	check(t, err)
	if table.LastScan.Reconciled != captable.NotTried || table.TotalSupplySource != captable.FromEvents || table.TotalSupply != "10" {
		t.Errorf("table %+v", table)
	}
	if res := b.scan(token); res.Check.Outcome != captable.Agreed {
		t.Errorf("at the head: %+v", res.Check)
	}
}

func TestFinality(t *testing.T) {
	n := testchain.Anvil(t)
	b := newBench(t, n)
	token := b.plain(1_000)
	b.transfer(0, token, n.Address(1), 1)
	n.Mine(100)
	b.transfer(0, token, n.Address(1), 2)
	head := n.Head()
	run := func(f Finality, finalized bool) (*Result, error) {
		return run1(t.Context(), New(openStore(t), b.node, n.ChainID, f), Options{Tokens: []common.Address{token}, Finalized: finalized})
	}
	for name, c := range map[string]struct {
		f    Finality
		upTo *uint64
	}{
		"tag":     {Finality{Tag: "finalized"}, ptr(head - 64)},
		"depth":   {Finality{Depth: 10}, ptr(head - 10)},
		"instant": {Finality{Instant: true}, &head},
		"none":    {Finality{}, nil},
		"too few": {Finality{Depth: 1000}, nil},
	} {
		res, err := run(c.f, false)
		check(t, err)
		if (res.FinalTo == nil) != (c.upTo == nil) || c.upTo != nil && *res.FinalTo != *c.upTo {
			t.Errorf("%s: final to %v, want %v", name, res.FinalTo, c.upTo)
		}
		if res.ScannedTo.Block != head {
			t.Errorf("%s: scanned to %d of %d", name, res.ScannedTo.Block, head)
		}
		res, err = run(c.f, true)
		if c.upTo == nil {
			if !fault.Is(err, fault.Node) {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		check(t, err)
		if res.ScannedTo.Block != *c.upTo || *res.FinalTo != *c.upTo {
			t.Errorf("%s: scanned to %d, want %d", name, res.ScannedTo.Block, *c.upTo)
		}
	}
}
