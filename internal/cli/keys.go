package cli

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/config"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/signer"
)

// keyHint is the next step for a command line that names no key.
const keyHint = "give --keystore PATH (sto ethereum-create-account makes one), or set STO_ETHEREUM_PRIVATE_KEY; a dry run only needs --from ADDRESS"

// Sender returns the account that commands act for, without unlocking a key where that can be avoided: --from, else the
// account of the keystore, else that of the private key.
func (f *Factory) Sender() (common.Address, error) {
	o := f.Options()
	switch {
	case o.From != nil:
		return *o.From, nil
	case f.signer != nil:
		return f.signer.Address(), nil
	case o.Keystore != "":
		return signer.KeystoreAddress(o.Keystore)
	case o.PrivateKey != "":
		key, err := signer.FromHex(o.PrivateKey.Reveal())
		if err != nil {
			return common.Address{}, err
		}
		return key.Address(), nil
	}
	return common.Address{}, fault.New(fault.Signer, "no account is given").WithHint("%s", keyHint)
}

// hasAccount tells whether the options name an account.
func (f *Factory) hasAccount() bool {
	o := f.Options()
	return o.From != nil || o.Keystore != "" || o.PrivateKey != ""
}

// Signer unlocks the key: the keystore's when one is given, else the private key. With --from there is none to unlock,
// since that option is for looking on only.
func (f *Factory) Signer(ctx context.Context) (signer.Signer, error) {
	if f.signer != nil {
		return f.signer, nil
	}
	o := f.Options()
	if o.From != nil {
		return nil, fault.New(fault.Usage, "--from %s is for --dry-run and for commands that only read: nothing can be signed with it", o.From.Hex()).
			WithHint("%s", keyHint)
	}
	network, err := f.Network()
	if err != nil {
		return nil, err
	}
	if err := o.CheckSecrets(network); err != nil {
		return nil, err
	}
	key, err := f.unlock(ctx, network)
	if err != nil {
		return nil, err
	}
	if network.Public {
		if err := signer.CheckPublic(key.Address(), network.Name); err != nil {
			return nil, err
		}
	}
	f.signer = key
	return key, nil
}

func (f *Factory) unlock(ctx context.Context, network config.Network) (signer.Signer, error) {
	o := f.Options()
	switch {
	case o.Keystore != "":
		password, err := f.passphrase(ctx, "Passphrase of "+o.Keystore)
		if err != nil {
			return nil, err
		}
		if warning := signer.LooseWarning(o.Keystore); warning != "" && network.Public {
			f.Streams.Warnf("%s", warning)
		}
		return signer.FromKeystore(o.Keystore, password)
	case o.PrivateKey != "":
		if o.Source["ethereum-private-key"] == "flag" {
			f.Streams.Warnf("the private key stands on the command line, where other processes and the shell's history see it; use --keystore, or STO_ETHEREUM_PRIVATE_KEY")
		}
		return signer.FromHex(o.PrivateKey.Reveal())
	}
	return nil, fault.New(fault.Signer, "no key to sign with is given").WithHint("%s", keyHint)
}

// passphrase comes from the options, else the terminal.
func (f *Factory) passphrase(ctx context.Context, prompt string) ([]byte, error) {
	given, found, err := f.Options().Passphrase()
	if err != nil || found {
		return given, err
	}
	return f.Streams.Password(ctx, prompt)
}
