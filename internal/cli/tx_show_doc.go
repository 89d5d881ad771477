package cli

import (
	"encoding/json"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
)

// TransactionShowDoc is what tx-show prints with --output json. Amounts are decimal strings, times UTC in RFC 3339.
type TransactionShowDoc struct {
	TransactionDoc
	ChainID       uint64           `json:"chain_id"`
	State         string           `json:"state"`           // as it is stored
	Cause         string           `json:"cause,omitempty"` // why it last changed
	ChangedAt     string           `json:"changed_at"`
	ValueETH      string           `json:"value_eth"`
	Key           string           `json:"key"` // what it is recognised by when it is asked for again
	Call          CallDoc          `json:"call"`
	SupersededBy  string           `json:"superseded_by,omitempty"` // the hash of what used its nonce
	Request       RequestDoc       `json:"request"`
	Pays          []PaymentDoc     `json:"pays"`      // of a distribution
	Needs         []TransactionDoc `json:"needs"`     // must have succeeded before it is sent
	NeededBy      []TransactionDoc `json:"needed_by"` // wait for it
	Attempts      []AttemptDoc     `json:"attempts"`
	Receipts      []ReceiptDoc     `json:"receipts"`
	Confirmations *uint64          `json:"confirmations,omitempty"` // blocks from its own to the newest, both counted; of a mined one
	Head          uint64           `json:"head,omitempty"`          // the newest block that confirmations count to
	HeadSeenAt    string           `json:"head_seen_at,omitempty"`
	Canonical     *bool            `json:"canonical,omitempty"` // with --live: whether its block is still in the chain
	Reissues      []TransactionDoc `json:"reissues"`            // this one, what it does anew and what does it anew, the oldest first
	History       []EventDoc       `json:"history"`
	Next          string           `json:"next,omitempty"` // what to do, where something is to be done
}

// RequestDoc is the command that prepared a transaction.
type RequestDoc struct {
	ID        string          `json:"id"`
	Command   string          `json:"command"`
	Params    json.RawMessage `json:"params"`
	CreatedAt string          `json:"created_at"`
}

// PaymentDoc is one external id that a transaction pays.
type PaymentDoc struct {
	ExternalID string `json:"external_id"`
	Token      string `json:"token"`
	Address    string `json:"address"`
	AmountRaw  string `json:"amount_raw"` // raw token units
}

// AttemptDoc is one signed encoding of a transaction.
type AttemptDoc struct {
	TXID       string `json:"txid"`
	Kind       string `json:"kind"` // original, bump or cancel
	MaxFeeWei  string `json:"max_fee_wei"`
	TipWei     string `json:"tip_wei"`
	MaxFeeGwei string `json:"max_fee_gwei"`
	TipGwei    string `json:"tip_gwei"`
	SignedAt   string `json:"signed_at"`
	SentAt     string `json:"sent_at,omitempty"` // empty: never
}

// ReceiptDoc says in which block an attempt was mined.
type ReceiptDoc struct {
	TXID       string `json:"txid"`
	Block      uint64 `json:"block"`
	BlockHash  string `json:"block_hash"`
	Success    bool   `json:"success"`
	GasUsed    uint64 `json:"gas_used"`
	GasPrice   string `json:"gas_price_wei"`
	CostETH    string `json:"cost_eth"` // the fee that was paid
	Reason     string `json:"reason,omitempty"`
	SeenAt     string `json:"seen_at"`
	OrphanedAt string `json:"orphaned_at,omitempty"` // the chain took the block back
}

// EventDoc is one step of the history.
type EventDoc struct {
	At     string `json:"at"`
	What   string `json:"what"`
	Detail string `json:"detail,omitempty"`
	Node   string `json:"node,omitempty"` // by whose word
}

