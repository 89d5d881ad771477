// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package tokensale

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// ITokenSaleTerms is an auto generated low-level Go binding around an user-defined struct.
type ITokenSaleTerms struct {
	Token    common.Address
	Money    common.Address
	Issuer   common.Address
	Treasury common.Address
	SettleBy *big.Int
	SoftCap  *big.Int
	HardCap  *big.Int
}

// ITokenSaleTier is an auto generated low-level Go binding around an user-defined struct.
type ITokenSaleTier struct {
	Opens  *big.Int
	Closes *big.Int
	Listed bool
	Price  *big.Int
	Cap    *big.Int
	Least  *big.Int
	Most   *big.Int
}

// TokenSaleMetaData contains all meta data concerning the TokenSale contract.
var TokenSaleMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"components\":[{\"internalType\":\"contractISecurityToken\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"contractIERC20\",\"name\":\"money\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"issuer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"treasury\",\"type\":\"address\"},{\"internalType\":\"uint40\",\"name\":\"settleBy\",\"type\":\"uint40\"},{\"internalType\":\"uint128\",\"name\":\"softCap\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"hardCap\",\"type\":\"uint128\"}],\"internalType\":\"structITokenSale.Terms\",\"name\":\"terms_\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint40\",\"name\":\"opens\",\"type\":\"uint40\"},{\"internalType\":\"uint40\",\"name\":\"closes\",\"type\":\"uint40\"},{\"internalType\":\"bool\",\"name\":\"listed\",\"type\":\"bool\"},{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"cap\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"least\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"most\",\"type\":\"uint128\"}],\"internalType\":\"structITokenSale.Tier[]\",\"name\":\"tiers_\",\"type\":\"tuple[]\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"bought\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"least\",\"type\":\"uint256\"}],\"name\":\"BelowLeast\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"buyer\",\"type\":\"address\"}],\"name\":\"BuyerRefused\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"cost\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"limit\",\"type\":\"uint256\"}],\"name\":\"CostOverLimit\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"arrived\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"cost\",\"type\":\"uint256\"}],\"name\":\"MoneyShort\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"NotIssuer\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"buyer\",\"type\":\"address\"}],\"name\":\"NotListed\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotRefundable\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotSuccessful\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"buyer\",\"type\":\"address\"}],\"name\":\"NothingBought\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"sold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"cap\",\"type\":\"uint256\"}],\"name\":\"OverCap\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"raised\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"hardCap\",\"type\":\"uint256\"}],\"name\":\"OverHardCap\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"bought\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"most\",\"type\":\"uint256\"}],\"name\":\"OverMost\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Reentered\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"SaleOver\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"TermsInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"}],\"name\":\"TierNotOpen\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"}],\"name\":\"TierUnknown\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"buyer\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"tokens\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"cost\",\"type\":\"uint256\"}],\"name\":\"Bought\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[],\"name\":\"Cancelled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"address[]\",\"name\":\"buyers\",\"type\":\"address[]\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"listed\",\"type\":\"bool\"}],\"name\":\"Listed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"buyer\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"cost\",\"type\":\"uint256\"}],\"name\":\"Refunded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"buyer\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"tokens\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"cost\",\"type\":\"uint256\"}],\"name\":\"Settled\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"buyer\",\"type\":\"address\"}],\"name\":\"bought\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"tokens\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"limit\",\"type\":\"uint256\"}],\"name\":\"buy\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"cost\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"cancel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"closes\",\"outputs\":[{\"internalType\":\"uint40\",\"name\":\"\",\"type\":\"uint40\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"tokens\",\"type\":\"uint256\"}],\"name\":\"costOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"buyer\",\"type\":\"address\"}],\"name\":\"isListed\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"},{\"internalType\":\"address[]\",\"name\":\"buyers\",\"type\":\"address[]\"},{\"internalType\":\"bool\",\"name\":\"listed\",\"type\":\"bool\"}],\"name\":\"list\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"buyer\",\"type\":\"address\"}],\"name\":\"position\",\"outputs\":[{\"internalType\":\"uint128\",\"name\":\"tokens\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"cost\",\"type\":\"uint128\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"raised\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"buyers\",\"type\":\"address[]\"}],\"name\":\"refund\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"refundable\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"buyers\",\"type\":\"address[]\"}],\"name\":\"settle\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tier\",\"type\":\"uint256\"}],\"name\":\"sold\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"successful\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"terms\",\"outputs\":[{\"components\":[{\"internalType\":\"contractISecurityToken\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"contractIERC20\",\"name\":\"money\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"issuer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"treasury\",\"type\":\"address\"},{\"internalType\":\"uint40\",\"name\":\"settleBy\",\"type\":\"uint40\"},{\"internalType\":\"uint128\",\"name\":\"softCap\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"hardCap\",\"type\":\"uint128\"}],\"internalType\":\"structITokenSale.Terms\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"tiers\",\"outputs\":[{\"components\":[{\"internalType\":\"uint40\",\"name\":\"opens\",\"type\":\"uint40\"},{\"internalType\":\"uint40\",\"name\":\"closes\",\"type\":\"uint40\"},{\"internalType\":\"bool\",\"name\":\"listed\",\"type\":\"bool\"},{\"internalType\":\"uint128\",\"name\":\"price\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"cap\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"least\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"most\",\"type\":\"uint128\"}],\"internalType\":\"structITokenSale.Tier[]\",\"name\":\"\",\"type\":\"tuple[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "TokenSale",
}

