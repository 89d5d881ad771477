package node

import (
	"strings"
	"testing"
)

func TestSendOutcomes(t *testing.T) {
	for _, tc := range []struct {
		message string
		want    Outcome
	}{
		// geth 1.17.8
		{"already known", Known},
		{"nonce too low: next nonce 5, tx nonce 4", NonceLow},
		{"nonce too high: tx nonce 9, gapped nonce 5", NonceHigh},
		{"replacement transaction underpriced", Underpriced},
		{"transaction underpriced", FeeLow},
		{"transaction underpriced: gas tip cap 1, minimum needed 2", FeeLow},
		{"transaction gas price below minimum: gas tip cap 0, minimum needed 1", FeeLow},
		{"max fee per gas less than block base fee: address 0x…, maxFeePerGas: 1, baseFee: 7", FeeLow},
		{"insufficient funds for gas * price + value: balance 0, tx cost 1, overshot 1", NoFunds},
		{"exceeds block gas limit", Rejected},
		{"transaction gas limit too high (cap: 16777216, tx: 16777217)", Rejected},
		{"intrinsic gas too low: gas 20000, minimum needed 21000", Rejected},
		{"insufficient gas for floor data gas cost: gas 1, minimum needed 2", Rejected},
		{"invalid sender: invalid chain id for signer: have 1 want 1337", Rejected},
		{"only replay-protected (EIP-155) transactions allowed over RPC", Rejected},
		{"max priority fee per gas higher than max fee per gas", Rejected},
		{"max initcode size exceeded: code size 50000 limit 49152", Rejected},
		{"transaction type not supported: tx type 4 not supported by this pool", Rejected},
		{"tx fee (1.20 ether) exceeds the configured cap (1.00 ether)", Rejected},
		{"oversized data: transaction size 200000, limit 131072", Rejected},
		{"rlp: element is larger than containing list", Rejected},
		{"txpool is full", Full},
		{"account limit exceeded: pooled 16 txs", Full},
		{"address already reserved", Full},
		{"in-flight transaction limit reached for delegated accounts", Full},
		{"gapped-nonce tx from delegated accounts", NonceHigh},
		{"future transaction tries to replace pending", NonceHigh},
		// others
		{"AlreadyKnown", Known},
		{"Known transaction", Known},
		{"transaction already imported", Known},
		{"Transaction with the same hash was already imported.", Known},
		{"OldNonce", NonceLow},
		{"Transaction nonce is too low. Try incrementing the nonce.", NonceLow},
		{"Transaction nonce is too distant from current sender nonce", NonceHigh},
		{"ReplacementNotAllowed", Underpriced},
		{"Transaction gas price is too low. There is another transaction with same nonce in the queue.", Underpriced},
		{"InsufficientFunds, Account balance: 0, cumulative cost: 1", NoFunds},
		{"Upfront cost exceeds account balance", NoFunds},
		{"Insufficient funds for gas * price + value", NoFunds},
		{"FeeTooLowToCompete", FeeLow},
		{"Gas price below configured minimum gas price", FeeLow},
		{"Gas limit too high", Rejected},
		// erigon
		{"INTERNAL_ERROR: could not replace existing tx", Underpriced},
		{"existing txn with same hash", Known},
		{"pending sub-pool is full", Full},
		{"spammer", Full},
		{"IntrinsicGas", Rejected},
		{"fee too low", FeeLow},
		// Nethermind
		{"nonce too far in future", NonceHigh},
		{"gas limit reached", Rejected},
		{"transaction too large", Rejected},
		{"node is syncing", Unknown},
		{"delegation authority has pending transaction", Full},
		{"InvalidTxChainId: Expected 1, got 5.", Rejected},
		// Besu
		{"Nonce too low", NonceLow},
		{"Replacement transaction underpriced", Underpriced},
		{"Wrong chainId", Rejected},
		{"Gas price below current base fee", FeeLow},
		{"An invalid transaction with a lower nonce exists", Full},
		{"Sender account not authorized to send transactions", Rejected},
		{"Initial sync is still in progress", Unknown},
		// reth and anvil
		{"insufficient gas price to replace existing transaction", Underpriced},
		{"[0xabc]: already imported", Known},
		{"transaction feeCap 1 below chain minimum", FeeLow},
		{"transaction discarded outright due to pool size constraints", Full},
		{"transaction's gas limit 9 exceeds block's gas limit 8", Rejected},
		{"transaction overdraws from account", NoFunds},
		{"Incompatible EIP-155 transaction, signed for another chain", Rejected},
		// ambiguous: too low or too high
		{"invalid nonce; got 7, expected 9", Unknown},
		{"unknown transaction type", Unknown},
		{"execution reverted", Unknown},
		{"internal error", Unknown},
		{"", Unknown},
	} {
		for _, m := range []string{tc.message, strings.ToUpper(tc.message), "err: " + tc.message + " (0x12)"} {
			if got := sendOutcome(&Error{Code: -32000, Message: m}); got != tc.want {
				t.Errorf("%q is %v, want %v", m, got, tc.want)
			}
		}
		if got := sendOutcome(&Error{Message: tc.message, kind: kindServer}); got != Unknown {
			t.Errorf("%q with HTTP 500 is %v, want unknown", tc.message, got)
		}
	}
}
