// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {ISecurityToken} from "./interfaces/ISecurityToken.sol";
import {ITokenSale} from "./interfaces/ITokenSale.sol";

/// A sale of tokens: see ITokenSale. What it holds in money is at all times the
/// cost of all positions.
contract TokenSale is ITokenSale {
    using SafeERC20 for IERC20;

    uint256 private constant MOST_TIERS = 16;

    struct Position {
        uint128 tokens;
        uint128 cost;
    }

    Terms private _terms;
    Tier[] private _tiers;
    uint256 private immutable _wholeToken;
    /// @inheritdoc ITokenSale
    uint40 public immutable closes;

    /// @inheritdoc ITokenSale
    uint256 public raised;
    bool private _cancelled;
    bool private _busy;
    /// @inheritdoc ITokenSale
    mapping(uint256 tier => uint256) public sold;
    /// @inheritdoc ITokenSale
    mapping(uint256 tier => mapping(address buyer => uint256)) public bought;
    /// @inheritdoc ITokenSale
    mapping(uint256 tier => mapping(address buyer => bool)) public isListed;
    /// @inheritdoc ITokenSale
    mapping(address buyer => Position) public position;

    modifier onlyIssuer() {
        if (msg.sender != _terms.issuer) revert NotIssuer(msg.sender);
        _;
    }

    /// Money and policies are others' code, which may call back.
    modifier once() {
        if (_busy) revert Reentered();
        _busy = true;
        _;
        _busy = false;
    }

    /// Reverts where times or amounts contradict each other.
    constructor(Terms memory terms_, Tier[] memory tiers_) {
        if (
            terms_.issuer == address(0) || address(terms_.token).code.length == 0
                || address(terms_.money).code.length == 0 || terms_.softCap > terms_.hardCap || terms_.hardCap == 0
                || tiers_.length == 0 || tiers_.length > MOST_TIERS
        ) revert TermsInvalid();
        uint40 last;
        for (uint256 i; i < tiers_.length; ++i) {
            Tier memory t = tiers_[i];
            if (t.opens >= t.closes || t.price == 0 || t.most == 0 || t.least > t.most || t.most > t.cap) {
                revert TermsInvalid();
            }
            if (t.closes > last) last = t.closes;
            _tiers.push(t);
        }
        if (last <= block.timestamp || terms_.settleBy <= last) revert TermsInvalid();
        closes = last;
        _terms = terms_;
        _wholeToken = 10 ** terms_.token.decimals();
    }

    /// @inheritdoc ITokenSale
    function terms() external view returns (Terms memory) {
        return _terms;
    }

    /// @inheritdoc ITokenSale
    function tiers() external view returns (Tier[] memory) {
        return _tiers;
    }

    /// @inheritdoc ITokenSale
    function successful() public view returns (bool) {
        if (_cancelled || raised < _terms.softCap || raised == 0) return false;
        return block.timestamp >= closes || raised == _terms.hardCap;
    }

    /// @inheritdoc ITokenSale
    function refundable() public view returns (bool) {
        if (_cancelled) return true;
        if (successful()) return block.timestamp >= _terms.settleBy;
        return block.timestamp >= closes;
    }

    /// @inheritdoc ITokenSale
    function costOf(uint256 tier, uint256 tokens) public view returns (uint256) {
        return Math.mulDiv(tokens, _tier(tier).price, _wholeToken, Math.Rounding.Ceil);
    }

    /// @inheritdoc ITokenSale
    function list(uint256 tier, address[] calldata buyers, bool listed) external onlyIssuer {
        _tier(tier);
        for (uint256 i; i < buyers.length; ++i) {
            isListed[tier][buyers[i]] = listed;
        }
        emit Listed(tier, buyers, listed);
    }

    /// @inheritdoc ITokenSale
    function buy(uint256 tier, uint256 tokens, uint256 limit) external once returns (uint256 cost) {
        Tier storage t = _tier(tier);
        if (_cancelled || successful()) revert SaleOver();
        if (block.timestamp < t.opens || block.timestamp >= t.closes) revert TierNotOpen(tier);
        if (t.listed && !isListed[tier][msg.sender]) revert NotListed(tier, msg.sender);
        if (!_terms.token.canReceive(msg.sender)) revert BuyerRefused(msg.sender);
        if (tokens == 0) revert NothingBought(msg.sender);
        uint256 all = bought[tier][msg.sender] + tokens;
        if (all < t.least) revert BelowLeast(all, t.least);
        if (all > t.most) revert OverMost(all, t.most);
        uint256 now_ = sold[tier] + tokens;
        if (now_ > t.cap) revert OverCap(now_, t.cap);
        cost = costOf(tier, tokens);
        if (cost > limit) revert CostOverLimit(cost, limit);
        uint256 sum = raised + cost;
        if (sum > _terms.hardCap) revert OverHardCap(sum, _terms.hardCap);

        bought[tier][msg.sender] = all;
        sold[tier] = now_;
        raised = sum;
        Position storage p = position[msg.sender];
        // Neither is over the sum of 16 caps of 128 bits; what is over 128 bits
        // itself reverts.
        p.tokens = _to128(p.tokens + tokens);
        p.cost = _to128(p.cost + cost);
        emit Bought(tier, msg.sender, tokens, cost);

        IERC20 money = _terms.money;
        uint256 before = money.balanceOf(address(this));
        money.safeTransferFrom(msg.sender, address(this), cost);
        uint256 arrived = money.balanceOf(address(this)) - before;
        if (arrived != cost) revert MoneyShort(arrived, cost);
    }

    /// @inheritdoc ITokenSale
    function settle(address[] calldata buyers) external once {
        if (!successful()) revert NotSuccessful();
        ISecurityToken token = _terms.token;
        address treasury = _terms.treasury;
        uint256 proceeds;
        for (uint256 i; i < buyers.length; ++i) {
            (uint256 tokens, uint256 cost) = _close(buyers[i]);
            proceeds += cost;
            emit Settled(buyers[i], tokens, cost);
            if (treasury == address(0)) token.issue(buyers[i], tokens);
            else IERC20(token).safeTransferFrom(treasury, buyers[i], tokens);
        }
        _terms.money.safeTransfer(_terms.issuer, proceeds);
    }

    /// @inheritdoc ITokenSale
    function refund(address[] calldata buyers) external once {
        if (!refundable()) revert NotRefundable();
        for (uint256 i; i < buyers.length; ++i) {
            (, uint256 cost) = _close(buyers[i]);
            emit Refunded(buyers[i], cost);
            _terms.money.safeTransfer(buyers[i], cost);
        }
    }

    /// @inheritdoc ITokenSale
    function cancel() external onlyIssuer {
        if (_cancelled || successful()) revert SaleOver();
        _cancelled = true;
        emit Cancelled();
    }

    /// Ends a buyer's position; returns what it was.
    function _close(address buyer) private returns (uint256 tokens, uint256 cost) {
        Position memory p = position[buyer];
        if (p.tokens == 0) revert NothingBought(buyer);
        delete position[buyer];
        return (p.tokens, p.cost);
    }

    function _tier(uint256 tier) private view returns (Tier storage) {
        if (tier >= _tiers.length) revert TierUnknown(tier);
        return _tiers[tier];
    }

    function _to128(uint256 v) private pure returns (uint128) {
        if (v > type(uint128).max) revert OverCap(v, type(uint128).max);
        return uint128(v);
    }
}
