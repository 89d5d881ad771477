// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package bindings

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

// KycRegistryMetaData contains all meta data concerning the KycRegistry contract.
var KycRegistryMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"issuer\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"AccessControlBadConfirmation\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"neededRole\",\"type\":\"bytes32\"}],\"name\":\"AccessControlUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"AccountInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"AlreadyWhitelisted\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"EntryInvalid\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"IssuerInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"accounts\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entries\",\"type\":\"uint256\"}],\"name\":\"LengthMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"NotWhitelisted\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"lost\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"fresh\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"document\",\"type\":\"bytes32\"}],\"name\":\"EntryMoved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"entry\",\"type\":\"uint256\"}],\"name\":\"EntrySet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"previousAdminRole\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"newAdminRole\",\"type\":\"bytes32\"}],\"name\":\"RoleAdminChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"RoleGranted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"RoleRevoked\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"entries\",\"type\":\"uint256\"}],\"name\":\"Written\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"DEFAULT_ADMIN_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"REGISTRAR_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"accounts\",\"type\":\"address[]\"},{\"internalType\":\"uint256[]\",\"name\":\"entries\",\"type\":\"uint256[]\"}],\"name\":\"batchSet\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"canReceive\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"canSend\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"kind\",\"type\":\"uint8\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"name\":\"check\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"count\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"entry\",\"outputs\":[{\"internalType\":\"uint40\",\"name\":\"expiry\",\"type\":\"uint40\"},{\"internalType\":\"uint16\",\"name\":\"country\",\"type\":\"uint16\"},{\"internalType\":\"uint32\",\"name\":\"classes\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"},{\"internalType\":\"uint128\",\"name\":\"investor\",\"type\":\"uint128\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"}],\"name\":\"getRoleAdmin\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"grantRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"hasRole\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"accounts\",\"type\":\"address[]\"}],\"name\":\"indexesOf\",\"outputs\":[{\"internalType\":\"uint256[]\",\"name\":\"indexes\",\"type\":\"uint256[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"isWhitelisted\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"kinds\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"code\",\"type\":\"uint8\"}],\"name\":\"message\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"lost\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"fresh\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"document\",\"type\":\"bytes32\"}],\"name\":\"move\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"name\":\"moved\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"callerConfirmation\",\"type\":\"address\"}],\"name\":\"renounceRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"revokeRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"whitelisted\",\"type\":\"bool\"}],\"name\":\"setWhitelisted\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes4\",\"name\":\"id\",\"type\":\"bytes4\"}],\"name\":\"supportsInterface\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "KycRegistry",
}

// KycRegistry is an auto generated Go binding around an Ethereum contract.
type KycRegistry struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *KycRegistry) GetABI() abi.ABI {
	return c.abi
}

// NewKycRegistry creates a new instance of KycRegistry.
func NewKycRegistry() *KycRegistry {
	parsed, err := KycRegistryMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &KycRegistry{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *KycRegistry) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address issuer) returns()
