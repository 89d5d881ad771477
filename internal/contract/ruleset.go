package contract

import (
	"math/big"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract/bindings/ruleset"
)

var ruleSets = sync.OnceValue(ruleset.NewRuleSet)

// Rule is a rule of a RuleSet (IRuleSet.sol); its number is its place in the word of kinds.
type Rule uint8

// The rules.
const (
	RuleCountry Rule = iota
	RuleAccredited
	RuleSeriesLock
	RuleHolderLock
	RuleWindow
	RuleMinimum
	RuleMaxShare
	RuleMaxHolders
	RuleMaxPerCountry
	RuleApproval
)

// Kind is a kind of balance change (Kinds.sol), one bit each.
type Kind uint8

// The kinds.
const (
	KindIssue    Kind = 1
	KindBurn     Kind = 2
	KindTransfer Kind = 4
	KindForced   Kind = 8
	KindRecovery Kind = 16
)

// RuleTerms are the rules of a RuleSet. Amounts are in raw token units, nil for 0; times are Unix seconds below 2^40.
type RuleTerms struct {
	Kinds       map[Rule]Kind // which changes each rule binds; a rule that is not there binds none
	Deny        bool          // the listed countries are the forbidden ones
	Classes     uint32        // the receiver must have one of these bits
	LockedUntil uint64        // of the series
	Opens       uint64        // of the transfer window
	Closes      uint64        // not included; 0: no end
	MaxHolders  uint32        // investors
	Minimum     *big.Int      // holding after a change
	MaxAmount   *big.Int      // of one investor; 0: no limit
	MaxShare    uint16        // of one investor, basis points of the supply; 0: no limit
}

func (t RuleTerms) packed() ruleset.IRuleSetTerms {
	kinds := new(big.Int)
	for rule, kind := range t.Kinds {
		kinds.Or(kinds, new(big.Int).Lsh(big.NewInt(int64(kind)), 8*uint(rule)))
	}
	return ruleset.IRuleSetTerms{
		Kinds: kinds, Deny: t.Deny, Classes: t.Classes, LockedUntil: unix(t.LockedUntil), Opens: unix(t.Opens),
		Closes: unix(t.Closes), MaxHolders: t.MaxHolders, Minimum: orZero(t.Minimum), MaxAmount: orZero(t.MaxAmount),
		MaxShare: t.MaxShare,
	}
}

func orZero(v *big.Int) *big.Int {
	if v == nil {
		return new(big.Int)
	}
	return amount(v)
}

// SetRules is the call data that changes a rule set's terms.
func SetRules(t RuleTerms) []byte { return ruleSets().PackSetTerms(t.packed()) }

// SetCountries is the call data that lists or unlists countries (ISO 3166-1 numeric).
func SetCountries(countries []uint16, listed bool) []byte {
	return ruleSets().PackSetCountries(countries, listed)
}

// SetCountryMaximum is the call data that sets how many investors a country may have.
func SetCountryMaximum(country uint16, most uint32) []byte {
	return ruleSets().PackSetCountryMaximum(country, most)
}

// LockHolder is the call data that locks what a holds until a time in Unix seconds, 0 to unlock.
func LockHolder(a common.Address, until uint64) []byte { return ruleSets().PackLock(a, unix(until)) }

// ApproveTransfer is the call data that approves one transfer of exactly that many raw token units, until a time in Unix
// seconds (not included), 0 to take it back.
func ApproveTransfer(from, to common.Address, raw *big.Int, until uint64) []byte {
	return ruleSets().PackApprove(from, to, amount(raw), unix(until))
}

// SyncCounts is the call data that brings the counts of these holders up to date.
func SyncCounts(holders []common.Address) []byte { return ruleSets().PackSync(holders) }

// RuleHolders asks a rule set how many investors hold the token, 0 where no rule counts.
func RuleHolders() View[*big.Int] {
	return View[*big.Int]{ruleSets().PackHolders(), uintAnswer("holders")}
}

// HeldByInvestor asks a rule set what all wallets of a's investor hold, in raw token units.
func HeldByInvestor(a common.Address) View[*big.Int] {
	return View[*big.Int]{ruleSets().PackHeldByInvestor(a), uintAnswer("heldByInvestor")}
}
