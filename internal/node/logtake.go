package node

import (
	"bytes"
	"context"
	"io"
	"net/http"
)

// logSink takes the list of logs out of an HTTP answer before go-ethereum's client reads it, which would go over the text
// five times: for a scan that is more work than the rest of it.
type logSink struct {
	list logList // nil: the last answer had none, or of a form that is left to encoding/json
}

type sinkKey struct{}

// withSink returns a context in which s takes the logs of each answer.
func withSink(ctx context.Context, s *logSink) context.Context {
	return context.WithValue(ctx, sinkKey{}, s)
}

// or returns the logs that were taken in place of what is left in the answer.
func (s *logSink) or(left *logList) logList {
	if s.list != nil && len(*left) == 0 {
		return s.list
	}
	return *left
}

var resultList = []byte(`"result":[`)

// take reads the answer, keeps its logs and leaves an empty list in their place. Within a string of JSON no quotation mark
// stands without a backslash before it, so that what is found is a member, and a list of logs one that reads as such.
func (s *logSink) take(resp *http.Response) {
	s.list = nil
	var buf bytes.Buffer
	buf.Grow(int(min(max(resp.ContentLength, 0), maxAnswer)) + bytes.MinRead)
	_, err := buf.ReadFrom(resp.Body)
	text := buf.Bytes()
	rest := [][]byte{text}
	if at := bytes.Index(text, resultList); at >= 0 && err == nil {
		start := at + len(resultList) - 1
		p := logParser{b: text, i: start}
		if list, ok := p.list(); ok {
			s.list, rest = list, [][]byte{text[:start+1], text[p.i-1:]}
		}
	}
	readers := make([]io.Reader, 0, 3)
	for _, part := range rest {
		readers = append(readers, bytes.NewReader(part))
	}
	if err != nil {
		readers = append(readers, failing{err})
	}
	resp.Body = struct {
		io.Reader
		io.Closer
	}{io.MultiReader(readers...), resp.Body}
	resp.ContentLength = -1
}

// failing is a reader that has come to an error.
type failing struct{ err error }

// Read implements io.Reader.
func (f failing) Read([]byte) (int, error) { return 0, f.err }
