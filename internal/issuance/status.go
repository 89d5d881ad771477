package issuance

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/term"
)

// Status is what a token contract says of itself. What is nil it does not tell, or tells wrongly, for which see Notes.
// All text is cleaned.
type Status struct {
	Address      common.Address
	Name, Symbol *string
	Decimals     *uint8
	SupplyRaw    *big.Int // raw token units
	Supply       *string  // whole tokens, exact; nil without decimals
	Owner        *common.Address
	Policy       *common.Address // the zero address: transfers are unrestricted
	URL          *string
	Version      *string // of our contract's code
	Paused       *bool
	Closed       *bool

	Account     *common.Address // whose part in it the next three tell
	Balance     *big.Int        // raw token units
	Whitelisted *bool           // by the policy, where that is a KYC registry
	Frozen      *bool

	Notes []string // answers that can't be right
}

// erc721 is the interface id of tokens that are one of a kind.
var erc721 = [4]byte{0x80, 0xac, 0x58, 0xcd}

// ReadStatus asks any ERC-20 token for what it tells, at the latest block. account may be nil.
// Errors: fault.Usage when there is no contract, or none that answers as a token does; fault.Node.
func ReadStatus(ctx context.Context, n *node.Client, token common.Address, account *common.Address) (*Status, error) {
	code, err := n.Code(ctx, token, node.Latest)
	if err != nil {
		return nil, err
	}
	if len(code) == 0 {
		return nil, fault.New(fault.Usage, "there is no contract at %s on chain %d", token.Hex(), n.ChainID()).
			WithHint("check the address and --network; a token that was just prepared is there once sto tx-broadcast has sent it")
	}
	s := &Status{Address: token, Account: account}
	var nft *bool
	q := &questions{token: token}
	add(q, "name", contract.Name(), func(v string) { v = term.Safe(v); s.Name = &v })
	add(q, "symbol", contract.Symbol(), func(v string) { v = term.Safe(v); s.Symbol = &v })
	add(q, "decimals", contract.Decimals(), func(v uint8) { s.Decimals = &v })
	add(q, "totalSupply", contract.TotalSupply(), func(v *big.Int) { s.SupplyRaw = v })
	add(q, "owner", contract.Owner(), func(v common.Address) { s.Owner = &v })
	add(q, "policy", contract.Policy(), func(v common.Address) { s.Policy = &v })
	add(q, "url", contract.URL(), func(v string) { v = term.Safe(v); s.URL = &v })
	add(q, "version", contract.Version(), func(v string) { v = term.Safe(v); s.Version = &v })
	add(q, "paused", contract.Paused(), func(v bool) { s.Paused = &v })
	add(q, "closed", contract.Closed(), func(v bool) { s.Closed = &v })
	add(q, "supportsInterface", contract.SupportsInterface(erc721), func(v bool) { nft = &v })
	if account != nil {
		add(q, "balanceOf", contract.BalanceOf(*account), func(v *big.Int) { s.Balance = v })
		add(q, "isFrozen", contract.IsFrozen(*account), func(v bool) { s.Frozen = &v })
	}
	if err := q.ask(ctx, n, s); err != nil {
		return nil, err
	}
	if nft != nil && *nft {
		return nil, fault.New(fault.Usage, "the contract at %s is of one-of-a-kind tokens (ERC-721), not of shares (ERC-20)", token.Hex())
	}
	if s.SupplyRaw == nil {
		return nil, fault.New(fault.Usage, "the contract at %s is no ERC-20 token: it does not tell its total supply", token.Hex()).
			WithHint("check the address and --network")
	}
	if s.Decimals != nil {
		text := eth.FormatAmount(s.SupplyRaw, *s.Decimals)
		s.Supply = &text
	}
	return s, s.readPolicy(ctx, n)
}

// readPolicy asks the policy whether it whitelists the account. A policy that is no registry does not answer.
func (s *Status) readPolicy(ctx context.Context, n *node.Client) error {
	if s.Account == nil || s.Policy == nil || *s.Policy == (common.Address{}) {
		return nil
	}
	q := &questions{token: *s.Policy}
	add(q, "isWhitelisted", contract.IsWhitelisted(*s.Account), func(v bool) { s.Whitelisted = &v })
	return q.ask(ctx, n, s)
}

// questions are views of one contract, each of which it may know or not.
type questions struct {
	token common.Address
	names []string
	calls []node.CallMsg
	read  []func([]byte) error
}

func add[T any](q *questions, name string, v contract.View[T], set func(T)) {
	q.names = append(q.names, name)
	q.calls = append(q.calls, node.CallMsg{To: &q.token, Data: v.Data})
	q.read = append(q.read, func(ret []byte) error {
		got, err := v.Decode(ret)
		if err == nil {
			set(got)
		}
		return err
	})
}

// ask asks all at once. A refused or empty answer means that the contract lacks the method; any other that can't be read
// is noted.
func (q *questions) ask(ctx context.Context, n *node.Client, s *Status) error {
	got, err := n.CallMany(ctx, q.calls, node.Latest)
	if err != nil {
		return err
	}
	for i, r := range got {
		if r.Err != nil || len(r.Return) == 0 {
			continue
		}
		if err := q.read[i](r.Return); err != nil {
			s.Notes = append(s.Notes, fmt.Sprintf("%s: %s", q.names[i], sentence(err)))
		}
	}
	return nil
}

// sentence is an error's text, long enough for a whole sentence.
func sentence(err error) string { return term.SafeN(err.Error(), 200) }
