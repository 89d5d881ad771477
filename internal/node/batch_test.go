package node

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"
)

// double answers twice the number that it is asked.
func double(params []json.RawMessage) (any, *rpcError) {
	var n quantity
	if err := json.Unmarshal(params[0], &n); err != nil {
		return nil, &rpcError{-32602, err.Error(), nil}
	}
	return hexutil.EncodeUint64(uint64(n) * 2), nil
}

// doubles asks for n of them and checks the answers.
func doubles(t *testing.T, c *Client, n int) error {
	t.Helper()
	elems := make([]rpc.BatchElem, n)
	got := make([]quantity, n)
	for i := range elems {
		elems[i] = rpc.BatchElem{Method: "double", Args: []any{hexutil.Uint64(i)}, Result: &got[i]}
	}
	if err := c.Batch(context.Background(), elems); err != nil {
		return err
	}
	for i := range elems {
		if elems[i].Error != nil {
			return elems[i].Error
		}
		if got[i] != quantity(2*i) {
			t.Fatalf("element %d: %d", i, got[i])
		}
	}
	return nil
}

// largest returns the size of the largest exchange, and how many there were.
func (h *hostile) largest() (largest, exchanges int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, calls := range h.seen {
		largest = max(largest, len(calls))
	}
	return largest, len(h.seen)
}

// atMost refuses exchanges of more than n calls by doing f.
func atMost(n int, f trick) trick {
	return func(w http.ResponseWriter, calls []request, batch bool) bool {
		return len(calls) > n && f(w, calls, batch)
	}
}

// firstOnly answers as geth does to a batch that is too large: one error, with the first call's id, in a list.
func firstOnly(w http.ResponseWriter, calls []request, _ bool) bool {
	writeAnswers(w, []answer{{ID: calls[0].ID, Version: "2.0", Error: rpcError{-32600, "batch too large", nil}}}, true)
	return true
}

func TestBatchSizes(t *testing.T) {
	for _, tc := range []struct {
		name    string
		always  trick
		n       int
		largest int // of the calls in one exchange that the server saw
		after   int // calls per request that the client has come to
	}{
		{"none", nil, 0, 0, 500},
		{"one", nil, 1, 1, 500},
		{"split by count", nil, 1201, 500, 500},
		{"geth's limit", atMost(100, firstOnly), 300, 300, 75},
		{"Erigon's limit", atMost(100, objectError(-32000, "batch limit 100 exceeded (can increase by --rpc.batch.limit)")), 300, 300, 75},
		{"Besu's limit", atMost(100, objectError(-32005, "Number of requests in batch exceeds limit")), 300, 300, 75},
		{"HTTP 413", atMost(100, status(413, "Request Entity Too Large")), 300, 300, 75},
		{"no batches", func(w http.ResponseWriter, c []request, batch bool) bool {
			return batch && objectError(-32600, "batch requests are not supported")(w, c, batch)
		}, 20, 20, 1},
		{"no batches, HTTP 400", func(w http.ResponseWriter, c []request, batch bool) bool {
			return batch && status(400, `{"jsonrpc":"2.0","error":{"code":-32600,"message":"Batch requests are disabled"}}`)(w, c, batch)
		}, 20, 20, 1},
	} {
		t.Run(tc.name, func(t *testing.T) {
			h := newHostile(t)
			h.methods["double"] = double
			c := h.dial()
			h.plays(tc.always)
			if err := doubles(t, c, tc.n); err != nil {
				t.Fatal(err)
			}
			if largest, _ := h.largest(); largest != tc.largest || c.current().batchMax.Load() != int64(tc.after) {
				t.Errorf("largest %d, then %d; want %d, %d", largest, c.current().batchMax.Load(), tc.largest, tc.after)
			}
			h.plays(tc.always)
			if err := doubles(t, c, tc.n); err != nil {
				t.Fatal(err)
			}
			if largest, _ := h.largest(); largest > tc.after {
				t.Errorf("the limit was forgotten: %d", largest)
			}
		})
	}
}

func TestBatchSplitsByBytes(t *testing.T) {
	h := newHostile(t)
	h.result("eat", "0x1")
	c := h.dial()
	h.plays(nil)
	elems := make([]rpc.BatchElem, 10)
	for i := range elems {
		elems[i] = rpc.BatchElem{Method: "eat", Args: []any{strings.Repeat("a", 600_000)}, Result: new(string)}
	}
	if err := c.Batch(context.Background(), elems); err != nil {
		t.Fatal(err)
	}
	if largest, exchanges := h.largest(); largest != 3 || exchanges != 4 {
		t.Errorf("%d exchanges of up to %d calls, want 4 of up to 3", exchanges, largest)
	}
}

