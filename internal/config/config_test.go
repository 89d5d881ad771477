package config

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"math/big"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"github.com/sto-project/sto/internal/fault"
)

func TestNormalizeArgs(t *testing.T) {
	fs := pflag.NewFlagSet("sto", pflag.ContinueOnError)
	AddFlags(fs)
	var local bool
	BoolVar(fs, &local, "include-empty", false, "x")
	fs.BoolP("verbose", "v", false, "x")
	cases := []struct{ in, want string }{
		{"tx-last --auto-restart-nonce False --limit 5", "tx-last --auto-restart-nonce=False --limit 5"},
		{"--yes no --quiet 1 cmd", "--yes=no --quiet=1 cmd"},
		{"--yes cmd false", "--yes cmd false"},
		{"--include-empty TRUE", "--include-empty=TRUE"},
		{"-v false", "-v=false"},
		{"--network --yes false", "--network --yes false"}, // --yes is the network here
		{"--network=dev --yes false", "--network=dev --yes=false"},
		{"--yes=true false", "--yes=true false"},
		{"-- --yes false", "-- --yes false"},
		{"--yes", "--yes"},
		{"--unknown false", "--unknown false"},
		{"--network", "--network"},
		{"", ""},
	}
	for _, c := range cases {
		if got := NormalizeArgs(strings.Fields(c.in), fs); !slices.Equal(got, strings.Fields(c.want)) {
			t.Errorf("%s: %v, want %s", c.in, got, c.want)
		}
	}
}

func TestBoolValue(t *testing.T) {
	var b bool
	fs := pflag.NewFlagSet("x", pflag.ContinueOnError)
	BoolVar(fs, &b, "b", true, "x")
	if !b {
		t.Fatal("the default was not set")
	}
	for _, c := range []struct {
		arg  string
		want bool
	}{{"--b=FALSE", false}, {"--b", true}, {"--b=off", false}, {"--b=Y", true}, {"--b=0", false}} {
		if err := fs.Parse([]string{c.arg}); err != nil || b != c.want {
			t.Errorf("%s: %v, %v", c.arg, b, err)
		}
		if got, err := fs.GetBool("b"); err != nil || got != c.want {
			t.Errorf("GetBool after %s: %v, %v", c.arg, got, err)
		}
	}
	if err := fs.Parse([]string{"--b=perhaps"}); err == nil || !strings.Contains(err.Error(), "neither true nor false") {
		t.Errorf("error %v", err)
	}
	if !strings.Contains(fs.FlagUsages(), "--b") || (BoolValue{}).String() != "false" {
		t.Error("help does not work")
	}
}

func TestFieldsAreComplete(t *testing.T) {
	fs := pflag.NewFlagSet("sto", pflag.ContinueOnError)
	AddFlags(fs)
	seen := map[string]bool{}
	for _, f := range Fields() {
		if f.Usage == "" || f.Type == "" || f.EnvVar != "STO_"+strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_")) || seen[f.Name] {
			t.Errorf("field %+v", f)
		}
		seen[f.Name] = true
		flag := fs.Lookup(f.Name)
		if (flag == nil) != f.NoFlag {
			t.Errorf("%s: flag %v", f.Name, flag)
		} else if flag != nil && flag.DefValue != f.Default {
			t.Errorf("%s: default %q, want %q", f.Name, flag.DefValue, f.Default)
		}
	}
	if help := fs.FlagUsages(); !strings.Contains(help, "--keystore PATH") || strings.Contains(help, "--config-file PATH") || strings.Contains(help, "--password TEXT") {
		t.Errorf("help:\n%s", help)
	}
}

func TestSecretNeverShows(t *testing.T) {
	const canary = "canary-c0ffee"
	s := Secret(canary)
	var log strings.Builder
	slog.New(slog.NewTextHandler(&log, nil)).Info("x", "key", s, "options", Options{PrivateKey: s})
	out := log.String()
	for _, verb := range []string{"%s", "%v", "%+v", "%#v", "%q", "%x", "%X", "%d", "%t", "%10s"} {
		out += fmt.Sprintf(verb, s) + fmt.Sprintf(verb, &Options{Password: s}) + fmt.Sprintf(verb, []Secret{s})
	}
	for _, v := range []any{s, &s, Options{EtherscanAPIKey: s}, map[string]Secret{"key": s}} {
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		out += string(b)
	}
	if strings.Contains(out, canary) || strings.Contains(strings.ToLower(out), fmt.Sprintf("%x", canary)) {
		t.Errorf("shown in %s", out)
	}
	if !strings.Contains(out, "***") || s.Reveal() != canary || Secret("").String() != "" {
		t.Errorf("got %s", out)
	}
}

