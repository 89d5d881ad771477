package outbox

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"gorm.io/gorm"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/store"
)

// Filter chooses transactions of this chain, of all accounts. A field that is not set chooses all.
type Filter struct {
	Status     []string        // any of StatusWords
	Kinds      []string        // any of these
	Sender     *common.Address // the account
	Token      *common.Address // the contract that is called, made or whose shares are paid
	ExternalID string          // pays this one
	RequestID  string
	Since      time.Time // prepared then or later
	Limit      int       // at most so many, the latest; 0: all
}

// minedAs begins a condition on what was mined for a row that is not final yet; it wants the rest and two brackets.
const minedAs = `(state = 'mined' AND EXISTS (SELECT 1 FROM receipt r JOIN attempt a ON a.id = r.attempt_id
	WHERE r.intent_id = intent.id AND r.orphaned_at IS NULL AND `

// statusWhere is the condition for a word of StatusWords, with its arguments.
func statusWhere(word string) (string, []any) {
	switch word {
	case "waiting":
		return "state IN ('draft','signed')", nil
	case "broadcasted":
		return "state = 'pending'", nil
	case "success":
		return "state = 'final' OR " + minedAs + "a.kind <> 'cancel' AND r.status = 1))", nil
	case "failed":
		return "state = 'reverted' OR " + minedAs + "a.kind <> 'cancel' AND r.status = 0))", nil
	case "cancelled":
		return "state = 'cancelled' OR " + minedAs + "a.kind = 'cancel'))", nil
	default:
		return "state = ?", []any{word}
	}
}

// StatusWords returns what Filter.Status takes: the words of the transaction table, then the states as they are stored.
func StatusWords() []string {
	return []string{"waiting", "broadcasted", "success", "failed", "cancelled", "superseded", "unclear", "void",
		string(store.Draft), string(store.Signed), string(store.PendingTx), string(store.Mined), string(store.Final), string(store.Reverted)}
}

// List returns the transactions that a filter chooses, the oldest first, and how many there are without its limit.
// Their intents come without call data.
func (o *Outbox) List(ctx context.Context, f Filter) (lines []Line, total int64, err error) {
	q, err := o.filtered(ctx, f)
	if err != nil {
		return nil, 0, err
	}
	if err := q.Count(&total).Error; err != nil {
		return nil, 0, err
	}
	if q, err = o.filtered(ctx, f); err != nil {
		return nil, 0, err
	}
	q = q.Order("id DESC")
	if f.Limit > 0 {
		q = q.Limit(f.Limit)
	}
	var ids []int64
	if err := q.Pluck("id", &ids).Error; err != nil {
		return nil, 0, err
	}
	slices.Reverse(ids)
	lines, err = o.linesByID(ctx, ids)
	return lines, total, err
}

func (o *Outbox) filtered(ctx context.Context, f Filter) (*gorm.DB, error) {
	q := o.Store.DB().WithContext(ctx).Model(&store.Intent{}).Where("chain_id = ?", o.ChainID)
	if len(f.Status) > 0 {
		var either []string
		var args []any
		for _, word := range f.Status {
			where, more := statusWhere(word)
			either, args = append(either, where), append(args, more...)
		}
		q = q.Where("("+strings.Join(either, " OR ")+")", args...)
	}
	if len(f.Kinds) > 0 {
		q = q.Where("kind IN ?", f.Kinds)
	}
	if f.Sender != nil {
		q = q.Where("sender = ?", eth.Lower(*f.Sender))
	}
	if f.Token != nil {
		token := eth.Lower(*f.Token)
		q = q.Where(`(to_addr = ? OR creates = ? OR EXISTS (SELECT 1 FROM distribution_row d WHERE d.intent_id = intent.id AND d.token = ?))`, token, token, token)
	}
	if f.ExternalID != "" {
		names, err := o.idNames(ctx, f.ExternalID)
		if err != nil {
			return q, err
		}
		q = q.Where(`EXISTS (SELECT 1 FROM distribution_row d WHERE d.intent_id = intent.id AND d.external_id IN ?)`, names)
	}
	if f.RequestID != "" {
		q = q.Where("request_id = ?", f.RequestID)
	}
	if !f.Since.IsZero() {
		q = q.Where("created_at >= ?", store.Micros(f.Since))
	}
	return q, nil
}

