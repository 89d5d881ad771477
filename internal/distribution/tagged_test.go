package distribution

import (
	"bytes"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/eth"
)

func inputs(n int) ([]byte, []byte) {
	to, raw, tags := make([]common.Address, n), make([]*big.Int, n), make([]eth.Tag, n)
	for i := range n {
		to[i], raw[i], tags[i] = common.BigToAddress(big.NewInt(int64(1000+i))), big.NewInt(int64(7*i)), eth.TagOf(1, common.Address{1}, string(rune('a'+i)))
	}
	return eth.AppendTags(contract.Transfer(to[0], raw[0]), tags[0]), eth.AppendTags(contract.BatchTransfer(to, raw), tags...)
}

func TestReadTagged(t *testing.T) {
	for _, n := range []int{1, 2, 17} {
		single, batch := inputs(n)
		for name, in := range map[string][]byte{"single": single, "batch": batch} {
			got := readTagged(in)
			want := 1
			if name == "batch" {
				want = n
			}
			if len(got) != want {
				t.Fatalf("%s of %d: %d payments", name, n, len(got))
			}
			for i, p := range got {
				if p.to != common.BigToAddress(big.NewInt(int64(1000+i))) || p.raw.Int64() != int64(7*i) || p.tag != eth.TagOf(1, common.Address{1}, string(rune('a'+i))) {
					t.Errorf("%s of %d: payment %d is %+v", name, n, i, p)
				}
			}
			for cut := 1; cut < len(in); cut++ {
				if got := readTagged(in[:cut]); got != nil {
					t.Errorf("%s of %d, cut to %d bytes: %+v", name, n, cut, got)
				}
			}
			if readTagged(append(bytes.Clone(in), make([]byte, 16)...)) != nil {
				t.Errorf("%s of %d with a tag too many is taken", name, n)
			}
		}
	}
	if readTagged(contract.Transfer(common.Address{1}, big.NewInt(1))) != nil {
		t.Error("a transfer without tag is taken")
	}
	dirty, _ := inputs(1)
	dirty[4] = 1
	if readTagged(dirty) != nil {
		t.Error("an address of more than 20 bytes is taken")
	}
}

func FuzzReadTagged(f *testing.F) {
	for _, n := range []int{1, 3} {
		single, batch := inputs(n)
		f.Add(single)
		f.Add(batch)
	}
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, in []byte) {
		got := readTagged(in)
		if got == nil {
			return
		}
		// Whatever is read encodes to the same bytes.
		to, raw, tags := make([]common.Address, len(got)), make([]*big.Int, len(got)), make([]eth.Tag, len(got))
		for i, p := range got {
			to[i], raw[i], tags[i] = p.to, p.raw, p.tag
		}
		back := eth.AppendTags(contract.BatchTransfer(to, raw), tags...)
		if len(got) == 1 && len(in) == 4+2*word+eth.TagLen {
			back = eth.AppendTags(contract.Transfer(to[0], raw[0]), tags[0])
		}
		if !bytes.Equal(back, in) {
			t.Fatalf("%x reads as what encodes to %x", in, back)
		}
	})
}
