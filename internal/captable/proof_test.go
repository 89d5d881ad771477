package captable

import (
	"bytes"
	"encoding/json"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/sto-project/sto/internal/fault"
)

// TestMerkleIsTheStandard compares with the root that the documentation of @openzeppelin/merkle-tree shows for these two
// values.
func TestMerkleIsTheStandard(t *testing.T) {
	amount := func(s string) *big.Int { v, _ := new(big.Int).SetString(s, 10); return v }
	tree, _ := newMerkleTree([]common.Hash{
		merkleLeaf(common.HexToAddress("0x1111111111111111111111111111111111111111"), amount("5000000000000000000")),
		merkleLeaf(common.HexToAddress("0x2222222222222222222222222222222222222222"), amount("2500000000000000000")),
	})
	if got, want := tree.root().Hex(), "0xd4dee0beab2d53f2cc83e567171bd2820e49898130a22622b10ead383e90bd77"; got != want {
		t.Errorf("root %s, want %s", got, want)
	}
}

func TestMerkleProofs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		leaves := make([]common.Hash, rapid.IntRange(1, 40).Draw(t, "leaves"))
		for i := range leaves {
			leaves[i] = merkleLeaf(common.Address{byte(i)}, n(int64(i+1)))
		}
		tree, at := newMerkleTree(leaves)
		for i, leaf := range leaves {
			proof := tree.proof(at[i])
			if rootOf(leaf, proof) != tree.root() {
				t.Fatalf("leaf %d of %d does not lead to the root", i, len(leaves))
			}
			if other := merkleLeaf(common.Address{byte(i)}, n(int64(i+2))); rootOf(other, proof) == tree.root() {
				t.Fatalf("another amount leads to the root")
			}
		}
	})
}

func proofOf(t testing.TB) *Proof {
	table, err := Build(t.Context(), sample(t), query(func(q *Query) { q.MaxEntries = 1 }))
	check(t, err)
	p, err := table.Proof()
	check(t, err)
	return p
}

func TestProof(t *testing.T) {
	p := proofOf(t)
	var b bytes.Buffer
	check(t, p.Write(&b))
	plain, err := json.MarshalIndent(p, "", "  ")
	check(t, err)
	var compact, want bytes.Buffer
	check(t, json.Compact(&compact, b.Bytes()))
	check(t, json.Compact(&want, plain))
	if compact.String() != want.String() {
		t.Errorf("written\n%s\nwant\n%s", b.String(), want.String())
	}
	if strings.Contains(b.String(), "Alice") {
		t.Error("the proof tells names")
	}
	back, err := ReadProof("p.json", &b)
	check(t, err)
	if wrong := back.Check(); wrong != nil || back.Holders != 4 || back.SupplyRaw.String() != "100000" {
		t.Errorf("%v in %+v", wrong, back)
	}
	var text strings.Builder
	check(t, back.Canonical(&text))
	if !strings.HasPrefix(text.String(), "0x0100000000000000000000000000000000000001,33335\n0x02") {
		t.Errorf("canonical\n%s", text.String())
	}
	if e, ok := back.Holder(person(2)); !ok || e.BalanceRaw.String() != "33332" {
		t.Errorf("holder %+v", e)
	}
	if e, ok := back.Holder(person(4)); e != nil || ok {
		t.Errorf("one who holds nothing: %+v", e)
	}
	book := &Book{}
	for i := range back.Entries {
		book.Holdings = append(book.Holdings, Holding{Address: back.Entries[i].Address, Balance: back.Entries[i].BalanceRaw.Int()})
	}
	if d := back.Against(book); len(d) != 0 {
		t.Errorf("against itself: %+v", d)
	}
	book.Holdings[0].Balance, book.Holdings[1].Address = n(1), person(9)
	if d := back.Against(book); len(d) != 3 {
		t.Errorf("against another: %+v", d)
	}
}

// TestProofNoticesChanges changes one thing at a time.
func TestProofNoticesChanges(t *testing.T) {
	for name, change := range map[string]func(p *Proof){
		"balance": func(p *Proof) { p.Entries[1].BalanceRaw = NewRaw(n(1)) },
		"swap": func(p *Proof) {
			p.Entries[0].Address, p.Entries[1].Address = p.Entries[1].Address, p.Entries[0].Address
		},
		"address":      func(p *Proof) { p.Entries[3].Address[19]++ },
		"one less":     func(p *Proof) { p.Entries = p.Entries[:3] },
		"supply":       func(p *Proof) { p.SupplyRaw = NewRaw(n(7)) },
		"no supply":    func(p *Proof) { p.SupplyRaw = nil },
		"hash":         func(p *Proof) { p.TableSHA256 = strings.Repeat("0", 64) },
		"root":         func(p *Proof) { p.MerkleRoot[0]++ },
		"proof":        func(p *Proof) { p.Entries[2].Proof[0][5]++ },
		"proof's end":  func(p *Proof) { p.Entries[2].Proof = p.Entries[2].Proof[:1] },
		"holder twice": func(p *Proof) { p.Entries = append(p.Entries, p.Entries[3]); p.Holders++ },
	} {
		t.Run(name, func(t *testing.T) {
			p := proofOf(t)
			if change(p); p.Check() == nil {
				t.Error("nothing is wrong")
			}
		})
	}
}

func TestProofRefuses(t *testing.T) {
	negative := book(t, "T", 0, 0, 9, move{1, 1, 2, n(5)})
	for name, q := range map[string]Query{"a block without a hash": query(func(q *Query) { q.AtBlock = ptr(uint64(3)) }), "a balance below zero": query()} {
		table, err := Build(t.Context(), negative, q)
		check(t, err)
		if p, err := table.Proof(); err == nil {
			t.Errorf("%s: %+v", name, p)
		}
	}
	empty, err := Build(t.Context(), book(t, "T", 0, 0, 9), query())
	check(t, err)
	if _, err := empty.Proof(); !fault.Is(err, fault.Usage) {
		t.Errorf("nobody: %v", err)
	}
	var b strings.Builder
	check(t, proofOf(t).Write(&b))
	good := b.String()
	for name, text := range map[string]string{"nothing": "", "no proof": "{}", "a list": "[1]", "more": good + "{}", "another form": strings.Replace(good, "proof-1", "proof-2", 1),
		"null balance": strings.Replace(good, `"balance_raw":"33335"`, `"balance_raw":null`, 1), "negative": strings.Replace(good, `"balance_raw":"33335"`, `"balance_raw":"-1"`, 1),
		"huge": strings.Replace(good, `"33335"`, `"1`+strings.Repeat("0", 78)+`"`, 1), "no holders": good[:strings.Index(good, `"entries"`)] + `"entries":[]}`} {
		if _, err := ReadProof("p.json", strings.NewReader(text)); !fault.Is(err, fault.Usage) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzReadProof(f *testing.F) {
	var b strings.Builder
	check(f, proofOf(f).Write(&b))
	f.Add(b.String())
	f.Add(`{"format":"sto-cap-table-proof-1","merkle_format":"standard-v1","leaf_encoding":["address","uint256"],"entries":[{}]}`)
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ReadProof("p.json", strings.NewReader(s))
		if err != nil {
			if !fault.Is(err, fault.Usage) {
				t.Fatalf("class of %v", err)
			}
			return
		}
		p.Check()
		p.Holder(person(1))
	})
}
