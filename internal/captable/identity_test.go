package captable

import (
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/fault"
)

const (
	addrA = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed" // examples of EIP-55
	addrB = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"
)

func TestReadIdentities(t *testing.T) {
	a, b := common.HexToAddress(addrA), common.HexToAddress(addrB)
	both := Identities{a: {Name: "Ann"}, b: {Name: "Böb, Ltd"}}
	cases := map[string]struct {
		in   string
		want Identities
	}{
		"plain":              {"name,address\nAnn," + addrA + "\n\"Böb, Ltd\"," + addrB + "\n", both},
		"bom, crlf, no end":  {"\ufeffname,address\r\nAnn," + addrA + "\r\n\"Böb, Ltd\"," + addrB, both},
		"any order and case": {"Email, Address ,NAME\nx," + addrA + ",Ann\ny," + addrB + ",\"Böb, Ltd\"\n", both},
		"all columns": {"name,address,Investor_ID,type,COUNTRY,Share class,custodian,treasury,lost\nAnn," + addrA + ",7,person,fi,A,,x,\nAnn," + addrB + ",7,person,,,yes,no,1\n", Identities{
			a: {Name: "Ann", Investor: "7", Type: "person", Country: "FI", Class: "A", Treasury: true},
			b: {Name: "Ann", Investor: "7", Type: "person", Custodian: true, Lost: true}}},
		"ragged":              {"name,address\nAnn," + addrA + ",Finland\n\"Böb, Ltd\"," + addrB + ",x,y,z\n", both},
		"lower case":          {"name,address\nAnn," + strings.ToLower(addrA) + "\n", Identities{a: {Name: "Ann"}}},
		"blank and bare rows": {"name,address\n\n,,\nAnn," + addrA + "\n\n", Identities{a: {Name: "Ann"}}},
		"same row twice":      {"name,address\nAnn," + addrA + "\nAnn ," + strings.ToLower(addrA) + "\n", Identities{a: {Name: "Ann"}}},
		"header alone":        {"name,address\n", Identities{}},
		"name of two lines":   {"name,address\n\"Ann\nAnnson\"," + addrA + "\n", Identities{a: {Name: "Ann\nAnnson"}}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got, err := ReadIdentities("ids.csv", strings.NewReader(c.in))
			if err != nil {
				t.Fatal(err)
			}
			if len(got) != len(c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
			for k, v := range c.want {
				if got[k] != v {
					t.Errorf("%s: %+v, want %+v", k, got[k], v)
				}
			}
		})
	}
}

func TestReadIdentitiesRefuses(t *testing.T) {
	cases := map[string]struct{ in, says string }{
		"empty":             {"", "is empty"},
		"no address":        {"name,wallet\n", "there is no column address"},
		"no name":           {"address\n", "there is no column name"},
		"semicolons":        {"name;address\n", "there is no column name"},
		"twice a column":    {"name,address,Address\n", "column address is there twice"},
		"bad checksum":      {"name,address\nAnn," + strings.Replace(addrA, "5aA", "5AA", 1) + "\n", "ids.csv, row 2, column address: address"},
		"missing":           {"name,address\n\nAnn\n", "row 3, column address: there is none"},
		"shifted":           {"name,address\n" + addrA + ",Secret Person\n", "row 2, column address: the field does not start with 0x"},
		"two names":         {"name,address\nAnn," + addrA + "\nSecret Person," + addrA + "\n", "row 3, column address: " + addrA + " has another name in row 2"},
		"two countries":     {"name,address,country\nAnn," + addrA + ",FI\nAnn," + addrA + ",DE\n", "row 3, column address: " + addrA + " has other data in row 2"},
		"investor renamed":  {"name,address,investor id\nAnn," + addrA + ",1\nSecret Person," + addrB + ",1\n", "row 3, column name: the investor of this row has another name in row 2"},
		"perhaps":           {"name,address,custodian\nAnn," + addrA + ",Secret\n", "row 2, column custodian: the field is neither yes nor no"},
		"utf-16":            {"\xff\xfen\x00", "UTF-16"},
		"latin-1":           {"name,address\nB\xf6b," + addrA + "\n", "row 2, column name: the text is not UTF-8"},
		"unclosed quote":    {"name,address\n\"Ann," + addrA + "\n", "row 2, character"},
		"after a multiline": {"name,address\n\"A\nB\"," + addrA + "\nC,0x12\n", "row 4, column address"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := ReadIdentities("ids.csv", strings.NewReader(c.in))
			if err == nil || !strings.Contains(err.Error(), c.says) || !fault.Is(err, fault.Usage) {
				t.Fatalf("error %v, want one of class usage that says %q", err, c.says)
			}
			if strings.Contains(err.Error(), "Secret") {
				t.Errorf("the error tells a name: %v", err)
			}
		})
	}
	if _, err := LoadIdentities(t.TempDir() + "/none.csv"); err == nil || !fault.Is(err, fault.Usage) {
		t.Errorf("a missing file: %v", err)
	}
}

