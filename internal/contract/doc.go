// Package contract is the typed access to our contracts: what to send to deploy and call them, what to ask them and how
// to read the answer, and their refusals in words. It sends nothing itself.
//
// Amounts are raw token units.
package contract

//go:generate sh -c "cd ../../contracts && npm run build"

import (
	"fmt"
	"math/big"
	"sync"

	"github.com/sto-project/sto/internal/contract/bindings"
)

// The bindings parse their ABI when made, which takes a millisecond or two: not at program start, but when needed.
var (
	tokens     = sync.OnceValue(bindings.NewSecurityToken)
	registries = sync.OnceValue(bindings.NewKycRegistry)
	plains     = sync.OnceValue(bindings.NewTestToken)
)

// amount checks that v fits 256 bits, since the encoder would silently wrap what does not. Every amount that comes from
// outside was checked when it was parsed, so that anything else here is a mistake in the program.
func amount(v *big.Int) *big.Int {
	if v == nil || v.Sign() < 0 || v.BitLen() > 256 {
		panic(fmt.Sprintf("contract: amount %v is not a number of 256 bits", v))
	}
	return v
}
