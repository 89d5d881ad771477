// Package signer holds the key that signs transactions: a geth keystore or a raw private key.
//
// No error, log or printed value of this package contains a key or a passphrase. All errors are of class fault.Signer.
package signer

import (
	"context"
	"crypto/ecdsa"
	"encoding/hex"
	"fmt"
	"log/slog"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
)

// Signer signs for one account. It is safe for concurrent use.
type Signer interface {
	// Address returns the account.
	Address() common.Address
	// Sign returns a signed copy of tx, valid on the chain with that id only.
	Sign(ctx context.Context, tx *types.Transaction, chainID *big.Int) (*types.Transaction, error)
}

// keySigner signs with a key in memory.
type keySigner struct {
	key     *ecdsa.PrivateKey
	address common.Address
}

func newKeySigner(key *ecdsa.PrivateKey) *keySigner {
	return &keySigner{key, crypto.PubkeyToAddress(key.PublicKey)}
}

// Address returns the account.
func (s *keySigner) Address() common.Address { return s.address }

// Sign signs tx for the chain. A missing chain id is refused: such a signature would be valid on every chain.
func (s *keySigner) Sign(ctx context.Context, tx *types.Transaction, chainID *big.Int) (*types.Transaction, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if chainID == nil || chainID.Sign() <= 0 {
		return nil, fault.New(fault.Signer, "transaction with nonce %d can't be signed without a chain id", tx.Nonce())
	}
	signed, err := types.SignTx(tx, types.LatestSignerForChainID(chainID), s.key)
	if err != nil {
		return nil, fault.New(fault.Signer, "transaction with nonce %d can't be signed for chain %s: %w", tx.Nonce(), chainID, err)
	}
	return signed, nil
}

// String names the account.
func (s *keySigner) String() string { return "signer of " + eth.Lower(s.address) }

// Format prints String under every verb, so that no verb reaches the key.
func (s *keySigner) Format(f fmt.State, _ rune) { fmt.Fprint(f, s.String()) }

// LogValue is String, for slog.
func (s *keySigner) LogValue() slog.Value { return slog.StringValue(s.String()) }

const keyDigits = 64

// FromHex returns the signer of a private key of 64 hex digits, with or without 0x.
func FromHex(key string) (Signer, error) {
	k, err := parseKey(key)
	if err != nil {
		return nil, err
	}
	return newKeySigner(k), nil
}

// formHint tells how a raw key is given.
const formHint = "set STO_ETHEREUM_PRIVATE_KEY to its 64 hex digits or, better, give an encrypted keystore with --keystore"

func parseKey(key string) (*ecdsa.PrivateKey, error) {
	digits := strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(key), "0x"), "0X")
	if digits == "" {
		return nil, fault.New(fault.Signer, "private key is empty").WithHint(formHint)
	}
	if len(digits) != keyDigits {
		return nil, fault.New(fault.Signer, "private key has %d characters, a key has %d hex digits", len(digits), keyDigits).WithHint(formHint)
	}
	raw, err := hex.DecodeString(digits)
	if err != nil { // its words repeat a character of the key
		return nil, fault.New(fault.Signer, "private key has characters that are not hex digits").WithHint(formHint)
	}
	defer clear(raw)
	k, err := crypto.ToECDSA(raw)
	if err != nil {
		return nil, fault.New(fault.Signer, "private key is zero or outside of the range of secp256k1 keys").WithHint(formHint)
	}
	return k, nil
}
