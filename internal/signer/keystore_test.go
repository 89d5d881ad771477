package signer

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/keystore"

	"github.com/sto-project/sto/internal/fault"
)

const passphrase = "open sesame ü"

func newKeystore(t *testing.T) (path string, address string) {
	t.Helper()
	a, path, err := NewKeystore(filepath.Join(t.TempDir(), "new", "keys"), []byte(passphrase), true)
	if err != nil {
		t.Fatal(err)
	}
	return path, a.Hex()
}

func TestNewKeystore(t *testing.T) {
	path, address := newKeystore(t)
	for name, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
		info, err := os.Stat(name)
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("%s has mode %v, want %v (%v)", name, info.Mode().Perm(), want, err)
		}
	}
	claimed, err := KeystoreAddress(path)
	if err != nil || claimed.Hex() != address {
		t.Errorf("address %s, %v; want %s", claimed, err, address)
	}
	s, err := FromKeystore(path, []byte(passphrase))
	if err != nil || s.Address() != claimed {
		t.Fatalf("%v, %v", s, err)
	}
	key, err := ExportHex(path, []byte(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	if again, err := FromHex(key); err != nil || again.Address() != claimed {
		t.Errorf("the exported key is another one: %v, %v", again, err)
	}
	text, err := os.ReadFile(path)
	if err != nil || strings.Contains(strings.ToLower(string(text)), key[2:]) || strings.Contains(string(text), passphrase) {
		t.Errorf("the file holds a secret (%v)", err)
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("the folder has %v, %v", entries, err)
	}
	if _, err := keystore.DecryptKey(text, passphrase); err != nil {
		t.Errorf("geth can't open it: %v", err)
	}
}

func TestNewKeystoreRefuses(t *testing.T) {
	dir := t.TempDir()
	if _, _, err := NewKeystore(dir, nil, true); !fault.Is(err, fault.Signer) {
		t.Errorf("empty passphrase: %v", err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 0 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
	blocked := filepath.Join(dir, "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := NewKeystore(filepath.Join(blocked, "keys"), []byte(passphrase), true); !fault.Is(err, fault.Signer) {
		t.Errorf("no folder: %v", err)
	}
}

// The examples of the Web3 Secret Storage Definition. They name no address.
func TestWeb3Examples(t *testing.T) {
	for _, name := range []string{"web3-scrypt.json", "web3-pbkdf2.json"} {
		path := filepath.Join("testdata", name)
		key, err := ExportHex(path, []byte("testpassword"))
		if want := "0x7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d"; err != nil || key != want {
			t.Errorf("%s: %s, %v", name, key, err)
		}
		if _, err := KeystoreAddress(path); !fault.Is(err, fault.Signer) || !strings.Contains(err.Error(), "does not name its address") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWrongPassphrase(t *testing.T) {
	path, _ := newKeystore(t)
	for _, wrong := range []string{"", "canary-c0ffee", passphrase + " "} {
		s, err := FromKeystore(path, []byte(wrong))
		if s != nil || !fault.Is(err, fault.Signer) || !strings.Contains(err.Error(), "the passphrase does not open keystore "+path) || fault.Hint(err) == "" {
			t.Fatalf("%v, %v", s, err)
		}
		if wrong != "" && strings.Contains(err.Error()+fault.Hint(err), wrong) {
			t.Errorf("the error repeats the passphrase: %v", err)
		}
	}
}

func TestBadKeystores(t *testing.T) {
	path, address := newKeystore(t)
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	// with returns the good file with one value changed; the last part of the path is the name of the value.
	with := func(value any, path ...string) string {
		var doc map[string]any
		if err := json.Unmarshal(good, &doc); err != nil {
			t.Fatal(err)
		}
		at := doc
		for _, p := range path[:len(path)-1] {
			at = at[p].(map[string]any)
		}
		at[path[len(path)-1]] = value
		text, err := json.Marshal(doc)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	kdf := func(name string, value any) string { return with(value, "crypto", "kdfparams", name) }
	cases := []struct{ name, text, says string }{
		{"raw key", exampleKey, "is no keystore file"},
		{"quoted raw key", `"` + exampleKey + `"`, "is no keystore file"},
		{"empty", "", "is no keystore file"},
		{"other JSON", "{}", "is no keystore of version 3"},
		{"version 1", with("1", "version"), "is no keystore of version 3"},
		{"no salt", kdf("salt", nil), "has no salt"},
		{"salt not hex", kdf("salt", "zz"), "is damaged"},
		{"short derived key", kdf("dklen", 16), "derived key is not 32 bytes"},
		{"no n", kdf("n", nil), "more work or memory"},
		{"n as text", kdf("n", "262144"), "more work or memory"},
		{"memory bomb", kdf("n", 1<<30), "more work or memory"},
		{"overflow", kdf("r", 1<<31-1), "more work or memory"},
		{"time bomb", kdf("p", 100000), "more work or memory"},
		{"n is no power of two", kdf("n", 4097), "is damaged"},
		{"unknown method", with("argon2", "crypto", "kdf"), "a method other than scrypt"},
		{"pbkdf2 without rounds", with("pbkdf2", "crypto", "kdf"), "more work than any keystore needs"},
		{"unknown cipher", with("rot13", "crypto", "cipher"), "is damaged"},
		{"short vector", with("00", "crypto", "cipherparams", "iv"), "wrong length"},
		{"other vector", with(strings.Repeat("00", 16), "crypto", "cipherparams", "iv"), "names the address " + address},
		{"other address", with(strings.Repeat("11", 20), "address"), "but holds the key of " + address},
		{"other cipher text", with(strings.Repeat("00", 32), "crypto", "ciphertext"), "the passphrase does not open"},
		{"mac not hex", with("zz", "crypto", "mac"), "is damaged"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "key.json")
			if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
				t.Fatal(err)
			}
			s, err := FromKeystore(path, []byte(passphrase))
			if s != nil || !fault.Is(err, fault.Signer) || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), path) {
				t.Fatalf("%v, %v; want an error that says %q", s, err, c.says)
			}
			if strings.Contains(err.Error(), exampleKey) {
				t.Errorf("the error repeats a key: %v", err)
			}
		})
	}
}

func TestUnreadableKeystores(t *testing.T) {
	dir := t.TempDir()
	if _, err := FromKeystore(filepath.Join(dir, "none"), nil); !fault.Is(err, fault.Signer) || !strings.Contains(err.Error(), "does not exist") {
		t.Errorf("missing: %v", err)
	}
	if _, err := KeystoreAddress(dir); !fault.Is(err, fault.Signer) || !strings.Contains(err.Error(), "is a folder") {
		t.Errorf("folder: %v", err)
	}
	large := filepath.Join(dir, "large")
	if err := os.WriteFile(large, []byte(strings.Repeat(" ", maxFile+2)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := KeystoreAddress(large); !fault.Is(err, fault.Signer) {
		t.Errorf("large: %v", err)
	}
}

func TestLooseWarning(t *testing.T) {
	path, _ := newKeystore(t)
	if w := LooseWarning(path); w != "" {
		t.Errorf("closed file: %s", w)
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	if w := LooseWarning(path); !strings.Contains(w, path) {
		t.Errorf("open file: %q", w)
	}
	if w := LooseWarning(path + "x"); w != "" {
		t.Errorf("missing file: %s", w)
	}
}

func FuzzParse(f *testing.F) {
	for _, name := range []string{"web3-scrypt.json", "web3-pbkdf2.json"} {
		text, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Add([]byte(`{"version":3,"crypto":{"kdf":"scrypt","kdfparams":{"n":2,"r":1,"p":1,"dklen":32,"salt":""}}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		k, err := parse(text)
		if err != nil {
			return
		}
		// What parse lets through must not make decryption panic; only cheap ones are tried.
		n, _ := count(k.Crypto.KDFParams["n"])
		c, _ := count(k.Crypto.KDFParams["c"])
		if n*max(c, 1) > 1<<10 || c > 1<<10 {
			return
		}
		if r, _ := count(k.Crypto.KDFParams["r"]); r > 64 {
			return
		}
		_, err = keystore.DecryptDataV3(k.Crypto, "x")
		if err == nil {
			t.Fatal("opened")
		}
	})
}
