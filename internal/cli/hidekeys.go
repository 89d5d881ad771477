package cli

import (
	"strings"

	"github.com/sto-project/sto/internal/config"
)

// hidden is what errors show in the place of a private key.
const hidden = "***"

// keyDigits is the number of hex digits of a private key.
const keyDigits = 64

// leastShown is how many digits of a key must stand together to be recognised, since a long value may be shown cut.
const leastShown = 16

// keyHider returns a function that takes out of a text whatever was given on the command line or in an environment variable of
// this program and may be a private key: it may have been given to the wrong option, whose error repeats it.
func keyHider(args, environ []string) func(string) string {
	var keys []string
	isDigit := func(r rune) bool { return strings.ContainsRune("0123456789abcdefABCDEF", r) }
	add := func(value string) {
		for _, run := range strings.FieldsFunc(value, func(r rune) bool { return !isDigit(r) }) {
			if len(run) >= keyDigits {
				keys = append(keys, run)
			}
		}
	}
	for _, arg := range args {
		add(arg)
	}
	for _, entry := range environ {
		if name, value, _ := strings.Cut(entry, "="); strings.HasPrefix(name, config.EnvVar("")) {
			add(value)
		}
	}
	return func(text string) string {
		for _, key := range keys {
			for {
				at := strings.Index(text, key[:leastShown])
				if at < 0 {
					break
				}
				end := at
				for end < len(text) && end-at < len(key) && text[end] == key[end-at] {
					end++
				}
				text = text[:at] + hidden + text[end:]
			}
		}
		return text
	}
}
