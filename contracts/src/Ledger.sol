// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IRecordDates} from "./interfaces/IRecordDates.sol";

/// Balances and what they were at record dates. A holder is one word:
///
///   balance 128 | time of last change 40 | checkpoints 24 | flags 16 | free 48
///
/// and what all share is one word (lowest bits first, both):
///
///   policy 160 | last record date 40 | next record date 40 | kinds 8 | flags 8
///
/// The zero address holds the supply. A checkpoint is written when a balance
/// changes for the first time after a record date, and says what it was and for
/// how long: `balance 128 | since 40 | until 40`, `until` excluded. A balance
/// of 0 needs no checkpoint, since what no checkpoint covers was 0.
abstract contract Ledger is IRecordDates {
    uint256 internal constant MASK_BALANCE = type(uint128).max;
    uint256 internal constant MASK_TIME = type(uint40).max;

    uint256 internal constant SHIFT_CHANGED = 128;
    uint256 internal constant SHIFT_COUNT = 168;
    uint256 internal constant SHIFT_UNTIL = 168;
    uint256 internal constant FLAG_FROZEN = 1 << 192;
    uint256 internal constant FLAG_PARTLY_FROZEN = 1 << 193;

    uint256 internal constant SHIFT_LAST = 160;
    uint256 internal constant SHIFT_NEXT = 200;
    uint256 internal constant SHIFT_KINDS = 240;
    uint256 internal constant FLAG_PAUSED = 1 << 248;
    uint256 internal constant FLAG_CLOSED = 1 << 249;
    /// There are pending record dates besides the next one.
    uint256 internal constant FLAG_LATER = 1 << 250;

    /// How many record dates may lie ahead: a transfer after all of them has
    /// to step over each, and must remain affordable.
    uint256 internal constant MOST_PENDING = 32;

    uint256 internal _global;
    mapping(address account => uint256) internal _words;
    mapping(address account => mapping(uint256 number => uint256)) private _history;
    mapping(uint40 time => bool) private _registered;
    /// Pending record dates after the next one, soonest last.
    uint40[] private _later;

    /// @inheritdoc IRecordDates
    function isRecordDate(uint40 time) external view returns (bool) {
        return _registered[time];
    }

    /// @inheritdoc IRecordDates
    function pendingRecordDates() external view returns (uint40[] memory pending) {
        uint256 next = _global >> SHIFT_NEXT & MASK_TIME;
        uint256 n = _later.length;
        uint40[] memory all = new uint40[](n + 1);
        uint256 found;
        if (next >= block.timestamp) all[found++] = uint40(next);
        while (n > 0) {
            uint40 time = _later[--n];
            if (time >= block.timestamp) all[found++] = time;
        }
        pending = new uint40[](found);
        for (uint256 i; i < found; ++i) {
            pending[i] = all[i];
        }
    }

    /// @inheritdoc IRecordDates
    function balanceOfAt(uint40 time, address account) external view returns (uint256) {
        _requireOver(time);
        return account == address(0) ? 0 : _balanceAt(time, account);
    }

    /// @inheritdoc IRecordDates
    function balancesOfAt(uint40 time, address[] calldata accounts) external view returns (uint256[] memory balances) {
        _requireOver(time);
        balances = new uint256[](accounts.length);
        for (uint256 i; i < accounts.length; ++i) {
            if (accounts[i] != address(0)) balances[i] = _balanceAt(time, accounts[i]);
        }
    }

    /// @inheritdoc IRecordDates
    function totalSupplyAt(uint40 time) external view returns (uint256) {
        _requireOver(time);
        return _balanceAt(time, address(0));
    }

    /// Registers a record date; 0 is now.
    function _addRecordDate(uint40 time) internal returns (uint40) {
        if (time == 0) time = uint40(block.timestamp);
        if (time < block.timestamp) revert RecordDatePast(time);
        if (_registered[time]) return time;
        uint256 g = _rolled(_global);
        uint256 next = g >> SHIFT_NEXT & MASK_TIME;
        if (next == 0) {
            g |= uint256(time) << SHIFT_NEXT;
        } else {
            uint40 later = time;
            if (time < next) {
                later = uint40(next);
                g = g & ~(MASK_TIME << SHIFT_NEXT) | uint256(time) << SHIFT_NEXT;
            }
            g |= FLAG_LATER;
            _insertLater(later);
        }
        _global = g;
        _registered[time] = true;
        emit RecordDateSet(time);
        return time;
    }

    /// Withdraws a record date that lies ahead.
    function _removeRecordDate(uint40 time) internal {
        if (!_registered[time]) revert RecordDateUnknown(time);
        if (time <= block.timestamp) revert RecordDatePast(time);
        delete _registered[time];
        uint256 g = _rolled(_global);
        uint256 n = _later.length;
        if (time == g >> SHIFT_NEXT & MASK_TIME) {
            g &= ~(MASK_TIME << SHIFT_NEXT);
            if (n != 0) g |= uint256(_later[n - 1]) << SHIFT_NEXT;
        } else {
            uint256 i = n - 1;
            while (_later[i] != time) --i;
            for (; i + 1 < n; ++i) {
                _later[i] = _later[i + 1];
            }
        }
        if (n != 0) _later.pop();
        if (n <= 1) g &= ~FLAG_LATER;
        _global = g;
        emit RecordDateCancelled(time);
    }

    /// The latest record date that is over, 0 for none. Stores the global word
    /// only where pending dates have to be stepped over.
    function _lastRecordDate(uint256 g) internal returns (uint256) {
        uint256 next = g >> SHIFT_NEXT & MASK_TIME;
        if (next == 0 || next >= block.timestamp) return g >> SHIFT_LAST & MASK_TIME;
        if (g & FLAG_LATER == 0) return next;
        g = _rolled(g);
        _global = g;
        return g >> SHIFT_LAST & MASK_TIME;
    }

    /// A holder's word with the time of change set to now, the old balance kept
    /// in the history where a record date asks for it. The caller changes the
    /// balance and stores the word.
    function _touched(address account, uint256 word, uint256 last) internal returns (uint256) {
        uint256 since = word >> SHIFT_CHANGED & MASK_TIME;
        if (since <= last && word & MASK_BALANCE != 0) {
            uint256 number = word >> SHIFT_COUNT & type(uint24).max;
            _history[account][number] =
                word & (MASK_BALANCE | MASK_TIME << SHIFT_CHANGED) | block.timestamp << SHIFT_UNTIL;
            word += 1 << SHIFT_COUNT;
        }
        return word & ~(MASK_TIME << SHIFT_CHANGED) | block.timestamp << SHIFT_CHANGED;
    }

    /// The global word after stepping over the pending dates that have passed.
    function _rolled(uint256 g) private returns (uint256) {
        uint256 next = g >> SHIFT_NEXT & MASK_TIME;
        if (next == 0 || next >= block.timestamp) return g;
        uint256 last;
        uint256 n = _later.length;
        do {
            last = next;
            next = 0;
            if (n != 0) {
                next = _later[--n];
                _later.pop();
            }
        } while (next != 0 && next < block.timestamp);
        g &= ~(MASK_TIME << SHIFT_LAST | MASK_TIME << SHIFT_NEXT | FLAG_LATER);
        if (n != 0) g |= FLAG_LATER;
        return g | last << SHIFT_LAST | next << SHIFT_NEXT;
    }

    function _insertLater(uint40 time) private {
        uint256 i = _later.length;
        if (i >= MOST_PENDING - 1) revert TooManyRecordDates(MOST_PENDING);
        _later.push(time);
        for (; i > 0 && _later[i - 1] < time; --i) {
            _later[i] = _later[i - 1];
        }
        _later[i] = time;
    }

    function _requireOver(uint40 time) private view {
        if (!_registered[time]) revert RecordDateUnknown(time);
        if (time >= block.timestamp) revert RecordDateNotOver(time);
    }

    /// Searches the checkpoints, which are in order and don't overlap, for the
    /// one that covers the time.
    function _balanceAt(uint256 time, address account) private view returns (uint256) {
        uint256 word = _words[account];
        if (word >> SHIFT_CHANGED & MASK_TIME <= time) return word & MASK_BALANCE;
        uint256 low;
        uint256 high = word >> SHIFT_COUNT & type(uint24).max;
        while (low < high) {
            uint256 middle = (low + high) / 2;
            uint256 point = _history[account][middle];
            if (time < point >> SHIFT_CHANGED & MASK_TIME) high = middle;
            else if (time >= point >> SHIFT_UNTIL & MASK_TIME) low = middle + 1;
            else return point & MASK_BALANCE;
        }
        return 0;
    }
}
