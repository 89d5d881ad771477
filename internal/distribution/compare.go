package distribution

import (
	"context"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
)

// record is a payment that the database holds under an external id.
type record struct {
	ExternalID string
	ToAddr     string
	Raw        []byte
	ID         int64 // of its intent
	Nonce      uint64
	State      store.State
	Undone     bool // it was mined without effect: reverted, or another transaction took its place
	Withdrawn  bool // an empty transaction goes in its place
}

// compare sorts the rows into those that are paid or on their way, and those to pay.
func (j *job) compare(ctx context.Context) error {
	ids := make([]string, len(j.payments))
	for i := range j.payments {
		ids[i] = j.payments[i].ExternalID
	}
	records, err := j.records(ctx, ids)
	if err != nil {
		return err
	}
	paid, err := j.past.Find(ctx, ids)
	if err != nil {
		return err
	}
	clash := problems{class: fault.Conflict, hint: "an external id stands for one payment for ever: give a different payment an id of its own"}
	failed := problems{class: fault.Refused, hint: "run sto tx-reissue with these ids once sto tx-update has settled them, then this command again"}
	onItsWay := j.past.OnItsWay(ids)
	flying := problems{class: fault.Conflict, hint: waitHint}
	j.outcomes = make([]Outcome, len(j.payments))
	for i := range j.payments {
		p := &j.payments[i]
		j.outcomes[i] = Outcome{Row: p.Row, Raw: p.raw, State: StateNew}
		r, recorded := records[p.ExternalID]
		if recorded {
			to, raw, err := r.payment()
			if err != nil {
				return err
			}
			if column := p.differs(to, raw); column != "" {
				clash.add(j.at(i, column), "external id %s is recorded with %s to %s (transaction %d of the database), not %s to %s",
					quote(p.ExternalID), j.amount(raw), to.Hex(), r.ID, j.amount(p.raw), p.To.Hex())
				continue
			}
			if !r.failed() {
				j.outcomes[i].State, j.outcomes[i].IntentID = StateRecorded, r.ID
				continue
			}
		}
		found := paid[p.ExternalID]
		if n := slices.IndexFunc(found, func(f Paid) bool { return p.differs(f.To, f.Raw) == "" }); n >= 0 {
			j.outcomes[i].State, j.outcomes[i].TxHash = StateOnChain, found[n].TxHash
			continue
		}
		switch {
		case len(found) > 0:
			f := found[0]
			clash.add(j.at(i, p.differs(f.To, f.Raw)), "external id %s was paid on the chain with %s to %s (transaction %s in block %d), not %s to %s",
				quote(p.ExternalID), j.amount(f.Raw), f.To.Hex(), f.TxHash, f.Block, j.amount(p.raw), p.To.Hex())
		case onItsWay[p.ExternalID] != "":
			flying.add(j.at(i, colExternalID), "external id %s is on its way already, by transaction %s, which this database does not know",
				quote(p.ExternalID), onItsWay[p.ExternalID])
		case recorded:
			failed.add(j.at(i, colExternalID), "the payment of external id %s was prepared before as transaction %d (nonce %d), which is %s",
				quote(p.ExternalID), r.ID, r.Nonce, r.words())
		default:
			j.fresh = append(j.fresh, i)
		}
	}
	for _, p := range []*problems{&clash, &flying} {
		if err := p.err(); err != nil {
			return err
		}
	}
	return failed.err()
}

// differs names the column in which a payment differs from the row, or "".
func (p *payment) differs(to common.Address, raw *big.Int) string {
	switch {
	case to != p.To:
		return colAddress
	case raw.Cmp(p.raw) != 0:
		return colAmount
	}
	return ""
}

func (r *record) payment() (common.Address, *big.Int, error) {
	raw, err := eth.DecodeRaw(r.Raw)
	if err != nil {
		return common.Address{}, nil, fmt.Errorf("recorded payment %s of transaction %d: %w", quote(r.ExternalID), r.ID, err)
	}
	return common.HexToAddress(r.ToAddr), raw, nil
}

func (r *record) failed() bool {
	return r.State.Failed() || r.State == store.Unclear || r.Undone || r.withdrawn()
}

func (r *record) withdrawn() bool { return r.Withdrawn && r.State.Unsettled() }

func (r *record) words() string {
	if r.Undone && r.State == store.Mined {
		return "mined without effect, and not final yet"
	}
	if r.withdrawn() {
		return "withdrawn: an empty transaction goes in its place"
	}
	return string(r.State)
}

// recordsAtOnce is how many external ids are looked up by one query.
const recordsAtOnce = 500

// records returns what the database holds of the external ids, of each its newest reissue.
func (j *job) records(ctx context.Context, ids []string) (map[string]record, error) {
	out := map[string]record{}
	db := j.box.Store.DB().WithContext(ctx)
	byTag, names, err := j.tagNames(ctx, ids)
	if err != nil {
		return nil, err
	}
	for part := range slices.Chunk(names, recordsAtOnce) {
		var rows []record
		if err := db.Raw(`SELECT d.external_id, d.to_addr, d.raw, i.id, i.nonce, i.state,
			coalesce(r.status = 0 OR a.kind = 'cancel', 0) AS undone,
			`+outbox.IsWithdrawn+` AS withdrawn
			FROM distribution_row d JOIN intent i ON i.id = d.intent_id
			LEFT JOIN receipt r ON r.intent_id = i.id AND r.orphaned_at IS NULL LEFT JOIN attempt a ON a.id = r.attempt_id
			WHERE d.chain_id = ? AND d.token = ? AND d.external_id IN ? AND i.state <> 'void'
			AND NOT EXISTS (SELECT 1 FROM intent n WHERE n.reissue_of = i.id AND n.state <> 'void')`,
			j.box.ChainID, eth.Lower(j.Token), part).Scan(&rows).Error; err != nil {
			return nil, err
		}
		for _, r := range rows {
			id := r.ExternalID
			if name, ok := byTag[id]; ok {
				id, r.ExternalID = name, name
			}
			if have, twice := out[id]; !twice || have.failed() {
				out[id] = r
			}
		}
	}
	return out, nil
}

// tagNames returns the names under which the external ids may be recorded: their own and, where transactions were adopted
// from the chain, those of their tags, with a map from these to the ids.
func (j *job) tagNames(ctx context.Context, ids []string) (map[string]string, []string, error) {
	var adopted bool
	if err := j.box.Store.SQL().QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM distribution_row WHERE chain_id = ? AND token = ?
		AND external_id >= 'tag:' AND external_id < 'tag;')`, j.box.ChainID, eth.Lower(j.Token)).Scan(&adopted); err != nil || !adopted {
		return nil, ids, err
	}
	byTag, names := make(map[string]string, len(ids)), slices.Clone(ids)
	for _, id := range ids {
		tag := eth.TagOf(j.box.ChainID, j.Token, id).Name()
		byTag[tag] = id
		names = append(names, tag)
	}
	return byTag, names, nil
}

// amount is a number of shares with the token's symbol.
func (j *job) amount(raw *big.Int) string {
	return eth.FormatAmount(raw, j.token.decimals) + " " + j.token.symbol
}
