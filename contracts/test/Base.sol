// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {KycRegistry} from "../src/KycRegistry.sol";
import {SecurityToken} from "../src/SecurityToken.sol";

/// The cheat codes of forge that these tests use.
interface Vm {
    struct Log {
        bytes32[] topics;
        bytes data;
        address emitter;
    }

    function prank(address sender) external;
    function warp(uint256 time) external;
    function expectRevert(bytes calldata data) external;
    function expectEmit(address emitter) external;
    function expectEmit() external;
    function assume(bool condition) external;
    function addr(uint256 key) external pure returns (address);
    function sign(uint256 key, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);
    function recordLogs() external;
    function record() external;
    function accesses(address account) external returns (bytes32[] memory reads, bytes32[] memory writes);
    function getRecordedLogs() external returns (Log[] memory);
    function assertTrue(bool value, string calldata what) external pure;
    function assertFalse(bool value, string calldata what) external pure;
    function assertEq(uint256 a, uint256 b, string calldata what) external pure;
    function assertEq(address a, address b, string calldata what) external pure;
    function assertEq(bytes32 a, bytes32 b, string calldata what) external pure;
    function assertEq(string calldata a, string calldata b, string calldata what) external pure;
}

/// What all tests share: an issuer, three holders, a token without and one with
/// a registry as its policy.
abstract contract Base {
    // forge's address for cheat codes: the last 20 bytes of keccak256("hevm cheat code").
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    uint256 internal constant START = 1_800_000_000;
    uint128 internal constant MOST = type(uint128).max;

    address internal issuer = address(0x1551);
    address internal alice = address(0xA11CE);
    address internal bob = address(0xB0B);
    address internal carol = address(0xCA801);

    SecurityToken internal token;
    SecurityToken internal restricted;
    KycRegistry internal registry;

    function setUp() public virtual {
        vm.warp(START);
        token = new SecurityToken("Example AG", "EXA", "https://example.com", 18, issuer);
        restricted = new SecurityToken("Example AG", "EXA", "https://example.com", 18, issuer);
        registry = new KycRegistry(issuer);
        vm.prank(issuer);
        restricted.setPolicy(registry);
    }

    function issue(address to, uint256 value) internal {
        vm.prank(issuer);
        token.issue(to, value);
    }

    function whitelist(address account, bool allowed) internal {
        vm.prank(issuer);
        registry.setWhitelisted(account, allowed);
    }

    /// The next call, by the sender, must revert with exactly that error.
    function refuse(address sender, bytes memory err) internal {
        vm.expectRevert(err);
        vm.prank(sender);
    }

    /// The error of a missing role.
    function lacks(address account, bytes32 role) internal pure returns (bytes memory) {
        return abi.encodeWithSignature("AccessControlUnauthorizedAccount(address,bytes32)", account, role);
    }

    function eq(uint256 a, uint256 b, string memory what) internal pure {
        vm.assertEq(a, b, what);
    }

    function yes(bool value, string memory what) internal pure {
        vm.assertTrue(value, what);
    }

    function no(bool value, string memory what) internal pure {
        vm.assertFalse(value, what);
    }

    /// A number between low and high, both included, from a fuzzed one.
    function bound(uint256 v, uint256 low, uint256 high) internal pure returns (uint256) {
        return low + v % (high - low + 1);
    }

    function one(address a) internal pure returns (address[] memory list) {
        list = new address[](1);
        list[0] = a;
    }

    function one(uint256 a) internal pure returns (uint256[] memory list) {
        list = new uint256[](1);
        list[0] = a;
    }

    function pair(address a, address b) internal pure returns (address[] memory list) {
        list = new address[](2);
        (list[0], list[1]) = (a, b);
    }

    function pair(uint256 a, uint256 b) internal pure returns (uint256[] memory list) {
        list = new uint256[](2);
        (list[0], list[1]) = (a, b);
    }
}
