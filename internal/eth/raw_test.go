package eth

import (
	"bytes"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func TestRawKeepsOrder(t *testing.T) {
	number := rapid.Custom(func(t *rapid.T) *big.Int {
		return new(big.Int).SetBytes(rapid.SliceOfN(rapid.Byte(), 0, 40).Draw(t, "bytes"))
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := number.Draw(t, "a"), number.Draw(t, "b")
		if got, want := bytes.Compare(EncodeRaw(a), EncodeRaw(b)), a.Cmp(b); got != want {
			t.Fatalf("%s and %s sort %d, want %d", a, b, got, want)
		}
		if back, err := DecodeRaw(EncodeRaw(a)); err != nil || back.Cmp(a) != 0 {
			t.Fatalf("%s reads back as %v (%v)", a, back, err)
		}
	})
}

func TestRawForm(t *testing.T) {
	if got := EncodeRaw(new(big.Int)); !bytes.Equal(got, []byte{0}) {
		t.Errorf("zero is %x", got)
	}
	if got := EncodeRaw(big.NewInt(256)); !bytes.Equal(got, []byte{2, 1, 0}) {
		t.Errorf("256 is %x", got)
	}
	for _, bad := range [][]byte{nil, {}, {1}, {0, 0}, {1, 0}, {2, 0, 1}, {1, 1, 1}, {2, 1}} {
		if v, err := DecodeRaw(bad); err == nil {
			t.Errorf("%x accepted as %s", bad, v)
		}
	}
	for _, v := range []*big.Int{big.NewInt(-1), new(big.Int).Lsh(big.NewInt(1), 8*255)} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("a value of %d bits was encoded", v.BitLen())
				}
			}()
			EncodeRaw(v)
		}()
	}
}

func FuzzDecodeRaw(f *testing.F) {
	for _, b := range [][]byte{{0}, {1, 1}, {2, 1, 0}, {1, 0}, {}} {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		v, err := DecodeRaw(b)
		if err == nil && !bytes.Equal(EncodeRaw(v), b) {
			t.Fatalf("%x has two forms: %x", b, EncodeRaw(v))
		}
	})
}
