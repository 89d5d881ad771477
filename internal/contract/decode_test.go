package contract

import (
	"bytes"
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

func word(n int64) []byte { return common.LeftPadBytes(big.NewInt(n).Bytes(), 32) }

// text encodes a string as a contract returns it.
func text(s string) []byte {
	return bytes.Join([][]byte{word(32), word(int64(len(s))), common.RightPadBytes([]byte(s), (len(s)+31)/32*32)}, nil)
}

func TestDecodeText(t *testing.T) {
	for _, c := range []struct {
		name string
		ret  []byte
		want string
		err  string // part of the error
	}{
		{"string", text("Example AG"), "Example AG", ""},
		{"empty string", text(""), "", ""},
		{"bytes32", common.RightPadBytes([]byte("Maker"), 32), "Maker", ""},
		{"full bytes32", bytes.Repeat([]byte("x"), 32), strings.Repeat("x", 32), ""},
		{"longest", text(strings.Repeat("x", 1024)), strings.Repeat("x", 1024), ""},
		{"invalid UTF-8", text("a\xffb"), "a\uFFFDb", ""},
		{"control characters stay", text("a\x1bb"), "a\x1bb", ""},
		{"nothing", nil, "", "it is empty"},
		{"short", []byte{1}, "", "1 bytes, not 32"},
		{"too long", text(strings.Repeat("x", 1025)), "", "1025 bytes"},
		{"length past the end", append(word(32), word(1)...), "", "no text"},
		{"huge length", append(word(32), bytes.Repeat([]byte{0xff}, 32)...), "", "no text"},
		{"huge offset", append(bytes.Repeat([]byte{0xff}, 32), word(1)...), "", "no text"},
		{"offset past the end", append(word(64), word(1)...), "", "no text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Name().Decode(c.ret)
			if c.err != "" {
				if err == nil || !strings.Contains(err.Error(), c.err) {
					t.Fatalf("got %q, %v", got, err)
				}
				return
			}
			if err != nil || got != c.want {
				t.Errorf("got %q, %v", got, err)
			}
		})
	}
}

