package eth

import (
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

const addressDigits = 2 * common.AddressLength

// ParseAddress reads a 0x-prefixed address. All lower-case and all upper-case digits are accepted; mixed case must carry
// the right EIP-55 checksum. The zero address is accepted here; see ParseReceiver.
//
// An error about a wrong checksum does not say what the right one would be: a wrong checksum means that some digit is
// wrong, and a checksum of the wrong address is not what the user needs. Text as long as a private key is not repeated.
func ParseAddress(s string) (common.Address, error) {
	digits, prefixed := strings.CutPrefix(s, "0x")
	switch {
	case s == "":
		return common.Address{}, errors.New("address is empty")
	case len(digits) == 64 && isHex(digits):
		return common.Address{}, errors.New("value has 64 hex digits, as a private key or a transaction hash has; an address has 0x and 40 hex digits")
	case !prefixed:
		return common.Address{}, fmt.Errorf("address %s does not start with 0x", quote(s))
	case !isHex(digits):
		return common.Address{}, fmt.Errorf("address %s has characters that are not hex digits", quote(s))
	case len(digits) != addressDigits:
		return common.Address{}, fmt.Errorf("address %s has %d hex digits after 0x, an address has %d", quote(s), len(digits), addressDigits)
	}
	a := common.HexToAddress(s)
	mixed := digits != strings.ToLower(digits) && digits != strings.ToUpper(digits)
	if mixed && a.Hex() != s {
		return common.Address{}, fmt.Errorf("address %s has a wrong checksum: a character is mistyped or has the wrong case; copy it again from its source", quote(s))
	}
	return a, nil
}

// ParseReceiver is ParseAddress for an address that is to be given something: the zero address is refused.
func ParseReceiver(s string) (common.Address, error) {
	a, err := ParseAddress(s)
	if err != nil {
		return a, err
	}
	if a == (common.Address{}) {
		return a, fmt.Errorf("address %s is the zero address, which nobody holds a key of", s)
	}
	return a, nil
}

// Lower returns a as 0x and 40 lower-case hex digits, the form in which addresses are stored.
func Lower(a common.Address) string { return hexutil.Encode(a[:]) }

func isHex(s string) bool {
	for i := range len(s) {
		c := s[i]
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') && (c < 'A' || c > 'F') {
			return false
		}
	}
	return true
}
