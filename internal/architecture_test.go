// Package internal_test holds the tests that look at the module as a whole.
package internal_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"
)

const module = "github.com/sto-project/sto"

// anything stands for every room but cli and testchain.
const anything = "*"

// rooms is the table of docs/architecture.md: the folder and the rooms that its code, tests aside, may import.
// fault and failpoint are allowed everywhere; so are term.Safe and term.SafeN, which clean what others wrote.
var rooms = map[string][]string{
	"cmd/sto": {"cli", "term"}, // main makes the streams and hands them over

	"tools": {}, // the build's own: it reads the sources, and is no part of the program

	"cli": {anything},

	"issuance":     {"outbox", "contract", "node", "store", "eth"},
	"kyc":          {"outbox", "contract", "node", "store", "eth"},
	"distribution": {"outbox", "contract", "node", "store", "eth"},
	"payout":       {"outbox", "contract", "node", "store", "eth"},
	"voting":       {"outbox", "contract", "node", "store", "eth"},
	"control":      {"outbox", "contract", "node", "store", "eth"},

	"scan":     {"contract", "node", "store", "eth", "captable"}, // the reconciliation derives balances as the cap table does
	"captable": {"contract", "node", "store", "eth"},

	"outbox":   {"node", "signer", "store", "eth"},
	"contract": {"eth", "contracts"},
	"explorer": {"contract", "store"},
	"node":     {"eth"},
	"signer":   {"eth"},
	"store":    {"migrations", "eth"},
	"devnet":   {"eth"},
	"config":   {"eth"},
	"term":     {},
	"eth":      {},
	"fault":    {},

	"failpoint": {},

	"contracts":  {},
	"migrations": {},

	// Test helpers in a package of their own: only tests import them.
	"testchain": {anything},
	"e2e":       {anything},
}

// termForAll are the names of term that a room may use although the table does not list term for it.
var termForAll = []string{"Safe", "SafeN"}

// termAlso are further names of term for single rooms: config holds the output format as a plain value.
var termAlso = map[string][]string{"config": {"Format", "Formats"}}

// libraries are the packages that belong to one or two rooms, by path prefix.
var libraries = map[string][]string{
	"github.com/spf13/cobra":                               {"cli"},
	"github.com/spf13/viper":                               {"config"},
	"gopkg.in/ini.v1":                                      {"config"},
	"github.com/olekukonko/tablewriter":                    {"term"},
	"github.com/schollz/progressbar":                       {"term"},
	"golang.org/x/term":                                    {"term"},
	"os/signal":                                            {"cli"},
	"github.com/pressly/goose":                             {"store"},
	"github.com/xuri/excelize":                             {"captable"},
	"github.com/mattn/go-sqlite3":                          {"store"},
	"gorm.io/driver":                                       {"store"},
	"github.com/ethereum/go-ethereum/accounts/keystore":    {"signer", "devnet"},
	"github.com/ethereum/go-ethereum/eth":                  {"devnet"},
	"github.com/ethereum/go-ethereum/node":                 {"devnet"},
	"github.com/ethereum/go-ethereum/ethclient":            {"node"},
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2": {"contract"},
}

// pkg is what `go list -json` says of one package.
type pkg struct {
	ImportPath   string
	Dir          string
	GoFiles      []string
	CgoFiles     []string
	Imports      []string
	TestImports  []string
	XTestImports []string
}

// room names the row of the table that an import path of this module belongs to, "" for paths of others.
func room(importPath string) string {
	rest, ours := strings.CutPrefix(importPath, module+"/")
	if !ours {
		return ""
	}
	parts := strings.Split(rest, "/")
	switch {
	case parts[0] == "internal" && len(parts) > 1:
		return parts[1]
	case parts[0] == "cmd" && len(parts) > 1:
		return path.Join(parts[0], parts[1])
	default:
		return parts[0]
	}
}

// findings returns one line for each import of p that the tables do not allow.
func findings(p pkg) []string {
	if p.ImportPath == module+"/internal" { // this test's own folder
		return nil
	}
	from := room(p.ImportPath)
	allowed, known := rooms[from]
	if !known {
		return []string{p.ImportPath + " is in no room: add its row to docs/architecture.md and to the table of this test"}
	}
	var found []string
	report := func(imported, why string) {
		found = append(found, p.ImportPath+" imports "+imported+": "+why)
	}
	for _, imported := range p.Imports {
		to := room(imported)
		switch {
		case to == "":
			if owners := owners(imported); owners != nil && !slices.Contains(owners, from) && !helper(from) {
				report(imported, "that library belongs to "+strings.Join(owners, " and "))
			}
		case to == from, to == "fault", to == "failpoint":
		case to == "testchain", to == "e2e":
			if !helper(from) {
				report(imported, "only tests may")
			}
		case to == "term": // by name, in termNames
		case slices.Contains(allowed, to):
		case slices.Contains(allowed, anything) && (to != "cli" || from == "e2e"):
		default:
			report(imported, "the table allows "+from+" only "+strings.Join(append(slices.Clone(allowed), "fault", "term.Safe"), ", "))
		}
	}
	// Tests may set up what they need from any room; the command tree is for the tests of the command tree.
	for _, imported := range slices.Concat(p.TestImports, p.XTestImports) {
		if room(imported) == "cli" && from != "cli" && from != "cmd/sto" && !helper(from) {
			report(imported+" (in a test)", "the command tree is tested in cli and e2e")
		}
	}
	return found
}

// helper reports whether a room holds nothing but help for tests.
func helper(room string) bool { return room == "testchain" || room == "e2e" }

