package contract

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
)

// SetPolicy is the call data that makes policy the token's transfer policy; the zero address takes it away.
func SetPolicy(policy common.Address) []byte { return tokens().PackSetPolicy(policy) }

// Issue is the call data that creates raw token units for to.
func Issue(to common.Address, raw *big.Int) []byte { return tokens().PackIssue(to, amount(raw)) }

// BatchIssue is the call data that creates raw[i] token units for each to[i], all or none.
func BatchIssue(to []common.Address, raw []*big.Int) []byte {
	return tokens().PackBatchIssue(to, amounts(raw))
}

// Transfer is the call data that moves raw token units from the sender to to; of any ERC-20 token.
func Transfer(to common.Address, raw *big.Int) []byte { return plains().PackTransfer(to, amount(raw)) }

// Approve is the call data that lets spender take raw token units from the sender; of any ERC-20 token.
func Approve(spender common.Address, raw *big.Int) []byte {
	return plains().PackApprove(spender, amount(raw))
}

// BatchTransfer is the call data that moves raw[i] token units from the sender to each to[i], all or none.
func BatchTransfer(to []common.Address, raw []*big.Int) []byte {
	return tokens().PackBatchTransfer(to, amounts(raw))
}

// SetWhitelisted is the call data for the registry that whitelists a, without expiry, or revokes it.
func SetWhitelisted(a common.Address, ok bool) []byte {
	return registries().PackSetWhitelisted(a, ok)
}

// BatchSet is the call data for the registry that writes many entries at once; see Entry.
func BatchSet(accounts []common.Address, entries []Entry) []byte {
	words := make([]*big.Int, len(entries))
	for i, e := range entries {
		words[i] = e.word()
	}
	return registries().PackBatchSet(accounts, words)
}

// SetAddressFrozen is the call data that freezes or unfreezes all that a holds and will hold.
func SetAddressFrozen(a common.Address, frozen bool) []byte {
	return tokens().PackSetAddressFrozen(a, frozen)
}

// Pause is the call data that stops the holders' transfers.
func Pause() []byte { return tokens().PackPause() }

// Unpause is the call data that ends a pause.
func Unpause() []byte { return tokens().PackUnpause() }

// Burn is the call data that destroys raw token units of from, for a reason and the hash of a document (or zero).
func Burn(from common.Address, raw *big.Int, reason string, document common.Hash) []byte {
	return tokens().PackBurn(from, amount(raw), reason, document)
}

// ForcedTransfer is the call data that moves raw token units without the holder, for a reason and the hash of a
// document (or zero).
func ForcedTransfer(from, to common.Address, raw *big.Int, reason string, document common.Hash) []byte {
	return tokens().PackForcedTransfer0(from, to, amount(raw), reason, document)
}

// SetRecordDate is the call data that registers a record date, in Unix seconds; 0 is the time of the block.
func SetRecordDate(unix uint64) []byte {
	return tokens().PackSetRecordDate(new(big.Int).SetUint64(unix))
}

// Entry is what a registrar writes about an address; the registry adds the index.
type Entry struct {
	Expiry   uint64   // Unix seconds from which on it is no longer valid, below 2^40; 0 revokes, NoExpiry never ends
	Country  uint16   // ISO 3166-1 numeric, 0 for unknown
	Classes  uint32   // class bits
	Investor [16]byte // investor id, zero for none
}

// NoExpiry is the expiry of an entry that stays valid.
const NoExpiry = 1<<40 - 1

// word packs the entry as KycRegistry.sol does: expiry 40 | country 16 | classes 32 | index 32 | free 8 | investor 128.
func (e Entry) word() *big.Int {
	w := new(big.Int).SetBytes(e.Investor[:])
	w.Lsh(w, 128-56)
	w.Or(w, new(big.Int).SetUint64(uint64(e.Classes)))
	w.Lsh(w, 16)
	w.Or(w, new(big.Int).SetUint64(uint64(e.Country)))
	w.Lsh(w, 40)
	return w.Or(w, new(big.Int).SetUint64(min(e.Expiry, NoExpiry)))
}

func amounts(raw []*big.Int) []*big.Int {
	for _, v := range raw {
		amount(v)
	}
	return raw
}
