// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {Ballot} from "../src/Ballot.sol";
import {Payout} from "../src/Payout.sol";
import {TestToken} from "../src/TestToken.sol";
import {IBallot} from "../src/interfaces/IBallot.sol";
import {Base, Vm} from "./Base.sol";

/// Faults that older security tokens are known for, and that these must not have.
contract FaultsTest is Base {
    bytes32 private constant TRANSFER = keccak256("Transfer(address,address,uint256)");

    function transfers() private returns (uint256 n) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] == TRANSFER) ++n;
        }
    }

    /// Balances that are read before and written after let a transfer to oneself
    /// create tokens.
    function testFuzz_fault1_sendingToOneselfCreatesNothing(uint128 has, uint128 v) public {
        issue(alice, has);
        v = uint128(bound(v, 0, has));
        vm.prank(alice);
        token.transfer(alice, v);
        address[] memory to = pair(alice, alice);
        vm.prank(alice);
        token.batchTransfer(to, pair(v / 2, v - v / 2));
        vm.prank(issuer);
        token.forcedTransfer(alice, alice, v);
        eq(token.balanceOf(alice), has, "alice");
        eq(token.totalSupply(), has, "supply");
    }

    /// An allowance that is never lowered lets its spender take all, again and again.
    function testFuzz_fault2_theAllowanceIsLowered(uint128 allowed, uint128 v) public {
        issue(alice, MOST);
        v = uint128(bound(v, 0, allowed));
        vm.prank(alice);
        token.approve(bob, allowed);
        vm.prank(bob);
        token.transferFrom(alice, carol, v);
        eq(token.allowance(alice, bob), allowed - v, "lowered");
        refuse(
            bob,
            abi.encodeWithSignature(
                "ERC20InsufficientAllowance(address,uint256,uint256)", bob, allowed - v, uint256(allowed - v) + 1
            )
        );
        token.transferFrom(alice, carol, uint256(allowed - v) + 1);
    }

    /// A signed message that is not used up can be brought again, or elsewhere.
    function test_fault3_signedMessagesCountOnce() public {
        uint256 key = 0xA11CE5;
        address signer = vm.addr(key);
        bytes32 s = keccak256(
            abi.encode(
                keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                signer,
                bob,
                5,
                0,
                START
            )
        );
        (uint8 v, bytes32 r, bytes32 z) =
            vm.sign(key, keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), s)));
        bytes memory invalid = abi.encodeWithSignature("PermitInvalid(address)", signer);
        vm.expectRevert(invalid);
        restricted.permit(signer, bob, 5, START, v, r, z); // another token
        token.permit(signer, bob, 5, START, v, r, z);
        vm.expectRevert(invalid);
        token.permit(signer, bob, 5, START, v, r, z);
        eq(token.nonces(signer), 1, "nonce");
    }

    /// What moves a balance without Transfer is invisible to wallets and lists.
    function test_fault4_everyChangeIsATransfer() public {
        address[] memory two = pair(alice, bob);
        vm.recordLogs();
        issue(alice, 10);
        eq(transfers(), 1, "issue");
        vm.prank(issuer);
        token.batchIssue(two, pair(1, 1));
        eq(transfers(), 2, "batch issue");
        vm.prank(issuer);
        token.forcedTransfer(alice, bob, 1);
        eq(transfers(), 1, "forced");
        vm.prank(issuer);
        token.forcedTransfer(alice, bob, 1, "", 0);
        eq(transfers(), 1, "forced with a reason");
        vm.prank(issuer);
        token.burn(alice, 1, "", 0);
        eq(transfers(), 1, "burn");
        vm.prank(issuer);
        token.recover(alice, carol, "", 0);
        eq(transfers(), 1, "recovery");
        vm.prank(carol);
        token.batchTransfer(pair(bob, bob), pair(1, 1));
        eq(transfers(), 1 + 1, "batch");
    }

    /// Where KYC binds them too, the issuer can't repair anything of a holder
    /// whose KYC has lapsed.
    function test_fault5_lapsedKycBlocksNoBurnNorRecovery() public {
        whitelist(alice, true);
        vm.prank(issuer);
        restricted.issue(alice, 10);
        whitelist(alice, false);
        vm.prank(issuer);
        restricted.burn(alice, 1, "", 0);
        whitelist(bob, true);
        vm.prank(issuer);
        restricted.recover(alice, bob, "", 0);
        eq(restricted.balanceOf(bob), 9, "bob");
    }

    /// A rate per token, rounded down, pays nothing where money is less than supply.
    function testFuzz_fault6_aSmallPayoutDoesNotRoundToZero(uint64 money, uint64 a, uint64 b) public {
        a = uint64(bound(a, 1, type(uint64).max));
        money = uint64(bound(money, 1, type(uint64).max));
        issue(alice, uint256(a) * 1e18);
        issue(bob, uint256(b) * 1e18);
        vm.prank(issuer);
        token.setRecordDate(0);
        vm.warp(START + 1);
        Payout p = payout(new TestToken("M", "M", 2, money), money);
        uint256[] memory parts = p.entitlements(pair(alice, bob));
        yes(parts[0] + parts[1] + 1 >= money && parts[0] + parts[1] <= money, "all of it");
    }

    function payout(TestToken m, uint256 amount) private returns (Payout p) {
        p = Payout(
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
        m.approve(address(p), amount);
        p.fund(amount);
    }

    /// Without an end a vote can be turned long after it was announced.
    function test_fault7_votingEnds() public {
        issue(alice, 10);
        vm.prank(issuer);
        token.setRecordDate(0);
        vm.warp(START + 1);
        whitelist(alice, true);
        IBallot.Terms memory t =
            IBallot.Terms(token, registry, issuer, uint40(START), uint40(START), uint40(START + 10), 1, 1, 0);
        Ballot b = Ballot(new Ballot().create(t, new address[](0), 0));
        vm.warp(START + 10);
        refuse(alice, abi.encodeWithSignature("Over(uint256)", START + 10));
        b.vote(0);
    }
}
