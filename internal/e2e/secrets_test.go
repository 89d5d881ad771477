package e2e

import (
	"bytes"
	"encoding/hex"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sto-project/sto/internal/testchain"
)

// TestSecretsCanary gives the program secrets by every way there is, and looks for them in all it leaves.
func TestSecretsCanary(t *testing.T) {
	t.Parallel()
	n := testchain.Embedded(t)
	target, err := url.Parse(n.URL)
	if err != nil {
		t.Fatal(err)
	}
	const path, user, query = "5ecre7c0ffee5ecre7c0ffee5ecre7c0", "userc4n4ry", "queryc4n4ryqueryc4n4ry"
	proxy := httptest.NewServer(&httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.Out.URL.Scheme, r.Out.URL.Host, r.Out.URL.Path, r.Out.URL.RawQuery, r.Out.Host = target.Scheme, target.Host, "/", "", target.Host
		r.Out.Header.Del("Authorization")
	}})
	defer proxy.Close()
	broken := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, "no such project: "+r.URL.String(), http.StatusUnauthorized) // an answer that repeats the secret
	}))
	defer broken.Close()
	garbled := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := w.Write([]byte(`{"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":"denied for ` + r.URL.String() + `"}}`)); err != nil {
			t.Error(err)
		}
	}))
	defer garbled.Close()
	secretURL := func(base string) string {
		return strings.Replace(base, "http://", "http://"+user+":"+user+"@", 1) + "/v3/" + path + "?apikey=" + query
	}

	const passphrase = "pa55phrasec4n4ry"
	d := newDesk(t, n).with("STO_ETHEREUM_NODE_URL", secretURL(proxy.URL), "STO_LOG_LEVEL", "debug", "STO_ETHERSCAN_API_KEY", "etherscanc4n4ry")
	keystore := n.Keystore(t, 0, passphrase)
	withKeystore := d.with("STO_ETHEREUM_PRIVATE_KEY", "", "STO_KEYSTORE", keystore, "STO_PASSWORD", passphrase)
	withFile := d.with("STO_ETHEREUM_PRIVATE_KEY", "", "STO_KEYSTORE", keystore, "STO_PASSWORD_FILE", d.write("pass.txt", passphrase+"\n"))
	withConfig := d.with("STO_ETHEREUM_PRIVATE_KEY", "", "STO_ETHEREUM_NODE_URL", "", "STO_CONFIG",
		d.write("sto.ini", "ethereum-private-key = "+keyHex(n, 0)+"\nethereum-node-url = "+secretURL(proxy.URL)+"\n"))

	secrets := []string{keyHex(n, 0), keyHex(n, 1), path, user, query, passphrase, "etherscanc4n4ry"}
	look := func(r result) result {
		t.Helper()
		for name, text := range map[string]string{"standard output": r.stdout, "standard error": r.stderr} {
			for _, s := range secrets {
				if strings.Contains(strings.ToLower(text), s) {
					t.Errorf("%s holds %s: %s", name, s, r)
				}
			}
		}
		return r
	}
	works := func(d *desk, args ...string) result {
		t.Helper()
		r := look(d.run(args...))
		if r.code != 0 {
			t.Fatalf("it failed: %s", r)
		}
		return r
	}
	rows := makeRows("secret", 5)
	works(d, "diagnose")
	works(withKeystore, "kyc-deploy")
	works(withFile, "kyc-manage", "--whitelist-address", d.account.Hex())
	works(withConfig, "issue", "--symbol", "S", "--name", "S", "--url", "https://s.example", "--amount", "100", "--transfer-restriction", "unrestricted")
	works(withKeystore, "tx-broadcast")
	works(withKeystore, "tx-update")
	logs := works(d, "issue-logs", "--output", "json")
	token := decode[struct{ Issuances []struct{ Token string } }](t, logs).Issuances[0].Token
	args := []string{"distribute-multiple", "--csv-input", d.write("rows.csv", file(rows)), "--address", token}
	works(withFile, args...)
	if r := look(d.run("--ethereum-private-key", keyHex(n, 0), "tx-broadcast")); r.code != 0 {
		t.Errorf("the key on the command line: %s", r)
	}
	for _, command := range [][]string{{"tx-update"}, {"tx-last", "--limit", "50"}, {"token-status", "--address", token}, {"token-scan", "--token-address", token},
		{"cap-table", "--token-address", token}, {"tx-next-nonce"}, {"diagnose"}, {"diagnose", "--output", "json"}} {
		works(withKeystore, command...)
	}

	// Failures, in both forms of errors.
	down := "http://" + freePort(t)
	for name, c := range map[string]*desk{
		"node down":           d.with("STO_ETHEREUM_NODE_URL", secretURL(down)),
		"several nodes down":  d.with("STO_ETHEREUM_NODE_URL", secretURL(down)+","+secretURL(broken.URL)),
		"node refuses":        d.with("STO_ETHEREUM_NODE_URL", secretURL(broken.URL)),
		"node repeats":        d.with("STO_ETHEREUM_NODE_URL", secretURL(garbled.URL)),
		"a URL that is none":  d.with("STO_ETHEREUM_NODE_URL", "htp://"+user+":"+user+"@host/"+path+"?apikey="+query),
		"a URL with a space":  d.with("STO_ETHEREUM_NODE_URL", "http://ho st/"+path+"?apikey="+query),
		"a wrong passphrase":  withKeystore.with("STO_KEYSTORE", n.Keystore(t, 1, "another")),
		"a key too long":      d.with("STO_ETHEREUM_PRIVATE_KEY", keyHex(n, 0)+keyHex(n, 1)),
		"a key with a letter": d.with("STO_ETHEREUM_PRIVATE_KEY", "x"+keyHex(n, 0)),
		"the key as keystore": d.with("STO_ETHEREUM_PRIVATE_KEY", "", "STO_KEYSTORE", d.write("raw.txt", keyHex(n, 0))),
		"another chain":       d.with("STO_NETWORK", "sepolia"),
		"a key in a bad file": d.with("STO_CONFIG", d.write("bad.ini", "ethereum-private-key "+keyHex(n, 0)+"\n")),
		"an unknown secret":   d.with("STO_CONFIG", d.write("bad2.ini", "private-key = "+keyHex(n, 0)+"\n")),
	} {
		for _, more := range [][]string{nil, {"--output", "json"}} {
			for _, command := range [][]string{{"kyc-deploy", "--again"}, args} {
				if r := look(c.run(append(command, more...)...)); r.code == 0 {
					t.Errorf("%s: it worked: %s", name, r)
				}
			}
		}
	}
	look(d.run("diagnose", "--ethereum-node-url", secretURL(down)))
	look(d.run("tx-last", "--ethereum-private-key="+keyHex(n, 0)+"\x1b[31m", "--nonsense"))
	look(d.run("--ethereum-private-key", keyHex(n, 0)))

	// What stays on the disk, but for the files that the secrets were given in.
	err = filepath.WalkDir(d.dir, func(p string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.Contains(filepath.Base(p), "sqlite") {
			return err
		}
		if info, err := e.Info(); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("others can read %s: %v, %v", p, info.Mode(), err)
		}
		text, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		for _, s := range secrets {
			raw, err := hex.DecodeString(s)
			if bytes.Contains(bytes.ToLower(text), []byte(s)) || err == nil && len(raw) > 8 && bytes.Contains(text, raw) {
				t.Errorf("%s holds %s", p, s)
			}
		}
		for _, r := range rows { // nor what is personal
			if bytes.Contains(text, []byte(r.name)) || bytes.Contains(text, []byte("@holders.example")) {
				t.Errorf("%s holds names or emails of holders", p)
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
