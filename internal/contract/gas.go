package contract

import (
	"sync"

	"github.com/sto-project/sto/contracts"
)

// Op is an operation in the gas table.
type Op string

// The operations. Each was measured at its dearest sensible case: 18 decimals, call data without zero bytes, first use
// of a storage slot unless it says Existing. Restricted is with the KYC registry as policy.
const (
	GasKycDeploy       Op = "kycDeploy"
	GasTokenDeploy     Op = "tokenDeploy" // with a name of 60, a symbol of 11 and a URL of 65 bytes
	GasTestTokenDeploy Op = "testTokenDeploy"
	GasSetPolicy       Op = "setPolicy"
	GasIssue           Op = "issue"
	GasKycSet          Op = "kycSet"
	GasKycBatchBase    Op = "kycBatchBase" // plus GasKycBatchEach per address
	GasKycBatchEach    Op = "kycBatchEach"

	GasTransferRestrictedFresh      Op = "transferRestrictedFresh"
	GasTransferRestrictedExisting   Op = "transferRestrictedExisting"
	GasTransferUnrestrictedFresh    Op = "transferUnrestrictedFresh"
	GasTransferUnrestrictedExisting Op = "transferUnrestrictedExisting"
	GasTransferAfterRecordDate      Op = "transferAfterRecordDate" // restricted, the first of both sides after one
	GasTestTokenTransferFresh       Op = "testTokenTransferFresh"
	GasTestTokenTransferExisting    Op = "testTokenTransferExisting"

	GasBatchTransferRestrictedBase           Op = "batchTransferRestrictedBase" // plus …Each… per receiver
	GasBatchTransferRestrictedEachFresh      Op = "batchTransferRestrictedEachFresh"
	GasBatchTransferRestrictedEachExisting   Op = "batchTransferRestrictedEachExisting"
	GasBatchTransferUnrestrictedBase         Op = "batchTransferUnrestrictedBase"
	GasBatchTransferUnrestrictedEachFresh    Op = "batchTransferUnrestrictedEachFresh"
	GasBatchTransferUnrestrictedEachExisting Op = "batchTransferUnrestrictedEachExisting"

	// GasTag is what the tag of one distributed row adds: 16 bytes after the call data.
	GasTag Op = "tag"

	GasRecordDate       Op = "recordDate"
	GasBurn             Op = "burn"
	GasForcedTransfer   Op = "forcedTransfer"
	GasRecover          Op = "recover"
	GasSetAddressFrozen Op = "setAddressFrozen"
	GasSetFrozenTokens  Op = "setFrozenTokens"
	GasAnnounce         Op = "announce"
	GasSetDocument      Op = "setDocument"
	GasSetInfo          Op = "setInfo"
	GasPause            Op = "pause"

	GasPayoutDeploy           Op = "payoutDeploy" // once for all payouts
	GasPayoutCreate           Op = "payoutCreate"
	GasPayoutFund             Op = "payoutFund"
	GasPayoutPushBase         Op = "payoutPushBase" // plus …Each… per holder
	GasPayoutPushEachFresh    Op = "payoutPushEachFresh"
	GasPayoutPushEachExisting Op = "payoutPushEachExisting"
	GasPayoutClaim            Op = "payoutClaimFirstOfWord" // the dearest
	GasPayoutPayTo            Op = "payoutPayTo"
	GasBallotDeploy           Op = "ballotDeploy" // once for all ballots
	GasBallotCreate           Op = "ballotCreate"
	GasVote                   Op = "voteFirstOfOption" // the dearest
	GasVoteSplit              Op = "voteSplit"
	GasRuleSetDeploy          Op = "ruleSetDeploy"
	GasRuleApprove            Op = "ruleApprove"
	GasSaleDeploy             Op = "saleDeploy" // with one tier
	GasSaleBuy                Op = "saleBuy"
	GasSaleSettle             Op = "saleSettle" // one buyer
	GasFactoryDeploy          Op = "factoryDeploy"
	GasLaunchToken            Op = "launchToken" // with one holder
	GasLaunchRegistry         Op = "launchRegistry"
)

var gasTable = sync.OnceValue(func() map[string]uint64 {
	t, err := contracts.Gas()
	if err != nil {
		panic("contract: " + err.Error())
	}
	return t
})

// Gas returns the gas that one transaction of the operation uses, without head-room, or 0 for an unknown operation. It
// holds for the built-in contracts only.
func Gas(op Op) uint64 { return gasTable()[string(op)] }
