// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {Ballot} from "../../src/Ballot.sol";
import {KycRegistry} from "../../src/KycRegistry.sol";
import {Payout} from "../../src/Payout.sol";
import {SecurityToken} from "../../src/SecurityToken.sol";
import {TestToken} from "../../src/TestToken.sol";
import {IBallot} from "../../src/interfaces/IBallot.sol";
import {Base} from "../Base.sol";
import {Targets} from "./Targets.sol";

/// Plays the holders at one record date, whose wallets come and go in the
/// registry, get lost and are replaced, before a payout and a ballot.
contract ServedHandler is Base {
    address[6] public who =
        [address(0xA11CE), address(0xB0B), address(0xCA801), address(0xDA4E), address(0xE4E), address(0xF00)];
    Payout public payout;
    Ballot public ballot;
    TestToken public money;

    mapping(address => uint256) public due; // part, by the naive model
    mapping(address => uint256) public paid; // of that holder's part
    mapping(address => uint256) public got;
    mapping(address => uint256) public votes; // entitlement, inherited included
    mapping(address => bool) public voted;
    uint256 public cast;
    uint256 public reclaimed;
    string public broken;

    constructor(SecurityToken token_, KycRegistry registry_, address issuer_, Payout p, Ballot b, TestToken m) {
        (token, registry, issuer, payout, ballot, money) = (token_, registry_, issuer_, p, b, m);
        uint256 supply = token.totalSupplyAt(p.recordDate());
        for (uint256 i; i < 6; ++i) {
            uint256 held = token.balanceOfAt(p.recordDate(), who[i]);
            due[who[i]] = p.deposit() * held / supply;
            votes[who[i]] = held;
        }
    }

    function setUp() public override {}

    function some(uint256 seed) private view returns (address) {
        return who[seed % 6];
    }

    function pass(uint256 seed) external {
        vm.warp(block.timestamp + seed % 30);
    }

    function list(uint256 a, uint256 seed) external {
        uint256 expiry = seed % 4 == 0 ? 0 : seed % 4 == 1 ? block.timestamp + seed % 30 : type(uint40).max;
        vm.prank(issuer);
        registry.batchSet(one(some(a)), one(expiry));
    }

    function move(uint256 a, uint256 b) external {
        vm.prank(issuer);
        (bool ok,) = address(registry).call(abi.encodeCall(registry.move, (some(a), some(b), 0)));
        ok;
    }

    /// What happens to the token later changes nothing.
    function trade(uint256 a, uint256 b, uint256 v) external {
        uint256 all = token.balanceOf(some(a));
        vm.prank(some(a));
        token.transfer(some(b), all == 0 ? 0 : v % all);
    }

    function claim(uint256 a) external {
        address h = some(a);
        bool expected = live() && due[h] != 0 && paid[h] == 0 && registry.isWhitelisted(h);
        vm.prank(h);
        (bool ok,) = address(payout).call(abi.encodeCall(payout.claim, ()));
        if (ok != expected) broken = "claim";
        if (ok) pay(h, h);
    }

    function push(uint256 a, uint256 b, uint256 c) external {
        if (!live()) return;
        address[] memory to = new address[](3);
        (to[0], to[1], to[2]) = (some(a), some(b), some(c));
        vm.prank(issuer);
        payout.push(to);
        for (uint256 i; i < 3; ++i) {
            if (due[to[i]] != 0 && paid[to[i]] == 0 && registry.isWhitelisted(to[i])) pay(to[i], to[i]);
        }
    }

    function payTo(uint256 a, uint256 b) external {
        (address lost, address fresh) = (some(a), some(b));
        (,,, uint32 index,) = registry.entry(lost);
        bool expected = live() && due[lost] != 0 && paid[lost] == 0 && index != 0 && registry.isWhitelisted(fresh);
        vm.prank(issuer);
        (bool ok,) = address(payout).call(abi.encodeCall(payout.payTo, (lost, fresh)));
        if (ok != expected) broken = "payTo";
        if (ok) pay(lost, fresh);
    }

    function reclaim() external {
        vm.prank(issuer);
        (bool ok, bytes memory answer) = address(payout).call(abi.encodeCall(payout.reclaim, ()));
        if (ok == live()) broken = "reclaim";
        if (ok) reclaimed += abi.decode(answer, (uint256));
    }

    function vote(uint256 a, uint8 option) external {
        address h = some(a);
        bool expected = polls() && option < 3 && votes[h] != 0 && !voted[h] && registry.isWhitelisted(h);
        vm.prank(h);
        (bool ok,) = address(ballot).call(abi.encodeCall(ballot.vote, (option)));
        if (ok != expected) broken = "vote";
        if (ok) (voted[h], cast) = (true, cast + votes[h]);
    }

    function split(uint256 a, uint256 x, uint256 y) external {
        address h = some(a);
        (x, y) = (x % (votes[h] + 2), y % (votes[h] + 2));
        bool expected = polls() && x + y != 0 && x + y <= votes[h] && !voted[h] && registry.isWhitelisted(h);
        vm.prank(h);
        (bool ok,) = address(ballot).call(abi.encodeCall(ballot.voteSplit, (pair(x, y))));
        if (ok != expected) broken = "split";
        if (ok) (voted[h], cast) = (true, cast + x + y);
    }

    function reassign(uint256 a, uint256 b) external {
        (address lost, address fresh) = (some(a), some(b));
        (,,, uint32 index,) = registry.entry(lost);
        bool expected = block.timestamp < ballot.closes() && lost != fresh && votes[lost] != 0 && !voted[lost]
            && !voted[fresh] && index != 0 && registry.isWhitelisted(fresh);
        vm.prank(issuer);
        (bool ok,) = address(ballot).call(abi.encodeCall(ballot.reassign, (lost, fresh)));
        if (ok != expected) broken = "reassign";
        if (!ok) return;
        votes[fresh] += votes[lost];
        votes[lost] = 0;
        voted[lost] = true;
    }

    function pay(address h, address to) private {
        paid[h] = due[h];
        got[to] += due[h];
    }

    function live() private view returns (bool) {
        return block.timestamp < payout.expires();
    }

    function polls() private view returns (bool) {
        return block.timestamp >= ballot.opens() && block.timestamp < ballot.closes();
    }
}

