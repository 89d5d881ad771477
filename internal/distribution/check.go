package distribution

import (
	"context"
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/term"
)

// checkBalance compares what the account may move with what the rows and its queued distributions need together.
func (j *job) checkBalance(ctx context.Context) error {
	queued, err := j.queued(ctx)
	if err != nil {
		return err
	}
	need := new(big.Int)
	for _, i := range j.fresh {
		need.Add(need, j.payments[i].raw)
	}
	if new(big.Int).Add(need, queued).Cmp(j.token.free) <= 0 {
		return nil
	}
	also := ""
	if queued.Sign() > 0 {
		also = ", and " + j.amount(queued) + " more are queued"
	}
	missing := new(big.Int).Sub(new(big.Int).Add(need, queued), j.token.free)
	return fault.New(fault.Funds, "account %s can move %s, but this distribution needs %s%s", j.sender.Hex(), j.amount(j.token.free), j.amount(need), also).
		WithHint("%s are missing; run sto tx-update if queued transactions may be mined already", j.amount(missing))
}

// queued is what distributions of the token that the chain does not show yet will move, in raw token units.
func (j *job) queued(ctx context.Context) (*big.Int, error) {
	sum := new(big.Int)
	if len(j.queue) == 0 {
		return sum, nil
	}
	var raws [][]byte
	if err := j.box.Store.DB().WithContext(ctx).Raw(`SELECT d.raw FROM intent i JOIN distribution_row d ON d.intent_id = i.id
		WHERE i.chain_id = ? AND i.sender = ? AND i.nonce >= ? AND i.state IN ('draft','signed','pending') AND d.token = ? AND NOT `+outbox.IsWithdrawn,
		j.box.ChainID, eth.Lower(j.sender), j.count, eth.Lower(j.Token)).Scan(&raws).Error; err != nil {
		return nil, err
	}
	for _, b := range raws {
		raw, err := eth.DecodeRaw(b)
		if err != nil {
			return nil, err
		}
		sum.Add(sum, raw)
	}
	return sum, nil
}

// checkTag finds out whether the token takes the tag after the call data. Ours do.
func (j *job) checkTag(ctx context.Context) error {
	if j.token.ours {
		return nil
	}
	p := j.payments[j.fresh[0]]
	plain := contract.Transfer(p.To, p.raw)
	got, err := j.view(ctx, j.waiting(), []node.CallMsg{j.ask(j.Token, eth.AppendTags(plain, p.tag)), j.ask(j.Token, plain)})
	if err != nil {
		return err
	}
	if refusal(got[0]) != "" && refusal(got[1]) == "" {
		j.token.tagless = true
		j.warnings = append(j.warnings, "the token refuses the tag that names the external id on the chain; its payments are sent without: "+
			"a new or restored database can't recognise them, so keep this database")
	}
	return nil
}

// refusal says why a transfer would fail, or "". Tokens answer true, or nothing at all where they are older than ERC-20.
func refusal(r node.CallResult) string {
	if r.Err != nil {
		return words(r.Err)
	}
	if len(r.Return) >= word && new(big.Int).SetBytes(r.Return[:word]).Sign() == 0 {
		return "the token answers that it does not transfer"
	}
	return ""
}

// checkRules asks the token about each row to pay, and lists those that it would refuse.
func (j *job) checkRules(ctx context.Context) error {
	bad := problems{class: fault.Refused, hint: "nothing was prepared; mend these rows or leave them out"}
	var err error
	if j.token.ours {
		err = j.askRestrictions(ctx, &bad)
	} else {
		err = j.tryTransfers(ctx, &bad)
	}
	if err != nil {
		return err
	}
	return bad.err()
}

// askRestrictions asks our token by the view that answers as a transfer would. What it says of the balance holds for each
// row alone: the sum was checked before.
func (j *job) askRestrictions(ctx context.Context, bad *problems) error {
	calls := make([]node.CallMsg, len(j.fresh))
	for n, i := range j.fresh {
		p := &j.payments[i]
		calls[n] = j.ask(j.Token, contract.DetectTransferRestriction(j.sender, p.To, p.raw).Data)
	}
	got, err := j.view(ctx, j.waiting(), calls)
	if err != nil {
		return err
	}
	said := map[uint8]string{}
	read := contract.DetectTransferRestriction(j.sender, j.sender, new(big.Int))
	for n, i := range j.fresh {
		code, err := decode(read, got[n])
		if err != nil {
			bad.add(j.at(i, ""), "the token does not tell whether %s may receive the shares: %w", j.payments[i].To.Hex(), err)
			continue
		}
		if code == 0 {
			continue
		}
		if said[code] == "" {
			if said[code], err = j.restriction(ctx, code); err != nil {
				return err
			}
		}
		bad.add(j.at(i, colAddress), "%s can't receive %s: %s", j.payments[i].To.Hex(), j.amount(j.payments[i].raw), said[code])
	}
	return nil
}

// lastKnownCode is the highest restriction code of our token and policies (Codes.sol).
const lastKnownCode = 35

// restriction puts a code into words; those of other policies the token itself must know.
func (j *job) restriction(ctx context.Context, code uint8) (string, error) {
	if code <= lastKnownCode {
		return contract.Restriction(code), nil
	}
	v := contract.MessageForTransferRestriction(code)
	got, err := j.view(ctx, j.token.after, []node.CallMsg{j.ask(j.Token, v.Data)})
	if err != nil {
		return "", err
	}
	text, err := decode(v, got[0])
	if err != nil || text == "" {
		return contract.Restriction(code), nil
	}
	return term.Safe(text), nil
}

// tryTransfers runs the transfer to each receiver, with the largest of its amounts, on any other token.
func (j *job) tryTransfers(ctx context.Context, bad *problems) error {
	largest := map[common.Address]int{}
	var order []common.Address
	for _, i := range j.fresh {
		p := &j.payments[i]
		old, seen := largest[p.To]
		if !seen {
			order = append(order, p.To)
		}
		if !seen || p.raw.Cmp(j.payments[old].raw) > 0 {
			largest[p.To] = i
		}
	}
	rows := make([]int, len(order))
	for n, to := range order {
		rows[n] = largest[to]
	}
	return j.tryRows(ctx, rows, bad)
}

// tryRows runs the transfers of rows, and notes the gas where the node tells it.
func (j *job) tryRows(ctx context.Context, rows []int, bad *problems) error {
	calls := make([]node.CallMsg, len(rows))
	for n, i := range rows {
		calls[n] = j.ask(j.Token, j.transferData(i))
	}
	got, err := j.view(ctx, j.waiting(), calls)
	if err != nil {
		return err
	}
	for n, i := range rows {
		if why := refusal(got[n]); why != "" {
			bad.add(j.at(i, colAddress), "%s can't receive %s: %s", j.payments[i].To.Hex(), j.amount(j.payments[i].raw), why)
		}
		j.token.used = max(j.token.used, got[n].GasUsed)
	}
	return nil
}
