// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {ISecurityToken} from "./ISecurityToken.sol";

/// A sale of tokens for money (an ERC-20, usually a stablecoin) in tiers. Money
/// stays here until the sale is over; then either each buyer's tokens go against
/// its money in one step, or all money goes back. Token amounts are in the
/// token's, money in the money's smallest units, times in seconds.
interface ITokenSale {
    struct Tier {
        uint40 opens;
        uint40 closes; // not included
        bool listed; // private: only buyers that the issuer lists
        uint128 price; // money for one whole token
        uint128 cap; // tokens sold in the tier
        uint128 least; // tokens that an investor must have bought in the tier after each purchase
        uint128 most; // tokens that an investor may buy in the tier
    }

    struct Terms {
        ISecurityToken token;
        IERC20 money;
        address issuer; // runs the sale, gets the money
        address treasury; // gives the tokens; zero: they are issued, for which the sale needs the role ISSUE
        uint40 settleBy; // from then on buyers without tokens may take their money back
        uint128 softCap; // money without which the sale fails
        uint128 hardCap; // money at which the sale is full
    }

    event Listed(uint256 indexed tier, address[] buyers, bool listed);
    event Bought(uint256 indexed tier, address indexed buyer, uint256 tokens, uint256 cost);
    event Settled(address indexed buyer, uint256 tokens, uint256 cost);
    event Refunded(address indexed buyer, uint256 cost);
    event Cancelled();

    error TermsInvalid();
    error TierUnknown(uint256 tier);
    error NotIssuer(address account);
    error TierNotOpen(uint256 tier);
    error NotListed(uint256 tier, address buyer);
    /// The token, or its policy, does not accept the buyer as a holder.
    error BuyerRefused(address buyer);
    error BelowLeast(uint256 bought, uint256 least);
    error OverMost(uint256 bought, uint256 most);
    error OverCap(uint256 sold, uint256 cap);
    error OverHardCap(uint256 raised, uint256 hardCap);
    error CostOverLimit(uint256 cost, uint256 limit);
    /// The money took a fee, or lied.
    error MoneyShort(uint256 arrived, uint256 cost);
    error NothingBought(address buyer);
    error NotSuccessful();
    error NotRefundable();
    error SaleOver();
    error Reentered();

    /// What the sale was made with; it never changes.
    function terms() external view returns (Terms memory);

    /// The tiers in their order; they never change.
    function tiers() external view returns (Tier[] memory);

    /// When the last tier closes.
    function closes() external view returns (uint40);

    /// All money ever taken in; settling and refunding don't lower it.
    function raised() external view returns (uint256);

    /// The tier's tokens sold.
    function sold(uint256 tier) external view returns (uint256);

    /// The tokens that the buyer bought in the tier.
    function bought(uint256 tier, address buyer) external view returns (uint256);

    /// What the buyer has paid and is to get; both 0 once settled or refunded.
    function position(address buyer) external view returns (uint128 tokens, uint128 cost);

    /// Whether the buyer may buy in a private tier.
    function isListed(uint256 tier, address buyer) external view returns (bool);

    /// Whether the sale is over and has reached its soft cap: only then are
    /// tokens delivered, and money goes to the issuer.
    function successful() external view returns (bool);

    /// Whether buyers may take their money back now.
    function refundable() external view returns (bool);

    /// What `tokens` cost in a tier, rounded up.
    function costOf(uint256 tier, uint256 tokens) external view returns (uint256);

    /// Lists or unlists buyers of a private tier; issuer only.
    function list(uint256 tier, address[] calldata buyers, bool listed) external;

    /// Buys for the sender, who must have approved the cost. Reverts outside the
    /// tier's time, over or below its limits, over the hard cap, where the cost
    /// is over `limit`, or where the token does not accept the buyer.
    function buy(uint256 tier, uint256 tokens, uint256 limit) external returns (uint256 cost);

    /// Delivers buyers their tokens and the issuer their money, once the sale is
    /// successful. Anyone may call it. Reverts where one of them has no position
    /// or may not hold the token now: leave that one out, it can be settled later
    /// or, from `settleBy` on, refunded.
    function settle(address[] calldata buyers) external;

    /// Gives buyers all their money back; anyone may call it, when refundable.
    function refund(address[] calldata buyers) external;

    /// Ends the sale, money goes back; issuer only, before it is successful.
    function cancel() external;
}
