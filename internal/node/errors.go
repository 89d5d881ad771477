package node

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"strings"
	"syscall"
	"time"

	"github.com/ethereum/go-ethereum/rpc"

	"github.com/sto-project/sto/internal/fault"
)

// Errors that callers tell apart with errors.Is.
var (
	ErrNotFound    = errors.New("not found")                                          // the node has no such block, transaction or answer
	ErrNoState     = errors.New("the node keeps no state for that block")             // history beyond a full node's
	ErrPruned      = errors.New("the node keeps no history for those blocks")         // logs or bodies are gone
	ErrAheadOfHead = errors.New("the block lies beyond the head that the node knows") // ask again later, or less
	ErrNoMethod    = errors.New("the node does not offer the method")
	ErrAuth        = errors.New("the node refuses the credentials") // key or password in the address
	ErrRateLimit   = errors.New("the node limits the rate of requests")
)

// kind says what an exchange ended in; it decides on retries.
type kind int

const (
	kindAnswer    kind = iota // a JSON-RPC error: the node has spoken
	kindRefused               // no connection: refused, unknown host
	kindTransport             // the connection broke
	kindTimeout               // no answer in time
	kindServer                // HTTP 5xx
	kindRate                  // too many requests
	kindMalformed             // an answer that is no JSON-RPC, or to another question
	kindMissing               // a batch's answer without this element
	kindTooLarge              // the answer exceeds maxAnswer
	kindFatal                 // certificates, other HTTP statuses: again would be no better
	kindBehind                // a node that lags behind what was seen, or is syncing
)

// Error is what went wrong in one exchange with the node, or what the node answered instead of a result. It never holds
// the address, and its words are cleaned.
type Error struct {
	Code    int    // of JSON-RPC; 0 when the node did not answer in that form
	Status  int    // of HTTP, when it was not 2xx
	Message string // the node's words, or what happened
	data    any    // the data member of a JSON-RPC error
	kind    kind
	after   time.Duration // Retry-After
	is      error         // one of the package's errors, or nil
	from    *endpoint     // who said it, where known

	ready error // what to tell callers, instead of what is made of the rest

	unreached bool // the connection could not even be opened
}

// Error returns the words, with the JSON-RPC code where there is one.
func (e *Error) Error() string {
	if e.Code != 0 {
		return fmt.Sprintf("%s (code %d)", e.Message, e.Code)
	}
	return e.Message
}

// Is reports whether e is the package's error target.
func (e *Error) Is(target error) bool { return e.is != nil && e.is == target }

// classify turns any error of go-ethereum's client into an Error without secrets.
func (e *endpoint) classify(err error, x *exchange) *Error {
	if x == nil {
		x = new(exchange)
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	var (
		known    *Error
		httpErr  rpc.HTTPError
		coded    rpc.Error
		syntax   *json.SyntaxError
		mistyped *json.UnmarshalTypeError
		dns      *net.DNSError
		netErr   net.Error
		cert     *tls.CertificateVerificationError
		unknown  x509.UnknownAuthorityError
		record   tls.RecordHeaderError
		exchange *url.Error // the HTTP exchange itself broke
	)
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &httpErr):
		return e.httpError(httpErr, x.retryAfter)
	case errors.As(err, &coded):
		var data any
		if d, ok := coded.(rpc.DataError); ok {
			data = d.ErrorData()
		}
		return e.answer(coded.ErrorCode(), coded.Error(), data)
	case x.tooLarge, errors.Is(err, errTooLarge), strings.Contains(err.Error(), "read limit exceeded"):
		return &Error{kind: kindTooLarge, Message: errTooLarge.Error()}
	case errors.Is(err, rpc.ErrMissingBatchResponse):
		return &Error{kind: kindMissing, Message: "the answer left this call out"}
	case errors.Is(err, rpc.ErrNoResult):
		return &Error{kind: kindMalformed, Message: "the answer holds neither a result nor an error"}
	case errors.As(err, &syntax), errors.As(err, &mistyped),
		!errors.As(err, &exchange) && (errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF)):
		if code, message, data, ok := answeredError(x.head); ok {
			return e.answer(code, message, data)
		}
		return &Error{kind: kindMalformed, Message: "the answer is not what JSON-RPC prescribes: " + e.scrub.text(err.Error())}
	case errors.As(err, &cert), errors.As(err, &unknown), errors.As(err, &record):
		return &Error{kind: kindFatal, Message: e.scrub.text(unwrapURL(err).Error())}
	case errors.Is(err, syscall.ECONNREFUSED):
		return &Error{kind: kindRefused, Message: "connection refused"}
	case errors.As(err, &dns) && dns.IsNotFound:
		return &Error{kind: kindRefused, Message: "no such host"}
	case errors.As(err, &dns) && !dns.IsTimeout:
		return &Error{kind: kindRefused, Message: "the host name can't be looked up"}
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &netErr) && netErr.Timeout():
		return &Error{kind: kindTimeout, Message: "no answer in time"}
	}
	return &Error{kind: kindTransport, Message: e.scrub.text(unwrapURL(err).Error())}
}

