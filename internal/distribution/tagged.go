package distribution

import (
	"encoding/binary"
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/eth"
)

// Selectors of the calls that carry tags.
const (
	selectorTransfer      = 0xa9059cbb // transfer(address,uint256)
	selectorBatchTransfer = 0x88d695b2 // batchTransfer(address[],uint256[])
)

const word = 32

// tagged is one payment as a transaction's input tells it.
type tagged struct {
	tag eth.Tag
	to  common.Address
	raw *big.Int // raw token units
}

// readTagged returns the payments of a transaction's input that carry tags, in order; nil for any other input. It reads
// only what this program writes: the canonical encoding, then one tag for each payment and nothing more.
func readTagged(input []byte) []tagged {
	if len(input) < 4 {
		return nil
	}
	switch binary.BigEndian.Uint32(input) {
	case selectorTransfer:
		return readTransfer(input)
	case selectorBatchTransfer:
		return readBatch(input)
	}
	return nil
}

func readTransfer(input []byte) []tagged {
	tags, ok := eth.TrailingTags(input, 4+2*word)
	if !ok || len(tags) != 1 {
		return nil
	}
	to, ok := addressAt(input[4:])
	if !ok {
		return nil
	}
	return []tagged{{tags[0], to, new(big.Int).SetBytes(input[4+word : 4+2*word])}}
}

// readBatch reads two arrays of one length: their offsets, then length and elements of each.
func readBatch(input []byte) []tagged {
	args := input[4:]
	n, ok := smallAt(args, 2*word)
	if !ok || n == 0 || n > len(args)/(2*word+eth.TagLen) {
		return nil
	}
	first, ok1 := smallAt(args, 0)
	second, ok2 := smallAt(args, word)
	values := (3 + n) * word // where the second array begins
	length, ok3 := smallAt(args, values)
	if !ok1 || !ok2 || !ok3 || first != 2*word || second != values || length != n {
		return nil
	}
	tags, ok := eth.TrailingTags(args, values+(1+n)*word)
	if !ok || len(tags) != n {
		return nil
	}
	out := make([]tagged, n)
	for i := range out {
		to, ok := addressAt(args[(3+i)*word:])
		if !ok {
			return nil
		}
		at := values + (1+i)*word
		out[i] = tagged{tags[i], to, new(big.Int).SetBytes(args[at : at+word])}
	}
	return out
}

// addressAt reads the first word of b, which must be there, as an address.
func addressAt(b []byte) (common.Address, bool) {
	for _, x := range b[:word-common.AddressLength] {
		if x != 0 {
			return common.Address{}, false
		}
	}
	return common.BytesToAddress(b[word-common.AddressLength : word]), true
}

// smallAt reads the word at an offset as a number below 2^31.
func smallAt(b []byte, at int) (int, bool) {
	if at < 0 || len(b) < at+word {
		return 0, false
	}
	for _, x := range b[at : at+word-4] {
		if x != 0 {
			return 0, false
		}
	}
	n := binary.BigEndian.Uint32(b[at+word-4 : at+word])
	return int(n), n < 1<<31
}
