package cli

import (
	"strconv"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/scan"
	"github.com/sto-project/sto/internal/term"
)

func scanDoc(r *scan.Result) ScanDoc {
	d := ScanDoc{
		Token: r.Token.Address.Hex(), Name: r.Token.Name, Symbol: r.Token.Symbol, Decimals: r.Token.Decimals, FirstBlock: r.Token.FirstBlock,
		Complete: r.Token.Complete, Blocks: r.Blocks, Transfers: r.Transfers, Updated: r.Updated, ScannedTo: r.ScannedTo.Block,
		ScannedTime: blockTime(r.ScannedTo.Time), ScannedHash: r.Hash.Hex(), FinalTo: r.FinalTo, Holders: r.Holders,
		Reconciled: r.Check.Outcome, Why: term.Safe(r.Check.Why), Differences: append([]captable.Difference{}, r.Check.Differences...),
	}
	if r.Supply != nil {
		d.SupplyRaw = r.Supply.String()
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
	s.Printf("Scanned %s (%s) up to block %d of %s, %s: %s.", r.Token.Name, r.Token.Symbol, r.ScannedTo.Block, blockTime(r.ScannedTo.Time), final,
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
	switch r.Check.Outcome {
	case captable.Agreed:
		s.Printf("reconciled: %s, 0 differences", plural(r.Holders, "holder"))
	case captable.Differs:
		s.Printf("not in agreement with the contract: %s", plural(len(r.Check.Differences), "difference"))
		t := term.Table{Header: []string{"Address", "By events (raw)", "By contract (raw)"}, RightAlign: []int{1, 2}}
		for _, d := range r.Check.Differences {
			own := "no answer"
			if d.Contract != nil {
				own = d.Contract.String()
			}
			who := d.Address.Hex()
			if d.Address == (common.Address{}) {
				who = "total supply"
			}
			t.Rows = append(t.Rows, []string{who, d.Accounted.String(), own})
		}
		s.Table(t)
	default:
		s.Printf("not reconciled: %s", r.Check.Why)
	}
}

// blockTime is the time of a block (Unix seconds) in UTC.
func blockTime(unix uint64) string { return time.Unix(int64(unix), 0).UTC().Format(time.RFC3339) }
