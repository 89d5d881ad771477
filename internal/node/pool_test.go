package node

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/sto-project/sto/internal/fault"
)

// player is a node of the test's chain: block n has the hash n, unless forked.
type player struct {
	*hostile
	head atomic.Uint64
	fork atomic.Uint64 // blocks from here on have other hashes; 0: none
}

func blockHash(n uint64) common.Hash { return common.BytesToHash([]byte{1, byte(n >> 8), byte(n)}) }

func newPlayer(t *testing.T, head uint64) *player {
	p := &player{hostile: newHostile(t)}
	p.head.Store(head)
	p.methods["eth_getBlockByNumber"] = func(params []json.RawMessage) (any, *rpcError) {
		var tag string
		if err := json.Unmarshal(params[0], &tag); err != nil {
			return nil, &rpcError{-32602, err.Error(), nil}
		}
		n := p.head.Load()
		if tag != "latest" {
			var err error
			if n, err = hexutil.DecodeUint64(tag); err != nil || n > p.head.Load() {
				return null, nil
			}
		}
		h := blockHash(n)
		if f := p.fork.Load(); f != 0 && n >= f {
			h[0] = 0xff
		}
		return map[string]any{"number": hexutil.Uint64(n), "hash": h, "parentHash": common.Hash{}, "timestamp": "0x1", "gasLimit": "0x1"}, nil
	}
	p.result("eth_syncing", false)
	return p
}

