// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package payout

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

// PayoutMetaData contains all meta data concerning the Payout contract.
var PayoutMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"name\":\"AlreadyFunded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"AlreadyServed\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"CloneArgumentsTooLong\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Create2EmptyBytecode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"arrived\",\"type\":\"uint256\"}],\"name\":\"DepositInvalid\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ExcludedInvalid\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedDeployment\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"InsufficientBalance\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"IssuerInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"money\",\"type\":\"address\"}],\"name\":\"MoneyInvalid\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NobodyEntitled\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"NotEntitled\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotExpired\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotFunded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"NotIssuer\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"NotWhitelisted\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"PayoutExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"TimesInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"TokenInvalid\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongContract\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"supply\",\"type\":\"uint256\"}],\"name\":\"Funded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"lost\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"fresh\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"PaidTo\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"payout\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"creator\",\"type\":\"address\"}],\"name\":\"PayoutCreated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Reclaimed\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"claim\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"contractIRecordDates\",\"name\":\"token_\",\"type\":\"address\"},{\"internalType\":\"contractIERC20\",\"name\":\"money_\",\"type\":\"address\"},{\"internalType\":\"contractIKycRegistry\",\"name\":\"registry_\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"issuer_\",\"type\":\"address\"},{\"internalType\":\"uint40\",\"name\":\"recordDate_\",\"type\":\"uint40\"},{\"internalType\":\"uint40\",\"name\":\"expires_\",\"type\":\"uint40\"},{\"internalType\":\"address[]\",\"name\":\"excluded_\",\"type\":\"address[]\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"create\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"payout\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"deposit\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"entitledSupply\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"supply\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"accounts\",\"type\":\"address[]\"}],\"name\":\"entitlements\",\"outputs\":[{\"internalType\":\"uint256[]\",\"name\":\"amounts\",\"type\":\"uint256[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"excluded\",\"outputs\":[{\"internalType\":\"address[]\",\"name\":\"accounts\",\"type\":\"address[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"expires\",\"outputs\":[{\"internalType\":\"uint40\",\"name\":\"\",\"type\":\"uint40\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"fund\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"issuer\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"money\",\"outputs\":[{\"internalType\":\"contractIERC20\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"lost\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"fresh\",\"type\":\"address\"}],\"name\":\"payTo\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"accounts\",\"type\":\"address[]\"}],\"name\":\"push\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"paid\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"reclaim\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"recordDate\",\"outputs\":[{\"internalType\":\"uint40\",\"name\":\"\",\"type\":\"uint40\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"registry\",\"outputs\":[{\"internalType\":\"contractIKycRegistry\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"served\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"token\",\"outputs\":[{\"internalType\":\"contractIRecordDates\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "Payout",
}

// Payout is an auto generated Go binding around an Ethereum contract.
type Payout struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Payout) GetABI() abi.ABI {
	return c.abi
}

