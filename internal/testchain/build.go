package testchain

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gofrs/flock"
)

// Sto returns the path of the sto program, built from this checkout: once per test process, in a folder that parallel
// test processes share, so that the later ones find it up to date. STO_BIN names a program to use instead;
// STO_TEST_RACE=1 builds with the race detector.
func Sto(t testing.TB) string {
	t.Helper()
	path, err := plainSto()
	if err != nil {
		t.Fatalf("build sto: %v", err)
	}
	return path
}

// Mortal returns the path of a sto program that kills itself at the point that its environment names; see package
// failpoint.
func Mortal(t testing.TB) string {
	t.Helper()
	path, err := mortalSto()
	if err != nil {
		t.Fatalf("build sto with failpoints: %v", err)
	}
	return path
}

var plainSto = sync.OnceValues(func() (string, error) {
	if path := os.Getenv("STO_BIN"); path != "" {
		path, err := filepath.Abs(path)
		if err != nil {
			return "", err
		}
		if _, err := os.Stat(path); err != nil {
			return "", fmt.Errorf("STO_BIN: %w", err)
		}
		return path, nil
	}
	if os.Getenv("STO_TEST_RACE") == "1" {
		return buildSto("sto-race", "-race")
	}
	return buildSto("sto")
})

var mortalSto = sync.OnceValues(func() (string, error) { return buildSto("sto-mortal", "-tags=failpoints") })

func buildSto(name string, flags ...string) (string, error) {
	root, err := moduleRoot()
	if err != nil {
		return "", err
	}
	dir, err := sharedDir(root)
	if err != nil {
		return "", err
	}
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	path := filepath.Join(dir, name)
	return path, locked(dir, func() error {
		_, err := goCommand(root, append(append([]string{"build"}, flags...), "-o", path, "./cmd/sto")...)
		return err
	})
}

// gethBinary is the path of the geth that go.mod pins. The first build takes minutes; then it is in Go's build cache.
// The program itself is run, not `go tool`: that would put a process in between, which does not pass a kill on.
var gethBinary = sync.OnceValues(func() (path string, err error) {
	root, err := moduleRoot()
	if err != nil {
		return "", err
	}
	dir, err := sharedDir(root)
	if err != nil {
		return "", err
	}
	// Under the lock, so that parallel packages don't build it at the same time.
	err = locked(dir, func() error {
		path, err = goCommand(root, "tool", "-n", "geth")
		return err
	})
	return path, err
})

func goCommand(dir string, args ...string) (string, error) {
	var stderr strings.Builder
	cmd := exec.Command("go", args...)
	cmd.Dir, cmd.Stderr = dir, &stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("go %s: %w\n%s", strings.Join(args, " "), err, stderr.String())
	}
	return strings.TrimSpace(string(out)), nil
}

// moduleRoot is the folder of go.mod, at or above the working directory; a test's is its package's folder.
func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		} else if !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("no go.mod at or above the working directory")
		}
		dir = parent
	}
}

// sharedDir is a folder that only this user can write, one per checkout.
func sharedDir(root string) (string, error) {
	name := strings.Map(func(r rune) rune {
		if r == filepath.Separator || r == filepath.ListSeparator {
			return '-'
		}
		return r
	}, strings.Trim(root, string(filepath.Separator)))
	base := filepath.Join(os.TempDir(), "sto-test-"+strconv.Itoa(os.Getuid()))
	if err := os.MkdirAll(base, 0o700); err != nil {
		return "", err
	}
	// Somebody else may have made the folder first, to have his program run.
	info, err := os.Lstat(base)
	if err != nil {
		return "", err
	}
	if !info.IsDir() || runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return "", fmt.Errorf("%s is not a folder of this user alone: remove it", base)
	}
	dir := filepath.Join(base, name)
	return dir, os.MkdirAll(dir, 0o700)
}

// locked runs f while no other test process runs one.
func locked(dir string, f func() error) error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()
	l := flock.New(filepath.Join(dir, ".lock"), flock.SetPermissions(0o600))
	if _, err := l.TryLockContext(ctx, 50*time.Millisecond); err != nil {
		return fmt.Errorf("wait for another build: %w", err)
	}
	return errors.Join(f(), l.Unlock())
}
