package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"github.com/sto-project/sto/internal/fault"
)

const testKey = "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318"

// load parses args as the program does and loads.
func load(t *testing.T, args []string, environ ...string) (*Options, error) {
	t.Helper()
	fs := pflag.NewFlagSet("sto", pflag.ContinueOnError)
	AddFlags(fs)
	if err := fs.Parse(NormalizeArgs(args, fs)); err != nil {
		t.Fatal(err)
	}
	return Load(fs, environ)
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestDefaults(t *testing.T) {
	o, err := load(t, nil)
	if err != nil {
		t.Fatal(err)
	}
	if o.DatabaseFile != "transactions.sqlite" || o.Network != "ethereum" || len(o.NodeURLs) != 1 || o.NodeURLs[0] != "http://localhost:8545" ||
		o.LogLevel != "INFO" || !o.AutoRestartNonce || o.Output != "table" {
		t.Errorf("defaults are %+v", o)
	}
	if o.GasPrice != nil || o.MaxFee != nil || o.MaxCost != nil || o.GasLimit != 0 || o.From != nil || o.Confirmations != nil || o.Yes || o.DryRun || o.Quiet {
		t.Errorf("something is set: %+v", o)
	}
	for name, source := range o.Source {
		if source != "default" {
			t.Errorf("%s comes from %s", name, source)
		}
	}
}

// Every pair of sources, each giving another value; the default among them, since a flag that is given its default value
// is given.
func TestPrecedence(t *testing.T) {
	file := write(t, "sto.ini", "network = sepolia\n")
	cases := []struct {
		name    string
		args    []string
		environ []string
		want    string
		source  string
	}{
		{"file over default", []string{"--config", file}, nil, "sepolia", "file " + file},
		{"environment over file", []string{"--config", file}, []string{"STO_NETWORK=hoodi"}, "hoodi", "environment"},
		{"flag over environment", []string{"--config", file, "--network", "dev"}, []string{"STO_NETWORK=hoodi"}, "dev", "flag"},
		{"flag with its default value", []string{"--config", file, "--network=ethereum"}, []string{"STO_NETWORK=hoodi"}, "ethereum", "flag"},
		{"environment with the default value", []string{"--config", file}, []string{"STO_NETWORK=ethereum"}, "ethereum", "environment"},
		{"environment alone", nil, []string{"STO_NETWORK=hoodi"}, "hoodi", "environment"},
		{"empty variable is none", []string{"--config", file}, []string{"STO_NETWORK="}, "sepolia", "file " + file},
		{"file by environment", nil, []string{"STO_CONFIG=" + file}, "sepolia", "file " + file},
		{"file by the alias in the environment", nil, []string{"STO_CONFIG_FILE=" + file}, "sepolia", "file " + file},
		{"file by the alias", []string{"--config-file", file}, nil, "sepolia", "file " + file},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			o, err := load(t, c.args, c.environ...)
			if err != nil {
				t.Fatal(err)
			}
			if o.Network != c.want || o.Source["network"] != c.source {
				t.Errorf("%s from %s, want %s from %s", o.Network, o.Source["network"], c.want, c.source)
			}
		})
	}
}

func TestBooleansFollowPrecedence(t *testing.T) {
	file := write(t, "sto.ini", "auto-restart-nonce = False\nyes = on\n")
	o, err := load(t, []string{"--config", file})
	if err != nil || o.AutoRestartNonce || !o.Yes {
		t.Errorf("file: %+v, %v", o, err)
	}
	o, err = load(t, []string{"--config", file, "--auto-restart-nonce", "True", "--yes=false"})
	if err != nil || !o.AutoRestartNonce || o.Yes {
		t.Errorf("flags: %+v, %v", o, err)
	}
	o, err = load(t, []string{"--config", file, "--auto-restart-nonce"}, "STO_YES=0")
	if err != nil || !o.AutoRestartNonce || o.Yes {
		t.Errorf("bare flag and environment: %+v, %v", o, err)
	}
}

func TestSeveralNodes(t *testing.T) {
	for name, tc := range map[string]struct{ args, env []string }{
		"with commas":        {[]string{"--ethereum-node-url", "http://a, http://b"}, nil},
		"repeated":           {[]string{"--ethereum-node-url", "http://a", "--ethereum-node-url=http://b"}, nil},
		"in the environment": {nil, []string{"STO_ETHEREUM_NODE_URL=http://a,http://b"}},
		"flags win":          {[]string{"--ethereum-node-url", "http://a,http://b"}, []string{"STO_ETHEREUM_NODE_URL=http://c"}},
	} {
		o, err := load(t, tc.args, tc.env...)
		if err != nil || strings.Join(o.NodeURLs, " ") != "http://a http://b" {
			t.Errorf("%s: %+v, %v", name, o, err)
		}
	}
}

