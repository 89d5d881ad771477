package devnet

import (
	"net"
	"path/filepath"
	"strings"
	"testing"
)

func TestSetURL(t *testing.T) {
	const u = "http://127.0.0.1:2"
	for name, tc := range map[string]struct{ in, want string }{
		"empty":     {"", "ethereum-node-url = " + u + "\n"},
		"absent":    {"network = dev\n", "ethereum-node-url = " + u + "\nnetwork = dev\n"},
		"other":     {"a = 1\nethereum-node-url=http://127.0.0.1:1\r\n# end", "a = 1\nethereum-node-url = " + u + "\r\n# end"},
		"same":      {" ethereum-node-url =  " + u + " , https://other\n", " ethereum-node-url =  " + u + " , https://other\n"},
		"no end":    {"ethereum-node-url = x", "ethereum-node-url = " + u},
		"commented": {"# ethereum-node-url = x\nethereum-node-url = y\n", "# ethereum-node-url = x\nethereum-node-url = " + u + "\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := setURL(tc.in, u); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

// TestPortTaken has something else on the old port: the restart takes another, and changes that line alone.
func TestPortTaken(t *testing.T) {
	dir := t.TempDir()
	c := run(t, Options{Dir: dir})
	before := read(t, c.ConfigPath()) + "output = json\n"
	write(t, c.ConfigPath(), before)
	url := c.URL()
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", strings.TrimPrefix(url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	}()
	c = run(t, Options{Dir: dir})
	if c.URL() == url {
		t.Fatal("two listeners on one port")
	}
	if got, want := read(t, c.ConfigPath()), strings.Replace(before, url, c.URL(), 1); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func FuzzLastPort(f *testing.F) {
	f.Add("ethereum-node-url = http://127.0.0.1:8545\n")
	f.Add("ethereum-node-url = http://[::1]:1,https://b\n")
	f.Add("ethereum-node-url = %zz:-1\n")
	f.Fuzz(func(t *testing.T, text string) {
		dir := t.TempDir()
		fo := folder{dir: dir}
		write(t, filepath.Join(dir, configName), text)
		port, err := fo.lastPort()
		if err != nil || port < 0 || port > 65535 {
			t.Errorf("port %d, %v", port, err)
		}
		const u = "http://127.0.0.1:7"
		once := setURL(text, u)
		if setURL(once, u) != once {
			t.Errorf("setURL changes %q twice", text)
		}
	})
}
