// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {TestToken} from "../src/TestToken.sol";
import {TokenSale} from "../src/TokenSale.sol";
import {ITokenSale} from "../src/interfaces/ITokenSale.sol";
import {Base} from "./Base.sol";
import {ReenteringMoney} from "./odd/Money.sol";
import {FeeToken} from "./odd/Odd.sol";

contract TokenSaleTest is Base {
    event Refunded(address indexed buyer, uint256 cost);
    event Listed(uint256 indexed tier, address[] buyers, bool listed);
    event Bought(uint256 indexed tier, address indexed buyer, uint256 tokens, uint256 cost);
    event Settled(address indexed buyer, uint256 tokens, uint256 cost);
    event Cancelled();

    uint40 private constant OPENS = uint40(START + 10);
    uint40 private constant MIDDLE = uint40(START + 20);
    uint40 private constant CLOSES = uint40(START + 30);
    uint40 private constant SETTLE_BY = uint40(START + 50);
    uint256 private constant WHOLE = 1e18;

    TestToken private money;
    TokenSale private sale;

    function setUp() public override {
        super.setUp();
        money = new TestToken("Stable", "USD", 6, 1e18);
        sale = new TokenSale(terms(), tiers());
        address[3] memory who = [alice, bob, carol];
        for (uint256 i; i < 3; ++i) {
            whitelist(who[i], true);
            money.transfer(who[i], 1e12);
            vm.prank(who[i]);
            money.approve(address(sale), type(uint256).max);
        }
        bytes32 role = restricted.ISSUE_ROLE();
        vm.prank(issuer);
        restricted.grantRole(role, address(sale));
        vm.warp(OPENS);
    }

    /// Soft cap 100, hard cap 1,000 of money; two tiers: private at 2, public at 3.
    function terms() private view returns (ITokenSale.Terms memory) {
        return ITokenSale.Terms(restricted, IERC20(address(money)), issuer, address(0), SETTLE_BY, 100e6, 1000e6);
    }

    function tiers() private pure returns (ITokenSale.Tier[] memory list) {
        list = new ITokenSale.Tier[](2);
        list[0] = ITokenSale.Tier(OPENS, MIDDLE, true, 2e6, uint128(100 * WHOLE), uint128(WHOLE), uint128(50 * WHOLE));
        list[1] = ITokenSale.Tier(OPENS, CLOSES, false, 3e6, uint128(900 * WHOLE), 0, uint128(400 * WHOLE));
    }

    function buy(address buyer, uint256 tier, uint256 tokens) private {
        vm.prank(buyer);
        sale.buy(tier, tokens, type(uint256).max);
    }

    function test_tellsItsTerms() public view {
        vm.assertEq(address(sale.terms().token), address(restricted), "token");
        eq(sale.terms().hardCap, 1000e6, "hard cap");
        eq(sale.tiers().length, 2, "tiers");
        eq(sale.tiers()[1].price, 3e6, "price");
        eq(sale.closes(), CLOSES, "closes");
        eq(sale.costOf(1, WHOLE), 3e6, "cost");
        eq(sale.costOf(1, 1), 1, "rounded up");
        no(sale.successful() || sale.refundable(), "state");
    }

    function wrong(ITokenSale.Terms memory t, ITokenSale.Tier[] memory list) private {
        vm.expectRevert(abi.encodeWithSignature("TermsInvalid()"));
        new TokenSale(t, list);
    }

    function test_RevertWhen_theTermsAreWrong() public {
        ITokenSale.Terms memory t = terms();
        t.issuer = address(0);
        wrong(t, tiers());
        t = terms();
        t.money = IERC20(alice);
        wrong(t, tiers());
        t = terms();
        t.softCap = t.hardCap + 1;
        wrong(t, tiers());
        t = terms();
        (t.softCap, t.hardCap) = (0, 0);
        wrong(t, tiers());
        t = terms();
        t.settleBy = CLOSES;
        wrong(t, tiers());
        wrong(terms(), new ITokenSale.Tier[](0));
        wrong(terms(), new ITokenSale.Tier[](17));
        ITokenSale.Tier[] memory list = new ITokenSale.Tier[](17);
        for (uint256 i; i < 17; ++i) {
            list[i] = tiers()[1];
        }
        wrong(terms(), list);
        assembly ("memory-safe") {
            mstore(list, 16)
        }
        new TokenSale(terms(), list);
        list = tiers();
        list[0].closes = list[0].opens;
        wrong(terms(), list);
        list = tiers();
        list[0].price = 0;
        wrong(terms(), list);
        list = tiers();
        list[1].most = 0;
        wrong(terms(), list);
        list = tiers();
        list[0].least = list[0].most + 1;
        wrong(terms(), list);
        list = tiers();
        list[0].most = list[0].cap + 1;
        wrong(terms(), list);
        vm.warp(CLOSES);
        wrong(terms(), tiers());
        vm.warp(CLOSES - 1);
        t = terms();
        t.settleBy = CLOSES + 1;
        t.softCap = t.hardCap;
        list = tiers();
        list[0].most = list[0].cap;
        list[0].least = list[0].most;
        new TokenSale(t, list);
        ITokenSale.Terms memory none = terms();
        none.token = token;
        new TokenSale(none, tiers());
    }

    function test_privateTier() public {
        vm.expectRevert(abi.encodeWithSignature("NotListed(uint256,address)", 0, alice));
        vm.prank(alice);
        sale.buy(0, WHOLE, 1e12);
        refuse(alice, abi.encodeWithSignature("NotIssuer(address)", alice));
        sale.list(0, one(alice), true);
        refuse(issuer, abi.encodeWithSignature("TierUnknown(uint256)", 2));
        sale.list(2, one(alice), true);
        vm.expectEmit(address(sale));
        emit Listed(0, one(alice), true);
        vm.prank(issuer);
        sale.list(0, one(alice), true);
        vm.expectEmit(address(sale));
        emit Bought(0, alice, WHOLE, 2e6);
        buy(alice, 0, WHOLE);
        (uint128 tokens, uint128 cost) = sale.position(alice);
        eq(tokens, WHOLE, "tokens");
        eq(cost, 2e6, "cost");
        vm.prank(issuer);
        sale.list(0, one(alice), false);
        refuse(alice, abi.encodeWithSignature("NotListed(uint256,address)", 0, alice));
        sale.buy(0, WHOLE, 1e12);
    }

    function test_RevertWhen_buying() public {
        vm.prank(issuer);
        sale.list(0, pair(alice, bob), true);
        refuse(alice, abi.encodeWithSignature("TierUnknown(uint256)", 2));
        sale.buy(2, WHOLE, 1e12);
        refuse(alice, abi.encodeWithSignature("BelowLeast(uint256,uint256)", WHOLE - 1, WHOLE));
        sale.buy(0, WHOLE - 1, 1e12);
        refuse(alice, abi.encodeWithSignature("OverMost(uint256,uint256)", 50 * WHOLE + 1, 50 * WHOLE));
        sale.buy(0, 50 * WHOLE + 1, 1e12);
        refuse(alice, abi.encodeWithSignature("NothingBought(address)", alice));
        sale.buy(1, 0, 1e12);
        refuse(alice, abi.encodeWithSignature("CostOverLimit(uint256,uint256)", 3e6, 3e6 - 1));
        sale.buy(1, WHOLE, 3e6 - 1);
        refuse(alice, abi.encodeWithSignature("OverHardCap(uint256,uint256)", 1000e6 + 1, 1000e6));
        sale.buy(1, uint256(1000e6 + 1) * WHOLE / 3e6, 1e12);
        address eve = address(0xE4E);
        refuse(eve, abi.encodeWithSignature("BuyerRefused(address)", eve));
        sale.buy(1, WHOLE, 1e12);
        buy(alice, 0, 50 * WHOLE);
        buy(bob, 0, 50 * WHOLE);
        vm.prank(issuer);
        sale.list(0, one(carol), true);
        refuse(carol, abi.encodeWithSignature("OverCap(uint256,uint256)", 101 * WHOLE, 100 * WHOLE));
        sale.buy(0, WHOLE, 1e12);
        refuse(alice, abi.encodeWithSignature("OverMost(uint256,uint256)", 51 * WHOLE, 50 * WHOLE));
        sale.buy(0, WHOLE, 1e12);
        vm.warp(MIDDLE);
        refuse(alice, abi.encodeWithSignature("TierNotOpen(uint256)", 0));
        sale.buy(0, WHOLE, 1e12);
        vm.warp(OPENS - 1);
        refuse(alice, abi.encodeWithSignature("TierNotOpen(uint256)", 1));
        sale.buy(1, WHOLE, 1e12);
    }

    function testFuzz_cost(uint128 tokens, uint128 limit) public {
        tokens = uint128(bound(tokens, 1, 300 * WHOLE));
        uint256 cost = (uint256(tokens) * 3e6 + WHOLE - 1) / WHOLE;
        if (cost > limit) refuse(alice, abi.encodeWithSignature("CostOverLimit(uint256,uint256)", cost, limit));
        else vm.prank(alice);
        sale.buy(1, tokens, limit);
        if (cost > limit) return;
        eq(money.balanceOf(address(sale)), cost, "escrow");
        eq(sale.raised(), cost, "raised");
        eq(sale.sold(1), tokens, "sold");
        eq(sale.bought(1, alice), tokens, "bought");
    }

    function test_success() public {
        buy(alice, 1, 20 * WHOLE);
        buy(bob, 1, 20 * WHOLE);
        refuse(issuer, abi.encodeWithSignature("NotSuccessful()"));
        sale.settle(one(alice));
        vm.warp(CLOSES);
        yes(sale.successful() && !sale.refundable(), "successful");
        refuse(alice, abi.encodeWithSignature("NotRefundable()"));
        sale.refund(one(alice));
        refuse(issuer, abi.encodeWithSignature("SaleOver()"));
        sale.cancel();
        refuse(alice, abi.encodeWithSignature("SaleOver()"));
        sale.buy(1, WHOLE, 1e12);
        sale.settle(one(alice)); // anyone may
        eq(restricted.balanceOf(alice), 20 * WHOLE, "tokens");
        eq(money.balanceOf(issuer), 60e6, "only alice's money");
        eq(money.balanceOf(address(sale)), 60e6, "bob's stays");
        vm.expectRevert(abi.encodeWithSignature("NothingBought(address)", alice));
        sale.settle(one(alice));
        sale.settle(one(bob));
        eq(money.balanceOf(issuer), 120e6, "proceeds");
    }

    function test_tokensOfTheTreasury() public {
        ITokenSale.Terms memory t = terms();
        t.treasury = carol;
        sale = new TokenSale(t, tiers());
        vm.prank(issuer);
        restricted.issue(carol, 100 * WHOLE);
        vm.prank(carol);
        restricted.approve(address(sale), 100 * WHOLE);
        vm.prank(alice);
        money.approve(address(sale), 1e12);
        buy(alice, 1, 40 * WHOLE);
        vm.warp(CLOSES);
        vm.expectEmit(address(sale));
        emit Settled(alice, 40 * WHOLE, 120e6);
        sale.settle(one(alice));
        eq(restricted.balanceOf(alice), 40 * WHOLE, "alice");
        eq(restricted.balanceOf(carol), 60 * WHOLE, "carol");
    }

    function test_failure() public {
        buy(alice, 1, 33 * WHOLE); // 99
        vm.warp(CLOSES - 1);
        refuse(alice, abi.encodeWithSignature("NotRefundable()"));
        sale.refund(one(alice));
        vm.warp(CLOSES);
        no(sale.successful(), "one below the soft cap");
        yes(sale.refundable(), "refundable");
        refuse(alice, abi.encodeWithSignature("NotSuccessful()"));
        sale.settle(one(alice));
        vm.expectEmit(address(sale));
        emit Refunded(alice, 99e6);
        sale.refund(one(alice));
        eq(money.balanceOf(alice), 1e12, "whole");
        vm.expectRevert(abi.encodeWithSignature("NothingBought(address)", alice));
        sale.refund(one(alice));
    }

    /// The soft cap reached to the unit is a success, and a limit met to the unit buys.
    function test_toTheUnit() public {
        ITokenSale.Terms memory t = terms();
        t.softCap = 60e6;
        sale = new TokenSale(t, tiers());
        vm.prank(alice);
        money.approve(address(sale), type(uint256).max);
        vm.prank(alice);
        eq(sale.buy(1, 20 * WHOLE, 60e6), 60e6, "cost");
        vm.warp(CLOSES);
        yes(sale.successful(), "successful");
    }

    function test_hardCapEndsTheSale() public {
        vm.prank(issuer);
        sale.list(0, one(alice), true);
        buy(alice, 0, 50 * WHOLE); // 100
        buy(alice, 1, 150 * WHOLE); // 450
        no(sale.successful(), "soft cap reached, time is not over");
        buy(bob, 1, 150 * WHOLE); // 450
        yes(sale.successful(), "full");
        refuse(carol, abi.encodeWithSignature("SaleOver()"));
        sale.buy(1, 1, 1e12);
        sale.settle(pair(alice, bob));
        eq(restricted.balanceOf(alice), 200 * WHOLE, "of both tiers");
        eq(money.balanceOf(issuer), 1000e6, "proceeds");
    }

    function test_cancel() public {
        buy(alice, 1, 40 * WHOLE);
        refuse(alice, abi.encodeWithSignature("NotIssuer(address)", alice));
        sale.cancel();
        vm.expectEmit(address(sale));
        emit Cancelled();
        vm.prank(issuer);
        sale.cancel();
        refuse(issuer, abi.encodeWithSignature("SaleOver()"));
        sale.cancel();
        refuse(alice, abi.encodeWithSignature("SaleOver()"));
        sale.buy(1, WHOLE, 1e12);
        sale.refund(one(alice));
        eq(money.balanceOf(alice), 1e12, "whole");
        vm.warp(CLOSES);
        no(sale.successful(), "never");
    }

    /// An issuer that does not deliver keeps nothing.
    function test_refundWhenNotDelivered() public {
        buy(alice, 1, 40 * WHOLE);
        buy(bob, 1, 1 * WHOLE);
        whitelist(alice, false);
        vm.warp(SETTLE_BY - 1);
        vm.expectRevert(
            abi.encodeWithSignature(
                "TransferRestricted(uint8,address,address,uint256)", 33, address(0), alice, 40 * WHOLE
            )
        );
        sale.settle(pair(bob, alice));
        sale.settle(one(bob));
        no(sale.refundable(), "not yet");
        vm.warp(SETTLE_BY);
        sale.refund(one(alice));
        eq(money.balanceOf(alice), 1e12, "whole");
        eq(money.balanceOf(address(sale)), 0, "nothing left");
    }

    function test_RevertWhen_theMoneyTakesAFee() public {
        FeeToken fee = new FeeToken();
        ITokenSale.Terms memory t = terms();
        t.money = IERC20(address(fee));
        sale = new TokenSale(t, tiers());
        fee.transfer(alice, 1e12);
        vm.prank(alice);
        fee.approve(address(sale), 1e12);
        refuse(alice, abi.encodeWithSignature("MoneyShort(uint256,uint256)", 2970000, 3e6));
        sale.buy(1, WHOLE, 1e12);
    }

    function test_RevertWhen_theMoneyCallsBack() public {
        ReenteringMoney m = new ReenteringMoney();
        ITokenSale.Terms memory t = terms();
        t.money = IERC20(address(m));
        sale = new TokenSale(t, tiers());
        m.transfer(alice, 1e12);
        vm.prank(alice);
        m.approve(address(sale), 1e12);
        m.callBack(sale, abi.encodeCall(sale.buy, (1, WHOLE, 1e12)));
        refuse(alice, abi.encodeWithSignature("Reentered()"));
        sale.buy(1, WHOLE, 1e12);
        m.callBack(TokenSale(address(0)), "");
        buy(alice, 1, WHOLE);
        buy(alice, 1, WHOLE); // free again
        vm.warp(CLOSES);
        m.callBack(sale, abi.encodeCall(sale.refund, (one(alice))));
        vm.expectRevert(abi.encodeWithSignature("Reentered()"));
        sale.refund(one(alice));
        m.callBack(TokenSale(address(0)), "");
        sale.refund(one(alice));
        eq(m.balanceOf(alice), 1e12, "whole");
    }

    function test_RevertWhen_theMoneyCallsBackFromSettling() public {
        ReenteringMoney m = new ReenteringMoney();
        ITokenSale.Terms memory t = terms();
        t.money = IERC20(address(m));
        sale = new TokenSale(t, tiers());
        bytes32 role = restricted.ISSUE_ROLE();
        vm.prank(issuer);
        restricted.grantRole(role, address(sale));
        address[2] memory who = [alice, bob];
        for (uint256 i; i < 2; ++i) {
            m.transfer(who[i], 1e12);
            vm.prank(who[i]);
            m.approve(address(sale), 1e12);
            buy(who[i], 1, 40 * WHOLE);
        }
        vm.warp(CLOSES);
        m.callBack(sale, abi.encodeCall(sale.settle, (one(bob))));
        vm.expectRevert(abi.encodeWithSignature("Reentered()"));
        sale.settle(one(alice));
        m.callBack(TokenSale(address(0)), "");
        sale.settle(one(alice));
        sale.settle(one(bob));
        eq(m.balanceOf(issuer), 240e6, "proceeds");
    }

    function test_theGreatestPosition() public {
        ITokenSale.Terms memory t = terms();
        t.token = token;
        t.hardCap = 1e24;
        ITokenSale.Tier[] memory list = tiers();
        (list[1].cap, list[1].most) = (MOST, MOST);
        list[0] = list[1];
        TestToken rich = new TestToken("Stable", "USD", 0, 1e25);
        t.money = IERC20(address(rich));
        (list[0].price, list[1].price) = (1, 1);
        sale = new TokenSale(t, list);
        rich.transfer(alice, 1e25);
        vm.prank(alice);
        rich.approve(address(sale), 1e25);
        buy(alice, 0, MOST);
        (uint128 tokens,) = sale.position(alice);
        eq(tokens, MOST, "all that a position holds");
        refuse(alice, abi.encodeWithSignature("OverCap(uint256,uint256)", uint256(MOST) + 1, MOST));
        sale.buy(1, 1, 1e12);
    }

    function test_nothingRaisedIsNoSuccess() public {
        ITokenSale.Terms memory t = terms();
        t.softCap = 0;
        sale = new TokenSale(t, tiers());
        vm.warp(CLOSES);
        no(sale.successful(), "nothing sold");
    }
}
