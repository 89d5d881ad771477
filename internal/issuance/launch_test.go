package issuance_test

import (
	"context"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/issuance"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/testchain"
)

func TestLaunch(t *testing.T) {
	chain := testchain.Embedded(t)
	r := newRig(t, chain)
	p := params()
	p.Launch = true
	first := r.issue(p)
	if !slices.Equal(kinds(first.Prepared.New), []string{outbox.KindFactory, outbox.KindTokenLaunch}) {
		t.Fatalf("%v", kinds(first.Prepared.New))
	}
	factory := first.Prepared.New[0].To()
	if again := r.issue(p); !again.Existing || again.Token != first.Token {
		t.Errorf("the same once more: %+v", again)
	}
	plain := params()
	if again := r.issue(plain); !again.Existing || again.Token != first.Token {
		t.Errorf("the same on the plain path: %+v", again)
	}
	registry := r.registry()
	r.plan(outbox.Call{To: &registry, Data: contract.SetWhitelisted(r.box.Sender, true), Kind: outbox.KindKycSet, Key: "me", Gas: 200_000, Checked: true})
	second := issuance.Params{Symbol: "B", Name: "B", URL: "https://acme.example", Amount: "0", Restriction: issuance.Restricted, Registry: &registry, Launch: true}
	series := r.issue(second)
	if !slices.Equal(kinds(series.Prepared.New), []string{outbox.KindTokenLaunch}) {
		t.Fatalf("a second series: %v", kinds(series.Prepared.New))
	}
	r.settle()

	s := r.status(first.Token)
	if *s.Symbol != "ACME" || *s.Supply != "1000" || *s.Owner != r.box.Sender || *s.Policy != (common.Address{}) || s.Balance.Cmp(s.SupplyRaw) != 0 || len(s.Notes) != 0 {
		t.Errorf("status %+v", s)
	}
	if s := r.status(series.Token); *s.Symbol != "B" || *s.Supply != "0" || *s.Policy != registry {
		t.Errorf("status of the second %+v", s)
	}
	logs, err := issuance.Logs(context.Background(), r.box)
	if err != nil || len(logs) != 2 || *logs[0].Token != first.Token || *logs[1].Token != series.Token {
		t.Errorf("logs %+v, %v", logs, err)
	}

	// A database that knows nothing of it meets the chain's own refusal, before anything is signed.
	other := newRig(t, chain)
	p.Factory = &factory
	_, err = other.Issue(context.Background(), p)
	wants(t, err, fault.Refused, "it is there already")
	p.Factory = &first.Token
	_, err = other.Issue(context.Background(), p)
	wants(t, err, fault.Refused, "is not this program's token factory")
}

// TestLaunchIsReadBack asks what the chain alone tells of a launch.
func TestLaunchIsReadBack(t *testing.T) {
	r := newRig(t, testchain.Embedded(t))
	p := params()
	p.Launch = true
	planned := r.issue(p).Prepared.New
	r.settle()
	var txs []*types.Transaction
	for _, i := range planned {
		to := i.To()
		tx := &types.DynamicFeeTx{Nonce: i.Nonce, Data: i.Data}
		if i.ToAddr != nil {
			tx.To = &to
		}
		txs = append(txs, types.NewTx(tx))
	}
	got := issuance.ReadBack(contract.Builtin(), r.box.Sender, txs, []bool{true, true})
	for n, i := range planned {
		if got[n].Kind != i.Kind || got[n].Key+"#1" != i.IdemKey {
			t.Errorf("%d: %+v is not %s %s", n, got[n], i.Kind, i.IdemKey)
		}
	}
	stranger := common.HexToAddress("0x1234567890123456789012345678901234567890")
	if got := issuance.ReadBack(contract.Builtin(), stranger, txs, []bool{true, true}); got[1].Key != "" {
		t.Errorf("another account's launch is read as %+v", got[1])
	}
}
