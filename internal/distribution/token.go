package distribution

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// Interface ids (ERC-165) of our contracts: what they add to the standards that they have.
var (
	idSecurityToken = [4]byte{0x1c, 0xe4, 0x99, 0xc8} // ISecurityToken.sol
	idKycRegistry   = [4]byte{0x72, 0xda, 0x13, 0x8b} // IKycRegistry.sol
)

// measuredVersion is the version of the token for which the gas table holds.
const measuredVersion = "1.0.0"

// token is what the plan knows of the token.
type token struct {
	symbol   string // cleaned
	decimals uint8
	ours     bool           // it has batches, and answers for its restrictions
	version  string         // what it says of its version; empty: nothing
	measured bool           // the gas table holds for it and its policy
	policy   common.Address // zero: unrestricted, or not ours
	free     *big.Int       // what the account may move once its queue is done but for its transfers, in raw units
	tagless  bool           // it refuses bytes after the arguments
	used     uint64         // the most gas that a simulated transfer used; 0: none was simulated

	after []int64                    // what waits and the transfers rest on
	about map[common.Address][]int64 // the same, by the receiver that it whitelists
}

// maxViews is how many views are asked at once where the queue must be simulated first: as many as fit a node's limits.
const maxViews = 800

// view asks many questions on the state as it will be once the named intents are done.
func (j *job) view(ctx context.Context, after []int64, calls []node.CallMsg) ([]node.CallResult, error) {
	out := make([]node.CallResult, 0, len(calls))
	size := len(calls)
	if len(after) > 0 {
		size = maxViews
	}
	for len(calls) > 0 {
		n := min(size, len(calls))
		got, err := j.box.View(ctx, after, calls[:n])
		var many *node.TooManyError
		if errors.As(err, &many) && n > 1 {
			size = n / 2
			continue
		}
		if err != nil {
			return nil, err
		}
		out, calls = append(out, got...), calls[n:]
	}
	return out, nil
}

func (j *job) ask(to common.Address, data []byte) node.CallMsg {
	return node.CallMsg{From: j.sender, To: &to, Data: data}
}

// readToken finds out what the token is and what the account holds of it.
func (j *job) readToken(ctx context.Context) error {
	for _, i := range j.queue {
		deploys := i.ToAddr == nil && (i.Kind == outbox.KindTokenDeploy || i.Kind == outbox.KindTestToken)
		if i.Kind == outbox.KindTokenLaunch && slices.Contains(contract.Launched(i.To(), j.sender, i.Data), j.Token) ||
			i.To() == j.Token && (deploys || i.Kind == outbox.KindPolicySet || i.Kind == outbox.KindIssue) {
			j.token.after = append(j.token.after, i.ID)
		}
	}
	views := []node.CallMsg{
		j.ask(j.Token, contract.Decimals().Data), j.ask(j.Token, contract.Symbol().Data), j.ask(j.Token, contract.BalanceOf(j.sender).Data),
		j.ask(j.Token, contract.SupportsInterface(idSecurityToken).Data), j.ask(j.Token, contract.Version().Data),
		j.ask(j.Token, contract.Policy().Data), j.ask(j.Token, contract.FrozenTokens(j.sender).Data),
	}
	got, err := j.view(ctx, j.token.after, views)
	if err != nil {
		return err
	}
	t := &j.token
	t.decimals, err = decode(contract.Decimals(), got[0])
	if err == nil {
		t.free, err = decode(contract.BalanceOf(j.sender), got[2])
	}
	if err != nil {
		return fault.New(fault.Usage, "the contract at %s on chain %d can't be distributed: %w", j.Token.Hex(), j.box.ChainID, err).
			WithHint("check the token's address and --network; sto token-status --address %s tells what it is", j.Token.Hex())
	}
	if symbol, err := decode(contract.Symbol(), got[1]); err == nil {
		t.symbol = term.SafeN(symbol, 32)
	}
	if ours, err := decode(contract.SupportsInterface(idSecurityToken), got[3]); err != nil || !ours {
		return nil
	}
	t.ours = true
	if t.policy, err = decode(contract.Policy(), got[5]); err != nil {
		return fault.New(fault.Usage, "the token %s does not tell its transfer policy: %w", j.Token.Hex(), err)
	}
	frozen, err := decode(contract.FrozenTokens(j.sender), got[6])
	if err != nil {
		return fault.New(fault.Usage, "the token %s does not tell how much of the account's shares is frozen: %w", j.Token.Hex(), err)
	}
	if t.free.Sub(t.free, frozen); t.free.Sign() < 0 {
		t.free.SetInt64(0)
	}
	if version, err := decode(contract.Version(), got[4]); err == nil {
		t.version = version
	}
	if t.measured = t.version == measuredVersion; t.measured {
		if t.measured, err = j.tableHolds(ctx); err != nil {
			return err
		}
	}
	if t.policy == (common.Address{}) {
		return nil
	}
	j.followPolicy()
	got, err = j.view(ctx, j.token.after, []node.CallMsg{j.ask(t.policy, contract.SupportsInterface(idKycRegistry).Data)})
	if err != nil {
		return err
	}
	registry, err := decode(contract.SupportsInterface(idKycRegistry), got[0])
	t.measured = t.measured && err == nil && registry
	return nil
}

// followPolicy adds what waits of the token's registry to what the transfers rest on: its deployment for all, and of the
// entries that are written, to each receiver its own.
func (j *job) followPolicy() {
	j.token.about = map[common.Address][]int64{}
	for _, i := range j.queue {
		if i.To() != j.token.policy {
			continue
		}
		switch who, ok := entryOf(&i); {
		case i.Kind == outbox.KindKycDeploy, i.Kind == outbox.KindKycSet && (!ok || who == j.sender):
			j.token.after = append(j.token.after, i.ID)
		case i.Kind == outbox.KindKycSet:
			j.token.about[who] = append(j.token.about[who], i.ID)
		}
	}
}

// entryOf returns the address whose entry a call of setWhitelisted writes.
func entryOf(i *store.Intent) (common.Address, bool) {
	sample := contract.SetWhitelisted(common.Address{}, true)
	if len(i.Data) != len(sample) || string(i.Data[:4]) != string(sample[:4]) {
		return common.Address{}, false
	}
	return addressAt(i.Data[4:])
}

// waiting returns all that the planned transfers rest on and the chain can't show yet.
func (j *job) waiting() []int64 {
	ids := slices.Clone(j.token.after)
	for _, i := range j.fresh {
		ids = append(ids, j.token.about[j.payments[i].To]...)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// decode reads the answer to a view; a refusal is an error.
func decode[T any](v contract.View[T], r node.CallResult) (T, error) {
	if r.Err != nil {
		var none T
		return none, fmt.Errorf("it refuses to answer: %s", words(r.Err))
	}
	return v.Decode(r.Return)
}

// words says why a call was refused.
func words(err error) string {
	var r *node.RevertError
	if errors.As(err, &r) && len(r.Data) > 0 {
		return term.Safe(contract.Revert(r.Data))
	}
	return term.Safe(err.Error())
}
