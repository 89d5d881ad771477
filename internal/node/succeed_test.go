package node_test

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/node"
)

const (
	inTurn = "5f545f3514600b57" + "5f5ffd" + "5b5f546001015f5500" // takes the number of the calls that it took before, and nothing else
	paid   = "34600214600857" + "fe" + "5b00"                     // takes two wei
)

func TestSucceed(t *testing.T) {
	onAll(t, func(x *chain) {
		turn, fee, refuses := x.deploy(inTurn), x.deploy(paid), x.deploy(reverter)
		from, nobody := x.Address(0), common.Address{9}
		call := func(n uint64) node.CallMsg { return node.CallMsg{From: from, To: turn, Data: word(n), Gas: 60_000} }
		two := node.CallMsg{From: from, To: fee, Value: big.NewInt(2), Gas: 60_000}
		lot := make([]node.CallMsg, 500)
		for n := range lot {
			lot[n] = call(uint64(n))
		}
		for name, tc := range map[string]struct {
			calls []node.CallMsg
			want  bool
		}{
			"nothing":           {nil, true},
			"in turn":           {[]node.CallMsg{call(0), call(1), two, call(2)}, true},
			"many":              {lot, true},
			"the last is late":  {append(lot[:499:499], call(500)), false},
			"not in turn":       {[]node.CallMsg{call(1), call(0)}, false},
			"refused":           {[]node.CallMsg{call(0), {From: from, To: refuses, Gas: 60_000}, call(1)}, false},
			"another value":     {[]node.CallMsg{{From: from, To: fee, Value: big.NewInt(3), Gas: 60_000}}, false},
			"no value":          {[]node.CallMsg{{From: from, To: fee, Gas: 60_000}}, false},
			"ether to somebody": {[]node.CallMsg{{From: from, To: &nobody, Value: big.NewInt(1), Gas: 21_000}}, true},
			"more than it has":  {[]node.CallMsg{{From: from, To: &nobody, Value: new(big.Int).Lsh(big.NewInt(1), 200), Gas: 21_000}}, false},
			"little gas":        {[]node.CallMsg{{From: from, To: turn, Data: word(0), Gas: 30_000}}, false},
			"less gas":          {[]node.CallMsg{{From: from, To: turn, Data: word(0), Gas: 21_000}}, false},
			"no gas":            {[]node.CallMsg{{From: from, To: turn, Data: word(0)}}, false},
			"a deployment":      {[]node.CallMsg{call(0), {From: from, Data: creation(t, inTurn), Gas: 200_000}}, false},
			"two accounts":      {[]node.CallMsg{call(0), {From: x.Address(1), To: turn, Data: word(1), Gas: 60_000}}, false},
		} {
			if got := x.c.Succeed(background, tc.calls, node.Latest); got != tc.want {
				x.Errorf("%s: %v", name, got)
			}
		}
		if x.c.Succeed(background, []node.CallMsg{call(0)}, node.At(1<<40)) {
			x.Error("on a block of the future")
		}
	})
}
