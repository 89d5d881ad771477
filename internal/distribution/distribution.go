package distribution

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
)

// Service plans distributions.
type Service struct {
	box    *outbox.Outbox
	bundle *contract.Bundle
}

// New makes a service that plans for the outbox's account, with the contracts of the bundle.
func New(o *outbox.Outbox, b *contract.Bundle) *Service { return &Service{box: o, bundle: b} }

// Params describe a distribution.
type Params struct {
	Token     common.Address
	Rows      []Row
	Batch     int    // rows for each transaction; 0, 1: a transaction for each row
	Source    string // the file's name, for errors; empty: the command line
	Command   string // what is recorded as the request's command
	RequestID string // of --request-id; empty: a random one

	Progress func(done, total uint64) // of the look-back, in blocks; may be nil
}

// State of a row after Distribute.
type State string

// The states of rows.
const (
	StateNew      State = "new"      // planned now
	StateRecorded State = "recorded" // in the database already
	StateOnChain  State = "paid"     // found on the chain, paid by a transaction that the database does not know
)

// Outcome is what became of a row.
type Outcome struct {
	Row      Row
	Raw      *big.Int // raw token units
	State    State
	IntentID int64  // the transaction that pays it; 0: StateOnChain, or a dry run
	TxHash   string // of StateOnChain
}

// Result is what became of a distribution.
type Result struct {
	Symbol   string // cleaned
	Decimals uint8
	New, Old int       // rows; Old counts those recorded and those found on the chain
	Rows     []Outcome // in the order of Params.Rows; empty where the request id was used before
	Warnings []string
	Prepared *outbox.Prepared
}

// Distribute plans the payment of all rows that were not paid before. Rows that were, by the database or by the chain, are
// counted as old. Errors: fault.Usage for rows that can't be right; fault.Conflict where an external id was used for
// another payment; fault.Refused where the token would refuse a row, or an earlier payment failed; fault.Funds where the
// account holds too little; those of LookBack and Outbox.Prepare. All rows are planned, or none is.
func (s *Service) Distribute(ctx context.Context, p Params) (*Result, error) {
	if len(p.Rows) == 0 {
		return nil, fault.New(fault.Usage, "there is nothing to distribute")
	}
	if p.Batch < 0 {
		return nil, fault.New(fault.Usage, "--batch %d is negative", p.Batch)
	}
	past, err := s.LookBack(ctx, p.Token, p.Progress)
	if err != nil {
		return nil, err
	}
	head := outbox.Head{ID: p.RequestID, Command: p.Command, Params: map[string]any{
		"token_address": eth.Lower(p.Token), "rows": len(p.Rows), "rows_sha256": digest(p.Rows), "batch": max(p.Batch, 1),
	}}
	var j *job
	prepared, err := s.box.Prepare(ctx, head, func(ctx context.Context, _ uint64) ([]outbox.Call, error) {
		j = &job{Service: s, Params: p, past: past, sender: s.box.Sender}
		return j.plan(ctx)
	})
	if err != nil {
		return nil, err
	}
	if j == nil { // the same request was prepared before
		return &Result{Old: len(p.Rows), Prepared: prepared}, nil
	}
	return j.result(prepared)
}

// digest stands for the rows, without what is personal.
func digest(rows []Row) string {
	h := sha256.New()
	for _, r := range rows {
		fmt.Fprintf(h, "%q %s %s\n", r.ExternalID, eth.Lower(r.To), r.Amount)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// job is one attempt to plan a distribution.
type job struct {
	*Service
	Params
	past   *Past
	sender common.Address

	token    token
	queue    []store.Intent // what the chain can't show yet of this account
	count    uint64         // the account's transactions on the chain, where there is a queue
	payments []payment      // all rows
	outcomes []Outcome      // of all rows
	fresh    []int          // indexes of the rows to pay
	planned  []outbox.Call
	calls    [][]int // of each planned call the indexes of its rows
	warnings []string
}

// plan makes the calls of the rows that were not paid before.
func (j *job) plan(ctx context.Context) ([]outbox.Call, error) {
	var err error
	if j.queue, err = j.box.Unsettled(ctx); err != nil {
		return nil, err
	}
	if len(j.queue) > 0 {
		// Read before the balance: what is mined in between is then counted twice, never forgotten.
		if j.count, err = j.box.Node.Nonce(ctx, j.sender, node.Latest); err != nil {
			return nil, err
		}
	}
	if err := j.readToken(ctx); err != nil {
		return nil, err
	}
	if err := j.parse(); err != nil {
		return nil, err
	}
	if err := j.compare(ctx); err != nil || len(j.fresh) == 0 {
		return nil, err
	}
	if err := j.checkBalance(ctx); err != nil {
		return nil, err
	}
	if err := j.checkTag(ctx); err != nil {
		return nil, err
	}
	if err := j.checkRules(ctx); err != nil {
		return nil, err
	}
	j.planned, err = j.makeCalls(ctx)
	return j.planned, err
}

// at names the place of a row's column.
func (j *job) at(i int, column string) place {
	return place{source: j.Source, line: j.payments[i].Line, column: column}
}

// parse reads the amounts with the token's decimals and refuses receivers that make no sense.
func (j *job) parse() error {
	bad := problems{class: fault.Usage}
	if j.Source != "" {
		bad.hint = mendHint
	}
	j.payments = make([]payment, len(j.Rows))
	for i, r := range j.Rows {
		j.payments[i].Row = r
		raw, err := eth.ParseAmount(r.Amount, j.token.decimals)
		switch {
		case err != nil:
			bad.add(j.at(i, colAmount), "%w", err)
		case raw.Sign() == 0:
			bad.add(j.at(i, colAmount), "the amount is zero")
		}
		switch r.To {
		case j.Token:
			bad.add(j.at(i, colAddress), "the receiver %s is the token's own contract, from which shares never come back", r.To.Hex())
		case j.sender:
			bad.add(j.at(i, colAddress), "the receiver %s is the distributing account itself: nothing would move", r.To.Hex())
		case common.Address{}:
			bad.add(j.at(i, colAddress), "the receiver is the zero address")
		}
		j.payments[i].raw = raw
		j.payments[i].tag = eth.TagOf(j.box.ChainID, j.Token, r.ExternalID)
	}
	return bad.err()
}

// result tells what became of the rows. What another process has prepared since they were compared counts as old.
func (j *job) result(p *outbox.Prepared) (*Result, error) {
	made := make(map[string]int64, len(p.New))
	for _, i := range p.New {
		made[i.IdemKey] = i.ID
	}
	recorded := make(map[string]int64, len(p.Existing))
	for _, i := range p.Existing {
		recorded[i.IdemKey] = i.ID
	}
	fresh := 0
	for n, rows := range j.calls {
		id, isNew := made[j.planned[n].Key]
		if !isNew {
			var known bool
			if id, known = recorded[j.planned[n].Key]; !known {
				return nil, fmt.Errorf("transaction %d of %d was planned, but not prepared", n+1, len(j.calls))
			}
		}
		for _, i := range rows {
			j.outcomes[i].IntentID = id
			if isNew {
				fresh++
			} else {
				j.outcomes[i].State = StateRecorded
			}
		}
	}
	return &Result{Symbol: j.token.symbol, Decimals: j.token.decimals, New: fresh, Old: len(j.Rows) - fresh,
		Rows: j.outcomes, Warnings: j.warnings, Prepared: p}, nil
}
