// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IKycRegistry} from "./IKycRegistry.sol";
import {IRecordDates} from "./IRecordDates.sol";

/// Money for the holders of a token at a record date. Amounts are in the money's
/// smallest units, times in seconds. Money whose balances change by themselves
/// (rebasing) is not provided for.
interface IPayout {
    event PayoutCreated(address indexed payout, address indexed token, address indexed creator);
    /// What arrived, and the supply at the record date that it is divided by.
    event Funded(uint256 amount, uint256 supply);
    event PaidTo(address indexed lost, address indexed fresh, uint256 amount);
    event Reclaimed(uint256 amount);

    error MoneyInvalid(address money);
    error AlreadyFunded();
    error NotFunded();
    /// Nothing arrived, or more than 128 bits can hold.
    error DepositInvalid(uint256 arrived);
    error PayoutExpired();
    error NotExpired();

    /// Makes a payout, at an address that depends on all arguments and the
    /// sender. Anyone may, for any token: that a payout is the issuer's own is
    /// what the token's announcement says. Reverts where times are out of order,
    /// the token or money has no code, or the excluded are not ascending. Does
    /// not check that the record date is registered: funding does.
    function create(
        IRecordDates token,
        IERC20 money,
        IKycRegistry registry,
        address issuer,
        uint40 recordDate,
        uint40 expires,
        address[] calldata excluded,
        bytes32 salt
    ) external returns (address payout);

    /// The ERC-20 token that is paid out. Never reverts on a clone.
    function money() external view returns (IERC20);

    /// From when on nothing is paid any more and the issuer may reclaim.
    function expires() external view returns (uint40);

    /// What arrived at funding, 0 before.
    function deposit() external view returns (uint256);

    /// The parts of many accounts, whether paid or not and whether whitelisted or
    /// not; 0 for the excluded and before funding. Reverts before the record
    /// date is over.
    function entitlements(address[] calldata accounts) external view returns (uint256[] memory);

    /// Takes the deposit from the issuer, who must have approved it. Issuer only,
    /// once, after the record date is over. What counts is what arrives.
    function fund(uint256 amount) external;

    /// Pays the sender its part. Reverts where it has none, was paid, or is not
    /// whitelisted now.
    function claim() external returns (uint256 amount);

    /// Pays many accounts their parts; issuer only. Passes over those that have
    /// none, were paid, are not whitelisted now, or whom the money refuses.
    /// Returns how many were paid; the money's Transfer tells who.
    function push(address[] calldata accounts) external returns (uint256 paid);

    /// Pays the part of a lost wallet to a fresh one; issuer only. The fresh one
    /// must be whitelisted, the lost one must have an index in the registry.
    function payTo(address lost, address fresh) external returns (uint256 amount);

    /// Takes back all that is left; issuer only, from `expires` on. Takes also
    /// what was sent here by mistake.
    function reclaim() external returns (uint256 amount);
}
