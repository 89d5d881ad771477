package outbox

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/gofrs/flock"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/failpoint"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/signer"
	"github.com/sto-project/sto/internal/store"
)

// Config is what an outbox works with: one account on one chain.
type Config struct {
	Store    *store.Store
	Node     *node.Client  // nil: the database alone
	Signer   signer.Signer // nil: dry runs and reads only
	Sender   common.Address
	ChainID  uint64
	Public   bool // the chain carries real value
	Fees     FeePolicy
	Finality Finality

	AutoFirstNonce bool                       // take the first nonce of a fresh database from the node
	DryRun         bool                       // write nothing
	Explain        func(revert []byte) string // puts a revert into words where a call did not bring its own way
	Clock          Clock                      // nil: time.Now

	// Recheck is asked, once in each pass, before waiting transactions are exposed for the first time: whether the chain
	// shows meanwhile that another database has done what they are for. An error keeps all of them unsent. nil: not asked.
	Recheck func(ctx context.Context, waiting []store.Intent) error
}

// Outbox prepares, sends and tracks the transactions of one account on one chain.
type Outbox struct {
	Config
	genesis *common.Hash
	coded   map[common.Address]bool // addresses seen to have code

	marked *store.Mark // the highest blocks seen; nil: not looked yet
	unkept bool        // it is not stored
	keptAt time.Time
}

// New makes an outbox.
func New(c Config) *Outbox {
	if c.Clock == nil {
		c.Clock = time.Now
	}
	return &Outbox{Config: c, coded: map[common.Address]bool{}}
}

// now returns the time as the store keeps it.
func (o *Outbox) now() int64 { return store.Micros(o.Clock()) }

// mine limits a query to this account on this chain.
func (o *Outbox) sender() string { return eth.Lower(o.Sender) }

// lock takes the lock under which this account sends. The operating system drops it when its holder dies.
func (o *Outbox) lock(ctx context.Context) (func() error, error) {
	path := fmt.Sprintf("%s.%d-%s.lock", o.Store.Path(), o.ChainID, o.sender()[2:10])
	l := flock.New(path, flock.SetPermissions(0o600))
	ctx, cancel := context.WithTimeout(ctx, lockPatience)
	defer cancel()
	ok, err := l.TryLockContext(ctx, 50*time.Millisecond)
	if ok {
		failpoint.Here(failpoint.Locked)
		return l.Unlock, nil
	}
	if err != nil && ctx.Err() == nil {
		return nil, fault.New(fault.General, "can't lock %s: %w", filepath.Base(path), err)
	}
	if err := context.Cause(ctx); errors.Is(err, context.Canceled) {
		return nil, err
	}
	return nil, fault.New(fault.Conflict, "another process is sending transactions of %s", o.Sender).
		WithHint("wait until it is done, then run the command again")
}

// lockPatience is how long a pass waits for another process that sends for the same account.
const lockPatience = 20 * time.Second

// The conditions of the indexes intent_waiting and intent_open, to the letter: SQLite uses an index of a part of a table only
// where the query has the same words.
const (
	waits  = `state IN ('draft','signed')`
	isOpen = `state IN ('pending','mined','unclear')`
)

// Unsettled returns the intents of this account whose effect the chain can't show yet (draft, signed, pending), in nonce
// order. In the place of what was withdrawn stands the empty transaction.
func (o *Outbox) Unsettled(ctx context.Context) ([]store.Intent, error) {
	rows, err := o.unsettled(ctx)
	if err != nil {
		return nil, err
	}
	return o.emptied(ctx, rows)
}

func (o *Outbox) unsettled(ctx context.Context) ([]store.Intent, error) {
	return o.intents(ctx, "("+waits+" OR "+isOpen+" AND state = 'pending')")
}

// Waiting returns the intents of this account that were never sent, in nonce order.
func (o *Outbox) Waiting(ctx context.Context) ([]store.Intent, error) {
	return o.intents(ctx, waits)
}

