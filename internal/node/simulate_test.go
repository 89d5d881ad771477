package node

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
)

func ptr(n uint64) *uint64 { return &n }

func TestPlan(t *testing.T) {
	a, b, to := common.Address{0xa}, common.Address{0xb}, common.Address{0xc}
	const from = `"from":"0x0a00000000000000000000000000000000000000"`
	for _, tc := range []struct {
		name      string
		calls     []CallMsg
		limit, at uint64
		want      string
	}{
		{"one", []CallMsg{{From: a, To: &to, Data: []byte{1}}}, 0, 0,
			`[{"blockOverrides":{"gasLimit":"0x2000000"},"calls":[{` + from + `,"gas":"0x1000000","input":"0x01","to":"0x0c00000000000000000000000000000000000000"}]}]`},
		{"time, nonce and a deployment", []CallMsg{{From: a, Data: []byte{1}, Gas: 5, Nonce: ptr(7)}}, 0, 100,
			`[{"blockOverrides":{"gasLimit":"0x2000000","time":"0x64"},"stateOverrides":{"0x0a00000000000000000000000000000000000000":{"nonce":"0x7"}},"calls":[{` + from + `,"gas":"0x5","input":"0x01"}]}]`},
	} {
		got, err := json.Marshal(plan(tc.calls, tc.limit, tc.at))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != tc.want {
			t.Errorf("%s:\n%s, want\n%s", tc.name, got, tc.want)
		}
	}
	sizes := func(blocks []simBlock) (out []int) {
		for _, b := range blocks {
			out = append(out, len(b.Calls))
		}
		return out
	}
	call := func(from common.Address, gas uint64, nonce *uint64) CallMsg {
		return CallMsg{From: from, To: &to, Gas: gas, Nonce: nonce}
	}
	for _, tc := range []struct {
		name  string
		calls []CallMsg
		limit uint64
		want  []int
	}{
		{"following nonces need one block", []CallMsg{call(a, 1, ptr(7)), call(a, 1, ptr(8)), call(a, 1, nil), call(a, 1, ptr(10))}, 0, []int{4}},
		{"a gap needs another", []CallMsg{call(a, 1, ptr(7)), call(a, 1, ptr(9)), call(a, 1, ptr(10))}, 0, []int{1, 2}},
		{"two senders", []CallMsg{call(a, 1, ptr(7)), call(b, 1, ptr(2)), call(a, 1, ptr(8)), call(b, 1, ptr(3))}, 0, []int{4}},
		{"a nonce after calls without", []CallMsg{call(a, 1, nil), call(a, 1, ptr(9))}, 0, []int{1, 1}},
		{"by gas", []CallMsg{call(a, 40, nil), call(a, 60, nil), call(a, 1, nil), call(a, 200, nil), call(a, 1, nil)}, 100, []int{2, 1, 1, 1}},
		{"gas unset is cut to the limit", []CallMsg{call(a, 0, nil), call(a, 0, nil)}, 100, []int{1, 1}},
	} {
		if got := sizes(plan(tc.calls, tc.limit, 0)); len(got) != len(tc.want) {
			t.Errorf("%s: %v, want %v", tc.name, got, tc.want)
		} else {
			for i := range got {
				if got[i] != tc.want[i] {
					t.Errorf("%s: %v, want %v", tc.name, got, tc.want)
				}
			}
		}
	}
	if got := sizes(plan(make([]CallMsg, 12_000), 0, 0)); len(got) != 3 || got[0] != 5000 {
		t.Errorf("12,000 calls: %v", got)
	}
}

func TestSimulateRefusals(t *testing.T) {
	to := common.Address{1}
	calls := []CallMsg{{To: &to}, {To: &to, Gas: 30_000}, {To: &to}, {To: &to}}
	deploy := append([]CallMsg{{Data: []byte{1}}}, calls...)
	for _, tc := range []struct {
		name  string
		calls []CallMsg
		code  int
		words string
		is    error
		fit   int
	}{
		{"no such method", calls, -32601, "the method eth_simulateV1 does not exist/is not available", ErrNoSimulate, 0},
		{"anvil and deployments", deploy, -32602, `Failed to build transaction: eip1559 transaction can't be built due to missing keys: ["to"]`, ErrNoSimulate, 0},
		{"gas used up", calls, -38013, "err: intrinsic gas too low: have 0, want 21152 (supplied gas 0)", ErrTooMany, 2},
		{"gas used up within a call", calls, -32000, "RPC gas cap exhausted: need 5, remaining 3", ErrTooMany, 2},
		{"gas of the call itself", calls, -38013, "err: intrinsic gas too low: have 30000, want 31000 (supplied gas 30000)", nil, 0},
		{"block full", calls, -38015, "block gas limit reached", ErrTooMany, 2},
		{"client limit", calls, -38026, "too many calls", ErrTooMany, 2},
		{"too slow", calls, -32000, "execution aborted (timeout = 5s)", ErrTooMany, 2},
		{"too slow for the server", calls, -32002, "request timed out", ErrTooMany, 2},
		{"no funds", calls, -38014, "err: insufficient funds for gas * price + value: address 0x… have 0 want 1 (supplied gas 30000)", nil, 0},
		{"anything else", calls, -32000, "the moon is full", nil, 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			h := newHostile(t)
			h.result("eth_getBlockByNumber", wireHeader(5))
			h.fails("eth_simulateV1", tc.code, tc.words, nil)
			_, err := h.dial().Simulate(t.Context(), tc.calls, Latest)
			if err == nil || tc.is != nil && !errors.Is(err, tc.is) || tc.is == nil && (errors.Is(err, ErrNoSimulate) || errors.Is(err, ErrTooMany)) {
				t.Fatalf("%v, want %v", err, tc.is)
			}
			var many *TooManyError
			if errors.As(err, &many) && (many.Fit != tc.fit || many.Calls != len(tc.calls)) {
				t.Errorf("%+v, want %d", many, tc.fit)
			}
			if tc.is != ErrNoSimulate && !strings.Contains(err.Error(), tc.words[:12]) {
				t.Errorf("%q lost the node's words", err)
			}
		})
	}
}

