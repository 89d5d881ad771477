package devnet

import (
	"crypto/rand"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/sto-project/sto/internal/fault"
)

// GasLimit is the gas limit of every block, the one of Ethereum's main network since 2025.
const GasLimit = 60_000_000

// NewGenesis is go-ethereum's own genesis for development (chain id ChainID, system contracts), with a million ether
// for each account, and one wei for a random address so that no two devnets share a genesis hash. The rules are those
// of the main network, up to the fork Osaka.
func NewGenesis(accounts ...common.Address) (*core.Genesis, error) {
	g := core.DeveloperGenesisBlock(GasLimit, nil)
	// go-ethereum's own runs the next forks as well: new opcodes, and a new storage slot costs five times as much
	// (EIP-8037), so that gas measured there says little about the main network.
	g.Config.AmsterdamTime, g.Config.BogotaTime = nil, nil
	var salt common.Address
	if _, err := rand.Read(salt[:]); err != nil {
		return nil, fault.New(fault.General, "draw the devnet's random address: %w", err)
	}
	g.Alloc[salt] = types.Account{Balance: big.NewInt(1)}
	for _, a := range accounts {
		g.Alloc[a] = types.Account{Balance: new(big.Int).Mul(big.NewInt(1_000_000), big.NewInt(params.Ether))}
	}
	// One second back, so that the first block need not wait for the clock.
	g.Timestamp = uint64(time.Now().Unix()) - 1
	return g, nil
}
