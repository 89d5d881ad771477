package testchain

import "syscall"

// dieWithParent has the kernel kill the child when the test process dies without its clean-up (a time-out, a panic).
func dieWithParent() *syscall.SysProcAttr { return &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} }
