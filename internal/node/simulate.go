package node

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/sto-project/sto/internal/fault"
)

// MaxTxGas is the most gas that a transaction may hold (EIP-7825).
const MaxTxGas = 1 << 24

// Limits of eth_simulateV1 on geth 1.17.8 (internal/ethapi/simulate.go, ethconfig.RPCGasCap).
const (
	simBlocks        = 256
	simCallsPerBlock = 5_000
	simCalls         = 10_000
	simGas           = 50_000_000 // gas used by all calls of a request
	simBlockSeconds  = 12         // between simulated blocks
)

var (
	// ErrNoSimulate says that the node has no eth_simulateV1, or that it refuses deployments in it (anvil).
	ErrNoSimulate = errors.New("the node can't simulate these calls together")
	// ErrTooMany says that the calls are more than the node simulates in one request; see TooManyError.
	ErrTooMany = errors.New("more calls than the node simulates in one request")
)

// TooManyError is ErrTooMany with a size to try next. Later calls depend on earlier ones, so the caller decides how to
// divide them.
type TooManyError struct {
	Calls int   // asked for
	Fit   int   // the first calls that fit for certain, or half of Calls when the node does not tell; may be 0
	Err   error // the node's words, or nil
}

// Error names both numbers.
func (e *TooManyError) Error() string {
	s := fmt.Sprintf("%v: %d asked for, try %d", ErrTooMany, e.Calls, e.Fit)
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns ErrTooMany.
func (e *TooManyError) Unwrap() error { return ErrTooMany }

// simBlock is one simulated block of a request.
type simBlock struct {
	BlockOverrides map[string]any                    `json:"blockOverrides,omitempty"`
	StateOverrides map[common.Address]map[string]any `json:"stateOverrides,omitempty"`
	Calls          []map[string]any                  `json:"calls"`
}

type simAnswer struct {
	Calls []struct {
		Return  hexutil.Bytes `json:"returnData"`
		GasUsed *quantity     `json:"gasUsed"`
		MaxUsed quantity      `json:"maxUsedGas"` // geth: before refunds
		Status  *quantity     `json:"status"`
		Error   *struct {
			Message string `json:"message"`
			Code    int    `json:"code"`
			Data    any    `json:"data"`
		} `json:"error"`
	} `json:"calls"`
}

// Simulate runs calls one after the other on one state, from b on: deployments included, so that later calls may use
// what earlier ones made. Fees are not charged and nonces are not checked, but the value of a call must be there. A
// deployment's address follows from its sender's nonce: the account's own count, or CallMsg.Nonce where given. A call
// without Gas gets MaxTxGas.
//
// At Latest the simulated block's time is at least the present, so that a chain that stands still (a development chain)
// does not answer for the past.
//
// Errors: ErrNoSimulate; ErrTooMany (*TooManyError) when the calls go beyond what a request may cost; fault.Funds when
// a sender can't pay a value. Results' Err is a *RevertError for reverts and all other failures of execution.
func (c *Client) Simulate(ctx context.Context, calls []CallMsg, b Block) ([]CallResult, error) {
	if len(calls) == 0 {
		return nil, nil
	}
	if len(calls) > simCalls {
		return nil, &TooManyError{Calls: len(calls), Fit: simCalls}
	}
	head, err := c.Header(ctx, b)
	if err != nil {
		return nil, err
	}
	var at uint64
	if now := uint64(time.Now().Unix()); b == Latest && now > head.Time+simBlockSeconds {
		at = now
	}
	// One block with a raised gas limit comes closest to what will happen: it does not move time. A node that does not
	// let its limit be raised gets several blocks instead.
	res, err := c.simulate(ctx, calls, b, plan(calls, 0, at))
	if e := asError(err); e != nil && (e.Code == -38015 || e.Code == -38026) && !suppliedLess(e, calls) {
		if blocks := plan(calls, head.GasLimit, at); len(blocks) > 1 && len(blocks) <= simBlocks {
			res, err = c.simulate(ctx, calls, b, blocks)
		}
	}
	if err != nil {
		return nil, c.simulateError(err, calls)
	}
	return res, nil
}

// plan divides calls into blocks. limit 0: as few as can be, with a gas limit raised to what the calls ask for;
// otherwise no block's calls ask for more gas than limit. at is the first block's time, 0 for the node's choice. A block
// also ends where an explicit nonce is not the next of its sender: nonces can be set only between blocks.
func plan(calls []CallMsg, limit, at uint64) []simBlock {
	var (
		blocks []simBlock
		sums   []uint64
		next   = map[common.Address]uint64{} // known nonces
		seen   map[common.Address]bool       // senders in the last block
	)
	open := func() {
		blocks = append(blocks, simBlock{})
		sums = append(sums, 0)
		seen = map[common.Address]bool{}
	}
	open()
	for _, m := range calls {
		if m.Gas == 0 {
			m.Gas = MaxTxGas
			if limit > 0 && limit < m.Gas {
				m.Gas = limit
			}
		}
		known, ok := next[m.From]
		set := m.Nonce != nil && (!ok || known != *m.Nonce)
		last := len(blocks) - 1
		if n := len(blocks[last].Calls); n >= simCallsPerBlock || set && seen[m.From] ||
			n > 0 && limit > 0 && sums[last]+m.Gas > limit {
			open()
			last++
		}
		if set {
			if blocks[last].StateOverrides == nil {
				blocks[last].StateOverrides = map[common.Address]map[string]any{}
			}
			blocks[last].StateOverrides[m.From] = map[string]any{"nonce": hexutil.Uint64(*m.Nonce)}
			known, ok = *m.Nonce, true
		}
		if ok {
			next[m.From] = known + 1
		}
		seen[m.From] = true
		sums[last] += m.Gas
		blocks[last].Calls = append(blocks[last].Calls, m.arg())
	}
	for i := range blocks {
		over := map[string]any{}
		if limit == 0 {
			over["gasLimit"] = hexutil.Uint64(max(sums[i], 2*MaxTxGas))
		}
		if at != 0 {
			over["time"] = hexutil.Uint64(at + uint64(i)*simBlockSeconds)
		}
		if len(over) > 0 {
			blocks[i].BlockOverrides = over
		}
	}
	return blocks
}

// simulate sends one request and reads its answer.
func (c *Client) simulate(ctx context.Context, calls []CallMsg, b Block, blocks []simBlock) ([]CallResult, error) {
	const method = "eth_simulateV1"
	var answer []simAnswer
	if err := c.Call(ctx, &answer, method, map[string]any{"blockStateCalls": blocks, "validation": false}, b.arg()); err != nil {
		return nil, err
	}
	out := make([]CallResult, 0, len(calls))
	if len(answer) != len(blocks) {
		return nil, c.wrongly(method, "%d blocks asked for, %d given", len(blocks), len(answer))
	}
	var spent uint64
	for i, a := range answer {
		if len(a.Calls) != len(blocks[i].Calls) {
			return nil, c.wrongly(method, "%d calls asked for, %d given", len(blocks[i].Calls), len(a.Calls))
		}
		for _, r := range a.Calls {
			if r.Status == nil || r.GasUsed == nil {
				return nil, c.wrongly(method, "a call without status or gas")
			}
			res := CallResult{Return: r.Return, GasUsed: max(uint64(*r.GasUsed), uint64(r.MaxUsed))}
			if *r.Status == 0 || r.Error != nil {
				revert := &RevertError{Message: "execution failed"}
				if r.Error != nil {
					revert.Message = c.scrub.text(r.Error.Message)
					if data, ok := revertData(r.Error.Data, 0); ok {
						revert.Data = data
					}
				}
				if len(revert.Data) == 0 { // anvil
					revert.Data = r.Return
				}
				// A call that had less gas than it asked for has not shown what it would do.
				n := len(out)
				if strings.Contains(revert.Message, "capped by the RPC server") || n > 0 && spent+wanted(calls[n]) > simGas {
					return nil, &TooManyError{Calls: len(calls), Fit: n, Err: revert}
				}
				res.Return, res.Err = nil, revert.tell(c.scrub)
			}
			spent += uint64(*r.GasUsed)
			out = append(out, res)
		}
	}
	return out, nil
}

// wanted returns the gas that m is given.
func wanted(m CallMsg) uint64 {
	if m.Gas != 0 {
		return m.Gas
	}
	return MaxTxGas
}

// suppliedLess reports whether e tells of a call that was given less gas than any call asked for, which is how geth
// ends a request whose gas is used up: "intrinsic gas too low … (supplied gas 0)".
func suppliedLess(e *Error, calls []CallMsg) bool {
	_, tail, found := strings.Cut(e.Message, "(supplied gas ")
	if !found {
		return strings.Contains(e.Message, "gas cap exhausted")
	}
	var given uint64
	if _, err := fmt.Sscanf(tail, "%d", &given); err != nil {
		return false
	}
	for _, m := range calls {
		if wanted(m) == given {
			return false
		}
	}
	return true
}

// simulateError says what a refusal of the whole request means.
func (c *Client) simulateError(err error, calls []CallMsg) error {
	e := asError(err)
	if e == nil {
		return err
	}
	low := strings.ToLower(e.Message)
	half := &TooManyError{Calls: len(calls), Fit: len(calls) / 2, Err: e}
	deploys := false
	for _, m := range calls {
		deploys = deploys || m.To == nil
	}
	switch {
	case e.is == ErrNoMethod:
		return fmt.Errorf("%w: %w", ErrNoSimulate, err)
	case deploys && e.Code == -32602 && strings.Contains(low, `"to"`): // anvil: can't be built due to missing keys: ["to"]
		return fmt.Errorf("%w: %w", ErrNoSimulate, err)
	case e.Code == -38015, e.Code == -38026, suppliedLess(e, calls), e.kind == kindTooLarge, e.Status == 413,
		strings.Contains(low, "execution aborted (timeout"), e.Code == -32002:
		return half
	case e.Code == -38013, e.Code == -38025:
		return fault.New(fault.Refused, "one of %d calls can't be run: %w", len(calls), e)
	}
	return c.unfunded(err)
}
