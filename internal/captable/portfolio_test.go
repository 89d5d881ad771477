package captable

import (
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
)

func TestPortfolio(t *testing.T) {
	st := book(t, "Token", 2, 0, 90, move{1, 0, 1, n(100)}, move{2, 0, 2, n(50)}, move{3, 0, 3, n(150)}, move{4, 3, 1, n(30)},
		move{5, 1, 2, n(60)}, move{6, 2, 3, n(120)}, move{7, 1, 1, n(5)}, move{8, 2, 4, n(0)})
	cases := []struct {
		name    string
		wallets []common.Address
		want    string
	}{
		// Wallets 1 and 2 got 100, 50 and 30, and gave 120 away: the first 100 and 20 of the next 50.
		{"an investor", []common.Address{person(1), person(2)}, "0.6 20.00 2 0.3|0.6 20.00 4 0.3"},
		{"one wallet", []common.Address{person(1)}, "0.7 23.33 1 0.4|0.7 23.33 4 0.3"},
		{"nobody", []common.Address{person(9)}, ""},
		{"one who got nothing", []common.Address{person(4)}, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p, err := ReadPortfolio(t.Context(), st, chain, c.wallets, false)
			check(t, err)
			var got []string
			for _, row := range p.Cells(Defuse) {
				got = append(got, strings.Join([]string{row[2], row[3], row[5], row[8]}, " "))
			}
			if s := strings.Join(got, "|"); s != c.want || len(p.Notes) > 0 {
				t.Errorf("got %s, want %s (%v)", s, c.want, p.Notes)
			}
		})
	}
	if p, err := ReadPortfolio(t.Context(), st, chain, []common.Address{person(4)}, true); err != nil || len(p.Holdings) != 1 || p.Holdings[0].Balance != "0" {
		t.Errorf("with empty ones: %v, %+v", err, p)
	}
	if p, err := ReadPortfolio(t.Context(), st, chain+1, []common.Address{person(1)}, true); err != nil || len(p.Holdings) != 0 {
		t.Errorf("another chain: %v, %+v", err, p)
	}
	short := book(t, "Token", 0, 0, 9, move{1, 0, 1, n(5)}, move{2, 1, 2, n(7)})
	check(t, short.DB().Exec(`UPDATE token SET complete = 0`).Error)
	p, err := ReadPortfolio(t.Context(), short, chain, []common.Address{person(1)}, false)
	check(t, err)
	if len(p.Notes) != 2 || !strings.Contains(p.Notes[0], "partial") || p.Holdings[0].Balance != "-2" || len(p.Holdings[0].Lots) != 0 {
		t.Errorf("a partial one: %+v", p)
	}
}
