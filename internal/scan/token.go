package scan

import (
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

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

// maxName bounds a stored name or symbol, in characters.
const maxName = 200

const otherTokenHint = "scan the address of an ERC-20 token"

var errNFT = fault.New(fault.Usage, "the contract's transfers name single pieces (ERC-721), not amounts").WithHint(otherTokenHint)

// describe asks the contract what it is called, and refuses what is no ERC-20-like token.
func (s *Scanner) describe(ctx context.Context, a common.Address) (Token, error) {
	t := Token{Address: a}
	code, err := s.node.Code(ctx, a, node.Latest)
	if err != nil {
		return t, err
	}
	switch _, delegated := types.ParseDelegation(code); {
	case len(code) == 0:
		return t, fault.New(fault.Usage, "there is no contract at %s on chain %d", a, s.chain).WithHint("check the address, and --network")
	case delegated:
		return t, fault.New(fault.Usage, "%s is a person's account, not a token", a).WithHint(otherTokenHint)
	}
	name, symbol, decimals, supply := contract.Name(), contract.Symbol(), contract.Decimals(), contract.TotalSupply()
	ids := []uint32{idERC165, idNothing, idERC721, idERC1155}
	questions := [][]byte{name.Data, symbol.Data, decimals.Data, supply.Data}
	for _, id := range ids {
		questions = append(questions, supports(id).Data)
	}
	answers, err := s.ask(ctx, a, questions, node.Latest)
	if err != nil {
		return t, err
	}
	has := map[uint32]bool{}
	for i, id := range ids {
		yes, err := supports(id).Decode(answers[4+i])
		has[id] = err == nil && yes
	}
	if has[idERC165] && !has[idNothing] {
		switch {
		case has[idERC721]:
			return t, fault.New(fault.Usage, "contract %s is an ERC-721 token, whose pieces are not interchangeable", a).WithHint(otherTokenHint)
		case has[idERC1155]:
			return t, fault.New(fault.Usage, "contract %s is an ERC-1155 collection of several tokens", a).WithHint(otherTokenHint)
		}
	}
	if _, err := supply.Decode(answers[3]); err != nil {
		return t, fault.New(fault.Usage, "contract %s is no ERC-20 token: it does not answer totalSupply()", a).WithHint(otherTokenHint)
	}
	// Names are not mandatory, and whoever wrote the contract chose what they answer.
	if text, err := name.Decode(answers[0]); err == nil {
		t.Name = term.SafeN(text, maxName)
	}
	if text, err := symbol.Decode(answers[1]); err == nil {
		t.Symbol = term.SafeN(text, maxName)
	}
	if len(answers[2]) < wordBytes {
		t.NoDecimals = true
	} else if t.Decimals, err = decimals.Decode(answers[2]); err != nil {
		return t, fault.New(fault.Usage, "token %s: %w", a, err).WithHint(otherTokenHint)
	}
	return t, nil
}

func supports(id uint32) contract.View[bool] {
	return contract.SupportsInterface([4]byte{byte(id >> 24), byte(id >> 16), byte(id >> 8), byte(id)})
}

// ask calls a contract's views. The answer is nil where it refuses.
func (s *Scanner) ask(ctx context.Context, a common.Address, questions [][]byte, at node.Block) ([][]byte, error) {
	calls := make([]node.CallMsg, len(questions))
	for i, q := range questions {
		calls[i] = node.CallMsg{To: &a, Data: q}
	}
	results, err := s.node.CallMany(ctx, calls, at)
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

// genesis returns the hash by which a chain is told from others of the same id.
func (s *Scanner) genesis(ctx context.Context) (common.Hash, error) {
	h, err := s.node.Header(ctx, node.At(0))
	if err != nil {
		return common.Hash{}, err
	}
	return h.Hash, nil
}

// final returns the newest block that counts as final; nil when there is none, or the node does not tell.
func (s *Scanner) final(ctx context.Context, head *node.Header) (*uint64, error) {
	f := s.finality
	var n uint64
	switch {
	case f.Instant:
		n = head.Number
	case f.Tag != "":
		h, err := s.node.Header(ctx, node.Block(f.Tag))
		if errors.Is(err, node.ErrNotFound) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		n = min(h.Number, head.Number)
	case f.Depth > 0 && head.Number >= f.Depth:
		n = head.Number - f.Depth
	default:
		return nil, nil
	}
	return &n, nil
}
