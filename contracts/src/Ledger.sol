// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IRecordDates} from "./interfaces/IRecordDates.sol";

/// Balances and what they were at record dates. A holder is one word:
///
///   balance 128 | time of last change 40 | checkpoints 24 | flags 16 | free 48
///
/// and what all share is one word (lowest bits first, both):
///
///   policy 160 | last record date 40 | next record date 40 | kinds 8 | paused 1 | closed 1 | free 1 | later dates 5
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
    /// How many record dates are pending besides the next one; the top bits.
    uint256 private constant SHIFT_LATER = 251;

    /// How many record dates may lie ahead: a transfer after all of them has
    /// to step over each, and must remain affordable.
    uint256 private constant MOST_PENDING = 32;

    uint256 internal _global;
    mapping(address account => uint256) internal _words;
    mapping(address account => mapping(uint256 number => uint256)) private _history;
    mapping(uint40 time => bool) private _registered;
    /// Pending record dates after the next one, soonest last; as many as the
    /// global word says, with stale ones behind.
    uint256[MOST_PENDING - 1] private _later;

    /// @inheritdoc IRecordDates
    function isRecordDate(uint40 time) external view returns (bool) {
        return _registered[time];
    }

    /// @inheritdoc IRecordDates
    function pendingRecordDates() external view returns (uint40[] memory pending) {
        uint256 time = _nextRecordDate(_global);
        uint256 n = _global >> SHIFT_LATER;
        pending = new uint40[](n + 1);
        uint256 found;
        while (true) {
            if (time >= block.timestamp) pending[found++] = uint40(time);
            if (n == 0) break;
            time = _later[--n];
        }
        assembly ("memory-safe") {
            mstore(pending, found)
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
        uint256 next = _nextRecordDate(g);
        uint256 n = g >> SHIFT_LATER;
        if (next == 0) {
            next = time;
        } else {
            uint256 later = time;
            if (time < next) (later, next) = (next, time);
            uint256 i = n++;
            if (n == MOST_PENDING) revert TooManyRecordDates(MOST_PENDING);
            for (; i > 0 && _later[i - 1] < later; --i) {
                _later[i] = _later[i - 1];
            }
            _later[i] = later;
        }
        _global = _dated(g, _lastOf(g), next, n);
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
        uint256 next = _nextRecordDate(g);
        uint256 n = g >> SHIFT_LATER;
        // Takes the soonest of the later ones out, to fill the gap with it.
        uint256 spare;
        if (n != 0) spare = _later[--n];
        if (next == time) {
            next = spare;
        } else {
            for (uint256 i = n; spare != time;) {
                --i;
                (spare, _later[i]) = (_later[i], spare);
            }
        }
        _global = _dated(g, _lastOf(g), next, n);
        emit RecordDateCancelled(time);
    }

    /// The latest record date that is over, 0 for none. Stores the global word
    /// only where pending dates have to be stepped over.
    function _lastRecordDate(uint256 g) internal returns (uint256) {
        uint256 next = _nextRecordDate(g);
        if (next == 0 || next >= block.timestamp) return _lastOf(g);
        if (g >> SHIFT_LATER == 0) return next;
        g = _rolled(g);
        _global = g;
        return _lastOf(g);
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
            unchecked {
                word += 1 << SHIFT_COUNT; // one a second for half a year would be needed to overflow
            }
        }
        return word & ~(MASK_TIME << SHIFT_CHANGED) | block.timestamp << SHIFT_CHANGED;
    }

    /// The global word after stepping over the pending dates that have passed.
    function _rolled(uint256 g) private view returns (uint256) {
        uint256 next = _nextRecordDate(g);
        if (next == 0 || next >= block.timestamp) return g;
        uint256 last;
        uint256 n = g >> SHIFT_LATER;
        do {
            last = next;
            next = n == 0 ? 0 : _later[--n];
        } while (next != 0 && next < block.timestamp);
        return _dated(g, last, next, n);
    }

    /// The global word with other record dates.
    function _dated(uint256 g, uint256 last, uint256 next, uint256 later) private pure returns (uint256) {
        g &= ~(MASK_TIME << SHIFT_LAST | MASK_TIME << SHIFT_NEXT | (MOST_PENDING - 1) << SHIFT_LATER);
        return g | last << SHIFT_LAST | next << SHIFT_NEXT | later << SHIFT_LATER;
    }

    function _lastOf(uint256 g) private pure returns (uint256) {
        return g >> SHIFT_LAST & MASK_TIME;
    }

    function _nextRecordDate(uint256 g) private pure returns (uint256) {
        return g >> SHIFT_NEXT & MASK_TIME;
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
