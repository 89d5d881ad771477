package node_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/big"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/testchain"
)

func TestReadsOnChains(t *testing.T) {
	onAll(t, func(x *chain) {
		fresh := x.Market()
		if fresh.Tip == nil || fresh.Tip.Sign() <= 0 || fresh.BaseFee == nil {
			x.Errorf("market of a fresh chain: %+v", fresh)
		}
		to := x.deploy(storer)
		x.Mine(2)
		head, err := x.c.Header(background, node.Latest)
		if err != nil || head.Number != x.Head() || head.BaseFee == nil || head.GasLimit == 0 || head.Time == 0 {
			x.Fatalf("%v, %+v", err, head)
		}
		byHash, err := x.c.Header(background, node.AtHash(head.Hash))
		if err != nil || byHash.Number != head.Number {
			x.Errorf("by hash: %v, %+v", err, byHash)
		}
		parent, err := x.c.Header(background, node.At(head.Number-1))
		if err != nil || parent.Hash != head.Parent {
			x.Errorf("parent: %v, %+v", err, parent)
		}
		for _, b := range []node.Block{node.At(1 << 40), node.AtHash(common.Hash{1})} {
			if _, err := x.c.Header(background, b); !errors.Is(err, node.ErrNotFound) {
				x.Errorf("header of %s: %v", b, err)
			}
		}
		for _, b := range []node.Block{node.Safe, node.Finalized} {
			if h, err := x.c.Header(background, b); err != nil || h.Number > head.Number {
				x.Errorf("%s: %v, %+v", b, err, h)
			}
		}
		hs, err := x.c.Headers(background, []uint64{head.Number, 0, 1 << 40})
		if err != nil || hs[0].Hash != head.Hash || hs[1].Number != 0 || hs[2] != nil {
			x.Errorf("headers: %v, %+v", err, hs)
		}
		for _, b := range []node.Block{node.Latest, node.At(head.Number), node.AtHash(head.Hash)} {
			n, err := x.c.Nonce(background, x.Address(0), b)
			if err != nil || n != 1 {
				x.Errorf("nonce at %s: %v, %d", b, err, n)
			}
			balance, err := x.c.Balance(background, x.Address(1), b)
			if err != nil || balance.Cmp(big.NewInt(1e18)) < 0 {
				x.Errorf("balance at %s: %v, %v", b, err, balance)
			}
			code, err := x.c.Code(background, *to, b)
			if err != nil || !bytes.Equal(code, bin(t, storer)) {
				x.Errorf("code at %s: %v, %x", b, err, code)
			}
		}
		if _, err := x.c.Nonce(background, x.Address(0), node.At(1<<40)); !errors.Is(err, node.ErrNotFound) && !errors.Is(err, node.ErrAheadOfHead) {
			x.Errorf("nonce of the future: %v", err)
		}
		if v, err := x.c.Version(background); err != nil || v == "" {
			x.Errorf("version %q, %v", v, err)
		}
		if behind, words, err := x.c.Syncing(background); err != nil || behind {
			x.Errorf("syncing %v %q, %v", behind, words, err)
		}
		if m := x.Market(); m.Tip.Sign() <= 0 || m.BaseFee == nil || m.GasPrice == nil {
			x.Errorf("market: %+v", m)
		}
		if x.c.Elapsed() <= 0 || x.c.Elapsed() > time.Minute {
			x.Errorf("elapsed %v", x.c.Elapsed())
		}
	})
}

func (x *chain) Market() node.Market {
	x.Helper()
	m, err := x.c.Market(background)
	if err != nil {
		x.Fatal(err)
	}
	return m
}

