package e2e

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/sto-project/sto/internal/testchain"
)

// This file asks the chain by itself, without the program's own packages, so that both can't be wrong alike.

// transferTopic is the topic of Transfer(address,address,uint256).
var transferTopic = crypto.Keccak256Hash([]byte("Transfer(address,address,uint256)"))

func selector(signature string) []byte { return crypto.Keccak256([]byte(signature))[:4] }

func word(v *big.Int) []byte { return common.LeftPadBytes(v.Bytes(), 32) }

func call(signature string, words ...[]byte) []byte {
	data := selector(signature)
	for _, w := range words {
		data = append(data, common.LeftPadBytes(w, 32)...)
	}
	return data
}

// balancesAt asks the token what each of the holders has at a block; nil: the latest.
func balancesAt(t testing.TB, n *testchain.Node, token common.Address, block *big.Int, holders ...common.Address) []*big.Int {
	t.Helper()
	at := "latest"
	if block != nil {
		at = hexutil.EncodeBig(block)
	}
	out := make([]*big.Int, 0, len(holders))
	for len(holders) > 0 {
		part := holders[:min(500, len(holders))]
		holders = holders[len(part):]
		answers := make([]hexutil.Bytes, len(part))
		batch := make([]rpc.BatchElem, len(part))
		for i, h := range part {
			batch[i] = rpc.BatchElem{Method: "eth_call", Result: &answers[i],
				Args: []any{map[string]any{"to": token, "data": hexutil.Bytes(call("balanceOf(address)", h[:]))}, at}}
		}
		if err := n.RPC().BatchCallContext(context.Background(), batch); err != nil {
			t.Fatal(err)
		}
		for i, b := range batch {
			if b.Error != nil {
				t.Fatalf("balanceOf %s at %s: %v", part[i], at, b.Error)
			}
			out = append(out, new(big.Int).SetBytes(answers[i])) // no code yet: nothing, 0
		}
	}
	return out
}

func balance(t testing.TB, n *testchain.Node, token, holder common.Address) *big.Int {
	t.Helper()
	return balancesAt(t, n, token, nil, holder)[0]
}

// payment is one Transfer from the account.
type payment struct {
	to  common.Address
	raw *big.Int
	tx  common.Hash
}

// payments are the token's Transfer events from an account, in the order of the chain.
func payments(t testing.TB, n *testchain.Node, token, from common.Address) []payment {
	t.Helper()
	logs, err := n.Client().FilterLogs(context.Background(), ethereum.FilterQuery{FromBlock: big.NewInt(0), Addresses: []common.Address{token},
		Topics: [][]common.Hash{{transferTopic}, {common.BytesToHash(from[:])}}})
	if err != nil {
		t.Fatal(err)
	}
	out := make([]payment, len(logs))
	for i, l := range logs {
		out[i] = payment{common.BytesToAddress(l.Topics[2][:]), new(big.Int).SetBytes(l.Data), l.TxHash}
	}
	return out
}

// paidOnce fails the test unless the account has paid exactly the rows, each once.
func paidOnce(t testing.TB, n *testchain.Node, token, from common.Address, rows ...row) {
	t.Helper()
	got := map[common.Address][]*big.Int{}
	for _, p := range payments(t, n, token, from) {
		got[p.to] = append(got[p.to], p.raw)
	}
	for _, r := range rows {
		have := got[r.to]
		if len(have) == 0 {
			t.Errorf("%s was never paid to %s", r.id, r.to)
			continue
		}
		if have[0].Cmp(r.raw) != 0 {
			t.Errorf("%s: paid %s, want %s", r.id, have[0], r.raw)
		}
		if got[r.to] = have[1:]; len(have) > 1 {
			t.Errorf("%s was paid %d times", r.id, len(have))
		}
	}
	for to, rest := range got {
		if len(rest) > 0 {
			t.Errorf("%s got %d payments that no row asked for", to, len(rest))
		}
	}
}

