// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {AtRecordDate} from "./AtRecordDate.sol";
import {IKycRegistry} from "./interfaces/IKycRegistry.sol";
import {IPayout} from "./interfaces/IPayout.sol";
import {IRecordDates} from "./interfaces/IRecordDates.sol";

/// A payout to the holders of a token at a record date: see IPayout. Holders
/// claim, or the issuer pushes. Each part is deposit × balance / entitled supply,
/// computed with 512 bits and rounded down to the money's smallest unit, and is
/// paid at most once. What is over after `expires`, the units lost to rounding
/// included, goes back to the issuer.
contract Payout is AtRecordDate, IPayout {
    using SafeERC20 for IERC20;

    /// Deposit in the high, entitled supply in the low 128 bits; 0 until funded.
    uint256 private _terms;

    /// @inheritdoc IPayout
    function create(
        IRecordDates token_,
        IERC20 money_,
        IKycRegistry registry_,
        address issuer_,
        uint40 recordDate_,
        uint40 expires_,
        address[] calldata excluded_,
        bytes32 salt
    ) external returns (address payout) {
        if (expires_ <= recordDate_ || expires_ <= block.timestamp) revert TimesInvalid();
        if (address(money_).code.length == 0) revert MoneyInvalid(address(money_));
        payout = _clone(token_, registry_, issuer_, recordDate_, abi.encodePacked(money_, expires_), excluded_, salt);
        emit PayoutCreated(payout, address(token_), msg.sender);
    }

    /// @inheritdoc IPayout
    function money() public view returns (IERC20) {
        return IERC20(_address(OWN_ARGS_AT));
    }

    /// @inheritdoc IPayout
    function expires() public view returns (uint40) {
        return uint40(_arg(OWN_ARGS_AT + 20, 5));
    }

    /// @inheritdoc IPayout
    function deposit() external view returns (uint256) {
        return _terms >> 128;
    }

    /// @inheritdoc IPayout
    function entitlements(address[] calldata accounts) external view returns (uint256[] memory amounts) {
        amounts = token().balancesOfAt(recordDate(), accounts);
        uint256 terms = _terms;
        for (uint256 i; i < accounts.length; ++i) {
            amounts[i] = _isExcluded(accounts[i]) ? 0 : _part(amounts[i], terms);
        }
    }

    /// @inheritdoc IPayout
    function fund(uint256 amount) external onlyIssuer {
        if (_terms != 0) revert AlreadyFunded();
        if (block.timestamp >= expires()) revert PayoutExpired();
        uint256 supply = entitledSupply();
        if (supply == 0) revert NobodyEntitled();
        IERC20 m = money();
        uint256 before = m.balanceOf(address(this));
        m.safeTransferFrom(msg.sender, address(this), amount);
        uint256 arrived = m.balanceOf(address(this)) - before;
        if (arrived == 0 || arrived > type(uint128).max) revert DepositInvalid(arrived);
        // A token that calls back must not fund twice.
        if (_terms != 0) revert AlreadyFunded();
        _terms = arrived << 128 | supply;
        emit Funded(arrived, supply);
    }

    /// @inheritdoc IPayout
    function claim() external returns (uint256 amount) {
        amount = _pay(msg.sender, msg.sender, _validIndex(msg.sender));
    }

    /// @inheritdoc IPayout
    function push(address[] calldata accounts) external onlyIssuer returns (uint256 paid) {
        uint256 terms = _live();
        IERC20 m = money();
        IKycRegistry r = registry();
        bool open = address(r) == address(0);
        uint256[] memory held = token().balancesOfAt(recordDate(), accounts);
        uint256[] memory indexes = open ? new uint256[](accounts.length) : r.indexesOf(accounts);
        for (uint256 i; i < accounts.length; ++i) {
            address account = accounts[i];
            uint256 index = indexes[i];
            uint256 amount = _part(held[i], terms);
            if (amount == 0 || !open && index == 0 || _isExcluded(account) || !_serve(account, index)) continue;
            if (m.trySafeTransfer(account, amount)) ++paid;
            else _unserve(account, index);
        }
    }

    /// @inheritdoc IPayout
    function payTo(address lost, address fresh) external onlyIssuer returns (uint256 amount) {
        _validIndex(fresh);
        amount = _pay(lost, fresh, _anyIndex(lost));
        emit PaidTo(lost, fresh, amount);
    }

    /// @inheritdoc IPayout
    function reclaim() external onlyIssuer returns (uint256 amount) {
        if (block.timestamp < expires()) revert NotExpired();
        IERC20 m = money();
        amount = m.balanceOf(address(this));
        m.safeTransfer(msg.sender, amount);
        emit Reclaimed(amount);
    }

    /// Where the list of the excluded begins.
    function _excludedAt() internal pure override returns (uint256) {
        return OWN_ARGS_AT + 25;
    }

    /// Pays the part of one account, to it or to another.
    function _pay(address account, address to, uint256 index) private returns (uint256 amount) {
        amount = _part(_heldBy(account), _live());
        if (amount == 0) revert NotEntitled(account);
        if (!_serve(account, index)) revert AlreadyServed(account);
        money().safeTransfer(to, amount);
    }

    /// The terms of a payout that is funded and has not expired.
    function _live() private view returns (uint256 terms) {
        terms = _terms;
        if (terms == 0) revert NotFunded();
        if (block.timestamp >= expires()) revert PayoutExpired();
    }

    function _part(uint256 held, uint256 terms) private pure returns (uint256) {
        return terms == 0 ? 0 : Math.mulDiv(terms >> 128, held, uint128(terms));
    }
}
