package node

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"
)

// Outcome says what a node made of a transaction that was sent to it.
type Outcome int

// The outcomes. Only Accepted and Known say that the node has the transaction; only Rejected says that it never will.
const (
	Unknown     Outcome = iota // time-out, broken connection, or words that are not known: it may or may not have it
	Accepted                   // taken into the pool
	Known                      // it has these bytes already
	NonceLow                   // the nonce is used: by this very transaction, another attempt, or somebody else's
	NonceHigh                  // lower nonces are missing; later again
	Underpriced                // another transaction of this nonce is in the pool and pays too much to be replaced by this
	FeeLow                     // the fee is below what the pool or the next block asks
	NoFunds                    // the account can't pay value + gas × fee cap of all that is in the pool
	Full                       // the pool has no room for it at this time
	Rejected                   // these bytes are invalid for this chain
)

// String returns the outcome's name.
func (o Outcome) String() string {
	names := []string{"unknown", "accepted", "known", "nonce too low", "nonce too high", "underpriced", "fee too low", "no funds", "pool full", "rejected"}
	if o < 0 || int(o) >= len(names) {
		return fmt.Sprintf("outcome %d", int(o))
	}
	return names[o]
}

// SendResult is the outcome of one transaction.
type SendResult struct {
	Outcome Outcome
	Err     error // the node's words, cleaned; nil when Accepted
}

// sendCalls bounds the transactions in one request.
const sendCalls = 100

// SendRaw sends signed transactions in order, one result each. The only thing it ever repeats is the same bytes. They go to
// all nodes at the same time; that one took a transaction is enough, and it is rejected only when all that answer reject it.
// When a node stops answering, its results for that request and all later ones are Unknown.
func (c *Client) SendRaw(ctx context.Context, raws [][]byte) []SendResult {
	nodes := c.ranked()
	if c.only != nil {
		nodes = []*endpoint{c.only}
	}
	if awake := slices.DeleteFunc(slices.Clone(nodes), c.resting); len(awake) > 0 {
		nodes = awake
	}
	if len(nodes) == 0 { // all are on other chains
		return unsent(len(raws), c.fail(ctx, sendMethod, &Error{kind: kindFatal, Message: "no node of the chain is left"}))
	}
	if len(nodes) == 1 {
		return c.pinned(nodes[0]).sendAll(ctx, raws)
	}
	all := make([][]SendResult, len(nodes))
	c.each(ctx, nodes, func(ctx context.Context, e *endpoint) error {
		one := c.pin(e)
		n := slices.Index(nodes, e)
		if err := c.admitted(ctx, e); err != nil {
			all[n] = unsent(len(raws), c.fail(ctx, sendMethod, err))
			return err
		}
		all[n] = one.sendAll(ctx, raws)
		for _, r := range all[n] {
			if r.Outcome > NonceLow || r.Outcome == Unknown {
				return r.Err
			}
		}
		return nil
	})
	out := make([]SendResult, len(raws))
	for i := range out {
		for n := range all {
			if n == 0 || clearer(all[n][i], out[i]) {
				out[i] = all[n][i]
			}
		}
	}
	return out
}

const sendMethod = "eth_sendRawTransaction"

// pinned is pin for the only node there is, with the client's own patience.
func (c *Client) pinned(e *endpoint) *Client {
	d := *c
	d.only = e
	return &d
}

func unsent(n int, err error) []SendResult {
	out := make([]SendResult, n)
	for i := range out {
		out[i].Err = err
	}
	return out
}

// clearer reports whether a says more than b of what became of a transaction that was sent to two nodes. Evidence that a
// node has it comes first; then that one may have it; then the refusals, those before others that may pass. A node
// that could not be reached has no voice beside one that answered.
func clearer(a, b SendResult) bool { return weight(a) < weight(b) }

func weight(r SendResult) int {
	switch r.Outcome {
	case Accepted:
		return 0
	case Known:
		return 1
	case NonceLow:
		return 2
	case Unknown:
		if e := asError(r.Err); e != nil && (e.kind == kindRefused || e.unreached || e.kind == kindRate || e.ready != nil) {
			return 20 // it surely has not got it
		}
		return 3
	case Underpriced:
		return 4
	case FeeLow:
		return 5
	case NoFunds:
		return 6
	case NonceHigh:
		return 7
	case Full:
		return 8
	case Rejected:
		return 9
	}
	return 30
}

// sendAll sends to the one node of c.
func (c *Client) sendAll(ctx context.Context, raws [][]byte) []SendResult {
	out := make([]SendResult, len(raws))
	for first := 0; first < len(raws); first += sendCalls {
		last := min(first+sendCalls, len(raws))
		if err := c.sendPart(ctx, raws[first:last], out[first:last]); err != nil {
			for i := last; i < len(out); i++ {
				out[i].Err = err
			}
			break
		}
	}
	return out
}

func (c *Client) sendPart(ctx context.Context, raws [][]byte, out []SendResult) error {
	const method = sendMethod
	hashes := make([]*common.Hash, len(raws))
	elems := make([]rpc.BatchElem, len(raws))
	for i, raw := range raws {
		// Stands until the node has answered for this one: a request that fails halfway leaves the rest unknown.
		elems[i] = rpc.BatchElem{Method: method, Args: []any{hexutil.Bytes(raw)}, Result: &hashes[i], Error: errUnsent}
	}
	jobs, err := prepare(elems)
	if err == nil {
		err = c.run(ctx, jobs, c.retry, false)
	}
	for i := range elems {
		switch {
		case errors.Is(elems[i].Error, errUnsent) && err != nil:
			out[i] = SendResult{Unknown, err}
		case elems[i].Error != nil:
			e := asError(elems[i].Error)
			out[i] = SendResult{sendOutcome(e), c.fail(ctx, method, elems[i].Error)}
		case hashes[i] == nil || *hashes[i] != crypto.Keccak256Hash(raws[i]):
			out[i] = SendResult{Unknown, c.wrongly(method, "it names another transaction than was sent")}
		default:
			out[i] = SendResult{Accepted, nil}
		}
	}
	return err
}

var errUnsent = &Error{kind: kindTransport, Message: "not sent"}

// sendOutcome returns what e, the answer to a transaction, means.
func sendOutcome(e *Error) Outcome {
	if e == nil || e.kind != kindAnswer || e.is != nil {
		return Unknown
	}
	return classes[ClassOf(e.Code, e.Message)].outcome
}
