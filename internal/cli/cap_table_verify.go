package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/scan"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// VerifyOptions is what cap-table-verify needs.
type VerifyOptions struct {
	Factory *Factory
	File    string
	Holder  *common.Address // check this one alone, offline
}

// VerifyDoc is what cap-table-verify prints with --output json.
type VerifyDoc struct {
	Token      string                `json:"token"`
	ChainID    uint64                `json:"chain_id"`
	Block      uint64                `json:"block"`
	BlockHash  string                `json:"block_hash"`
	MerkleRoot string                `json:"merkle_root"`
	Holders    int                   `json:"holders"`
	Complete   bool                  `json:"complete"` // what the proof says; else it is partial
	Holder     *VerifiedHolder       `json:"holder"`   // with --holder; null without
	Derived    bool                  `json:"derived"`  // whether the balances were derived anew from a node's events
	Transfers  int                   `json:"transfers"`
	Contract   captable.Reconciled   `json:"contract"`    // whether the contract's own balances at that block agree with the events; not reconciled where the node keeps no state of it
	Wrong      []string              `json:"wrong"`       // what does not hold; empty when all does
	Difference []captable.Difference `json:"differences"` // accounted is what was derived anew, contract what the proof tells; null where it tells nothing
}

// VerifiedHolder is the one line of a proof that was checked.
type VerifiedHolder struct {
	Address    string `json:"address"`
	Balance    string `json:"balance"`
	BalanceRaw string `json:"balance_raw"`
}

