package node

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/fault"
)

// reasonHi is Error("Hi"), ABI-encoded.
const reasonHi = "0x08c379a0" +
	"0000000000000000000000000000000000000000000000000000000000000020" +
	"0000000000000000000000000000000000000000000000000000000000000002" +
	"4869000000000000000000000000000000000000000000000000000000000000"

func TestReverts(t *testing.T) {
	for _, tc := range []struct {
		name    string
		e       rpcError
		revert  bool
		data    string
		message string
	}{
		{"geth", rpcError{3, "execution reverted: Hi", reasonHi}, true, reasonHi, "execution reverted: Hi"},
		{"geth, custom error", rpcError{3, "execution reverted", "0xdeadbeef"}, true, "0xdeadbeef", "execution reverted"},
		{"geth, nothing", rpcError{3, "execution reverted", "0x"}, true, "0x", "execution reverted"},
		{"geth, gas", rpcError{-32000, "out of gas", nil}, true, "0x", "out of gas"},
		{"geth, instruction", rpcError{-32000, "invalid opcode: INVALID", nil}, true, "0x", "invalid opcode: INVALID"},
		{"geth, estimate", rpcError{-32000, "gas required exceeds allowance (30000)", nil}, true, "0x", "gas required exceeds allowance (30000)"},
		{"Besu", rpcError{-32000, "Execution reverted", reasonHi}, true, reasonHi, "execution reverted: Hi"},
		{"Parity, Nethermind", rpcError{-32015, "VM execution error.", "Reverted " + reasonHi}, true, reasonHi, "execution reverted: Hi"},
		{"Parity, no reason", rpcError{-32015, "VM execution error.", "Reverted"}, true, "0x", "VM execution error."},
		{"hardhat", rpcError{-32603, "VM Exception while processing transaction: reverted with reason string 'Hi'", map[string]any{"message": "x", "data": reasonHi}}, true, reasonHi, "VM Exception while processing transaction: reverted with reason string 'Hi'"},
		{"nested", rpcError{-32603, "Internal JSON-RPC error: reverted", map[string]any{"data": map[string]any{"data": "0xdeadbeef"}}}, true, "0xdeadbeef", "Internal JSON-RPC error: reverted"},
		{"ganache", rpcError{-32000, "VM Exception while processing transaction: revert", map[string]any{"0x12": map[string]any{"error": "revert", "return": "0xdeadbeef"}, "stack": "…"}}, true, "0xdeadbeef", "VM Exception while processing transaction: revert"},
		{"in the message", rpcError{-32000, "execution reverted: 0xdeadbeef, sorry", nil}, true, "0xdeadbeef", "execution reverted: 0xdeadbeef, sorry"},
		{"odd hex", rpcError{3, "execution reverted", "0xabc"}, true, "0x", "execution reverted"},
		{"a number as data", rpcError{3, "execution reverted", 5}, true, "0x", "execution reverted"},
		{"not a revert", rpcError{-32602, "invalid argument 0: hex string has length 3", nil}, false, "", ""},
		{"no state", rpcError{-32000, "missing trie node 12", nil}, false, "", ""},
		{"no funds", rpcError{-32000, "err: insufficient funds for gas * price + value: address 0x00", nil}, false, "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			h := newHostile(t)
			h.fails("eth_call", tc.e.Code, tc.e.Message, tc.e.Data)
			c := h.dial()
			for _, n := range []int{1, 2} { // alone and in a batch
				res, err := c.CallMany(t.Context(), make([]CallMsg, n), Latest)
				if !tc.revert {
					if fault.ClassOf(err) != fault.Node {
						t.Errorf("%v, %+v", err, res)
					}
					continue
				}
				if err != nil {
					t.Fatal(err)
				}
				var r *RevertError
				if !errors.As(res[n-1].Err, &r) || "0x"+fmt.Sprintf("%x", r.Data) != tc.data || r.Message != tc.message {
					t.Errorf("%+v (%T)", res[n-1].Err, res[n-1].Err)
				}
			}
		})
	}
	t.Run("an answer of null is none", func(t *testing.T) {
		h := newHostile(t)
		h.result("eth_call", null)
		if _, err := h.dial().CallContract(t.Context(), CallMsg{}, Latest); fault.ClassOf(err) != fault.Node {
			t.Errorf("%v", err)
		}
	})
}

func FuzzRevertData(f *testing.F) {
	f.Add(`"Reverted 0x08c379a0"`)
	f.Add(`{"data":{"data":"0x00"}}`)
	f.Add(`{"0x1":{"return":"0x"}}`)
	f.Fuzz(func(t *testing.T, text string) {
		var v any
		if json.Unmarshal([]byte(text), &v) != nil {
			return
		}
		if data, ok := revertData(v, 0); !ok && len(data) > 0 {
			t.Errorf("%s: %x, but no", text, data)
		}
	})
}

