package term

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// safeRunes is the bound of Safe: longer than any name, short enough that one hostile field can't flood a screen.
const safeRunes = 500

// maxMarks is how many combining marks may follow one another. Scripts in use need at most three or four; stacked by the
// hundred they paint over the lines above.
const maxMarks = 4

// ellipsis ends a text that was cut.
const ellipsis = '…'

// Safe makes text that others wrote (token names, revert reasons, CSV fields, node answers) fit for a terminal, a log or
// an error: it drops control, escape, bidi, zero-width and other invisible characters, turns line breaks, tabs and every
// kind of blank into a space and invalid UTF-8 into U+FFFD, keeps all printable Unicode, and cuts at 500 characters with
// an ellipsis. The result is valid UTF-8, and Safe of it is itself.
func Safe(s string) string { return SafeN(s, safeRunes) }

// SafeN is Safe with a bound of n characters, the ellipsis included.
func SafeN(s string, n int) string {
	if n <= 0 {
		return ""
	}
	if len(s) <= n && plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(min(len(s), 4*min(n, safeRunes)))
	runes, marks, cut := 0, 0, 0 // cut: length of the text before its last character
	for _, r := range s {
		r = clean(r)
		if unicode.Is(unicode.M, r) {
			marks++
		} else if r >= 0 {
			marks = 0
		}
		if r < 0 || marks > maxMarks {
			continue
		}
		if runes == n {
			return b.String()[:cut] + string(ellipsis)
		}
		cut = b.Len()
		b.WriteRune(r)
		runes++
	}
	return b.String()
}

// safeAll is Safe without a bound, for data that must not be cut.
func safeAll(s string) string { return SafeN(s, math.MaxInt) }

// clean returns what stands for r, or -1 when it is dropped.
func clean(r rune) rune {
	switch {
	case r == utf8.RuneError, r >= ' ' && r < 0x7f:
		return r
	case r == '\n', r == '\r', r == '\t', r == '\v', r == '\f', r == 0x85, unicode.Is(unicode.Z, r):
		return ' '
	case invisible(r):
		return -1
	}
	return r
}

// invisible reports whether r prints nothing of its own: everything that is no letter, mark, number, punctuation or
// symbol (so controls, bidi and zero-width formats, private use, unassigned), and those letters and marks that Unicode
// says to ignore in display (Hangul fillers, variation selectors and the like).
func invisible(r rune) bool {
	return !unicode.IsPrint(r) || unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) || r == 0x17b4 || r == 0x17b5
}

// plain reports whether s is printable ASCII only.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}
