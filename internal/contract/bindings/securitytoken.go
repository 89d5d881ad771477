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

// SecurityTokenMetaData contains all meta data concerning the SecurityToken contract.
var SecurityTokenMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"string\",\"name\":\"name_\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"symbol_\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"url_\",\"type\":\"string\"},{\"internalType\":\"uint8\",\"name\":\"decimals_\",\"type\":\"uint8\"},{\"internalType\":\"address\",\"name\":\"issuer\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"AccessControlBadConfirmation\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"neededRole\",\"type\":\"bytes32\"}],\"name\":\"AccessControlUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"AddressIsFrozen\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"name\",\"type\":\"bytes32\"}],\"name\":\"DocumentUnknown\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"allowance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"ERC20InsufficientAllowance\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"ERC20InsufficientBalance\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"approver\",\"type\":\"address\"}],\"name\":\"ERC20InvalidApprover\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"receiver\",\"type\":\"address\"}],\"name\":\"ERC20InvalidReceiver\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"ERC20InvalidSender\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"}],\"name\":\"ERC20InvalidSpender\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"ERC7943CannotReceive\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"ERC7943CannotSend\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"ERC7943CannotTransfer\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"unfrozen\",\"type\":\"uint256\"}],\"name\":\"ERC7943InsufficientUnfrozenBalance\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EnforcedPause\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ExpectedPause\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"IssuerInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"accounts\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"values\",\"type\":\"uint256\"}],\"name\":\"LengthMismatch\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"}],\"name\":\"PermitExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"PermitInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"policy\",\"type\":\"address\"}],\"name\":\"PolicyBroken\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"policy\",\"type\":\"address\"}],\"name\":\"PolicyInvalid\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"policy\",\"type\":\"address\"}],\"name\":\"PolicyOutOfGas\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"}],\"name\":\"RecordDateNotOver\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"}],\"name\":\"RecordDatePast\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"}],\"name\":\"RecordDateUnknown\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"RecoverToSame\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"supply\",\"type\":\"uint256\"}],\"name\":\"SupplyNotZero\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"supply\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"SupplyOverflow\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"TokenClosed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"most\",\"type\":\"uint256\"}],\"name\":\"TooManyRecordDates\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"code\",\"type\":\"uint8\"},{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"TransferRestricted\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bool\",\"name\":\"frozen\",\"type\":\"bool\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"AddressFrozen\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"kind\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"subject\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"uri\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"}],\"name\":\"Announcement\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"Approval\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"Closed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"name\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"uri\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"documentHash\",\"type\":\"bytes32\"}],\"name\":\"DocumentRemoved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"name\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"uri\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"documentHash\",\"type\":\"bytes32\"}],\"name\":\"DocumentUpdated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[],\"name\":\"EIP712DomainChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint8\",\"name\":\"kind\",\"type\":\"uint8\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"pastPolicy\",\"type\":\"bool\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"reason\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"document\",\"type\":\"bytes32\"}],\"name\":\"Enforced\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"ForcedTransfer\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Frozen\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"symbol\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"url\",\"type\":\"string\"}],\"name\":\"InfoChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Paused\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"policy\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"kinds\",\"type\":\"uint8\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"PolicyChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"}],\"name\":\"RecordDateCancelled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"}],\"name\":\"RecordDateSet\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"previousAdminRole\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"newAdminRole\",\"type\":\"bytes32\"}],\"name\":\"RoleAdminChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"RoleGranted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"RoleRevoked\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"Transfer\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Unpaused\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"ANNOUNCE_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"BURN_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"DEFAULT_ADMIN_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"DOMAIN_SEPARATOR\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"FORCE_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"FREEZE_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"INFO_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"ISSUE_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"PAUSE_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"POLICY_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"RECOVERY_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"}],\"name\":\"allowance\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"kind\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"subject\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"name_\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"uri\",\"type\":\"string\"},{\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"}],\"name\":\"announce\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"approve\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"balanceOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"balanceOfAt\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"},{\"internalType\":\"address[]\",\"name\":\"accounts\",\"type\":\"address[]\"}],\"name\":\"balancesOfAt\",\"outputs\":[{\"internalType\":\"uint256[]\",\"name\":\"balances\",\"type\":\"uint256[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"to\",\"type\":\"address[]\"},{\"internalType\":\"uint256[]\",\"name\":\"values\",\"type\":\"uint256[]\"}],\"name\":\"batchIssue\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"to\",\"type\":\"address[]\"},{\"internalType\":\"uint256[]\",\"name\":\"values\",\"type\":\"uint256[]\"}],\"name\":\"batchTransfer\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"string\",\"name\":\"reason\",\"type\":\"string\"},{\"internalType\":\"bytes32\",\"name\":\"document\",\"type\":\"bytes32\"}],\"name\":\"burn\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"canReceive\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"canSend\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"canTransfer\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"}],\"name\":\"cancelRecordDate\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"close\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"closed\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"decimals\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"detectTransferRestriction\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"eip712Domain\",\"outputs\":[{\"internalType\":\"bytes1\",\"name\":\"fields\",\"type\":\"bytes1\"},{\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"version\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"verifyingContract\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"uint256[]\",\"name\":\"extensions\",\"type\":\"uint256[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"forcedTransfer\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"string\",\"name\":\"reason\",\"type\":\"string\"},{\"internalType\":\"bytes32\",\"name\":\"document\",\"type\":\"bytes32\"}],\"name\":\"forcedTransfer\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getAllDocuments\",\"outputs\":[{\"internalType\":\"bytes32[]\",\"name\":\"\",\"type\":\"bytes32[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"name\",\"type\":\"bytes32\"}],\"name\":\"getDocument\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"},{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"getFrozenTokens\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"}],\"name\":\"getRoleAdmin\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"grantRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"hasRole\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"isFrozen\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"}],\"name\":\"isRecordDate\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"issue\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"code\",\"type\":\"uint8\"}],\"name\":\"messageForTransferRestriction\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"name\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"nonces\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"paused\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pendingRecordDates\",\"outputs\":[{\"internalType\":\"uint40[]\",\"name\":\"pending\",\"type\":\"uint40[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"}],\"name\":\"permit\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"},{\"internalType\":\"uint8\",\"name\":\"v\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"r\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"s\",\"type\":\"bytes32\"}],\"name\":\"permit\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"policy\",\"outputs\":[{\"internalType\":\"contractITransferPolicy\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"lost\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"fresh\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"reason\",\"type\":\"string\"},{\"internalType\":\"bytes32\",\"name\":\"document\",\"type\":\"bytes32\"}],\"name\":\"recover\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"name_\",\"type\":\"bytes32\"}],\"name\":\"removeDocument\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"callerConfirmation\",\"type\":\"address\"}],\"name\":\"renounceRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"revokeRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"frozen\",\"type\":\"bool\"}],\"name\":\"setAddressFrozen\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"name_\",\"type\":\"bytes32\"},{\"internalType\":\"string\",\"name\":\"uri\",\"type\":\"string\"},{\"internalType\":\"bytes32\",\"name\":\"documentHash\",\"type\":\"bytes32\"}],\"name\":\"setDocument\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"setFrozenTokens\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"newName\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"newSymbol\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"newUrl\",\"type\":\"string\"}],\"name\":\"setInfo\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"contractITransferPolicy\",\"name\":\"newPolicy\",\"type\":\"address\"}],\"name\":\"setPolicy\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"}],\"name\":\"setRecordDate\",\"outputs\":[{\"internalType\":\"uint40\",\"name\":\"\",\"type\":\"uint40\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes4\",\"name\":\"id\",\"type\":\"bytes4\"}],\"name\":\"supportsInterface\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"symbol\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalSupply\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"}],\"name\":\"totalSupplyAt\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"transfer\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"transferFrom\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unpause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"url\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"version\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "SecurityToken",
}

// SecurityToken is an auto generated Go binding around an Ethereum contract.
type SecurityToken struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *SecurityToken) GetABI() abi.ABI {
	return c.abi
}

