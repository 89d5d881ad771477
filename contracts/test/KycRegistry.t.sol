// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {KycRegistry} from "../src/KycRegistry.sol";
import {KIND_BURN, KIND_FORCED, KIND_ISSUE, KIND_RECOVERY, KIND_TRANSFER} from "../src/Kinds.sol";
import {IKycRegistry} from "../src/interfaces/IKycRegistry.sol";
import {ITransferPolicy} from "../src/interfaces/ITransferPolicy.sol";
import {Base} from "./Base.sol";

/// The registry by itself, and as the policy of a token.
contract KycRegistryTest is Base {
    event EntrySet(address indexed account, uint256 entry);
    event Written(address indexed operator, uint256 entries);
    event EntryMoved(address indexed lost, address indexed fresh, address indexed operator, bytes32 document);

    uint256 private constant NEVER = type(uint40).max;

    function set(address account, uint256 word) private {
        vm.prank(issuer);
        registry.batchSet(one(account), one(word));
    }

    function test_setWhitelisted() public {
        no(registry.isWhitelisted(alice), "not yet");
        vm.expectEmit(address(registry));
        emit EntrySet(alice, NEVER | 1 << 88);
        vm.expectEmit(address(registry));
        emit Written(issuer, 1);
        whitelist(alice, true);
        yes(registry.isWhitelisted(alice), "whitelisted");
        yes(registry.canSend(alice) && registry.canReceive(alice), "as a policy");
        whitelist(alice, false);
        no(registry.isWhitelisted(alice), "revoked");
        whitelist(bob, true);
        whitelist(alice, true);
        (,,, uint32 a,) = registry.entry(alice);
        (,,, uint32 b,) = registry.entry(bob);
        eq(a, 1, "keeps its index");
        eq(b, 2, "gets the next");
        eq(registry.count(), 2, "count");
    }

    function test_revokingTheUnknownGivesNoIndex() public {
        whitelist(alice, false);
        eq(registry.count(), 0, "count");
    }

    function test_setWhitelistedKeepsTheRest() public {
        set(alice, START + 10 | 276 << 40 | uint256(7) << 56 | uint256(99) << 128);
        whitelist(alice, false);
        whitelist(alice, true);
        (uint40 expiry, uint16 country, uint32 classes, uint32 index, uint128 investor) = registry.entry(alice);
        eq(expiry, NEVER, "expiry");
        eq(country, 276, "country");
        eq(classes, 7, "classes");
        eq(index, 1, "index");
        eq(investor, 99, "investor");
    }

    function testFuzz_batchSet(uint40 expiry, uint16 country, uint32 classes, uint128 investor) public {
        set(alice, expiry | uint256(country) << 40 | uint256(classes) << 56 | uint256(investor) << 128);
        (uint40 e, uint16 c, uint32 k, uint32 i, uint128 v) = registry.entry(alice);
        eq(e, expiry, "expiry");
        eq(c, country, "country");
        eq(k, classes, "classes");
        eq(i, expiry == 0 ? 0 : 1, "index");
        eq(v, investor, "investor");
        yes(registry.isWhitelisted(alice) == (expiry > block.timestamp), "valid");
    }

    function test_aBatchIsTold() public {
        vm.expectEmit(address(registry));
        emit Written(issuer, 2);
        vm.prank(issuer);
        registry.batchSet(pair(alice, bob), pair(START + 5, START + 6));
    }

    function test_expiry() public {
        set(alice, START + 10);
        whitelist(bob, true);
        vm.warp(START + 9);
        yes(registry.isWhitelisted(alice), "valid before");
        eq(registry.check(KIND_TRANSFER, alice, alice, bob, 1), 0, "passes");
        vm.warp(START + 10);
        no(registry.isWhitelisted(alice), "not valid from then on");
        eq(registry.check(KIND_TRANSFER, alice, alice, bob, 1), 34, "sender");
        eq(registry.check(KIND_TRANSFER, bob, bob, alice, 1), 35, "receiver");
        uint256[] memory indexes = registry.indexesOf(pair(alice, bob));
        eq(indexes[0], 0, "not valid now");
        eq(indexes[1], 2, "valid");
    }

    function test_check() public {
        whitelist(alice, true);
        eq(registry.kinds(), KIND_ISSUE | KIND_TRANSFER | KIND_FORCED | KIND_RECOVERY, "kinds");
        eq(registry.check(KIND_TRANSFER, bob, bob, alice, 1), 32, "sender");
        eq(registry.check(KIND_TRANSFER, alice, alice, bob, 1), 33, "receiver");
        eq(registry.check(KIND_ISSUE, issuer, address(0), alice, 1), 0, "issue");
        eq(registry.check(KIND_ISSUE, issuer, address(0), bob, 1), 33, "issue to another");
        eq(registry.check(KIND_FORCED, issuer, bob, alice, 1), 0, "forced");
        eq(registry.check(KIND_RECOVERY, issuer, alice, bob, 1), 33, "recovery");
        eq(registry.check(KIND_BURN, issuer, bob, address(0), 1), 0, "burn");
        for (uint8 code = 32; code < 36; ++code) {
            yes(keccak256(bytes(registry.message(code))) != keccak256("unknown restriction"), "message");
        }
        vm.assertEq(registry.message(99), "unknown restriction", "message of another");
    }

    function test_move() public {
        set(alice, START + 10 | 276 << 40 | uint256(99) << 128);
        vm.expectEmit(address(registry));
        emit EntryMoved(alice, bob, issuer, "doc");
        vm.prank(issuer);
        registry.move(alice, bob, "doc");
        no(registry.isWhitelisted(alice), "lost");
        yes(registry.isWhitelisted(bob), "fresh");
        (uint40 expiry, uint16 country,, uint32 index, uint128 investor) = registry.entry(bob);
        eq(expiry, START + 10, "expiry");
        eq(country, 276, "country");
        eq(investor, 99, "investor");
        eq(index, 2, "an index of its own");
        (,,, index,) = registry.entry(alice);
        eq(index, 1, "the lost one keeps its");
    }

    function test_RevertWhen_movingCanNotBe() public {
        refuse(issuer, abi.encodeWithSignature("NotWhitelisted(address)", alice));
        registry.move(alice, bob, 0);
        whitelist(alice, true);
        whitelist(bob, true);
        refuse(issuer, abi.encodeWithSignature("AlreadyWhitelisted(address)", bob));
        registry.move(alice, bob, 0);
        refuse(issuer, abi.encodeWithSignature("AlreadyWhitelisted(address)", alice));
        registry.move(alice, alice, 0);
    }

    function test_RevertWhen_rolesAreMissing() public {
        bytes memory err = lacks(alice, registry.REGISTRAR_ROLE());
        refuse(alice, err);
        registry.setWhitelisted(alice, true);
        refuse(alice, err);
        registry.batchSet(one(alice), one(NEVER));
        refuse(alice, err);
        registry.move(alice, bob, 0);
        vm.expectRevert(abi.encodeWithSignature("IssuerInvalid()"));
        new KycRegistry(address(0));
    }

    function test_RevertWhen_anEntryIsWrong() public {
        refuse(issuer, abi.encodeWithSignature("EntryInvalid(address,uint256)", alice, NEVER | 1 << 88));
        registry.batchSet(one(alice), one(NEVER | 1 << 88));
        refuse(issuer, abi.encodeWithSignature("EntryInvalid(address,uint256)", alice, NEVER | 1 << 127));
        registry.batchSet(one(alice), one(NEVER | 1 << 127));
        refuse(issuer, abi.encodeWithSignature("AccountInvalid(address)", address(0)));
        registry.batchSet(one(address(0)), one(NEVER));
        refuse(issuer, abi.encodeWithSignature("AccountInvalid(address)", address(0)));
        registry.setWhitelisted(address(0), true);
        refuse(issuer, abi.encodeWithSignature("LengthMismatch(uint256,uint256)", 1, 2));
        registry.batchSet(one(alice), pair(1, 2));
    }

    /// Two accounts never share an index, however they come and go.
    function testFuzz_indexesAreNeverShared(uint256 seed) public {
        address[6] memory who = [alice, bob, carol, address(101), address(102), address(103)];
        uint32[6] memory had;
        for (uint256 i; i < 30; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint256 a = seed % 6;
            uint256 b = (seed >> 8) % 6;
            if (seed >> 16 & 3 == 0 && registry.isWhitelisted(who[a]) && !registry.isWhitelisted(who[b])) {
                vm.prank(issuer);
                registry.move(who[a], who[b], 0);
            } else if (seed >> 16 & 3 == 1) {
                vm.prank(issuer);
                registry.batchSet(pair(who[a], who[b]), pair(NEVER, seed >> 20 & 1));
            } else {
                whitelist(who[a], seed >> 20 & 1 == 0);
            }
            for (uint256 h; h < 6; ++h) {
                (,,, uint32 index,) = registry.entry(who[h]);
                yes(had[h] == 0 || index == had[h], "never changes");
                had[h] = index;
                yes(index <= registry.count(), "counted");
                for (uint256 j; j < h; ++j) {
                    yes(index == 0 || index != had[j], "never shared");
                }
            }
        }
    }

    function test_asAPolicy() public {
        refuse(
            issuer,
            abi.encodeWithSignature("TransferRestricted(uint8,address,address,uint256)", 33, address(0), alice, 5)
        );
        restricted.issue(alice, 5);
        whitelist(alice, true);
        vm.prank(issuer);
        restricted.issue(alice, 5);
        eq(restricted.detectTransferRestriction(alice, bob, 1), 33, "code");
        vm.assertEq(restricted.messageForTransferRestriction(33), "the receiver is not whitelisted", "message");
        refuse(alice, abi.encodeWithSignature("TransferRestricted(uint8,address,address,uint256)", 33, alice, bob, 1));
        restricted.transfer(bob, 1);
        whitelist(bob, true);
        vm.prank(alice);
        restricted.transfer(bob, 1);
        yes(restricted.canTransfer(bob, alice, 1), "back");
        whitelist(bob, false);
        no(restricted.canTransfer(bob, alice, 1), "not any more");
        no(restricted.canSend(bob), "may not send");
        vm.assertEq(registry.owner(), issuer, "owner");
        yes(registry.supportsInterface(0x01ffc9a7), "ERC-165");
        yes(registry.supportsInterface(type(IKycRegistry).interfaceId), "its own");
        yes(registry.supportsInterface(type(ITransferPolicy).interfaceId), "policy");
        no(registry.supportsInterface(0xffffffff), "nonsense");
        vm.assertEq(registry.message(0), "no restriction", "0");
        vm.assertEq(registry.message(32), "the sender is not whitelisted", "32");
        vm.assertEq(registry.message(33), "the receiver is not whitelisted", "33");
        vm.assertEq(registry.message(34), "the sender's whitelisting has expired", "34");
        vm.assertEq(registry.message(35), "the receiver's whitelisting has expired", "35");
        vm.assertEq(registry.message(36), "unknown restriction", "36");
    }
}
