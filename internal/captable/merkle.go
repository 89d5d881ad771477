package captable

import (
	"bytes"
	"errors"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// merkleTree is a tree of the form "standard-v1" that OpenZeppelin's library @openzeppelin/merkle-tree makes and its
// contract MerkleProof verifies: leaves are hashed twice, sorted, and stand at the end of an array in reverse; node i is
// the hash of its children 2i+1 and 2i+2, the lesser first.
type merkleTree []common.Hash

// merkleLeaf returns the leaf of one holder: keccak256(keccak256(abi.encode(address, uint256))). Hashed twice, it can't
// be taken for an inner node.
func merkleLeaf(a common.Address, raw *big.Int) common.Hash {
	var encoded [64]byte
	copy(encoded[12:], a[:])
	raw.FillBytes(encoded[32:])
	return crypto.Keccak256Hash(crypto.Keccak256(encoded[:]))
}

func hashPair(a, b common.Hash) common.Hash {
	if bytes.Compare(a[:], b[:]) > 0 {
		a, b = b, a
	}
	return crypto.Keccak256Hash(a[:], b[:])
}

// newMerkleTree makes the tree of some leaves, at least one, and tells where each of them stands.
func newMerkleTree(leaves []common.Hash) (merkleTree, []int) {
	order := make([]int, len(leaves))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return bytes.Compare(leaves[a][:], leaves[b][:]) })
	tree, at := make(merkleTree, 2*len(leaves)-1), make([]int, len(leaves))
	for i, leaf := range order {
		at[leaf] = len(tree) - 1 - i
		tree[at[leaf]] = leaves[leaf]
	}
	for i := len(leaves) - 2; i >= 0; i-- {
		tree[i] = hashPair(tree[2*i+1], tree[2*i+2])
	}
	return tree, at
}

func (t merkleTree) root() common.Hash { return t[0] }

// proof returns the siblings on the way from a place of the tree to its root.
func (t merkleTree) proof(at int) []common.Hash {
	proof := []common.Hash{}
	for ; at > 0; at = (at - 1) / 2 {
		sibling := at + 1
		if at%2 == 0 {
			sibling = at - 1
		}
		proof = append(proof, t[sibling])
	}
	return proof
}

// rootOf returns the root to which a leaf and its proof lead.
func rootOf(leaf common.Hash, proof []common.Hash) common.Hash {
	for _, sibling := range proof {
		leaf = hashPair(leaf, sibling)
	}
	return leaf
}

// errNotUint256 says that a balance does not fit what a leaf encodes.
var errNotUint256 = errors.New("the balance is no number between 1 and 2^256-1")

func checkUint256(raw *big.Int) error {
	if raw == nil || raw.Sign() <= 0 || raw.BitLen() > 8*maxAmountBytes {
		return errNotUint256
	}
	return nil
}
