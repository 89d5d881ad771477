package node

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"regexp"
	"time"
)

var errTooLarge = errors.New("the answer is larger than this program accepts")

// guard is the HTTP transport below go-ethereum's client: it bounds answers and notes Retry-After, the request's id and
// the ends of the answer in the exchange that rides in the request's context. Logs go to the context's sink.
type guard struct {
	next  http.RoundTripper
	limit int64 // bytes of an answer
}

// RoundTrip implements http.RoundTripper.
func (g *guard) RoundTrip(req *http.Request) (*http.Response, error) {
	x, _ := req.Context().Value(exchangeKey{}).(*exchange)
	if x == nil {
		x = new(exchange)
	}
	if req.GetBody != nil && x.id == "" {
		if body, err := req.GetBody(); err == nil {
			x.id = singleID(body)
		}
	}
	resp, err := g.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	limit := g.limit
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		limit = 64 << 10 // an error page; go-ethereum reads all of it
		x.mu.Lock()
		x.retryAfter = parseRetryAfter(resp.Header.Get("Retry-After"), time.Now())
		x.mu.Unlock()
	}
	resp.Body = &boundedBody{ReadCloser: resp.Body, left: limit, x: x}
	if s, ok := req.Context().Value(sinkKey{}).(*logSink); ok {
		s.take(resp)
	}
	return resp, nil
}

// boundedBody fails with errTooLarge once more than left bytes were read.
type boundedBody struct {
	io.ReadCloser
	left int64
	x    *exchange
}

// Read implements io.Reader.
func (b *boundedBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	b.left -= int64(n)
	b.x.add(p[:n])
	if b.left < 0 {
		b.x.mu.Lock()
		b.x.tooLarge = true
		b.x.mu.Unlock()
		return n, errTooLarge
	}
	return n, err
}

// singleID returns the id of a request that is a single call, "" for a batch. go-ethereum writes the id near the start.
func singleID(body io.ReadCloser) string {
	defer body.Close()
	head := make([]byte, 64)
	n, err := io.ReadFull(body, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return ""
	}
	if n == 0 || head[0] != '{' {
		return ""
	}
	if m := idPattern.FindSubmatch(head[:n]); m != nil {
		return string(m[1])
	}
	return ""
}

var idPattern = regexp.MustCompile(`"id"\s*:\s*"?([0-9]+)`)

// strayAnswer reports whether the answer to a single call carries another call's id. go-ethereum's HTTP client does not
// look. The id stands at an answer's start or end; where no id is seen there, nothing is concluded.
func (x *exchange) strayAnswer() bool {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.id == "" {
		return false
	}
	found := false
	for _, part := range [][]byte{x.head, x.tail} {
		for _, m := range idPattern.FindAllSubmatch(part, -1) {
			if string(m[1]) == x.id {
				return false
			}
			found = true
		}
	}
	return found
}

// answeredError returns the JSON-RPC error object that an answer holds where go-ethereum expected something else: a
// single object for a batch, or the body of an HTTP error.
func answeredError(body []byte) (code int, message string, data any, ok bool) {
	type object struct {
		Error json.RawMessage `json:"error"`
	}
	var o object
	if json.Unmarshal(body, &o) != nil {
		var list []object
		if json.Unmarshal(body, &list) != nil || len(list) != 1 {
			return 0, "", nil, false
		}
		o = list[0]
	}
	var e struct {
		Code    int    `json:"code"`
		Message string `json:"message"`
		Data    any    `json:"data"`
	}
	if len(o.Error) == 0 || string(o.Error) == "null" {
		return 0, "", nil, false
	}
	if json.Unmarshal(o.Error, &e) != nil {
		var words string
		if json.Unmarshal(o.Error, &words) != nil {
			return 0, "", nil, false
		}
		return 0, words, nil, true
	}
	return e.Code, e.Message, e.Data, true
}
