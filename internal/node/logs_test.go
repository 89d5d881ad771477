package node

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/fault"
)

var (
	logAddress = common.HexToAddress("0xAaAaAaAaAaAaAaAaAaAaAaAaAaAaAaAaAaAaAaAa")
	logTopic   = common.HexToHash("0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef")
)

func hashOfBlock(n uint64) string { return fmt.Sprintf("0x%064x", n+1000) }

// wireLog is a well-formed log of block n, as a node writes it.
func wireLog(n, index uint64, change ...any) map[string]any {
	l := map[string]any{
		"address": logAddress, "topics": []common.Hash{logTopic}, "data": "0x01", "blockNumber": At(n), "blockHash": hashOfBlock(n),
		"transactionHash": fmt.Sprintf("0x%064x", index), "transactionIndex": "0x0", "logIndex": fmt.Sprintf("%#x", index),
		"blockTimestamp": "0x64", "removed": false,
	}
	for i := 0; i+1 < len(change); i += 2 {
		l[change[i].(string)] = change[i+1]
	}
	return l
}

func wireHeader(n uint64) map[string]any {
	return map[string]any{"number": At(n), "hash": hashOfBlock(n), "parentHash": hashOfBlock(n - 1), "timestamp": "0x64", "gasLimit": "0x1c9c380"}
}

func logServer(t *testing.T, logs ...map[string]any) *hostile {
	h := newHostile(t)
	if logs == nil {
		logs = []map[string]any{}
	}
	h.result("eth_getLogs", logs)
	h.methods["eth_getBlockByNumber"] = func(params []json.RawMessage) (any, *rpcError) {
		var q quantity
		if err := json.Unmarshal(params[0], &q); err != nil {
			return nil, &rpcError{-32602, err.Error(), nil}
		}
		if q > 1000 {
			return null, nil
		}
		return wireHeader(uint64(q)), nil
	}
	return h
}

var logQuery = LogQuery{Addresses: []common.Address{logAddress}, Topics: [][]common.Hash{{logTopic}}, From: 10, To: 20}

func TestLogs(t *testing.T) {
	h := logServer(t, wireLog(10, 0), wireLog(12, 3), wireLog(12, 4, "blockTimestamp", nil), wireLog(20, 1))
	c := h.dial()
	h.plays(nil)
	logs, head, err := c.Logs(context.Background(), logQuery)
	if err != nil {
		t.Fatal(err)
	}
	if len(logs) != 4 || logs[1].BlockNumber != 12 || logs[1].LogIndex != 3 || logs[1].Time != 100 || logs[2].Time != 0 || logs[0].Topics[0] != logTopic {
		t.Errorf("logs %+v", logs)
	}
	if head.Number != 20 || head.Hash != common.HexToHash(hashOfBlock(20)) || head.BaseFee != nil || head.GasLimit != 30_000_000 {
		t.Errorf("header %+v", head)
	}
	got, err := json.Marshal(h.seen)
	if err != nil {
		t.Fatal(err)
	}
	want := `[[{"id":2,"method":"eth_getLogs","params":[{"address":"0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","fromBlock":"0xa","toBlock":"0x14",` +
		`"topics":[["0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef"]]}]},{"id":3,"method":"eth_getBlockByNumber","params":["0x14",false]}]]`
	if string(got) != want {
		t.Errorf("asked\n%s, want\n%s", got, want)
	}
}

func TestLogQueryArgument(t *testing.T) {
	other := common.Address{1}
	for _, tc := range []struct {
		q    LogQuery
		want string
	}{
		{LogQuery{To: 1}, `{"fromBlock":"0x0","toBlock":"0x1"}`},
		{LogQuery{Addresses: []common.Address{other, {2}}, To: 1}, `{"address":["0x0100000000000000000000000000000000000000","0x0200000000000000000000000000000000000000"],"fromBlock":"0x0","toBlock":"0x1"}`},
		{LogQuery{Topics: [][]common.Hash{nil, {{1}, {2}}}, To: 1}, `{"fromBlock":"0x0","toBlock":"0x1","topics":[null,["0x01` + strings.Repeat("0", 62) + `","0x02` + strings.Repeat("0", 62) + `"]]}`},
	} {
		got, err := json.Marshal(tc.q.arg())
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != tc.want {
			t.Errorf("got %s, want %s", got, tc.want)
		}
	}
}

