package contract

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// TopicTransfer is the first topic of ERC-20's Transfer(address,address,uint256).
func TopicTransfer() common.Hash {
	return crypto.Keccak256Hash([]byte("Transfer(address,address,uint256)"))
}

// TopicIssued is the first topic of Issued(address,uint256), by which older security tokens tell that they created
// tokens, most of them without a Transfer.
func TopicIssued() common.Hash { return crypto.Keccak256Hash([]byte("Issued(address,uint256)")) }

// TopicBurned is the first topic of Burned(address,uint256), by which older security tokens tell that they destroyed
// tokens, without a Transfer.
func TopicBurned() common.Hash { return crypto.Keccak256Hash([]byte("Burned(address,uint256)")) }

// TopicForced is the first topic of Forced(address,address,uint256), by which older security tokens tell of a forced
// transfer, without a Transfer.
func TopicForced() common.Hash {
	return crypto.Keccak256Hash([]byte("Forced(address,address,uint256)"))
}

// TopicForcedTransfer is the first topic of ERC-7943's ForcedTransfer(address,address,uint256), which accompanies the
// Transfer of a movement that the holder did not order.
func TopicForcedTransfer() common.Hash {
	return crypto.Keccak256Hash([]byte("ForcedTransfer(address,address,uint256)"))
}

// BalanceTopics returns the first topics of all events that move a balance, or tell how it was moved: Transfer, Issued,
// Burned, Forced, ForcedTransfer.
func BalanceTopics() []common.Hash {
	return []common.Hash{TopicTransfer(), TopicIssued(), TopicBurned(), TopicForced(), TopicForcedTransfer()}
}
