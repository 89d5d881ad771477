package devnet

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/consensus/misc/eip1559"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/sto-project/sto/internal/fault"
)

// gather is how long a sealer waits for companions of the first transaction, so that those which one command sends
// in a row share a block.
const gather = 10 * time.Millisecond

// minTip is the lowest tip that gets a transaction into a block, in wei; as geth --dev.
const minTip = 1

// sealer makes the blocks: on demand, at a period, or when told to.
type sealer struct {
	engine  *engine
	period  time.Duration
	instant bool
	cancel  context.CancelFunc
	done    sync.WaitGroup

	// pool is held by whoever has the transaction pool catch up (TxPool.Sync, which sealing calls as well): of two
	// at the same time, go-ethereum forgets one, which then waits for ever.
	pool sync.Mutex
	// mu is held for writing from before a block can be seen until it is on disk. Answers wait for it. It is taken
	// after pool.
	mu  sync.RWMutex
	err error // the first failure to seal or to write; under mu
}

func startSealer(e *engine, period time.Duration, instant bool) *sealer {
	ctx, cancel := context.WithCancel(context.Background())
	s := &sealer{engine: e, period: period, instant: instant, cancel: cancel}
	if period > 0 {
		s.done.Go(func() { s.everyPeriod(ctx) })
		return s
	}
	wake := make(chan struct{}, 1)
	// Subscribed before the port opens, so that no transaction is missed. The pool waits for its subscribers, so
	// that they have to be read all the time, also while a block is on its way.
	events := make(chan core.NewTxsEvent)
	sub := e.eth.TxPool().SubscribeTransactions(events, true)
	s.done.Go(func() {
		defer sub.Unsubscribe()
		for {
			select {
			case <-events:
			case <-sub.Err():
				return
			case <-ctx.Done():
				return
			}
			select {
			case wake <- struct{}{}:
			default: // a wake-up call is already waiting
			}
		}
	})
	s.done.Go(func() { s.onDemand(ctx, wake) })
	return s
}

func (s *sealer) everyPeriod(ctx context.Context) {
	ticks := time.NewTicker(s.period)
	defer ticks.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticks.C:
		}
		if !sleep(ctx, s.untilNext()) {
			return
		}
		s.note(s.mine(1))
	}
}

func (s *sealer) onDemand(ctx context.Context, wake <-chan struct{}) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-wake:
		}
		for s.executable() {
			if !s.instant && !sleep(ctx, max(gather, s.untilNext())) {
				return
			}
			if err := s.mine(1); err != nil {
				s.note(err)
				break // until the next transaction: no tight loop around a chain that won't seal
			}
			if ctx.Err() != nil {
				return
			}
		}
	}
}

// untilNext is the time until the wall clock has left the second of the head block, but a second at most: a chain
// whose time is ahead already (Mine, a clock set back) still makes blocks.
func (s *sealer) untilNext() time.Duration {
	head := time.Unix(int64(s.engine.eth.BlockChain().CurrentBlock().Time), 0)
	return min(time.Until(head.Add(time.Second)), time.Second)
}

// executable reports whether the next block would hold a transaction. One that offers less than the base fee waits
// in the pool, as it does on a real network, until it is replaced or other blocks have lowered the fee.
func (s *sealer) executable() bool {
	s.pool.Lock()
	defer s.pool.Unlock()
	pool := s.engine.eth.TxPool()
	// The pool follows a new head in the background: without this, it still lists what was just mined.
	if err := pool.Sync(); err != nil {
		return false // the pool has been closed
	}
	chain := s.engine.eth.BlockChain()
	floor := uint256.MustFromBig(eip1559.CalcBaseFee(chain.Config(), chain.CurrentBlock()))
	floor.AddUint64(floor, minTip)
	// The filter can't do this: it lists transactions below the base fee as well.
	pending, _ := pool.Pending(txpool.PendingFilter{MinTip: uint256.NewInt(minTip), GasLimitCap: params.MaxTxGas})
	for _, txs := range pending {
		if txs[0].GasFeeCap.Cmp(floor) >= 0 {
			return true
		}
	}
	return false
}

// mine seals n blocks and puts each on disk.
func (s *sealer) mine(n int) error {
	s.pool.Lock()
	defer s.pool.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	chain := s.engine.eth.BlockChain()
	for range n {
		before := chain.CurrentBlock().Hash()
		if s.engine.beacon.Commit() == before {
			return fault.New(fault.General, "the devnet could not seal block %d", chain.CurrentBlock().Number.Uint64()+1).
				WithHint("look at the devnet's log")
		}
		if err := s.engine.sync(); err != nil {
			return err
		}
	}
	return nil
}

// settled waits until every block that can be seen is on disk.
func (s *sealer) settled() {
	s.mu.RLock()
	defer s.mu.RUnlock()
}

// note keeps the first failure, for Close to return.
func (s *sealer) note(err error) {
	if err == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err == nil {
		s.err = err
	}
}

func (s *sealer) close() error {
	s.cancel()
	s.done.Wait()
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.err != nil {
		return fmt.Errorf("seal blocks: %w", s.err)
	}
	return nil
}

// sleep waits for d and reports whether ctx is still alive.
func sleep(ctx context.Context, d time.Duration) bool {
	if d <= 0 {
		return ctx.Err() == nil
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-t.C:
		return true
	}
}
