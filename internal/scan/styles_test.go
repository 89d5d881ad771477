package scan

import (
	_ "embed"
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/testchain"
)

//go:embed testdata/Styles.json
var stylesCode []byte

// deploy creates the contract of that code, in hex.
func (b *bench) deploy(code string) (common.Address, func(signature string, args ...any) *types.Receipt) {
	b.t.Helper()
	a := b.send(0, nil, common.FromHex(code)).ContractAddress
	return a, func(signature string, args ...any) *types.Receipt {
		b.t.Helper()
		return b.send(0, &a, callData(signature, args...))
	}
}

// callData encodes a call whose arguments are addresses and numbers.
func callData(signature string, args ...any) []byte {
	data := crypto.Keccak256([]byte(signature))[:4]
	for _, arg := range args {
		data = append(data, word(arg)...)
	}
	return data
}

// style deploys a token of testdata/Styles.sol.
func (b *bench) style(name string) (common.Address, func(signature string, args ...any) *types.Receipt) {
	b.t.Helper()
	var codes map[string]string
	check(b.t, json.Unmarshal(stylesCode, &codes))
	if codes[name] == "" {
		b.t.Fatalf("there is no token %s", name)
	}
	return b.deploy(codes[name])
}

// odd deploys a token of contracts/test/odd.
func (b *bench) odd(name string) (common.Address, func(signature string, args ...any) *types.Receipt) {
	b.t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "contract", "testdata", "odd", name+".json"))
	check(b.t, err)
	var file struct{ Bytecode string }
	check(b.t, json.Unmarshal(text, &file))
	return b.deploy(file.Bytecode)
}

const (
	move2 = "transfer(address,uint256)"
	mint  = "mint(address,uint256)"
	burn  = "burn(address,uint256)"
	force = "force(address,address,uint256)"
)

var dead = common.HexToAddress("0x000000000000000000000000000000000000dEaD")

// TestTokensOfAllStyles has tokens in the manner of the standards, whose events must add up to what they say themselves.
func TestTokensOfAllStyles(t *testing.T) {
	n := testchain.Geth(t, testchain.Archive())
	b := newBench(t, n)
	me, alice, bob := n.Address(0), n.Address(1), n.Address(2)
	cases := map[string]struct {
		name, symbol string
		decimals     uint8
		unknown      bool // decimals
		atZero       int64
	}{
		"Nameless":    {unknown: true},
		"Partitioned": {name: "Partitioned", symbol: "P1400"},
		"Registered":  {name: "Registered", symbol: "TREX", decimals: 18},
		"Enforced":    {name: "Enforced", symbol: "CMTAT", decimals: 77},
		"Keeper":      {unknown: true, atZero: 30 + 20},
	}
	tokens := map[string]common.Address{}
	var all []common.Address
	for style := range cases {
		token, call := b.style(style)
		tokens[style] = token
		all = append(all, token)
		call(mint, me, 1_000)
		call(mint, alice, 0)
		call(move2, alice, 400)
		call(move2, me, 5) // to itself
		call(move2, bob, 0)
		call(move2, dead, 7)
		call(force, alice, bob, 150)
		call(burn, bob, 30)
		if style != "Partitioned" { // its interface burns otherwise
			call(move2, common.Address{}, 20)
		}
		if style == "Registered" {
			call("recover(address,address)", alice, bob)
		}
	}
	results, err := b.scanner().Run(t.Context(), Options{Tokens: all, Reconcile: true})
	check(t, err)
	for i, res := range results {
		for style, c := range cases {
			if tokens[style] != all[i] {
				continue
			}
			if res.Check.Outcome != captable.Agreed || res.Ignored != 0 || res.Token.Name != c.name || res.Token.Symbol != c.symbol ||
				res.Token.Decimals != c.decimals || res.Token.NoDecimals != c.unknown {
				t.Errorf("%s: %+v of %+v", style, res.Check, res.Token)
			}
			if zero := res.Check.AtZero; (zero == nil) != (c.atZero == 0) || zero != nil && zero.Int64() != c.atZero {
				t.Errorf("%s keeps %s at the zero address", style, zero)
			}
			b.agrees(all[i], b.mined)
		}
	}
	forced := 0
	check(t, b.store.SQL().QueryRow(`SELECT count(*) FROM transfer WHERE kind = ?`, kindForced).Scan(&forced))
	if forced != 1 { // Enforced's, by ERC-7943
		t.Errorf("%d forced transfers", forced)
	}
}

