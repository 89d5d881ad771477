package node

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
)

// taken returns what a sink keeps of an answer, and what it leaves.
func taken(t testing.TB, body io.Reader) (logList, string, error) {
	t.Helper()
	var s logSink
	resp := &http.Response{Body: io.NopCloser(body), ContentLength: -1}
	s.take(resp)
	left, err := io.ReadAll(resp.Body)
	return s.list, string(left), err
}

func TestTakenLogs(t *testing.T) {
	batch := `[{"jsonrpc":"2.0","id":1,"result":%s},{"jsonrpc":"2.0","id":2,"result":{"number":"0x14"}}]`
	for name, c := range map[string]struct {
		form, list string // the form has %s where the list stands
		n          int    // logs; -1: left where they are
	}{
		"none":                 {batch, "[]", 0},
		"two":                  {batch, "[" + oneLog + "," + oneLog + "]", 2},
		"behind the header":    {`[{"id":2,"result":{"number":"0x14"}},{"id":1,"result":%s}]`, "[" + oneLog + "]", 1},
		"a single call":        {`{"result":%s,"id":1,"jsonrpc":"2.0"}`, "[" + oneLog + "]", 1},
		"null":                 {batch, "null", -1},
		"of another form":      {batch, "[" + strings.Replace(oneLog, `"removed"`, `"l1":{"a":[1]},"removed"`, 1) + "]", -1},
		"of hashes":            {batch, `["0x11"]`, -1},
		"within a text":        {`{"id":1,"error":{"code":1,"message":"not a \"result\":%s"}}`, "[]", -1},
		"never ends":           {`[{"id":1,"result":%s`, "[" + oneLog, -1},
		"with spaces, as Besu": {`{"id" : 1, "result" : %s}`, "[" + oneLog + "]", -1},
	} {
		text := fmt.Sprintf(c.form, c.list)
		list, left, err := taken(t, strings.NewReader(text))
		want := text
		if c.n >= 0 {
			want = fmt.Sprintf(c.form, "[]")
		}
		if err != nil || left != want || (list != nil) != (c.n >= 0) || len(list) != max(c.n, 0) {
			t.Errorf("%s: %d logs, left %s, %v", name, len(list), left, err)
		}
	}

	broken := errors.New("the line broke")
	list, left, err := taken(t, io.MultiReader(strings.NewReader(`{"result":[]`), failing{broken}))
	if list != nil || left != `{"result":[]` || !errors.Is(err, broken) {
		t.Errorf("broken off: %v, %s, %v", list, left, err)
	}
}

// FuzzTakenLogs: what is taken and what is left are together what was there.
func FuzzTakenLogs(f *testing.F) {
	f.Add(`[{"id":1,"result":[` + oneLog + `]},{"id":2,"result":{}}]`)
	f.Add(`{"result":[],"id":1}`)
	f.Add(`{"a\"result\":[":1,"result":["x"]}`)
	f.Fuzz(func(t *testing.T, text string) {
		list, left, err := taken(t, strings.NewReader(text))
		switch {
		case err != nil:
			t.Fatal(err)
		case list == nil && left != text:
			t.Errorf("%s became %s", text, left)
		case list == nil || !json.Valid([]byte(text)):
			return
		case !json.Valid([]byte(left)):
			t.Errorf("%s became %s, which is not JSON", text, left)
		}
		at := strings.Index(text, string(resultList)) + len(resultList) - 1
		end := len(text) - (len(left) - at - len("[]"))
		var slow logList
		if err := slow.slow([]byte(text[at:end])); err != nil || !same(list, slow) {
			t.Errorf("%s:\ntaken %+v\nslow %+v, %v", text, list, slow, err)
		}
	})
}
