package node

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

// request is one call as the server got it.
type request struct {
	ID     json.RawMessage   `json:"id"`
	Method string            `json:"method"`
	Params []json.RawMessage `json:"params"`
}

// answer is a call's result or error.
type answer struct {
	ID      json.RawMessage `json:"id"`
	Version string          `json:"jsonrpc"`
	Result  any             `json:"result,omitempty"`
	Error   any             `json:"error,omitempty"`
}

// rpcError is the error member of an answer.
type rpcError struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
	Data    any    `json:"data,omitempty"`
}

// null is a result of JSON null.
var null = json.RawMessage("null")

// trick plays one HTTP exchange; it reports false to leave it to the well-behaved server.
type trick func(w http.ResponseWriter, calls []request, batch bool) bool

// hostile is a server that answers by methods, and whose first exchanges after Dial follow a script of tricks.
type hostile struct {
	*httptest.Server
	t       *testing.T
	mu      sync.Mutex
	methods map[string]func(params []json.RawMessage) (any, *rpcError)
	script  []trick
	always  trick       // for every exchange once the script is done
	seen    [][]request // each exchange
}

func newHostile(t *testing.T) *hostile {
	h := &hostile{t: t, methods: map[string]func([]json.RawMessage) (any, *rpcError){}}
	h.result("eth_chainId", "0x7")
	h.Server = httptest.NewServer(http.HandlerFunc(h.serve))
	t.Cleanup(h.Close)
	return h
}

// result has method answer v, always.
func (h *hostile) result(method string, v any) {
	h.methods[method] = func([]json.RawMessage) (any, *rpcError) { return v, nil }
}

// fails has method answer an error, always.
func (h *hostile) fails(method string, code int, message string, data any) {
	h.methods[method] = func([]json.RawMessage) (any, *rpcError) { return nil, &rpcError{code, message, data} }
}

func (h *hostile) serve(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	var calls []request
	batch := len(body) > 0 && body[0] == '['
	if batch {
		err = json.Unmarshal(body, &calls)
	} else {
		calls = make([]request, 1)
		err = json.Unmarshal(body, &calls[0])
	}
	if err != nil {
		h.t.Errorf("the client sent %q: %v", body, err)
		return
	}
	h.mu.Lock()
	h.seen = append(h.seen, calls)
	next := h.always
	if len(h.script) > 0 {
		next, h.script = h.script[0], h.script[1:]
	}
	h.mu.Unlock()
	if next != nil && next(w, calls, batch) {
		return
	}
	answers := make([]answer, len(calls))
	for i, c := range calls {
		answers[i] = h.answer(c)
	}
	writeAnswers(w, answers, batch)
}

func (h *hostile) answer(c request) answer {
	a := answer{ID: c.ID, Version: "2.0"}
	f := h.methods[c.Method]
	if f == nil {
		a.Error = rpcError{Code: -32601, Message: "the method " + c.Method + " does not exist/is not available"}
		return a
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	v, e := f(c.Params)
	if e != nil {
		a.Error = e
	} else {
		a.Result = v
	}
	return a
}

func writeAnswers(w http.ResponseWriter, answers []answer, batch bool) {
	w.Header().Set("content-type", "application/json")
	var v any = answers
	if !batch {
		v = answers[0]
	}
	if err := json.NewEncoder(w).Encode(v); err != nil {
		panic(http.ErrAbortHandler)
	}
}

// exchanges returns how many there were since the last call of plays, or since Dial.
func (h *hostile) exchanges() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.seen)
}

// plays sets the script and forgets what was seen.
func (h *hostile) plays(always trick, script ...trick) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.always, h.script, h.seen = always, script, nil
}

// dial returns a client of h that pauses for milliseconds only.
func (h *hostile) dial() *Client {
	h.t.Helper()
	return dialFast(h.t, h.URL)
}

func dialFast(t *testing.T, url string) *Client {
	t.Helper()
	c, err := Dial(context.Background(), Options{URLs: []string{url}, Timeout: 2 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	c.retry.base = time.Millisecond
	return c
}

// The tricks.

func status(code int, body string, header ...string) trick {
	return func(w http.ResponseWriter, _ []request, _ bool) bool {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(code)
		fmt.Fprint(w, body)
		return true
	}
}

func body(text string) trick { return status(200, text) }

func drop(http.ResponseWriter, []request, bool) bool { panic(http.ErrAbortHandler) }

func hang(w http.ResponseWriter, _ []request, _ bool) bool {
	time.Sleep(700 * time.Millisecond)
	return true
}

// otherID answers a well-formed result to a question that was not asked.
func otherID(w http.ResponseWriter, calls []request, batch bool) bool {
	answers := make([]answer, len(calls))
	for i := range calls {
		answers[i] = answer{ID: json.RawMessage(fmt.Sprint(900_000 + i)), Version: "2.0", Result: "0xbad"}
	}
	writeAnswers(w, answers, batch)
	return true
}

// truncated promises more than it sends.
func truncated(w http.ResponseWriter, calls []request, _ bool) bool {
	w.Header().Set("content-length", "5000")
	fmt.Fprintf(w, `{"jsonrpc":"2.0","id":%s,"result":"0x`, calls[0].ID)
	panic(http.ErrAbortHandler)
}

// elementError answers every call of an exchange with the error.
func elementError(code int, message string) trick {
	return func(w http.ResponseWriter, calls []request, batch bool) bool {
		answers := make([]answer, len(calls))
		for i, c := range calls {
			answers[i] = answer{ID: c.ID, Version: "2.0", Error: rpcError{Code: code, Message: message}}
		}
		writeAnswers(w, answers, batch)
		return true
	}
}

// objectError answers with a single error object, whatever was asked.
func objectError(code int, message string) trick {
	return func(w http.ResponseWriter, _ []request, _ bool) bool {
		writeAnswers(w, []answer{{ID: null, Version: "2.0", Error: rpcError{Code: code, Message: message}}}, false)
		return true
	}
}

func mustContain(t *testing.T, err error, words ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want one with %q", words)
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("error %q does not hold %q", err, w)
		}
	}
}