// NewSecurityToken creates a new instance of SecurityToken.
func NewSecurityToken() *SecurityToken {
	parsed, err := SecurityTokenMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &SecurityToken{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *SecurityToken) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(string name_, string symbol_, string url_, uint8 decimals_, address issuer) returns()
func (securityToken *SecurityToken) PackConstructor(name_ string, symbol_ string, url_ string, decimals_ uint8, issuer common.Address) []byte {
	enc, err := securityToken.abi.Pack("", name_, symbol_, url_, decimals_, issuer)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackANNOUNCEROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x86089e10.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ANNOUNCE_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) PackANNOUNCEROLE() []byte {
	enc, err := securityToken.abi.Pack("ANNOUNCE_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackANNOUNCEROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x86089e10.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ANNOUNCE_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) TryPackANNOUNCEROLE() ([]byte, error) {
	return securityToken.abi.Pack("ANNOUNCE_ROLE")
}

// UnpackANNOUNCEROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x86089e10.
//
// Solidity: function ANNOUNCE_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) UnpackANNOUNCEROLE(data []byte) ([32]byte, error) {
	out, err := securityToken.abi.Unpack("ANNOUNCE_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackBURNROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb930908f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function BURN_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) PackBURNROLE() []byte {
	enc, err := securityToken.abi.Pack("BURN_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBURNROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb930908f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function BURN_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) TryPackBURNROLE() ([]byte, error) {
	return securityToken.abi.Pack("BURN_ROLE")
}

// UnpackBURNROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb930908f.
//
// Solidity: function BURN_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) UnpackBURNROLE(data []byte) ([32]byte, error) {
	out, err := securityToken.abi.Unpack("BURN_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackDEFAULTADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa217fddf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) PackDEFAULTADMINROLE() []byte {
	enc, err := securityToken.abi.Pack("DEFAULT_ADMIN_ROLE")
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
func (securityToken *SecurityToken) TryPackDEFAULTADMINROLE() ([]byte, error) {
	return securityToken.abi.Pack("DEFAULT_ADMIN_ROLE")
}

// UnpackDEFAULTADMINROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa217fddf.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) UnpackDEFAULTADMINROLE(data []byte) ([32]byte, error) {
	out, err := securityToken.abi.Unpack("DEFAULT_ADMIN_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackDOMAINSEPARATOR is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3644e515.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DOMAIN_SEPARATOR() view returns(bytes32)
func (securityToken *SecurityToken) PackDOMAINSEPARATOR() []byte {
	enc, err := securityToken.abi.Pack("DOMAIN_SEPARATOR")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDOMAINSEPARATOR is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3644e515.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function DOMAIN_SEPARATOR() view returns(bytes32)
func (securityToken *SecurityToken) TryPackDOMAINSEPARATOR() ([]byte, error) {
	return securityToken.abi.Pack("DOMAIN_SEPARATOR")
}

// UnpackDOMAINSEPARATOR is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3644e515.
//
// Solidity: function DOMAIN_SEPARATOR() view returns(bytes32)
func (securityToken *SecurityToken) UnpackDOMAINSEPARATOR(data []byte) ([32]byte, error) {
	out, err := securityToken.abi.Unpack("DOMAIN_SEPARATOR", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackFORCEROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfa5d4f60.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function FORCE_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) PackFORCEROLE() []byte {
	enc, err := securityToken.abi.Pack("FORCE_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFORCEROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfa5d4f60.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function FORCE_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) TryPackFORCEROLE() ([]byte, error) {
	return securityToken.abi.Pack("FORCE_ROLE")
}

// UnpackFORCEROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfa5d4f60.
//
// Solidity: function FORCE_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) UnpackFORCEROLE(data []byte) ([32]byte, error) {
	out, err := securityToken.abi.Unpack("FORCE_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackFREEZEROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf9e85723.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function FREEZE_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) PackFREEZEROLE() []byte {
	enc, err := securityToken.abi.Pack("FREEZE_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFREEZEROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf9e85723.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function FREEZE_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) TryPackFREEZEROLE() ([]byte, error) {
	return securityToken.abi.Pack("FREEZE_ROLE")
}

// UnpackFREEZEROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf9e85723.
//
// Solidity: function FREEZE_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) UnpackFREEZEROLE(data []byte) ([32]byte, error) {
	out, err := securityToken.abi.Unpack("FREEZE_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackINFOROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x45fa4c65.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function INFO_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) PackINFOROLE() []byte {
	enc, err := securityToken.abi.Pack("INFO_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackINFOROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x45fa4c65.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function INFO_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) TryPackINFOROLE() ([]byte, error) {
	return securityToken.abi.Pack("INFO_ROLE")
}

// UnpackINFOROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x45fa4c65.
//
// Solidity: function INFO_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) UnpackINFOROLE(data []byte) ([32]byte, error) {
	out, err := securityToken.abi.Unpack("INFO_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackISSUEROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x856222f1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ISSUE_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) PackISSUEROLE() []byte {
	enc, err := securityToken.abi.Pack("ISSUE_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackISSUEROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x856222f1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ISSUE_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) TryPackISSUEROLE() ([]byte, error) {
	return securityToken.abi.Pack("ISSUE_ROLE")
}

// UnpackISSUEROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x856222f1.
//
// Solidity: function ISSUE_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) UnpackISSUEROLE(data []byte) ([32]byte, error) {
	out, err := securityToken.abi.Unpack("ISSUE_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackPAUSEROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x389ed267.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function PAUSE_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) PackPAUSEROLE() []byte {
	enc, err := securityToken.abi.Pack("PAUSE_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPAUSEROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x389ed267.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function PAUSE_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) TryPackPAUSEROLE() ([]byte, error) {
	return securityToken.abi.Pack("PAUSE_ROLE")
}

// UnpackPAUSEROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x389ed267.
//
// Solidity: function PAUSE_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) UnpackPAUSEROLE(data []byte) ([32]byte, error) {
	out, err := securityToken.abi.Unpack("PAUSE_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackPOLICYROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x22985246.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function POLICY_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) PackPOLICYROLE() []byte {
	enc, err := securityToken.abi.Pack("POLICY_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPOLICYROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x22985246.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function POLICY_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) TryPackPOLICYROLE() ([]byte, error) {
	return securityToken.abi.Pack("POLICY_ROLE")
}

// UnpackPOLICYROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x22985246.
//
// Solidity: function POLICY_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) UnpackPOLICYROLE(data []byte) ([32]byte, error) {
	out, err := securityToken.abi.Unpack("POLICY_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRECOVERYROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x31993a1c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function RECOVERY_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) PackRECOVERYROLE() []byte {
	enc, err := securityToken.abi.Pack("RECOVERY_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRECOVERYROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x31993a1c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function RECOVERY_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) TryPackRECOVERYROLE() ([]byte, error) {
	return securityToken.abi.Pack("RECOVERY_ROLE")
}

// UnpackRECOVERYROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x31993a1c.
//
// Solidity: function RECOVERY_ROLE() view returns(bytes32)
func (securityToken *SecurityToken) UnpackRECOVERYROLE(data []byte) ([32]byte, error) {
	out, err := securityToken.abi.Unpack("RECOVERY_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (securityToken *SecurityToken) PackAllowance(owner common.Address, spender common.Address) []byte {
	enc, err := securityToken.abi.Pack("allowance", owner, spender)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (securityToken *SecurityToken) TryPackAllowance(owner common.Address, spender common.Address) ([]byte, error) {
	return securityToken.abi.Pack("allowance", owner, spender)
}

// UnpackAllowance is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdd62ed3e.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (securityToken *SecurityToken) UnpackAllowance(data []byte) (*big.Int, error) {
	out, err := securityToken.abi.Unpack("allowance", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackAnnounce is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7d6e4c1b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function announce(bytes32 kind, address subject, string name_, string uri, bytes32 hash) returns()
func (securityToken *SecurityToken) PackAnnounce(kind [32]byte, subject common.Address, name string, uri string, hash [32]byte) []byte {
	enc, err := securityToken.abi.Pack("announce", kind, subject, name, uri, hash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAnnounce is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7d6e4c1b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function announce(bytes32 kind, address subject, string name_, string uri, bytes32 hash) returns()
func (securityToken *SecurityToken) TryPackAnnounce(kind [32]byte, subject common.Address, name string, uri string, hash [32]byte) ([]byte, error) {
	return securityToken.abi.Pack("announce", kind, subject, name, uri, hash)
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (securityToken *SecurityToken) PackApprove(spender common.Address, value *big.Int) []byte {
	enc, err := securityToken.abi.Pack("approve", spender, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (securityToken *SecurityToken) TryPackApprove(spender common.Address, value *big.Int) ([]byte, error) {
	return securityToken.abi.Pack("approve", spender, value)
}

// UnpackApprove is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x095ea7b3.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (securityToken *SecurityToken) UnpackApprove(data []byte) (bool, error) {
	out, err := securityToken.abi.Unpack("approve", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (securityToken *SecurityToken) PackBalanceOf(account common.Address) []byte {
	enc, err := securityToken.abi.Pack("balanceOf", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (securityToken *SecurityToken) TryPackBalanceOf(account common.Address) ([]byte, error) {
	return securityToken.abi.Pack("balanceOf", account)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (securityToken *SecurityToken) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := securityToken.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBalanceOfAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xae8601dc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOfAt(uint40 time, address account) view returns(uint256)
func (securityToken *SecurityToken) PackBalanceOfAt(time *big.Int, account common.Address) []byte {
	enc, err := securityToken.abi.Pack("balanceOfAt", time, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOfAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xae8601dc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOfAt(uint40 time, address account) view returns(uint256)
func (securityToken *SecurityToken) TryPackBalanceOfAt(time *big.Int, account common.Address) ([]byte, error) {
	return securityToken.abi.Pack("balanceOfAt", time, account)
}

// UnpackBalanceOfAt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xae8601dc.
//
// Solidity: function balanceOfAt(uint40 time, address account) view returns(uint256)
func (securityToken *SecurityToken) UnpackBalanceOfAt(data []byte) (*big.Int, error) {
	out, err := securityToken.abi.Unpack("balanceOfAt", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBalancesOfAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0604a668.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balancesOfAt(uint40 time, address[] accounts) view returns(uint256[] balances)
func (securityToken *SecurityToken) PackBalancesOfAt(time *big.Int, accounts []common.Address) []byte {
	enc, err := securityToken.abi.Pack("balancesOfAt", time, accounts)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalancesOfAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0604a668.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balancesOfAt(uint40 time, address[] accounts) view returns(uint256[] balances)
func (securityToken *SecurityToken) TryPackBalancesOfAt(time *big.Int, accounts []common.Address) ([]byte, error) {
	return securityToken.abi.Pack("balancesOfAt", time, accounts)
}

// UnpackBalancesOfAt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0604a668.
//
// Solidity: function balancesOfAt(uint40 time, address[] accounts) view returns(uint256[] balances)
func (securityToken *SecurityToken) UnpackBalancesOfAt(data []byte) ([]*big.Int, error) {
	out, err := securityToken.abi.Unpack("balancesOfAt", data)
	if err != nil {
		return *new([]*big.Int), err
	}
	out0 := *abi.ConvertType(out[0], new([]*big.Int)).(*[]*big.Int)
	return out0, nil
}

// PackBatchIssue is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x78ac81c6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function batchIssue(address[] to, uint256[] values) returns()
func (securityToken *SecurityToken) PackBatchIssue(to []common.Address, values []*big.Int) []byte {
	enc, err := securityToken.abi.Pack("batchIssue", to, values)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBatchIssue is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x78ac81c6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function batchIssue(address[] to, uint256[] values) returns()
func (securityToken *SecurityToken) TryPackBatchIssue(to []common.Address, values []*big.Int) ([]byte, error) {
	return securityToken.abi.Pack("batchIssue", to, values)
}

// PackBatchTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x88d695b2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function batchTransfer(address[] to, uint256[] values) returns()
func (securityToken *SecurityToken) PackBatchTransfer(to []common.Address, values []*big.Int) []byte {
	enc, err := securityToken.abi.Pack("batchTransfer", to, values)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBatchTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x88d695b2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function batchTransfer(address[] to, uint256[] values) returns()
func (securityToken *SecurityToken) TryPackBatchTransfer(to []common.Address, values []*big.Int) ([]byte, error) {
	return securityToken.abi.Pack("batchTransfer", to, values)
}

// PackBurn is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4429852f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function burn(address from, uint256 value, string reason, bytes32 document) returns()
func (securityToken *SecurityToken) PackBurn(from common.Address, value *big.Int, reason string, document [32]byte) []byte {
	enc, err := securityToken.abi.Pack("burn", from, value, reason, document)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBurn is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4429852f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function burn(address from, uint256 value, string reason, bytes32 document) returns()
func (securityToken *SecurityToken) TryPackBurn(from common.Address, value *big.Int, reason string, document [32]byte) ([]byte, error) {
	return securityToken.abi.Pack("burn", from, value, reason, document)
}

// PackCanReceive is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x90d370ba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function canReceive(address account) view returns(bool)
func (securityToken *SecurityToken) PackCanReceive(account common.Address) []byte {
	enc, err := securityToken.abi.Pack("canReceive", account)
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
func (securityToken *SecurityToken) TryPackCanReceive(account common.Address) ([]byte, error) {
	return securityToken.abi.Pack("canReceive", account)
}

// UnpackCanReceive is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x90d370ba.
//
// Solidity: function canReceive(address account) view returns(bool)
func (securityToken *SecurityToken) UnpackCanReceive(data []byte) (bool, error) {
	out, err := securityToken.abi.Unpack("canReceive", data)
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
func (securityToken *SecurityToken) PackCanSend(account common.Address) []byte {
	enc, err := securityToken.abi.Pack("canSend", account)
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
func (securityToken *SecurityToken) TryPackCanSend(account common.Address) ([]byte, error) {
	return securityToken.abi.Pack("canSend", account)
}

// UnpackCanSend is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2bc06a92.
//
// Solidity: function canSend(address account) view returns(bool)
func (securityToken *SecurityToken) UnpackCanSend(data []byte) (bool, error) {
	out, err := securityToken.abi.Unpack("canSend", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackCanTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe46638e6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function canTransfer(address from, address to, uint256 amount) view returns(bool)
func (securityToken *SecurityToken) PackCanTransfer(from common.Address, to common.Address, amount *big.Int) []byte {
	enc, err := securityToken.abi.Pack("canTransfer", from, to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCanTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe46638e6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function canTransfer(address from, address to, uint256 amount) view returns(bool)
func (securityToken *SecurityToken) TryPackCanTransfer(from common.Address, to common.Address, amount *big.Int) ([]byte, error) {
	return securityToken.abi.Pack("canTransfer", from, to, amount)
}

// UnpackCanTransfer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe46638e6.
//
// Solidity: function canTransfer(address from, address to, uint256 amount) view returns(bool)
func (securityToken *SecurityToken) UnpackCanTransfer(data []byte) (bool, error) {
	out, err := securityToken.abi.Unpack("canTransfer", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackCancelRecordDate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb0f7172b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function cancelRecordDate(uint40 time) returns()
func (securityToken *SecurityToken) PackCancelRecordDate(time *big.Int) []byte {
	enc, err := securityToken.abi.Pack("cancelRecordDate", time)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCancelRecordDate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb0f7172b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function cancelRecordDate(uint40 time) returns()
func (securityToken *SecurityToken) TryPackCancelRecordDate(time *big.Int) ([]byte, error) {
	return securityToken.abi.Pack("cancelRecordDate", time)
}

// PackClose is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x43d726d6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function close() returns()
func (securityToken *SecurityToken) PackClose() []byte {
	enc, err := securityToken.abi.Pack("close")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClose is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x43d726d6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function close() returns()
func (securityToken *SecurityToken) TryPackClose() ([]byte, error) {
	return securityToken.abi.Pack("close")
}

// PackClosed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x597e1fb5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function closed() view returns(bool)
func (securityToken *SecurityToken) PackClosed() []byte {
	enc, err := securityToken.abi.Pack("closed")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClosed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x597e1fb5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function closed() view returns(bool)
func (securityToken *SecurityToken) TryPackClosed() ([]byte, error) {
	return securityToken.abi.Pack("closed")
}

// UnpackClosed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x597e1fb5.
//
// Solidity: function closed() view returns(bool)
func (securityToken *SecurityToken) UnpackClosed(data []byte) (bool, error) {
	out, err := securityToken.abi.Unpack("closed", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decimals() view returns(uint8)
func (securityToken *SecurityToken) PackDecimals() []byte {
	enc, err := securityToken.abi.Pack("decimals")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function decimals() view returns(uint8)
func (securityToken *SecurityToken) TryPackDecimals() ([]byte, error) {
	return securityToken.abi.Pack("decimals")
}

// UnpackDecimals is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x313ce567.
//
// Solidity: function decimals() view returns(uint8)
func (securityToken *SecurityToken) UnpackDecimals(data []byte) (uint8, error) {
	out, err := securityToken.abi.Unpack("decimals", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackDetectTransferRestriction is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd4ce1415.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function detectTransferRestriction(address from, address to, uint256 value) view returns(uint8)
func (securityToken *SecurityToken) PackDetectTransferRestriction(from common.Address, to common.Address, value *big.Int) []byte {
	enc, err := securityToken.abi.Pack("detectTransferRestriction", from, to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDetectTransferRestriction is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd4ce1415.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function detectTransferRestriction(address from, address to, uint256 value) view returns(uint8)
func (securityToken *SecurityToken) TryPackDetectTransferRestriction(from common.Address, to common.Address, value *big.Int) ([]byte, error) {
	return securityToken.abi.Pack("detectTransferRestriction", from, to, value)
}

// UnpackDetectTransferRestriction is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd4ce1415.
//
// Solidity: function detectTransferRestriction(address from, address to, uint256 value) view returns(uint8)
func (securityToken *SecurityToken) UnpackDetectTransferRestriction(data []byte) (uint8, error) {
	out, err := securityToken.abi.Unpack("detectTransferRestriction", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (securityToken *SecurityToken) PackEip712Domain() []byte {
	enc, err := securityToken.abi.Pack("eip712Domain")
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
func (securityToken *SecurityToken) TryPackEip712Domain() ([]byte, error) {
	return securityToken.abi.Pack("eip712Domain")
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
func (securityToken *SecurityToken) UnpackEip712Domain(data []byte) (Eip712DomainOutput, error) {
	out, err := securityToken.abi.Unpack("eip712Domain", data)
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

// PackForcedTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9fc1d0e7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function forcedTransfer(address from, address to, uint256 amount) returns(bool)
func (securityToken *SecurityToken) PackForcedTransfer(from common.Address, to common.Address, amount *big.Int) []byte {
	enc, err := securityToken.abi.Pack("forcedTransfer", from, to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackForcedTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9fc1d0e7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function forcedTransfer(address from, address to, uint256 amount) returns(bool)
func (securityToken *SecurityToken) TryPackForcedTransfer(from common.Address, to common.Address, amount *big.Int) ([]byte, error) {
	return securityToken.abi.Pack("forcedTransfer", from, to, amount)
}

// UnpackForcedTransfer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9fc1d0e7.
//
// Solidity: function forcedTransfer(address from, address to, uint256 amount) returns(bool)
func (securityToken *SecurityToken) UnpackForcedTransfer(data []byte) (bool, error) {
	out, err := securityToken.abi.Unpack("forcedTransfer", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackForcedTransfer0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb6b5bd14.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function forcedTransfer(address from, address to, uint256 value, string reason, bytes32 document) returns()
func (securityToken *SecurityToken) PackForcedTransfer0(from common.Address, to common.Address, value *big.Int, reason string, document [32]byte) []byte {
	enc, err := securityToken.abi.Pack("forcedTransfer0", from, to, value, reason, document)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackForcedTransfer0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb6b5bd14.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function forcedTransfer(address from, address to, uint256 value, string reason, bytes32 document) returns()
func (securityToken *SecurityToken) TryPackForcedTransfer0(from common.Address, to common.Address, value *big.Int, reason string, document [32]byte) ([]byte, error) {
	return securityToken.abi.Pack("forcedTransfer0", from, to, value, reason, document)
}

// PackGetAllDocuments is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9fa5f50b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getAllDocuments() view returns(bytes32[])
func (securityToken *SecurityToken) PackGetAllDocuments() []byte {
	enc, err := securityToken.abi.Pack("getAllDocuments")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetAllDocuments is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9fa5f50b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getAllDocuments() view returns(bytes32[])
func (securityToken *SecurityToken) TryPackGetAllDocuments() ([]byte, error) {
	return securityToken.abi.Pack("getAllDocuments")
}

// UnpackGetAllDocuments is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9fa5f50b.
//
// Solidity: function getAllDocuments() view returns(bytes32[])
func (securityToken *SecurityToken) UnpackGetAllDocuments(data []byte) ([][32]byte, error) {
	out, err := securityToken.abi.Unpack("getAllDocuments", data)
	if err != nil {
		return *new([][32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([][32]byte)).(*[][32]byte)
	return out0, nil
}

// PackGetDocument is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb10d6b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getDocument(bytes32 name) view returns(string, bytes32, uint256)
func (securityToken *SecurityToken) PackGetDocument(name [32]byte) []byte {
	enc, err := securityToken.abi.Pack("getDocument", name)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetDocument is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb10d6b41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getDocument(bytes32 name) view returns(string, bytes32, uint256)
func (securityToken *SecurityToken) TryPackGetDocument(name [32]byte) ([]byte, error) {
	return securityToken.abi.Pack("getDocument", name)
}

// GetDocumentOutput serves as a container for the return parameters of contract
// method GetDocument.
type GetDocumentOutput struct {
	Arg0 string
	Arg1 [32]byte
	Arg2 *big.Int
}

// UnpackGetDocument is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb10d6b41.
//
// Solidity: function getDocument(bytes32 name) view returns(string, bytes32, uint256)
func (securityToken *SecurityToken) UnpackGetDocument(data []byte) (GetDocumentOutput, error) {
	out, err := securityToken.abi.Unpack("getDocument", data)
	outstruct := new(GetDocumentOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Arg0 = *abi.ConvertType(out[0], new(string)).(*string)
	outstruct.Arg1 = *abi.ConvertType(out[1], new([32]byte)).(*[32]byte)
	outstruct.Arg2 = abi.ConvertType(out[2], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackGetFrozenTokens is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x158b1a57.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getFrozenTokens(address account) view returns(uint256)
func (securityToken *SecurityToken) PackGetFrozenTokens(account common.Address) []byte {
	enc, err := securityToken.abi.Pack("getFrozenTokens", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetFrozenTokens is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x158b1a57.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getFrozenTokens(address account) view returns(uint256)
func (securityToken *SecurityToken) TryPackGetFrozenTokens(account common.Address) ([]byte, error) {
	return securityToken.abi.Pack("getFrozenTokens", account)
}

// UnpackGetFrozenTokens is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x158b1a57.
//
// Solidity: function getFrozenTokens(address account) view returns(uint256)
func (securityToken *SecurityToken) UnpackGetFrozenTokens(data []byte) (*big.Int, error) {
	out, err := securityToken.abi.Unpack("getFrozenTokens", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (securityToken *SecurityToken) PackGetRoleAdmin(role [32]byte) []byte {
	enc, err := securityToken.abi.Pack("getRoleAdmin", role)
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
func (securityToken *SecurityToken) TryPackGetRoleAdmin(role [32]byte) ([]byte, error) {
	return securityToken.abi.Pack("getRoleAdmin", role)
}

// UnpackGetRoleAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x248a9ca3.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (securityToken *SecurityToken) UnpackGetRoleAdmin(data []byte) ([32]byte, error) {
	out, err := securityToken.abi.Unpack("getRoleAdmin", data)
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
func (securityToken *SecurityToken) PackGrantRole(role [32]byte, account common.Address) []byte {
	enc, err := securityToken.abi.Pack("grantRole", role, account)
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
func (securityToken *SecurityToken) TryPackGrantRole(role [32]byte, account common.Address) ([]byte, error) {
	return securityToken.abi.Pack("grantRole", role, account)
}

// PackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (securityToken *SecurityToken) PackHasRole(role [32]byte, account common.Address) []byte {
	enc, err := securityToken.abi.Pack("hasRole", role, account)
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
func (securityToken *SecurityToken) TryPackHasRole(role [32]byte, account common.Address) ([]byte, error) {
	return securityToken.abi.Pack("hasRole", role, account)
}

// UnpackHasRole is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x91d14854.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (securityToken *SecurityToken) UnpackHasRole(data []byte) (bool, error) {
	out, err := securityToken.abi.Unpack("hasRole", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsFrozen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe5839836.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isFrozen(address account) view returns(bool)
func (securityToken *SecurityToken) PackIsFrozen(account common.Address) []byte {
	enc, err := securityToken.abi.Pack("isFrozen", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsFrozen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe5839836.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isFrozen(address account) view returns(bool)
func (securityToken *SecurityToken) TryPackIsFrozen(account common.Address) ([]byte, error) {
	return securityToken.abi.Pack("isFrozen", account)
}

// UnpackIsFrozen is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe5839836.
//
// Solidity: function isFrozen(address account) view returns(bool)
func (securityToken *SecurityToken) UnpackIsFrozen(data []byte) (bool, error) {
	out, err := securityToken.abi.Unpack("isFrozen", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsRecordDate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x654fc9da.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isRecordDate(uint40 time) view returns(bool)
func (securityToken *SecurityToken) PackIsRecordDate(time *big.Int) []byte {
	enc, err := securityToken.abi.Pack("isRecordDate", time)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsRecordDate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x654fc9da.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isRecordDate(uint40 time) view returns(bool)
func (securityToken *SecurityToken) TryPackIsRecordDate(time *big.Int) ([]byte, error) {
	return securityToken.abi.Pack("isRecordDate", time)
}

// UnpackIsRecordDate is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x654fc9da.
//
// Solidity: function isRecordDate(uint40 time) view returns(bool)
func (securityToken *SecurityToken) UnpackIsRecordDate(data []byte) (bool, error) {
	out, err := securityToken.abi.Unpack("isRecordDate", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIssue is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x867904b4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function issue(address to, uint256 value) returns()
func (securityToken *SecurityToken) PackIssue(to common.Address, value *big.Int) []byte {
	enc, err := securityToken.abi.Pack("issue", to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIssue is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x867904b4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function issue(address to, uint256 value) returns()
func (securityToken *SecurityToken) TryPackIssue(to common.Address, value *big.Int) ([]byte, error) {
	return securityToken.abi.Pack("issue", to, value)
}

// PackMessageForTransferRestriction is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7f4ab1dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function messageForTransferRestriction(uint8 code) view returns(string)
func (securityToken *SecurityToken) PackMessageForTransferRestriction(code uint8) []byte {
	enc, err := securityToken.abi.Pack("messageForTransferRestriction", code)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMessageForTransferRestriction is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7f4ab1dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function messageForTransferRestriction(uint8 code) view returns(string)
func (securityToken *SecurityToken) TryPackMessageForTransferRestriction(code uint8) ([]byte, error) {
	return securityToken.abi.Pack("messageForTransferRestriction", code)
}

// UnpackMessageForTransferRestriction is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7f4ab1dd.
//
// Solidity: function messageForTransferRestriction(uint8 code) view returns(string)
func (securityToken *SecurityToken) UnpackMessageForTransferRestriction(data []byte) (string, error) {
	out, err := securityToken.abi.Unpack("messageForTransferRestriction", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function name() view returns(string)
func (securityToken *SecurityToken) PackName() []byte {
	enc, err := securityToken.abi.Pack("name")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function name() view returns(string)
func (securityToken *SecurityToken) TryPackName() ([]byte, error) {
	return securityToken.abi.Pack("name")
}

// UnpackName is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06fdde03.
//
// Solidity: function name() view returns(string)
func (securityToken *SecurityToken) UnpackName(data []byte) (string, error) {
	out, err := securityToken.abi.Unpack("name", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackNonces is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ecebe00.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nonces(address owner) view returns(uint256)
func (securityToken *SecurityToken) PackNonces(owner common.Address) []byte {
	enc, err := securityToken.abi.Pack("nonces", owner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNonces is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ecebe00.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nonces(address owner) view returns(uint256)
func (securityToken *SecurityToken) TryPackNonces(owner common.Address) ([]byte, error) {
	return securityToken.abi.Pack("nonces", owner)
}

// UnpackNonces is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7ecebe00.
//
// Solidity: function nonces(address owner) view returns(uint256)
func (securityToken *SecurityToken) UnpackNonces(data []byte) (*big.Int, error) {
	out, err := securityToken.abi.Unpack("nonces", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (securityToken *SecurityToken) PackOwner() []byte {
	enc, err := securityToken.abi.Pack("owner")
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
func (securityToken *SecurityToken) TryPackOwner() ([]byte, error) {
	return securityToken.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (securityToken *SecurityToken) UnpackOwner(data []byte) (common.Address, error) {
	out, err := securityToken.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pause() returns()
func (securityToken *SecurityToken) PackPause() []byte {
	enc, err := securityToken.abi.Pack("pause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pause() returns()
func (securityToken *SecurityToken) TryPackPause() ([]byte, error) {
	return securityToken.abi.Pack("pause")
}

// PackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paused() view returns(bool)
func (securityToken *SecurityToken) PackPaused() []byte {
	enc, err := securityToken.abi.Pack("paused")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function paused() view returns(bool)
func (securityToken *SecurityToken) TryPackPaused() ([]byte, error) {
	return securityToken.abi.Pack("paused")
}

// UnpackPaused is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c975abb.
//
// Solidity: function paused() view returns(bool)
func (securityToken *SecurityToken) UnpackPaused(data []byte) (bool, error) {
	out, err := securityToken.abi.Unpack("paused", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackPendingRecordDates is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x48385f86.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingRecordDates() view returns(uint40[] pending)
func (securityToken *SecurityToken) PackPendingRecordDates() []byte {
	enc, err := securityToken.abi.Pack("pendingRecordDates")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingRecordDates is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x48385f86.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingRecordDates() view returns(uint40[] pending)
func (securityToken *SecurityToken) TryPackPendingRecordDates() ([]byte, error) {
	return securityToken.abi.Pack("pendingRecordDates")
}

// UnpackPendingRecordDates is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x48385f86.
//
// Solidity: function pendingRecordDates() view returns(uint40[] pending)
func (securityToken *SecurityToken) UnpackPendingRecordDates(data []byte) ([]*big.Int, error) {
	out, err := securityToken.abi.Unpack("pendingRecordDates", data)
	if err != nil {
		return *new([]*big.Int), err
	}
	out0 := *abi.ConvertType(out[0], new([]*big.Int)).(*[]*big.Int)
	return out0, nil
}

// PackPermit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9fd5a6cf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function permit(address owner, address spender, uint256 value, uint256 deadline, bytes signature) returns()
func (securityToken *SecurityToken) PackPermit(owner common.Address, spender common.Address, value *big.Int, deadline *big.Int, signature []byte) []byte {
	enc, err := securityToken.abi.Pack("permit", owner, spender, value, deadline, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPermit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9fd5a6cf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function permit(address owner, address spender, uint256 value, uint256 deadline, bytes signature) returns()
func (securityToken *SecurityToken) TryPackPermit(owner common.Address, spender common.Address, value *big.Int, deadline *big.Int, signature []byte) ([]byte, error) {
	return securityToken.abi.Pack("permit", owner, spender, value, deadline, signature)
}

// PackPermit0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd505accf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) returns()
func (securityToken *SecurityToken) PackPermit0(owner common.Address, spender common.Address, value *big.Int, deadline *big.Int, v uint8, r [32]byte, s [32]byte) []byte {
	enc, err := securityToken.abi.Pack("permit0", owner, spender, value, deadline, v, r, s)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPermit0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd505accf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) returns()
func (securityToken *SecurityToken) TryPackPermit0(owner common.Address, spender common.Address, value *big.Int, deadline *big.Int, v uint8, r [32]byte, s [32]byte) ([]byte, error) {
	return securityToken.abi.Pack("permit0", owner, spender, value, deadline, v, r, s)
}

// PackPolicy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0505c8c9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function policy() view returns(address)
func (securityToken *SecurityToken) PackPolicy() []byte {
	enc, err := securityToken.abi.Pack("policy")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPolicy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0505c8c9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function policy() view returns(address)
func (securityToken *SecurityToken) TryPackPolicy() ([]byte, error) {
	return securityToken.abi.Pack("policy")
}

// UnpackPolicy is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0505c8c9.
//
// Solidity: function policy() view returns(address)
func (securityToken *SecurityToken) UnpackPolicy(data []byte) (common.Address, error) {
	out, err := securityToken.abi.Unpack("policy", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRecover is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb3a9a633.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function recover(address lost, address fresh, string reason, bytes32 document) returns()
func (securityToken *SecurityToken) PackRecover(lost common.Address, fresh common.Address, reason string, document [32]byte) []byte {
	enc, err := securityToken.abi.Pack("recover", lost, fresh, reason, document)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRecover is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb3a9a633.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function recover(address lost, address fresh, string reason, bytes32 document) returns()
func (securityToken *SecurityToken) TryPackRecover(lost common.Address, fresh common.Address, reason string, document [32]byte) ([]byte, error) {
	return securityToken.abi.Pack("recover", lost, fresh, reason, document)
}

// PackRemoveDocument is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc3501848.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function removeDocument(bytes32 name_) returns()
func (securityToken *SecurityToken) PackRemoveDocument(name [32]byte) []byte {
	enc, err := securityToken.abi.Pack("removeDocument", name)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRemoveDocument is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc3501848.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function removeDocument(bytes32 name_) returns()
func (securityToken *SecurityToken) TryPackRemoveDocument(name [32]byte) ([]byte, error) {
	return securityToken.abi.Pack("removeDocument", name)
}

// PackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36568abe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceRole(bytes32 role, address callerConfirmation) returns()
func (securityToken *SecurityToken) PackRenounceRole(role [32]byte, callerConfirmation common.Address) []byte {
	enc, err := securityToken.abi.Pack("renounceRole", role, callerConfirmation)
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
func (securityToken *SecurityToken) TryPackRenounceRole(role [32]byte, callerConfirmation common.Address) ([]byte, error) {
	return securityToken.abi.Pack("renounceRole", role, callerConfirmation)
}

// PackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (securityToken *SecurityToken) PackRevokeRole(role [32]byte, account common.Address) []byte {
	enc, err := securityToken.abi.Pack("revokeRole", role, account)
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
func (securityToken *SecurityToken) TryPackRevokeRole(role [32]byte, account common.Address) ([]byte, error) {
	return securityToken.abi.Pack("revokeRole", role, account)
}

// PackSetAddressFrozen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc69c09cf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setAddressFrozen(address account, bool frozen) returns()
func (securityToken *SecurityToken) PackSetAddressFrozen(account common.Address, frozen bool) []byte {
	enc, err := securityToken.abi.Pack("setAddressFrozen", account, frozen)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetAddressFrozen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc69c09cf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setAddressFrozen(address account, bool frozen) returns()
func (securityToken *SecurityToken) TryPackSetAddressFrozen(account common.Address, frozen bool) ([]byte, error) {
	return securityToken.abi.Pack("setAddressFrozen", account, frozen)
}

// PackSetDocument is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x010648ca.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setDocument(bytes32 name_, string uri, bytes32 documentHash) returns()
func (securityToken *SecurityToken) PackSetDocument(name [32]byte, uri string, documentHash [32]byte) []byte {
	enc, err := securityToken.abi.Pack("setDocument", name, uri, documentHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetDocument is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x010648ca.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setDocument(bytes32 name_, string uri, bytes32 documentHash) returns()
func (securityToken *SecurityToken) TryPackSetDocument(name [32]byte, uri string, documentHash [32]byte) ([]byte, error) {
	return securityToken.abi.Pack("setDocument", name, uri, documentHash)
}

// PackSetFrozenTokens is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xebe45cba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setFrozenTokens(address account, uint256 amount) returns(bool)
func (securityToken *SecurityToken) PackSetFrozenTokens(account common.Address, amount *big.Int) []byte {
	enc, err := securityToken.abi.Pack("setFrozenTokens", account, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetFrozenTokens is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xebe45cba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setFrozenTokens(address account, uint256 amount) returns(bool)
func (securityToken *SecurityToken) TryPackSetFrozenTokens(account common.Address, amount *big.Int) ([]byte, error) {
	return securityToken.abi.Pack("setFrozenTokens", account, amount)
}

// UnpackSetFrozenTokens is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xebe45cba.
//
// Solidity: function setFrozenTokens(address account, uint256 amount) returns(bool)
func (securityToken *SecurityToken) UnpackSetFrozenTokens(data []byte) (bool, error) {
	out, err := securityToken.abi.Unpack("setFrozenTokens", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackSetInfo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6dec7a93.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setInfo(string newName, string newSymbol, string newUrl) returns()
func (securityToken *SecurityToken) PackSetInfo(newName string, newSymbol string, newUrl string) []byte {
	enc, err := securityToken.abi.Pack("setInfo", newName, newSymbol, newUrl)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetInfo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6dec7a93.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setInfo(string newName, string newSymbol, string newUrl) returns()
func (securityToken *SecurityToken) TryPackSetInfo(newName string, newSymbol string, newUrl string) ([]byte, error) {
	return securityToken.abi.Pack("setInfo", newName, newSymbol, newUrl)
}

// PackSetPolicy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7d4163d3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setPolicy(address newPolicy) returns()
func (securityToken *SecurityToken) PackSetPolicy(newPolicy common.Address) []byte {
	enc, err := securityToken.abi.Pack("setPolicy", newPolicy)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetPolicy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7d4163d3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setPolicy(address newPolicy) returns()
func (securityToken *SecurityToken) TryPackSetPolicy(newPolicy common.Address) ([]byte, error) {
	return securityToken.abi.Pack("setPolicy", newPolicy)
}

// PackSetRecordDate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb2165d27.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setRecordDate(uint40 time) returns(uint40)
func (securityToken *SecurityToken) PackSetRecordDate(time *big.Int) []byte {
	enc, err := securityToken.abi.Pack("setRecordDate", time)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetRecordDate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb2165d27.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setRecordDate(uint40 time) returns(uint40)
func (securityToken *SecurityToken) TryPackSetRecordDate(time *big.Int) ([]byte, error) {
	return securityToken.abi.Pack("setRecordDate", time)
}

// UnpackSetRecordDate is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb2165d27.
//
// Solidity: function setRecordDate(uint40 time) returns(uint40)
func (securityToken *SecurityToken) UnpackSetRecordDate(data []byte) (*big.Int, error) {
	out, err := securityToken.abi.Unpack("setRecordDate", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 id) view returns(bool)
func (securityToken *SecurityToken) PackSupportsInterface(id [4]byte) []byte {
	enc, err := securityToken.abi.Pack("supportsInterface", id)
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
func (securityToken *SecurityToken) TryPackSupportsInterface(id [4]byte) ([]byte, error) {
	return securityToken.abi.Pack("supportsInterface", id)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 id) view returns(bool)
func (securityToken *SecurityToken) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := securityToken.abi.Unpack("supportsInterface", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function symbol() view returns(string)
func (securityToken *SecurityToken) PackSymbol() []byte {
	enc, err := securityToken.abi.Pack("symbol")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function symbol() view returns(string)
func (securityToken *SecurityToken) TryPackSymbol() ([]byte, error) {
	return securityToken.abi.Pack("symbol")
}

// UnpackSymbol is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95d89b41.
//
// Solidity: function symbol() view returns(string)
func (securityToken *SecurityToken) UnpackSymbol(data []byte) (string, error) {
	out, err := securityToken.abi.Unpack("symbol", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalSupply() view returns(uint256)
func (securityToken *SecurityToken) PackTotalSupply() []byte {
	enc, err := securityToken.abi.Pack("totalSupply")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalSupply() view returns(uint256)
func (securityToken *SecurityToken) TryPackTotalSupply() ([]byte, error) {
	return securityToken.abi.Pack("totalSupply")
}

// UnpackTotalSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x18160ddd.
//
// Solidity: function totalSupply() view returns(uint256)
func (securityToken *SecurityToken) UnpackTotalSupply(data []byte) (*big.Int, error) {
	out, err := securityToken.abi.Unpack("totalSupply", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTotalSupplyAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x407418e7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalSupplyAt(uint40 time) view returns(uint256)
func (securityToken *SecurityToken) PackTotalSupplyAt(time *big.Int) []byte {
	enc, err := securityToken.abi.Pack("totalSupplyAt", time)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalSupplyAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x407418e7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalSupplyAt(uint40 time) view returns(uint256)
func (securityToken *SecurityToken) TryPackTotalSupplyAt(time *big.Int) ([]byte, error) {
	return securityToken.abi.Pack("totalSupplyAt", time)
}

// UnpackTotalSupplyAt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x407418e7.
//
// Solidity: function totalSupplyAt(uint40 time) view returns(uint256)
func (securityToken *SecurityToken) UnpackTotalSupplyAt(data []byte) (*big.Int, error) {
	out, err := securityToken.abi.Unpack("totalSupplyAt", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (securityToken *SecurityToken) PackTransfer(to common.Address, value *big.Int) []byte {
	enc, err := securityToken.abi.Pack("transfer", to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (securityToken *SecurityToken) TryPackTransfer(to common.Address, value *big.Int) ([]byte, error) {
	return securityToken.abi.Pack("transfer", to, value)
}

// UnpackTransfer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa9059cbb.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (securityToken *SecurityToken) UnpackTransfer(data []byte) (bool, error) {
	out, err := securityToken.abi.Unpack("transfer", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (securityToken *SecurityToken) PackTransferFrom(from common.Address, to common.Address, value *big.Int) []byte {
	enc, err := securityToken.abi.Pack("transferFrom", from, to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (securityToken *SecurityToken) TryPackTransferFrom(from common.Address, to common.Address, value *big.Int) ([]byte, error) {
	return securityToken.abi.Pack("transferFrom", from, to, value)
}

// UnpackTransferFrom is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x23b872dd.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (securityToken *SecurityToken) UnpackTransferFrom(data []byte) (bool, error) {
	out, err := securityToken.abi.Unpack("transferFrom", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unpause() returns()
func (securityToken *SecurityToken) PackUnpause() []byte {
	enc, err := securityToken.abi.Pack("unpause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unpause() returns()
func (securityToken *SecurityToken) TryPackUnpause() ([]byte, error) {
	return securityToken.abi.Pack("unpause")
}

// PackUrl is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5600f04f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function url() view returns(string)
func (securityToken *SecurityToken) PackUrl() []byte {
	enc, err := securityToken.abi.Pack("url")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUrl is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5600f04f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function url() view returns(string)
func (securityToken *SecurityToken) TryPackUrl() ([]byte, error) {
	return securityToken.abi.Pack("url")
}

// UnpackUrl is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5600f04f.
//
// Solidity: function url() view returns(string)
func (securityToken *SecurityToken) UnpackUrl(data []byte) (string, error) {
	out, err := securityToken.abi.Unpack("url", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x54fd4d50.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function version() view returns(string)
func (securityToken *SecurityToken) PackVersion() []byte {
	enc, err := securityToken.abi.Pack("version")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x54fd4d50.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function version() view returns(string)
func (securityToken *SecurityToken) TryPackVersion() ([]byte, error) {
	return securityToken.abi.Pack("version")
}

// UnpackVersion is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x54fd4d50.
//
// Solidity: function version() view returns(string)
func (securityToken *SecurityToken) UnpackVersion(data []byte) (string, error) {
	out, err := securityToken.abi.Unpack("version", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// SecurityTokenAddressFrozen represents a AddressFrozen event raised by the SecurityToken contract.
type SecurityTokenAddressFrozen struct {
	Account  common.Address
	Frozen   bool
	Operator common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const SecurityTokenAddressFrozenEventName = "AddressFrozen"

// ContractEventName returns the user-defined event name.
func (SecurityTokenAddressFrozen) ContractEventName() string {
	return SecurityTokenAddressFrozenEventName
}

// UnpackAddressFrozenEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event AddressFrozen(address indexed account, bool indexed frozen, address indexed operator)
func (securityToken *SecurityToken) UnpackAddressFrozenEvent(log *types.Log) (*SecurityTokenAddressFrozen, error) {
	event := "AddressFrozen"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != securityToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SecurityTokenAddressFrozen)
	if len(log.Data) > 0 {
		if err := securityToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range securityToken.abi.Events[event].Inputs {
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

// SecurityTokenAnnouncement represents a Announcement event raised by the SecurityToken contract.
type SecurityTokenAnnouncement struct {
	Kind     [32]byte
	Subject  common.Address
	Operator common.Address
	Name     string
	Uri      string
	Hash     [32]byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const SecurityTokenAnnouncementEventName = "Announcement"

// ContractEventName returns the user-defined event name.
func (SecurityTokenAnnouncement) ContractEventName() string {
	return SecurityTokenAnnouncementEventName
}

// UnpackAnnouncementEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Announcement(bytes32 indexed kind, address indexed subject, address indexed operator, string name, string uri, bytes32 hash)
func (securityToken *SecurityToken) UnpackAnnouncementEvent(log *types.Log) (*SecurityTokenAnnouncement, error) {
	event := "Announcement"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != securityToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SecurityTokenAnnouncement)
	if len(log.Data) > 0 {
		if err := securityToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range securityToken.abi.Events[event].Inputs {
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

// SecurityTokenApproval represents a Approval event raised by the SecurityToken contract.
type SecurityTokenApproval struct {
	Owner   common.Address
	Spender common.Address
	Value   *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const SecurityTokenApprovalEventName = "Approval"

// ContractEventName returns the user-defined event name.
func (SecurityTokenApproval) ContractEventName() string {
	return SecurityTokenApprovalEventName
}

// UnpackApprovalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Approval(address indexed owner, address indexed spender, uint256 value)
func (securityToken *SecurityToken) UnpackApprovalEvent(log *types.Log) (*SecurityTokenApproval, error) {
	event := "Approval"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != securityToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SecurityTokenApproval)
	if len(log.Data) > 0 {
		if err := securityToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range securityToken.abi.Events[event].Inputs {
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

// SecurityTokenClosed represents a Closed event raised by the SecurityToken contract.
type SecurityTokenClosed struct {
	Operator common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const SecurityTokenClosedEventName = "Closed"

// ContractEventName returns the user-defined event name.
func (SecurityTokenClosed) ContractEventName() string {
	return SecurityTokenClosedEventName
}

// UnpackClosedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Closed(address indexed operator)
func (securityToken *SecurityToken) UnpackClosedEvent(log *types.Log) (*SecurityTokenClosed, error) {
	event := "Closed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != securityToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SecurityTokenClosed)
	if len(log.Data) > 0 {
		if err := securityToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range securityToken.abi.Events[event].Inputs {
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

// SecurityTokenDocumentRemoved represents a DocumentRemoved event raised by the SecurityToken contract.
type SecurityTokenDocumentRemoved struct {
	Name         [32]byte
	Uri          string
	DocumentHash [32]byte
	Raw          *types.Log // Blockchain specific contextual infos
}

const SecurityTokenDocumentRemovedEventName = "DocumentRemoved"

// ContractEventName returns the user-defined event name.
func (SecurityTokenDocumentRemoved) ContractEventName() string {
	return SecurityTokenDocumentRemovedEventName
}

// UnpackDocumentRemovedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DocumentRemoved(bytes32 indexed name, string uri, bytes32 documentHash)
func (securityToken *SecurityToken) UnpackDocumentRemovedEvent(log *types.Log) (*SecurityTokenDocumentRemoved, error) {
	event := "DocumentRemoved"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != securityToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SecurityTokenDocumentRemoved)
	if len(log.Data) > 0 {
		if err := securityToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range securityToken.abi.Events[event].Inputs {
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

// SecurityTokenDocumentUpdated represents a DocumentUpdated event raised by the SecurityToken contract.
type SecurityTokenDocumentUpdated struct {
	Name         [32]byte
	Uri          string
	DocumentHash [32]byte
	Raw          *types.Log // Blockchain specific contextual infos
}

const SecurityTokenDocumentUpdatedEventName = "DocumentUpdated"

// ContractEventName returns the user-defined event name.
func (SecurityTokenDocumentUpdated) ContractEventName() string {
	return SecurityTokenDocumentUpdatedEventName
}

// UnpackDocumentUpdatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DocumentUpdated(bytes32 indexed name, string uri, bytes32 documentHash)
func (securityToken *SecurityToken) UnpackDocumentUpdatedEvent(log *types.Log) (*SecurityTokenDocumentUpdated, error) {
	event := "DocumentUpdated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != securityToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SecurityTokenDocumentUpdated)
	if len(log.Data) > 0 {
		if err := securityToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range securityToken.abi.Events[event].Inputs {
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

// SecurityTokenEIP712DomainChanged represents a EIP712DomainChanged event raised by the SecurityToken contract.
type SecurityTokenEIP712DomainChanged struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const SecurityTokenEIP712DomainChangedEventName = "EIP712DomainChanged"

// ContractEventName returns the user-defined event name.
func (SecurityTokenEIP712DomainChanged) ContractEventName() string {
	return SecurityTokenEIP712DomainChangedEventName
}

// UnpackEIP712DomainChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EIP712DomainChanged()
func (securityToken *SecurityToken) UnpackEIP712DomainChangedEvent(log *types.Log) (*SecurityTokenEIP712DomainChanged, error) {
	event := "EIP712DomainChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != securityToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SecurityTokenEIP712DomainChanged)
	if len(log.Data) > 0 {
		if err := securityToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range securityToken.abi.Events[event].Inputs {
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

// SecurityTokenEnforced represents a Enforced event raised by the SecurityToken contract.
type SecurityTokenEnforced struct {
	Kind       uint8
	From       common.Address
	To         common.Address
	Value      *big.Int
	Operator   common.Address
	PastPolicy bool
	Reason     string
	Document   [32]byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const SecurityTokenEnforcedEventName = "Enforced"

// ContractEventName returns the user-defined event name.
func (SecurityTokenEnforced) ContractEventName() string {
	return SecurityTokenEnforcedEventName
}

// UnpackEnforcedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Enforced(uint8 indexed kind, address indexed from, address indexed to, uint256 value, address operator, bool pastPolicy, string reason, bytes32 document)
func (securityToken *SecurityToken) UnpackEnforcedEvent(log *types.Log) (*SecurityTokenEnforced, error) {
	event := "Enforced"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != securityToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SecurityTokenEnforced)
	if len(log.Data) > 0 {
		if err := securityToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range securityToken.abi.Events[event].Inputs {
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

// SecurityTokenForcedTransfer represents a ForcedTransfer event raised by the SecurityToken contract.
type SecurityTokenForcedTransfer struct {
	From   common.Address
	To     common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const SecurityTokenForcedTransferEventName = "ForcedTransfer"

// ContractEventName returns the user-defined event name.
func (SecurityTokenForcedTransfer) ContractEventName() string {
	return SecurityTokenForcedTransferEventName
}

// UnpackForcedTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ForcedTransfer(address indexed from, address indexed to, uint256 amount)
func (securityToken *SecurityToken) UnpackForcedTransferEvent(log *types.Log) (*SecurityTokenForcedTransfer, error) {
	event := "ForcedTransfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != securityToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SecurityTokenForcedTransfer)
	if len(log.Data) > 0 {
		if err := securityToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range securityToken.abi.Events[event].Inputs {
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

// SecurityTokenFrozen represents a Frozen event raised by the SecurityToken contract.
type SecurityTokenFrozen struct {
	Account common.Address
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const SecurityTokenFrozenEventName = "Frozen"

// ContractEventName returns the user-defined event name.
func (SecurityTokenFrozen) ContractEventName() string {
	return SecurityTokenFrozenEventName
}

// UnpackFrozenEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Frozen(address indexed account, uint256 amount)
func (securityToken *SecurityToken) UnpackFrozenEvent(log *types.Log) (*SecurityTokenFrozen, error) {
	event := "Frozen"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != securityToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SecurityTokenFrozen)
	if len(log.Data) > 0 {
		if err := securityToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range securityToken.abi.Events[event].Inputs {
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

// SecurityTokenInfoChanged represents a InfoChanged event raised by the SecurityToken contract.
type SecurityTokenInfoChanged struct {
	Name   string
	Symbol string
	Url    string
	Raw    *types.Log // Blockchain specific contextual infos
}

const SecurityTokenInfoChangedEventName = "InfoChanged"

// ContractEventName returns the user-defined event name.
func (SecurityTokenInfoChanged) ContractEventName() string {
	return SecurityTokenInfoChangedEventName
}

// UnpackInfoChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event InfoChanged(string name, string symbol, string url)
func (securityToken *SecurityToken) UnpackInfoChangedEvent(log *types.Log) (*SecurityTokenInfoChanged, error) {
	event := "InfoChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != securityToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SecurityTokenInfoChanged)
	if len(log.Data) > 0 {
		if err := securityToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range securityToken.abi.Events[event].Inputs {
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

// SecurityTokenPaused represents a Paused event raised by the SecurityToken contract.
type SecurityTokenPaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const SecurityTokenPausedEventName = "Paused"

// ContractEventName returns the user-defined event name.
func (SecurityTokenPaused) ContractEventName() string {
	return SecurityTokenPausedEventName
}

// UnpackPausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Paused(address account)
func (securityToken *SecurityToken) UnpackPausedEvent(log *types.Log) (*SecurityTokenPaused, error) {
	event := "Paused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != securityToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SecurityTokenPaused)
	if len(log.Data) > 0 {
		if err := securityToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range securityToken.abi.Events[event].Inputs {
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

// SecurityTokenPolicyChanged represents a PolicyChanged event raised by the SecurityToken contract.
type SecurityTokenPolicyChanged struct {
	Policy   common.Address
	Kinds    uint8
	Operator common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const SecurityTokenPolicyChangedEventName = "PolicyChanged"

// ContractEventName returns the user-defined event name.
func (SecurityTokenPolicyChanged) ContractEventName() string {
	return SecurityTokenPolicyChangedEventName
}

// UnpackPolicyChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PolicyChanged(address indexed policy, uint8 kinds, address indexed operator)
func (securityToken *SecurityToken) UnpackPolicyChangedEvent(log *types.Log) (*SecurityTokenPolicyChanged, error) {
	event := "PolicyChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != securityToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SecurityTokenPolicyChanged)
	if len(log.Data) > 0 {
		if err := securityToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range securityToken.abi.Events[event].Inputs {
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

// SecurityTokenRecordDateCancelled represents a RecordDateCancelled event raised by the SecurityToken contract.
type SecurityTokenRecordDateCancelled struct {
	Time *big.Int
	Raw  *types.Log // Blockchain specific contextual infos
}

const SecurityTokenRecordDateCancelledEventName = "RecordDateCancelled"

// ContractEventName returns the user-defined event name.
func (SecurityTokenRecordDateCancelled) ContractEventName() string {
	return SecurityTokenRecordDateCancelledEventName
}

// UnpackRecordDateCancelledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RecordDateCancelled(uint40 indexed time)
func (securityToken *SecurityToken) UnpackRecordDateCancelledEvent(log *types.Log) (*SecurityTokenRecordDateCancelled, error) {
	event := "RecordDateCancelled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != securityToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SecurityTokenRecordDateCancelled)
	if len(log.Data) > 0 {
		if err := securityToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range securityToken.abi.Events[event].Inputs {
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

// SecurityTokenRecordDateSet represents a RecordDateSet event raised by the SecurityToken contract.
type SecurityTokenRecordDateSet struct {
	Time *big.Int
	Raw  *types.Log // Blockchain specific contextual infos
}

const SecurityTokenRecordDateSetEventName = "RecordDateSet"

// ContractEventName returns the user-defined event name.
func (SecurityTokenRecordDateSet) ContractEventName() string {
	return SecurityTokenRecordDateSetEventName
}

// UnpackRecordDateSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RecordDateSet(uint40 indexed time)
func (securityToken *SecurityToken) UnpackRecordDateSetEvent(log *types.Log) (*SecurityTokenRecordDateSet, error) {
	event := "RecordDateSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != securityToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SecurityTokenRecordDateSet)
	if len(log.Data) > 0 {
		if err := securityToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range securityToken.abi.Events[event].Inputs {
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

// SecurityTokenRoleAdminChanged represents a RoleAdminChanged event raised by the SecurityToken contract.
type SecurityTokenRoleAdminChanged struct {
	Role              [32]byte
	PreviousAdminRole [32]byte
	NewAdminRole      [32]byte
	Raw               *types.Log // Blockchain specific contextual infos
}

const SecurityTokenRoleAdminChangedEventName = "RoleAdminChanged"

// ContractEventName returns the user-defined event name.
func (SecurityTokenRoleAdminChanged) ContractEventName() string {
	return SecurityTokenRoleAdminChangedEventName
}

// UnpackRoleAdminChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleAdminChanged(bytes32 indexed role, bytes32 indexed previousAdminRole, bytes32 indexed newAdminRole)
func (securityToken *SecurityToken) UnpackRoleAdminChangedEvent(log *types.Log) (*SecurityTokenRoleAdminChanged, error) {
	event := "RoleAdminChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != securityToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SecurityTokenRoleAdminChanged)
	if len(log.Data) > 0 {
		if err := securityToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range securityToken.abi.Events[event].Inputs {
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

// SecurityTokenRoleGranted represents a RoleGranted event raised by the SecurityToken contract.
type SecurityTokenRoleGranted struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const SecurityTokenRoleGrantedEventName = "RoleGranted"

// ContractEventName returns the user-defined event name.
func (SecurityTokenRoleGranted) ContractEventName() string {
	return SecurityTokenRoleGrantedEventName
}

// UnpackRoleGrantedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)
func (securityToken *SecurityToken) UnpackRoleGrantedEvent(log *types.Log) (*SecurityTokenRoleGranted, error) {
	event := "RoleGranted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != securityToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SecurityTokenRoleGranted)
	if len(log.Data) > 0 {
		if err := securityToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range securityToken.abi.Events[event].Inputs {
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

// SecurityTokenRoleRevoked represents a RoleRevoked event raised by the SecurityToken contract.
type SecurityTokenRoleRevoked struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const SecurityTokenRoleRevokedEventName = "RoleRevoked"

// ContractEventName returns the user-defined event name.
func (SecurityTokenRoleRevoked) ContractEventName() string {
	return SecurityTokenRoleRevokedEventName
}

// UnpackRoleRevokedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)
func (securityToken *SecurityToken) UnpackRoleRevokedEvent(log *types.Log) (*SecurityTokenRoleRevoked, error) {
	event := "RoleRevoked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != securityToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SecurityTokenRoleRevoked)
	if len(log.Data) > 0 {
		if err := securityToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range securityToken.abi.Events[event].Inputs {
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

// SecurityTokenTransfer represents a Transfer event raised by the SecurityToken contract.
type SecurityTokenTransfer struct {
	From  common.Address
	To    common.Address
	Value *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const SecurityTokenTransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (SecurityTokenTransfer) ContractEventName() string {
	return SecurityTokenTransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 value)
func (securityToken *SecurityToken) UnpackTransferEvent(log *types.Log) (*SecurityTokenTransfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != securityToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SecurityTokenTransfer)
	if len(log.Data) > 0 {
		if err := securityToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range securityToken.abi.Events[event].Inputs {
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

// SecurityTokenUnpaused represents a Unpaused event raised by the SecurityToken contract.
type SecurityTokenUnpaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const SecurityTokenUnpausedEventName = "Unpaused"

// ContractEventName returns the user-defined event name.
func (SecurityTokenUnpaused) ContractEventName() string {
	return SecurityTokenUnpausedEventName
}

// UnpackUnpausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unpaused(address account)
func (securityToken *SecurityToken) UnpackUnpausedEvent(log *types.Log) (*SecurityTokenUnpaused, error) {
	event := "Unpaused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != securityToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SecurityTokenUnpaused)
	if len(log.Data) > 0 {
		if err := securityToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range securityToken.abi.Events[event].Inputs {
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
func (securityToken *SecurityToken) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], securityToken.abi.Errors["AccessControlBadConfirmation"].ID.Bytes()[:4]) {
		return securityToken.UnpackAccessControlBadConfirmationError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["AccessControlUnauthorizedAccount"].ID.Bytes()[:4]) {
		return securityToken.UnpackAccessControlUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["AddressIsFrozen"].ID.Bytes()[:4]) {
		return securityToken.UnpackAddressIsFrozenError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["DocumentUnknown"].ID.Bytes()[:4]) {
		return securityToken.UnpackDocumentUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["ERC20InsufficientAllowance"].ID.Bytes()[:4]) {
		return securityToken.UnpackERC20InsufficientAllowanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["ERC20InsufficientBalance"].ID.Bytes()[:4]) {
		return securityToken.UnpackERC20InsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["ERC20InvalidApprover"].ID.Bytes()[:4]) {
		return securityToken.UnpackERC20InvalidApproverError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["ERC20InvalidReceiver"].ID.Bytes()[:4]) {
		return securityToken.UnpackERC20InvalidReceiverError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["ERC20InvalidSender"].ID.Bytes()[:4]) {
		return securityToken.UnpackERC20InvalidSenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["ERC20InvalidSpender"].ID.Bytes()[:4]) {
		return securityToken.UnpackERC20InvalidSpenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["ERC7943CannotReceive"].ID.Bytes()[:4]) {
		return securityToken.UnpackERC7943CannotReceiveError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["ERC7943CannotSend"].ID.Bytes()[:4]) {
		return securityToken.UnpackERC7943CannotSendError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["ERC7943CannotTransfer"].ID.Bytes()[:4]) {
		return securityToken.UnpackERC7943CannotTransferError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["ERC7943InsufficientUnfrozenBalance"].ID.Bytes()[:4]) {
		return securityToken.UnpackERC7943InsufficientUnfrozenBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["EnforcedPause"].ID.Bytes()[:4]) {
		return securityToken.UnpackEnforcedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["ExpectedPause"].ID.Bytes()[:4]) {
		return securityToken.UnpackExpectedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["IssuerInvalid"].ID.Bytes()[:4]) {
		return securityToken.UnpackIssuerInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["LengthMismatch"].ID.Bytes()[:4]) {
		return securityToken.UnpackLengthMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["PermitExpired"].ID.Bytes()[:4]) {
		return securityToken.UnpackPermitExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["PermitInvalid"].ID.Bytes()[:4]) {
		return securityToken.UnpackPermitInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["PolicyBroken"].ID.Bytes()[:4]) {
		return securityToken.UnpackPolicyBrokenError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["PolicyInvalid"].ID.Bytes()[:4]) {
		return securityToken.UnpackPolicyInvalidError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["PolicyOutOfGas"].ID.Bytes()[:4]) {
		return securityToken.UnpackPolicyOutOfGasError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["RecordDateNotOver"].ID.Bytes()[:4]) {
		return securityToken.UnpackRecordDateNotOverError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["RecordDatePast"].ID.Bytes()[:4]) {
		return securityToken.UnpackRecordDatePastError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["RecordDateUnknown"].ID.Bytes()[:4]) {
		return securityToken.UnpackRecordDateUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["RecoverToSame"].ID.Bytes()[:4]) {
		return securityToken.UnpackRecoverToSameError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["SupplyNotZero"].ID.Bytes()[:4]) {
		return securityToken.UnpackSupplyNotZeroError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["SupplyOverflow"].ID.Bytes()[:4]) {
		return securityToken.UnpackSupplyOverflowError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["TokenClosed"].ID.Bytes()[:4]) {
		return securityToken.UnpackTokenClosedError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["TooManyRecordDates"].ID.Bytes()[:4]) {
		return securityToken.UnpackTooManyRecordDatesError(raw[4:])
	}
	if bytes.Equal(raw[:4], securityToken.abi.Errors["TransferRestricted"].ID.Bytes()[:4]) {
		return securityToken.UnpackTransferRestrictedError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// SecurityTokenAccessControlBadConfirmation represents a AccessControlBadConfirmation error raised by the SecurityToken contract.
type SecurityTokenAccessControlBadConfirmation struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlBadConfirmation()
func SecurityTokenAccessControlBadConfirmationErrorID() common.Hash {
	return common.HexToHash("0x6697b23232a647058342c0724fe7c415cab25915b54e5dbc03f233173d37b41c")
}

// UnpackAccessControlBadConfirmationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlBadConfirmation()
func (securityToken *SecurityToken) UnpackAccessControlBadConfirmationError(raw []byte) (*SecurityTokenAccessControlBadConfirmation, error) {
	out := new(SecurityTokenAccessControlBadConfirmation)
	if err := securityToken.abi.UnpackIntoInterface(out, "AccessControlBadConfirmation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenAccessControlUnauthorizedAccount represents a AccessControlUnauthorizedAccount error raised by the SecurityToken contract.
type SecurityTokenAccessControlUnauthorizedAccount struct {
	Account    common.Address
	NeededRole [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func SecurityTokenAccessControlUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0xe2517d3fbfae6f8515ef5ff1ccedc3933ab0cbbda0b492c06eb54ad10ef03b3e")
}

// UnpackAccessControlUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func (securityToken *SecurityToken) UnpackAccessControlUnauthorizedAccountError(raw []byte) (*SecurityTokenAccessControlUnauthorizedAccount, error) {
	out := new(SecurityTokenAccessControlUnauthorizedAccount)
	if err := securityToken.abi.UnpackIntoInterface(out, "AccessControlUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenAddressIsFrozen represents a AddressIsFrozen error raised by the SecurityToken contract.
type SecurityTokenAddressIsFrozen struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressIsFrozen(address account)
func SecurityTokenAddressIsFrozenErrorID() common.Hash {
	return common.HexToHash("0xf6f5733a9862b7cf60a2c15c28b21145cd34daf985afadfb93a8998aa1705dc2")
}

// UnpackAddressIsFrozenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressIsFrozen(address account)
func (securityToken *SecurityToken) UnpackAddressIsFrozenError(raw []byte) (*SecurityTokenAddressIsFrozen, error) {
	out := new(SecurityTokenAddressIsFrozen)
	if err := securityToken.abi.UnpackIntoInterface(out, "AddressIsFrozen", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenDocumentUnknown represents a DocumentUnknown error raised by the SecurityToken contract.
type SecurityTokenDocumentUnknown struct {
	Name [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DocumentUnknown(bytes32 name)
func SecurityTokenDocumentUnknownErrorID() common.Hash {
	return common.HexToHash("0x10746b86fe1f45dd0bb9b32b1166a968b2a06784e4fb47be7fb98f9a840101df")
}

// UnpackDocumentUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DocumentUnknown(bytes32 name)
func (securityToken *SecurityToken) UnpackDocumentUnknownError(raw []byte) (*SecurityTokenDocumentUnknown, error) {
	out := new(SecurityTokenDocumentUnknown)
	if err := securityToken.abi.UnpackIntoInterface(out, "DocumentUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenERC20InsufficientAllowance represents a ERC20InsufficientAllowance error raised by the SecurityToken contract.
type SecurityTokenERC20InsufficientAllowance struct {
	Spender   common.Address
	Allowance *big.Int
	Needed    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func SecurityTokenERC20InsufficientAllowanceErrorID() common.Hash {
	return common.HexToHash("0xfb8f41b23e99d2101d86da76cdfa87dd51c82ed07d3cb62cbc473e469dbc75c3")
}

// UnpackERC20InsufficientAllowanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func (securityToken *SecurityToken) UnpackERC20InsufficientAllowanceError(raw []byte) (*SecurityTokenERC20InsufficientAllowance, error) {
	out := new(SecurityTokenERC20InsufficientAllowance)
	if err := securityToken.abi.UnpackIntoInterface(out, "ERC20InsufficientAllowance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenERC20InsufficientBalance represents a ERC20InsufficientBalance error raised by the SecurityToken contract.
type SecurityTokenERC20InsufficientBalance struct {
	Sender  common.Address
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func SecurityTokenERC20InsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xe450d38cd8d9f7d95077d567d60ed49c7254716e6ad08fc9872816c97e0ffec6")
}

// UnpackERC20InsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func (securityToken *SecurityToken) UnpackERC20InsufficientBalanceError(raw []byte) (*SecurityTokenERC20InsufficientBalance, error) {
	out := new(SecurityTokenERC20InsufficientBalance)
	if err := securityToken.abi.UnpackIntoInterface(out, "ERC20InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenERC20InvalidApprover represents a ERC20InvalidApprover error raised by the SecurityToken contract.
type SecurityTokenERC20InvalidApprover struct {
	Approver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidApprover(address approver)
func SecurityTokenERC20InvalidApproverErrorID() common.Hash {
	return common.HexToHash("0xe602df05cc75712490294c6c104ab7c17f4030363910a7a2626411c6d3118847")
}

// UnpackERC20InvalidApproverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidApprover(address approver)
func (securityToken *SecurityToken) UnpackERC20InvalidApproverError(raw []byte) (*SecurityTokenERC20InvalidApprover, error) {
	out := new(SecurityTokenERC20InvalidApprover)
	if err := securityToken.abi.UnpackIntoInterface(out, "ERC20InvalidApprover", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenERC20InvalidReceiver represents a ERC20InvalidReceiver error raised by the SecurityToken contract.
type SecurityTokenERC20InvalidReceiver struct {
	Receiver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func SecurityTokenERC20InvalidReceiverErrorID() common.Hash {
	return common.HexToHash("0xec442f055133b72f3b2f9f0bb351c406b178527de2040a7d1feb4e058771f613")
}

// UnpackERC20InvalidReceiverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func (securityToken *SecurityToken) UnpackERC20InvalidReceiverError(raw []byte) (*SecurityTokenERC20InvalidReceiver, error) {
	out := new(SecurityTokenERC20InvalidReceiver)
	if err := securityToken.abi.UnpackIntoInterface(out, "ERC20InvalidReceiver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenERC20InvalidSender represents a ERC20InvalidSender error raised by the SecurityToken contract.
type SecurityTokenERC20InvalidSender struct {
	Sender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSender(address sender)
func SecurityTokenERC20InvalidSenderErrorID() common.Hash {
	return common.HexToHash("0x96c6fd1edd0cd6ef7ff0ecc0facdf53148dc0048b57fe58af65755250a7a96bd")
}

// UnpackERC20InvalidSenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSender(address sender)
func (securityToken *SecurityToken) UnpackERC20InvalidSenderError(raw []byte) (*SecurityTokenERC20InvalidSender, error) {
	out := new(SecurityTokenERC20InvalidSender)
	if err := securityToken.abi.UnpackIntoInterface(out, "ERC20InvalidSender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenERC20InvalidSpender represents a ERC20InvalidSpender error raised by the SecurityToken contract.
type SecurityTokenERC20InvalidSpender struct {
	Spender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSpender(address spender)
func SecurityTokenERC20InvalidSpenderErrorID() common.Hash {
	return common.HexToHash("0x94280d62c347d8d9f4d59a76ea321452406db88df38e0c9da304f58b57b373a2")
}

// UnpackERC20InvalidSpenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSpender(address spender)
func (securityToken *SecurityToken) UnpackERC20InvalidSpenderError(raw []byte) (*SecurityTokenERC20InvalidSpender, error) {
	out := new(SecurityTokenERC20InvalidSpender)
	if err := securityToken.abi.UnpackIntoInterface(out, "ERC20InvalidSpender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenERC7943CannotReceive represents a ERC7943CannotReceive error raised by the SecurityToken contract.
type SecurityTokenERC7943CannotReceive struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC7943CannotReceive(address account)
func SecurityTokenERC7943CannotReceiveErrorID() common.Hash {
	return common.HexToHash("0x705c1eed043f2b5dd3a4688f5c1e6b1faf4697a98d761d0c7c4a271abe1871d7")
}

// UnpackERC7943CannotReceiveError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC7943CannotReceive(address account)
func (securityToken *SecurityToken) UnpackERC7943CannotReceiveError(raw []byte) (*SecurityTokenERC7943CannotReceive, error) {
	out := new(SecurityTokenERC7943CannotReceive)
	if err := securityToken.abi.UnpackIntoInterface(out, "ERC7943CannotReceive", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenERC7943CannotSend represents a ERC7943CannotSend error raised by the SecurityToken contract.
type SecurityTokenERC7943CannotSend struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC7943CannotSend(address account)
func SecurityTokenERC7943CannotSendErrorID() common.Hash {
	return common.HexToHash("0x45bae9e2664ba3991d05bcca7d5c5f19ee9f38b3035017e78a7a5def3ce92fce")
}

// UnpackERC7943CannotSendError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC7943CannotSend(address account)
func (securityToken *SecurityToken) UnpackERC7943CannotSendError(raw []byte) (*SecurityTokenERC7943CannotSend, error) {
	out := new(SecurityTokenERC7943CannotSend)
	if err := securityToken.abi.UnpackIntoInterface(out, "ERC7943CannotSend", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenERC7943CannotTransfer represents a ERC7943CannotTransfer error raised by the SecurityToken contract.
type SecurityTokenERC7943CannotTransfer struct {
	From   common.Address
	To     common.Address
	Amount *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC7943CannotTransfer(address from, address to, uint256 amount)
func SecurityTokenERC7943CannotTransferErrorID() common.Hash {
	return common.HexToHash("0x22dda4bed2c3de93b2113939aa840605ac72c6ea305ccc6956bfd21a80ff1844")
}

// UnpackERC7943CannotTransferError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC7943CannotTransfer(address from, address to, uint256 amount)
func (securityToken *SecurityToken) UnpackERC7943CannotTransferError(raw []byte) (*SecurityTokenERC7943CannotTransfer, error) {
	out := new(SecurityTokenERC7943CannotTransfer)
	if err := securityToken.abi.UnpackIntoInterface(out, "ERC7943CannotTransfer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenERC7943InsufficientUnfrozenBalance represents a ERC7943InsufficientUnfrozenBalance error raised by the SecurityToken contract.
type SecurityTokenERC7943InsufficientUnfrozenBalance struct {
	Account  common.Address
	Amount   *big.Int
	Unfrozen *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC7943InsufficientUnfrozenBalance(address account, uint256 amount, uint256 unfrozen)
func SecurityTokenERC7943InsufficientUnfrozenBalanceErrorID() common.Hash {
	return common.HexToHash("0x00384e71f9ee67e5b3db3a408056d2dd6ab6178ba0c4f873853601e1f83f4b8a")
}

// UnpackERC7943InsufficientUnfrozenBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC7943InsufficientUnfrozenBalance(address account, uint256 amount, uint256 unfrozen)
func (securityToken *SecurityToken) UnpackERC7943InsufficientUnfrozenBalanceError(raw []byte) (*SecurityTokenERC7943InsufficientUnfrozenBalance, error) {
	out := new(SecurityTokenERC7943InsufficientUnfrozenBalance)
	if err := securityToken.abi.UnpackIntoInterface(out, "ERC7943InsufficientUnfrozenBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenEnforcedPause represents a EnforcedPause error raised by the SecurityToken contract.
type SecurityTokenEnforcedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EnforcedPause()
func SecurityTokenEnforcedPauseErrorID() common.Hash {
	return common.HexToHash("0xd93c0665d6c96d04a8f174024fc4ddd66c250604aff22bbec808de86dd3637e3")
}

// UnpackEnforcedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EnforcedPause()
func (securityToken *SecurityToken) UnpackEnforcedPauseError(raw []byte) (*SecurityTokenEnforcedPause, error) {
	out := new(SecurityTokenEnforcedPause)
	if err := securityToken.abi.UnpackIntoInterface(out, "EnforcedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenExpectedPause represents a ExpectedPause error raised by the SecurityToken contract.
type SecurityTokenExpectedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ExpectedPause()
func SecurityTokenExpectedPauseErrorID() common.Hash {
	return common.HexToHash("0x8dfc202bcfe9a735b559bee70674422512bc5c30f687046ae8778315fb81da44")
}

// UnpackExpectedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ExpectedPause()
func (securityToken *SecurityToken) UnpackExpectedPauseError(raw []byte) (*SecurityTokenExpectedPause, error) {
	out := new(SecurityTokenExpectedPause)
	if err := securityToken.abi.UnpackIntoInterface(out, "ExpectedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenIssuerInvalid represents a IssuerInvalid error raised by the SecurityToken contract.
type SecurityTokenIssuerInvalid struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error IssuerInvalid()
func SecurityTokenIssuerInvalidErrorID() common.Hash {
	return common.HexToHash("0x6c6b3925714c710423c7bb35d01f627a5d94ccb17a312b57cca266447cbba23d")
}

// UnpackIssuerInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error IssuerInvalid()
func (securityToken *SecurityToken) UnpackIssuerInvalidError(raw []byte) (*SecurityTokenIssuerInvalid, error) {
	out := new(SecurityTokenIssuerInvalid)
	if err := securityToken.abi.UnpackIntoInterface(out, "IssuerInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenLengthMismatch represents a LengthMismatch error raised by the SecurityToken contract.
type SecurityTokenLengthMismatch struct {
	Accounts *big.Int
	Values   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error LengthMismatch(uint256 accounts, uint256 values)
func SecurityTokenLengthMismatchErrorID() common.Hash {
	return common.HexToHash("0xab8b67c6893c59617ef3ba4b4b942e9791f2572db2fdb32028356532f3b7396a")
}

// UnpackLengthMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error LengthMismatch(uint256 accounts, uint256 values)
func (securityToken *SecurityToken) UnpackLengthMismatchError(raw []byte) (*SecurityTokenLengthMismatch, error) {
	out := new(SecurityTokenLengthMismatch)
	if err := securityToken.abi.UnpackIntoInterface(out, "LengthMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenPermitExpired represents a PermitExpired error raised by the SecurityToken contract.
type SecurityTokenPermitExpired struct {
	Deadline *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PermitExpired(uint256 deadline)
func SecurityTokenPermitExpiredErrorID() common.Hash {
	return common.HexToHash("0x9e96b26fa430cdb94aa7d06991102a0577730e9f5f52f05b4f010c56a086c2ad")
}

// UnpackPermitExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PermitExpired(uint256 deadline)
func (securityToken *SecurityToken) UnpackPermitExpiredError(raw []byte) (*SecurityTokenPermitExpired, error) {
	out := new(SecurityTokenPermitExpired)
	if err := securityToken.abi.UnpackIntoInterface(out, "PermitExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenPermitInvalid represents a PermitInvalid error raised by the SecurityToken contract.
type SecurityTokenPermitInvalid struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PermitInvalid(address owner)
func SecurityTokenPermitInvalidErrorID() common.Hash {
	return common.HexToHash("0xd46774fd0d3da9ecabdddffe53d8caa2ec15b19eb22416b6ca83ebcad81b6b2c")
}

// UnpackPermitInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PermitInvalid(address owner)
func (securityToken *SecurityToken) UnpackPermitInvalidError(raw []byte) (*SecurityTokenPermitInvalid, error) {
	out := new(SecurityTokenPermitInvalid)
	if err := securityToken.abi.UnpackIntoInterface(out, "PermitInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenPolicyBroken represents a PolicyBroken error raised by the SecurityToken contract.
type SecurityTokenPolicyBroken struct {
	Policy common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PolicyBroken(address policy)
func SecurityTokenPolicyBrokenErrorID() common.Hash {
	return common.HexToHash("0xf7cf221b9150d1d7bc1e77868dfe9b93be39c9ed3fcf675f36a0296c55002ef6")
}

// UnpackPolicyBrokenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PolicyBroken(address policy)
func (securityToken *SecurityToken) UnpackPolicyBrokenError(raw []byte) (*SecurityTokenPolicyBroken, error) {
	out := new(SecurityTokenPolicyBroken)
	if err := securityToken.abi.UnpackIntoInterface(out, "PolicyBroken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenPolicyInvalid represents a PolicyInvalid error raised by the SecurityToken contract.
type SecurityTokenPolicyInvalid struct {
	Policy common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PolicyInvalid(address policy)
func SecurityTokenPolicyInvalidErrorID() common.Hash {
	return common.HexToHash("0x373ea508bb47329bbc79c93b2fabaf4decee2f7f74eda0c2ccd6c57272389486")
}

// UnpackPolicyInvalidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PolicyInvalid(address policy)
func (securityToken *SecurityToken) UnpackPolicyInvalidError(raw []byte) (*SecurityTokenPolicyInvalid, error) {
	out := new(SecurityTokenPolicyInvalid)
	if err := securityToken.abi.UnpackIntoInterface(out, "PolicyInvalid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenPolicyOutOfGas represents a PolicyOutOfGas error raised by the SecurityToken contract.
type SecurityTokenPolicyOutOfGas struct {
	Policy common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PolicyOutOfGas(address policy)
func SecurityTokenPolicyOutOfGasErrorID() common.Hash {
	return common.HexToHash("0xffce0c937572aa0c57b9a7d1c8a4f22fb0c5644ecf33946e16fd400e0ec358ed")
}

// UnpackPolicyOutOfGasError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PolicyOutOfGas(address policy)
func (securityToken *SecurityToken) UnpackPolicyOutOfGasError(raw []byte) (*SecurityTokenPolicyOutOfGas, error) {
	out := new(SecurityTokenPolicyOutOfGas)
	if err := securityToken.abi.UnpackIntoInterface(out, "PolicyOutOfGas", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenRecordDateNotOver represents a RecordDateNotOver error raised by the SecurityToken contract.
type SecurityTokenRecordDateNotOver struct {
	Time *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RecordDateNotOver(uint40 time)
func SecurityTokenRecordDateNotOverErrorID() common.Hash {
	return common.HexToHash("0x597f0d3e8f625365419fa02a65f80591d5f660597f425a6f9a416b81b4f4e98f")
}

// UnpackRecordDateNotOverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RecordDateNotOver(uint40 time)
func (securityToken *SecurityToken) UnpackRecordDateNotOverError(raw []byte) (*SecurityTokenRecordDateNotOver, error) {
	out := new(SecurityTokenRecordDateNotOver)
	if err := securityToken.abi.UnpackIntoInterface(out, "RecordDateNotOver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenRecordDatePast represents a RecordDatePast error raised by the SecurityToken contract.
type SecurityTokenRecordDatePast struct {
	Time *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RecordDatePast(uint40 time)
func SecurityTokenRecordDatePastErrorID() common.Hash {
	return common.HexToHash("0x74cc25561ffb102d61d08daa20c5b6d46e6983a9d58a740a21c0d8aa722b3fc5")
}

// UnpackRecordDatePastError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RecordDatePast(uint40 time)
func (securityToken *SecurityToken) UnpackRecordDatePastError(raw []byte) (*SecurityTokenRecordDatePast, error) {
	out := new(SecurityTokenRecordDatePast)
	if err := securityToken.abi.UnpackIntoInterface(out, "RecordDatePast", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenRecordDateUnknown represents a RecordDateUnknown error raised by the SecurityToken contract.
type SecurityTokenRecordDateUnknown struct {
	Time *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RecordDateUnknown(uint40 time)
func SecurityTokenRecordDateUnknownErrorID() common.Hash {
	return common.HexToHash("0x9d0c69088232a5f2be1b2299d429f853904481421e59a509e12cb4f8120339a3")
}

// UnpackRecordDateUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RecordDateUnknown(uint40 time)
func (securityToken *SecurityToken) UnpackRecordDateUnknownError(raw []byte) (*SecurityTokenRecordDateUnknown, error) {
	out := new(SecurityTokenRecordDateUnknown)
	if err := securityToken.abi.UnpackIntoInterface(out, "RecordDateUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenRecoverToSame represents a RecoverToSame error raised by the SecurityToken contract.
type SecurityTokenRecoverToSame struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RecoverToSame(address account)
func SecurityTokenRecoverToSameErrorID() common.Hash {
	return common.HexToHash("0xa5112d7a3c7a1898f89a009c01148a4458af150d154834c2066b6b44a1ab11ee")
}

// UnpackRecoverToSameError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RecoverToSame(address account)
func (securityToken *SecurityToken) UnpackRecoverToSameError(raw []byte) (*SecurityTokenRecoverToSame, error) {
	out := new(SecurityTokenRecoverToSame)
	if err := securityToken.abi.UnpackIntoInterface(out, "RecoverToSame", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenSupplyNotZero represents a SupplyNotZero error raised by the SecurityToken contract.
type SecurityTokenSupplyNotZero struct {
	Supply *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SupplyNotZero(uint256 supply)
func SecurityTokenSupplyNotZeroErrorID() common.Hash {
	return common.HexToHash("0x249a3631edc73d99d561abe09f7412a2904769744e07d84931080e0510f06d54")
}

// UnpackSupplyNotZeroError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SupplyNotZero(uint256 supply)
func (securityToken *SecurityToken) UnpackSupplyNotZeroError(raw []byte) (*SecurityTokenSupplyNotZero, error) {
	out := new(SecurityTokenSupplyNotZero)
	if err := securityToken.abi.UnpackIntoInterface(out, "SupplyNotZero", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenSupplyOverflow represents a SupplyOverflow error raised by the SecurityToken contract.
type SecurityTokenSupplyOverflow struct {
	Supply *big.Int
	Value  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SupplyOverflow(uint256 supply, uint256 value)
func SecurityTokenSupplyOverflowErrorID() common.Hash {
	return common.HexToHash("0xa96e30d062a0685e295f6c13b2d67fc306c8816bdca2156e8d327036d6404ff2")
}

// UnpackSupplyOverflowError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SupplyOverflow(uint256 supply, uint256 value)
func (securityToken *SecurityToken) UnpackSupplyOverflowError(raw []byte) (*SecurityTokenSupplyOverflow, error) {
	out := new(SecurityTokenSupplyOverflow)
	if err := securityToken.abi.UnpackIntoInterface(out, "SupplyOverflow", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenTokenClosed represents a TokenClosed error raised by the SecurityToken contract.
type SecurityTokenTokenClosed struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TokenClosed()
func SecurityTokenTokenClosedErrorID() common.Hash {
	return common.HexToHash("0x97171da10b86141dad6e551af70806a60aabb1952f3469f284056140847529e3")
}

// UnpackTokenClosedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TokenClosed()
func (securityToken *SecurityToken) UnpackTokenClosedError(raw []byte) (*SecurityTokenTokenClosed, error) {
	out := new(SecurityTokenTokenClosed)
	if err := securityToken.abi.UnpackIntoInterface(out, "TokenClosed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenTooManyRecordDates represents a TooManyRecordDates error raised by the SecurityToken contract.
type SecurityTokenTooManyRecordDates struct {
	Most *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TooManyRecordDates(uint256 most)
func SecurityTokenTooManyRecordDatesErrorID() common.Hash {
	return common.HexToHash("0xf744b17d0fdcc80aeed0db2c8589832c8ed0a9d0d4a7486b10d6a63a5d8ab87f")
}

// UnpackTooManyRecordDatesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TooManyRecordDates(uint256 most)
func (securityToken *SecurityToken) UnpackTooManyRecordDatesError(raw []byte) (*SecurityTokenTooManyRecordDates, error) {
	out := new(SecurityTokenTooManyRecordDates)
	if err := securityToken.abi.UnpackIntoInterface(out, "TooManyRecordDates", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SecurityTokenTransferRestricted represents a TransferRestricted error raised by the SecurityToken contract.
type SecurityTokenTransferRestricted struct {
	Code  uint8
	From  common.Address
	To    common.Address
	Value *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TransferRestricted(uint8 code, address from, address to, uint256 value)
func SecurityTokenTransferRestrictedErrorID() common.Hash {
	return common.HexToHash("0x779820105f6cec2c6bb8b0bd6f06363f9258bf3eb53e4acf62a1f9989345782b")
}

// UnpackTransferRestrictedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TransferRestricted(uint8 code, address from, address to, uint256 value)
func (securityToken *SecurityToken) UnpackTransferRestrictedError(raw []byte) (*SecurityTokenTransferRestricted, error) {
	out := new(SecurityTokenTransferRestricted)
	if err := securityToken.abi.UnpackIntoInterface(out, "TransferRestricted", raw); err != nil {
		return nil, err
	}
	return out, nil
}
