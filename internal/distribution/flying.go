package distribution

import (
	"context"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
)

// lookAtPool notes which external ids the node's pool holds payments of, by transactions that this database does not know:
// those that a lost database, or the future of an older copy, has sent. They may be mined yet, also from behind a gap of
// nonces, where the account's counts don't show them. Many nodes don't tell what their pool holds.
func (s *Service) lookAtPool(ctx context.Context, past *Past, token common.Address) error {
	var pool map[string]map[string]*struct { // by kind, then by nonce
		Hash  common.Hash
		To    *common.Address
		Input hexutil.Bytes
	}
	if err := s.box.Node.Call(ctx, &pool, "txpool_contentFrom", s.box.Sender); err != nil {
		return ctx.Err() // not offered here
	}
	tags := map[common.Hash][]tagged{}
	var hashes []common.Hash
	for _, kind := range pool {
		for _, tx := range kind {
			if tx == nil || tx.To == nil || *tx.To != token {
				continue
			}
			if paid := readTagged(tx.Input); len(paid) > 0 {
				tags[tx.Hash] = paid
				hashes = append(hashes, tx.Hash)
			}
		}
	}
	known, err := s.knows(ctx, hashes)
	if err != nil {
		return err
	}
	for _, h := range hashes {
		if !known[h] {
			for _, p := range tags[h] {
				past.flying[p.tag] = hashText(h)
			}
		}
	}
	return nil
}

// OnItsWay returns, of the given external ids, those that an unknown transaction in the node's pool pays, with its hash.
func (p *Past) OnItsWay(externalIDs []string) map[string]string {
	out := map[string]string{}
	if len(p.flying) == 0 {
		return out
	}
	token := common.HexToAddress(p.box.token)
	for _, id := range externalIDs {
		if h, ok := p.flying[eth.TagOf(p.box.chain, token, id)]; ok {
			out[id] = h
		}
	}
	return out
}

// waitHint is what to do about payments that unknown transactions in the pool make.
const waitHint = "wait until they are mined or dropped, and run the command again; use one database for one account"

// refuseFlying refuses to send payments that unknown transactions in the pool make already.
func refuseFlying(onItsWay map[string]string) error {
	if len(onItsWay) == 0 {
		return nil
	}
	var words []string
	for id, h := range onItsWay {
		words = append(words, quote(id)+" by transaction "+h)
	}
	slices.Sort(words)
	return fault.New(fault.Conflict, "external ids that wait to be paid are on their way already, by transactions that this database does not know: %s",
		strings.Join(words[:min(5, len(words))], "; ")).WithHint(waitHint)
}
