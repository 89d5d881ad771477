package scan

import (
	"bytes"
	"errors"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/contract"
	"github.com/sto-project/sto/internal/node"
)

// kind is the event that told of a transfer, as table transfer keeps it.
type kind uint8

const (
	kindTransfer kind = iota
	kindIssued
	kindBurned
	kindForced
	kindForcedTransfer // as it comes; it is stored as kindForced
)

const wordBytes = 32

// amount is a number of 256 bits as it is stored: a length byte and the minimal big-endian bytes (eth.EncodeRaw).
type amount [1 + wordBytes]byte

func (a *amount) stored() []byte { return a[:1+a[0]] }

func amountOf(word []byte) (a amount) {
	word = bytes.TrimLeft(word, "\x00")
	a[0] = byte(len(word))
	copy(a[1:], word)
	return a
}

// transfer is one event that moves a balance. The zero address stands for minting and burning.
type transfer struct {
	token              int // place of its token in the run
	block, index, time uint64
	tx                 common.Hash
	hash               common.Hash // of the block
	kind               kind
	from, to           common.Address
	raw                amount
}

// errMoved says that the chain changed between two answers: ask again.
var errMoved = errors.New("the chain changed while it was read")

// topics maps the first topic of an event to its kind.
type topics map[common.Hash]kind

func balanceTopics() topics {
	return topics{
		contract.TopicTransfer(): kindTransfer,
		contract.TopicIssued():   kindIssued,
		contract.TopicBurned():   kindBurned,
		contract.TopicForced():   kindForced,

		contract.TopicForcedTransfer(): kindForcedTransfer,
	}
}

// decode reads the logs of one range, which node.Client has checked and ordered; places are those of the tokens asked for.
// It returns the transfers, in order, and for each place the number of events that bear a name we know without having its
// form.
func (tp topics) decode(logs []node.Log, places map[common.Address]int) ([]transfer, map[int]int, error) {
	out := make([]transfer, 0, len(logs))
	ignored := map[int]int{}
	for i := range logs {
		place := places[logs[i].Address]
		t, ok, err := tp.one(&logs[i])
		if err != nil {
			return nil, nil, err
		}
		if !ok {
			ignored[place]++
			continue
		}
		t.token = place
		out = append(out, t)
	}
	return unpaired(out), ignored, nil
}

// one reads a log; false when it does not have the form of its event.
func (tp topics) one(l *node.Log) (t transfer, ok bool, err error) {
	if len(l.Topics) == 0 {
		return t, false, nil
	}
	k, known := tp[l.Topics[0]]
	if !known {
		return t, false, nil
	}
	want := 3 // words: from, to, value
	if k == kindIssued || k == kindBurned {
		want = 2 // words: whom, value
	}
	// Old tokens index fewer arguments than the standard says; the words come in the same order either way.
	if size := (len(l.Topics)-1)*wordBytes + len(l.Data); size != want*wordBytes {
		return t, false, nil
	}
	if k == kindTransfer && len(l.Topics) == 4 {
		return t, false, notPieces(l.Address)
	}
	var words [3 * wordBytes]byte
	b := words[:0]
	for _, topic := range l.Topics[1:] {
		b = append(b, topic[:]...)
	}
	b = append(b, l.Data...)
	word := func(i int) []byte { return b[i*wordBytes : (i+1)*wordBytes] }
	t = transfer{block: l.BlockNumber, index: l.LogIndex, time: l.Time, tx: l.TxHash, hash: l.BlockHash, kind: k}
	t.raw = amountOf(word(want - 1))
	switch k {
	case kindIssued:
		t.to = common.BytesToAddress(word(0))
	case kindBurned:
		t.from = common.BytesToAddress(word(0))
	default:
		t.from, t.to = common.BytesToAddress(word(0)), common.BytesToAddress(word(1))
	}
	return t, true, nil
}

// unpaired drops each Issued, Burned, Forced or ForcedTransfer whose movement a Transfer of the same transaction tells as
// well: some tokens emit both for one change of a balance. One Transfer accounts for one of each kind. The Transfer of a
// forced one is then called forced.
func unpaired(ts []transfer) []transfer {
	if !slices.ContainsFunc(ts, func(t transfer) bool { return t.kind != kindTransfer }) {
		return ts
	}
	out := ts[:0]
	for start := 0; start < len(ts); {
		end := start + 1
		for end < len(ts) && ts[end].tx == ts[start].tx && ts[end].block == ts[start].block {
			end++
		}
		out = append(out, pair(ts[start:end])...)
		start = end
	}
	return out
}

// pair is unpaired for one transaction.
func pair(tx []transfer) []transfer {
	type movement struct {
		token    int
		kind     kind
		from, to common.Address
		raw      amount
	}
	places := map[movement][]int{} // of the Transfers
	for i, t := range tx {
		if t.kind == kindTransfer {
			m := movement{t.token, kindTransfer, t.from, t.to, t.raw}
			places[m] = append(places[m], i)
		}
	}
	used := map[movement]int{}
	told := make([]bool, len(tx)) // by a Transfer
	var forced []int
	for i, t := range tx {
		if t.kind == kindTransfer {
			continue
		}
		m := movement{t.token, t.kind, t.from, t.to, t.raw}
		transfers := places[movement{t.token, kindTransfer, t.from, t.to, t.raw}]
		n := used[m]
		used[m]++
		if told[i] = n < len(transfers); told[i] && t.kind >= kindForced {
			forced = append(forced, transfers[n])
		}
	}
	for _, i := range forced {
		tx[i].kind = kindForced
	}
	out := tx[:0]
	for i := range tx {
		if told[i] {
			continue
		}
		if tx[i].kind == kindForcedTransfer {
			tx[i].kind = kindForced
		}
		out = append(out, tx[i])
	}
	return out
}
