package eth

import (
	"math/big"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParseAmount(t *testing.T) {
	max := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 256), big.NewInt(1)).String()
	cases := []struct {
		in       string
		decimals uint8
		raw      string // empty: an error that says
		says     string
	}{
		{"12.5", 18, "12500000000000000000", ""},
		{"12.34", 2, "1234", ""},
		{"0", 18, "0", ""},
		{"0.0", 1, "0", ""},
		{"007", 0, "7", ""},
		{"1", 0, "1", ""},
		{"0.000000000000000001", 18, "1", ""},
		{max, 0, max, ""},
		{"12.345", 2, "", `amount "12.345" has 3 decimals, the token has 2`},
		{"5.0", 0, "", `amount "5.0" has 1 decimal, the token has 0`},
		{"", 18, "", "empty"},
		{"-1", 18, "", "sign"},
		{"+1", 18, "", "sign"},
		{"1e3", 18, "", "not a plain decimal"},
		{"1,000", 18, "", "thousands separator"},
		{"1'000", 18, "", "thousands separator"},
		{"1_000", 18, "", "thousands separator"},
		{"NaN", 18, "", "not a plain decimal"},
		{"Inf", 18, "", "not a plain decimal"},
		{"0x10", 18, "", "not a plain decimal"},
		{" 1", 18, "", "blanks"},
		{"1\n", 18, "", "blanks"},
		{"1 000", 18, "", "not a plain decimal"},
		{".5", 18, "", "lacks digits"},
		{"5.", 18, "", "lacks digits"},
		{".", 18, "", "lacks digits"},
		{"1.2.3", 18, "", "more than one point"},
		{"٣", 18, "", "not a plain decimal"},
		{max, 1, "", "too large"},
		{"115792089237316195423570985008687907853269984665640564039457584007913129639936", 0, "", "too large"},
		{strings.Repeat("9", 500), 0, "", "500 characters"},
	}
	for _, c := range cases {
		t.Run(c.in, func(t *testing.T) {
			got, err := ParseAmount(c.in, c.decimals)
			if c.says != "" {
				if err == nil || !strings.Contains(err.Error(), c.says) {
					t.Fatalf("got %v, %v; want an error that says %q", got, err, c.says)
				}
				return
			}
			if err != nil || got.String() != c.raw {
				t.Fatalf("got %v, %v; want %s", got, err, c.raw)
			}
		})
	}
}

func TestFormat(t *testing.T) {
	n := func(s string) *big.Int { v, _ := new(big.Int).SetString(s, 10); return v }
	cases := []struct{ name, got, want string }{
		{"exact", FormatAmount(n("12500"), 3), "12.5"},
		{"whole", FormatAmount(n("12000"), 3), "12"},
		{"no decimals", FormatAmount(n("1000"), 0), "1000"},
		{"small", FormatAmount(n("1"), 18), "0.000000000000000001"},
		{"zero", FormatAmount(n("0"), 18), "0"},
		{"negative", FormatAmount(n("-1500"), 3), "-1.5"},
		{"half to even down", FormatRounded(n("125"), 2, 1), "1.2"},
		{"half to even up", FormatRounded(n("135"), 2, 1), "1.4"},
		{"above half", FormatRounded(n("1251"), 3, 1), "1.3"},
		{"padded", FormatRounded(n("1"), 0, 2), "1.00"},
		{"to whole", FormatRounded(n("25"), 1, 0), "2"},
		{"negative to nothing", FormatRounded(n("-1"), 3, 2), "0.00"},
		{"gwei", FormatGwei(n("20500000000")), "20.5"},
		{"ether", FormatEther(n("1000000000000000001")), "1.000000000000000001"},
	}
	for _, c := range cases {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", c.name, c.got, c.want)
		}
	}
}

func TestGweiAndEther(t *testing.T) {
	if v, err := ParseGwei("0.1"); err != nil || v.String() != "100000000" {
		t.Errorf("gwei: %v, %v", v, err)
	}
	if v, err := ParseEther("0.05"); err != nil || v.String() != "50000000000000000" {
		t.Errorf("ether: %v, %v", v, err)
	}
	if _, err := ParseGwei("1.0000000001"); err == nil || !strings.Contains(err.Error(), "a GWei amount has 9") {
		t.Errorf("error %v", err)
	}
}

func TestAmountRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := new(big.Int).SetBytes(rapid.SliceOfN(rapid.Byte(), 0, 32).Draw(t, "raw"))
		decimals := rapid.Uint8().Draw(t, "decimals")
		text := FormatAmount(raw, decimals)
		if back, err := ParseAmount(text, decimals); err != nil || back.Cmp(raw) != 0 {
			t.Fatalf("%s with %d decimals printed as %s, read as %v (%v)", raw, decimals, text, back, err)
		}
	})
}

func FuzzParseAmount(f *testing.F) {
	for _, s := range []string{"12.5", "0", "00.10", "1e5", "-1", "1,000", "99999999999999999999999", "٣", "1.", ".1"} {
		f.Add(s, uint8(18))
	}
	form := regexp.MustCompile(`\A[0-9]+(\.[0-9]+)?\z`)
	zeros := regexp.MustCompile(`\.?0+$`)
	f.Fuzz(func(t *testing.T, s string, decimals uint8) {
		raw, err := ParseAmount(s, decimals)
		if err != nil {
			return
		}
		if !form.MatchString(s) {
			t.Fatalf("%q accepted", s)
		}
		want := strings.TrimLeft(s, "0")
		if strings.Contains(want, ".") {
			want = zeros.ReplaceAllString(want, "")
		}
		if want == "" || want[0] == '.' {
			want = "0" + want
		}
		if got := FormatAmount(raw, decimals); got != want {
			t.Fatalf("%q normalised to %q, want %q", s, got, want)
		}
	})
}
