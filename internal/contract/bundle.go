package contract

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"math/big"
	"os"
	"strings"
	"sync"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/contracts"
	"github.com/sto-project/sto/internal/fault"
)

// maxBundle bounds the size of a bundle file, in bytes.
const maxBundle = 16 << 20

// Bundle is the contracts that are deployed: the built-in ones, or those of a file.
type Bundle struct {
	path      string // empty: built in
	contracts map[string]compiled
}

type compiled struct {
	abi      abi.ABI
	creation []byte
}

// Builtin returns the built-in contracts.
func Builtin() *Bundle { return builtin() }

var builtin = sync.OnceValue(func() *Bundle {
	b := &Bundle{contracts: map[string]compiled{}}
	for _, name := range contracts.All() {
		text, err := contracts.ABI(name)
		if err == nil {
			var c compiled
			if c.abi, err = abi.JSON(bytes.NewReader(text)); err == nil {
				c.creation, err = contracts.Creation(name)
				b.contracts[name] = c
			}
		}
		if err != nil {
			panic("contract: built-in contracts are damaged: " + err.Error())
		}
	}
	return b
})

// LoadBundle reads the contracts from a JSON file {"contracts":{"SecurityToken":{"abi":[…],"bytecode":"0x…"},…}}. It must
// have all contracts that the built-in bundle has, with the constructor arguments, methods and answers that this program
// uses; it may have more.
func LoadBundle(path string) (*Bundle, error) {
	text, err := readBundle(path)
	if err != nil {
		return nil, err
	}
	var file struct {
		Contracts map[string]struct {
			ABI      json.RawMessage `json:"abi"`
			Bytecode string          `json:"bytecode"`
		} `json:"contracts"`
	}
	if err := json.Unmarshal(text, &file); err != nil {
		return nil, fault.New(fault.Usage, "contract bundle %s is not the JSON it should be: %w", path, err)
	}
	b := &Bundle{path: path, contracts: map[string]compiled{}}
	for _, name := range contracts.Names() {
		in, ok := file.Contracts[name]
		if !ok {
			return nil, fault.New(fault.Usage, "contract bundle %s has no contract %s", path, name)
		}
		var c compiled
		if c.abi, err = abi.JSON(bytes.NewReader(in.ABI)); err != nil {
			return nil, fault.New(fault.Usage, "contract bundle %s: the abi of %s is wrong: %w", path, name, err)
		}
		if c.creation, err = hex.DecodeString(strings.TrimPrefix(in.Bytecode, "0x")); err != nil {
			return nil, fault.New(fault.Usage, "contract bundle %s: the bytecode of %s is not hex (is it linked?): %w", path, name, err)
		}
		if len(c.creation) == 0 {
			return nil, fault.New(fault.Usage, "contract bundle %s: the bytecode of %s is empty", path, name)
		}
		if err := fits(path, name, c.abi); err != nil {
			return nil, err
		}
		b.contracts[name] = c
	}
	return b, nil
}

func readBundle(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fault.New(fault.Usage, "contract bundle %s does not exist", path).WithHint("check --ethereum-abi-file")
	}
	if err != nil {
		return nil, fault.New(fault.Usage, "contract bundle %s can't be read: %w", path, err)
	}
	if !info.Mode().IsRegular() || info.Size() > maxBundle {
		return nil, fault.New(fault.Usage, "contract bundle %s is no file of at most %d MiB", path, maxBundle>>20)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fault.New(fault.Usage, "contract bundle %s can't be read: %w", path, err)
	}
	return text, nil
}

// needed are the methods by contract that the program calls, and so a bundle must have.
func needed(name string) []string {
	switch name {
	case contracts.SecurityToken:
		return []string{
			"setPolicy", "issue", "transfer", "batchTransfer", "approve", "balanceOf", "totalSupply", "decimals", "name",
			"symbol", "owner", "policy", "version", "url", "paused", "closed", "canTransfer", "detectTransferRestriction",
			"messageForTransferRestriction", "supportsInterface",
		}
	case contracts.KycRegistry:
		return []string{"setWhitelisted", "isWhitelisted", "owner", "supportsInterface"}
	default:
		return []string{"transfer", "approve", "balanceOf", "totalSupply", "decimals", "name", "symbol"}
	}
}

// fits checks that a contract of a bundle takes and answers what the built-in one does.
func fits(path, name string, got abi.ABI) error {
	want := builtin().contracts[name].abi
	if signature(got.Constructor.Inputs) != signature(want.Constructor.Inputs) {
		return fault.New(fault.Usage, "contract bundle %s: the constructor of %s takes %s, not %s",
			path, name, signature(got.Constructor.Inputs), signature(want.Constructor.Inputs))
	}
	for _, method := range needed(name) {
		w := want.Methods[method]
		g, ok := methodOf(got, w.Sig)
		if !ok {
			return fault.New(fault.Usage, "contract bundle %s: %s has no method %s", path, name, w.Sig)
		}
		if signature(g.Outputs) != signature(w.Outputs) {
			return fault.New(fault.Usage, "contract bundle %s: the method %s of %s answers %s, not %s",
				path, w.Sig, name, signature(g.Outputs), signature(w.Outputs))
		}
	}
	return nil
}

// methodOf finds a method by its signature: names of overloaded methods depend on their order in the ABI.
func methodOf(a abi.ABI, sig string) (abi.Method, bool) {
	for _, m := range a.Methods {
		if m.Sig == sig {
			return m, true
		}
	}
	return abi.Method{}, false
}

func signature(args abi.Arguments) string {
	types := make([]string, len(args))
	for i, a := range args {
		types[i] = a.Type.String()
	}
	return "(" + strings.Join(types, ",") + ")"
}

// Path returns the file that the bundle was read from, empty for the built-in one.
func (b *Bundle) Path() string { return b.path }

// DeploySecurityToken returns the data of the transaction that deploys a token. The issuer gets all roles; decimals is
// usually 18.
func (b *Bundle) DeploySecurityToken(name, symbol, url string, decimals uint8, issuer common.Address) ([]byte, error) {
	return b.deploy(contracts.SecurityToken, name, symbol, url, decimals, issuer)
}

// DeployKycRegistry returns the data of the transaction that deploys a KYC registry, with issuer as its administrator
// and registrar.
func (b *Bundle) DeployKycRegistry(issuer common.Address) ([]byte, error) {
	return b.deploy(contracts.KycRegistry, issuer)
}

// DeployTestToken returns the data of the transaction that deploys a plain ERC-20; the sender gets its supply, in raw
// token units.
func (b *Bundle) DeployTestToken(name, symbol string, decimals uint8, supply *big.Int) ([]byte, error) {
	return b.deploy(contracts.TestToken, name, symbol, decimals, amount(supply))
}

func (b *Bundle) deploy(name string, args ...any) ([]byte, error) {
	c := b.contracts[name]
	packed, err := c.abi.Pack("", args...)
	if err != nil {
		return nil, fault.New(fault.Usage, "the constructor arguments of %s can't be encoded: %w", name, err)
	}
	return append(bytes.Clone(c.creation), packed...), nil
}
