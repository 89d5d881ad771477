package testchain

import (
	"strconv"

	"github.com/sto-project/sto/internal/devnet"
)

// Option changes how a node runs.
type Option func(*options)

type options struct {
	archive   bool
	wallClock bool
	ownRules  bool
	period    int
	chainID   uint64
	args      []string
}

func collect(chainID uint64, opts []Option) options {
	o := options{chainID: chainID}
	for _, opt := range opts {
		opt(&o)
	}
	return o
}

// Archive has geth keep the state of every block, and keep the chain over Kill but for the last few blocks. The other
// kinds keep every state anyway.
func Archive() Option { return func(o *options) { o.archive = true } }

// OwnRules has geth run all forks that a plain `geth --dev` does, not only those of the main network.
func OwnRules() Option { return func(o *options) { o.ownRules = true } }

// Period makes a block every so many seconds, instead of on demand.
func Period(seconds int) Option { return func(o *options) { o.period = seconds } }

// ChainID sets the chain id of geth and anvil; the embedded devnet's is always 1337.
func ChainID(id uint64) Option { return func(o *options) { o.chainID = id } }

// WallClock has the embedded devnet keep block times behind the wall clock, as it does for its users: one block per
// second at most. The other kinds know no such thing.
func WallClock() Option { return func(o *options) { o.wallClock = true } }

// Args adds command line arguments of geth or anvil.
func Args(args ...string) Option { return func(o *options) { o.args = append(o.args, args...) } }

const (
	defaultChainID = devnet.ChainID
	anvilChainID   = 31337
)

func hexNumber(n uint64) string { return "0x" + strconv.FormatUint(n, 16) }
