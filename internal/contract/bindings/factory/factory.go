// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package factory

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

// FactoryMetaData contains all meta data concerning the Factory contract.
var FactoryMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"place\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"reason\",\"type\":\"bytes\"}],\"name\":\"LaunchFailed\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"address[]\",\"name\":\"contracts\",\"type\":\"address[]\"}],\"name\":\"Launched\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"bytes[]\",\"name\":\"creations\",\"type\":\"bytes[]\"}],\"name\":\"launch\",\"outputs\":[{\"internalType\":\"address[]\",\"name\":\"contracts\",\"type\":\"address[]\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"creationHash\",\"type\":\"bytes32\"}],\"name\":\"predict\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "Factory",
}

// Factory is an auto generated Go binding around an Ethereum contract.
type Factory struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Factory) GetABI() abi.ABI {
	return c.abi
}

// NewFactory creates a new instance of Factory.
func NewFactory() *Factory {
	parsed, err := FactoryMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Factory{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Factory) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackLaunch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf6bf4834.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function launch(bytes32 salt, bytes[] creations) returns(address[] contracts)
func (factory *Factory) PackLaunch(salt [32]byte, creations [][]byte) []byte {
	enc, err := factory.abi.Pack("launch", salt, creations)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLaunch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf6bf4834.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function launch(bytes32 salt, bytes[] creations) returns(address[] contracts)
func (factory *Factory) TryPackLaunch(salt [32]byte, creations [][]byte) ([]byte, error) {
	return factory.abi.Pack("launch", salt, creations)
}

// UnpackLaunch is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf6bf4834.
//
// Solidity: function launch(bytes32 salt, bytes[] creations) returns(address[] contracts)
func (factory *Factory) UnpackLaunch(data []byte) ([]common.Address, error) {
	out, err := factory.abi.Unpack("launch", data)
	if err != nil {
		return *new([]common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new([]common.Address)).(*[]common.Address)
	return out0, nil
}

// PackPredict is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x365aaf0d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function predict(address sender, bytes32 salt, bytes32 creationHash) view returns(address)
func (factory *Factory) PackPredict(sender common.Address, salt [32]byte, creationHash [32]byte) []byte {
	enc, err := factory.abi.Pack("predict", sender, salt, creationHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPredict is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x365aaf0d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function predict(address sender, bytes32 salt, bytes32 creationHash) view returns(address)
func (factory *Factory) TryPackPredict(sender common.Address, salt [32]byte, creationHash [32]byte) ([]byte, error) {
	return factory.abi.Pack("predict", sender, salt, creationHash)
}

// UnpackPredict is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x365aaf0d.
//
// Solidity: function predict(address sender, bytes32 salt, bytes32 creationHash) view returns(address)
func (factory *Factory) UnpackPredict(data []byte) (common.Address, error) {
	out, err := factory.abi.Unpack("predict", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// FactoryLaunched represents a Launched event raised by the Factory contract.
type FactoryLaunched struct {
	Sender    common.Address
	Salt      [32]byte
	Contracts []common.Address
	Raw       *types.Log // Blockchain specific contextual infos
}

const FactoryLaunchedEventName = "Launched"

// ContractEventName returns the user-defined event name.
func (FactoryLaunched) ContractEventName() string {
	return FactoryLaunchedEventName
}

// UnpackLaunchedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Launched(address indexed sender, bytes32 indexed salt, address[] contracts)
func (factory *Factory) UnpackLaunchedEvent(log *types.Log) (*FactoryLaunched, error) {
	event := "Launched"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != factory.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(FactoryLaunched)
	if len(log.Data) > 0 {
		if err := factory.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range factory.abi.Events[event].Inputs {
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
func (factory *Factory) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], factory.abi.Errors["LaunchFailed"].ID.Bytes()[:4]) {
		return factory.UnpackLaunchFailedError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// FactoryLaunchFailed represents a LaunchFailed error raised by the Factory contract.
type FactoryLaunchFailed struct {
	Place  *big.Int
	Reason []byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error LaunchFailed(uint256 place, bytes reason)
func FactoryLaunchFailedErrorID() common.Hash {
	return common.HexToHash("0xc9afbe9d92061ea9d57ac30b184c7008e07c3015cc0901fd09085561bd3e7c0e")
}

// UnpackLaunchFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error LaunchFailed(uint256 place, bytes reason)
func (factory *Factory) UnpackLaunchFailedError(raw []byte) (*FactoryLaunchFailed, error) {
	out := new(FactoryLaunchFailed)
	if err := factory.abi.UnpackIntoInterface(out, "LaunchFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}
