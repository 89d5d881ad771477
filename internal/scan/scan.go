// Package scan reads the events by which a token moves balances from a node into the database, follows the chain
// through reorganisations, and compares what the events add up to with the contract's own word. It is the only code
// that writes holdings, and prints nothing.
package scan

import (
	"context"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
)

// Finality says from when on a block of the network counts as final. With none of the fields set nothing ever does.
type Finality struct {
	Tag     string // the tag that nodes name the newest final block by, such as "finalized"; empty: none
	Depth   uint64 // without a tag: so many blocks below the head
	Instant bool   // every block is final at once (development chains)
}

// MostTokens is how many tokens one run takes.
const MostTokens = 100

// Options says what to scan.
type Options struct {
	Tokens    []common.Address // one to MostTokens; what they share of requests is asked once
	Start     *uint64          // first block; nil: where the last scan stopped, or where each token was created
	End       *uint64          // last block; nil: the latest
	Finalized bool             // go no further than the newest final block
	Reconcile bool             // compare every balance with the contract's own in the end
	Verify    *node.Client     // the node to compare with, of the same chain; nil: the one that is scanned

	// Created returns the block that the caller knows a token to have been created in, nil when it knows none. It is asked
	// where the node can't tell. May be nil.
	Created func(ctx context.Context, token common.Address) (*uint64, error)
	// Progress is told how many blocks of how many are done, from Run's goroutine; the total grows when the chain does, or
	// was reorganised. nil: nobody is told.
	Progress func(done, total uint64)
	// Notice is told, from Run's goroutine, in a sentence, what makes a run take long. May be nil.
	Notice func(text string)
}

// Result is what the scan of one token came to.
type Result struct {
	Token     Token
	Blocks    uint64             // blocks that were read
	Transfers int                // events that were stored
	Updated   int                // holders that a stored event names
	Ignored   int                // events that look like a transfer and don't have its form
	ScannedTo captable.Moment    // where the scan stands now
	Hash      common.Hash        // of that block
	FinalTo   *uint64            // the last scanned block that is final; nil: none, or the node does not tell
	Reorg     *Reorg             // nil: what was scanned earlier still stands
	Holders   int                // addresses whose balance is not zero
	Supply    *big.Int           // accounted: minted less burned; raw token units
	Negative  []captable.Holding // balances below zero, which nobody can have
	Check     Reconciliation
}

// Reorg tells of scanned blocks that the chain no longer holds, and that were replaced.
type Reorg struct {
	Depth   uint64  // number of scanned blocks above the last common one that is known
	Common  *uint64 // the last block known to be on both; nil: not even the first
	Dropped int     // transfers that were removed
}

// Token is what is known of the scanned token. Its texts are cleaned.
type Token struct {
	Address    common.Address
	Name       string
	Symbol     string
	Decimals   uint8
	NoDecimals bool // it has no decimals(), and is counted in whole tokens
	FirstBlock uint64
	Complete   bool // the scan began at or before the token's creation

	id      int64
	scanned *uint64
}

// unnamed stands for a name or symbol that no table has room for.
const unnamed = "<name too long>"

// Reconciliation compares the events' balances with the contract's own at the scanned block, by its hash.
type Reconciliation struct {
	Outcome     captable.Reconciled
	Why         string // why it was not tried
	By          string // the node that was asked when it is not the one that was scanned, its secrets masked
	Asked       int    // holders whose balanceOf() was asked for
	Differences []captable.Difference
	Cause       string        // what probably made most of the differences; a sentence without its full stop
	Supply      *big.Int      // totalSupply(), raw token units; nil when it was not asked
	AtZero      *big.Int      // balanceOf(0), where the contract keeps tokens that were sent there and still counts them; nil: nothing
	Took        time.Duration // the time that asking took
}

// Scanner scans tokens of one chain into one database.
type Scanner struct {
	store    *store.Store
	node     *node.Client
	chain    uint64
	finality Finality
}

// New returns a scanner for the chain with that id, which the node must be on.
func New(st *store.Store, n *node.Client, chain uint64, f Finality) *Scanner {
	return &Scanner{store: st, node: n, chain: chain, finality: f}
}
