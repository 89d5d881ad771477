package captable

import (
	"archive/zip"
	"bufio"
	"context"
	"crypto/md5" //nolint:gosec // Open Cap Format names its files by MD5
	"encoding/json"
	"fmt"
	"hash"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/holiman/uint256"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/store"
)

// OCFVersion is the version of Open Cap Format that is written.
const OCFVersion = "1.2.0"

// maxOCFDecimals is how many decimals a number of Open Cap Format has at most.
const maxOCFDecimals = 10

// object is an object of Open Cap Format.
type object map[string]any

// WriteOCF writes the history of a token up to the moment of its table as an Open Cap Format package, a ZIP file of JSON
// files: one security for each lot, first in first out by wallet; an issuance for each lot that comes about, a transfer or
// cancellation for each that ends. Amounts of more than 10 decimals are refused, never rounded, and so is a partial scan.
func (t *Table) WriteOCF(ctx context.Context, st *store.Store, issuer *OCFIssuer, ids Identities, now time.Time, w io.Writer) error {
	if !t.Complete {
		return fault.New(fault.Usage, "the scan of token %s is partial, and an Open Cap Format package tells a history from its beginning", t.Token.Hex()).
			WithHint("scan again with an earlier --start-block")
	}
	o := &ocf{zip: zip.NewWriter(w), table: t, issuer: issuer, ids: ids, at: map[string]int{}}
	if err := o.begin("Transactions.ocf.json", "TRANSACTIONS"); err != nil {
		return err
	}
	if _, err := Ledger(ctx, st, LedgerQuery{Chain: t.ChainID, Token: t.Token, To: When{Block: &t.AsOf.Block}, Identities: ids}, o); err != nil {
		return err
	}
	if err := o.end(); err != nil {
		return err
	}
	if err := o.rest(now); err != nil {
		return err
	}
	return o.zip.Close()
}

// ocf is a package while it is written.
type ocf struct {
	zip    *zip.Writer
	table  *Table
	issuer *OCFIssuer
	ids    Identities

	lots         lotBook
	transactions int
	stakeholders []object
	at           map[string]int // investor -> place in stakeholders

	file  *bufio.Writer
	sum   hash.Hash
	name  string
	any   bool
	files map[string][]object // the manifest's lists
}

// begin starts a file of items.
func (o *ocf) begin(name, kind string) error {
	f, err := o.zip.Create(name)
	if err != nil {
		return err
	}
	o.sum = md5.New() //nolint:gosec // see above
	o.file, o.name, o.any = bufio.NewWriterSize(io.MultiWriter(f, o.sum), 1<<16), name, false
	_, err = fmt.Fprintf(o.file, "{\"file_type\": \"OCF_%s_FILE\", \"items\": [", kind)
	return err
}

func (o *ocf) item(x object) error {
	text, err := json.Marshal(x)
	if err != nil {
		return err
	}
	before := ",\n"
	if !o.any {
		before, o.any = "\n", true
	}
	if _, err := o.file.WriteString(before); err != nil {
		return err
	}
	_, err = o.file.Write(text)
	return err
}

// end ends a file, and enters it in the list of the manifest that bears its name.
func (o *ocf) end() error {
	if _, err := o.file.WriteString("\n]}\n"); err != nil {
		return err
	}
	if err := o.file.Flush(); err != nil {
		return err
	}
	if o.files == nil {
		o.files = map[string][]object{}
	}
	o.files[o.name] = []object{{"filepath": "./" + o.name, "md5": fmt.Sprintf("%x", o.sum.Sum(nil))}}
	return nil
}

// Head does nothing: the table has told it.
func (o *ocf) Head(*LedgerHead) error { return nil }

