package scan

import (
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/testchain"
)

func TestRefusesWhatIsNoToken(t *testing.T) {
	n := testchain.Embedded(t)
	b := newBench(t, n)
	no := word(0)
	nft, call := b.oddity()
	call("answer", [4]byte(contract.SupportsInterface([4]byte{}).Data), no)
	pieces, callPieces := b.oddity()
	callPieces("log", [][32]byte{[32]byte(contract.TopicTransfer()), topic(common.Address{}), topic(n.Address(0)), topic(7)}, []byte{})
	wide, callWide := b.oddity()
	callWide("answer", [4]byte(contract.Decimals().Data), word(78))
	registry, err := contract.Builtin().DeployKycRegistry(n.Address(0))
	check(t, err)
	kyc := b.send(0, nil, registry).ContractAddress
	cases := map[string]struct {
		token common.Address
		says  string
	}{
		"account":       {n.Address(1), "there is no contract at " + n.Address(1).Hex()},
		"no supply":     {kyc, "does not answer totalSupply()"},
		"pieces":        {pieces, "ERC-721"},
		"many decimals": {wide, "78 decimals"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := run1(t.Context(), b.scanner(), Options{Tokens: []common.Address{c.token}})
			if err == nil || !fault.Is(err, fault.Usage) || !strings.Contains(err.Error(), c.says) || fault.Hint(err) == "" {
				t.Errorf("error %v (hint %q), want one of class usage that says %q", err, fault.Hint(err), c.says)
			}
		})
	}
	if _, err := run1(t.Context(), b.scanner(), Options{Tokens: []common.Address{nft}}); err != nil {
		t.Errorf("a token that denies every interface: %v", err)
	}
}

func TestBounds(t *testing.T) {
	n := testchain.Embedded(t)
	b := newBench(t, n)
	n.Mine(5)
	token := b.plain(1000) // block 6
	for i := range int64(8) {
		b.transfer(0, token, n.Address(1), i)
	}
	head := n.Head()
	refused := []struct {
		name       string
		start, end *uint64
		says       string
	}{
		{"end before start", ptr(uint64(9)), ptr(uint64(8)), "the end block 8 comes before the start block 9"},
		{"end beyond head", nil, ptr(head + 1), "lies beyond the head"},
		{"start beyond head", ptr(head + 1), nil, "lies beyond block"},
		{"end before creation", nil, ptr(uint64(3)), "was created in block 6"},
	}
	for _, c := range refused {
		t.Run(c.name, func(t *testing.T) {
			_, err := run1(t.Context(), b.scanner(), Options{Tokens: []common.Address{token}, Start: c.start, End: c.end})
			if err == nil || !fault.Is(err, fault.Usage) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("error %v, want %q", err, c.says)
			}
		})
	}
	late := b.scan(token, func(o *Options) { o.Start, o.End, o.Reconcile = ptr(uint64(9)), ptr(uint64(10)), false })
	if late.Token.Complete || late.Token.FirstBlock != 9 || late.ScannedTo.Block != 10 || len(late.Negative) != 1 || late.Blocks != 2 {
		t.Errorf("a late start: %+v", late)
	}
	if _, err := run1(t.Context(), b.scanner(), Options{Tokens: []common.Address{token}, Start: ptr(uint64(12))}); err == nil || !strings.Contains(err.Error(), "would leave a gap") {
		t.Errorf("a gap: %v", err)
	}
	if res, err := run1(t.Context(), b.scanner(), Options{Tokens: []common.Address{token}, Reconcile: true}); !fault.Is(err, fault.General) || !strings.Contains(fault.Hint(err), "earlier --start-block") || res == nil {
		t.Errorf("a part reconciled: %v, %+v", err, res)
	}
	whole := b.scan(token, func(o *Options) { o.Start = ptr(uint64(0)) })
	if !whole.Token.Complete || whole.Token.FirstBlock != 6 || whole.ScannedTo.Block != head || len(whole.Negative) != 0 || whole.Blocks != 3 {
		t.Errorf("the missing start: %+v", whole)
	}
	fresh := apart(t, n, b.node)
	fresh.scan(token)
	if a, b := fresh.table(token, nil), b.table(token, nil); a != b {
		t.Errorf("piece by piece\n%s, at once\n%s", b, a)
	}
	again := b.scan(token, func(o *Options) { o.Start, o.End = ptr(uint64(8)), ptr(uint64(10)) })
	if again.Blocks != 3 || again.ScannedTo.Block != head || fresh.table(token, nil) != b.table(token, nil) {
		t.Errorf("read again: %+v", again)
	}
}

func TestAnotherChainOfTheSameID(t *testing.T) {
	b := newBench(t, testchain.Embedded(t))
	token := b.plain(5)
	b.scan(token)
	other := newBench(t, testchain.Embedded(t))
	other.store = b.store
	other.plain(5)
	_, err := run1(t.Context(), other.scanner(), Options{Tokens: []common.Address{token}})
	if err == nil || !fault.Is(err, fault.Conflict) || !strings.Contains(err.Error(), "another chain of the same id") {
		t.Errorf("error %v", err)
	}
}
