package node

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/rpc"

	"github.com/sto-project/sto/internal/fault"
)

func TestMask(t *testing.T) {
	for raw, want := range map[string]string{
		"http://localhost:8545":  "http://localhost:8545",
		"http://127.0.0.1:8545/": "http://127.0.0.1:8545/",
		"https://mainnet.infura.io/v3/0123456789abcdef0123456789ab": "https://mainnet.infura.io/v3/***",
		"https://eth-mainnet.g.alchemy.com/v2/AbC_d-123456":         "https://eth-mainnet.g.alchemy.com/v2/***",
		"wss://user:secret@host/ws":                                 "wss://***@host/ws",
		"https://onlyuser@host":                                     "https://***@host",
		"https://host/?apikey=secret&x=y":                           "https://host/?apikey=***&x=***",
		"https://host/rpc?bare-secret":                              "https://host/rpc?***",
		"https://host/rpc#frag":                                     "https://host/rpc#***",
		"https://0123456789abcdef0123456789abcdef.eth.rpc.example":  "https://***.eth.rpc.example",
		"https://host/%70ath-with-key/x":                            "https://host/***/x",
		"https://ho st/key":                                         "https://***",
		"host/v3/key-without-scheme":                                "***",
		"/var/run/very-long-directory/geth.ipc":                     "/var/run/very-long-directory/geth.ipc",
		"geth.ipc":                                                  "geth.ipc",
		"":                                                          "***",
		"https://host/\x1b[31m":                                     "https://***",
	} {
		if got := Mask(raw); got != want {
			t.Errorf("Mask(%q) = %q, want %q", raw, got, want)
		}
	}
}

func FuzzMask(f *testing.F) {
	f.Add("https", "user:pw", "host", "v3/", "k=")
	f.Add("wss", "u", "[::1]:8546", "", "")
	const canary = "C4naryC4naryC4nary"
	f.Fuzz(func(t *testing.T, scheme, user, host, path, query string) {
		for _, raw := range []string{
			scheme + "://" + user + canary + "@" + host + path + query,
			scheme + "://" + host + "/" + path + canary + query,
			scheme + "://" + host + "/" + path + "?" + query + canary,
		} {
			if isSocket(raw) || strings.Contains(host, "://") {
				continue
			}
			if got := Mask(raw); strings.Contains(got, canary) {
				t.Errorf("Mask(%q) = %q", raw, got)
			}
		}
	})
}

