package e2e

import (
	"encoding/csv"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// row is one line of a distribution file.
type row struct {
	id     string
	name   string
	to     common.Address
	amount string
	raw    *big.Int // with 18 decimals
}

const header = "external_id,email,name,address,amount"

// makeRows makes rows with receivers of their own, drawn from the prefix, and amounts that all differ.
func makeRows(prefix string, n int) []row {
	rows := make([]row, n)
	for i := range rows {
		amount := fmt.Sprintf("%d.%03d", 1+i%7, i)
		if i > 999 {
			amount = fmt.Sprintf("%d.%04d", 1+i%7, i)
		}
		id := fmt.Sprintf("%s-%04d", prefix, i+1)
		rows[i] = row{id: id, name: fmt.Sprintf("Holder %s %d", prefix, i+1), to: common.BytesToAddress(crypto.Keccak256([]byte(id))[12:]),
			amount: amount, raw: shares(amount)}
	}
	return rows
}

// file is the rows as a CSV file.
func file(rows []row) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	write := func(fields ...string) {
		if err := w.Write(fields); err != nil {
			panic(err)
		}
	}
	write(strings.Split(header, ",")...)
	for i, r := range rows {
		write(r.id, fmt.Sprintf("holder%d@holders.example", i+1), r.name, r.to.Hex(), r.amount)
	}
	w.Flush()
	return b.String()
}

// names is the rows as an identity file.
func names(rows []row) string {
	var b strings.Builder
	b.WriteString("name,address\n")
	for _, r := range rows {
		fmt.Fprintf(&b, "%s,%s\n", r.name, r.to.Hex())
	}
	return b.String()
}

func receivers(rows []row) []common.Address {
	out := make([]common.Address, len(rows))
	for i, r := range rows {
		out[i] = r.to
	}
	return out
}

func sum(rows []row) *big.Int {
	s := new(big.Int)
	for _, r := range rows {
		s.Add(s, r.raw)
	}
	return s
}

// holdRows fails the test unless each receiver holds what its row gives.
func holdRows(t testing.TB, d *desk, token common.Address, rows []row) {
	t.Helper()
	for i, got := range balancesAt(t, d.node, token, nil, receivers(rows)...) {
		if got.Cmp(rows[i].raw) != 0 {
			t.Errorf("%s holds %s raw units, want %s", rows[i].to, got, rows[i].raw)
		}
	}
}
