package config

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// Network is a chain and the rules by which it is used.
type Network struct {
	Name     string
	ChainID  uint64
	Public   bool // a main or public test network: secrets must be kept well, and well-known test keys are refused
	Finality Finality
	Legacy   bool // has no EIP-1559 fees

	// Absolute bounds in wei, whatever the node says the market is: the fee and the tip for one gas, and the greatest
	// cost of one request. Each caller gets numbers of its own.
	MaxFee, MaxTip, MaxCost *big.Int
}

// Finality is when a block counts as final: by a block tag of the node, by depth, or at once. Exactly one is set.
type Finality struct {
	Tag     string // such as "finalized"
	Depth   uint64 // how many blocks must follow it
	Instant bool   // as soon as it is there
}

// bounds are the absolute limits of a network: GWei for one gas, GWei of tip, whole coins for one request.
//
// Without them a node's wrong or hostile word on the market could drain the account. They stand far above what a network
// asks for in ordinary times; a request that needs more is told so, and how to allow it.
type bounds struct{ feeGwei, tipGwei, coins int64 }

type knownNetwork struct {
	names    []string // the first is the one shown
	chainID  uint64
	finality Finality
	bounds   bounds
}

// knownNetworks is the table of networks that have a name here.
func knownNetworks() []knownNetwork {
	// Every network with a consensus layer, or with a settlement that its nodes follow, tells by this tag what is final.
	// On a rollup that is what stands in a final block of Ethereum; on Avalanche it is every accepted block.
	tag := Finality{Tag: "finalized"}
	instant := Finality{Instant: true}

	// Ethereum has asked for some 300 GWei at its busiest, with tips of a few. One ether pays for an issuance at any
	// time, and for a thousand transfers at ordinary fees.
	ethereum := bounds{300, 10, 1}
	// Public test networks see fee spikes that mean nothing, in coins that cost nothing.
	test := bounds{1000, 50, 10}
	// Rollups ask for a fraction of a GWei. What they charge for data on Ethereum is not part of the fee for gas.
	rollup := bounds{20, 2, 1}
	dev := bounds{10_000, 1000, 10_000} // free coins, and tests with ten thousands of transactions

	return []knownNetwork{
		{[]string{"ethereum", "mainnet"}, 1, tag, ethereum},
		{[]string{"sepolia"}, 11155111, tag, test},
		{[]string{"hoodi"}, 560048, tag, test},
		{[]string{"base"}, 8453, tag, rollup},
		{[]string{"arbitrum"}, 42161, tag, rollup},
		{[]string{"optimism"}, 10, tag, rollup},
		{[]string{"linea"}, 59144, tag, rollup},
		{[]string{"scroll"}, 534352, tag, rollup},
		// Tens to hundreds of GWei, at times thousands, and a tip of at least 25, in a coin worth cents.
		{[]string{"polygon"}, 137, tag, bounds{5000, 1000, 500}},
		// A few GWei, in a coin worth a dollar.
		{[]string{"gnosis"}, 100, tag, bounds{500, 50, 100}},
		// At most a few GWei.
		{[]string{"bsc"}, 56, tag, bounds{50, 10, 2}},
		// At least 25 GWei for years, much less since 2025.
		{[]string{"avalanche"}, 43114, tag, bounds{500, 50, 20}},
		{[]string{"dev"}, 1337, instant, dev},
		{[]string{"anvil"}, 31337, instant, dev},
	}
}

// deadNetworks maps the names of networks that were shut down to what to use now.
func deadNetworks() map[string]string {
	return map[string]string{
		"kovan": "sepolia", "ropsten": "sepolia", "rinkeby": "sepolia", "goerli": "sepolia",
		"holesky": "hoodi", "mumbai": "chain:80002, which is Amoy", "testing": "dev",
	}
}

// maxChainID is the bound of EIP-2294.
const maxChainID = math.MaxInt64 - 35 - 1

// ParseNetwork returns the network of a name, in any case, or of chain:ID. An ID that has a name here gets that
// network's rules. Errors are of class Usage.
func ParseNetwork(name string) (Network, error) {
	word := strings.ToLower(strings.TrimSpace(name))
	all := knownNetworks()
	for _, k := range all {
		for _, n := range k.names {
			if n == word {
				return k.network(), nil
			}
		}
	}
	if use, ok := deadNetworks()[word]; ok {
		return Network{}, fault.New(fault.Usage, "network %q was shut down", word).WithHint("use %s", use)
	}
	if digits, ok := strings.CutPrefix(word, "chain:"); ok {
		id, err := strconv.ParseUint(digits, 10, 64)
		if err != nil || id == 0 || id > maxChainID {
			return Network{}, fault.New(fault.Usage, "network %q has no valid chain id", term.SafeN(name, 80)).
				WithHint("write chain: and a number, such as chain:11155111")
		}
		for _, k := range all {
			if k.chainID == id {
				return k.network(), nil
			}
		}
		// Nothing is known of it: the rules of a public network that has the tag, and wide bounds.
		k := knownNetwork{[]string{"chain:" + digits}, id, Finality{Tag: "finalized"}, bounds{1000, 100, 10}}
		return k.network(), nil
	}
	e := fault.New(fault.Usage, "network %q is unknown", term.SafeN(name, 80))
	if _, err := strconv.ParseUint(word, 10, 64); err == nil {
		return Network{}, e.WithHint("write chain:%s for the network with that chain id", word)
	}
	return Network{}, e.WithHint("use one of %s, or chain:ID", strings.Join(NetworkNames(), ", "))
}

// NetworkNames returns the names that ParseNetwork knows, without aliases and chain:ID.
func NetworkNames() []string {
	var names []string
	for _, k := range knownNetworks() {
		names = append(names, k.names[0])
	}
	return names
}

func (k knownNetwork) network() Network {
	return Network{
		Name:     k.names[0],
		ChainID:  k.chainID,
		Public:   !k.finality.Instant,
		Finality: k.finality,
		MaxFee:   scaled(k.bounds.feeGwei, 9),
		MaxTip:   scaled(k.bounds.tipGwei, 9),
		MaxCost:  scaled(k.bounds.coins, 18),
	}
}

// scaled returns n followed by that many zeros.
func scaled(n, zeros int64) *big.Int {
	return new(big.Int).Mul(big.NewInt(n), new(big.Int).Exp(big.NewInt(10), big.NewInt(zeros), nil))
}
