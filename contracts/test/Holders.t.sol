// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC1643} from "../src/interfaces/IERC1643.sol";
import {IRecordDates} from "../src/interfaces/IRecordDates.sol";
import {ISecurityToken} from "../src/interfaces/ISecurityToken.sol";
import {Base} from "./Base.sol";
import {Wallet} from "./odd/Policies.sol";

/// What the token is, and what holders do with it.
contract HoldersTest is Base {
    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    function test_tellsWhatItIs() public view {
        vm.assertEq(token.name(), "Example AG", "name");
        vm.assertEq(token.symbol(), "EXA", "symbol");
        vm.assertEq(token.url(), "https://example.com", "url");
        vm.assertEq(token.version(), "1.0.0", "version");
        eq(token.decimals(), 18, "decimals");
        vm.assertEq(token.owner(), issuer, "owner");
        vm.assertEq(address(token.policy()), address(0), "policy");
        vm.assertEq(address(restricted.policy()), address(registry), "policy");
        no(token.paused() || token.closed(), "paused or closed");
        yes(token.supportsInterface(0x01ffc9a7), "ERC-165");
        yes(token.supportsInterface(0x36372b07), "ERC-20");
        yes(token.supportsInterface(0x3edbb4c4), "ERC-7943");
        yes(token.supportsInterface(0xab84a5c8), "ERC-1404");
        yes(token.supportsInterface(0x7965db0b), "access control");
        yes(token.supportsInterface(0x8da5cb5b), "ERC-5313");
        yes(token.supportsInterface(0xa219a025), "ERC-20's metadata");
        yes(token.supportsInterface(0x9d8ff7da), "ERC-2612");
        yes(token.supportsInterface(type(IERC1643).interfaceId), "ERC-1643");
        yes(token.supportsInterface(type(IRecordDates).interfaceId), "record dates");
        yes(token.supportsInterface(type(ISecurityToken).interfaceId), "its own");
        no(token.supportsInterface(0xffffffff), "nonsense");
    }

    function test_RevertWhen_nobodyApproves() public {
        refuse(address(0), abi.encodeWithSignature("ERC20InvalidApprover(address)", address(0)));
        token.approve(bob, 1);
    }

    function test_issue() public {
        vm.expectEmit(address(token));
        emit Transfer(address(0), alice, 100);
        issue(alice, 100);
        eq(token.balanceOf(alice), 100, "alice");
        eq(token.totalSupply(), 100, "supply");
        eq(token.balanceOf(address(0)), 0, "the zero address shows no supply");
    }

    function testFuzz_issue(uint128 a, uint128 b) public {
        issue(alice, a);
        if (uint256(a) + b > MOST) {
            refuse(issuer, abi.encodeWithSignature("SupplyOverflow(uint256,uint256)", a, b));
            token.issue(bob, b);
            return;
        }
        issue(bob, b);
        eq(token.totalSupply(), uint256(a) + b, "supply");
    }

    function test_RevertWhen_issuingMoreThan128Bits() public {
        refuse(issuer, abi.encodeWithSignature("SupplyOverflow(uint256,uint256)", 0, uint256(MOST) + 1));
        token.issue(alice, uint256(MOST) + 1);
    }

    function test_RevertWhen_issuingWithoutRole() public {
        refuse(alice, lacks(alice, token.ISSUE_ROLE()));
        token.issue(alice, 1);
        refuse(alice, lacks(alice, token.ISSUE_ROLE()));
        token.batchIssue(one(alice), one(1));
    }

    function test_RevertWhen_issuingToNobody() public {
        refuse(issuer, abi.encodeWithSignature("ERC20InvalidReceiver(address)", address(0)));
        token.issue(address(0), 1);
        refuse(issuer, abi.encodeWithSignature("ERC20InvalidReceiver(address)", address(token)));
        token.issue(address(token), 1);
    }

    function test_batchIssue() public {
        vm.prank(issuer);
        token.batchIssue(pair(alice, bob), pair(1, 2));
        eq(token.balanceOf(alice), 1, "alice");
        eq(token.balanceOf(bob), 2, "bob");
        eq(token.totalSupply(), 3, "supply");
        refuse(issuer, abi.encodeWithSignature("LengthMismatch(uint256,uint256)", 2, 1));
        token.batchIssue(pair(alice, bob), one(1));
    }

    function test_transfer() public {
        issue(alice, 100);
        vm.expectEmit(address(token));
        emit Transfer(alice, bob, 30);
        vm.prank(alice);
        yes(token.transfer(bob, 30), "answer");
        eq(token.balanceOf(alice), 70, "alice");
        eq(token.balanceOf(bob), 30, "bob");
    }

    function testFuzz_transfer(uint128 has, uint256 value) public {
        issue(alice, has);
        if (value > has) {
            refuse(
                alice, abi.encodeWithSignature("ERC20InsufficientBalance(address,uint256,uint256)", alice, has, value)
            );
        } else {
            vm.prank(alice);
        }
        token.transfer(bob, value);
        if (value <= has) {
            eq(token.balanceOf(alice), has - value, "alice");
            eq(token.balanceOf(bob), value, "bob");
        }
        eq(token.totalSupply(), has, "supply");
    }

    function test_RevertWhen_sendingToNobody() public {
        issue(alice, 1);
        refuse(alice, abi.encodeWithSignature("ERC20InvalidReceiver(address)", address(0)));
        token.transfer(address(0), 1);
        refuse(alice, abi.encodeWithSignature("ERC20InvalidReceiver(address)", address(token)));
        token.transfer(address(token), 1);
    }

    /// Both words of a self-transfer are one: read both, write both, and shares
    /// appear from nowhere.
    function testFuzz_sendingToOneselfChangesNothing(uint128 has, uint128 value) public {
        issue(alice, has);
        vm.assume(value <= has);
        vm.expectEmit(address(token));
        emit Transfer(alice, alice, value);
        vm.prank(alice);
        token.transfer(alice, value);
        eq(token.balanceOf(alice), has, "alice");
        eq(token.totalSupply(), has, "supply");
    }

    function test_RevertWhen_sendingMoreToOneselfThanThereIs() public {
        issue(alice, 1);
        refuse(alice, abi.encodeWithSignature("ERC20InsufficientBalance(address,uint256,uint256)", alice, 1, 2));
        token.transfer(alice, 2);
    }

    function test_zeroTransfers() public {
        vm.expectEmit(address(token));
        emit Transfer(alice, bob, 0);
        vm.prank(alice);
        token.transfer(bob, 0);
    }

    /// The tag of a distribution follows the arguments.
    function test_trailingBytesChangeNothing() public {
        issue(alice, 10);
        bytes memory tag = hex"00112233445566778899aabbccddeeff";
        bytes[3] memory calls = [
            abi.encodeCall(token.transfer, (bob, 1)),
            abi.encodeCall(token.batchTransfer, (pair(bob, carol), pair(2, 3))),
            abi.encodeCall(token.batchTransfer, (pair(bob, bob), pair(1, 1)))
        ];
        for (uint256 i; i < 3; ++i) {
            vm.prank(alice);
            (bool ok,) = address(token).call(bytes.concat(calls[i], tag, tag));
            yes(ok, "call");
        }
        eq(token.balanceOf(alice), 2, "alice");
        eq(token.balanceOf(bob), 5, "bob");
        eq(token.balanceOf(carol), 3, "carol");
    }

    function test_batchTransfer() public {
        issue(alice, 10);
        address[] memory to = new address[](4);
        uint256[] memory values = new uint256[](4);
        (to[0], to[1], to[2], to[3]) = (bob, carol, alice, bob);
        (values[0], values[1], values[2], values[3]) = (1, 2, 3, 4);
        vm.prank(alice);
        token.batchTransfer(to, values);
        eq(token.balanceOf(alice), 3, "alice");
        eq(token.balanceOf(bob), 5, "bob");
        eq(token.balanceOf(carol), 2, "carol");
    }

    function test_RevertWhen_aRowOfABatchFails() public {
        issue(alice, 10);
        refuse(alice, abi.encodeWithSignature("ERC20InsufficientBalance(address,uint256,uint256)", alice, 4, 5));
        token.batchTransfer(pair(bob, carol), pair(6, 5));
        eq(token.balanceOf(bob), 0, "bob");
        refuse(alice, abi.encodeWithSignature("LengthMismatch(uint256,uint256)", 1, 2));
        token.batchTransfer(one(bob), pair(1, 1));
    }

    function testFuzz_transferFrom(uint128 has, uint256 allowed, uint256 value) public {
        issue(alice, has);
        vm.expectEmit(address(token));
        emit Approval(alice, bob, allowed);
        vm.prank(alice);
        yes(token.approve(bob, allowed), "answer");
        if (value > allowed) {
            refuse(
                bob, abi.encodeWithSignature("ERC20InsufficientAllowance(address,uint256,uint256)", bob, allowed, value)
            );
        } else if (value > has) {
            refuse(bob, abi.encodeWithSignature("ERC20InsufficientBalance(address,uint256,uint256)", alice, has, value));
        } else {
            vm.prank(bob);
        }
        token.transferFrom(alice, carol, value);
        if (value > allowed || value > has) return;
        eq(token.balanceOf(carol), value, "carol");
        eq(token.allowance(alice, bob), allowed == type(uint256).max ? allowed : allowed - value, "allowance");
    }

    function test_RevertWhen_approvingNobody() public {
        refuse(alice, abi.encodeWithSignature("ERC20InvalidSpender(address)", address(0)));
        token.approve(address(0), 1);
    }

    function test_permit() public {
        address owner = vm.addr(7);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(7, permitDigest(owner, bob, 5, 0, START));
        token.permit(owner, bob, 5, START, v, r, s);
        eq(token.allowance(owner, bob), 5, "allowance");
        eq(token.nonces(owner), 1, "nonce");
        refuse(carol, abi.encodeWithSignature("PermitInvalid(address)", owner));
        token.permit(owner, bob, 5, START, v, r, s);
    }

    function test_permitByAContract() public {
        address owner = address(new Wallet(vm.addr(7)));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(7, permitDigest(owner, bob, 5, 0, START));
        token.permit(owner, bob, 5, START, abi.encodePacked(r, s, v));
        eq(token.allowance(owner, bob), 5, "allowance");
    }

    function test_RevertWhen_aPermitIsLateOrForged() public {
        address owner = vm.addr(7);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(8, permitDigest(owner, bob, 5, 0, START));
        refuse(carol, abi.encodeWithSignature("PermitInvalid(address)", owner));
        token.permit(owner, bob, 5, START, v, r, s);
        refuse(carol, abi.encodeWithSignature("PermitExpired(uint256)", START - 1));
        token.permit(owner, bob, 5, START - 1, v, r, s);
    }

    function permitDigest(address owner, address spender, uint256 value, uint256 nonce, uint256 deadline)
        private
        view
        returns (bytes32)
    {
        bytes32 kind = keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 inner = keccak256(abi.encode(kind, owner, spender, value, nonce, deadline));
        return keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), inner));
    }
}
