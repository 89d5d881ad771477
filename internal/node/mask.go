package node

import (
	"encoding/base64"
	"net/url"
	"sort"
	"strings"

	"github.com/sto-project/sto/internal/term"
)

const (
	hidden     = "***"
	plainPath  = 8  // longer path segments may be keys
	plainLabel = 24 // as may longer labels of a host name
)

// Mask returns a node's address without its secrets: user info, path segments of more than 8 characters, long labels of
// the host name and all query values are replaced by ***. The path of an IPC socket stays as it is.
func Mask(raw string) string {
	m, _ := mask(raw)
	return m
}

// mask returns the masked address and what was hidden.
func mask(raw string) (string, []string) {
	if isSocket(raw) {
		return term.Safe(raw), nil
	}
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" {
		scheme, rest, found := strings.Cut(raw, "://")
		if !found || len(scheme) > plainPath {
			return hidden, []string{raw}
		}
		return term.Safe(scheme) + "://" + hidden, []string{raw, rest}
	}
	secrets := []string{raw, u.String(), u.Redacted()}
	var b strings.Builder
	b.WriteString(u.Scheme + "://")
	if u.User != nil {
		b.WriteString(hidden + "@")
		pw, _ := u.User.Password()
		secrets = append(secrets, u.User.String(), u.User.Username(), pw,
			base64.StdEncoding.EncodeToString([]byte(u.User.Username()+":"+pw))) // as it goes into the header
	}
	labels := strings.Split(u.Host, ".")
	for i, l := range labels {
		if len(l) >= plainLabel {
			secrets = append(secrets, l)
			labels[i] = hidden
		}
	}
	b.WriteString(strings.Join(labels, "."))
	segments := strings.Split(u.EscapedPath(), "/")
	for i, s := range segments {
		if len(s) > plainPath {
			secrets = append(secrets, s, unescaped(s))
			segments[i] = hidden
		}
	}
	b.WriteString(strings.Join(segments, "/"))
	if u.RawQuery != "" {
		parts := strings.Split(u.RawQuery, "&")
		for i, p := range parts {
			k, v, found := strings.Cut(p, "=")
			if !found || len(k) > 2*plainPath {
				secrets = append(secrets, p, unescaped(p))
				parts[i] = hidden
				continue
			}
			secrets = append(secrets, v, unescaped(v))
			parts[i] = k + "=" + hidden
		}
		b.WriteString("?" + strings.Join(parts, "&"))
	}
	if u.Fragment != "" {
		secrets = append(secrets, u.Fragment)
		b.WriteString("#" + hidden)
	}
	return term.Safe(b.String()), secrets
}

func unescaped(s string) string {
	if v, err := url.QueryUnescape(s); err == nil {
		return v
	}
	return s
}

// isSocket reports whether raw is the path of an IPC socket rather than an address.
func isSocket(raw string) bool {
	return !strings.Contains(raw, "://") && (strings.HasPrefix(raw, "/") || strings.HasPrefix(raw, ".") ||
		strings.HasPrefix(raw, `\\`) || strings.HasSuffix(raw, ".ipc"))
}

// scrubber removes the secrets of addresses from any text.
type scrubber struct{ replace *strings.Replacer }

func newScrubber(raws ...string) scrubber {
	whole := map[string]string{}
	var secrets []string
	for _, raw := range raws {
		masked, more := mask(raw)
		whole[raw] = masked
		secrets = append(secrets, more...)
	}
	sort.SliceStable(secrets, func(i, j int) bool { return len(secrets[i]) > len(secrets[j]) })
	var pairs []string
	for _, s := range secrets {
		masked, all := whole[s]
		switch {
		case all:
			pairs = append(pairs, s, masked)
		case len(s) > 2: // shorter ones would garble every sentence; they still go with the whole address
			pairs = append(pairs, s, hidden)
		}
	}
	return scrubber{strings.NewReplacer(pairs...)}
}

// text returns s without secrets and without anything that could act on a terminal.
func (s scrubber) text(t string) string {
	if s.replace != nil {
		t = s.replace.Replace(t)
	}
	return term.Safe(t)
}