// some answers all elements well but for those that f names.
func (h *hostile) some(f func(i int) (a answer, leaveOut bool, own bool)) trick {
	return func(w http.ResponseWriter, calls []request, batch bool) bool {
		var answers []answer
		for i, c := range calls {
			a, out, own := f(i)
			switch {
			case out:
				continue
			case own:
				a.ID, a.Version = c.ID, "2.0"
			default:
				a = h.answer(c)
			}
			answers = append(answers, a)
		}
		if len(answers) == 0 {
			return status(200, "[]")(w, calls, batch)
		}
		writeAnswers(w, answers, batch)
		return true
	}
}

func TestBatchElements(t *testing.T) {
	h := newHostile(t)
	h.methods["double"] = double
	every := func(n int, code int, message string) trick {
		return h.some(func(i int) (answer, bool, bool) {
			return answer{Error: rpcError{Code: code, Message: message}}, false, i%n == 0
		})
	}
	for _, tc := range []struct {
		name   string
		script []trick
	}{
		{"rate limit on some", []trick{every(3, 429, "slow")}},
		{"rate limit on all, thrice", []trick{every(1, -32005, "slow"), every(1, -32005, "slow"), every(1, -32005, "slow")}},
		{"some left out", []trick{h.some(func(i int) (answer, bool, bool) { return answer{}, i%2 == 1, false })}},
		{"all left out", []trick{body("[]")}},
		{"response too large after the third", []trick{h.some(func(i int) (answer, bool, bool) {
			return answer{Error: rpcError{Code: -32003, Message: "response too large"}}, false, i > 2
		})}},
		{"response too large from the first on", []trick{every(1, -32003, "response too large")}},
		{"timed out after the tenth", []trick{h.some(func(i int) (answer, bool, bool) {
			return answer{Error: rpcError{Code: -32002, Message: "request timed out"}}, false, i > 10
		})}},
		{"other ids", []trick{otherID}},
		{"dropped", []trick{drop}},
		{"null elements", []trick{body("[null,null]")}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := h.dial()
			h.plays(nil, tc.script...)
			if err := doubles(t, c, 20); err != nil {
				t.Fatal(err)
			}
			if _, exchanges := h.largest(); exchanges < 2 {
				t.Error("the trick was not played")
			}
		})
	}
	t.Run("an error stays in its element", func(t *testing.T) {
		c := h.dial()
		h.plays(every(2, -32000, "header not found"))
		elems := []rpc.BatchElem{{Method: "double", Args: []any{"0x1"}, Result: new(quantity)}, {Method: "double", Args: []any{"0x2"}, Result: new(quantity)}}
		if err := c.Batch(context.Background(), elems); err != nil {
			t.Fatal(err)
		}
		if !errors.Is(elems[0].Error, ErrNotFound) || elems[1].Error != nil || h.exchanges() != 1 {
			t.Errorf("%v, %v in %d exchanges", elems[0].Error, elems[1].Error, h.exchanges())
		}
	})
	t.Run("what stays wrong is bounded", func(t *testing.T) {
		h.plays(nil)
		c := h.dial()
		h.plays(body("[]"))
		err := doubles(t, c, 20)
		mustContain(t, err, "left this call out")
		if h.exchanges() != 5 {
			t.Errorf("%d exchanges", h.exchanges())
		}
	})
}