// unwrapURL drops the layer of an HTTP client's error that repeats the address.
func unwrapURL(err error) error {
	for {
		inner := errors.Unwrap(err)
		var op *net.OpError
		if inner == nil || errors.As(err, &op) && err == error(op) { //nolint:errorlint // this very layer, not one below it
			return err
		}
		err = inner
	}
}

func (e *endpoint) httpError(h rpc.HTTPError, after time.Duration) *Error {
	if code, message, data, ok := answeredError(h.Body); ok {
		out := e.answer(code, message, data)
		out.Status, out.after = h.StatusCode, after
		switch {
		case h.StatusCode == 429:
			out.kind, out.is = kindRate, ErrRateLimit
		case h.StatusCode == 401, h.StatusCode == 403:
			out.kind, out.is = kindFatal, ErrAuth
		}
		return out
	}
	out := &Error{Status: h.StatusCode, after: after, kind: kindFatal, Message: e.scrub.text("HTTP status " + h.Status)}
	switch {
	case h.StatusCode == 429:
		out.kind, out.is = kindRate, ErrRateLimit
	case h.StatusCode == 401, h.StatusCode == 403:
		out.is = ErrAuth
	case h.StatusCode == 413:
		out.kind = kindAnswer // the request is too large: a batch is sent in smaller parts
		out.Message = "batch too large: " + out.Message
	case h.StatusCode >= 500, h.StatusCode == 408:
		out.kind = kindServer
	case h.StatusCode >= 300 && h.StatusCode < 400:
		out.Message += ", a redirect that is not followed"
	}
	return out
}

// answer classes what the node said in JSON-RPC's form.
func (e *endpoint) answer(code int, message string, data any) *Error {
	out := &Error{Code: code, Message: e.scrub.text(message), data: data}
	if out.Message == "" {
		out.Message = "an error without a message"
	}
	if !refused(code, out.Message) { // a contract's reason may hold any words
		out.is = meaning(code, out.Message)
	}
	switch {
	case out.Is(ErrRateLimit):
		out.kind = kindRate
	case out.Is(ErrNotSynced):
		out.kind = kindBehind
	}
	return out
}

// fail wraps err of method for a caller: class, place, hint.
func (c *Client) fail(ctx context.Context, method string, err error) error {
	if ctx.Err() != nil {
		return fmt.Errorf("%s: %w", method, ctx.Err())
	}
	var f *fault.Error
	if errors.As(err, &f) {
		return err
	}
	var e *Error
	if !errors.As(err, &e) {
		return fault.New(fault.Node, "%s at %s: %w", method, c.URL(), err)
	}
	at := c.URL()
	if e.from != nil {
		at = e.from.masked
	}
	switch {
	case e.ready != nil:
		return e.ready
	case e.kind == kindRefused, e.unreached:
		return fault.New(fault.Node, "can't reach the node at %s: %w", at, e).WithHint(nodeHint)
	case e.kind == kindBehind:
		return fault.New(fault.Node, "the node at %s lags: %w", at, e).WithHint("wait until it has caught up, or use another --ethereum-node-url")
	}
	out := fault.New(fault.Node, "%s at %s: %w", method, at, e)
	switch {
	case e.is == ErrAuth:
		return out.WithHint("check the key in --ethereum-node-url")
	case e.is == ErrRateLimit:
		return out.WithHint("wait and try again, or use another node with --ethereum-node-url")
	case e.is == ErrNoState, e.is == ErrPruned:
		return out.WithHint("use an archive node with --ethereum-node-url")
	case e.kind != kindAnswer:
		return out.WithHint(nodeHint)
	}
	return out
}

// wrongly says that the node answered something that can't be. Other nodes are preferred to it from then on.
func (c *Client) wrongly(method, format string, args ...any) error {
	c.doubt(c.current())
	return fault.New(fault.Node, "the node at %s answered %s wrongly: %w", c.URL(), method, fmt.Errorf(format, args...)).
		WithHint("use another node with --ethereum-node-url")
}
