package contract

import "fmt"

// Restriction puts a restriction code (ERC-1404) into words, without asking the chain. Codes up to 127 are our token's
// and our policies' (contracts/src/Codes.sol); others only their policy knows, see MessageForTransferRestriction.
func Restriction(code uint8) string {
	switch code {
	case 0:
		return "nothing stands against the transfer"
	case 1:
		return "the token is paused"
	case 2:
		return "the token is closed"
	case 3:
		return "the sender is no valid address"
	case 4:
		return "the receiver is no valid address: neither zero nor the token itself can hold tokens"
	case 5:
		return "the sender is frozen"
	case 6:
		return "the receiver is frozen"
	case 7:
		return "the sender's balance is too low"
	case 8:
		return "too much of the sender's balance is frozen"
	case 9:
		return "the token's transfer policy does not answer"
	case 10:
		return "the token's transfer policy ran out of gas"
	case 32:
		return "the sender is not whitelisted"
	case 33:
		return "the receiver is not whitelisted"
	case 34:
		return "the sender's whitelisting has expired"
	case 35:
		return "the receiver's whitelisting has expired"
	case 48:
		return "the receiver's country is not allowed"
	case 49:
		return "the receiver is not of an accredited class"
	case 50:
		return "the security is locked up"
	case 51:
		return "the sender is locked up"
	case 52:
		return "it is outside the transfer window"
	case 53:
		return "a holding would be below the minimum"
	case 54:
		return "the receiver would hold more than one investor may"
	case 55:
		return "there would be more holders than there may be"
	case 56:
		return "there would be more holders in the receiver's country than there may be"
	case 57:
		return "the transfer was not approved beforehand"
	default:
		return fmt.Sprintf("the token's transfer policy says no, for its reason number %d", code)
	}
}
