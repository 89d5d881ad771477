package testchain

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
)

// Fault is one way in which a hostile node fails.
type Fault int

// The faults. Each is drawn for one exchange, but those of heads and receipts stay for some.
const (
	DropRequest     Fault = iota // the node does not get it, and the connection breaks
	DropReply                    // the node gets it, and the connection breaks
	Delay                        // the answer comes late
	Truncate                     // half of the answer
	TooMany                      // HTTP 429, sometimes with Retry-After
	ServerError                  // HTTP 500, 502 or 503
	WrongJSON                    // something that is no answer
	OtherID                      // the answer to another question
	OtherChain                   // another chain id
	StaleHead                    // a node that lags: what it knows ends some blocks below the head
	MissingReceipts              // null for all receipts
	OrphanReceipts               // receipts that name a block which is not canonical
	faultCount
)

// AllFaults are the faults that any node shows now and then.
func AllFaults() []Fault {
	all := make([]Fault, faultCount)
	for n := range all {
		all[n] = Fault(n)
	}
	return all
}

// Lie is what a node does that invents answers.
type Lie int

// The lies.
const (
	Honest     Lie = iota
	SaysMined      // a transaction that it does not know counts as mined, with success, in the canonical latest block
	SaysFailed     // the same, and what succeeded counts as failed
	Pockets        // as SaysMined, and what is sent to it goes nowhere, though it says that it took it
)

// Hostile is a proxy before a node that fails in seeded random order.
type Hostile struct {
	URL    string
	Rate   float64 // of the exchanges that fail
	Faults []Fault // one of these each time
	Lie    Lie

	t      testing.TB
	target string
	mu     sync.Mutex
	rng    *rand.Rand
	calm   bool
	lag    uint64 // blocks
	lags   int    // exchanges for which the lag lasts
	blind  int    // exchanges for which receipts are missing
	orphan int    // exchanges for which receipts are of other blocks
}

// NewHostile stands before a node. The same seed and the same requests in the same order bring the same faults.
func NewHostile(t testing.TB, n *Node, seed uint64, rate float64, lie Lie) *Hostile {
	h := &Hostile{t: t, target: n.URL, rng: rand.New(rand.NewPCG(seed, 0x5707)), Faults: AllFaults(), Rate: rate, Lie: lie}
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	h.URL = s.URL
	return h
}

// Calm ends the faults, but not the lies.
func (h *Hostile) Calm() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.calm, h.lags, h.blind, h.orphan = true, 0, 0, 0
}

// message is a call or an answer of JSON-RPC.
type message struct {
	Version string            `json:"jsonrpc"`
	ID      json.RawMessage   `json:"id"`
	Method  string            `json:"method,omitempty"`
	Params  []json.RawMessage `json:"params,omitempty"`
	Result  json.RawMessage   `json:"result,omitempty"`
	Error   json.RawMessage   `json:"error,omitempty"`
}

// mood is what is drawn for one exchange.
type mood struct {
	fault         Fault
	faulty        bool
	roll          float64
	lag           uint64
	blind, orphan bool
}

func (h *Hostile) draw() mood {
	h.mu.Lock()
	defer h.mu.Unlock()
	m := mood{roll: h.rng.Float64()}
	if !h.calm && len(h.Faults) > 0 && h.rng.Float64() < h.Rate {
		m.faulty, m.fault = true, h.Faults[h.rng.IntN(len(h.Faults))]
		switch m.fault {
		case StaleHead:
			h.lag, h.lags = 1+h.rng.Uint64N(6), 1+h.rng.IntN(30)
		case MissingReceipts:
			h.blind = 1 + h.rng.IntN(10)
		case OrphanReceipts:
			h.orphan = 1 + h.rng.IntN(10)
		default:
		}
	}
	if h.lags > 0 {
		h.lags--
		m.lag = h.lag
	}
	if h.blind > 0 {
		h.blind--
		m.blind = true
	}
	if h.orphan > 0 {
		h.orphan--
		m.orphan = true
	}
	return m
}

