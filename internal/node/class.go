package node

import (
	"errors"
	"strings"
)

// Class is what a JSON-RPC error means, whichever client or provider words it.
type Class int

// The classes. Unclear is also every error that the table does not hold: it is never taken for a refusal.
const (
	Unclear           Class = iota
	AlreadyKnown            // of sending: the node has these bytes
	NonceTooLow             // of sending: the nonce is used, by this transaction or another
	NonceGap                // of sending: lower nonces are missing
	ReplaceFee              // of sending: another transaction of the nonce is in the pool, and pays too much to be replaced
	FeeBelow                // of sending: the fee is below what the pool or the next block asks
	Funds                   // of sending: the account can't pay
	PoolBusy                // of sending: no room in the pool, or none for this account, for now
	GasLimit                // of sending: more gas than a block or a transaction may hold, or than the node lets pass
	GasTooLow               // of sending: less gas than the transaction needs before it starts
	Oversized               // of sending: too many bytes
	WrongChain              // of sending: signed for another chain, or without a chain id
	Malformed               // of sending: no valid transaction of this chain
	NotAllowed              // of sending: this node or network does not let the account or such a transaction pass
	RateLimited             // too many requests
	Unauthorized            // key or password in the address
	HistoryPruned           // logs, blocks or receipts that old are gone
	StatePruned             // state that old is gone
	AheadOfHead             // the block is not known yet
	NotFoundHere            // no such block or transaction here
	MethodUnavailable       // the method is missing or disabled
	NotSynced               // the node is syncing, or has no working node behind it
)

// ErrNotSynced says that the node is behind, and knows it.
var ErrNotSynced = errors.New("the node is not synced")

// classInfo is what a class leads to.
type classInfo struct {
	name    string
	is      error   // for callers that ask
	outcome Outcome // for transactions that were sent
	meaning string  // for people
	does    string  // what the program does
}

// classes describes every class.
var classes = map[Class]classInfo{
	Unclear: {"unclear", nil, Unknown, "words that are not known here, or that say nothing certain",
		"when sending: takes it that the node may have the transaction, and sends the same bytes again later; when reading: tells the error"},
	AlreadyKnown: {"already known", nil, Known, "the node has these very bytes", "counts as sent; waits for the receipt"},
	NonceTooLow: {"nonce too low", nil, NonceLow, "the nonce is used by a mined transaction: this one, another attempt, or a foreign one",
		"looks for the receipt; concludes nothing from the words alone"},
	NonceGap: {"nonce gap", nil, NonceHigh, "the node lacks transactions with lower nonces, or lags", "sends the lower ones again first; later the same bytes"},
	ReplaceFee: {"replacement underpriced", nil, Underpriced, "the pool holds another transaction of this nonce, which this one does not outbid by enough",
		"says so (exit 8); `tx-bump` with higher fees"},
	FeeBelow:   {"fee too low", nil, FeeLow, "below the pool's minimum or the next base fee", "says so (exit 8); the bytes stay, `tx-bump` raises the fee"},
	Funds:      {"insufficient funds", nil, NoFunds, "the balance does not cover gas × fee cap + value of all that is pending", "says so (exit 7); the bytes stay"},
	PoolBusy:   {"pool full", nil, Full, "the pool has no room, or none for this account at this time", "says so (exit 8); sends the same bytes later"},
	GasLimit:   {"gas limit exceeded", nil, Rejected, "more gas than a block, a transaction (EIP-7825) or this node allows", "says so (exit 9) when every node says the like"},
	GasTooLow:  {"intrinsic gas too low", nil, Rejected, "less gas than the bytes alone cost", "says so (exit 9) when every node says the like"},
	Oversized:  {"oversized data", nil, Rejected, "more bytes than the pool or the chain takes", "says so (exit 9) when every node says the like"},
	WrongChain: {"wrong chain id", nil, Rejected, "signed for another chain, or the node wants replay protection", "says so (exit 9) when every node says the like"},
	Malformed:  {"malformed", nil, Rejected, "no valid transaction here: encoding, signature, type or fees that contradict each other", "says so (exit 9) when every node says the like"},
	NotAllowed: {"not allowed", nil, Rejected, "the network's or the node's own rules keep the account or such a transaction out",
		"says so (exit 9) when every node says the like"},
	RateLimited: {"rate limited", ErrRateLimit, Unknown, "too many requests, or a quota that is used up",
		"waits as long as the node asks, or at random up to a growing bound; asks another node at once where there is one"},
	Unauthorized:  {"credentials refused", ErrAuth, Unknown, "the key in the address is missing, wrong or blocked", "asks another node; says so (exit 5)"},
	HistoryPruned: {"history pruned", ErrPruned, Unknown, "blocks, receipts or logs that old are gone (EIP-4444)", "asks another node; hints at an archive node (exit 5)"},
	StatePruned:   {"state pruned", ErrNoState, Unknown, "the state of that block is gone: a full node keeps some 128 blocks", "asks another node; hints at an archive node (exit 5)"},
	AheadOfHead:   {"ahead of the head", ErrAheadOfHead, Unknown, "the node does not know that block yet", "asks another node, or later; concludes nothing"},
	NotFoundHere:  {"not found", ErrNotFound, Unknown, "the node knows no such block or transaction", "concludes nothing: a node that lags says the same"},
	MethodUnavailable: {"method unavailable", ErrNoMethod, Unknown, "the node or the plan does not offer the method",
		"asks another node; does without where it can (simulation, fee history, batches)"},
	NotSynced: {"not synced", ErrNotSynced, Unknown, "the node says itself that it lags, or the provider has no working node", "asks another node; later again"},
}

