package issuance_test

import (
	"context"
	"encoding/binary"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/issuance"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/testchain"
)

// answers is the creation code of a contract that gives a fixed answer to each signature, and an empty revert to others.
func answers(t *testing.T, say map[string][]byte) []byte {
	t.Helper()
	push2 := func(n int) []byte { return append([]byte{0x61}, binary.BigEndian.AppendUint16(nil, uint16(n))...) }
	// For each: DUP1 PUSH4 sel EQ ISZERO PUSH2 next JUMPI, PUSH2 len PUSH2 at PUSH0 CODECOPY, PUSH2 len PUSH0 RETURN, next: JUMPDEST
	const head, part = 5, 1 + 5 + 1 + 1 + 3 + 1 + 3 + 3 + 1 + 1 + 3 + 1 + 1 + 1
	size := head + len(say)*part + 3
	code := []byte{0x5f, 0x35, 0x60, 0xe0, 0x1c} // PUSH0 CALLDATALOAD PUSH1 224 SHR
	var data []byte
	for sig, answer := range say {
		next := len(code) + part - 1
		code = append(code, 0x80, 0x63)
		code = append(code, crypto.Keccak256([]byte(sig))[:4]...)
		code = append(code, 0x14, 0x15)
		code = append(code, push2(next)...)
		code = append(code, 0x57)
		code = append(code, push2(len(answer))...)
		code = append(code, push2(size+len(data))...)
		code = append(code, 0x5f, 0x39)
		code = append(code, push2(len(answer))...)
		code = append(code, 0x5f, 0xf3, 0x5b)
		data = append(data, answer...)
	}
	code = append(code, 0x5f, 0x5f, 0xfd)
	if len(code) != size {
		t.Fatalf("%d bytes of code, not %d", len(code), size)
	}
	code = append(code, data...)
	// PUSH2 len DUP1 PUSH1 12 PUSH0 CODECOPY PUSH0 RETURN
	init := append(push2(len(code)), 0x80, 0x60, 11, 0x5f, 0x39, 0x5f, 0xf3)
	return append(append(init, 0x00), code...)
}

func wordOf(n byte) []byte { return common.LeftPadBytes([]byte{n}, 32) }

func text(s string) []byte {
	b := append(wordOf(32), common.LeftPadBytes(binary.BigEndian.AppendUint32(nil, uint32(len(s))), 32)...)
	return append(b, common.RightPadBytes([]byte(s), (len(s)+31)/32*32)...)
}

func TestStatusOfOddTokens(t *testing.T) {
	r := newRig(t, testchain.Embedded(t))
	ctx := context.Background()
	deploy := func(key string, say map[string][]byte) common.Address {
		a := r.plan(outbox.Call{Data: answers(t, say), Kind: outbox.KindTestToken, Key: key})
		r.settle()
		return a
	}

	bytes32 := deploy("bytes32", map[string][]byte{"totalSupply()": wordOf(200), "name()": common.RightPadBytes([]byte("Maker"), 32),
		"symbol()": text("M\x1b[31mKR\u202e"), "decimals()": wordOf(2)})
	if s := r.status(bytes32); *s.Name != "Maker" || *s.Symbol != "M[31mKR" || *s.Supply != "2" || s.Owner != nil || len(s.Notes) != 0 {
		t.Errorf("a token of old: %+v", s)
	}

	bare := deploy("bare", map[string][]byte{"totalSupply()": wordOf(7)})
	if s := r.status(bare); s.Name != nil || s.Decimals != nil || s.Supply != nil || s.SupplyRaw.Int64() != 7 {
		t.Errorf("a token without decimals: %+v", s)
	}

	many := deploy("many", map[string][]byte{"totalSupply()": wordOf(7), "decimals()": wordOf(200), "name()": text(strings.Repeat("x", 20_000)),
		"paused()": wordOf(9), "owner()": common.RightPadBytes([]byte{1}, 32)})
	s := r.status(many)
	notes := strings.Join(s.Notes, "\n")
	for _, want := range []string{"decimals: the token has 200 decimals", "name: ", "20000 bytes", "paused: ", "owner: "} {
		if !strings.Contains(notes, want) {
			t.Errorf("notes lack %q: %s", want, notes)
		}
	}
	if s.Name != nil || s.Decimals != nil || s.Supply != nil || s.Paused != nil || s.Owner != nil {
		t.Errorf("a token that tells nonsense: %+v", s)
	}

	nft := deploy("nft", map[string][]byte{"totalSupply()": wordOf(7), "supportsInterface(bytes4)": wordOf(1)})
	_, err := issuance.ReadStatus(ctx, r.box.Node, nft, nil)
	wants(t, err, fault.Usage, "ERC-721")
	_, err = issuance.ReadStatus(ctx, r.box.Node, r.registryAt(), nil)
	wants(t, err, fault.Usage, "is no ERC-20 token")
	_, err = issuance.ReadStatus(ctx, r.box.Node, r.box.Sender, nil)
	wants(t, err, fault.Usage, "there is no contract at "+r.box.Sender.Hex())
}

// registryAt is a KYC registry on the chain.
func (r *rig) registryAt() common.Address {
	a := r.registry()
	r.settle()
	return a
}
