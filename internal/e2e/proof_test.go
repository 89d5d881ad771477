package e2e

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"math/big"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/testchain"
)

// TestProofWithoutUs does what docs/auditors.md tells who does not trust this program: it sends the proof's query to the
// node, adds up, and makes the table's hash.
func TestProofWithoutUs(t *testing.T) {
	t.Parallel()
	n := testchain.Geth(t)
	d := newDesk(t, n)
	token, rows := d.issue("PROOF", "1000"), makeRows("proof", 7)
	d.distribute(token, rows)
	d.send()
	d.settle()
	d.ok("token-scan", "--token-address", token.Hex())
	path := d.path("proof.json")
	d.ok("cap-table", "--token-address", token.Hex(), "--proof", path)
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var proof struct {
		Query struct {
			JSONRPC json.RawMessage `json:"json_rpc"`
		}
		Block   uint64
		Hash    common.Hash `json:"block_hash"`
		Table   string      `json:"table_sha256"`
		Entries []struct {
			Address common.Address
			Balance string `json:"balance_raw"`
		}
	}
	if err := json.Unmarshal(text, &proof); err != nil {
		t.Fatal(err)
	}
	answer, err := http.Post(n.URL, "application/json", bytes.NewReader(proof.Query.JSONRPC))
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	var logs struct{ Result []types.Log }
	if err := json.NewDecoder(answer.Body).Decode(&logs); err != nil {
		t.Fatal(err)
	}
	sums := map[string]*big.Int{}
	add := func(topic common.Hash, v *big.Int) {
		a := strings.ToLower(common.BytesToAddress(topic[:]).Hex())
		if sums[a] == nil {
			sums[a] = new(big.Int)
		}
		sums[a].Add(sums[a], v)
	}
	for _, l := range logs.Result {
		if l.Topics[0] == crypto.Keccak256Hash([]byte("Transfer(address,address,uint256)")) {
			v := new(big.Int).SetBytes(l.Data)
			add(l.Topics[2], v)
			add(l.Topics[1], v.Neg(v))
		}
	}
	delete(sums, strings.ToLower(common.Address{}.Hex()))
	var lines []string
	for a, v := range sums {
		lines = append(lines, fmt.Sprintf("%s,%s\n", a, v))
	}
	slices.Sort(lines)
	if got := fmt.Sprintf("%x", sha256.Sum256([]byte(strings.Join(lines, "")))); got != strings.TrimPrefix(proof.Table, "0x") || len(lines) != len(rows)+1 {
		t.Errorf("the hash of %d lines is %s, the proof's %s", len(lines), got, proof.Table)
	}
	for _, e := range proof.Entries {
		if v := sums[strings.ToLower(e.Address.Hex())]; v == nil || v.String() != e.Balance {
			t.Errorf("%s: %s, the proof says %s", e.Address, v, e.Balance)
		}
	}
	head, err := n.Client().HeaderByNumber(t.Context(), new(big.Int).SetUint64(proof.Block))
	if err != nil || head.Hash() != proof.Hash {
		t.Errorf("block %d: %v, %v", proof.Block, head, err)
	}
}
