package node

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/sto-project/sto/internal/fault"
)

// Log is one event.
type Log struct {
	Address           common.Address
	Topics            []common.Hash
	Data              []byte
	BlockNumber       uint64
	BlockHash, TxHash common.Hash
	TxIndex, LogIndex uint64 // LogIndex counts within the block
	Time              uint64 // of the block, Unix seconds; 0 = not in the answer
}

// LogQuery says which events are wanted: of any of Addresses, with at each position any of Topics (empty: whatever),
// in the blocks From to To, both included.
type LogQuery struct {
	Addresses []common.Address
	Topics    [][]common.Hash
	From, To  uint64
}

func (q LogQuery) arg() map[string]any {
	a := map[string]any{"fromBlock": string(At(q.From)), "toBlock": string(At(q.To))}
	if len(q.Addresses) == 1 {
		a["address"] = q.Addresses[0]
	} else if len(q.Addresses) > 1 {
		a["address"] = q.Addresses
	}
	if len(q.Topics) > 0 {
		topics := make([]any, len(q.Topics))
		for i, t := range q.Topics {
			if len(t) > 0 {
				topics[i] = t
			}
		}
		a["topics"] = topics
	}
	return a
}

// matches reports whether l is what q asks for.
func (q LogQuery) matches(l *Log) bool {
	if l.BlockNumber < q.From || l.BlockNumber > q.To || len(q.Addresses) > 0 && !slices.Contains(q.Addresses, l.Address) {
		return false
	}
	for i, want := range q.Topics {
		if len(want) > 0 && (i >= len(l.Topics) || !slices.Contains(want, l.Topics[i])) {
			return false
		}
	}
	return true
}

// logsPolicy tries less often than others: most failures of a large query are cured by a smaller one.
func (c *Client) logsPolicy() policy {
	p := c.retry
	p.tries, p.timeouts, p.malformed = min(p.tries, 3), 1, min(p.malformed, 2)
	return p
}

// Logs returns the events that q asks for, ordered by block and index, and the header of q.To, asked for in the same
// request so that one and the same node answers both.
//
// Errors: *RangeError when a smaller range should be tried, which is the case for every failure that is not known to be
// another: ErrAheadOfHead (q.To lies beyond what the node knows), ErrPruned, ErrAuth, ErrRateLimit, no connection. All
// are of class fault.Node. What the node returns is checked against the question.
func (c *Client) Logs(ctx context.Context, q LogQuery) ([]Log, *Header, error) {
	if q.From > q.To {
		return nil, nil, fault.New(fault.General, "logs of the blocks %d to %d: the range is inverted", q.From, q.To)
	}
	p := c.logsPolicy()
	for n := 1; ; n++ {
		logs, head, err := c.logs(ctx, p, q)
		if !errors.Is(err, errTorn) || n >= p.tries {
			return logs, head, err
		}
		if err := sleep(ctx, p.base<<n); err != nil {
			return nil, nil, err
		}
	}
}

var errTorn = errors.New("logs and header are of different chains")

