package outbox_test

import (
	"context"
	"database/sql"
	"fmt"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/testchain"
)

const benchRows = 10_000

// BenchmarkBroadcast10k compares the way of 10,000 waiting payments into the blocks of a real geth with a bare loop that
// sends the same bytes, as many in a request and as many on the way at once, and does nothing else: no look at fees,
// balance, code or receipts, no simulation, no database. The target of the ratio is 1.25.
func BenchmarkBroadcast10k(b *testing.B) {
	y := newYard(b, benchRows)
	raws := y.raws(b)
	var own, bare time.Duration
	for b.Loop() {
		y.reset()
		start := time.Now()
		y.bareSend(raws)
		bare += time.Since(start)

		y.reset()
		r := newRig(b, y.chain, copyDatabase(b, y.path), oneGwei)
		start = time.Now()
		ctx, cancel := context.WithCancel(b.Context()) // as the program's own, which an interrupt ends
		if _, err := r.Broadcast(ctx, outbox.BroadcastOptions{}); err != nil {
			b.Fatal(err)
		}
		cancel()
		y.mined(benchRows)
		own += time.Since(start)
		if got := r.balance(y.token, payee(benchRows-1)); got != benchRows {
			b.Fatalf("the last receiver holds %d", got)
		}
	}
	b.ReportMetric(own.Seconds()/float64(b.N), "s-own/op")
	b.ReportMetric(bare.Seconds()/float64(b.N), "s-bare/op")
	b.ReportMetric(own.Seconds()/bare.Seconds(), "ratio")
}

// BenchmarkUpdate10k compares the update of 10,000 payments that were sent and are in blocks with the calls of
// eth_getTransactionReceipt that it can't do without, in batches of the same size: at first, when none of them is known as
// mined, and again, when all are and none is final. The target of the ratios is 1.25.
func BenchmarkUpdate10k(b *testing.B) {
	y := newYard(b, benchRows)
	raws := y.raws(b)
	y.reset()
	y.bareSend(raws)
	sent := copyDatabase(b, y.path)
	expose(b, sent, 1, benchRows)
	var first, again, bare time.Duration
	for b.Loop() {
		r := newRig(b, y.chain, copyDatabase(b, sent), depth(1_000_000))
		start := time.Now()
		y.bareReceipts(raws)
		bare += time.Since(start)

		start = time.Now()
		if rep := r.update(); rep.Unfinal != benchRows {
			b.Fatalf("%d are mined", rep.Unfinal)
		}
		first += time.Since(start)

		start = time.Now()
		if rep := r.update(); rep.Unfinal != benchRows {
			b.Fatalf("%d are mined", rep.Unfinal)
		}
		again += time.Since(start)
	}
	b.ReportMetric(first.Seconds()/float64(b.N), "s-own/op")
	b.ReportMetric(again.Seconds()/float64(b.N), "s-again/op")
	b.ReportMetric(bare.Seconds()/float64(b.N), "s-bare/op")
	b.ReportMetric(first.Seconds()/bare.Seconds(), "ratio")
	b.ReportMetric(again.Seconds()/bare.Seconds(), "ratio-again")
}

// yard is a geth that can begin anew, and a database with payments that wait. They were prepared at the genesis block,
// so that the database fits every new beginning.
type yard struct {
	b     *testing.B
	chain *testchain.Node
	token common.Address
	path  string
}

func newYard(b *testing.B, rows int) *yard {
	b.Helper()
	y := &yard{b: b, chain: testchain.Geth(b)}
	y.token = deployed(y.chain.Address(1), 0)
	r := newRig(b, y.chain, "", oneGwei)
	y.path = r.path
	calls := make([]outbox.Call, rows)
	for n := range calls {
		c := pay(y.token, fmt.Sprintf("holder-%06d", n+1), int64(n+1))
		c.Data, c.Rows[0].To = contract.Transfer(payee(n), big.NewInt(int64(n+1))), payee(n)
		c.Gas, c.Checked = 80_000, true
		calls[n] = c
	}
	r.prepare(calls...)
	return y
}

// oneGwei fixes the tip, so that the bytes that were prepared are those that are sent.
func oneGwei(c *outbox.Config) { c.Fees.Tip = big.NewInt(1e9) }

// payee is the receiver of the row of an index.
func payee(n int) common.Address {
	return common.BytesToAddress(crypto.Keccak256([]byte(fmt.Sprint("payee ", n)))[12:])
}

