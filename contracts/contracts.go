// Package contracts holds the compiled contracts and what was measured of them. The folder artifacts/ is written by
// `npm run build`; it is reproducible from the sources beside it.
package contracts

import (
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
)

// The names of the contracts.
const (
	SecurityToken = "SecurityToken"
	KycRegistry   = "KycRegistry"
	TestToken     = "TestToken"

	RuleSet        = "RuleSet"
	Payout         = "Payout"
	Ballot         = "Ballot"
	TokenSale      = "TokenSale"
	Factory        = "Factory"
	TokenLaunch    = "TokenLaunch"
	RegistryLaunch = "RegistryLaunch"
)

//go:embed artifacts
var files embed.FS

// Names returns the names of the contracts that every bundle has: what an issuance on the plain path deploys.
func Names() []string { return []string{SecurityToken, KycRegistry, TestToken} }

// All returns the names of all contracts, in the order in which an issuer meets them.
func All() []string {
	return append(Names(), RuleSet, Payout, Ballot, TokenSale, Factory, TokenLaunch, RegistryLaunch)
}

// Meta says what a contract was compiled from, for source verification at explorers.
type Meta struct {
	// Contract is the fully qualified name, "src/SecurityToken.sol:SecurityToken".
	Contract string `json:"contract"`
	// Compiler is solc's full version as explorers spell it, "v0.8.37+commit.…".
	Compiler string `json:"compiler"`
	// RuntimeBytes is the size of the code on the chain.
	RuntimeBytes int `json:"runtimeBytes"`
	// Immutables are the places in the runtime code that the constructor fills, in ascending order.
	Immutables []Span `json:"immutables"`
}

// Span is a stretch of bytes.
type Span struct {
	Start  int `json:"start"`
	Length int `json:"length"`
}

// ABI returns the contract's ABI as JSON.
func ABI(name string) ([]byte, error) { return read(name, "abi.json") }

// StandardInput returns the standard JSON input that compiles to the contract.
func StandardInput(name string) ([]byte, error) { return read(name, "input.json") }

// Creation returns the creation bytecode, to which the encoded constructor arguments are appended for a deployment.
func Creation(name string) ([]byte, error) { return readHex(name, "creation.hex") }

// Runtime returns the bytecode that a deployment leaves on the chain, with zeros where immutables go.
func Runtime(name string) ([]byte, error) { return readHex(name, "runtime.hex") }

// MetaOf returns what the contract was compiled from.
func MetaOf(name string) (Meta, error) {
	var m Meta
	b, err := read(name, "meta.json")
	if err != nil {
		return m, err
	}
	if err := json.Unmarshal(b, &m); err != nil {
		return m, fmt.Errorf("built-in contract %s: meta.json: %w", name, err)
	}
	return m, nil
}

// Gas returns the gas table: the gas that one transaction of each operation uses, as its receipt shows.
func Gas() (map[string]uint64, error) {
	var t struct {
		Operations map[string]uint64 `json:"operations"`
	}
	b, err := files.ReadFile("artifacts/gas.json")
	if err != nil {
		return nil, fmt.Errorf("built-in gas table: %w", err)
	}
	if err := json.Unmarshal(b, &t); err != nil {
		return nil, fmt.Errorf("built-in gas table: %w", err)
	}
	return t.Operations, nil
}

func read(name, file string) ([]byte, error) {
	b, err := files.ReadFile("artifacts/" + name + "/" + file)
	if err != nil {
		return nil, fmt.Errorf("built-in contract %s: %w", name, err)
	}
	return b, nil
}

func readHex(name, file string) ([]byte, error) {
	b, err := read(name, file)
	if err != nil {
		return nil, err
	}
	code, err := hex.DecodeString(strings.TrimSpace(string(b)))
	if err != nil {
		return nil, fmt.Errorf("built-in contract %s: %s: %w", name, file, err)
	}
	return code, nil
}
