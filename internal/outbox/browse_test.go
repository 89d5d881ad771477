package outbox_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/testchain"
)

// browsed is an outbox with a token, a payment that is done (a), one that was cancelled and is reissued (b), one that is
// withdrawn at the end (c), and the external id 2, which is the database's id of the first payment too.
func browsed(t *testing.T) (*rig, common.Address, *outbox.Prepared) {
	t.Helper()
	r, c := slow(t)
	token := r.token()
	p := r.prepare(pay(token, "a", 1), pay(token, "b", 2))
	c.Call(nil, "evm_setAutomine", false)
	r.send()
	if _, err := r.Cancel(ctx, ids(p)[1:], outbox.BroadcastOptions{}); err != nil {
		t.Fatal(err)
	}
	c.Call(nil, "evm_setAutomine", true)
	r.settle()
	if _, err := r.Reissue(ctx, "", ids(p)[1:], false); err != nil {
		t.Fatal(err)
	}
	last := pay(token, "2", 8)
	last.AfterCalls = []int{0}
	q := r.prepare(pay(token, "d", 4), last)
	gone := r.prepare(pay(token, "c", 16))
	if _, _, err := r.Withdraw(ctx, ids(gone)); err != nil {
		t.Fatal(err)
	}
	return r, token, q
}

func lineIDs(lines []outbox.Line) []int64 {
	out := make([]int64, len(lines))
	for n := range lines {
		out[n] = lines[n].Intent.ID
	}
	return out
}

