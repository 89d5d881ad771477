//go:build failpoints

package failpoint

import (
	"fmt"
	"os"
	"sync/atomic"
)

// The variables of the environment: the point to die at and which of the times that the process comes there, from 1, as in
// committed:2; and a file to which each point that is passed is added as a line.
const (
	Variable = "STO_FAILPOINT"
	Trace    = "STO_FAILPOINT_TRACE"
)

var passed atomic.Int64

// Here kills the process where it is the point and the time that the environment names.
func Here(p Point) {
	if path := os.Getenv(Trace); path != "" {
		if err := note(path, p); err != nil {
			panic(err)
		}
	}
	var time int64
	if _, err := fmt.Sscanf(os.Getenv(Variable), string(p)+":%d", &time); err != nil || passed.Add(1) != time {
		return
	}
	if self, err := os.FindProcess(os.Getpid()); err == nil && self.Kill() == nil {
		select {} // until the signal comes
	}
}

func note(path string, p Point) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintln(f, p); err != nil {
		return err
	}
	return f.Close()
}
