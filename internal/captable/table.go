// Package captable turns the scanned transfers of a token into its cap table, for now or any moment in the past. It
// reads the database alone, and prints nothing.
package captable

import (
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/eth"
)

// Unknown stands for the name of an owner that no identity file tells, where tables are shown to people.
const Unknown = "<Unknown>"

// Query says which table to build, and how.
type Query struct {
	Chain uint64
	Token common.Address

	// At most one of these is set; with neither the table is as of the last scanned block.
	AtBlock *uint64
	AtTime  *time.Time // as the holdings stood at the end of that second

	Identities   Identities
	Beneficial   *Beneficial // who stands behind custodians; nil: nobody knows
	GroupBy      GroupBy     // empty: ByHolder
	OrderBy      OrderBy     // empty: ByBalance
	Direction    Direction   // empty: Descending
	IncludeEmpty bool        // also those who hold nothing any more
	MaxEntries   int         // rows at most; 0: all
	Accuracy     uint8       // decimals of Row.Shown and Row.Percent

	pinned *pin // what a node says of the block; see Pin
}

// Table is what cap-table prints with --output json: the cap table at one moment. Its JSON form is a stable contract:
// amounts are decimal strings, the _raw ones in raw token units; times are RFC 3339 in UTC. Text that others wrote is cleaned.
type Table struct {
	ChainID  uint64         `json:"chain_id"`
	Token    common.Address `json:"token"`
	Name     string         `json:"name"`
	Symbol   string         `json:"symbol"`
	Decimals uint8          `json:"decimals"`
	AsOf     AsOf           `json:"as_of"`

	TotalSupply        string       `json:"total_supply"`
	TotalSupplyRaw     *Raw         `json:"total_supply_raw"`
	TotalSupplySource  SupplySource `json:"total_supply_source"`
	AccountedSupply    string       `json:"accounted_supply"` // minted less burned, as the events tell
	AccountedSupplyRaw *Raw         `json:"accounted_supply_raw"`

	Holders      int        `json:"holders"`       // addresses whose balance is not zero
	FirstBlock   uint64     `json:"first_block"`   // where the scan began
	Complete     bool       `json:"complete"`      // whether the scan began at or before the token's creation; else the table is partial
	LastScan     Checkpoint `json:"last_scan"`     // where the scan stands
	LastTransfer *time.Time `json:"last_transfer"` // at or before AsOf; null when there is none
	GroupBy      GroupBy    `json:"group_by"`      // address, investor, country or class
	Rows         []Row      `json:"rows"`          // by address; else empty
	Groups       []Group    `json:"groups"`        // by investor, country or class; else empty
	Marked       []Marked   `json:"marked"`        // what wallets with a mark hold together
	LeftOut      int        `json:"rows_left_out"` // rows or groups beyond Query.MaxEntries
	Notes        []string   `json:"notes"`         // what a reader must know before relying on the table; sentences

	genesis  common.Hash // by which the chain is told from others of its id
	holdings []Holding   // all of them
}

// AsOf is the moment that a table tells about.
type AsOf struct {
	Block     uint64       `json:"block"`      // asked for by time: the last block at or before it, or the last that the scan knows of where no node was asked
	Hash      *common.Hash `json:"hash"`       // of that block; null where the scan has kept none and no node was asked
	Time      *time.Time   `json:"time"`       // asked for by time: that time; else the block's, or null where it is not known
	BlockTime *time.Time   `json:"block_time"` // of the block; null where it is not known
	Final     bool         `json:"final"`      // whether the block was final when it was scanned

	// Whether the contract's figures at that very block agree with the events; last_scan has it for the whole scan.
	Reconciled Reconciled `json:"reconciled"`
}

// SupplySource says whose word the total supply is.
type SupplySource string

// The sources of a total supply.
const (
	FromContract SupplySource = "contract" // totalSupply() at that block
	FromEvents   SupplySource = "events"   // the accounted supply
)

// Row is one holder.
type Row struct {
	Rank         int            `json:"rank"` // from 1, in the order of the table
	Name         string         `json:"name"` // empty: unknown
	Address      common.Address `json:"address"`
	Investor     string         `json:"investor"` // the issuer's id of the owner, and the following from the identity file too; empty: unknown
	Type         string         `json:"type"`
	Country      string         `json:"country"`
	Class        string         `json:"class"`
	Marks        []string       `json:"marks"` // custodian, treasury, lost
	LastTransfer time.Time      `json:"last_transfer"`
	LastBlock    uint64         `json:"last_block"`
	Balance      string         `json:"balance"`
	BalanceRaw   *Raw           `json:"balance_raw"`
	Shown        string         `json:"-"`       // Balance, rounded half-even to Query.Accuracy
	Percent      string         `json:"percent"` // of the total supply, rounded half-even to Query.Accuracy
}

// Raw is an amount in raw token units. In JSON it is a string of digits.
type Raw big.Int

// NewRaw returns v as a Raw. They share the number: don't change it.
func NewRaw(v *big.Int) *Raw { return (*Raw)(v) }

// Int returns the number, which must not be changed.
func (r *Raw) Int() *big.Int { return (*big.Int)(r) }

// String returns the digits.
func (r *Raw) String() string { return r.Int().String() }

// MarshalJSON returns the digits as a JSON string.
func (r *Raw) MarshalJSON() ([]byte, error) { return []byte(`"` + r.String() + `"`), nil }

// percent returns part of whole in percent, rounded half-even to places decimals; "0" with its places of nothing.
func percent(part, whole *big.Int, places uint8) string {
	q := new(big.Int)
	if whole.Sign() != 0 {
		ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)+2), nil)
		q = divHalfEven(ten.Mul(ten, part), whole)
	}
	return eth.FormatRounded(q, places, places)
}

// divHalfEven returns a / b, rounded to the nearest, a tie to the even number.
func divHalfEven(a, b *big.Int) *big.Int {
	q, r := new(big.Int).QuoRem(a, b, new(big.Int)) // towards zero
	r.Abs(r).Lsh(r, 1)
	if c := r.CmpAbs(b); c > 0 || c == 0 && q.Bit(0) == 1 {
		if a.Sign()*b.Sign() < 0 {
			q.Sub(q, big.NewInt(1))
		} else {
			q.Add(q, big.NewInt(1))
		}
	}
	return q
}
