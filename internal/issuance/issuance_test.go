package issuance_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/issuance"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/testchain"
)

func params() issuance.Params {
	return issuance.Params{Symbol: "ACME", Name: "Acme Oy, Class A", URL: "https://acme.example/shares", Amount: "1000"}
}

func kinds(rows []store.Intent) []string {
	var out []string
	for _, i := range rows {
		out = append(out, i.Kind)
	}
	return out
}

func TestIssueUnrestricted(t *testing.T) {
	r := newRig(t, testchain.Embedded(t))
	first := r.issue(params())
	if first.Existing || !slices.Equal(kinds(first.Prepared.New), []string{outbox.KindTokenDeploy, outbox.KindIssue}) {
		t.Fatalf("%+v", first)
	}
	if again := r.issue(params()); !again.Existing || again.Token != first.Token || len(again.Prepared.Existing) != 2 {
		t.Errorf("the same once more: %+v", again)
	}
	other := params()
	other.Amount = "1001"
	_, err := r.Issue(context.Background(), other)
	wants(t, err, fault.Conflict, "prepared before with other values")
	r.settle()

	s := r.status(first.Token)
	if *s.Name != "Acme Oy, Class A" || *s.Symbol != "ACME" || *s.Decimals != 18 || *s.Supply != "1000" || *s.URL != "https://acme.example/shares" ||
		*s.Owner != r.box.Sender || *s.Policy != (common.Address{}) || *s.Paused || *s.Closed || *s.Version == "" || s.Whitelisted != nil ||
		s.Balance.Cmp(s.SupplyRaw) != 0 || len(s.Notes) != 0 {
		t.Errorf("status %+v", s)
	}
	again := params()
	again.Again = true
	if second := r.issue(again); second.Existing || second.Token == first.Token {
		t.Errorf("with --again: %+v", second)
	}
}

func TestIssueNothingYet(t *testing.T) {
	r := newRig(t, testchain.Embedded(t))
	p := params()
	p.Amount = "0"
	d := r.issue(p)
	if !slices.Equal(kinds(d.Prepared.New), []string{outbox.KindTokenDeploy}) {
		t.Errorf("%v", kinds(d.Prepared.New))
	}
	r.settle()
	if s := r.status(d.Token); *s.Supply != "0" {
		t.Errorf("supply %s", *s.Supply)
	}
}

func TestIssueRestricted(t *testing.T) {
	r := newRig(t, testchain.Embedded(t))
	p := params()
	p.Restriction = issuance.Restricted
	_, err := r.Issue(context.Background(), p)
	wants(t, err, fault.Refused, "need a KYC registry")

	nobody := common.HexToAddress("0x1234567890123456789012345678901234567890")
	p.Registry = &nobody
	_, err = r.Issue(context.Background(), p)
	wants(t, err, fault.Usage, "there is no KYC registry at")

	registry := r.registry()
	p.Registry = &registry
	_, err = r.Issue(context.Background(), p)
	wants(t, err, fault.Refused, "is not whitelisted")
	if want := "sto kyc-manage --whitelist-address " + r.box.Sender.Hex(); !strings.Contains(fault.Hint(err), want) {
		t.Errorf("hint %q", fault.Hint(err))
	}

	// Whitelisted by what waits in the queue, registry and all.
	r.plan(outbox.Call{To: &registry, Data: contract.SetWhitelisted(r.box.Sender, true), Kind: outbox.KindKycSet, Key: "me",
		Gas: 200_000, Checked: true})
	d := r.issue(p)
	if !slices.Equal(kinds(d.Prepared.New), []string{outbox.KindTokenDeploy, outbox.KindPolicySet, outbox.KindIssue}) {
		t.Fatalf("%v", kinds(d.Prepared.New))
	}
	if again := r.issue(p); !again.Existing || again.Token != d.Token {
		t.Errorf("the same once more: %+v", again)
	}
	r.settle()
	s := r.status(d.Token)
	if *s.Policy != registry || *s.Supply != "1000" || s.Whitelisted == nil || !*s.Whitelisted {
		t.Errorf("status %+v", s)
	}
}

