package eth

import (
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/shopspring/decimal"
)

// Decimals of the units in which fees and costs are given, relative to wei.
const (
	gweiDecimals  = 9
	etherDecimals = 18
)

// maxAmountText bounds the work that a hostile input can ask for. The longest amount that means anything has 78 digits
// before the point and 255 after it.
const maxAmountText = 400

// maxAmountBits is the width of a uint256.
const maxAmountBits = 256

// ParseAmount reads a plain decimal such as "12.5" and returns raw units of a token with that many decimals.
//
// It accepts exactly what ^[0-9]+(\.[0-9]+)?$ does, and of that refuses more decimals than the token has (also when they
// are zeros) and values of 2^256 and above. "0" is accepted; callers refuse it where it makes no sense.
func ParseAmount(s string, decimals uint8) (*big.Int, error) {
	return parseUnits(s, int(decimals), "the token")
}

// ParseGwei reads a decimal amount of GWei and returns wei. It refuses what ParseAmount refuses with 9 decimals.
func ParseGwei(s string) (*big.Int, error) { return parseUnits(s, gweiDecimals, "a GWei amount") }

// ParseEther reads a decimal amount of ether and returns wei. It refuses what ParseAmount refuses with 18 decimals.
func ParseEther(s string) (*big.Int, error) { return parseUnits(s, etherDecimals, "an ether amount") }

func parseUnits(s string, decimals int, owner string) (*big.Int, error) {
	if s == "" {
		return nil, errors.New("amount is empty")
	}
	if len(s) > maxAmountText {
		return nil, fmt.Errorf("amount %s is %d characters long, more than any amount needs", quote(s), len(s))
	}
	whole, frac, point := strings.Cut(s, ".")
	if why := notPlain(s, whole, frac, point); why != "" {
		return nil, fmt.Errorf("amount %s %s; write digits with at most one point, such as 1250.5", quote(s), why)
	}
	if len(frac) > decimals {
		return nil, fmt.Errorf("amount %s has %s, %s has %d", quote(s), count(len(frac), "decimal"), owner, decimals)
	}
	raw, ok := new(big.Int).SetString(whole+frac+strings.Repeat("0", decimals-len(frac)), 10)
	if !ok {
		return nil, fmt.Errorf("amount %s is not a number", quote(s))
	}
	if raw.BitLen() > maxAmountBits {
		return nil, fmt.Errorf("amount %s is too large: it does not fit 256 bits with %s", quote(s), count(decimals, "decimal"))
	}
	return raw, nil
}

// notPlain says in words why s is not a plain decimal, or "".
func notPlain(s, whole, frac string, point bool) string {
	switch {
	case strings.HasPrefix(s, "-"), strings.HasPrefix(s, "+"):
		return "has a sign"
	case strings.ContainsAny(s, ",'_"):
		return "has a thousands separator or a decimal comma"
	case strings.TrimSpace(s) != s:
		return "has blanks around it"
	case point && (whole == "" || frac == ""):
		return "lacks digits before or after the point"
	case strings.Contains(frac, "."):
		return "has more than one point"
	case !isDigits(whole), point && !isDigits(frac):
		return "is not a plain decimal number"
	}
	return ""
}

// FormatAmount returns raw units exactly, without trailing zeros: 12500 with 3 decimals is "12.5". A negative value, as
// a difference may be, has a minus sign. raw must not be nil.
func FormatAmount(raw *big.Int, decimals uint8) string {
	return decimal.NewFromBigInt(raw, -int32(decimals)).String()
}

// FormatRounded returns raw units rounded half-even to a fixed number of places, for tables. It is for display only.
func FormatRounded(raw *big.Int, decimals, places uint8) string {
	return decimal.NewFromBigInt(raw, -int32(decimals)).StringFixedBank(int32(places))
}

// FormatGwei returns an amount of wei in GWei, exactly.
func FormatGwei(wei *big.Int) string { return FormatAmount(wei, gweiDecimals) }

// FormatEther returns an amount of wei in ether, exactly.
func FormatEther(wei *big.Int) string { return FormatAmount(wei, etherDecimals) }

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
