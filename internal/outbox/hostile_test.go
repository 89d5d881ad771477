package outbox_test

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"golang.org/x/sync/errgroup"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/signer"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/testchain"
)

// keptSeeds are those that found a fault of this program once, by what it was.
var keptSeeds = map[string]uint64{
	"a lagging node's missing block was an error of no class":              30,
	"a node that had lost old counts made a paid transaction unclear":      19,
	"a block that a node counted but did not have made one unclear":        35,
	"a lying node's status of a receipt could not be corrected afterwards": 65,
	"a lying node's status was taken for a failure before it was final":    746,
}

// TestHostileNodes pays through nodes that fail in seeded random order, of three of which one says of transactions that they
// are mined when they are not. STO_SEEDS=FROM-TO chooses other seeds.
func TestHostileNodes(t *testing.T) {
	t.Parallel()
	from, to := uint64(1), uint64(40)
	if os.Getenv("STO_DEEP") != "" {
		to = 1000
	}
	if a, b, ok := strings.Cut(os.Getenv("STO_SEEDS"), "-"); ok {
		var err1, err2 error
		from, err1 = strconv.ParseUint(a, 10, 64)
		to, err2 = strconv.ParseUint(b, 10, 64)
		if err := errors.Join(err1, err2); err != nil {
			t.Fatal(err)
		}
	}
	var seeds []uint64
	for s := from; s <= to; s++ {
		seeds = append(seeds, s)
	}
	names := map[uint64]string{}
	for name, s := range keptSeeds {
		if names[s] = name; s < from || s > to {
			seeds = append(seeds, s)
		}
	}
	w := newHostileWorld(t, seeds)
	group := errgroup.Group{}
	group.SetLimit(16)
	for _, s := range seeds {
		group.Go(func() error {
			h := &hostileRun{world: w, seed: s, rng: rand.New(rand.NewPCG(s, 1))}
			start := time.Now()
			if err := h.run(filepath.Join(w.dir, fmt.Sprint(s))); err != nil {
				t.Errorf("seed %d %s, after %v: %v\n%s", s, names[s], time.Since(start).Round(time.Millisecond), err, strings.Join(h.story, "\n"))
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		t.Fatal(err)
	}
}

// hostileRun is one seed.
type hostileRun struct {
	world *hostileWorld
	seed  uint64
	rng   *rand.Rand
	story []string // what was done and what came of it

	sender common.Address
	sign   signer.Signer
	nodes  []*testchain.Hostile
	path   string
	depth  uint64 // 0: instant

	st  *store.Store
	net *node.Client
	box *outbox.Outbox
}

func (h *hostileRun) tell(format string, a ...any) {
	h.story = append(h.story, "  "+fmt.Sprintf(format, a...))
}

// run pays and looks until all is settled, and then asks the chain itself what came of it.
func (h *hostileRun) run(path string) (err error) {
	ctx := context.Background()
	h.path = path
	if h.sign, err = signer.FromHex(hex.EncodeToString(crypto.FromECDSA(seedKey(h.seed)))); err != nil {
		return err
	}
	h.sender = h.sign.Address()
	h.line()
	defer h.close()
	total := 4 + h.rng.IntN(9)
	end := time.Now().Add(5 * time.Minute) // far more than an idle machine needs
	for paid := 0; ; {
		if time.Now().After(end) {
			return errors.New("not settled in time")
		}
		if h.box == nil {
			if err := h.open(ctx); err != nil {
				if err := h.allowed("open", err); err != nil {
					return err
				}
				continue
			}
		}
		switch act := h.rng.IntN(11); {
		case act < 3 && paid < total:
			n := min(total, paid+1+h.rng.IntN(4))
			first := max(0, paid-h.rng.IntN(3)) // some of them again
			if err := h.prepare(ctx, first, n); err == nil {
				paid = n
			} else if err := h.allowed("prepare", err); err != nil {
				return err
			}
		case act < 6:
			_, err := h.box.Broadcast(ctx, outbox.BroadcastOptions{NoWait: h.rng.IntN(2) == 0})
			if err := h.allowed("broadcast", err); err != nil {
				return err
			}
		case act < 9:
			rep, err := h.box.Update(ctx)
			if err := h.allowed("update", err); err != nil {
				return err
			}
			if h.box == nil {
				continue
			}
			if err := h.truth(ctx); err != nil {
				return err
			}
			if err == nil && paid == total && rep.Waiting+rep.Broadcasted+rep.Unfinal == 0 {
				return h.judge(ctx, total)
			}
		case act < 10:
			h.tell("open again")
			h.close()
		default:
			_, err := h.box.Bump(ctx, nil, outbox.BroadcastOptions{NoWait: true})
			if fault.Is(err, fault.Conflict) { // nothing to bump, or fees as they are
				err = nil
			}
			if err := h.allowed("bump", err); err != nil {
				return err
			}
		}
	}
}

// line places the nodes: one to three proxies; the last of three invents receipts, in turn as the one asked first.
func (h *hostileRun) line() {
	count := 1 + int(h.seed%3)
	if h.seed%2 == 0 {
		h.depth = 2
	}
	for n := range count {
		rate, lie := 0.02+0.13*h.rng.Float64(), testchain.Honest
		if count == 3 && n == int(h.seed/3)%3 {
			lie = []testchain.Lie{testchain.SaysMined, testchain.SaysFailed}[h.rng.IntN(2)]
			if h.seed%5 == 0 {
				lie = testchain.Pockets
			}
			h.tell("node %d lies (%d)", n, lie)
		}
		h.nodes = append(h.nodes, testchain.NewHostile(h.world.t, h.world.chain, h.seed*10+uint64(n), rate, lie))
	}
}

func (h *hostileRun) open(ctx context.Context) (err error) {
	var urls []string
	for _, n := range h.nodes {
		urls = append(urls, n.URL)
	}
	if h.st, err = store.Open(ctx, h.path); err != nil {
		return err
	}
	if h.net, err = node.Dial(ctx, node.Options{URLs: urls, ChainID: h.world.chain.ChainID, Timeout: 5 * time.Second}); err != nil {
		h.close()
		return err
	}
	c := outbox.Config{Store: h.st, Node: h.net, Signer: h.sign, Sender: h.sender, ChainID: h.world.chain.ChainID, AutoFirstNonce: true,
		Explain: contract.Revert, Finality: outbox.Finality{Instant: h.depth == 0, Depth: h.depth}}
	h.box = outbox.New(c)
	return nil
}

func (h *hostileRun) close() {
	if h.net != nil {
		h.net.Close()
	}
	if h.st != nil {
		if err := h.st.Close(); err != nil {
			h.tell("close: %v", err)
		}
	}
	h.st, h.net, h.box = nil, nil, nil
}

// to is the receiver of the payment with a number: its own, so that the chain shows what was paid how often.
func (h *hostileRun) to(n int) common.Address {
	return common.BytesToAddress(crypto.Keccak256([]byte(fmt.Sprintf("%d/%d", h.seed, n))))
}

func (h *hostileRun) prepare(ctx context.Context, first, last int) error {
	var calls []outbox.Call
	for n := first; n < last; n++ {
		key := fmt.Sprintf("%d/%d", h.seed, n)
		calls = append(calls, outbox.Call{To: &h.world.token, Kind: outbox.KindTransfer, Note: "pay " + key, Key: key, Payload: key,
			Data: contract.Transfer(h.to(n), big.NewInt(3)),
			Rows: []outbox.Row{{Token: h.world.token, ExternalID: key, To: h.to(n), Raw: big.NewInt(3)}}})
	}
	p, err := h.box.Prepare(ctx, outbox.Head{Command: "test"}, func(context.Context, uint64) ([]outbox.Call, error) { return calls, nil })
	if err == nil {
		h.tell("prepare %d to %d: %d new", first, last-1, len(p.New))
	}
	return err
}

// allowed lets errors pass that say that the node is at fault or that something is to be tried again. Anything else would
// tell the operator that a sound transaction is lost, refused or short of money.
func (h *hostileRun) allowed(what string, err error) error {
	h.tell("%s: %v", what, err)
	switch class := fault.ClassOf(err); {
	case err == nil, class == fault.Node, class == fault.Pending:
		return nil
	case class == fault.Conflict && slices.ContainsFunc([]string{
		"on chain 5477689, expected chain", // the proxy's other chain
		"the node lags, or",
		"transactions that are not final yet", "in flight that this database does not know", // nothing of ours was sent then
	}, func(words string) bool { return strings.Contains(err.Error(), words) }):
		h.close()
		return nil
	default:
		return fmt.Errorf("%s: an error of class %d that no fault of a node excuses: %w", what, class, err)
	}
}

// truth compares what the database holds for settled with the chain itself.
func (h *hostileRun) truth(ctx context.Context) error {
	lines, err := h.box.Last(ctx, 1000)
	if err != nil {
		return err
	}
	for _, l := range lines {
		switch l.Intent.State {
		case store.Final:
			var r *struct{ BlockHash, Status string }
			if err := h.world.rpc.CallContext(ctx, &r, "eth_getTransactionReceipt", l.TxHash); err != nil {
				return err
			}
			if r == nil || r.Status != "0x1" {
				return fmt.Errorf("nonce %d is final in the database, but not on the chain: %+v", l.Intent.Nonce, r)
			}
		case store.Reverted, store.Cancelled, store.Superseded, store.Unclear, store.Void:
			return fmt.Errorf("nonce %d is %s", l.Intent.Nonce, l.Intent.State)
		case store.Mined, store.PendingTx, store.Signed, store.Draft:
		}
	}
	return nil
}

// ask asks geth itself, again where its index of logs is just being written.
func (h *hostileRun) ask(ctx context.Context, out any, method string, args ...any) (err error) {
	for range 20 {
		if err = h.world.rpc.CallContext(ctx, out, method, args...); err == nil || !strings.Contains(err.Error(), "not found") {
			return err
		}
		time.Sleep(100 * time.Millisecond)
	}
	return err
}

// judge asks the chain what came of it all.
func (h *hostileRun) judge(ctx context.Context, total int) error {
	var logs []struct{ Topics []common.Hash }
	if err := h.ask(ctx, &logs, "eth_getLogs", map[string]any{"fromBlock": "0x0", "address": h.world.token, "topics": []any{
		crypto.Keccak256Hash([]byte("Transfer(address,address,uint256)")), common.BytesToHash(h.sender.Bytes())}}); err != nil {
		return err
	}
	got := map[common.Address]int{}
	for _, l := range logs {
		got[common.BytesToAddress(l.Topics[2].Bytes())]++
	}
	for n := range total {
		if got[h.to(n)] != 1 {
			return fmt.Errorf("payment %d was made %d times", n, got[h.to(n)])
		}
	}
	count, err := h.world.chain.Client().NonceAt(ctx, h.sender, nil)
	if err != nil {
		return err
	}
	if int(count) != total || len(logs) != total {
		return fmt.Errorf("%d payments took %d nonces and %d transfers", total, count, len(logs))
	}
	lines, err := h.box.Last(ctx, 1000)
	if err != nil {
		return err
	}
	for n, l := range lines {
		if l.Intent.State != store.Final || l.Intent.Nonce != uint64(len(lines)-1-n) {
			return fmt.Errorf("row %d: nonce %d is %s", n, l.Intent.Nonce, l.Intent.State)
		}
	}
	wrong, err := h.st.Check(ctx)
	if len(wrong) > 0 {
		return fmt.Errorf("db-check: %s", strings.Join(wrong, "; "))
	}
	return err
}
