package contract

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/ethclient/simulated"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
)

// chain is an embedded chain with a rich account that sends.
type chain struct {
	t       *testing.T
	backend *simulated.Backend
	key     *ecdsa.PrivateKey
	me      common.Address
}

func newChain(t *testing.T) *chain {
	t.Helper()
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	me := crypto.PubkeyToAddress(key.PublicKey)
	alloc := types.GenesisAlloc{me: {Balance: new(big.Int).Lsh(big.NewInt(1), 90)}}
	backend := simulated.NewBackend(alloc, mainRules)
	t.Cleanup(func() {
		if err := backend.Close(); err != nil {
			t.Error(err)
		}
	})
	return &chain{t, backend, key, me}
}

// mainRules takes away the forks that the main network does not have yet, since they change what storage costs.
func mainRules(_ *node.Config, conf *ethconfig.Config) {
	rules := *params.AllDevChainProtocolChanges
	rules.AmsterdamTime, rules.BogotaTime = nil, nil
	conf.Genesis.Config = &rules
}

// send has the data mined in a transaction that must succeed; a nil to deploys.
func (c *chain) send(to *common.Address, data []byte) *types.Receipt {
	c.t.Helper()
	ctx := context.Background()
	client := c.backend.Client()
	nonce, err := client.PendingNonceAt(ctx, c.me)
	if err != nil {
		c.t.Fatal(err)
	}
	id, err := client.ChainID(ctx)
	if err != nil {
		c.t.Fatal(err)
	}
	tx, err := types.SignNewTx(c.key, types.LatestSignerForChainID(id), &types.DynamicFeeTx{
		ChainID: id, Nonce: nonce, To: to, Data: data, Gas: 1 << 23,
		GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(1e11),
	})
	if err != nil {
		c.t.Fatal(err)
	}
	if err := client.SendTransaction(ctx, tx); err != nil {
		c.t.Fatal(err)
	}
	c.backend.Commit()
	r, err := client.TransactionReceipt(ctx, tx.Hash())
	if err != nil {
		c.t.Fatal(err)
	}
	if r.Status != types.ReceiptStatusSuccessful {
		_, why := c.call(to, data)
		c.t.Fatalf("reverted: %s", why)
	}
	return r
}

func (c *chain) deploy(data []byte, err error) common.Address {
	c.t.Helper()
	if err != nil {
		c.t.Fatal(err)
	}
	return c.send(nil, data).ContractAddress
}

// call returns the answer, or the refusal in words.
func (c *chain) call(to *common.Address, data []byte) ([]byte, string) {
	c.t.Helper()
	ret, err := c.backend.Client().CallContract(context.Background(), ethereum.CallMsg{From: c.me, To: to, Data: data}, nil)
	if err == nil {
		return ret, ""
	}
	var refusal rpc.DataError
	if !errors.As(err, &refusal) {
		c.t.Fatalf("call: %v", err)
	}
	return nil, Revert(common.FromHex(refusal.ErrorData().(string)))
}

func ask[T any](c *chain, at common.Address, v View[T]) T {
	c.t.Helper()
	ret, why := c.call(&at, v.Data)
	if why != "" {
		c.t.Fatalf("view refused: %s", why)
	}
	got, err := v.Decode(ret)
	if err != nil {
		c.t.Fatal(err)
	}
	return got
}

