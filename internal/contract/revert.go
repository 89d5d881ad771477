package contract

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"math/big"
	"sync"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/contracts"
)

// maxRevertHex is how many bytes of unknown revert data are shown.
const maxRevertHex = 68

// Revert puts the revert data of a failed call into one plain sentence, lower case and without a full stop: errors of
// our contracts, the standard ones (ERC-6093, ERC-7943, access control), Error(string) and Panic(uint256); the selector
// of others in hex. A text inside is the contract's own: whoever shows it cleans it first.
func Revert(data []byte) string {
	if len(data) == 0 {
		return "the contract refused without a reason"
	}
	if len(data) < 4 {
		return "the contract refused with data that is no error: 0x" + hex.EncodeToString(data)
	}
	selector := [4]byte(data[:4])
	args := data[4:]
	switch selector {
	case [4]byte{0x08, 0xc3, 0x79, 0xa0}: // Error(string)
		return errorString(args)
	case [4]byte{0x4e, 0x48, 0x7b, 0x71}: // Panic(uint256)
		if len(args) >= 32 {
			return panicWords(new(big.Int).SetBytes(args[:32]))
		}
	}
	if e, ok := knownErrors()[selector]; ok {
		if values, err := e.Inputs.Unpack(args); err == nil {
			if text := words(e.Name, values); text != "" {
				return text
			}
			return fmt.Sprintf("the contract refused with %s%v", e.Name, values)
		}
		return fmt.Sprintf("the contract refused with a damaged %s", e.Name)
	}
	shown, more := data, ""
	if len(shown) > maxRevertHex {
		shown, more = shown[:maxRevertHex], fmt.Sprintf("… (%d bytes)", len(data))
	}
	return fmt.Sprintf("the contract refused with an error that this program does not know: 0x%x%s", shown, more)
}

func errorString(args []byte) string {
	text, ok := dynamicBytes(args)
	if !ok {
		return "the contract refused with a damaged reason"
	}
	more := ""
	if len(text) > maxText {
		text, more = text[:maxText], "…"
	}
	text = bytes.TrimSpace(text)
	if len(text) == 0 {
		return "the contract refused with an empty reason"
	}
	return "the contract refused: " + valid(text) + more
}

// panicWords puts solc's panic codes into words; source: docs.soliditylang.org, "Panic via assert and Error via require".
func panicWords(code *big.Int) string {
	why := map[uint64]string{
		0x00: "a compiler's own check failed",
		0x01: "an assertion failed",
		0x11: "a number over- or underflowed",
		0x12: "a division by zero",
		0x21: "a value that its enumeration does not have",
		0x22: "storage that is badly encoded",
		0x31: "taking from an empty array",
		0x32: "an index past the end of an array",
		0x41: "too much memory asked for",
		0x51: "a call of a function that was not set",
	}
	if text, ok := why[code.Uint64()]; ok && code.IsUint64() {
		return fmt.Sprintf("the contract stopped on a mistake of its own: %s (panic 0x%02x)", text, code)
	}
	return fmt.Sprintf("the contract stopped on a mistake of its own (panic 0x%x)", code)
}

// knownErrors are the errors of all our contracts by selector.
var knownErrors = sync.OnceValue(func() map[[4]byte]abi.Error {
	known := map[[4]byte]abi.Error{}
	for _, name := range contracts.All() {
		for _, e := range builtin().contracts[name].abi.Errors {
			known[[4]byte(e.ID[:4])] = e
		}
	}
	return known
})

