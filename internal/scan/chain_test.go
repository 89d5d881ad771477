package scan

import (
	"bytes"
	"context"
	_ "embed"
	"math/big"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/testchain"
)

//go:embed testdata/Oddity.hex
var oddityCode string

//go:embed testdata/Oddity.json
var oddityABI string

// bench is a node, a database and what a test does with them.
type bench struct {
	t     testing.TB
	n     *testchain.Node
	node  *node.Client
	store *store.Store
	nonce []uint64 // next of each key
	last  common.Hash
	mined uint64 // the block of the last one that was sent; geth's head may be an empty block after it
}

// apart is a bench with a database of its own that only reads the chain, through c.
func apart(t testing.TB, n *testchain.Node, c *node.Client) *bench {
	t.Helper()
	return &bench{t: t, n: n, node: c, store: openStore(t)}
}

func newBench(t testing.TB, n *testchain.Node) *bench {
	t.Helper()
	b := &bench{t: t, n: n, node: dial(t, n.URL), store: openStore(t), nonce: make([]uint64, len(n.Keys))}
	b.renonce()
	return b
}

// renonce takes the nonces from the node, after a reorg.
func (b *bench) renonce() {
	for i := range b.n.Keys {
		n, err := b.n.Client().NonceAt(b.t.Context(), b.n.Address(i), nil)
		check(b.t, err)
		b.nonce[i] = n
	}
}

func dial(t testing.TB, url string) *node.Client {
	t.Helper()
	c, err := node.Dial(t.Context(), node.Options{URLs: []string{url}})
	check(t, err)
	t.Cleanup(c.Close)
	return c
}

func openStore(t testing.TB) *store.Store {
	t.Helper()
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "db.sqlite"))
	check(t, err)
	t.Cleanup(func() { check(t, st.Close()) })
	return st
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// post sends a transaction of key i without waiting.
func (b *bench) post(i int, to *common.Address, data []byte) common.Hash {
	b.t.Helper()
	return b.postGas(i, to, data, 5_000_000)
}

// postGas is post with a gas limit.
func (b *bench) postGas(i int, to *common.Address, data []byte, gas uint64) common.Hash {
	b.t.Helper()
	tx, err := types.SignNewTx(b.n.Keys[i], types.LatestSignerForChainID(new(big.Int).SetUint64(b.n.ChainID)), &types.DynamicFeeTx{
		ChainID: new(big.Int).SetUint64(b.n.ChainID), Nonce: b.nonce[i], To: to, Data: data, Gas: gas,
		GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(50e9),
	})
	check(b.t, err)
	check(b.t, b.n.Client().SendTransaction(b.t.Context(), tx))
	b.nonce[i]++
	b.last = tx.Hash()
	return tx.Hash()
}

// send is post, and waits until the transaction is mined with success.
func (b *bench) send(i int, to *common.Address, data []byte) *types.Receipt {
	b.t.Helper()
	r := b.n.WaitMined(b.post(i, to, data))
	if r.Status != 1 {
		b.t.Fatalf("a transaction failed in block %d", r.BlockNumber)
	}
	b.mined = r.BlockNumber.Uint64()
	return r
}

// plain deploys a TestToken whose supply key 0 holds.
func (b *bench) plain(supply int64) common.Address {
	b.t.Helper()
	data, err := contract.Builtin().DeployTestToken("Plain token", "PLN", 2, big.NewInt(supply))
	check(b.t, err)
	return b.send(0, nil, data).ContractAddress
}

// oddity deploys an Oddity that answers as a token of no decimals.
func (b *bench) oddity() (common.Address, func(method string, args ...any) *types.Receipt) {
	b.t.Helper()
	parsed, err := abi.JSON(strings.NewReader(oddityABI))
	check(b.t, err)
	a := b.send(0, nil, common.FromHex(strings.TrimSpace(oddityCode))).ContractAddress
	return a, func(method string, args ...any) *types.Receipt {
		b.t.Helper()
		data, err := parsed.Pack(method, args...)
		check(b.t, err)
		return b.send(0, &a, data)
	}
}

func (b *bench) transfer(key int, token, to common.Address, raw int64) *types.Receipt {
	b.t.Helper()
	return b.send(key, &token, contract.Transfer(to, big.NewInt(raw)))
}

func (b *bench) scanner() *Scanner {
	return New(b.store, b.node, b.n.ChainID, Finality{Tag: "finalized"})
}

// run1 runs a scan of one token.
func run1(ctx context.Context, s *Scanner, opts Options) (*Result, error) {
	results, err := s.Run(ctx, opts)
	if len(results) == 0 {
		return nil, err
	}
	return results[0], err
}

// scan runs a scan with reconciliation that must succeed.
func (b *bench) scan(token common.Address, change ...func(*Options)) *Result {
	b.t.Helper()
	opts := Options{Tokens: []common.Address{token}, Reconcile: true}
	for _, f := range change {
		f(&opts)
	}
	res, err := run1(b.t.Context(), b.scanner(), opts)
	check(b.t, err)
	return res
}

// table returns the cap table as lines, at a block or (nil) now.
func (b *bench) table(token common.Address, at *uint64) string {
	b.t.Helper()
	return tableOf(b.t, b.store, b.n.ChainID, token, at)
}

func tableOf(t testing.TB, st *store.Store, chain uint64, token common.Address, at *uint64) string {
	t.Helper()
	table, err := captable.Build(context.Background(), st, captable.Query{Chain: chain, Token: token, AtBlock: at, IncludeEmpty: true, Accuracy: 4})
	check(t, err)
	var s strings.Builder
	for _, row := range table.Cells() {
		s.WriteString(strings.Join(row, " ") + "\n")
	}
	return s.String()
}

// agrees checks the table of a block against the node's word on every holder.
func (b *bench) agrees(token common.Address, block uint64) {
	b.t.Helper()
	table, err := captable.Build(b.t.Context(), b.store, captable.Query{Chain: b.n.ChainID, Token: token, AtBlock: &block, IncludeEmpty: true})
	check(b.t, err)
	sum := new(big.Int)
	for _, row := range table.Rows {
		view := contract.BalanceOf(row.Address)
		ret, err := b.node.CallContract(b.t.Context(), node.CallMsg{To: &token, Data: view.Data}, node.At(block))
		check(b.t, err)
		want, err := view.Decode(ret)
		check(b.t, err)
		if want.Cmp(row.BalanceRaw.Int()) != 0 {
			b.t.Errorf("block %d: %s has %s, the node says %s", block, row.Address, row.BalanceRaw, want)
		}
		sum.Add(sum, want)
	}
	if sum.Cmp(table.AccountedSupplyRaw.Int()) != 0 {
		b.t.Errorf("block %d: accounted supply %s, the node's balances sum to %s", block, table.AccountedSupplyRaw, sum)
	}
}

func word(v any) []byte {
	switch v := v.(type) {
	case common.Address:
		return common.LeftPadBytes(v[:], 32)
	case int:
		return common.LeftPadBytes(big.NewInt(int64(v)).Bytes(), 32)
	case *big.Int:
		return common.LeftPadBytes(v.Bytes(), 32)
	}
	panic("unknown")
}

func topic(v any) [32]byte { return [32]byte(word(v)) }

// text is the ABI encoding of a string.
func text(s string) []byte {
	pad := make([]byte, (32-len(s)%32)%32)
	return bytes.Join([][]byte{word(32), word(len(s)), []byte(s), pad}, nil)
}

func ptr[T any](v T) *T { return &v }