// TestOlderTokens has the predecessor's events, with and without a Transfer beside, and names of older times.
func TestOlderTokens(t *testing.T) {
	n := testchain.Anvil(t)
	b := newBench(t, n)
	me, alice := n.Address(0), n.Address(1)
	for _, name := range []string{"OlderToken", "OlderTokenBoth"} {
		token, call := b.odd(name)
		call("issue(address,uint256)", alice, 500)
		call("force(address,address,uint256)", alice, me, 200)
		call("burn(uint256)", 100)
		call(move2, alice, 1)
		res := b.scan(token)
		if res.Check.Outcome != captable.Agreed || res.Transfers != 5 {
			t.Errorf("%s: %+v", name, res)
		}
		b.agrees(token, b.mined)
	}
	for name, want := range map[string][2]string{
		"Bytes32Name": {"Bytes Thirty-Two", "B32"}, "MegabyteName": {"<name too long>", "MEGA"},
	} {
		token, _ := b.odd(name)
		if res := b.scan(token); res.Token.Name != want[0] || res.Token.Symbol != want[1] || res.Check.Outcome != captable.Agreed {
			t.Errorf("%s: %+v", name, res.Token)
		}
	}
	huge, call := b.odd("HugeSupply")
	most := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 256), big.NewInt(1))
	call(move2, alice, new(big.Int).Sub(most, big.NewInt(1)))
	if res := b.scan(huge); res.Supply.Cmp(most) != 0 || res.Check.Outcome != captable.Agreed || res.Holders != 2 {
		t.Errorf("the greatest supply: %+v", res)
	}
	b.agrees(huge, b.mined)
}

// TestLyingTokens: the reconciliation says so, and why.
func TestLyingTokens(t *testing.T) {
	n := testchain.Embedded(t)
	b := newBench(t, n)
	me, alice, bob := n.Address(0), n.Address(1), n.Address(2)
	rebase := func(permille int) func(call func(string, ...any) *types.Receipt) {
		return func(call func(string, ...any) *types.Receipt) {
			call(mint, me, 1_000_000)
			call(move2, alice, 300_001)
			call(move2, bob, 7_777)
			call("rebase(uint256)", permille)
		}
	}
	taxed := func(call func(string, ...any) *types.Receipt) {
		call(mint, me, 1_000_000)
		call(move2, alice, 300_000)
		call(move2, bob, 70_000)
		call(force, alice, bob, 10_000)
		call(move2, bob, 1_000)
	}
	type causes map[common.Address]string
	cases := map[string]struct {
		style  string
		act    func(call func(string, ...any) *types.Receipt)
		says   string
		causes causes
	}{
		"grows": {"Rebasing", rebase(1500), "rebases",
			causes{{}: causeRebase, me: causeRebase, alice: causeRebase, bob: causeRebase}},
		"shrinks": {"Rebasing", rebase(931), "rebases",
			causes{{}: causeRebase, me: causeRebase, alice: causeRebase, bob: causeRebase}},
		"fee to a collector": {"Collector", taxed, "takes a fee", causes{alice: causeFee, bob: causeFee}},
		"fee to a holder": {"Collector", func(call func(string, ...any) *types.Receipt) {
			taxed(call)
			call(force, me, common.HexToAddress("0xc011Ec700000000000000000000000000000C011"), 0)
		}, "takes a fee", causes{alice: causeFee, bob: causeFee, common.HexToAddress("0xc011Ec700000000000000000000000000000C011"): causeTaken}},
		"fee destroyed": {"Shrinking", taxed, "takes a fee", causes{{}: causeFee, alice: causeFee, bob: causeFee}},
		"made silently": {"Silent", func(call func(string, ...any) *types.Receipt) {
			taxed(call)
			call("quietly(address,address,uint256)", common.Address{}, bob, 5)
		}, "without telling by events", causes{{}: causeSilent, bob: causeSilent}},
		"moved silently": {"Silent", func(call func(string, ...any) *types.Receipt) {
			taxed(call)
			call("quietly(address,address,uint256)", me, bob, 5)
		}, "without telling by events", causes{me: causeSilent, bob: causeSilent}},
		"refuses": {"Silent", func(call func(string, ...any) *types.Receipt) {
			taxed(call)
			call("refuse(address)", bob)
		}, "refuses to answer", causes{bob: causeMute}},
		"doubles": {"Doubling", func(call func(string, ...any) *types.Receipt) {
			taxed(call)
			call(move2, me, 12)
			call(force, bob, bob, 1)
		}, "to itself makes tokens", causes{me: causeSelf, bob: causeSelf}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			b := &bench{t: t, n: n, node: b.node, store: b.store, nonce: b.nonce}
			token, call := b.style(c.style)
			c.act(call)
			res, err := run1(t.Context(), b.scanner(), Options{Tokens: []common.Address{token}, Reconcile: true})
			if !fault.Is(err, fault.General) || !strings.Contains(fault.Hint(err), c.says) || res.Check.Cause != fault.Hint(err) {
				t.Errorf("error %v, hint %q", err, fault.Hint(err))
			}
			got := causes{}
			for _, d := range res.Check.Differences {
				got[d.Address] = d.Cause
			}
			if len(got) != len(c.causes) {
				t.Errorf("causes %v, want %v", got, c.causes)
			}
			for a, cause := range c.causes {
				if got[a] != cause {
					t.Errorf("%s: cause %q, want %q", a, got[a], cause)
				}
			}
			table, err := captable.Build(t.Context(), b.store, captable.Query{Chain: n.ChainID, Token: token})
			check(t, err)
			if d := table.LastScan.Differences; table.LastScan.Reconciled != captable.Differs || len(d) != len(got) || d[0].Cause == "" {
				t.Errorf("the checkpoint keeps %+v", table.LastScan)
			}
		})
	}
}
