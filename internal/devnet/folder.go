package devnet

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/gofrs/flock"

	"github.com/sto-project/sto/internal/fault"
)

const (
	lockName     = ".lock"
	metaName     = "devnet.json"
	chainName    = "chain"
	passwordName = "password.txt"
	configName   = "sto.ini"
	metaVersion  = 1
)

// meta is devnet.json. It is written last when a devnet is made, so that its presence means a complete folder.
type meta struct {
	Version  int            `json:"version"`
	Account  common.Address `json:"account"`
	Keystore string         `json:"keystore"` // relative to the folder
	Genesis  *core.Genesis  `json:"genesis"`
}

// folder is the devnet's place on disk.
type folder struct {
	dir  string
	meta meta
}

func (f folder) chainPath() string    { return filepath.Join(f.dir, chainName) }
func (f folder) configPath() string   { return filepath.Join(f.dir, configName) }
func (f folder) passwordPath() string { return filepath.Join(f.dir, passwordName) }
func (f folder) keystorePath() string {
	return filepath.Join(f.dir, filepath.FromSlash(f.meta.Keystore))
}

// lockFolder makes the folder when it is missing and takes its lock, which the system releases when the process ends
// in whatever way.
func lockFolder(dir string) (*flock.Flock, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fault.New(fault.General, "make the devnet's folder %s: %w", dir, err)
	}
	// A folder of something else is left as it is: no lock file in it.
	if err := ours(dir); err != nil {
		return nil, err
	}
	l := flock.New(filepath.Join(dir, lockName), flock.SetPermissions(0o600))
	got, err := l.TryLock()
	if err != nil {
		return nil, fault.New(fault.General, "lock the devnet's folder %s: %w", dir, err)
	}
	if !got {
		return nil, fault.New(fault.Conflict, "a devnet is already running in %s", dir).
			WithHint("stop it first, or choose another folder")
	}
	return l, nil
}

// ours refuses a folder that has contents but is no devnet.
func ours(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fault.New(fault.General, "read the devnet's folder %s: %w", dir, err)
	}
	for _, e := range entries {
		if e.Name() == metaName || e.Name() == lockName {
			return nil
		}
	}
	if len(entries) > 0 {
		return fault.New(fault.Usage, "folder %s is not empty and holds no devnet (no %s in it)", dir, metaName).
			WithHint("choose an empty folder, or one that a devnet has made")
	}
	return nil
}

// openFolder reads the devnet of dir, or makes its keys and genesis when the folder is empty (fresh; finish then
// completes it once the chain stands).
func openFolder(dir string, funded []common.Address) (f folder, fresh bool, err error) {
	f.dir = dir
	raw, err := os.ReadFile(filepath.Join(dir, metaName))
	if errors.Is(err, fs.ErrNotExist) {
		f, err = makeFolder(dir, funded)
		return f, true, err
	}
	if err != nil {
		return f, false, fault.New(fault.General, "read the devnet's %s in %s: %w", metaName, dir, err)
	}
	if err := json.Unmarshal(raw, &f.meta); err != nil {
		return f, false, damaged(dir, "%s can't be read (%w)", metaName, err)
	}
	switch m := f.meta; {
	case m.Version != metaVersion:
		return f, false, damaged(dir, "%s is of version %d and this program knows %d", metaName, m.Version, metaVersion)
	case m.Genesis == nil || m.Genesis.Config == nil || m.Genesis.Config.ChainID == nil:
		return f, false, damaged(dir, "%s has no genesis block", metaName)
	case m.Genesis.Config.ChainID.Cmp(big.NewInt(ChainID)) != 0:
		return f, false, damaged(dir, "its genesis block is of chain id %s, not %d", m.Genesis.Config.ChainID, ChainID)
	case !filepath.IsLocal(filepath.FromSlash(m.Keystore)):
		return f, false, damaged(dir, "%s names a keystore outside the folder", metaName)
	}
	for _, p := range []string{f.keystorePath(), f.passwordPath(), f.chainPath()} {
		if _, err := os.Stat(p); err != nil {
			return f, false, damaged(dir, "%s is missing (%w)", filepath.Base(p), err)
		}
	}
	return f, false, nil
}

func damaged(dir, format string, args ...any) error {
	return fault.New(fault.General, "the devnet in %s is damaged: %w", dir, fmt.Errorf(format, args...)).
		WithHint("restore the folder from a copy, or start a new devnet in an empty folder")
}

func makeFolder(dir string, funded []common.Address) (folder, error) {
	f := folder{dir: dir}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return f, fault.New(fault.General, "read the devnet's folder %s: %w", dir, err)
	}
	for _, e := range entries {
		if e.Name() != lockName {
			return f, fault.New(fault.General, "the devnet in %s is incomplete: its first start was interrupted", dir).
				WithHint("remove the folder and start again; nothing was ever on that chain")
		}
	}
	if err := os.Chmod(dir, 0o700); err != nil {
		return f, fault.New(fault.General, "close the devnet's folder %s to others: %w", dir, err)
	}
	password := make([]byte, 16)
	if _, err := rand.Read(password); err != nil {
		return f, fault.New(fault.General, "draw a password: %w", err)
	}
	text := hex.EncodeToString(password)
	if err := os.WriteFile(f.passwordPath(), []byte(text), 0o600); err != nil {
		return f, fault.New(fault.General, "write the devnet's password file: %w", err)
	}
	keys := filepath.Join(dir, "keystore")
	if err := os.Mkdir(keys, 0o700); err != nil {
		return f, fault.New(fault.General, "make the devnet's keystore folder: %w", err)
	}
	account, err := keystore.StoreKey(keys, text, keystore.LightScryptN, keystore.LightScryptP)
	if err != nil {
		return f, fault.New(fault.General, "make the devnet's account: %w", err)
	}
	genesis, err := NewGenesis(append([]common.Address{account.Address}, funded...)...)
	if err != nil {
		return f, err
	}
	f.meta = meta{
		Version:  metaVersion,
		Account:  account.Address,
		Keystore: "keystore/" + filepath.Base(account.URL.Path),
		Genesis:  genesis,
	}
	return f, nil
}

// finish marks a new folder as complete.
func (f folder) finish() error {
	raw, err := json.MarshalIndent(f.meta, "", "  ")
	if err != nil {
		return fault.New(fault.General, "put the devnet's genesis block into words: %w", err)
	}
	return writeFile(filepath.Join(f.dir, metaName), raw)
}

// writeFile replaces path with data as a whole or not at all; mode 0600.
func writeFile(path string, data []byte) (err error) {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".new-*") // mode 0600
	if err != nil {
		return fault.New(fault.General, "write %s: %w", path, err)
	}
	_, err = tmp.Write(data)
	err = errors.Join(err, tmp.Sync(), tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		return fault.New(fault.General, "write %s: %w", path, errors.Join(err, os.Remove(tmp.Name())))
	}
	return nil
}
