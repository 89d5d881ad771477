// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

/// ERC-7943 (final) for ERC-20 tokens; interface id 0x3edbb4c4.
interface IERC7943Fungible is IERC165 {
    event ForcedTransfer(address indexed from, address indexed to, uint256 amount);
    event Frozen(address indexed account, uint256 amount);

    error ERC7943CannotSend(address account);
    error ERC7943CannotReceive(address account);
    error ERC7943CannotTransfer(address from, address to, uint256 amount);
    error ERC7943InsufficientUnfrozenBalance(address account, uint256 amount, uint256 unfrozen);

    /// Moves a holder's tokens. Role FORCE; see ISecurityToken for the form with
    /// a reason, whose rules hold here too.
    function forcedTransfer(address from, address to, uint256 amount) external returns (bool result);

    /// Sets how much of what an account holds, and will hold, is frozen. Role
    /// FREEZE. May exceed the balance. Reverts for the zero address.
    function setFrozenTokens(address account, uint256 amount) external returns (bool result);

    /// Whether the account may send at all. Never reverts, nor do those below.
    function canSend(address account) external view returns (bool allowed);

    /// Whether the account may receive at all.
    function canReceive(address account) external view returns (bool allowed);

    /// How much is frozen, which may be more than there is.
    function getFrozenTokens(address account) external view returns (uint256 amount);

    /// Whether `from` itself could transfer that amount now.
    function canTransfer(address from, address to, uint256 amount) external view returns (bool allowed);
}
