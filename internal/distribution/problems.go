package distribution

import (
	"errors"
	"fmt"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// maxProblems is how many bad rows are listed; the rest are counted.
const maxProblems = 100

// problems gathers what is wrong with the rows of a file, so that a user can mend all of it at once.
type problems struct {
	class fault.Class
	hint  string
	list  []error
	more  int
}

// add records a problem at a place.
func (p *problems) add(at place, format string, args ...any) {
	if len(p.list) == maxProblems {
		p.more++
		return
	}
	e := fault.New(p.class, "%s: %w", at, fmt.Errorf(format, args...))
	if p.hint != "" {
		e = e.WithHint("%s", p.hint)
	}
	p.list = append(p.list, e)
}

// err returns all problems as one error, a line each, or nil.
func (p *problems) err() error {
	if p.more > 0 {
		return errors.Join(append(p.list[:len(p.list):len(p.list)], fault.New(p.class, "and %d more problems", p.more))...)
	}
	return errors.Join(p.list...)
}

// place names where a value stands: a file's row and column, or an option of the command line.
type place struct {
	source string // "": the command line
	line   int    // 0: the whole file
	column string // "": the whole row
}

// options names the flags that stand for the columns where the row comes from the command line.
var options = map[string]string{
	colExternalID: "--external-id", colEmail: "--email", colName: "--name", colAddress: "--to-address", colAmount: "--amount",
}

// String returns the place as it starts an error.
func (p place) String() string {
	if p.source == "" {
		if flag, ok := options[p.column]; ok {
			return flag
		}
		return "the distribution"
	}
	s := term.Safe(p.source)
	if p.line > 0 {
		s += fmt.Sprintf(" row %d", p.line)
	}
	if p.column != "" {
		s += ", column " + p.column
	}
	return s
}