// TestSimulateWithoutRaisedLimit has a node that does not take a raised gas limit: the calls are spread over blocks.
func TestSimulateWithoutRaisedLimit(t *testing.T) {
	h := newHostile(t)
	h.result("eth_getBlockByNumber", wireHeader(5)) // 30 million gas
	h.methods["eth_simulateV1"] = func(params []json.RawMessage) (any, *rpcError) {
		if strings.Contains(string(params[0]), "gasLimit") {
			return nil, &rpcError{-38026, "Client adjustable limit reached", nil}
		}
		var req struct {
			BlockStateCalls []struct {
				Calls []struct {
					Gas quantity `json:"gas"`
				} `json:"calls"`
			} `json:"blockStateCalls"`
		}
		if err := json.Unmarshal(params[0], &req); err != nil {
			return nil, &rpcError{-32602, err.Error(), nil}
		}
		var blocks []any
		for _, b := range req.BlockStateCalls {
			var sum uint64
			var out []any
			for _, call := range b.Calls {
				sum += uint64(call.Gas)
				out = append(out, map[string]any{"returnData": "0x", "gasUsed": "0x5208", "status": "0x1"})
			}
			if sum > 30_000_000 {
				return nil, &rpcError{-38015, "block gas limit reached", nil}
			}
			blocks = append(blocks, map[string]any{"calls": out})
		}
		return blocks, nil
	}
	to := common.Address{1}
	calls := make([]CallMsg, 200)
	for i := range calls {
		calls[i] = CallMsg{To: &to, Gas: 1_000_000}
	}
	res, err := h.dial().Simulate(t.Context(), calls, Latest)
	if err != nil || len(res) != 200 || res[199].GasUsed != 21_000 {
		t.Fatalf("%v, %d results", err, len(res))
	}
}

func TestSimulateAnswersThatCannotBe(t *testing.T) {
	to := common.Address{1}
	ok := map[string]any{"returnData": "0x", "gasUsed": "0x5208", "status": "0x1"}
	for name, result := range map[string]any{
		"null": null, "no blocks": []any{}, "two blocks": []any{map[string]any{"calls": []any{ok}}, map[string]any{"calls": []any{ok}}},
		"no calls": []any{map[string]any{"calls": []any{}}}, "too many calls": []any{map[string]any{"calls": []any{ok, ok}}},
		"no status": []any{map[string]any{"calls": []any{map[string]any{"returnData": "0x", "gasUsed": "0x1"}}}},
		"no gas":    []any{map[string]any{"calls": []any{map[string]any{"returnData": "0x", "status": "0x1"}}}},
		"text":      "yes",
	} {
		t.Run(name, func(t *testing.T) {
			h := newHostile(t)
			h.result("eth_getBlockByNumber", wireHeader(5))
			h.result("eth_simulateV1", result)
			if res, err := h.dial().Simulate(t.Context(), []CallMsg{{To: &to}}, Latest); err == nil {
				t.Errorf("taken for %+v", res)
			}
		})
	}
}

// TestSucceedWithoutOverride has a node that calls the account without giving it code, and one that refuses.
func TestSucceedWithoutOverride(t *testing.T) {
	for name, prepare := range map[string]func(h *hostile){
		"empty":   func(h *hostile) { h.result("eth_call", "0x") },
		"a byte":  func(h *hostile) { h.result("eth_call", "0x01") },
		"null":    func(h *hostile) { h.result("eth_call", null) },
		"refused": func(h *hostile) { h.fails("eth_call", -32602, "too many arguments, want at most 2", nil) },
	} {
		h := newHostile(t)
		prepare(h)
		if h.dial().Succeed(t.Context(), []CallMsg{{To: &common.Address{1}, Gas: 60_000}}, Latest) {
			t.Errorf("%s is a yes", name)
		}
	}
}
