package outbox

import (
	"context"
	"fmt"
	"strconv"

	"github.com/sto-project/sto/internal/store"
)

// NaturalKey returns the idempotency key for a wish that has no id of its own, and the intent that stands for it, if any.
// base names the wish; how often it was wished before makes the key. With again, the key is a new one.
func (o *Outbox) NaturalKey(ctx context.Context, base string, again bool) (string, *store.Intent, error) {
	var rows []store.Intent
	if err := o.Store.DB().WithContext(ctx).Order("id").
		Find(&rows, "chain_id = ? AND idem_key >= ? AND idem_key < ? AND state <> 'void'", o.ChainID, base+"#", base+"$").Error; err != nil {
		return "", nil, err
	}
	top := 0
	var last *store.Intent
	for n := range rows {
		k, err := strconv.Atoi(rows[n].IdemKey[len(base)+1:])
		if err != nil {
			return "", nil, fmt.Errorf("intent %d has a key that is not ours: %w", rows[n].ID, err)
		}
		if k >= top {
			top, last = k, &rows[n]
		}
	}
	if last == nil || again {
		return fmt.Sprintf("%s#%d", base, top+1), nil, nil
	}
	return last.IdemKey, last, nil
}