func transactionShowDoc(r *outbox.Record) TransactionShowDoc {
	i := r.Intent
	d := TransactionShowDoc{
		TransactionDoc: transactionDoc(r.Line), ChainID: i.ChainID, State: string(i.State), Cause: orEmpty(i.Cause), ChangedAt: stamp(i.ChangedAt),
		ValueETH: eth.FormatEther(i.ValueWei()), Key: i.IdemKey, Call: callDoc(i),
		SupersededBy: orEmpty(i.SupersededBy),
		Request:      RequestDoc{ID: r.Request.ID, Command: r.Request.Command, Params: json.RawMessage(r.Request.Params), CreatedAt: stamp(r.Request.CreatedAt)},
		Needs:        transactionDocs(r.Needs), NeededBy: transactionDocs(r.NeededBy), Reissues: transactionDocs(r.Reissues),
		Pays: paymentDocs(r.Rows), Attempts: []AttemptDoc{}, Receipts: []ReceiptDoc{}, History: []EventDoc{}, Next: nextStep(r),
	}
	hashes := map[int64]string{}
	for _, a := range r.Attempts {
		hashes[a.ID] = a.Hash
		d.Attempts = append(d.Attempts, attemptDoc(a))
	}
	for _, rc := range r.Receipts {
		d.Receipts = append(d.Receipts, receiptDoc(rc, hashes[rc.AttemptID]))
	}
	for _, e := range r.Events {
		d.History = append(d.History, EventDoc{At: stamp(e.At), What: e.What, Detail: orEmpty(e.Detail), Node: orEmpty(e.Node)})
	}
	if r.Seen != nil && mined(i.State) {
		d.confirm(r.Block, r.Seen.HeadNum)
		d.HeadSeenAt = stamp(r.Seen.SeenAt)
	}
	return d
}

// mined tells whether a receipt in the chain is known.
func mined(s store.State) bool {
	return s == store.Mined || s == store.Final || s == store.Reverted || s == store.Cancelled
}

// confirm counts the confirmations up to head.
func (d *TransactionShowDoc) confirm(block, head uint64) {
	n := uint64(0)
	if head >= block {
		n = head - block + 1
	}
	d.Confirmations, d.Head = &n, head
}

func paymentDocs(rows []store.DistributionRow) []PaymentDoc {
	docs := make([]PaymentDoc, len(rows))
	for n, r := range rows {
		docs[n] = PaymentDoc{ExternalID: r.ExternalID, Token: common.HexToAddress(r.Token).Hex(), Address: common.HexToAddress(r.ToAddr).Hex()}
		if raw, err := eth.DecodeRaw(r.Raw); err == nil {
			docs[n].AmountRaw = raw.String()
		}
	}
	return docs
}

func attemptDoc(a store.Attempt) AttemptDoc {
	fee, tip := big.NewInt(a.FeeCap), big.NewInt(a.Tip)
	d := AttemptDoc{
		TXID: a.Hash, Kind: a.Kind, MaxFeeWei: fee.String(), TipWei: tip.String(), MaxFeeGwei: eth.FormatGwei(fee), TipGwei: eth.FormatGwei(tip),
		SignedAt: stamp(a.SignedAt),
	}
	if a.ExposedAt != nil {
		d.SentAt = stamp(*a.ExposedAt)
	}
	return d
}

func receiptDoc(r store.Receipt, hash string) ReceiptDoc {
	d := ReceiptDoc{
		TXID: hash, Block: r.BlockNum, BlockHash: r.BlockHash, Success: r.Status == 1, GasUsed: r.GasUsed, GasPrice: r.GasPrice,
		Reason: orEmpty(r.Reason), SeenAt: stamp(r.SeenAt),
	}
	if price, ok := new(big.Int).SetString(r.GasPrice, 10); ok {
		d.CostETH = eth.FormatEther(price.Mul(price, new(big.Int).SetUint64(r.GasUsed)))
	}
	if r.OrphanedAt != nil {
		d.OrphanedAt = stamp(*r.OrphanedAt)
	}
	return d
}

// nextStep says what to do about a transaction, "" where nothing is.
func nextStep(r *outbox.Record) string {
	i := r.Intent
	for _, l := range r.Reissues {
		if l.Intent.ReissueOf != nil && *l.Intent.ReissueOf == i.ID && l.Intent.State != store.Void {
			return fmt.Sprintf("it is done anew as transaction %d", l.Intent.ID)
		}
	}
	again := fmt.Sprintf("sto tx-reissue id:%d prepares it anew", i.ID)
	if i.ToAddr == nil {
		again = "the command that prepared it prepares it again, with --again"
	}
	switch i.State {
	case store.Draft, store.Signed:
		return "sto tx-broadcast sends it"
	case store.PendingTx:
		return fmt.Sprintf("sto tx-update asks for its fate; sto tx-bump id:%d raises its fees, sto tx-cancel id:%d replaces it by an empty one", i.ID, i.ID)
	case store.Mined:
		return "sto tx-update tells when it is final"
	case store.Reverted, store.Cancelled, store.Superseded:
		return again
	case store.Unclear:
		return fmt.Sprintf("its nonce %d is used, and nobody can say by what: look at the account in a block explorer; if it surely was not this, sto tx-reissue id:%d --unclear prepares it anew", i.Nonce, i.ID)
	default:
		return ""
	}
}

func stamp(micros int64) string { return store.Time(micros).Format(time.RFC3339) }

func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
