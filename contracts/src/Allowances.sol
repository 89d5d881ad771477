// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {Domain} from "./Domain.sol";
import {ISecurityToken} from "./interfaces/ISecurityToken.sol";

/// What holders let others spend, by transaction or by signed message. The name
/// of the EIP-712 domain is fixed, since the token's own may be long, and may
/// change.
abstract contract Allowances is ISecurityToken, IERC20Errors, Domain {
    bytes32 private constant PERMIT_TYPEHASH =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

    /// @inheritdoc IERC20Permit
    mapping(address owner => uint256) public nonces;
    mapping(address owner => mapping(address spender => uint256)) private _allowances;

    /// @inheritdoc IERC20
    function allowance(address owner, address spender) external view returns (uint256) {
        return _allowances[owner][spender];
    }

    /// @inheritdoc IERC20
    function approve(address spender, uint256 value) external returns (bool) {
        _approve(msg.sender, spender, value);
        return true;
    }

    /// @inheritdoc IERC20Permit
    function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s)
        external
    {
        _permit(owner, spender, value, deadline, abi.encodePacked(r, s, v));
    }

    /// @inheritdoc ISecurityToken
    function permit(address owner, address spender, uint256 value, uint256 deadline, bytes calldata signature)
        external
    {
        _permit(owner, spender, value, deadline, signature);
    }

    // solhint-disable-next-line func-name-mixedcase
    /// @inheritdoc IERC20Permit
    function DOMAIN_SEPARATOR() external view returns (bytes32) {
        return _domainSeparator();
    }

    /// Takes from what `from` lets the sender spend; the greatest is unlimited.
    function _spendAllowance(address from, uint256 value) internal {
        uint256 allowed = _allowances[from][msg.sender];
        if (allowed == type(uint256).max) return;
        if (value > allowed) revert ERC20InsufficientAllowance(msg.sender, allowed, value);
        _allowances[from][msg.sender] = allowed - value;
    }

    function _domainName() internal pure override returns (string memory) {
        return "SecurityToken";
    }

    function _approve(address owner, address spender, uint256 value) private {
        if (owner == address(0)) revert ERC20InvalidApprover(owner);
        if (spender == address(0)) revert ERC20InvalidSpender(spender);
        _allowances[owner][spender] = value;
        emit Approval(owner, spender, value);
    }

    function _permit(address owner, address spender, uint256 value, uint256 deadline, bytes memory signature) private {
        if (block.timestamp > deadline) revert PermitExpired(deadline);
        bytes32 digest =
            _digest(keccak256(abi.encode(PERMIT_TYPEHASH, owner, spender, value, nonces[owner]++, deadline)));
        if (!SignatureChecker.isValidSignatureNow(owner, digest, signature)) revert PermitInvalid(owner);
        _approve(owner, spender, value);
    }
}
