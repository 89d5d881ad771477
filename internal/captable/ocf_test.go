package captable

import (
	"archive/zip"
	"bytes"
	"crypto/md5"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
)

const issuerFile = `{"legal_name":"ACME Oy","formation_date":"2019-05-01","country_of_formation":"FI","share_price":"1.00","currency":"EUR"}`

func issuer(t testing.TB) *OCFIssuer {
	i, err := ReadOCFIssuer(strings.NewReader(issuerFile))
	check(t, err)
	return i
}

// ocfPackage writes the package of a token's whole history and reads it back, by file.
func ocfPackage(t testing.TB, decimals int, moves ...move) map[string]map[string]any {
	st := book(t, "Token", decimals, 0, 90, moves...)
	table, err := Build(t.Context(), st, query())
	check(t, err)
	var b bytes.Buffer
	check(t, table.WriteOCF(t.Context(), st, issuer(t), identities(t), time.Unix(blockT0, 0), &b))
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	check(t, err)
	files, sums := map[string]map[string]any{}, map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		check(t, err)
		text, err := io.ReadAll(r)
		check(t, err)
		var doc map[string]any
		check(t, json.Unmarshal(text, &doc))
		files[f.Name], sums["./"+f.Name] = doc, fmt.Sprintf("%x", md5.Sum(text))
	}
	for list, v := range files["Manifest.ocf.json"] {
		if !strings.HasSuffix(list, "_files") {
			continue
		}
		for _, x := range v.([]any) {
			if x := x.(map[string]any); sums[x["filepath"].(string)] != x["md5"] {
				t.Errorf("%s: %v", list, x)
			}
		}
	}
	return files
}

func items(file map[string]any) (out []map[string]any) {
	for _, x := range file["items"].([]any) {
		out = append(out, x.(map[string]any))
	}
	return out
}

// ocfSchema compiles one of the published schemas of the version that is written.
func ocfSchema(t testing.TB, path string) *jsonschema.Schema {
	t.Helper()
	const base = "https://schema.opencaptablecoalition.com/v/" + OCFVersion + "/"
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	c.UseLoader(schemaFiles{base: base, dir: filepath.Join("testdata", "ocf-"+OCFVersion, "schema")})
	s, err := c.Compile(base + path + ".schema.json")
	check(t, err)
	return s
}

// schemaFiles loads schemas from a folder instead of the net.
type schemaFiles struct{ base, dir string }

// Load reads the schema of an address.
func (l schemaFiles) Load(url string) (any, error) {
	path, ok := strings.CutPrefix(url, l.base)
	if !ok {
		return nil, fmt.Errorf("%s is no address of the schemas", url)
	}
	f, err := os.Open(filepath.Join(l.dir, filepath.FromSlash(path)))
	if err != nil {
		return nil, err
	}
	doc, err := jsonschema.UnmarshalJSON(f)
	return doc, errors.Join(err, f.Close())
}

// ocfFiles are the files of a package and the schema of each.
var ocfFiles = map[string]string{
	"Manifest": "OCFManifestFile", "Transactions": "TransactionsFile", "Stakeholders": "StakeholdersFile", "StockClasses": "StockClassesFile",
	"StockPlans": "StockPlansFile", "StockLegends": "StockLegendTemplatesFile", "VestingTerms": "VestingTermsFile", "Valuations": "ValuationsFile",
}