func TestIssueWrongValues(t *testing.T) {
	r := newRig(t, testchain.Embedded(t))
	cases := []struct {
		name   string
		change func(*issuance.Params)
		says   string
	}{
		{"no symbol", func(p *issuance.Params) { p.Symbol = "" }, "--symbol is empty"},
		{"long symbol", func(p *issuance.Params) { p.Symbol = strings.Repeat("A", 33) }, "33 bytes long, more than 32"},
		{"blank in symbol", func(p *issuance.Params) { p.Symbol = "AC ME" }, "has a blank"},
		{"control in symbol", func(p *issuance.Params) { p.Symbol = "AC\x1b" }, "can't be seen"},
		{"bidi in name", func(p *issuance.Params) { p.Name = "Acme\u202e" }, "can't be seen"},
		{"blanks around name", func(p *issuance.Params) { p.Name = " Acme" }, "blanks around"},
		{"long name", func(p *issuance.Params) { p.Name = strings.Repeat("ä", 101) }, "202 bytes"},
		{"no URL", func(p *issuance.Params) { p.URL = "" }, "--url is empty"},
		{"file URL", func(p *issuance.Params) { p.URL = "file:///etc/passwd" }, "is no address that starts with"},
		{"URL with user", func(p *issuance.Params) { p.URL = "https://me:secret@acme.example" }, "is no address"},
		{"relative URL", func(p *issuance.Params) { p.URL = "acme.example" }, "is no address"},
		{"decimals", func(p *issuance.Params) { p.Amount = "10.5" }, "no number of whole shares"},
		{"zero decimals", func(p *issuance.Params) { p.Amount = "10.0" }, "no number of whole shares"},
		{"negative", func(p *issuance.Params) { p.Amount = "-1" }, "has a sign"},
		{"no amount", func(p *issuance.Params) { p.Amount = "" }, "amount is empty"},
		{"too much", func(p *issuance.Params) { p.Amount = "340282366920938463464" }, "at most 340282366920938463463 shares"},
		{"restriction", func(p *issuance.Params) { p.Restriction = "maybe" }, "unrestricted or restricted"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := params()
			c.change(&p)
			_, err := r.Issue(context.Background(), p)
			wants(t, err, fault.Usage, c.says)
		})
	}
	p := params()
	p.Amount = "340282366920938463463"
	d := r.issue(p)
	r.settle()
	if s := r.status(d.Token); *s.Supply != p.Amount {
		t.Errorf("the most shares: %s", *s.Supply)
	}
}

// TestSymbolsDoNotMix has symbols whose keys could be taken for each other's.
func TestSymbolsDoNotMix(t *testing.T) {
	r := newRig(t, testchain.Embedded(t))
	seen := map[common.Address]string{}
	for _, symbol := range []string{"A", "A#1", "A#1#1", "A/B", "A%23", "A$", "a"} {
		p := params()
		p.Symbol, p.Amount = symbol, "0"
		d := r.issue(p)
		if d.Existing || seen[d.Token] != "" {
			t.Errorf("%s is taken for %s", symbol, seen[d.Token])
		}
		seen[d.Token] = symbol
	}
}

func TestLogs(t *testing.T) {
	r := newRig(t, testchain.Embedded(t))
	if logs, err := issuance.Logs(context.Background(), r.box); err != nil || len(logs) != 0 {
		t.Fatalf("%v, %v", logs, err)
	}
	d := r.issue(params())
	r.settle()
	p := params()
	p.Symbol, p.Amount = "BETA", "5"
	r.issue(p)
	logs, err := issuance.Logs(context.Background(), r.box)
	if err != nil || len(logs) != 2 {
		t.Fatalf("%v, %v", logs, err)
	}
	a, b := logs[0], logs[1]
	if a.Symbol != "ACME" || a.Name != "Acme Oy, Class A" || a.Amount != "1000" || a.Restriction != issuance.Unrestricted || a.Policy != nil ||
		a.Token == nil || *a.Token != d.Token || len(a.Lines) != 2 || !strings.HasPrefix(a.Lines[1].Status(), "success:") {
		t.Errorf("first %+v", a)
	}
	if b.Symbol != "BETA" || len(b.Lines) != 2 || b.Lines[0].Status() != "waiting" {
		t.Errorf("second %+v", b)
	}
}

func TestTestToken(t *testing.T) {
	r := newRig(t, testchain.Embedded(t))
	ctx := context.Background()
	first, err := r.TestToken(ctx, issuance.Request{})
	if err != nil || first.Existing {
		t.Fatalf("%+v, %v", first, err)
	}
	if again, err := r.TestToken(ctx, issuance.Request{}); err != nil || !again.Existing || again.Address != first.Address {
		t.Errorf("once more: %+v, %v", again, err)
	}
	if again, err := r.TestToken(ctx, issuance.Request{Again: true}); err != nil || again.Existing || again.Address == first.Address {
		t.Errorf("with --again: %+v, %v", again, err)
	}
	r.settle()
	s := r.status(first.Address)
	if *s.Name != "test_token" || *s.Symbol != "TEST" || *s.Decimals != 18 || *s.Supply != "10000000" || s.Balance.Cmp(s.SupplyRaw) != 0 ||
		s.Owner != nil || s.Policy != nil {
		t.Errorf("status %+v", s)
	}
}
