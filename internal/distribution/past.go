package distribution

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/store"
)

// Past is what the chain remembers of the account's distributions of one token.
type Past struct {
	box    boxed
	fresh  map[eth.Tag][]store.PaidRow // in blocks that are not final, or not stored because of a dry run
	flying map[eth.Tag]string          // hashes of transactions in the node's pool that this database does not know
	stale  bool                        // what is stored is of a chain that is gone
}

// boxed names what the rows of a look-back belong to.
type boxed struct {
	store         *store.Store
	chain         uint64
	token, sender string
}

// Paid is a payment that the chain shows.
type Paid struct {
	To     common.Address
	Raw    *big.Int // raw token units
	TxHash string
	Block  uint64
}

// Find returns the payments on the chain of the given external ids, by their tags. One id may have been paid more than
// once, by other programs or other copies of a database.
func (p *Past) Find(ctx context.Context, externalIDs []string) (map[string][]Paid, error) {
	token := common.HexToAddress(p.box.token)
	ids := make(map[eth.Tag]string, len(externalIDs))
	tags := make([][]byte, len(externalIDs))
	out := map[string][]Paid{}
	for i, id := range externalIDs {
		t := eth.TagOf(p.box.chain, token, id)
		ids[t], tags[i] = id, t[:]
	}
	collect := func(rows []store.PaidRow) error {
		for _, r := range rows {
			raw, err := eth.DecodeRaw(r.Raw)
			if err != nil {
				return fmt.Errorf("past payment in %s: %w", r.TxHash, err)
			}
			id := ids[eth.Tag(r.Tag)]
			out[id] = append(out[id], Paid{To: common.HexToAddress(r.ToAddr), Raw: raw, TxHash: r.TxHash, Block: r.BlockNum})
		}
		return nil
	}
	var stored bool
	if err := p.box.store.SQL().QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM paid_row WHERE chain_id = ? AND token = ? AND sender = ?)`,
		p.box.chain, p.box.token, p.box.sender).Scan(&stored); err != nil {
		return nil, err
	}
	for part := range slices.Chunk(tags, 500) {
		if stored && !p.stale {
			var rows []store.PaidRow
			if err := p.box.store.DB().WithContext(ctx).Find(&rows, "chain_id = ? AND token = ? AND sender = ? AND tag IN ?",
				p.box.chain, p.box.token, p.box.sender, part).Error; err != nil {
				return nil, err
			}
			if err := collect(rows); err != nil {
				return nil, err
			}
		}
		for _, t := range part {
			if err := collect(p.fresh[eth.Tag(t)]); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// hashText is a hash as the store keeps it.
func hashText(h common.Hash) string { return strings.ToLower(h.Hex()) }