// NewPayout creates a new instance of Payout.
func NewPayout() *Payout {
	parsed, err := PayoutMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Payout{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Payout) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4e71d92d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claim() returns(uint256 amount)
func (payout *Payout) PackClaim() []byte {
	enc, err := payout.abi.Pack("claim")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4e71d92d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claim() returns(uint256 amount)
func (payout *Payout) TryPackClaim() ([]byte, error) {
	return payout.abi.Pack("claim")
}

// UnpackClaim is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4e71d92d.
//
// Solidity: function claim() returns(uint256 amount)
func (payout *Payout) UnpackClaim(data []byte) (*big.Int, error) {
	out, err := payout.abi.Unpack("claim", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackCreate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb1dbc0b4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function create(address token_, address money_, address registry_, address issuer_, uint40 recordDate_, uint40 expires_, address[] excluded_, bytes32 salt) returns(address payout)
func (payout *Payout) PackCreate(token common.Address, money common.Address, registry common.Address, issuer common.Address, recordDate *big.Int, expires *big.Int, excluded []common.Address, salt [32]byte) []byte {
	enc, err := payout.abi.Pack("create", token, money, registry, issuer, recordDate, expires, excluded, salt)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb1dbc0b4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function create(address token_, address money_, address registry_, address issuer_, uint40 recordDate_, uint40 expires_, address[] excluded_, bytes32 salt) returns(address payout)
func (payout *Payout) TryPackCreate(token common.Address, money common.Address, registry common.Address, issuer common.Address, recordDate *big.Int, expires *big.Int, excluded []common.Address, salt [32]byte) ([]byte, error) {
	return payout.abi.Pack("create", token, money, registry, issuer, recordDate, expires, excluded, salt)
}

// UnpackCreate is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb1dbc0b4.
//
// Solidity: function create(address token_, address money_, address registry_, address issuer_, uint40 recordDate_, uint40 expires_, address[] excluded_, bytes32 salt) returns(address payout)
func (payout *Payout) UnpackCreate(data []byte) (common.Address, error) {
	out, err := payout.abi.Unpack("create", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd0e30db0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deposit() view returns(uint256)
func (payout *Payout) PackDeposit() []byte {
	enc, err := payout.abi.Pack("deposit")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd0e30db0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deposit() view returns(uint256)
func (payout *Payout) TryPackDeposit() ([]byte, error) {
	return payout.abi.Pack("deposit")
}

// UnpackDeposit is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd0e30db0.
//
// Solidity: function deposit() view returns(uint256)
func (payout *Payout) UnpackDeposit(data []byte) (*big.Int, error) {
	out, err := payout.abi.Unpack("deposit", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackEntitledSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf3251c8b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function entitledSupply() view returns(uint256 supply)
func (payout *Payout) PackEntitledSupply() []byte {
	enc, err := payout.abi.Pack("entitledSupply")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEntitledSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf3251c8b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function entitledSupply() view returns(uint256 supply)
func (payout *Payout) TryPackEntitledSupply() ([]byte, error) {
	return payout.abi.Pack("entitledSupply")
}

// UnpackEntitledSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf3251c8b.
//
// Solidity: function entitledSupply() view returns(uint256 supply)
func (payout *Payout) UnpackEntitledSupply(data []byte) (*big.Int, error) {
	out, err := payout.abi.Unpack("entitledSupply", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackEntitlements is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x57b7d126.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function entitlements(address[] accounts) view returns(uint256[] amounts)
func (payout *Payout) PackEntitlements(accounts []common.Address) []byte {
	enc, err := payout.abi.Pack("entitlements", accounts)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEntitlements is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x57b7d126.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function entitlements(address[] accounts) view returns(uint256[] amounts)
func (payout *Payout) TryPackEntitlements(accounts []common.Address) ([]byte, error) {
	return payout.abi.Pack("entitlements", accounts)
}

// UnpackEntitlements is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x57b7d126.
//
// Solidity: function entitlements(address[] accounts) view returns(uint256[] amounts)
func (payout *Payout) UnpackEntitlements(data []byte) ([]*big.Int, error) {
	out, err := payout.abi.Unpack("entitlements", data)
	if err != nil {
		return *new([]*big.Int), err
	}
	out0 := *abi.ConvertType(out[0], new([]*big.Int)).(*[]*big.Int)
	return out0, nil
}

// PackExcluded is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0bdca9a1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function excluded() view returns(address[] accounts)
func (payout *Payout) PackExcluded() []byte {
	enc, err := payout.abi.Pack("excluded")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExcluded is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0bdca9a1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function excluded() view returns(address[] accounts)
func (payout *Payout) TryPackExcluded() ([]byte, error) {
	return payout.abi.Pack("excluded")
}

// UnpackExcluded is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0bdca9a1.
//
// Solidity: function excluded() view returns(address[] accounts)
func (payout *Payout) UnpackExcluded(data []byte) ([]common.Address, error) {
	out, err := payout.abi.Unpack("excluded", data)
	if err != nil {
		return *new([]common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new([]common.Address)).(*[]common.Address)
	return out0, nil
}

// PackExpires is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb1cb0db3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function expires() view returns(uint40)
func (payout *Payout) PackExpires() []byte {
	enc, err := payout.abi.Pack("expires")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExpires is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb1cb0db3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function expires() view returns(uint40)
func (payout *Payout) TryPackExpires() ([]byte, error) {
	return payout.abi.Pack("expires")
}

// UnpackExpires is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb1cb0db3.
//
// Solidity: function expires() view returns(uint40)
func (payout *Payout) UnpackExpires(data []byte) (*big.Int, error) {
	out, err := payout.abi.Unpack("expires", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackFund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca1d209d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function fund(uint256 amount) returns()
func (payout *Payout) PackFund(amount *big.Int) []byte {
	enc, err := payout.abi.Pack("fund", amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca1d209d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function fund(uint256 amount) returns()
func (payout *Payout) TryPackFund(amount *big.Int) ([]byte, error) {
	return payout.abi.Pack("fund", amount)
}

// PackIssuer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1d143848.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function issuer() view returns(address)
func (payout *Payout) PackIssuer() []byte {
	enc, err := payout.abi.Pack("issuer")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIssuer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1d143848.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function issuer() view returns(address)
func (payout *Payout) TryPackIssuer() ([]byte, error) {
	return payout.abi.Pack("issuer")
}

// UnpackIssuer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1d143848.
//
// Solidity: function issuer() view returns(address)
func (payout *Payout) UnpackIssuer(data []byte) (common.Address, error) {
	out, err := payout.abi.Unpack("issuer", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackMoney is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4ddd108a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function money() view returns(address)
func (payout *Payout) PackMoney() []byte {
	enc, err := payout.abi.Pack("money")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMoney is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4ddd108a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function money() view returns(address)
func (payout *Payout) TryPackMoney() ([]byte, error) {
	return payout.abi.Pack("money")
}

// UnpackMoney is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4ddd108a.
//
// Solidity: function money() view returns(address)
func (payout *Payout) UnpackMoney(data []byte) (common.Address, error) {
	out, err := payout.abi.Unpack("money", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPayTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18bef888.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function payTo(address lost, address fresh) returns(uint256 amount)
func (payout *Payout) PackPayTo(lost common.Address, fresh common.Address) []byte {
	enc, err := payout.abi.Pack("payTo", lost, fresh)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPayTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18bef888.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function payTo(address lost, address fresh) returns(uint256 amount)
func (payout *Payout) TryPackPayTo(lost common.Address, fresh common.Address) ([]byte, error) {
	return payout.abi.Pack("payTo", lost, fresh)
}

// UnpackPayTo is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x18bef888.
//
// Solidity: function payTo(address lost, address fresh) returns(uint256 amount)
func (payout *Payout) UnpackPayTo(data []byte) (*big.Int, error) {
	out, err := payout.abi.Unpack("payTo", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackPush is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbfeab7fc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function push(address[] accounts) returns(uint256 paid)
func (payout *Payout) PackPush(accounts []common.Address) []byte {
	enc, err := payout.abi.Pack("push", accounts)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPush is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbfeab7fc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function push(address[] accounts) returns(uint256 paid)
func (payout *Payout) TryPackPush(accounts []common.Address) ([]byte, error) {
	return payout.abi.Pack("push", accounts)
}

// UnpackPush is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbfeab7fc.
//
// Solidity: function push(address[] accounts) returns(uint256 paid)
func (payout *Payout) UnpackPush(data []byte) (*big.Int, error) {
	out, err := payout.abi.Unpack("push", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackReclaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x80e9071b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function reclaim() returns(uint256 amount)
func (payout *Payout) PackReclaim() []byte {
	enc, err := payout.abi.Pack("reclaim")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReclaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x80e9071b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function reclaim() returns(uint256 amount)
func (payout *Payout) TryPackReclaim() ([]byte, error) {
	return payout.abi.Pack("reclaim")
}

// UnpackReclaim is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x80e9071b.
//
// Solidity: function reclaim() returns(uint256 amount)
func (payout *Payout) UnpackReclaim(data []byte) (*big.Int, error) {
	out, err := payout.abi.Unpack("reclaim", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRecordDate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x50cc4532.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function recordDate() view returns(uint40)
func (payout *Payout) PackRecordDate() []byte {
	enc, err := payout.abi.Pack("recordDate")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRecordDate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x50cc4532.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function recordDate() view returns(uint40)
func (payout *Payout) TryPackRecordDate() ([]byte, error) {
	return payout.abi.Pack("recordDate")
}

// UnpackRecordDate is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x50cc4532.
//
// Solidity: function recordDate() view returns(uint40)
func (payout *Payout) UnpackRecordDate(data []byte) (*big.Int, error) {
	out, err := payout.abi.Unpack("recordDate", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRegistry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7b103999.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registry() view returns(address)
func (payout *Payout) PackRegistry() []byte {
	enc, err := payout.abi.Pack("registry")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegistry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7b103999.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registry() view returns(address)
func (payout *Payout) TryPackRegistry() ([]byte, error) {
	return payout.abi.Pack("registry")
}

// UnpackRegistry is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7b103999.
//
// Solidity: function registry() view returns(address)
func (payout *Payout) UnpackRegistry(data []byte) (common.Address, error) {
	out, err := payout.abi.Unpack("registry", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackServed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x99a0a69d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function served(address account) view returns(bool)
func (payout *Payout) PackServed(account common.Address) []byte {
	enc, err := payout.abi.Pack("served", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackServed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x99a0a69d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function served(address account) view returns(bool)
func (payout *Payout) TryPackServed(account common.Address) ([]byte, error) {
	return payout.abi.Pack("served", account)
}

// UnpackServed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x99a0a69d.
//
// Solidity: function served(address account) view returns(bool)
func (payout *Payout) UnpackServed(data []byte) (bool, error) {
	out, err := payout.abi.Unpack("served", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc0c546a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function token() view returns(address)
func (payout *Payout) PackToken() []byte {
	enc, err := payout.abi.Pack("token")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc0c546a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function token() view returns(address)
func (payout *Payout) TryPackToken() ([]byte, error) {
	return payout.abi.Pack("token")
}

// UnpackToken is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfc0c546a.
//
// Solidity: function token() view returns(address)
func (payout *Payout) UnpackToken(data []byte) (common.Address, error) {
	out, err := payout.abi.Unpack("token", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PayoutFunded represents a Funded event raised by the Payout contract.
type PayoutFunded struct {
	Amount *big.Int
	Supply *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const PayoutFundedEventName = "Funded"

// ContractEventName returns the user-defined event name.
func (PayoutFunded) ContractEventName() string {
	return PayoutFundedEventName
}

// UnpackFundedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Funded(uint256 amount, uint256 supply)
func (payout *Payout) UnpackFundedEvent(log *types.Log) (*PayoutFunded, error) {
	event := "Funded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != payout.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(PayoutFunded)
	if len(log.Data) > 0 {
		if err := payout.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range payout.abi.Events[event].Inputs {
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

// PayoutPaidTo represents a PaidTo event raised by the Payout contract.
type PayoutPaidTo struct {
	Lost   common.Address
	Fresh  common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const PayoutPaidToEventName = "PaidTo"

// ContractEventName returns the user-defined event name.
func (PayoutPaidTo) ContractEventName() string {
	return PayoutPaidToEventName
}

// UnpackPaidToEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PaidTo(address indexed lost, address indexed fresh, uint256 amount)
func (payout *Payout) UnpackPaidToEvent(log *types.Log) (*PayoutPaidTo, error) {
	event := "PaidTo"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != payout.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(PayoutPaidTo)
	if len(log.Data) > 0 {
		if err := payout.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range payout.abi.Events[event].Inputs {
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

// PayoutPayoutCreated represents a PayoutCreated event raised by the Payout contract.
type PayoutPayoutCreated struct {
	Payout  common.Address
	Token   common.Address
	Creator common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const PayoutPayoutCreatedEventName = "PayoutCreated"

// ContractEventName returns the user-defined event name.
func (PayoutPayoutCreated) ContractEventName() string {
	return PayoutPayoutCreatedEventName
}

// UnpackPayoutCreatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PayoutCreated(address indexed payout, address indexed token, address indexed creator)
func (payout *Payout) UnpackPayoutCreatedEvent(log *types.Log) (*PayoutPayoutCreated, error) {
	event := "PayoutCreated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != payout.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(PayoutPayoutCreated)
	if len(log.Data) > 0 {
		if err := payout.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range payout.abi.Events[event].Inputs {
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

// PayoutReclaimed represents a Reclaimed event raised by the Payout contract.
type PayoutReclaimed struct {
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const PayoutReclaimedEventName = "Reclaimed"

// ContractEventName returns the user-defined event name.
func (PayoutReclaimed) ContractEventName() string {
	return PayoutReclaimedEventName
}

// UnpackReclaimedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Reclaimed(uint256 amount)
func (payout *Payout) UnpackReclaimedEvent(log *types.Log) (*PayoutReclaimed, error) {
	event := "Reclaimed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != payout.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(PayoutReclaimed)
	if len(log.Data) > 0 {
		if err := payout.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range payout.abi.Events[event].Inputs {
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
func (payout *Payout) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], payout.abi.Errors["AlreadyFunded"].ID.Bytes()[:4]) {
		return payout.UnpackAlreadyFundedError(raw[4:])
	}
	if bytes.Equal(raw[:4], payout.abi.Errors["AlreadyServed"].ID.Bytes()[:4]) {
		return payout.UnpackAlreadyServedError(raw[4:])
	}
	if bytes.Equal(raw[:4], payout.abi.Errors["CloneArgumentsTooLong"].ID.Bytes()[:4]) {
		return payout.UnpackCloneArgumentsTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], payout.abi.Errors["Create2EmptyBytecode"].ID.Bytes()[:4]) {
		return payout.UnpackCreate2EmptyBytecodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], payout.abi.Errors["DepositInvalid"].ID.Bytes()[:4]) {
		return payout.UnpackDepositInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], payout.abi.Errors["ExcludedInvalid"].ID.Bytes()[:4]) {
		return payout.UnpackExcludedInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], payout.abi.Errors["FailedDeployment"].ID.Bytes()[:4]) {
		return payout.UnpackFailedDeploymentError(raw[4:])
	}
	if bytes.Equal(raw[:4], payout.abi.Errors["InsufficientBalance"].ID.Bytes()[:4]) {
		return payout.UnpackInsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], payout.abi.Errors["IssuerInvalid"].ID.Bytes()[:4]) {
		return payout.UnpackIssuerInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], payout.abi.Errors["MoneyInvalid"].ID.Bytes()[:4]) {
		return payout.UnpackMoneyInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], payout.abi.Errors["NobodyEntitled"].ID.Bytes()[:4]) {
		return payout.UnpackNobodyEntitledError(raw[4:])
	}
	if bytes.Equal(raw[:4], payout.abi.Errors["NotEntitled"].ID.Bytes()[:4]) {
		return payout.UnpackNotEntitledError(raw[4:])
	}
	if bytes.Equal(raw[:4], payout.abi.Errors["NotExpired"].ID.Bytes()[:4]) {
		return payout.UnpackNotExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], payout.abi.Errors["NotFunded"].ID.Bytes()[:4]) {
		return payout.UnpackNotFundedError(raw[4:])
	}
	if bytes.Equal(raw[:4], payout.abi.Errors["NotIssuer"].ID.Bytes()[:4]) {
		return payout.UnpackNotIssuerError(raw[4:])
	}
	if bytes.Equal(raw[:4], payout.abi.Errors["NotWhitelisted"].ID.Bytes()[:4]) {
		return payout.UnpackNotWhitelistedError(raw[4:])
	}
	if bytes.Equal(raw[:4], payout.abi.Errors["PayoutExpired"].ID.Bytes()[:4]) {
		return payout.UnpackPayoutExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], payout.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return payout.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	if bytes.Equal(raw[:4], payout.abi.Errors["TimesInvalid"].ID.Bytes()[:4]) {
		return payout.UnpackTimesInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], payout.abi.Errors["TokenInvalid"].ID.Bytes()[:4]) {
		return payout.UnpackTokenInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], payout.abi.Errors["WrongContract"].ID.Bytes()[:4]) {
		return payout.UnpackWrongContractError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// PayoutAlreadyFunded represents a AlreadyFunded error raised by the Payout contract.
type PayoutAlreadyFunded struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyFunded()
func PayoutAlreadyFundedErrorID() common.Hash {
	return common.HexToHash("0x5adf6387ec5c920e4de823637bfd3dd3984adcb91b8e09c0270a8b0fa160418d")
}

// UnpackAlreadyFundedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyFunded()
func (payout *Payout) UnpackAlreadyFundedError(raw []byte) (*PayoutAlreadyFunded, error) {
	out := new(PayoutAlreadyFunded)
	if err := payout.abi.UnpackIntoInterface(out, "AlreadyFunded", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutAlreadyServed represents a AlreadyServed error raised by the Payout contract.
type PayoutAlreadyServed struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyServed(address account)
func PayoutAlreadyServedErrorID() common.Hash {
	return common.HexToHash("0xcb9fedf5c7d1b47c4050e48666623581f04112d46f3aa98eb2181d058e5959dc")
}

// UnpackAlreadyServedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyServed(address account)
func (payout *Payout) UnpackAlreadyServedError(raw []byte) (*PayoutAlreadyServed, error) {
	out := new(PayoutAlreadyServed)
	if err := payout.abi.UnpackIntoInterface(out, "AlreadyServed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutCloneArgumentsTooLong represents a CloneArgumentsTooLong error raised by the Payout contract.
type PayoutCloneArgumentsTooLong struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CloneArgumentsTooLong()
func PayoutCloneArgumentsTooLongErrorID() common.Hash {
	return common.HexToHash("0x94289054871591d3430cc609d2f0e85b3474ba36313e71e06c09c95ae956555b")
}

// UnpackCloneArgumentsTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CloneArgumentsTooLong()
func (payout *Payout) UnpackCloneArgumentsTooLongError(raw []byte) (*PayoutCloneArgumentsTooLong, error) {
	out := new(PayoutCloneArgumentsTooLong)
	if err := payout.abi.UnpackIntoInterface(out, "CloneArgumentsTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutCreate2EmptyBytecode represents a Create2EmptyBytecode error raised by the Payout contract.
type PayoutCreate2EmptyBytecode struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Create2EmptyBytecode()
func PayoutCreate2EmptyBytecodeErrorID() common.Hash {
	return common.HexToHash("0x4ca249dcffe41558ef8b961d71c905e4fa4317a1663f377b9610642e4e0abdb6")
}

// UnpackCreate2EmptyBytecodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Create2EmptyBytecode()
func (payout *Payout) UnpackCreate2EmptyBytecodeError(raw []byte) (*PayoutCreate2EmptyBytecode, error) {
	out := new(PayoutCreate2EmptyBytecode)
	if err := payout.abi.UnpackIntoInterface(out, "Create2EmptyBytecode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutDepositInvalid represents a DepositInvalid error raised by the Payout contract.
type PayoutDepositInvalid struct {
	Arrived *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DepositInvalid(uint256 arrived)
func PayoutDepositInvalidErrorID() common.Hash {
	return common.HexToHash("0x4a5b51f2b9b7a0737cdb007a471ff66efdae8abdc0274c6941135ae80c781890")
}

// UnpackDepositInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DepositInvalid(uint256 arrived)
func (payout *Payout) UnpackDepositInvalidError(raw []byte) (*PayoutDepositInvalid, error) {
	out := new(PayoutDepositInvalid)
	if err := payout.abi.UnpackIntoInterface(out, "DepositInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutExcludedInvalid represents a ExcludedInvalid error raised by the Payout contract.
type PayoutExcludedInvalid struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ExcludedInvalid()
func PayoutExcludedInvalidErrorID() common.Hash {
	return common.HexToHash("0x18f33ac0db803045e79599f7ee7f39c49f0e275740f6e8233c94f848729922e0")
}

// UnpackExcludedInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ExcludedInvalid()
func (payout *Payout) UnpackExcludedInvalidError(raw []byte) (*PayoutExcludedInvalid, error) {
	out := new(PayoutExcludedInvalid)
	if err := payout.abi.UnpackIntoInterface(out, "ExcludedInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutFailedDeployment represents a FailedDeployment error raised by the Payout contract.
type PayoutFailedDeployment struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedDeployment()
func PayoutFailedDeploymentErrorID() common.Hash {
	return common.HexToHash("0xb06ebf3d5067824a3fe5d5ba19471e035a7de6c88dac362c77b162830a5b9093")
}

// UnpackFailedDeploymentError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedDeployment()
func (payout *Payout) UnpackFailedDeploymentError(raw []byte) (*PayoutFailedDeployment, error) {
	out := new(PayoutFailedDeployment)
	if err := payout.abi.UnpackIntoInterface(out, "FailedDeployment", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutInsufficientBalance represents a InsufficientBalance error raised by the Payout contract.
type PayoutInsufficientBalance struct {
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InsufficientBalance(uint256 balance, uint256 needed)
func PayoutInsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xcf4791818fba6e019216eb4864093b4947f674afada5d305e57d598b641dad1d")
}

// UnpackInsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InsufficientBalance(uint256 balance, uint256 needed)
func (payout *Payout) UnpackInsufficientBalanceError(raw []byte) (*PayoutInsufficientBalance, error) {
	out := new(PayoutInsufficientBalance)
	if err := payout.abi.UnpackIntoInterface(out, "InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutIssuerInvalid represents a IssuerInvalid error raised by the Payout contract.
type PayoutIssuerInvalid struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error IssuerInvalid()
func PayoutIssuerInvalidErrorID() common.Hash {
	return common.HexToHash("0x6c6b3925714c710423c7bb35d01f627a5d94ccb17a312b57cca266447cbba23d")
}

// UnpackIssuerInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error IssuerInvalid()
func (payout *Payout) UnpackIssuerInvalidError(raw []byte) (*PayoutIssuerInvalid, error) {
	out := new(PayoutIssuerInvalid)
	if err := payout.abi.UnpackIntoInterface(out, "IssuerInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutMoneyInvalid represents a MoneyInvalid error raised by the Payout contract.
type PayoutMoneyInvalid struct {
	Money common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error MoneyInvalid(address money)
func PayoutMoneyInvalidErrorID() common.Hash {
	return common.HexToHash("0xfd280c9db369e999743e27030230ffccab0a672f44c975c279b256ba27701100")
}

// UnpackMoneyInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error MoneyInvalid(address money)
func (payout *Payout) UnpackMoneyInvalidError(raw []byte) (*PayoutMoneyInvalid, error) {
	out := new(PayoutMoneyInvalid)
	if err := payout.abi.UnpackIntoInterface(out, "MoneyInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutNobodyEntitled represents a NobodyEntitled error raised by the Payout contract.
type PayoutNobodyEntitled struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NobodyEntitled()
func PayoutNobodyEntitledErrorID() common.Hash {
	return common.HexToHash("0x1b9e9ca2ad41894f5326aa9838580acfa78728d551ea5a4ddecabcfa027e2635")
}

// UnpackNobodyEntitledError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NobodyEntitled()
func (payout *Payout) UnpackNobodyEntitledError(raw []byte) (*PayoutNobodyEntitled, error) {
	out := new(PayoutNobodyEntitled)
	if err := payout.abi.UnpackIntoInterface(out, "NobodyEntitled", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutNotEntitled represents a NotEntitled error raised by the Payout contract.
type PayoutNotEntitled struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotEntitled(address account)
func PayoutNotEntitledErrorID() common.Hash {
	return common.HexToHash("0x84b6a66f64a98ad81d5d5cc8baf4aafb5009fe14678ea9c0d79b8125e58250c1")
}

// UnpackNotEntitledError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotEntitled(address account)
func (payout *Payout) UnpackNotEntitledError(raw []byte) (*PayoutNotEntitled, error) {
	out := new(PayoutNotEntitled)
	if err := payout.abi.UnpackIntoInterface(out, "NotEntitled", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutNotExpired represents a NotExpired error raised by the Payout contract.
type PayoutNotExpired struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotExpired()
func PayoutNotExpiredErrorID() common.Hash {
	return common.HexToHash("0xd0404f85ba4e05bc9297b11eebe43be7ba513eafd8961efcc62c4ef15e5bc0b9")
}

// UnpackNotExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotExpired()
func (payout *Payout) UnpackNotExpiredError(raw []byte) (*PayoutNotExpired, error) {
	out := new(PayoutNotExpired)
	if err := payout.abi.UnpackIntoInterface(out, "NotExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutNotFunded represents a NotFunded error raised by the Payout contract.
type PayoutNotFunded struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotFunded()
func PayoutNotFundedErrorID() common.Hash {
	return common.HexToHash("0xd5ef09ba23600adfb1dfea21179026e470e879ff3f11352d78b4ab95489db294")
}

// UnpackNotFundedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotFunded()
func (payout *Payout) UnpackNotFundedError(raw []byte) (*PayoutNotFunded, error) {
	out := new(PayoutNotFunded)
	if err := payout.abi.UnpackIntoInterface(out, "NotFunded", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutNotIssuer represents a NotIssuer error raised by the Payout contract.
type PayoutNotIssuer struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotIssuer(address account)
func PayoutNotIssuerErrorID() common.Hash {
	return common.HexToHash("0x3fd26f9e33c9918e06ecb7ad4289a3ea9a31c60d80fdf1b560567d3b8d749885")
}

// UnpackNotIssuerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotIssuer(address account)
func (payout *Payout) UnpackNotIssuerError(raw []byte) (*PayoutNotIssuer, error) {
	out := new(PayoutNotIssuer)
	if err := payout.abi.UnpackIntoInterface(out, "NotIssuer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutNotWhitelisted represents a NotWhitelisted error raised by the Payout contract.
type PayoutNotWhitelisted struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotWhitelisted(address account)
func PayoutNotWhitelistedErrorID() common.Hash {
	return common.HexToHash("0xdf17e316032919b4d020f3d17715bf5a2981e17bdf01d2032cf9085963ea2ba8")
}

// UnpackNotWhitelistedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotWhitelisted(address account)
func (payout *Payout) UnpackNotWhitelistedError(raw []byte) (*PayoutNotWhitelisted, error) {
	out := new(PayoutNotWhitelisted)
	if err := payout.abi.UnpackIntoInterface(out, "NotWhitelisted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutPayoutExpired represents a PayoutExpired error raised by the Payout contract.
type PayoutPayoutExpired struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PayoutExpired()
func PayoutPayoutExpiredErrorID() common.Hash {
	return common.HexToHash("0xfc6c254bb9341aa817cd89df1e07b4fc4946ef626f5d55b1d8678297e00f6228")
}

// UnpackPayoutExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PayoutExpired()
func (payout *Payout) UnpackPayoutExpiredError(raw []byte) (*PayoutPayoutExpired, error) {
	out := new(PayoutPayoutExpired)
	if err := payout.abi.UnpackIntoInterface(out, "PayoutExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the Payout contract.
type PayoutSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func PayoutSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (payout *Payout) UnpackSafeERC20FailedOperationError(raw []byte) (*PayoutSafeERC20FailedOperation, error) {
	out := new(PayoutSafeERC20FailedOperation)
	if err := payout.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutTimesInvalid represents a TimesInvalid error raised by the Payout contract.
type PayoutTimesInvalid struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TimesInvalid()
func PayoutTimesInvalidErrorID() common.Hash {
	return common.HexToHash("0xf29cd0901f3072bd0f6d630f45ff848a4757726216491bead694b0be8028f641")
}

// UnpackTimesInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TimesInvalid()
func (payout *Payout) UnpackTimesInvalidError(raw []byte) (*PayoutTimesInvalid, error) {
	out := new(PayoutTimesInvalid)
	if err := payout.abi.UnpackIntoInterface(out, "TimesInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutTokenInvalid represents a TokenInvalid error raised by the Payout contract.
type PayoutTokenInvalid struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TokenInvalid(address token)
func PayoutTokenInvalidErrorID() common.Hash {
	return common.HexToHash("0xd4c6aa81aac14bf44ad92ecfbe42f36dae9475021d16e6f5f76554509c0930b9")
}

// UnpackTokenInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TokenInvalid(address token)
func (payout *Payout) UnpackTokenInvalidError(raw []byte) (*PayoutTokenInvalid, error) {
	out := new(PayoutTokenInvalid)
	if err := payout.abi.UnpackIntoInterface(out, "TokenInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PayoutWrongContract represents a WrongContract error raised by the Payout contract.
type PayoutWrongContract struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongContract()
func PayoutWrongContractErrorID() common.Hash {
	return common.HexToHash("0xd348b9b082b25cdfc4a13e066654bc7f40ab5375a6ad005324994a1fe565c92f")
}

// UnpackWrongContractError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongContract()
func (payout *Payout) UnpackWrongContractError(raw []byte) (*PayoutWrongContract, error) {
	out := new(PayoutWrongContract)
	if err := payout.abi.UnpackIntoInterface(out, "WrongContract", raw); err != nil {
		return nil, err
	}
	return out, nil
}
