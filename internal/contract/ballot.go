package contract

import (
	"math/big"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract/bindings/ballot"
)

var ballots = sync.OnceValue(ballot.NewBallot)

// Ballot is what a vote of a token's holders at a record date is about. Times are Unix seconds below 2^40.
type Ballot struct {
	Token      common.Address
	Registry   common.Address // zero: everyone may vote
	Issuer     common.Address // may give the votes of lost wallets to fresh ones
	RecordDate uint64
	Opens      uint64
	Closes     uint64 // not included
	Quorum     uint16 // basis points of the entitled supply
	Options    uint8  // how many; they count from 0
	Proposal   common.Hash
	Excluded   []common.Address // at most 32, in ascending order; see SortAddresses
	Salt       common.Hash      // the sender's own
}

// CreateBallot is the call data for the Ballot contract that makes one.
func CreateBallot(b Ballot) []byte {
	return ballots().PackCreate(ballot.IBallotTerms{
		Token: b.Token, Registry: b.Registry, Issuer: b.Issuer,
		RecordDate: unix(b.RecordDate), Opens: unix(b.Opens), Closes: unix(b.Closes),
		Quorum: b.Quorum, Options: b.Options, Proposal: b.Proposal,
	}, b.Excluded, b.Salt)
}

// BallotAddress asks the Ballot contract, as the sender that will create it, where the ballot will be.
func BallotAddress(b Ballot) View[common.Address] {
	return View[common.Address]{CreateBallot(b), addressAnswer("create")}
}

// Vote is the call data that casts all the sender's votes for an option, for good.
func Vote(option uint8) []byte { return ballots().PackVote(big.NewInt(int64(option))) }

// VoteSplit is the call data that casts votes[i] of the sender's votes for each option i, in raw token units, for good.
func VoteSplit(votes []*big.Int) []byte { return ballots().PackVoteSplit(amounts(votes)) }

// VoteBySignature is the call data that casts another's votes, who signed so (EIP-712, domain "Ballot", version 1, type
// Vote(address voter,uint256 option,uint256 deadline)); the deadline is in Unix seconds.
func VoteBySignature(voter common.Address, option uint8, deadline uint64, signature []byte) []byte {
	return ballots().PackVoteBySignature(voter, big.NewInt(int64(option)), new(big.Int).SetUint64(deadline), signature)
}

// Reassign is the call data that gives the votes of a lost wallet to a fresh one.
func Reassign(lost, fresh common.Address) []byte { return ballots().PackReassign(lost, fresh) }

// VotesOf asks a ballot how many votes each account has, cast or not, in raw token units.
func VotesOf(accounts []common.Address) View[[]*big.Int] {
	return View[[]*big.Int]{ballots().PackVotesOf(accounts), decoded("votesOf", ballots().UnpackVotesOf)}
}

// Tally is the state of a ballot; votes are in raw token units.
type Tally struct {
	Votes    []*big.Int // by option
	Cast     *big.Int   // their sum
	Entitled *big.Int   // all votes there are
	Quorate  bool       // enough have been cast
	Over     bool       // no more can be
}

// BallotTally asks a ballot for its state.
func BallotTally() View[Tally] {
	return View[Tally]{ballots().PackTally(), decoded("tally", func(ret []byte) (Tally, error) {
		t, err := ballots().UnpackTally(ret)
		return Tally{t.Votes, t.Cast, t.Entitled, t.Quorate, t.Over}, err
	})}
}

// BallotTerms are a ballot's own arguments, each asked by one view.
type BallotTerms struct {
	Opens, Closes View[*big.Int] // Unix seconds
	Quorum        View[*big.Int] // basis points
	Options       View[uint8]
	Proposal      View[*big.Int] // a hash, as a number
}

// AskBallot returns the views of a ballot's arguments.
func AskBallot() BallotTerms {
	return BallotTerms{
		Opens:    View[*big.Int]{ballots().PackOpens(), uintAnswer("opens")},
		Closes:   View[*big.Int]{ballots().PackCloses(), uintAnswer("closes")},
		Quorum:   View[*big.Int]{ballots().PackQuorum(), uintAnswer("quorum")},
		Options:  View[uint8]{ballots().PackOptions(), byteAnswer("options")},
		Proposal: View[*big.Int]{ballots().PackProposal(), uintAnswer("proposal")},
	}
}
