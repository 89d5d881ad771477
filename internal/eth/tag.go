package eth

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strings"

	"github.com/ethereum/go-ethereum/common"
)

// TagLen is the length of a Tag in bytes. At 16 gas a byte a tag costs at most 256 gas.
const TagLen = 16

// tagDomain separates these hashes from any other use of SHA-256 over the same fields.
const tagDomain = "sto-external-id-v1"

// Tag marks a distribution on the chain: it rides after the call data of a transfer, where tokens ignore it, and tells
// a later look-back which external id was paid.
type Tag [TagLen]byte

// TagOf returns the tag of an external id for one token on one chain: the first 16 bytes of SHA-256 over the domain
// word, a zero byte, the chain id (8 bytes, big-endian), the token's address and the external id. The name of a tag stands
// for that tag.
//
// The external id is short and may be guessed, so a tag does not hide it from someone who has a list of candidates.
func TagOf(chainID uint64, token common.Address, externalID string) Tag {
	if t, ok := NamedTag(externalID); ok {
		return t
	}
	b := make([]byte, 0, len(tagDomain)+1+8+common.AddressLength+len(externalID))
	b = append(b, tagDomain...)
	b = append(b, 0)
	b = binary.BigEndian.AppendUint64(b, chainID)
	b = append(b, token[:]...)
	b = append(b, externalID...)
	sum := sha256.Sum256(b)
	return Tag(sum[:TagLen])
}

// AppendTags returns a new slice of callData followed by the tags, in order. callData is not changed.
func AppendTags(callData []byte, tags ...Tag) []byte {
	b := make([]byte, 0, len(callData)+TagLen*len(tags))
	b = append(b, callData...)
	for _, t := range tags {
		b = append(b, t[:]...)
	}
	return b
}

// TrailingTags returns the tags that follow the first n bytes of an input, in order. It reports false when the input is
// shorter than n, or what follows is no whole number of tags: such an input is not one of ours.
func TrailingTags(input []byte, n int) ([]Tag, bool) {
	if n < 0 || len(input) < n || (len(input)-n)%TagLen != 0 {
		return nil, false
	}
	tags := make([]Tag, 0, (len(input)-n)/TagLen)
	for rest := input[n:]; len(rest) > 0; rest = rest[TagLen:] {
		tags = append(tags, Tag(rest[:TagLen]))
	}
	return tags, true
}

// tagNamed begins the name of a tag.
const tagNamed = "tag:"

// Name stands for an external id of which only the tag is known.
func (t Tag) Name() string { return tagNamed + hex.EncodeToString(t[:]) }

// NamedTag reads a name of a tag. It reports false for any other text.
func NamedTag(name string) (Tag, bool) {
	text, found := strings.CutPrefix(name, tagNamed)
	raw, err := hex.DecodeString(text)
	if !found || err != nil || len(raw) != TagLen || Tag(raw).Name() != name {
		return Tag{}, false
	}
	return Tag(raw), true
}