// words puts an error of ours into words; empty for one that it has none for. The values are what the ABI says of that
// error, which a test checks for all errors of all contracts.
func words(name string, v []any) string {
	switch name {
	case "TransferRestricted":
		return fmt.Sprintf("%s (%v units from %s to %s)", Restriction(at[uint8](v, 0)), v[3], addr(v, 1), addr(v, 2))
	case "AccessControlUnauthorizedAccount":
		return fmt.Sprintf("the account %s does not have the role %q that this needs", addr(v, 0), roleName(at[[32]byte](v, 1)))
	case "AccessControlBadConfirmation":
		return "a role can only be renounced by its own holder"
	case "ERC20InsufficientBalance":
		return fmt.Sprintf("the account %s holds %v units, and %v are needed", addr(v, 0), v[1], v[2])
	case "ERC20InsufficientAllowance":
		return fmt.Sprintf("the account %s may spend %v units for the holder, and %v are needed", addr(v, 0), v[1], v[2])
	case "ERC20InvalidSender":
		return fmt.Sprintf("the sender %s is no valid address", addr(v, 0))
	case "ERC20InvalidReceiver":
		return fmt.Sprintf("the receiver %s is no valid address", addr(v, 0))
	case "ERC20InvalidApprover":
		return fmt.Sprintf("the approver %s is no valid address", addr(v, 0))
	case "ERC20InvalidSpender":
		return fmt.Sprintf("the spender %s is no valid address", addr(v, 0))
	case "ERC7943InsufficientUnfrozenBalance":
		return fmt.Sprintf("the account %s has %v units that are not frozen, and %v are needed", addr(v, 0), v[2], v[1])
	case "ERC7943CannotSend":
		return fmt.Sprintf("the account %s may not send this token", addr(v, 0))
	case "ERC7943CannotReceive":
		return fmt.Sprintf("the account %s may not receive this token", addr(v, 0))
	case "ERC7943CannotTransfer":
		return fmt.Sprintf("a transfer of %v units from %s to %s is not allowed", v[2], addr(v, 0), addr(v, 1))
	case "AddressIsFrozen":
		return fmt.Sprintf("the account %s is frozen", addr(v, 0))
	case "EnforcedPause":
		return "the token is paused"
	case "ExpectedPause":
		return "the token is not paused"
	case "TokenClosed":
		return "the token is closed"
	case "SupplyNotZero":
		return fmt.Sprintf("there are still %v units, and only a token without any can be closed", v[0])
	case "SupplyOverflow":
		return fmt.Sprintf("the supply of %v units and %v more would be over 128 bits", v[0], v[1])
	case "LengthMismatch":
		return fmt.Sprintf("the lists differ in length: %v and %v", v[0], v[1])
	case "PolicyInvalid":
		return fmt.Sprintf("%s is no transfer policy", addr(v, 0))
	case "PolicyBroken":
		return fmt.Sprintf("the token's transfer policy %s does not answer", addr(v, 0))
	case "PolicyOutOfGas":
		return fmt.Sprintf("the token's transfer policy %s ran out of gas", addr(v, 0))
	case "RecoverToSame":
		return fmt.Sprintf("the lost and the fresh wallet are the same: %s", addr(v, 0))
	case "PermitExpired":
		return fmt.Sprintf("the signed approval expired (Unix time %v)", v[0])
	case "PermitInvalid":
		return fmt.Sprintf("the signed approval is not by %s, or not for this", addr(v, 0))
	case "IssuerInvalid":
		return "the issuer is no valid address"
	}
	return moreWords(name, v)
}

// moreWords goes on with record dates, documents and the registry.
func moreWords(name string, v []any) string {
	switch name {
	case "RecordDatePast":
		return fmt.Sprintf("the record date lies in the past (Unix time %v)", v[0])
	case "RecordDateUnknown":
		return fmt.Sprintf("there is no such record date (Unix time %v)", v[0])
	case "RecordDateNotOver":
		return fmt.Sprintf("the record date is not over yet (Unix time %v)", v[0])
	case "TooManyRecordDates":
		return fmt.Sprintf("%v record dates lie ahead already, and more can't be registered", v[0])
	case "DocumentUnknown":
		id := at[[32]byte](v, 0)
		return fmt.Sprintf("there is no document of the name %q", valid(bytes.TrimRight(id[:], "\x00")))
	case "NotWhitelisted":
		return fmt.Sprintf("the account %s is not whitelisted", addr(v, 0))
	case "AlreadyWhitelisted":
		return fmt.Sprintf("the account %s is whitelisted already", addr(v, 0))
	case "AccountInvalid":
		return fmt.Sprintf("the account %s is no valid address", addr(v, 0))
	case "EntryInvalid":
		return fmt.Sprintf("the entry of %s sets bits that are not the registrar's to set", addr(v, 0))
	}
	return suiteWords(name, v)
}

// at returns an argument of an error, the zero value where the ABI says otherwise than the caller.
func at[T any](v []any, i int) T {
	t, _ := v[i].(T)
	return t
}

func addr(v []any, i int) string { return at[common.Address](v, i).Hex() }

func roleName(id common.Hash) string {
	if r, ok := roleByID(id); ok {
		return string(r)
	}
	return id.Hex()
}