// Entry writes the objects of one entry.
func (o *ocf) Entry(e *Entry) error {
	raw := (*uint256.Int)(&e.raw)
	if raw.IsZero() || e.From.Address == e.To.Address {
		return nil
	}
	if _, err := o.quantity(raw, e); err != nil {
		return err
	}
	if e.Kind == Issuance {
		return o.issued(e, &e.To, raw)
	}
	from, err := o.lots.of(&e.From)
	if err != nil {
		return err
	}
	return from.take(raw, e, func(l *lot, taken, rest *uint256.Int) error { return o.moved(e, l, taken, rest) })
}

// moved writes the end of a lot: what goes to another holder or nowhere, and what stays as a new lot.
func (o *ocf) moved(e *Entry, l *lot, taken, rest *uint256.Int) error {
	quantity, err := o.quantity(taken, e)
	if err != nil {
		return err
	}
	x := o.transaction(e, "TX_STOCK_TRANSFER", l.number)
	x["quantity"] = quantity
	next := o.lots.number
	balance := 0
	if !rest.IsZero() {
		next++
		balance = next
		x["balance_security_id"] = securityID(balance)
	}
	if e.Kind == Burn {
		x["object_type"], x["reason_text"] = "TX_STOCK_CANCELLATION", "burned"
	} else {
		x["resulting_security_ids"] = []string{securityID(next + 1)}
	}
	if err := o.item(x); err != nil {
		return err
	}
	if balance != 0 {
		o.lots.number, l.number = balance, balance
		if err := o.security(e, &e.From, balance, rest); err != nil {
			return err
		}
	}
	if e.Kind == Burn {
		return nil
	}
	return o.issued(e, &e.To, taken)
}

// issued gives a holder a new lot.
func (o *ocf) issued(e *Entry, to *Party, raw *uint256.Int) error {
	l, err := o.lots.give(to, raw)
	if err != nil {
		return err
	}
	return o.security(e, to, l.number, raw)
}

// security writes the issuance by which a lot comes about.
func (o *ocf) security(e *Entry, holder *Party, number int, raw *uint256.Int) error {
	quantity, err := o.quantity(raw, e)
	if err != nil {
		return err
	}
	x := o.transaction(e, "TX_STOCK_ISSUANCE", number)
	x["custom_id"] = o.table.Symbol + "-" + strconv.Itoa(number)
	x["stakeholder_id"] = o.stakeholder(holder.Address)
	x["stock_class_id"] = o.classID()
	x["share_price"] = object{"amount": o.issuer.SharePrice, "currency": o.issuer.Currency}
	x["quantity"] = quantity
	x["stock_legend_ids"], x["security_law_exemptions"] = []string{}, []string{}
	return o.item(x)
}

func (o *ocf) transaction(e *Entry, kind string, security int) object {
	o.transactions++
	return object{"object_type": kind, "id": "tx-" + strconv.Itoa(o.transactions), "date": time.Unix(e.Time, 0).UTC().Format(time.DateOnly),
		"security_id": securityID(security), "comments": []string{fmt.Sprintf("%s, block %d, transaction %s", e.Kind, e.Block, hexutil.Encode(e.Tx[:]))}}
}

func securityID(number int) string { return "lot-" + strconv.Itoa(number) }

func (o *ocf) classID() string { return "class-" + eth.Lower(o.table.Token) }

// quantity refuses what would have to be rounded.
func (o *ocf) quantity(raw *uint256.Int, e *Entry) (string, error) {
	text := point(raw.Dec(), o.table.Decimals)
	if _, decimals, _ := strings.Cut(text, "."); len(decimals) > maxOCFDecimals {
		return "", fault.New(fault.Usage, "block %d, log %d: the amount %s has %d decimals, and Open Cap Format holds %d", e.Block, e.LogIndex, text, len(decimals), maxOCFDecimals).
			WithHint("this token's history can't be told in Open Cap Format without rounding; take CSV or JSON")
	}
	return text, nil
}