// Kinds returns the kinds of transactions that the database holds on this chain, sorted.
func (o *Outbox) Kinds(ctx context.Context) ([]string, error) {
	var kinds []string
	err := o.Store.DB().WithContext(ctx).Model(&store.Intent{}).Where("chain_id = ?", o.ChainID).Distinct().Order("kind").Pluck("kind", &kinds).Error
	return kinds, err
}

// Match is a transaction that a name stands for.
type Match struct {
	Line
	By    string          // "id", "hash" or "external id"
	Token *common.Address // of an external id
}

// Named returns the transactions that a name stands for, each once, by id: the database's id (7 or id:7, of any chain), the
// hash of an attempt, or an external id, each on this chain. An external id stands, for each token, for the transaction
// that counts: neither withdrawn nor reissued, if there is one. Where a token is given, a name is an external id of it.
func (o *Outbox) Named(ctx context.Context, name string, token *common.Address) ([]Match, error) {
	var found []Match
	if token == nil {
		byID, err := o.namedByID(ctx, name)
		if err != nil {
			return nil, err
		}
		byHash, err := o.namedByHash(ctx, name)
		if err != nil {
			return nil, err
		}
		found = append(byID, byHash...)
	}
	paid, err := o.namedByExternalID(ctx, name, token)
	if err != nil {
		return nil, err
	}
	found = append(found, paid...)
	slices.SortStableFunc(found, func(a, b Match) int { return cmp.Compare(a.Intent.ID, b.Intent.ID) })
	found = slices.CompactFunc(found, func(a, b Match) bool { return a.Intent.ID == b.Intent.ID })
	rows := make([]store.Intent, len(found))
	for n := range found {
		rows[n] = found[n].Intent
	}
	lines, err := o.Lines(ctx, rows)
	for n := range lines {
		found[n].Line = lines[n]
	}
	return found, err
}

func (o *Outbox) namedByID(ctx context.Context, name string) ([]Match, error) {
	if id, err := strconv.ParseInt(strings.TrimPrefix(name, "id:"), 10, 64); err == nil && id > 0 {
		return o.matches(ctx, "id", "id = ?", id)
	}
	return nil, nil
}

func (o *Outbox) namedByHash(ctx context.Context, name string) ([]Match, error) {
	hash := strings.ToLower(name)
	if len(hash) != 66 || !strings.HasPrefix(hash, "0x") {
		return nil, nil
	}
	return o.matches(ctx, "hash", "chain_id = ? AND id IN (SELECT intent_id FROM attempt WHERE hash = ?)", o.ChainID, hash)
}

func (o *Outbox) matches(ctx context.Context, by, where string, args ...any) ([]Match, error) {
	var rows []store.Intent
	if err := o.Store.DB().WithContext(ctx).Order("id").Find(&rows, append([]any{where}, args...)...).Error; err != nil {
		return nil, err
	}
	out := make([]Match, len(rows))
	for n := range rows {
		out[n] = Match{Line: Line{Intent: rows[n]}, By: by}
	}
	return out, nil
}

func (o *Outbox) namedByExternalID(ctx context.Context, name string, token *common.Address) ([]Match, error) {
	names, err := o.idNames(ctx, name)
	if err != nil {
		return nil, err
	}
	q := o.Store.DB().WithContext(ctx).Table("distribution_row d").Joins("JOIN intent i ON i.id = d.intent_id").
		Select(`d.token, d.intent_id, i.state <> 'void' AND NOT EXISTS (SELECT 1 FROM intent n WHERE n.reissue_of = i.id AND n.state <> 'void') AS counts`).
		Where("d.chain_id = ? AND d.external_id IN ?", o.ChainID, names).Order("i.id")
	if token != nil {
		q = q.Where("d.token = ?", eth.Lower(*token))
	}
	var rows []struct {
		Token    string
		IntentID int64
		Counts   bool
	}
	if err := q.Scan(&rows).Error; err != nil {
		return nil, err
	}
	best, counts := map[string]int64{}, map[string]bool{}
	for _, r := range rows { // the latest that counts, else the latest
		if r.Counts || !counts[r.Token] {
			best[r.Token], counts[r.Token] = r.IntentID, r.Counts
		}
	}
	var out []Match
	for t, id := range best {
		m, err := o.matches(ctx, "external id", "id = ?", id)
		if err != nil {
			return nil, err
		}
		a := common.HexToAddress(t)
		for n := range m {
			m[n].Token = &a
		}
		out = append(out, m...)
	}
	return out, nil
}

