// Package e2e holds the end-to-end tests: the real program, run as a user runs it, against real nodes (go-ethereum,
// anvil, the embedded devnet). What it should have done is read from the chain and from the database file, not through
// the program's own code.
//
// STO_DEEP=1 adds the long variations; STO_TEST_RACE=1 builds the program with the race detector; -update rewrites the
// golden files.
package e2e
