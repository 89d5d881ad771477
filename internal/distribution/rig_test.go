package distribution_test

import (
	"context"
	"encoding/hex"
	"fmt"
	"math/big"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/distribution"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/signer"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/testchain"
)

type rig struct {
	t   testing.TB
	box *outbox.Outbox
	*distribution.Service
	keys int
}

// newRig is a service of Keys[0] on the chain, with a fresh database.
func newRig(t testing.TB, chain *testchain.Node, change ...func(*outbox.Config)) *rig {
	t.Helper()
	ctx := context.Background()
	st, err := store.Open(ctx, filepath.Join(t.TempDir(), "db.sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	s, err := signer.FromHex(hex.EncodeToString(crypto.FromECDSA(chain.Keys[0])))
	if err != nil {
		t.Fatal(err)
	}
	n, err := node.Dial(ctx, node.Options{URLs: []string{chain.URL}, ChainID: chain.ChainID})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(n.Close)
	c := outbox.Config{Store: st, Node: n, Signer: s, Sender: s.Address(), ChainID: chain.ChainID,
		Finality: outbox.Finality{Instant: true}, AutoFirstNonce: true}
	for _, f := range change {
		f(&c)
	}
	o := outbox.New(c)
	return &rig{t: t, box: o, Service: distribution.New(o, contract.Builtin())}
}

// again is a rig on the same database with another configuration.
func (r *rig) again(change func(*outbox.Config)) *rig {
	c := r.box.Config
	change(&c)
	o := outbox.New(c)
	return &rig{t: r.t, box: o, Service: distribution.New(o, contract.Builtin()), keys: r.keys + 1000}
}

func (r *rig) send() {
	r.t.Helper()
	if _, err := r.box.Broadcast(context.Background(), outbox.BroadcastOptions{}); err != nil {
		r.t.Fatalf("broadcast: %v", err)
	}
}

// settle sends all that waits and records what became of it.
func (r *rig) settle() {
	r.t.Helper()
	r.send()
	for range 100 {
		rep, err := r.box.Update(context.Background())
		if err != nil {
			r.t.Fatalf("update: %v", err)
		}
		if rep.Broadcasted+rep.Unfinal == 0 {
			return
		}
	}
	r.t.Fatal("transactions do not settle")
}

// plan prepares calls outside of the service under test, and returns what the first of them calls or creates.
func (r *rig) plan(make func(next uint64) []outbox.Call) common.Address {
	r.t.Helper()
	p, err := r.box.Prepare(context.Background(), outbox.Head{Command: "test"}, func(_ context.Context, next uint64) ([]outbox.Call, error) {
		calls := make(next)
		for i := range calls {
			r.keys++
			calls[i].Key, calls[i].Note = fmt.Sprintf("test-%d", r.keys), fmt.Sprintf("test %d", r.keys)
			calls[i].Explain = contract.Revert
		}
		return calls, nil
	})
	if err != nil {
		r.t.Fatalf("prepare: %v", err)
	}
	return p.New[0].To()
}

func (r *rig) call(to common.Address, kind string, data []byte) {
	r.t.Helper()
	r.plan(func(uint64) []outbox.Call { return []outbox.Call{{To: &to, Kind: kind, Data: data}} })
}

// registry plans a KYC registry that whitelists the account and others.
func (r *rig) registry(others ...common.Address) common.Address {
	r.t.Helper()
	data, err := contract.Builtin().DeployKycRegistry(r.box.Sender)
	if err != nil {
		r.t.Fatal(err)
	}
	return r.plan(func(next uint64) []outbox.Call {
		at := crypto.CreateAddress(r.box.Sender, next)
		calls := []outbox.Call{{Data: data, Kind: outbox.KindKycDeploy}}
		for _, a := range append([]common.Address{r.box.Sender}, others...) {
			calls = append(calls, outbox.Call{To: &at, Data: contract.SetWhitelisted(a, true), Kind: outbox.KindKycSet, AfterCalls: []int{0}, Gas: 100_000})
		}
		return calls
	})
}

// token plans a token of ours with shares for the account; the zero address for no policy.
func (r *rig) token(decimals uint8, shares int64, policy common.Address) common.Address {
	r.t.Helper()
	data, err := contract.Builtin().DeploySecurityToken("Acme", "ACME", "https://acme.example", decimals, r.box.Sender)
	if err != nil {
		r.t.Fatal(err)
	}
	open, err := r.box.Unsettled(context.Background())
	if err != nil {
		r.t.Fatal(err)
	}
	var after []int64
	for _, i := range open {
		after = append(after, i.ID)
	}
	return r.plan(func(next uint64) []outbox.Call {
		at := crypto.CreateAddress(r.box.Sender, next)
		calls := []outbox.Call{{Data: data, Kind: outbox.KindTokenDeploy}}
		before := []int{0}
		if policy != (common.Address{}) {
			calls = append(calls, outbox.Call{To: &at, Data: contract.SetPolicy(policy), Kind: outbox.KindPolicySet, AfterCalls: before, After: after, Gas: 120_000})
			before = []int{0, 1}
		}
		return append(calls, outbox.Call{To: &at, Data: contract.Issue(r.box.Sender, units(shares, decimals)), Kind: outbox.KindIssue, AfterCalls: before, After: after, Gas: 120_000})
	})
}

func (r *rig) testToken() common.Address {
	r.t.Helper()
	data, err := contract.Builtin().DeployTestToken("Money", "MON", 6, units(1000, 6))
	if err != nil {
		r.t.Fatal(err)
	}
	return r.plan(func(uint64) []outbox.Call { return []outbox.Call{{Data: data, Kind: outbox.KindTestToken}} })
}

func units(n int64, decimals uint8) *big.Int {
	return new(big.Int).Mul(big.NewInt(n), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil))
}

func (r *rig) balance(token, a common.Address) string {
	r.t.Helper()
	ctx := context.Background()
	ret, err := r.box.Node.CallContract(ctx, node.CallMsg{To: &token, Data: contract.BalanceOf(a).Data}, node.Latest)
	if err != nil {
		r.t.Fatal(err)
	}
	dec, err := r.box.Node.CallContract(ctx, node.CallMsg{To: &token, Data: contract.Decimals().Data}, node.Latest)
	if err != nil {
		r.t.Fatal(err)
	}
	decimals, err := contract.Decimals().Decode(dec)
	if err != nil {
		r.t.Fatal(err)
	}
	raw, err := contract.BalanceOf(a).Decode(ret)
	if err != nil {
		r.t.Fatal(err)
	}
	return eth.FormatAmount(raw, decimals)
}

// holder is the n-th receiver.
func holder(n int) common.Address {
	return common.BigToAddress(new(big.Int).Add(new(big.Int).Lsh(big.NewInt(0xa11ce), 100), big.NewInt(int64(n))))
}

// file is rows of n amounts to holders, ids from "id-1" on.
func file(t testing.TB, amounts ...string) []distribution.Row {
	t.Helper()
	var b strings.Builder
	b.WriteString("external_id,email,name,address,amount\n")
	for i, a := range amounts {
		fmt.Fprintf(&b, "id-%d,h%d@example.com,Holder %d,%s,%s\n", i+1, i+1, i+1, holder(i+1).Hex(), a)
	}
	rows, _, err := distribution.ReadCSV(strings.NewReader(b.String()), "holders.csv")
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func (r *rig) try(token common.Address, rows []distribution.Row, change ...func(*distribution.Params)) (*distribution.Result, error) {
	p := distribution.Params{Token: token, Rows: rows, Source: "holders.csv", Command: "distribute-multiple"}
	for _, f := range change {
		f(&p)
	}
	return r.Distribute(context.Background(), p)
}

// distribute expects so many new and old rows.
func (r *rig) distribute(token common.Address, rows []distribution.Row, fresh, old int, change ...func(*distribution.Params)) *distribution.Result {
	r.t.Helper()
	res, err := r.try(token, rows, change...)
	if err != nil {
		r.t.Fatalf("distribute: %v", err)
	}
	if res.New != fresh || res.Old != old {
		r.t.Fatalf("%d new and %d old, want %d and %d", res.New, res.Old, fresh, old)
	}
	return res
}

func batch(n int) func(*distribution.Params) { return func(p *distribution.Params) { p.Batch = n } }

func (r *rig) count(query string, args ...any) (n int) {
	r.t.Helper()
	if err := r.box.Store.SQL().QueryRow(query, args...).Scan(&n); err != nil {
		r.t.Fatal(err)
	}
	return n
}

func wants(t testing.TB, err error, class fault.Class, words ...string) {
	t.Helper()
	for _, w := range words {
		if err == nil || !strings.Contains(err.Error(), w) || !fault.Is(err, class) {
			t.Errorf("error %v (class %d), want class %d and %q", err, fault.ClassOf(err), class, w)
		}
	}
}
