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
	both := Identities{a: "Ann", b: "Böb, Ltd"}
	cases := map[string]struct {
		in   string
		want Identities
	}{
		"plain":               {"name,address\nAnn," + addrA + "\n\"Böb, Ltd\"," + addrB + "\n", both},
		"bom, crlf, no end":   {"\ufeffname,address\r\nAnn," + addrA + "\r\n\"Böb, Ltd\"," + addrB, both},
		"any order and case":  {"Country, Address ,NAME\nFI," + addrA + ",Ann\nDE," + addrB + ",\"Böb, Ltd\"\n", both},
		"ragged":              {"name,address\nAnn," + addrA + ",Finland\n\"Böb, Ltd\"," + addrB + ",x,y,z\n", both},
		"lower case":          {"name,address\nAnn," + strings.ToLower(addrA) + "\n", Identities{a: "Ann"}},
		"blank and bare rows": {"name,address\n\n,,\nAnn," + addrA + "\n\n", Identities{a: "Ann"}},
		"same row twice":      {"name,address\nAnn," + addrA + "\nAnn ," + strings.ToLower(addrA) + "\n", Identities{a: "Ann"}},
		"header alone":        {"name,address\n", Identities{}},
		"name of two lines":   {"name,address\n\"Ann\nAnnson\"," + addrA + "\n", Identities{a: "Ann\nAnnson"}},
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
					t.Errorf("%s: %q, want %q", k, got[k], v)
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
