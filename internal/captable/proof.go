package captable

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
)

// ProofFormat names the form of a proof file.
const ProofFormat = "sto-cap-table-proof-1"

const (
	merkleFormat = "standard-v1" // of OpenZeppelin's library
	maxProofFile = 1 << 30       // bytes
)

func leafEncoding() []string { return []string{"address", "uint256"} }

// Proof is what a proof file holds: who held how much at one block, so that anybody can check all of it with a node, and a
// holder one line without one. It holds no names.
type Proof struct {
	Format      string         `json:"format"`
	ChainID     uint64         `json:"chain_id"`
	GenesisHash common.Hash    `json:"genesis_hash"`
	Token       common.Address `json:"token"`
	Name        string         `json:"name"`
	Symbol      string         `json:"symbol"`
	Decimals    uint8          `json:"decimals"`

	Block     uint64      `json:"block"`
	BlockHash common.Hash `json:"block_hash"`
	BlockTime *time.Time  `json:"block_time"` // null where it is not known
	Final     bool        `json:"final"`      // when it was scanned

	FirstBlock uint64     `json:"first_block"` // where the scan began
	Complete   bool       `json:"complete"`    // whether that was at or before the token's creation; else the table is partial
	Reconciled Reconciled `json:"reconciled"`  // with the contract's own figures, at the end of the scan

	Holders   int  `json:"holders"`
	SupplyRaw *Raw `json:"accounted_supply_raw"` // the sum of the balances

	TableSHA256  string       `json:"table_sha256"` // of the text of Canonical
	MerkleRoot   common.Hash  `json:"merkle_root"`
	MerkleFormat string       `json:"merkle_format"` // standard-v1, of @openzeppelin/merkle-tree
	LeafEncoding []string     `json:"leaf_encoding"` // address, uint256
	Query        ProofQuery   `json:"query"`
	Entries      []ProofEntry `json:"entries"` // those who hold something, by address
}

// ProofQuery tells how the table is made again.
type ProofQuery struct {
	Command string         `json:"command"`  // of this program, from any node
	JSONRPC map[string]any `json:"json_rpc"` // to a node, as it stands: the events that the balances are the sums of
}

// ProofEntry is one holder.
type ProofEntry struct {
	Address    common.Address `json:"address"`
	BalanceRaw *Raw           `json:"balance_raw"`
	Proof      []common.Hash  `json:"proof"` // the siblings on the way from the holder's leaf to the root
}

// Proof returns the proof of the table, whatever its rows leave out. The block's hash must be known, and no balance be
// below zero.
func (t *Table) Proof() (*Proof, error) {
	if t.AsOf.Hash == nil {
		return nil, fault.New(fault.Usage, "the hash of block %d is not known, and a proof without it proves nothing", t.AsOf.Block).
			WithHint("name a node with --ethereum-node-url, or take a block where a scan ended")
	}
	p := &Proof{Format: ProofFormat, ChainID: t.ChainID, GenesisHash: t.genesis, Token: t.Token, Name: t.Name, Symbol: t.Symbol, Decimals: t.Decimals,
		Block: t.AsOf.Block, BlockHash: *t.AsOf.Hash, BlockTime: t.AsOf.BlockTime, Final: t.AsOf.Final, FirstBlock: t.FirstBlock, Complete: t.Complete,
		Reconciled: t.LastScan.Reconciled, MerkleFormat: merkleFormat, LeafEncoding: leafEncoding(), Entries: []ProofEntry{}}
	for i := range t.holdings {
		h := &t.holdings[i]
		if h.Balance.Sign() == 0 {
			continue
		}
		if err := checkUint256(h.Balance); err != nil {
			return nil, fault.New(fault.General, "holder %s: %w", h.Address.Hex(), err).WithHint("a table with such balances can't be right, and is not proven")
		}
		p.Entries = append(p.Entries, ProofEntry{Address: h.Address, BalanceRaw: NewRaw(h.Balance)})
	}
	if len(p.Entries) == 0 {
		return nil, fault.New(fault.Usage, "nobody held the token at block %d: there is nothing to prove", p.Block)
	}
	slices.SortFunc(p.Entries, func(a, b ProofEntry) int { return a.Address.Cmp(b.Address) })
	p.Holders = len(p.Entries)
	p.SupplyRaw, p.TableSHA256 = NewRaw(p.sum()), p.digest()
	tree, at := newMerkleTree(p.leaves())
	p.MerkleRoot = tree.root()
	for i := range p.Entries {
		p.Entries[i].Proof = tree.proof(at[i])
	}
	p.Query = p.query()
	return p, nil
}

