// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {KIND_FORCED, KIND_ISSUE, KIND_MOVED, KIND_TRANSFER} from "../src/Kinds.sol";
import {Payout} from "../src/Payout.sol";
import {SecurityToken} from "../src/SecurityToken.sol";
import {TestToken} from "../src/TestToken.sol";
import {IERC7943Fungible} from "../src/interfaces/IERC7943Fungible.sol";
import {Base} from "./Base.sol";
import {BrokenPolicy, CountingPolicy, SetPolicy} from "./odd/Policies.sol";

/// Traps that a token of this layout can fall into, one test each.
contract TrapsTest is Base {
    event Transfer(address indexed from, address indexed to, uint256 value);
    event Frozen(address indexed account, uint256 amount);

    function date(uint256 time) private {
        vm.prank(issuer);
        token.setRecordDate(uint40(time));
    }

    /// A record date is a time: dates that are scheduled or cancelled around it
    /// change nothing, and a date set in mid-block counts the whole second.
    function test_trap01_aRecordDateIsATime() public {
        issue(alice, 10);
        date(START + 50);
        date(START + 20);
        date(START + 30);
        vm.prank(issuer);
        token.cancelRecordDate(uint40(START + 20));
        vm.warp(START + 30);
        date(0);
        vm.prank(alice);
        token.transfer(bob, 4); // in the same second, after the date was set
        vm.warp(START + 31);
        eq(token.balanceOfAt(uint40(START + 30), bob), 4, "the end of the second");
        vm.expectRevert(abi.encodeWithSignature("RecordDateUnknown(uint40)", START + 20));
        token.balanceOfAt(uint40(START + 20), bob);
        vm.expectRevert(abi.encodeWithSignature("RecordDateNotOver(uint40)", START + 50));
        token.balanceOfAt(uint40(START + 50), bob);
    }

    /// Without `since`, a holder who came after the date would have held then.
    function test_trap02_checkpointsKnowTheirBeginning() public {
        issue(alice, 10);
        date(START + 1);
        date(START + 5);
        vm.warp(START + 3);
        vm.prank(alice);
        token.transfer(bob, 4); // fresh after the first, holds at the second
        vm.warp(START + 9);
        vm.prank(bob);
        token.transfer(alice, 4);
        eq(token.balanceOfAt(uint40(START + 1), bob), 0, "first");
        eq(token.balanceOfAt(uint40(START + 5), bob), 4, "second");
    }

    /// Recovery is two acts of two parties; the registry is never written by tokens.
    function test_trap03_recoveryAndKycAreApart() public {
        whitelist(alice, true);
        vm.prank(issuer);
        restricted.issue(alice, 5);
        vm.prank(issuer);
        registry.move(alice, bob, "doc");
        vm.prank(issuer);
        restricted.recover(alice, bob, "", 0);
        yes(restricted.isFrozen(alice), "the lost wallet stays frozen");
        no(registry.isWhitelisted(alice), "and unlisted");
        (,,, uint32 lost,) = registry.entry(alice);
        (,,, uint32 fresh,) = registry.entry(bob);
        yes(lost != 0 && fresh != 0 && lost != fresh, "an index of its own");
    }

    /// What keeps accounts by index relies on it for good.
    function test_trap04_indexesAreNeverReused() public {
        whitelist(alice, true);
        whitelist(alice, false);
        whitelist(bob, true);
        whitelist(alice, true);
        (,,, uint32 a,) = registry.entry(alice);
        (,,, uint32 b,) = registry.entry(bob);
        yes(a == 1 && b == 2, "alice keeps hers");
    }

    /// ERC-7943: the frozen amount may exceed the balance; Frozen comes before
    /// Transfer; record dates count frozen shares.
    function test_trap05_partialFreezes() public {
        issue(alice, 10);
        vm.prank(issuer);
        token.setFrozenTokens(alice, 1000);
        eq(token.getFrozenTokens(alice), 1000, "more than there is");
        date(0);
        vm.expectEmit(address(token));
        emit Frozen(alice, 994);
        vm.expectEmit(address(token));
        emit Transfer(alice, bob, 6);
        vm.prank(issuer);
        token.forcedTransfer(alice, bob, 6);
        vm.warp(START + 1);
        eq(token.balanceOfAt(uint40(START), alice), 4, "frozen shares count");
    }

    /// ERC-7943's views never revert, and its forced transfer has three arguments.
    function test_trap06_viewsNeverRevert() public {
        issue(alice, 1);
        for (uint256 way; way < 7; ++way) {
            BrokenPolicy broken = new BrokenPolicy(KIND_TRANSFER, BrokenPolicy.Way(way));
            vm.prank(issuer);
            token.setPolicy(broken);
            no(token.canTransfer{gas: 3_000_000}(alice, bob, 1), "canTransfer");
            no(token.canSend{gas: 3_000_000}(alice), "canSend");
            no(token.canReceive{gas: 3_000_000}(bob), "canReceive");
        }
        vm.prank(issuer);
        yes(IERC7943Fungible(address(token)).forcedTransfer(alice, bob, 1), "forced");
        yes(token.supportsInterface(0x3edbb4c4), "interface id");
    }

    /// A broken policy that asked for FORCED does not stop a court's order, and
    /// what tells it finds both balances written.
    function test_trap07_aBrokenPolicyStopsNoOrder() public {
        issue(alice, 10);
        BrokenPolicy broken = new BrokenPolicy(KIND_FORCED | KIND_MOVED, BrokenPolicy.Way.BurnGas);
        vm.prank(issuer);
        token.setPolicy(broken);
        vm.prank(issuer);
        token.forcedTransfer(alice, bob, 4);
        eq(token.balanceOf(bob), 4, "moved");
        eq(registry.kinds() & 2, 0, "KYC does not see burns");
        // This one reverts where it is told before both balances are written.
        CountingPolicy counting = new CountingPolicy(KIND_ISSUE | KIND_FORCED | KIND_MOVED);
        SecurityToken t = new SecurityToken("T", "T", "", 0, issuer);
        counting.watch(t);
        vm.prank(issuer);
        t.setPolicy(counting);
        vm.prank(issuer);
        t.issue(alice, 10);
        vm.prank(issuer);
        t.forcedTransfer(alice, bob, 4);
        eq(counting.told(), 2, "told");
    }

    /// A policy refusing is no broken one: it binds the issuer too.
    function test_trap07_aNoIsNotBroken() public {
        issue(alice, 10);
        SetPolicy policy = new SetPolicy(KIND_FORCED);
        policy.set(99);
        vm.prank(issuer);
        token.setPolicy(policy);
        refuse(issuer, abi.encodeWithSignature("TransferRestricted(uint8,address,address,uint256)", 99, alice, bob, 1));
        token.forcedTransfer(alice, bob, 1);
    }

    /// Names of any length, and signatures that outlive a change of name.
    function test_trap08_longNames() public {
        string memory long = "A company whose registered name alone is longer than thirty-one bytes AG & Co. KGaA";
        SecurityToken t = new SecurityToken(long, "LONG", "", 0, issuer);
        vm.assertEq(t.name(), long, "name");
        bytes32 domain = t.DOMAIN_SEPARATOR();
        vm.prank(issuer);
        t.setInfo("Short AG", "S", "");
        vm.assertEq(t.DOMAIN_SEPARATOR(), domain, "domain");
        (bytes1 fields, string memory name, string memory version, uint256 chain, address at_,, uint256[] memory ext) =
            t.eip712Domain();
        eq(uint8(fields), 0x0f, "fields");
        vm.assertEq(name, "SecurityToken", "domain's name");
        vm.assertEq(version, "1", "domain's version");
        yes(chain == block.chainid && at_ == address(t) && ext.length == 0, "the rest");
    }

    function testFuzz_trap09_toOneself(uint128 has, uint128 v) public {
        issue(alice, has);
        vm.prank(alice);
        (bool ok,) = address(token).call(abi.encodeCall(token.transfer, (alice, v)));
        yes(ok == (v <= has), "as any other");
        eq(token.balanceOf(alice), has, "no more, no less");
    }

    /// Closing asks for an empty token; history stays; pause leaves repairs be.
    function test_trap10_closingAndPausing() public {
        issue(alice, 10);
        date(0);
        vm.warp(START + 1);
        vm.prank(issuer);
        token.pause();
        vm.prank(issuer);
        token.forcedTransfer(alice, bob, 1);
        refuse(issuer, abi.encodeWithSignature("SupplyNotZero(uint256)", 10));
        token.close();
        vm.prank(issuer);
        token.burn(alice, 9, "", 0);
        vm.prank(issuer);
        token.burn(bob, 1, "", 0);
        vm.prank(issuer);
        token.close();
        eq(token.balanceOfAt(uint40(START), alice), 10, "history");
        eq(token.totalSupplyAt(uint40(START)), 10, "supply then");
    }

    /// Nothing to initialize, and nobody else's salt.
    function test_trap11_clonesCanNotBeTaken() public {
        Payout base = new Payout();
        TestToken m = new TestToken("M", "M", 2, 9);
        vm.prank(alice);
        address a = base.create(token, IERC20(address(m)), registry, issuer, 1, uint40(START + 9), new address[](0), 0);
        vm.prank(bob);
        address b = base.create(token, IERC20(address(m)), registry, issuer, 1, uint40(START + 9), new address[](0), 0);
        no(a == b, "each sender's own");
        vm.assertEq(Payout(a).issuer(), issuer, "its arguments are its code");
    }

    /// Date and payout can be made in one block; funding waits for the date.
    function test_trap12_dateAndPayoutInOneRow() public {
        issue(alice, 10);
        date(0);
        TestToken m = new TestToken("M", "M", 2, 9);
        Payout p = Payout(
            new Payout()
                .create(
                    token,
                    IERC20(address(m)),
                    registry,
                    address(this),
                    uint40(START),
                    uint40(START + 9),
                    new address[](0),
                    0
                )
        );
        m.approve(address(p), 9);
        vm.expectRevert(abi.encodeWithSignature("RecordDateNotOver(uint40)", START));
        p.fund(9);
        vm.warp(START + 1);
        p.fund(9);
    }

    /// Whatever text an issuer announces is passed on byte by byte, judged by none.
    function testFuzz_trap13_textsAreOthersInput(string calldata text) public {
        vm.recordLogs();
        vm.prank(issuer);
        token.announce(0, alice, text, text, 0);
        (string memory name,,) = abi.decode(vm.getRecordedLogs()[0].data, (string, string, bytes32));
        vm.assertEq(name, text, "as given");
        vm.prank(issuer);
        token.setDocument("d", text, 0);
        (string memory uri,,) = token.getDocument("d");
        vm.assertEq(uri, text, "as given");
    }
}
