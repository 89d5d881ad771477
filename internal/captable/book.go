package captable

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"math"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/store"
)

// Moment is a block and its time in Unix seconds.
type Moment struct {
	Block uint64
	Time  uint64
}

// Holding is what the transfers of a token give one address.
type Holding struct {
	Address common.Address
	Balance *big.Int // raw token units; negative when the scan missed how the address came to its tokens
	Last    Moment   // of the last transfer that named the address
}

// Book is what the transfers of one token add up to.
type Book struct {
	Holdings  []Holding // every address that a transfer named, but the zero address; in the order of first appearance
	Supply    *big.Int  // minted less burned, which is the sum of all balances; raw token units
	Transfers int
	Last      *Moment // of the last transfer; nil when there is none
}

// Querier reads: *sql.DB, *sql.Conn and *sql.Tx do.
type Querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// Snapshot runs f on one unchanging state of the database, without keeping writers out.
func Snapshot(ctx context.Context, st *store.Store, f func(q Querier) error) (err error) {
	conn, err := st.SQL().Conn(ctx)
	if err != nil {
		return fmt.Errorf("database %s: %w", st.Path(), err)
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	// The store's own transactions take the write lock when they begin; this one must not.
	if _, err := conn.ExecContext(ctx, "BEGIN DEFERRED"); err != nil {
		return fmt.Errorf("database %s: %w", st.Path(), err)
	}
	defer func() {
		// Also after a cancelled context, or the pool would hand on a connection with an open transaction.
		if _, rerr := conn.ExecContext(context.WithoutCancel(ctx), "ROLLBACK"); rerr != nil {
			err = errors.Join(err, rerr)
			if bad := conn.Raw(func(any) error { return driver.ErrBadConn }); !errors.Is(bad, driver.ErrBadConn) {
				err = errors.Join(err, bad)
			}
		}
	}()
	return f(conn)
}

// account sums up one holder number while the transfers are read.
type account struct {
	id      int64
	balance sum
	last    Moment
}

// checkEvery is the number of rows between looks at whether the context has ended.
const checkEvery = 1 << 12

// Read adds up the transfers of a token, named by its number in table token, up to and including block to. With until
// set it stops at the first transfer later than that, in Unix seconds. It is one ordered pass over the transfers.
func Read(ctx context.Context, q Querier, tokenID int64, to uint64, until *uint64) (*Book, error) {
	var newest int64
	if err := q.QueryRowContext(ctx, `SELECT coalesce(max(id), 0) FROM holder`).Scan(&newest); err != nil {
		return nil, fmt.Errorf("read holders: %w", err)
	}
	index := make([]int32, newest+1) // holder number -> 1 + place in accounts
	var accounts []account
	at := func(id int64) (*account, error) {
		if id < 0 || id >= int64(len(index)) {
			return nil, fmt.Errorf("read transfers: holder %d does not exist", id)
		}
		if index[id] == 0 {
			accounts = append(accounts, account{id: id})
			index[id] = int32(len(accounts))
		}
		return &accounts[index[id]-1], nil
	}
	book := &Book{Supply: new(big.Int)}
	// The driver fetches each row of a context that can end in a goroutine of its own, which takes longer than the row
	// does. So the context is looked at here.
	patient := context.WithoutCancel(ctx)
	rows, err := q.QueryContext(patient, `SELECT block, time, from_id, to_id, raw FROM transfer
		WHERE token_id = ? AND block <= ? ORDER BY block, log_index`, tokenID, int64(min(to, math.MaxInt64)))
	if err != nil {
		return nil, fmt.Errorf("read transfers: %w", err)
	}
	defer rows.Close()
	var (
		m        Moment
		from, cp int64
		raw      sql.RawBytes
	)
	for rows.Next() {
		if err := rows.Scan(&m.Block, &m.Time, &from, &cp, &raw); err != nil {
			return nil, fmt.Errorf("read transfers: %w", err)
		}
		if until != nil && m.Time > *until {
			break
		}
		w, err := decodeWord(raw)
		if err != nil {
			return nil, fmt.Errorf("read transfers: block %d: %w", m.Block, err)
		}
		a, err := at(from)
		if err != nil {
			return nil, err
		}
		a.balance.sub(&w)
		a.last = m
		if a, err = at(cp); err != nil {
			return nil, err
		}
		a.balance.add(&w)
		a.last = m
		if book.Transfers++; book.Transfers%checkEvery == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read transfers: %w", err)
	}
	if err := rows.Close(); err != nil {
		return nil, fmt.Errorf("read transfers: %w", err)
	}
	if book.Transfers > 0 {
		last := m
		if until != nil && m.Time > *until {
			last = lastOf(accounts)
		}
		book.Last = &last
	}
	return book, book.name(patient, q, accounts, index)
}

func lastOf(accounts []account) (last Moment) {
	for i := range accounts {
		if accounts[i].last.Block >= last.Block {
			last = accounts[i].last
		}
	}
	return last
}

// fullReadFrom is the number of holders from which on reading the whole table of addresses is cheaper than asking for
// some of them.
const fullReadFrom = 20_000

// name gives the accounts their addresses.
func (b *Book) name(ctx context.Context, q Querier, accounts []account, index []int32) error {
	b.Holdings = make([]Holding, len(accounts))
	zero := -1
	read := func(query string, args ...any) error {
		rows, err := q.QueryContext(ctx, query, args...)
		if err != nil {
			return fmt.Errorf("read holders: %w", err)
		}
		defer rows.Close()
		var id int64
		var raw sql.RawBytes
		for rows.Next() {
			if err := rows.Scan(&id, &raw); err != nil {
				return fmt.Errorf("read holders: %w", err)
			}
			if id < 0 || id >= int64(len(index)) || index[id] == 0 {
				continue
			}
			i := int(index[id] - 1)
			a := &accounts[i]
			b.Holdings[i] = Holding{common.BytesToAddress(raw), a.balance.big(), a.last}
			if b.Holdings[i].Address == (common.Address{}) {
				zero = i
			}
		}
		return rows.Err()
	}
	if len(accounts) >= fullReadFrom {
		if err := read(`SELECT id, address FROM holder`); err != nil {
			return err
		}
	} else {
		const some = 500
		for start := 0; start < len(accounts); start += some {
			part := accounts[start:min(start+some, len(accounts))]
			args := make([]any, len(part))
			for i := range part {
				args[i] = part[i].id
			}
			marks := strings.TrimSuffix(strings.Repeat("?,", len(part)), ",")
			if err := read(`SELECT id, address FROM holder WHERE id IN (`+marks+`)`, args...); err != nil {
				return err
			}
		}
	}
	for i := range b.Holdings {
		if b.Holdings[i].Balance == nil {
			return fmt.Errorf("read holders: holder %d does not exist", accounts[i].id)
		}
	}
	if zero >= 0 {
		// Whatever the zero address lacks, others hold.
		b.Supply.Neg(b.Holdings[zero].Balance)
		b.Holdings = append(b.Holdings[:zero], b.Holdings[zero+1:]...)
	}
	return nil
}

// ReadToken is Read for a token that is named by chain and address.
func ReadToken(ctx context.Context, q Querier, chain uint64, a common.Address, to uint64) (*Book, error) {
	tok, err := findToken(ctx, q, chain, a)
	if err != nil {
		return nil, err
	}
	return Read(ctx, q, tok.id, to, nil)
}
