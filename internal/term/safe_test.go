package term

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestSafe(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"plain", "Moo Corp", "Moo Corp"},
		{"other scripts", "Ærø Ōsaka 東京 Київ नमस्ते €", "Ærø Ōsaka 東京 Київ नमस्ते €"},
		{"escape sequence", "\x1b[31mred\x1b[0m", "[31mred[0m"},
		{"one-byte escape", "a\u009b31mb", "a31mb"},
		{"title setting", "\x1b]0;owned\x07", "]0;owned"},
		{"backspace", "safe\b\b\b\bevil", "safeevil"},
		{"bidi", "abc\u202egnp.exe\u2066x\u2069", "abcgnp.exex"},
		{"zero width", "a\u200bb\u200dc\ufeffd\u2060e", "abcde"},
		{"soft hyphen", "a\u00adb", "ab"},
		{"Hangul fillers", "a\u3164b\u115fc\uffa0d", "abcd"},
		{"variation selectors and tags", "a\ufe0fb\U000e0041\U000e0100c", "abc"},
		{"private use", "a\ue000b", "ab"},
		{"line breaks", "a\nb\r\nc\td\u2028e\u0085f", "a b  c d e f"},
		{"blanks", "a\u00a0b\u3000c", "a b c"},
		{"invalid UTF-8", "a\xffb\xc3", "a\ufffdb\ufffd"},
		{"stacked marks", "a" + strings.Repeat("\u0301", 50) + "b", "a" + strings.Repeat("\u0301", maxMarks) + "b"},
		{"null", "a\x00b", "ab"},
		{"empty", "", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := Safe(c.in); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestSafeNBound(t *testing.T) {
	cases := []struct {
		in   string
		n    int
		want string
	}{
		{"abcdef", 6, "abcdef"}, {"abcdef", 5, "abcd…"}, {"äöüß", 3, "äö…"}, {"ab", 1, "…"}, {"a", 1, "a"}, {"a", 0, ""}, {"a", -1, ""},
		{"ab\u200b\u200b", 2, "ab"},
	}
	for _, c := range cases {
		if got := SafeN(c.in, c.n); got != c.want {
			t.Errorf("%q in %d: %q, want %q", c.in, c.n, got, c.want)
		}
	}
	if got := utf8.RuneCountInString(Safe(strings.Repeat("é", 10000))); got != safeRunes {
		t.Errorf("%d characters", got)
	}
}

func FuzzSafe(f *testing.F) {
	for _, s := range []string{"plain", "\x1b[2J", "\u202eevil", "a\u200bb", "\xff\xfe", "\u2028", strings.Repeat("ab\n", 300), "\U000e0041", "e\u0301\u0301\u0301\u0301\u0301"} {
		f.Add(s, 20)
	}
	f.Fuzz(func(t *testing.T, s string, n int) {
		got := SafeN(s, n)
		if !utf8.ValidString(got) {
			t.Fatalf("%q is not valid UTF-8", got)
		}
		if count := utf8.RuneCountInString(got); count > max(n, 0) {
			t.Fatalf("%d characters, bound %d", count, n)
		}
		for _, r := range got {
			if unicode.In(r, unicode.C, unicode.Bidi_Control, unicode.Join_Control, unicode.Zl, unicode.Zp) || unicode.Is(unicode.Z, r) && r != ' ' || !unicode.IsPrint(r) {
				t.Fatalf("%q has %U", got, r)
			}
		}
		if again := SafeN(got, n); again != got {
			t.Fatalf("not idempotent: %q, then %q", got, again)
		}
	})
}
