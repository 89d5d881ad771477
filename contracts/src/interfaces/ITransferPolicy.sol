// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// A contract that says yes or no to changes of balances. Tokens ask it by
/// static call; an answer that is not exactly one word of at most 255, or a
/// revert, counts as "policy broken", and is a no.
interface ITransferPolicy {
    /// Bits of Kinds.sol: what the policy wants to be asked (and, with MOVED,
    /// told) about. Must never change: tokens keep a copy from setPolicy on.
    function kinds() external view returns (uint8);

    /// Whether `value` may go from `from` (zero when issued) to `to` (zero when
    /// burned): 0 is yes, anything else a restriction code. For a transfer it
    /// must say no whenever canSend(from) or canReceive(to) does.
    function check(uint8 kind, address operator, address from, address to, uint256 value) external view returns (uint8);

    /// Told after the balances have changed, only where MOVED is declared. Must
    /// not revert; whoever keeps counts here has to check that msg.sender is
    /// the token it counts for.
    function moved(uint8 kind, address operator, address from, address to, uint256 value) external;

    /// Whether the account may send at all, whatever the amount and receiver.
    function canSend(address account) external view returns (bool);

    /// Whether the account may receive at all, whatever the amount and sender.
    function canReceive(address account) external view returns (bool);

    /// A restriction code of this policy in words.
    function message(uint8 code) external view returns (string memory);
}
