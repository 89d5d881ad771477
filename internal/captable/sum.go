package captable

import (
	"encoding/binary"
	"errors"
	"math/big"
	"math/bits"
)

// sum is a signed number of 320 bits in two's complement, least significant word first. 2^63 transfers of 2^256-1 each
// can't overflow it, and adding to it allocates nothing: that is what makes a table over a million transfers fast.
type sum [5]uint64

// word is an amount of up to 256 bits, least significant word first.
type word [4]uint64

// maxAmountBytes is the width of a uint256, the largest amount that an event can carry.
const maxAmountBytes = 32

// decodeWord reads an amount as it is stored: a length byte and the minimal big-endian bytes (eth.EncodeRaw).
func decodeWord(b []byte) (w word, err error) {
	if len(b) == 0 || int(b[0]) != len(b)-1 || len(b)-1 > maxAmountBytes || len(b) > 1 && b[1] == 0 {
		return w, errors.New("stored amount is malformed")
	}
	var full [maxAmountBytes]byte
	copy(full[maxAmountBytes-(len(b)-1):], b[1:])
	for i := range w {
		w[i] = binary.BigEndian.Uint64(full[maxAmountBytes-8*(i+1):])
	}
	return w, nil
}

func (s *sum) add(w *word) {
	var c uint64
	s[0], c = bits.Add64(s[0], w[0], 0)
	s[1], c = bits.Add64(s[1], w[1], c)
	s[2], c = bits.Add64(s[2], w[2], c)
	s[3], c = bits.Add64(s[3], w[3], c)
	s[4] += c
}

func (s *sum) sub(w *word) {
	var b uint64
	s[0], b = bits.Sub64(s[0], w[0], 0)
	s[1], b = bits.Sub64(s[1], w[1], b)
	s[2], b = bits.Sub64(s[2], w[2], b)
	s[3], b = bits.Sub64(s[3], w[3], b)
	s[4] -= b
}

// big returns s as a new number.
func (s *sum) big() *big.Int {
	v := *s
	negative := v[4]>>63 == 1
	if negative {
		carry := uint64(1)
		for i := range v {
			v[i], carry = bits.Add64(^v[i], 0, carry)
		}
	}
	var b [8 * len(v)]byte
	for i, w := range v {
		binary.BigEndian.PutUint64(b[len(b)-8*(i+1):], w)
	}
	out := new(big.Int).SetBytes(b[:])
	if negative {
		out.Neg(out)
	}
	return out
}
