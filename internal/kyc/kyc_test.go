package kyc_test

import (
	"context"
	"encoding/hex"
	"math/big"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/kyc"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/signer"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/testchain"
)

var (
	alice = common.HexToAddress("0xa11ce00000000000000000000000000000000001")
	bob   = common.HexToAddress("0xb0b0000000000000000000000000000000000002")
)

type rig struct {
	t   *testing.T
	box *outbox.Outbox
	*kyc.Service
}

// newRig is a service of Keys[key] on the chain; path "" is a database of its own.
func newRig(t *testing.T, chain *testchain.Node, key int, path string, change ...func(*outbox.Config)) *rig {
	t.Helper()
	ctx := context.Background()
	if path == "" {
		path = filepath.Join(t.TempDir(), "db.sqlite")
	}
	st, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	s, err := signer.FromHex(hex.EncodeToString(crypto.FromECDSA(chain.Keys[key])))
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
	return &rig{t, o, kyc.New(o, contract.Builtin())}
}

// settle sends all that waits and records what became of it.
func (r *rig) settle() {
	r.t.Helper()
	if _, err := r.box.Broadcast(context.Background(), outbox.BroadcastOptions{}); err != nil {
		r.t.Fatalf("broadcast: %v", err)
	}
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

func (r *rig) deploy() *kyc.Deployed {
	r.t.Helper()
	d, err := r.Deploy(context.Background(), kyc.Request{})
	if err != nil {
		r.t.Fatalf("deploy: %v", err)
	}
	return d
}

func (r *rig) whitelist(registry *common.Address, addresses ...common.Address) *kyc.Whitelisted {
	r.t.Helper()
	w, err := r.Whitelist(context.Background(), registry, addresses, kyc.Request{})
	if err != nil {
		r.t.Fatalf("whitelist: %v", err)
	}
	return w
}

func (r *rig) listed(registry, a common.Address) bool {
	r.t.Helper()
	v := contract.IsWhitelisted(a)
	ret, err := r.box.Node.CallContract(context.Background(), node.CallMsg{To: &registry, Data: v.Data}, node.Latest)
	if err != nil {
		r.t.Fatal(err)
	}
	ok, err := v.Decode(ret)
	if err != nil {
		r.t.Fatal(err)
	}
	return ok
}

func wants(t *testing.T, err error, class fault.Class, words string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), words) || !fault.Is(err, class) {
		t.Errorf("error %v (class %d), want class %d and %q", err, fault.ClassOf(err), class, words)
	}
}

func TestDeployOnce(t *testing.T) {
	chain := testchain.Embedded(t)
	r := newRig(t, chain, 0, "")
	if a, err := r.Registry(context.Background()); a != nil || err != nil {
		t.Fatalf("registry of an empty database: %v, %v", a, err)
	}
	first := r.deploy()
	if first.Existing || len(first.Prepared.New) != 1 {
		t.Fatalf("first: %+v", first)
	}
	if again := r.deploy(); !again.Existing || again.Address != first.Address || again.Prepared != nil {
		t.Errorf("while it waits: %+v", again)
	}
	r.settle()
	if again := r.deploy(); !again.Existing || again.Address != first.Address {
		t.Errorf("when it is there: %+v", again)
	}
	if a, err := r.Registry(context.Background()); err != nil || a == nil || *a != first.Address {
		t.Errorf("registry: %v, %v", a, err)
	}
	code, err := r.box.Node.Code(context.Background(), first.Address, node.Latest)
	if err != nil || len(code) == 0 {
		t.Errorf("code: %d bytes, %v", len(code), err)
	}
	second, err := r.Deploy(context.Background(), kyc.Request{Again: true})
	if err != nil || second.Existing || second.Address == first.Address {
		t.Errorf("with --again: %+v, %v", second, err)
	}
	if a, err := r.Registry(context.Background()); err != nil || a == nil || *a != second.Address {
		t.Errorf("the newest registry: %v", a)
	}
}

