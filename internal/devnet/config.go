package devnet

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/sto-project/sto/internal/fault"
)

const urlKey = "ethereum-node-url"

// writeConfig writes sto.ini when there is none; else it changes the line of the node URL when the port is another
// one, and nothing besides: the rest is the user's.
func (f folder) writeConfig(nodeURL string) error {
	old, err := f.readConfig()
	if errors.Is(err, fs.ErrNotExist) {
		text := "# Written by the devnet of this folder.\n" +
			"network = dev\n" +
			urlKey + " = " + nodeURL + "\n" +
			"database-file = " + filepath.Join(f.dir, "transactions.sqlite") + "\n" +
			"keystore = " + f.keystorePath() + "\n" +
			"password-file = " + f.passwordPath() + "\n"
		return writeFile(f.configPath(), []byte(text))
	}
	if err != nil {
		return err
	}
	text := setURL(old, nodeURL)
	if text == old {
		return nil
	}
	return writeFile(f.configPath(), []byte(text))
}

// lastPort is the port of sto.ini's node URL; 0 when there is none.
func (f folder) lastPort() (int, error) {
	text, err := f.readConfig()
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(text) {
		if value, ok := urlLine(line); ok {
			first, _, _ := strings.Cut(value, ",")
			u, err := url.Parse(strings.TrimSpace(first))
			if err != nil {
				return 0, nil // the user's own words; the line is set anew
			}
			port, err := strconv.Atoi(u.Port())
			if err != nil || port < 1 || port > 65535 {
				return 0, nil
			}
			return port, nil
		}
	}
	return 0, nil
}

func (f folder) readConfig() (string, error) {
	raw, err := os.ReadFile(f.configPath())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", fault.New(fault.General, "read the devnet's %s: %w", configName, err)
	}
	if err != nil {
		return "", fmt.Errorf("read the devnet's %s: %w", configName, err)
	}
	return string(raw), nil
}

// setURL puts nodeURL into the first line that names a node URL, or into a new first line. A line that already begins
// with nodeURL stays, whatever further URLs the user has added to it.
func setURL(text, nodeURL string) string {
	var b strings.Builder
	done := false
	for line := range strings.Lines(text) {
		value, ok := urlLine(line)
		if !ok || done {
			b.WriteString(line)
			continue
		}
		done = true
		if first, _, _ := strings.Cut(value, ","); strings.TrimSpace(first) == nodeURL {
			b.WriteString(line)
			continue
		}
		end := line[len(strings.TrimRight(line, "\r\n")):]
		b.WriteString(urlKey + " = " + nodeURL + end)
	}
	if !done {
		return urlKey + " = " + nodeURL + "\n" + text
	}
	return b.String()
}

// urlLine returns the value of a line that names the node URL.
func urlLine(line string) (string, bool) {
	key, value, ok := strings.Cut(line, "=")
	return strings.TrimSpace(value), ok && strings.TrimSpace(key) == urlKey
}
