//go:build !linux

package testchain

import "syscall"

// dieWithParent has no counterpart here: a test process that dies without its clean-up leaves the child behind.
func dieWithParent() *syscall.SysProcAttr { return nil }