// ServeHTTP implements http.Handler.
func (h *Hostile) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return // the client is gone
	}
	m := h.draw()
	if m.faulty {
		switch m.fault {
		case DropRequest:
			panic(http.ErrAbortHandler)
		case TooMany:
			if m.roll < 0.3 {
				w.Header().Set("Retry-After", "0")
			}
			http.Error(w, "slow down", http.StatusTooManyRequests)
			return
		case ServerError:
			http.Error(w, "<html>oops</html>", []int{500, 502, 503}[int(m.roll*3)])
			return
		default:
		}
	}
	answer, err := h.pass(m, body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	if m.faulty {
		switch m.fault {
		case DropReply:
			panic(http.ErrAbortHandler)
		case Delay:
			time.Sleep(time.Duration(m.roll * float64(300*time.Millisecond)))
		case Truncate:
			w.Header().Set("Content-Length", fmt.Sprint(len(answer)))
			if _, err := w.Write(answer[:len(answer)/2]); err != nil {
				h.t.Logf("half an answer: %v", err)
			}
			panic(http.ErrAbortHandler)
		case WrongJSON:
			answer = []byte([]string{"<html>log in</html>", `{"jsonrpc":"2.0","id":1}`, `"no"`, "", "[]", "{"}[int(m.roll*6)])
		default:
		}
	}
	w.Header().Set("Content-Type", "application/json")
	if _, err := w.Write(answer); err != nil {
		panic(http.ErrAbortHandler)
	}
}

// pass asks the node and falsifies what it answers.
func (h *Hostile) pass(m mood, body []byte) ([]byte, error) {
	calls, batch, err := messages(body)
	if err != nil {
		return nil, err
	}
	limit := ^uint64(0)
	if m.lag > 0 {
		head, err := h.head()
		if err != nil {
			return nil, err
		}
		limit = head - min(m.lag, head)
		for n := range calls {
			lower(&calls[n], limit)
		}
	}
	if h.Lie == Pockets && calls[0].Method == "eth_sendRawTransaction" {
		answers := make([]message, len(calls))
		for n := range calls {
			if answers[n], err = pocketed(&calls[n]); err != nil {
				return nil, err
			}
		}
		return encode(answers, batch)
	}
	raw, err := h.post(calls, batch)
	if err != nil {
		return nil, err
	}
	answers, _, err := messages(raw)
	if err != nil || len(answers) != len(calls) {
		return raw, nil // the node's own error for all
	}
	for n := range answers {
		if err := h.falsify(m, limit, &calls[n], &answers[n]); err != nil {
			return nil, err
		}
	}
	return encode(answers, batch)
}

// pocketed says that a transaction was taken.
func pocketed(c *message) (message, error) {
	var raw hexutil.Bytes
	if err := json.Unmarshal(c.Params[0], &raw); err != nil {
		return message{}, err
	}
	hash, err := json.Marshal(crypto.Keccak256Hash(raw))
	return message{Version: "2.0", ID: c.ID, Result: hash}, err
}

// lower has a call see the chain as of block limit.
func lower(c *message, limit uint64) {
	if c.Method == "eth_sendRawTransaction" {
		return
	}
	for n, p := range c.Params {
		if s := string(p); s == `"latest"` || s == `"pending"` || s == `"safe"` || s == `"finalized"` {
			c.Params[n] = json.RawMessage(`"` + hexNumber(limit) + `"`)
		}
	}
}

func (h *Hostile) falsify(m mood, limit uint64, c, a *message) error {
	switch {
	case m.faulty && m.fault == OtherID:
		a.ID = json.RawMessage("900001")
	case m.faulty && m.fault == OtherChain && c.Method == "eth_chainId":
		a.Result = json.RawMessage(`"0x539539"`)
	case c.Method == "eth_blockNumber" && m.lag > 0:
		a.Result = json.RawMessage(`"` + hexNumber(limit) + `"`)
	case c.Method == "eth_getBlockByNumber" || c.Method == "eth_getBlockByHash":
		if numberOf(a.Result, "number") > limit {
			a.Result = json.RawMessage("null")
		}
	case c.Method == "eth_getTransactionReceipt":
		return h.receipt(m, limit, c, a)
	}
	return nil
}

