// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package ballot

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

// IBallotTerms is an auto generated low-level Go binding around an user-defined struct.
type IBallotTerms struct {
	Token      common.Address
	Registry   common.Address
	Issuer     common.Address
	RecordDate *big.Int
	Opens      *big.Int
	Closes     *big.Int
	Quorum     uint16
	Options    uint8
	Proposal   [32]byte
}

// BallotMetaData contains all meta data concerning the Ballot contract.
var BallotMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"AlreadyServed\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"CloneArgumentsTooLong\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Create2EmptyBytecode\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ExcludedInvalid\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedDeployment\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"InsufficientBalance\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"IssuerInvalid\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NobodyEntitled\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"NotEntitled\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"NotIssuer\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"opens\",\"type\":\"uint256\"}],\"name\":\"NotOpen\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"NotWhitelisted\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"option\",\"type\":\"uint256\"}],\"name\":\"OptionUnknown\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"options\",\"type\":\"uint256\"}],\"name\":\"OptionsInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"closes\",\"type\":\"uint256\"}],\"name\":\"Over\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"basisPoints\",\"type\":\"uint256\"}],\"name\":\"QuorumInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"}],\"name\":\"SignatureExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"voter\",\"type\":\"address\"}],\"name\":\"SignatureInvalid\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"TimesInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"TokenInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"votes\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entitled\",\"type\":\"uint256\"}],\"name\":\"TooManyVotes\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongContract\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"ballot\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"creator\",\"type\":\"address\"}],\"name\":\"BallotCreated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[],\"name\":\"EIP712DomainChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"lost\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"fresh\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"votes\",\"type\":\"uint256\"}],\"name\":\"Reassigned\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"voter\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"option\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"votes\",\"type\":\"uint256\"}],\"name\":\"Voted\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"closes\",\"outputs\":[{\"internalType\":\"uint40\",\"name\":\"\",\"type\":\"uint40\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"contractIRecordDates\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"contractIKycRegistry\",\"name\":\"registry\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"issuer\",\"type\":\"address\"},{\"internalType\":\"uint40\",\"name\":\"recordDate\",\"type\":\"uint40\"},{\"internalType\":\"uint40\",\"name\":\"opens\",\"type\":\"uint40\"},{\"internalType\":\"uint40\",\"name\":\"closes\",\"type\":\"uint40\"},{\"internalType\":\"uint16\",\"name\":\"quorum\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"options\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"proposal\",\"type\":\"bytes32\"}],\"internalType\":\"structIBallot.Terms\",\"name\":\"t\",\"type\":\"tuple\"},{\"internalType\":\"address[]\",\"name\":\"excluded_\",\"type\":\"address[]\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"create\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"ballot\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"eip712Domain\",\"outputs\":[{\"internalType\":\"bytes1\",\"name\":\"fields\",\"type\":\"bytes1\"},{\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"version\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"verifyingContract\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"uint256[]\",\"name\":\"extensions\",\"type\":\"uint256[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"entitledSupply\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"supply\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"excluded\",\"outputs\":[{\"internalType\":\"address[]\",\"name\":\"accounts\",\"type\":\"address[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"issuer\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"opens\",\"outputs\":[{\"internalType\":\"uint40\",\"name\":\"\",\"type\":\"uint40\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"options\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"proposal\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"quorum\",\"outputs\":[{\"internalType\":\"uint16\",\"name\":\"\",\"type\":\"uint16\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"lost\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"fresh\",\"type\":\"address\"}],\"name\":\"reassign\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"recordDate\",\"outputs\":[{\"internalType\":\"uint40\",\"name\":\"\",\"type\":\"uint40\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"registry\",\"outputs\":[{\"internalType\":\"contractIKycRegistry\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"served\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"tally\",\"outputs\":[{\"internalType\":\"uint256[]\",\"name\":\"votes\",\"type\":\"uint256[]\"},{\"internalType\":\"uint256\",\"name\":\"cast\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"entitled\",\"type\":\"uint256\"},{\"internalType\":\"bool\",\"name\":\"quorate\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"over\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"token\",\"outputs\":[{\"internalType\":\"contractIRecordDates\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"option\",\"type\":\"uint256\"}],\"name\":\"vote\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"voter\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"option\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"}],\"name\":\"voteBySignature\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256[]\",\"name\":\"votes\",\"type\":\"uint256[]\"}],\"name\":\"voteSplit\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"accounts\",\"type\":\"address[]\"}],\"name\":\"votesOf\",\"outputs\":[{\"internalType\":\"uint256[]\",\"name\":\"votes\",\"type\":\"uint256[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "Ballot",
}

// Ballot is an auto generated Go binding around an Ethereum contract.
type Ballot struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Ballot) GetABI() abi.ABI {
	return c.abi
}

