// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {
    CODE_CLOSED,
    CODE_INSUFFICIENT_BALANCE,
    CODE_INVALID_RECEIVER,
    CODE_INVALID_SENDER,
    CODE_OK,
    CODE_POLICY_BROKEN,
    CODE_RECEIVER_FROZEN
} from "./Codes.sol";
import {KIND_BURN, KIND_ISSUE, KIND_TRANSFER} from "./Kinds.sol";
import {Rules} from "./Rules.sol";

/// All that changes balances and freezes: asks the rules, books, emits, tells
/// the policy. Who may is for the caller to check.
abstract contract Moves is Rules {
    function _transfer(address from, address to, uint256 v) internal {
        uint256 g = _global;
        uint256 wordFrom = _words[from];
        uint256 wordTo = _words[to];
        uint8 code = _check(KIND_TRANSFER, from, to, v, msg.sender, g, wordFrom, wordTo);
        if (code != CODE_OK) _refuse(code, from, to, v);
        _book(from, to, v, g, wordFrom, wordTo);
        _tell(KIND_TRANSFER, from, to, v, g);
    }

    function _issue(address to, uint256 v) internal {
        uint256 g = _global;
        uint8 code;
        if (to == address(0) || to == address(this)) code = CODE_INVALID_RECEIVER;
        else if (g & FLAG_CLOSED != 0) code = CODE_CLOSED;
        else if (_words[to] & FLAG_FROZEN != 0) code = CODE_RECEIVER_FROZEN;
        else code = _ask(KIND_ISSUE, msg.sender, address(0), to, v, g);
        if (code != CODE_OK) _refuse(code, address(0), to, v);
        uint256 word = _words[address(0)];
        uint256 supply = word & MASK_BALANCE;
        if (v > MASK_BALANCE - supply) revert SupplyOverflow(supply, v);
        if (v != 0) {
            uint256 last = _lastRecordDate(g);
            _words[address(0)] = _touched(address(0), word, last) + v;
            _words[to] = _touched(to, _words[to], last) + v;
        }
        emit Transfer(address(0), to, v);
        _tell(KIND_ISSUE, address(0), to, v, g);
    }

    /// Takes tokens out of the world, as _enforce moves them.
    function _burn(address from, uint256 value) internal returns (bool pastPolicy) {
        uint256 g = _global;
        uint256 word = _words[from];
        if (from == address(0)) _refuse(CODE_INVALID_SENDER, from, from, value);
        if (value > word & MASK_BALANCE) _refuse(CODE_INSUFFICIENT_BALANCE, from, from, value);
        pastPolicy = _askEnforced(_ask(KIND_BURN, msg.sender, from, address(0), value, g), from, address(0), value);
        word = _unfreeze(from, word, value);
        _book(from, address(0), value, g, word, _words[address(0)]);
        if (_tell(KIND_BURN, from, address(0), value, g)) pastPolicy = true;
    }

    /// A move by the issuer's power: past pause, freezes of the sender and a
    /// policy that is broken, which true says.
    function _enforce(uint8 kind, address from, address to, uint256 v) internal returns (bool pastPolicy) {
        uint256 g = _global;
        uint256 wordFrom = _words[from];
        uint256 wordTo = _words[to];
        pastPolicy = _askEnforced(_check(kind, from, to, v, msg.sender, g, wordFrom, wordTo), from, to, v);
        wordFrom = _unfreeze(from, wordFrom, v);
        _book(from, to, v, g, wordFrom, wordTo);
        if (_tell(kind, from, to, v, g)) pastPolicy = true;
    }

    /// Turns a code into an error, but for a broken policy into true.
    function _askEnforced(uint8 code, address from, address to, uint256 v) private view returns (bool) {
        if (code == CODE_OK) return false;
        if (code != CODE_POLICY_BROKEN) _refuse(code, from, to, v);
        return true;
    }

    /// Changes both balances, whose words were loaded before. A holder who sends
    /// to itself has one word only, and nothing changes. To zero is out of the
    /// supply, which the zero address holds.
    function _book(address from, address to, uint256 v, uint256 g, uint256 wordFrom, uint256 wordTo) private {
        if (v != 0 && from != to) {
            uint256 last = _lastRecordDate(g);
            // Nothing over- or underflows: the rules have compared the amount
            // with the balance, and no balance is over the supply.
            unchecked {
                _words[from] = _touched(from, wordFrom, last) - v;
                wordTo = _touched(to, wordTo, last);
                _words[to] = to == address(0) ? wordTo - v : wordTo + v;
            }
        }
        emit Transfer(from, to, v);
    }

    /// Lowers the frozen amount as far as moving `v` needs it.
    function _unfreeze(address account, uint256 word, uint256 v) private returns (uint256) {
        if (word & FLAG_PARTLY_FROZEN == 0) return word;
        uint256 unfrozen = _unfrozen(account, word);
        if (v <= unfrozen) return word;
        return _setFrozenTokens(account, _frozenAmounts[account] - (v - unfrozen));
    }

    function _setFrozenTokens(address account, uint256 amount) internal returns (uint256 word) {
        word = _words[account];
        word = amount == 0 ? word & ~FLAG_PARTLY_FROZEN : word | FLAG_PARTLY_FROZEN;
        _words[account] = word;
        _frozenAmounts[account] = amount;
        emit Frozen(account, amount);
    }

    function _setAddressFrozen(address account, bool frozen) internal {
        uint256 word = _words[account];
        _words[account] = frozen ? word | FLAG_FROZEN : word & ~FLAG_FROZEN;
        emit AddressFrozen(account, frozen, msg.sender);
    }
}