// NeedWithdrawn returns what waits to be sent and needs one of the named intents, but is none of them.
func (o *Outbox) NeedWithdrawn(ctx context.Context, ids []int64) ([]store.Intent, error) {
	var out []store.Intent
	for part := range slices.Chunk(ids, 5000) {
		var rows []store.Intent
		if err := o.Store.DB().WithContext(ctx).Find(&rows, `state IN ('draft','signed') AND id IN (SELECT intent_id FROM dependency WHERE needs IN ?)
			AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.intent_id = intent.id AND a.kind = 'cancel' AND a.raw IS NOT NULL)`, part).Error; err != nil {
			return nil, err
		}
		out = append(out, rows...)
	}
	out = slices.DeleteFunc(out, func(i store.Intent) bool { return slices.Contains(ids, i.ID) })
	slices.SortFunc(out, func(a, b store.Intent) int { return cmp.Compare(a.ID, b.ID) })
	return slices.CompactFunc(out, func(a, b store.Intent) bool { return a.ID == b.ID }), nil
}

// Record is all that the database knows of one transaction.
type Record struct {
	Line
	Request  store.Request
	Needs    []Line // must be mined, and well, before it may be sent
	NeededBy []Line
	Rows     []store.DistributionRow // in the order in which they ride in it
	Attempts []store.Attempt         // the oldest first, without their bytes
	Receipts []store.Receipt         // the oldest first, of blocks that the chain took back too
	Reissues []Line                  // itself, what it does anew and what does it anew, the oldest first; nil: it stands alone
	Events   []store.Event           // the history, the oldest first
	Seen     *store.Mark             // the highest blocks seen of the chain; nil: none yet
}

// Record returns what the database knows of an intent of this chain, nil where there is none.
func (o *Outbox) Record(ctx context.Context, id int64) (*Record, error) {
	db := o.Store.DB().WithContext(ctx)
	var i store.Intent
	if err := db.Limit(1).Find(&i, "id = ? AND chain_id = ?", id, o.ChainID).Error; err != nil || i.ID == 0 {
		return nil, err
	}
	lines, err := o.Lines(ctx, []store.Intent{i})
	if err != nil {
		return nil, err
	}
	r := &Record{Line: lines[0]}
	var marks []store.Mark
	for _, err := range []error{
		db.Limit(1).Find(&r.Request, "id = ?", i.RequestID).Error,
		db.Order("position").Find(&r.Rows, "intent_id = ?", id).Error,
		db.Order("id").Omit("raw").Find(&r.Attempts, "intent_id = ?", id).Error,
		db.Order("seen_at").Find(&r.Receipts, "intent_id = ?", id).Error,
		db.Order("id").Find(&r.Events, "intent_id = ?", id).Error,
		db.Limit(1).Find(&marks, "chain_id = ?", o.ChainID).Error,
	} {
		if err != nil {
			return nil, err
		}
	}
	if len(marks) > 0 {
		r.Seen = &marks[0]
	}
	if r.Needs, err = o.linesWhere(ctx, "id IN (SELECT needs FROM dependency WHERE intent_id = ?)", id); err != nil {
		return nil, err
	}
	if r.NeededBy, err = o.linesWhere(ctx, "id IN (SELECT intent_id FROM dependency WHERE needs = ?)", id); err != nil {
		return nil, err
	}
	r.Reissues, err = o.linesWhere(ctx, `id IN (WITH RECURSIVE older (id, of) AS (SELECT id, reissue_of FROM intent WHERE id = ?
		UNION SELECT p.id, p.reissue_of FROM intent p JOIN older ON p.id = older.of), newer (id) AS (SELECT id FROM older
		UNION SELECT n.id FROM intent n JOIN newer ON n.reissue_of = newer.id) SELECT id FROM newer)`, id)
	if len(r.Reissues) == 1 {
		r.Reissues = nil
	}
	return r, err
}

func (o *Outbox) linesWhere(ctx context.Context, where string, args ...any) ([]Line, error) {
	var rows []store.Intent
	if err := o.Store.DB().WithContext(ctx).Order("id").Find(&rows, append([]any{where}, args...)...).Error; err != nil {
		return nil, err
	}
	return o.Lines(ctx, rows)
}
