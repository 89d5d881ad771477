// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {KIND_BURN, KIND_FORCED, KIND_ISSUE, KIND_MOVED, KIND_RECOVERY, KIND_TRANSFER} from "../src/Kinds.sol";
import {RuleSet} from "../src/RuleSet.sol";
import {IKycRegistry} from "../src/interfaces/IKycRegistry.sol";
import {IRuleSet} from "../src/interfaces/IRuleSet.sol";
import {ISecurityToken} from "../src/interfaces/ISecurityToken.sol";
import {ITransferPolicy} from "../src/interfaces/ITransferPolicy.sol";
import {Base} from "./Base.sol";

contract RuleSetTest is Base {
    event TermsSet(IRuleSet.Terms terms, address indexed operator);
    event CountriesSet(uint16[] countries, bool listed, address indexed operator);
    event CountryMaximumSet(uint16 indexed country, uint32 most, address indexed operator);
    event HolderLocked(address indexed account, uint40 until, address indexed operator);
    event TransferApproved(
        address indexed from, address indexed to, uint256 value, uint40 until, address indexed operator
    );

    uint256 private constant NEVER = type(uint40).max;
    uint16 private constant DE = 276;
    uint16 private constant FR = 250;

    RuleSet private rules;
    address private dave = address(0xDA4E);

    function setUp() public override {
        super.setUp();
        // alice and bob are two wallets of investor 7, carol is 8, dave has no id.
        kyc(alice, DE, 1, 7);
        kyc(bob, DE, 1, 7);
        kyc(carol, FR, 2, 8);
        kyc(dave, FR, 0, 0);
    }

    function kyc(address a, uint16 country, uint32 classes, uint128 investor) private {
        vm.prank(issuer);
        registry.batchSet(
            one(a), one(NEVER | uint256(country) << 40 | uint256(classes) << 56 | uint256(investor) << 128)
        );
    }

    function bind(IRuleSet.Rule rule, uint8 kind) private pure returns (uint80) {
        return uint80(uint256(kind) << 8 * uint256(rule));
    }

    function none() private pure returns (IRuleSet.Terms memory t) {}

    function install(IRuleSet.Terms memory t) private {
        rules = new RuleSet(token, registry, issuer, t);
        vm.prank(issuer);
        token.setPolicy(rules);
    }

    function rule(IRuleSet.Rule r, uint8 kind) private pure returns (IRuleSet.Terms memory t) {
        t.kinds = bind(r, kind);
    }

    function restrictedBy(uint8 code, address from, address to, uint256 v) private {
        eq(token.detectTransferRestriction(from, to, v), code, "code");
        refuse(from, abi.encodeWithSignature("TransferRestricted(uint8,address,address,uint256)", code, from, to, v));
        token.transfer(to, v);
        yes(keccak256(bytes(token.messageForTransferRestriction(code))) != keccak256("unknown restriction"), "words");
    }

    function send(address from, address to, uint256 v) private {
        eq(token.detectTransferRestriction(from, to, v), 0, "free");
        vm.prank(from);
        token.transfer(to, v);
    }

    /// A lock that no rule binds is a note; an entry ends at its expiry.
    function test_whatIsNotBoundBindsNot() public {
        install(none());
        issue(alice, 10);
        vm.prank(issuer);
        rules.lock(alice, uint40(START + 100));
        yes(rules.canSend(alice), "may send");
        send(alice, carol, 1);
        vm.prank(issuer);
        registry.batchSet(one(carol), one(uint256(START + 5)));
        vm.warp(START + 4);
        send(alice, carol, 1);
        vm.warp(START + 5);
        restrictedBy(35, alice, carol, 1);
    }

    function test_changesAreTold() public {
        IRuleSet.Terms memory t = rule(IRuleSet.Rule.Minimum, KIND_TRANSFER);
        vm.expectEmit();
        emit TermsSet(t, issuer);
        install(t);
        t.minimum = 3;
        vm.expectEmit(address(rules));
        emit TermsSet(t, issuer);
        vm.prank(issuer);
        rules.setTerms(t);
        uint16[] memory countries = new uint16[](1);
        countries[0] = DE;
        vm.expectEmit(address(rules));
        emit CountriesSet(countries, true, issuer);
        vm.prank(issuer);
        rules.setCountries(countries, true);
        vm.expectEmit(address(rules));
        emit CountryMaximumSet(DE, 5, issuer);
        vm.prank(issuer);
        rules.setCountryMaximum(DE, 5);
        vm.expectEmit(address(rules));
        emit HolderLocked(alice, uint40(START + 7), issuer);
        vm.prank(issuer);
        rules.lock(alice, uint40(START + 7));
        vm.expectEmit(address(rules));
        emit TransferApproved(alice, carol, 5, uint40(START + 8), issuer);
        vm.prank(issuer);
        rules.approve(alice, carol, 5, uint40(START + 8));
    }

    function test_withoutRulesItIsTheRegistry() public {
        install(none());
        eq(rules.kinds(), registry.kinds(), "kinds");
        no(rules.counts(), "counts");
        issue(alice, 10);
        send(alice, carol, 1);
        address eve = address(0xE4E);
        restrictedBy(33, alice, eve, 1);
        refuse(
            issuer, abi.encodeWithSignature("TransferRestricted(uint8,address,address,uint256)", 33, address(0), eve, 1)
        );
        token.issue(eve, 1);
        vm.prank(issuer);
        registry.setWhitelisted(alice, false);
        restrictedBy(32, alice, carol, 1);
        no(rules.canSend(alice) || rules.canReceive(alice), "alice");
        yes(rules.canSend(carol) && rules.canReceive(carol), "carol");
        vm.prank(issuer);
        token.burn(alice, 1, "", 0);
        vm.prank(issuer);
        token.forcedTransfer(alice, carol, 1);
        yes(rules.supportsInterface(type(IRuleSet).interfaceId), "rules");
        yes(rules.supportsInterface(type(ITransferPolicy).interfaceId), "policy");
        yes(rules.supportsInterface(0x7965db0b), "access control");
        yes(rules.supportsInterface(0x01ffc9a7), "ERC-165");
        vm.assertEq(rules.owner(), issuer, "owner");
        vm.assertEq(rules.message(33), "the receiver is not whitelisted", "the registry's words");
        vm.assertEq(rules.message(99), "unknown restriction", "of another");
    }

    function test_RevertWhen_thePartsAreMissing() public {
        vm.expectRevert(abi.encodeWithSignature("IssuerInvalid()"));
        new RuleSet(token, registry, address(0), none());
        vm.expectRevert(abi.encodeWithSignature("TokenInvalid(address)", alice));
        new RuleSet(ISecurityToken(alice), registry, issuer, none());
        vm.expectRevert(abi.encodeWithSignature("RegistryInvalid(address)", alice));
        new RuleSet(token, IKycRegistry(alice), issuer, none());
    }

    /// Burned tokens have no receiver whom a rule could refuse.
    function test_burnsAskAboutTheSenderOnly() public {
        IRuleSet.Terms memory t = rule(IRuleSet.Rule.Country, KIND_BURN);
        t.kinds |= bind(IRuleSet.Rule.Accredited, KIND_BURN);
        t.classes = 2;
        install(t);
        issue(alice, 10);
        vm.prank(issuer);
        token.burn(alice, 4, "", 0);
        eq(token.balanceOf(alice), 6, "burned");
        no(rules.supportsInterface(0xffffffff), "nonsense");
    }

    function test_countries() public {
        install(rule(IRuleSet.Rule.Country, KIND_TRANSFER));
        issue(alice, 10);
        restrictedBy(48, alice, carol, 1); // nothing allowed yet
        uint16[] memory list = new uint16[](2);
        (list[0], list[1]) = (FR, 999);
        vm.prank(issuer);
        rules.setCountries(list, true);
        yes(rules.isListed(FR) && rules.isListed(999) && !rules.isListed(DE), "listed");
        send(alice, carol, 1);
        yes(rules.canReceive(carol) && !rules.canReceive(alice), "can receive");
        IRuleSet.Terms memory t = rules.terms();
        t.deny = true;
        vm.prank(issuer);
        rules.setTerms(t);
        restrictedBy(48, alice, dave, 1);
        send(alice, bob, 1);
        vm.prank(issuer);
        rules.setCountries(list, false);
        send(alice, dave, 1);
        list[0] = 1000;
        refuse(issuer, abi.encodeWithSignature("CountryInvalid(uint16)", 1000));
        rules.setCountries(list, true);
    }

    function test_accreditedOnly() public {
        IRuleSet.Terms memory t = rule(IRuleSet.Rule.Accredited, KIND_TRANSFER | KIND_ISSUE);
        t.classes = 2;
        install(t);
        refuse(
            issuer,
            abi.encodeWithSignature("TransferRestricted(uint8,address,address,uint256)", 49, address(0), alice, 5)
        );
        token.issue(alice, 5);
        issue(carol, 5);
        restrictedBy(49, carol, alice, 1);
        kyc(alice, DE, 3, 7);
        send(carol, alice, 1);
    }

    function testFuzz_seriesLock(uint40 until, uint40 time) public {
        IRuleSet.Terms memory t = rule(IRuleSet.Rule.SeriesLock, KIND_TRANSFER);
        t.lockedUntil = until;
        install(t);
        issue(alice, 10); // not bound
        time = uint40(bound(time, START, NEVER - 1)); // the registry's own end comes then
        vm.warp(time);
        if (time < until) restrictedBy(50, alice, carol, 1);
        else send(alice, carol, 1);
        yes(rules.canSend(alice) == (time >= until), "can send");
        vm.prank(issuer);
        token.forcedTransfer(alice, carol, 1);
    }

    /// A lock ends with the second that it names.
    function test_locksEnd() public {
        IRuleSet.Terms memory t = rule(IRuleSet.Rule.SeriesLock, KIND_TRANSFER);
        t.kinds |= bind(IRuleSet.Rule.HolderLock, KIND_TRANSFER);
        t.lockedUntil = uint40(START + 5);
        install(t);
        issue(alice, 10);
        vm.prank(issuer);
        rules.lock(alice, uint40(START + 9));
        vm.warp(START + 4);
        no(rules.canSend(carol), "series");
        vm.warp(START + 5);
        yes(rules.canSend(carol) && !rules.canSend(alice), "holder");
        restrictedBy(51, alice, carol, 1);
        vm.warp(START + 9);
        yes(rules.canSend(alice), "free");
        send(alice, carol, 1);
    }

    function testFuzz_holderLock(uint40 until, uint40 time) public {
        install(rule(IRuleSet.Rule.HolderLock, KIND_TRANSFER));
        issue(alice, 10);
        issue(carol, 10);
        vm.prank(issuer);
        rules.lock(alice, until);
        time = uint40(bound(time, START, NEVER - 1));
        vm.warp(time);
        if (time < until) restrictedBy(51, alice, carol, 1);
        else send(alice, carol, 1);
        yes(rules.canSend(alice) == (time >= until), "can send");
        send(carol, alice, 1);
    }

    function testFuzz_window(uint40 opens, uint40 closes, uint40 time) public {
        IRuleSet.Terms memory t = rule(IRuleSet.Rule.Window, KIND_TRANSFER);
        (t.opens, t.closes) = (opens, closes);
        install(t);
        issue(alice, 10);
        time = uint40(bound(time, START, NEVER - 1));
        vm.warp(time);
        bool open = time >= opens && (closes == 0 || time < closes);
        if (open) send(alice, carol, 1);
        else restrictedBy(52, alice, carol, 1);
        yes(rules.canSend(alice) == open, "can send");
    }

    function test_windowEdges() public {
        IRuleSet.Terms memory t = rule(IRuleSet.Rule.Window, KIND_TRANSFER);
        (t.opens, t.closes) = (uint40(START + 10), uint40(START + 20));
        install(t);
        issue(alice, 10);
        restrictedBy(52, alice, carol, 1);
        vm.warp(START + 10);
        send(alice, carol, 1);
        vm.warp(START + 19);
        send(alice, carol, 1);
        vm.warp(START + 20);
        restrictedBy(52, alice, carol, 1);
    }

    function testFuzz_minimum(uint64 has, uint64 other, uint64 v, uint64 minimum) public {
        v = uint64(bound(v, 0, has));
        IRuleSet.Terms memory t = rule(IRuleSet.Rule.Minimum, KIND_TRANSFER);
        t.minimum = minimum;
        install(t);
        issue(alice, has);
        issue(carol, other);
        uint256 left = has - v;
        bool bad = left != 0 && left < minimum || v != 0 && uint256(other) + v < minimum;
        if (bad) restrictedBy(53, alice, carol, v);
        else send(alice, carol, v);
        uint256 all = token.balanceOf(alice);
        vm.prank(alice);
        token.transfer(alice, all); // to oneself changes no holding
    }

    function test_minimumOfIssuesAndBurns() public {
        IRuleSet.Terms memory t = rule(IRuleSet.Rule.Minimum, KIND_ISSUE | KIND_BURN);
        t.minimum = 10;
        install(t);
        refuse(
            issuer,
            abi.encodeWithSignature("TransferRestricted(uint8,address,address,uint256)", 53, address(0), alice, 9)
        );
        token.issue(alice, 9);
        issue(alice, 10);
        refuse(
            issuer,
            abi.encodeWithSignature("TransferRestricted(uint8,address,address,uint256)", 53, alice, address(0), 1)
        );
        token.burn(alice, 1, "", 0);
        issue(alice, 10);
        vm.prank(issuer);
        token.burn(alice, 10, "", 0); // just enough is left
        vm.prank(issuer);
        token.burn(alice, 10, "", 0);
    }

    /// An investor's wallets count together.
    function test_maxShare() public {
        IRuleSet.Terms memory t = rule(IRuleSet.Rule.MaxShare, KIND_TRANSFER);
        t.maxAmount = 50;
        install(t);
        yes(rules.counts(), "counts");
        issue(carol, 60); // a limit for trading does not stop an issue
        issue(alice, 30);
        eq(rules.heldByInvestor(bob), 30, "alice's count for bob");
        send(carol, bob, 20);
        restrictedBy(54, carol, bob, 1);
        restrictedBy(54, carol, alice, 1);
        send(alice, bob, 30); // between the investor's own
        eq(rules.heldByInvestor(alice), 50, "held");
        vm.prank(issuer);
        token.forcedTransfer(carol, bob, 10);
        eq(rules.heldByInvestor(alice), 60, "over, by order");
        send(carol, bob, 0); // changes nothing
    }

    function testFuzz_maxSharePerCent(uint96 a, uint96 c, uint96 v, uint16 bps) public {
        v = uint96(bound(v, 0, c));
        IRuleSet.Terms memory t = rule(IRuleSet.Rule.MaxShare, KIND_TRANSFER);
        t.maxShare = uint16(bound(bps, 0, 10000));
        install(t);
        issue(alice, a);
        issue(carol, c);
        bool over = t.maxShare != 0 && v != 0 && (uint256(a) + v) * 10000 > (uint256(a) + c) * t.maxShare;
        if (over) restrictedBy(54, carol, alice, v);
        else send(carol, alice, v);
    }

    function test_maxShareOfAnIssueCountsTheNewSupply() public {
        IRuleSet.Terms memory t = rule(IRuleSet.Rule.MaxShare, KIND_ISSUE);
        t.maxShare = 5000;
        install(t);
        bytes memory err =
            abi.encodeWithSignature("TransferRestricted(uint8,address,address,uint256)", 54, address(0), alice, 1);
        refuse(issuer, err);
        token.issue(alice, 1);
        t.maxShare = 10000;
        vm.prank(issuer);
        rules.setTerms(t);
        issue(carol, 10);
        t.maxShare = 5000;
        vm.prank(issuer);
        rules.setTerms(t);
        issue(alice, 10);
        refuse(issuer, err);
        token.issue(alice, 1);
    }

    function test_maxHolders() public {
        IRuleSet.Terms memory t = rule(IRuleSet.Rule.MaxHolders, KIND_TRANSFER);
        t.maxHolders = 2;
        install(t);
        issue(alice, 10);
        eq(rules.holders(), 1, "one");
        send(alice, bob, 5);
        eq(rules.holders(), 1, "the same investor");
        send(alice, carol, 1);
        eq(rules.holders(), 2, "two");
        send(carol, dave, 1); // carol leaves
        restrictedBy(55, alice, carol, 1);
    }

    function test_maxHoldersWhenOneLeaves() public {
        IRuleSet.Terms memory t = rule(IRuleSet.Rule.MaxHolders, KIND_TRANSFER);
        t.maxHolders = 2;
        install(t);
        issue(alice, 10);
        issue(carol, 10);
        restrictedBy(55, carol, dave, 9);
        send(carol, dave, 10); // carol leaves, dave comes
        eq(rules.holders(), 2, "two");
        send(alice, dave, 1); // no new one
        vm.prank(issuer);
        token.burn(dave, 11, "", 0);
        eq(rules.holders(), 1, "burned");
        issue(dave, 1);
        issue(carol, 1);
        eq(rules.holders(), 3, "issues are not bound");
        restrictedBy(55, alice, fresh(), 1);
    }

    /// A wallet without an investor is none of any other's, whatever its digits.
    function test_aWalletIsNoInvestorsNumber() public {
        IRuleSet.Terms memory t = rule(IRuleSet.Rule.MaxHolders, KIND_TRANSFER);
        t.maxHolders = 5;
        install(t);
        address low = address(0xF4E5);
        kyc(low, DE, 1, 0);
        kyc(address(0xBEEF), DE, 1, 0xF4E5);
        issue(low, 1);
        issue(address(0xBEEF), 1);
        eq(rules.holders(), 2, "two");
        kyc(address(0xCAFE), DE, 1, 0);
        issue(address(0xCAFE), 1);
        eq(rules.holders(), 3, "each wallet without an investor counts by itself");
    }

    function fresh() private returns (address a) {
        a = address(0xF4E5);
        kyc(a, DE, 1, 9);
    }

    function test_maxPerCountry() public {
        install(rule(IRuleSet.Rule.MaxPerCountry, KIND_TRANSFER | KIND_FORCED));
        vm.prank(issuer);
        rules.setCountryMaximum(FR, 1);
        eq(rules.countryMaximum(FR), 1, "most");
        issue(alice, 10);
        send(alice, carol, 5);
        eq(rules.holdersOf(FR), 1, "one");
        eq(rules.holdersOf(DE), 1, "one");
        restrictedBy(56, alice, dave, 5); // alice leaves another country
        restrictedBy(56, carol, dave, 4);
        refuse(issuer, abi.encodeWithSignature("TransferRestricted(uint8,address,address,uint256)", 56, alice, dave, 1));
        token.forcedTransfer(alice, dave, 1);
        vm.prank(issuer);
        token.forcedTransfer(carol, dave, 5); // as one leaves the other comes
        eq(rules.holdersOf(FR), 1, "one");
        refuse(issuer, abi.encodeWithSignature("CountryInvalid(uint16)", 1000));
        rules.setCountryMaximum(1000, 1);
    }

    /// Recovery to a fresh wallet of the same investor changes no counts.
    function test_recoveryKeepsTheCounts() public {
        IRuleSet.Terms memory t = rule(IRuleSet.Rule.MaxHolders, KIND_TRANSFER | KIND_RECOVERY);
        t.maxHolders = 1;
        install(t);
        issue(carol, 10);
        address wallet = address(0x3E3);
        vm.prank(issuer);
        registry.move(carol, wallet, 0);
        vm.prank(issuer);
        token.recover(carol, wallet, "", 0);
        eq(rules.holders(), 1, "one");
        eq(rules.heldByInvestor(wallet), 10, "held");
        vm.prank(issuer);
        registry.move(wallet, address(0x3E4), 0);
        vm.prank(issuer);
        token.recover(wallet, address(0x3E4), "", 0);
        eq(rules.holders(), 1, "still one");
    }

    function test_approval() public {
        install(rule(IRuleSet.Rule.Approval, KIND_TRANSFER));
        yes(rules.kinds() & KIND_MOVED != 0 && !rules.counts(), "told, but does not count");
        issue(alice, 20);
        restrictedBy(57, alice, carol, 5);
        vm.prank(issuer);
        rules.approve(alice, carol, 5, uint40(START + 10));
        eq(rules.approvedUntil(alice, carol, 5), START + 10, "approved");
        restrictedBy(57, alice, carol, 4);
        restrictedBy(57, alice, dave, 5);
        send(alice, carol, 5);
        restrictedBy(57, alice, carol, 5); // used up
        vm.prank(issuer);
        rules.approve(alice, carol, 5, uint40(START + 10));
        vm.prank(issuer);
        token.forcedTransfer(alice, carol, 5);
        eq(rules.approvedUntil(alice, carol, 5), START + 10, "not used up by the issuer");
        vm.warp(START + 10);
        restrictedBy(57, alice, carol, 5); // too late
        vm.prank(issuer);
        token.forcedTransfer(alice, carol, 1);
    }

    /// For holders from before the rules, and changes in the registry.
    function test_sync() public {
        issue(alice, 10);
        issue(bob, 5);
        issue(carol, 1);
        IRuleSet.Terms memory t = rule(IRuleSet.Rule.MaxHolders, KIND_TRANSFER);
        t.maxHolders = 9;
        install(t);
        eq(rules.holders(), 0, "not counted yet");
        rules.sync(pair(alice, bob));
        rules.sync(pair(alice, carol));
        rules.sync(one(address(0)));
        eq(rules.holders(), 2, "two investors");
        eq(rules.heldByInvestor(alice), 15, "held");
        kyc(bob, FR, 1, 8);
        rules.sync(one(bob));
        eq(rules.heldByInvestor(alice), 10, "alice's");
        eq(rules.heldByInvestor(carol), 6, "bob is carol's now");
        eq(rules.holdersOf(FR), 1, "france");
    }

    function test_RevertWhen_notTheTokenTells() public {
        install(none());
        vm.expectRevert(abi.encodeWithSignature("NotToken(address)", address(this)));
        rules.moved(KIND_TRANSFER, alice, alice, bob, 1);
        rules.sync(one(alice)); // does not count, does nothing
        eq(rules.holders(), 0, "none");
    }

    function test_RevertWhen_rolesAreMissing() public {
        install(none());
        bytes memory err = lacks(alice, rules.RULES_ROLE());
        refuse(alice, err);
        rules.setTerms(none());
        refuse(alice, err);
        rules.setCountries(new uint16[](0), true);
        refuse(alice, err);
        rules.setCountryMaximum(DE, 1);
        refuse(alice, err);
        rules.lock(alice, 1);
        refuse(alice, err);
        rules.approve(alice, bob, 1, 1);
    }

    function test_RevertWhen_rulesGrowBeyondTheirKinds() public {
        install(rule(IRuleSet.Rule.SeriesLock, KIND_TRANSFER));
        IRuleSet.Terms memory t = rule(IRuleSet.Rule.SeriesLock, KIND_BURN);
        refuse(issuer, abi.encodeWithSignature("KindsFixed(uint80)", t.kinds));
        rules.setTerms(t);
        t = rule(IRuleSet.Rule.MaxShare, KIND_TRANSFER);
        refuse(issuer, abi.encodeWithSignature("KindsFixed(uint80)", t.kinds));
        rules.setTerms(t);
        t = rule(IRuleSet.Rule.Approval, KIND_TRANSFER);
        refuse(issuer, abi.encodeWithSignature("KindsFixed(uint80)", t.kinds));
        rules.setTerms(t);
        t = rule(IRuleSet.Rule.Window, KIND_ISSUE | KIND_FORCED);
        vm.prank(issuer);
        rules.setTerms(t);
        eq(rules.terms().kinds, t.kinds, "changed");
    }

    /// Counts equal a naive model whatever moves.
    function testFuzz_countsEqualAModel(uint256 seed) public {
        IRuleSet.Terms memory t = rule(IRuleSet.Rule.MaxHolders, KIND_TRANSFER);
        t.maxHolders = 100;
        install(t);
        address[4] memory who = [alice, bob, carol, dave];
        for (uint256 i; i < 40; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            address a = who[seed & 3];
            address b = who[seed >> 2 & 3];
            uint256 all = token.balanceOf(a);
            uint256 v = bound(seed >> 8, 0, all);
            if (seed >> 4 & 3 == 0) {
                issue(a, seed >> 200 & 3);
            } else if (seed >> 4 & 15 == 1) {
                vm.prank(issuer);
                token.burn(a, v, "", 0);
            } else if (seed >> 4 & 15 == 2) {
                vm.prank(issuer);
                token.forcedTransfer(a, b, all);
            } else {
                vm.prank(a);
                token.transfer(b, seed >> 6 & 1 == 0 ? v : all);
            }
            uint256 seven = token.balanceOf(alice) + token.balanceOf(bob);
            uint256 c = token.balanceOf(carol) == 0 ? 0 : 1;
            uint256 d = token.balanceOf(dave) == 0 ? 0 : 1;
            eq(rules.heldByInvestor(alice), seven, "investor 7");
            eq(rules.holders(), (seven == 0 ? 0 : 1) + c + d, "holders");
            eq(rules.holdersOf(FR), c + d, "in France");
            eq(rules.holdersOf(DE), seven == 0 ? 0 : 1, "in Germany");
        }
    }
}
