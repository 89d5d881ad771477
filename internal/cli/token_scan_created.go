package cli

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/issuance"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
)

// createdIn returns what tells the block that a token was created in, by this database's own transactions.
func createdIn(o *outbox.Outbox) func(context.Context, common.Address) (*uint64, error) {
	return func(ctx context.Context, token common.Address) (*uint64, error) {
		lines, _, err := o.List(ctx, outbox.Filter{Token: &token, Status: []string{string(store.Final)}})
		if err != nil {
			return nil, err
		}
		for _, l := range lines {
			if l.Intent.Creates != nil && l.Intent.To() == token && l.Block > 0 {
				return &l.Block, nil
			}
		}
		logs, err := issuance.Logs(ctx, o)
		if err != nil {
			return nil, err
		}
		for _, l := range logs {
			if l.Token == nil || *l.Token != token {
				continue
			}
			for _, line := range l.Lines {
				if line.Intent.Kind == outbox.KindTokenLaunch && line.Intent.State == store.Final && line.Block > 0 {
					return &line.Block, nil
				}
			}
		}
		return nil, nil
	}
}
