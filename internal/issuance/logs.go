package issuance

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
)

// Log is a past issuance.
type Log struct {
	RequestID   string
	CreatedAt   int64 // UTC microseconds
	Sender      string
	Symbol      string
	Name        string
	URL         string
	Amount      string          // whole shares
	Restriction string          // Unrestricted or Restricted
	Token       *common.Address // nil: its deployment was withdrawn
	Policy      *common.Address // the KYC registry; nil: unrestricted
	Lines       []outbox.Line   // its transactions in nonce order, the newest reissue of each
}

// Logs returns all issuances of this database on this chain, oldest first. It asks no node.
func Logs(ctx context.Context, o *outbox.Outbox) ([]Log, error) {
	db := o.Store.DB().WithContext(ctx)
	var requests []store.Request
	if err := db.Order("created_at, id").Find(&requests, "chain_id = ? AND command = ?", o.ChainID, command).Error; err != nil {
		return nil, err
	}
	logs := make([]Log, 0, len(requests))
	for _, r := range requests {
		var l logged
		if err := json.Unmarshal([]byte(r.Params), &l); err != nil {
			return nil, fmt.Errorf("request %s holds no issuance: %w", r.ID, err)
		}
		out := Log{RequestID: r.ID, CreatedAt: r.CreatedAt, Sender: r.Sender, Symbol: l.Symbol, Name: l.Name, URL: l.URL,
			Amount: l.Amount, Restriction: l.Restriction}
		if l.Registry != "" {
			a := common.HexToAddress(l.Registry)
			out.Policy = &a
		}
		// Of each transaction the last reissue that was not withdrawn, or itself.
		var rows []store.Intent
		if err := db.Raw(`WITH RECURSIVE chain (id) AS (
				SELECT id FROM intent WHERE request_id = ?
				UNION SELECT r.id FROM intent r JOIN chain c ON r.reissue_of = c.id WHERE r.state <> 'void')
			SELECT i.* FROM intent i JOIN chain c ON c.id = i.id
			WHERE NOT EXISTS (SELECT 1 FROM intent r WHERE r.reissue_of = i.id AND r.state <> 'void') ORDER BY i.nonce`,
			r.ID).Scan(&rows).Error; err != nil {
			return nil, err
		}
		for _, i := range rows {
			if token, ok := madeBy(i); ok && i.State != store.Void {
				out.Token = &token
			}
		}
		var err error
		if out.Lines, err = o.Lines(ctx, rows); err != nil {
			return nil, err
		}
		logs = append(logs, out)
	}
	return logs, nil
}