func TestAllOptions(t *testing.T) {
	o, err := load(t, []string{
		"--database-file", "a.db", "--network", "polygon", "--ethereum-node-url", "http://user:pw@a:1/x, wss://b/y,/run/geth.ipc",
		"--ethereum-abi-file", "abi.json", "--ethereum-gas-limit", "999999999", "--max-fee-gwei", "50.5", "--priority-fee-gwei", "0",
		"--max-cost-eth", "0.25", "--confirmations", "12", "--keystore", "k.json", "--from", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
		"--etherscan-api-key", "abc", "--log-level", "warning", "--output", "JSON", "--dry-run", "--quiet", "--yes",
	}, "STO_PASSWORD=open sesame ")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{
		"database": o.DatabaseFile, "network": o.Network, "urls": strings.Join(o.NodeURLs, " "), "abi": o.ABIFile,
		"max fee": o.MaxFee.String(), "tip": o.PriorityFee.String(), "cost": o.MaxCost.String(), "keystore": o.Keystore,
		"from": o.From.Hex(), "etherscan": o.EtherscanAPIKey.Reveal(), "log": o.LogLevel, "output": string(o.Output), "password": o.Password.Reveal(),
	}
	want := map[string]string{
		"database": "a.db", "network": "polygon", "urls": "http://user:pw@a:1/x wss://b/y /run/geth.ipc", "abi": "abi.json",
		"max fee": "50500000000", "tip": "0", "cost": "250000000000000000", "keystore": "k.json",
		"from": "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "etherscan": "abc", "log": "WARN", "output": "json", "password": "open sesame ",
	}
	for k := range want {
		if got[k] != want[k] {
			t.Errorf("%s: %q, want %q", k, got[k], want[k])
		}
	}
	if o.GasLimit != MaxTxGas || *o.Confirmations != 12 || !o.DryRun || !o.Quiet || !o.Yes {
		t.Errorf("%+v", o)
	}
	n, err := o.Chain()
	if err != nil || n.Finality != (Finality{Depth: 12}) || n.MaxFee != o.MaxFee || n.MaxCost != o.MaxCost || n.MaxTip.Sign() == 0 {
		t.Errorf("chain %+v, %v", n, err)
	}
}

func TestWrongValues(t *testing.T) {
	cases := []struct {
		option, value string
		says          string
	}{
		{"network", "kovan", `network "kovan" was shut down`},
		{"network", "narnia", `network "narnia" is unknown`},
		{"ethereum-node-url", "ftp://x", "node 1 has a scheme"},
		{"ethereum-node-url", "http://a,localhost:8545", "node 2 has no http://"},
		{"ethereum-node-url", "http://a,,http://b", "node 2 is empty"},
		{"ethereum-node-url", "http://:8545", "node 1 is not a valid URL"},
		{"ethereum-gas-price", "ten", "not a plain decimal"},
		{"ethereum-gas-price", "-1", "has a sign"},
		{"ethereum-gas-price", "20000000000", "more than any network asks for"},
		{"ethereum-gas-limit", "1e6", "not a whole number"},
		{"ethereum-gas-limit", "20999", "less than the 21000 gas"},
		{"max-fee-gwei", "0", "lets nothing be sent"},
		{"max-fee-gwei", "1.0000000001", "has 10 decimals"},
		{"priority-fee-gwei", "x", "not a plain decimal"},
		{"max-cost-eth", "0.0", "lets nothing be sent"},
		{"confirmations", "-1", "not a whole number"},
		{"from", "0x12", "an address has 40"},
		{"log-level", "LOUD", "not one of DEBUG"},
		{"output", "xml", "not one of table"},
	}
	for _, c := range cases {
		t.Run(c.option+" "+c.value, func(t *testing.T) {
			file := write(t, "sto.ini", c.option+" = "+c.value+"\n")
			for _, from := range []struct {
				args, environ []string
				where         string
			}{
				{[]string{"--" + c.option + "=" + c.value}, nil, "option --" + c.option},
				{nil, []string{EnvVar(c.option) + "=" + c.value}, "environment variable " + EnvVar(c.option)},
				{[]string{"--config", file}, nil, "option " + c.option + " in file " + file},
			} {
				_, err := load(t, from.args, from.environ...)
				if !fault.Is(err, fault.Usage) || !strings.Contains(err.Error(), c.says) || !strings.HasPrefix(err.Error(), from.where+": ") {
					t.Errorf("error %v, want one that starts with %q and says %q", err, from.where, c.says)
				}
			}
		})
	}
	for _, empty := range []string{"network", "database-file", "ethereum-node-url", "log-level", "output"} {
		if _, err := load(t, []string{"--" + empty + "="}); !fault.Is(err, fault.Usage) {
			t.Errorf("empty --%s: %v", empty, err)
		}
	}
	if _, err := load(t, []string{"--max-fee-gwei=2", "--priority-fee-gwei=3"}); err == nil || !strings.Contains(err.Error(), "more than the whole fee") {
		t.Errorf("tip above fee: %v", err)
	}
	if _, err := load(t, nil, "STO_YES=maybe"); err == nil || !strings.Contains(err.Error(), "STO_YES") {
		t.Errorf("boolean: %v", err)
	}
	if _, err := load(t, []string{"--network=kovan"}); fault.Hint(err) != "use sepolia" {
		t.Errorf("hint %q", fault.Hint(err))
	}
}

