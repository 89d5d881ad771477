package testchain

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/ethereum/go-ethereum/consensus/beacon"
	"github.com/ethereum/go-ethereum/consensus/ethash"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/ethdb/pebble"
	"github.com/ethereum/go-ethereum/triedb"
)

// importPart is how many blocks are made before they are written down: they are kept in memory until then.
const importPart = 500

// Import gives a geth that stands at its genesis block a chain of count blocks, one second apart, as `geth import` does.
// fill is called for each, from 0 on, and puts the transactions in. This is many times quicker than to send them, and says
// exactly which block has which. The node is stopped meanwhile.
func (n *Node) Import(count int, fill func(i int, b *core.BlockGen)) {
	n.t.Helper()
	d, ok := n.driver.(*gethDriver)
	if !ok || n.Head() != 0 {
		n.t.Fatalf("%s at block %d can't be given a chain", n.Kind, n.Head())
	}
	if err := d.stop(true); err != nil { // there is nothing to lose yet
		n.t.Fatal(err)
	}
	file := filepath.Join(n.t.TempDir(), "chain.rlp")
	if err := d.generate(file, count, fill); err != nil {
		n.t.Fatalf("make a chain of %d blocks: %v", count, err)
	}
	args := []string{"import", "--datadir", d.data(), "--nocompaction"}
	if d.options.archive {
		args = append(args, "--gcmode", "archive", "--state.scheme", "hash")
	}
	if out, err := exec.Command(d.binary, append(args, file)...).CombinedOutput(); err != nil {
		n.t.Fatalf("geth import: %v\n%s", err, out)
	}
	if err := os.Remove(file); err != nil {
		n.t.Fatal(err)
	}
	n.Start()
	if head := n.Head(); head != uint64(count) {
		n.t.Fatalf("geth stands at block %d after %d were imported", head, count)
	}
}

// generate writes a chain on top of the genesis block into a file.
func (d *gethDriver) generate(file string, count int, fill func(i int, b *core.BlockGen)) (err error) {
	text, err := os.ReadFile(d.genesis())
	if err != nil {
		return err
	}
	var genesis core.Genesis
	if err := json.Unmarshal(text, &genesis); err != nil {
		return err
	}
	// On disk: fifty thousand blocks' states take gigabytes of memory.
	kv, err := pebble.New(filepath.Join(filepath.Dir(file), "states"), 64, 64, "", false)
	if err != nil {
		return err
	}
	db := rawdb.NewDatabase(kv)
	defer func() {
		if cerr := db.Close(); err == nil {
			err = cerr
		}
	}()
	tries := triedb.NewDatabase(db, triedb.HashDefaults)
	parent, err := genesis.Commit(db, tries, nil)
	if err != nil {
		return err
	}
	if err := tries.Close(); err != nil {
		return err
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	for done := 0; done < count && err == nil; {
		blocks, _ := core.GenerateChain(genesis.Config, parent, beacon.New(ethash.NewFaker()), db, min(importPart, count-done),
			func(i int, b *core.BlockGen) {
				b.OffsetTime(-9) // of ten seconds
				fill(done+i, b)
			})
		for _, block := range blocks {
			if err := block.EncodeRLP(w); err != nil {
				return fmt.Errorf("block %d: %w", block.NumberU64(), err)
			}
		}
		done += len(blocks)
		parent = blocks[len(blocks)-1]
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}