func TestLogsThatCannotBe(t *testing.T) {
	other := common.HexToAddress("0xbb")
	for _, tc := range []struct {
		name  string
		logs  []map[string]any
		words string
	}{
		{"before the range", []map[string]any{wireLog(9, 0)}, "not asked for"},
		{"after the range", []map[string]any{wireLog(21, 0)}, "not asked for"},
		{"another address", []map[string]any{wireLog(11, 0, "address", other)}, "not asked for"},
		{"another topic", []map[string]any{wireLog(11, 0, "topics", []common.Hash{{1}})}, "not asked for"},
		{"no topic", []map[string]any{wireLog(11, 0, "topics", []common.Hash{})}, "not asked for"},
		{"removed", []map[string]any{wireLog(11, 0, "removed", true)}, "removed"},
		{"twice", []map[string]any{wireLog(11, 0), wireLog(11, 0)}, "twice"},
		{"twice, apart", []map[string]any{wireLog(11, 0), wireLog(12, 0), wireLog(11, 0)}, "twice"},
		{"pending", []map[string]any{wireLog(11, 0, "blockHash", nil)}, "lacks"},
		{"no index", []map[string]any{wireLog(11, 0, "logIndex", nil)}, "lacks"},
		{"two hashes of one block", []map[string]any{wireLog(11, 0), wireLog(11, 1, "blockHash", hashOfBlock(5))}, "two hashes"},
		{"another chain than the header", []map[string]any{wireLog(20, 0, "blockHash", hashOfBlock(5))}, "different chains"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			h := logServer(t, tc.logs...)
			_, _, err := h.dial().Logs(context.Background(), logQuery)
			mustContain(t, err, "wrongly", tc.words)
			var r *RangeError
			if fault.ClassOf(err) != fault.Node || errors.As(err, &r) {
				t.Errorf("class %d, range error %v", fault.ClassOf(err), r)
			}
		})
	}
	t.Run("out of order is put in order", func(t *testing.T) {
		h := logServer(t, wireLog(12, 1), wireLog(12, 0), wireLog(11, 7))
		logs, _, err := h.dial().Logs(context.Background(), logQuery)
		if err != nil || logs[0].BlockNumber != 11 || logs[1].LogIndex != 0 || logs[2].LogIndex != 1 {
			t.Errorf("%v, %+v", err, logs)
		}
	})
	t.Run("a reorganisation in between passes", func(t *testing.T) {
		h := logServer(t, wireLog(20, 0))
		calls := 0
		h.methods["eth_getLogs"] = func([]json.RawMessage) (any, *rpcError) {
			if calls++; calls == 1 {
				return []any{wireLog(20, 0, "blockHash", hashOfBlock(5))}, nil
			}
			return []any{wireLog(20, 0)}, nil
		}
		if logs, _, err := h.dial().Logs(context.Background(), logQuery); err != nil || len(logs) != 1 {
			t.Errorf("%v, %+v", err, logs)
		}
	})
	t.Run("null", func(t *testing.T) {
		h := logServer(t)
		h.result("eth_getLogs", null)
		if _, _, err := h.dial().Logs(context.Background(), logQuery); err == nil {
			t.Error("null was taken for no logs")
		}
	})
	t.Run("inverted", func(t *testing.T) {
		h := logServer(t)
		if _, _, err := h.dial().Logs(context.Background(), LogQuery{From: 2, To: 1}); err == nil {
			t.Error("no error")
		}
	})
}

