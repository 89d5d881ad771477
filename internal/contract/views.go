package contract

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
)

// View is a question to a contract: the call data, and how to read what the call returns. So a node client can ask many
// at once. Decode never trusts the answer: the contract may be someone else's, or not there.
type View[T any] struct {
	Data   []byte
	Decode func(ret []byte) (T, error)
}

// BalanceOf asks an ERC-20 token what a holds, in raw token units.
func BalanceOf(a common.Address) View[*big.Int] {
	return View[*big.Int]{plains().PackBalanceOf(a), uintAnswer("balanceOf")}
}

// TotalSupply asks an ERC-20 token for its supply, in raw token units.
func TotalSupply() View[*big.Int] {
	return View[*big.Int]{plains().PackTotalSupply(), uintAnswer("totalSupply")}
}

// Decimals asks an ERC-20 token for its decimals. More than 77 is refused: one whole token would not fit 256 bits.
func Decimals() View[uint8] { return View[uint8]{plains().PackDecimals(), decimalsAnswer} }

// Name asks a token for its name, which may be a string or, with old tokens, a bytes32. Invalid UTF-8 is replaced; more
// than 1 KiB is refused.
func Name() View[string] { return View[string]{plains().PackName(), textAnswer("name")} }

// Symbol asks a token for its symbol, as Name does for the name.
func Symbol() View[string] { return View[string]{plains().PackSymbol(), textAnswer("symbol")} }

// URL asks one of our tokens where the issuer tells about it.
func URL() View[string] { return View[string]{tokens().PackUrl(), textAnswer("url")} }

// Version asks one of our tokens for the version of its code.
func Version() View[string] { return View[string]{tokens().PackVersion(), textAnswer("version")} }

// Owner asks a contract for its owner (ERC-5313).
func Owner() View[common.Address] {
	return View[common.Address]{tokens().PackOwner(), addressAnswer("owner")}
}

// Policy asks one of our tokens for its transfer policy; zero is unrestricted.
func Policy() View[common.Address] {
	return View[common.Address]{tokens().PackPolicy(), addressAnswer("policy")}
}

// Paused asks whether holders' transfers are stopped.
func Paused() View[bool] { return View[bool]{tokens().PackPaused(), boolAnswer("paused")} }

// Closed asks one of our tokens whether it has ended for good.
func Closed() View[bool] { return View[bool]{tokens().PackClosed(), boolAnswer("closed")} }

// IsFrozen asks one of our tokens whether the whole address is frozen.
func IsFrozen(a common.Address) View[bool] {
	return View[bool]{tokens().PackIsFrozen(a), boolAnswer("isFrozen")}
}

// FrozenTokens asks a token (ERC-7943) how much of what a holds, and will hold, is frozen, in raw token units.
func FrozenTokens(a common.Address) View[*big.Int] {
	return View[*big.Int]{tokens().PackGetFrozenTokens(a), uintAnswer("getFrozenTokens")}
}

// IsWhitelisted asks a KYC registry whether a is whitelisted now.
func IsWhitelisted(a common.Address) View[bool] {
	return View[bool]{registries().PackIsWhitelisted(a), boolAnswer("isWhitelisted")}
}

// CanTransfer asks one of our tokens whether a transfer would pass now, the sender's balance included.
func CanTransfer(from, to common.Address, raw *big.Int) View[bool] {
	return View[bool]{tokens().PackCanTransfer(from, to, amount(raw)), boolAnswer("canTransfer")}
}

// DetectTransferRestriction asks a token (ERC-1404) for the code of what stands against a transfer now, 0 for nothing.
// Restriction puts it into words.
func DetectTransferRestriction(from, to common.Address, raw *big.Int) View[uint8] {
	return View[uint8]{
		tokens().PackDetectTransferRestriction(from, to, amount(raw)),
		byteAnswer("detectTransferRestriction"),
	}
}

// MessageForTransferRestriction asks a token (ERC-1404) to put a restriction code into words; also codes of policies
// that are not ours.
func MessageForTransferRestriction(code uint8) View[string] {
	return View[string]{
		tokens().PackMessageForTransferRestriction(code),
		textAnswer("messageForTransferRestriction"),
	}
}

// SupportsInterface asks a contract whether it has an interface (ERC-165).
func SupportsInterface(id [4]byte) View[bool] {
	return View[bool]{tokens().PackSupportsInterface(id), boolAnswer("supportsInterface")}
}

// HasRole asks one of our contracts whether a has a role; see Role.
func HasRole(role Role, a common.Address) View[bool] {
	return View[bool]{tokens().PackHasRole(role.ID(), a), boolAnswer("hasRole")}
}

// BalanceOfAt asks one of our tokens what a held at a record date, in Unix seconds, in raw token units.
func BalanceOfAt(unix uint64, a common.Address) View[*big.Int] {
	return View[*big.Int]{tokens().PackBalanceOfAt(new(big.Int).SetUint64(unix), a), uintAnswer("balanceOfAt")}
}

// TotalSupplyAt asks one of our tokens for its supply at a record date, in Unix seconds, in raw token units.
func TotalSupplyAt(unix uint64) View[*big.Int] {
	return View[*big.Int]{tokens().PackTotalSupplyAt(new(big.Int).SetUint64(unix)), uintAnswer("totalSupplyAt")}
}
