package signer

import (
	"crypto/aes"
	"crypto/ecdsa"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// Bounds of what a keystore file may ask for: geth's standard is n 262144, r 8, p 1, which takes 256 MB and half a
// second. A file that asks for more memory or time than these is broken or hostile.
const (
	maxFile         = 1 << 20 // bytes
	maxScryptMemory = 2 << 30 // bytes; scrypt takes 128 * n * r
	maxScryptP      = 64
	maxPBKDF2       = 20_000_000 // rounds
	keyLength       = 32         // bytes of the derived key that version 3 uses
)

// file is a keystore of version 3, as the Web3 Secret Storage Definition has it.
type file struct {
	Address string              `json:"address"`
	Crypto  keystore.CryptoJSON `json:"crypto"`
	Version any                 `json:"version"`
}

// FromKeystore returns the signer of a geth keystore file of version 3.
func FromKeystore(path string, password []byte) (Signer, error) {
	key, err := decrypt(path, password)
	if err != nil {
		return nil, err
	}
	return newKeySigner(key), nil
}

// ExportHex returns the private key in a keystore file as 0x and 64 hex digits. It is only for a user who demands the
// raw key.
func ExportHex(path string, password []byte) (string, error) {
	key, err := decrypt(path, password)
	if err != nil {
		return "", err
	}
	return "0x" + hex.EncodeToString(crypto.FromECDSA(key)), nil
}

// KeystoreAddress returns the account of a keystore file without decrypting it, as the file claims it. FromKeystore
// refuses a file whose claim is wrong.
func KeystoreAddress(path string) (common.Address, error) {
	f, err := read(path)
	if err != nil {
		return common.Address{}, err
	}
	a, ok := f.address()
	if !ok {
		return a, fault.New(fault.Signer, "keystore %s does not name its address", term.Safe(path)).WithHint(fileHint)
	}
	return a, nil
}

// NewKeystore makes a key and stores it encrypted in a new file in dir, both readable by this user only, and returns
// its address and the file's path. Both are on the disk when it returns: an account may be given money at once. light
// makes decryption quick and guessing the passphrase cheap; it is for development chains.
func NewKeystore(dir string, password []byte, light bool) (common.Address, string, error) {
	if len(password) == 0 {
		return common.Address{}, "", fault.New(fault.Signer, "the passphrase for the new keystore is empty").WithHint("give one with --password-file or STO_PASSWORD")
	}
	n, p := keystore.StandardScryptN, keystore.StandardScryptP
	if light {
		n, p = keystore.LightScryptN, keystore.LightScryptP
	}
	account, err := keystore.StoreKey(dir, string(password), n, p)
	if err != nil {
		return common.Address{}, "", fault.New(fault.Signer, "keystore can't be written in %s: %w", term.Safe(dir), err)
	}
	for _, path := range []string{account.URL.Path, dir} {
		if err := flush(path); err != nil {
			return common.Address{}, "", fault.New(fault.Signer, "keystore %s can't be flushed to the disk: %w", term.Safe(account.URL.Path), err)
		}
	}
	return account.Address, account.URL.Path, nil
}

// flush has the operating system write a file or folder out.
func flush(path string) error {
	if runtime.GOOS == "windows" {
		return nil // folders can't be opened for this there
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// LooseWarning returns a sentence for the user when others can read a keystore file, or "". It is no error: the file is
// encrypted, but whoever has it can try passphrases.
func LooseWarning(path string) string {
	info, err := os.Stat(path)
	if err != nil || runtime.GOOS == "windows" || info.Mode().Perm()&0o077 == 0 {
		return ""
	}
	return fmt.Sprintf("keystore %s can be read by other users, who may try passphrases on it; chmod 600 it", term.Safe(path))
}

// fileHint is the next step for a file that is no good keystore.
const fileHint = "check --keystore; a backup of the file may be whole"

func decrypt(path string, password []byte) (*ecdsa.PrivateKey, error) {
	f, err := read(path)
	if err != nil {
		return nil, err
	}
	name := term.Safe(path)
	raw, err := keystore.DecryptDataV3(f.Crypto, string(password))
	if errors.Is(err, keystore.ErrDecrypt) {
		return nil, fault.New(fault.Signer, "the passphrase does not open keystore %s", name).
			WithHint("check --password-file or STO_PASSWORD, blanks and line breaks included")
	}
	if err != nil {
		return nil, fault.New(fault.Signer, "keystore %s is damaged: its encrypted part can't be read", name).WithHint(fileHint)
	}
	defer clear(raw)
	key, err := crypto.ToECDSA(raw)
	if err != nil {
		return nil, fault.New(fault.Signer, "keystore %s holds no valid private key", name).WithHint(fileHint)
	}
	if claimed, ok := f.address(); ok && claimed != crypto.PubkeyToAddress(key.PublicKey) {
		return nil, fault.New(fault.Signer, "keystore %s names the address %s but holds the key of %s", name, claimed.Hex(), crypto.PubkeyToAddress(key.PublicKey).Hex()).
			WithHint("the file was altered; restore it from a backup")
	}
	return key, nil
}

func read(path string) (*file, error) {
	name := term.Safe(path)
	info, err := os.Stat(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, fault.New(fault.Signer, "keystore %s does not exist", name).WithHint("check --keystore; ethereum-create-account makes a new one")
	}
	if err == nil && info.IsDir() {
		return nil, fault.New(fault.Signer, "keystore %s is a folder", name).WithHint("name the file in it, such as %s", filepath.Join(name, "UTC--..."))
	}
	r, err := os.Open(path)
	if err != nil {
		return nil, fault.New(fault.Signer, "keystore %s can't be opened: %w", name, errors.Unwrap(err))
	}
	defer r.Close()
	text, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, fault.New(fault.Signer, "keystore %s can't be read: %w", name, errors.Unwrap(err))
	}
	f, err := parse(text)
	if err != nil {
		return nil, fault.New(fault.Signer, "keystore %s %w", name, err).WithHint(fileHint)
	}
	return f, nil
}

// parse reads a keystore and checks all that geth's decryption takes for granted, where it would panic. Errors repeat
// nothing of the text, since it may be a raw key that was taken for a keystore.
func parse(text []byte) (*file, error) {
	f := new(file)
	if len(text) > maxFile || json.Unmarshal(text, f) != nil {
		return nil, errors.New("is no keystore file")
	}
	if f.Version != float64(3) {
		return nil, errors.New("is no keystore of version 3")
	}
	if len(f.Crypto.CipherParams.IV) != 2*aes.BlockSize || len(f.Crypto.CipherText) != keyDigits {
		return nil, errors.New("is damaged: its encrypted part has a wrong length")
	}
	params := f.Crypto.KDFParams
	if _, ok := params["salt"].(string); !ok {
		return nil, errors.New("is damaged: it has no salt")
	}
	if params["dklen"] != float64(keyLength) {
		return nil, errors.New("is damaged: its derived key is not 32 bytes long")
	}
	switch f.Crypto.KDF {
	case "scrypt":
		n, okN := count(params["n"])
		r, okR := count(params["r"])
		p, okP := count(params["p"])
		if !okN || !okR || !okP || p > maxScryptP || n > maxScryptMemory || r > maxScryptMemory || 128*n*r > maxScryptMemory {
			return nil, errors.New("asks for more work or memory than any keystore needs")
		}
	case "pbkdf2":
		c, ok := count(params["c"])
		if _, isText := params["prf"].(string); !ok || !isText || c > maxPBKDF2 {
			return nil, errors.New("asks for more work than any keystore needs")
		}
	default:
		return nil, errors.New("is protected by a method other than scrypt and pbkdf2")
	}
	return f, nil
}

// count reads a whole number of at least 1 from JSON.
func count(v any) (int64, bool) {
	x, ok := v.(float64)
	if !ok || x < 1 || x > math.MaxInt32 || x != math.Trunc(x) {
		return 0, false
	}
	return int64(x), true
}

func (f *file) address() (common.Address, bool) {
	raw, err := hex.DecodeString(strings.TrimPrefix(f.Address, "0x"))
	if err != nil || len(raw) != common.AddressLength {
		return common.Address{}, false
	}
	return common.BytesToAddress(raw), true
}
