package eth

import (
	"regexp"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
)

const checksummed = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed" // an example of EIP-55

func TestParseAddress(t *testing.T) {
	want := common.HexToAddress(checksummed)
	upper := "0x" + strings.ToUpper(checksummed[2:])
	for _, ok := range []string{checksummed, strings.ToLower(checksummed), upper} {
		a, err := ParseAddress(ok)
		if err != nil || a != want {
			t.Errorf("%s: %v, %v", ok, a, err)
		}
	}
	if a, err := ParseAddress("0x" + strings.Repeat("0", 40)); err != nil || a != (common.Address{}) {
		t.Errorf("zero address: %v, %v", a, err)
	}
	if got := Lower(want); got != strings.ToLower(checksummed) {
		t.Errorf("Lower: %s", got)
	}

	key := strings.Repeat("a1", 32)
	cases := []struct{ name, in, says string }{
		{"empty", "", "is empty"},
		{"no prefix", checksummed[2:], "does not start with 0x"},
		{"capital X", "0X" + checksummed[2:], "does not start with 0x"},
		{"name", "vitalik.eth", `address "vitalik.eth" does not start with 0x`},
		{"short", checksummed[:41], "has 39 hex digits after 0x, an address has 40"},
		{"long", checksummed + "00", "has 42 hex digits"},
		{"not hex", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeg", "not hex digits"},
		{"blank", checksummed + " ", "not hex digits"},
		{"swapped case", "0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "wrong checksum"},
		{"mistyped", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe1", "wrong checksum"},
		{"private key", key, "64 hex digits"},
		{"prefixed private key", "0x" + key, "64 hex digits"},
		{"control characters", "0x\x1b[31m\u202e", `\x1b[31m\u202e`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := ParseAddress(c.in)
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Fatalf("error %v, want one that says %q", err, c.says)
			}
			if strings.Contains(err.Error(), key) {
				t.Errorf("error repeats a private key: %v", err)
			}
		})
	}
}

func TestParseReceiverRefusesZero(t *testing.T) {
	if _, err := ParseReceiver("0x" + strings.Repeat("0", 40)); err == nil || !strings.Contains(err.Error(), "zero address") {
		t.Errorf("error %v", err)
	}
	if a, err := ParseReceiver(checksummed); err != nil || a.Hex() != checksummed {
		t.Errorf("%v, %v", a, err)
	}
	if _, err := ParseReceiver("x"); err == nil {
		t.Error("nonsense accepted")
	}
}

func FuzzParseAddress(f *testing.F) {
	for _, s := range []string{checksummed, strings.ToLower(checksummed), "", "0x", "0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "\xff\u202e"} {
		f.Add(s)
	}
	form := regexp.MustCompile(`\A0x[0-9a-fA-F]{40}\z`)
	f.Fuzz(func(t *testing.T, s string) {
		a, err := ParseAddress(s)
		if err != nil {
			if m := err.Error(); len(m) > 1000 || strings.ContainsFunc(m, func(r rune) bool { return r < ' ' || r > '~' }) {
				t.Fatalf("error is not bounded ASCII: %q", m)
			}
			return
		}
		if !form.MatchString(s) || Lower(a) != strings.ToLower(s) {
			t.Fatalf("%q read as %s", s, Lower(a))
		}
		if back, err := ParseAddress(a.Hex()); err != nil || back != a {
			t.Fatalf("%s does not read back: %v", a.Hex(), err)
		}
	})
}
