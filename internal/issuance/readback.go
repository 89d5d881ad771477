package issuance

import (
	"bytes"
	"fmt"
	"math/big"
	"net/url"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/outbox"
)

// ReadBack recognises what this package has planned among an account's transactions on the chain, which follow each other;
// see outbox.Read.
func ReadBack(b *contract.Bundle, sender common.Address, txs []*types.Transaction, done []bool) []outbox.Reading {
	out := make([]outbox.Reading, len(txs))
	for n, tx := range txs {
		if tx == nil || !done[n] {
			continue
		}
		if tx.To() != nil {
			readLaunch(&out[n], b, sender, *tx.To(), tx.Data())
			continue
		}
		switch name, args := b.ReadCreation(tx.Data()); name {
		case contract.SecurityToken:
			readIssue(out[n:], sender, txs[n:], args)
		case contract.Factory:
			out[n] = outbox.Reading{Kind: outbox.KindFactory, Note: factoryNote, Key: factoryKey(sender), Wish: factoryPayload}
		case contract.TestToken:
			out[n] = outbox.Reading{Kind: outbox.KindTestToken, Note: "deploy the token " + TestTokenSymbol + " for trials",
				Key: "test-token/" + eth.Lower(sender), Wish: testTokenSupply}
		}
	}
	return out
}

// readIssue reads an issuance back from its first transaction and those that follow it.
func readIssue(out []outbox.Reading, sender common.Address, txs []*types.Transaction, args []any) {
	if len(args) != 5 {
		return
	}
	name, ok1 := args[0].(string)
	symbol, ok2 := args[1].(string)
	where, ok3 := args[2].(string)
	if decimals, ok := args[3].(uint8); !ok || decimals != Decimals || args[4] != any(sender) || !ok1 || !ok2 || !ok3 {
		return
	}
	token := crypto.CreateAddress(sender, txs[0].Nonce())
	p := planner{logged: logged{Symbol: symbol, Name: name, URL: where, Amount: "0", Restriction: Unrestricted, Sender: eth.Lower(sender)},
		raw: new(big.Int), key: "issue/" + eth.Lower(sender) + "/" + url.PathEscape(symbol), data: txs[0].Data(), token: token}
	next := 1
	toToken := func() []byte {
		if next < len(txs) && txs[next] != nil && txs[next].To() != nil && *txs[next].To() == token {
			return txs[next].Data()
		}
		return nil
	}
	if data := toToken(); len(data) == 4+32 && bytes.Equal(data, contract.SetPolicy(common.BytesToAddress(data[4:]))) {
		p.registry = common.BytesToAddress(data[4:])
		p.Restriction, p.Registry = Restricted, eth.Lower(p.registry)
		next++
	}
	if data := toToken(); len(data) == 4+2*32 {
		raw := new(big.Int).SetBytes(data[36:])
		if bytes.Equal(data, contract.Issue(sender, raw)) {
			p.raw, p.Amount = raw, eth.FormatAmount(raw, Decimals)
		}
	}
	group := &outbox.Group{Command: command, Params: p.logged}
	for n, c := range p.calls() {
		out[n] = outbox.Reading{Kind: c.Kind, Note: c.Note, Key: c.Key, Wish: c.Payload, Group: group}
	}
	out[0].Note = fmt.Sprintf("deploy the token %s", clean(symbol))
}

// readLaunch reads an issuance in one transaction back. Its salt proves the key that it was planned under; one that was
// done again, under a further key, is left to be told as what it is.
func readLaunch(out *outbox.Reading, b *contract.Bundle, sender, factory common.Address, data []byte) {
	salt, creations, ok := contract.ReadLaunch(data)
	if !ok || len(creations) != 1 {
		return
	}
	name, args := b.ReadCreation(creations[0])
	if name != contract.TokenLaunch || len(args) != 6 {
		return
	}
	var l logged
	var ok1, ok2, ok3 bool
	l.Name, ok1 = args[0].(string)
	l.Symbol, ok2 = args[1].(string)
	l.URL, ok3 = args[2].(string)
	key := "issue/" + eth.Lower(sender) + "/" + url.PathEscape(l.Symbol)
	start, ok4 := contract.ReadStart(args[5])
	if !ok1 || !ok2 || !ok3 || !ok4 || args[3] != any(uint8(Decimals)) || args[4] != any(sender) || launchSalt(key+"#1") != salt {
		return
	}
	l.Restriction, l.Amount, l.Sender = Unrestricted, "0", eth.Lower(sender)
	if start.Policy != (common.Address{}) {
		l.Restriction, l.Registry = Restricted, eth.Lower(start.Policy)
	}
	if len(start.Amounts) == 1 {
		l.Amount = eth.FormatAmount(start.Amounts[0], Decimals)
	}
	p := planner{logged: l, key: key}
	*out = outbox.Reading{
		Kind: outbox.KindTokenLaunch, Note: fmt.Sprintf("launch the token %s by %s", clean(l.Symbol), factory.Hex()), Key: key, Wish: p.payload(),
		Group: &outbox.Group{Command: command, Params: l},
	}
}