func (p *Proof) query() ProofQuery {
	topics := []string{}
	for _, t := range contract.BalanceTopics() {
		topics = append(topics, t.Hex())
	}
	filter := map[string]any{"address": eth.Lower(p.Token), "fromBlock": hexutil.EncodeUint64(p.FirstBlock), "toBlock": hexutil.EncodeUint64(p.Block), "topics": []any{topics}}
	return ProofQuery{
		Command: fmt.Sprintf("sto cap-table --token-address %s --at-block %d --max-entries 0 --output csv", p.Token.Hex(), p.Block),
		JSONRPC: map[string]any{"jsonrpc": "2.0", "id": 1, "method": "eth_getLogs", "params": []any{filter}},
	}
}

func (p *Proof) leaves() []common.Hash {
	leaves := make([]common.Hash, len(p.Entries))
	for i := range p.Entries {
		leaves[i] = merkleLeaf(p.Entries[i].Address, p.Entries[i].BalanceRaw.Int())
	}
	return leaves
}

func (p *Proof) sum() *big.Int {
	sum := new(big.Int)
	for i := range p.Entries {
		sum.Add(sum, p.Entries[i].BalanceRaw.Int())
	}
	return sum
}

// Canonical writes the text that TableSHA256 is the hash of: a line for each holder, by address, of the address in lower
// case, a comma and the balance in raw token units.
func (p *Proof) Canonical(w io.Writer) error {
	for i := range p.Entries {
		if _, err := fmt.Fprintf(w, "%s,%s\n", eth.Lower(p.Entries[i].Address), p.Entries[i].BalanceRaw); err != nil {
			return err
		}
	}
	return nil
}