func want[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// A restricted series from deployment to distribution, with the refusals on the way.
func TestRestrictedLife(t *testing.T) {
	c := newChain(t)
	alice := common.HexToAddress("0xa11ce00000000000000000000000000000000001")
	bob := common.HexToAddress("0xb0b0000000000000000000000000000000000002")
	long := "Musterwerke Beteiligungsgesellschaft mbH & Co. KGaA, Class A"
	b := Builtin()
	kyc := c.deploy(b.DeployKycRegistry(c.me))
	token := c.deploy(b.DeploySecurityToken(long, "MUST", "https://example.com/a", 18, c.me))

	c.send(&token, SetPolicy(kyc))
	_, why := c.call(&token, Issue(c.me, big.NewInt(100)))
	want(t, "issue to unlisted", why, "the receiver is not whitelisted (100 units from "+common.Address{}.Hex()+" to "+c.me.Hex()+")")
	c.send(&kyc, SetWhitelisted(c.me, true))
	c.send(&kyc, SetWhitelisted(alice, true))
	c.send(&token, Issue(c.me, big.NewInt(100)))

	want(t, "owner", ask(c, token, Owner()), c.me)
	want(t, "registry's owner", ask(c, kyc, Owner()), c.me)
	want(t, "policy", ask(c, token, Policy()), kyc)
	want(t, "name", ask(c, token, Name()), long)
	want(t, "symbol", ask(c, token, Symbol()), "MUST")
	want(t, "url", ask(c, token, URL()), "https://example.com/a")
	want(t, "version", ask(c, token, Version()), "1.0.0")
	want(t, "decimals", ask(c, token, Decimals()), 18)
	want(t, "paused", ask(c, token, Paused()), false)
	want(t, "closed", ask(c, token, Closed()), false)
	want(t, "alice listed", ask(c, kyc, IsWhitelisted(alice)), true)
	want(t, "bob listed", ask(c, kyc, IsWhitelisted(bob)), false)
	want(t, "ERC-7943", ask(c, token, SupportsInterface([4]byte{0x3e, 0xdb, 0xb4, 0xc4})), true)
	want(t, "role", ask(c, token, HasRole(RoleForce, c.me)), true)
	want(t, "no role", ask(c, token, HasRole(RoleForce, bob)), false)

	want(t, "can transfer", ask(c, token, CanTransfer(c.me, alice, big.NewInt(100))), true)
	want(t, "can't transfer too much", ask(c, token, DetectTransferRestriction(c.me, alice, big.NewInt(101))), 7)
	want(t, "can't transfer to bob", ask(c, token, DetectTransferRestriction(c.me, bob, big.NewInt(1))), 33)
	_, why = c.call(&token, Transfer(bob, big.NewInt(1)))
	want(t, "transfer to bob", why, Restriction(33)+" (1 units from "+c.me.Hex()+" to "+bob.Hex()+")")
	_, why = c.call(&token, Transfer(alice, big.NewInt(101)))
	want(t, "transfer too much", why, "the account "+c.me.Hex()+" holds 100 units, and 101 are needed")

	tagged := append(Transfer(alice, big.NewInt(30)), make([]byte, 16)...)
	r := c.send(&token, tagged)
	want(t, "topic", r.Logs[0].Topics[0], TopicTransfer())
	c.send(&token, append(BatchTransfer([]common.Address{alice, c.me, alice}, []*big.Int{big.NewInt(1), big.NewInt(2), big.NewInt(3)}), make([]byte, 48)...))
	want(t, "alice", ask(c, token, BalanceOf(alice)).Int64(), 34)
	want(t, "me", ask(c, token, BalanceOf(c.me)).Int64(), 66)
	want(t, "supply", ask(c, token, TotalSupply()).Int64(), 100)

	c.send(&token, Pause())
	_, why = c.call(&token, Transfer(alice, big.NewInt(1)))
	want(t, "paused", why, "the token is paused")
	want(t, "paused code", ask(c, token, DetectTransferRestriction(c.me, alice, big.NewInt(1))), 1)
}

// The chain's words for every code that we put into words ourselves are words too, and the unknown is said to be so.
func TestRestrictionOnChain(t *testing.T) {
	c := newChain(t)
	kyc := c.deploy(Builtin().DeployKycRegistry(c.me))
	token := c.deploy(Builtin().DeploySecurityToken("T", "T", "", 18, c.me))
	c.send(&token, SetPolicy(kyc))
	for code := range 256 {
		got := ask(c, token, MessageForTransferRestriction(uint8(code)))
		known := code <= 10 || code >= 32 && code <= 35
		if known == (got == "unknown restriction") || got == "" {
			t.Errorf("code %d: %q", code, got)
		}
	}
}

// An entry arrives in the registry field by field.
func TestRegistryEntry(t *testing.T) {
	c := newChain(t)
	kyc := c.deploy(Builtin().DeployKycRegistry(c.me))
	a := common.HexToAddress("0xa11ce00000000000000000000000000000000001")
	e := Entry{Expiry: 1<<39 + 7, Country: 276, Classes: 0xdeadbeef, Investor: [16]byte{1, 2, 15: 9}}
	c.send(&kyc, BatchSet([]common.Address{c.me, a}, []Entry{{Expiry: NoExpiry}, e}))
	ret, why := c.call(&kyc, registries().PackEntry(a))
	if why != "" {
		t.Fatal(why)
	}
	got, err := registries().UnpackEntry(ret)
	if err != nil {
		t.Fatal(err)
	}
	want(t, "expiry", got.Expiry.Uint64(), e.Expiry)
	want(t, "country", got.Country, e.Country)
	want(t, "classes", got.Classes, e.Classes)
	want(t, "index", got.Index, 2)
	want(t, "investor", [16]byte(common.LeftPadBytes(got.Investor.Bytes(), 16)), e.Investor)
	want(t, "valid", ask(c, kyc, IsWhitelisted(a)), true)
}

// No transaction needs more gas than the table says.
func TestGasTableHolds(t *testing.T) {
	c := newChain(t)
	whole := new(big.Int).Exp(big.NewInt(10), big.NewInt(18), nil)
	b := Builtin()
	var used = map[Op]uint64{}
	data, err := b.DeployKycRegistry(c.me)
	if err != nil {
		t.Fatal(err)
	}
	r := c.send(nil, data)
	kyc := r.ContractAddress
	used[GasKycDeploy] = r.GasUsed
	if data, err = b.DeploySecurityToken("Example AG", "EXA", "https://example.com", 18, c.me); err != nil {
		t.Fatal(err)
	}
	r = c.send(nil, data)
	token := r.ContractAddress
	used[GasTokenDeploy] = r.GasUsed
	if data, err = b.DeployTestToken("test_token", "TEST", 18, whole); err != nil {
		t.Fatal(err)
	}
	r = c.send(nil, data)
	test := r.ContractAddress
	used[GasTestTokenDeploy] = r.GasUsed
	to := make([]common.Address, 20)
	raw := make([]*big.Int, 20)
	entries := make([]Entry, 20)
	for i := range to {
		to[i] = common.BigToAddress(big.NewInt(int64(1000 + i)))
		raw[i] = whole
		entries[i] = Entry{Expiry: NoExpiry}
	}
	n := uint64(len(to))
	used[GasKycSet] = c.send(&kyc, SetWhitelisted(c.me, true)).GasUsed
	batch := c.send(&kyc, BatchSet(to, entries)).GasUsed
	used[GasSetPolicy] = c.send(&token, SetPolicy(kyc)).GasUsed
	used[GasIssue] = c.send(&token, Issue(c.me, new(big.Int).Mul(whole, whole))).GasUsed
	used[GasTransferRestrictedFresh] = c.send(&token, Transfer(to[0], whole)).GasUsed
	used[GasTransferRestrictedExisting] = c.send(&token, Transfer(to[0], whole)).GasUsed
	fresh := c.send(&token, BatchTransfer(to[1:], raw[1:])).GasUsed
	existing := c.send(&token, BatchTransfer(to, raw)).GasUsed
	used[GasTestTokenTransferFresh] = c.send(&test, Transfer(to[0], big.NewInt(1))).GasUsed
	for op, gas := range used {
		if Gas(op) < gas || Gas(op) > gas*13/10 {
			t.Errorf("%s: table %d, used %d", op, Gas(op), gas)
		}
	}
	for what, c := range map[string]struct{ got, table uint64 }{
		"kyc batch":      {batch, Gas(GasKycBatchBase) + n*Gas(GasKycBatchEach)},
		"batch fresh":    {fresh, Gas(GasBatchTransferRestrictedBase) + (n-1)*Gas(GasBatchTransferRestrictedEachFresh)},
		"batch existing": {existing, Gas(GasBatchTransferRestrictedBase) + n*Gas(GasBatchTransferRestrictedEachExisting)},
	} {
		if c.table < c.got || c.table > c.got*13/10 {
			t.Errorf("%s: table %d, used %d", what, c.table, c.got)
		}
	}
}