func TestTransactionsOnChains(t *testing.T) {
	onAll(t, func(x *chain) {
		store := x.deploy(storer)
		var receipts []*types.Receipt
		for i := range uint64(5) {
			receipts = append(receipts, x.do(store, word(i+1)))
		}
		hashes := []common.Hash{receipts[0].TxHash, {1, 2, 3}, receipts[4].TxHash}
		got, err := x.c.Receipts(background, hashes)
		if err != nil {
			x.Fatal(err)
		}
		want := receipts[4]
		if got[0] == nil || got[1] != nil || got[2] == nil || got[2].BlockNumber != want.BlockNumber.Uint64() || got[2].Status != 1 ||
			got[2].BlockHash != want.BlockHash || got[2].GasUsed != want.GasUsed || got[2].EffectiveGasPrice.Cmp(want.EffectiveGasPrice) != 0 {
			x.Errorf("receipts %+v", got)
		}
		txs, err := x.c.TxsByIndex(background, []node.TxAt{{BlockHash: want.BlockHash, Index: uint64(want.TransactionIndex)}, {BlockHash: want.BlockHash, Index: 99}, {BlockHash: common.Hash{9}}})
		if err != nil {
			x.Fatal(err)
		}
		if txs[1] != nil || txs[2] != nil || txs[0] == nil || txs[0].Hash != want.TxHash || txs[0].From != x.Address(0) || txs[0].Nonce != 5 ||
			*txs[0].To != *store || !bytes.Equal(txs[0].Input, word(5)) || *txs[0].BlockNumber != want.BlockNumber.Uint64() {
			x.Errorf("transactions %+v", txs[0])
		}
		head := x.Head()
		for nonce := range uint64(6) {
			tx, err := x.c.TxBySenderNonce(background, x.Address(0), nonce, 0, head)
			if err != nil || tx.Nonce != nonce || tx.From != x.Address(0) || (tx.To == nil) != (nonce == 0) {
				x.Errorf("transaction %d: %v, %+v", nonce, err, tx)
			}
		}
		last := want.BlockNumber.Uint64() // geth may have sealed an empty one upon it
		for _, r := range [][3]uint64{{6, 0, head}, {5, 0, last - 1}, {0, last, head}, {0, 2, 1}} {
			if tx, err := x.c.TxBySenderNonce(background, x.Address(0), r[0], r[1], r[2]); !errors.Is(err, node.ErrNotFound) {
				x.Errorf("transaction %d of blocks %d to %d: %v, %+v", r[0], r[1], r[2], err, tx)
			}
		}
	})
}

func TestSendOnChains(t *testing.T) {
	onAll(t, func(x *chain) {
		poor, _ := freshKey(t)
		good := x.tx(x.Keys[0], 0, nil, creation(t, storer))
		gas := func(n uint64) func(*types.DynamicFeeTx) { return func(d *types.DynamicFeeTx) { d.Gas = n } }
		fees := func(tip, limit int64) func(*types.DynamicFeeTx) {
			return func(d *types.DynamicFeeTx) { d.GasTipCap, d.GasFeeCap = big.NewInt(tip), big.NewInt(limit) }
		}
		to := x.Address(2)
		for _, tc := range []struct {
			name string
			tx   *types.Transaction
			want []node.Outcome
		}{
			{"good", good, []node.Outcome{node.Accepted}},
			{"the same again", good, []node.Outcome{node.Known, node.NonceLow}},
			{"no funds", x.tx(poor, 0, &to, nil), []node.Outcome{node.NoFunds}},
			{"too little gas", x.tx(x.Keys[1], 0, &to, nil, gas(20_000)), []node.Outcome{node.Rejected}},
			{"too much gas", x.tx(x.Keys[1], 0, &to, nil, gas(node.MaxTxGas+1)), []node.Outcome{node.Rejected}},
			{"tip above cap", x.tx(x.Keys[1], 0, &to, nil, fees(2e9, 1e9)), []node.Outcome{node.Rejected}},
			{"another chain", x.tx(x.Keys[1], 0, &to, nil, func(d *types.DynamicFeeTx) { d.ChainID = big.NewInt(5) }), []node.Outcome{node.Rejected}},
			{"ahead of its turn", x.tx(x.Keys[1], 7, &to, nil), []node.Outcome{node.Accepted}},
			{"ahead of its turn, again", x.tx(x.Keys[1], 7, &to, nil), []node.Outcome{node.Known}},
			{"a replacement that pays too little", x.tx(x.Keys[1], 7, &to, nil, gas(50_000)), []node.Outcome{node.Underpriced}},
		} {
			if x.Kind == testchain.KindAnvil && tc.tx.Gas() > node.MaxTxGas { // it takes any amount
				continue
			}
			r := x.send(tc.tx)
			ok := false
			for _, w := range tc.want {
				ok = ok || r.Outcome == w
			}
			if !ok {
				x.Errorf("%s: %v (%v), want %v", tc.name, r.Outcome, r.Err, tc.want)
			}
			if tc.tx == good && r.Outcome == node.Accepted {
				x.WaitMined(good.Hash())
			}
		}
		if r := x.send(x.tx(x.Keys[0], 0, &to, nil)); r.Outcome != node.NonceLow {
			x.Errorf("a used nonce: %v (%v)", r.Outcome, r.Err)
		}
		if r := x.c.SendRaw(background, [][]byte{{2}, {}, []byte("junk")}); r[0].Outcome == node.Accepted || r[1].Outcome == node.Accepted || r[2].Outcome == node.Accepted {
			x.Errorf("junk: %+v", r)
		}
	})
}