func dialAll(t *testing.T, urls ...string) *Client {
	t.Helper()
	c, err := Dial(context.Background(), Options{URLs: urls, Timeout: 2 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	c.retry.base = time.Millisecond
	return c
}

func head(t *testing.T, c *Client) uint64 {
	t.Helper()
	h, err := c.Header(t.Context(), Latest)
	if err != nil {
		t.Fatal(err)
	}
	return h.Number
}

func TestFailover(t *testing.T) {
	for name, fail := range map[string]trick{
		"dropped":        drop,
		"HTTP 500":       status(500, ""),
		"HTTP 429":       status(429, "", "Retry-After", "3600"),
		"HTTP 401":       status(401, ""),
		"HTML":           body("<html>"),
		"another id":     otherID,
		"truncated":      truncated,
		"rate limited":   elementError(-32005, "limit exceeded"),
		"not synced":     elementError(-32000, "node is syncing"),
		"no such method": elementError(-32601, "method not found"),
		"no state":       elementError(-32000, "missing trie node 1"),
		"no history":     elementError(4444, "pruned history unavailable"),
	} {
		t.Run(name, func(t *testing.T) {
			a, b := newPlayer(t, 10), newPlayer(t, 10)
			b.result("eth_gasPrice", "0x7")
			c := dialAll(t, a.URL, b.URL)
			if head(t, c) != 10 || c.URL() != a.URL {
				t.Fatalf("uses %s", c.URL())
			}
			a.plays(fail)
			start := time.Now()
			var got quantity
			if err := c.Call(t.Context(), &got, "eth_gasPrice"); err != nil || got != 7 {
				t.Fatalf("%d, %v", got, err)
			}
			if time.Since(start) > time.Second {
				t.Errorf("took %v", time.Since(start))
			}
		})
	}
	t.Run("an answer is an answer", func(t *testing.T) {
		a, b := newPlayer(t, 10), newPlayer(t, 10)
		a.fails("eth_call", 3, "execution reverted", "0x")
		b.result("eth_call", "0x01")
		c := dialAll(t, a.URL, b.URL)
		var revert *RevertError
		if _, err := c.CallContract(t.Context(), CallMsg{}, Latest); !errors.As(err, &revert) {
			t.Errorf("%v", err)
		}
	})
	t.Run("all fail", func(t *testing.T) {
		a, b := newPlayer(t, 10), newPlayer(t, 10)
		c := dialAll(t, a.URL, b.URL)
		a.plays(status(500, "secret"))
		b.plays(drop)
		err := c.Call(t.Context(), nil, "eth_gasPrice")
		if fault.ClassOf(err) != fault.Node {
			t.Errorf("%v", err)
		}
	})
}

func TestMostAdvancedNodeIsAsked(t *testing.T) {
	a, b, third := newPlayer(t, 10), newPlayer(t, 12), newPlayer(t, 11)
	c := dialAll(t, a.URL, b.URL, third.URL)
	if head(t, c) != 12 || c.URL() != b.URL {
		t.Fatalf("asks %s", c.URL())
	}
	// The others lag behind what was seen, so with it gone there is nobody to ask.
	b.plays(drop)
	for _, p := range []*player{a, third} {
		p.result("eth_getTransactionCount", "0x1")
	}
	_, err := c.Nonce(t.Context(), common.Address{}, Latest)
	if fault.ClassOf(err) != fault.Node {
		t.Fatalf("a lagging node's count was taken: %v", err)
	}
	if _, err := c.Header(t.Context(), Latest); err == nil {
		t.Error("a lagging node's head was taken")
	}
	third.head.Store(12)
	if n, err := c.Nonce(t.Context(), common.Address{}, Latest); err != nil || n != 1 || c.URL() != third.URL {
		t.Errorf("%d, %v at %s", n, err, c.URL())
	}
	// A chain that went back, by the word of all, is believed.
	b.plays(nil)
	for _, p := range []*player{a, b, third} {
		p.head.Store(9)
	}
	wake(c)
	if n := head(t, c); n != 9 {
		t.Errorf("head %d", n)
	}
	// One that is absurdly far ahead is not.
	b.head.Store(1 << 40)
	if n := head(t, c); n != 9 {
		t.Errorf("head %d", n)
	}
}

// wake ends all rests.
func wake(c *Client) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, e := range c.endpoints {
		e.until = time.Time{}
	}
}

func TestSyncingNodeIsNotPreferred(t *testing.T) {
	a, b := newPlayer(t, 10), newPlayer(t, 8)
	a.result("eth_syncing", map[string]any{"currentBlock": "0xa", "highestBlock": "0xff"})
	c := dialAll(t, a.URL, b.URL)
	if n := head(t, c); n != 8 {
		t.Errorf("head %d", n)
	}
}

func TestEveryNodesChainIsChecked(t *testing.T) {
	good := newPlayer(t, 10)
	t.Run("another chain id", func(t *testing.T) {
		bad := newPlayer(t, 10)
		bad.result("eth_chainId", "0x8")
		_, err := Dial(t.Context(), Options{URLs: []string{good.URL, bad.URL}, ChainID: 7})
		if fault.ClassOf(err) != fault.Conflict || !strings.Contains(err.Error(), bad.URL) {
			t.Errorf("%v", err)
		}
	})
	t.Run("another genesis block", func(t *testing.T) {
		bad := newPlayer(t, 10)
		bad.methods["eth_getBlockByNumber"] = func([]json.RawMessage) (any, *rpcError) {
			return map[string]any{"number": "0x0", "hash": common.Hash{9}, "parentHash": common.Hash{}, "timestamp": "0x1"}, nil
		}
		_, err := Dial(t.Context(), Options{URLs: []string{good.URL, bad.URL}, ChainID: 7})
		if fault.ClassOf(err) != fault.Conflict || !strings.Contains(err.Error(), "genesis") {
			t.Errorf("%v", err)
		}
	})
	t.Run("one that comes later", func(t *testing.T) {
		late := newPlayer(t, 99)
		late.result("eth_chainId", "0x8")
		late.plays(drop)
		c := dialAll(t, good.URL, late.URL)
		late.plays(nil)
		wake(c)
		if n := head(t, c); n != 10 {
			t.Errorf("head %d", n)
		}
		late.plays(nil)
		for range 3 {
			head(t, c)
			c.SendRaw(t.Context(), [][]byte{{1}})
		}
		if late.exchanges() != 0 {
			t.Errorf("a node of another chain was asked %d times", late.exchanges())
		}
	})
	t.Run("one that changes", func(t *testing.T) {
		a, b := newPlayer(t, 10), newPlayer(t, 11)
		c := dialAll(t, a.URL, b.URL)
		b.result("eth_chainId", "0x8")
		if n := head(t, c); n != 10 {
			t.Errorf("head %d", n)
		}
	})
}

func TestOneDeadNodeDoesNotStop(t *testing.T) {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	dead := "http://" + free.Addr().String()
	if err := free.Close(); err != nil {
		t.Fatal(err)
	}
	a := newPlayer(t, 10)
	a.result("eth_gasPrice", "0x7")
	start := time.Now()
	c := dialAll(t, dead, "ws"+strings.TrimPrefix(dead, "http"), "/nowhere/geth.ipc", a.URL)
	if n := head(t, c); n != 10 || c.URL() != a.URL {
		t.Errorf("head %d of %s", n, c.URL())
	}
	for range 20 {
		if err := c.Call(t.Context(), nil, "eth_gasPrice"); err != nil {
			t.Fatal(err)
		}
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
	if _, ok, err := c.Agreed(t.Context(), &Header{Number: 10, Hash: blockHash(10)}, latest); ok || err != nil {
		t.Errorf("one node alone agrees: %v", err)
	}
}

func latest(ctx context.Context, c *Client) (*Header, error) { return c.Header(ctx, Latest) }

func TestSameAddressTwiceIsOneNode(t *testing.T) {
	a := newPlayer(t, 10)
	if c := dialAll(t, a.URL, a.URL); c.Several() {
		t.Error("the same address counts twice")
	}
}