func (c *Client) logs(ctx context.Context, p policy, q LogQuery) ([]Log, *Header, error) {
	const method = "eth_getLogs"
	var (
		raw  *logList
		head *rawHeader
	)
	elems := []rpc.BatchElem{
		{Method: method, Args: []any{q.arg()}, Result: &raw},
		{Method: "eth_getBlockByNumber", Args: []any{string(At(q.To)), false}, Result: &head},
	}
	jobs, err := prepare(elems)
	if err != nil {
		return nil, nil, err
	}
	start := time.Now()
	var sink logSink
	for n := 1; ; n++ {
		err := c.pairOf(withSink(ctx, &sink), p, method, jobs)
		if err != nil {
			return nil, nil, c.rangeError(ctx, q, err)
		}
		e := again(elems[0].Error)
		if e == nil {
			e = again(elems[1].Error)
		}
		if e == nil {
			break
		}
		wait, goOn := p.pause(e, n, time.Since(start))
		if !goOn {
			return nil, nil, c.rangeError(ctx, q, e)
		}
		if err := sleep(ctx, wait); err != nil {
			return nil, nil, c.fail(ctx, method, err)
		}
		raw, head = nil, nil
	}
	if elems[0].Error != nil {
		return nil, nil, c.rangeError(ctx, q, elems[0].Error)
	}
	if elems[1].Error != nil {
		// geth bounds the answers to a batch together, and refuses the header when the logs were too many.
		return nil, nil, c.rangeError(ctx, q, elems[1].Error)
	}
	h, err := head.header()
	if err != nil {
		return nil, nil, c.wrongly(elems[1].Method, "%w", err)
	}
	if h == nil {
		return nil, nil, fault.New(fault.Node, "block %d at %s: %w", q.To, c.URL(), ErrAheadOfHead)
	}
	if h.Number != q.To {
		return nil, nil, c.wrongly(elems[1].Method, "asked for block %d, got %d", q.To, h.Number)
	}
	if raw == nil {
		return nil, nil, c.wrongly(method, "null")
	}
	logs, err := q.check(sink.or(raw), h)
	if err != nil {
		return nil, nil, c.wrongly(method, "%w", err)
	}
	return logs, h, nil
}

// pairOf asks for logs and header in one request, or one after the other where the node takes no batches; then nothing
// ties the two to one node behind a load balancer.
func (c *Client) pairOf(ctx context.Context, p policy, what string, jobs []job) error {
	if c.current().batchMax.Load() >= int64(len(jobs)) {
		err := c.repeat(ctx, p, what, func(ctx context.Context, e *endpoint) error { return e.send(ctx, jobs) })
		if e := asError(err); e == nil || !batchTooLarge(e) || e.Status == 413 {
			return err
		}
		c.current().batchMax.Store(1)
	}
	if err := c.run(ctx, jobs[1:], p, true); err != nil {
		return err
	}
	return c.run(ctx, jobs[:1], p, true)
}

// again returns err when the element should be asked again as it is.
func again(err error) *Error {
	e := asError(err)
	if e != nil && (e.kind == kindRate || e.kind == kindMissing) {
		return e
	}
	return nil
}

// check turns the answer into logs, or says why it can't be an answer to q. h is the header of q.To.
func (q LogQuery) check(raw []rawLog, h *Header) ([]Log, error) {
	logs := make([]Log, len(raw))
	sorted := true
	for i := range raw {
		r := &raw[i]
		if r.have != haveAll {
			return nil, fmt.Errorf("log %d lacks its address, block, transaction or index", i)
		}
		logs[i] = r.Log
		l := &logs[i]
		switch {
		case r.removed:
			return nil, fmt.Errorf("log %d of block %d is marked as removed", l.LogIndex, l.BlockNumber)
		case !q.matches(l):
			return nil, fmt.Errorf("log %d of block %d was not asked for", l.LogIndex, l.BlockNumber)
		case l.BlockNumber == h.Number && l.BlockHash != h.Hash:
			return nil, fmt.Errorf("block %d: %w", h.Number, errTorn)
		}
		sorted = sorted && (i == 0 || compareLogs(&logs[i-1], l) < 0)
	}
	if !sorted {
		slices.SortFunc(logs, func(a, b Log) int { return compareLogs(&a, &b) })
	}
	for i := 1; i < len(logs); i++ {
		a, b := &logs[i-1], &logs[i]
		if compareLogs(a, b) == 0 {
			return nil, fmt.Errorf("log %d of block %d comes twice", b.LogIndex, b.BlockNumber)
		}
		if a.BlockNumber == b.BlockNumber && a.BlockHash != b.BlockHash {
			return nil, fmt.Errorf("block %d has two hashes: %w", b.BlockNumber, errTorn)
		}
	}
	return logs, nil
}

func compareLogs(a, b *Log) int {
	switch {
	case a.BlockNumber != b.BlockNumber && a.BlockNumber < b.BlockNumber, a.BlockNumber == b.BlockNumber && a.LogIndex < b.LogIndex:
		return -1
	case a.BlockNumber == b.BlockNumber && a.LogIndex == b.LogIndex:
		return 0
	}
	return 1
}