func TestLogsErrors(t *testing.T) {
	// only lets the header through and fails the logs.
	only := func(code int, message string) func(h *hostile) {
		return func(h *hostile) { h.fails("eth_getLogs", code, message, nil) }
	}
	whole := func(f trick) func(h *hostile) { return func(h *hostile) { h.plays(f) } }
	for _, tc := range []struct {
		name     string
		set      func(h *hostile)
		rng      bool
		from, to uint64 // suggested
		is       error
		most     int // exchanges
	}{
		{"Infura", only(-32005, "query returned more than 10000 results. Try with this block range [0xA, 0xF]."), true, 10, 15, nil, 1},
		{"unknown words", only(-32000, "the moon is full"), true, 0, 0, nil, 1},
		{"timed out", only(-32002, "request timed out"), true, 0, 0, nil, 1},
		{"response too large", only(-32003, "response too large"), true, 0, 0, nil, 1},
		{"limit of 5", only(-32602, "block range 10 exceeds limit of 5"), true, 10, 14, nil, 1},
		{"HTTP 400 with JSON", whole(status(400, `{"error":{"code":-32600,"message":"You can make eth_getLogs requests with up to a 5 block range"}}`)), true, 10, 14, nil, 1},
		{"HTTP 413", whole(status(413, "")), true, 0, 0, nil, 1},
		{"HTTP 504", whole(status(504, "")), true, 0, 0, nil, 3},
		{"dropped", whole(drop), true, 0, 0, nil, 3},
		{"hangs", whole(hang), true, 0, 0, nil, 1},
		{"HTML", whole(body("<html>")), true, 0, 0, nil, 2},
		{"rate limit", only(-32005, "limit exceeded"), false, 0, 0, ErrRateLimit, 3},
		{"HTTP 429", whole(status(429, "")), false, 0, 0, ErrRateLimit, 3},
		{"authentication", whole(status(401, "")), false, 0, 0, ErrAuth, 1},
		{"pruned", only(4444, "pruned history unavailable"), false, 0, 0, ErrPruned, 1},
		{"archive", only(-32000, "missing trie node"), false, 0, 0, ErrPruned, 1},
		{"geth, ahead", only(-32602, "block range extends beyond current head block"), false, 0, 0, ErrAheadOfHead, 1},
		{"anvil, ahead", func(h *hostile) { h.result("eth_getBlockByNumber", null) }, false, 0, 0, ErrAheadOfHead, 1},
		{"header of another block", func(h *hostile) { h.result("eth_getBlockByNumber", wireHeader(21)) }, false, 0, 0, nil, 1},
		{"no such method", only(-32601, "Method not found"), false, 0, 0, ErrNoMethod, 1},
	} {
		t.Run(tc.name, func(t *testing.T) {
			h := logServer(t)
			c := h.dial()
			h.plays(nil)
			c.timeout = 300_000_000
			tc.set(h)
			_, _, err := c.Logs(context.Background(), logQuery)
			var r *RangeError
			if errors.As(err, &r) != tc.rng {
				t.Fatalf("%v: range error %v, want %v", err, !tc.rng, tc.rng)
			}
			if r != nil && (r.From != tc.from || r.To != tc.to) {
				t.Errorf("suggests %d to %d, want %d to %d", r.From, r.To, tc.from, tc.to)
			}
			if tc.is != nil && !errors.Is(err, tc.is) {
				t.Errorf("%v is not %v", err, tc.is)
			}
			if fault.ClassOf(err) != fault.Node {
				t.Errorf("class %d of %v", fault.ClassOf(err), err)
			}
			if h.exchanges() > tc.most {
				t.Errorf("%d exchanges, want at most %d", h.exchanges(), tc.most)
			}
		})
	}
	t.Run("without batches", func(t *testing.T) {
		h := logServer(t, wireLog(11, 0))
		c := h.dial()
		h.plays(func(w http.ResponseWriter, calls []request, batch bool) bool {
			return batch && objectError(-32600, "batch not supported")(w, calls, batch)
		})
		for range 2 { // the second time without the attempt
			if logs, head, err := c.Logs(context.Background(), logQuery); err != nil || len(logs) != 1 || head.Number != 20 {
				t.Errorf("%v, %v, %+v", err, logs, head)
			}
		}
		if h.exchanges() != 3+2 {
			t.Errorf("%d exchanges", h.exchanges())
		}
	})
}