func FuzzAnsweredError(f *testing.F) {
	f.Add([]byte(`{"error":{"code":1,"message":"m","data":[1]}}`))
	f.Add([]byte(`[{"error":"words"}]`))
	f.Add([]byte(`{"error":null}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		if code, message, data, ok := answeredError(body); !ok && (code != 0 || message != "" || data != nil) {
			t.Errorf("%q: %d %q %v, but no", body, code, message, data)
		}
	})
}

func FuzzQuantity(f *testing.F) {
	for _, s := range []string{`"0x10"`, `10`, `"10"`, `""`, `"0x"`, `-1`, `"0xffffffffffffffffff"`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var q quantity
		if json.Unmarshal([]byte(s), &q) != nil {
			return
		}
		var again quantity
		if err := json.Unmarshal(fmt.Appendf(nil, `"0x%x"`, uint64(q)), &again); err != nil || again != q {
			t.Errorf("%s: %d, %d, %v", s, q, again, err)
		}
	})
}

func TestMarket(t *testing.T) {
	const gwei = 1_000_000_000
	head := func(base any) map[string]any {
		h := wireHeader(9)
		if base != nil {
			h["baseFeePerGas"] = base
		}
		return h
	}
	hist := func(next string, ratios []float64, tips ...string) map[string]any {
		rewards, bases := [][]string{}, []string{}
		for _, tip := range tips {
			rewards = append(rewards, []string{"0x0", tip})
			bases = append(bases, "0x7")
		}
		return map[string]any{"baseFeePerGas": append(bases, next), "gasUsedRatio": ratios, "reward": rewards}
	}
	full := []float64{0.5, 0.5, 0.5}
	for _, tc := range []struct {
		name           string
		chain          string
		head           any
		hist, tip, gas any // nil: the method is missing
		base, want, gp int64
		no             bool
	}{
		{"median", "0x1", head("0x64"), hist("0x70", full, "0x77359400", "0x3b9aca00", "0xb2d05e00"), "0x1", "0x5", 0x70, 2 * gwei, 5, false},
		{"empty blocks do not count", "0x1", head("0x64"), hist("0x70", []float64{0, 0.1, 0}, "0x0", "0x3b9aca00", "0x0"), "0x1", "0x5", 0x70, gwei, 5, false},
		{"all empty", "0x1", head("0x64"), hist("0x70", []float64{0, 0, 0}, "0x0", "0x0", "0x0"), "0x3b9aca00", "0x5", 0x70, gwei, 5, false},
		{"all empty and no suggestion", "0x1", head("0x64"), hist("0x70", []float64{0, 0, 0}, "0x0", "0x0", "0x0"), nil, "0x5", 0x70, leastTip, 5, false},
		{"a floor", "0x1", head("0x64"), hist("0x70", full, "0x0", "0x0", "0x1"), "0x0", "0x5", 0x70, leastTip, 5, false},
		{"a floor of one on a development chain", "0x539", head("0x64"), hist("0x70", full, "0x0", "0x0", "0x1"), "0x0", "0x5", 0x70, 1, 5, false},
		{"no history", "0x1", head("0x64"), nil, "0x3b9aca00", "0x5", 113, gwei, 5, false},
		{"a history that makes no sense", "0x1", head("0x64"), map[string]any{"baseFeePerGas": []any{nil}, "gasUsedRatio": []float64{}, "reward": [][]any{{nil, nil}}}, "0x3b9aca00", nil, 113, gwei, -1, false},
		{"without EIP-1559", "0x1", head(nil), hist("0x0", full, "0x0", "0x0", "0x0"), nil, "0x5", -1, -1, 5, false},
		{"nothing at all", "0x1", head(nil), nil, nil, nil, 0, 0, 0, true},
		{"no head", "0x1", null, nil, "0x1", "0x1", 0, 0, 0, true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			h := newHostile(t)
			h.result("eth_chainId", tc.chain)
			for method, v := range map[string]any{"eth_getBlockByNumber": tc.head, "eth_feeHistory": tc.hist, "eth_maxPriorityFeePerGas": tc.tip, "eth_gasPrice": tc.gas} {
				if v != nil {
					h.result(method, v)
				}
			}
			c := h.dial()
			h.plays(nil)
			m, err := c.Market(t.Context())
			if tc.no {
				if fault.ClassOf(err) != fault.Node {
					t.Errorf("%v, %+v", err, m)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			for what, p := range map[string]struct {
				got  *big.Int
				want int64
			}{"base fee": {m.BaseFee, tc.base}, "tip": {m.Tip, tc.want}, "gas price": {m.GasPrice, tc.gp}} {
				if p.want < 0 != (p.got == nil) || p.got != nil && p.got.Int64() != p.want {
					t.Errorf("%s %v, want %d", what, p.got, p.want)
				}
			}
			if h.exchanges() != 1 {
				t.Errorf("%d exchanges", h.exchanges())
			}
		})
	}
}

func TestAnswersThatCannotBe(t *testing.T) {
	hash := common.Hash{1}
	receipt := func(change ...any) map[string]any {
		r := map[string]any{"transactionHash": hash, "blockHash": common.Hash{2}, "blockNumber": "0x5", "status": "0x1", "gasUsed": "0x5208", "effectiveGasPrice": "0x1"}
		for i := 0; i+1 < len(change); i += 2 {
			r[change[i].(string)] = change[i+1]
		}
		return r
	}
	for _, tc := range []struct {
		name   string
		method string
		result any
		ask    func(c *Client) error
		ok     bool
	}{
		{"receipt", "eth_getTransactionReceipt", receipt(), receiptOf(hash, false), true},
		{"receipt of another", "eth_getTransactionReceipt", receipt("transactionHash", common.Hash{9}), receiptOf(hash, false), false},
		{"receipt without status", "eth_getTransactionReceipt", receipt("status", nil), receiptOf(hash, false), false},
		{"receipt with an odd status", "eth_getTransactionReceipt", receipt("status", "0x2"), receiptOf(hash, false), false},
		{"receipt while pending", "eth_getTransactionReceipt", receipt("blockHash", nil), receiptOf(hash, true), true},
		{"receipt of null", "eth_getTransactionReceipt", null, receiptOf(hash, true), true},
		{"header of another height", "eth_getBlockByNumber", wireHeader(6), func(c *Client) error { _, err := c.Header(context.Background(), At(5)); return err }, false},
		{"header of another hash", "eth_getBlockByHash", wireHeader(6), func(c *Client) error { _, err := c.Header(context.Background(), AtHash(hash)); return err }, false},
		{"header without time", "eth_getBlockByNumber", map[string]any{"number": "0x5", "hash": hash}, func(c *Client) error { _, err := c.Header(context.Background(), At(5)); return err }, false},
		{"headers of another height", "eth_getBlockByNumber", wireHeader(6), func(c *Client) error { _, err := c.Headers(context.Background(), []uint64{6, 7}); return err }, false},
		{"transaction of another place", "eth_getTransactionByBlockHashAndIndex",
			map[string]any{"hash": hash, "from": common.Address{1}, "nonce": "0x1", "input": "0x", "value": "0x0", "blockHash": hash, "blockNumber": "0x1", "transactionIndex": "0x2"},
			func(c *Client) error { _, err := c.TxsByIndex(context.Background(), []TxAt{{hash, 1}}); return err }, false},
		{"transaction without sender", "eth_getTransactionByBlockHashAndIndex", map[string]any{"hash": hash, "nonce": "0x1"},
			func(c *Client) error { _, err := c.TxsByIndex(context.Background(), []TxAt{{hash, 1}}); return err }, false},
		{"nonce of null", "eth_getTransactionCount", null, func(c *Client) error { _, err := c.Nonce(context.Background(), common.Address{}, Latest); return err }, false},
		{"nonce beyond 64 bits", "eth_getTransactionCount", "0x10000000000000000", func(c *Client) error { _, err := c.Nonce(context.Background(), common.Address{}, Latest); return err }, false},
		{"balance of text", "eth_getBalance", "much", func(c *Client) error { _, err := c.Balance(context.Background(), common.Address{}, Latest); return err }, false},
		{"code of null", "eth_getCode", null, func(c *Client) error { _, err := c.Code(context.Background(), common.Address{}, Latest); return err }, false},
		{"gas of null", "eth_estimateGas", null, func(c *Client) error { _, err := c.EstimateGas(context.Background(), CallMsg{}, Latest); return err }, false},
		{"decimal nonce", "eth_getTransactionCount", 5, func(c *Client) error { _, err := c.Nonce(context.Background(), common.Address{}, Latest); return err }, true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			h := newHostile(t)
			h.result(tc.method, tc.result)
			err := tc.ask(h.dial())
			if tc.ok != (err == nil) || err != nil && fault.ClassOf(err) != fault.Node {
				t.Errorf("%v", err)
			}
		})
	}
	t.Run("geth builds its index", func(t *testing.T) {
		h := newHostile(t)
		h.fails("eth_getTransactionReceipt", -32000, "transaction indexing is in progress", "transaction indexing is in progress")
		if err := receiptOf(hash, true)(h.dial()); err != nil {
			t.Error(err)
		}
	})
	t.Run("syncing", func(t *testing.T) {
		h := newHostile(t)
		c := h.dial()
		for want, result := range map[string]any{"false ": false, "true block 5 of 9": map[string]any{"currentBlock": "0x5", "highestBlock": "0x9", "knownStates": 5},
			"false  ": map[string]any{"currentBlock": "0x0", "highestBlock": "0x0", "txIndexRemainingBlocks": "0x1"}} {
			h.result("eth_syncing", result)
			behind, words, err := c.Syncing(t.Context())
			if got := fmt.Sprint(behind, " ", words); err != nil || got != want && got+" " != want {
				t.Errorf("%v: %q, %v", result, got, err)
			}
		}
	})
}

// receiptOf asks for one receipt, which must be there or, as null says, not.
func receiptOf(hash common.Hash, null bool) func(c *Client) error {
	return func(c *Client) error {
		got, err := c.Receipts(context.Background(), []common.Hash{hash})
		if err == nil && (got[0] == nil) != null {
			return fault.New(fault.Node, "receipt %+v", got[0])
		}
		return err
	}
}
