package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sto-project/sto/internal/fault"
)

func TestINI(t *testing.T) {
	file := write(t, "sto.cfg", "\ufeff"+`# a comment; with = signs
; another
database-file = a;b#c.sqlite
Network = sepolia
ethereum-node-url = https://host/path?key=a%20b&x=%(network)s#frag
password = back\
keystore = "quoted path.json"
etherscan-api-key =

[any section]
    max-fee-gwei=0.1
`)
	o, err := load(t, []string{"--config", file})
	if err != nil {
		t.Fatal(err)
	}
	got := []string{o.DatabaseFile, o.Network, o.NodeURLs[0], o.Password.Reveal(), o.Keystore, o.EtherscanAPIKey.Reveal(), o.MaxFee.String()}
	want := []string{"a;b#c.sqlite", "sepolia", "https://host/path?key=a%20b&x=%(network)s#frag", `back\`, "quoted path.json", "", "100000000"}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%q, want %q", got[i], want[i])
		}
	}
}

func TestOtherFormats(t *testing.T) {
	// An unquoted key of digits and one e, and long decimals, must not pass through a float.
	key := "1" + strings.Repeat("0", 60) + "e10"
	files := map[string]string{
		"a.yaml": "network: chain:5000 # comment\nethereum-private-key: " + key + "\nethereum-gas-limit: 999999999\nethereum-node-url:\n  - http://a\n  - http://b\nyes: true\nmax-cost-eth: 12345.123456789012345678\nkeystore: ~\n",
		"a.yml":  "{network: 'chain:5000', ethereum-private-key: " + key + ", ethereum-gas-limit: 999999999, ethereum-node-url: 'http://a,http://b', yes: on, max-cost-eth: 12345.123456789012345678}",
		"a.toml": "network = \"chain:5000\"\nethereum-private-key = \"" + key + "\"\nethereum-gas-limit = 999999999\nethereum-node-url = [\"http://a\", \"http://b\"]\nyes = true\nmax-cost-eth = \"12345.123456789012345678\"\n",
		"a.JSON": `{"network": "chain:5000", "ethereum-private-key": "` + key + `", "ethereum-gas-limit": 999999999, "ethereum-node-url": ["http://a", "http://b"], "yes": true, "max-cost-eth": 12345.123456789012345678, "keystore": null}`,
	}
	for name, text := range files {
		t.Run(name, func(t *testing.T) {
			o, err := load(t, []string{"--config", write(t, name, text)})
			if err != nil {
				t.Fatal(err)
			}
			if o.Network != "chain:5000" || o.PrivateKey.Reveal() != key || o.GasLimit != MaxTxGas || strings.Join(o.NodeURLs, " ") != "http://a http://b" ||
				!o.Yes || o.MaxCost.String() != "12345123456789012345678" || o.Keystore != "" {
				t.Errorf("%+v with key %s", o, o.PrivateKey.Reveal())
			}
		})
	}
}

func TestBadFiles(t *testing.T) {
	const canary = "canaryc0ffee"
	cases := []struct{ name, file, text, says, hint string }{
		{"unknown", "a.ini", "netwrok = dev", `has the unknown option "netwrok"`, "did you mean network?"},
		{"unknown and empty", "a.ini", "netwrok =", `has the unknown option "netwrok"`, "did you mean network?"},
		{"underscores", "a.ini", "database_file = x", `unknown option "database_file"`, "did you mean database-file?"},
		{"short form", "a.ini", "private-key = " + canary, `unknown option "private-key"`, "did you mean ethereum-private-key?"},
		{"far off", "a.ini", "colour = blue", `unknown option "colour"`, "sto help environment lists all options"},
		{"twice", "a.ini", "network = dev\nnetwork = dev", `has the option "network" twice`, ""},
		{"twice across sections", "a.ini", "network = dev\n[b]\nNETWORK = sepolia", `has the option "network" twice`, ""},
		{"no equals", "a.ini", "network = dev\nethereum-private-key " + canary, "has no = in line 2", ""},
		{"open section", "a.ini", "[" + canary, "is not a valid INI file", ""},
		{"nested file", "a.ini", "config = b.ini", "names another options file", ""},
		{"nested file by alias", "a.yaml", "config-file: b.ini", "names another options file", ""},
		{"broken YAML", "a.yaml", "ethereum-private-key: [" + canary, "is not valid YAML", ""},
		{"YAML list", "a.yaml", "- " + canary, "has no key: value pairs at line 1", ""},
		{"nested YAML", "a.yaml", "network: dev\nethereum:\n  private-key: " + canary, "has more than a plain value in line 3", ""},
		{"twice in YAML", "a.yaml", "network: dev\nNetwork: dev", `has the option "network" twice`, ""},
		{"broken TOML", "a.toml", "network = 'dev'\nethereum-private-key = " + canary, "is not valid TOML in line 2", ""},
		{"TOML float", "a.toml", "max-fee-gwei = 0.1", `needs quotes, so that no digit is lost, option "max-fee-gwei"`, ""},
		{"TOML table", "a.toml", "[network]\nx = 1", "has more than a plain value", ""},
		{"broken JSON", "a.json", "{\n\"ethereum-private-key\": \"" + canary + "\" x", "plain values near line 2", ""},
		{"JSON list", "a.json", "[1]", "is not a JSON object", ""},
		{"JSON and more", "a.json", "{} {}", "is not a JSON object", ""},
		{"nested JSON", "a.json", `{"network": {"a": 1}}`, "has more than a plain value", ""},
		{"twice in JSON", "a.json", `{"network": "dev", "network": "dev"}`, `has the option "network" twice`, ""},
		{"large", "a.ini", strings.Repeat("#\n", maxFile), "is larger than 1 MiB", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			path := write(t, c.file, c.text)
			_, err := load(t, []string{"--config", path})
			if !fault.Is(err, fault.Usage) || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), path) || fault.Hint(err) != c.hint {
				t.Fatalf("error %v, hint %q; want %q in %s, hint %q", err, fault.Hint(err), c.says, path, c.hint)
			}
			if strings.Contains(err.Error(), canary) {
				t.Errorf("the error repeats a value: %v", err)
			}
		})
	}
	missing := filepath.Join(t.TempDir(), "none.ini")
	if _, err := load(t, []string{"--config-file", missing}); !fault.Is(err, fault.Usage) || !strings.Contains(err.Error(), missing+" does not exist") {
		t.Errorf("missing: %v", err)
	}
	if _, err := load(t, nil, "STO_CONFIG="+missing); !fault.Is(err, fault.Usage) {
		t.Errorf("missing, by the environment: %v", err)
	}
	if _, err := load(t, []string{"--config", t.TempDir()}); !fault.Is(err, fault.Usage) {
		t.Errorf("folder: %v", err)
	}
	if o, err := load(t, []string{"--config", os.DevNull}); err != nil || o.Network != "ethereum" {
		t.Errorf("empty file: %v", err)
	}
}

func FuzzDecode(f *testing.F) {
	for _, ext := range []string{".ini", ".yaml", ".toml", ".json"} {
		for _, text := range []string{"", "network = dev", "a: b", "a: [1, {b: c}]", "[x]\na='b'", `{"a": [1, null, "x"]}`, "&a [*a]", "\"\"\"", "`", "=x", "<<: {a: b}", "a = nan\nb = 2020-01-01"} {
			f.Add(ext, []byte(text))
		}
	}
	f.Fuzz(func(t *testing.T, ext string, text []byte) {
		pairs, err := decode(ext, text)
		if err == nil {
			_, err = known(pairs, "FILE")
		}
		if err != nil && strings.ContainsFunc(err.Error(), func(r rune) bool { return r < ' ' }) {
			t.Fatalf("error with control characters: %q", err)
		}
	})
}