// stakeholder returns the id of the investor that a wallet belongs to.
func (o *ocf) stakeholder(a common.Address) string {
	id := o.ids[a]
	key := id.key()
	if key == "" {
		key = eth.Lower(a)
	}
	at, known := o.at[key]
	if !known {
		at = len(o.stakeholders)
		o.at[key] = at
		x := object{"object_type": "STAKEHOLDER", "id": "holder-" + strconv.Itoa(at+1), "stakeholder_type": "INSTITUTION",
			"name": object{"legal_name": "Unknown holder " + a.Hex()}, "comments": []string{}}
		if name := o.ids.Name(a); name != "" {
			x["name"] = object{"legal_name": name}
		}
		if id.Investor != "" {
			x["issuer_assigned_id"] = id.Investor
		}
		if slices.Contains([]string{"individual", "person", "natural person", "natural", "human"}, strings.ToLower(id.Type)) {
			x["stakeholder_type"] = "INDIVIDUAL"
		}
		o.stakeholders = append(o.stakeholders, x)
	}
	x := o.stakeholders[at]
	if comments, ok := x["comments"].([]string); ok && !slices.Contains(comments, "wallet "+a.Hex()) {
		x["comments"] = append(comments, "wallet "+a.Hex())
	}
	return "holder-" + strconv.Itoa(at+1)
}

// rest writes all other files, the manifest last.
func (o *ocf) rest(now time.Time) error {
	name := o.issuer.ClassName
	if name == "" {
		name = known(o.table.Name)
	}
	class := object{"object_type": "STOCK_CLASS", "id": o.classID(), "name": name, "class_type": o.issuer.ClassType, "default_id_prefix": o.table.Symbol + "-",
		"initial_shares_authorized": "NOT APPLICABLE", "votes_per_share": o.issuer.Votes, "seniority": o.issuer.Seniority,
		"comments": []string{fmt.Sprintf("token %s on chain %d", o.table.Token.Hex(), o.table.ChainID)}}
	for _, f := range []struct {
		name, kind string
		items      []object
	}{{"Stakeholders", "STAKEHOLDERS", o.stakeholders}, {"StockClasses", "STOCK_CLASSES", []object{class}}, {"StockPlans", "STOCK_PLANS", nil},
		{"StockLegends", "STOCK_LEGEND_TEMPLATES", nil}, {"VestingTerms", "VESTING_TERMS", nil}, {"Valuations", "VALUATIONS", nil}} {
		if err := o.begin(f.name+".ocf.json", f.kind); err != nil {
			return err
		}
		for _, x := range f.items {
			if err := o.item(x); err != nil {
				return err
			}
		}
		if err := o.end(); err != nil {
			return err
		}
	}
	asOf := now
	if at := o.table.AsOf.Time; at != nil {
		asOf = *at
	}
	comments := []string{}
	for _, l := range o.table.About() {
		comments = append(comments, l[0]+": "+l[1])
	}
	manifest := object{"ocf_version": OCFVersion, "file_type": "OCF_MANIFEST_FILE", "as_of": asOf.UTC().Format(time.DateOnly), "generated_at": now.UTC().Format(time.RFC3339),
		"issuer": object{"object_type": "ISSUER", "id": "issuer", "legal_name": o.issuer.LegalName, "formation_date": o.issuer.FormationDate,
			"country_of_formation": o.issuer.Country},
		"comments": comments}
	for list, file := range map[string]string{"transactions_files": "Transactions", "stakeholders_files": "Stakeholders", "stock_classes_files": "StockClasses",
		"stock_plans_files": "StockPlans", "stock_legend_templates_files": "StockLegends", "vesting_terms_files": "VestingTerms", "valuations_files": "Valuations"} {
		manifest[list] = o.files[file+".ocf.json"]
	}
	text, err := json.MarshalIndent(manifest, "", "  ")
	if err != nil {
		return err
	}
	f, err := o.zip.Create("Manifest.ocf.json")
	if err != nil {
		return err
	}
	_, err = f.Write(append(text, '\n'))
	return err
}
