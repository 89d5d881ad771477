package node

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// rawLog is a log as the node wrote it, and which of its members were there.
type rawLog struct {
	Log
	have    uint8
	removed bool
}

const (
	haveAddress = 1 << iota
	haveBlockNumber
	haveBlockHash
	haveTxHash
	haveTxIndex
	haveLogIndex
	haveAll = 1<<iota - 1
)

// logList decodes a list of logs. Reading logs is what a scan spends its time on, so the usual form is read by a parser
// made for it, in about a tenth of the time; whatever that one does not expect goes to encoding/json.
type logList []rawLog

// UnmarshalJSON implements json.Unmarshaler. encoding/json hands over valid JSON alone.
func (l *logList) UnmarshalJSON(b []byte) error {
	p := logParser{b: b}
	if list, ok := p.list(); ok {
		*l = list
		return nil
	}
	return l.slow(b)
}

// slow decodes any form.
func (l *logList) slow(b []byte) error {
	var in []struct {
		Address     *common.Address `json:"address"`
		Topics      []common.Hash   `json:"topics"`
		Data        hexutil.Bytes   `json:"data"`
		BlockNumber *quantity       `json:"blockNumber"`
		BlockHash   *common.Hash    `json:"blockHash"`
		TxHash      *common.Hash    `json:"transactionHash"`
		TxIndex     *quantity       `json:"transactionIndex"`
		LogIndex    *quantity       `json:"logIndex"`
		Time        *quantity       `json:"blockTimestamp"`
		Removed     bool            `json:"removed"`
	}
	if err := json.Unmarshal(b, &in); err != nil {
		return err
	}
	out := make([]rawLog, len(in))
	for i, r := range in {
		o := &out[i]
		o.Topics, o.Data, o.removed = r.Topics, r.Data, r.Removed
		o.have = keepValue(&o.Address, r.Address, haveAddress) | keepValue(&o.BlockHash, r.BlockHash, haveBlockHash) |
			keepValue(&o.TxHash, r.TxHash, haveTxHash) | keepNumber(&o.BlockNumber, r.BlockNumber, haveBlockNumber) |
			keepNumber(&o.TxIndex, r.TxIndex, haveTxIndex) | keepNumber(&o.LogIndex, r.LogIndex, haveLogIndex)
		keepNumber(&o.Time, r.Time, 0)
	}
	*l = out
	return nil
}

func keepValue[T any](to, from *T, flag uint8) uint8 {
	if from == nil {
		return 0
	}
	*to = *from
	return flag
}

func keepNumber(to *uint64, from *quantity, flag uint8) uint8 {
	if from == nil {
		return 0
	}
	*to = uint64(*from)
	return flag
}

// logParser reads valid JSON of the form that nodes write logs in. Its methods report false where it is another form.
type logParser struct {
	b      []byte
	i      int
	topics []common.Hash // many logs' topics share one allocation
}

func (p *logParser) list() ([]rawLog, bool) {
	if !p.take('[') {
		return nil, false
	}
	out := make([]rawLog, 0, len(p.b)/500) // a log takes some 600 bytes
	if p.take(']') {
		return out, true
	}
	for {
		out = append(out, rawLog{})
		if !p.log(&out[len(out)-1]) {
			return nil, false
		}
		if p.take(']') {
			return out, true
		}
		if !p.take(',') {
			return nil, false
		}
	}
}

