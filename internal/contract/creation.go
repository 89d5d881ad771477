package contract

import (
	"bytes"

	"github.com/sto-project/sto/contracts"
)

// Names of contracts, as ReadCreation returns them.
const (
	SecurityToken = contracts.SecurityToken
	KycRegistry   = contracts.KycRegistry
	TestToken     = contracts.TestToken
	Factory       = contracts.Factory
	TokenLaunch   = contracts.TokenLaunch
)

// ReadCreation recognises the data of a transaction that deploys one of the bundle's contracts, and returns the contract's
// name and the constructor's arguments as go-ethereum's abi package decodes them. "" for any other data.
func (b *Bundle) ReadCreation(data []byte) (name string, args []any) {
	for name, c := range b.contracts {
		if len(c.creation) == 0 || !bytes.HasPrefix(data, c.creation) {
			continue
		}
		if args, err := c.abi.Constructor.Inputs.Unpack(data[len(c.creation):]); err == nil {
			return name, args
		}
	}
	return "", nil
}
