package cli

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/store"
)

func TestCallInWords(t *testing.T) {
	to := common.HexToAddress(addressA)
	a, b := to, common.HexToAddress(addressB)
	deployment, err := contract.Builtin().DeployKycRegistry(b)
	if err != nil {
		t.Fatal(err)
	}
	many := make([]common.Address, 7)
	ones := make([]*big.Int, 7)
	for n := range many {
		many[n], ones[n] = a, big.NewInt(1)
	}
	document := common.HexToHash("0x1234")
	cases := []struct {
		name   string
		to     *common.Address
		data   []byte
		method string
		words  string
	}{
		{"a transfer with a tag behind it", &to, append(contract.Transfer(b, big.NewInt(12)), make([]byte, 16)...), "transfer(address,uint256)", "to = " + b.Hex() + "; value = 12"},
		{"lists are cut", &to, contract.BatchTransfer(many, ones), "batchTransfer(address[],uint256[])",
			"to = [" + strings.Repeat(a.Hex()+", ", 5) + "… 7 in all]; values = [1, 1, 1, 1, 1, … 7 in all]"},
		{"texts, bytes and numbers", &to, contract.ForcedTransfer(a, b, big.NewInt(3), "court order", document), "forcedTransfer(address,address,uint256,string,bytes32)",
			"from = " + a.Hex() + "; to = " + b.Hex() + "; value = 3; reason = court order; document = " + document.Hex()},
		{"a truth", &to, contract.SetWhitelisted(b, true), "setWhitelisted(address,bool)", "account = " + b.Hex() + "; whitelisted = true"},
		{"a method of others", &to, []byte{1, 2, 3, 4, 5}, "", ""},
		{"damaged arguments", &to, contract.Transfer(b, big.NewInt(12))[:40], "", ""},
		{"too short for a method", &to, []byte{1, 2}, "", ""},
		{"no data", &to, nil, "", ""},
		{"a deployment", nil, deployment, "", "issuer = " + b.Hex()},
		{"a deployment of others", nil, []byte{0x60, 0x80}, "", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			i := store.Intent{Data: c.data}
			if c.to != nil {
				text := strings.ToLower(c.to.Hex())
				i.ToAddr = &text
			}
			doc := callDoc(i)
			var words []string
			for _, arg := range doc.Arguments {
				words = append(words, arg.words())
			}
			if got := strings.Join(words, "; "); doc.Method != c.method || doc.Bytes != len(c.data) || got != c.words {
				t.Errorf("%q of %d bytes: %s\nwant %s", doc.Method, doc.Bytes, got, c.words)
			}
			if len(doc.Data) > 2+2*maxData+len("…") {
				t.Errorf("%d characters of data", len(doc.Data))
			}
			if (doc.Contract != "") != (c.to == nil && c.words != "") {
				t.Errorf("contract %q", doc.Contract)
			}
			if _, err := json.Marshal(doc); err != nil {
				t.Error(err)
			}
		})
	}
}

func FuzzCallInWords(f *testing.F) {
	f.Add(contract.Transfer(common.HexToAddress(addressA), big.NewInt(1)), true)
	f.Add(contract.BatchTransfer([]common.Address{{1}}, []*big.Int{big.NewInt(1)}), true)
	f.Add([]byte{0x60, 0x80}, false)
	f.Fuzz(func(t *testing.T, data []byte, call bool) {
		i := store.Intent{Data: data}
		if call {
			to := strings.ToLower(addressA)
			i.ToAddr = &to
		}
		doc := callDoc(i)
		for _, a := range doc.Arguments {
			if a.words() == "" {
				t.Error("an argument without words")
			}
		}
		if _, err := json.Marshal(doc); err != nil {
			t.Error(err)
		}
	})
}