func (p *Proof) digest() string {
	h := sha256.New()
	if err := p.Canonical(h); err != nil { // never: a hash takes everything
		return ""
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

// Write writes the proof as JSON, each holder in one line.
func (p *Proof) Write(w io.Writer) error {
	head := *p
	head.Entries = []ProofEntry{}
	text, err := json.MarshalIndent(&head, "", "  ")
	if err != nil {
		return err
	}
	if _, err := w.Write(bytes.TrimSuffix(text, []byte("]\n}"))); err != nil {
		return err
	}
	for i := range p.Entries {
		line, err := json.Marshal(&p.Entries[i])
		if err != nil {
			return err
		}
		before := ",\n    "
		if i == 0 {
			before = "\n    "
		}
		if _, err := w.Write(append([]byte(before), line...)); err != nil {
			return err
		}
	}
	_, err = io.WriteString(w, "\n  ]\n}\n")
	return err
}

// ReadProof reads a proof file, and refuses what is none. What it says is not checked yet.
func ReadProof(file string, r io.Reader) (*Proof, error) {
	const hint = "name a file that `sto cap-table --proof` wrote"
	bounded := &io.LimitedReader{R: r, N: maxProofFile + 1}
	in := json.NewDecoder(bounded)
	var p Proof
	err := in.Decode(&p)
	switch {
	case bounded.N <= 0:
		return nil, fault.New(fault.Usage, "proof file %s is larger than %d MiB", file, maxProofFile>>20)
	case err != nil:
		return nil, fault.New(fault.Usage, "proof file %s can't be read: %w", file, err).WithHint(hint)
	case p.Format != ProofFormat || p.MerkleFormat != merkleFormat || !slices.Equal(p.LeafEncoding, leafEncoding()):
		return nil, fault.New(fault.Usage, "proof file %s is not of the form %s", file, ProofFormat).WithHint(hint)
	case len(p.Entries) == 0:
		return nil, fault.New(fault.Usage, "proof file %s tells of no holder", file).WithHint(hint)
	}
	if _, err := in.Token(); !errors.Is(err, io.EOF) {
		return nil, fault.New(fault.Usage, "proof file %s goes on after its end", file).WithHint(hint)
	}
	for i := range p.Entries {
		if err := checkUint256(p.Entries[i].BalanceRaw.Int()); err != nil {
			return nil, fault.New(fault.Usage, "proof file %s, holder %s: %w", file, p.Entries[i].Address.Hex(), err)
		}
	}
	return &p, nil
}

// Check looks whether the file agrees with itself: order, sum, hash, root and the way of every holder to it. It returns
// what is wrong, in words; nil when nothing is.
func (p *Proof) Check() []string {
	var wrong []string
	say := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	for i := 1; i < len(p.Entries); i++ {
		if p.Entries[i-1].Address.Cmp(p.Entries[i].Address) >= 0 {
			say("holder %s is there twice, or not in the order of addresses", p.Entries[i].Address.Hex())
			break
		}
	}
	if len(p.Entries) != p.Holders {
		say("%d holders are told, and %d are there", p.Holders, len(p.Entries))
	}
	if p.SupplyRaw == nil || p.sum().Cmp(p.SupplyRaw.Int()) != 0 {
		say("the balances do not add up to the accounted supply")
	}
	if digest := p.digest(); !strings.EqualFold(digest, p.TableSHA256) {
		say("the hash of the table is %s, and not the one told", digest)
	}
	if tree, _ := newMerkleTree(p.leaves()); tree.root() != p.MerkleRoot {
		say("the Merkle root of the holders is %s, and not the one told", tree.root().Hex())
	}
	for i := range p.Entries {
		if !p.leads(&p.Entries[i]) {
			say("the proof of holder %s does not lead to the Merkle root", p.Entries[i].Address.Hex())
			break
		}
	}
	return wrong
}

func (p *Proof) leads(e *ProofEntry) bool {
	return rootOf(merkleLeaf(e.Address, e.BalanceRaw.Int()), e.Proof) == p.MerkleRoot
}

// Holder returns the entry of an address, nil where there is none, and whether its proof leads to the Merkle root.
func (p *Proof) Holder(a common.Address) (*ProofEntry, bool) {
	for i := range p.Entries {
		if e := &p.Entries[i]; e.Address == a {
			return e, p.leads(e)
		}
	}
	return nil, false
}

// Against compares the proof with balances that were derived anew, and returns the differences in the order of addresses.
func (p *Proof) Against(book *Book) []Difference {
	told := make(map[common.Address]*Raw, len(p.Entries))
	for i := range p.Entries {
		told[p.Entries[i].Address] = p.Entries[i].BalanceRaw
	}
	out := []Difference{}
	for i := range book.Holdings {
		h := &book.Holdings[i]
		raw := told[h.Address]
		delete(told, h.Address)
		if raw == nil && h.Balance.Sign() == 0 || raw != nil && raw.Int().Cmp(h.Balance) == 0 {
			continue
		}
		out = append(out, Difference{Address: h.Address, Accounted: NewRaw(h.Balance), Contract: raw})
	}
	for a, raw := range told {
		out = append(out, Difference{Address: a, Accounted: NewRaw(new(big.Int)), Contract: raw})
	}
	slices.SortFunc(out, func(a, b Difference) int { return a.Address.Cmp(b.Address) })
	return out
}

// SameBlock asks a node for the proof's block and genesis, and returns what is not as the proof tells; nil when all is.
func (p *Proof) SameBlock(ctx context.Context, n Headers) ([]string, error) {
	var wrong []string
	for _, x := range []struct {
		what  string
		block uint64
		want  common.Hash
	}{{"genesis block", 0, p.GenesisHash}, {fmt.Sprintf("block %d", p.Block), p.Block, p.BlockHash}} {
		h, err := n.Header(ctx, node.At(x.block))
		if err != nil {
			return nil, err
		}
		if h.Hash != x.want {
			wrong = append(wrong, fmt.Sprintf("the node's %s has the hash %s, and the proof tells %s", x.what, h.Hash.Hex(), x.want.Hex()))
		}
	}
	return wrong, nil
}
