package cli

import (
	"strconv"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/scan"
	"github.com/sto-project/sto/internal/term"
)

// scanDocs is one document for one token, and a list of them for several.
func scanDocs(results []*scan.Result) any {
	docs := make([]ScanDoc, len(results))
	for i, r := range results {
		docs[i] = scanDoc(r)
	}
	if len(docs) == 1 {
		return docs[0]
	}
	return docs
}

func scanDoc(r *scan.Result) ScanDoc {
	d := ScanDoc{
		Token: r.Token.Address.Hex(), Name: r.Token.Name, Symbol: r.Token.Symbol, Decimals: r.Token.Decimals, FirstBlock: r.Token.FirstBlock,
		Complete: r.Token.Complete, Blocks: r.Blocks, Transfers: r.Transfers, Updated: r.Updated, ScannedTo: r.ScannedTo.Block,
		ScannedTime: blockTime(r.ScannedTo.Time), ScannedHash: r.Hash.Hex(), FinalTo: r.FinalTo, Holders: r.Holders,
		Reconciled: r.Check.Outcome, Why: term.Safe(r.Check.Why), By: r.Check.By, Cause: r.Check.Cause, Differences: append([]captable.Difference{}, r.Check.Differences...),
	}
	if r.Supply != nil {
		d.SupplyRaw = r.Supply.String()
	}
	if r.Check.AtZero != nil {
		d.AtZero = r.Check.AtZero.String()
	}
	if r.Reorg != nil {
		depth := int(r.Reorg.Depth)
		d.Reorg = &depth
	}
	return d
}

func showScan(s *term.Streams, r *scan.Result) {
	final := "none of it final yet"
	if r.FinalTo != nil {
		final = "final up to block " + strconv.FormatUint(*r.FinalTo, 10)
	}
	s.Printf("Scanned %s up to block %d of %s, %s: %s.", called(&r.Token), r.ScannedTo.Block, blockTime(r.ScannedTo.Time), final,
		plural(r.Transfers, "new transfer"))
	if r.Reorg != nil {
		s.Printf("The chain had replaced %d scanned blocks; they were read anew.", r.Reorg.Depth)
	}
	if !r.Token.Complete {
		s.Warnf("the scan began at block %d, after the token's creation: balances may be incomplete", r.Token.FirstBlock)
	}
	if r.Ignored > 0 {
		s.Warnf("%s looked like a transfer without its form and stayed out", plural(r.Ignored, "event"))
	}
	s.Printf("Updated %d token holder balances", r.Updated)
	showCheck(s, r)
}

// called is how people call a token.
func called(t *scan.Token) string {
	switch {
	case t.Name == "" && t.Symbol == "":
		return "token " + t.Address.Hex() + ", which has no name,"
	case t.Name == "":
		return t.Symbol
	case t.Symbol == "":
		return t.Name
	}
	return t.Name + " (" + t.Symbol + ")"
}

// showCheck prints a reconciliation.
func showCheck(s *term.Streams, r *scan.Result) {
	by := ""
	if r.Check.By != "" {
		by = ", by " + r.Check.By
	}
	switch r.Check.Outcome {
	case captable.Agreed:
		s.Printf("reconciled: %s, 0 differences%s", plural(r.Holders, "holder"), by)
		if r.Check.AtZero != nil {
			s.Printf("the contract keeps %s at the zero address and still counts it in its supply", eth.FormatAmount(r.Check.AtZero, r.Token.Decimals))
		}
	case captable.Differs:
		s.Printf("not in agreement with the contract: %s%s", plural(len(r.Check.Differences), "difference"), by)
		t := term.Table{Header: []string{"Address", "By events (raw)", "By contract (raw)", "Likely cause"}, RightAlign: []int{1, 2}}
		for _, d := range r.Check.Differences[:min(len(r.Check.Differences), shownDifferences)] {
			own := "no answer"
			if d.Contract != nil {
				own = d.Contract.String()
			}
			who := d.Address.Hex()
			if d.Address == (common.Address{}) {
				who = "total supply"
			}
			t.Rows = append(t.Rows, []string{who, d.Accounted.String(), own, d.Cause})
		}
		s.Table(t)
		if n := len(r.Check.Differences) - shownDifferences; n > 0 {
			s.Printf("and %s; --output json lists all", plural(n, "more difference"))
		}
	default:
		s.Printf("not reconciled%s: %s", by, r.Check.Why)
	}
}

// shownDifferences bounds what is printed for people.
const shownDifferences = 200

// blockTime is the time of a block (Unix seconds) in UTC.
func blockTime(unix uint64) string { return time.Unix(int64(unix), 0).UTC().Format(time.RFC3339) }
