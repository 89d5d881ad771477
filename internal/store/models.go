package store

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
)

// State is where an intent stands; see docs/outbox.md.
type State string

// The states of an intent. The database refuses any move that table edge does not name.
const (
	Draft      State = "draft"
	Signed     State = "signed"
	PendingTx  State = "pending"
	Mined      State = "mined"
	Final      State = "final"
	Reverted   State = "reverted"
	Cancelled  State = "cancelled"
	Superseded State = "superseded"
	Unclear    State = "unclear"
	Void       State = "void"
)

// Waiting reports whether the bytes never left the process.
func (s State) Waiting() bool { return s == Draft || s == Signed }

// Unsettled reports whether the chain's present state can't show the effect yet: waiting, or sent and not mined.
func (s State) Unsettled() bool { return s.Waiting() || s == PendingTx }

// Failed reports whether the wish was surely not fulfilled, so that only a reissue can fulfil it.
func (s State) Failed() bool { return s == Reverted || s == Cancelled || s == Superseded }

// Request is one run of a preparing command: all its intents were stored together.
type Request struct {
	ID        string `gorm:"primaryKey"`
	ChainID   uint64
	Sender    string
	Command   string
	Params    string // JSON
	CreatedAt int64  `gorm:"autoCreateTime:false"` // UTC microseconds
}

// TableName returns the table of requests.
func (Request) TableName() string { return "request" }

// Intent is a planned call that owns one nonce.
type Intent struct {
	ID            int64 `gorm:"primaryKey"`
	ChainID       uint64
	Sender        string
	Nonce         uint64
	RequestID     string
	Kind          string
	IdemKey       string
	PayloadSHA256 []byte `gorm:"column:payload_sha256"`
	ToAddr        *string
	Creates       *string // the address that a deployment makes
	Value         string  // wei, decimal
	Data          []byte
	Gas           uint64
	Note          string
	CreatedAt     int64 `gorm:"autoCreateTime:false"` // UTC microseconds
	ReissueOf     *int64
	State         State
	ChangedAt     int64 // UTC microseconds
	Cause         *string
	Node          *string
	SupersededBy  *string
}

// IDs returns the ids of intents, in their order.
func IDs(rows []Intent) []int64 {
	ids := make([]int64, len(rows))
	for n := range rows {
		ids[n] = rows[n].ID
	}
	return ids
}

// TableName returns the table of intents.
func (Intent) TableName() string { return "intent" }

// To returns the address that the intent calls or creates.
func (i *Intent) To() common.Address {
	if i.ToAddr != nil {
		return common.HexToAddress(*i.ToAddr)
	}
	if i.Creates != nil {
		return common.HexToAddress(*i.Creates)
	}
	return common.Address{}
}

// ValueWei returns the ETH that the intent sends, in wei.
func (i *Intent) ValueWei() *big.Int {
	v, ok := new(big.Int).SetString(i.Value, 10)
	if !ok {
		return new(big.Int)
	}
	return v
}

// Attempt is one signed encoding of an intent.
type Attempt struct {
	ID        int64 `gorm:"primaryKey"`
	IntentID  int64
	Hash      string
	Kind      string // original, bump or cancel
	Raw       []byte // nil once it will never be sent
	Tip       int64  // wei
	FeeCap    int64  // wei
	SignedAt  int64  // UTC microseconds
	ExposedAt *int64 // UTC microseconds; set before the bytes leave the process
}

// TableName returns the table of attempts.
func (Attempt) TableName() string { return "attempt" }

// Receipt is what a node said of a mined attempt.
type Receipt struct {
	AttemptID  int64 `gorm:"primaryKey;autoIncrement:false"`
	IntentID   int64
	BlockHash  string `gorm:"primaryKey"`
	BlockNum   uint64
	Status     uint64
	GasUsed    uint64
	GasPrice   string // wei, decimal
	Reason     *string
	SeenAt     int64
	OrphanedAt *int64
}

// TableName returns the table of receipts.
func (Receipt) TableName() string { return "receipt" }

// Dependency says that an intent may be exposed only once another is mined with status 1.
type Dependency struct {
	IntentID int64 `gorm:"primaryKey;autoIncrement:false"`
	Needs    int64 `gorm:"primaryKey;autoIncrement:false"`
}

// TableName returns the table of dependencies.
func (Dependency) TableName() string { return "dependency" }

// DistributionRow is one external id that an intent pays.
type DistributionRow struct {
	ChainID    uint64 `gorm:"primaryKey;autoIncrement:false"`
	Token      string `gorm:"primaryKey"`
	ExternalID string `gorm:"primaryKey"`
	IntentID   int64  `gorm:"primaryKey;autoIncrement:false"`
	Position   int
	ToAddr     string
	Raw        []byte // eth.EncodeRaw
}

// TableName returns the table of distribution rows.
func (DistributionRow) TableName() string { return "distribution_row" }

// PaidRow is an external id that the look-back found paid on the chain, by its tag.
type PaidRow struct {
	ChainID  uint64 `gorm:"primaryKey;autoIncrement:false"`
	Token    string `gorm:"primaryKey"`
	Sender   string `gorm:"primaryKey"`
	Tag      []byte `gorm:"primaryKey"`
	TxHash   string `gorm:"primaryKey"`
	Position int    `gorm:"primaryKey;autoIncrement:false"`
	BlockNum uint64
	ToAddr   string
	Raw      []byte // eth.EncodeRaw
}

// TableName returns the table of paid rows.
func (PaidRow) TableName() string { return "paid_row" }

// Lookback says how far the chain was read for past payments of one token by one account.
type Lookback struct {
	ChainID     uint64 `gorm:"primaryKey;autoIncrement:false"`
	Token       string `gorm:"primaryKey"`
	Sender      string `gorm:"primaryKey"`
	ScannedTo   uint64 // a final block
	ScannedHash string
}

// TableName returns the table of look-backs.
func (Lookback) TableName() string { return "lookback" }

// Mark holds the highest blocks seen of a chain.
type Mark struct {
	ChainID     uint64 `gorm:"primaryKey;autoIncrement:false"`
	GenesisHash string
	HeadNum     uint64
	HeadHash    string
	FinalNum    uint64
	FinalHash   string
	SeenAt      int64
}

// TableName returns the table of marks.
func (Mark) TableName() string { return "mark" }

// Event is one row of the history, which is only ever added to.
type Event struct {
	ID       int64 `gorm:"primaryKey"`
	IntentID *int64
	At       int64
	Node     *string
	What     string
	Detail   *string
}

// TableName returns the table of events.
func (Event) TableName() string { return "event" }
