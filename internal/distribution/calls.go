package distribution

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/term"
)

// transferData is the call data of one row, tagged where the token takes it.
func (j *job) transferData(i int) []byte {
	p := &j.payments[i]
	data := contract.Transfer(p.To, p.raw)
	if j.token.tagless {
		return data
	}
	return eth.AppendTags(data, p.tag)
}

// makeCalls turns the rows to pay into calls.
func (j *job) makeCalls(ctx context.Context) ([]outbox.Call, error) {
	after, err := j.roots(ctx)
	if err != nil {
		return nil, err
	}
	if j.Batch > 1 {
		return j.batches(after)
	}
	gas, err := j.transferGas(ctx)
	if err != nil {
		return nil, err
	}
	calls := make([]outbox.Call, len(j.fresh))
	j.calls = make([][]int, len(j.fresh))
	token := eth.Lower(j.Token)
	for n, i := range j.fresh {
		p := &j.payments[i]
		calls[n] = outbox.Call{
			To: &j.Token, Data: j.transferData(i), Kind: outbox.KindTransfer, Gas: gas, Checked: true, Explain: contract.Revert,
			Note: "distribute " + j.amount(p.raw) + " to " + p.To.Hex() + " (" + term.SafeN(p.ExternalID, 60) + ")",
			Key:  "dist/" + token + "/" + p.ExternalID, Payload: p.text(),
			After: j.rests(after, p.To), Rows: []outbox.Row{j.row(i)},
		}
		j.calls[n] = []int{i}
	}
	return calls, nil
}

func (j *job) row(i int) outbox.Row {
	p := &j.payments[i]
	return outbox.Row{Token: j.Token, ExternalID: p.ExternalID, To: p.To, Raw: p.raw}
}

// text is the payment without its id.
func (p *payment) text() string { return eth.Lower(p.To) + " " + p.raw.String() }

