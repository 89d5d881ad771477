// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {KycRegistry} from "../../src/KycRegistry.sol";
import {SecurityToken} from "../../src/SecurityToken.sol";
import {TestToken} from "../../src/TestToken.sol";
import {TokenSale} from "../../src/TokenSale.sol";
import {ITokenSale} from "../../src/interfaces/ITokenSale.sol";
import {Base} from "../Base.sol";
import {Targets} from "./Targets.sol";

/// Plays buyers and the issuer of a sale.
contract SaleHandler is Base {
    address[3] public who = [address(0xA11CE), address(0xB0B), address(0xCA801)];
    TokenSale public sale;
    TestToken public money;
    mapping(address => uint256) public cost; // open
    mapping(address => uint256) public tokens; // open
    mapping(address => uint256) public delivered;
    uint256 public proceeds;
    uint256 public raised;
    bool public cancelled;
    string public broken;

    constructor(SecurityToken t, KycRegistry r, address i, TokenSale s, TestToken m) {
        (restricted, registry, issuer, sale, money) = (t, r, i, s, m);
    }

    function setUp() public override {}

    function pass(uint256 seed) external {
        vm.warp(block.timestamp + seed % 6);
    }

    function list(uint256 a, uint256 tier, bool on) external {
        vm.prank(issuer);
        sale.list(tier % 2, one(who[a % 3]), on);
    }

    function kyc(uint256 a, uint256 seed) external {
        vm.prank(issuer);
        registry.setWhitelisted(who[a % 3], seed % 4 != 0);
    }

    function buy(uint256 a, uint256 tier, uint256 amount) external {
        address b = who[a % 3];
        vm.prank(b);
        (bool ok, bytes memory answer) =
            address(sale).call(abi.encodeCall(sale.buy, (tier % 2, amount % 300e18, type(uint256).max)));
        if (!ok) return;
        if (done() || cancelled || !registry.isWhitelisted(b)) broken = "bought";
        uint256 c = abi.decode(answer, (uint256));
        cost[b] += c;
        tokens[b] += amount % 300e18;
        raised += c;
    }

    function settle(uint256 a) external {
        address b = who[a % 3];
        bool expected = done() && tokens[b] != 0 && registry.isWhitelisted(b);
        (bool ok,) = address(sale).call(abi.encodeCall(sale.settle, (one(b))));
        if (ok != expected) broken = "settle";
        if (!ok) return;
        delivered[b] += tokens[b];
        proceeds += cost[b];
        (tokens[b], cost[b]) = (0, 0);
    }

    function refund(uint256 a) external {
        address b = who[a % 3];
        bool may = cancelled || (done() ? block.timestamp >= sale.terms().settleBy : block.timestamp >= sale.closes());
        bool expected = may && tokens[b] != 0;
        uint256 before = money.balanceOf(b);
        (bool ok,) = address(sale).call(abi.encodeCall(sale.refund, (one(b))));
        if (ok != expected) broken = "refund";
        if (!ok) return;
        if (money.balanceOf(b) - before != cost[b]) broken = "not refunded whole";
        (tokens[b], cost[b]) = (0, 0);
    }

    function cancel(uint256 seed) external {
        if (seed % 16 != 0) return;
        bool expected = !cancelled && !done();
        vm.prank(issuer);
        (bool ok,) = address(sale).call(abi.encodeCall(sale.cancel, ()));
        if (ok != expected) broken = "cancel";
        if (ok) cancelled = true;
    }

    function done() private view returns (bool) {
        ITokenSale.Terms memory t = sale.terms();
        return
            !cancelled && raised >= t.softCap && raised != 0
                && (block.timestamp >= sale.closes() || raised == t.hardCap);
    }
}

contract SaleInvariants is Targets {
    SaleHandler private handler;
    TokenSale private sale;
    TestToken private money;

    function setUp() public override {
        super.setUp();
        money = new TestToken("M", "M", 6, 1e15);
        ITokenSale.Tier[] memory tiers = new ITokenSale.Tier[](2);
        tiers[0] = ITokenSale.Tier(uint40(START), uint40(START + 60), true, 2e6, 500e18, 1e18, 300e18);
        tiers[1] = ITokenSale.Tier(uint40(START + 10), uint40(START + 90), false, 3e6, 800e18, 0, 300e18);
        sale = new TokenSale(
            ITokenSale.Terms(
                restricted, IERC20(address(money)), issuer, address(0), uint40(START + 150), 600e6, 1500e6
            ),
            tiers
        );
        bytes32 role = restricted.ISSUE_ROLE();
        vm.prank(issuer);
        restricted.grantRole(role, address(sale));
        for (uint256 i; i < 3; ++i) {
            address b = [alice, bob, carol][i];
            whitelist(b, true);
            money.transfer(b, 1e12);
            vm.prank(b);
            money.approve(address(sale), 1e12);
            vm.prank(issuer);
            sale.list(0, one(b), true);
        }
        handler = new SaleHandler(restricted, registry, issuer, sale, money);
        target(address(handler));
    }

    /// What the sale holds is what open positions paid; the issuer has only what
    /// was delivered against.
    function invariant_escrow() public view {
        uint256 open;
        uint256 all = money.balanceOf(issuer) + money.balanceOf(address(sale));
        for (uint256 i; i < 3; ++i) {
            address b = handler.who(i);
            (uint128 tokens, uint128 cost) = sale.position(b);
            eq(tokens, handler.tokens(b), "tokens");
            eq(cost, handler.cost(b), "cost");
            eq(restricted.balanceOf(b), handler.delivered(b), "delivered");
            open += cost;
            all += money.balanceOf(b);
        }
        eq(money.balanceOf(address(sale)), open, "escrow");
        eq(money.balanceOf(issuer), handler.proceeds(), "proceeds");
        eq(all, 3e12, "nothing is lost or made");
        yes(sale.raised() <= 1500e6, "hard cap");
        eq(sale.raised(), handler.raised(), "raised");
        yes(sale.sold(0) <= 500e18 && sale.sold(1) <= 800e18, "caps");
        vm.assertEq(handler.broken(), "", "act");
    }
}