func TestParseNetwork(t *testing.T) {
	cases := []struct {
		in      string
		name    string
		chainID uint64
		public  bool
		instant bool
	}{
		{"ethereum", "ethereum", 1, true, false}, {"mainnet", "ethereum", 1, true, false}, {"Sepolia", "sepolia", 11155111, true, false},
		{"hoodi", "hoodi", 560048, true, false}, {"base", "base", 8453, true, false}, {"polygon", "polygon", 137, true, false},
		{"arbitrum", "arbitrum", 42161, true, false}, {"optimism", "optimism", 10, true, false}, {"gnosis", "gnosis", 100, true, false},
		{"bsc", "bsc", 56, true, false}, {"avalanche", "avalanche", 43114, true, false}, {"linea", "linea", 59144, true, false},
		{"scroll", "scroll", 534352, true, false}, {"dev", "dev", 1337, false, true}, {"anvil", "anvil", 31337, false, true},
		{"chain:5000", "chain:5000", 5000, true, false}, {"chain:1", "ethereum", 1, true, false}, {"chain:1337", "dev", 1337, false, true},
		{"chain:31337", "anvil", 31337, false, true}, {"chain:9223372036854775771", "chain:9223372036854775771", 9223372036854775771, true, false},
	}
	for _, c := range cases {
		n, err := ParseNetwork(c.in)
		if err != nil || n.Name != c.name || n.ChainID != c.chainID || n.Public != c.public || n.Finality.Instant != c.instant || (n.Finality.Tag == "finalized") == c.instant {
			t.Errorf("%s: %+v, %v", c.in, n, err)
			continue
		}
		if n.MaxFee.Sign() <= 0 || n.MaxTip.Sign() <= 0 || n.MaxCost.Sign() <= 0 || n.MaxTip.Cmp(n.MaxFee) > 0 {
			t.Errorf("%s: bounds %s, %s, %s", c.in, n.MaxFee, n.MaxTip, n.MaxCost)
		}
	}
	for in, hint := range map[string]string{
		"kovan": "use sepolia", "ROPSTEN": "use sepolia", "rinkeby": "use sepolia", "goerli": "use sepolia", "holesky": "use hoodi",
		"mumbai": "use chain:80002, which is Amoy", "testing": "use dev", "137": "write chain:137 for the network with that chain id",
		"chain:0": "write chain: and a number, such as chain:11155111", "chain:-1": "write chain: and a number, such as chain:11155111",
		"chain:9223372036854775772": "write chain: and a number, such as chain:11155111",
	} {
		if _, err := ParseNetwork(in); !fault.Is(err, fault.Usage) || fault.Hint(err) != hint {
			t.Errorf("%s: %v, hint %q", in, err, fault.Hint(err))
		}
	}
	if _, err := ParseNetwork("x\x1b[1m"); err == nil || strings.Contains(err.Error(), "\x1b") || !strings.Contains(fault.Hint(err), "sepolia") {
		t.Errorf("unknown: %v", err)
	}
}

func TestNetworksShareNoNumbers(t *testing.T) {
	a, err := ParseNetwork("ethereum")
	if err != nil {
		t.Fatal(err)
	}
	a.MaxFee.SetInt64(1)
	b, err := ParseNetwork("ethereum")
	if err != nil {
		t.Fatal(err)
	}
	if b.MaxFee.Cmp(big.NewInt(300_000_000_000)) != 0 || reflect.DeepEqual(a, b) {
		t.Errorf("bound %s", b.MaxFee)
	}
}

func TestChain(t *testing.T) {
	zero := uint64(0)
	o := &Options{Network: "ethereum", Confirmations: &zero, PriorityFee: big.NewInt(20e9), GasPrice: big.NewInt(1)}
	n, err := o.Chain()
	if err != nil || n.Finality != (Finality{Instant: true}) || n.MaxTip.Int64() != 20e9 || n.MaxFee.Int64() != 300e9 || !n.Public {
		t.Errorf("%+v, %v", n, err)
	}
	if _, err := (&Options{Network: "kovan"}).Chain(); err == nil {
		t.Error("a dead network was accepted")
	}
}

func FuzzParseNetwork(f *testing.F) {
	for _, s := range []string{"ethereum", "chain:7", "chain:007", "kovan", "\xff", "chain:+1", " dev "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := ParseNetwork(s)
		if err != nil {
			return
		}
		if back, err := ParseNetwork(n.Name); err != nil || back.ChainID != n.ChainID {
			t.Fatalf("%q gives %q, which does not read back: %v", s, n.Name, err)
		}
	})
}
