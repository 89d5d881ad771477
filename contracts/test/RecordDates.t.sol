// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Base} from "./Base.sol";

/// Balances at record dates.
contract RecordDatesTest is Base {
    event RecordDateSet(uint40 indexed time);
    event RecordDateCancelled(uint40 indexed time);

    function setDate(uint256 time) private returns (uint40) {
        vm.prank(issuer);
        return token.setRecordDate(uint40(time));
    }

    function move(address from, address to, uint256 value) private {
        vm.prank(from);
        token.transfer(to, value);
    }

    function test_now() public {
        issue(alice, 10);
        vm.expectEmit(address(token));
        emit RecordDateSet(uint40(START));
        eq(setDate(0), START, "now");
        yes(token.isRecordDate(uint40(START)), "registered");
        move(alice, bob, 3); // still the same second
        vm.expectRevert(abi.encodeWithSignature("RecordDateNotOver(uint40)", START));
        token.balanceOfAt(uint40(START), alice);
        vm.warp(START + 1);
        eq(token.balanceOfAt(uint40(START), alice), 7, "the end of the second counts");
        eq(token.balanceOfAt(uint40(START), bob), 3, "bob");
        move(alice, carol, 7);
        move(bob, carol, 3);
        vm.prank(issuer);
        token.burn(carol, 10, "", 0);
        vm.warp(START + 100);
        uint256[] memory all = token.balancesOfAt(uint40(START), pair(alice, carol));
        eq(all[0], 7, "alice then");
        eq(all[1], 0, "carol then");
        eq(token.balanceOfAt(uint40(START), bob), 3, "bob then");
        eq(token.balanceOfAt(uint40(START), address(0)), 0, "nobody");
        eq(token.totalSupplyAt(uint40(START)), 10, "supply then");
        eq(token.totalSupply(), 0, "supply now");
    }

    function test_ahead() public {
        setDate(START + 50);
        issue(alice, 10);
        vm.warp(START + 50);
        move(alice, bob, 4);
        vm.warp(START + 51);
        move(alice, bob, 1);
        eq(token.balanceOfAt(uint40(START + 50), alice), 6, "alice");
        eq(token.balanceOfAt(uint40(START + 50), bob), 4, "bob");
    }

    /// Who comes after the date held nothing at it, even after coming and going.
    function test_freshHolders() public {
        issue(alice, 10);
        setDate(0);
        vm.warp(START + 10);
        setDate(0);
        vm.warp(START + 11);
        move(alice, bob, 4);
        vm.warp(START + 20);
        setDate(0);
        vm.warp(START + 21);
        move(bob, alice, 4);
        eq(token.balanceOfAt(uint40(START), bob), 0, "before");
        eq(token.balanceOfAt(uint40(START + 10), bob), 0, "before, at the second");
        eq(token.balanceOfAt(uint40(START + 20), bob), 4, "while");
        eq(token.balanceOfAt(uint40(START + 10), alice), 10, "alice before");
        eq(token.balanceOfAt(uint40(START + 20), alice), 6, "alice while");
    }

    /// A balance that changed after the last record date is not kept again.
    function test_keptOncePerDate() public {
        uint256 first = START | 0xff;
        issue(alice, 10);
        issue(bob, 10);
        for (uint256 time = first; time < first + 2; ++time) {
            vm.warp(time);
            setDate(0);
        }
        vm.warp(first + 2);
        setDate(first + 1000);
        vm.warp(first + 3);
        vm.record();
        move(alice, bob, 1);
        (, bytes32[] memory writes) = vm.accesses(address(token));
        eq(writes.length, 4, "both balances, and what they were");
        vm.warp(first + 4);
        vm.record();
        move(alice, bob, 1);
        (, writes) = vm.accesses(address(token));
        eq(writes.length, 2, "both balances");
    }

    /// Dates far ahead stay known while nearer ones pass one by one.
    function test_oneAfterTheOther() public {
        for (uint256 i = 1; i < 6; ++i) {
            setDate(START + 10 * i);
        }
        issue(alice, 10);
        for (uint256 i = 1; i < 6; ++i) {
            vm.warp(START + 10 * i + 1);
            move(alice, bob, 1);
        }
        for (uint256 i = 1; i < 6; ++i) {
            eq(token.balanceOfAt(uint40(START + 10 * i), alice), 11 - i, "alice");
            eq(token.balanceOfAt(uint40(START + 10 * i), bob), i - 1, "bob");
        }
    }

    function test_frozenSharesCount() public {
        issue(alice, 10);
        vm.prank(issuer);
        token.setFrozenTokens(alice, 10);
        vm.prank(issuer);
        token.setAddressFrozen(alice, true);
        setDate(0);
        vm.warp(START + 1);
        vm.prank(issuer);
        token.setAddressFrozen(alice, false);
        vm.prank(issuer);
        token.forcedTransfer(alice, bob, 10);
        eq(token.balanceOfAt(uint40(START), alice), 10, "alice");
    }

    function test_settingTwiceIsSettingOnce() public {
        eq(setDate(START + 5), START + 5, "first");
        eq(setDate(START + 5), START + 5, "second");
        eq(token.pendingRecordDates().length, 1, "once");
    }

    function test_cancel() public {
        setDate(START + 30);
        setDate(START + 10);
        setDate(START + 20);
        eq(token.pendingRecordDates().length, 3, "three");
        vm.expectEmit(address(token));
        emit RecordDateCancelled(uint40(START + 20));
        vm.prank(issuer);
        token.cancelRecordDate(uint40(START + 20));
        no(token.isRecordDate(uint40(START + 20)), "gone");
        vm.prank(issuer);
        token.cancelRecordDate(uint40(START + 10));
        uint40[] memory left = token.pendingRecordDates();
        eq(left.length, 1, "one");
        eq(left[0], START + 30, "the last");
        vm.warp(START + 31);
        vm.expectRevert(abi.encodeWithSignature("RecordDateUnknown(uint40)", START + 20));
        token.balanceOfAt(uint40(START + 20), alice);
        eq(token.totalSupplyAt(uint40(START + 30)), 0, "supply");
    }

    /// A date that is now is still ahead: its second is not over.
    function test_theDateOfThisSecondIsPending() public {
        setDate(START + 5);
        setDate(START + 10);
        setDate(START + 20);
        vm.warp(START + 10);
        setDate(START + 30);
        eq(token.pendingRecordDates().length, 3, "10, 20, 30");
        eq(token.pendingRecordDates()[0], START + 10, "now");
        setDate(START + 40);
        eq(token.pendingRecordDates().length, 4, "and 40");
        issue(alice, 3);
        eq(token.pendingRecordDates().length, 4, "still");
    }

    function test_RevertWhen_cancellingThePastOrTheUnknown() public {
        setDate(0);
        refuse(issuer, abi.encodeWithSignature("RecordDatePast(uint40)", START));
        token.cancelRecordDate(uint40(START));
        refuse(issuer, abi.encodeWithSignature("RecordDateUnknown(uint40)", START + 1));
        token.cancelRecordDate(uint40(START + 1));
    }

    function test_RevertWhen_theDateIsPastOrUnknown() public {
        refuse(issuer, abi.encodeWithSignature("RecordDatePast(uint40)", START - 1));
        token.setRecordDate(uint40(START - 1));
        vm.expectRevert(abi.encodeWithSignature("RecordDateUnknown(uint40)", 5));
        token.totalSupplyAt(5);
        vm.expectRevert(abi.encodeWithSignature("RecordDateUnknown(uint40)", 5));
        token.balancesOfAt(5, one(alice));
    }

    function test_RevertWhen_tooManyLieAhead() public {
        for (uint256 i; i < 32; ++i) {
            setDate(START + 100 + (i * 7 % 32)); // in disorder
        }
        eq(token.pendingRecordDates().length, 32, "pending");
        refuse(issuer, abi.encodeWithSignature("TooManyRecordDates(uint256)", 32));
        token.setRecordDate(uint40(START + 99));
        issue(alice, 1);
        vm.warp(START + 1000);
        uint256 gas = gasleft();
        move(alice, bob, 1);
        yes(gas - gasleft() < 300_000, "a transfer after all of them is affordable");
        eq(token.pendingRecordDates().length, 0, "all passed");
        eq(token.balanceOfAt(uint40(START + 131), alice), 1, "the last");
        eq(token.balanceOfAt(uint40(START + 100), alice), 1, "the first");
        setDate(0);
        eq(token.pendingRecordDates().length, 1, "room again");
    }

    // ---- the same against a model that keeps every balance of every second

    struct Entry {
        uint256 time;
        uint256[5] balances; // of alice, bob, carol, dave; and the supply
    }

    Entry[] private book;
    uint40[] private dates;
    mapping(uint40 => bool) private cancelled;

    function testFuzz_model(uint256 seed) public {
        address[4] memory who = [alice, bob, carol, address(0xDA4E)];
        uint256[5] memory now_;
        for (uint256 i; i < 60; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint256 a = seed >> 8 & 3;
            uint256 b = seed >> 10 & 3;
            uint256 v = bound(seed >> 12 & 0xffff, 0, now_[a]);
            if (seed >> 30 & 3 == 0) v = now_[a];
            uint256 op = seed & 15;
            if (op < 2) {
                issue(who[a], v + 5);
                (now_[a], now_[4]) = (now_[a] + v + 5, now_[4] + v + 5);
            } else if (op < 6) {
                move(who[a], who[b], v);
                now_[a] -= v;
                now_[b] += v;
            } else if (op == 6) {
                vm.prank(who[a]);
                token.batchTransfer(pair(who[b], who[3 - b]), pair(v / 3, v - v / 3));
                now_[a] -= v;
                now_[b] += v / 3;
                now_[3 - b] += v - v / 3;
            } else if (op == 7) {
                vm.prank(issuer);
                token.burn(who[a], v, "", 0);
                (now_[a], now_[4]) = (now_[a] - v, now_[4] - v);
            } else if (op == 8) {
                vm.prank(issuer);
                token.forcedTransfer(who[a], who[b], v);
                now_[a] -= v;
                now_[b] += v;
            } else if (op < 12) {
                if (token.pendingRecordDates().length < 32) {
                    dates.push(setDate(op == 9 ? 0 : block.timestamp + (seed >> 40 & 15)));
                    cancelled[dates[dates.length - 1]] = false;
                }
            } else if (op == 12 && dates.length > 0) {
                uint40 d = dates[(seed >> 50) % dates.length];
                if (d > block.timestamp && !cancelled[d]) {
                    vm.prank(issuer);
                    token.cancelRecordDate(d);
                    cancelled[d] = true;
                }
            } else {
                vm.warp(block.timestamp + (seed >> 60 & 7));
            }
            book.push(Entry(block.timestamp, now_));
            if (seed >> 70 & 3 == 0) vm.warp(block.timestamp + 1);
            for (uint256 h; h < 4; ++h) {
                eq(token.balanceOf(who[h]), now_[h], "balance");
            }
            eq(token.totalSupply(), now_[4], "supply");
        }
        vm.warp(block.timestamp + 20);
        for (uint256 i; i < dates.length; ++i) {
            yes(token.isRecordDate(dates[i]) != cancelled[dates[i]], "registered");
            if (cancelled[dates[i]]) continue;
            uint256[5] memory then;
            for (uint256 j; j < book.length && book[j].time <= dates[i]; ++j) {
                then = book[j].balances;
            }
            for (uint256 h; h < 4; ++h) {
                eq(token.balanceOfAt(dates[i], who[h]), then[h], "balance then");
            }
            eq(token.totalSupplyAt(dates[i]), then[4], "supply then");
        }
    }
}