// reset has the chain begin anew, with the token.
func (y *yard) reset() {
	y.b.Helper()
	y.chain.Reset()
	for _, tx := range y.setUp() {
		if err := y.chain.Client().SendTransaction(context.Background(), tx); err != nil {
			y.b.Fatal(err)
		}
		if r := y.chain.WaitMined(tx.Hash()); r.Status != 1 {
			y.b.Fatal("the token could not be made")
		}
	}
}

// setUp are the transactions that make the token and give the account all of it.
func (y *yard) setUp() []*types.Transaction {
	y.b.Helper()
	supply := big.NewInt(1e15)
	deploy, err := contract.Builtin().DeployTestToken("test_token", "TEST", 18, supply)
	if err != nil {
		y.b.Fatal(err)
	}
	out := make([]*types.Transaction, 2)
	for nonce, tx := range []types.LegacyTx{{Data: deploy}, {To: &y.token, Data: contract.Transfer(y.chain.Address(0), supply)}} {
		tx.Nonce, tx.Gas, tx.GasPrice = uint64(nonce), 3_000_000, big.NewInt(3e9)
		out[nonce] = types.MustSignNewTx(y.chain.Keys[1], types.LatestSignerForChainID(new(big.Int).SetUint64(y.chain.ChainID)), &tx)
	}
	return out
}

// raws are the bytes that wait in the database, in nonce order.
func (y *yard) raws(b *testing.B) [][]byte {
	b.Helper()
	r := newRig(b, y.chain, copyDatabase(b, y.path))
	var raws [][]byte
	if err := r.st.DB().Raw("SELECT raw FROM attempt ORDER BY id").Scan(&raws).Error; err != nil {
		b.Fatal(err)
	}
	return raws
}

// count is how many transactions of the account are mined.
func (y *yard) count() int {
	var n hexutil.Uint64
	y.chain.Call(&n, "eth_getTransactionCount", y.chain.Address(0), "latest")
	return int(n)
}

// mined waits until so many transactions of the account are mined.
func (y *yard) mined(n int) {
	y.b.Helper()
	for end := time.Now().Add(time.Minute); y.count() < n; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			y.b.Fatalf("%d of %d transactions are mined", y.count(), n)
		}
	}
}

// bareSend sends transactions within the outbox's window, and waits until all are mined.
func (y *yard) bareSend(raws [][]byte) {
	y.b.Helper()
	for sent := 0; ; time.Sleep(barePoll) {
		mined := y.count()
		if mined == len(raws) {
			return
		}
		next := min(mined+outbox.Window, len(raws))
		if next <= sent {
			continue
		}
		batch := make([]rpc.BatchElem, next-sent)
		for k := range batch {
			batch[k] = rpc.BatchElem{Method: "eth_sendRawTransaction", Args: []any{hexutil.Bytes(raws[sent+k])}, Result: new(common.Hash)}
		}
		y.batch(batch)
		sent = next
	}
}

// barePoll is how long the bare loop rests between its looks: the rest with which it is fastest.
const barePoll = 2 * time.Millisecond

// bareReceipts asks for the receipts of transactions.
func (y *yard) bareReceipts(raws [][]byte) {
	y.b.Helper()
	const atOnce = 500
	for len(raws) > 0 {
		batch := make([]rpc.BatchElem, min(atOnce, len(raws)))
		for k := range batch {
			batch[k] = rpc.BatchElem{Method: "eth_getTransactionReceipt", Args: []any{crypto.Keccak256Hash(raws[k])}, Result: new(*types.Receipt)}
		}
		y.batch(batch)
		for k := range batch {
			if r := *batch[k].Result.(**types.Receipt); r == nil || r.Status != 1 {
				y.b.Fatal("a transaction has no receipt, or failed")
			}
		}
		raws = raws[len(batch):]
	}
}

func (y *yard) batch(batch []rpc.BatchElem) {
	y.b.Helper()
	if err := y.chain.RPC().BatchCallContext(context.Background(), batch); err != nil {
		y.b.Fatal(err)
	}
	for _, e := range batch {
		if e.Error != nil {
			y.b.Fatal(e.Error)
		}
	}
}

// expose marks intents of a database as sent, by id, as broadcasts do; nothing is sent.
func expose(t testing.TB, path string, first, last int) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	for id := first; id <= last; id++ {
		for _, q := range []string{"UPDATE attempt SET exposed_at = signed_at + 1 WHERE intent_id = ?",
			"UPDATE intent SET state = 'pending', changed_at = changed_at + 1, cause = 'broadcast' WHERE id = ?"} {
			if _, err := tx.Exec(q, id); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}
