// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// Balances at registered moments. A record date is a time in seconds, and the
/// balance at it is the one at the end of that second: what a list of holders
/// made from all blocks up to that time shows.
interface IRecordDates {
    event RecordDateSet(uint40 indexed time);
    event RecordDateCancelled(uint40 indexed time);

    /// The record date lies in the past, so its balances were not kept.
    error RecordDatePast(uint40 time);
    /// Nobody registered that record date.
    error RecordDateUnknown(uint40 time);
    /// The record date is not over yet; it can be read from the next second on.
    error RecordDateNotOver(uint40 time);
    /// So many record dates lie ahead that no more can be registered.
    error TooManyRecordDates(uint256 most);

    /// Registers a record date, now (`time` 0 or the present second) or ahead,
    /// and returns it. One that is registered already is returned as it is. Role
    /// ANNOUNCE. Reverts for the past, and where 32 lie ahead already.
    function setRecordDate(uint40 time) external returns (uint40);

    /// Withdraws a record date that lies ahead. Role ANNOUNCE. Reverts for any
    /// other.
    function cancelRecordDate(uint40 time) external;

    /// Whether that moment is registered, past or ahead.
    function isRecordDate(uint40 time) external view returns (bool);

    /// The record dates of the present second and ahead, soonest first.
    function pendingRecordDates() external view returns (uint40[] memory);

    /// What the account held at the end of that record date, frozen or not; 0 for
    /// the zero address. Reverts, as those below do, where the date is not
    /// registered or not over.
    function balanceOfAt(uint40 time, address account) external view returns (uint256);

    /// balanceOfAt for many accounts.
    function balancesOfAt(uint40 time, address[] calldata accounts) external view returns (uint256[] memory);

    /// The total supply at the end of that record date.
    function totalSupplyAt(uint40 time) external view returns (uint256);
}