func TestCallsOnChains(t *testing.T) {
	onAll(t, func(x *chain) {
		echo, no, bad, burn := x.deploy(answers), x.deploy(reverter), x.deploy(invalid), x.deploy(burner)
		from := x.Address(0)
		got, err := x.c.CallMany(background, []node.CallMsg{
			{From: from, To: echo, Data: word(42)}, {From: from, To: no}, {From: from, To: bad}, {From: from, To: burn, Gas: 100_000}, {From: from, To: &from},
		}, node.Latest)
		if err != nil {
			x.Fatal(err)
		}
		if got[0].Err != nil || !bytes.Equal(got[0].Return, word(42)) || got[4].Err != nil || len(got[4].Return) != 0 {
			x.Errorf("results %+v", got)
		}
		for i, data := range map[int]string{1: "deadbeef", 2: "", 3: ""} {
			var r *node.RevertError
			if !errors.As(got[i].Err, &r) || fmt.Sprintf("%x", r.Data) != data || r.Message == "" {
				x.Errorf("result %d: %+v", i, got[i])
			}
		}
		var r *node.RevertError
		if _, err := x.c.CallContract(background, node.CallMsg{To: no}, node.At(x.Head())); !errors.As(err, &r) || len(r.Data) != 4 {
			x.Errorf("revert at a height: %v", err)
		}
		if _, err := x.c.EstimateGas(background, node.CallMsg{From: from, To: no}, node.Latest); !errors.As(err, &r) || len(r.Data) != 4 {
			x.Errorf("estimate of a revert: %v", err)
		}
		if _, err := x.c.EstimateGas(background, node.CallMsg{From: from, To: bad}, node.Latest); !errors.As(err, &r) {
			x.Errorf("estimate of an invalid instruction: %v", err)
		}
		if gas, err := x.c.EstimateGas(background, node.CallMsg{From: from, To: echo, Data: word(1)}, node.Latest); err != nil || gas < 21_000 || gas > 30_000 {
			x.Errorf("estimate %d, %v", gas, err)
		}
		_, poor := freshKey(t)
		if _, err := x.c.EstimateGas(background, node.CallMsg{From: poor, To: echo, Value: big.NewInt(1e18)}, node.Latest); x.Kind != testchain.KindAnvil && fault.ClassOf(err) != fault.Funds {
			x.Errorf("estimate without funds: %v", err)
		}
		many := make([]node.CallMsg, 1300)
		for i := range many {
			many[i] = node.CallMsg{From: from, To: echo, Data: word(uint64(i))}
		}
		got, err = x.c.CallMany(background, many, node.Latest)
		if err != nil {
			x.Fatal(err)
		}
		for i := range got {
			if !bytes.Equal(got[i].Return, word(uint64(i))) {
				x.Fatalf("call %d: %+v", i, got[i])
			}
		}
	})
}