func TestDecodeWords(t *testing.T) {
	full := bytes.Repeat([]byte{0xff}, 32)
	if n, err := BalanceOf(common.Address{}).Decode(full); err != nil || n.BitLen() != 256 {
		t.Errorf("greatest balance: %v, %v", n, err)
	}
	if n, err := TotalSupply().Decode(append(word(5), full...)); err != nil || n.Int64() != 5 {
		t.Errorf("more than a word: %v, %v", n, err)
	}
	if n, err := Decimals().Decode(word(77)); err != nil || n != 77 {
		t.Errorf("77 decimals: %d, %v", n, err)
	}
	for _, ret := range [][]byte{word(78), word(200), word(256), full, nil, word(1)[1:]} {
		if n, err := Decimals().Decode(ret); err == nil {
			t.Errorf("%x: %d decimals", ret, n)
		}
	}
	for _, ret := range [][]byte{word(2), full, nil} {
		if ok, err := Paused().Decode(ret); err == nil {
			t.Errorf("%x: %v", ret, ok)
		}
	}
	if _, err := Owner().Decode(full); err == nil {
		t.Error("32 bytes of 0xff taken for an address")
	}
	if _, err := BalanceOf(common.Address{}).Decode(nil); err == nil || !strings.Contains(err.Error(), "balanceOf") {
		t.Errorf("no answer: %v", err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(text("Example AG"))
	f.Add([]byte{})
	f.Add(bytes.Repeat([]byte{0xff}, 96))
	f.Add(append(word(32), bytes.Repeat([]byte{0xff}, 64)...))
	f.Fuzz(func(t *testing.T, ret []byte) {
		s, err := Name().Decode(ret)
		if err == nil && (!utf8.ValidString(s) || len(s) > 3*maxText) {
			t.Errorf("%x: %q", ret, s)
		}
		if n, err := Decimals().Decode(ret); err == nil && n > maxDecimals {
			t.Errorf("%x: %d decimals", ret, n)
		}
		if n, err := BalanceOf(common.Address{}).Decode(ret); err == nil && n.Cmp(new(big.Int).SetBytes(ret[:32])) != 0 {
			t.Errorf("%x: %v", ret, n)
		}
	})
}

func TestTopics(t *testing.T) {
	// The first four bytes, as found on the chain.
	for i, want := range []string{"0xddf252ad", "0xa59f12e3", "0x696de425", "0x768ff242"} {
		if got := BalanceTopics()[i].Hex(); !strings.HasPrefix(got, want) {
			t.Errorf("topic %d: %s, want %s…", i, got, want)
		}
	}
}

func TestRoles(t *testing.T) {
	if RoleAdmin.ID() != (common.Hash{}) || RoleIssue.ID() != crypto.Keccak256Hash([]byte("ISSUE_ROLE")) {
		t.Error("ids of roles")
	}
	for _, r := range Roles() {
		if got, ok := roleByID(r.ID()); !ok || got != r {
			t.Errorf("%s: %s", r, got)
		}
	}
}

func TestGasTableIsComplete(t *testing.T) {
	for _, op := range []Op{
		GasKycDeploy, GasTokenDeploy, GasTestTokenDeploy, GasSetPolicy, GasIssue, GasKycSet, GasKycBatchBase, GasKycBatchEach,
		GasTransferRestrictedFresh, GasTransferRestrictedExisting, GasTransferUnrestrictedFresh,
		GasTransferUnrestrictedExisting, GasTransferAfterRecordDate, GasTestTokenTransferFresh, GasTestTokenTransferExisting,
		GasBatchTransferRestrictedBase, GasBatchTransferRestrictedEachFresh, GasBatchTransferRestrictedEachExisting,
		GasBatchTransferUnrestrictedBase, GasBatchTransferUnrestrictedEachFresh, GasBatchTransferUnrestrictedEachExisting,
		GasRecordDate, GasBurn, GasForcedTransfer, GasRecover, GasSetAddressFrozen, GasSetFrozenTokens, GasAnnounce,
		GasSetDocument, GasSetInfo, GasPause,
	} {
		if g := Gas(op); g < 5_000 || g > 8_000_000 {
			t.Errorf("%s: %d", op, g)
		}
	}
	if Gas(GasTag) != 256 {
		t.Errorf("tag: %d", Gas(GasTag))
	}
	if Gas("no such operation") != 0 {
		t.Error("an unknown operation has gas")
	}
}

func TestAmountsAreChecked(t *testing.T) {
	for _, v := range []*big.Int{nil, big.NewInt(-1), new(big.Int).Lsh(big.NewInt(1), 256)} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%v was taken", v)
				}
			}()
			Transfer(common.Address{}, v)
		}()
	}
}

// bundleFile writes a bundle made from the built-in contracts, changed by edit.
func bundleFile(t *testing.T, edit func(map[string]map[string]any)) string {
	t.Helper()
	all := map[string]map[string]any{}
	for _, name := range []string{"SecurityToken", "KycRegistry", "TestToken"} {
		abi, err := os.ReadFile(filepath.Join("..", "..", "contracts", "artifacts", name, "abi.json"))
		if err != nil {
			t.Fatal(err)
		}
		all[name] = map[string]any{"abi": json.RawMessage(abi), "bytecode": "0x6001"}
	}
	edit(all)
	b, err := json.Marshal(map[string]any{"contracts": all})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "bundle.json")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestLoadBundle(t *testing.T) {
	path := bundleFile(t, func(map[string]map[string]any) {})
	b, err := LoadBundle(path)
	if err != nil {
		t.Fatal(err)
	}
	data, err := b.DeployKycRegistry(common.HexToAddress("0x01"))
	if err != nil || !bytes.Equal(data, append([]byte{0x60, 0x01}, word(1)...)) {
		t.Errorf("%x, %v", data, err)
	}
	if b.Path() != path || Builtin().Path() != "" {
		t.Error("paths")
	}
}

