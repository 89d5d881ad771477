// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {KIND_BURN, KIND_FORCED, KIND_ISSUE, KIND_MOVED, KIND_RECOVERY, KIND_TRANSFER} from "../src/Kinds.sol";
import {ITransferPolicy} from "../src/interfaces/ITransferPolicy.sol";
import {Base, Vm} from "./Base.sol";
import {BrokenPolicy, CountingPolicy, ForgetfulPolicy, NoPolicy, SetPolicy} from "./odd/Policies.sol";

/// Freezes, pause, policies, and that the views say what transfers do.
contract RulesTest is Base {
    uint8 private constant ALL = KIND_ISSUE | KIND_BURN | KIND_TRANSFER | KIND_FORCED | KIND_RECOVERY;

    /// Gas of a call to a policy that burns all it gets.
    uint256 private constant GAS = 3_000_000;

    event Paused(address account);
    event Unpaused(address account);
    event Frozen(address indexed account, uint256 amount);
    event AddressFrozen(address indexed account, bool indexed frozen, address indexed operator);
    event PolicyChanged(address indexed policy, uint8 kinds, address indexed operator);

    function setPolicy(ITransferPolicy policy) private {
        vm.prank(issuer);
        token.setPolicy(policy);
    }

    // ---- freezes and pause

    function test_RevertWhen_aSideIsFrozen() public {
        issue(alice, 10);
        vm.expectEmit(address(token));
        emit AddressFrozen(alice, true, issuer);
        vm.prank(issuer);
        token.setAddressFrozen(alice, true);
        yes(token.isFrozen(alice), "frozen");
        no(token.canSend(alice), "can't send");
        no(token.canReceive(alice), "can't receive");
        eq(token.detectTransferRestriction(alice, bob, 1), 5, "code of the sender");
        eq(token.detectTransferRestriction(bob, alice, 0), 6, "code of the receiver");
        refuse(alice, abi.encodeWithSignature("AddressIsFrozen(address)", alice));
        token.transfer(bob, 1);
        refuse(bob, abi.encodeWithSignature("AddressIsFrozen(address)", alice));
        token.transfer(alice, 0);
        refuse(issuer, abi.encodeWithSignature("AddressIsFrozen(address)", alice));
        token.issue(alice, 1);
        vm.prank(issuer);
        token.setAddressFrozen(alice, false);
        vm.prank(alice);
        token.transfer(bob, 10);
    }

    function testFuzz_partialFreeze(uint128 has, uint256 frozen, uint128 value) public {
        issue(alice, has);
        vm.expectEmit(address(token));
        emit Frozen(alice, frozen);
        vm.prank(issuer);
        yes(token.setFrozenTokens(alice, frozen), "answer");
        eq(token.getFrozenTokens(alice), frozen, "may exceed the balance");
        eq(token.balanceOf(alice), has, "a freeze takes nothing away");
        uint256 free = frozen > has ? 0 : has - frozen;
        if (value > has) {
            refuse(
                alice, abi.encodeWithSignature("ERC20InsufficientBalance(address,uint256,uint256)", alice, has, value)
            );
        } else if (value > free) {
            refuse(
                alice,
                abi.encodeWithSignature(
                    "ERC7943InsufficientUnfrozenBalance(address,uint256,uint256)", alice, value, free
                )
            );
        } else {
            vm.prank(alice);
        }
        token.transfer(bob, value);
    }

    function test_unfreezing() public {
        issue(alice, 5);
        vm.prank(issuer);
        token.setFrozenTokens(alice, 5);
        no(token.canTransfer(alice, bob, 1), "frozen");
        vm.prank(issuer);
        token.setFrozenTokens(alice, 0);
        yes(token.canTransfer(alice, bob, 5), "free");
    }

    /// The whole balance is the most that a freeze of a part has to stop.
    function test_RevertWhen_allOfAPartlyFrozenBalanceMoves() public {
        issue(alice, 5);
        vm.prank(issuer);
        token.setFrozenTokens(alice, 1);
        no(token.canTransfer(alice, bob, 5), "all");
        yes(token.canTransfer(alice, bob, 4), "what is free");
        refuse(
            alice, abi.encodeWithSignature("ERC7943InsufficientUnfrozenBalance(address,uint256,uint256)", alice, 5, 4)
        );
        token.transfer(bob, 5);
    }

    /// What is free moves without a change of what is frozen.
    function test_forcedMoveOfAllThatIsFree() public {
        issue(alice, 10);
        vm.prank(issuer);
        token.setFrozenTokens(alice, 4);
        vm.recordLogs();
        vm.prank(issuer);
        token.forcedTransfer(alice, bob, 6);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            no(logs[i].topics[0] == Frozen.selector, "nothing was unfrozen");
        }
        eq(token.getFrozenTokens(alice), 4, "frozen");
    }

    function test_RevertWhen_freezingNobody() public {
        refuse(issuer, abi.encodeWithSignature("ERC20InvalidSender(address)", address(0)));
        token.setAddressFrozen(address(0), true);
        refuse(issuer, abi.encodeWithSignature("ERC20InvalidSender(address)", address(0)));
        token.setFrozenTokens(address(0), 1);
    }

    function test_pause() public {
        issue(alice, 10);
        vm.expectEmit(address(token));
        emit Paused(issuer);
        vm.prank(issuer);
        token.pause();
        yes(token.paused(), "paused");
        refuse(alice, abi.encodeWithSignature("EnforcedPause()"));
        token.transfer(bob, 1);
        refuse(alice, abi.encodeWithSignature("EnforcedPause()"));
        token.batchTransfer(one(bob), one(1));
        eq(token.detectTransferRestriction(alice, bob, 1), 1, "code");
        refuse(issuer, abi.encodeWithSignature("EnforcedPause()"));
        token.pause();
        issue(alice, 1); // the issuer's own acts go on
        vm.expectEmit(address(token));
        emit Unpaused(issuer);
        vm.prank(issuer);
        token.unpause();
        vm.prank(alice);
        token.transfer(bob, 11);
        refuse(issuer, abi.encodeWithSignature("ExpectedPause()"));
        token.unpause();
    }

    // ---- policies

    function test_setPolicy() public {
        SetPolicy policy = new SetPolicy(KIND_TRANSFER);
        vm.expectEmit(address(token));
        emit PolicyChanged(address(policy), KIND_TRANSFER, issuer);
        setPolicy(policy);
        vm.assertEq(address(token.policy()), address(policy), "policy");
        policy.set(200);
        issue(alice, 5); // not asked about
        eq(token.detectTransferRestriction(alice, bob, 1), 200, "code");
        vm.assertEq(token.messageForTransferRestriction(200), "as told", "message");
        refuse(alice, abi.encodeWithSignature("TransferRestricted(uint8,address,address,uint256)", 200, alice, bob, 1));
        token.transfer(bob, 1);
        vm.expectEmit(address(token));
        emit PolicyChanged(address(0), 0, issuer);
        setPolicy(ITransferPolicy(address(0)));
        vm.prank(alice);
        token.transfer(bob, 1);
    }

    function test_RevertWhen_thePolicyIsNone() public {
        refuse(issuer, abi.encodeWithSignature("PolicyInvalid(address)", alice));
        token.setPolicy(ITransferPolicy(alice));
        refuse(issuer, abi.encodeWithSignature("PolicyInvalid(address)", address(this)));
        token.setPolicy(ITransferPolicy(address(this)));
        ITransferPolicy none = ITransferPolicy(address(new NoPolicy()));
        refuse(issuer, abi.encodeWithSignature("PolicyInvalid(address)", address(none)));
        token.setPolicy(none);
    }

    function test_settingThePolicyKeepsTheRest() public {
        vm.prank(issuer);
        token.setRecordDate(uint40(START + 100));
        vm.prank(issuer);
        token.pause();
        setPolicy(registry);
        setPolicy(ITransferPolicy(address(0)));
        yes(token.paused(), "paused");
        eq(token.pendingRecordDates()[0], START + 100, "record date");
    }

    function testFuzz_codesOfOthersPassThrough(uint8 code) public {
        vm.assume(code > 31);
        SetPolicy policy = new SetPolicy(KIND_TRANSFER);
        setPolicy(policy);
        policy.set(code);
        eq(token.detectTransferRestriction(alice, bob, 0), code, "code");
    }

    /// Whatever a policy does, the views answer, and answer no; transfers fail;
    /// the issuer's power gets past it, and says so.
    function testFuzz_brokenPolicies(uint8 kind) public {
        issue(alice, 10);
        BrokenPolicy.Way way = BrokenPolicy.Way(kind % 7);
        BrokenPolicy policy = new BrokenPolicy(ALL, way);
        setPolicy(policy);
        no(token.canTransfer{gas: GAS}(alice, bob, 1), "canTransfer");
        no(token.canSend{gas: GAS}(alice), "canSend");
        no(token.canReceive{gas: GAS}(alice), "canReceive");
        vm.assertEq(token.messageForTransferRestriction{gas: GAS}(100), "unknown restriction", "message");
        bool gas = way == BrokenPolicy.Way.BurnGas;
        eq(token.detectTransferRestriction{gas: GAS}(alice, bob, 1), gas ? 10 : 9, "code");
        string memory err = gas ? "PolicyOutOfGas(address)" : "PolicyBroken(address)";
        refuse(alice, abi.encodeWithSignature(err, address(policy)));
        token.transfer{gas: GAS}(bob, 1);
        refuse(issuer, abi.encodeWithSignature(err, address(policy)));
        token.issue{gas: GAS}(bob, 1);
        vm.recordLogs();
        vm.prank(issuer);
        token.forcedTransfer(alice, bob, 4, "court order", 0);
        yes(pastPolicy(), "forced past the policy");
        vm.recordLogs();
        vm.prank(issuer);
        token.burn(alice, 1, "", 0);
        yes(pastPolicy(), "burned past the policy");
        vm.recordLogs();
        vm.prank(issuer);
        token.recover(alice, carol, "", 0);
        yes(pastPolicy(), "recovered past the policy");
        eq(token.balanceOf(carol), 5, "carol");
    }

    /// A low gas limit must not pass for a broken policy.
    function test_RevertWhen_thePolicyIsStarved() public {
        issue(alice, 10);
        BrokenPolicy policy = new BrokenPolicy(ALL, BrokenPolicy.Way.BurnGas);
        setPolicy(policy);
        refuse(issuer, abi.encodeWithSignature("PolicyOutOfGas(address)", address(policy)));
        token.forcedTransfer{gas: 400_000}(alice, bob, 4);
    }

    /// Nor one that leaves the policy too little when it is told.
    function test_RevertWhen_thePolicyIsStarvedWhenTold() public {
        issue(alice, 10);
        ForgetfulPolicy policy = new ForgetfulPolicy(ALL | KIND_MOVED);
        setPolicy(policy);
        refuse(issuer, abi.encodeWithSignature("PolicyOutOfGas(address)", address(policy)));
        token.forcedTransfer{gas: 400_000}(alice, bob, 4);
        refuse(alice, abi.encodeWithSignature("PolicyOutOfGas(address)", address(policy)));
        token.transfer{gas: 400_000}(bob, 4);
        policy.beRude();
        refuse(alice, abi.encodeWithSignature("PolicyBroken(address)", address(policy)));
        token.transfer(bob, 4);
        refuse(issuer, abi.encodeWithSignature("PolicyBroken(address)", address(policy)));
        token.issue(bob, 4);
        eq(token.balanceOf(alice), 10, "nothing moved");
    }

    function test_messages() public {
        string[11] memory words = [
            "no restriction",
            "the token is paused",
            "the token is closed",
            "the sender is invalid",
            "the receiver is invalid",
            "the sender is frozen",
            "the receiver is frozen",
            "the sender's balance is too low",
            "too much of it is frozen",
            "the policy does not answer",
            "the policy ran out of gas"
        ];
        for (uint8 code; code < 11; ++code) {
            vm.assertEq(token.messageForTransferRestriction(code), words[code], "message");
        }
        for (uint8 code = 11; code < 33; ++code) {
            vm.assertEq(token.messageForTransferRestriction(code), "unknown restriction", "message");
        }
        // A text that says to be longer than the answer is none.
        setPolicy(new ForgetfulPolicy(ALL));
        vm.assertEq(token.messageForTransferRestriction(100), "unknown restriction", "cut");
        vm.assertEq(token.messageForTransferRestriction(101), "whole", "whole");
        setPolicy(new SetPolicy(ALL));
        vm.assertEq(token.messageForTransferRestriction(100), "", "none");
    }

    function test_RevertWhen_aPolicyRefusesTheIssuer() public {
        issue(alice, 10);
        SetPolicy policy = new SetPolicy(ALL);
        setPolicy(policy);
        policy.set(77);
        bytes4 err = bytes4(keccak256("TransferRestricted(uint8,address,address,uint256)"));
        refuse(issuer, abi.encodeWithSelector(err, 77, address(0), bob, 1));
        token.issue(bob, 1);
        refuse(issuer, abi.encodeWithSelector(err, 77, alice, address(0), 1));
        token.burn(alice, 1, "", 0);
        refuse(issuer, abi.encodeWithSelector(err, 77, alice, bob, 1));
        token.forcedTransfer(alice, bob, 1);
        refuse(issuer, abi.encodeWithSelector(err, 77, alice, bob, 10));
        token.recover(alice, bob, "", 0);
    }

    function test_policiesAreToldAfterwards() public {
        CountingPolicy policy = new CountingPolicy(ALL | KIND_MOVED);
        policy.watch(token);
        setPolicy(policy);
        issue(alice, 10);
        vm.prank(alice);
        token.batchTransfer(pair(bob, carol), pair(3, 4));
        vm.prank(issuer);
        token.forcedTransfer(bob, carol, 1);
        vm.prank(issuer);
        token.burn(bob, 1, "", 0);
        vm.prank(issuer);
        token.recover(carol, bob, "", 0);
        eq(policy.told(), 6, "told");
        vm.recordLogs();
        vm.prank(issuer);
        token.forcedTransfer(alice, bob, 0);
        no(pastPolicy(), "past a policy that was told well");
        eq(policy.balance(alice), 3, "alice");
        eq(policy.balance(bob), 6, "bob");
    }

    function test_policiesAreToldWhatTheyCareFor() public {
        CountingPolicy policy = new CountingPolicy(KIND_FORCED | KIND_MOVED);
        policy.watch(token);
        setPolicy(policy);
        issue(alice, 10);
        eq(policy.told(), 0, "not of an issue");
        setPolicy(new CountingPolicy(ALL)); // not of anything, or it would revert
        vm.prank(alice);
        token.transfer(bob, 1);
    }

    /// A policy that moves tokens while it is told finds all written, and what
    /// it moves is not undone by what the outer call remembers.
    function test_reentrancyKeepsTheBooks() public {
        CountingPolicy policy = new CountingPolicy(ALL | KIND_MOVED);
        policy.watch(token);
        setPolicy(policy);
        issue(alice, 10);
        vm.prank(alice);
        token.approve(address(policy), 2);
        policy.stealFrom(alice);
        vm.prank(alice);
        token.batchTransfer(pair(bob, carol), pair(3, 4));
        eq(token.balanceOf(alice), 1, "alice");
        eq(token.balanceOf(bob), 3, "bob");
        eq(token.balanceOf(carol), 4, "carol");
        eq(token.balanceOf(address(policy)), 2, "policy");
    }

    function test_forcedMovesPassAPolicyThatFailsWhenTold() public {
        issue(alice, 10);
        BrokenPolicy policy = new BrokenPolicy(KIND_FORCED | KIND_MOVED, BrokenPolicy.Way.BurnGas);
        setPolicy(policy);
        vm.recordLogs();
        vm.prank(issuer);
        token.forcedTransfer(alice, bob, 4);
        yes(pastPolicy(), "past the policy");
    }

    /// It answers well, and fails only when it is told.
    function test_burnsPassAPolicyThatFailsWhenTold() public {
        issue(alice, 10);
        ForgetfulPolicy policy = new ForgetfulPolicy(KIND_BURN | KIND_MOVED);
        policy.beRude();
        setPolicy(policy);
        vm.recordLogs();
        vm.prank(issuer);
        token.burn(alice, 4, "", 0);
        yes(pastPolicy(), "past the policy");
    }

    /// A policy may ask for every kind of move there is, and for more.
    function test_aPolicyOfAllKinds() public {
        SetPolicy policy = new SetPolicy(255);
        vm.expectEmit(address(token));
        emit PolicyChanged(address(policy), 255, issuer);
        setPolicy(policy);
    }

    // ---- views

    /// A yes is a transfer that passes, a no is one that fails, whatever the
    /// state; and 7943's account checks never say yes less often than it.
    function testFuzz_viewsSayWhatTransfersDo(uint256 state, uint128 has, uint256 frozen, uint256 value) public {
        issue(alice, has);
        if (state & 1 != 0) {
            vm.prank(issuer);
            token.setFrozenTokens(alice, state & 2 != 0 ? frozen : frozen % (uint256(has) + 1));
        }
        if (state & 4 != 0) value = value % (uint256(has) + 1);
        address to = state & 8 != 0 ? bob : state & 16 != 0 ? alice : state & 32 != 0 ? address(token) : address(0);
        if (state >> 8 & 7 == 0) {
            vm.prank(issuer);
            token.setAddressFrozen(alice, true);
        }
        if (state >> 11 & 7 == 0) {
            vm.prank(issuer);
            token.setAddressFrozen(bob, true);
        }
        if (state >> 14 & 1 == 0) {
            whitelist(alice, state >> 15 & 1 == 0);
            whitelist(bob, state >> 16 & 1 == 0);
            setPolicy(registry);
        }
        if (state >> 17 & 7 == 0) {
            vm.prank(issuer);
            token.pause();
        }
        uint8 code = token.detectTransferRestriction(alice, to, value);
        yes(token.canTransfer(alice, to, value) == (code == 0), "both views");
        if (code == 0) yes(token.canSend(alice) && token.canReceive(to), "account checks");
        yes(bytes(token.messageForTransferRestriction(code)).length > 5, "message");
        vm.prank(alice);
        (bool ok,) = address(token).call(abi.encodeCall(token.transfer, (to, value)));
        yes(ok == (code == 0), "transfer");
    }

    function test_viewsForNobody() public view {
        eq(token.detectTransferRestriction(address(0), bob, 0), 3, "sender");
        eq(token.detectTransferRestriction(alice, address(0), 0), 4, "receiver");
        no(token.canSend(address(0)) || token.canReceive(address(0)), "zero");
        no(token.canReceive(address(token)), "itself");
        eq(token.detectTransferRestriction(alice, bob, 1), 7, "balance");
    }

    /// Whether the last Enforced of the recorded logs says "past the policy".
    function pastPolicy() private returns (bool found) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != keccak256("Enforced(uint8,address,address,uint256,address,bool,string,bytes32)")) {
                continue;
            }
            (,, found,,) = abi.decode(logs[i].data, (uint256, address, bool, string, bytes32));
        }
    }
}