func TestListChooses(t *testing.T) {
	r, token, q := browsed(t)
	other := common.HexToAddress("0x99")
	sender := r.Sender
	for _, c := range []struct {
		name   string
		filter outbox.Filter
		want   []int64
		total  int64
	}{
		{"all", outbox.Filter{}, []int64{1, 2, 3, 4, 5, 6, 7}, 7},
		{"the latest", outbox.Filter{Limit: 2}, []int64{6, 7}, 7},
		{"success", outbox.Filter{Status: []string{"success"}}, []int64{1, 2}, 2},
		{"a state", outbox.Filter{Status: []string{"final"}}, []int64{1, 2}, 2},
		{"cancelled or void", outbox.Filter{Status: []string{"cancelled", "void"}}, []int64{3, 7}, 2},
		{"waiting", outbox.Filter{Status: []string{"waiting"}}, []int64{4, 5, 6}, 3},
		{"failed", outbox.Filter{Status: []string{"failed"}}, nil, 0},
		{"by kind", outbox.Filter{Kinds: []string{outbox.KindTestToken}}, []int64{1}, 1},
		{"of the token", outbox.Filter{Token: &token, Status: []string{"success"}}, []int64{1, 2}, 2},
		{"of another token", outbox.Filter{Token: &other}, nil, 0},
		{"of the account", outbox.Filter{Sender: &sender, Limit: 1}, []int64{7}, 7},
		{"of another account", outbox.Filter{Sender: &other}, nil, 0},
		{"an external id, with its reissue", outbox.Filter{ExternalID: "b"}, []int64{3, 4}, 2},
		{"a request", outbox.Filter{RequestID: q.RequestID}, []int64{5, 6}, 2},
		{"since long ago", outbox.Filter{Since: time.Now().Add(-time.Hour), Limit: 1}, []int64{7}, 7},
		{"since the future", outbox.Filter{Since: time.Now().Add(time.Hour)}, nil, 0},
	} {
		lines, total, err := r.List(ctx, c.filter)
		if err != nil || total != c.total || !slices.Equal(lineIDs(lines), c.want) && len(lines)+len(c.want) > 0 {
			t.Errorf("%s: %v of %d, %v; want %v", c.name, lineIDs(lines), total, err, c.want)
		}
	}
	if kinds, err := r.Kinds(ctx); err != nil || !slices.Equal(kinds, []string{outbox.KindTestToken, outbox.KindTransfer}) {
		t.Errorf("kinds %v, %v", kinds, err)
	}
	// Each word that Line.Status can show chooses just the rows that show it.
	all, _, err := r.List(ctx, outbox.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range outbox.StatusWords()[:8] {
		lines, _, err := r.List(ctx, outbox.Filter{Status: []string{word}})
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range all {
			shown, _, _ := strings.Cut(l.Status(), ":")
			if got, want := slices.Contains(lineIDs(lines), l.Intent.ID), shown == word; got != want {
				t.Errorf("%s chooses the row that shows %s: %v", word, l.Status(), got)
			}
		}
	}
}

func TestListChoosesByWhatWasMined(t *testing.T) {
	c := testchain.Anvil(t)
	r := newRig(t, c, "", depth(1000))
	token := r.token()
	p := r.prepare(pay(token, "a", 1), pay(token, "b", 1))
	c.Call(nil, "evm_setAutomine", false)
	r.send()
	if _, err := r.Cancel(ctx, ids(p)[1:], outbox.BroadcastOptions{}); err != nil {
		t.Fatal(err)
	}
	c.Call(nil, "evm_setAutomine", true)
	r.settle()
	for word, want := range map[string][]int64{"success": {1, 2}, "cancelled": {3}, "failed": nil, "mined": {1, 2, 3}, "final": nil} {
		lines, _, err := r.List(ctx, outbox.Filter{Status: []string{word}})
		if err != nil || !slices.Equal(lineIDs(lines), want) && len(lines)+len(want) > 0 {
			t.Errorf("%s: %v, %v; want %v", word, lineIDs(lines), err, want)
		}
	}
}

func TestNamed(t *testing.T) {
	r, token, _ := browsed(t)
	lines, err := r.ByID(ctx, []int64{2})
	if err != nil {
		t.Fatal(err)
	}
	other := common.HexToAddress("0x99")
	for _, c := range []struct {
		name  string
		token *common.Address
		want  []int64
		by    string
	}{
		{"3", nil, []int64{3}, "id"},
		{"id:3", nil, []int64{3}, "id"},
		{"2", nil, []int64{2, 6}, "id"}, // the id of one, the external id of another
		{"id:2", nil, []int64{2}, "id"},
		{"2", &token, []int64{6}, "external id"},
		{"2", &other, nil, ""},
		{"b", nil, []int64{4}, "external id"}, // the reissue counts
		{"c", nil, []int64{7}, "external id"}, // withdrawn, but nothing else has it
		{lines[0].TxHash, nil, []int64{2}, "hash"},
		{"0X" + lines[0].TxHash[2:], nil, []int64{2}, "hash"},
		{lines[0].TxHash[:20], nil, nil, ""},
		{"99", nil, nil, ""},
		{"-1", nil, nil, ""},
		{"", nil, nil, ""},
		{"' OR 1=1 --", nil, nil, ""},
	} {
		got, err := r.Named(ctx, c.name, c.token)
		var have []int64
		for _, m := range got {
			have = append(have, m.Intent.ID)
		}
		if err != nil || !slices.Equal(have, c.want) || len(got) > 0 && got[0].By != c.by {
			t.Errorf("%q: %v by %+v, %v; want %v by %s", c.name, have, got, err, c.want, c.by)
		}
	}
	// What was withdrawn and prepared again is the newer one.
	again := r.prepare(pay(token, "c", 16))
	if got, err := r.Named(ctx, "c", nil); err != nil || len(got) != 1 || got[0].Intent.ID != again.New[0].ID || got[0].Token == nil || *got[0].Token != token {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestRecord(t *testing.T) {
	r, _, _ := browsed(t)
	old, err := r.Record(ctx, 3)
	if err != nil || old == nil {
		t.Fatal(old, err)
	}
	if len(old.Attempts) != 2 || old.Attempts[1].Kind != "cancel" || old.Attempts[1].ExposedAt == nil || len(old.Receipts) != 1 || len(old.Rows) != 1 || old.Seen == nil {
		t.Errorf("%+v", old)
	}
	for _, a := range old.Attempts {
		if a.Raw != nil {
			t.Error("the record holds signed bytes")
		}
	}
	if got := lineIDs(old.Reissues); !slices.Equal(got, []int64{3, 4}) || old.Request.Command != "test" || old.Withdrawn {
		t.Errorf("reissues %v, %+v", got, old.Request)
	}
	if what := old.Events[len(old.Events)-1].What; what != string(store.Cancelled) {
		t.Errorf("the history ends with %s", what)
	}
	first, err := r.Record(ctx, 5)
	if err != nil || !slices.Equal(lineIDs(first.NeededBy), []int64{6}) || first.Reissues != nil || len(first.Receipts) != 0 {
		t.Errorf("%+v %v", first, err)
	}
	if last, err := r.Record(ctx, 6); err != nil || !slices.Equal(lineIDs(last.Needs), []int64{5}) {
		t.Errorf("%+v %v", last, err)
	}
	if none, err := r.Record(ctx, 99); err != nil || none != nil {
		t.Errorf("%+v %v", none, err)
	}
	if needy, err := r.NeedWithdrawn(ctx, []int64{5}); err != nil || len(needy) != 1 || needy[0].ID != 6 {
		t.Errorf("%+v %v", needy, err)
	}
	if needy, err := r.NeedWithdrawn(ctx, []int64{5, 6}); err != nil || len(needy) != 0 {
		t.Errorf("%+v %v", needy, err)
	}
	if _, _, err := r.Withdraw(ctx, []int64{5}); err != nil {
		t.Fatal(err)
	}
	if first, err := r.Record(ctx, 5); err != nil || !first.Withdrawn {
		t.Errorf("%+v %v", first, err)
	}
}
