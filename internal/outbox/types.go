// Package outbox is the only code that signs, allots nonces and sends. A domain plans calls; the outbox makes intents of
// them, each owning one nonce, stores the signed bytes, marks them exposed before they leave the process, and moves an
// intent only on positive evidence from the chain.
package outbox

import (
	"context"
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/store"
)

// MaxGas is the most gas that a transaction may hold (EIP-7825).
const MaxGas = 16_777_216

// Kinds of calls.
const (
	KindKycDeploy     = "kyc-deploy"
	KindKycSet        = "kyc-set"
	KindTokenDeploy   = "token-deploy"
	KindFactory       = "factory-deploy"
	KindTokenLaunch   = "token-launch" // token, policy and first shares at once, by a factory
	KindPolicySet     = "policy-set"
	KindIssue         = "issue"
	KindTransfer      = "transfer"
	KindBatchTransfer = "batch-transfer"
	KindTestToken     = "test-token-deploy"
	KindEther         = "ether" // plain ETH to an account without code
)

// Call is a planned transaction.
type Call struct {
	To      *common.Address // nil: a deployment
	Value   *big.Int        // wei; nil: 0
	Data    []byte
	Kind    string
	Note    string // one line for the transaction table
	Key     string // idempotency key, unique per chain; natural keys come from Outbox.NaturalKey
	Payload string // canonical text of what Key stands for: the same key with another payload is a conflict

	Gas     uint64 // from the gas table, head-room included: the least, where a simulation finds more; 0: left to simulation
	Checked bool   // the domain has checked it by views, so it is not simulated when prepared; needs Gas

	After      []int64 // intents that must be mined with status 1 before this one may be exposed
	AfterCalls []int   // the same, as indexes into this request's calls

	Rows    []Row                      // what it pays, for distributions, in the order of its tags
	Explain func(revert []byte) string // puts a revert into words; nil: the node's words

	reissue *store.Intent // the settled failure that it does anew
}

// Row is one payment of a distribution.
type Row struct {
	Token      common.Address
	ExternalID string
	To         common.Address
	Raw        *big.Int // raw token units
}

// Head names a request.
type Head struct {
	ID      string // from --request-id; empty: a random one
	Command string
	Params  any  // stored as JSON; no personal data
	AtOnce  bool // it is to be sent at once: refuse while earlier transactions of the account wait to be sent
}

// Plan makes the calls of a request. next is the nonce that the first of them takes, so that the addresses of deployments
// are known. It may read but must not write: it is called again when the queue moved underneath it.
// A request that deploys a contract exists already as a whole, or not at all.
type Plan func(ctx context.Context, next uint64) ([]Call, error)

// Prepared is what became of a request.
type Prepared struct {
	RequestID string
	New       []store.Intent // under a dry run: what would be stored
	Existing  []store.Intent // of the same keys and payloads, prepared earlier
	Gas       uint64         // Σ gas limits of New
	MaxCost   *big.Int       // wei: the greatest cost of New, Σ (gas × fee cap + value)
	FeeCap    *big.Int       // wei per gas
	Tip       *big.Int       // wei per gas
	DryRun    bool
}

// FeePolicy bounds what is paid. Amounts are wei; nil: unset.
type FeePolicy struct {
	GasPrice *big.Int // forces legacy pricing
	MaxFee   *big.Int // cap per gas
	Tip      *big.Int // fixed priority fee per gas
	MaxTip   *big.Int // cap of the market's tip per gas
	MaxCost  *big.Int // greatest cost of one request
	Ceiling  uint64   // greatest gas limit of one transaction; 0: MaxGas
	Legacy   bool     // the network has no EIP-1559
}

// Finality says when a mined transaction can't be taken back any more.
type Finality struct {
	Tag     string // a block tag: "finalized", "safe"
	Depth   uint64 // or: this many blocks on top
	Instant bool   // or: at once (dev chains)
}

// BroadcastOptions of one broadcast.
type BroadcastOptions struct {
	NoWait      bool                          // one window only
	UpTo        string                        // stop after the last intent of this request; "": all
	SendEarlier bool                          // with UpTo: send what waits before it too, instead of refusing
	Progress    func(exposed, total int)      // may be nil
	Notice      func(format string, a ...any) // what an operator should know while it waits; may be nil
}

// Line is one row of the transaction table.
type Line struct {
	Intent  store.Intent
	TxHash  string // empty while it waits: fees, and so the hash, may still change
	Block   uint64 // of the receipt; 0: none
	GasUsed uint64
	Reason  string // why it failed, where known; not cleaned

	Cancelled bool // what was mined is the empty transaction in its place
	Competing bool // it is on its way, and so is an empty transaction with higher fees: one of the two will be mined
	Withdrawn bool // while others waited behind it: an empty transaction is, or will be, sent in its place
}

// Report is the outcome of a broadcast or an update.
type Report struct {
	Lines       []Line // what the pass sent or settled, in nonce order
	Waiting     int    // still never sent
	Broadcasted int    // sent, not mined
	Unfinal     int    // mined, not final
	NewlyFailed int
	Balance     *big.Int // wei
	Head        uint64   // the block at which the chain was read
	FinalTo     uint64   // the last final block
}

// Status returns the status words of the transaction table.
func (l Line) Status() string {
	switch l.Intent.State {
	case store.Draft, store.Signed:
		return "waiting"
	case store.PendingTx:
		return "broadcasted"
	case store.Final:
		return fmt.Sprintf("success:%d", l.Block)
	case store.Reverted:
		return l.failed()
	case store.Mined:
		if l.Cancelled {
			return fmt.Sprintf("cancelled:%d", l.Block)
		}
		if l.Reason != "" {
			return l.failed()
		}
		return fmt.Sprintf("success:%d", l.Block)
	case store.Cancelled:
		return fmt.Sprintf("cancelled:%d", l.Block)
	default:
		return string(l.Intent.State)
	}
}

func (l Line) failed() string {
	s := fmt.Sprintf("failed:%d", l.Block)
	if r := strings.TrimSpace(l.Reason); r != "" && r != unknownReason {
		s += " " + r
	}
	return s
}

const unknownReason = "reverted"

// Clock tells the time; tests set it.
type Clock func() time.Time
