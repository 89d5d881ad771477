// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {KycRegistry} from "../../src/KycRegistry.sol";
import {SecurityToken} from "../../src/SecurityToken.sol";
import {ITransferPolicy} from "../../src/interfaces/ITransferPolicy.sol";
import {Base} from "../Base.sol";
import {Targets} from "./Targets.sol";

/// Plays the issuer and five holders of one token, and keeps a naive model of
/// it: every balance, freeze and flag in plain variables.
contract TokenHandler is Base {
    address[5] public who = [address(0xA11CE), address(0xB0B), address(0xCA801), address(0xDA4E), address(0xE4E)];

    mapping(address => uint256) public balance;
    mapping(address => uint256) public frozenAmount;
    mapping(address => bool) public frozen;
    uint256 public supply;
    bool public paused;
    bool public closed;
    bool public restrictedMode;
    string public broken; // what went wrong, for the invariants to tell

    uint40[] public dates;
    mapping(uint40 => bool) public cancelled;
    mapping(uint40 => mapping(address => uint256)) public then; // the zero address holds the supply

    constructor(SecurityToken token_, KycRegistry registry_, address issuer_) {
        token = token_;
        registry = registry_;
        issuer = issuer_;
    }

    function setUp() public override {}

    function datesLength() external view returns (uint256) {
        return dates.length;
    }

    function some(uint256 seed) private view returns (address) {
        return who[seed % 5];
    }

    /// An amount that often is all or almost all that there is.
    function part(uint256 seed, uint256 all) private pure returns (uint256) {
        if (seed & 3 == 0) return all;
        if (seed & 3 == 1) return all + 1;
        return all == 0 ? 0 : (seed >> 2) % all;
    }

    /// Time passes only here; before it does, what dates end with is noted.
    function pass(uint256 seed) external {
        note(block.timestamp + seed % 20);
    }

    function note(uint256 until) private {
        while (block.timestamp < until) {
            for (uint256 i; i < dates.length; ++i) {
                uint40 d = dates[i];
                if (d != block.timestamp || cancelled[d]) continue;
                for (uint256 h; h < 5; ++h) {
                    then[d][who[h]] = balance[who[h]];
                }
                then[d][address(0)] = supply;
            }
            vm.warp(block.timestamp + 1);
        }
    }

    function transfer(uint256 a, uint256 b, uint256 seed) external {
        (address from, address to) = (some(a), some(b));
        uint256 v = part(seed, balance[from]);
        bool expected = mayTransfer(from, to, v);
        if (token.canTransfer(from, to, v) != expected) broken = "canTransfer is not the model's";
        vm.prank(from);
        (bool ok,) = address(token).call(abi.encodeCall(token.transfer, (to, v)));
        if (ok != expected) broken = "transfer is not the model's";
        if (ok) book(from, to, v);
    }

    function batch(uint256 a, uint256 b, uint256 c, uint256 seed) external {
        (address from, address to1, address to2) = (some(a), some(b), some(c));
        uint256 v = part(seed, balance[from]);
        uint256 half = v / 2;
        vm.prank(from);
        (bool ok,) = address(token).call(abi.encodeCall(token.batchTransfer, (pair(to1, to2), pair(half, v - half))));
        if (!ok) return;
        if (!mayTransfer(from, to1, half)) broken = "batch: first row";
        book(from, to1, half);
        if (!mayTransfer(from, to2, v - half)) broken = "batch: second row";
        book(from, to2, v - half);
    }

    function allowance(uint256 a, uint256 b, uint256 seed) external {
        (address from, address by) = (some(a), some(b));
        uint256 v = part(seed, balance[from]);
        vm.prank(from);
        token.approve(by, v / 2);
        bool expected = v <= v / 2 && mayTransfer(from, by, v);
        vm.prank(by);
        (bool ok,) = address(token).call(abi.encodeCall(token.transferFrom, (from, by, v)));
        if (ok != expected) broken = "transferFrom is not the model's";
        if (ok) book(from, by, v);
        if (ok && token.allowance(from, by) != v / 2 - v) broken = "allowance";
    }

    function issueTo(uint256 a, uint96 v) external {
        address to = some(a);
        bool expected = !closed && !frozen[to] && (!restrictedMode || registry.isWhitelisted(to));
        vm.prank(issuer);
        (bool ok,) = address(token).call(abi.encodeCall(token.issue, (to, v)));
        if (ok != expected) broken = "issue is not the model's";
        if (!ok) return;
        balance[to] += v;
        supply += v;
    }

    function burn(uint256 a, uint256 seed) external {
        address from = some(a);
        uint256 v = part(seed, balance[from]);
        vm.prank(issuer);
        (bool ok,) = address(token).call(abi.encodeCall(token.burn, (from, v, "", 0)));
        if (ok != (v <= balance[from])) broken = "burn is not the model's";
        if (!ok) return;
        thaw(from, v);
        balance[from] -= v;
        supply -= v;
    }

    function force(uint256 a, uint256 b, uint256 seed) external {
        (address from, address to) = (some(a), some(b));
        uint256 v = part(seed, balance[from]);
        bool expected = v <= balance[from] && !closed && !frozen[to] && (!restrictedMode || registry.isWhitelisted(to));
        vm.prank(issuer);
        (bool ok,) =
            address(token).call(abi.encodeWithSignature("forcedTransfer(address,address,uint256)", from, to, v));
        if (ok != expected) broken = "forced transfer is not the model's";
        if (!ok) return;
        thaw(from, v);
        book(from, to, v);
    }

    function recover(uint256 a, uint256 b) external {
        (address lost, address fresh) = (some(a), some(b));
        bool expected = lost != fresh && !closed && !frozen[fresh] && (!restrictedMode || registry.isWhitelisted(fresh));
        vm.prank(issuer);
        (bool ok,) = address(token).call(abi.encodeCall(token.recover, (lost, fresh, "", 0)));
        if (ok != expected) broken = "recover is not the model's";
        if (!ok) return;
        frozenAmount[fresh] += frozenAmount[lost];
        frozenAmount[lost] = 0;
        frozen[lost] = true;
        book(lost, fresh, balance[lost]);
    }

    function freeze(uint256 a, bool on) external {
        frozen[some(a)] = on;
        vm.prank(issuer);
        token.setAddressFrozen(some(a), on);
    }

    function freezePart(uint256 a, uint96 v) external {
        frozenAmount[some(a)] = v;
        vm.prank(issuer);
        token.setFrozenTokens(some(a), v);
    }

    function pause(bool on) external {
        vm.prank(issuer);
        (bool ok,) = address(token).call(on ? abi.encodeCall(token.pause, ()) : abi.encodeCall(token.unpause, ()));
        if (ok != (paused != on)) broken = "pause is not the model's";
        if (ok) paused = on;
    }

    function close(uint256 seed) external {
        if (seed % 8 != 0) return; // else most runs end early
        vm.prank(issuer);
        (bool ok,) = address(token).call(abi.encodeCall(token.close, ()));
        if (ok != (supply == 0 && !closed)) broken = "close is not the model's";
        if (ok) closed = true;
    }

    function policy(bool on) external {
        restrictedMode = on;
        vm.prank(issuer);
        token.setPolicy(on ? registry : ITransferPolicy(address(0)));
    }

    function list(uint256 a, uint256 seed) external {
        uint256 expiry = seed % 4 == 0 ? 0 : seed % 4 == 1 ? block.timestamp + seed % 30 : type(uint40).max;
        vm.prank(issuer);
        registry.batchSet(one(some(a)), one(expiry));
    }

    function setDate(uint256 seed) external {
        if (token.pendingRecordDates().length >= 32) return;
        vm.prank(issuer);
        uint40 d = token.setRecordDate(uint40(seed % 3 == 0 ? 0 : block.timestamp + seed % 40));
        cancelled[d] = false;
        for (uint256 i; i < dates.length; ++i) {
            if (dates[i] == d) return;
        }
        dates.push(d);
    }

    function cancelDate(uint256 seed) external {
        if (dates.length == 0) return;
        uint40 d = dates[seed % dates.length];
        vm.prank(issuer);
        (bool ok,) = address(token).call(abi.encodeCall(token.cancelRecordDate, (d)));
        if (ok != (d > block.timestamp && !cancelled[d])) broken = "cancel is not the model's";
        if (ok) cancelled[d] = true;
    }

    function mayTransfer(address from, address to, uint256 v) private view returns (bool) {
        uint256 free = balance[from] > frozenAmount[from] ? balance[from] - frozenAmount[from] : 0;
        return !paused && !closed && !frozen[from] && !frozen[to] && v <= free
            && (!restrictedMode || registry.isWhitelisted(from) && registry.isWhitelisted(to));
    }

    /// Of a frozen amount only as much is freed as moving `v` needs.
    function thaw(address a, uint256 v) private {
        uint256 free = balance[a] > frozenAmount[a] ? balance[a] - frozenAmount[a] : 0;
        if (v > free) frozenAmount[a] -= v - free;
    }

    function book(address from, address to, uint256 v) private {
        balance[from] -= v;
        balance[to] += v;
    }
}

