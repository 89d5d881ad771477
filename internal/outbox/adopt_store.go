package outbox

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/failpoint"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// store records pieces, which follow each other from a.next on, in one transaction.
func (a *adoption) store(ctx context.Context, all []piece) error {
	verdicts := make([]verdict, 0, len(all))
	for n := range all {
		v, err := a.judge(ctx, &all[n], a.open[all[n].nonce])
		if err != nil {
			return err
		}
		if v.wait {
			a.stop, a.out.Left = true, int(a.count-all[n].nonce)
			break
		}
		verdicts = append(verdicts, v)
	}
	all = all[:len(verdicts)]
	if a.DryRun {
		for n := range all {
			if row := a.open[all[n].nonce]; row != nil {
				a.tally(&all[n], &verdicts[n], *row)
				continue
			}
			if _, skip, err := a.known(ctx, a.Store.SQL(), &all[n]); err != nil {
				return err
			} else if !skip {
				a.tally(&all[n], &verdicts[n], a.intent(&all[n], "", nil))
			}
		}
		a.next += uint64(len(all))
		return nil
	}
	rows := make([]store.Intent, len(all))
	held := make([]bool, len(all))
	request := a.req
	failpoint.Here(failpoint.Recalled)
	stored := len(all)
	err := a.Store.SQLTx(ctx, func(tx *sql.Tx) error {
		stored = len(all)
		w := &adopter{adoption: a, recorder: recorder{ctx: ctx, tx: tx, now: a.now(), node: a.Node.URL(), because: "adopted"}, groups: map[*Group]string{}}
		for n := range all {
			var err error
			if row := a.open[all[n].nonce]; row != nil {
				rows[n] = *row
				err = w.settle(&rows[n], &all[n], &verdicts[n])
			} else if held[n], err = w.held(all[n].nonce); err == nil && !held[n] {
				rows[n], err = w.add(ctx, &all[n], &verdicts[n])
			}
			if errors.Is(err, errUnsettled) {
				stored = n
				return nil
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		a.req = request
		if errors.Is(moved(err), errMoved) {
			return fault.New(fault.Conflict, "another process writes transactions of %s at the same time", a.Sender).WithHint("run the command again when it is done")
		}
		return err
	}
	if stored < len(all) {
		a.stop, a.early, a.out.Left = true, true, int(a.count-all[stored].nonce)
		all = all[:stored]
	}
	for n := range all {
		if !held[n] {
			a.tally(&all[n], &verdicts[n], rows[n])
		}
	}
	a.next += uint64(len(all))
	return nil
}

// tally counts what became of a nonce.
func (a *adoption) tally(p *piece, v *verdict, row store.Intent) {
	row.State = v.state
	if _, old := a.open[p.nonce]; old {
		if v.state != store.PendingTx {
			a.out.Settled++
		}
	} else {
		a.out.New++
		a.out.Payments += len(p.reading.Rows)
		switch {
		case v.attempt == nil:
			a.out.Unknown++
		case p.reading.Kind == "":
			a.out.Others++
		}
		if v.state == store.PendingTx {
			a.out.NoReceipt++
		}
	}
	if len(a.out.Lines) == maxAdoptLines {
		return
	}
	l := Line{Intent: row}
	l.Intent.Data = nil
	if v.attempt != nil {
		l.TxHash, l.Cancelled = v.attempt.Hash, v.attempt.Kind == attemptCancel
	}
	if p.receipt != nil {
		l.Block, l.GasUsed = p.receipt.BlockNumber, p.receipt.GasUsed
		if p.receipt.Status == 0 {
			l.Reason = unknownReason
		}
	}
	a.out.Lines = append(a.out.Lines, l)
}

// intent is the row of a nonce that the database does not hold.
func (a *adoption) intent(p *piece, request string, reissue *int64) store.Intent {
	i := store.Intent{ChainID: a.ChainID, Sender: a.sender(), Nonce: p.nonce, RequestID: request, Kind: p.reading.Kind, Value: "0", Data: []byte{},
		Gas: 21_000, Note: p.reading.Note, CreatedAt: a.now(), ChangedAt: a.now(), State: store.Signed, ReissueOf: reissue,
		IdemKey: fmt.Sprintf("adopted/%s/%d", a.sender(), p.nonce)}
	if i.Kind == "" {
		i.Kind, i.Note = KindOther, "another wallet's: "+outline(p)
	}
	if p.sent == nil || p.sent.Tx == nil {
		i.ToAddr = ptr(i.Sender)
		return i
	}
	tx := p.sent.Tx
	i.Value, i.Data = tx.Value().String(), tx.Data()
	if i.Data == nil {
		i.Data = []byte{}
	}
	i.Gas = min(max(tx.Gas(), 21_000), MaxGas) // before EIP-7825 a transaction could hold more; its bytes tell
	if tx.To() != nil {
		i.ToAddr = ptr(eth.Lower(*tx.To()))
	} else {
		i.Creates = ptr(eth.Lower(crypto.CreateAddress(a.Sender, p.nonce)))
	}
	i.Note = term.Safe(i.Note)
	return i
}

// outline says what can be said of a transaction that no domain recognises.
func outline(p *piece) string {
	switch {
	case p.sent == nil:
		return fmt.Sprintf("nonce %d is used without a transaction that the chain shows", p.nonce)
	case p.sent.Tx == nil:
		return "a transaction of a kind that this program does not know"
	}
	tx := p.sent.Tx
	value := ""
	if tx.Value().Sign() > 0 {
		value = " with " + eth.FormatEther(tx.Value()) + " ETH"
	}
	switch {
	case tx.To() == nil:
		return "a contract is created" + value
	case len(tx.Data()) >= 4:
		return fmt.Sprintf("call 0x%x of %s%s", tx.Data()[:4], tx.To().Hex(), value)
	default:
		return "sent to " + tx.To().Hex() + value
	}
}

// querier is a database or a transaction of it.
type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// errUnsettled says that an external id stands in a row of which nobody can say yet whether it pays it.
var errUnsettled = errors.New("the row with the external id is not settled")

// known sorts out the external ids that the database holds as paid already, and finds the failed transaction that this one
// does anew. It reports whether the nonce itself is held. A payment whose row is not settled waits for that (errUnsettled,
// but not under a dry run, which settles nothing): stored without its external id, it could be made once more when the chain
// takes it back.
func (a *adoption) known(ctx context.Context, q querier, p *piece) (reissue *int64, held bool, err error) {
	var n int
	if err := q.QueryRowContext(ctx, `SELECT count(*) FROM intent WHERE chain_id = ? AND sender = ? AND nonce = ? AND state <> 'void'`,
		a.ChainID, a.sender(), p.nonce).Scan(&n); err != nil || n > 0 {
		return nil, n > 0, err
	}
	var rows []Row
	var twice []string
	for _, r := range p.reading.Rows {
		var id int64
		var state store.State
		var own bool
		err := q.QueryRowContext(ctx, `SELECT i.id, i.state, i.sender = ? FROM distribution_row d JOIN intent i ON i.id = d.intent_id
			WHERE d.chain_id = ? AND d.token = ? AND d.external_id = ? AND i.state <> 'void'
			AND NOT EXISTS (SELECT 1 FROM intent n WHERE n.reissue_of = i.id AND n.state <> 'void') ORDER BY i.id DESC LIMIT 1`,
			a.sender(), a.ChainID, eth.Lower(r.Token), r.ExternalID).Scan(&id, &state, &own)
		failed := state.Failed() || state == store.Unclear
		switch {
		case errors.Is(err, sql.ErrNoRows):
			rows = append(rows, r)
		case err != nil:
			return nil, false, err
		case failed && (reissue == nil || *reissue == id):
			reissue = &id
			rows = append(rows, r)
		case !failed && state != store.Final && own && !a.DryRun:
			return nil, false, errUnsettled
		case !failed:
			twice = append(twice, r.ExternalID)
		}
	}
	p.reading.Rows, a.out.Twice = rows, append(a.out.Twice, twice...)
	return reissue, false, nil
}