func TestSendRaw(t *testing.T) {
	raws := [][]byte{{1, 2, 3}, {4, 5}, {6}}
	hashOf := func(params []json.RawMessage) (any, *rpcError) {
		var raw hexutil.Bytes
		if err := json.Unmarshal(params[0], &raw); err != nil {
			return nil, &rpcError{-32602, err.Error(), nil}
		}
		return crypto.Keccak256Hash(raw), nil
	}
	// pool takes each transaction once.
	pool := func() func([]json.RawMessage) (any, *rpcError) {
		known := map[string]bool{}
		return func(params []json.RawMessage) (any, *rpcError) {
			if known[string(params[0])] {
				return nil, &rpcError{-32000, "already known", nil}
			}
			known[string(params[0])] = true
			return hashOf(params)
		}
	}
	takeAndDrop := func(h *hostile) trick {
		return func(w http.ResponseWriter, calls []request, batch bool) bool {
			for _, c := range calls {
				h.answer(c)
			}
			panic(http.ErrAbortHandler)
		}
	}
	for _, tc := range []struct {
		name      string
		method    func([]json.RawMessage) (any, *rpcError)
		script    func(h *hostile) []trick
		always    func(h *hostile) trick
		want      []Outcome
		exchanges int
	}{
		{"accepted", hashOf, nil, nil, []Outcome{Accepted, Accepted, Accepted}, 1},
		{"accepted, the answer lost", pool(), func(h *hostile) []trick { return []trick{takeAndDrop(h)} }, nil, []Outcome{Known, Known, Known}, 2},
		{"rate limit on the second", pool(), func(h *hostile) []trick {
			return []trick{h.some(func(i int) (answer, bool, bool) { return answer{Error: rpcError{429, "slow", nil}}, false, i == 1 })}
		}, nil, []Outcome{Accepted, Accepted, Accepted}, 2},
		{"the second left out", hashOf, func(h *hostile) []trick {
			return []trick{h.some(func(i int) (answer, bool, bool) { return answer{}, i == 1, false })}
		}, nil, []Outcome{Accepted, Unknown, Accepted}, 1},
		{"dropped for ever", hashOf, nil, func(*hostile) trick { return drop }, []Outcome{Unknown, Unknown, Unknown}, 5},
		{"another hash", func([]json.RawMessage) (any, *rpcError) { return common.Hash{1}, nil }, nil, nil, []Outcome{Unknown, Unknown, Unknown}, 1},
		{"null", func([]json.RawMessage) (any, *rpcError) { return null, nil }, nil, nil, []Outcome{Unknown, Unknown, Unknown}, 1},
		{"not a hash", func([]json.RawMessage) (any, *rpcError) { return "yes", nil }, nil, nil, []Outcome{Unknown, Unknown, Unknown}, 1},
		{"unrecognised", func([]json.RawMessage) (any, *rpcError) { return nil, &rpcError{-32000, "tuesday", nil} }, nil, nil, []Outcome{Unknown, Unknown, Unknown}, 1},
		{"unauthorised", hashOf, nil, func(*hostile) trick { return status(401, "no") }, []Outcome{Unknown, Unknown, Unknown}, 1},
	} {
		t.Run(tc.name, func(t *testing.T) {
			h := newHostile(t)
			h.methods["eth_sendRawTransaction"] = tc.method
			c := h.dial()
			var always trick
			var script []trick
			if tc.always != nil {
				always = tc.always(h)
			}
			if tc.script != nil {
				script = tc.script(h)
			}
			h.plays(always, script...)
			for i, r := range c.SendRaw(context.Background(), raws) {
				if r.Outcome != tc.want[i] || (r.Err == nil) != (r.Outcome == Accepted) {
					t.Errorf("transaction %d: %v (%v), want %v", i, r.Outcome, r.Err, tc.want[i])
				}
			}
			if h.exchanges() != tc.exchanges {
				t.Errorf("%d exchanges, want %d", h.exchanges(), tc.exchanges)
			}
			h.mu.Lock()
			defer h.mu.Unlock()
			for _, calls := range h.seen {
				for _, call := range calls {
					if s := string(call.Params[0]); s != `"0x010203"` && s != `"0x0405"` && s != `"0x06"` {
						t.Errorf("other bytes were sent: %s", s)
					}
				}
			}
		})
	}
	t.Run("in order, 100 at a time, and the rest unknown when the node is gone", func(t *testing.T) {
		h := newHostile(t)
		h.methods["eth_sendRawTransaction"] = hashOf
		c := h.dial()
		left := 2
		h.plays(func(http.ResponseWriter, []request, bool) bool {
			if left--; left < 0 {
				panic(http.ErrAbortHandler)
			}
			return false
		})
		many := make([][]byte, 450)
		for i := range many {
			many[i] = fmt.Appendf(nil, "%04d", i)
		}
		for i, r := range c.SendRaw(context.Background(), many) {
			if want := Accepted; i >= 200 {
				want = Unknown
				if r.Outcome != want || r.Err == nil {
					t.Fatalf("transaction %d: %v (%v)", i, r.Outcome, r.Err)
				}
			} else if r.Outcome != want {
				t.Fatalf("transaction %d: %v (%v)", i, r.Outcome, r.Err)
			}
		}
		if largest, exchanges := h.largest(); largest != 100 || exchanges != 2+5 {
			t.Errorf("%d exchanges of up to %d", exchanges, largest)
		}
	})
}
