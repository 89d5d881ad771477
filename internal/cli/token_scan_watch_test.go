package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"math/big"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/sto-project/sto/internal/cli"
	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/term"
	"github.com/sto-project/sto/internal/testchain"
)

// said collects what a running command prints.
type said struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *said) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(b)
}

func (s *said) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

// until waits for words.
func (s *said) until(t *testing.T, words string) {
	t.Helper()
	for end := time.Now().Add(time.Minute); !strings.Contains(s.String(), words); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%q was not said in a minute, but\n%s", words, s)
		}
	}
}

// watched is a token on a chain of its own that a scan follows.
type watched struct {
	t     *testing.T
	n     *testchain.Node
	token common.Address
	db    string
}

func newWatched(t *testing.T) *watched {
	w := &watched{t: t, n: testchain.Embedded(t), db: filepath.Join(t.TempDir(), "scan.sqlite")}
	data, err := contract.Builtin().DeployTestToken("Watched", "WTC", 2, big.NewInt(1_000))
	if err != nil {
		t.Fatal(err)
	}
	w.token = w.send(nil, data).ContractAddress
	return w
}

func (w *watched) send(to *common.Address, data []byte) *types.Receipt {
	w.t.Helper()
	c, ctx := w.n.Client(), w.t.Context()
	nonce, err := c.NonceAt(ctx, w.n.Address(0), nil)
	if err != nil {
		w.t.Fatal(err)
	}
	id := new(big.Int).SetUint64(w.n.ChainID)
	tx, err := types.SignNewTx(w.n.Keys[0], types.LatestSignerForChainID(id), &types.DynamicFeeTx{ChainID: id, Nonce: nonce, To: to, Data: data,
		Gas: 3_000_000, GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(100e9)})
	if err != nil {
		w.t.Fatal(err)
	}
	if err := c.SendTransaction(ctx, tx); err != nil {
		w.t.Fatal(err)
	}
	return w.n.WaitMined(tx.Hash())
}

// run runs token-scan --watch on a terminal until the context ends.
func (w *watched) run(ctx context.Context, args ...string) (out, errs *said, code func() int) {
	out, errs = &said{}, &said{}
	done := make(chan int, 1)
	line := append([]string{"token-scan", "--network", "dev", "--ethereum-node-url", w.n.URL, "--database-file", w.db, "--token-address", w.token.Hex(), "--watch"}, args...)
	go func() {
		done <- cli.Main(ctx, line, nil, &term.Streams{In: strings.NewReader(""), Out: out, Err: errs, ErrTTY: true})
	}()
	return out, errs, func() int {
		w.t.Helper()
		select {
		case c := <-done:
			return c
		case <-time.After(time.Minute):
			w.t.Fatalf("it goes on\n%s\n%s", out, errs)
			return 0
		}
	}
}

// TestScanWatch follows transfers, a reorganisation and a node that goes away, until Ctrl-C.
func TestScanWatch(t *testing.T) {
	t.Parallel()
	w := newWatched(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	out, errs, code := w.run(ctx)
	out.until(t, "reconciled: 1 holder, 0 differences")
	errs.until(t, "Following, block")
	w.send(&w.token, contract.Transfer(w.n.Address(1), big.NewInt(5)))
	out.until(t, "1 new transfer, reconciled: 2 holders, 0 differences")
	w.n.Reorg(1)
	w.send(&w.token, contract.Transfer(w.n.Address(2), big.NewInt(7)))
	errs.until(t, "The chain had replaced")
	w.n.Stop()
	errs.until(t, "asking again")
	w.n.Start()
	w.send(&w.token, contract.Transfer(w.n.Address(1), big.NewInt(1)))
	out.until(t, "reconciled: 3 holders, 0 differences")
	cancel()
	if c := code(); c != 130 {
		t.Errorf("interrupted: exit code %d\n%s", c, errs)
	}
	if strings.Contains(out.String(), "Following") {
		t.Errorf("the progress is on standard output\n%s", out)
	}
}

// TestScanWatchTimesOut ends well when the time is over, and by then has printed what was asked for.
func TestScanWatchTimesOut(t *testing.T) {
	t.Parallel()
	w := newWatched(t)
	out, errs, code := w.run(t.Context(), "--timeout", "400ms", "--output", "json")
	if c := code(); c != 0 {
		t.Errorf("exit code %d\n%s", c, errs)
	}
	var doc cli.ScanDoc
	if err := json.Unmarshal([]byte(out.String()), &doc); err != nil || doc.Reconciled != "agreed" || doc.Holders != 1 {
		t.Errorf("%v in\n%s", err, out)
	}
	w.n.Stop()
	_, errs, code = w.run(t.Context(), "--timeout", "1s")
	if c := code(); c != 5 {
		t.Errorf("a node that is away from the start: exit code %d\n%s", c, errs)
	}
}
