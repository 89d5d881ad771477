// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ITransferPolicy} from "./ITransferPolicy.sol";

/// Who may hold an issuer's securities. One word per address:
/// `expiry 40 | country 16 | classes 32 | index 32 | free 8 | investor 128`,
/// lowest bits first.
interface IKycRegistry is ITransferPolicy {
    /// The address's word as it is now, index included.
    event EntrySet(address indexed account, uint256 entry);
    /// Ends each call that wrote: who wrote that many of the EntrySet before it.
    event Written(address indexed operator, uint256 entries);
    event EntryMoved(address indexed lost, address indexed fresh, address indexed operator, bytes32 document);

    /// The word sets bits that are not the registrar's to set (index, free).
    error EntryInvalid(address account, uint256 entry);
    error NotWhitelisted(address account);
    error AlreadyWhitelisted(address account);
    error AccountInvalid(address account);
    error LengthMismatch(uint256 accounts, uint256 entries);

    /// Writes many entries; an expiry of 0 revokes. Role REGISTRAR. Reverts where
    /// an entry sets index or free bits, for the zero address, and where the
    /// lists differ in length. Does not check countries, classes or investors.
    function batchSet(address[] calldata accounts, uint256[] calldata entries) external;

    /// Whitelists without expiry, or revokes; keeps the entry's other fields.
    /// Role REGISTRAR. Reverts for the zero address.
    function setWhitelisted(address account, bool whitelisted) external;

    /// Gives a lost wallet's entry to a fresh one, with an index of its own, and
    /// revokes the lost one. Role REGISTRAR. Reverts where the lost one is not
    /// valid now or the fresh one is. Moves no tokens: SecurityToken.recover does.
    function move(address lost, address fresh, bytes32 document) external;

    /// Whether the account is whitelisted and its entry has not expired. Anyone
    /// may ask; never reverts, nor do those below.
    function isWhitelisted(address account) external view returns (bool);

    /// The account's entry. It is valid before `expiry`, in seconds; `country`
    /// is ISO 3166-1 numeric; `index` counts from 1 and is never reused.
    function entry(address account)
        external
        view
        returns (uint40 expiry, uint16 country, uint32 classes, uint32 index, uint128 investor);

    /// The accounts' indexes, 0 for one that is not valid now.
    function indexesOf(address[] calldata accounts) external view returns (uint256[] memory);
}
