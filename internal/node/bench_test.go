package node

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/ethereum/go-ethereum/common"
)

// BenchmarkLogs reads 50,000 Transfer events from one answer, beside which "raw" reads the bytes alone.
func BenchmarkLogs(b *testing.B) {
	var logs []json.RawMessage
	for i := range uint64(50_000) {
		l, err := json.Marshal(wireLog(10+i/5000, i%5000, "topics", []common.Hash{logTopic, {byte(i)}, {byte(i >> 8)}}, "data", common.Hash{31: 1}, "transactionHash", common.Hash{byte(i), byte(i >> 8)}))
		if err != nil {
			b.Fatal(err)
		}
		logs = append(logs, l)
	}
	list, err := json.Marshal(logs)
	if err != nil {
		b.Fatal(err)
	}
	header, err := json.Marshal(wireHeader(20))
	if err != nil {
		b.Fatal(err)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var calls []request
		if body, err := io.ReadAll(r.Body); err != nil || json.Unmarshal(body, &calls) != nil {
			fmt.Fprint(w, `{"jsonrpc":"2.0","id":1,"result":"0x7"}`)
			return
		}
		fmt.Fprintf(w, `[{"jsonrpc":"2.0","id":%s,"result":`, calls[0].ID)
		if _, err := w.Write(list); err != nil {
			return
		}
		fmt.Fprintf(w, `},{"jsonrpc":"2.0","id":%s,"result":%s}]`, calls[1].ID, header)
	}))
	defer server.Close()
	c, err := Dial(b.Context(), Options{URLs: []string{server.URL}})
	if err != nil {
		b.Fatal(err)
	}
	defer c.Close()
	b.Run("raw", func(b *testing.B) {
		for b.Loop() {
			resp, err := http.Post(server.URL, "application/json", bytes.NewReader([]byte(`[{"id":1},{"id":2}]`)))
			if err != nil {
				b.Fatal(err)
			}
			n, err := io.Copy(io.Discard, resp.Body)
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(n)
			if err := resp.Body.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("client", func(b *testing.B) {
		q := logQuery
		b.SetBytes(int64(len(list)))
		for b.Loop() {
			if got, _, err := c.Logs(b.Context(), q); err != nil || len(got) != 50_000 {
				b.Fatal(err, len(got))
			}
		}
	})
}