// receipt falsifies a receipt.
func (h *Hostile) receipt(m mood, limit uint64, c, a *message) error {
	none := len(a.Result) == 0 || string(a.Result) == "null"
	switch {
	case h.Lie != Honest && none:
		var head struct{ Number, Hash string }
		if err := h.ask(&head, "eth_getBlockByNumber", "latest", false); err != nil {
			return err
		}
		var hash string
		if err := json.Unmarshal(c.Params[0], &hash); err != nil {
			return err
		}
		lie, err := json.Marshal(map[string]any{"transactionHash": hash, "blockHash": head.Hash, "blockNumber": head.Number, "transactionIndex": "0x0",
			"status": "0x1", "gasUsed": "0x5208", "effectiveGasPrice": "0x1", "logs": []any{}})
		a.Result, a.Error = lie, nil
		return err
	case h.Lie == SaysFailed:
		a.Result = bytes.Replace(a.Result, []byte(`"status":"0x1"`), []byte(`"status":"0x0"`), 1)
	case none:
	case m.blind || numberOf(a.Result, "blockNumber") > limit:
		a.Result = json.RawMessage("null")
	case m.orphan:
		var r map[string]json.RawMessage
		if err := json.Unmarshal(a.Result, &r); err != nil {
			return err
		}
		r["blockHash"] = json.RawMessage(`"0x` + strings.Repeat("0badf00d", 8) + `"`)
		out, err := json.Marshal(r)
		a.Result = out
		return err
	}
	return nil
}

// head is the number of the node's latest block.
func (h *Hostile) head() (uint64, error) {
	var s string
	if err := h.ask(&s, "eth_blockNumber"); err != nil {
		return 0, err
	}
	var n uint64
	_, err := fmt.Sscanf(s, "0x%x", &n)
	return n, err
}

// ask asks the node itself.
func (h *Hostile) ask(out any, method string, args ...any) error {
	c := message{Version: "2.0", ID: json.RawMessage("1"), Method: method}
	for _, a := range args {
		p, err := json.Marshal(a)
		if err != nil {
			return err
		}
		c.Params = append(c.Params, p)
	}
	raw, err := h.post([]message{c}, false)
	if err != nil {
		return err
	}
	got, _, err := messages(raw)
	if err != nil {
		return err
	}
	return json.Unmarshal(got[0].Result, out)
}

func (h *Hostile) post(calls []message, batch bool) ([]byte, error) {
	body, err := encode(calls, batch)
	if err != nil {
		return nil, err
	}
	resp, err := http.Post(h.target, "application/json", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// messages reads one message or a list of them.
func messages(raw []byte) (out []message, batch bool, err error) {
	if raw = bytes.TrimSpace(raw); len(raw) > 0 && raw[0] == '[' {
		err = json.Unmarshal(raw, &out)
		return out, true, err
	}
	out = make([]message, 1)
	err = json.Unmarshal(raw, &out[0])
	return out, false, err
}

func encode(all []message, batch bool) ([]byte, error) {
	if batch {
		return json.Marshal(all)
	}
	return json.Marshal(all[0])
}

// numberOf is the number in a member of an object, 0 where there is none.
func numberOf(raw json.RawMessage, member string) uint64 {
	var o map[string]json.RawMessage
	if json.Unmarshal(raw, &o) != nil {
		return 0
	}
	var s string
	if json.Unmarshal(o[member], &s) != nil {
		return 0
	}
	var n uint64
	if _, err := fmt.Sscanf(s, "0x%x", &n); err != nil {
		return 0
	}
	return n
}
