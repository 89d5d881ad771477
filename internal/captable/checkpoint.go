package captable

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/eth"
)

// Checkpoint is a block up to which a token was scanned.
type Checkpoint struct {
	Block       uint64       `json:"block"`
	Hash        common.Hash  `json:"hash"`
	Time        time.Time    `json:"time"`
	Final       bool         `json:"final"`      // whether the block was final when it was scanned
	Reconciled  Reconciled   `json:"reconciled"` // whether the contract's balances there agree with the events
	Differences []Difference `json:"differences"`
	total       *big.Int     // the contract's totalSupply(), nil where nobody asked
}

// Reconciled says how the events' balances compare with the contract's own at one block.
type Reconciled string

// The outcomes of a reconciliation.
const (
	Agreed   Reconciled = "agreed"
	Differs  Reconciled = "differs"
	NotTried Reconciled = "not reconciled" // not asked for, or the node keeps no state of that block
)

// Difference is one address, or with the zero address the total supply, where the contract's word is not what its events
// add up to. Amounts are in raw token units.
type Difference struct {
	Address   common.Address `json:"address"`
	Accounted *Raw           `json:"accounted_raw"`
	Contract  *Raw           `json:"contract_raw"` // null: the contract refuses to say
	Cause     string         `json:"likely_cause"` // what probably made the difference, in words; empty: not known
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (r *Raw) UnmarshalJSON(text []byte) error {
	var s string
	if err := json.Unmarshal(text, &s); err != nil {
		return err
	}
	if _, ok := r.Int().SetString(s, 10); !ok {
		return fmt.Errorf("%q is no number", s)
	}
	return nil
}

// token is a row of table token.
type token struct {
	id       int64
	genesis  string
	name     string
	symbol   string
	decimals uint8
	first    uint64
	complete bool
	scanned  sql.NullInt64
}

// findToken returns sql.ErrNoRows for a token that was never scanned.
func findToken(ctx context.Context, q Querier, chain uint64, a common.Address) (t token, err error) {
	err = q.QueryRowContext(ctx, `SELECT id, genesis_hash, name, symbol, decimals, first_block, complete, scanned_to FROM token
		WHERE chain_id = ? AND address = ?`, int64(chain), eth.Lower(a)).
		Scan(&t.id, &t.genesis, &t.name, &t.symbol, &t.decimals, &t.first, &t.complete, &t.scanned)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		err = fmt.Errorf("read token %s: %w", a, err)
	}
	return t, err
}

// checkpointAt returns the checkpoint at exactly that block, nil when there is none.
func checkpointAt(ctx context.Context, q Querier, tokenID int64, block uint64) (*Checkpoint, error) {
	var (
		c           = Checkpoint{Block: block, Reconciled: NotTried, Differences: []Difference{}}
		hash        string
		unix        int64
		reconciled  sql.NullBool
		total       []byte
		differences sql.NullString
	)
	err := q.QueryRowContext(ctx, `SELECT hash, time, final, reconciled, total_supply, differences FROM checkpoint
		WHERE token_id = ? AND block = ?`, tokenID, int64(block)).Scan(&hash, &unix, &c.Final, &reconciled, &total, &differences)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read checkpoint: %w", err)
	}
	c.Hash, c.Time = common.HexToHash(hash), time.Unix(unix, 0).UTC()
	if reconciled.Valid {
		c.Reconciled = Differs
		if reconciled.Bool {
			c.Reconciled = Agreed
		}
	}
	if total != nil {
		if c.total, err = eth.DecodeRaw(total); err != nil {
			return nil, fmt.Errorf("read checkpoint %d: %w", block, err)
		}
	}
	if differences.Valid && differences.String != "" {
		if err := json.Unmarshal([]byte(differences.String), &c.Differences); err != nil {
			return nil, fmt.Errorf("read checkpoint %d: differences: %w", block, err)
		}
	}
	return &c, nil
}
