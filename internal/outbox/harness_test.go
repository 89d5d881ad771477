package outbox_test

import (
	"bytes"
	"context"
	"encoding/hex"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/signer"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/testchain"
)

// rig is an outbox of the account of Keys[0] on a chain, with a database of its own.
type rig struct {
	t     testing.TB
	chain *testchain.Node
	path  string
	st    *store.Store
	*outbox.Outbox
}

// newRig opens an outbox; change alters its configuration.
func newRig(t testing.TB, chain *testchain.Node, path string, change ...func(*outbox.Config)) *rig {
	t.Helper()
	ctx := context.Background()
	if path == "" {
		path = filepath.Join(t.TempDir(), "outbox.sqlite")
	}
	st, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	s, err := signer.FromHex(hex.EncodeToString(crypto.FromECDSA(chain.Keys[0])))
	if err != nil {
		t.Fatal(err)
	}
	c := outbox.Config{Store: st, Signer: s, Sender: s.Address(), ChainID: chain.ChainID, Finality: outbox.Finality{Instant: true},
		AutoFirstNonce: true, Explain: contract.Revert}
	for _, f := range change {
		f(&c)
	}
	if c.Node == nil {
		c.Node = dial(t, chain.URL, chain.ChainID)
	}
	return &rig{t: t, chain: chain, path: path, st: st, Outbox: outbox.New(c)}
}

func dial(t testing.TB, url string, chain uint64) *node.Client {
	t.Helper()
	n, err := node.Dial(context.Background(), node.Options{URLs: []string{url}, ChainID: chain})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(n.Close)
	return n
}

func depth(n uint64) func(*outbox.Config) {
	return func(c *outbox.Config) { c.Finality = outbox.Finality{Depth: n} }
}

func through(n *node.Client) func(*outbox.Config) {
	return func(c *outbox.Config) { c.Node = n }
}

// prepare stores calls and fails the test when it can't.
func (r *rig) prepare(calls ...outbox.Call) *outbox.Prepared {
	r.t.Helper()
	p, err := r.try(calls...)
	if err != nil {
		r.t.Fatalf("prepare: %v", err)
	}
	return p
}

func (r *rig) try(calls ...outbox.Call) (*outbox.Prepared, error) {
	return r.Prepare(context.Background(), outbox.Head{Command: "test"}, func(context.Context, uint64) ([]outbox.Call, error) { return calls, nil })
}

func (r *rig) send() *outbox.Report {
	r.t.Helper()
	rep, err := r.Broadcast(context.Background(), outbox.BroadcastOptions{})
	if err != nil {
		r.t.Fatalf("broadcast: %v", err)
	}
	return rep
}

func (r *rig) update() *outbox.Report {
	r.t.Helper()
	rep, err := r.Update(context.Background())
	if err != nil {
		r.t.Fatalf("update: %v", err)
	}
	return rep
}

// settle updates until nothing is in flight any more.
func (r *rig) settle() *outbox.Report {
	r.t.Helper()
	for range 1000 {
		if rep := r.update(); rep.Broadcasted == 0 {
			return rep
		}
		if r.chain.Kind == testchain.KindAnvil {
			r.chain.Mine(1)
		}
		time.Sleep(20 * time.Millisecond)
	}
	r.t.Fatal("still in flight")
	return nil
}

// states returns the state words of all rows in nonce order.
func (r *rig) states() string {
	r.t.Helper()
	lines, err := r.Last(context.Background(), 1000)
	if err != nil {
		r.t.Fatal(err)
	}
	words := make([]string, len(lines))
	for n, l := range lines {
		words[len(lines)-1-n] = string(l.Intent.State)
	}
	return strings.Join(words, " ")
}

// token deploys a test token with the outbox, and returns its address.
func (r *rig) token() common.Address {
	r.t.Helper()
	token := r.deploy(1_000_000)
	r.settle()
	return token
}

// deploy sends what makes a test token of so many raw units, and returns its address.
func (r *rig) deploy(supply int64) common.Address {
	r.t.Helper()
	data, err := contract.Builtin().DeployTestToken("test_token", "TEST", 18, big.NewInt(supply))
	if err != nil {
		r.t.Fatal(err)
	}
	p := r.prepare(outbox.Call{Kind: outbox.KindTestToken, Note: "deploy the test token", Key: "token#1", Payload: "TEST", Data: data})
	r.send()
	return p.New[0].To()
}

