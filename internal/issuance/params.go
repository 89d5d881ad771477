package issuance

import (
	"fmt"
	"math/big"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// Bounds of what a token says of itself, in bytes. Each byte is paid for on the chain, and wallets cut what is longer.
const (
	MaxSymbol = 32
	MaxName   = 200
	MaxURL    = 500
)

// balanceBits is the width of a balance in our token (SecurityToken.sol).
const balanceBits = 128

// check refuses wrong values; it returns what is stored of the issuance and the shares in raw token units.
func (p Params) check() (logged, *big.Int, error) {
	l := logged{Symbol: p.Symbol, Name: p.Name, URL: p.URL, Restriction: p.Restriction}
	if l.Restriction == "" {
		l.Restriction = Unrestricted
	}
	for _, t := range []struct {
		flag, value string
		most        int
	}{{"--symbol", p.Symbol, MaxSymbol}, {"--name", p.Name, MaxName}, {"--url", p.URL, MaxURL}} {
		if err := checkText(t.flag, t.value, t.most); err != nil {
			return l, nil, err
		}
	}
	if strings.ContainsFunc(p.Symbol, func(r rune) bool { return r == ' ' }) {
		return l, nil, fault.New(fault.Usage, "--symbol %q has a blank", clean(p.Symbol)).WithHint("a symbol is one short word, such as ACME")
	}
	if err := checkURL(p.URL); err != nil {
		return l, nil, err
	}
	raw, err := checkAmount(p.Amount)
	if err != nil {
		return l, nil, err
	}
	l.Amount = eth.FormatAmount(raw, Decimals)
	switch {
	case l.Restriction != Unrestricted && l.Restriction != Restricted:
		return l, nil, fault.New(fault.Usage, "--transfer-restriction is %s or %s, not %q", Unrestricted, Restricted, clean(p.Restriction))
	case l.Restriction == Restricted && p.Registry == nil:
		return l, nil, fault.New(fault.Refused, "restricted transfers need a KYC registry, and this database has none on this network").
			WithHint("run sto kyc-deploy, or name a registry with --kyc-address")
	case l.Restriction == Restricted:
		l.Registry = eth.Lower(*p.Registry)
	}
	return l, raw, nil
}

// checkText refuses what would be empty, too long, or look like something else.
func checkText(flag, s string, most int) error {
	switch {
	case s == "":
		return fault.New(fault.Usage, "%s is empty", flag)
	case len(s) > most:
		return fault.New(fault.Usage, "%s is %d bytes long, more than %d", flag, len(s), most)
	case strings.TrimSpace(s) != s:
		return fault.New(fault.Usage, "%s %q has blanks around it", flag, clean(s))
	case !utf8.ValidString(s) || term.SafeN(s, most) != s:
		return fault.New(fault.Usage, "%s %q holds characters that can't be seen", flag, clean(s))
	}
	return nil
}

func checkURL(s string) error {
	u, err := url.Parse(s)
	known := err == nil && (u.Scheme == "http" || u.Scheme == "https" || u.Scheme == "ipfs") && u.Host != "" && u.User == nil
	if !known || strings.ContainsFunc(s, func(r rune) bool { return r == ' ' }) {
		return fault.New(fault.Usage, "--url %q is no address that starts with https://, http:// or ipfs://", clean(s))
	}
	return nil
}

// checkAmount reads a number of whole shares and returns raw token units.
func checkAmount(s string) (*big.Int, error) {
	if strings.ContainsFunc(s, func(r rune) bool { return r == '.' }) {
		return nil, fault.New(fault.Usage, "--amount %q is no number of whole shares", clean(s)).
			WithHint("shares are created whole; distribute-single and distribute-multiple can divide them")
	}
	whole, err := eth.ParseAmount(s, 0)
	if err != nil {
		return nil, fault.New(fault.Usage, "--amount: %w", err)
	}
	raw := whole.Mul(whole, new(big.Int).Exp(big.NewInt(10), big.NewInt(Decimals), nil))
	if raw.BitLen() > balanceBits {
		return nil, fault.New(fault.Usage, "--amount %s is more than a token can hold: at most %s shares", clean(s), maxShares())
	}
	return raw, nil
}

// maxShares is the greatest number of whole shares.
func maxShares() string {
	most := new(big.Int).Lsh(big.NewInt(1), balanceBits)
	most.Sub(most, big.NewInt(1))
	return fmt.Sprint(most.Div(most, new(big.Int).Exp(big.NewInt(10), big.NewInt(Decimals), nil)))
}