func (kycRegistry *KycRegistry) PackConstructor(issuer common.Address) []byte {
	enc, err := kycRegistry.abi.Pack("", issuer)
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
func (kycRegistry *KycRegistry) PackDEFAULTADMINROLE() []byte {
	enc, err := kycRegistry.abi.Pack("DEFAULT_ADMIN_ROLE")
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
func (kycRegistry *KycRegistry) TryPackDEFAULTADMINROLE() ([]byte, error) {
	return kycRegistry.abi.Pack("DEFAULT_ADMIN_ROLE")
}

// UnpackDEFAULTADMINROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa217fddf.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (kycRegistry *KycRegistry) UnpackDEFAULTADMINROLE(data []byte) ([32]byte, error) {
	out, err := kycRegistry.abi.Unpack("DEFAULT_ADMIN_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackREGISTRARROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf68e9553.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function REGISTRAR_ROLE() view returns(bytes32)
func (kycRegistry *KycRegistry) PackREGISTRARROLE() []byte {
	enc, err := kycRegistry.abi.Pack("REGISTRAR_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackREGISTRARROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf68e9553.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function REGISTRAR_ROLE() view returns(bytes32)
func (kycRegistry *KycRegistry) TryPackREGISTRARROLE() ([]byte, error) {
	return kycRegistry.abi.Pack("REGISTRAR_ROLE")
}

// UnpackREGISTRARROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf68e9553.
//
// Solidity: function REGISTRAR_ROLE() view returns(bytes32)
func (kycRegistry *KycRegistry) UnpackREGISTRARROLE(data []byte) ([32]byte, error) {
	out, err := kycRegistry.abi.Unpack("REGISTRAR_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackBatchSet is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x245570fc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function batchSet(address[] accounts, uint256[] entries) returns()
func (kycRegistry *KycRegistry) PackBatchSet(accounts []common.Address, entries []*big.Int) []byte {
	enc, err := kycRegistry.abi.Pack("batchSet", accounts, entries)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBatchSet is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x245570fc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function batchSet(address[] accounts, uint256[] entries) returns()
func (kycRegistry *KycRegistry) TryPackBatchSet(accounts []common.Address, entries []*big.Int) ([]byte, error) {
	return kycRegistry.abi.Pack("batchSet", accounts, entries)
}

// PackCanReceive is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x90d370ba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function canReceive(address account) view returns(bool)
func (kycRegistry *KycRegistry) PackCanReceive(account common.Address) []byte {
	enc, err := kycRegistry.abi.Pack("canReceive", account)
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
func (kycRegistry *KycRegistry) TryPackCanReceive(account common.Address) ([]byte, error) {
	return kycRegistry.abi.Pack("canReceive", account)
}

// UnpackCanReceive is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x90d370ba.
//
// Solidity: function canReceive(address account) view returns(bool)
func (kycRegistry *KycRegistry) UnpackCanReceive(data []byte) (bool, error) {
	out, err := kycRegistry.abi.Unpack("canReceive", data)
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
func (kycRegistry *KycRegistry) PackCanSend(account common.Address) []byte {
	enc, err := kycRegistry.abi.Pack("canSend", account)
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
func (kycRegistry *KycRegistry) TryPackCanSend(account common.Address) ([]byte, error) {
	return kycRegistry.abi.Pack("canSend", account)
}

// UnpackCanSend is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2bc06a92.
//
// Solidity: function canSend(address account) view returns(bool)
func (kycRegistry *KycRegistry) UnpackCanSend(data []byte) (bool, error) {
	out, err := kycRegistry.abi.Unpack("canSend", data)
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
// Solidity: function check(uint8 kind, address , address from, address to, uint256 ) view returns(uint8)
func (kycRegistry *KycRegistry) PackCheck(kind uint8, arg1 common.Address, from common.Address, to common.Address, arg4 *big.Int) []byte {
	enc, err := kycRegistry.abi.Pack("check", kind, arg1, from, to, arg4)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCheck is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x05425cba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function check(uint8 kind, address , address from, address to, uint256 ) view returns(uint8)
func (kycRegistry *KycRegistry) TryPackCheck(kind uint8, arg1 common.Address, from common.Address, to common.Address, arg4 *big.Int) ([]byte, error) {
	return kycRegistry.abi.Pack("check", kind, arg1, from, to, arg4)
}

// UnpackCheck is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x05425cba.
//
// Solidity: function check(uint8 kind, address , address from, address to, uint256 ) view returns(uint8)
func (kycRegistry *KycRegistry) UnpackCheck(data []byte) (uint8, error) {
	out, err := kycRegistry.abi.Unpack("check", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06661abd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function count() view returns(uint256)
func (kycRegistry *KycRegistry) PackCount() []byte {
	enc, err := kycRegistry.abi.Pack("count")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06661abd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function count() view returns(uint256)
func (kycRegistry *KycRegistry) TryPackCount() ([]byte, error) {
	return kycRegistry.abi.Pack("count")
}

// UnpackCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06661abd.
//
// Solidity: function count() view returns(uint256)
func (kycRegistry *KycRegistry) UnpackCount(data []byte) (*big.Int, error) {
	out, err := kycRegistry.abi.Unpack("count", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackEntry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xafb2ee73.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function entry(address account) view returns(uint40 expiry, uint16 country, uint32 classes, uint32 index, uint128 investor)
func (kycRegistry *KycRegistry) PackEntry(account common.Address) []byte {
	enc, err := kycRegistry.abi.Pack("entry", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEntry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xafb2ee73.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function entry(address account) view returns(uint40 expiry, uint16 country, uint32 classes, uint32 index, uint128 investor)
func (kycRegistry *KycRegistry) TryPackEntry(account common.Address) ([]byte, error) {
	return kycRegistry.abi.Pack("entry", account)
}

// EntryOutput serves as a container for the return parameters of contract
// method Entry.
type EntryOutput struct {
	Expiry   *big.Int
	Country  uint16
	Classes  uint32
	Index    uint32
	Investor *big.Int
}

// UnpackEntry is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xafb2ee73.
//
// Solidity: function entry(address account) view returns(uint40 expiry, uint16 country, uint32 classes, uint32 index, uint128 investor)
func (kycRegistry *KycRegistry) UnpackEntry(data []byte) (EntryOutput, error) {
	out, err := kycRegistry.abi.Unpack("entry", data)
	outstruct := new(EntryOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Expiry = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Country = *abi.ConvertType(out[1], new(uint16)).(*uint16)
	outstruct.Classes = *abi.ConvertType(out[2], new(uint32)).(*uint32)
	outstruct.Index = *abi.ConvertType(out[3], new(uint32)).(*uint32)
	outstruct.Investor = abi.ConvertType(out[4], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (kycRegistry *KycRegistry) PackGetRoleAdmin(role [32]byte) []byte {
	enc, err := kycRegistry.abi.Pack("getRoleAdmin", role)
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
func (kycRegistry *KycRegistry) TryPackGetRoleAdmin(role [32]byte) ([]byte, error) {
	return kycRegistry.abi.Pack("getRoleAdmin", role)
}

// UnpackGetRoleAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x248a9ca3.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (kycRegistry *KycRegistry) UnpackGetRoleAdmin(data []byte) ([32]byte, error) {
	out, err := kycRegistry.abi.Unpack("getRoleAdmin", data)
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
func (kycRegistry *KycRegistry) PackGrantRole(role [32]byte, account common.Address) []byte {
	enc, err := kycRegistry.abi.Pack("grantRole", role, account)
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
func (kycRegistry *KycRegistry) TryPackGrantRole(role [32]byte, account common.Address) ([]byte, error) {
	return kycRegistry.abi.Pack("grantRole", role, account)
}

// PackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (kycRegistry *KycRegistry) PackHasRole(role [32]byte, account common.Address) []byte {
	enc, err := kycRegistry.abi.Pack("hasRole", role, account)
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
func (kycRegistry *KycRegistry) TryPackHasRole(role [32]byte, account common.Address) ([]byte, error) {
	return kycRegistry.abi.Pack("hasRole", role, account)
}

// UnpackHasRole is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x91d14854.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (kycRegistry *KycRegistry) UnpackHasRole(data []byte) (bool, error) {
	out, err := kycRegistry.abi.Unpack("hasRole", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIndexesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0a2798bb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function indexesOf(address[] accounts) view returns(uint256[] indexes)
func (kycRegistry *KycRegistry) PackIndexesOf(accounts []common.Address) []byte {
	enc, err := kycRegistry.abi.Pack("indexesOf", accounts)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIndexesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0a2798bb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function indexesOf(address[] accounts) view returns(uint256[] indexes)
func (kycRegistry *KycRegistry) TryPackIndexesOf(accounts []common.Address) ([]byte, error) {
	return kycRegistry.abi.Pack("indexesOf", accounts)
}

// UnpackIndexesOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0a2798bb.
//
// Solidity: function indexesOf(address[] accounts) view returns(uint256[] indexes)
func (kycRegistry *KycRegistry) UnpackIndexesOf(data []byte) ([]*big.Int, error) {
	out, err := kycRegistry.abi.Unpack("indexesOf", data)
	if err != nil {
		return *new([]*big.Int), err
	}
	out0 := *abi.ConvertType(out[0], new([]*big.Int)).(*[]*big.Int)
	return out0, nil
}

// PackIsWhitelisted is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3af32abf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isWhitelisted(address account) view returns(bool)
func (kycRegistry *KycRegistry) PackIsWhitelisted(account common.Address) []byte {
	enc, err := kycRegistry.abi.Pack("isWhitelisted", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsWhitelisted is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3af32abf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isWhitelisted(address account) view returns(bool)
func (kycRegistry *KycRegistry) TryPackIsWhitelisted(account common.Address) ([]byte, error) {
	return kycRegistry.abi.Pack("isWhitelisted", account)
}

// UnpackIsWhitelisted is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3af32abf.
//
// Solidity: function isWhitelisted(address account) view returns(bool)
func (kycRegistry *KycRegistry) UnpackIsWhitelisted(data []byte) (bool, error) {
	out, err := kycRegistry.abi.Unpack("isWhitelisted", data)
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
// Solidity: function kinds() pure returns(uint8)
func (kycRegistry *KycRegistry) PackKinds() []byte {
	enc, err := kycRegistry.abi.Pack("kinds")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackKinds is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x744ebfd6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function kinds() pure returns(uint8)
func (kycRegistry *KycRegistry) TryPackKinds() ([]byte, error) {
	return kycRegistry.abi.Pack("kinds")
}

// UnpackKinds is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x744ebfd6.
//
// Solidity: function kinds() pure returns(uint8)
func (kycRegistry *KycRegistry) UnpackKinds(data []byte) (uint8, error) {
	out, err := kycRegistry.abi.Unpack("kinds", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackMessage is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb466536a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function message(uint8 code) pure returns(string)
func (kycRegistry *KycRegistry) PackMessage(code uint8) []byte {
	enc, err := kycRegistry.abi.Pack("message", code)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMessage is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb466536a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function message(uint8 code) pure returns(string)
func (kycRegistry *KycRegistry) TryPackMessage(code uint8) ([]byte, error) {
	return kycRegistry.abi.Pack("message", code)
}

// UnpackMessage is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb466536a.
//
// Solidity: function message(uint8 code) pure returns(string)
func (kycRegistry *KycRegistry) UnpackMessage(data []byte) (string, error) {
	out, err := kycRegistry.abi.Unpack("message", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackMove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5b68950b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function move(address lost, address fresh, bytes32 document) returns()
func (kycRegistry *KycRegistry) PackMove(lost common.Address, fresh common.Address, document [32]byte) []byte {
	enc, err := kycRegistry.abi.Pack("move", lost, fresh, document)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5b68950b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function move(address lost, address fresh, bytes32 document) returns()
func (kycRegistry *KycRegistry) TryPackMove(lost common.Address, fresh common.Address, document [32]byte) ([]byte, error) {
	return kycRegistry.abi.Pack("move", lost, fresh, document)
}

// PackMoved is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x75a096ba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function moved(uint8 , address , address , address , uint256 ) returns()
func (kycRegistry *KycRegistry) PackMoved(arg0 uint8, arg1 common.Address, arg2 common.Address, arg3 common.Address, arg4 *big.Int) []byte {
	enc, err := kycRegistry.abi.Pack("moved", arg0, arg1, arg2, arg3, arg4)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMoved is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x75a096ba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function moved(uint8 , address , address , address , uint256 ) returns()
func (kycRegistry *KycRegistry) TryPackMoved(arg0 uint8, arg1 common.Address, arg2 common.Address, arg3 common.Address, arg4 *big.Int) ([]byte, error) {
	return kycRegistry.abi.Pack("moved", arg0, arg1, arg2, arg3, arg4)
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (kycRegistry *KycRegistry) PackOwner() []byte {
	enc, err := kycRegistry.abi.Pack("owner")
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
func (kycRegistry *KycRegistry) TryPackOwner() ([]byte, error) {
	return kycRegistry.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (kycRegistry *KycRegistry) UnpackOwner(data []byte) (common.Address, error) {
	out, err := kycRegistry.abi.Unpack("owner", data)
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
func (kycRegistry *KycRegistry) PackRenounceRole(role [32]byte, callerConfirmation common.Address) []byte {
	enc, err := kycRegistry.abi.Pack("renounceRole", role, callerConfirmation)
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
func (kycRegistry *KycRegistry) TryPackRenounceRole(role [32]byte, callerConfirmation common.Address) ([]byte, error) {
	return kycRegistry.abi.Pack("renounceRole", role, callerConfirmation)
}

// PackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (kycRegistry *KycRegistry) PackRevokeRole(role [32]byte, account common.Address) []byte {
	enc, err := kycRegistry.abi.Pack("revokeRole", role, account)
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
func (kycRegistry *KycRegistry) TryPackRevokeRole(role [32]byte, account common.Address) ([]byte, error) {
	return kycRegistry.abi.Pack("revokeRole", role, account)
}

// PackSetWhitelisted is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9281aa0b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setWhitelisted(address account, bool whitelisted) returns()
func (kycRegistry *KycRegistry) PackSetWhitelisted(account common.Address, whitelisted bool) []byte {
	enc, err := kycRegistry.abi.Pack("setWhitelisted", account, whitelisted)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetWhitelisted is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9281aa0b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setWhitelisted(address account, bool whitelisted) returns()
func (kycRegistry *KycRegistry) TryPackSetWhitelisted(account common.Address, whitelisted bool) ([]byte, error) {
	return kycRegistry.abi.Pack("setWhitelisted", account, whitelisted)
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 id) view returns(bool)
func (kycRegistry *KycRegistry) PackSupportsInterface(id [4]byte) []byte {
	enc, err := kycRegistry.abi.Pack("supportsInterface", id)
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
func (kycRegistry *KycRegistry) TryPackSupportsInterface(id [4]byte) ([]byte, error) {
	return kycRegistry.abi.Pack("supportsInterface", id)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 id) view returns(bool)
func (kycRegistry *KycRegistry) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := kycRegistry.abi.Unpack("supportsInterface", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// KycRegistryEntryMoved represents a EntryMoved event raised by the KycRegistry contract.
type KycRegistryEntryMoved struct {
	Lost     common.Address
	Fresh    common.Address
	Operator common.Address
	Document [32]byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const KycRegistryEntryMovedEventName = "EntryMoved"

// ContractEventName returns the user-defined event name.
func (KycRegistryEntryMoved) ContractEventName() string {
	return KycRegistryEntryMovedEventName
}

// UnpackEntryMovedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EntryMoved(address indexed lost, address indexed fresh, address indexed operator, bytes32 document)
func (kycRegistry *KycRegistry) UnpackEntryMovedEvent(log *types.Log) (*KycRegistryEntryMoved, error) {
	event := "EntryMoved"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != kycRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(KycRegistryEntryMoved)
	if len(log.Data) > 0 {
		if err := kycRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range kycRegistry.abi.Events[event].Inputs {
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

// KycRegistryEntrySet represents a EntrySet event raised by the KycRegistry contract.
type KycRegistryEntrySet struct {
	Account common.Address
	Entry   *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const KycRegistryEntrySetEventName = "EntrySet"

// ContractEventName returns the user-defined event name.
func (KycRegistryEntrySet) ContractEventName() string {
	return KycRegistryEntrySetEventName
}

// UnpackEntrySetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EntrySet(address indexed account, uint256 entry)
func (kycRegistry *KycRegistry) UnpackEntrySetEvent(log *types.Log) (*KycRegistryEntrySet, error) {
	event := "EntrySet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != kycRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(KycRegistryEntrySet)
	if len(log.Data) > 0 {
		if err := kycRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range kycRegistry.abi.Events[event].Inputs {
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

// KycRegistryRoleAdminChanged represents a RoleAdminChanged event raised by the KycRegistry contract.
type KycRegistryRoleAdminChanged struct {
	Role              [32]byte
	PreviousAdminRole [32]byte
	NewAdminRole      [32]byte
	Raw               *types.Log // Blockchain specific contextual infos
}

const KycRegistryRoleAdminChangedEventName = "RoleAdminChanged"

// ContractEventName returns the user-defined event name.
func (KycRegistryRoleAdminChanged) ContractEventName() string {
	return KycRegistryRoleAdminChangedEventName
}

// UnpackRoleAdminChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleAdminChanged(bytes32 indexed role, bytes32 indexed previousAdminRole, bytes32 indexed newAdminRole)
func (kycRegistry *KycRegistry) UnpackRoleAdminChangedEvent(log *types.Log) (*KycRegistryRoleAdminChanged, error) {
	event := "RoleAdminChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != kycRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(KycRegistryRoleAdminChanged)
	if len(log.Data) > 0 {
		if err := kycRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range kycRegistry.abi.Events[event].Inputs {
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

// KycRegistryRoleGranted represents a RoleGranted event raised by the KycRegistry contract.
type KycRegistryRoleGranted struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const KycRegistryRoleGrantedEventName = "RoleGranted"

// ContractEventName returns the user-defined event name.
func (KycRegistryRoleGranted) ContractEventName() string {
	return KycRegistryRoleGrantedEventName
}

// UnpackRoleGrantedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)
func (kycRegistry *KycRegistry) UnpackRoleGrantedEvent(log *types.Log) (*KycRegistryRoleGranted, error) {
	event := "RoleGranted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != kycRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(KycRegistryRoleGranted)
	if len(log.Data) > 0 {
		if err := kycRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range kycRegistry.abi.Events[event].Inputs {
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

// KycRegistryRoleRevoked represents a RoleRevoked event raised by the KycRegistry contract.
type KycRegistryRoleRevoked struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const KycRegistryRoleRevokedEventName = "RoleRevoked"

// ContractEventName returns the user-defined event name.
func (KycRegistryRoleRevoked) ContractEventName() string {
	return KycRegistryRoleRevokedEventName
}

// UnpackRoleRevokedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)
func (kycRegistry *KycRegistry) UnpackRoleRevokedEvent(log *types.Log) (*KycRegistryRoleRevoked, error) {
	event := "RoleRevoked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != kycRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(KycRegistryRoleRevoked)
	if len(log.Data) > 0 {
		if err := kycRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range kycRegistry.abi.Events[event].Inputs {
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

// KycRegistryWritten represents a Written event raised by the KycRegistry contract.
type KycRegistryWritten struct {
	Operator common.Address
	Entries  *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const KycRegistryWrittenEventName = "Written"

// ContractEventName returns the user-defined event name.
func (KycRegistryWritten) ContractEventName() string {
	return KycRegistryWrittenEventName
}

// UnpackWrittenEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Written(address indexed operator, uint256 entries)
func (kycRegistry *KycRegistry) UnpackWrittenEvent(log *types.Log) (*KycRegistryWritten, error) {
	event := "Written"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != kycRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(KycRegistryWritten)
	if len(log.Data) > 0 {
		if err := kycRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range kycRegistry.abi.Events[event].Inputs {
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
func (kycRegistry *KycRegistry) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], kycRegistry.abi.Errors["AccessControlBadConfirmation"].ID.Bytes()[:4]) {
		return kycRegistry.UnpackAccessControlBadConfirmationError(raw[4:])
	}
	if bytes.Equal(raw[:4], kycRegistry.abi.Errors["AccessControlUnauthorizedAccount"].ID.Bytes()[:4]) {
		return kycRegistry.UnpackAccessControlUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], kycRegistry.abi.Errors["AccountInvalid"].ID.Bytes()[:4]) {
		return kycRegistry.UnpackAccountInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], kycRegistry.abi.Errors["AlreadyWhitelisted"].ID.Bytes()[:4]) {
		return kycRegistry.UnpackAlreadyWhitelistedError(raw[4:])
	}
	if bytes.Equal(raw[:4], kycRegistry.abi.Errors["EntryInvalid"].ID.Bytes()[:4]) {
		return kycRegistry.UnpackEntryInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], kycRegistry.abi.Errors["IssuerInvalid"].ID.Bytes()[:4]) {
		return kycRegistry.UnpackIssuerInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], kycRegistry.abi.Errors["LengthMismatch"].ID.Bytes()[:4]) {
		return kycRegistry.UnpackLengthMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], kycRegistry.abi.Errors["NotWhitelisted"].ID.Bytes()[:4]) {
		return kycRegistry.UnpackNotWhitelistedError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// KycRegistryAccessControlBadConfirmation represents a AccessControlBadConfirmation error raised by the KycRegistry contract.
type KycRegistryAccessControlBadConfirmation struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlBadConfirmation()
func KycRegistryAccessControlBadConfirmationErrorID() common.Hash {
	return common.HexToHash("0x6697b23232a647058342c0724fe7c415cab25915b54e5dbc03f233173d37b41c")
}

// UnpackAccessControlBadConfirmationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlBadConfirmation()
func (kycRegistry *KycRegistry) UnpackAccessControlBadConfirmationError(raw []byte) (*KycRegistryAccessControlBadConfirmation, error) {
	out := new(KycRegistryAccessControlBadConfirmation)
	if err := kycRegistry.abi.UnpackIntoInterface(out, "AccessControlBadConfirmation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// KycRegistryAccessControlUnauthorizedAccount represents a AccessControlUnauthorizedAccount error raised by the KycRegistry contract.
type KycRegistryAccessControlUnauthorizedAccount struct {
	Account    common.Address
	NeededRole [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func KycRegistryAccessControlUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0xe2517d3fbfae6f8515ef5ff1ccedc3933ab0cbbda0b492c06eb54ad10ef03b3e")
}

// UnpackAccessControlUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func (kycRegistry *KycRegistry) UnpackAccessControlUnauthorizedAccountError(raw []byte) (*KycRegistryAccessControlUnauthorizedAccount, error) {
	out := new(KycRegistryAccessControlUnauthorizedAccount)
	if err := kycRegistry.abi.UnpackIntoInterface(out, "AccessControlUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// KycRegistryAccountInvalid represents a AccountInvalid error raised by the KycRegistry contract.
type KycRegistryAccountInvalid struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccountInvalid(address account)
func KycRegistryAccountInvalidErrorID() common.Hash {
	return common.HexToHash("0xedef35c0e22b1561cafe46d59b40f34da9628124cfb240c1bd44de6908e6d1aa")
}

// UnpackAccountInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccountInvalid(address account)
func (kycRegistry *KycRegistry) UnpackAccountInvalidError(raw []byte) (*KycRegistryAccountInvalid, error) {
	out := new(KycRegistryAccountInvalid)
	if err := kycRegistry.abi.UnpackIntoInterface(out, "AccountInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// KycRegistryAlreadyWhitelisted represents a AlreadyWhitelisted error raised by the KycRegistry contract.
type KycRegistryAlreadyWhitelisted struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyWhitelisted(address account)
func KycRegistryAlreadyWhitelistedErrorID() common.Hash {
	return common.HexToHash("0x0bfcef283b0410d3640177109410162ebfbc3fc37121e180bf634c8e03bd264c")
}

// UnpackAlreadyWhitelistedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyWhitelisted(address account)
func (kycRegistry *KycRegistry) UnpackAlreadyWhitelistedError(raw []byte) (*KycRegistryAlreadyWhitelisted, error) {
	out := new(KycRegistryAlreadyWhitelisted)
	if err := kycRegistry.abi.UnpackIntoInterface(out, "AlreadyWhitelisted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// KycRegistryEntryInvalid represents a EntryInvalid error raised by the KycRegistry contract.
type KycRegistryEntryInvalid struct {
	Account common.Address
	Entry   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EntryInvalid(address account, uint256 entry)
func KycRegistryEntryInvalidErrorID() common.Hash {
	return common.HexToHash("0x914a5e67c7a69b360ddce0a9ce274a5090841c1838aea33bda514e3d4e82114e")
}

// UnpackEntryInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EntryInvalid(address account, uint256 entry)
func (kycRegistry *KycRegistry) UnpackEntryInvalidError(raw []byte) (*KycRegistryEntryInvalid, error) {
	out := new(KycRegistryEntryInvalid)
	if err := kycRegistry.abi.UnpackIntoInterface(out, "EntryInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// KycRegistryIssuerInvalid represents a IssuerInvalid error raised by the KycRegistry contract.
type KycRegistryIssuerInvalid struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error IssuerInvalid()
func KycRegistryIssuerInvalidErrorID() common.Hash {
	return common.HexToHash("0x6c6b3925714c710423c7bb35d01f627a5d94ccb17a312b57cca266447cbba23d")
}

// UnpackIssuerInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error IssuerInvalid()
func (kycRegistry *KycRegistry) UnpackIssuerInvalidError(raw []byte) (*KycRegistryIssuerInvalid, error) {
	out := new(KycRegistryIssuerInvalid)
	if err := kycRegistry.abi.UnpackIntoInterface(out, "IssuerInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// KycRegistryLengthMismatch represents a LengthMismatch error raised by the KycRegistry contract.
type KycRegistryLengthMismatch struct {
	Accounts *big.Int
	Entries  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error LengthMismatch(uint256 accounts, uint256 entries)
func KycRegistryLengthMismatchErrorID() common.Hash {
	return common.HexToHash("0xab8b67c6893c59617ef3ba4b4b942e9791f2572db2fdb32028356532f3b7396a")
}

// UnpackLengthMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error LengthMismatch(uint256 accounts, uint256 entries)
func (kycRegistry *KycRegistry) UnpackLengthMismatchError(raw []byte) (*KycRegistryLengthMismatch, error) {
	out := new(KycRegistryLengthMismatch)
	if err := kycRegistry.abi.UnpackIntoInterface(out, "LengthMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// KycRegistryNotWhitelisted represents a NotWhitelisted error raised by the KycRegistry contract.
type KycRegistryNotWhitelisted struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotWhitelisted(address account)
func KycRegistryNotWhitelistedErrorID() common.Hash {
	return common.HexToHash("0xdf17e316032919b4d020f3d17715bf5a2981e17bdf01d2032cf9085963ea2ba8")
}

// UnpackNotWhitelistedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotWhitelisted(address account)
func (kycRegistry *KycRegistry) UnpackNotWhitelistedError(raw []byte) (*KycRegistryNotWhitelisted, error) {
	out := new(KycRegistryNotWhitelisted)
	if err := kycRegistry.abi.UnpackIntoInterface(out, "NotWhitelisted", raw); err != nil {
		return nil, err
	}
	return out, nil
}
