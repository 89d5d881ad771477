package outbox_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// verbs are what a message's format leaves open.
var verbs = regexp.MustCompile(`%[a-zA-Z]|"|\(|\)`)

// TestEveryErrorIsDocumented looks for each message of this package in docs/outbox.md: for the longest part of it that is
// always the same.
func TestEveryErrorIsDocumented(t *testing.T) {
	text, err := os.ReadFile("../../docs/outbox.md")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		parsed, err := parser.ParseFile(set, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || !makesError(call.Fun) {
				return true
			}
			for _, arg := range call.Args {
				format, ok := literal(arg)
				if !ok {
					continue
				}
				found++
				best := ""
				for _, part := range verbs.Split(format, -1) {
					if part = strings.Trim(part, " ,:;"); len(part) > len(best) {
						best = part
					}
				}
				if !strings.Contains(string(text), best) {
					t.Errorf("%s: docs/outbox.md does not tell what %q means", set.Position(arg.Pos()), best)
				}
				break
			}
			return true
		})
	}
	if found < 50 {
		t.Errorf("only %d messages found: the test would prove nothing", found)
	}
}

// makesError reports whether a function is fault.New, or one that checkMark wraps it in.
func makesError(f ast.Expr) bool {
	switch f := f.(type) {
	case *ast.SelectorExpr:
		x, ok := f.X.(*ast.Ident)
		return ok && x.Name == "fault" && f.Sel.Name == "New"
	case *ast.Ident:
		return f.Name == "reset"
	}
	return false
}

// literal is the text of a literal, or of two that are joined.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			s, err := strconv.Unquote(e.Value)
			return s, err == nil
		}
	case *ast.BinaryExpr:
		a, ok1 := literal(e.X)
		b, ok2 := literal(e.Y)
		return a + b, ok1 && ok2
	}
	return "", false
}