// TokenSale is an auto generated Go binding around an Ethereum contract.
type TokenSale struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *TokenSale) GetABI() abi.ABI {
	return c.abi
}

// NewTokenSale creates a new instance of TokenSale.
func NewTokenSale() *TokenSale {
	parsed, err := TokenSaleMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &TokenSale{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *TokenSale) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor((address,address,address,address,uint40,uint128,uint128) terms_, (uint40,uint40,bool,uint128,uint128,uint128,uint128)[] tiers_) returns()
func (tokenSale *TokenSale) PackConstructor(terms_ ITokenSaleTerms, tiers_ []ITokenSaleTier) []byte {
	enc, err := tokenSale.abi.Pack("", terms_, tiers_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackBought is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2c9b5e96.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bought(uint256 tier, address buyer) view returns(uint256)
func (tokenSale *TokenSale) PackBought(tier *big.Int, buyer common.Address) []byte {
	enc, err := tokenSale.abi.Pack("bought", tier, buyer)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBought is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2c9b5e96.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bought(uint256 tier, address buyer) view returns(uint256)
func (tokenSale *TokenSale) TryPackBought(tier *big.Int, buyer common.Address) ([]byte, error) {
	return tokenSale.abi.Pack("bought", tier, buyer)
}

// UnpackBought is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2c9b5e96.
//
// Solidity: function bought(uint256 tier, address buyer) view returns(uint256)
func (tokenSale *TokenSale) UnpackBought(data []byte) (*big.Int, error) {
	out, err := tokenSale.abi.Unpack("bought", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBuy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40993b26.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function buy(uint256 tier, uint256 tokens, uint256 limit) returns(uint256 cost)
func (tokenSale *TokenSale) PackBuy(tier *big.Int, tokens *big.Int, limit *big.Int) []byte {
	enc, err := tokenSale.abi.Pack("buy", tier, tokens, limit)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBuy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40993b26.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function buy(uint256 tier, uint256 tokens, uint256 limit) returns(uint256 cost)
func (tokenSale *TokenSale) TryPackBuy(tier *big.Int, tokens *big.Int, limit *big.Int) ([]byte, error) {
	return tokenSale.abi.Pack("buy", tier, tokens, limit)
}

// UnpackBuy is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x40993b26.
//
// Solidity: function buy(uint256 tier, uint256 tokens, uint256 limit) returns(uint256 cost)
func (tokenSale *TokenSale) UnpackBuy(data []byte) (*big.Int, error) {
	out, err := tokenSale.abi.Unpack("buy", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackCancel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xea8a1af0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function cancel() returns()
func (tokenSale *TokenSale) PackCancel() []byte {
	enc, err := tokenSale.abi.Pack("cancel")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCancel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xea8a1af0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function cancel() returns()
func (tokenSale *TokenSale) TryPackCancel() ([]byte, error) {
	return tokenSale.abi.Pack("cancel")
}

// PackCloses is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5849fc96.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function closes() view returns(uint40)
func (tokenSale *TokenSale) PackCloses() []byte {
	enc, err := tokenSale.abi.Pack("closes")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCloses is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5849fc96.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function closes() view returns(uint40)
func (tokenSale *TokenSale) TryPackCloses() ([]byte, error) {
	return tokenSale.abi.Pack("closes")
}

// UnpackCloses is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5849fc96.
//
// Solidity: function closes() view returns(uint40)
func (tokenSale *TokenSale) UnpackCloses(data []byte) (*big.Int, error) {
	out, err := tokenSale.abi.Unpack("closes", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackCostOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfdeefc84.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function costOf(uint256 tier, uint256 tokens) view returns(uint256)
func (tokenSale *TokenSale) PackCostOf(tier *big.Int, tokens *big.Int) []byte {
	enc, err := tokenSale.abi.Pack("costOf", tier, tokens)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCostOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfdeefc84.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function costOf(uint256 tier, uint256 tokens) view returns(uint256)
func (tokenSale *TokenSale) TryPackCostOf(tier *big.Int, tokens *big.Int) ([]byte, error) {
	return tokenSale.abi.Pack("costOf", tier, tokens)
}

// UnpackCostOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfdeefc84.
//
// Solidity: function costOf(uint256 tier, uint256 tokens) view returns(uint256)
func (tokenSale *TokenSale) UnpackCostOf(data []byte) (*big.Int, error) {
	out, err := tokenSale.abi.Unpack("costOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackIsListed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe428cd31.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isListed(uint256 tier, address buyer) view returns(bool)
func (tokenSale *TokenSale) PackIsListed(tier *big.Int, buyer common.Address) []byte {
	enc, err := tokenSale.abi.Pack("isListed", tier, buyer)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsListed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe428cd31.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isListed(uint256 tier, address buyer) view returns(bool)
func (tokenSale *TokenSale) TryPackIsListed(tier *big.Int, buyer common.Address) ([]byte, error) {
	return tokenSale.abi.Pack("isListed", tier, buyer)
}

// UnpackIsListed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe428cd31.
//
// Solidity: function isListed(uint256 tier, address buyer) view returns(bool)
func (tokenSale *TokenSale) UnpackIsListed(data []byte) (bool, error) {
	out, err := tokenSale.abi.Unpack("isListed", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackList is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x772e603f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function list(uint256 tier, address[] buyers, bool listed) returns()
func (tokenSale *TokenSale) PackList(tier *big.Int, buyers []common.Address, listed bool) []byte {
	enc, err := tokenSale.abi.Pack("list", tier, buyers, listed)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackList is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x772e603f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function list(uint256 tier, address[] buyers, bool listed) returns()
func (tokenSale *TokenSale) TryPackList(tier *big.Int, buyers []common.Address, listed bool) ([]byte, error) {
	return tokenSale.abi.Pack("list", tier, buyers, listed)
}

// PackPosition is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb7648fb9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function position(address buyer) view returns(uint128 tokens, uint128 cost)
func (tokenSale *TokenSale) PackPosition(buyer common.Address) []byte {
	enc, err := tokenSale.abi.Pack("position", buyer)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPosition is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb7648fb9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function position(address buyer) view returns(uint128 tokens, uint128 cost)
func (tokenSale *TokenSale) TryPackPosition(buyer common.Address) ([]byte, error) {
	return tokenSale.abi.Pack("position", buyer)
}

// PositionOutput serves as a container for the return parameters of contract
// method Position.
type PositionOutput struct {
	Tokens *big.Int
	Cost   *big.Int
}

// UnpackPosition is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb7648fb9.
//
// Solidity: function position(address buyer) view returns(uint128 tokens, uint128 cost)
func (tokenSale *TokenSale) UnpackPosition(data []byte) (PositionOutput, error) {
	out, err := tokenSale.abi.Unpack("position", data)
	outstruct := new(PositionOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Tokens = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Cost = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackRaised is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf0ea4bfc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function raised() view returns(uint256)
func (tokenSale *TokenSale) PackRaised() []byte {
	enc, err := tokenSale.abi.Pack("raised")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRaised is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf0ea4bfc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function raised() view returns(uint256)
func (tokenSale *TokenSale) TryPackRaised() ([]byte, error) {
	return tokenSale.abi.Pack("raised")
}

// UnpackRaised is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf0ea4bfc.
//
// Solidity: function raised() view returns(uint256)
func (tokenSale *TokenSale) UnpackRaised(data []byte) (*big.Int, error) {
	out, err := tokenSale.abi.Unpack("raised", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRefund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe02cec51.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function refund(address[] buyers) returns()
func (tokenSale *TokenSale) PackRefund(buyers []common.Address) []byte {
	enc, err := tokenSale.abi.Pack("refund", buyers)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRefund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe02cec51.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function refund(address[] buyers) returns()
func (tokenSale *TokenSale) TryPackRefund(buyers []common.Address) ([]byte, error) {
	return tokenSale.abi.Pack("refund", buyers)
}

// PackRefundable is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbf89662d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function refundable() view returns(bool)
func (tokenSale *TokenSale) PackRefundable() []byte {
	enc, err := tokenSale.abi.Pack("refundable")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRefundable is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbf89662d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function refundable() view returns(bool)
func (tokenSale *TokenSale) TryPackRefundable() ([]byte, error) {
	return tokenSale.abi.Pack("refundable")
}

// UnpackRefundable is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbf89662d.
//
// Solidity: function refundable() view returns(bool)
func (tokenSale *TokenSale) UnpackRefundable(data []byte) (bool, error) {
	out, err := tokenSale.abi.Unpack("refundable", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackSettle is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa5207162.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function settle(address[] buyers) returns()
func (tokenSale *TokenSale) PackSettle(buyers []common.Address) []byte {
	enc, err := tokenSale.abi.Pack("settle", buyers)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSettle is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa5207162.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function settle(address[] buyers) returns()
func (tokenSale *TokenSale) TryPackSettle(buyers []common.Address) ([]byte, error) {
	return tokenSale.abi.Pack("settle", buyers)
}

// PackSold is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9c03facb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function sold(uint256 tier) view returns(uint256)
func (tokenSale *TokenSale) PackSold(tier *big.Int) []byte {
	enc, err := tokenSale.abi.Pack("sold", tier)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSold is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9c03facb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function sold(uint256 tier) view returns(uint256)
func (tokenSale *TokenSale) TryPackSold(tier *big.Int) ([]byte, error) {
	return tokenSale.abi.Pack("sold", tier)
}

// UnpackSold is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9c03facb.
//
// Solidity: function sold(uint256 tier) view returns(uint256)
func (tokenSale *TokenSale) UnpackSold(data []byte) (*big.Int, error) {
	out, err := tokenSale.abi.Unpack("sold", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackSuccessful is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9a9e3fd8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function successful() view returns(bool)
func (tokenSale *TokenSale) PackSuccessful() []byte {
	enc, err := tokenSale.abi.Pack("successful")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSuccessful is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9a9e3fd8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function successful() view returns(bool)
func (tokenSale *TokenSale) TryPackSuccessful() ([]byte, error) {
	return tokenSale.abi.Pack("successful")
}

// UnpackSuccessful is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9a9e3fd8.
//
// Solidity: function successful() view returns(bool)
func (tokenSale *TokenSale) UnpackSuccessful(data []byte) (bool, error) {
	out, err := tokenSale.abi.Unpack("successful", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd5025625.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function terms() view returns((address,address,address,address,uint40,uint128,uint128))
func (tokenSale *TokenSale) PackTerms() []byte {
	enc, err := tokenSale.abi.Pack("terms")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd5025625.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function terms() view returns((address,address,address,address,uint40,uint128,uint128))
func (tokenSale *TokenSale) TryPackTerms() ([]byte, error) {
	return tokenSale.abi.Pack("terms")
}

// UnpackTerms is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd5025625.
//
// Solidity: function terms() view returns((address,address,address,address,uint40,uint128,uint128))
func (tokenSale *TokenSale) UnpackTerms(data []byte) (ITokenSaleTerms, error) {
	out, err := tokenSale.abi.Unpack("terms", data)
	if err != nil {
		return *new(ITokenSaleTerms), err
	}
	out0 := *abi.ConvertType(out[0], new(ITokenSaleTerms)).(*ITokenSaleTerms)
	return out0, nil
}

// PackTiers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4a95d9d5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tiers() view returns((uint40,uint40,bool,uint128,uint128,uint128,uint128)[])
func (tokenSale *TokenSale) PackTiers() []byte {
	enc, err := tokenSale.abi.Pack("tiers")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTiers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4a95d9d5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tiers() view returns((uint40,uint40,bool,uint128,uint128,uint128,uint128)[])
func (tokenSale *TokenSale) TryPackTiers() ([]byte, error) {
	return tokenSale.abi.Pack("tiers")
}

// UnpackTiers is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4a95d9d5.
//
// Solidity: function tiers() view returns((uint40,uint40,bool,uint128,uint128,uint128,uint128)[])
func (tokenSale *TokenSale) UnpackTiers(data []byte) ([]ITokenSaleTier, error) {
	out, err := tokenSale.abi.Unpack("tiers", data)
	if err != nil {
		return *new([]ITokenSaleTier), err
	}
	out0 := *abi.ConvertType(out[0], new([]ITokenSaleTier)).(*[]ITokenSaleTier)
	return out0, nil
}

// TokenSaleBought represents a Bought event raised by the TokenSale contract.
type TokenSaleBought struct {
	Tier   *big.Int
	Buyer  common.Address
	Tokens *big.Int
	Cost   *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const TokenSaleBoughtEventName = "Bought"

// ContractEventName returns the user-defined event name.
func (TokenSaleBought) ContractEventName() string {
	return TokenSaleBoughtEventName
}

// UnpackBoughtEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Bought(uint256 indexed tier, address indexed buyer, uint256 tokens, uint256 cost)
func (tokenSale *TokenSale) UnpackBoughtEvent(log *types.Log) (*TokenSaleBought, error) {
	event := "Bought"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != tokenSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TokenSaleBought)
	if len(log.Data) > 0 {
		if err := tokenSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range tokenSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TokenSaleCancelled represents a Cancelled event raised by the TokenSale contract.
type TokenSaleCancelled struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const TokenSaleCancelledEventName = "Cancelled"

// ContractEventName returns the user-defined event name.
func (TokenSaleCancelled) ContractEventName() string {
	return TokenSaleCancelledEventName
}

// UnpackCancelledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Cancelled()
func (tokenSale *TokenSale) UnpackCancelledEvent(log *types.Log) (*TokenSaleCancelled, error) {
	event := "Cancelled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != tokenSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TokenSaleCancelled)
	if len(log.Data) > 0 {
		if err := tokenSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range tokenSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TokenSaleListed represents a Listed event raised by the TokenSale contract.
type TokenSaleListed struct {
	Tier   *big.Int
	Buyers []common.Address
	Listed bool
	Raw    *types.Log // Blockchain specific contextual infos
}

const TokenSaleListedEventName = "Listed"

// ContractEventName returns the user-defined event name.
func (TokenSaleListed) ContractEventName() string {
	return TokenSaleListedEventName
}

// UnpackListedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Listed(uint256 indexed tier, address[] buyers, bool listed)
func (tokenSale *TokenSale) UnpackListedEvent(log *types.Log) (*TokenSaleListed, error) {
	event := "Listed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != tokenSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TokenSaleListed)
	if len(log.Data) > 0 {
		if err := tokenSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range tokenSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TokenSaleRefunded represents a Refunded event raised by the TokenSale contract.
type TokenSaleRefunded struct {
	Buyer common.Address
	Cost  *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const TokenSaleRefundedEventName = "Refunded"

// ContractEventName returns the user-defined event name.
func (TokenSaleRefunded) ContractEventName() string {
	return TokenSaleRefundedEventName
}

// UnpackRefundedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Refunded(address indexed buyer, uint256 cost)
func (tokenSale *TokenSale) UnpackRefundedEvent(log *types.Log) (*TokenSaleRefunded, error) {
	event := "Refunded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != tokenSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TokenSaleRefunded)
	if len(log.Data) > 0 {
		if err := tokenSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range tokenSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TokenSaleSettled represents a Settled event raised by the TokenSale contract.
type TokenSaleSettled struct {
	Buyer  common.Address
	Tokens *big.Int
	Cost   *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const TokenSaleSettledEventName = "Settled"

// ContractEventName returns the user-defined event name.
func (TokenSaleSettled) ContractEventName() string {
	return TokenSaleSettledEventName
}

// UnpackSettledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Settled(address indexed buyer, uint256 tokens, uint256 cost)
func (tokenSale *TokenSale) UnpackSettledEvent(log *types.Log) (*TokenSaleSettled, error) {
	event := "Settled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != tokenSale.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TokenSaleSettled)
	if len(log.Data) > 0 {
		if err := tokenSale.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range tokenSale.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (tokenSale *TokenSale) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], tokenSale.abi.Errors["BelowLeast"].ID.Bytes()[:4]) {
		return tokenSale.UnpackBelowLeastError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenSale.abi.Errors["BuyerRefused"].ID.Bytes()[:4]) {
		return tokenSale.UnpackBuyerRefusedError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenSale.abi.Errors["CostOverLimit"].ID.Bytes()[:4]) {
		return tokenSale.UnpackCostOverLimitError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenSale.abi.Errors["MoneyShort"].ID.Bytes()[:4]) {
		return tokenSale.UnpackMoneyShortError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenSale.abi.Errors["NotIssuer"].ID.Bytes()[:4]) {
		return tokenSale.UnpackNotIssuerError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenSale.abi.Errors["NotListed"].ID.Bytes()[:4]) {
		return tokenSale.UnpackNotListedError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenSale.abi.Errors["NotRefundable"].ID.Bytes()[:4]) {
		return tokenSale.UnpackNotRefundableError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenSale.abi.Errors["NotSuccessful"].ID.Bytes()[:4]) {
		return tokenSale.UnpackNotSuccessfulError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenSale.abi.Errors["NothingBought"].ID.Bytes()[:4]) {
		return tokenSale.UnpackNothingBoughtError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenSale.abi.Errors["OverCap"].ID.Bytes()[:4]) {
		return tokenSale.UnpackOverCapError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenSale.abi.Errors["OverHardCap"].ID.Bytes()[:4]) {
		return tokenSale.UnpackOverHardCapError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenSale.abi.Errors["OverMost"].ID.Bytes()[:4]) {
		return tokenSale.UnpackOverMostError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenSale.abi.Errors["Reentered"].ID.Bytes()[:4]) {
		return tokenSale.UnpackReenteredError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenSale.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return tokenSale.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenSale.abi.Errors["SaleOver"].ID.Bytes()[:4]) {
		return tokenSale.UnpackSaleOverError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenSale.abi.Errors["TermsInvalid"].ID.Bytes()[:4]) {
		return tokenSale.UnpackTermsInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenSale.abi.Errors["TierNotOpen"].ID.Bytes()[:4]) {
		return tokenSale.UnpackTierNotOpenError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenSale.abi.Errors["TierUnknown"].ID.Bytes()[:4]) {
		return tokenSale.UnpackTierUnknownError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// TokenSaleBelowLeast represents a BelowLeast error raised by the TokenSale contract.
type TokenSaleBelowLeast struct {
	Bought *big.Int
	Least  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BelowLeast(uint256 bought, uint256 least)
func TokenSaleBelowLeastErrorID() common.Hash {
	return common.HexToHash("0x2d25538e474930030b47c0f46617f165a4ad06ab8edb5ef4a79c13f2a4828ade")
}

// UnpackBelowLeastError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BelowLeast(uint256 bought, uint256 least)
func (tokenSale *TokenSale) UnpackBelowLeastError(raw []byte) (*TokenSaleBelowLeast, error) {
	out := new(TokenSaleBelowLeast)
	if err := tokenSale.abi.UnpackIntoInterface(out, "BelowLeast", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenSaleBuyerRefused represents a BuyerRefused error raised by the TokenSale contract.
type TokenSaleBuyerRefused struct {
	Buyer common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BuyerRefused(address buyer)
func TokenSaleBuyerRefusedErrorID() common.Hash {
	return common.HexToHash("0x28553b6aabd80c50277c616720611940befcbc069a7a8b7120026d38698f03b3")
}

// UnpackBuyerRefusedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BuyerRefused(address buyer)
func (tokenSale *TokenSale) UnpackBuyerRefusedError(raw []byte) (*TokenSaleBuyerRefused, error) {
	out := new(TokenSaleBuyerRefused)
	if err := tokenSale.abi.UnpackIntoInterface(out, "BuyerRefused", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenSaleCostOverLimit represents a CostOverLimit error raised by the TokenSale contract.
type TokenSaleCostOverLimit struct {
	Cost  *big.Int
	Limit *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CostOverLimit(uint256 cost, uint256 limit)
func TokenSaleCostOverLimitErrorID() common.Hash {
	return common.HexToHash("0x77f152f5cd8981ed1cd87d02451b53218da4ba6ea94a374cc6d28f0df7ee479f")
}

// UnpackCostOverLimitError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CostOverLimit(uint256 cost, uint256 limit)
func (tokenSale *TokenSale) UnpackCostOverLimitError(raw []byte) (*TokenSaleCostOverLimit, error) {
	out := new(TokenSaleCostOverLimit)
	if err := tokenSale.abi.UnpackIntoInterface(out, "CostOverLimit", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenSaleMoneyShort represents a MoneyShort error raised by the TokenSale contract.
type TokenSaleMoneyShort struct {
	Arrived *big.Int
	Cost    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error MoneyShort(uint256 arrived, uint256 cost)
func TokenSaleMoneyShortErrorID() common.Hash {
	return common.HexToHash("0xd87646210462efbe7602866e0706f40452559ff3287922efae974b4b1b4ad5c6")
}

// UnpackMoneyShortError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error MoneyShort(uint256 arrived, uint256 cost)
func (tokenSale *TokenSale) UnpackMoneyShortError(raw []byte) (*TokenSaleMoneyShort, error) {
	out := new(TokenSaleMoneyShort)
	if err := tokenSale.abi.UnpackIntoInterface(out, "MoneyShort", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenSaleNotIssuer represents a NotIssuer error raised by the TokenSale contract.
type TokenSaleNotIssuer struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotIssuer(address account)
func TokenSaleNotIssuerErrorID() common.Hash {
	return common.HexToHash("0x3fd26f9e33c9918e06ecb7ad4289a3ea9a31c60d80fdf1b560567d3b8d749885")
}

// UnpackNotIssuerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotIssuer(address account)
func (tokenSale *TokenSale) UnpackNotIssuerError(raw []byte) (*TokenSaleNotIssuer, error) {
	out := new(TokenSaleNotIssuer)
	if err := tokenSale.abi.UnpackIntoInterface(out, "NotIssuer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenSaleNotListed represents a NotListed error raised by the TokenSale contract.
type TokenSaleNotListed struct {
	Tier  *big.Int
	Buyer common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotListed(uint256 tier, address buyer)
func TokenSaleNotListedErrorID() common.Hash {
	return common.HexToHash("0x04791069278eef510326825aa4a0ad0d867f1cb31fe08d43ad58bf59075ced45")
}

// UnpackNotListedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotListed(uint256 tier, address buyer)
func (tokenSale *TokenSale) UnpackNotListedError(raw []byte) (*TokenSaleNotListed, error) {
	out := new(TokenSaleNotListed)
	if err := tokenSale.abi.UnpackIntoInterface(out, "NotListed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenSaleNotRefundable represents a NotRefundable error raised by the TokenSale contract.
type TokenSaleNotRefundable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotRefundable()
func TokenSaleNotRefundableErrorID() common.Hash {
	return common.HexToHash("0x3742d1f6f20ed9a2bdc43c6789077efc36ddbeb1c9ebb586630e3091b911a5cd")
}

// UnpackNotRefundableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotRefundable()
func (tokenSale *TokenSale) UnpackNotRefundableError(raw []byte) (*TokenSaleNotRefundable, error) {
	out := new(TokenSaleNotRefundable)
	if err := tokenSale.abi.UnpackIntoInterface(out, "NotRefundable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenSaleNotSuccessful represents a NotSuccessful error raised by the TokenSale contract.
type TokenSaleNotSuccessful struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotSuccessful()
func TokenSaleNotSuccessfulErrorID() common.Hash {
	return common.HexToHash("0xaf6eefa36f228db771daf8e8250b15ef43ea96d80092e0dcf233d9cee134acb6")
}

// UnpackNotSuccessfulError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotSuccessful()
func (tokenSale *TokenSale) UnpackNotSuccessfulError(raw []byte) (*TokenSaleNotSuccessful, error) {
	out := new(TokenSaleNotSuccessful)
	if err := tokenSale.abi.UnpackIntoInterface(out, "NotSuccessful", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenSaleNothingBought represents a NothingBought error raised by the TokenSale contract.
type TokenSaleNothingBought struct {
	Buyer common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingBought(address buyer)
func TokenSaleNothingBoughtErrorID() common.Hash {
	return common.HexToHash("0x65bc3eff02e6e4cca08cdac1a4285af23dbdb203780739ffa362bbf1f118203a")
}

// UnpackNothingBoughtError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingBought(address buyer)
func (tokenSale *TokenSale) UnpackNothingBoughtError(raw []byte) (*TokenSaleNothingBought, error) {
	out := new(TokenSaleNothingBought)
	if err := tokenSale.abi.UnpackIntoInterface(out, "NothingBought", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenSaleOverCap represents a OverCap error raised by the TokenSale contract.
type TokenSaleOverCap struct {
	Sold *big.Int
	Cap  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OverCap(uint256 sold, uint256 cap)
func TokenSaleOverCapErrorID() common.Hash {
	return common.HexToHash("0x0b7a0b9b52a010c90a03dccaa6b3c4cac0d21002efd40c20121f0a0676c2c20c")
}

// UnpackOverCapError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OverCap(uint256 sold, uint256 cap)
func (tokenSale *TokenSale) UnpackOverCapError(raw []byte) (*TokenSaleOverCap, error) {
	out := new(TokenSaleOverCap)
	if err := tokenSale.abi.UnpackIntoInterface(out, "OverCap", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenSaleOverHardCap represents a OverHardCap error raised by the TokenSale contract.
type TokenSaleOverHardCap struct {
	Raised  *big.Int
	HardCap *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OverHardCap(uint256 raised, uint256 hardCap)
func TokenSaleOverHardCapErrorID() common.Hash {
	return common.HexToHash("0x5f1b95c1049b61877a3f5e99211fcb8a48cc5fe3638fcdb3c5c4f4833f4db3dd")
}

// UnpackOverHardCapError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OverHardCap(uint256 raised, uint256 hardCap)
func (tokenSale *TokenSale) UnpackOverHardCapError(raw []byte) (*TokenSaleOverHardCap, error) {
	out := new(TokenSaleOverHardCap)
	if err := tokenSale.abi.UnpackIntoInterface(out, "OverHardCap", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenSaleOverMost represents a OverMost error raised by the TokenSale contract.
type TokenSaleOverMost struct {
	Bought *big.Int
	Most   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OverMost(uint256 bought, uint256 most)
func TokenSaleOverMostErrorID() common.Hash {
	return common.HexToHash("0x35e2267d88666ce0ec9e10edfdf09ffafd04589b25039331c4ec8bd78646f858")
}

// UnpackOverMostError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OverMost(uint256 bought, uint256 most)
func (tokenSale *TokenSale) UnpackOverMostError(raw []byte) (*TokenSaleOverMost, error) {
	out := new(TokenSaleOverMost)
	if err := tokenSale.abi.UnpackIntoInterface(out, "OverMost", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenSaleReentered represents a Reentered error raised by the TokenSale contract.
type TokenSaleReentered struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Reentered()
func TokenSaleReenteredErrorID() common.Hash {
	return common.HexToHash("0xb5dfd9e53a10d4d747ca3de749b98baf23546e800cbacdb1dbc28233e586d1ee")
}

// UnpackReenteredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Reentered()
func (tokenSale *TokenSale) UnpackReenteredError(raw []byte) (*TokenSaleReentered, error) {
	out := new(TokenSaleReentered)
	if err := tokenSale.abi.UnpackIntoInterface(out, "Reentered", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenSaleSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the TokenSale contract.
type TokenSaleSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func TokenSaleSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (tokenSale *TokenSale) UnpackSafeERC20FailedOperationError(raw []byte) (*TokenSaleSafeERC20FailedOperation, error) {
	out := new(TokenSaleSafeERC20FailedOperation)
	if err := tokenSale.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenSaleSaleOver represents a SaleOver error raised by the TokenSale contract.
type TokenSaleSaleOver struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SaleOver()
func TokenSaleSaleOverErrorID() common.Hash {
	return common.HexToHash("0x6cce4b7c58e6ece0d55aed6fc2b3f4cff50c7533b36f992ffb700e834354bd68")
}

// UnpackSaleOverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SaleOver()
func (tokenSale *TokenSale) UnpackSaleOverError(raw []byte) (*TokenSaleSaleOver, error) {
	out := new(TokenSaleSaleOver)
	if err := tokenSale.abi.UnpackIntoInterface(out, "SaleOver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenSaleTermsInvalid represents a TermsInvalid error raised by the TokenSale contract.
type TokenSaleTermsInvalid struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TermsInvalid()
func TokenSaleTermsInvalidErrorID() common.Hash {
	return common.HexToHash("0x25078a788f915b99e0f15c04bbaf9eebf58c9c57013381d115669e6e52c1b4b5")
}

// UnpackTermsInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TermsInvalid()
func (tokenSale *TokenSale) UnpackTermsInvalidError(raw []byte) (*TokenSaleTermsInvalid, error) {
	out := new(TokenSaleTermsInvalid)
	if err := tokenSale.abi.UnpackIntoInterface(out, "TermsInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenSaleTierNotOpen represents a TierNotOpen error raised by the TokenSale contract.
type TokenSaleTierNotOpen struct {
	Tier *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TierNotOpen(uint256 tier)
func TokenSaleTierNotOpenErrorID() common.Hash {
	return common.HexToHash("0x33f13f4d3ed67f281817a119a1b93c5b544ca8adac02b51002746fb6124e0114")
}

// UnpackTierNotOpenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TierNotOpen(uint256 tier)
func (tokenSale *TokenSale) UnpackTierNotOpenError(raw []byte) (*TokenSaleTierNotOpen, error) {
	out := new(TokenSaleTierNotOpen)
	if err := tokenSale.abi.UnpackIntoInterface(out, "TierNotOpen", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenSaleTierUnknown represents a TierUnknown error raised by the TokenSale contract.
type TokenSaleTierUnknown struct {
	Tier *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TierUnknown(uint256 tier)
func TokenSaleTierUnknownErrorID() common.Hash {
	return common.HexToHash("0xb6fb9de92a55514114028eb188a66fa2e6ee0d5f7011b1062a31f7e3e2957a86")
}

// UnpackTierUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TierUnknown(uint256 tier)
func (tokenSale *TokenSale) UnpackTierUnknownError(raw []byte) (*TokenSaleTierUnknown, error) {
	out := new(TokenSaleTierUnknown)
	if err := tokenSale.abi.UnpackIntoInterface(out, "TierUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}
