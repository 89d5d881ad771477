package config

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"go.yaml.in/yaml/v3"
	"gopkg.in/ini.v1"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// maxFile bounds an options file in bytes.
const maxFile = 1 << 20

// pair is one key of an options file with its value as it is written there: numbers keep all their digits.
type pair struct{ key, value string }

// readFile returns the options in a file, and whether the file is open to other users. Errors name the file and, where
// known, the line, and never repeat a line: it may hold a key.
func readFile(path string) (values map[string]string, loose bool, err error) {
	name := term.Safe(path)
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, false, fault.New(fault.Usage, "options file %s does not exist", name).WithHint("check the path after --config, or leave it out")
	}
	if err != nil {
		return nil, false, fault.New(fault.Usage, "options file %s can't be opened: %w", name, errors.Unwrap(err))
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, false, fault.New(fault.Usage, "options file %s can't be examined: %w", name, errors.Unwrap(err))
	}
	text, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, false, fault.New(fault.Usage, "options file %s can't be read: %w", name, errors.Unwrap(err))
	}
	if len(text) > maxFile {
		return nil, false, fault.New(fault.Usage, "options file %s is larger than 1 MiB", name)
	}
	pairs, err := decode(filepath.Ext(path), bytes.TrimPrefix(text, []byte("\ufeff")))
	if err != nil {
		return nil, false, fault.New(fault.Usage, "options file %s %w", name, err)
	}
	values, err = known(pairs, name)
	// Windows has no such mode bits.
	loose = runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0
	return values, loose, err
}

// known checks the keys of a file and drops those without a value.
func known(pairs []pair, file string) (map[string]string, error) {
	fields := Fields()
	values := map[string]string{}
	seen := map[string]bool{}
	for _, p := range pairs {
		key := strings.ToLower(p.key)
		option, ok := findField(fields, key)
		switch {
		case key == optConfig || key == optConfigAlias:
			return nil, fault.New(fault.Usage, "options file %s names another options file with %q; only one is read", file, term.Safe(p.key))
		case !ok:
			e := fault.New(fault.Usage, "options file %s has the unknown option %q", file, term.SafeN(p.key, 80))
			if near := nearest(p.key, fields); near != "" {
				return nil, e.WithHint("did you mean %s?", near)
			}
			return nil, e.WithHint("sto help environment lists all options")
		case seen[key]:
			return nil, fault.New(fault.Usage, "options file %s has the option %q twice", file, option.Name)
		}
		seen[key] = true
		if p.value != "" {
			values[key] = p.value
		}
	}
	return values, nil
}

func findField(fields []Field, name string) (Field, bool) {
	for _, f := range fields {
		if f.Name == name {
			return f, true
		}
	}
	return Field{}, false
}

func decode(ext string, text []byte) ([]pair, error) {
	switch strings.ToLower(ext) {
	case ".yaml", ".yml":
		return decodeYAML(text)
	case ".toml":
		return decodeTOML(text)
	case ".json":
		return decodeJSON(text)
	}
	return decodeINI(text)
}

// decodeINI reads `key = value` lines. Comments are whole lines, so that values may hold # and ;. Sections are allowed
// and mean nothing.
func decodeINI(text []byte) ([]pair, error) {
	f, err := ini.LoadSources(ini.LoadOptions{
		IgnoreInlineComment:        true,
		IgnoreContinuation:         true, // a value may end in a backslash
		KeyValueDelimiters:         "=",
		AllowShadows:               true, // keeps duplicates, which known refuses
		AllowDuplicateShadowValues: true,
	}, text)
	var missing ini.ErrDelimiterNotFound
	if errors.As(err, &missing) {
		return nil, fmt.Errorf("has no = in line %d; write key = value", lineOf(text, missing.Line))
	}
	if err != nil {
		return nil, errors.New("is not a valid INI file") // the library's words may repeat a secret
	}
	var pairs []pair
	for _, section := range f.Sections() {
		for _, key := range section.Keys() {
			for range max(1, len(key.ValueWithShadows())) { // none for an empty value
				pairs = append(pairs, pair{key.Name(), key.Value()}) // Value, since String expands %(name)s
			}
		}
	}
	return pairs, nil
}

func lineOf(text []byte, line string) int {
	for i, l := range bytes.Split(text, []byte("\n")) {
		if strings.TrimSpace(string(l)) == strings.TrimSpace(line) {
			return i + 1
		}
	}
	return 0
}

func decodeYAML(text []byte) ([]pair, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		return nil, errors.New("is not valid YAML")
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	top := doc.Content[0]
	if top.Kind != yaml.MappingNode {
		return nil, fmt.Errorf("has no key: value pairs at line %d", top.Line)
	}
	var pairs []pair
	for i := 0; i+1 < len(top.Content); i += 2 {
		key, value := top.Content[i], top.Content[i+1]
		text := value.Value
		switch {
		case value.Kind == yaml.SequenceNode:
			items := make([]string, 0, len(value.Content))
			for _, n := range value.Content {
				items = append(items, n.Value)
			}
			text = strings.Join(items, ",")
		case value.Kind != yaml.ScalarNode:
			return nil, fmt.Errorf("has more than a plain value in line %d", value.Line)
		case value.Tag == "!!null":
			text = ""
		}
		pairs = append(pairs, pair{key.Value, text})
	}
	return pairs, nil
}

func decodeTOML(text []byte) ([]pair, error) {
	var doc map[string]any
	if err := toml.Unmarshal(text, &doc); err != nil {
		var where *toml.DecodeError
		if errors.As(err, &where) {
			line, column := where.Position()
			return nil, fmt.Errorf("is not valid TOML in line %d, column %d", line, column)
		}
		return nil, errors.New("is not valid TOML")
	}
	return fromMap(doc)
}

func decodeJSON(text []byte) ([]pair, error) {
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	bad := func() error {
		return fmt.Errorf("is not a JSON object with plain values near line %d", 1+bytes.Count(text[:dec.InputOffset()], []byte("\n")))
	}
	if start, err := dec.Token(); err != nil || start != json.Delim('{') {
		return nil, bad()
	}
	var pairs []pair
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return nil, bad()
		}
		var value any
		if err := dec.Decode(&value); err != nil {
			return nil, bad()
		}
		text, err := plainText(value)
		if err != nil {
			return nil, fmt.Errorf("%w, option %q", err, key)
		}
		pairs = append(pairs, pair{fmt.Sprint(key), text})
	}
	if _, err := dec.Token(); err != nil {
		return nil, bad()
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, bad()
	}
	return pairs, nil
}

func fromMap(doc map[string]any) ([]pair, error) {
	var pairs []pair
	for key, value := range doc {
		text, err := plainText(value)
		if err != nil {
			return nil, fmt.Errorf("%w, option %q", err, term.Safe(key))
		}
		pairs = append(pairs, pair{key, text})
	}
	return pairs, nil
}

// plainText returns a scalar, or a list of them with commas.
func plainText(value any) (string, error) {
	switch v := value.(type) {
	case nil:
		return "", nil
	case string:
		return v, nil
	case bool, int64, json.Number:
		return fmt.Sprint(v), nil
	case float64:
		return "", errors.New("has a number with a point that needs quotes, so that no digit is lost")
	case []any:
		items := make([]string, 0, len(v))
		for _, item := range v {
			text, err := plainText(item)
			if err != nil {
				return "", err
			}
			items = append(items, text)
		}
		return strings.Join(items, ","), nil
	}
	return "", errors.New("has more than a plain value")
}
