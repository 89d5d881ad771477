package cli

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
)

// addressFlag reads the address that an option gives; errors name the option.
func addressFlag(option, text string, parse func(string) (common.Address, error)) (common.Address, error) {
	a, err := parse(text)
	if err != nil {
		return a, optionError(option, err)
	}
	return a, nil
}

// optionalAddress reads the address of an option that need not be given; nil when it is not.
func optionalAddress(cmd *cobra.Command, option, text string) (*common.Address, error) {
	if !cmd.Flags().Changed(option) {
		return nil, nil
	}
	a, err := addressFlag(option, text, eth.ParseReceiver)
	if err != nil {
		return nil, err
	}
	return &a, nil
}

// optionError says which option a wrong value belongs to.
func optionError(option string, err error) error {
	wrapped := fault.New(fault.Usage, "--%s: %w", option, err)
	if hint := fault.Hint(err); hint != "" {
		return wrapped.WithHint("%s", hint)
	}
	return wrapped
}

// hexes is the checksummed form of addresses; never nil, so that JSON has a list.
func hexes(addresses []common.Address) []string {
	out := make([]string, len(addresses))
	for i, a := range addresses {
		out[i] = a.Hex()
	}
	return out
}
