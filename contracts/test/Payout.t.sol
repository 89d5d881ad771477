// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {AtRecordDate} from "../src/AtRecordDate.sol";
import {Payout} from "../src/Payout.sol";
import {TestToken} from "../src/TestToken.sol";
import {IKycRegistry} from "../src/interfaces/IKycRegistry.sol";
import {IRecordDates} from "../src/interfaces/IRecordDates.sol";
import {Base} from "./Base.sol";
import {FeeToken} from "./odd/Odd.sol";
import {PickyMoney, ReenteringMoney} from "./odd/Money.sol";

contract PayoutTest is Base {
    event PayoutCreated(address indexed payout, address indexed token, address indexed creator);
    event Funded(uint256 amount, uint256 supply);
    event Reclaimed(uint256 amount);
    event PaidTo(address indexed lost, address indexed fresh, uint256 amount);

    IKycRegistry private constant NONE = IKycRegistry(address(0));
    uint40 private constant EXPIRES = uint40(START + 1000);

    Payout private payouts;
    PickyMoney private money;

    function setUp() public override {
        super.setUp();
        payouts = new Payout();
        vm.prank(issuer);
        money = new PickyMoney();
        issue(alice, 300);
        issue(bob, 100);
        vm.prank(issuer);
        token.setRecordDate(0);
        vm.warp(START + 1);
    }

    function create(IKycRegistry r, address[] memory excluded) private returns (Payout) {
        vm.prank(issuer);
        return
            Payout(payouts.create(token, IERC20(address(money)), r, issuer, uint40(START), EXPIRES, excluded, "salt"));
    }

    function fund(Payout p, uint256 amount) private {
        vm.prank(issuer);
        money.approve(address(p), amount);
        vm.prank(issuer);
        p.fund(amount);
    }

    function open(uint256 amount) private returns (Payout p) {
        p = create(NONE, new address[](0));
        fund(p, amount);
    }

    function restrictedTo(uint256 amount) private returns (Payout p) {
        whitelist(alice, true);
        whitelist(bob, true);
        p = create(registry, new address[](0));
        fund(p, amount);
    }

    function test_create() public {
        address[] memory out = pair(bob, carol); // 0xB0B < 0xCA801
        vm.recordLogs();
        Payout p = create(registry, out);
        eq(uint256(vm.getRecordedLogs()[0].topics[0]), uint256(PayoutCreated.selector), "event");
        vm.assertEq(address(p.token()), address(token), "token");
        vm.assertEq(address(p.money()), address(money), "money");
        vm.assertEq(address(p.registry()), address(registry), "registry");
        vm.assertEq(p.issuer(), issuer, "issuer");
        eq(p.recordDate(), START, "record date");
        eq(p.expires(), EXPIRES, "expires");
        eq(p.excluded().length, 2, "excluded");
        vm.assertEq(p.excluded()[0], bob, "first");
        vm.assertEq(p.excluded()[1], carol, "second");
        eq(p.deposit(), 0, "not funded");
        eq(p.entitledSupply(), 300, "supply without bob's");
    }

    function test_RevertWhen_createdTwice() public {
        create(NONE, new address[](0));
        vm.expectRevert(abi.encodeWithSignature("FailedDeployment()"));
        vm.prank(issuer);
        payouts.create(token, IERC20(address(money)), NONE, issuer, uint40(START), EXPIRES, new address[](0), "salt");
        // Another sender's salt is its own.
        payouts.create(token, IERC20(address(money)), NONE, issuer, uint40(START), EXPIRES, new address[](0), "salt");
    }

    function test_RevertWhen_theArgumentsAreWrong() public {
        IERC20 m = IERC20(address(money));
        address[] memory no_ = new address[](0);
        vm.expectRevert(abi.encodeWithSignature("TimesInvalid()"));
        payouts.create(token, m, NONE, issuer, EXPIRES, EXPIRES, no_, 0);
        vm.expectRevert(abi.encodeWithSignature("TimesInvalid()"));
        payouts.create(token, m, NONE, issuer, uint40(START), uint40(START + 1), no_, 0);
        vm.expectRevert(abi.encodeWithSignature("MoneyInvalid(address)", alice));
        payouts.create(token, IERC20(alice), NONE, issuer, uint40(START), EXPIRES, no_, 0);
        vm.expectRevert(abi.encodeWithSignature("TokenInvalid(address)", alice));
        payouts.create(IRecordDates(alice), m, NONE, issuer, uint40(START), EXPIRES, no_, 0);
        vm.expectRevert(abi.encodeWithSignature("IssuerInvalid()"));
        payouts.create(token, m, NONE, address(0), uint40(START), EXPIRES, no_, 0);
        vm.expectRevert(abi.encodeWithSignature("ExcludedInvalid()"));
        payouts.create(token, m, NONE, issuer, uint40(START), EXPIRES, pair(bob, bob), 0);
        vm.expectRevert(abi.encodeWithSignature("ExcludedInvalid()"));
        payouts.create(token, m, NONE, issuer, uint40(START), EXPIRES, pair(carol, bob), 0);
        vm.expectRevert(abi.encodeWithSignature("ExcludedInvalid()"));
        payouts.create(token, m, NONE, issuer, uint40(START), EXPIRES, some(33), 0);
        payouts.create(token, m, NONE, issuer, uint40(START), EXPIRES, some(32), 0);
    }

    /// Ascending addresses that hold nothing.
    function some(uint160 n) private pure returns (address[] memory list) {
        list = new address[](n);
        for (uint160 i; i < n; ++i) {
            list[i] = address(0x1000 + i);
        }
    }

    function test_RevertWhen_theImplementationIsUsedAsAPayoutOrReversed() public {
        vm.expectRevert(abi.encodeWithSignature("WrongContract()"));
        payouts.claim();
        vm.expectRevert(abi.encodeWithSignature("WrongContract()"));
        payouts.token();
        Payout p = create(NONE, new address[](0));
        vm.expectRevert(abi.encodeWithSignature("WrongContract()"));
        p.create(token, IERC20(address(money)), NONE, issuer, uint40(START), EXPIRES, new address[](0), "x");
    }

    function test_claim() public {
        Payout p = open(1000);
        eq(p.deposit(), 1000, "deposit");
        uint256[] memory parts = p.entitlements(pair(alice, bob));
        eq(parts[0], 750, "alice's part");
        eq(parts[1], 250, "bob's part");
        vm.prank(alice);
        token.transfer(carol, 300); // after the record date: changes nothing
        no(p.served(alice), "not yet");
        vm.prank(alice);
        eq(p.claim(), 750, "paid");
        yes(p.served(alice), "served");
        eq(money.balanceOf(alice), 750, "alice");
        refuse(alice, abi.encodeWithSignature("AlreadyServed(address)", alice));
        p.claim();
        refuse(carol, abi.encodeWithSignature("NotEntitled(address)", carol));
        p.claim();
    }

    /// Parts are exact to the unit, and together never over the deposit.
    function testFuzz_parts(uint128 a, uint128 b, uint128 amount) public {
        a = uint128(bound(a, 0, MOST - 400));
        b = uint128(bound(b, 0, MOST - 400 - a));
        amount = uint128(bound(amount, 1, MOST));
        issue(alice, a);
        issue(carol, b);
        vm.prank(issuer);
        token.setRecordDate(0);
        vm.warp(START + 2);
        vm.prank(issuer);
        Payout p = Payout(
            payouts.create(token, IERC20(address(money)), NONE, issuer, uint40(START + 1), EXPIRES, new address[](0), 0)
        );
        fund(p, amount);
        uint256 supply = 400 + uint256(a) + b;
        address[3] memory who = [alice, bob, carol];
        uint256 all;
        for (uint256 i; i < 3; ++i) {
            uint256 part = p.entitlements(one(who[i]))[0];
            uint256 held = token.balanceOf(who[i]);
            // part <= amount * held / supply < part + 1, in 512 bits
            (uint256 high1, uint256 low1) = mul512(amount, held);
            (uint256 high2, uint256 low2) = mul512(part, supply);
            (uint256 high3, uint256 low3) = mul512(part + 1, supply);
            yes(high2 < high1 || high2 == high1 && low2 <= low1, "not too much");
            yes(high3 > high1 || high3 == high1 && low3 > low1, "not too little");
            all += part;
            if (part == 0) continue;
            vm.prank(who[i]);
            eq(p.claim(), part, "claimed");
        }
        yes(all <= amount && uint256(amount) - all < 3, "to the last unit");
        eq(money.balanceOf(address(p)), amount - all, "rest");
    }

    function mul512(uint256 a, uint256 b) private pure returns (uint256 high, uint256 low) {
        assembly {
            let m := mulmod(a, b, not(0))
            low := mul(a, b)
            high := sub(sub(m, low), lt(m, low))
        }
    }

    function test_RevertWhen_funding() public {
        Payout p = create(NONE, new address[](0));
        refuse(alice, abi.encodeWithSignature("NotIssuer(address)", alice));
        p.fund(1);
        refuse(issuer, abi.encodeWithSignature("DepositInvalid(uint256)", 0));
        p.fund(0);
        refuse(alice, abi.encodeWithSignature("NotFunded()"));
        p.claim();
        refuse(issuer, abi.encodeWithSignature("NotFunded()"));
        p.push(one(alice));
        vm.prank(issuer);
        money.approve(address(p), type(uint256).max);
        refuse(issuer, abi.encodeWithSignature("DepositInvalid(uint256)", uint256(MOST) + 1));
        p.fund(uint256(MOST) + 1);
        vm.expectEmit(address(p));
        emit Funded(5, 400);
        vm.prank(issuer);
        p.fund(5);
        vm.prank(issuer);
        money.approve(address(p), 0);
        refuse(issuer, abi.encodeWithSignature("AlreadyFunded()")); // before anything else
        p.fund(5);
        vm.warp(EXPIRES);
        refuse(alice, abi.encodeWithSignature("PayoutExpired()"));
        p.claim();
        refuse(issuer, abi.encodeWithSignature("PayoutExpired()"));
        p.push(one(alice));
        p = Payout(address(0));
    }

    function test_RevertWhen_fundingTooLateOrForNobody() public {
        Payout p = create(NONE, new address[](0));
        vm.prank(issuer);
        Payout none = Payout(
            payouts.create(
                token, IERC20(address(money)), NONE, issuer, uint40(START), EXPIRES, pair(bob, alice), "none"
            )
        );
        refuse(issuer, abi.encodeWithSignature("NobodyEntitled()"));
        none.fund(1);
        vm.warp(EXPIRES);
        refuse(issuer, abi.encodeWithSignature("PayoutExpired()"));
        p.fund(1);
    }

    function test_RevertWhen_theRecordDateIsNotRegistered() public {
        vm.prank(issuer);
        Payout p = Payout(
            payouts.create(token, IERC20(address(money)), NONE, issuer, uint40(START - 1), EXPIRES, new address[](0), 0)
        );
        refuse(issuer, abi.encodeWithSignature("RecordDateUnknown(uint40)", START - 1));
        p.fund(1);
    }

    function test_whatArrivesCounts() public {
        vm.prank(issuer);
        FeeToken fee = new FeeToken();
        vm.prank(issuer);
        Payout p = Payout(
            payouts.create(token, IERC20(address(fee)), NONE, issuer, uint40(START), EXPIRES, new address[](0), 0)
        );
        vm.prank(issuer);
        fee.approve(address(p), 10000);
        vm.prank(issuer);
        p.fund(10000);
        eq(p.deposit(), 9900, "less the fee");
        eq(fee.balanceOf(address(p)), 9900, "there");
    }

    /// What lay there before is not part of the deposit.
    function test_onlyTheDepositIsShared() public {
        Payout p = create(registry, new address[](0));
        vm.prank(issuer);
        money.transfer(address(p), 5);
        vm.warp(START + 1);
        fund(p, 7000);
        eq(p.deposit(), 7000, "deposit");
    }

    function test_excludedHaveNoPart() public {
        Payout p = create(NONE, one(bob));
        fund(p, 900);
        refuse(bob, abi.encodeWithSignature("NotEntitled(address)", bob));
        p.claim();
        eq(p.entitlements(one(bob))[0], 0, "none");
        vm.prank(issuer);
        eq(p.push(pair(bob, alice)), 1, "only alice");
        eq(money.balanceOf(alice), 900, "all of it");
    }

    function test_push() public {
        Payout p = restrictedTo(1000);
        vm.prank(bob);
        p.claim();
        whitelist(carol, true);
        address[] memory list = new address[](5);
        (list[0], list[1], list[2], list[3], list[4]) = (alice, bob, carol, address(0xDEAD), alice);
        refuse(alice, abi.encodeWithSignature("NotIssuer(address)", alice));
        p.push(list);
        vm.prank(issuer);
        eq(p.push(list), 1, "alice once; bob was paid, carol has none, dead is unknown");
        eq(money.balanceOf(alice), 750, "alice");
        eq(money.balanceOf(bob), 250, "bob");
    }

    function test_pushPassesOverWhomTheMoneyRefuses() public {
        Payout p = restrictedTo(1000);
        money.refuse(alice, true);
        vm.prank(issuer);
        eq(p.push(pair(alice, bob)), 1, "bob");
        no(p.served(alice), "still due");
        Payout q;
        (q, p) = (p, create(NONE, one(carol)));
        fund(p, 1000);
        vm.prank(issuer);
        eq(p.push(pair(alice, bob)), 1, "bob");
        no(p.served(alice), "still due");
        yes(p.served(bob), "paid");
        money.refuse(alice, false);
        vm.prank(issuer);
        eq(p.push(pair(alice, bob)), 1, "alice now");
        vm.prank(alice);
        eq(q.claim(), 750, "alice there");
    }

    function test_RevertWhen_notWhitelisted() public {
        Payout p = restrictedTo(1000);
        whitelist(alice, false);
        refuse(alice, abi.encodeWithSignature("NotWhitelisted(address)", alice));
        p.claim();
        vm.prank(issuer);
        eq(p.push(one(alice)), 0, "passed over");
        whitelist(alice, true);
        vm.prank(alice);
        p.claim();
        whitelist(alice, false);
        yes(p.served(alice), "stays served");
        whitelist(alice, true);
        refuse(alice, abi.encodeWithSignature("AlreadyServed(address)", alice));
        p.claim();
    }

    function test_payTo() public {
        Payout p = restrictedTo(1000);
        vm.prank(issuer);
        registry.move(alice, carol, 0);
        refuse(alice, abi.encodeWithSignature("NotIssuer(address)", alice));
        p.payTo(alice, carol);
        vm.expectEmit(address(p));
        emit PaidTo(alice, carol, 750);
        vm.prank(issuer);
        p.payTo(alice, carol);
        eq(money.balanceOf(carol), 750, "carol");
        refuse(issuer, abi.encodeWithSignature("AlreadyServed(address)", alice));
        p.payTo(alice, carol);
        whitelist(alice, true);
        refuse(alice, abi.encodeWithSignature("AlreadyServed(address)", alice));
        p.claim();
    }

    function test_RevertWhen_payingToOrForTheUnknown() public {
        whitelist(bob, true);
        Payout p = create(registry, new address[](0));
        fund(p, 1000);
        refuse(issuer, abi.encodeWithSignature("NotWhitelisted(address)", carol));
        p.payTo(bob, carol);
        refuse(issuer, abi.encodeWithSignature("NotWhitelisted(address)", alice));
        p.payTo(alice, bob); // alice never had an index: could be paid again later
    }

    function test_payToWithoutARegistry() public {
        Payout p = open(1000);
        vm.prank(issuer);
        p.payTo(alice, carol);
        eq(money.balanceOf(carol), 750, "carol");
        refuse(alice, abi.encodeWithSignature("AlreadyServed(address)", alice));
        p.claim();
    }

    function test_reclaim() public {
        Payout p = open(1001);
        vm.prank(alice);
        p.claim();
        vm.warp(EXPIRES - 1);
        refuse(issuer, abi.encodeWithSignature("NotExpired()"));
        p.reclaim();
        vm.warp(EXPIRES);
        refuse(alice, abi.encodeWithSignature("NotIssuer(address)", alice));
        p.reclaim();
        vm.expectEmit(address(p));
        emit Reclaimed(251);
        vm.prank(issuer);
        eq(p.reclaim(), 251, "bob's part and the rounding");
    }

    function test_RevertWhen_theMoneyCallsBack() public {
        ReenteringMoney m = new ReenteringMoney();
        Payout p = Payout(
            payouts.create(token, IERC20(address(m)), NONE, address(m), uint40(START), EXPIRES, new address[](0), 0)
        );
        vm.expectRevert(abi.encodeWithSignature("AlreadyFunded()"));
        m.fundTwice(p);
    }

    /// 300 holders: indexes of several words of the bitmap.
    function test_manyHoldersEachOnce() public {
        address[] memory who = new address[](300);
        uint256[] memory amounts = new uint256[](300);
        for (uint160 i; i < 300; ++i) {
            who[i] = address(0x10000 + i);
            amounts[i] = 1;
            whitelist(who[i], true);
        }
        vm.prank(issuer);
        token.batchIssue(who, amounts);
        vm.prank(issuer);
        token.setRecordDate(0);
        vm.warp(START + 2);
        vm.prank(issuer);
        Payout p = Payout(
            payouts.create(
                token, IERC20(address(money)), registry, issuer, uint40(START + 1), EXPIRES, new address[](0), 0
            )
        );
        fund(p, 7000);
        vm.prank(issuer);
        eq(p.push(who), 300, "all");
        vm.prank(issuer);
        eq(p.push(who), 0, "none twice");
        for (uint256 i; i < 300; ++i) {
            eq(money.balanceOf(who[i]), 10, "each");
        }
    }
}