func TestSuggestRange(t *testing.T) {
	for _, tc := range []struct {
		message  string
		from, to uint64
		wantFrom uint64
		wantTo   uint64 // 0: no suggestion
	}{
		{"query returned more than 10000 results. Try with this block range [0x64, 0xc8].", 100, 100_000, 100, 200},
		{"query exceeds max results 20000, retry with the range 100-250", 100, 100_000, 100, 250},
		{"Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range and no limit on the response size, or you can request any block range with a cap of 10K logs in the response. Based on your parameters and the response size limit, this block range should work: [0x64, 0x834]", 100, 100_000, 100, 2100},
		{"You can make eth_getLogs requests with up to a 2K block range", 100, 100_000, 100, 2099},
		{"exceed maximum block range: 5000", 100, 100_000, 100, 5099},
		{"exceed maximum block range 50000", 100, 100_000, 100, 50_099},
		{"query block range exceeds server limit", 100, 100_000, 0, 0},
		{"range 99901 exceeds limit of 10000", 100, 100_000, 100, 10_099},
		{"eth_getLogs is limited to a 10,000 range", 100, 100_000, 100, 10_099},
		{"eth_getLogs is limited to a 10,000 blocks range", 100, 100_000, 100, 10_099},
		{"requested too many blocks from 100 to 100000, maximum is set to 2048", 100, 100_000, 100, 2147},
		{"ranges over 10000 blocks are not supported on freetier", 100, 100_000, 100, 10_099},
		{"block range is too wide (maximum 1_000)", 100, 100_000, 100, 1099},
		{"maximum [from, to] blocks distance: 500", 100, 100_000, 100, 599},
		{"Block range limit exceeded. 100 maximum, see https://example.com/limits", 100, 100_000, 100, 199},
		{"query returned more than 10000 results", 100, 100_000, 0, 0},
		{"response is too big", 100, 100_000, 0, 0},
		{"request timed out after 30 seconds, narrow the block range", 100, 100_000, 0, 0},
		{"response of 150MB is too big for this block range", 100, 100_000, 0, 0},
		{"Try with this block range [0x0, 0xffffffff]", 100, 100_000, 0, 0},
		{"Try with this block range [0xc8, 0x64]", 100, 100_000, 0, 0},
		{"Try with this block range [0x64, 0x186a0]", 100, 100_000, 0, 0}, // no smaller
		{"Try with this block range [200, 300]", 100, 100_000, 100, 200},
		{"range 0x99999999999999999999-0x1 block", 100, 100_000, 0, 0},
		{"at most 5 blocks", 7, 7, 0, 0},
		{"block range 18446744073709551615K", 100, 100_000, 0, 0},
		{"", 100, 100_000, 0, 0},
	} {
		from, to, ok := suggestRange(tc.message, tc.from, tc.to)
		if ok != (tc.wantTo != 0) || from != tc.wantFrom || to != tc.wantTo {
			t.Errorf("%q for %d to %d: %d to %d (%v), want %d to %d", tc.message, tc.from, tc.to, from, to, ok, tc.wantFrom, tc.wantTo)
		}
	}
}

// FuzzSuggestRange: whatever a node says, a suggestion begins where the query does, lies within it, and is smaller.
func FuzzSuggestRange(f *testing.F) {
	f.Add("Try with this block range [0x64, 0xc8].", uint64(100), uint64(1000))
	f.Add("exceed maximum block range: 5000", uint64(0), uint64(1<<63))
	f.Add("up to a 2K block range", uint64(5), uint64(5))
	f.Add("range 1-2 block 9999999999999999999k", uint64(1), ^uint64(0))
	f.Fuzz(func(t *testing.T, message string, from, to uint64) {
		a, b, ok := suggestRange(message, from, to)
		if !ok {
			if a != 0 || b != 0 {
				t.Errorf("no suggestion, but %d to %d", a, b)
			}
			return
		}
		if a != from || b < a || b >= to {
			t.Errorf("%q for %d to %d: %d to %d", message, from, to, a, b)
		}
	})
}
