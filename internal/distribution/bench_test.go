package distribution_test

import (
	"bytes"
	"context"
	"fmt"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/distribution"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/testchain"
)

const benchRows = 10_000

// BenchmarkPrepare10k compares the way from a file of 10,000 rows to a committed outbox, without the time that the node
// takes, with what nobody can do without: signing 10,000 transactions, on one core. The target of the ratio is 2.5.
func BenchmarkPrepare10k(b *testing.B) {
	chain := testchain.Embedded(b)
	r := newRig(b, chain)
	token := r.token(18, 10_000_000, common.Address{})
	r.settle()
	var file bytes.Buffer
	file.WriteString("external_id,email,name,address,amount\n")
	for i := range benchRows {
		fmt.Fprintf(&file, "holder-%06d,h%d@example.com,Holder %d,%s,%d.25\n", i, i, i, holder(i).Hex(), 1+i%900)
	}
	alone := signAlone(b, r, token)
	var spent, waited time.Duration
	for b.Loop() {
		b.StopTimer()
		r := newRig(b, chain)
		node := r.box.Node.Elapsed()
		b.StartTimer()
		start := time.Now()
		rows, _, err := distribution.ReadCSV(bytes.NewReader(file.Bytes()), "holders.csv")
		if err != nil {
			b.Fatal(err)
		}
		r.distribute(token, rows, benchRows, 0)
		took := r.box.Node.Elapsed() - node
		spent += time.Since(start) - took
		waited += took
	}
	each := spent / time.Duration(b.N)
	b.ReportMetric(float64(each.Milliseconds()), "ms-own/op")
	b.ReportMetric(float64((waited / time.Duration(b.N)).Milliseconds()), "ms-node/op")
	b.ReportMetric(float64(alone.Milliseconds()), "ms-signing")
	b.ReportMetric(each.Seconds()/alone.Seconds(), "ratio")
}

// signAlone signs as many transactions as the distribution has, and nothing else.
func signAlone(b *testing.B, r *rig, token common.Address) time.Duration {
	b.Helper()
	chain := new(big.Int).SetUint64(r.box.ChainID)
	data := eth.AppendTags(contract.Transfer(holder(1), units(1, 18)), eth.TagOf(r.box.ChainID, token, "x"))
	start := time.Now()
	for n := range uint64(benchRows) {
		tx := types.NewTx(&types.DynamicFeeTx{ChainID: chain, Nonce: n, GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(3e9), Gas: 90_000, To: &token, Data: data})
		signed, err := r.box.Signer.Sign(context.Background(), tx, chain)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := signed.MarshalBinary(); err != nil {
			b.Fatal(err)
		}
	}
	return time.Since(start)
}
