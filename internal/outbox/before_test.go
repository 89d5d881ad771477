package outbox_test

import (
	"context"
	"slices"
	"testing"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/testchain"
)

// TestTheSameRequestAfterAWithdrawal asks for a request again under its name: what was withdrawn of it is not taken for done,
// and what was prepared for the same wish since counts in its place.
func TestTheSameRequestAfterAWithdrawal(t *testing.T) {
	r := newRig(t, testchain.Embedded(t), "")
	token := r.token()
	ask := func(name string) (*outbox.Prepared, error) {
		head := outbox.Head{ID: name, Command: "test"}
		return r.Prepare(ctx, head, func(context.Context, uint64) ([]outbox.Call, error) { return units(token, "k%d", 3), nil })
	}
	p, err := ask("march")
	if err != nil || len(p.New) != 3 {
		t.Fatalf("%+v %v", p, err)
	}
	withdraw := func(ids []int64, wantVoid, wantCancelled int) {
		t.Helper()
		void, cancelled, err := r.Withdraw(ctx, ids)
		if err != nil || void != wantVoid || cancelled != wantCancelled {
			t.Fatalf("%d void, %d cancelled, %v", void, cancelled, err)
		}
	}
	withdraw(ids(p)[1:2], 0, 1)
	_, err = ask("march")
	wants(t, err, fault.Refused, "withdrawn: an empty transaction goes in its place")
	_, err = r.try(units(token, "k%d", 3)...)
	wants(t, err, fault.Refused, "withdrawn: an empty transaction goes in its place")

	withdraw(ids(p), 3, 0)
	_, err = ask("march")
	wants(t, err, fault.Refused, "withdrawn)")
	again, err := ask("april")
	if err != nil || len(again.New) != 3 {
		t.Fatalf("%+v %v", again, err)
	}
	for _, name := range []string{"march", "april"} {
		if got, err := ask(name); err != nil || len(got.New) != 0 || !slices.Equal(ids(&outbox.Prepared{New: got.Existing}), ids(again)) {
			t.Errorf("%s: %+v %v", name, got, err)
		}
	}

	withdraw(ids(again)[:1], 0, 1)
	r.send()
	r.settle()
	_, err = ask("april")
	wants(t, err, fault.Refused, "cancelled)")
	if _, err := r.Reissue(ctx, "", ids(again)[:1], false); err != nil {
		t.Fatal(err)
	}
	r.send()
	r.settle()
	if got, err := ask("march"); err != nil || len(got.Existing) != 3 || got.Existing[0].ReissueOf == nil {
		t.Errorf("%+v %v", got, err)
	}
	if got := r.balance(token, receiver); got != 3 {
		t.Errorf("the receiver holds %d, want 3", got)
	}
}
