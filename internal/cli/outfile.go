package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// freshFile refuses the path of an option where something stands already: a table of the past must not be overwritten by
// mistake.
func freshFile(option, path string) error {
	if path == "" {
		return nil
	}
	_, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err == nil:
		return fault.New(fault.Usage, "--%s: %s is there already", option, term.Safe(path)).WithHint("name another file, or remove it first")
	default:
		return fault.New(fault.Usage, "--%s: %w", option, err)
	}
}

// writeFile writes a new file that its owner alone may read, for it may tell of people. It appears whole or not at all.
func writeFile(option, path string, write func(w io.Writer) error) (err error) {
	if err := freshFile(option, path); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return fault.New(fault.Usage, "--%s: %w", option, err).WithHint("name a file in a folder that you can write to")
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if err := errors.Join(write(f), f.Sync(), f.Close()); err != nil {
		return err
	}
	// A link fails where a file has appeared meanwhile; a rename would replace it.
	if err := os.Link(f.Name(), path); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return freshFile(option, path)
		}
		return os.Rename(f.Name(), path) // a file system without links
	}
	return os.Remove(f.Name())
}
