// Command jsondoc prints docs/json.md: the fields of everything that the program prints with --output json, from the
// comments of the Go types. It reads the sources, and is run by tools/docs.sh.
package main

import (
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// packages holds the folders whose types are printed, by the name that Go code calls them.
var packages = []string{"internal/cli", "internal/captable"}

// printed finds the types that a command prints whole, and the commands.
var printed = regexp.MustCompile(`^\w+ is what (.+?) prints? with --output json`)

// shape is one struct type.
type shape struct {
	name string // with the package
	text string // its comment
	node *ast.StructType
	file string // the package's name, for the types that it names without one
}

func main() {
	shapes, aliases, err := read()
	if err != nil {
		fmt.Fprintln(os.Stderr, "jsondoc:", err)
		os.Exit(1)
	}
	page := &page{shapes: shapes, aliases: aliases, whole: map[string]string{}, done: map[string]bool{}}
	page.write(os.Stdout)
}

// read returns the struct types of the packages, and what other named types are made of.
func read() (shapes map[string]shape, aliases map[string]string, err error) {
	shapes, aliases = map[string]shape{}, map[string]string{}
	for _, dir := range packages {
		files := token.NewFileSet()
		paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil {
			return nil, nil, err
		}
		var parsed []*ast.File
		for _, p := range paths {
			if strings.HasSuffix(p, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(files, p, nil, parser.ParseComments)
			if err != nil {
				return nil, nil, err
			}
			parsed = append(parsed, f)
		}
		pkg, err := doc.NewFromFiles(files, parsed, dir, doc.AllDecls|doc.PreserveAST)
		if err != nil {
			return nil, nil, err
		}
		name := path.Base(dir)
		for _, t := range pkg.Types {
			spec, ok := t.Decl.Specs[0].(*ast.TypeSpec)
			if !ok {
				continue
			}
			switch node := spec.Type.(type) {
			case *ast.StructType:
				shapes[name+"."+t.Name] = shape{name: name + "." + t.Name, text: strings.Join(strings.Fields(t.Doc), " "), node: node, file: name}
			case *ast.Ident:
				aliases[name+"."+t.Name] = node.Name
			}
		}
	}
	return shapes, aliases, nil
}

type page struct {
	shapes  map[string]shape
	aliases map[string]string
	whole   map[string]string // the command that prints a type whole
	done    map[string]bool
}

func (p *page) write(out *os.File) {
	fmt.Fprint(out, `# JSON output

Generated from the program's types; do not edit. With `+"`--output json`"+` a command prints one document on standard output, also
when it ends with an exit code other than 0 after having begun its work. Fields are added, never renamed or removed, within a
major version. Amounts of tokens and wei are decimal strings; `+"`_raw`"+` says raw token units. Times are RFC 3339 in UTC. A field
that can be null or left out says so by its type: `+"`null`"+` or `+"`optional`"+`.
`)
	commands := map[string]string{}
	for name, s := range p.shapes {
		if m := printed.FindStringSubmatch(s.text); m != nil {
			commands[m[1]], p.whole[name] = name, m[1]
		}
	}
	order := make([]string, 0, len(commands))
	for c := range commands {
		order = append(order, c)
	}
	slices.Sort(order)
	parts := map[string]bool{}
	for _, c := range order {
		fmt.Fprintf(out, "\n## %s\n\n%s\n\n", c, sentence(p.shapes[commands[c]].text))
		p.table(out, commands[c], parts)
	}
	for {
		var next []string
		for name := range parts {
			if !p.done[name] && p.whole[name] == "" {
				next = append(next, name)
			}
		}
		if len(next) == 0 {
			return
		}
		slices.Sort(next)
		if len(p.done) == 0 {
			p.done[""] = true
			fmt.Fprint(out, "\n## Parts\n\nWhat documents above are made of.\n")
		}
		for _, name := range next {
			p.done[name] = true
			fmt.Fprintf(out, "\n### %s\n\n%s\n\n", title(name), sentence(p.shapes[name].text))
			p.table(out, name, parts)
		}
	}
}

// table writes the fields of a type, and notes in parts which other types they have.
func (p *page) table(out *os.File, name string, parts map[string]bool) {
	fmt.Fprint(out, "| field | type | meaning |\n| --- | --- | --- |\n")
	p.rows(out, p.shapes[name], parts)
}

func (p *page) rows(out *os.File, s shape, parts map[string]bool) {
	for _, f := range s.node.Fields.List {
		if len(f.Names) == 0 { // embedded: its fields stand beside ours
			if inner, ok := p.shapes[qualified(f.Type, s.file)]; ok {
				p.rows(out, inner, parts)
			}
			continue
		}
		if f.Tag == nil {
			continue
		}
		tag, err := strconv.Unquote(f.Tag.Value)
		if err != nil {
			continue
		}
		key, options, _ := strings.Cut(reflect.StructTag(tag).Get("json"), ",")
		if key == "" || key == "-" {
			continue
		}
		kind := p.kind(f.Type, s.file, parts)
		if strings.Contains(options, "omit") {
			kind = strings.TrimSuffix(kind, " or null") + ", optional"
		}
		meaning := f.Comment.Text()
		if f.Doc != nil {
			meaning = f.Doc.Text() + " " + meaning
		}
		fmt.Fprintf(out, "| `%s` | %s | %s |\n", key, kind, strings.ReplaceAll(strings.Join(strings.Fields(meaning), " "), "|", "\\|"))
	}
}

// kind puts a Go type into JSON's words.
func (p *page) kind(e ast.Expr, pkg string, parts map[string]bool) string {
	switch t := e.(type) {
	case *ast.StarExpr:
		if name := qualified(t.X, pkg); name == "captable.Raw" {
			return "string or null"
		}
		return p.kind(t.X, pkg, parts) + " or null"
	case *ast.ArrayType:
		return "list of " + p.kind(t.Elt, pkg, parts)
	case *ast.MapType:
		return "object of " + p.kind(t.Value, pkg, parts)
	}
	name := qualified(e, pkg)
	if _, ok := p.shapes[name]; ok {
		parts[name] = true
		heading := title(name)
		if command := p.whole[name]; command != "" {
			heading = command
		}
		return "[" + heading + "](#" + strings.ReplaceAll(strings.ToLower(heading), " ", "-") + ")"
	}
	if base, ok := p.aliases[name]; ok {
		name = base
	}
	switch base := name[strings.LastIndex(name, ".")+1:]; {
	case base == "bool":
		return "true or false"
	case strings.HasPrefix(base, "int"), strings.HasPrefix(base, "uint"), strings.HasPrefix(base, "float"):
		return "number"
	case base == "any", base == "RawMessage":
		return "any"
	default: // strings, and what marshals to one: addresses, hashes, times, amounts
		return "string"
	}
}

// qualified returns a type's name with its package.
func qualified(e ast.Expr, pkg string) string {
	switch t := e.(type) {
	case *ast.Ident:
		return pkg + "." + t.Name
	case *ast.SelectorExpr:
		if x, ok := t.X.(*ast.Ident); ok {
			return x.Name + "." + t.Sel.Name
		}
	}
	return ""
}

// title is a type's name for readers: without its package and the ending Doc.
func title(name string) string {
	return strings.TrimSuffix(name[strings.LastIndex(name, ".")+1:], "Doc")
}

// sentence turns "XDoc is what …" into a sentence about the document.
func sentence(text string) string {
	_, rest, ok := strings.Cut(text, " is ")
	if !ok {
		return text
	}
	return strings.ToUpper(rest[:1]) + rest[1:]
}