var receiver = common.HexToAddress("0x00000000000000000000000000000000000ABcD1")

// units are so many transfers of one raw unit each, whose gas is known.
func units(token common.Address, key string, count int) []outbox.Call {
	calls := make([]outbox.Call, count)
	for n := range calls {
		calls[n] = pay(token, fmt.Sprintf(key, n), 1)
		calls[n].Gas, calls[n].Checked = 80_000, true
	}
	return calls
}

// pay is a transfer of raw units with an idempotency key.
func pay(token common.Address, key string, raw int64) outbox.Call {
	return outbox.Call{To: &token, Kind: outbox.KindTransfer, Note: fmt.Sprintf("pay %d for %s", raw, key), Key: key, Payload: fmt.Sprint(raw),
		Data: contract.Transfer(receiver, big.NewInt(raw)),
		Rows: []outbox.Row{{Token: token, ExternalID: key, To: receiver, Raw: big.NewInt(raw)}}}
}

// balance is what an account holds of a token, by the chain's own word.
func (r *rig) balance(token, a common.Address) int64 {
	r.t.Helper()
	view := contract.BalanceOf(a)
	var out string
	r.chain.Call(&out, "eth_call", map[string]any{"to": token, "data": "0x" + hex.EncodeToString(view.Data)}, "latest")
	raw, err := hex.DecodeString(strings.TrimPrefix(out, "0x"))
	if err != nil {
		r.t.Fatal(err)
	}
	v, err := view.Decode(raw)
	if err != nil {
		r.t.Fatal(err)
	}
	return v.Int64()
}

// copyDatabase copies a closed or idle database with its write-ahead log.
func copyDatabase(t testing.TB, from string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "copy.sqlite")
	for _, suffix := range []string{"", "-wal", "-shm"} {
		b, err := os.ReadFile(from + suffix)
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to+suffix, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return to
}

// lossy is a real node behind a proxy that can lose requests that send transactions, or the answers to them.
type lossy struct {
	URL                       string
	loseRequests, loseReplies atomic.Bool
	sent                      atomic.Int64 // requests with eth_sendRawTransaction that reached the proxy
}

// inFront starts a proxy in front of a node: handle gets each request's body, and pass hands one on to the node.
func inFront(t *testing.T, target string, handle func(w http.ResponseWriter, body []byte, pass func(w http.ResponseWriter, body []byte))) string {
	t.Helper()
	u, err := url.Parse(target)
	if err != nil {
		t.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(u)
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		body, err := io.ReadAll(q.Body)
		if err != nil {
			t.Errorf("proxy: %v", err)
		}
		handle(w, body, func(w http.ResponseWriter, body []byte) {
			q.Body, q.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
			proxy.ServeHTTP(w, q)
		})
	}))
	t.Cleanup(srv.Close)
	return srv.URL
}

func newLossy(t *testing.T, target string) *lossy {
	t.Helper()
	l := &lossy{}
	l.URL = inFront(t, target, func(w http.ResponseWriter, body []byte, pass func(http.ResponseWriter, []byte)) {
		if bytes.Contains(body, []byte("eth_sendRawTransaction")) {
			l.sent.Add(1)
			if l.loseRequests.Load() {
				panic(http.ErrAbortHandler)
			}
			if l.loseReplies.Load() {
				pass(httptest.NewRecorder(), body)
				panic(http.ErrAbortHandler)
			}
		}
		pass(w, body)
	})
	return l
}

// deployed is the address of the contract that a sender's transaction with a nonce makes.
func deployed(sender common.Address, nonce uint64) common.Address {
	return crypto.CreateAddress(sender, nonce)
}

// transferFrom is the call data of ERC-20's transferFrom.
func transferFrom(from, to common.Address, raw int64) []byte {
	data := crypto.Keccak256([]byte("transferFrom(address,address,uint256)"))[:4]
	for _, word := range [][]byte{from.Bytes(), to.Bytes(), big.NewInt(raw).Bytes()} {
		data = append(data, common.LeftPadBytes(word, 32)...)
	}
	return data
}
