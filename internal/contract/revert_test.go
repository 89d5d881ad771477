package contract

import (
	"encoding/hex"
	"math/big"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"
)

// encodeError returns the revert data of an error of ours.
func encodeError(t testing.TB, name string, args ...any) []byte {
	t.Helper()
	for id, e := range knownErrors() {
		if e.Name != name {
			continue
		}
		packed, err := e.Inputs.Pack(args...)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return append(id[:], packed...)
	}
	t.Fatalf("no error %s", name)
	return nil
}

func TestRevert(t *testing.T) {
	a := common.HexToAddress("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266")
	b := common.HexToAddress("0x70997970c51812dc3a010c7d01b50e0d17dc79c8")
	text := func(s string) []byte {
		data := common.FromHex("0x08c379a0")
		data = append(data, common.LeftPadBytes([]byte{32}, 32)...)
		data = append(data, common.LeftPadBytes(big.NewInt(int64(len(s))).Bytes(), 32)...)
		return append(data, common.RightPadBytes([]byte(s), (len(s)+31)/32*32)...)
	}
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"nothing", nil, "the contract refused without a reason"},
		{"two bytes", []byte{1, 2}, "the contract refused with data that is no error: 0x0102"},
		{"reason", text("no luck"), "the contract refused: no luck"},
		{"empty reason", text(""), "the contract refused with an empty reason"},
		{"bad UTF-8", text("\xff"), "the contract refused: \uFFFD"},
		{"damaged reason", common.FromHex("0x08c379a0ffff"), "the contract refused with a damaged reason"},
		{
			"overflow", append(common.FromHex("0x4e487b71"), common.LeftPadBytes([]byte{0x11}, 32)...),
			"the contract stopped on a mistake of its own: a number over- or underflowed (panic 0x11)",
		},
		{
			"unknown panic", append(common.FromHex("0x4e487b71"), common.LeftPadBytes([]byte{0x77}, 32)...),
			"the contract stopped on a mistake of its own (panic 0x77)",
		},
		{
			"balance", encodeError(t, "ERC20InsufficientBalance", a, big.NewInt(5), big.NewInt(7)),
			"the account 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266 holds 5 units, and 7 are needed",
		},
		{
			"restricted", encodeError(t, "TransferRestricted", uint8(33), a, b, big.NewInt(9)),
			"the receiver is not whitelisted (9 units from 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266 to 0x70997970C51812dc3A010C7d01b50e0d17dc79C8)",
		},
		{
			"role", encodeError(t, "AccessControlUnauthorizedAccount", a, [32]byte(RoleIssue.ID())),
			`the account 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266 does not have the role "issue" that this needs`,
		},
		{
			"unknown role", encodeError(t, "AccessControlUnauthorizedAccount", a, [32]byte{1}),
			`the account 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266 does not have the role "0x0100000000000000000000000000000000000000000000000000000000000000" that this needs`,
		},
		{
			"unknown error", common.FromHex("0x12345678"),
			"the contract refused with an error that this program does not know: 0x12345678",
		},
		{
			"damaged error", encodeError(t, "AddressIsFrozen", a)[:20],
			"the contract refused with a damaged AddressIsFrozen",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Revert(c.data); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// Every error that one of our contracts can answer with has words of its own.
func TestRevertKnowsAllErrors(t *testing.T) {
	if len(knownErrors()) < 30 {
		t.Fatalf("only %d errors known", len(knownErrors()))
	}
	for id, e := range knownErrors() {
		args := make([]any, len(e.Inputs))
		for i, in := range e.Inputs {
			args[i] = reflect.Zero(in.Type.GetType()).Interface()
			if _, ok := args[i].(*big.Int); ok {
				args[i] = big.NewInt(1)
			}
		}
		packed, err := e.Inputs.Pack(args...)
		if err != nil {
			t.Fatal(err)
		}
		got := Revert(append(id[:], packed...))
		if strings.Contains(got, e.Name) || strings.Contains(got, "%!") || strings.Contains(got, "0xf39") {
			t.Errorf("%s: %q", e.Sig, got)
		}
	}
}

func TestRevertBoundsText(t *testing.T) {
	if got := Revert(append(common.FromHex("0xdeadbeef"), make([]byte, 1<<20)...)); len(got) > 400 {
		t.Errorf("%d bytes", len(got))
	}
}

func FuzzRevert(f *testing.F) {
	for _, s := range []string{"", "08c379a0", "4e487b71", "e450d38c", "08c379a0" + strings.Repeat("ff", 64)} {
		b, err := hex.DecodeString(s)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	for id := range knownErrors() {
		f.Add(append(id[:], make([]byte, 128)...))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got := Revert(data)
		if got == "" || len(got) > 8*maxText || !utf8.ValidString(got) || strings.Contains(got, "%!") {
			t.Fatalf("%x: %q", data, got)
		}
	})
}