// TestOCFMeetsTheSchemas validates packages against the schemas, and sees that a fault would be found.
func TestOCFMeetsTheSchemas(t *testing.T) {
	for name, moves := range map[string][]move{
		"no history":   {},
		"all kinds":    {{1, 0, 1, n(100)}, {2, 1, 5, n(40)}, {3, 5, 0, n(10)}, {4, 1, 1, n(7)}, {5, 5, 6, n(30)}},
		"large amount": {{1, 0, 1, new(big.Int).Lsh(n(1), 250)}},
	} {
		t.Run(name, func(t *testing.T) {
			files := ocfPackage(t, 2, moves...)
			if len(files) != len(ocfFiles) {
				t.Errorf("%d files", len(files))
			}
			for file, schema := range ocfFiles {
				s := ocfSchema(t, "files/"+schema)
				doc := files[file+".ocf.json"]
				if err := s.Validate(doc); err != nil {
					t.Errorf("%s: %v", file, err)
				}
				doc["file_type"] = "OCF_OTHER_FILE"
				if s.Validate(doc) == nil {
					t.Errorf("%s: another type of file passes", file)
				}
			}
			for _, x := range items(files["Transactions.ocf.json"]) {
				if x["quantity"] = "1.00000000001"; x["object_type"] == "TX_STOCK_ISSUANCE" && ocfSchema(t, "objects/transactions/issuance/StockIssuance").Validate(x) == nil {
					t.Error("eleven decimals pass")
				}
			}
		})
	}
}

// checkOCF checks that securities are issued once, end once and lose nothing. It
// returns what the living ones hold, by stakeholder.
func checkOCF(t testing.TB, files map[string]map[string]any) map[string]*big.Rat {
	holders := map[string]bool{}
	for _, x := range items(files["Stakeholders.ocf.json"]) {
		holders[x["id"].(string)] = true
	}
	type security struct {
		holder string
		left   *big.Rat
	}
	rat := func(x map[string]any) *big.Rat { r, _ := new(big.Rat).SetString(x["quantity"].(string)); return r }
	securities, issued := map[string]*security{}, map[string]*big.Rat{}
	list := items(files["Transactions.ocf.json"])
	for _, x := range list {
		if x["object_type"] == "TX_STOCK_ISSUANCE" {
			id := x["security_id"].(string)
			if issued[id] != nil || !holders[x["stakeholder_id"].(string)] {
				t.Errorf("issued twice, or to nobody: %v", x)
			}
			issued[id] = rat(x)
			securities[id] = &security{x["stakeholder_id"].(string), rat(x)}
		}
	}
	for _, x := range list {
		if x["object_type"] == "TX_STOCK_ISSUANCE" {
			continue
		}
		old := x["security_id"].(string)
		if securities[old] == nil {
			t.Errorf("ends twice, or never was: %v", x)
			continue
		}
		sum := new(big.Rat)
		if x["object_type"] == "TX_STOCK_CANCELLATION" {
			sum.Set(rat(x))
		} else {
			for _, next := range x["resulting_security_ids"].([]any) {
				sum.Add(sum, issued[next.(string)])
			}
			if sum.Cmp(rat(x)) != 0 {
				t.Errorf("other quantities result from %v", x)
			}
		}
		if balance, ok := x["balance_security_id"]; ok {
			if securities[balance.(string)].holder != securities[old].holder {
				t.Errorf("the balance is another's: %v", x)
			}
			sum.Add(sum, issued[balance.(string)])
		}
		if sum.Cmp(issued[old]) != 0 {
			t.Errorf("%s of %s are accounted for by %v", sum, issued[old], x)
		}
		delete(securities, old)
	}
	hold := map[string]*big.Rat{}
	for _, s := range securities {
		if hold[s.holder] == nil {
			hold[s.holder] = new(big.Rat)
		}
		hold[s.holder].Add(hold[s.holder], s.left)
	}
	return hold
}

func TestOCF(t *testing.T) {
	files := ocfPackage(t, 2, move{1, 0, 1, n(100)}, move{2, 0, 1, n(50)}, move{3, 1, 5, n(120)}, move{4, 5, 0, n(110)}, move{5, 1, 1, n(7)}, move{6, 1, 5, n(0)}, move{7, 1, 2, n(30)})
	hold := checkOCF(t, files)
	if len(hold) != 2 || hold["holder-1"].FloatString(2) != "0.30" || hold["holder-2"].FloatString(2) != "0.10" {
		t.Errorf("hold %v", hold)
	}
	manifest := files["Manifest.ocf.json"]
	if manifest["ocf_version"] != OCFVersion || manifest["file_type"] != "OCF_MANIFEST_FILE" || manifest["issuer"].(map[string]any)["country_of_formation"] != "FI" {
		t.Errorf("manifest %v", manifest)
	}
	if first := items(files["Stakeholders.ocf.json"])[0]; first["name"].(map[string]any)["legal_name"] != "Ann" || first["issuer_assigned_id"] != "A1" || len(first["comments"].([]any)) != 2 {
		t.Errorf("stakeholder %v", first)
	}
	// First in, first out: the 120 are the first 100 and 20 of the next 50.
	var parts []string
	for _, x := range items(files["Transactions.ocf.json"]) {
		if x["object_type"] == "TX_STOCK_TRANSFER" {
			parts = append(parts, x["security_id"].(string)+" "+x["quantity"].(string))
		}
	}
	if got := strings.Join(parts, ", "); got != "lot-1 1, lot-2 0.2, lot-4 0.3" {
		t.Errorf("transfers %s", got)
	}
}

