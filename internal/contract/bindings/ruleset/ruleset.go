// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package ruleset

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

// IRuleSetTerms is an auto generated low-level Go binding around an user-defined struct.
type IRuleSetTerms struct {
	Kinds       *big.Int
	Deny        bool
	Classes     uint32
	LockedUntil *big.Int
	Opens       *big.Int
	Closes      *big.Int
	MaxHolders  uint32
	Minimum     *big.Int
	MaxAmount   *big.Int
	MaxShare    uint16
}

// RuleSetMetaData contains all meta data concerning the RuleSet contract.
var RuleSetMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"contractISecurityToken\",\"name\":\"token_\",\"type\":\"address\"},{\"internalType\":\"contractIKycRegistry\",\"name\":\"registry_\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"issuer\",\"type\":\"address\"},{\"components\":[{\"internalType\":\"uint80\",\"name\":\"kinds\",\"type\":\"uint80\"},{\"internalType\":\"bool\",\"name\":\"deny\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"classes\",\"type\":\"uint32\"},{\"internalType\":\"uint40\",\"name\":\"lockedUntil\",\"type\":\"uint40\"},{\"internalType\":\"uint40\",\"name\":\"opens\",\"type\":\"uint40\"},{\"internalType\":\"uint40\",\"name\":\"closes\",\"type\":\"uint40\"},{\"internalType\":\"uint32\",\"name\":\"maxHolders\",\"type\":\"uint32\"},{\"internalType\":\"uint128\",\"name\":\"minimum\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"maxAmount\",\"type\":\"uint128\"},{\"internalType\":\"uint16\",\"name\":\"maxShare\",\"type\":\"uint16\"}],\"internalType\":\"structIRuleSet.Terms\",\"name\":\"terms_\",\"type\":\"tuple\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"AccessControlBadConfirmation\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"neededRole\",\"type\":\"bytes32\"}],\"name\":\"AccessControlUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint16\",\"name\":\"country\",\"type\":\"uint16\"}],\"name\":\"CountryInvalid\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"IssuerInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint80\",\"name\":\"kinds\",\"type\":\"uint80\"}],\"name\":\"KindsFixed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"NotToken\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"registry\",\"type\":\"address\"}],\"name\":\"RegistryInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"TokenInvalid\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint16[]\",\"name\":\"countries\",\"type\":\"uint16[]\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"listed\",\"type\":\"bool\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"CountriesSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint16\",\"name\":\"country\",\"type\":\"uint16\"},{\"indexed\":false,\"internalType\":\"uint32\",\"name\":\"most\",\"type\":\"uint32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"CountryMaximumSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint40\",\"name\":\"until\",\"type\":\"uint40\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"HolderLocked\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"previousAdminRole\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"newAdminRole\",\"type\":\"bytes32\"}],\"name\":\"RoleAdminChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"RoleGranted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"RoleRevoked\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"components\":[{\"internalType\":\"uint80\",\"name\":\"kinds\",\"type\":\"uint80\"},{\"internalType\":\"bool\",\"name\":\"deny\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"classes\",\"type\":\"uint32\"},{\"internalType\":\"uint40\",\"name\":\"lockedUntil\",\"type\":\"uint40\"},{\"internalType\":\"uint40\",\"name\":\"opens\",\"type\":\"uint40\"},{\"internalType\":\"uint40\",\"name\":\"closes\",\"type\":\"uint40\"},{\"internalType\":\"uint32\",\"name\":\"maxHolders\",\"type\":\"uint32\"},{\"internalType\":\"uint128\",\"name\":\"minimum\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"maxAmount\",\"type\":\"uint128\"},{\"internalType\":\"uint16\",\"name\":\"maxShare\",\"type\":\"uint16\"}],\"indexed\":false,\"internalType\":\"structIRuleSet.Terms\",\"name\":\"terms\",\"type\":\"tuple\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"TermsSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint40\",\"name\":\"until\",\"type\":\"uint40\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"TransferApproved\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"DEFAULT_ADMIN_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"RULES_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"uint40\",\"name\":\"until\",\"type\":\"uint40\"}],\"name\":\"approve\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"approvedUntil\",\"outputs\":[{\"internalType\":\"uint40\",\"name\":\"\",\"type\":\"uint40\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"canReceive\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"canSend\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"kind\",\"type\":\"uint8\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"v\",\"type\":\"uint256\"}],\"name\":\"check\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint16\",\"name\":\"country\",\"type\":\"uint16\"}],\"name\":\"countryMaximum\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"\",\"type\":\"uint32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"counts\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"}],\"name\":\"getRoleAdmin\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"grantRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"hasRole\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"heldByInvestor\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"holders\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint16\",\"name\":\"country\",\"type\":\"uint16\"}],\"name\":\"holdersOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint16\",\"name\":\"country\",\"type\":\"uint16\"}],\"name\":\"isListed\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"kinds\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint40\",\"name\":\"until\",\"type\":\"uint40\"}],\"name\":\"lock\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"lockedUntil\",\"outputs\":[{\"internalType\":\"uint40\",\"name\":\"\",\"type\":\"uint40\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"code\",\"type\":\"uint8\"}],\"name\":\"message\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"kind\",\"type\":\"uint8\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"v\",\"type\":\"uint256\"}],\"name\":\"moved\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"registry\",\"outputs\":[{\"internalType\":\"contractIKycRegistry\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"callerConfirmation\",\"type\":\"address\"}],\"name\":\"renounceRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"revokeRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint16[]\",\"name\":\"countries\",\"type\":\"uint16[]\"},{\"internalType\":\"bool\",\"name\":\"listed\",\"type\":\"bool\"}],\"name\":\"setCountries\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint16\",\"name\":\"country\",\"type\":\"uint16\"},{\"internalType\":\"uint32\",\"name\":\"most\",\"type\":\"uint32\"}],\"name\":\"setCountryMaximum\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"uint80\",\"name\":\"kinds\",\"type\":\"uint80\"},{\"internalType\":\"bool\",\"name\":\"deny\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"classes\",\"type\":\"uint32\"},{\"internalType\":\"uint40\",\"name\":\"lockedUntil\",\"type\":\"uint40\"},{\"internalType\":\"uint40\",\"name\":\"opens\",\"type\":\"uint40\"},{\"internalType\":\"uint40\",\"name\":\"closes\",\"type\":\"uint40\"},{\"internalType\":\"uint32\",\"name\":\"maxHolders\",\"type\":\"uint32\"},{\"internalType\":\"uint128\",\"name\":\"minimum\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"maxAmount\",\"type\":\"uint128\"},{\"internalType\":\"uint16\",\"name\":\"maxShare\",\"type\":\"uint16\"}],\"internalType\":\"structIRuleSet.Terms\",\"name\":\"newTerms\",\"type\":\"tuple\"}],\"name\":\"setTerms\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes4\",\"name\":\"id\",\"type\":\"bytes4\"}],\"name\":\"supportsInterface\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"accounts\",\"type\":\"address[]\"}],\"name\":\"sync\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"terms\",\"outputs\":[{\"components\":[{\"internalType\":\"uint80\",\"name\":\"kinds\",\"type\":\"uint80\"},{\"internalType\":\"bool\",\"name\":\"deny\",\"type\":\"bool\"},{\"internalType\":\"uint32\",\"name\":\"classes\",\"type\":\"uint32\"},{\"internalType\":\"uint40\",\"name\":\"lockedUntil\",\"type\":\"uint40\"},{\"internalType\":\"uint40\",\"name\":\"opens\",\"type\":\"uint40\"},{\"internalType\":\"uint40\",\"name\":\"closes\",\"type\":\"uint40\"},{\"internalType\":\"uint32\",\"name\":\"maxHolders\",\"type\":\"uint32\"},{\"internalType\":\"uint128\",\"name\":\"minimum\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"maxAmount\",\"type\":\"uint128\"},{\"internalType\":\"uint16\",\"name\":\"maxShare\",\"type\":\"uint16\"}],\"internalType\":\"structIRuleSet.Terms\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"token\",\"outputs\":[{\"internalType\":\"contractISecurityToken\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "RuleSet",
}

