package distribution

import (
	"context"
	"encoding/binary"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// ReadBack returns a function that recognises what this package has planned among an account's transactions on the chain;
// see outbox.Read. The chain holds the tags of the external ids alone: where the database knows an id by its name, the
// name is returned, else the tag's.
func ReadBack(box *outbox.Outbox) outbox.Read {
	known := map[common.Address]*readToken{}
	return func(ctx context.Context, txs []*types.Transaction, _ []bool) ([]outbox.Reading, error) {
		out := make([]outbox.Reading, len(txs))
		for n, tx := range txs {
			if tx == nil || tx.To() == nil {
				continue
			}
			paid := readTagged(tx.Data())
			if len(paid) == 0 {
				continue
			}
			t := known[*tx.To()]
			if t == nil {
				var err error
				if t, err = askToken(ctx, box, *tx.To()); err != nil {
					return nil, err
				}
				known[*tx.To()] = t
			}
			out[n] = t.reading(*tx.To(), tx.Data(), paid)
		}
		return out, nil
	}
}

// readToken is what is known of a token that payments are read of.
type readToken struct {
	symbol   string
	decimals *uint8             // nil: the contract does not tell
	names    map[eth.Tag]string // the external ids that the database knows
}

func askToken(ctx context.Context, box *outbox.Outbox, token common.Address) (*readToken, error) {
	t := &readToken{names: map[eth.Tag]string{}}
	var ids []string
	if err := box.Store.DB().WithContext(ctx).Model(&store.DistributionRow{}).Distinct().
		Where("chain_id = ? AND token = ?", box.ChainID, eth.Lower(token)).Pluck("external_id", &ids).Error; err != nil {
		return nil, err
	}
	for _, id := range ids {
		t.names[eth.TagOf(box.ChainID, token, id)] = id
	}
	got, err := box.Node.CallMany(ctx, []node.CallMsg{{From: box.Sender, To: &token, Data: contract.Decimals().Data},
		{From: box.Sender, To: &token, Data: contract.Symbol().Data}}, node.Latest)
	if err != nil {
		return nil, err
	}
	if d, err := decode(contract.Decimals(), got[0]); err == nil {
		t.decimals = &d
	}
	if s, err := decode(contract.Symbol(), got[1]); err == nil {
		t.symbol = term.SafeN(s, 32)
	}
	return t, nil
}

func (t *readToken) reading(token common.Address, input []byte, paid []tagged) outbox.Reading {
	var rows []outbox.Row
	sum := new(big.Int)
	for _, p := range paid {
		id, ok := t.names[p.tag]
		if !ok {
			id = p.tag.Name()
		}
		rows = append(rows, outbox.Row{Token: token, ExternalID: id, To: p.to, Raw: p.raw})
		sum.Add(sum, p.raw)
	}
	first, last := term.SafeN(rows[0].ExternalID, 60), term.SafeN(rows[len(rows)-1].ExternalID, 60)
	r := outbox.Reading{Kind: outbox.KindTransfer, Rows: rows, Wish: eth.Lower(paid[0].to) + " " + paid[0].raw.String(),
		Note: fmt.Sprintf("distribute %s to %s (%s)", t.amount(sum), paid[0].to.Hex(), first)}
	if binary.BigEndian.Uint32(input) == selectorBatchTransfer {
		r.Kind, r.Wish = outbox.KindBatchTransfer, fmt.Sprintf("%x", input)
		r.Note = fmt.Sprintf("distribute %s in %d payments (%s to %s)", t.amount(sum), len(rows), first, last)
	}
	return r
}

func (t *readToken) amount(raw *big.Int) string {
	if t.decimals == nil {
		return raw.String() + " raw units"
	}
	return eth.FormatAmount(raw, *t.decimals) + " " + t.symbol
}