contract ServedInvariants is Targets {
    ServedHandler private handler;
    uint256 private constant DEPOSIT = 1_000_003;

    function setUp() public override {
        super.setUp();
        Payout payouts = new Payout();
        Ballot ballots = new Ballot();
        TestToken money = new TestToken("M", "M", 6, DEPOSIT);
        issue(alice, 1_000);
        issue(bob, 1);
        issue(carol, 77_777);
        issue(address(0xDA4E), 3);
        vm.prank(issuer);
        token.setRecordDate(0);
        vm.warp(START + 1);
        uint40 date = uint40(START);
        Payout p = Payout(
            payouts.create(
                token, IERC20(address(money)), registry, issuer, date, uint40(START + 900), new address[](0), 0
            )
        );
        money.transfer(issuer, DEPOSIT);
        vm.prank(issuer);
        money.approve(address(p), DEPOSIT);
        vm.prank(issuer);
        p.fund(DEPOSIT);
        IBallot.Terms memory t =
            IBallot.Terms(token, registry, issuer, date, uint40(START + 50), uint40(START + 800), 5000, 3, 0);
        Ballot b = Ballot(ballots.create(t, new address[](0), 0));
        for (uint256 i; i < 3; ++i) {
            whitelist([alice, bob, carol][i], true);
        }
        handler = new ServedHandler(token, registry, issuer, p, b, money);
        target(address(handler));
    }

    /// Each part at most once and to the unit, all of them within the deposit.
    function invariant_payout() public view {
        uint256 all = handler.reclaimed();
        for (uint256 i; i < 6; ++i) {
            address h = handler.who(i);
            yes(handler.paid(h) <= handler.due(h), "at most its part");
            eq(handler.money().balanceOf(h), handler.got(h), "what it got");
            all += handler.got(h);
        }
        eq(all + handler.money().balanceOf(address(handler.payout())), DEPOSIT, "nothing is lost or made");
        vm.assertEq(handler.broken(), "", "act");
    }

    /// Votes cast are the model's, and never more than there are.
    function invariant_ballot() public view {
        (uint256[] memory votes, uint256 cast, uint256 entitled, bool quorate,) = handler.ballot().tally();
        eq(votes[0] + votes[1] + votes[2], handler.cast(), "votes");
        eq(cast, handler.cast(), "cast");
        yes(cast <= entitled, "within the supply");
        eq(entitled, 78_781, "entitled");
        yes(quorate == (2 * cast >= entitled), "quorate");
    }
}