// TestDeployAfterFailure has the account's key used elsewhere, so that the deployment never happens.
func TestDeployAfterFailure(t *testing.T) {
	chain := testchain.Embedded(t)
	ctx := context.Background()
	r := newRig(t, chain, 0, "")
	d := r.deploy()
	other := newRig(t, chain, 0, "")
	if _, err := other.box.Prepare(ctx, outbox.Head{Command: "test"}, func(context.Context, uint64) ([]outbox.Call, error) {
		return []outbox.Call{{To: &alice, Value: big.NewInt(1), Kind: outbox.KindEther, Key: "e", Note: "e"}}, nil
	}); err != nil {
		t.Fatal(err)
	}
	other.settle()
	if _, err := r.box.Update(ctx); err != nil {
		t.Fatal(err)
	}
	if a, err := r.Registry(ctx); a != nil || err != nil {
		t.Errorf("registry: %v, %v", a, err)
	}
	_, err := r.Deploy(ctx, kyc.Request{})
	wants(t, err, fault.Refused, "superseded")
	if !strings.Contains(fault.Hint(err), "sto tx-reissue") {
		t.Errorf("hint %q", fault.Hint(err))
	}
	again, err := r.Deploy(ctx, kyc.Request{Again: true})
	if err != nil || again.Address == d.Address {
		t.Fatalf("%+v, %v", again, err)
	}
	r.settle()
	if a, err := r.Registry(ctx); err != nil || a == nil || *a != again.Address {
		t.Errorf("registry: %v, %v", a, err)
	}
}

// TestDeployAfterWithdrawal takes back a deployment while something waits behind it.
func TestDeployAfterWithdrawal(t *testing.T) {
	r := newRig(t, testchain.Embedded(t), 0, "")
	ctx := context.Background()
	d := r.deploy()
	r.whitelist(nil, alice)
	if _, cancelled, err := r.box.Withdraw(ctx, []int64{d.Intent.ID}); err != nil || cancelled != 1 {
		t.Fatalf("%d, %v", cancelled, err)
	}
	if a, err := r.Registry(ctx); a != nil || err != nil {
		t.Errorf("registry: %v, %v", a, err)
	}
	_, err := r.Deploy(ctx, kyc.Request{})
	wants(t, err, fault.Refused, "and withdrawn")
	again, err := r.Deploy(ctx, kyc.Request{Again: true})
	if err != nil || again.Existing || again.Address == d.Address {
		t.Errorf("%+v, %v", again, err)
	}
}

func TestWhitelist(t *testing.T) {
	chain := testchain.Embedded(t)
	r := newRig(t, chain, 0, "")
	ctx := context.Background()
	_, err := r.Whitelist(ctx, nil, []common.Address{alice}, kyc.Request{})
	wants(t, err, fault.Usage, "no KYC registry")
	d := r.deploy()

	// All in the queue: the registry itself, then alice.
	w := r.whitelist(nil, alice)
	if w.Registry != d.Address || len(w.New) != 1 || w.Prepared == nil || len(w.Waiting) != 1 {
		t.Fatalf("in the queue: %+v", w)
	}
	w = r.whitelist(nil, alice, bob, alice)
	if len(w.Already) != 1 || w.Already[0] != alice || len(w.New) != 1 || w.New[0] != bob || len(w.Waiting) != 2 {
		t.Errorf("alice waits already: %+v", w)
	}
	r.settle()
	if !r.listed(d.Address, alice) || !r.listed(d.Address, bob) {
		t.Error("not whitelisted on the chain")
	}
	if w = r.whitelist(nil, alice, bob); len(w.Already) != 2 || len(w.New) != 0 || w.Prepared != nil || len(w.Waiting) != 0 {
		t.Errorf("all done: %+v", w)
	}

	// Revoked behind our back: a new wish, although the key was used.
	call := outbox.Call{To: &d.Address, Data: contract.SetWhitelisted(bob, false), Kind: outbox.KindKycSet, Note: "revoke", Key: "revoke"}
	if _, err := r.box.Prepare(ctx, outbox.Head{Command: "test"}, func(context.Context, uint64) ([]outbox.Call, error) {
		return []outbox.Call{call}, nil
	}); err != nil {
		t.Fatal(err)
	}
	if w = r.whitelist(nil, bob); len(w.New) != 1 { // the revocation still waits
		t.Errorf("after a queued revocation: %+v", w)
	}
	r.settle()
	if !r.listed(d.Address, bob) {
		t.Error("bob is not whitelisted again")
	}
}

