package devnet

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"math/big"
	"os"
	"runtime"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/catalyst"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	gethlog "github.com/ethereum/go-ethereum/log"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/p2p"
	"github.com/ethereum/go-ethereum/version"

	"github.com/sto-project/sto/internal/fault"
)

// engine is go-ethereum's chain with the consensus client that tells it which blocks to make.
type engine struct {
	stack  *node.Node
	eth    *eth.Ethereum
	beacon *catalyst.SimulatedBeacon
}

// startEngine opens the chain in f, or begins it from the genesis block when there is no data yet.
func startEngine(f folder) (_ *engine, err error) {
	stack, err := node.New(&node.Config{
		Name:    "devnet",
		DataDir: f.chainPath(),
		// No port, no peers: the JSON-RPC server is ours, see server.
		P2P: p2p.Config{NoDiscovery: true, NoDial: true},
	})
	if errors.Is(err, node.ErrDatadirUsed) {
		return nil, fault.New(fault.Conflict, "another process uses the chain data of the devnet in %s", f.dir).
			WithHint("stop it first")
	}
	if err != nil {
		return nil, damaged(f.dir, "its chain data can't be opened (%w)", err)
	}
	e := &engine{stack: stack}
	defer func() {
		if err != nil {
			err = errors.Join(err, e.close())
		}
	}()
	config := chainConfig(f)
	if err = markIndexed(stack, config); err != nil {
		return nil, damaged(f.dir, "its chain data can't be read (%w)", err)
	}
	if e.eth, err = eth.New(stack, config); err != nil {
		return nil, damaged(f.dir, "its chain data can't be read (%w)", err)
	}
	if err = stack.Start(); err != nil {
		return nil, fault.New(fault.General, "start the devnet in %s: %w", f.dir, err)
	}
	// The period only keeps the beacon from sealing by itself: it is never started, and the sealer calls it.
	if e.beacon, err = catalyst.NewSimulatedBeacon(1, common.Address{}, e.eth); err != nil {
		return nil, fault.New(fault.General, "start the devnet's consensus in %s: %w", f.dir, err)
	}
	e.eth.SetSynced()
	return e, nil
}

// chainConfig keeps every state: in the hash scheme an archive writes each block's state with the block, so that the
// chain can be asked about any block and needs no orderly stop. Snapshots and the log index would need one.
func chainConfig(f folder) *ethconfig.Config {
	c := ethconfig.Defaults
	c.Genesis = f.meta.Genesis
	c.NetworkId = ChainID
	c.SyncMode = ethconfig.FullSync
	c.NoPruning = true
	c.StateScheme = rawdb.HashScheme
	c.StateHistory = 0
	c.TransactionHistory = 0 // all
	c.SnapshotCache = 0
	c.LogNoHistory = true
	c.DatabaseCache = 64
	c.DatabaseHandles = 256
	c.TrieCleanCache = 32
	c.TrieDirtyCache = 32
	c.TxPool.NoLocals = true
	c.TxPool.Journal = ""
	c.Miner.GasCeil = GasLimit
	c.Miner.GasPrice = big.NewInt(minTip)
	return &c
}

// markIndexed notes in new chain data that the transactions of all blocks are indexed, which is true of no blocks.
// Without it go-ethereum answers "transaction indexing is in progress" for unknown transactions until block 1.
func markIndexed(stack *node.Node, c *ethconfig.Config) error {
	if _, err := os.Stat(stack.ResolvePath("chaindata")); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	db, err := stack.OpenDatabaseWithOptions("chaindata", node.DatabaseOptions{Cache: c.DatabaseCache, Handles: c.DatabaseHandles})
	if err != nil {
		return err
	}
	rawdb.WriteTxIndexTail(db, 0)
	return db.Close()
}

// sync puts all that was written on disk. go-ethereum's own writes stay in the process's memory for a while, from
// where kill -9 loses them.
func (e *engine) sync() error {
	if err := e.eth.ChainDb().SyncKeyValue(); err != nil {
		return fault.New(fault.General, "write the devnet's chain to disk: %w", err)
	}
	return nil
}

func (e *engine) close() error {
	if err := e.stack.Close(); err != nil {
		return fmt.Errorf("stop the devnet's chain: %w", err)
	}
	return nil
}

// clientVersion is the answer to web3_clientVersion.
func clientVersion() string {
	return fmt.Sprintf("sto-devnet/geth-v%d.%d.%d/%s-%s/%s", version.Major, version.Minor, version.Patch, runtime.GOOS, runtime.GOARCH, runtime.Version())
}

// logTo sends go-ethereum's log to w and returns what undoes it. go-ethereum discards it unless told otherwise.
func logTo(w io.Writer) func() {
	if w == nil {
		return func() {}
	}
	before := gethlog.Root()
	gethlog.SetDefault(gethlog.NewLogger(gethlog.LogfmtHandlerWithLevel(w, slog.LevelInfo)))
	return func() { gethlog.SetDefault(before) }
}
