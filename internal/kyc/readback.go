package kyc

import (
	"bytes"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/outbox"
)

// ReadBack recognises what this package has planned among an account's transactions on the chain; see outbox.Read.
func ReadBack(b *contract.Bundle, sender common.Address, txs []*types.Transaction, done []bool) []outbox.Reading {
	out := make([]outbox.Reading, len(txs))
	for n, tx := range txs {
		if tx == nil || !done[n] {
			continue
		}
		if tx.To() == nil {
			name, args := b.ReadCreation(tx.Data())
			if name == contract.KycRegistry && len(args) == 1 && args[0] == any(sender) {
				out[n] = outbox.Reading{Kind: outbox.KindKycDeploy, Note: "deploy the KYC registry", Key: deployKey, Wish: "registry"}
			}
			continue
		}
		data := tx.Data()
		if len(data) != 4+2*32 {
			continue
		}
		a := common.BytesToAddress(data[4:36])
		for _, ok := range []bool{true, false} {
			if !bytes.Equal(data, contract.SetWhitelisted(a, ok)) {
				continue
			}
			word := "whitelist"
			if !ok {
				word = "take from the whitelist:"
			}
			out[n] = outbox.Reading{Kind: outbox.KindKycSet, Note: fmt.Sprintf("%s %s", word, a.Hex()),
				Key: fmt.Sprintf("kyc-set/%s/%s/%t", eth.Lower(*tx.To()), eth.Lower(a), ok), Wish: "whitelisted"}
		}
	}
	return out
}
