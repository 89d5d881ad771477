// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {Allowances} from "./Allowances.sol";
import {Documents} from "./Documents.sol";
import {KIND_BURN, KIND_FORCED, KIND_RECOVERY} from "./Kinds.sol";
import {Moves} from "./Moves.sol";
import {Owned} from "./Owned.sol";
import {IERC1404} from "./interfaces/IERC1404.sol";
import {IERC1643} from "./interfaces/IERC1643.sol";
import {IERC7943Fungible} from "./interfaces/IERC7943Fungible.sol";
import {IRecordDates} from "./interfaces/IRecordDates.sol";
import {ISecurityToken} from "./interfaces/ISecurityToken.sol";
import {ITransferPolicy} from "./interfaces/ITransferPolicy.sol";

/// A security as an ERC-20 token: see ISecurityToken. It can't be upgraded.
contract SecurityToken is Owned, Moves, Allowances, Documents {
    bytes32 public constant ISSUE_ROLE = keccak256("ISSUE_ROLE");
    bytes32 public constant BURN_ROLE = keccak256("BURN_ROLE");
    bytes32 public constant FORCE_ROLE = keccak256("FORCE_ROLE");
    bytes32 public constant FREEZE_ROLE = keccak256("FREEZE_ROLE");
    bytes32 public constant PAUSE_ROLE = keccak256("PAUSE_ROLE");
    bytes32 public constant ANNOUNCE_ROLE = keccak256("ANNOUNCE_ROLE");
    bytes32 public constant INFO_ROLE = keccak256("INFO_ROLE");
    bytes32 public constant POLICY_ROLE = keccak256("POLICY_ROLE");
    bytes32 public constant RECOVERY_ROLE = keccak256("RECOVERY_ROLE");

    /// @inheritdoc ISecurityToken
    string public constant version = "1.0.0";

    /// @inheritdoc IERC20Metadata
    uint8 public immutable decimals;

    string private _name;
    string private _symbol;
    string private _url;

    /// The issuer gets all roles.
    constructor(string memory name_, string memory symbol_, string memory url_, uint8 decimals_, address issuer) {
        if (issuer == address(0)) revert IssuerInvalid();
        decimals = decimals_;
        _name = name_;
        _symbol = symbol_;
        _url = url_;
        _grantRole(DEFAULT_ADMIN_ROLE, issuer);
        _grantRole(ISSUE_ROLE, issuer);
        _grantRole(BURN_ROLE, issuer);
        _grantRole(FORCE_ROLE, issuer);
        _grantRole(FREEZE_ROLE, issuer);
        _grantRole(PAUSE_ROLE, issuer);
        _grantRole(ANNOUNCE_ROLE, issuer);
        _grantRole(INFO_ROLE, issuer);
        _grantRole(POLICY_ROLE, issuer);
        _grantRole(RECOVERY_ROLE, issuer);
    }

    // Modifiers of roles that several functions need: a call, not a copy of the
    // role's 32 bytes in each.

    modifier onlyIssue() {
        _onlyIssue();
        _;
    }

    modifier onlyFreeze() {
        _onlyFreeze();
        _;
    }

    modifier onlyPause() {
        _onlyPause();
        _;
    }

    modifier onlyAnnounce() {
        _onlyAnnounce();
        _;
    }

    function _onlyIssue() private view onlyRole(ISSUE_ROLE) {}

    function _onlyFreeze() private view onlyRole(FREEZE_ROLE) {}

    function _onlyPause() private view onlyRole(PAUSE_ROLE) {}

    function _onlyAnnounce() private view onlyRole(ANNOUNCE_ROLE) {}

    // ---- what it is

    /// @inheritdoc IERC20Metadata
    function name() external view returns (string memory) {
        return _name;
    }

    /// @inheritdoc IERC20Metadata
    function symbol() external view returns (string memory) {
        return _symbol;
    }

    /// @inheritdoc ISecurityToken
    function url() external view returns (string memory) {
        return _url;
    }

    /// @inheritdoc IERC20
    function totalSupply() external view returns (uint256) {
        return _words[address(0)] & MASK_BALANCE;
    }

    /// @inheritdoc IERC20
    function balanceOf(address account) external view returns (uint256) {
        return account == address(0) ? 0 : _words[account] & MASK_BALANCE;
    }

    /// Whether it has that interface (ERC-165). Never reverts.
    function supportsInterface(bytes4 id) public view override(Owned, IERC165) returns (bool) {
        return id == type(IERC20).interfaceId || id == type(IERC20Metadata).interfaceId
            || id == type(IERC20Permit).interfaceId || id == type(IERC7943Fungible).interfaceId
            || id == type(IERC1404).interfaceId || id == type(IERC1643).interfaceId
            || id == type(IRecordDates).interfaceId || id == type(ISecurityToken).interfaceId
            || super.supportsInterface(id);
    }

    // ---- what a holder does

    /// @inheritdoc IERC20
    function transfer(address to, uint256 value) external returns (bool) {
        _transfer(msg.sender, to, value);
        return true;
    }

    /// @inheritdoc IERC20
    function transferFrom(address from, address to, uint256 value) external returns (bool) {
        _spendAllowance(from, value);
        _transfer(from, to, value);
        return true;
    }

    /// @inheritdoc ISecurityToken
    function batchTransfer(address[] calldata to, uint256[] calldata values) external {
        if (to.length != values.length) revert LengthMismatch(to.length, values.length);
        for (uint256 i; i < to.length; ++i) {
            _transfer(msg.sender, to[i], values[i]);
        }
    }

    // ---- what the issuer does

    /// @inheritdoc ISecurityToken
    function issue(address to, uint256 value) external onlyIssue {
        _issue(to, value);
    }

    /// @inheritdoc ISecurityToken
    function batchIssue(address[] calldata to, uint256[] calldata values) external onlyIssue {
        if (to.length != values.length) revert LengthMismatch(to.length, values.length);
        for (uint256 i; i < to.length; ++i) {
            _issue(to[i], values[i]);
        }
    }

    /// @inheritdoc ISecurityToken
    function burn(address from, uint256 value, string calldata reason, bytes32 document) external onlyRole(BURN_ROLE) {
        _enforced(KIND_BURN, from, address(0), value, _burn(from, value), reason, document);
    }

    /// @inheritdoc IERC7943Fungible
    function forcedTransfer(address from, address to, uint256 amount) external returns (bool) {
        _force(from, to, amount, _empty(), 0);
        return true;
    }

    /// @inheritdoc ISecurityToken
    function forcedTransfer(address from, address to, uint256 value, string calldata reason, bytes32 document)
        external
    {
        _force(from, to, value, reason, document);
    }

    /// @inheritdoc ISecurityToken
    function recover(address lost, address fresh, string calldata reason, bytes32 document)
        external
        onlyRole(RECOVERY_ROLE)
    {
        if (lost == fresh) revert RecoverToSame(lost);
        uint256 word = _words[lost];
        uint256 value = word & MASK_BALANCE;
        if (word & FLAG_PARTLY_FROZEN != 0) {
            uint256 frozen = Math.saturatingAdd(_frozenAmounts[fresh], _frozenAmounts[lost]);
            _setFrozenTokens(lost, 0);
            _setFrozenTokens(fresh, frozen);
        }
        bool pastPolicy = _enforce(KIND_RECOVERY, lost, fresh, value);
        if (word & FLAG_FROZEN == 0) _setAddressFrozen(lost, true);
        _enforced(KIND_RECOVERY, lost, fresh, value, pastPolicy, reason, document);
    }

    /// @inheritdoc ISecurityToken
    function setAddressFrozen(address account, bool frozen) external onlyFreeze {
        if (account == address(0)) revert ERC20InvalidSender(account);
        _setAddressFrozen(account, frozen);
    }

    /// @inheritdoc IERC7943Fungible
    function setFrozenTokens(address account, uint256 amount) external onlyFreeze returns (bool) {
        if (account == address(0)) revert ERC20InvalidSender(account);
        _setFrozenTokens(account, amount);
        return true;
    }

    /// @inheritdoc ISecurityToken
    function pause() external onlyPause {
        uint256 g = _global;
        if (g & FLAG_PAUSED != 0) revert EnforcedPause();
        _global = g | FLAG_PAUSED;
        emit Paused(msg.sender);
    }

    /// @inheritdoc ISecurityToken
    function unpause() external onlyPause {
        uint256 g = _global;
        if (g & FLAG_PAUSED == 0) revert ExpectedPause();
        _global = g & ~FLAG_PAUSED;
        emit Unpaused(msg.sender);
    }

    /// @inheritdoc ISecurityToken
    function close() external onlyRole(DEFAULT_ADMIN_ROLE) {
        uint256 supply = _words[address(0)] & MASK_BALANCE;
        if (supply != 0) revert SupplyNotZero(supply);
        uint256 g = _global;
        if (g & FLAG_CLOSED != 0) revert TokenClosed();
        _global = g | FLAG_CLOSED;
        emit Closed(msg.sender);
    }

    /// @inheritdoc ISecurityToken
    function setPolicy(ITransferPolicy newPolicy) external onlyRole(POLICY_ROLE) {
        _setPolicy(newPolicy);
    }

    /// @inheritdoc IRecordDates
    function setRecordDate(uint40 time) external onlyAnnounce returns (uint40) {
        return _addRecordDate(time);
    }

    /// @inheritdoc IRecordDates
    function cancelRecordDate(uint40 time) external onlyAnnounce {
        _removeRecordDate(time);
    }

    /// @inheritdoc ISecurityToken
    function setInfo(string calldata newName, string calldata newSymbol, string calldata newUrl)
        external
        onlyRole(INFO_ROLE)
    {
        _name = newName;
        _symbol = newSymbol;
        _url = newUrl;
        emit InfoChanged(newName, newSymbol, newUrl);
    }

    /// @inheritdoc ISecurityToken
    function announce(bytes32 kind, address subject, string calldata name_, string calldata uri, bytes32 hash)
        external
        onlyAnnounce
    {
        emit Announcement(kind, subject, msg.sender, name_, uri, hash);
    }

    /// @inheritdoc IERC1643
    function setDocument(bytes32 name_, string calldata uri, bytes32 documentHash) external onlyAnnounce {
        _setDocument(name_, uri, documentHash);
    }

    /// @inheritdoc IERC1643
    function removeDocument(bytes32 name_) external onlyAnnounce {
        _removeDocument(name_);
    }

    function _setPolicy(ITransferPolicy newPolicy) internal {
        uint8 kinds;
        if (address(newPolicy) != address(0)) {
            uint256 answer = _askWord(uint160(address(newPolicy)), ITransferPolicy.kinds.selector, address(0));
            if (answer > type(uint8).max) revert PolicyInvalid(address(newPolicy));
            kinds = uint8(answer);
        }
        uint256 g = _global & ~(uint256(type(uint160).max) | uint256(type(uint8).max) << SHIFT_KINDS);
        _global = g | uint160(address(newPolicy)) | uint256(kinds) << SHIFT_KINDS;
        emit PolicyChanged(address(newPolicy), kinds, msg.sender);
    }

    function _force(address from, address to, uint256 v, string calldata reason, bytes32 document)
        private
        onlyRole(FORCE_ROLE)
    {
        bool pastPolicy = _enforce(KIND_FORCED, from, to, v);
        emit ForcedTransfer(from, to, v);
        _enforced(KIND_FORCED, from, to, v, pastPolicy, reason, document);
    }

    function _enforced(
        uint8 kind,
        address from,
        address to,
        uint256 v,
        bool pastPolicy,
        string calldata reason,
        bytes32 document
    ) private {
        emit Enforced(kind, from, to, v, msg.sender, pastPolicy, reason, document);
    }

    /// No reason given.
    function _empty() private pure returns (string calldata) {
        return string(msg.data[:0]);
    }
}
