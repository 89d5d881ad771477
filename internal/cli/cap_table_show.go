package cli

import (
	"fmt"
	"strconv"
	"time"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/term"
)

// headLine writes one line above a table.
func headLine(s *term.Streams, name, value string) { s.Printf("%-18s %s", name+":", value) }

func warnAll(s *term.Streams, notes []string) {
	for _, note := range notes {
		s.Warnf("%s", note)
	}
}

func showCapTable(s *term.Streams, t *captable.Table, accuracy uint8) {
	headLine(s, "Token", t.Token.Hex())
	headLine(s, "Name", t.Name)
	headLine(s, "Symbol", t.Symbol)
	headLine(s, "Total supply", eth.FormatRounded(t.TotalSupplyRaw.Int(), t.Decimals, accuracy))
	headLine(s, "Accounted supply", eth.FormatRounded(t.AccountedSupplyRaw.Int(), t.Decimals, accuracy))
	for _, m := range t.Marked {
		headLine(s, "Of that "+m.Mark, fmt.Sprintf("%s, %s %%", eth.FormatRounded(m.BalanceRaw.Int(), t.Decimals, accuracy), m.Percent))
	}
	headLine(s, "Holders", strconv.Itoa(t.Holders))
	showMoment(s, "As of", &t.AsOf)
	showScanned(s, &t.LastScan, t.FirstBlock, t.Complete)
	last := "none"
	if t.LastTransfer != nil {
		last = t.LastTransfer.Format(time.RFC3339)
	}
	headLine(s, "Last transfer", last)
	s.Table(term.Table{Header: t.Columns(), Rows: t.Cells(), RightAlign: t.RightAligned()})
	warnAll(s, t.Notes)
}

// showMoment writes block, time, finality and hash of a moment.
func showMoment(s *term.Streams, name string, a *captable.AsOf) {
	text := "block " + strconv.FormatUint(a.Block, 10)
	if a.Time != nil {
		text += ", " + a.Time.Format(time.RFC3339)
	}
	if a.Time != nil && a.BlockTime != nil && !a.Time.Equal(*a.BlockTime) {
		text += " (the block is of " + a.BlockTime.Format(time.RFC3339) + ")"
	}
	if a.Final {
		text += ", final"
	} else {
		text += ", not final when it was scanned"
	}
	headLine(s, name, text)
	hash := "not known"
	if a.Hash != nil {
		hash = a.Hash.Hex()
	}
	headLine(s, "Block hash", hash)
}

// showScanned writes where the scan stands, and how the contract's own figures compare with it.
func showScanned(s *term.Streams, c *captable.Checkpoint, first uint64, complete bool) {
	headLine(s, "Last scan", "block "+strconv.FormatUint(c.Block, 10)+", "+c.Time.Format(time.RFC3339))
	switch c.Reconciled {
	case captable.Agreed:
		headLine(s, "Reconciliation", "all figures of the contract agreed at block "+strconv.FormatUint(c.Block, 10))
	case captable.Differs:
		headLine(s, "Reconciliation", fmt.Sprintf("%d figures of the contract differed at block %d", len(c.Differences), c.Block))
	default:
		headLine(s, "Reconciliation", "not reconciled at block "+strconv.FormatUint(c.Block, 10))
	}
	if !complete {
		headLine(s, "Partial", "the scan began at block "+strconv.FormatUint(first, 10)+", which may be after the token's first transfers")
	}
}

func showComparison(s *term.Streams, c *captable.Comparison, rows term.Table) {
	headLine(s, "Token", c.Token.Hex())
	headLine(s, "Name", c.Name)
	headLine(s, "Symbol", c.Symbol)
	for _, side := range []struct {
		name string
		*captable.Side
	}{{"From", &c.From}, {"To", &c.To}} {
		showMoment(s, side.name, &side.AsOf)
		headLine(s, "Total supply", side.TotalSupply)
		headLine(s, "Holders", strconv.Itoa(side.Holders))
	}
	showScanned(s, &c.LastScan, c.FirstBlock, c.Complete)
	headLine(s, "Changes", fmt.Sprintf("%d joined, %d left, %d gained, %d lost", c.Joined, c.Left, c.Gained, c.Lost))
	s.Table(rows)
	warnAll(s, c.Notes)
}