// NewCmdCapTableVerify builds the command cap-table-verify.
func NewCmdCapTableVerify(f *Factory, runF func(context.Context, *VerifyOptions) error) *cobra.Command {
	opts := &VerifyOptions{Factory: f}
	var holder string
	cmd := &cobra.Command{
		Use:     "cap-table-verify FILE",
		Short:   "Check the proof of a cap table against any node",
		GroupID: groupCapTable,
		Args:    cobra.ArbitraryArgs,
		Long: `cap-table-verify checks a file that ` + "`sto cap-table --proof`" + ` wrote, without the database that it was made from: that the
file agrees with itself, that the node has the block it names, and that the token's events up to that block, all read anew
from the node, add up to the same balances. Where the node keeps the state of that block, the contract's own balances
are compared as well. Whatever does not hold is listed, and makes it end with 1.

--holder checks the line of one holder alone, offline: that its balance leads to the Merkle root of the file, which the
issuer has published, or an auditor has checked.`,
		Example: `  sto cap-table-verify 2025.json --ethereum-node-url https://node.example
  sto cap-table-verify 2025.json --holder 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fault.New(fault.Usage, "%s takes one file, but %d are given", cmd.CommandPath(), len(args)).WithHint("see %s --help", cmd.CommandPath())
			}
			opts.File = args[0]
			if err := noCSV(f); err != nil {
				return err
			}
			if holder != "" {
				a, err := addressFlag("holder", holder, eth.ParseAddress)
				if err != nil {
					return err
				}
				opts.Holder = &a
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runCapTableVerify(cmd.Context(), opts)
		},
	}
	cmd.Flags().StringVar(&holder, "holder", "", "check the line of this `ADDRESS` alone, without a node")
	return describe(cmd, "It only reads: the database is not used, nothing is written and nothing is sent.", fault.Node, fault.Conflict)
}

func runCapTableVerify(ctx context.Context, opts *VerifyOptions) error {
	f := opts.Factory
	file, err := os.Open(opts.File)
	if err != nil {
		return fault.New(fault.Usage, "proof file can't be read: %w", err)
	}
	defer file.Close()
	p, err := captable.ReadProof(term.Safe(opts.File), file)
	if err != nil {
		return err
	}
	doc := &VerifyDoc{Token: p.Token.Hex(), ChainID: p.ChainID, Block: p.Block, BlockHash: p.BlockHash.Hex(), MerkleRoot: p.MerkleRoot.Hex(), Holders: p.Holders,
		Complete: p.Complete, Contract: captable.NotTried, Wrong: []string{}, Difference: []captable.Difference{}}
	if opts.Holder != nil {
		verifyHolder(doc, p, *opts.Holder)
	} else if err := opts.verify(ctx, doc, p); err != nil {
		return err
	}
	if f.Options().Output == term.FormatJSON {
		err = f.Streams.JSON(doc)
	} else {
		showVerified(f.Streams, doc)
	}
	if n := len(doc.Wrong); err == nil && n > 0 {
		err = fault.New(fault.General, "the proof of token %s does not hold in %d points", p.Token.Hex(), n)
	}
	return err
}

func verifyHolder(doc *VerifyDoc, p *captable.Proof, a common.Address) {
	e, ok := p.Holder(a)
	switch {
	case e == nil:
		doc.Wrong = append(doc.Wrong, "the file has no line of holder "+a.Hex())
	case !ok:
		doc.Wrong = append(doc.Wrong, "the proof of holder "+a.Hex()+" does not lead to the Merkle root")
	}
	if e != nil {
		doc.Holder = &VerifiedHolder{a.Hex(), eth.FormatAmount(e.BalanceRaw.Int(), p.Decimals), e.BalanceRaw.String()}
	}
}

// verify derives the table anew, into a database of its own.
func (o *VerifyOptions) verify(ctx context.Context, doc *VerifyDoc, p *captable.Proof) (err error) {
	f := o.Factory
	doc.Wrong = append(doc.Wrong, p.Check()...)
	network, err := f.Network()
	if err != nil {
		return err
	}
	if network.ChainID != p.ChainID {
		return fault.New(fault.Usage, "the proof is of chain %d, and the options name chain %d", p.ChainID, network.ChainID).WithHint("name the proof's network with --network")
	}
	client, err := f.Node(ctx)
	if err != nil {
		return err
	}
	other, err := p.SameBlock(ctx, client)
	if err != nil {
		return err
	}
	if len(other) > 0 {
		doc.Wrong = append(doc.Wrong, other...)
		return nil // another chain tells nothing
	}
	st, err := store.OpenScratch(ctx, "(scratch)")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	return o.derive(ctx, doc, p, client, st)
}

func (o *VerifyOptions) derive(ctx context.Context, doc *VerifyDoc, p *captable.Proof, client *node.Client, st *store.Store) error {
	options := scan.Options{Tokens: []common.Address{p.Token}, End: &p.Block, Reconcile: true,
		// Only where the node can't tell where the token was created is the proof's word taken.
		Created: func(context.Context, common.Address) (*uint64, error) { return &p.FirstBlock, nil }}
	if !p.Complete {
		options.Start = &p.FirstBlock
	}
	o.Factory.Streams.Infof("Reading the events of token %s up to block %d.", p.Token.Hex(), p.Block)
	results, scanErr := scan.New(st, client, p.ChainID, scan.Finality{}).Run(ctx, options)
	// Differences between contract and events are an error of the scan, and one finding of ours.
	if scanErr != nil && (len(results) != 1 || results[0].Check.Outcome != captable.Differs) {
		return scanErr
	}
	r := results[0]
	if r.Hash != p.BlockHash {
		return fault.New(fault.Node, "block %d has changed while it was read", p.Block).WithHint("run the command again")
	}
	var book *captable.Book
	err := captable.Snapshot(ctx, st, func(q captable.Querier) (err error) {
		book, err = captable.ReadToken(ctx, q, p.ChainID, p.Token, p.Block)
		return err
	})
	if err != nil {
		return err
	}
	doc.Derived, doc.Transfers, doc.Contract = true, book.Transfers, r.Check.Outcome
	doc.Difference = p.Against(book)
	if n := len(doc.Difference); n > 0 {
		doc.Wrong = append(doc.Wrong, fmt.Sprintf("%d balances are not what the node's events add up to", n))
	}
	if n := len(r.Check.Differences); n > 0 {
		doc.Wrong = append(doc.Wrong, fmt.Sprintf("%d figures of the contract at block %d differ from what its events add up to", n, p.Block))
	}
	return nil
}

// listedDifferences bounds what is listed for people.
const listedDifferences = 20

func showVerified(s *term.Streams, d *VerifyDoc) {
	headLine(s, "Token", d.Token)
	headLine(s, "Block", strconv.FormatUint(d.Block, 10)+", "+d.BlockHash)
	headLine(s, "Merkle root", d.MerkleRoot)
	headLine(s, "Holders", strconv.Itoa(d.Holders))
	if d.Holder != nil {
		headLine(s, "Holder", d.Holder.Address)
		headLine(s, "Balance", d.Holder.Balance)
	}
	if d.Derived {
		headLine(s, "Derived anew", "from "+strconv.Itoa(d.Transfers)+" transfers")
		headLine(s, "The contract", map[captable.Reconciled]string{captable.Agreed: "has the same balances at that block",
			captable.Differs: "has other balances at that block", captable.NotTried: "was not asked: the node keeps no state of that block"}[d.Contract])
	}
	if !d.Complete {
		headLine(s, "Partial", "the proof begins after the token may have had transfers")
	}
	for i, x := range d.Difference {
		if i == listedDifferences {
			s.Printf("and %d more", len(d.Difference)-i)
			break
		}
		told := "nothing"
		if x.Contract != nil {
			told = x.Contract.String()
		}
		s.Printf("%s: the node's events give %s raw units, the proof tells %s", x.Address.Hex(), x.Accounted, told)
	}
	for _, w := range d.Wrong {
		s.Printf("WRONG: %s", w)
	}
	if len(d.Wrong) == 0 && d.Holder != nil {
		s.Printf("The line leads to the Merkle root. Compare the root with the one that was published.")
	} else if len(d.Wrong) == 0 {
		s.Printf("All of the proof holds.")
	}
}
