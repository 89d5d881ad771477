package contract

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/big"
	"strings"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/fault"
)

const (
	// maxText is the longest name, symbol or message that is taken from a contract, in bytes.
	maxText = 1024
	// maxDecimals is the highest n for which 10^n fits 256 bits.
	maxDecimals = 77
)

// noAnswer is the error for a call that returned nothing or nonsense.
func noAnswer(method, why string) error {
	return fault.New(fault.General, "the contract's answer to %s() is wrong: %s", method, why).
		WithHint("check the address and the network: there may be no contract there, or one of another kind")
}

// oneWord returns the first word of an answer. More may follow: some old contracts return too much.
func oneWord(method string, ret []byte) ([]byte, error) {
	if len(ret) == 0 {
		return nil, noAnswer(method, "it is empty")
	}
	if len(ret) < 32 {
		return nil, noAnswer(method, fmt.Sprintf("it has %d bytes, not 32", len(ret)))
	}
	return ret[:32], nil
}

func uintAnswer(method string) func([]byte) (*big.Int, error) {
	return func(ret []byte) (*big.Int, error) {
		w, err := oneWord(method, ret)
		if err != nil {
			return nil, err
		}
		return new(big.Int).SetBytes(w), nil
	}
}

func byteAnswer(method string) func([]byte) (uint8, error) {
	return func(ret []byte) (uint8, error) {
		w, err := oneWord(method, ret)
		if err != nil {
			return 0, err
		}
		if v := new(big.Int).SetBytes(w); v.BitLen() > 8 {
			return 0, noAnswer(method, fmt.Sprintf("%s is over 255", v))
		}
		return w[31], nil
	}
}

func decimalsAnswer(ret []byte) (uint8, error) {
	n, err := byteAnswer("decimals")(ret)
	if err != nil {
		return 0, err
	}
	if n > maxDecimals {
		return 0, fault.New(fault.General, "the token has %d decimals, and more than %d can't be dealt with", n, maxDecimals)
	}
	return n, nil
}

func boolAnswer(method string) func([]byte) (bool, error) {
	return func(ret []byte) (bool, error) {
		n, err := byteAnswer(method)(ret)
		if err != nil {
			return false, err
		}
		if n > 1 {
			return false, noAnswer(method, fmt.Sprintf("%d is neither yes nor no", n))
		}
		return n == 1, nil
	}
}

func addressAnswer(method string) func([]byte) (common.Address, error) {
	return func(ret []byte) (common.Address, error) {
		w, err := oneWord(method, ret)
		if err != nil {
			return common.Address{}, err
		}
		if !bytes.Equal(w[:12], make([]byte, 12)) {
			return common.Address{}, noAnswer(method, "it is no address")
		}
		return common.BytesToAddress(w), nil
	}
}

// textAnswer reads a string, or the bytes32 that some tokens of 2017 answer.
func textAnswer(method string) func([]byte) (string, error) {
	return func(ret []byte) (string, error) {
		if len(ret) == 32 {
			return valid(bytes.TrimRight(ret, "\x00")), nil
		}
		if _, err := oneWord(method, ret); err != nil {
			return "", err
		}
		text, ok := dynamicBytes(ret)
		if !ok {
			return "", noAnswer(method, "it is no text")
		}
		if len(text) > maxText {
			return "", noAnswer(method, fmt.Sprintf("it is a text of %d bytes, over the %d that are taken", len(text), maxText))
		}
		return valid(text), nil
	}
}

// dynamicBytes reads the first argument of an encoding as bytes or string. Unlike the ABI package it allocates nothing.
func dynamicBytes(enc []byte) ([]byte, bool) {
	at, ok := smallWord(enc, 0)
	if !ok {
		return nil, false
	}
	n, ok := smallWord(enc, at)
	if !ok || n > uint64(len(enc))-at-32 {
		return nil, false
	}
	return enc[at+32 : at+32+n], true
}

// smallWord reads the word at an offset as a number that fits 32 bits.
func smallWord(enc []byte, at uint64) (uint64, bool) {
	if at > uint64(len(enc)) || uint64(len(enc))-at < 32 {
		return 0, false
	}
	w := enc[at : at+32]
	if !bytes.Equal(w[:28], make([]byte, 28)) {
		return 0, false
	}
	return uint64(binary.BigEndian.Uint32(w[28:])), true
}

// valid replaces what is not UTF-8. It does not clean the text of control characters: whoever shows it does.
func valid(b []byte) string { return strings.ToValidUTF8(string(b), string(utf8.RuneError)) }
