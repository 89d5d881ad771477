// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

import {IKycRegistry} from "./interfaces/IKycRegistry.sol";
import {IRecordDates} from "./interfaces/IRecordDates.sol";

/// What payouts and ballots have in common: holders of one token at one record
/// date, each served once. Every payout or ballot is a clone of one contract,
/// whose arguments are part of its code: there is nothing to initialize, and so
/// nothing to initialize first. They lie behind the 45 bytes of the clone as
///
///   token 20 | registry 20 | issuer 20 | record date 5 | own arguments | count of the excluded 1 | excluded 20 each
///
/// The registry may be zero: then everyone is served, by address. With one, only
/// those are whose entry is valid now, and who was served is kept by index, 256
/// holders to a word; an index is never reused, not even after revocation.
abstract contract AtRecordDate {
    uint256 private constant ARGS_AT = 45;
    uint256 internal constant OWN_ARGS_AT = 65;
    /// Each holder that is served has to be compared with all of the excluded.
    uint256 private constant MOST_EXCLUDED = 32;

    address private immutable _implementation = address(this);

    mapping(uint256 place => uint256 bits) private _servedIndexes;
    mapping(address account => bool) private _servedAccounts;

    /// Called on the implementation what only clones can do, or the reverse.
    error WrongContract();
    error NotIssuer(address account);
    /// A time lies before the one that it has to follow.
    error TimesInvalid();
    error TokenInvalid(address token);
    error IssuerInvalid();
    /// The excluded accounts are not in ascending order, or over 32.
    error ExcludedInvalid();
    error AlreadyServed(address account);
    error NotWhitelisted(address account);
    /// The account had nothing at the record date, or is excluded.
    error NotEntitled(address account);
    /// All of the supply at the record date is excluded, or there was none.
    error NobodyEntitled();

    modifier onlyIssuer() {
        if (msg.sender != issuer()) revert NotIssuer(msg.sender);
        _;
    }

    /// The token whose holders are served. Never reverts on a clone.
    function token() public view returns (IRecordDates) {
        return IRecordDates(_address(0));
    }

    /// The registry that says who may be served, zero for none.
    function registry() public view returns (IKycRegistry) {
        return IKycRegistry(_address(20));
    }

    /// Who set it up and may do what only the issuer may.
    function issuer() public view returns (address) {
        return _address(40);
    }

    /// The record date of the token, in seconds.
    function recordDate() public view returns (uint40) {
        return uint40(_arg(60, 5));
    }

    /// The accounts that have no part (treasury and the like), ascending.
    function excluded() external view returns (address[] memory accounts) {
        uint256 list = _excludedAt();
        accounts = new address[](_arg(list, 1));
        for (uint256 i; i < accounts.length; ++i) {
            accounts[i] = _address(list + 1 + 20 * i);
        }
    }

    /// Whether the account was served, or its part given to another wallet.
    function served(address account) public view returns (bool) {
        if (address(registry()) == address(0)) return _servedAccounts[account];
        (,,, uint32 index,) = registry().entry(account);
        return _servedIndexes[index >> 8] >> (index & 255) & 1 != 0;
    }

    /// The supply at the record date without the excluded; reverts before the
    /// date is over.
    function entitledSupply() public view returns (uint256 supply) {
        IRecordDates t = token();
        uint40 time = recordDate();
        supply = t.totalSupplyAt(time);
        uint256 list = _excludedAt();
        uint256 n = _arg(list, 1);
        for (uint256 i; i < n; ++i) {
            supply -= t.balanceOfAt(time, _address(list + 1 + 20 * i));
        }
    }

    /// Where the count of the excluded lies among the arguments.
    function _excludedAt() internal pure virtual returns (uint256);

    /// Makes the clone. The salt is the sender's own: nobody else can take the
    /// address.
    function _clone(
        IRecordDates token_,
        IKycRegistry registry_,
        address issuer_,
        uint40 recordDate_,
        bytes memory own,
        address[] calldata excluded_,
        bytes32 salt
    ) internal returns (address) {
        if (address(this) != _implementation) revert WrongContract();
        if (address(token_).code.length == 0) revert TokenInvalid(address(token_));
        if (issuer_ == address(0)) revert IssuerInvalid();
        if (excluded_.length > MOST_EXCLUDED) revert ExcludedInvalid();
        bytes memory args = abi.encodePacked(token_, registry_, issuer_, recordDate_, own, uint8(excluded_.length));
        address before;
        for (uint256 i; i < excluded_.length; ++i) {
            if (excluded_[i] <= before) revert ExcludedInvalid();
            before = excluded_[i];
            args = bytes.concat(args, bytes20(before));
        }
        return
            Clones.cloneDeterministicWithImmutableArgs(_implementation, args, keccak256(abi.encode(msg.sender, salt)));
    }

    /// Marks an account as served; false where it was already. `index` is what
    /// the registry says, not looked at without one.
    function _serve(address account, uint256 index) internal returns (bool) {
        if (index == 0) {
            if (_servedAccounts[account]) return false;
            _servedAccounts[account] = true;
        } else {
            uint256 bit = 1 << (index & 255);
            uint256 bits = _servedIndexes[index >> 8];
            if (bits & bit != 0) return false;
            _servedIndexes[index >> 8] = bits | bit;
        }
        return true;
    }

    /// Takes the mark back.
    function _unserve(address account, uint256 index) internal {
        if (index == 0) delete _servedAccounts[account];
        else _servedIndexes[index >> 8] &= ~(1 << (index & 255));
    }

    /// The account's index, valid now; 0 without a registry.
    function _validIndex(address account) internal view returns (uint256 index) {
        IKycRegistry r = registry();
        if (address(r) == address(0)) return 0;
        address[] memory accounts = new address[](1);
        accounts[0] = account;
        index = r.indexesOf(accounts)[0];
        if (index == 0) revert NotWhitelisted(account);
    }

    /// The index of a lost wallet, whose entry need not be valid any more. One
    /// that never had an index could get one later and be served again, so it
    /// needs one first; an entry that has expired will do.
    function _anyIndex(address account) internal view returns (uint256 index) {
        if (address(registry()) == address(0)) return 0;
        (,,, index,) = registry().entry(account);
        if (index == 0) revert NotWhitelisted(account);
    }

    /// What the account held at the record date, 0 for the excluded.
    function _heldBy(address account) internal view returns (uint256) {
        return _isExcluded(account) ? 0 : token().balanceOfAt(recordDate(), account);
    }

    function _isExcluded(address account) internal view returns (bool) {
        uint256 list = _excludedAt();
        uint256 n = _arg(list, 1);
        for (uint256 i; i < n; ++i) {
            if (_address(list + 1 + 20 * i) == account) return true;
        }
        return false;
    }

    function _address(uint256 offset) internal view returns (address) {
        return address(uint160(_arg(offset, 20)));
    }

    /// A number of `size` bytes among the arguments.
    function _arg(uint256 offset, uint256 size) internal view returns (uint256 word) {
        if (address(this) == _implementation) revert WrongContract();
        assembly ("memory-safe") {
            extcodecopy(address(), 0, add(ARGS_AT, offset), 32)
            word := shr(sub(256, shl(3, size)), mload(0))
        }
    }
}
