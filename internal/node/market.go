package node

import (
	"context"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"
)

// Market is what transactions pay now, in wei per gas.
type Market struct {
	BaseFee  *big.Int // of the next block; nil: the chain has no EIP-1559
	Tip      *big.Int // nil without EIP-1559
	GasPrice *big.Int // the node's single price; nil where it gives none and there is EIP-1559
}

const (
	historyBlocks = 10
	leastTip      = 10_000_000 // wei: 0.01 gwei, a floor for public chains when blocks show no tips at all
)

type feeHistory struct {
	BaseFee []*hexutil.Big   `json:"baseFeePerGas"`
	Ratio   []float64        `json:"gasUsedRatio"` // compared with zero alone
	Reward  [][]*hexutil.Big `json:"reward"`       // the asked percentiles, 25 and 50
}

// Market asks for fees. The tip is the median over the last ten blocks, empty ones left out, of what their median
// transaction paid; where all are empty, what the node suggests. It is at least 1 wei on the development chains 1337
// and 31337, and 0.01 gwei elsewhere. It is the node's word: callers bound it from above.
func (c *Client) Market(ctx context.Context) (Market, error) {
	var (
		head  *rawHeader
		hist  *feeHistory
		tip   *hexutil.Big
		price *hexutil.Big
	)
	elems := []rpc.BatchElem{
		{Method: "eth_getBlockByNumber", Args: []any{string(Latest), false}, Result: &head},
		{Method: "eth_feeHistory", Args: []any{hexutil.Uint64(historyBlocks), string(Latest), []int{25, 50}}, Result: &hist},
		{Method: "eth_maxPriorityFeePerGas", Args: []any{}, Result: &tip},
		{Method: "eth_gasPrice", Args: []any{}, Result: &price},
	}
	if err := c.Batch(ctx, elems); err != nil {
		return Market{}, err
	}
	if elems[0].Error != nil {
		return Market{}, c.fail(ctx, elems[0].Method, elems[0].Error)
	}
	h, err := head.header()
	if err != nil || h == nil {
		return Market{}, c.wrongly(elems[0].Method, "the latest block is missing or incomplete")
	}
	var m Market
	if elems[3].Error == nil && price != nil {
		m.GasPrice = price.ToInt()
	}
	if h.BaseFee == nil {
		if m.GasPrice == nil {
			return Market{}, c.fail(ctx, elems[3].Method, orNull(elems[3].Error))
		}
		return m, nil
	}
	if elems[1].Error != nil {
		hist = nil
	}
	m.BaseFee = nextBaseFee(h, hist)
	m.Tip = medianTip(hist)
	if m.Tip == nil && elems[2].Error == nil && tip != nil {
		m.Tip = tip.ToInt()
	}
	floor := big.NewInt(leastTip)
	if id := c.ChainID(); id == 1337 || id == 31337 {
		floor = big.NewInt(1)
	}
	if m.Tip == nil || m.Tip.Cmp(floor) < 0 {
		m.Tip = floor
	}
	return m, nil
}

func orNull(err error) error {
	if err == nil {
		return &Error{kind: kindMalformed, Message: "the answer is null"}
	}
	return err
}

// nextBaseFee returns the base fee of the block after h: the history's last entry, or else the most that it can be,
// 9/8 of h's (EIP-1559: it changes by at most an eighth from block to block), rounded up.
func nextBaseFee(h *Header, hist *feeHistory) *big.Int {
	if hist != nil && len(hist.BaseFee) == len(hist.Ratio)+1 && len(hist.BaseFee) > 1 {
		if next := hist.BaseFee[len(hist.BaseFee)-1]; next != nil && next.ToInt().Sign() > 0 {
			return next.ToInt()
		}
	}
	next := new(big.Int).Mul(h.BaseFee, big.NewInt(9))
	return next.Div(next.Add(next, big.NewInt(7)), big.NewInt(8))
}

// medianTip returns the median of the blocks' 50th percentiles, or nil when no block tells.
func medianTip(hist *feeHistory) *big.Int {
	if hist == nil {
		return nil
	}
	var tips []*big.Int
	for i, r := range hist.Reward {
		if i < len(hist.Ratio) && hist.Ratio[i] > 0 && len(r) == 2 && r[1] != nil {
			tips = append(tips, r[1].ToInt())
		}
	}
	if len(tips) == 0 {
		return nil
	}
	slices.SortFunc(tips, (*big.Int).Cmp)
	return tips[len(tips)/2]
}