func TestErrorsDoNotRepeatURLs(t *testing.T) {
	for _, url := range []string{"ftp://user:canary@host", "http://user:canary@:1", "https://host:canary/%zz", "canary:8545"} {
		if _, err := load(t, []string{"--ethereum-node-url", url}); err == nil || strings.Contains(err.Error()+fault.Hint(err), "canary") {
			t.Errorf("%s: %v", url, err)
		}
	}
}

func TestExclusiveOptions(t *testing.T) {
	file := write(t, "sto.ini", "ethereum-private-key = "+testKey+"\nethereum-gas-price = 3\n")
	o, err := load(t, []string{"--config", file, "--keystore", "k.json", "--max-fee-gwei", "9"})
	if err != nil || o.PrivateKey != "" || o.Keystore != "k.json" || o.GasPrice != nil || o.MaxFee == nil {
		t.Errorf("a flag against the file: %+v, %v", o, err)
	}
	o, err = load(t, []string{"--config", file, "--ethereum-private-key", testKey}, "STO_KEYSTORE=k.json")
	if err != nil || o.PrivateKey.Reveal() != testKey || o.Keystore != "" {
		t.Errorf("a flag against the environment: %+v, %v", o, err)
	}
	for _, both := range [][]string{
		{"--ethereum-private-key=" + testKey, "--keystore=k"}, {"--ethereum-gas-price=1", "--max-fee-gwei=2"}, {"--ethereum-gas-price=1", "--priority-fee-gwei=2"},
	} {
		if _, err := load(t, both); !fault.Is(err, fault.Usage) || !strings.Contains(err.Error(), "exclude each other") || strings.Contains(err.Error(), testKey) {
			t.Errorf("%v: %v", both, err)
		}
	}
	if _, err := load(t, nil, "STO_PASSWORD=a", "STO_PASSWORD_FILE=b"); !fault.Is(err, fault.Usage) {
		t.Errorf("two passphrases: %v", err)
	}
}

func TestConfigFileTwice(t *testing.T) {
	file := write(t, "sto.ini", "network = dev\n")
	if o, err := load(t, []string{"--config", file, "--config-file", file}); err != nil || o.Network != "dev" || o.ConfigFile != file {
		t.Errorf("the same file: %v", err)
	}
	if _, err := load(t, []string{"--config", file, "--config-file", "other"}); !fault.Is(err, fault.Usage) {
		t.Errorf("different files: %v", err)
	}
	if o, err := load(t, []string{"--config="}, "STO_CONFIG="+file); err != nil || o.ConfigFile != "" {
		t.Errorf("an empty flag takes the file away: %v", err)
	}
}

func TestLooseSecretFile(t *testing.T) {
	mainnet, err := ParseNetwork("ethereum")
	if err != nil {
		t.Fatal(err)
	}
	dev, err := ParseNetwork("dev")
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name, text string
		mode       os.FileMode
		loose      bool
	}{
		{"key, open", "ethereum-private-key = " + testKey, 0o644, true},
		{"key, group", "ethereum-private-key = " + testKey, 0o640, true},
		{"password, open", "password = canary", 0o604, true},
		{"key, closed", "ethereum-private-key = " + testKey, 0o600, false},
		{"empty key, open", "ethereum-private-key =", 0o644, false},
		{"no secret, open", "network = dev", 0o644, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			file := write(t, "sto.ini", c.text+"\n")
			if err := os.Chmod(file, c.mode); err != nil {
				t.Fatal(err)
			}
			o, err := load(t, []string{"--config", file})
			if err != nil {
				t.Fatal(err)
			}
			if got := o.LooseSecretFile == file; got != c.loose {
				t.Errorf("LooseSecretFile is %q", o.LooseSecretFile)
			}
			err = o.CheckSecrets(mainnet)
			if c.loose != fault.Is(err, fault.Signer) || err != nil && strings.Contains(err.Error(), testKey) {
				t.Errorf("public network: %v", err)
			}
			if err := o.CheckSecrets(dev); err != nil {
				t.Errorf("development network: %v", err)
			}
		})
	}
}

func TestPassphrase(t *testing.T) {
	o, err := load(t, nil)
	if err != nil {
		t.Fatal(err)
	}
	if p, ok, err := o.Passphrase(); ok || err != nil || p != nil {
		t.Errorf("none: %q, %v, %v", p, ok, err)
	}
	o.PasswordFile = write(t, "pw", " with blanks \r\nsecond line\n")
	if p, ok, err := o.Passphrase(); !ok || err != nil || string(p) != " with blanks " {
		t.Errorf("file: %q, %v, %v", p, ok, err)
	}
	o.PasswordFile = filepath.Join(t.TempDir(), "missing")
	if _, _, err := o.Passphrase(); !fault.Is(err, fault.Signer) {
		t.Errorf("missing file: %v", err)
	}
	o.PasswordFile = t.TempDir()
	if _, _, err := o.Passphrase(); !fault.Is(err, fault.Signer) {
		t.Errorf("folder: %v", err)
	}
	o.Password = "direct"
	if p, ok, err := o.Passphrase(); !ok || err != nil || string(p) != "direct" {
		t.Errorf("direct: %q, %v, %v", p, ok, err)
	}
}