// TestNoSecretLeaves has a key in each part of an address, a node that fails in every way and echoes what it was sent,
// and looks for the key in all errors, logs and texts.
func TestNoSecretLeaves(t *testing.T) {
	const canary = "c4nary0123456789abcdef"
	basic := base64.StdEncoding.EncodeToString([]byte("user:" + canary))
	var mode atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		echo := fmt.Sprintf("%s %s", r.URL.String(), r.Header.Get("Authorization"))
		user, pw, _ := r.BasicAuth()
		echo += " " + user + " " + pw
		switch mode.Load() {
		case 0:
			panic(http.ErrAbortHandler)
		case 1:
			http.Error(w, echo, 403)
		case 2:
			http.Error(w, echo, 500)
		case 3:
			fmt.Fprintf(w, `{"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":%q,"data":%q}}`, echo, echo)
		case 4:
			fmt.Fprintf(w, `{"jsonrpc":"2.0","id":1,"error":{"code":3,"message":%q,"data":%q}}`, "execution reverted: "+echo, echo)
		case 5:
			fmt.Fprintf(w, "<html>%s", echo)
		case 6:
			time.Sleep(60 * time.Millisecond)
		case 7:
			http.Redirect(w, r, "http://elsewhere.invalid/"+canary, 302)
		case 8:
			fmt.Fprintf(w, `{"jsonrpc":"2.0","id":1,"result":%q}`, echo)
		}
	}))
	defer server.Close()
	secure := httptest.NewUnstartedServer(nil)
	secure.Config.ErrorLog = log.New(io.Discard, "", 0)
	secure.StartTLS()
	defer secure.Close()
	host := strings.TrimPrefix(server.URL, "http://")
	var bases []string
	for _, scheme := range []string{"http://", "https://", "ws://", "wss://"} {
		bases = append(bases,
			scheme+"user:"+canary+"@"+host,
			scheme+canary+"@"+host,
			scheme+host+"/v3/"+canary,
			scheme+host+"/v3/"+canary+"/more",
			scheme+host+"/?apikey="+canary,
			scheme+host+"/?"+canary,
			scheme+"user:"+canary+"@127.0.0.1:1/"+canary+"?key="+canary,
			scheme+"user:"+canary+"@no-such-host.invalid/"+canary,
			scheme+strings.TrimPrefix(secure.URL, "https://")+"/"+canary, // unknown certificate
			scheme+"user:"+canary+"@bad host/"+canary,
			scheme+host+":port/"+canary,
		)
	}
	bases = append(bases, "gopher://host/"+canary, "host/v3/"+canary, canary)
	var logged bytes.Buffer
	opts := Options{Timeout: 200 * time.Millisecond, Log: slog.New(slog.NewTextHandler(&logged, &slog.HandlerOptions{Level: slog.LevelDebug}))}
	check := func(where string, v any) {
		t.Helper()
		for _, format := range []string{"%v", "%+v", "%#v", "%s"} {
			s := fmt.Sprintf(format, v)
			if strings.Contains(s, canary) || strings.Contains(s, basic) {
				t.Errorf("%s with %s: %s", where, format, s)
			}
		}
		err, _ := v.(error)
		for ; err != nil; err = errors.Unwrap(err) {
			if strings.Contains(err.Error(), canary) {
				t.Errorf("%s: chain holds %T %q", where, err, err)
			}
		}
		if err, ok := v.(error); ok && strings.Contains(fault.Hint(err), canary) {
			t.Errorf("%s: hint %q", where, fault.Hint(err))
		}
	}
	for _, raw := range bases {
		opts.URLs = []string{raw}
		mode.Store(5)
		quick := reads()
		quick.base = time.Millisecond
		_, err := dial(context.Background(), opts, quick)
		if err == nil {
			t.Fatalf("%s answered", raw)
		}
		check("dial "+strings.ReplaceAll(raw, canary, "KEY"), err)
		if !strings.HasPrefix(raw, "http://") || !strings.Contains(raw, host) || strings.Contains(raw, ":port") {
			continue
		}
		c := &Client{pool: newPool(0), timeout: 40 * time.Millisecond, log: opts.Log, retry: reads()}
		c.add(raw)
		c.retry.base = time.Millisecond
		check("client", c)
		for m := range int32(9) {
			mode.Store(m)
			where := fmt.Sprintf("mode %d at %s", m, strings.ReplaceAll(raw, canary, "KEY"))
			check(where, c.Call(context.Background(), nil, "eth_foo"))
			elems := []rpc.BatchElem{{Method: "a", Result: new(string)}, {Method: "b", Result: new(string)}}
			check(where, c.Batch(context.Background(), elems))
			for _, e := range elems {
				if e.Error != nil {
					check(where, e.Error)
				}
			}
			_, err := c.CallContract(context.Background(), CallMsg{}, Latest)
			check(where, err)
			for _, r := range c.SendRaw(context.Background(), [][]byte{{1}, {2}}) {
				check(where, r.Err)
			}
			_, _, err = c.Logs(context.Background(), LogQuery{From: 1, To: 9})
			check(where, err)
			v, err := c.Version(context.Background())
			check(where, v)
			check(where, err)
			_, err = c.Header(context.Background(), Latest)
			check(where, err)
		}
		c.Close()
	}
	if logged.Len() == 0 || strings.Contains(logged.String(), canary) {
		t.Errorf("the log (%d bytes) holds the key, or nothing", logged.Len())
	}
}