func TestLoadBundleRefuses(t *testing.T) {
	rename := func(from, to string) func(map[string]map[string]any) {
		return func(all map[string]map[string]any) {
			abi := bytes.Replace(all["SecurityToken"]["abi"].(json.RawMessage), []byte(`"name": "`+from+`"`), []byte(`"name": "`+to+`"`), -1)
			all["SecurityToken"]["abi"] = json.RawMessage(abi)
		}
	}
	for _, c := range []struct {
		name string
		edit func(map[string]map[string]any)
		want string
	}{
		{"contract missing", func(a map[string]map[string]any) { delete(a, "TestToken") }, "has no contract TestToken"},
		{"method missing", rename("batchTransfer", "other"), "SecurityToken has no method batchTransfer(address[],uint256[])"},
		{"not linked", func(a map[string]map[string]any) { a["TestToken"]["bytecode"] = "0x60__$lib$__" }, "not hex"},
		{"no bytecode", func(a map[string]map[string]any) { a["TestToken"]["bytecode"] = "" }, "is empty"},
		{"no abi", func(a map[string]map[string]any) { a["TestToken"]["abi"] = 5 }, "the abi of TestToken is wrong"},
		{"other constructor", func(a map[string]map[string]any) {
			a["KycRegistry"]["abi"] = json.RawMessage(`[]`)
		}, "the constructor of KycRegistry takes (), not (address)"},
		{"other answer", func(a map[string]map[string]any) {
			a["SecurityToken"]["abi"] = json.RawMessage(bytes.Replace(a["SecurityToken"]["abi"].(json.RawMessage),
				[]byte(`"type": "uint8"
      }
    ],
    "stateMutability": "view",
    "type": "function"`), []byte(`"type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"`), -1))
		}, "answers (uint256), not (uint8)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := bundleFile(t, c.edit)
			_, err := LoadBundle(path)
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), path) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
	if _, err := LoadBundle(filepath.Join(t.TempDir(), "none.json")); err == nil || !strings.Contains(err.Error(), "does not exist") {
		t.Errorf("missing file: %v", err)
	}
	if _, err := LoadBundle(t.TempDir()); err == nil {
		t.Error("a folder was taken")
	}
	garbage := filepath.Join(t.TempDir(), "x.json")
	if err := os.WriteFile(garbage, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := LoadBundle(garbage); err == nil || !strings.Contains(err.Error(), "not the JSON") {
		t.Errorf("garbage: %v", err)
	}
}

// oddToken is the deployment data of one of the odd tokens.
func oddToken(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "odd", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Bytecode string `json:"bytecode"`
	}
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	return common.FromHex(file.Bytecode)
}

// What is asked of tokens of others is answered, or refused with a reason.
func TestOddTokens(t *testing.T) {
	c := newChain(t)
	decode := func(name string, data []byte, read func([]byte) error) error {
		at := c.deploy(oddToken(t, name), nil)
		ret, why := c.call(&at, data)
		if why != "" {
			t.Fatalf("%s: %s", name, why)
		}
		return read(ret)
	}
	name := func(want string) func([]byte) error {
		return func(ret []byte) error {
			got, err := Name().Decode(ret)
			if err == nil && got != want {
				t.Errorf("name %q, want %q", got, want)
			}
			return err
		}
	}
	if err := decode("Bytes32Name", Name().Data, name("Bytes Thirty-Two")); err != nil {
		t.Error(err)
	}
	if err := decode("RudeToken", Name().Data, name("Rude\x1b[31m\u202eToken\u200b")); err != nil {
		t.Error(err)
	}
	if err := decode("MegabyteName", Name().Data, name("")); err == nil || !strings.Contains(err.Error(), "1048576 bytes") {
		t.Errorf("megabyte: %v", err)
	}
	if err := decode("ManyDecimals", Decimals().Data, func(ret []byte) error {
		_, err := Decimals().Decode(ret)
		return err
	}); err == nil || !strings.Contains(err.Error(), "200 decimals") {
		t.Errorf("200 decimals: %v", err)
	}
	if err := decode("MinimalNft", SupportsInterface([4]byte{0x80, 0xac, 0x58, 0xcd}).Data, func(ret []byte) error {
		ok, err := Paused().Decode(ret)
		if !ok {
			t.Error("the ERC-721 says it is none")
		}
		return err
	}); err != nil {
		t.Error(err)
	}
	rude := c.deploy(oddToken(t, "RudeToken"), nil)
	if _, why := c.call(&rude, Transfer(c.me, big.NewInt(1))); !strings.HasPrefix(why, "the contract refused: \x1b[2J") {
		t.Errorf("rude reason %q", why)
	}
	strict := c.deploy(oddToken(t, "StrictToken"), nil)
	if _, why := c.call(&strict, append(Transfer(c.me, big.NewInt(1)), 0)); !strings.Contains(why, "does not know: 0x") {
		t.Errorf("strict reason %q", why)
	}
	c.send(&strict, Transfer(common.HexToAddress("0x0b"), big.NewInt(1)))
}
