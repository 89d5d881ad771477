// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {
    CODE_OK,
    CODE_RECEIVER_EXPIRED,
    CODE_RECEIVER_NOT_WHITELISTED,
    CODE_SENDER_EXPIRED,
    CODE_SENDER_NOT_WHITELISTED
} from "./Codes.sol";
import {KIND_FORCED, KIND_ISSUE, KIND_RECOVERY, KIND_TRANSFER} from "./Kinds.sol";
import {Owned} from "./Owned.sol";
import {IKycRegistry} from "./interfaces/IKycRegistry.sol";
import {ITransferPolicy} from "./interfaces/ITransferPolicy.sol";

/// The whitelist that an issuer's tokens, payouts and ballots share, and at the
/// same time the transfer policy of the restricted mode: a transfer needs both
/// sides whitelisted, issuing and the issuer's enforcement the receiver, burning
/// neither. Written by registrars only, never by tokens.
contract KycRegistry is Owned, IKycRegistry {
    bytes32 public constant REGISTRAR_ROLE = keccak256("REGISTRAR_ROLE");

    uint256 private constant MASK_EXPIRY = type(uint40).max;
    uint256 private constant SHIFT_COUNTRY = 40;
    uint256 private constant SHIFT_CLASSES = 56;
    uint256 private constant SHIFT_INDEX = 88;
    uint256 private constant SHIFT_INVESTOR = 128;
    uint256 private constant MASK_INDEX = uint256(type(uint32).max) << SHIFT_INDEX;
    uint256 private constant MASK_FREE = uint256(0xff) << 120;

    /// How many addresses ever got an index.
    uint256 public count;

    /// A struct of one word, so that its place is computed once.
    struct Entry {
        uint256 word;
    }

    mapping(address account => Entry) private _entries;

    /// The issuer becomes administrator and registrar.
    constructor(address issuer) {
        if (issuer == address(0)) revert IssuerInvalid();
        _grantRole(DEFAULT_ADMIN_ROLE, issuer);
        _grantRole(REGISTRAR_ROLE, issuer);
    }

    // ---- the policy

    /// @inheritdoc ITransferPolicy
    function kinds() external pure returns (uint8) {
        return KIND_ISSUE | KIND_TRANSFER | KIND_FORCED | KIND_RECOVERY;
    }

    /// @inheritdoc ITransferPolicy
    function check(uint8 kind, address, address from, address to, uint256) external view returns (uint8) {
        if (kind == KIND_TRANSFER) {
            uint256 sender = _entries[from].word & MASK_EXPIRY;
            if (sender <= block.timestamp) return sender == 0 ? CODE_SENDER_NOT_WHITELISTED : CODE_SENDER_EXPIRED;
        } else if (kind & (KIND_ISSUE | KIND_FORCED | KIND_RECOVERY) == 0) {
            return CODE_OK;
        }
        uint256 receiver = _entries[to].word & MASK_EXPIRY;
        if (receiver <= block.timestamp) return receiver == 0 ? CODE_RECEIVER_NOT_WHITELISTED : CODE_RECEIVER_EXPIRED;
        return CODE_OK;
    }

    /// @inheritdoc ITransferPolicy
    function moved(uint8, address, address, address, uint256) external {}

    /// @inheritdoc ITransferPolicy
    function canSend(address account) external view returns (bool) {
        return _valid(_entries[account].word);
    }

    /// @inheritdoc ITransferPolicy
    function canReceive(address account) external view returns (bool) {
        return _valid(_entries[account].word);
    }

    /// @inheritdoc ITransferPolicy
    function message(uint8 code) external pure returns (string memory) {
        if (code == CODE_OK) return "no restriction";
        if (code == CODE_SENDER_NOT_WHITELISTED) return "the sender is not whitelisted";
        if (code == CODE_RECEIVER_NOT_WHITELISTED) return "the receiver is not whitelisted";
        if (code == CODE_SENDER_EXPIRED) return "the sender's whitelisting has expired";
        if (code == CODE_RECEIVER_EXPIRED) return "the receiver's whitelisting has expired";
        return "unknown restriction";
    }

    // ---- the registry

    /// @inheritdoc IKycRegistry
    function isWhitelisted(address account) external view returns (bool) {
        return _valid(_entries[account].word);
    }

    /// @inheritdoc IKycRegistry
    function entry(address account)
        external
        view
        returns (uint40 expiry, uint16 country, uint32 classes, uint32 index, uint128 investor)
    {
        uint256 e = _entries[account].word;
        return (
            uint40(e),
            uint16(e >> SHIFT_COUNTRY),
            uint32(e >> SHIFT_CLASSES),
            uint32(e >> SHIFT_INDEX),
            uint128(e >> SHIFT_INVESTOR)
        );
    }

    /// @inheritdoc IKycRegistry
    function indexesOf(address[] calldata accounts) external view returns (uint256[] memory indexes) {
        indexes = new uint256[](accounts.length);
        for (uint256 i; i < accounts.length; ++i) {
            uint256 e = _entries[accounts[i]].word;
            if (_valid(e)) indexes[i] = uint32(e >> SHIFT_INDEX);
        }
    }

    /// Whether it has that interface (ERC-165). Never reverts.
    function supportsInterface(bytes4 id) public view override returns (bool) {
        return
            id == type(IKycRegistry).interfaceId || id == type(ITransferPolicy).interfaceId
                || super.supportsInterface(id);
    }

    /// @inheritdoc IKycRegistry
    function setWhitelisted(address account, bool whitelisted) external onlyRole(REGISTRAR_ROLE) {
        uint256 e = _entries[account].word & ~(MASK_INDEX | MASK_EXPIRY);
        count = _set(account, whitelisted ? e | MASK_EXPIRY : e, count);
        emit Written(msg.sender, 1);
    }

    /// @inheritdoc IKycRegistry
    function batchSet(address[] calldata accounts, uint256[] calldata entries) external onlyRole(REGISTRAR_ROLE) {
        if (accounts.length != entries.length) revert LengthMismatch(accounts.length, entries.length);
        uint256 n = count;
        for (uint256 i; i < accounts.length; ++i) {
            n = _set(accounts[i], entries[i], n);
        }
        count = n;
        emit Written(msg.sender, accounts.length);
    }

    /// @inheritdoc IKycRegistry
    function move(address lost, address fresh, bytes32 document) external onlyRole(REGISTRAR_ROLE) {
        uint256 e = _entries[lost].word;
        if (!_valid(e)) revert NotWhitelisted(lost);
        if (_valid(_entries[fresh].word)) revert AlreadyWhitelisted(fresh);
        uint256 n = _set(fresh, e & ~MASK_INDEX, count);
        count = _set(lost, e & ~(MASK_INDEX | MASK_EXPIRY), n);
        emit EntryMoved(lost, fresh, msg.sender, document);
    }

    /// Stores an entry, whose index and free bits must be 0, and gives it its
    /// index: the one it has, or, when it becomes valid for the first time, the next. Returns
    /// the new count.
    function _set(address account, uint256 e, uint256 n) internal returns (uint256) {
        if (account == address(0)) revert AccountInvalid(account);
        if (e & (MASK_INDEX | MASK_FREE) != 0) revert EntryInvalid(account, e);
        Entry storage old = _entries[account];
        uint256 index = old.word & MASK_INDEX;
        if (index == 0 && e & MASK_EXPIRY != 0) {
            unchecked {
                index = ++n << SHIFT_INDEX; // 2^32 entries would take all blocks of centuries
            }
        }
        e |= index;
        old.word = e;
        emit EntrySet(account, e);
        return n;
    }

    /// Valid before its expiry; an expiry of 0 is a revoked or unknown one.
    function _valid(uint256 e) private view returns (bool) {
        return e & MASK_EXPIRY > block.timestamp;
    }
}
