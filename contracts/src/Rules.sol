// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import "./Codes.sol";
import {KIND_BURN, KIND_FORCED, KIND_MOVED, KIND_RECOVERY, KIND_TRANSFER} from "./Kinds.sol";
import {Ledger} from "./Ledger.sol";
import {ISecurityToken} from "./interfaces/ISecurityToken.sol";
import {ITransferPolicy} from "./interfaces/ITransferPolicy.sol";

/// Whether a balance may change: one function, `_check`, that transfers obey
/// and the views of ERC-1404 and ERC-7943 answer from.
abstract contract Rules is Ledger, ISecurityToken, IERC20Errors {
    /// Gas that a policy gets when the issuer's power moves tokens, so that a
    /// policy that burns all it gets can't stop a court's order.
    uint256 private constant ENFORCEMENT_GAS = 1_000_000;

    mapping(address account => uint256) internal _frozenAmounts;

    /// @inheritdoc ISecurityToken
    function policy() public view returns (ITransferPolicy) {
        return ITransferPolicy(address(uint160(_global)));
    }

    /// @inheritdoc ISecurityToken
    function paused() external view returns (bool) {
        return _global & FLAG_PAUSED != 0;
    }

    /// @inheritdoc ISecurityToken
    function closed() external view returns (bool) {
        return _global & FLAG_CLOSED != 0;
    }

    /// @inheritdoc ISecurityToken
    function isFrozen(address account) external view returns (bool) {
        return _words[account] & FLAG_FROZEN != 0;
    }

    /// May exceed the balance: shares that come later are then frozen too.
    function getFrozenTokens(address account) external view returns (uint256) {
        return _frozenAmounts[account];
    }

    /// Whether `from` itself could transfer that amount now. A balance that does
    /// not suffice is a no too: ERC-7943 has the amount compared with balance
    /// minus frozen amount, and a yes to what would revert misleads.
    function canTransfer(address from, address to, uint256 amount) external view returns (bool) {
        return detectTransferRestriction(from, to, amount) == CODE_OK;
    }

    /// The code of what stands against a transfer by `from` itself.
    function detectTransferRestriction(address from, address to, uint256 value) public view returns (uint8) {
        return _check(KIND_TRANSFER, from, to, value, from, _global, _words[from], _words[to]);
    }

    /// Whether the account may send at all: not frozen, and the policy agrees.
    function canSend(address account) external view returns (bool) {
        return account != address(0) && _words[account] & FLAG_FROZEN == 0
            && _policyAllows(ITransferPolicy.canSend.selector, account);
    }

    /// Whether the account may receive at all: not frozen, and the policy agrees.
    function canReceive(address account) external view returns (bool) {
        return account != address(0) && account != address(this) && _words[account] & FLAG_FROZEN == 0
            && _policyAllows(ITransferPolicy.canReceive.selector, account);
    }

    /// A restriction code in words, the policy's own included. Never reverts.
    function messageForTransferRestriction(uint8 code) external view returns (string memory) {
        if (code >= CODE_FIRST_OF_POLICY) {
            (bool ok, bytes memory answer) =
                address(policy()).staticcall(abi.encodeCall(ITransferPolicy.message, (code)));
            if (ok && answer.length >= 64) {
                (uint256 offset, uint256 length) = abi.decode(answer, (uint256, uint256));
                if (offset == 32 && length <= answer.length - 64) {
                    // It is an encoded string, which goes on as it came.
                    assembly ("memory-safe") {
                        return(add(answer, 32), mload(answer))
                    }
                }
            }
        }
        return _short(_message(code));
    }

    /// What stands against moving `v` from one holder to another, 0 for nothing.
    /// Pause, freezes of the sender and the frozen amount bind transfers only.
    function _check(
        uint8 kind,
        address from,
        address to,
        uint256 v,
        address operator,
        uint256 g,
        uint256 wordFrom,
        uint256 wordTo
    ) internal view returns (uint8) {
        if (to == address(0) || to == address(this)) return CODE_INVALID_RECEIVER;
        if (from == address(0)) return CODE_INVALID_SENDER;
        // Where nothing at all is frozen, paused or closed, which is the rule,
        // the single questions need not be asked.
        if (g & (FLAG_PAUSED | FLAG_CLOSED) | (wordFrom | wordTo) & (FLAG_FROZEN | FLAG_PARTLY_FROZEN) != 0) {
            uint8 code = _stopped(kind, from, v, g, wordFrom, wordTo);
            if (code != CODE_OK) return code;
        }
        if (v > wordFrom & MASK_BALANCE) return CODE_INSUFFICIENT_BALANCE;
        return _ask(kind, operator, from, to, v, g);
    }

    function _stopped(uint8 kind, address from, uint256 v, uint256 g, uint256 wordFrom, uint256 wordTo)
        private
        view
        returns (uint8)
    {
        if (wordTo & FLAG_FROZEN != 0) return CODE_RECEIVER_FROZEN;
        if (g & FLAG_CLOSED != 0) return CODE_CLOSED;
        if (kind != KIND_TRANSFER) return CODE_OK;
        if (g & FLAG_PAUSED != 0) return CODE_PAUSED;
        if (wordFrom & FLAG_FROZEN != 0) return CODE_SENDER_FROZEN;
        uint256 balance = wordFrom & MASK_BALANCE;
        if (wordFrom & FLAG_PARTLY_FROZEN != 0 && v <= balance && v > _unfrozen(from, wordFrom)) {
            return CODE_INSUFFICIENT_UNFROZEN;
        }
        return CODE_OK;
    }

    /// The policy's answer, 0 where there is none or it doesn't care.
    function _ask(uint8 kind, address operator, address from, address to, uint256 v, uint256 g)
        internal
        view
        returns (uint8)
    {
        if (g >> SHIFT_KINDS & kind == 0) return CODE_OK;
        uint256 before = gasleft();
        uint256 allowance = _isEnforcement(kind) ? ENFORCEMENT_GAS : before;
        uint256 p = _encode(uint32(ITransferPolicy.check.selector), kind, operator, from, to, v);
        bool ok;
        uint256 answer;
        assembly ("memory-safe") {
            ok := staticcall(allowance, g, p, 164, 0, 32)
            answer := mload(0)
            if iszero(eq(returndatasize(), 32)) { answer := 256 }
        }
        if (ok && answer < 256) return uint8(answer);
        return !ok && _starved(before) ? CODE_POLICY_OUT_OF_GAS : CODE_POLICY_BROKEN;
    }

    /// Tells the policy what was moved, where it wants to know. For the issuer's
    /// enforcement a policy that reverts is passed by, and true returned.
    function _tell(uint8 kind, address from, address to, uint256 v, uint256 g) internal returns (bool pastPolicy) {
        uint256 kinds = g >> SHIFT_KINDS;
        if (kinds & KIND_MOVED == 0 || kinds & kind == 0) return false;
        uint256 before = gasleft();
        bool enforcement = _isEnforcement(kind);
        uint256 allowance = enforcement ? ENFORCEMENT_GAS : before;
        uint256 p = _encode(uint32(ITransferPolicy.moved.selector), kind, msg.sender, from, to, v);
        assembly ("memory-safe") {
            pastPolicy := iszero(call(allowance, g, 0, p, 164, 0, 0))
        }
        if (!pastPolicy) return false;
        if (_starved(before)) revert PolicyOutOfGas(address(uint160(g)));
        if (!enforcement) revert PolicyBroken(address(uint160(g)));
    }

    /// abi.encodeWithSelector(selector, kind, operator, from, to, v) past the
    /// free memory pointer, which need not move; saves 200 gas a transfer.
    function _encode(uint32 selector, uint8 kind, address operator, address from, address to, uint256 v)
        private
        pure
        returns (uint256 p)
    {
        assembly ("memory-safe") {
            p := mload(0x40)
            mstore(p, selector)
            mstore(add(p, 32), kind)
            mstore(add(p, 64), operator)
            mstore(add(p, 96), from)
            mstore(add(p, 128), to)
            mstore(add(p, 160), v)
            p := add(p, 28)
        }
    }

    /// Moves by the issuer's power, which a broken policy can't stop.
    function _isEnforcement(uint8 kind) private pure returns (bool) {
        return kind & (KIND_BURN | KIND_FORCED | KIND_RECOVERY) != 0;
    }

    /// A call gets at most 63/64 of the gas, so this little left means that the
    /// policy starved, be it by its own fault or by a low gas limit.
    function _starved(uint256 before) private view returns (bool) {
        return gasleft() < before / 32;
    }

    /// The part of a balance that its holder may move.
    function _unfrozen(address account, uint256 word) internal view returns (uint256) {
        uint256 frozen = _frozenAmounts[account];
        uint256 balance = word & MASK_BALANCE;
        return balance > frozen ? balance - frozen : 0;
    }

    /// A restriction code as the error that says most.
    function _refuse(uint8 code, address from, address to, uint256 v) internal view {
        uint256 word = _words[from];
        if (code == CODE_INSUFFICIENT_BALANCE) revert ERC20InsufficientBalance(from, word & MASK_BALANCE, v);
        if (code == CODE_INSUFFICIENT_UNFROZEN) {
            revert ERC7943InsufficientUnfrozenBalance(from, v, _unfrozen(from, word));
        }
        if (code >= CODE_FIRST_OF_POLICY) revert TransferRestricted(code, from, to, v);
        if (code == CODE_PAUSED) revert EnforcedPause();
        if (code == CODE_CLOSED) revert TokenClosed();
        if (code == CODE_INVALID_SENDER) revert ERC20InvalidSender(from);
        if (code == CODE_INVALID_RECEIVER) revert ERC20InvalidReceiver(to);
        if (code == CODE_SENDER_FROZEN) revert AddressIsFrozen(from);
        if (code == CODE_RECEIVER_FROZEN) revert AddressIsFrozen(to);
        if (code == CODE_POLICY_BROKEN) revert PolicyBroken(address(policy()));
        if (code == CODE_POLICY_OUT_OF_GAS) revert PolicyOutOfGas(address(policy()));
        revert TransferRestricted(code, from, to, v);
    }

    /// The token's own codes in at most 32 bytes each.
    function _message(uint8 code) private pure returns (bytes32) {
        if (code == CODE_OK) return "no restriction";
        if (code == CODE_PAUSED) return "the token is paused";
        if (code == CODE_CLOSED) return "the token is closed";
        if (code == CODE_INVALID_SENDER) return "the sender is invalid";
        if (code == CODE_INVALID_RECEIVER) return "the receiver is invalid";
        if (code == CODE_SENDER_FROZEN) return "the sender is frozen";
        if (code == CODE_RECEIVER_FROZEN) return "the receiver is frozen";
        if (code == CODE_INSUFFICIENT_BALANCE) return "the sender's balance is too low";
        if (code == CODE_INSUFFICIENT_UNFROZEN) return "too much of it is frozen";
        if (code == CODE_POLICY_BROKEN) return "the policy does not answer";
        if (code == CODE_POLICY_OUT_OF_GAS) return "the policy ran out of gas";
        return "unknown restriction";
    }

    /// A text of at most 32 bytes, zeros trimmed.
    function _short(bytes32 text) private pure returns (string memory) {
        uint256 length;
        while (length < 32 && text[length] != 0) ++length;
        bytes memory out = new bytes(length);
        assembly ("memory-safe") {
            mstore(add(out, 32), text)
        }
        return string(out);
    }

    /// canSend or canReceive of the policy, true where it has no say in
    /// transfers, false where it gives no proper answer.
    function _policyAllows(bytes4 selector, address account) private view returns (bool) {
        uint256 g = _global;
        return g >> SHIFT_KINDS & KIND_TRANSFER == 0 || _askWord(g, selector, account) == 1;
    }

    /// The one word that a policy (the low 160 bits) answers to a question about
    /// an account; the greatest number where it reverts or answers otherwise.
    function _askWord(uint256 asked, bytes4 selector, address account) internal view returns (uint256 answer) {
        assembly ("memory-safe") {
            mstore(0, selector)
            mstore(4, account)
            answer := staticcall(gas(), asked, 0, 36, 0, 32)
            answer := sub(mul(and(answer, eq(returndatasize(), 32)), add(mload(0), 1)), 1)
        }
    }
}
