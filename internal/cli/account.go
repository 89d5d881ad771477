package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/config"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/signer"
	"github.com/sto-project/sto/internal/term"
)

// minPassphrase is the shortest passphrase that a new keystore takes, in bytes.
const minPassphrase = 8

// AccountOptions is what ethereum-create-account needs.
type AccountOptions struct {
	Streams        *term.Streams
	Global         *config.Options
	KeystoreDir    string
	ConfigOut      string
	ShowPrivateKey bool
}

// AccountInfo is what ethereum-create-account prints with --output json.
type AccountInfo struct {
	Address    string `json:"address"`
	Keystore   string `json:"keystore"`
	Config     string `json:"config"`
	PrivateKey string `json:"private_key,omitempty"` // only with --show-private-key
}

// NewCmdAccount builds the command ethereum-create-account.
func NewCmdAccount(f *Factory, runF func(context.Context, *AccountOptions) error) *cobra.Command {
	opts := &AccountOptions{Streams: f.Streams}
	cmd := &cobra.Command{
		Use:     "ethereum-create-account",
		Short:   "Make an account: an encrypted key and an options file",
		GroupID: groupSetup,
		Args:    noArguments,
		Long: `ethereum-create-account makes a new Ethereum account. It writes the key into an encrypted keystore file, and an options
file that points to it, and prints the address. The passphrase comes from --password-file, from STO_PASSWORD, or from the
terminal, which asks twice. Keep copies of the keystore file and of the passphrase: who loses either loses the account.

An options file that exists is never overwritten.`,
		Example: `  sto ethereum-create-account
  sto --network sepolia --ethereum-node-url https://node.example ethereum-create-account --config-out sepolia.ini
  sto --password-file pass.txt ethereum-create-account --keystore-dir /secure/keys`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := noDryRun(f, cmd); err != nil {
				return err
			}
			opts.Global = f.Options()
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runAccount(cmd.Context(), opts)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.KeystoreDir, "keystore-dir", "./keystore", "`FOLDER` for the keystore file; made when missing")
	flags.StringVar(&opts.ConfigOut, "config-out", "sto.ini", "options `FILE` to write")
	config.BoolVar(flags, &opts.ShowPrivateKey, "show-private-key", false, "also print the raw key: who sees it owns the account")
	return describe(cmd, "It writes these two files only: the database is not touched and nothing is sent.", fault.Signer)
}

func runAccount(ctx context.Context, opts *AccountOptions) (err error) {
	network, err := opts.Global.Chain()
	if err != nil {
		return err
	}
	password, err := newPassphrase(ctx, opts)
	if err != nil {
		return err
	}
	// The options file is claimed first, so that no key is made when it can't be written.
	file, err := os.OpenFile(opts.ConfigOut, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return fault.New(fault.Usage, "options file %s exists and is not overwritten", opts.ConfigOut).WithHint("name another file with --config-out")
	} else if err != nil {
		return fault.New(fault.General, "options file %s can't be written: %w", opts.ConfigOut, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, ignoreClosed(file.Close()), os.Remove(opts.ConfigOut))
		}
	}()
	if err := os.MkdirAll(opts.KeystoreDir, 0o700); err != nil {
		return fault.New(fault.General, "folder %s can't be made: %w", opts.KeystoreDir, err)
	}
	address, path, err := signer.NewKeystore(opts.KeystoreDir, password, false)
	if err != nil {
		return err
	}
	if path, err = filepath.Abs(path); err != nil {
		return err
	}
	if _, err := file.WriteString(accountConfig(opts.Global, path)); err != nil {
		return fault.New(fault.General, "options file %s can't be written: %w", opts.ConfigOut, err)
	}
	if err := file.Close(); err != nil {
		return fault.New(fault.General, "options file %s can't be written: %w", opts.ConfigOut, err)
	}
	info := AccountInfo{Address: address.Hex(), Keystore: path, Config: opts.ConfigOut}
	if opts.ShowPrivateKey {
		if info.PrivateKey, err = signer.ExportHex(path, password); err != nil {
			return err
		}
	}
	return showAccount(opts, info, network)
}

func showAccount(opts *AccountOptions, info AccountInfo, network config.Network) error {
	s := opts.Streams
	if opts.Global.Output == term.FormatJSON {
		return s.JSON(info)
	}
	s.Printf("Address   %s", info.Address)
	s.Printf("Keystore  %s", info.Keystore)
	s.Printf("Config    %s", info.Config)
	if info.PrivateKey != "" {
		s.Printf("Key       %s", info.PrivateKey)
	}
	s.Infof("Keep copies of the keystore file and of the passphrase. Send ETH of %s to the address, then:", network.Name)
	s.Infof("  sto --config %s diagnose", info.Config)
	return nil
}

// accountConfig is the text of the options file.
func accountConfig(o *config.Options, keystore string) string {
	var b strings.Builder
	b.WriteString("# Written by sto ethereum-create-account. Each line is a global option; see sto help environment.\n")
	fmt.Fprintf(&b, "network = %s\nethereum-node-url = %s\nkeystore = %s\n", o.Network, strings.Join(o.NodeURLs, ","), keystore)
	if o.PasswordFile != "" {
		path := o.PasswordFile
		if abs, err := filepath.Abs(path); err == nil {
			path = abs
		}
		fmt.Fprintf(&b, "password-file = %s\n", path)
	}
	return b.String()
}

// newPassphrase reads the passphrase of a new keystore; at a terminal, twice.
func newPassphrase(ctx context.Context, opts *AccountOptions) ([]byte, error) {
	password, given, err := opts.Global.Passphrase()
	if err != nil {
		return nil, err
	}
	if !given {
		if password, err = opts.Streams.Password(ctx, "New passphrase"); err != nil {
			return nil, err
		}
	}
	if len(password) < minPassphrase {
		return nil, fault.New(fault.Signer, "the passphrase has %d characters and needs at least %d", len(password), minPassphrase)
	}
	if given {
		return password, nil
	}
	again, err := opts.Streams.Password(ctx, "The same again")
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(password, again) {
		return nil, fault.New(fault.Signer, "the two passphrases differ; nothing was written")
	}
	return password, nil
}

func ignoreClosed(err error) error {
	if errors.Is(err, os.ErrClosed) {
		return nil
	}
	return err
}