// RuleSet is an auto generated Go binding around an Ethereum contract.
type RuleSet struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *RuleSet) GetABI() abi.ABI {
	return c.abi
}

// NewRuleSet creates a new instance of RuleSet.
func NewRuleSet() *RuleSet {
	parsed, err := RuleSetMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &RuleSet{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *RuleSet) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address token_, address registry_, address issuer, (uint80,bool,uint32,uint40,uint40,uint40,uint32,uint128,uint128,uint16) terms_) returns()
func (ruleSet *RuleSet) PackConstructor(token_ common.Address, registry_ common.Address, issuer common.Address, terms_ IRuleSetTerms) []byte {
	enc, err := ruleSet.abi.Pack("", token_, registry_, issuer, terms_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackDEFAULTADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa217fddf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (ruleSet *RuleSet) PackDEFAULTADMINROLE() []byte {
	enc, err := ruleSet.abi.Pack("DEFAULT_ADMIN_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDEFAULTADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa217fddf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (ruleSet *RuleSet) TryPackDEFAULTADMINROLE() ([]byte, error) {
	return ruleSet.abi.Pack("DEFAULT_ADMIN_ROLE")
}

// UnpackDEFAULTADMINROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa217fddf.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (ruleSet *RuleSet) UnpackDEFAULTADMINROLE(data []byte) ([32]byte, error) {
	out, err := ruleSet.abi.Unpack("DEFAULT_ADMIN_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRULESROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb782124b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function RULES_ROLE() view returns(bytes32)
func (ruleSet *RuleSet) PackRULESROLE() []byte {
	enc, err := ruleSet.abi.Pack("RULES_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRULESROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb782124b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function RULES_ROLE() view returns(bytes32)
func (ruleSet *RuleSet) TryPackRULESROLE() ([]byte, error) {
	return ruleSet.abi.Pack("RULES_ROLE")
}

// UnpackRULESROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb782124b.
//
// Solidity: function RULES_ROLE() view returns(bytes32)
func (ruleSet *RuleSet) UnpackRULESROLE(data []byte) ([32]byte, error) {
	out, err := ruleSet.abi.Unpack("RULES_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca07c7be.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address from, address to, uint256 value, uint40 until) returns()
func (ruleSet *RuleSet) PackApprove(from common.Address, to common.Address, value *big.Int, until *big.Int) []byte {
	enc, err := ruleSet.abi.Pack("approve", from, to, value, until)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca07c7be.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(address from, address to, uint256 value, uint40 until) returns()
func (ruleSet *RuleSet) TryPackApprove(from common.Address, to common.Address, value *big.Int, until *big.Int) ([]byte, error) {
	return ruleSet.abi.Pack("approve", from, to, value, until)
}

// PackApprovedUntil is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x31161cb2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approvedUntil(address from, address to, uint256 value) view returns(uint40)
func (ruleSet *RuleSet) PackApprovedUntil(from common.Address, to common.Address, value *big.Int) []byte {
	enc, err := ruleSet.abi.Pack("approvedUntil", from, to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprovedUntil is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x31161cb2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approvedUntil(address from, address to, uint256 value) view returns(uint40)
func (ruleSet *RuleSet) TryPackApprovedUntil(from common.Address, to common.Address, value *big.Int) ([]byte, error) {
	return ruleSet.abi.Pack("approvedUntil", from, to, value)
}

// UnpackApprovedUntil is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x31161cb2.
//
// Solidity: function approvedUntil(address from, address to, uint256 value) view returns(uint40)
func (ruleSet *RuleSet) UnpackApprovedUntil(data []byte) (*big.Int, error) {
	out, err := ruleSet.abi.Unpack("approvedUntil", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackCanReceive is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x90d370ba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function canReceive(address account) view returns(bool)
func (ruleSet *RuleSet) PackCanReceive(account common.Address) []byte {
	enc, err := ruleSet.abi.Pack("canReceive", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCanReceive is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x90d370ba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function canReceive(address account) view returns(bool)
func (ruleSet *RuleSet) TryPackCanReceive(account common.Address) ([]byte, error) {
	return ruleSet.abi.Pack("canReceive", account)
}

// UnpackCanReceive is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x90d370ba.
//
// Solidity: function canReceive(address account) view returns(bool)
func (ruleSet *RuleSet) UnpackCanReceive(data []byte) (bool, error) {
	out, err := ruleSet.abi.Unpack("canReceive", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackCanSend is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2bc06a92.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function canSend(address account) view returns(bool)
func (ruleSet *RuleSet) PackCanSend(account common.Address) []byte {
	enc, err := ruleSet.abi.Pack("canSend", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCanSend is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2bc06a92.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function canSend(address account) view returns(bool)
func (ruleSet *RuleSet) TryPackCanSend(account common.Address) ([]byte, error) {
	return ruleSet.abi.Pack("canSend", account)
}

// UnpackCanSend is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2bc06a92.
//
// Solidity: function canSend(address account) view returns(bool)
func (ruleSet *RuleSet) UnpackCanSend(data []byte) (bool, error) {
	out, err := ruleSet.abi.Unpack("canSend", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackCheck is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x05425cba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function check(uint8 kind, address , address from, address to, uint256 v) view returns(uint8)
func (ruleSet *RuleSet) PackCheck(kind uint8, arg1 common.Address, from common.Address, to common.Address, v *big.Int) []byte {
	enc, err := ruleSet.abi.Pack("check", kind, arg1, from, to, v)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCheck is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x05425cba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function check(uint8 kind, address , address from, address to, uint256 v) view returns(uint8)
func (ruleSet *RuleSet) TryPackCheck(kind uint8, arg1 common.Address, from common.Address, to common.Address, v *big.Int) ([]byte, error) {
	return ruleSet.abi.Pack("check", kind, arg1, from, to, v)
}

// UnpackCheck is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x05425cba.
//
// Solidity: function check(uint8 kind, address , address from, address to, uint256 v) view returns(uint8)
func (ruleSet *RuleSet) UnpackCheck(data []byte) (uint8, error) {
	out, err := ruleSet.abi.Unpack("check", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackCountryMaximum is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdfc54d7a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function countryMaximum(uint16 country) view returns(uint32)
func (ruleSet *RuleSet) PackCountryMaximum(country uint16) []byte {
	enc, err := ruleSet.abi.Pack("countryMaximum", country)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCountryMaximum is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdfc54d7a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function countryMaximum(uint16 country) view returns(uint32)
func (ruleSet *RuleSet) TryPackCountryMaximum(country uint16) ([]byte, error) {
	return ruleSet.abi.Pack("countryMaximum", country)
}

// UnpackCountryMaximum is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdfc54d7a.
//
// Solidity: function countryMaximum(uint16 country) view returns(uint32)
func (ruleSet *RuleSet) UnpackCountryMaximum(data []byte) (uint32, error) {
	out, err := ruleSet.abi.Unpack("countryMaximum", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackCounts is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x817cc1ea.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function counts() view returns(bool)
func (ruleSet *RuleSet) PackCounts() []byte {
	enc, err := ruleSet.abi.Pack("counts")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCounts is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x817cc1ea.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function counts() view returns(bool)
func (ruleSet *RuleSet) TryPackCounts() ([]byte, error) {
	return ruleSet.abi.Pack("counts")
}

// UnpackCounts is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x817cc1ea.
//
// Solidity: function counts() view returns(bool)
func (ruleSet *RuleSet) UnpackCounts(data []byte) (bool, error) {
	out, err := ruleSet.abi.Unpack("counts", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (ruleSet *RuleSet) PackGetRoleAdmin(role [32]byte) []byte {
	enc, err := ruleSet.abi.Pack("getRoleAdmin", role)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (ruleSet *RuleSet) TryPackGetRoleAdmin(role [32]byte) ([]byte, error) {
	return ruleSet.abi.Pack("getRoleAdmin", role)
}

// UnpackGetRoleAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x248a9ca3.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (ruleSet *RuleSet) UnpackGetRoleAdmin(data []byte) ([32]byte, error) {
	out, err := ruleSet.abi.Unpack("getRoleAdmin", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f2ff15d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function grantRole(bytes32 role, address account) returns()
func (ruleSet *RuleSet) PackGrantRole(role [32]byte, account common.Address) []byte {
	enc, err := ruleSet.abi.Pack("grantRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f2ff15d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function grantRole(bytes32 role, address account) returns()
func (ruleSet *RuleSet) TryPackGrantRole(role [32]byte, account common.Address) ([]byte, error) {
	return ruleSet.abi.Pack("grantRole", role, account)
}

// PackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (ruleSet *RuleSet) PackHasRole(role [32]byte, account common.Address) []byte {
	enc, err := ruleSet.abi.Pack("hasRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (ruleSet *RuleSet) TryPackHasRole(role [32]byte, account common.Address) ([]byte, error) {
	return ruleSet.abi.Pack("hasRole", role, account)
}

// UnpackHasRole is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x91d14854.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (ruleSet *RuleSet) UnpackHasRole(data []byte) (bool, error) {
	out, err := ruleSet.abi.Unpack("hasRole", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackHeldByInvestor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1ace40ad.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function heldByInvestor(address account) view returns(uint256)
func (ruleSet *RuleSet) PackHeldByInvestor(account common.Address) []byte {
	enc, err := ruleSet.abi.Pack("heldByInvestor", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHeldByInvestor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1ace40ad.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function heldByInvestor(address account) view returns(uint256)
func (ruleSet *RuleSet) TryPackHeldByInvestor(account common.Address) ([]byte, error) {
	return ruleSet.abi.Pack("heldByInvestor", account)
}

// UnpackHeldByInvestor is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1ace40ad.
//
// Solidity: function heldByInvestor(address account) view returns(uint256)
func (ruleSet *RuleSet) UnpackHeldByInvestor(data []byte) (*big.Int, error) {
	out, err := ruleSet.abi.Unpack("heldByInvestor", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackHolders is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8188f71c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function holders() view returns(uint256)
func (ruleSet *RuleSet) PackHolders() []byte {
	enc, err := ruleSet.abi.Pack("holders")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHolders is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8188f71c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function holders() view returns(uint256)
func (ruleSet *RuleSet) TryPackHolders() ([]byte, error) {
	return ruleSet.abi.Pack("holders")
}

// UnpackHolders is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8188f71c.
//
// Solidity: function holders() view returns(uint256)
func (ruleSet *RuleSet) UnpackHolders(data []byte) (*big.Int, error) {
	out, err := ruleSet.abi.Unpack("holders", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackHoldersOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb821ea7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function holdersOf(uint16 country) view returns(uint256)
func (ruleSet *RuleSet) PackHoldersOf(country uint16) []byte {
	enc, err := ruleSet.abi.Pack("holdersOf", country)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHoldersOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb821ea7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function holdersOf(uint16 country) view returns(uint256)
func (ruleSet *RuleSet) TryPackHoldersOf(country uint16) ([]byte, error) {
	return ruleSet.abi.Pack("holdersOf", country)
}

// UnpackHoldersOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfb821ea7.
//
// Solidity: function holdersOf(uint16 country) view returns(uint256)
func (ruleSet *RuleSet) UnpackHoldersOf(data []byte) (*big.Int, error) {
	out, err := ruleSet.abi.Unpack("holdersOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackIsListed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1aa6e635.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isListed(uint16 country) view returns(bool)
func (ruleSet *RuleSet) PackIsListed(country uint16) []byte {
	enc, err := ruleSet.abi.Pack("isListed", country)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsListed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1aa6e635.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isListed(uint16 country) view returns(bool)
func (ruleSet *RuleSet) TryPackIsListed(country uint16) ([]byte, error) {
	return ruleSet.abi.Pack("isListed", country)
}

// UnpackIsListed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1aa6e635.
//
// Solidity: function isListed(uint16 country) view returns(bool)
func (ruleSet *RuleSet) UnpackIsListed(data []byte) (bool, error) {
	out, err := ruleSet.abi.Unpack("isListed", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackKinds is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x744ebfd6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function kinds() view returns(uint8)
func (ruleSet *RuleSet) PackKinds() []byte {
	enc, err := ruleSet.abi.Pack("kinds")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackKinds is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x744ebfd6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function kinds() view returns(uint8)
func (ruleSet *RuleSet) TryPackKinds() ([]byte, error) {
	return ruleSet.abi.Pack("kinds")
}

// UnpackKinds is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x744ebfd6.
//
// Solidity: function kinds() view returns(uint8)
func (ruleSet *RuleSet) UnpackKinds(data []byte) (uint8, error) {
	out, err := ruleSet.abi.Unpack("kinds", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackLock is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5f79728f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function lock(address account, uint40 until) returns()
func (ruleSet *RuleSet) PackLock(account common.Address, until *big.Int) []byte {
	enc, err := ruleSet.abi.Pack("lock", account, until)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLock is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5f79728f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function lock(address account, uint40 until) returns()
func (ruleSet *RuleSet) TryPackLock(account common.Address, until *big.Int) ([]byte, error) {
	return ruleSet.abi.Pack("lock", account, until)
}

// PackLockedUntil is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9bc289f1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function lockedUntil(address account) view returns(uint40)
func (ruleSet *RuleSet) PackLockedUntil(account common.Address) []byte {
	enc, err := ruleSet.abi.Pack("lockedUntil", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLockedUntil is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9bc289f1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function lockedUntil(address account) view returns(uint40)
func (ruleSet *RuleSet) TryPackLockedUntil(account common.Address) ([]byte, error) {
	return ruleSet.abi.Pack("lockedUntil", account)
}

// UnpackLockedUntil is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9bc289f1.
//
// Solidity: function lockedUntil(address account) view returns(uint40)
func (ruleSet *RuleSet) UnpackLockedUntil(data []byte) (*big.Int, error) {
	out, err := ruleSet.abi.Unpack("lockedUntil", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMessage is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb466536a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function message(uint8 code) view returns(string)
func (ruleSet *RuleSet) PackMessage(code uint8) []byte {
	enc, err := ruleSet.abi.Pack("message", code)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMessage is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb466536a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function message(uint8 code) view returns(string)
func (ruleSet *RuleSet) TryPackMessage(code uint8) ([]byte, error) {
	return ruleSet.abi.Pack("message", code)
}

// UnpackMessage is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb466536a.
//
// Solidity: function message(uint8 code) view returns(string)
func (ruleSet *RuleSet) UnpackMessage(data []byte) (string, error) {
	out, err := ruleSet.abi.Unpack("message", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackMoved is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x75a096ba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function moved(uint8 kind, address , address from, address to, uint256 v) returns()
func (ruleSet *RuleSet) PackMoved(kind uint8, arg1 common.Address, from common.Address, to common.Address, v *big.Int) []byte {
	enc, err := ruleSet.abi.Pack("moved", kind, arg1, from, to, v)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMoved is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x75a096ba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function moved(uint8 kind, address , address from, address to, uint256 v) returns()
func (ruleSet *RuleSet) TryPackMoved(kind uint8, arg1 common.Address, from common.Address, to common.Address, v *big.Int) ([]byte, error) {
	return ruleSet.abi.Pack("moved", kind, arg1, from, to, v)
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (ruleSet *RuleSet) PackOwner() []byte {
	enc, err := ruleSet.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (ruleSet *RuleSet) TryPackOwner() ([]byte, error) {
	return ruleSet.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (ruleSet *RuleSet) UnpackOwner(data []byte) (common.Address, error) {
	out, err := ruleSet.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRegistry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7b103999.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registry() view returns(address)
func (ruleSet *RuleSet) PackRegistry() []byte {
	enc, err := ruleSet.abi.Pack("registry")
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
func (ruleSet *RuleSet) TryPackRegistry() ([]byte, error) {
	return ruleSet.abi.Pack("registry")
}

// UnpackRegistry is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7b103999.
//
// Solidity: function registry() view returns(address)
func (ruleSet *RuleSet) UnpackRegistry(data []byte) (common.Address, error) {
	out, err := ruleSet.abi.Unpack("registry", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36568abe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceRole(bytes32 role, address callerConfirmation) returns()
func (ruleSet *RuleSet) PackRenounceRole(role [32]byte, callerConfirmation common.Address) []byte {
	enc, err := ruleSet.abi.Pack("renounceRole", role, callerConfirmation)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36568abe.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceRole(bytes32 role, address callerConfirmation) returns()
func (ruleSet *RuleSet) TryPackRenounceRole(role [32]byte, callerConfirmation common.Address) ([]byte, error) {
	return ruleSet.abi.Pack("renounceRole", role, callerConfirmation)
}

// PackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (ruleSet *RuleSet) PackRevokeRole(role [32]byte, account common.Address) []byte {
	enc, err := ruleSet.abi.Pack("revokeRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (ruleSet *RuleSet) TryPackRevokeRole(role [32]byte, account common.Address) ([]byte, error) {
	return ruleSet.abi.Pack("revokeRole", role, account)
}

// PackSetCountries is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2aeb31ce.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setCountries(uint16[] countries, bool listed) returns()
func (ruleSet *RuleSet) PackSetCountries(countries []uint16, listed bool) []byte {
	enc, err := ruleSet.abi.Pack("setCountries", countries, listed)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetCountries is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2aeb31ce.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setCountries(uint16[] countries, bool listed) returns()
func (ruleSet *RuleSet) TryPackSetCountries(countries []uint16, listed bool) ([]byte, error) {
	return ruleSet.abi.Pack("setCountries", countries, listed)
}

// PackSetCountryMaximum is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x922fc588.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setCountryMaximum(uint16 country, uint32 most) returns()
func (ruleSet *RuleSet) PackSetCountryMaximum(country uint16, most uint32) []byte {
	enc, err := ruleSet.abi.Pack("setCountryMaximum", country, most)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetCountryMaximum is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x922fc588.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setCountryMaximum(uint16 country, uint32 most) returns()
func (ruleSet *RuleSet) TryPackSetCountryMaximum(country uint16, most uint32) ([]byte, error) {
	return ruleSet.abi.Pack("setCountryMaximum", country, most)
}

// PackSetTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x68454ad0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setTerms((uint80,bool,uint32,uint40,uint40,uint40,uint32,uint128,uint128,uint16) newTerms) returns()
func (ruleSet *RuleSet) PackSetTerms(newTerms IRuleSetTerms) []byte {
	enc, err := ruleSet.abi.Pack("setTerms", newTerms)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x68454ad0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setTerms((uint80,bool,uint32,uint40,uint40,uint40,uint32,uint128,uint128,uint16) newTerms) returns()
func (ruleSet *RuleSet) TryPackSetTerms(newTerms IRuleSetTerms) ([]byte, error) {
	return ruleSet.abi.Pack("setTerms", newTerms)
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 id) view returns(bool)
func (ruleSet *RuleSet) PackSupportsInterface(id [4]byte) []byte {
	enc, err := ruleSet.abi.Pack("supportsInterface", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function supportsInterface(bytes4 id) view returns(bool)
func (ruleSet *RuleSet) TryPackSupportsInterface(id [4]byte) ([]byte, error) {
	return ruleSet.abi.Pack("supportsInterface", id)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 id) view returns(bool)
func (ruleSet *RuleSet) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := ruleSet.abi.Unpack("supportsInterface", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackSync is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd195a755.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function sync(address[] accounts) returns()
func (ruleSet *RuleSet) PackSync(accounts []common.Address) []byte {
	enc, err := ruleSet.abi.Pack("sync", accounts)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSync is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd195a755.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function sync(address[] accounts) returns()
func (ruleSet *RuleSet) TryPackSync(accounts []common.Address) ([]byte, error) {
	return ruleSet.abi.Pack("sync", accounts)
}

// PackTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd5025625.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function terms() view returns((uint80,bool,uint32,uint40,uint40,uint40,uint32,uint128,uint128,uint16))
func (ruleSet *RuleSet) PackTerms() []byte {
	enc, err := ruleSet.abi.Pack("terms")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd5025625.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function terms() view returns((uint80,bool,uint32,uint40,uint40,uint40,uint32,uint128,uint128,uint16))
func (ruleSet *RuleSet) TryPackTerms() ([]byte, error) {
	return ruleSet.abi.Pack("terms")
}

// UnpackTerms is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd5025625.
//
// Solidity: function terms() view returns((uint80,bool,uint32,uint40,uint40,uint40,uint32,uint128,uint128,uint16))
func (ruleSet *RuleSet) UnpackTerms(data []byte) (IRuleSetTerms, error) {
	out, err := ruleSet.abi.Unpack("terms", data)
	if err != nil {
		return *new(IRuleSetTerms), err
	}
	out0 := *abi.ConvertType(out[0], new(IRuleSetTerms)).(*IRuleSetTerms)
	return out0, nil
}

// PackToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc0c546a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function token() view returns(address)
func (ruleSet *RuleSet) PackToken() []byte {
	enc, err := ruleSet.abi.Pack("token")
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
func (ruleSet *RuleSet) TryPackToken() ([]byte, error) {
	return ruleSet.abi.Pack("token")
}

// UnpackToken is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfc0c546a.
//
// Solidity: function token() view returns(address)
func (ruleSet *RuleSet) UnpackToken(data []byte) (common.Address, error) {
	out, err := ruleSet.abi.Unpack("token", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// RuleSetCountriesSet represents a CountriesSet event raised by the RuleSet contract.
type RuleSetCountriesSet struct {
	Countries []uint16
	Listed    bool
	Operator  common.Address
	Raw       *types.Log // Blockchain specific contextual infos
}

const RuleSetCountriesSetEventName = "CountriesSet"

// ContractEventName returns the user-defined event name.
func (RuleSetCountriesSet) ContractEventName() string {
	return RuleSetCountriesSetEventName
}

// UnpackCountriesSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CountriesSet(uint16[] countries, bool listed, address indexed operator)
func (ruleSet *RuleSet) UnpackCountriesSetEvent(log *types.Log) (*RuleSetCountriesSet, error) {
	event := "CountriesSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ruleSet.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RuleSetCountriesSet)
	if len(log.Data) > 0 {
		if err := ruleSet.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ruleSet.abi.Events[event].Inputs {
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

// RuleSetCountryMaximumSet represents a CountryMaximumSet event raised by the RuleSet contract.
type RuleSetCountryMaximumSet struct {
	Country  uint16
	Most     uint32
	Operator common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const RuleSetCountryMaximumSetEventName = "CountryMaximumSet"

// ContractEventName returns the user-defined event name.
func (RuleSetCountryMaximumSet) ContractEventName() string {
	return RuleSetCountryMaximumSetEventName
}

// UnpackCountryMaximumSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CountryMaximumSet(uint16 indexed country, uint32 most, address indexed operator)
func (ruleSet *RuleSet) UnpackCountryMaximumSetEvent(log *types.Log) (*RuleSetCountryMaximumSet, error) {
	event := "CountryMaximumSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ruleSet.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RuleSetCountryMaximumSet)
	if len(log.Data) > 0 {
		if err := ruleSet.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ruleSet.abi.Events[event].Inputs {
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

// RuleSetHolderLocked represents a HolderLocked event raised by the RuleSet contract.
type RuleSetHolderLocked struct {
	Account  common.Address
	Until    *big.Int
	Operator common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const RuleSetHolderLockedEventName = "HolderLocked"

// ContractEventName returns the user-defined event name.
func (RuleSetHolderLocked) ContractEventName() string {
	return RuleSetHolderLockedEventName
}

// UnpackHolderLockedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event HolderLocked(address indexed account, uint40 until, address indexed operator)
func (ruleSet *RuleSet) UnpackHolderLockedEvent(log *types.Log) (*RuleSetHolderLocked, error) {
	event := "HolderLocked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ruleSet.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RuleSetHolderLocked)
	if len(log.Data) > 0 {
		if err := ruleSet.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ruleSet.abi.Events[event].Inputs {
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

// RuleSetRoleAdminChanged represents a RoleAdminChanged event raised by the RuleSet contract.
type RuleSetRoleAdminChanged struct {
	Role              [32]byte
	PreviousAdminRole [32]byte
	NewAdminRole      [32]byte
	Raw               *types.Log // Blockchain specific contextual infos
}

const RuleSetRoleAdminChangedEventName = "RoleAdminChanged"

// ContractEventName returns the user-defined event name.
func (RuleSetRoleAdminChanged) ContractEventName() string {
	return RuleSetRoleAdminChangedEventName
}

// UnpackRoleAdminChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleAdminChanged(bytes32 indexed role, bytes32 indexed previousAdminRole, bytes32 indexed newAdminRole)
func (ruleSet *RuleSet) UnpackRoleAdminChangedEvent(log *types.Log) (*RuleSetRoleAdminChanged, error) {
	event := "RoleAdminChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ruleSet.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RuleSetRoleAdminChanged)
	if len(log.Data) > 0 {
		if err := ruleSet.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ruleSet.abi.Events[event].Inputs {
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

// RuleSetRoleGranted represents a RoleGranted event raised by the RuleSet contract.
type RuleSetRoleGranted struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const RuleSetRoleGrantedEventName = "RoleGranted"

// ContractEventName returns the user-defined event name.
func (RuleSetRoleGranted) ContractEventName() string {
	return RuleSetRoleGrantedEventName
}

// UnpackRoleGrantedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)
func (ruleSet *RuleSet) UnpackRoleGrantedEvent(log *types.Log) (*RuleSetRoleGranted, error) {
	event := "RoleGranted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ruleSet.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RuleSetRoleGranted)
	if len(log.Data) > 0 {
		if err := ruleSet.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ruleSet.abi.Events[event].Inputs {
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

// RuleSetRoleRevoked represents a RoleRevoked event raised by the RuleSet contract.
type RuleSetRoleRevoked struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const RuleSetRoleRevokedEventName = "RoleRevoked"

// ContractEventName returns the user-defined event name.
func (RuleSetRoleRevoked) ContractEventName() string {
	return RuleSetRoleRevokedEventName
}

// UnpackRoleRevokedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)
func (ruleSet *RuleSet) UnpackRoleRevokedEvent(log *types.Log) (*RuleSetRoleRevoked, error) {
	event := "RoleRevoked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ruleSet.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RuleSetRoleRevoked)
	if len(log.Data) > 0 {
		if err := ruleSet.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ruleSet.abi.Events[event].Inputs {
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

// RuleSetTermsSet represents a TermsSet event raised by the RuleSet contract.
type RuleSetTermsSet struct {
	Terms    IRuleSetTerms
	Operator common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const RuleSetTermsSetEventName = "TermsSet"

// ContractEventName returns the user-defined event name.
func (RuleSetTermsSet) ContractEventName() string {
	return RuleSetTermsSetEventName
}

// UnpackTermsSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TermsSet((uint80,bool,uint32,uint40,uint40,uint40,uint32,uint128,uint128,uint16) terms, address indexed operator)
func (ruleSet *RuleSet) UnpackTermsSetEvent(log *types.Log) (*RuleSetTermsSet, error) {
	event := "TermsSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ruleSet.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RuleSetTermsSet)
	if len(log.Data) > 0 {
		if err := ruleSet.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ruleSet.abi.Events[event].Inputs {
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

// RuleSetTransferApproved represents a TransferApproved event raised by the RuleSet contract.
type RuleSetTransferApproved struct {
	From     common.Address
	To       common.Address
	Value    *big.Int
	Until    *big.Int
	Operator common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const RuleSetTransferApprovedEventName = "TransferApproved"

// ContractEventName returns the user-defined event name.
func (RuleSetTransferApproved) ContractEventName() string {
	return RuleSetTransferApprovedEventName
}

// UnpackTransferApprovedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TransferApproved(address indexed from, address indexed to, uint256 value, uint40 until, address indexed operator)
func (ruleSet *RuleSet) UnpackTransferApprovedEvent(log *types.Log) (*RuleSetTransferApproved, error) {
	event := "TransferApproved"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ruleSet.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RuleSetTransferApproved)
	if len(log.Data) > 0 {
		if err := ruleSet.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ruleSet.abi.Events[event].Inputs {
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
func (ruleSet *RuleSet) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], ruleSet.abi.Errors["AccessControlBadConfirmation"].ID.Bytes()[:4]) {
		return ruleSet.UnpackAccessControlBadConfirmationError(raw[4:])
	}
	if bytes.Equal(raw[:4], ruleSet.abi.Errors["AccessControlUnauthorizedAccount"].ID.Bytes()[:4]) {
		return ruleSet.UnpackAccessControlUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], ruleSet.abi.Errors["CountryInvalid"].ID.Bytes()[:4]) {
		return ruleSet.UnpackCountryInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], ruleSet.abi.Errors["IssuerInvalid"].ID.Bytes()[:4]) {
		return ruleSet.UnpackIssuerInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], ruleSet.abi.Errors["KindsFixed"].ID.Bytes()[:4]) {
		return ruleSet.UnpackKindsFixedError(raw[4:])
	}
	if bytes.Equal(raw[:4], ruleSet.abi.Errors["NotToken"].ID.Bytes()[:4]) {
		return ruleSet.UnpackNotTokenError(raw[4:])
	}
	if bytes.Equal(raw[:4], ruleSet.abi.Errors["RegistryInvalid"].ID.Bytes()[:4]) {
		return ruleSet.UnpackRegistryInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], ruleSet.abi.Errors["TokenInvalid"].ID.Bytes()[:4]) {
		return ruleSet.UnpackTokenInvalidError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// RuleSetAccessControlBadConfirmation represents a AccessControlBadConfirmation error raised by the RuleSet contract.
type RuleSetAccessControlBadConfirmation struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlBadConfirmation()
func RuleSetAccessControlBadConfirmationErrorID() common.Hash {
	return common.HexToHash("0x6697b23232a647058342c0724fe7c415cab25915b54e5dbc03f233173d37b41c")
}

// UnpackAccessControlBadConfirmationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlBadConfirmation()
func (ruleSet *RuleSet) UnpackAccessControlBadConfirmationError(raw []byte) (*RuleSetAccessControlBadConfirmation, error) {
	out := new(RuleSetAccessControlBadConfirmation)
	if err := ruleSet.abi.UnpackIntoInterface(out, "AccessControlBadConfirmation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RuleSetAccessControlUnauthorizedAccount represents a AccessControlUnauthorizedAccount error raised by the RuleSet contract.
type RuleSetAccessControlUnauthorizedAccount struct {
	Account    common.Address
	NeededRole [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func RuleSetAccessControlUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0xe2517d3fbfae6f8515ef5ff1ccedc3933ab0cbbda0b492c06eb54ad10ef03b3e")
}

// UnpackAccessControlUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func (ruleSet *RuleSet) UnpackAccessControlUnauthorizedAccountError(raw []byte) (*RuleSetAccessControlUnauthorizedAccount, error) {
	out := new(RuleSetAccessControlUnauthorizedAccount)
	if err := ruleSet.abi.UnpackIntoInterface(out, "AccessControlUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RuleSetCountryInvalid represents a CountryInvalid error raised by the RuleSet contract.
type RuleSetCountryInvalid struct {
	Country uint16
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CountryInvalid(uint16 country)
func RuleSetCountryInvalidErrorID() common.Hash {
	return common.HexToHash("0xfbb8d103f7c369becdcc7aab320b44cda2711bb29e27895366fef7b395c7a330")
}

// UnpackCountryInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CountryInvalid(uint16 country)
func (ruleSet *RuleSet) UnpackCountryInvalidError(raw []byte) (*RuleSetCountryInvalid, error) {
	out := new(RuleSetCountryInvalid)
	if err := ruleSet.abi.UnpackIntoInterface(out, "CountryInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RuleSetIssuerInvalid represents a IssuerInvalid error raised by the RuleSet contract.
type RuleSetIssuerInvalid struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error IssuerInvalid()
func RuleSetIssuerInvalidErrorID() common.Hash {
	return common.HexToHash("0x6c6b3925714c710423c7bb35d01f627a5d94ccb17a312b57cca266447cbba23d")
}

// UnpackIssuerInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error IssuerInvalid()
func (ruleSet *RuleSet) UnpackIssuerInvalidError(raw []byte) (*RuleSetIssuerInvalid, error) {
	out := new(RuleSetIssuerInvalid)
	if err := ruleSet.abi.UnpackIntoInterface(out, "IssuerInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RuleSetKindsFixed represents a KindsFixed error raised by the RuleSet contract.
type RuleSetKindsFixed struct {
	Kinds *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error KindsFixed(uint80 kinds)
func RuleSetKindsFixedErrorID() common.Hash {
	return common.HexToHash("0x1ea2d05f5348ae19b2c23c33f91e183ceb7f75be12477d016319fef924e4d896")
}

// UnpackKindsFixedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error KindsFixed(uint80 kinds)
func (ruleSet *RuleSet) UnpackKindsFixedError(raw []byte) (*RuleSetKindsFixed, error) {
	out := new(RuleSetKindsFixed)
	if err := ruleSet.abi.UnpackIntoInterface(out, "KindsFixed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RuleSetNotToken represents a NotToken error raised by the RuleSet contract.
type RuleSetNotToken struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotToken(address account)
func RuleSetNotTokenErrorID() common.Hash {
	return common.HexToHash("0x013fb14a52a49b5e63eefe78039e00b7078e51e9e93f81ff067b4a729ac3388e")
}

// UnpackNotTokenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotToken(address account)
func (ruleSet *RuleSet) UnpackNotTokenError(raw []byte) (*RuleSetNotToken, error) {
	out := new(RuleSetNotToken)
	if err := ruleSet.abi.UnpackIntoInterface(out, "NotToken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RuleSetRegistryInvalid represents a RegistryInvalid error raised by the RuleSet contract.
type RuleSetRegistryInvalid struct {
	Registry common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RegistryInvalid(address registry)
func RuleSetRegistryInvalidErrorID() common.Hash {
	return common.HexToHash("0x55ab80a4c2495f83a0f284694756960b05e883887d569cad738740d882cdf2cd")
}

// UnpackRegistryInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RegistryInvalid(address registry)
func (ruleSet *RuleSet) UnpackRegistryInvalidError(raw []byte) (*RuleSetRegistryInvalid, error) {
	out := new(RuleSetRegistryInvalid)
	if err := ruleSet.abi.UnpackIntoInterface(out, "RegistryInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RuleSetTokenInvalid represents a TokenInvalid error raised by the RuleSet contract.
type RuleSetTokenInvalid struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TokenInvalid(address token)
func RuleSetTokenInvalidErrorID() common.Hash {
	return common.HexToHash("0xd4c6aa81aac14bf44ad92ecfbe42f36dae9475021d16e6f5f76554509c0930b9")
}

// UnpackTokenInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TokenInvalid(address token)
func (ruleSet *RuleSet) UnpackTokenInvalidError(raw []byte) (*RuleSetTokenInvalid, error) {
	out := new(RuleSetTokenInvalid)
	if err := ruleSet.abi.UnpackIntoInterface(out, "TokenInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}
