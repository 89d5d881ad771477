package node

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/sto-project/sto/internal/fault"
)

// RangeError says that a query for logs failed in a way that a smaller range may cure.
type RangeError struct {
	Err      error  // what the node said; of class fault.Node
	From, To uint64 // the range that its words suggest, within the one asked for and smaller; 0, 0: none
}

// Error returns the node's words.
func (e *RangeError) Error() string { return e.Err.Error() }

// Unwrap returns Err.
func (e *RangeError) Unwrap() error { return e.Err }

// rangeError decides whether err, of a query for logs, calls for a smaller range.
func (c *Client) rangeError(ctx context.Context, q LogQuery, err error) error {
	out := c.fail(ctx, fmt.Sprintf("eth_getLogs of the blocks %d to %d", q.From, q.To), err)
	e := asError(err)
	if ctx.Err() != nil || e == nil {
		return out
	}
	switch {
	case e.is == ErrNoState:
		return fault.New(fault.Node, "eth_getLogs of the blocks %d to %d at %s: %w: %w", q.From, q.To, c.URL(), ErrPruned, e).
			WithHint("use an archive node with --ethereum-node-url")
	case e.is != nil && !errors.Is(e, ErrNotFound), e.kind == kindRefused, e.kind == kindFatal && e.Status == 0:
		return out
	}
	r := &RangeError{Err: out}
	if from, to, ok := suggestRange(e.Message, q.From, q.To); ok {
		r.From, r.To = from, to
	}
	return r
}

// looksLikeRange reports whether an error speaks of the size of a query for logs. low is in lower case.
func looksLikeRange(low string) bool {
	for _, w := range []string{"block range", "range", "results", "logs", "blocks", "response size", "query returned", "query timeout"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

var (
	// [0x1, 0x2], [1, 2], range 1-2, range: 0x1 - 0x2
	pairPattern = regexp.MustCompile(`(?i)(?:\[\s*|range:?\s*)(0x[0-9a-f]+|[0-9]+)\s*(?:,|-|\.\.|to)\s*(0x[0-9a-f]+|[0-9]+)`)
	// a number, perhaps with thousands separators or a K, and the word after it
	numberPattern = regexp.MustCompile(`(?i)(?:^|[^0-9a-zx.,])([0-9]{1,3}(?:[,_'][0-9]{3})+|[0-9]+)(k\b|m\b|mb\b)?(?:[\s-]+([a-z]+))?`)
)

// suggestRange reads from a node's words the range to try instead of from to to. A range that they name is taken when it
// lies within and is smaller; else a greatest number of blocks, which is the largest number in the text that is smaller
// than the range asked for and counts nothing else. A wrong guess costs one more request.
func suggestRange(message string, from, to uint64) (uint64, uint64, bool) {
	if to <= from || !strings.ContainsAny(message, "0123456789") {
		return 0, 0, false
	}
	width := to - from // blocks less one
	for _, m := range pairPattern.FindAllStringSubmatch(message, -1) {
		a, errA := strconv.ParseUint(m[1], 0, 64)
		b, errB := strconv.ParseUint(m[2], 0, 64)
		if errA == nil && errB == nil && a >= from && b <= to && a <= b && b-a < width {
			if a > from { // the caller goes on from where it is: keep the size
				b, a = from+(b-a), from
			}
			return a, b, true
		}
	}
	low := strings.ToLower(message)
	if !strings.Contains(low, "block") && !strings.Contains(low, "range") {
		return 0, 0, false
	}
	best := uint64(0)
	for _, m := range numberPattern.FindAllStringSubmatch(low, -1) {
		n, err := strconv.ParseUint(strings.NewReplacer(",", "", "_", "", "'", "").Replace(m[1]), 10, 64)
		if err != nil || m[2] == "m" || m[2] == "mb" {
			continue
		}
		if m[2] == "k" {
			if n > width { // also keeps the product from overflowing
				continue
			}
			n *= 1000
		}
		switch m[3] {
		case "results", "result", "logs", "log", "events", "entries", "records", "mb", "bytes", "seconds", "second", "s", "ms", "addresses", "topics":
			continue
		}
		if n > best && n < width { // the width itself is but an echo of the question
			best = n
		}
	}
	if best == 0 {
		return 0, 0, false
	}
	return from, from + best - 1, true
}