// tagOf is the mark of an external id on the chain, as docs/outbox.md defines it.
func tagOf(chain uint64, token common.Address, id string) [16]byte {
	b := append([]byte("sto-external-id-v1"), 0)
	b = binary.BigEndian.AppendUint64(b, chain)
	b = append(append(b, token[:]...), id...)
	sum := sha256.Sum256(b)
	return [16]byte(sum[:16])
}

// taggedOnce fails the test unless each row's tag ends exactly one successful transaction of its own.
func taggedOnce(t testing.TB, n *testchain.Node, token, from common.Address, rows ...row) {
	t.Helper()
	found := map[[16]byte]int{}
	for _, p := range payments(t, n, token, from) {
		tx, _, err := n.Client().TransactionByHash(context.Background(), p.tx)
		if err != nil {
			t.Fatal(err)
		}
		if data := tx.Data(); len(data) == 4+64+16 {
			found[[16]byte(data[4+64:])]++
		}
	}
	for _, r := range rows {
		if n := found[tagOf(n.ChainID, token, r.id)]; n != 1 {
			t.Errorf("the tag of %s is on the chain %d times", r.id, n)
		}
	}
}

// nonce is how many transactions of the account are mined.
func nonce(t testing.TB, n *testchain.Node, a common.Address) uint64 {
	t.Helper()
	count, err := n.Client().NonceAt(context.Background(), a, nil)
	if err != nil {
		t.Fatal(err)
	}
	return count
}

// act sends a transaction of a key directly, past the program, and waits for its success. to nil: a deployment, whose
// address is returned.
func act(t testing.TB, n *testchain.Node, key int, to *common.Address, data []byte) common.Address {
	t.Helper()
	return actWith(t, n, key, types.DynamicFeeTx{To: to, Data: data, Gas: 8_000_000, GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(2e10)})
}

func actWith(t testing.TB, n *testchain.Node, key int, tx types.DynamicFeeTx) common.Address {
	t.Helper()
	ctx := context.Background()
	count, err := n.Client().PendingNonceAt(ctx, n.Address(key))
	if err != nil {
		t.Fatal(err)
	}
	tx.ChainID, tx.Nonce = new(big.Int).SetUint64(n.ChainID), count
	signed := types.MustSignNewTx(n.Keys[key], types.LatestSignerForChainID(tx.ChainID), &tx)
	if err := n.Client().SendTransaction(ctx, signed); err != nil {
		t.Fatal(err)
	}
	r := n.WaitMined(signed.Hash())
	if r.Status != 1 {
		t.Fatalf("the test's own transaction failed: %s", signed.Hash())
	}
	return r.ContractAddress
}

// drain sends away all but a little of a key's ETH.
func drain(t testing.TB, n *testchain.Node, key int) {
	t.Helper()
	have, err := n.Client().BalanceAt(context.Background(), n.Address(key), nil)
	if err != nil {
		t.Fatal(err)
	}
	fee := big.NewInt(2e9)
	actWith(t, n, key, types.DynamicFeeTx{To: ptr(n.Address(2)), Gas: 21_000, GasTipCap: big.NewInt(1e9), GasFeeCap: fee,
		Value: have.Sub(have, new(big.Int).Mul(fee, big.NewInt(21_000)))})
}

// oddToken deploys a token of internal/contract/testdata/odd with the node's first key, which gets what there is of it.
func oddToken(t testing.TB, n *testchain.Node, name string) common.Address {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "contract", "testdata", "odd", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Bytecode string }
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	code, err := hex.DecodeString(strings.TrimPrefix(file.Bytecode, "0x"))
	if err != nil {
		t.Fatal(err)
	}
	return act(t, n, 0, nil, code)
}

// shares is a number of raw units of a token with 18 decimals.
func shares(text string) *big.Int {
	whole, frac, _ := strings.Cut(text, ".")
	raw, ok := new(big.Int).SetString(whole+frac+strings.Repeat("0", 18-len(frac)), 10)
	if !ok {
		panic("not a number: " + text)
	}
	return raw
}
