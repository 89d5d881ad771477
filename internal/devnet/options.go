package devnet

import (
	"net"
	"path/filepath"
	"strings"
	"time"
	"unicode"
)

// check fills defaults in and refuses what can't work, before anything is touched.
func (o Options) check() (Options, error) {
	switch {
	case o.Dir == "":
		return o, usage("the devnet has no folder").WithHint("name an empty folder")
	case strings.ContainsFunc(o.Dir, unicode.IsControl):
		return o, usage("the devnet's folder %q has a control character in its name", o.Dir)
	case o.Port < 0 || o.Port > 65535:
		return o, usage("port %d of the devnet is not between 0 and 65535", o.Port)
	case o.Period < 0 || o.Period%time.Second != 0:
		return o, usage("period %s of the devnet is not a whole number of seconds", o.Period)
	}
	dir, err := filepath.Abs(o.Dir)
	if err != nil {
		return o, usage("find the devnet's folder %s: %w", o.Dir, err)
	}
	o.Dir = dir
	o.Host, err = loopback(o.Host)
	return o, err
}

// loopback returns host as a loopback IP address. Names other than localhost are not looked up: what they resolve
// to may change.
func loopback(host string) (string, error) {
	if host == "" || strings.EqualFold(host, "localhost") {
		return "127.0.0.1", nil
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	if ip == nil || !ip.IsLoopback() {
		return "", usage("host %q of the devnet is not a loopback address", host).
			WithHint("a devnet's port gives full control of the chain and listens on 127.0.0.1 alone; for other machines, forward the port with ssh -L")
	}
	return ip.String(), nil
}