func (o *Outbox) intents(ctx context.Context, where string) ([]store.Intent, error) {
	var rows []store.Intent
	err := o.Store.DB().WithContext(ctx).Where("chain_id = ? AND sender = ? AND "+where, o.ChainID, o.sender()).Order("nonce").Find(&rows).Error
	return rows, err
}

// nextNonce returns the nonce that follows this account's rows, false when it has none.
func (o *Outbox) nextNonce(ctx context.Context) (uint64, bool, error) {
	var max *uint64
	err := o.Store.SQL().QueryRowContext(ctx,
		`SELECT max(nonce) FROM intent WHERE chain_id = ? AND sender = ? AND state <> 'void'`, o.ChainID, o.sender()).Scan(&max)
	if err != nil || max == nil {
		return 0, false, err
	}
	return *max + 1, true, nil
}

// NextNonce returns the nonce that the next prepared transaction takes: the one after this account's rows, or the node's
// where there are none.
func (o *Outbox) NextNonce(ctx context.Context) (uint64, error) {
	if n, ok, err := o.nextNonce(ctx); err != nil || ok {
		return n, err
	}
	v, err := o.look(ctx)
	if err != nil {
		return 0, err
	}
	return o.firstNonce(ctx, v)
}

// RestartNonce takes the account's first nonce from the node, and returns it. It is refused while the database holds
// transactions of the account.
func (o *Outbox) RestartNonce(ctx context.Context) (uint64, error) {
	if n, ok, err := o.nextNonce(ctx); err != nil {
		return 0, err
	} else if ok {
		return 0, fault.New(fault.Conflict, "database %s holds transactions of %s up to nonce %d: the next one is fixed",
			o.Store.Path(), o.Sender, n-1).WithHint("run sto tx-broadcast and sto tx-update to settle them")
	}
	v, err := o.look(ctx)
	if err != nil {
		return 0, err
	}
	n, err := o.quiescent(ctx, v)
	if err != nil {
		return 0, err
	}
	return n, o.Store.DB().WithContext(ctx).Create(&store.Event{At: o.now(), What: restarted, Detail: ptr(o.restartMark())}).Error
}

const restarted = "nonce-restarted"

func (o *Outbox) restartMark() string { return fmt.Sprintf("%d %s", o.ChainID, o.sender()) }

// firstNonce is the node's count for an account that the database knows nothing of.
func (o *Outbox) firstNonce(ctx context.Context, v *view) (uint64, error) {
	if !o.AutoFirstNonce {
		var n int64
		if err := o.Store.DB().WithContext(ctx).Model(&store.Event{}).
			Where("what = ? AND detail = ?", restarted, o.restartMark()).Count(&n).Error; err != nil {
			return 0, err
		}
		if n == 0 {
			return 0, fault.New(fault.Conflict, "database %s knows no nonce of %s, and auto-restart-nonce is off", o.Store.Path(), o.Sender).
				WithHint("run sto tx-restart-nonce to take it from the network")
		}
	}
	return o.quiescent(ctx, v)
}

// quiescent returns the account's nonce when nothing of it is in flight.
func (o *Outbox) quiescent(ctx context.Context, v *view) (uint64, error) {
	if v.pending != v.latest {
		return 0, fault.New(fault.Conflict, "account %s has %d transactions in flight that this database does not know", o.Sender, v.pending-v.latest).
			WithHint("wait until they are mined, or use the database that sent them")
	}
	if err := o.countsAgree(ctx, v); err != nil {
		return 0, err
	}
	settled, err := o.finalCount(ctx, v)
	if err != nil {
		return 0, err
	}
	if settled != v.latest {
		return 0, fault.New(fault.Conflict, "account %s has sent %d transactions that are not final yet and that this database does not know",
			o.Sender, v.latest-settled).WithHint("wait until block %d is final, or use the database that sent them", v.head.Number)
	}
	return v.latest, nil
}

func ptr[T any](v T) *T { return &v }
