package cli

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// errorDocument is what a command that fails prints with --output json, on standard error.
type errorDocument struct {
	MessageType string   `json:"message_type"` // always "error"
	Code        string   `json:"code"`         // the name of the exit code
	ExitCode    int      `json:"exit_code"`
	Message     string   `json:"message"`           // the first sentence
	Details     []string `json:"details,omitempty"` // all sentences, when there is more than one
	Hint        string   `json:"hint,omitempty"`
}

// printError writes err to standard error: a line for each of several joined errors, then the hint, both without what hide
// takes out.
func printError(s *term.Streams, err error, class fault.Class, asJSON bool, hide func(string) string) {
	lines := errorLines(err)
	hint := fault.Hint(err)
	if class == fault.Interrupted {
		lines, hint = []string{"interrupted; what was stored before stays stored"}, ""
	}
	for n := range lines {
		lines[n] = hide(lines[n])
	}
	hint = hide(hint)
	if !asJSON {
		for _, line := range lines {
			fmt.Fprintf(s.Err, "error: %s\n", line)
		}
		if hint != "" {
			fmt.Fprintf(s.Err, "hint: %s\n", hint)
		}
		return
	}
	doc := errorDocument{MessageType: "error", Code: className(class), ExitCode: int(class), Message: lines[0], Hint: hint}
	if len(lines) > 1 {
		doc.Details = lines
	}
	data, marshalErr := json.Marshal(doc)
	if marshalErr != nil { // a struct of strings: can't happen, and if it does the words still get out
		fmt.Fprintf(s.Err, "error: %s\n", lines[0])
		return
	}
	fmt.Fprintf(s.Err, "%s\n", data)
}

// errorLines splits the words of err into lines, each cleaned for the terminal.
func errorLines(err error) []string {
	var lines []string
	for _, line := range strings.Split(err.Error(), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, term.Safe(line))
		}
	}
	if len(lines) == 0 {
		lines = []string{"an error without words"}
	}
	return lines
}

// className returns the word for a class that JSON errors carry.
func className(c fault.Class) string {
	for _, m := range fault.Table() {
		if m.Class == c {
			return m.Name
		}
	}
	return "error"
}
