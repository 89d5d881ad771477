package scan

import (
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/term"
)

// Interface ids of ERC-165, and of the token standards whose tokens are not interchangeable.
const (
	idERC165  = 0x01ffc9a7
	idNothing = 0xffffffff // which ERC-165 says nobody has
	idERC721  = 0x80ac58cd
	idERC1155 = 0xd9b67a26
)

const (
	maxName    = 200   // characters of a stored name or symbol
	longAnswer = 1_024 // bytes of an answer from which on what can't be read as a text is called too long
)

const otherTokenHint = "scan the address of an ERC-20 token"

func notPieces(a common.Address) error {
	return fault.New(fault.Usage, "the transfers of contract %s name single pieces (ERC-721), not amounts", a).WithHint(otherTokenHint)
}

// describe asks the contracts what they are called, and refuses what is no ERC-20-like token. All are asked together.
func (r *run) describe(ctx context.Context) error {
	ids := []uint32{idERC165, idNothing, idERC721, idERC1155}
	views := [][]byte{contract.Name().Data, contract.Symbol().Data, contract.Decimals().Data, contract.TotalSupply().Data}
	var questions []question
	for _, t := range r.tracks {
		for _, data := range views {
			questions = append(questions, question{t.token.Address, data})
		}
		if t.fresh() {
			for _, id := range ids {
				questions = append(questions, question{t.token.Address, supports(id).Data})
			}
		}
	}
	answers, err := ask(ctx, r.s.node, questions, node.Latest)
	if err != nil {
		return err
	}
	var doubtful []*track
	of := make([][][]byte, len(r.tracks))
	for i, t := range r.tracks {
		n := len(views)
		if t.fresh() {
			n += len(ids)
		}
		of[i], answers = answers[:n], answers[n:]
		if _, err := contract.TotalSupply().Decode(of[i][3]); err != nil || t.fresh() {
			doubtful = append(doubtful, t)
		}
	}
	if err := r.checkCode(ctx, doubtful); err != nil {
		return err
	}
	for i, t := range r.tracks {
		has := map[uint32]bool{}
		for k, answer := range of[i][len(views):] {
			yes, err := supports(ids[k]).Decode(answer)
			has[ids[k]] = err == nil && yes
		}
		if err := t.token.name(of[i], has); err != nil {
			return err
		}
	}
	return nil
}

// checkCode refuses addresses without a contract.
func (r *run) checkCode(ctx context.Context, tracks []*track) error {
	if len(tracks) == 0 {
		return nil
	}
	codes := make([]*hexutil.Bytes, len(tracks))
	elems := make([]rpc.BatchElem, len(tracks))
	for i, t := range tracks {
		elems[i] = rpc.BatchElem{Method: "eth_getCode", Args: []any{t.token.Address, node.Latest}, Result: &codes[i]}
	}
	if err := r.s.node.Batch(ctx, elems); err != nil {
		return err
	}
	for i, t := range tracks {
		a := t.token.Address
		switch {
		case elems[i].Error != nil:
			return fault.New(fault.Node, "the code of %s: %w", a, elems[i].Error)
		case codes[i] == nil:
			return fault.New(fault.Node, "the node does not answer for the code of %s", a)
		case len(*codes[i]) == 0:
			return fault.New(fault.Usage, "there is no contract at %s on chain %d", a, r.s.chain).WithHint("check the address, and --network")
		}
		if _, delegated := types.ParseDelegation(*codes[i]); delegated {
			return fault.New(fault.Usage, "%s is a person's account, not a token", a).WithHint(otherTokenHint)
		}
	}
	return nil
}

// name fills in what the contract answered to name(), symbol(), decimals() and totalSupply(), or refuses it.
func (t *Token) name(answers [][]byte, has map[uint32]bool) (err error) {
	if has[idERC165] && !has[idNothing] {
		switch {
		case has[idERC721]:
			return fault.New(fault.Usage, "contract %s is an ERC-721 token, whose pieces are not interchangeable", t.Address).WithHint(otherTokenHint)
		case has[idERC1155]:
			return fault.New(fault.Usage, "contract %s is an ERC-1155 collection of several tokens", t.Address).WithHint(otherTokenHint)
		}
	}
	if _, err := contract.TotalSupply().Decode(answers[3]); err != nil {
		return fault.New(fault.Usage, "contract %s is no ERC-20 token: it does not answer totalSupply()", t.Address).WithHint(otherTokenHint)
	}
	t.Name, t.Symbol = label(contract.Name(), answers[0]), label(contract.Symbol(), answers[1])
	t.Decimals, t.NoDecimals = 0, len(answers[2]) < wordBytes
	if !t.NoDecimals {
		if t.Decimals, err = contract.Decimals().Decode(answers[2]); err != nil {
			return fault.New(fault.Usage, "token %s: %w", t.Address, err).WithHint(otherTokenHint)
		}
	}
	return nil
}

// label reads a name or symbol. They are not mandatory, and whoever wrote the contract chose what they answer.
func label(v contract.View[string], answer []byte) string {
	text, err := v.Decode(answer)
	switch {
	case err == nil:
		return term.SafeN(text, maxName)
	case len(answer) > longAnswer:
		return unnamed
	}
	return ""
}

func supports(id uint32) contract.View[bool] {
	return contract.SupportsInterface([4]byte{byte(id >> 24), byte(id >> 16), byte(id >> 8), byte(id)})
}

// question is a call of a contract's view.
type question struct {
	to   common.Address
	data []byte
}

// ask calls contracts' views. The answer is nil where one refuses.
func ask(ctx context.Context, n *node.Client, questions []question, at node.Block) ([][]byte, error) {
	calls := make([]node.CallMsg, len(questions))
	for i, q := range questions {
		calls[i] = node.CallMsg{To: &q.to, Data: q.data}
	}
	results, err := n.CallMany(ctx, calls, at)
	if err != nil {
		return nil, err
	}
	answers := make([][]byte, len(results))
	for i, r := range results {
		var refused *node.RevertError
		if r.Err != nil && !errors.As(r.Err, &refused) {
			return nil, r.Err
		}
		if r.Err == nil {
			answers[i] = r.Return
		}
	}
	return answers, nil
}
