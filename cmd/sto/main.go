// Command sto issues and administers security tokens on Ethereum.
package main

import (
	"context"
	"os"
	"runtime/debug"

	"github.com/sto-project/sto/internal/cli"
	"github.com/sto-project/sto/internal/term"
)

// memory is how much of it the program tries to do with, in bytes: it often runs beside a node. GOMEMLIMIT sets another.
const memory = 128 << 20

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memory)
	}
	os.Exit(cli.Main(context.Background(), os.Args[1:], os.Environ(), term.System()))
}
