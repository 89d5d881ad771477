// Package devnet runs an Ethereum development chain inside the process: go-ethereum's own chain, kept in a folder,
// with a JSON-RPC port on the loopback interface, a funded account and a configuration file that is ready to use.
//
// Blocks are sealed when transactions come (or at a fixed period). A block's time never runs ahead of the wall clock:
// Ethereum wants each block at least one second later than its parent, so transactions that arrive within the second
// of the last block wait for the next one, and share it. See Options.Instant for the other choice.
//
// The chain outlives a clean stop and kill -9 alike: every block is on disk before any answer that could show it
// leaves the port.
package devnet

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/gofrs/flock"

	"github.com/sto-project/sto/internal/fault"
)

// ChainID is the chain id of every devnet.
const ChainID = 1337

// Options say where and how a devnet runs.
type Options struct {
	// Dir holds everything: chain data, keystore, password file and sto.ini. It is made when missing; a folder
	// with other contents is refused.
	Dir string
	// Host is the loopback address to listen on; empty is 127.0.0.1. Others are refused, since the port gives
	// whoever reaches it full control of the chain.
	Host string
	// Port to listen on; 0 takes the port of the last run when it is free, and any free one otherwise.
	Port int
	// Period makes a block at every period, empty or not; whole seconds. 0 makes blocks on demand.
	Period time.Duration
	// Instant seals a block for each transaction at once, without waiting for the wall clock, so that block
	// times run ahead of it when more than one transaction comes in a second. For tests that need many blocks.
	Instant bool
	// Funded are further accounts to which the genesis block gives a million ether each. It counts only at the
	// first start.
	Funded []common.Address
	// Log receives go-ethereum's log. go-ethereum has one log per process: of several chains in one process the
	// last one started gets it. nil discards.
	Log io.Writer
}

// Chain is a running devnet. Its methods are safe for concurrent use.
type Chain struct {
	folder folder
	lock   *flock.Flock
	engine *engine
	sealer *sealer
	server *server
	unlog  func()

	close sync.Once
	err   error
}

// Start starts the devnet of o.Dir, which it makes when the folder is missing or empty. ctx bounds the start alone:
// a running chain is stopped by Close. Errors are of class Usage (options), Conflict (folder or port in use) or
// General (damaged folder).
func Start(ctx context.Context, o Options) (_ *Chain, err error) {
	o, err = o.check()
	if err != nil {
		return nil, err
	}
	c := &Chain{}
	defer func() {
		if err != nil {
			err = errors.Join(err, c.Close())
		}
	}()
	if c.lock, err = lockFolder(o.Dir); err != nil {
		return nil, err
	}
	fresh := false
	if c.folder, fresh, err = openFolder(o.Dir, o.Funded); err != nil {
		return nil, err
	}
	if err = ctx.Err(); err != nil {
		return nil, err
	}
	c.unlog = logTo(o.Log)
	if c.engine, err = startEngine(c.folder); err != nil {
		return nil, err
	}
	if err = ctx.Err(); err != nil {
		return nil, err
	}
	if fresh {
		// The genesis block reaches the disk before the file that says so.
		if err = c.engine.sync(); err != nil {
			return nil, err
		}
		if err = c.folder.finish(); err != nil {
			return nil, err
		}
	}
	c.sealer = startSealer(c.engine, o.Period, o.Instant)
	if c.server, err = startServer(c.engine, c.sealer, c.folder, o); err != nil {
		return nil, err
	}
	if err = c.folder.writeConfig(c.server.url()); err != nil {
		return nil, err
	}
	return c, nil
}

// URL is the address of the JSON-RPC port, such as http://127.0.0.1:8545.
func (c *Chain) URL() string { return c.server.url() }

// Account is the funded account: a million ether, the key in the keystore file.
func (c *Chain) Account() common.Address { return c.folder.meta.Account }

// ConfigPath is the path of sto.ini, a configuration file for this chain and account.
func (c *Chain) ConfigPath() string { return c.folder.configPath() }

// KeystorePath is the path of the encrypted key of Account.
func (c *Chain) KeystorePath() string { return c.folder.keystorePath() }

// PasswordPath is the path of the file that holds the keystore's password.
func (c *Chain) PasswordPath() string { return c.folder.passwordPath() }

// Mine seals n blocks at once, with the transactions that wait in the first of them. Block times run ahead of the
// wall clock by up to n seconds then; blocks made on demand afterwards wait for no more than one of them.
func (c *Chain) Mine(n int) error { return c.sealer.mine(n) }

// Close stops the chain and releases the folder. Later calls return what the first one did.
func (c *Chain) Close() error {
	c.close.Do(func() {
		var errs []error
		if c.server != nil {
			errs = append(errs, c.server.close())
		}
		if c.sealer != nil {
			errs = append(errs, c.sealer.close())
		}
		if c.engine != nil {
			errs = append(errs, c.engine.close())
		}
		if c.unlog != nil {
			c.unlog()
		}
		if c.lock != nil {
			if err := c.lock.Unlock(); err != nil {
				errs = append(errs, fmt.Errorf("release the lock of the devnet in %s: %w", c.folder.dir, err))
			}
		}
		c.err = errors.Join(errs...)
	})
	return c.err
}

func usage(format string, args ...any) *fault.Error { return fault.New(fault.Usage, format, args...) }