func TestLogsOnChains(t *testing.T) {
	onAll(t, func(x *chain) {
		to, other := x.deploy(emitter), x.deploy(emitter)
		first := x.Head() + 1
		for i := range uint64(4) {
			x.do(to, word(i%2))
			x.do(other, word(i%2))
		}
		head := x.Head()
		logs, h, err := x.c.Logs(background, node.LogQuery{Addresses: []common.Address{*to}, Topics: [][]common.Hash{{common.BytesToHash(word(1)), {9}}}, From: first, To: head})
		if err != nil {
			x.Fatal(err)
		}
		if len(logs) != 2 || logs[0].Address != *to || logs[0].Topics[0] != common.BytesToHash(word(1)) || h.Number != head || logs[0].Time == 0 || len(logs[0].Data) != 0 {
			x.Errorf("%+v, %+v", logs, h)
		}
		logs, _, err = x.c.Logs(background, node.LogQuery{Addresses: []common.Address{*to, *other}, From: 0, To: head})
		if err != nil || len(logs) != 8 {
			x.Errorf("%v, %+v", err, logs)
		}
		for i := 1; i < len(logs); i++ {
			if logs[i-1].BlockNumber > logs[i].BlockNumber {
				x.Errorf("out of order: %+v", logs)
			}
		}
		if logs, h, err := x.c.Logs(background, node.LogQuery{From: 0, To: 0}); err != nil || len(logs) != 0 || h.Number != 0 {
			x.Errorf("no logs: %v, %v, %+v", err, logs, h)
		}
		_, _, err = x.c.Logs(background, node.LogQuery{Addresses: []common.Address{*to}, From: 0, To: head + 1000})
		if !errors.Is(err, node.ErrAheadOfHead) {
			x.Errorf("ahead of the head: %v", err)
		}
	})
}

func TestOldStateIsGone(t *testing.T) {
	n := testchain.Geth(t)
	x := connect(t, n, n.URL)
	x.do(&common.Address{1}, nil)
	x.Mine(200)
	if _, err := x.c.Balance(background, x.Address(0), node.At(2)); !errors.Is(err, node.ErrNoState) || !strings.Contains(fault.Hint(err), "archive") {
		t.Errorf("balance at an old block: %v (hint %q)", err, fault.Hint(err))
	}
	if _, err := x.c.TxBySenderNonce(background, x.Address(0), 0, 0, n.Head()); !errors.Is(err, node.ErrNoState) {
		t.Errorf("search in old blocks: %v", err)
	}
}

func TestWebSocket(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	n := testchain.Geth(t, testchain.Args("--ws", "--ws.addr", "127.0.0.1", "--ws.port", port))
	for end := time.Now().Add(30 * time.Second); ; time.Sleep(10 * time.Millisecond) { // it opens after the HTTP port
		conn, err := net.Dial("tcp", "127.0.0.1:"+port)
		if err == nil {
			if err := conn.Close(); err != nil {
				t.Fatal(err)
			}
			break
		}
		if time.Now().After(end) {
			t.Fatalf("geth does not open its WebSocket port: %v", err)
		}
	}
	x := connect(t, n, "ws://user:secret@127.0.0.1:"+port+"/")
	to := x.deploy(emitter)
	x.do(to, word(1))
	if logs, _, err := x.c.Logs(background, node.LogQuery{Addresses: []common.Address{*to}, To: x.Head()}); err != nil || len(logs) != 1 {
		t.Errorf("%v, %+v", err, logs)
	}
	n.Kill()
	_, err = x.c.Header(background, node.Latest)
	if fault.ClassOf(err) != fault.Node || strings.Contains(err.Error(), "secret") {
		t.Errorf("without a node: %v", err)
	}
	n.Start()
	if _, err := x.c.Header(background, node.Latest); err != nil {
		t.Errorf("the client did not reconnect: %v", err)
	}
}
