// Package config holds the global options: their table, flags, environment variables and files, and the networks.
//
// An option comes from the command line, else from the environment, else from the options file, else from its default;
// a flag that was given its default value is given. Paths are relative to the current directory, wherever they are named.
package config

import (
	"bytes"
	"errors"
	"io"
	"log/slog"
	"math/big"
	"os"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// MaxTxGas is the most gas a transaction may ask for (EIP-7825).
const MaxTxGas = 16_777_216

// Options are the global options of one run. nil, 0 and "" mean that an option is not set.
type Options struct {
	ConfigFile   string
	DatabaseFile string
	Network      string   // as given; valid for ParseNetwork
	NodeURLs     []string // at least one; they may hold secrets, so mask them before printing
	ABIFile      string

	GasPrice    *big.Int // wei for one gas; set: legacy transactions
	MaxFee      *big.Int // wei for one gas
	PriorityFee *big.Int // wei for one gas
	MaxCost     *big.Int // wei for one request
	GasLimit    uint64   // at most MaxTxGas

	PrivateKey      Secret // hex, not checked here; unset where a source of higher rank names a keystore
	Keystore        string
	PasswordFile    string
	Password        Secret
	EtherscanAPIKey Secret
	From            *common.Address

	LogLevel         string // DEBUG, INFO, WARN, ERROR
	AutoRestartNonce bool
	Confirmations    *uint64
	Output           term.Format
	Yes              bool
	DryRun           bool
	Quiet            bool

	// LooseSecretFile is the options file when it holds a private key or a passphrase and other users can read it.
	LooseSecretFile string

	// Source says where the value of each option came from: "flag", "environment", "file PATH" or "default".
	Source map[string]string
}

// Chain returns the network with what the options change of it: --confirmations its finality, --max-fee-gwei and
// --max-cost-eth its bounds, --priority-fee-gwei its bound on tips where that is lower. --ethereum-gas-price changes
// none of them.
func (o *Options) Chain() (Network, error) {
	n, err := ParseNetwork(o.Network)
	if err != nil {
		return n, err
	}
	if c := o.Confirmations; c != nil {
		n.Finality = Finality{Depth: *c, Instant: *c == 0}
	}
	if o.MaxFee != nil {
		n.MaxFee = o.MaxFee
	}
	if o.PriorityFee != nil && o.PriorityFee.Cmp(n.MaxTip) > 0 {
		n.MaxTip = o.PriorityFee
	}
	if o.MaxCost != nil {
		n.MaxCost = o.MaxCost
	}
	return n, nil
}

// Level returns LogLevel for slog.
func (o *Options) Level() slog.Level {
	switch o.LogLevel {
	case "DEBUG":
		return slog.LevelDebug
	case "WARN":
		return slog.LevelWarn
	case "ERROR":
		return slog.LevelError
	}
	return slog.LevelInfo
}

// CheckSecrets refuses, with class Signer, to use a secret on a public network when it stands in an options file that
// other users can read.
func (o *Options) CheckSecrets(n Network) error {
	if o.LooseSecretFile == "" || !n.Public {
		return nil
	}
	return fault.New(fault.Signer, "options file %s holds a secret and other users can read it", term.Safe(o.LooseSecretFile)).
		WithHint("chmod 600 %s, and use another key if others may have seen this one", term.Safe(o.LooseSecretFile))
}

// maxPasswordFile bounds a passphrase file in bytes.
const maxPasswordFile = 64 << 10

// Passphrase returns the keystore's passphrase from Password or the first line of PasswordFile, and whether there is
// one; where there is none, the terminal is to be asked. Errors are of class Signer.
func (o *Options) Passphrase() (passphrase []byte, ok bool, err error) {
	if o.Password != "" {
		return []byte(o.Password.Reveal()), true, nil
	}
	if o.PasswordFile == "" {
		return nil, false, nil
	}
	name := term.Safe(o.PasswordFile)
	f, err := os.Open(o.PasswordFile)
	if err != nil {
		return nil, false, fault.New(fault.Signer, "passphrase file %s can't be opened: %w", name, errors.Unwrap(err)).
			WithHint("check --password-file")
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxPasswordFile+1))
	if err != nil {
		return nil, false, fault.New(fault.Signer, "passphrase file %s can't be read: %w", name, errors.Unwrap(err))
	}
	if len(text) > maxPasswordFile {
		return nil, false, fault.New(fault.Signer, "passphrase file %s is larger than 64 KiB", name).WithHint("check --password-file")
	}
	line, _, _ := bytes.Cut(text, []byte("\n"))
	return bytes.TrimSuffix(line, []byte("\r")), true, nil
}