// owners returns the rooms that may import a library, nil when all may.
func owners(imported string) []string {
	best := ""
	for prefix := range libraries {
		if (imported == prefix || strings.HasPrefix(imported, prefix+"/")) && len(prefix) > len(best) {
			best = prefix
		}
	}
	return libraries[best]
}

// termNames returns one line for each name of term in file that room from may not use.
func termNames(from, file string, src any) ([]string, error) {
	if from == "cli" || from == "term" || from == "cmd/sto" || helper(from) {
		return nil, nil
	}
	set := token.NewFileSet()
	parsed, err := parser.ParseFile(set, file, src, 0)
	if err != nil {
		return nil, err
	}
	local := ""
	for _, spec := range parsed.Imports {
		if spec.Path.Value == `"`+module+`/internal/term"` {
			local = "term"
			if spec.Name != nil {
				local = spec.Name.Name
			}
		}
	}
	if local == "" {
		return nil, nil
	}
	var found []string
	ast.Inspect(parsed, func(n ast.Node) bool {
		selector, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if x, ok := selector.X.(*ast.Ident); ok && x.Name == local &&
			!slices.Contains(termForAll, selector.Sel.Name) && !slices.Contains(termAlso[from], selector.Sel.Name) {
			found = append(found, set.Position(n.Pos()).String()+": "+from+" uses term."+selector.Sel.Name+"; of term it may use only "+
				strings.Join(slices.Concat(termForAll, termAlso[from]), ", "))
		}
		return true
	})
	return found, nil
}

func TestImportsFollowTheTable(t *testing.T) {
	noticeChanges(t)
	// -e: a package that does not compile is another test's finding.
	list := exec.Command("go", "list", "-e", "-json=ImportPath,Dir,GoFiles,CgoFiles,Imports,TestImports,XTestImports", module+"/...")
	var stderr bytes.Buffer
	list.Stderr = &stderr
	out, err := list.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	var packages []pkg
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("go list: %v", err)
		}
		packages = append(packages, p)
	}
	if len(packages) < 5 {
		t.Fatalf("go list found only %d packages; the test would prove nothing", len(packages))
	}
	for _, p := range packages {
		all := findings(p)
		for _, name := range slices.Concat(p.GoFiles, p.CgoFiles) {
			names, err := termNames(room(p.ImportPath), filepath.Join(p.Dir, name), nil)
			if err != nil {
				t.Fatalf("parse: %v", err)
			}
			all = append(all, names...)
		}
		sort.Strings(all)
		for _, finding := range all {
			t.Error(finding)
		}
	}
}

// noticeChanges looks at every Go file, so that `go test` runs this test again, rather than taking its cached result, when one
// has changed: it can't see what go list reads.
func noticeChanges(t *testing.T) {
	t.Helper()
	for _, root := range []string{"../cmd", "../internal"} {
		err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if err == nil && filepath.Ext(name) == ".go" {
				_, err = os.Stat(name)
			}
			return err
		})
		if err != nil {
			t.Fatalf("walk %s: %v", root, err)
		}
	}
}

func TestForbiddenImportsAreFound(t *testing.T) {
	in := func(parts ...string) string { return module + "/" + path.Join(parts...) }
	cases := []struct {
		name string
		p    pkg
		want int
	}{
		{"a domain uses the outbox", pkg{ImportPath: in("internal/kyc"), Imports: []string{in("internal/outbox"), in("internal/fault")}}, 0},
		{"a package below a room belongs to it", pkg{ImportPath: in("internal/contract/bindings"), Imports: []string{in("internal/eth")}}, 0},
		{"one domain imports another", pkg{ImportPath: in("internal/kyc"), Imports: []string{in("internal/distribution")}}, 1},
		{"a domain imports the command tree", pkg{ImportPath: in("internal/kyc"), Imports: []string{in("internal/cli")}}, 1},
		{"the outbox imports a domain", pkg{ImportPath: in("internal/outbox"), Imports: []string{in("internal/kyc")}}, 1},
		{"a domain signs by itself", pkg{ImportPath: in("internal/kyc"), Imports: []string{in("internal/signer")}}, 1},
		{"the scanner writes no transactions", pkg{ImportPath: in("internal/scan"), Imports: []string{in("internal/outbox")}}, 1},
		{"a library outside of its room", pkg{ImportPath: in("internal/kyc"), Imports: []string{"github.com/spf13/cobra"}}, 1},
		{"a library below a prefix", pkg{ImportPath: in("internal/store"), Imports: []string{"github.com/pressly/goose/v3"}}, 0},
		{"a name that only starts alike", pkg{ImportPath: in("internal/kyc"), Imports: []string{"github.com/ethereum/go-ethereum/ethdb"}}, 0},
		{"test help outside of tests", pkg{ImportPath: in("internal/cli"), Imports: []string{in("internal/testchain")}}, 1},
		{"test help in tests", pkg{ImportPath: in("internal/cli"), TestImports: []string{in("internal/testchain")}}, 0},
		{"a domain's test runs commands", pkg{ImportPath: in("internal/kyc"), XTestImports: []string{in("internal/cli")}}, 1},
		{"a room without a row", pkg{ImportPath: in("internal/misc")}, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := findings(c.p); len(got) != c.want {
				t.Errorf("found %q, want %d findings", got, c.want)
			}
		})
	}
}

func TestOnlySafeOfTermIsForAll(t *testing.T) {
	src := `package x
import "` + module + `/internal/term"
var a = term.Safe("x")
var b term.Streams
var c term.Format`
	for from, want := range map[string]int{"kyc": 2, "config": 1, "cli": 0} {
		got, err := termNames(from, "x.go", src)
		if err != nil {
			t.Fatal(err)
		}
		if len(got) != want {
			t.Errorf("%s: found %q, want %d findings", from, got, want)
		}
	}
}
