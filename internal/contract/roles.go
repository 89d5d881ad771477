package contract

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// Role is a power that an address may have over one of our contracts.
type Role string

// The roles of the token, the registrar of the KYC registry, and who changes the rules of a RuleSet. Admin grants and revokes all others.
const (
	RoleAdmin     Role = "admin"
	RoleIssue     Role = "issue"
	RoleBurn      Role = "burn"
	RoleForce     Role = "force"
	RoleFreeze    Role = "freeze"
	RolePause     Role = "pause"
	RoleAnnounce  Role = "announce"
	RoleInfo      Role = "info"
	RolePolicy    Role = "policy"
	RoleRecovery  Role = "recovery"
	RoleRegistrar Role = "registrar"
	RoleRules     Role = "rules"
)

// Roles returns all roles.
func Roles() []Role {
	return []Role{
		RoleAdmin, RoleIssue, RoleBurn, RoleForce, RoleFreeze, RolePause, RoleAnnounce, RoleInfo, RolePolicy, RoleRecovery,
		RoleRegistrar, RoleRules,
	}
}

// ID returns the role's identifier on the chain: zero for the administrator (OpenZeppelin's DEFAULT_ADMIN_ROLE), the
// hash of the constant's name for the others.
func (r Role) ID() common.Hash {
	if r == RoleAdmin {
		return common.Hash{}
	}
	return crypto.Keccak256Hash(upper(r), []byte("_ROLE"))
}

// roleByID returns the role of that identifier, false for an unknown one.
func roleByID(id common.Hash) (Role, bool) {
	for _, r := range Roles() {
		if r.ID() == id {
			return r, true
		}
	}
	return "", false
}

// upper is the role's name in capitals; they are all ASCII.
func upper(r Role) []byte {
	b := []byte(r)
	for i := range b {
		b[i] -= 'a' - 'A'
	}
	return b
}
