package captable

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/sto-project/sto/internal/eth"
)

func TestSumAgreesWithBig(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s sum
		want := new(big.Int)
		for range rapid.IntRange(0, 40).Draw(t, "n") {
			v := new(big.Int).SetBytes(rapid.SliceOfN(rapid.Byte(), 0, 32).Draw(t, "amount"))
			w, err := decodeWord(eth.EncodeRaw(v))
			if err != nil {
				t.Fatal(err)
			}
			if rapid.Bool().Draw(t, "add") {
				s.add(&w)
				want.Add(want, v)
			} else {
				s.sub(&w)
				want.Sub(want, v)
			}
		}
		if s.big().Cmp(want) != 0 {
			t.Fatalf("sum %s, want %s", s.big(), want)
		}
	})
}

func TestDecodeWordRefuses(t *testing.T) {
	for name, b := range map[string][]byte{
		"empty":        {},
		"short":        {2, 1},
		"long":         {1, 1, 1},
		"leading zero": {2, 0, 1},
		"33 bytes":     append([]byte{33, 1}, make([]byte, 32)...),
	} {
		if w, err := decodeWord(b); err == nil {
			t.Errorf("%s: read as %v", name, w)
		}
	}
}
