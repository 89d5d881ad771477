package scan

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/testchain"
)

// shower is a contract that, given a word, emits as many Transfers of one unit from the caller to as many addresses,
// and answers zero to anything else:
//
//	switch calldatasize() case 32 { mstore(0, 1)
//	  for { let i := calldataload(0) } i { i := sub(i, 1) } { log3(0, 32, <Transfer>, caller(), add(shl(64, number()), i)) } }
//	default { return(0, 32) }
func shower() []byte {
	code := []string{
		"36", "6020", "14", "600b", "57", // calldatasize == 32: go to the loop
		"6020", "5f", "f3", // return(0, 32)
		"5b", "6001", "5f", "52", "5f", "35", // 0b: mstore(0, 1); i
		"5b", "80", "6018", "57", "00", // 12: while i
		"5b",                           // 18
		"80", "43", "6040", "1b", "01", // to
		"33", // from
		"7f" + contract.TopicTransfer().Hex()[2:],
		"6020", "5f", "a3", // log3
		"6001", "90", "03", // i - 1
		"6012", "56",
	}
	runtime := common.FromHex(strings.Join(code, ""))
	return append(common.FromHex(fmt.Sprintf("60%02x600a5f3960%02x5ff3", len(runtime), len(runtime))), runtime...)
}

// BenchmarkScan compares a scan with one bare eth_getLogs over the same blocks, on geth. -transfers says how many there
// are; a block holds a hundred.
func BenchmarkScan(b *testing.B) {
	const inBlock = 100
	n := testchain.Geth(b, testchain.Archive())
	c := newBench(b, n)
	token := c.send(0, nil, shower()).ContractAddress
	first := n.Head()
	for i := 0; i < *benchTransfers; i += inBlock {
		c.post(0, &token, word(inBlock))
		if i%(10*inBlock) == 0 {
			n.WaitMined(c.last)
		}
	}
	n.WaitMined(c.last)
	b.Run("bare", func(b *testing.B) {
		query, err := json.Marshal(map[string]any{"jsonrpc": "2.0", "id": 1, "method": "eth_getLogs", "params": []any{map[string]any{
			"address": token, "topics": []any{contract.TopicTransfer()}, "fromBlock": fmt.Sprintf("0x%x", first), "toBlock": fmt.Sprintf("0x%x", n.Head())}}})
		check(b, err)
		for b.Loop() {
			resp, err := http.Post(n.URL, "application/json", bytes.NewReader(query))
			check(b, err)
			size, err := io.Copy(io.Discard, resp.Body)
			check(b, err)
			check(b, resp.Body.Close())
			if size < int64(*benchTransfers)*100 {
				b.Fatalf("an answer of %d bytes", size)
			}
		}
	})
	b.Run("scan", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			c.store = openStore(b)
			b.StartTimer()
			res, err := run1(b.Context(), c.scanner(), Options{Tokens: []common.Address{token}})
			check(b, err)
			if res.Transfers != *benchTransfers || res.Check.Why == "" {
				b.Fatalf("%+v", res)
			}
		}
	})
}
