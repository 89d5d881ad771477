package distribution

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
)

// Recheck looks at the chain once more before waiting distributions leave for the first time: another copy of the database
// may have paid them since they were prepared. It refuses (fault.Conflict) when one of their external ids is paid already.
// It has the shape of outbox.Config.Recheck.
func Recheck(o *outbox.Outbox) func(ctx context.Context, waiting []store.Intent) error {
	return func(ctx context.Context, waiting []store.Intent) error {
		nonces := map[int64]uint64{}
		var ids []int64
		for _, i := range waiting {
			if i.Kind == outbox.KindTransfer || i.Kind == outbox.KindBatchTransfer {
				nonces[i.ID] = i.Nonce
				ids = append(ids, i.ID)
			}
		}
		byToken := map[string][]store.DistributionRow{}
		for part := range slices.Chunk(ids, 5000) {
			var rows []store.DistributionRow
			if err := o.Store.DB().WithContext(ctx).Find(&rows, "intent_id IN ?", part).Error; err != nil {
				return err
			}
			for _, r := range rows {
				byToken[r.Token] = append(byToken[r.Token], r)
			}
		}
		for token, rows := range byToken {
			if err := recheckToken(ctx, o, common.HexToAddress(token), rows, nonces); err != nil {
				return err
			}
		}
		return nil
	}
}

func recheckToken(ctx context.Context, o *outbox.Outbox, token common.Address, rows []store.DistributionRow, nonces map[int64]uint64) error {
	past, err := New(o, nil).LookBack(ctx, token, nil)
	if err != nil {
		return err
	}
	externalIDs := make([]string, len(rows))
	for n, r := range rows {
		externalIDs[n] = r.ExternalID
	}
	paid, err := past.Find(ctx, externalIDs)
	if err != nil {
		return err
	}
	if len(paid) == 0 {
		return refuseFlying(past.OnItsWay(externalIDs))
	}
	var words []string
	for _, r := range rows {
		if p := paid[r.ExternalID]; len(p) > 0 {
			if len(words) == 5 {
				words = append(words, fmt.Sprintf("%d in all", len(paid)))
				break
			}
			words = append(words, fmt.Sprintf("%s (nonce %d) by transaction %s", quote(r.ExternalID), nonces[r.IntentID], p[0].TxHash))
		}
	}
	return fault.New(fault.Conflict, "external ids that wait to be paid were paid on the chain meanwhile, by another copy of this database: %s", strings.Join(words, "; ")).
		WithHint("nothing was sent; go on with the database that paid them, and use one database for one account")
}
