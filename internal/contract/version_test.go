package contract

import (
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/fault"
)

func TestNeedVersion(t *testing.T) {
	at := common.HexToAddress("0x00000000000000000000000000000000000000aa")
	for _, c := range []struct {
		found, since string
		enough       bool
	}{
		{"1.0.0", "1.0.0", true}, {"1.0.1", "1.0.0", true}, {"1.10.0", "1.9.0", true}, {"1.2", "1.2.0", true},
		{"0.9.0", "1.0.0", false}, {"1.9.0", "1.10.0", false}, {"1.0.0-beta", "1.0.0", false}, {"2.0.0", "1.0.0", false},
		{"", "1.0.0", false}, {"one", "1.0.0", false}, {"1.0.0\x1b[31m", "1.0.0", false},
	} {
		err := NeedVersion("token", at, c.found, c.since, "--batch", "leave it out")
		switch {
		case (err == nil) != c.enough:
			t.Errorf("%q for %q: %v", c.found, c.since, err)
		case err != nil && (fault.ClassOf(err) != fault.Refused || strings.ContainsRune(err.Error(), 0x1b) || !strings.Contains(err.Error(), c.since)):
			t.Errorf("%q for %q: %v", c.found, c.since, err)
		}
	}
}