// TestOCFHoldsAll compares the lots of random histories with the cap table.
func TestOCFHoldsAll(t *testing.T) {
	fewChecks(t)
	rapid.Check(t, func(rt *rapid.T) {
		balances := make([]int64, 9)
		var moves []move
		for i := range rapid.IntRange(1, 40).Draw(rt, "moves") {
			from, to := byte(rapid.IntRange(0, 8).Draw(rt, "from")), byte(rapid.IntRange(0, 8).Draw(rt, "to"))
			raw := int64(rapid.IntRange(0, 50).Draw(rt, "raw"))
			if from > 0 {
				raw = min(raw, balances[from])
			}
			balances[from] -= raw
			balances[to] += raw
			moves = append(moves, move{uint64(i), from, to, n(raw)})
		}
		files := ocfPackage(t, 2, moves...)
		total := new(big.Rat)
		for _, held := range checkOCF(t, files) {
			total.Add(total, held)
		}
		if want := big.NewRat(-balances[0], 100); total.Cmp(want) != 0 {
			rt.Fatalf("lots hold %s, want %s", total, want)
		}
	})
}

func TestOCFRefuses(t *testing.T) {
	write := func(decimals int, complete bool, moves ...move) error {
		st := book(t, "T", decimals, 0, 9, moves...)
		if !complete {
			check(t, st.DB().Exec(`UPDATE token SET complete = 0`).Error)
		}
		table, err := Build(t.Context(), st, query())
		check(t, err)
		return table.WriteOCF(t.Context(), st, issuer(t), nil, time.Unix(0, 0), io.Discard)
	}
	ten, err := eth.ParseAmount("0.0000000001", 18)
	check(t, err)
	eleven, err := eth.ParseAmount("0.00000000001", 18)
	check(t, err)
	if err := write(18, true, move{1, 0, 1, ten}); err != nil {
		t.Errorf("ten decimals: %v", err)
	}
	if err := write(18, true, move{1, 0, 1, eleven}); !fault.Is(err, fault.Usage) || !strings.Contains(err.Error(), "block 1, log 0: the amount 0.00000000001 has 11 decimals") {
		t.Errorf("eleven decimals: %v", err)
	}
	if err := write(0, true, move{1, 0, 1, n(1)}, move{2, 1, 2, n(2)}); err == nil || !strings.Contains(err.Error(), "than it has got") {
		t.Errorf("more than there is: %v", err)
	}
	if err := write(0, false, move{1, 0, 1, n(1)}); !fault.Is(err, fault.Usage) || !strings.Contains(err.Error(), "partial") {
		t.Errorf("a partial scan: %v", err)
	}
	for name, text := range map[string]string{"nothing": "", "unknown field": `{"name":"x"}`, "no name": strings.Replace(issuerFile, "ACME Oy", " ", 1),
		"no day": strings.Replace(issuerFile, "05-01", "02-30", 1), "country": strings.Replace(issuerFile, `"FI"`, `"Fin"`, 1), "currency": strings.Replace(issuerFile, "EUR", "eur", 1),
		"price": strings.Replace(issuerFile, "1.00", "1,00", 1), "class": strings.Replace(issuerFile, "{", `{"class_type":"ODD",`, 1)} {
		if _, err := ReadOCFIssuer(strings.NewReader(text)); !fault.Is(err, fault.Usage) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