func TestWallets(t *testing.T) {
	a, b, c := common.Address{1}, common.Address{2}, common.Address{3}
	ids := Identities{b: {Name: "Ann", Investor: "7"}, a: {Name: "Ann", Investor: "7"}, c: {Name: "7"}}
	for who, want := range map[string]int{"7": 2, "Ann": 2, "": 0, "Ben": 0} {
		if got := ids.Wallets(who); len(got) != want || want == 2 && (got[0] != a || got[1] != b) {
			t.Errorf("%q has %v", who, got)
		}
	}
}

func TestReadBeneficialRefuses(t *testing.T) {
	head := "custodian,name,balance\n"
	cases := map[string]struct{ in, says string }{
		"no balance": {"custodian,name\n", "row 1: there is no column balance"},
		"sum":        {head + addrA + ",Secret A,1\n" + addrA + ",Secret B,2\n", "row 3, column balance: the balances behind custodian " + addrA + " add up to 3 with this row, but it holds 3.5 at block 9"},
		"no holder":  {head + addrB + ",Secret A,1\n", "add up to 1 with this row, but it holds 0 at block 9"},
		"decimals":   {head + addrA + ",Secret A,1.505\n", "row 2, column balance: amount"},
		"negative":   {head + addrA + ",Secret A,-1\n", "row 2, column balance: amount"},
		"shifted":    {head + addrA + ",1,Secret A\n", "row 2, column balance: the field is no amount"},
		"address":    {head + "Secret A," + addrA + ",1\n", "row 2, column custodian: the field does not start with 0x"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			b, err := ReadBeneficial("owners.csv", strings.NewReader(c.in))
			if err == nil {
				_, err = b.split([]Holding{{Address: common.HexToAddress(addrA), Balance: n(35)}}, 1, 9)
			}
			if err == nil || !strings.Contains(err.Error(), c.says) || !fault.Is(err, fault.Usage) || strings.Contains(err.Error(), "Secret") {
				t.Errorf("error %v, want one of class usage that says %q", err, c.says)
			}
		})
	}
}

func FuzzReadBeneficial(f *testing.F) {
	for _, s := range []string{"custodian,name,balance\n" + addrA + ",Ann,1.5\n", "balance,name,custodian\r\n,,\n1,x," + addrB, "\""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		b, err := ReadBeneficial("owners.csv", strings.NewReader(s))
		if err == nil {
			_, err = b.split(nil, 18, 1)
		}
		if err != nil && !fault.Is(err, fault.Usage) {
			t.Fatalf("class of %v", err)
		}
	})
}

func FuzzReadIdentities(f *testing.F) {
	for _, s := range []string{"name,address\nAnn," + addrA + "\n", "\ufeffaddress,name\r\n" + addrB + ",\"x\"\"y\"\r\n", "\"", "name,address\n,,,\n\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		ids, err := ReadIdentities("ids.csv", strings.NewReader(s))
		if err != nil && !fault.Is(err, fault.Usage) {
			t.Fatalf("class of %v", err)
		}
		for a := range ids {
			if !strings.Contains(strings.ToLower(s), strings.ToLower(a.Hex())) {
				t.Fatalf("%s is not in the file", a)
			}
		}
	})
}
