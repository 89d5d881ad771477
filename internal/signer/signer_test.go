package signer

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/sto-project/sto/internal/fault"
)

// An example of EIP-155, and its address.
const (
	exampleKey     = "4646464646464646464646464646464646464646464646464646464646464646"
	exampleAddress = "0x9d8A62f656a8d1615C1294fd71e9CFb3E4855A4F"
)

func example(t *testing.T) Signer {
	t.Helper()
	s, err := FromHex("0x" + exampleKey)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func transactions(chainID int64) []*types.Transaction {
	to := common.HexToAddress("0x3535353535353535353535353535353535353535")
	return []*types.Transaction{
		types.NewTx(&types.LegacyTx{Nonce: 9, GasPrice: big.NewInt(20e9), Gas: 21000, To: &to, Value: big.NewInt(1e18)}),
		types.NewTx(&types.DynamicFeeTx{ChainID: big.NewInt(chainID), Nonce: 1, GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(2), Gas: 21000, To: &to}),
		types.NewTx(&types.DynamicFeeTx{ChainID: big.NewInt(chainID), Gas: 1000000, Data: []byte{0x60}}),
	}
}

func TestFromHex(t *testing.T) {
	for _, key := range []string{exampleKey, "0x" + exampleKey, " 0X" + exampleKey + "\n"} {
		s, err := FromHex(key)
		if err != nil || s.Address().Hex() != exampleAddress {
			t.Errorf("%v, %v", s, err)
		}
	}
}

func TestSign(t *testing.T) {
	s := example(t)
	for i, tx := range transactions(1) {
		signed, err := s.Sign(t.Context(), tx, big.NewInt(1))
		if err != nil {
			t.Fatalf("transaction %d: %v", i, err)
		}
		from, err := types.Sender(types.LatestSignerForChainID(big.NewInt(1)), signed)
		if err != nil || from != s.Address() || !signed.Protected() || signed.ChainId().Int64() != 1 {
			t.Errorf("transaction %d: from %s on chain %s, %v", i, from, signed.ChainId(), err)
		}
	}
	// The hash of the signed example in EIP-155.
	signed, err := s.Sign(t.Context(), transactions(1)[0], big.NewInt(1))
	if want := "0x33469b22e9f636356c4160a87eb19df52b7412e8eac32a4a55ffe88ea8350788"; err != nil || signed.Hash().Hex() != want {
		t.Errorf("hash %s, %v", signed.Hash(), err)
	}
}

func TestSignRefuses(t *testing.T) {
	s := example(t)
	for name, c := range map[string]struct {
		tx    int
		chain *big.Int
	}{
		"no chain id": {0, nil}, "chain id 0": {0, new(big.Int)}, "negative chain id": {0, big.NewInt(-1)}, "another chain's transaction": {1, big.NewInt(5)},
	} {
		if signed, err := s.Sign(t.Context(), transactions(1)[c.tx], c.chain); !fault.Is(err, fault.Signer) || signed != nil {
			t.Errorf("%s: %v, %v", name, signed, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Sign(ctx, transactions(1)[1], big.NewInt(1)); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestSignConcurrently(t *testing.T) {
	s := example(t)
	want, err := s.Sign(t.Context(), transactions(7)[1], big.NewInt(7))
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				if got, err := s.Sign(t.Context(), transactions(7)[1], big.NewInt(7)); err != nil || got.Hash() != want.Hash() {
					t.Errorf("%v, %v", got, err)
				}
			}
		})
	}
	wg.Wait()
}

// Wrong keys are made of a canary, which no error may hold, not even a part of it.
func TestErrorsNeverHoldTheKey(t *testing.T) {
	const canary = "c0ffeec0ffeec0ffeec0ffeec0ffeec0ffeec0ffeec0ffeec0ffeec0ffeec0ff"
	for name, key := range map[string]string{
		"short": canary[:63], "long": canary + "ee", "not hex": canary[:63] + "z", "control": canary[:60] + "\x1b[1m", "empty": "", "only prefix": "0x",
		"above the range": "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", "zero": strings.Repeat("0", 64), "blanks": "c0ffee c0ffee",
	} {
		s, err := FromHex(key)
		if !fault.Is(err, fault.Signer) || s != nil {
			t.Errorf("%s: %v, %v", name, s, err)
			continue
		}
		said := err.Error() + fault.Hint(err)
		if strings.Contains(said, "c0ff") || strings.Contains(said, "ffff") || strings.Contains(said, "0000") || strings.Contains(said, "z") && strings.Contains(said, "'z'") {
			t.Errorf("%s: the error repeats the key: %s", name, said)
		}
	}
}

func TestSignerPrintsItsAddressOnly(t *testing.T) {
	s := example(t)
	var log strings.Builder
	slog.New(slog.NewTextHandler(&log, nil)).Info("x", "signer", s)
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "signer", s)
	out := log.String()
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%x", "%d", "%q"} {
		out += fmt.Sprintf(verb, s) + fmt.Sprintf(verb, struct{ S Signer }{s})
	}
	key, _ := new(big.Int).SetString(exampleKey, 16)
	for _, secret := range []string{exampleKey, key.String(), "FFFF46"} {
		if strings.Contains(out, secret) {
			t.Errorf("the key is shown: %s", out)
		}
	}
	if !strings.Contains(out, strings.ToLower(exampleAddress)) {
		t.Errorf("the address is missing: %s", out)
	}
}

func FuzzFromHex(f *testing.F) {
	for _, s := range []string{exampleKey, "0x" + exampleKey, "", "zz", strings.Repeat("f", 64)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, key string) {
		s, err := FromHex(key)
		if err != nil {
			if len(key) > 20 && strings.Contains(err.Error(), key) {
				t.Fatalf("the error repeats its input: %v", err)
			}
			return
		}
		if s.Address() == (common.Address{}) {
			t.Fatal("no address")
		}
	})
}
