package devnet

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/sto-project/sto/internal/fault"
)

func TestRefusals(t *testing.T) {
	running := t.TempDir()
	c := run(t, Options{Dir: running})
	foreign := t.TempDir()
	write(t, filepath.Join(foreign, "thesis.txt"), "x")
	file := filepath.Join(t.TempDir(), "file")
	write(t, file, "x")
	half := t.TempDir()
	write(t, filepath.Join(half, lockName), "")
	write(t, filepath.Join(half, passwordName), "x")
	_, port, _ := strings.Cut(strings.TrimPrefix(c.URL(), "http://"), ":")
	var taken int
	if _, err := fmt.Sscan(port, &taken); err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		o     Options
		class fault.Class
		want  string
	}{
		"no folder":      {Options{}, fault.Usage, "has no folder"},
		"control":        {Options{Dir: "a\nb"}, fault.Usage, "control character"},
		"all interfaces": {Options{Dir: t.TempDir(), Host: "0.0.0.0"}, fault.Usage, "not a loopback address"},
		"public":         {Options{Dir: t.TempDir(), Host: "192.0.2.7"}, fault.Usage, "not a loopback address"},
		"name":           {Options{Dir: t.TempDir(), Host: "example.org"}, fault.Usage, "not a loopback address"},
		"port":           {Options{Dir: t.TempDir(), Port: 70000}, fault.Usage, "not between 0 and 65535"},
		"taken port":     {Options{Dir: t.TempDir(), Port: taken}, fault.Conflict, "can't be used"},
		"period":         {Options{Dir: t.TempDir(), Period: 1500 * time.Millisecond}, fault.Usage, "whole number of seconds"},
		"running":        {Options{Dir: running}, fault.Conflict, "already running in " + running},
		"foreign":        {Options{Dir: foreign}, fault.Usage, "is not empty and holds no devnet"},
		"file":           {Options{Dir: file}, fault.General, "make the devnet's folder"},
		"half made":      {Options{Dir: half}, fault.General, "first start was interrupted"},
	} {
		t.Run(name, func(t *testing.T) {
			c, err := Start(t.Context(), tc.o)
			if err == nil {
				t.Fatal(c.Close(), "started")
			}
			if !strings.Contains(err.Error(), tc.want) || fault.ClassOf(err) != tc.class || strings.Contains(err.Error(), "\n") {
				t.Errorf("class %d: %v", fault.ClassOf(err), err)
			}
		})
	}
	if entries, err := os.ReadDir(foreign); err != nil || len(entries) != 1 {
		t.Errorf("the foreign folder was touched: %v, %v", entries, err)
	}
	c.wallet(t).head() // and the running one still runs
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Start(ctx, Options{Dir: t.TempDir()}); fault.ClassOf(err) != fault.Interrupted {
		t.Errorf("cancelled: %v", err)
	}
}

func TestDamagedFolder(t *testing.T) {
	for name, tc := range map[string]struct {
		damage func(t *testing.T, dir string)
		want   string
	}{
		"meta":     {func(t *testing.T, dir string) { write(t, filepath.Join(dir, metaName), "{") }, "devnet.json can't be read"},
		"version":  {func(t *testing.T, dir string) { write(t, filepath.Join(dir, metaName), `{"version":7}`) }, "of version 7"},
		"genesis":  {func(t *testing.T, dir string) { write(t, filepath.Join(dir, metaName), `{"version":1}`) }, "no genesis block"},
		"password": {func(t *testing.T, dir string) { remove(t, filepath.Join(dir, passwordName)) }, "password.txt is missing"},
		"chain":    {func(t *testing.T, dir string) { remove(t, filepath.Join(dir, chainName)) }, "chain is missing"},
		"database": {func(t *testing.T, dir string) {
			files, err := filepath.Glob(filepath.Join(dir, chainName, "devnet", "chaindata", "MANIFEST-*"))
			if err != nil || len(files) == 0 {
				t.Fatal(files, err)
			}
			for _, f := range files {
				write(t, f, "no manifest")
			}
		}, "its chain data can't be read"},
		"other genesis": {func(t *testing.T, dir string) {
			var m meta
			if err := json.Unmarshal([]byte(read(t, filepath.Join(dir, metaName))), &m); err != nil {
				t.Fatal(err)
			}
			m.Genesis.Timestamp--
			if err := (folder{dir: dir, meta: m}).finish(); err != nil {
				t.Fatal(err)
			}
		}, "its chain data can't be read"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := run(t, Options{Dir: dir}).Close(); err != nil {
				t.Fatal(err)
			}
			tc.damage(t, dir)
			c, err := Start(t.Context(), Options{Dir: dir})
			if err == nil {
				t.Fatal(c.Close(), "started")
			}
			if !strings.Contains(err.Error(), "is damaged: ") || !strings.Contains(err.Error(), tc.want) || fault.Hint(err) == "" {
				t.Error(err)
			}
		})
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
}