func (p *logParser) log(l *rawLog) bool {
	if !p.take('{') {
		return false
	}
	for {
		key, ok := p.text()
		if !ok || !p.take(':') {
			return false
		}
		switch string(key) {
		case "address":
			ok = p.fixed(l.Address[:], &l.have, haveAddress)
		case "blockHash":
			ok = p.fixed(l.BlockHash[:], &l.have, haveBlockHash)
		case "transactionHash":
			ok = p.fixed(l.TxHash[:], &l.have, haveTxHash)
		case "blockNumber":
			ok = p.number(&l.BlockNumber, &l.have, haveBlockNumber)
		case "transactionIndex":
			ok = p.number(&l.TxIndex, &l.have, haveTxIndex)
		case "logIndex":
			ok = p.number(&l.LogIndex, &l.have, haveLogIndex)
		case "blockTimestamp":
			ok = p.number(&l.Time, &l.have, 0)
		case "removed":
			l.removed = p.word("true")
			ok = l.removed || p.word("false")
		case "topics":
			l.Topics, ok = p.hashes()
		case "data":
			l.Data, ok = p.bytes()
		default: // members of some nodes' own: skipped when they are plain
			if odd(key) {
				return false
			}
			_, ok = p.text()
			ok = ok || p.word("null") || p.word("true") || p.word("false")
		}
		if !ok {
			return false
		}
		if p.take('}') {
			return true
		}
		if !p.take(',') {
			return false
		}
	}
}

// odd reports whether key is one of ours but for its case, which encoding/json does not mind.
func odd(key []byte) bool {
	for _, known := range []string{"address", "blockHash", "transactionHash", "blockNumber", "transactionIndex", "logIndex",
		"blockTimestamp", "removed", "topics", "data"} {
		if strings.EqualFold(string(key), known) {
			return true
		}
	}
	return false
}

// take skips white space and then c, if it is next.
func (p *logParser) take(c byte) bool {
	for p.i < len(p.b) && (p.b[p.i] == ' ' || p.b[p.i] == '\n' || p.b[p.i] == '\t' || p.b[p.i] == '\r') {
		p.i++
	}
	if p.i < len(p.b) && p.b[p.i] == c {
		p.i++
		return true
	}
	return false
}

// word skips w, if it is next. Callers have skipped white space by an earlier try to take something else.
func (p *logParser) word(w string) bool {
	p.take(0)
	if bytes.HasPrefix(p.b[p.i:], []byte(w)) {
		p.i += len(w)
		return true
	}
	return false
}

// text reads a string without escapes.
func (p *logParser) text() ([]byte, bool) {
	if !p.take('"') {
		return nil, false
	}
	n := bytes.IndexByte(p.b[p.i:], '"')
	if n < 0 || bytes.IndexByte(p.b[p.i:p.i+n], '\\') >= 0 {
		return nil, false
	}
	s := p.b[p.i : p.i+n]
	p.i += n + 1
	return s, true
}

// digits reads a string of hex digits after 0x.
func (p *logParser) digits() ([]byte, bool) {
	s, ok := p.text()
	if !ok || len(s) < 2 || s[0] != '0' || s[1] != 'x' {
		return nil, false
	}
	return s[2:], true
}

func (p *logParser) fixed(to []byte, have *uint8, flag uint8) bool {
	h, ok := p.digits()
	if !ok || len(h) != 2*len(to) {
		return false
	}
	*have |= flag
	_, err := hex.Decode(to, h)
	return err == nil
}

func (p *logParser) number(to *uint64, have *uint8, flag uint8) bool {
	h, ok := p.digits()
	if !ok {
		return false
	}
	n, err := strconv.ParseUint(string(h), 16, 64)
	*to = n
	*have |= flag
	return err == nil
}

func (p *logParser) bytes() ([]byte, bool) {
	h, ok := p.digits()
	if !ok || len(h)%2 != 0 {
		return nil, false
	}
	out := make([]byte, len(h)/2)
	_, err := hex.Decode(out, h)
	return out, err == nil
}

func (p *logParser) hashes() ([]common.Hash, bool) {
	if !p.take('[') {
		return nil, false
	}
	if cap(p.topics)-len(p.topics) < 4 { // a log has at most four
		p.topics = make([]common.Hash, 0, 1024)
	}
	first := len(p.topics)
	for !p.take(']') {
		if n := len(p.topics) - first; n == 4 || n > 0 && !p.take(',') {
			return nil, false
		}
		p.topics = append(p.topics, common.Hash{})
		var have uint8
		if !p.fixed(p.topics[len(p.topics)-1][:], &have, 0) {
			return nil, false
		}
	}
	return p.topics[first:len(p.topics):len(p.topics)], true
}
