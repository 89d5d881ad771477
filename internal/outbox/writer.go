package outbox

import (
	"context"
	"database/sql"
	"strings"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/store"
)

// writer stores calls: ten thousand rows in one transaction are its usual work. It gathers rows and stores several by one
// statement, which takes less than half the time of one by one; flush stores the rest.
type writer struct {
	intents, attempts, rows, needs *inserter
}

func newWriter(ctx context.Context, tx *sql.Tx) *writer {
	of := func(table string, columns ...string) *inserter {
		return &inserter{ctx: ctx, tx: tx, into: table + " (" + strings.Join(columns, ", ") + ")", width: len(columns)}
	}
	return &writer{
		intents: of("intent", "id", "chain_id", "sender", "nonce", "request_id", "kind", "idem_key", "payload_sha256", "to_addr", "creates", "value",
			"data", "gas", "note", "created_at", "reissue_of", "state", "changed_at"),
		attempts: of("attempt", "intent_id", "hash", "kind", "raw", "tip", "fee_cap", "signed_at"),
		rows:     of("distribution_row", "chain_id", "token", "external_id", "intent_id", "position", "to_addr", "raw"),
		needs:    of("dependency", "intent_id", "needs"),
	}
}

// flush stores what is gathered, in the order in which rows refer to each other.
func (w *writer) flush() error {
	for _, i := range []*inserter{w.intents, w.attempts, w.rows, w.needs} {
		if err := i.flush(); err != nil {
			return err
		}
	}
	return nil
}

// call stores one intent with its first attempt, its dependencies and its rows. first is the id of the request's first intent.
func (w *writer) call(i *store.Intent, a *store.Attempt, c *Call, first int64) error {
	w.intents.add(i.ID, i.ChainID, i.Sender, i.Nonce, i.RequestID, i.Kind, i.IdemKey, i.PayloadSHA256, i.ToAddr, i.Creates,
		i.Value, i.Data, i.Gas, i.Note, i.CreatedAt, i.ReissueOf, string(i.State), i.ChangedAt)
	w.attempt(a)
	needs := map[int64]bool{}
	for _, id := range c.After {
		needs[id] = true
	}
	for _, n := range c.AfterCalls {
		needs[first+int64(n)] = true
	}
	for id := range needs {
		w.needs.add(i.ID, id)
	}
	for n, r := range c.Rows {
		w.rows.add(i.ChainID, eth.Lower(r.Token), r.ExternalID, i.ID, n, eth.Lower(r.To), eth.EncodeRaw(r.Raw))
	}
	if w.intents.count < atOnce {
		return nil
	}
	return w.flush()
}

// attempt stores an attempt.
func (w *writer) attempt(a *store.Attempt) {
	w.attempts.add(a.IntentID, a.Hash, a.Kind, a.Raw, a.Tip, a.FeeCap, a.SignedAt)
}

// atOnce is how many rows one statement stores.
const atOnce = 10

// inserter gathers rows of one table.
type inserter struct {
	ctx   context.Context
	tx    *sql.Tx
	into  string
	width int
	args  []any
	count int
	full  *sql.Stmt // stores atOnce rows; the end of the transaction closes it
}

func (i *inserter) add(values ...any) {
	i.args = append(i.args, values...)
	i.count++
}

// flush stores the gathered rows. There may be more than atOnce: those of a batch.
func (i *inserter) flush() (err error) {
	for i.count >= atOnce {
		if i.full == nil {
			if i.full, err = i.tx.PrepareContext(i.ctx, i.statement(atOnce)); err != nil {
				return err
			}
		}
		if _, err := i.full.ExecContext(i.ctx, i.args[:atOnce*i.width]...); err != nil {
			return err
		}
		i.args, i.count = i.args[atOnce*i.width:], i.count-atOnce
	}
	if i.count == 0 {
		i.args = i.args[:0]
		return nil
	}
	_, err = i.tx.ExecContext(i.ctx, i.statement(i.count), i.args...)
	i.args, i.count = i.args[:0], 0
	return err
}

func (i *inserter) statement(rows int) string {
	row := "(" + strings.TrimSuffix(strings.Repeat("?,", i.width), ",") + ")"
	return "INSERT INTO " + i.into + " VALUES " + strings.TrimSuffix(strings.Repeat(row+",", rows), ",")
}
