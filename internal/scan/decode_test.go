package scan

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/node"
)

// TestPairs counts a movement that two events tell once, within its transaction alone.
func TestPairs(t *testing.T) {
	topics := map[byte]common.Hash{'T': contract.TopicTransfer(), 'I': contract.TopicIssued(), 'B': contract.TopicBurned(), 'F': contract.TopicForced(),
		'M': contract.TopicForcedTransfer()}
	// Each event is kind, from, to, amount, transaction; 0 is the zero address.
	cases := map[string]string{
		"T0151 I0151":             "T0151",
		"I0151 T0151":             "T0151",
		"I0151 T0152":             "I0151 T0152", // another transaction
		"I0151 T0161":             "I0151 T0161", // another amount
		"I0151 T0251":             "I0151 T0251", // another receiver
		"I0151 T2151":             "I0151 T2151", // no minting
		"I0151 I0151 T0151":       "I0151 T0151", // one Transfer accounts for one
		"I0151 I0151 T0151 T0151": "T0151 T0151",
		"B1051 T1051":             "T1051",
		"F1251 T1251 T1251":       "F1251 T1251", // the first of them was forced
		"T1251 M1251":             "F1251",
		"T1251 F1251 M1251":       "F1251",       // two events about one Transfer
		"M1251 T1252":             "F1251 T1252", // without a Transfer it moves tokens itself
		"T1051 M1051 B1051":       "F1051",
		"F1251 B1051 I0151":       "F1251 B1051 I0151",
		"I0151 T0151 I0152 T0153": "T0151 I0152 T0153",
	}
	for in, want := range cases {
		t.Run(in, func(t *testing.T) {
			var logs []node.Log
			for i, e := range strings.Fields(in) {
				from, to, v, tx := topic(int(e[1]-'0')), topic(int(e[2]-'0')), word(int(e[3]-'0')), common.Hash{e[4]}
				l := node.Log{Topics: []common.Hash{topics[e[0]], from, to}, Data: v, TxHash: tx, BlockNumber: uint64(e[4] - '0'), LogIndex: uint64(i)}
				switch e[0] {
				case 'I':
					l.Topics = []common.Hash{l.Topics[0], to}
				case 'B':
					l.Topics = []common.Hash{l.Topics[0], from}
				}
				logs = append(logs, l)
			}
			got, ignored, err := balanceTopics().decode(logs, nil)
			check(t, err)
			var s []string
			for _, g := range got {
				s = append(s, fmt.Sprintf("%c%d%d%d%c", "TIBF"[g.kind], g.from[19], g.to[19], g.raw[1], g.tx[0]))
			}
			if strings.Join(s, " ") != want || len(ignored) != 0 {
				t.Errorf("%s (%v ignored), want %s", s, ignored, want)
			}
		})
	}
}

func TestAmountIsAsStored(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := new(big.Int).SetBytes(rapid.SliceOfN(rapid.Byte(), 0, 32).Draw(t, "amount"))
		a := amountOf(common.LeftPadBytes(v.Bytes(), 32))
		if string(a.stored()) != string(eth.EncodeRaw(v)) {
			t.Fatalf("%x, want %x", a.stored(), eth.EncodeRaw(v))
		}
	})
}
