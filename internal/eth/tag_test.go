package eth

import (
	"bytes"
	"crypto/sha256"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
)

func TestTagOf(t *testing.T) {
	token := common.HexToAddress(checksummed)
	tag := TagOf(1, token, "id-1")
	sum := sha256.Sum256(append(append([]byte("sto-external-id-v1\x00\x00\x00\x00\x00\x00\x00\x00\x01"), token[:]...), "id-1"...))
	if !bytes.Equal(tag[:], sum[:16]) {
		t.Errorf("tag %x, want %x", tag, sum[:16])
	}
	for name, other := range map[string]Tag{
		"chain": TagOf(2, token, "id-1"), "token": TagOf(1, common.Address{}, "id-1"), "id": TagOf(1, token, "id-2"),
	} {
		if other == tag {
			t.Errorf("another %s has the same tag", name)
		}
	}
}

func TestTagsRideAfterTheCall(t *testing.T) {
	a, b := TagOf(1, common.Address{}, "a"), TagOf(1, common.Address{}, "b")
	roomy := append(make([]byte, 0, 200), "call"...)
	input := AppendTags(roomy, a, b)
	if other := AppendTags(roomy, b); bytes.Equal(other, input) || !bytes.Equal(input[:4], []byte("call")) {
		t.Fatalf("AppendTags shares memory: %x", input)
	}
	tags, ok := TrailingTags(input, 4)
	if !ok || len(tags) != 2 || tags[0] != a || tags[1] != b {
		t.Errorf("read back %x, %v", tags, ok)
	}
	if tags, ok := TrailingTags([]byte("call"), 4); !ok || len(tags) != 0 {
		t.Errorf("no tags: %x, %v", tags, ok)
	}
	for _, n := range []int{-1, 3, 5, 100} {
		if _, ok := TrailingTags(input, n); ok {
			t.Errorf("%d bytes of call data accepted", n)
		}
	}
}

func TestTagNames(t *testing.T) {
	tag := TagOf(1, common.Address{1}, "id-1")
	name := tag.Name()
	if back, ok := NamedTag(name); !ok || back != tag {
		t.Errorf("%s was read as %x, %v", name, back, ok)
	}
	if TagOf(1, common.Address{1}, name) != tag || TagOf(2, common.Address{2}, name) != tag {
		t.Error("the name of a tag does not stand for it")
	}
	for _, other := range []string{"", "tag:", name[4:], name[:len(name)-1], name + "0", name + "00", strings.ToUpper(name), "tag:" + strings.ToUpper(name[4:]), " " + name} {
		if _, ok := NamedTag(other); ok {
			t.Errorf("%q was taken for a tag", other)
		}
	}
}

func FuzzNamedTag(f *testing.F) {
	for _, s := range []string{"", "tag:", "tag:00112233445566778899aabbccddeeff", "tag:00112233445566778899AABBCCDDEEFF", "tag:zz"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if tag, ok := NamedTag(s); ok && tag.Name() != s {
			t.Errorf("%q stands for %s", s, tag.Name())
		}
	})
}