contract TokenInvariants is Targets {
    TokenHandler private handler;

    function setUp() public override {
        super.setUp();
        handler = new TokenHandler(token, registry, issuer);
        target(address(handler));
    }

    /// Each balance is the model's, their sum the supply: no balance came to an
    /// address that freeze or policy refused, since the model moves none there.
    function invariant_balancesAreTheModels() public view {
        uint256 sum;
        for (uint256 i; i < 5; ++i) {
            address a = handler.who(i);
            eq(token.balanceOf(a), handler.balance(a), "balance");
            eq(token.getFrozenTokens(a), handler.frozenAmount(a), "frozen amount");
            yes(token.isFrozen(a) == handler.frozen(a), "frozen");
            sum += token.balanceOf(a);
        }
        eq(token.totalSupply(), sum, "supply");
        eq(handler.supply(), sum, "the model's supply");
        yes(token.paused() == handler.paused(), "paused");
        yes(token.closed() == handler.closed(), "closed");
        vm.assertEq(handler.broken(), "", "act");
    }

    /// What a record date shows never changes, and is what the model noted.
    function invariant_historyStays() public view {
        uint256 n = handler.datesLength();
        for (uint256 i; i < n; ++i) {
            uint40 d = handler.dates(i);
            yes(token.isRecordDate(d) != handler.cancelled(d), "registered");
            if (handler.cancelled(d) || d >= block.timestamp) continue;
            for (uint256 h; h < 5; ++h) {
                address a = handler.who(h);
                eq(token.balanceOfAt(d, a), handler.then(d, a), "balance then");
            }
            eq(token.totalSupplyAt(d), handler.then(d, address(0)), "supply then");
        }
    }
}