// rests returns what a call to receivers must wait for.
func (j *job) rests(after []int64, receivers ...common.Address) []int64 {
	if len(j.token.about) == 0 {
		return after
	}
	ids := slices.Clone(after)
	for _, to := range receivers {
		ids = append(ids, j.token.about[to]...)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// roots drops from what all transfers rest on whatever others of it rest on themselves: who waits for the shares waits for
// the token too.
func (j *job) roots(ctx context.Context) ([]int64, error) {
	if len(j.token.after) < 2 {
		return j.token.after, nil
	}
	var covered []int64
	if err := j.box.Store.DB().WithContext(ctx).Raw(`SELECT DISTINCT needs FROM dependency WHERE intent_id IN ? AND needs IN ?`,
		j.token.after, j.token.after).Scan(&covered).Error; err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(j.token.after), func(id int64) bool { return slices.Contains(covered, id) }), nil
}

// withoutBatch is what to do with a token that has no batches.
const withoutBatch = "leave --batch out: each row then takes a transaction of its own"

// batches puts the rows to pay into transactions of up to Batch rows.
func (j *job) batches(after []int64) ([]outbox.Call, error) {
	if !j.token.ours {
		return nil, fault.New(fault.Usage, "--batch %d: the token %s is not one of ours, and has no batches", j.Batch, j.Token.Hex()).
			WithHint(withoutBatch)
	}
	if err := contract.NeedVersion("token", j.Token, j.token.version, contract.SinceBatches, fmt.Sprintf("--batch %d", j.Batch), withoutBatch); err != nil {
		return nil, err
	}
	ceiling := uint64(outbox.MaxGas)
	if c := j.box.Fees.Ceiling; c > 0 && c < ceiling {
		ceiling = c
	}
	if n := min(j.Batch, len(j.fresh)); j.batchGas(n) > ceiling {
		most := n
		for most > 1 && j.batchGas(most) > ceiling {
			most--
		}
		return nil, fault.New(fault.Usage, "--batch %d: a transaction of %d rows may need %d gas, over the limit of %d", j.Batch, n, j.batchGas(n), ceiling).
			WithHint("use --batch %d or less", most)
	}
	var calls []outbox.Call
	for part := range slices.Chunk(j.fresh, j.Batch) {
		calls = append(calls, j.batch(part, after))
		j.calls = append(j.calls, part)
	}
	return calls, nil
}

func (j *job) batch(part []int, after []int64) outbox.Call {
	to, raw, tags := make([]common.Address, len(part)), make([]*big.Int, len(part)), make([]eth.Tag, len(part))
	rows := make([]outbox.Row, len(part))
	sum, ids, payload := new(big.Int), sha256.New(), new(strings.Builder)
	for n, i := range part {
		p := &j.payments[i]
		to[n], raw[n], tags[n], rows[n] = p.To, p.raw, p.tag, j.row(i)
		sum.Add(sum, p.raw)
		fmt.Fprintf(ids, "%q\n", p.ExternalID)
		fmt.Fprintf(payload, "%q %s\n", p.ExternalID, p.text())
	}
	first, last := &j.payments[part[0]], &j.payments[part[len(part)-1]]
	payments := fmt.Sprintf("%d payments", len(part))
	if len(part) == 1 {
		payments = "1 payment"
	}
	c := outbox.Call{
		To: &j.Token, Data: eth.AppendTags(contract.BatchTransfer(to, raw), tags...), Kind: outbox.KindBatchTransfer, Explain: contract.Revert,
		Note: fmt.Sprintf("distribute %s in %s (%s to %s)", j.amount(sum), payments, term.SafeN(first.ExternalID, 40), term.SafeN(last.ExternalID, 40)),
		Key:  "dist-batch/" + eth.Lower(j.Token) + "/" + hex.EncodeToString(ids.Sum(nil)), Payload: payload.String(),
		After: j.rests(after, to...), Rows: rows,
	}
	if j.measured() {
		c.Gas, c.Checked = j.batchGas(len(part)), true
	}
	return c
}

// measured reports whether the gas table holds for the token.
func (j *job) measured() bool { return j.token.measured && j.bundle.Path() == "" }

// What the gas table does not hold: the first change of a balance after a record date keeps the old one, for sender and
// receiver each.
func keepsOld() uint64 {
	return (contract.Gas(contract.GasTransferAfterRecordDate) - contract.Gas(contract.GasTransferRestrictedExisting) + 1) / 2
}

// batchGas is the most gas that a batch of n rows needs, with a fifth on top: receivers that are new, or that hold shares
// from before a record date.
func (j *job) batchGas(n int) uint64 {
	base, fresh, existing := contract.GasBatchTransferUnrestrictedBase, contract.GasBatchTransferUnrestrictedEachFresh, contract.GasBatchTransferUnrestrictedEachExisting
	if j.token.policy != (common.Address{}) {
		base, fresh, existing = contract.GasBatchTransferRestrictedBase, contract.GasBatchTransferRestrictedEachFresh, contract.GasBatchTransferRestrictedEachExisting
	}
	each := max(contract.Gas(fresh), contract.Gas(existing)+keepsOld()) + contract.Gas(contract.GasTag)
	return headroom(contract.Gas(base) + keepsOld() + uint64(n)*each)
}

func headroom(gas uint64) uint64 { return gas + gas/5 }

// transferGas is the gas of one transfer, head-room included: from the gas table, or else by the node's word.
func (j *job) transferGas(ctx context.Context) (uint64, error) {
	if j.measured() {
		fresh, existing := contract.Gas(contract.GasTransferUnrestrictedFresh), contract.Gas(contract.GasTransferUnrestrictedExisting)
		if j.token.policy != (common.Address{}) {
			fresh, existing = contract.Gas(contract.GasTransferRestrictedFresh), contract.Gas(contract.GasTransferRestrictedExisting)
		}
		// After a record date the sender's first transfer and those to holders keep the old balances.
		return headroom(max(fresh+keepsOld(), existing+2*keepsOld()) + contract.Gas(contract.GasTag)), nil
	}
	if len(j.waiting()) > 0 {
		if err := j.sample(ctx); err != nil || j.token.used > 0 {
			return headroom(j.token.used), err
		}
	}
	return j.estimate(ctx)
}

// sampled is how many rows show what a transfer costs where the token answers for its restrictions by a view.
const sampled = 100

// sample has the node simulate transfers after what waits, for their gas, where that was not done before.
func (j *job) sample(ctx context.Context) error {
	if j.token.used > 0 {
		return nil
	}
	bad := problems{class: fault.Refused}
	if err := j.tryRows(ctx, j.fresh[:min(sampled, len(j.fresh))], &bad); err != nil {
		return err
	}
	return bad.err()
}

// freshCosts is what a receiver that holds nothing costs more than one that does: a storage slot that is set instead of
// changed (EIP-2929 and EIP-3529: 20,000 - 2,900 gas).
const freshCosts = 17_100

// estimate asks the node for the gas of one transfer to a receiver without the token and one to a holder.
func (j *job) estimate(ctx context.Context) (uint64, error) {
	calls := make([]node.CallMsg, len(j.fresh))
	for n, i := range j.fresh {
		calls[n] = j.ask(j.Token, contract.BalanceOf(j.payments[i].To).Data)
	}
	got, err := j.view(ctx, nil, calls)
	if err != nil {
		return 0, err
	}
	fresh, holder := -1, -1
	for n, i := range j.fresh {
		held, err := decode(contract.BalanceOf(j.sender), got[n])
		if err != nil {
			return 0, fault.New(fault.Refused, "the token %s does not tell what %s holds: %w", j.Token.Hex(), j.payments[i].To.Hex(), err)
		}
		if held.Sign() == 0 {
			fresh = i
		} else {
			holder = i
		}
	}
	most := uint64(0)
	for _, i := range []int{fresh, holder} {
		if i < 0 {
			continue
		}
		gas, err := j.box.Node.EstimateGas(ctx, j.ask(j.Token, j.transferData(i)), node.Latest)
		var refused *node.RevertError
		if errors.As(err, &refused) {
			return 0, fault.New(fault.Refused, "%s: %s can't receive %s: %s", j.at(i, colAddress), j.payments[i].To.Hex(), j.amount(j.payments[i].raw), words(err))
		}
		if err != nil {
			return 0, err
		}
		if i == holder && fresh < 0 { // it may have given all away until then
			gas += freshCosts
		}
		most = max(most, gas)
	}
	return headroom(most), nil
}
