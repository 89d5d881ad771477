package contract

import (
	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/mod/semver"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// The versions of our contracts, as version() tells them, from which on they can do what a command needs. A contract keeps
// the version that it was deployed with for ever, so that old ones stay in use beside new ones.
const (
	SinceBatches = "1.0.0" // SecurityToken.batchTransfer
)

// NeedVersion refuses a contract whose version is older than since, of another major version, or unreadable. what names the
// contract, need the option or command that needs it, and hint what to do, for the error, which is of class fault.Refused.
func NeedVersion(what string, at common.Address, found, since, need, hint string) error {
	have, least := "v"+found, "v"+since
	if semver.IsValid(have) && semver.Major(have) == semver.Major(least) && semver.Compare(have, least) >= 0 {
		return nil
	}
	if found == "" {
		found = "unknown"
	}
	return fault.New(fault.Refused, "%s needs a %s of version %s or a later %s.x; the one at %s has version %s", need, what, since,
		semver.Major(least)[1:], at.Hex(), term.SafeN(found, 32)).WithHint("%s", hint)
}
