package node

import (
	"encoding/hex"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
)

// RevertError says that the contract, or the machine that runs it, refused a call.
type RevertError struct {
	Data    []byte // the ABI-encoded reason; empty when there is none or the node does not tell
	Message string // the node's words, cleaned
}

// Error returns the node's words.
func (e *RevertError) Error() string {
	if e.Message == "" {
		return "execution reverted"
	}
	return e.Message
}

// refusals are the words by which nodes say that a call ran and failed.
var refusals = []string{
	"revert",                             // geth, Nethermind, Besu, anvil, hardhat
	"vm execution error", "vm exception", // Parity and its heirs; hardhat, ganache
	"invalid opcode", "opcode not", "evm error", // geth; anvil: EVM error InvalidFEOpcode
	"out of gas", "outofgas", "gas required exceeds allowance", "gas uint64 overflow",
	"stack underflow", "stack limit reached", "stack overflow", "invalid jump", "bad jump", "bad instruction",
	"write protection", "return data out of bounds", "max code size exceeded", "max initcode size exceeded",
	"contract creation code storage out of gas", "contract address collision", "invalid code: must not begin with 0xef",
}

// refused reports whether a JSON-RPC error means that the call ran and failed. 3 is geth's code for a revert, -32015
// geth's in simulations and Parity's for a failed execution.
func refused(code int, message string) bool {
	if code == 3 || code == -32015 {
		return true
	}
	low := strings.ToLower(message)
	for _, w := range refusals {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// revertOf returns err as a *RevertError when that is what it is, else nil.
func revertOf(err error, s scrubber) *RevertError {
	e := asError(err)
	if e == nil || e.kind != kindAnswer || e.is != nil || !refused(e.Code, e.Message) {
		return nil
	}
	r := &RevertError{Message: e.Message}
	if data, ok := revertData(e.data, 0); ok {
		r.Data = data
	} else if i := strings.Index(e.Message, "0x"); i >= 0 { // some put it into the message alone
		if data, ok := revertData(firstWord(e.Message[i:]), 0); ok && len(data) >= 4 {
			r.Data = data
		}
	}
	return r.tell(s)
}

// revertData finds the bytes of a reason in the data member of an error: plain hex (geth, anvil, Besu), "Reverted 0x…"
// (Parity, Nethermind), {"data": …} (hardhat), {"result": …} or {"0x<hash>": {"return": …}} (ganache).
func revertData(v any, depth int) ([]byte, bool) {
	switch v := v.(type) {
	case string:
		s := strings.TrimSpace(v)
		if rest, found := strings.CutPrefix(strings.ToLower(s), "reverted"); found {
			s = strings.TrimSpace(rest)
		}
		h, found := strings.CutPrefix(s, "0x")
		if !found {
			return nil, false
		}
		data, err := hex.DecodeString(h)
		return data, err == nil
	case map[string]any:
		if depth > 3 {
			return nil, false
		}
		for _, key := range []string{"data", "result", "return", "output", "originalError"} {
			if inner, ok := v[key]; ok {
				if data, ok := revertData(inner, depth+1); ok {
					return data, true
				}
			}
		}
		for key, inner := range v {
			if _, isMap := inner.(map[string]any); isMap && strings.HasPrefix(key, "0x") {
				if data, ok := revertData(inner, depth+1); ok {
					return data, true
				}
			}
		}
	}
	return nil, false
}

func firstWord(s string) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return r == ' ' || r == '"' || r == ',' || r == ')' }); i >= 0 {
		return s[:i]
	}
	return s
}

// tell puts the reason's text into the message where the node left it out (anvil in simulations, Parity).
func (e *RevertError) tell(s scrubber) *RevertError {
	words, err := abi.UnpackRevert(e.Data)
	if err != nil {
		return e
	}
	if words = s.text(words); words != "" && !strings.Contains(e.Message, words) {
		e.Message = "execution reverted: " + words
	}
	return e
}
