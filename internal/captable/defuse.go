package captable

import "strings"

// Defuse returns a text cell so that a spreadsheet that opens the CSV takes it for text: where it begins with a character
// that starts a formula (= + - @, their full-width forms, tab or line break), an apostrophe is put before it. See OWASP,
// "CSV Injection". Numbers are never passed through it, so that they stay exact.
func Defuse(cell string) string {
	if strings.HasPrefix(strings.TrimLeft(cell, " "), "'") || strings.IndexFunc(strings.TrimLeft(cell, " "), starts) == 0 {
		return "'" + cell
	}
	return cell
}

func starts(r rune) bool { return strings.ContainsRune("=+-@＝＋－＠\t\r\n", r) }
