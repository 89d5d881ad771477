// Package eth holds the plain values that everything else is built from: addresses, amounts, their stored form, and the
// tags that mark a distribution on the chain.
//
// Nothing here uses floating point. Errors are plain sentences about the value; callers add the flag, or the file, row
// and column, where it stood. Text that the user gave is quoted in them, in ASCII and bounded.
package eth

import "strconv"

// maxQuoted is how much of a user's text an error repeats.
const maxQuoted = 80

// quote returns s as a Go string literal in ASCII, cut to maxQuoted bytes, so that neither control characters nor
// look-alike letters reach a terminal.
func quote(s string) string {
	if len(s) <= maxQuoted {
		return strconv.QuoteToASCII(s)
	}
	return strconv.QuoteToASCII(s[:maxQuoted]) + "..."
}
