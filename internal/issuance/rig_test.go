package issuance_test

import (
	"context"
	"encoding/hex"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/issuance"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/signer"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/testchain"
)

type rig struct {
	t     *testing.T
	chain *testchain.Node
	box   *outbox.Outbox
	*issuance.Service
}

func newRig(t *testing.T, chain *testchain.Node) *rig {
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
	o := outbox.New(outbox.Config{Store: st, Node: n, Signer: s, Sender: s.Address(), ChainID: chain.ChainID,
		Finality: outbox.Finality{Instant: true}, AutoFirstNonce: true})
	return &rig{t, chain, o, issuance.New(o, contract.Builtin())}
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

// plan prepares one call outside of the service under test, and returns what it calls or creates.
func (r *rig) plan(c outbox.Call) common.Address {
	r.t.Helper()
	c.Note = c.Key
	p, err := r.box.Prepare(context.Background(), outbox.Head{Command: "test"}, func(context.Context, uint64) ([]outbox.Call, error) {
		return []outbox.Call{c}, nil
	})
	if err != nil {
		r.t.Fatal(err)
	}
	return p.New[0].To()
}

func (r *rig) registry() common.Address {
	r.t.Helper()
	data, err := contract.Builtin().DeployKycRegistry(r.box.Sender)
	if err != nil {
		r.t.Fatal(err)
	}
	return r.plan(outbox.Call{Data: data, Kind: outbox.KindKycDeploy, Key: "registry"})
}

func (r *rig) issue(p issuance.Params) *issuance.Issued {
	r.t.Helper()
	d, err := r.Issue(context.Background(), p)
	if err != nil {
		r.t.Fatalf("issue: %v", err)
	}
	return d
}

func (r *rig) status(token common.Address) *issuance.Status {
	r.t.Helper()
	s, err := issuance.ReadStatus(context.Background(), r.box.Node, token, &r.box.Sender)
	if err != nil {
		r.t.Fatalf("status: %v", err)
	}
	return s
}

func wants(t *testing.T, err error, class fault.Class, words string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), words) || !fault.Is(err, class) {
		t.Errorf("error %v (class %d), want class %d and %q", err, fault.ClassOf(err), class, words)
	}
}
