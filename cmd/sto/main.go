// Command sto issues and administers security tokens on Ethereum.
package main

import (
	"context"
	"os"

	"github.com/sto-project/sto/internal/cli"
	"github.com/sto-project/sto/internal/term"
)

func main() {
	os.Exit(cli.Main(context.Background(), os.Args[1:], os.Environ(), term.System()))
}
