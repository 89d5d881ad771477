package signer

import (
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/sha512"
	"encoding/binary"
	"flag"
	"fmt"
	"math/big"
	"os"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
)

var update = flag.Bool("update", false, "write wellknown.go")

// mnemonics that development tools use unless told otherwise, with the first address each is known to give.
var mnemonics = []struct{ tool, words, first string }{
	{"anvil and hardhat", "test test test test test test test test test test test junk", "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"},
	{"ganache", "myth like bonus scare over problem client lizard pioneer submit female collect", "0x90F8bf6A479f320ead074411a4B0e7944Ea8c9C1"},
	{"truffle", "candy maple cake sugar pudding cream honey rich smooth crumble sweet treat", "0x627306090abaB3A6e1400e9345bC60c78a8BEf57"},
}

// The accounts of each mnemonic, and the smallest keys.
const (
	accounts  = 20
	smallKeys = 16
)

// TestWellKnownListIsDerived derives every address of the list from its mnemonic or key.
func TestWellKnownListIsDerived(t *testing.T) {
	var lines []string
	for _, m := range mnemonics {
		for i := range uint32(accounts) {
			a := derive(t, m.words, i)
			if i == 0 && a != common.HexToAddress(m.first) {
				t.Fatalf("%s: the first address is %s, want %s", m.tool, a, m.first)
			}
			lines = append(lines, eth.Lower(a))
		}
	}
	for i := range smallKeys {
		s, err := FromHex(fmt.Sprintf("%064x", i+1))
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, eth.Lower(s.Address()))
	}
	want := strings.Join(lines, "\n")
	if *update {
		source, err := os.ReadFile("wellknown.go")
		if err != nil {
			t.Fatal(err)
		}
		parts := strings.Split(string(source), "`")
		parts[1] = "\n" + want + "\n"
		if err := os.WriteFile("wellknown.go", []byte(strings.Join(parts, "`")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if strings.TrimSpace(wellKnown) != want {
		t.Errorf("the list differs from what is derived:\n%s", want)
	}
}

func TestWellKnown(t *testing.T) {
	junk := common.HexToAddress(mnemonics[0].first)
	other := common.HexToAddress("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")
	if !WellKnown(junk) || WellKnown(other) || WellKnown(common.Address{}) {
		t.Error("wrong answer")
	}
	if err := CheckPublic(junk, "sepolia"); !fault.Is(err, fault.Signer) || !strings.Contains(err.Error(), "sepolia") || fault.Hint(err) == "" {
		t.Errorf("error %v", err)
	}
	if err := CheckPublic(other, "sepolia"); err != nil {
		t.Error(err)
	}
}

// derive returns the address at m/44'/60'/0'/0/i by BIP-39 and BIP-32.
func derive(t *testing.T, words string, i uint32) common.Address {
	t.Helper()
	seed, err := pbkdf2.Key(sha512.New, words, []byte("mnemonic"), 2048, 64)
	if err != nil {
		t.Fatal(err)
	}
	key, chain := split(hmacSHA512([]byte("Bitcoin seed"), seed))
	const hardened = 1 << 31
	for _, index := range []uint32{44 + hardened, 60 + hardened, hardened, 0, i} {
		data := append([]byte{0}, key.FillBytes(make([]byte, 32))...)
		if index < hardened {
			k, err := crypto.ToECDSA(key.FillBytes(make([]byte, 32)))
			if err != nil {
				t.Fatal(err)
			}
			data = crypto.CompressPubkey(&k.PublicKey)
		}
		tweak, next := split(hmacSHA512(chain, binary.BigEndian.AppendUint32(data, index)))
		key = tweak.Add(tweak, key)
		key.Mod(key, crypto.S256().Params().N)
		chain = next
	}
	k, err := crypto.ToECDSA(key.FillBytes(make([]byte, 32)))
	if err != nil {
		t.Fatal(err)
	}
	return crypto.PubkeyToAddress(k.PublicKey)
}

func hmacSHA512(key, data []byte) []byte {
	h := hmac.New(sha512.New, key)
	h.Write(data)
	return h.Sum(nil)
}

func split(b []byte) (*big.Int, []byte) { return new(big.Int).SetBytes(b[:32]), b[32:] }
