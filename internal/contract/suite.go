package contract

import (
	"bytes"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
)

// IDSecurityToken returns the interface id (ERC-165) of ISecurityToken.sol: what it adds to the standards it has.
func IDSecurityToken() [4]byte { return [4]byte{0x1c, 0xe4, 0x99, 0xc8} }

// IDKycRegistry returns the interface id (ERC-165) of IKycRegistry.sol.
func IDKycRegistry() [4]byte { return [4]byte{0x72, 0xda, 0x13, 0x8b} }

// SortAddresses returns the addresses in the ascending order that payouts and ballots want, each once.
func SortAddresses(list []common.Address) []common.Address {
	sorted := slices.Clone(list)
	slices.SortFunc(sorted, func(a, b common.Address) int { return bytes.Compare(a[:], b[:]) })
	return slices.Compact(sorted)
}

// unix is a time as the contracts keep it: below 2^40, later ones as the last.
func unix(seconds uint64) *big.Int { return new(big.Int).SetUint64(min(seconds, NoExpiry)) }

// decoded makes a View's Decode of a binding's unpacking.
func decoded[T any](method string, unpack func([]byte) (T, error)) func([]byte) (T, error) {
	return func(ret []byte) (T, error) {
		var none T
		if len(ret) == 0 {
			return none, noAnswer(method, "it is empty")
		}
		v, err := unpack(ret)
		if err != nil {
			return none, noAnswer(method, "it is not of the kind that it should be")
		}
		return v, nil
	}
}
