package outbox

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/eth"
)

// idNames returns the names under which an external id may be recorded: its own and, for the tokens of which payments were
// adopted from the chain, that of its tag.
func (o *Outbox) idNames(ctx context.Context, externalID string) ([]string, error) {
	var tokens []string
	if err := o.Store.DB().WithContext(ctx).Raw(`SELECT DISTINCT token FROM distribution_row WHERE chain_id = ? AND external_id >= 'tag:' AND external_id < 'tag;'`,
		o.ChainID).Scan(&tokens).Error; err != nil {
		return nil, err
	}
	names := []string{externalID}
	for _, t := range tokens {
		names = append(names, eth.TagOf(o.ChainID, common.HexToAddress(t), externalID).Name())
	}
	return names, nil
}
