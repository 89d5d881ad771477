// Package fault gives an error its class, which decides the exit code, and a hint, which tells the user what to do next.
//
// The message is one lower-case sentence that names the thing, where it stands and why it is wrong.
package fault

import (
	"context"
	"errors"
	"fmt"
)

// Class says what kind of failure an error is. Its value is the exit code of the program.
type Class int

// The classes. Their values are a stable contract with scripts.
const (
	OK          Class = 0
	General     Class = 1
	Usage       Class = 2
	Partial     Class = 3
	Signer      Class = 4
	Node        Class = 5
	Conflict    Class = 6
	Funds       Class = 7
	Pending     Class = 8
	Refused     Class = 9
	Interrupted Class = 130
)

// Meaning is one row of the table of exit codes.
type Meaning struct {
	Class Class
	Name  string // the word that JSON errors carry
	Text  string
}

// Table returns all classes in the order of their codes. The documentation of exit codes is generated from it.
func Table() []Meaning {
	return []Meaning{
		{OK, "ok", "done"},
		{General, "error", "an error that no other code names"},
		{Usage, "usage", "a wrong flag, argument, option or input file; nothing was done"},
		{Partial, "partial", "done in part; the output says what is left"},
		{Signer, "signer", "the key, keystore or passphrase does not work"},
		{Node, "node", "the node can't be reached, lags, or answers wrongly"},
		{Conflict, "conflict", "nonce, idempotency key or chain does not match what is recorded"},
		{Funds, "funds", "not enough ETH or tokens"},
		{Pending, "pending", "transactions are still waiting or not final yet"},
		{Refused, "refused", "reverted on the chain, or would be refused by the contract"},
		{Interrupted, "interrupted", "stopped by Ctrl-C or a signal"},
	}
}

// Error is an error with a class and a hint.
type Error struct {
	class Class
	hint  string
	err   error
}

// New makes an error of class c from a format, as fmt.Errorf does (%w included).
func New(c Class, format string, args ...any) *Error {
	return &Error{class: c, err: fmt.Errorf(format, args...)}
}

// WithHint returns a copy of e with the next step for the user.
func (e *Error) WithHint(format string, args ...any) *Error {
	c := *e
	c.hint = fmt.Sprintf(format, args...)
	return &c
}

// Error returns the message, without the hint.
func (e *Error) Error() string { return e.err.Error() }

// Unwrap returns the wrapped error.
func (e *Error) Unwrap() error { return e.err }

// Hint returns the first hint found in err's tree, or "".
func Hint(err error) string {
	switch e := err.(type) {
	case nil:
		return ""
	case *Error:
		if e.hint != "" {
			return e.hint
		}
		return Hint(e.err)
	case interface{ Unwrap() error }:
		return Hint(e.Unwrap())
	case interface{ Unwrap() []error }:
		for _, part := range e.Unwrap() {
			if h := Hint(part); h != "" {
				return h
			}
		}
	}
	return ""
}

// ClassOf returns the class of err: the outermost one named in its chain, Interrupted for a cancelled context,
// General when nothing names one, OK for nil.
func ClassOf(err error) Class {
	if err == nil {
		return OK
	}
	var e *Error
	if errors.As(err, &e) {
		return e.class
	}
	if errors.Is(err, context.Canceled) {
		return Interrupted
	}
	return General
}

// Is reports whether err is of class c.
func Is(err error, c Class) bool { return ClassOf(err) == c }
