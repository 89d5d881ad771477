package distribution

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"gorm.io/gorm"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/store"
)

// rereads is how often a range is read anew because the chain changed while it was read.
const rereads = 3

// LookBack reads from the chain which external ids of the token the account has paid by transactions that this database
// does not know. What is final is stored, so that the next look-back goes on from there; where nothing has happened since,
// it costs a few small requests. progress may be nil; it counts blocks. Errors are of class fault.Node, or the store's.
func (s *Service) LookBack(ctx context.Context, token common.Address, progress func(done, total uint64)) (*Past, error) {
	past := &Past{box: boxed{s.box.Store, s.box.ChainID, eth.Lower(token), eth.Lower(s.box.Sender)}, fresh: map[eth.Tag][]store.PaidRow{}, flying: map[eth.Tag]string{}}
	final, err := s.box.FinalBlock(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.lookAtPool(ctx, past, token); err != nil { // before the head: a moment later it may be in a block
		return nil, err
	}
	head, err := s.box.Node.Header(ctx, node.Latest)
	if err != nil {
		return nil, err
	}
	final = min(final, head.Number)
	from, err := s.resume(ctx, past, token, head.Number)
	if errors.Is(err, errNoCode) {
		return past, nil // the token waits in our queue, or is none, which the plan finds out
	}
	if err != nil {
		return nil, err
	}
	first := from
	r := &reader{Service: s, past: past, token: token, final: final, dry: s.box.DryRun, size: 1 << 62,
		progress: func(done uint64) {
			if progress != nil {
				progress(done-first+1, head.Number-first+1)
			}
		}}
	if from <= final {
		if err := r.read(ctx, from, final); err != nil {
			return nil, err
		}
	}
	if from = max(from, final+1); from <= head.Number {
		err = r.read(ctx, from, head.Number)
	}
	return past, err
}

// resume returns the first block to read. What was stored of a chain that is no longer the node's is dropped.
func (s *Service) resume(ctx context.Context, past *Past, token common.Address, head uint64) (uint64, error) {
	box := past.box
	var rows []store.Lookback
	if err := s.box.Store.DB().WithContext(ctx).Limit(1).
		Find(&rows, "chain_id = ? AND token = ? AND sender = ?", box.chain, box.token, box.sender).Error; err != nil {
		return 0, err
	}
	if len(rows) == 1 {
		h, err := s.box.Node.Headers(ctx, []uint64{rows[0].ScannedTo})
		if err != nil {
			return 0, err
		}
		if h[0] != nil && h[0].Hash == common.HexToHash(rows[0].ScannedHash) {
			return rows[0].ScannedTo + 1, nil
		}
		if rows[0].ScannedTo > head {
			return 0, fault.New(fault.Node, "the node is at block %d, but past distributions were read up to block %d: it lags", head, rows[0].ScannedTo).
				WithHint("wait until it has caught up, or use another --ethereum-node-url")
		}
		past.stale = s.box.DryRun
		if err := s.forget(ctx, box); err != nil {
			return 0, err
		}
	}
	return s.firstBlock(ctx, token, head)
}

func (s *Service) forget(ctx context.Context, box boxed) error {
	if s.box.DryRun {
		return nil
	}
	return s.box.Store.Tx(ctx, func(tx *gorm.DB) error {
		for _, table := range []string{"paid_row", "lookback"} {
			if err := tx.Exec("DELETE FROM "+table+" WHERE chain_id = ? AND token = ? AND sender = ?", box.chain, box.token, box.sender).Error; err != nil {
				return err
			}
		}
		return nil
	})
}

// bisectFrom is the height of a chain from which on it pays to search for a token's first block.
const bisectFrom = 5_000

var errNoCode = errors.New("there is no contract")

// firstBlock returns a block at or before the token's first: from the receipt of its deployment where we know it, from a
// whole scan, by a search for the block where its code appears, or 0 where the node does not keep so old states.
// errNoCode: there is no token yet.
func (s *Service) firstBlock(ctx context.Context, token common.Address, head uint64) (uint64, error) {
	var first sql.NullInt64
	err := s.box.Store.SQL().QueryRowContext(ctx, `SELECT max(b) FROM (
		SELECT r.block_num b FROM intent i JOIN receipt r ON r.intent_id = i.id AND r.orphaned_at IS NULL
			WHERE i.chain_id = ?1 AND i.creates = ?2 AND i.state = 'final'
		UNION ALL SELECT first_block FROM token WHERE chain_id = ?1 AND address = ?2 AND complete = 1)`,
		s.box.ChainID, eth.Lower(token)).Scan(&first)
	if err != nil {
		return 0, err
	}
	if first.Valid && uint64(first.Int64) <= head {
		return uint64(first.Int64), nil
	}
	if code, err := s.box.Node.Code(ctx, token, node.Latest); err != nil {
		return 0, err
	} else if len(code) == 0 {
		return 0, errNoCode
	}
	if head < bisectFrom {
		return 0, nil
	}
	low, high := uint64(0), head // code stands at high
	for low < high {
		mid := low + (high-low)/2
		code, err := s.box.Node.Code(ctx, token, node.At(mid))
		if err != nil {
			if ctx.Err() != nil {
				return 0, err
			}
			return 0, nil // no full history here: read all of the chain
		}
		if len(code) > 0 {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low, nil
}

// reader reads stretches of the chain.
type reader struct {
	*Service
	past     *Past
	token    common.Address
	final    uint64
	dry      bool
	size     uint64 // blocks to ask for at once
	progress func(done uint64)
}

// read reads the blocks from to to, which lie all within what is final, or all after it.
func (r *reader) read(ctx context.Context, from, to uint64) error {
	for tries := 0; from <= to; {
		end := to
		if to-from >= r.size {
			end = from + r.size - 1
		}
		rows, head, err := r.stretch(ctx, from, end)
		var tooWide *node.RangeError
		switch {
		case errors.As(err, &tooWide) && end > from:
			r.size = (end - from + 1) / 2
			if tooWide.To > from && tooWide.To < end { // what the provider's words suggest
				r.size = tooWide.To - from + 1
			}
			continue
		case errors.Is(err, errReorg) && tries < rereads:
			tries++
			continue
		case errors.Is(err, errReorg):
			return fault.New(fault.Node, "the chain keeps changing while past distributions are read from the blocks %d to %d", from, end).
				WithHint("run the command again in a minute, or use another --ethereum-node-url")
		case err != nil:
			return err
		}
		if err := r.keep(ctx, rows, head); err != nil {
			return err
		}
		r.progress(end)
		if end-from+1 == r.size && r.size < 1<<62 {
			r.size *= 2
		}
		from, tries = end+1, 0
	}
	return nil
}

// errReorg says that the chain changed between two questions.
var errReorg = errors.New("the chain changed while it was read")

// stretch finds the tagged payments in a range of blocks.
func (r *reader) stretch(ctx context.Context, from, to uint64) ([]store.PaidRow, *node.Header, error) {
	sender := r.box.Sender
	logs, head, err := r.box.Node.Logs(ctx, node.LogQuery{
		Addresses: []common.Address{r.token}, Topics: [][]common.Hash{{contract.TopicTransfer()}, {common.BytesToHash(sender[:])}}, From: from, To: to,
	})
	if err != nil {
		return nil, nil, err
	}
	var places []node.TxAt
	var txs []*node.Log
	seen := map[common.Hash]bool{}
	hashes := make([]common.Hash, len(logs))
	for i := range logs {
		hashes[i] = logs[i].TxHash
	}
	known, err := r.knows(ctx, hashes)
	if err != nil {
		return nil, nil, err
	}
	for i := range logs {
		l := &logs[i]
		if !seen[l.TxHash] && !known[l.TxHash] {
			seen[l.TxHash] = true
			places = append(places, node.TxAt{BlockHash: l.BlockHash, Index: l.TxIndex})
			txs = append(txs, l)
		}
	}
	got, err := r.box.Node.TxsByIndex(ctx, places)
	if err != nil {
		return nil, nil, err
	}
	var rows []store.PaidRow
	for i, tx := range got {
		if tx == nil || tx.Hash != txs[i].TxHash {
			return nil, nil, errReorg
		}
		if tx.From != sender || tx.To == nil || *tx.To != r.token {
			continue // moved by another's call: it carries no tag of ours
		}
		for n, p := range readTagged(tx.Input) {
			rows = append(rows, store.PaidRow{ChainID: r.past.box.chain, Token: r.past.box.token, Sender: r.past.box.sender, Tag: p.tag[:],
				TxHash: hashText(tx.Hash), Position: n, BlockNum: txs[i].BlockNumber, ToAddr: eth.Lower(p.to), Raw: eth.EncodeRaw(p.raw)})
		}
	}
	return rows, head, nil
}

// knows returns of which transactions this database knows what they pay.
func (s *Service) knows(ctx context.Context, txs []common.Hash) (map[common.Hash]bool, error) {
	known := map[common.Hash]bool{}
	for part := range slices.Chunk(txs, 500) {
		hashes := make([]string, len(part))
		for i := range part {
			hashes[i] = hashText(part[i])
		}
		var found []string
		if err := s.box.Store.DB().WithContext(ctx).Model(&store.Attempt{}).
			Where("hash IN ? AND exposed_at IS NOT NULL AND EXISTS (SELECT 1 FROM distribution_row d WHERE d.intent_id = attempt.intent_id)", hashes).Pluck("hash", &found).Error; err != nil {
			return nil, err
		}
		for _, h := range found {
			known[common.HexToHash(h)] = true
		}
	}
	return known, nil
}

// keep stores what is final, together with how far it was read, and holds the rest in memory.
func (r *reader) keep(ctx context.Context, rows []store.PaidRow, head *node.Header) error {
	if r.dry || head.Number > r.final {
		for _, p := range rows {
			t := eth.Tag(p.Tag)
			r.past.fresh[t] = append(r.past.fresh[t], p)
		}
		return nil
	}
	b := r.past.box
	return r.box.Store.SQLTx(ctx, func(tx *sql.Tx) error {
		for _, p := range rows {
			if _, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO paid_row (chain_id, token, sender, tag, tx_hash, position, block_num, to_addr, raw)
				VALUES (?,?,?,?,?,?,?,?,?)`, p.ChainID, p.Token, p.Sender, p.Tag, p.TxHash, p.Position, p.BlockNum, p.ToAddr, p.Raw); err != nil {
				return err
			}
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO lookback (chain_id, token, sender, scanned_to, scanned_hash) VALUES (?,?,?,?,?)
			ON CONFLICT (chain_id, token, sender) DO UPDATE SET scanned_to = excluded.scanned_to, scanned_hash = excluded.scanned_hash`,
			b.chain, b.token, b.sender, head.Number, hashText(head.Hash))
		return err
	})
}
