package cli

import (
	"context"

	"github.com/sto-project/sto/internal/distribution"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/term"
)

// DistributionDoc is what distribute-single and distribute-multiple print with --output json. It holds no personal data.
type DistributionDoc struct {
	Token    string               `json:"token"`
	Symbol   string               `json:"symbol"`
	New      int                  `json:"new"` // rows that this run prepared
	Old      int                  `json:"old"` // rows that were prepared or paid before
	Rows     []DistributionRowDoc `json:"rows"`
	Prepared PreparedDoc          `json:"prepared"`
}

// DistributionRowDoc is what became of one row. Its fields in this order are the columns of --output csv too.
type DistributionRowDoc struct {
	ExternalID    string `json:"external_id"`
	Address       string `json:"address"`
	Amount        string `json:"amount"`
	State         string `json:"state"`                    // new, recorded (in the database before) or paid (found on the chain)
	TransactionID int64  `json:"transaction_id,omitempty"` // of the database
	TXID          string `json:"txid,omitempty"`           // where it was found on the chain
}

// distribute prepares the payment of rows and tells what became of them.
func distribute(ctx context.Context, f *Factory, p distribution.Params) error {
	bundle, err := f.Bundle()
	if err != nil {
		return err
	}
	o, err := f.Outbox(ctx)
	if err != nil {
		return err
	}
	var bar *term.Progress
	p.Progress = func(done, total uint64) {
		if bar == nil {
			bar = f.Streams.Progress("Looking for earlier payments", int64(total))
		}
		bar.Set(int64(done))
	}
	result, err := distribution.New(o, bundle).Distribute(ctx, p)
	if bar != nil {
		bar.Done()
	}
	if err != nil {
		return err
	}
	for _, w := range result.Warnings {
		f.Streams.Warnf("%s", w)
	}
	switch f.Options().Output {
	case term.FormatJSON:
		prepared, err := preparedDoc(ctx, o, result.Prepared)
		if err != nil {
			return err
		}
		return f.Streams.JSON(DistributionDoc{
			Token: p.Token.Hex(), Symbol: result.Symbol, New: result.New, Old: result.Old, Rows: distributionRows(result), Prepared: prepared,
		})
	case term.FormatCSV:
		return f.Streams.CSV(distributionTable(result))
	default:
		showDistribution(f.Streams, p, result)
		return nil
	}
}

func distributionRows(r *distribution.Result) []DistributionRowDoc {
	rows := make([]DistributionRowDoc, len(r.Rows))
	for i, o := range r.Rows {
		rows[i] = DistributionRowDoc{
			ExternalID: o.Row.ExternalID, Address: o.Row.To.Hex(), Amount: eth.FormatAmount(o.Raw, r.Decimals), State: string(o.State),
			TransactionID: o.IntentID, TXID: o.TxHash,
		}
	}
	return rows
}

func distributionTable(r *distribution.Result) term.Table {
	t := term.Table{Header: []string{"external_id", "address", "amount", "state", "txid"}}
	for _, row := range distributionRows(r) {
		t.Rows = append(t.Rows, []string{row.ExternalID, row.Address, row.Amount, row.State, row.TXID})
	}
	return t
}

// maxShown is how many prepared transactions are shown as a table; a file may hold thousands.
const maxShown = 50

func showDistribution(s *term.Streams, p distribution.Params, r *distribution.Result) {
	onChain := 0
	for _, o := range r.Rows {
		if o.State != distribution.StateOnChain {
			continue
		}
		if onChain++; onChain <= maxShown {
			s.Infof("%s was paid before by %s, which this database does not know", o.Row.ExternalID, o.TxHash)
		}
	}
	if onChain > maxShown {
		s.Infof("%d more were paid before by transactions that this database does not know; --output json lists all", onChain-maxShown)
	}
	if p.Command == "distribute-single" && r.New == 0 {
		s.Printf("The external id %s was used for this token before; nothing is prepared.", p.Rows[0].ExternalID)
		return
	}
	if len(r.Prepared.New) > maxShown && !r.Prepared.DryRun {
		s.Infof("The first %d of %d transactions:", maxShown, len(r.Prepared.New))
		s.Table(transactionTable(linesOf(r.Prepared.New[:maxShown])))
		showCost(s, r.Prepared)
	} else {
		showPrepared(s, r.Prepared)
	}
	s.Printf("Distribution created %d new transactions and there was already %d old transactions in the database", created(r.Prepared), r.Old)
}

// created is how many transactions were stored: none in a dry run.
func created(p *outbox.Prepared) int {
	if p.DryRun {
		return 0
	}
	return len(p.New)
}