// String returns the class's name.
func (c Class) String() string {
	if i, ok := classes[c]; ok {
		return i.name
	}
	return "no class"
}

// ClassOf returns what a JSON-RPC error means. The words decide before the code does: codes mean different things at
// different clients (-32005 is a rate limit, a range too large or, at Besu, a gas limit).
func ClassOf(code int, message string) Class {
	low := strings.ToLower(message)
	for _, r := range table {
		if strings.Contains(low, r.words) {
			return r.class
		}
	}
	if c, ok := codes[code]; ok {
		return c
	}
	if code == -32005 && !looksLikeRange(low) && !strings.Contains(low, "batch") {
		return RateLimited // EIP-1474: limit exceeded
	}
	return Unclear
}

// codes gives the class of codes whose words say nothing more.
var codes = map[int]Class{
	429:    RateLimited,       // Alchemy: https://alchemy.com/docs/reference/throughput
	-32007: RateLimited,       // QuickNode; Besu's -32007 has words of its own
	-32016: RateLimited,       // Cloudflare, Base
	-32029: RateLimited,       // Ankr
	-32090: RateLimited,       // several public gateways
	-32097: RateLimited,       // Alchemy
	-32605: RateLimited,       // BlockVision: https://docs.blockvision.org/reference/error-code-reference
	401:    Unauthorized,      // Chainnodes: https://chainnodes.org/docs/FAQs/error_codes
	403:    Unauthorized,      // QuickNode: https://www.quicknode.com/docs/ethereum/error-references
	-40100: Unauthorized,      // Besu: RpcErrorType.UNAUTHORIZED
	4444:   HistoryPruned,     // geth, reth: EIP-4444
	-32601: MethodUnavailable, // JSON-RPC 2.0
	-32604: MethodUnavailable, // Besu: RpcErrorType.METHOD_NOT_ENABLED
	-32004: MethodUnavailable, // EIP-1474: method not supported
	-32075: MethodUnavailable, // Ankr: https://www.ankr.com/docs/rpc-service/errors/per-chain-quirks/
	-32061: StatePruned,       // Ankr: no archive nodes available, same page
	-32055: NotSynced,         // Ankr: no nodes available, https://www.ankr.com/docs/rpc-service/errors/overview/
	-39001: NotFoundHere,      // execution API, Besu: unknown block
}

// meaning returns which of the package's errors a JSON-RPC error is, or nil.
func meaning(code int, message string) error { return classes[ClassOf(code, message)].is }
