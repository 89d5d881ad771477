package node

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

const oneLog = `{"address":"0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","topics":["0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef"],` +
	`"data":"0x01","blockNumber":"0xA","transactionHash":"0x1111111111111111111111111111111111111111111111111111111111111111","transactionIndex":"0x0",` +
	`"blockHash":"0x2222222222222222222222222222222222222222222222222222222222222222","blockTimestamp":"0x64","logIndex":"0x3","removed":false}`

// both reads b by the fast and the slow way; fast is nil where that way leaves it to the other.
func both(b []byte) (fast, slow []rawLog, err error) {
	p := logParser{b: b}
	if list, ok := p.list(); ok {
		fast = list
	}
	var l logList
	err = l.slow(b)
	return fast, l, err
}

// same compares logs, taking nil and empty for equal.
func same(a, b []rawLog) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		x, y := a[i], b[i]
		if len(x.Topics) == 0 && len(y.Topics) == 0 {
			x.Topics, y.Topics = nil, nil
		}
		if len(x.Data) == 0 && len(y.Data) == 0 {
			x.Data, y.Data = nil, nil
		}
		if !reflect.DeepEqual(x, y) {
			return false
		}
	}
	return true
}

func TestLogParser(t *testing.T) {
	change := func(old, to string) string { return "[" + strings.Replace(oneLog, old, to, 1) + "]" }
	for _, tc := range []struct {
		name string
		text string
		fast bool
		bad  bool
	}{
		{"none", "[]", true, false},
		{"one", "[" + oneLog + "]", true, false},
		{"two, with spaces", " [ " + strings.ReplaceAll(oneLog, ":", " :\n\t") + " ,\r " + oneLog + " ] ", true, false},
		{"a member of the node's own", change(`"removed"`, `"logType":"x","other":null,"removed"`), true, false},
		{"a nested member of the node's own", change(`"removed"`, `"l1":{"a":[1]},"removed"`), false, false},
		{"null instead of a hash", change(`"0x2222222222222222222222222222222222222222222222222222222222222222"`, "null"), false, false},
		{"an escape", change("0xddf2", `0\u0078ddf2`), false, true},
		{"another case", change("removed", "Removed"), false, false},
		{"a number as a number", change(`"0xA"`, "10"), false, false},
		{"removed", change("false", "true"), true, false},
		{"no topics", change(`"0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef"`, ""), true, false},
		{"no data", change(`"0x01"`, `"0x"`), true, false},
		{"odd data", change(`"0x01"`, `"0x1"`), false, true},
		{"a short hash", change("0x2222", "0x22"), false, true},
		{"a letter in a hash", change("0x2222", "0x222g"), false, true},
		{"an object", oneLog, false, true},
		{"null", "null", false, false},
		{"null within", "[null]", false, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if !json.Valid([]byte(tc.text)) {
				t.Fatal("not valid JSON")
			}
			fast, slow, err := both([]byte(tc.text))
			if (fast != nil) != tc.fast || (err != nil) != tc.bad {
				t.Fatalf("fast %v, error %v", fast != nil, err)
			}
			if fast != nil && !same(fast, slow) {
				t.Errorf("fast %+v, slow %+v", fast, slow)
			}
		})
	}
}

// FuzzLogParser: what the fast way reads, the slow way reads alike.
func FuzzLogParser(f *testing.F) {
	f.Add("[" + oneLog + "]")
	f.Add("[" + oneLog + "," + oneLog + "]")
	f.Add(`[{"address":null}]`)
	f.Add(`[{"x":"","topics":[],"data":"0x"}]`)
	f.Fuzz(func(t *testing.T, text string) {
		if !json.Valid([]byte(text)) {
			return
		}
		fast, slow, err := both([]byte(text))
		if fast != nil && (err != nil || !same(fast, slow)) {
			t.Errorf("%s:\nfast %+v\nslow %+v, %v", text, fast, slow, err)
		}
	})
}
