package fault

import (
	"context"
	"errors"
	"fmt"
	"testing"
)

func TestClassAndHintSurviveWrapping(t *testing.T) {
	inner := New(Funds, "account %s holds too little", "0xabc").WithHint("send it ETH")
	cases := []struct {
		name  string
		err   error
		class Class
		hint  string
	}{
		{"nil", nil, OK, ""},
		{"plain", errors.New("x"), General, ""},
		{"direct", inner, Funds, "send it ETH"},
		{"wrapped", fmt.Errorf("prepare: %w", inner), Funds, "send it ETH"},
		{"outer class wins, inner hint stays", New(Partial, "two of three: %w", inner), Partial, "send it ETH"},
		{"joined", errors.Join(errors.New("a"), inner), Funds, "send it ETH"},
		{"joined, the hint in a later part", errors.Join(New(Usage, "b"), inner), Usage, "send it ETH"},
		{"cancelled", fmt.Errorf("read: %w", context.Canceled), Interrupted, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := ClassOf(c.err); got != c.class {
				t.Errorf("class %d, want %d", got, c.class)
			}
			if got := Hint(c.err); got != c.hint {
				t.Errorf("hint %q, want %q", got, c.hint)
			}
		})
	}
}

func TestTableIsCompleteAndOrdered(t *testing.T) {
	last := Class(-1)
	for _, m := range Table() {
		if m.Class <= last || m.Name == "" || m.Text == "" {
			t.Errorf("row %+v is out of order or empty", m)
		}
		last = m.Class
	}
	if last != Interrupted {
		t.Errorf("the table ends at %d", last)
	}
}