// TestWhitelistAfterWithdrawal takes back an entry while another waits behind it: it does not count as on its way any more.
func TestWhitelistAfterWithdrawal(t *testing.T) {
	r := newRig(t, testchain.Embedded(t), 0, "")
	d := r.deploy()
	r.settle()
	w := r.whitelist(nil, alice, bob)
	if _, cancelled, err := r.box.Withdraw(context.Background(), []int64{w.Prepared.New[0].ID}); err != nil || cancelled != 1 {
		t.Fatalf("%d, %v", cancelled, err)
	}
	if w = r.whitelist(nil, alice, bob); len(w.New) != 1 || w.New[0] != alice || len(w.Already) != 1 {
		t.Errorf("after the withdrawal: %+v", w)
	}
	r.settle()
	if !r.listed(d.Address, alice) || !r.listed(d.Address, bob) {
		t.Error("not whitelisted on the chain")
	}
}

func TestWhitelistRefuses(t *testing.T) {
	chain := testchain.Embedded(t)
	r := newRig(t, chain, 0, "")
	ctx := context.Background()
	_, err := r.Whitelist(ctx, nil, nil, kyc.Request{})
	wants(t, err, fault.Usage, "no address")
	_, err = r.Whitelist(ctx, nil, []common.Address{{}}, kyc.Request{})
	wants(t, err, fault.Usage, "zero address")
	_, err = r.Whitelist(ctx, &bob, []common.Address{alice}, kyc.Request{})
	wants(t, err, fault.Usage, "there is no KYC registry at "+bob.Hex())

	// A contract of another kind.
	data, err := contract.Builtin().DeployTestToken("x", "X", 18, big.NewInt(1))
	if err != nil {
		t.Fatal(err)
	}
	p, err := r.box.Prepare(ctx, outbox.Head{Command: "test"}, func(context.Context, uint64) ([]outbox.Call, error) {
		return []outbox.Call{{Data: data, Kind: outbox.KindTestToken, Key: "t", Note: "t"}}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	token := p.New[0].To()
	r.settle()
	_, err = r.Whitelist(ctx, &token, []common.Address{alice}, kyc.Request{})
	wants(t, err, fault.Usage, "there is no KYC registry")

	// Another's registry, whose registrar we are not.
	stranger := newRig(t, chain, 1, "")
	registry := stranger.deploy().Address
	stranger.settle()
	_, err = r.Whitelist(ctx, &registry, []common.Address{alice}, kyc.Request{})
	wants(t, err, fault.Refused, "registrar")
	if next, err := r.box.Unsettled(ctx); err != nil || len(next) != 0 {
		t.Errorf("left in the queue: %v, %v", next, err)
	}
}

func TestRequestIDTwice(t *testing.T) {
	chain := testchain.Embedded(t)
	r := newRig(t, chain, 0, "")
	ctx := context.Background()
	r.deploy()
	first, err := r.Whitelist(ctx, nil, []common.Address{alice}, kyc.Request{ID: "r1"})
	if err != nil || len(first.New) != 1 {
		t.Fatalf("%+v, %v", first, err)
	}
	again, err := r.Whitelist(ctx, nil, []common.Address{alice}, kyc.Request{ID: "r1"})
	if err != nil || len(again.Already) != 1 || len(again.Waiting) != 1 || again.Prepared != nil {
		t.Errorf("%+v, %v", again, err)
	}
	_, err = r.Whitelist(ctx, nil, []common.Address{bob}, kyc.Request{ID: "r1"})
	wants(t, err, fault.Conflict, "r1")
}
