package eth

import (
	"errors"
	"fmt"
	"math/big"
)

// maxRawBytes is the longest number the one length byte can announce. Amounts on the chain have at most 32 bytes; sums
// over a hostile token's events can be longer, and must not break the store.
const maxRawBytes = 255

// EncodeRaw returns v as it is stored: a length byte and the minimal big-endian bytes. The bytes sort as the numbers do,
// and zero is the single byte 0. It panics on a negative v, or one above 255 bytes: no amount is.
func EncodeRaw(v *big.Int) []byte {
	n := (v.BitLen() + 7) / 8
	if v.Sign() < 0 || n > maxRawBytes {
		panic("eth: an amount to store is negative or longer than 255 bytes")
	}
	b := make([]byte, 1+n)
	b[0] = byte(n)
	v.FillBytes(b[1:])
	return b
}

// DecodeRaw reads what EncodeRaw wrote. Anything else is an error: a wrong length, or leading zeros.
func DecodeRaw(b []byte) (*big.Int, error) {
	switch {
	case len(b) == 0:
		return nil, errors.New("stored amount is empty")
	case int(b[0]) != len(b)-1:
		return nil, fmt.Errorf("stored amount announces %d bytes and has %d", b[0], len(b)-1)
	case len(b) > 1 && b[1] == 0:
		return nil, errors.New("stored amount has a leading zero byte")
	}
	return new(big.Int).SetBytes(b[1:]), nil
}