// NewBallot creates a new instance of Ballot.
func NewBallot() *Ballot {
	parsed, err := BallotMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Ballot{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Ballot) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackCloses is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5849fc96.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function closes() view returns(uint40)
func (ballot *Ballot) PackCloses() []byte {
	enc, err := ballot.abi.Pack("closes")
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
func (ballot *Ballot) TryPackCloses() ([]byte, error) {
	return ballot.abi.Pack("closes")
}

// UnpackCloses is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5849fc96.
//
// Solidity: function closes() view returns(uint40)
func (ballot *Ballot) UnpackCloses(data []byte) (*big.Int, error) {
	out, err := ballot.abi.Unpack("closes", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackCreate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf9a420c4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function create((address,address,address,uint40,uint40,uint40,uint16,uint8,bytes32) t, address[] excluded_, bytes32 salt) returns(address ballot)
func (ballot *Ballot) PackCreate(t IBallotTerms, excluded []common.Address, salt [32]byte) []byte {
	enc, err := ballot.abi.Pack("create", t, excluded, salt)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf9a420c4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function create((address,address,address,uint40,uint40,uint40,uint16,uint8,bytes32) t, address[] excluded_, bytes32 salt) returns(address ballot)
func (ballot *Ballot) TryPackCreate(t IBallotTerms, excluded []common.Address, salt [32]byte) ([]byte, error) {
	return ballot.abi.Pack("create", t, excluded, salt)
}

// UnpackCreate is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf9a420c4.
//
// Solidity: function create((address,address,address,uint40,uint40,uint40,uint16,uint8,bytes32) t, address[] excluded_, bytes32 salt) returns(address ballot)
func (ballot *Ballot) UnpackCreate(data []byte) (common.Address, error) {
	out, err := ballot.abi.Unpack("create", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (ballot *Ballot) PackEip712Domain() []byte {
	enc, err := ballot.abi.Pack("eip712Domain")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (ballot *Ballot) TryPackEip712Domain() ([]byte, error) {
	return ballot.abi.Pack("eip712Domain")
}

// Eip712DomainOutput serves as a container for the return parameters of contract
// method Eip712Domain.
type Eip712DomainOutput struct {
	Fields            [1]byte
	Name              string
	Version           string
	ChainId           *big.Int
	VerifyingContract common.Address
	Salt              [32]byte
	Extensions        []*big.Int
}

// UnpackEip712Domain is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84b0196e.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (ballot *Ballot) UnpackEip712Domain(data []byte) (Eip712DomainOutput, error) {
	out, err := ballot.abi.Unpack("eip712Domain", data)
	outstruct := new(Eip712DomainOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Fields = *abi.ConvertType(out[0], new([1]byte)).(*[1]byte)
	outstruct.Name = *abi.ConvertType(out[1], new(string)).(*string)
	outstruct.Version = *abi.ConvertType(out[2], new(string)).(*string)
	outstruct.ChainId = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.VerifyingContract = *abi.ConvertType(out[4], new(common.Address)).(*common.Address)
	outstruct.Salt = *abi.ConvertType(out[5], new([32]byte)).(*[32]byte)
	outstruct.Extensions = *abi.ConvertType(out[6], new([]*big.Int)).(*[]*big.Int)
	return *outstruct, nil
}

// PackEntitledSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf3251c8b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function entitledSupply() view returns(uint256 supply)
func (ballot *Ballot) PackEntitledSupply() []byte {
	enc, err := ballot.abi.Pack("entitledSupply")
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
func (ballot *Ballot) TryPackEntitledSupply() ([]byte, error) {
	return ballot.abi.Pack("entitledSupply")
}

// UnpackEntitledSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf3251c8b.
//
// Solidity: function entitledSupply() view returns(uint256 supply)
func (ballot *Ballot) UnpackEntitledSupply(data []byte) (*big.Int, error) {
	out, err := ballot.abi.Unpack("entitledSupply", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackExcluded is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0bdca9a1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function excluded() view returns(address[] accounts)
func (ballot *Ballot) PackExcluded() []byte {
	enc, err := ballot.abi.Pack("excluded")
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
func (ballot *Ballot) TryPackExcluded() ([]byte, error) {
	return ballot.abi.Pack("excluded")
}

// UnpackExcluded is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0bdca9a1.
//
// Solidity: function excluded() view returns(address[] accounts)
func (ballot *Ballot) UnpackExcluded(data []byte) ([]common.Address, error) {
	out, err := ballot.abi.Unpack("excluded", data)
	if err != nil {
		return *new([]common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new([]common.Address)).(*[]common.Address)
	return out0, nil
}

// PackIssuer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1d143848.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function issuer() view returns(address)
func (ballot *Ballot) PackIssuer() []byte {
	enc, err := ballot.abi.Pack("issuer")
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
func (ballot *Ballot) TryPackIssuer() ([]byte, error) {
	return ballot.abi.Pack("issuer")
}

// UnpackIssuer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1d143848.
//
// Solidity: function issuer() view returns(address)
func (ballot *Ballot) UnpackIssuer(data []byte) (common.Address, error) {
	out, err := ballot.abi.Unpack("issuer", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOpens is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc96dc2a2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function opens() view returns(uint40)
func (ballot *Ballot) PackOpens() []byte {
	enc, err := ballot.abi.Pack("opens")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOpens is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc96dc2a2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function opens() view returns(uint40)
func (ballot *Ballot) TryPackOpens() ([]byte, error) {
	return ballot.abi.Pack("opens")
}

// UnpackOpens is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc96dc2a2.
//
// Solidity: function opens() view returns(uint40)
func (ballot *Ballot) UnpackOpens(data []byte) (*big.Int, error) {
	out, err := ballot.abi.Unpack("opens", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackOptions is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1069143a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function options() view returns(uint8)
func (ballot *Ballot) PackOptions() []byte {
	enc, err := ballot.abi.Pack("options")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOptions is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1069143a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function options() view returns(uint8)
func (ballot *Ballot) TryPackOptions() ([]byte, error) {
	return ballot.abi.Pack("options")
}

// UnpackOptions is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1069143a.
//
// Solidity: function options() view returns(uint8)
func (ballot *Ballot) UnpackOptions(data []byte) (uint8, error) {
	out, err := ballot.abi.Unpack("options", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackProposal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x753ec103.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proposal() view returns(bytes32)
func (ballot *Ballot) PackProposal() []byte {
	enc, err := ballot.abi.Pack("proposal")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProposal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x753ec103.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proposal() view returns(bytes32)
func (ballot *Ballot) TryPackProposal() ([]byte, error) {
	return ballot.abi.Pack("proposal")
}

// UnpackProposal is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x753ec103.
//
// Solidity: function proposal() view returns(bytes32)
func (ballot *Ballot) UnpackProposal(data []byte) ([32]byte, error) {
	out, err := ballot.abi.Unpack("proposal", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackQuorum is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1703a018.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function quorum() view returns(uint16)
func (ballot *Ballot) PackQuorum() []byte {
	enc, err := ballot.abi.Pack("quorum")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackQuorum is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1703a018.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function quorum() view returns(uint16)
func (ballot *Ballot) TryPackQuorum() ([]byte, error) {
	return ballot.abi.Pack("quorum")
}

// UnpackQuorum is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1703a018.
//
// Solidity: function quorum() view returns(uint16)
func (ballot *Ballot) UnpackQuorum(data []byte) (uint16, error) {
	out, err := ballot.abi.Unpack("quorum", data)
	if err != nil {
		return *new(uint16), err
	}
	out0 := *abi.ConvertType(out[0], new(uint16)).(*uint16)
	return out0, nil
}

// PackReassign is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5fff8cd3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function reassign(address lost, address fresh) returns()
func (ballot *Ballot) PackReassign(lost common.Address, fresh common.Address) []byte {
	enc, err := ballot.abi.Pack("reassign", lost, fresh)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReassign is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5fff8cd3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function reassign(address lost, address fresh) returns()
func (ballot *Ballot) TryPackReassign(lost common.Address, fresh common.Address) ([]byte, error) {
	return ballot.abi.Pack("reassign", lost, fresh)
}

// PackRecordDate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x50cc4532.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function recordDate() view returns(uint40)
func (ballot *Ballot) PackRecordDate() []byte {
	enc, err := ballot.abi.Pack("recordDate")
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
func (ballot *Ballot) TryPackRecordDate() ([]byte, error) {
	return ballot.abi.Pack("recordDate")
}

// UnpackRecordDate is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x50cc4532.
//
// Solidity: function recordDate() view returns(uint40)
func (ballot *Ballot) UnpackRecordDate(data []byte) (*big.Int, error) {
	out, err := ballot.abi.Unpack("recordDate", data)
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
func (ballot *Ballot) PackRegistry() []byte {
	enc, err := ballot.abi.Pack("registry")
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
func (ballot *Ballot) TryPackRegistry() ([]byte, error) {
	return ballot.abi.Pack("registry")
}

// UnpackRegistry is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7b103999.
//
// Solidity: function registry() view returns(address)
func (ballot *Ballot) UnpackRegistry(data []byte) (common.Address, error) {
	out, err := ballot.abi.Unpack("registry", data)
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
func (ballot *Ballot) PackServed(account common.Address) []byte {
	enc, err := ballot.abi.Pack("served", account)
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
func (ballot *Ballot) TryPackServed(account common.Address) ([]byte, error) {
	return ballot.abi.Pack("served", account)
}

// UnpackServed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x99a0a69d.
//
// Solidity: function served(address account) view returns(bool)
func (ballot *Ballot) UnpackServed(data []byte) (bool, error) {
	out, err := ballot.abi.Unpack("served", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTally is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x410673e5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tally() view returns(uint256[] votes, uint256 cast, uint256 entitled, bool quorate, bool over)
func (ballot *Ballot) PackTally() []byte {
	enc, err := ballot.abi.Pack("tally")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTally is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x410673e5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tally() view returns(uint256[] votes, uint256 cast, uint256 entitled, bool quorate, bool over)
func (ballot *Ballot) TryPackTally() ([]byte, error) {
	return ballot.abi.Pack("tally")
}

// TallyOutput serves as a container for the return parameters of contract
// method Tally.
type TallyOutput struct {
	Votes    []*big.Int
	Cast     *big.Int
	Entitled *big.Int
	Quorate  bool
	Over     bool
}

// UnpackTally is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x410673e5.
//
// Solidity: function tally() view returns(uint256[] votes, uint256 cast, uint256 entitled, bool quorate, bool over)
func (ballot *Ballot) UnpackTally(data []byte) (TallyOutput, error) {
	out, err := ballot.abi.Unpack("tally", data)
	outstruct := new(TallyOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Votes = *abi.ConvertType(out[0], new([]*big.Int)).(*[]*big.Int)
	outstruct.Cast = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	outstruct.Entitled = abi.ConvertType(out[2], new(big.Int)).(*big.Int)
	outstruct.Quorate = *abi.ConvertType(out[3], new(bool)).(*bool)
	outstruct.Over = *abi.ConvertType(out[4], new(bool)).(*bool)
	return *outstruct, nil
}

// PackToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc0c546a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function token() view returns(address)
func (ballot *Ballot) PackToken() []byte {
	enc, err := ballot.abi.Pack("token")
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
func (ballot *Ballot) TryPackToken() ([]byte, error) {
	return ballot.abi.Pack("token")
}

// UnpackToken is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfc0c546a.
//
// Solidity: function token() view returns(address)
func (ballot *Ballot) UnpackToken(data []byte) (common.Address, error) {
	out, err := ballot.abi.Unpack("token", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackVote is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0121b93f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function vote(uint256 option) returns()
func (ballot *Ballot) PackVote(option *big.Int) []byte {
	enc, err := ballot.abi.Pack("vote", option)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVote is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0121b93f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function vote(uint256 option) returns()
func (ballot *Ballot) TryPackVote(option *big.Int) ([]byte, error) {
	return ballot.abi.Pack("vote", option)
}

// PackVoteBySignature is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbee50671.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function voteBySignature(address voter, uint256 option, uint256 deadline, bytes signature) returns()
func (ballot *Ballot) PackVoteBySignature(voter common.Address, option *big.Int, deadline *big.Int, signature []byte) []byte {
	enc, err := ballot.abi.Pack("voteBySignature", voter, option, deadline, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVoteBySignature is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbee50671.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function voteBySignature(address voter, uint256 option, uint256 deadline, bytes signature) returns()
func (ballot *Ballot) TryPackVoteBySignature(voter common.Address, option *big.Int, deadline *big.Int, signature []byte) ([]byte, error) {
	return ballot.abi.Pack("voteBySignature", voter, option, deadline, signature)
}

// PackVoteSplit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd66da28d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function voteSplit(uint256[] votes) returns()
func (ballot *Ballot) PackVoteSplit(votes []*big.Int) []byte {
	enc, err := ballot.abi.Pack("voteSplit", votes)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVoteSplit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd66da28d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function voteSplit(uint256[] votes) returns()
func (ballot *Ballot) TryPackVoteSplit(votes []*big.Int) ([]byte, error) {
	return ballot.abi.Pack("voteSplit", votes)
}

// PackVotesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf4ff96aa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function votesOf(address[] accounts) view returns(uint256[] votes)
func (ballot *Ballot) PackVotesOf(accounts []common.Address) []byte {
	enc, err := ballot.abi.Pack("votesOf", accounts)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVotesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf4ff96aa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function votesOf(address[] accounts) view returns(uint256[] votes)
func (ballot *Ballot) TryPackVotesOf(accounts []common.Address) ([]byte, error) {
	return ballot.abi.Pack("votesOf", accounts)
}

// UnpackVotesOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf4ff96aa.
//
// Solidity: function votesOf(address[] accounts) view returns(uint256[] votes)
func (ballot *Ballot) UnpackVotesOf(data []byte) ([]*big.Int, error) {
	out, err := ballot.abi.Unpack("votesOf", data)
	if err != nil {
		return *new([]*big.Int), err
	}
	out0 := *abi.ConvertType(out[0], new([]*big.Int)).(*[]*big.Int)
	return out0, nil
}

// BallotBallotCreated represents a BallotCreated event raised by the Ballot contract.
type BallotBallotCreated struct {
	Ballot  common.Address
	Token   common.Address
	Creator common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const BallotBallotCreatedEventName = "BallotCreated"

// ContractEventName returns the user-defined event name.
func (BallotBallotCreated) ContractEventName() string {
	return BallotBallotCreatedEventName
}

// UnpackBallotCreatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BallotCreated(address indexed ballot, address indexed token, address indexed creator)
func (ballot *Ballot) UnpackBallotCreatedEvent(log *types.Log) (*BallotBallotCreated, error) {
	event := "BallotCreated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ballot.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BallotBallotCreated)
	if len(log.Data) > 0 {
		if err := ballot.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ballot.abi.Events[event].Inputs {
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

// BallotEIP712DomainChanged represents a EIP712DomainChanged event raised by the Ballot contract.
type BallotEIP712DomainChanged struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const BallotEIP712DomainChangedEventName = "EIP712DomainChanged"

// ContractEventName returns the user-defined event name.
func (BallotEIP712DomainChanged) ContractEventName() string {
	return BallotEIP712DomainChangedEventName
}

// UnpackEIP712DomainChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EIP712DomainChanged()
func (ballot *Ballot) UnpackEIP712DomainChangedEvent(log *types.Log) (*BallotEIP712DomainChanged, error) {
	event := "EIP712DomainChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ballot.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BallotEIP712DomainChanged)
	if len(log.Data) > 0 {
		if err := ballot.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ballot.abi.Events[event].Inputs {
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

// BallotReassigned represents a Reassigned event raised by the Ballot contract.
type BallotReassigned struct {
	Lost  common.Address
	Fresh common.Address
	Votes *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const BallotReassignedEventName = "Reassigned"

// ContractEventName returns the user-defined event name.
func (BallotReassigned) ContractEventName() string {
	return BallotReassignedEventName
}

// UnpackReassignedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Reassigned(address indexed lost, address indexed fresh, uint256 votes)
func (ballot *Ballot) UnpackReassignedEvent(log *types.Log) (*BallotReassigned, error) {
	event := "Reassigned"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ballot.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BallotReassigned)
	if len(log.Data) > 0 {
		if err := ballot.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ballot.abi.Events[event].Inputs {
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

// BallotVoted represents a Voted event raised by the Ballot contract.
type BallotVoted struct {
	Voter  common.Address
	Option *big.Int
	Votes  *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const BallotVotedEventName = "Voted"

// ContractEventName returns the user-defined event name.
func (BallotVoted) ContractEventName() string {
	return BallotVotedEventName
}

// UnpackVotedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Voted(address indexed voter, uint256 indexed option, uint256 votes)
func (ballot *Ballot) UnpackVotedEvent(log *types.Log) (*BallotVoted, error) {
	event := "Voted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ballot.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BallotVoted)
	if len(log.Data) > 0 {
		if err := ballot.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ballot.abi.Events[event].Inputs {
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
func (ballot *Ballot) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], ballot.abi.Errors["AlreadyServed"].ID.Bytes()[:4]) {
		return ballot.UnpackAlreadyServedError(raw[4:])
	}
	if bytes.Equal(raw[:4], ballot.abi.Errors["CloneArgumentsTooLong"].ID.Bytes()[:4]) {
		return ballot.UnpackCloneArgumentsTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], ballot.abi.Errors["Create2EmptyBytecode"].ID.Bytes()[:4]) {
		return ballot.UnpackCreate2EmptyBytecodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], ballot.abi.Errors["ExcludedInvalid"].ID.Bytes()[:4]) {
		return ballot.UnpackExcludedInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], ballot.abi.Errors["FailedDeployment"].ID.Bytes()[:4]) {
		return ballot.UnpackFailedDeploymentError(raw[4:])
	}
	if bytes.Equal(raw[:4], ballot.abi.Errors["InsufficientBalance"].ID.Bytes()[:4]) {
		return ballot.UnpackInsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], ballot.abi.Errors["IssuerInvalid"].ID.Bytes()[:4]) {
		return ballot.UnpackIssuerInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], ballot.abi.Errors["NobodyEntitled"].ID.Bytes()[:4]) {
		return ballot.UnpackNobodyEntitledError(raw[4:])
	}
	if bytes.Equal(raw[:4], ballot.abi.Errors["NotEntitled"].ID.Bytes()[:4]) {
		return ballot.UnpackNotEntitledError(raw[4:])
	}
	if bytes.Equal(raw[:4], ballot.abi.Errors["NotIssuer"].ID.Bytes()[:4]) {
		return ballot.UnpackNotIssuerError(raw[4:])
	}
	if bytes.Equal(raw[:4], ballot.abi.Errors["NotOpen"].ID.Bytes()[:4]) {
		return ballot.UnpackNotOpenError(raw[4:])
	}
	if bytes.Equal(raw[:4], ballot.abi.Errors["NotWhitelisted"].ID.Bytes()[:4]) {
		return ballot.UnpackNotWhitelistedError(raw[4:])
	}
	if bytes.Equal(raw[:4], ballot.abi.Errors["OptionUnknown"].ID.Bytes()[:4]) {
		return ballot.UnpackOptionUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], ballot.abi.Errors["OptionsInvalid"].ID.Bytes()[:4]) {
		return ballot.UnpackOptionsInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], ballot.abi.Errors["Over"].ID.Bytes()[:4]) {
		return ballot.UnpackOverError(raw[4:])
	}
	if bytes.Equal(raw[:4], ballot.abi.Errors["QuorumInvalid"].ID.Bytes()[:4]) {
		return ballot.UnpackQuorumInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], ballot.abi.Errors["SignatureExpired"].ID.Bytes()[:4]) {
		return ballot.UnpackSignatureExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], ballot.abi.Errors["SignatureInvalid"].ID.Bytes()[:4]) {
		return ballot.UnpackSignatureInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], ballot.abi.Errors["TimesInvalid"].ID.Bytes()[:4]) {
		return ballot.UnpackTimesInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], ballot.abi.Errors["TokenInvalid"].ID.Bytes()[:4]) {
		return ballot.UnpackTokenInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], ballot.abi.Errors["TooManyVotes"].ID.Bytes()[:4]) {
		return ballot.UnpackTooManyVotesError(raw[4:])
	}
	if bytes.Equal(raw[:4], ballot.abi.Errors["WrongContract"].ID.Bytes()[:4]) {
		return ballot.UnpackWrongContractError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// BallotAlreadyServed represents a AlreadyServed error raised by the Ballot contract.
type BallotAlreadyServed struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyServed(address account)
func BallotAlreadyServedErrorID() common.Hash {
	return common.HexToHash("0xcb9fedf5c7d1b47c4050e48666623581f04112d46f3aa98eb2181d058e5959dc")
}

// UnpackAlreadyServedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyServed(address account)
func (ballot *Ballot) UnpackAlreadyServedError(raw []byte) (*BallotAlreadyServed, error) {
	out := new(BallotAlreadyServed)
	if err := ballot.abi.UnpackIntoInterface(out, "AlreadyServed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BallotCloneArgumentsTooLong represents a CloneArgumentsTooLong error raised by the Ballot contract.
type BallotCloneArgumentsTooLong struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CloneArgumentsTooLong()
func BallotCloneArgumentsTooLongErrorID() common.Hash {
	return common.HexToHash("0x94289054871591d3430cc609d2f0e85b3474ba36313e71e06c09c95ae956555b")
}

// UnpackCloneArgumentsTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CloneArgumentsTooLong()
func (ballot *Ballot) UnpackCloneArgumentsTooLongError(raw []byte) (*BallotCloneArgumentsTooLong, error) {
	out := new(BallotCloneArgumentsTooLong)
	if err := ballot.abi.UnpackIntoInterface(out, "CloneArgumentsTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BallotCreate2EmptyBytecode represents a Create2EmptyBytecode error raised by the Ballot contract.
type BallotCreate2EmptyBytecode struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Create2EmptyBytecode()
func BallotCreate2EmptyBytecodeErrorID() common.Hash {
	return common.HexToHash("0x4ca249dcffe41558ef8b961d71c905e4fa4317a1663f377b9610642e4e0abdb6")
}

// UnpackCreate2EmptyBytecodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Create2EmptyBytecode()
func (ballot *Ballot) UnpackCreate2EmptyBytecodeError(raw []byte) (*BallotCreate2EmptyBytecode, error) {
	out := new(BallotCreate2EmptyBytecode)
	if err := ballot.abi.UnpackIntoInterface(out, "Create2EmptyBytecode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BallotExcludedInvalid represents a ExcludedInvalid error raised by the Ballot contract.
type BallotExcludedInvalid struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ExcludedInvalid()
func BallotExcludedInvalidErrorID() common.Hash {
	return common.HexToHash("0x18f33ac0db803045e79599f7ee7f39c49f0e275740f6e8233c94f848729922e0")
}

// UnpackExcludedInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ExcludedInvalid()
func (ballot *Ballot) UnpackExcludedInvalidError(raw []byte) (*BallotExcludedInvalid, error) {
	out := new(BallotExcludedInvalid)
	if err := ballot.abi.UnpackIntoInterface(out, "ExcludedInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BallotFailedDeployment represents a FailedDeployment error raised by the Ballot contract.
type BallotFailedDeployment struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedDeployment()
func BallotFailedDeploymentErrorID() common.Hash {
	return common.HexToHash("0xb06ebf3d5067824a3fe5d5ba19471e035a7de6c88dac362c77b162830a5b9093")
}

// UnpackFailedDeploymentError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedDeployment()
func (ballot *Ballot) UnpackFailedDeploymentError(raw []byte) (*BallotFailedDeployment, error) {
	out := new(BallotFailedDeployment)
	if err := ballot.abi.UnpackIntoInterface(out, "FailedDeployment", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BallotInsufficientBalance represents a InsufficientBalance error raised by the Ballot contract.
type BallotInsufficientBalance struct {
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InsufficientBalance(uint256 balance, uint256 needed)
func BallotInsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xcf4791818fba6e019216eb4864093b4947f674afada5d305e57d598b641dad1d")
}

// UnpackInsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InsufficientBalance(uint256 balance, uint256 needed)
func (ballot *Ballot) UnpackInsufficientBalanceError(raw []byte) (*BallotInsufficientBalance, error) {
	out := new(BallotInsufficientBalance)
	if err := ballot.abi.UnpackIntoInterface(out, "InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BallotIssuerInvalid represents a IssuerInvalid error raised by the Ballot contract.
type BallotIssuerInvalid struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error IssuerInvalid()
func BallotIssuerInvalidErrorID() common.Hash {
	return common.HexToHash("0x6c6b3925714c710423c7bb35d01f627a5d94ccb17a312b57cca266447cbba23d")
}

// UnpackIssuerInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error IssuerInvalid()
func (ballot *Ballot) UnpackIssuerInvalidError(raw []byte) (*BallotIssuerInvalid, error) {
	out := new(BallotIssuerInvalid)
	if err := ballot.abi.UnpackIntoInterface(out, "IssuerInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BallotNobodyEntitled represents a NobodyEntitled error raised by the Ballot contract.
type BallotNobodyEntitled struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NobodyEntitled()
func BallotNobodyEntitledErrorID() common.Hash {
	return common.HexToHash("0x1b9e9ca2ad41894f5326aa9838580acfa78728d551ea5a4ddecabcfa027e2635")
}

// UnpackNobodyEntitledError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NobodyEntitled()
func (ballot *Ballot) UnpackNobodyEntitledError(raw []byte) (*BallotNobodyEntitled, error) {
	out := new(BallotNobodyEntitled)
	if err := ballot.abi.UnpackIntoInterface(out, "NobodyEntitled", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BallotNotEntitled represents a NotEntitled error raised by the Ballot contract.
type BallotNotEntitled struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotEntitled(address account)
func BallotNotEntitledErrorID() common.Hash {
	return common.HexToHash("0x84b6a66f64a98ad81d5d5cc8baf4aafb5009fe14678ea9c0d79b8125e58250c1")
}

// UnpackNotEntitledError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotEntitled(address account)
func (ballot *Ballot) UnpackNotEntitledError(raw []byte) (*BallotNotEntitled, error) {
	out := new(BallotNotEntitled)
	if err := ballot.abi.UnpackIntoInterface(out, "NotEntitled", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BallotNotIssuer represents a NotIssuer error raised by the Ballot contract.
type BallotNotIssuer struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotIssuer(address account)
func BallotNotIssuerErrorID() common.Hash {
	return common.HexToHash("0x3fd26f9e33c9918e06ecb7ad4289a3ea9a31c60d80fdf1b560567d3b8d749885")
}

// UnpackNotIssuerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotIssuer(address account)
func (ballot *Ballot) UnpackNotIssuerError(raw []byte) (*BallotNotIssuer, error) {
	out := new(BallotNotIssuer)
	if err := ballot.abi.UnpackIntoInterface(out, "NotIssuer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BallotNotOpen represents a NotOpen error raised by the Ballot contract.
type BallotNotOpen struct {
	Opens *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotOpen(uint256 opens)
func BallotNotOpenErrorID() common.Hash {
	return common.HexToHash("0x341b372afd90a6d43f9bc234e4fc4c4b6378987f90b3c1d91800bdf4e8ce31b8")
}

// UnpackNotOpenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotOpen(uint256 opens)
func (ballot *Ballot) UnpackNotOpenError(raw []byte) (*BallotNotOpen, error) {
	out := new(BallotNotOpen)
	if err := ballot.abi.UnpackIntoInterface(out, "NotOpen", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BallotNotWhitelisted represents a NotWhitelisted error raised by the Ballot contract.
type BallotNotWhitelisted struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotWhitelisted(address account)
func BallotNotWhitelistedErrorID() common.Hash {
	return common.HexToHash("0xdf17e316032919b4d020f3d17715bf5a2981e17bdf01d2032cf9085963ea2ba8")
}

// UnpackNotWhitelistedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotWhitelisted(address account)
func (ballot *Ballot) UnpackNotWhitelistedError(raw []byte) (*BallotNotWhitelisted, error) {
	out := new(BallotNotWhitelisted)
	if err := ballot.abi.UnpackIntoInterface(out, "NotWhitelisted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BallotOptionUnknown represents a OptionUnknown error raised by the Ballot contract.
type BallotOptionUnknown struct {
	Option *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OptionUnknown(uint256 option)
func BallotOptionUnknownErrorID() common.Hash {
	return common.HexToHash("0xe33245a1be9ce9d2745a1d0751af32f9ffba00c0723c5583feeed2823cce72e0")
}

// UnpackOptionUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OptionUnknown(uint256 option)
func (ballot *Ballot) UnpackOptionUnknownError(raw []byte) (*BallotOptionUnknown, error) {
	out := new(BallotOptionUnknown)
	if err := ballot.abi.UnpackIntoInterface(out, "OptionUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BallotOptionsInvalid represents a OptionsInvalid error raised by the Ballot contract.
type BallotOptionsInvalid struct {
	Options *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OptionsInvalid(uint256 options)
func BallotOptionsInvalidErrorID() common.Hash {
	return common.HexToHash("0x0da9ccb5251316d07ce815852da23019cca429274d50aeb702917871ea911199")
}

// UnpackOptionsInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OptionsInvalid(uint256 options)
func (ballot *Ballot) UnpackOptionsInvalidError(raw []byte) (*BallotOptionsInvalid, error) {
	out := new(BallotOptionsInvalid)
	if err := ballot.abi.UnpackIntoInterface(out, "OptionsInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BallotOver represents a Over error raised by the Ballot contract.
type BallotOver struct {
	Closes *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Over(uint256 closes)
func BallotOverErrorID() common.Hash {
	return common.HexToHash("0xb6828c825650d447e99f5c7439bfb864dc14845055c21f648fc4fa61e0383bbc")
}

// UnpackOverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Over(uint256 closes)
func (ballot *Ballot) UnpackOverError(raw []byte) (*BallotOver, error) {
	out := new(BallotOver)
	if err := ballot.abi.UnpackIntoInterface(out, "Over", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BallotQuorumInvalid represents a QuorumInvalid error raised by the Ballot contract.
type BallotQuorumInvalid struct {
	BasisPoints *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error QuorumInvalid(uint256 basisPoints)
func BallotQuorumInvalidErrorID() common.Hash {
	return common.HexToHash("0x51498b859e4d2711c10911ecac0a625cadec71f4e7e5107af3c62e5350ac22c3")
}

// UnpackQuorumInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error QuorumInvalid(uint256 basisPoints)
func (ballot *Ballot) UnpackQuorumInvalidError(raw []byte) (*BallotQuorumInvalid, error) {
	out := new(BallotQuorumInvalid)
	if err := ballot.abi.UnpackIntoInterface(out, "QuorumInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BallotSignatureExpired represents a SignatureExpired error raised by the Ballot contract.
type BallotSignatureExpired struct {
	Deadline *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SignatureExpired(uint256 deadline)
func BallotSignatureExpiredErrorID() common.Hash {
	return common.HexToHash("0xcd21db4f5222c209a625f44a7faa4c7077b21128ed96c96bd5c3a0f7bcc95d38")
}

// UnpackSignatureExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SignatureExpired(uint256 deadline)
func (ballot *Ballot) UnpackSignatureExpiredError(raw []byte) (*BallotSignatureExpired, error) {
	out := new(BallotSignatureExpired)
	if err := ballot.abi.UnpackIntoInterface(out, "SignatureExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BallotSignatureInvalid represents a SignatureInvalid error raised by the Ballot contract.
type BallotSignatureInvalid struct {
	Voter common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SignatureInvalid(address voter)
func BallotSignatureInvalidErrorID() common.Hash {
	return common.HexToHash("0xae9ff1c03b9f3f4b04943b0842f9637a93d3c2f68284967eb1f705baf29823cc")
}

// UnpackSignatureInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SignatureInvalid(address voter)
func (ballot *Ballot) UnpackSignatureInvalidError(raw []byte) (*BallotSignatureInvalid, error) {
	out := new(BallotSignatureInvalid)
	if err := ballot.abi.UnpackIntoInterface(out, "SignatureInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BallotTimesInvalid represents a TimesInvalid error raised by the Ballot contract.
type BallotTimesInvalid struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TimesInvalid()
func BallotTimesInvalidErrorID() common.Hash {
	return common.HexToHash("0xf29cd0901f3072bd0f6d630f45ff848a4757726216491bead694b0be8028f641")
}

// UnpackTimesInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TimesInvalid()
func (ballot *Ballot) UnpackTimesInvalidError(raw []byte) (*BallotTimesInvalid, error) {
	out := new(BallotTimesInvalid)
	if err := ballot.abi.UnpackIntoInterface(out, "TimesInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BallotTokenInvalid represents a TokenInvalid error raised by the Ballot contract.
type BallotTokenInvalid struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TokenInvalid(address token)
func BallotTokenInvalidErrorID() common.Hash {
	return common.HexToHash("0xd4c6aa81aac14bf44ad92ecfbe42f36dae9475021d16e6f5f76554509c0930b9")
}

// UnpackTokenInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TokenInvalid(address token)
func (ballot *Ballot) UnpackTokenInvalidError(raw []byte) (*BallotTokenInvalid, error) {
	out := new(BallotTokenInvalid)
	if err := ballot.abi.UnpackIntoInterface(out, "TokenInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BallotTooManyVotes represents a TooManyVotes error raised by the Ballot contract.
type BallotTooManyVotes struct {
	Votes    *big.Int
	Entitled *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TooManyVotes(uint256 votes, uint256 entitled)
func BallotTooManyVotesErrorID() common.Hash {
	return common.HexToHash("0x73d50933febab9760a29ab8a60ea1c44cc012a4266d5977775683b66aa829c35")
}

// UnpackTooManyVotesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TooManyVotes(uint256 votes, uint256 entitled)
func (ballot *Ballot) UnpackTooManyVotesError(raw []byte) (*BallotTooManyVotes, error) {
	out := new(BallotTooManyVotes)
	if err := ballot.abi.UnpackIntoInterface(out, "TooManyVotes", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BallotWrongContract represents a WrongContract error raised by the Ballot contract.
type BallotWrongContract struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongContract()
func BallotWrongContractErrorID() common.Hash {
	return common.HexToHash("0xd348b9b082b25cdfc4a13e066654bc7f40ab5375a6ad005324994a1fe565c92f")
}

// UnpackWrongContractError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongContract()
func (ballot *Ballot) UnpackWrongContractError(raw []byte) (*BallotWrongContract, error) {
	out := new(BallotWrongContract)
	if err := ballot.abi.UnpackIntoInterface(out, "WrongContract", raw); err != nil {
		return nil, err
	}
	return out, nil
}
