package cli_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sto-project/sto/internal/cli"
	"github.com/sto-project/sto/internal/term"
)

// runHere runs the program in this process and returns its exit code and output.
func runHere(t *testing.T, environ []string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = cli.Main(context.Background(), args, environ, &term.Streams{In: strings.NewReader(""), Out: &out, Err: &errs})
	return code, out.String(), errs.String()
}

// TestDocumentationIsUpToDate compares the generated pages with those in docs; -update rewrites them.
func TestDocumentationIsUpToDate(t *testing.T) {
	for topic, page := range map[string]string{"commands": "commands.md", "exit-codes": "exit-codes.md", "configuration": "configuration.md"} {
		t.Run(topic, func(t *testing.T) {
			code, text, errs := runHere(t, nil, "reference", "--topic", topic)
			if code != 0 {
				t.Fatalf("exit code %d: %s", code, errs)
			}
			path := filepath.Join("..", "..", "docs", page)
			if *update {
				if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			have, err := os.ReadFile(path)
			if err != nil {
				t.Fatalf("%v (go test ./internal/cli -update writes it)", err)
			}
			if string(have) != text {
				t.Errorf("docs/%s is not what sto reference --topic %s prints; go test ./internal/cli -update rewrites it", page, topic)
			}
		})
	}
}
