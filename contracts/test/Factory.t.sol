// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Factory} from "../src/Factory.sol";
import {KycRegistry} from "../src/KycRegistry.sol";
import {RegistryLaunch} from "../src/RegistryLaunch.sol";
import {SecurityToken} from "../src/SecurityToken.sol";
import {TokenLaunch} from "../src/TokenLaunch.sol";
import {ITransferPolicy} from "../src/interfaces/ITransferPolicy.sol";
import {Base} from "./Base.sol";

contract FactoryTest is Base {
    event Launched(address indexed sender, bytes32 indexed salt, address[] contracts);

    uint256 private constant NEVER = type(uint40).max;

    Factory private factory;

    function setUp() public override {
        super.setUp();
        factory = new Factory();
    }

    function registryCode() private view returns (bytes memory) {
        return abi.encodePacked(
            type(RegistryLaunch).creationCode, abi.encode(issuer, pair(alice, bob), pair(NEVER, START + 5))
        );
    }

    function tokenCode(TokenLaunch.Start memory start) private view returns (bytes memory) {
        return abi.encodePacked(
            type(TokenLaunch).creationCode, abi.encode("Example AG", "EXA", "https://example.com", 18, issuer, start)
        );
    }

    function start(address policy) private view returns (TokenLaunch.Start memory s) {
        s.policy = ITransferPolicy(policy);
        s.roles = new bytes32[](1);
        s.roles[0] = token.ISSUE_ROLE();
        s.accounts = one(carol);
        s.holders = pair(alice, bob);
        s.amounts = pair(70, 30);
    }

    function test_oneTransaction() public {
        bytes[] memory codes = new bytes[](2);
        codes[0] = registryCode();
        address r = factory.predict(alice, "salt", keccak256(codes[0]));
        codes[1] = tokenCode(start(r));
        address t = factory.predict(alice, "salt", keccak256(codes[1]));
        vm.expectEmit(address(factory));
        emit Launched(alice, "salt", pair(r, t));
        vm.prank(alice);
        address[] memory made = factory.launch("salt", codes);
        vm.assertEq(made[0], r, "registry");
        vm.assertEq(made[1], t, "token");
        SecurityToken tok = SecurityToken(t);
        KycRegistry reg = KycRegistry(r);
        vm.assertEq(address(tok.policy()), r, "policy");
        eq(tok.balanceOf(alice), 70, "alice");
        eq(tok.balanceOf(bob), 30, "bob");
        eq(tok.totalSupply(), 100, "supply");
        eq(reg.count(), 2, "entries");
        (uint40 expiry,,, uint32 index,) = reg.entry(bob);
        eq(expiry, START + 5, "expiry");
        eq(index, 2, "index");
        yes(tok.hasRole(tok.ISSUE_ROLE(), carol), "carol issues");
        yes(tok.hasRole(tok.DEFAULT_ADMIN_ROLE(), issuer), "the issuer administers");
        no(tok.hasRole(tok.DEFAULT_ADMIN_ROLE(), address(factory)), "the factory has nothing");
        no(reg.hasRole(reg.REGISTRAR_ROLE(), address(factory)), "nor there");
        // What is on the chain is what the plain path leaves there, but for what
        // the constructor fills in.
        eq(t.code.length, address(restricted).code.length, "token's code");
        vm.assertEq(keccak256(r.code), keccak256(address(registry).code), "registry's code");
    }

    function test_RevertWhen_aPartFails() public {
        bytes[] memory codes = new bytes[](2);
        codes[0] = registryCode();
        TokenLaunch.Start memory s = start(factory.predict(alice, 0, keccak256(codes[0])));
        s.holders = pair(alice, carol); // carol is not in the registry
        codes[1] = tokenCode(s);
        bytes memory why =
            abi.encodeWithSignature("TransferRestricted(uint8,address,address,uint256)", 33, address(0), carol, 30);
        refuse(alice, abi.encodeWithSignature("LaunchFailed(uint256,bytes)", 1, why));
        factory.launch(0, codes);
        s = start(alice);
        codes[1] = tokenCode(s);
        refuse(
            alice,
            abi.encodeWithSignature(
                "LaunchFailed(uint256,bytes)", 1, abi.encodeWithSignature("PolicyInvalid(address)", alice)
            )
        );
        factory.launch(0, codes);
    }

    function test_RevertWhen_listsDiffer() public {
        TokenLaunch.Start memory s = start(address(0));
        s.amounts = one(1);
        vm.expectRevert(abi.encodeWithSignature("LengthMismatch(uint256,uint256)", 2, 1));
        new TokenLaunch("", "", "", 0, issuer, s);
        s = start(address(0));
        s.accounts = pair(alice, bob);
        vm.expectRevert(abi.encodeWithSignature("LengthMismatch(uint256,uint256)", 2, 1));
        new TokenLaunch("", "", "", 0, issuer, s);
        vm.expectRevert(abi.encodeWithSignature("LengthMismatch(uint256,uint256)", 2, 1));
        new RegistryLaunch(issuer, pair(alice, bob), one(1));
        vm.expectRevert(abi.encodeWithSignature("EntryInvalid(address,uint256)", alice, uint256(1) << 88));
        new RegistryLaunch(issuer, one(alice), one(uint256(1) << 88));
        vm.recordLogs();
        eq(new RegistryLaunch(issuer, new address[](0), new uint256[](0)).count(), 0, "empty");
        uint256 roles = vm.getRecordedLogs().length;
        vm.recordLogs();
        new RegistryLaunch(issuer, one(alice), one(NEVER));
        eq(vm.getRecordedLogs().length, roles + 2, "entry and summary, only where there are entries");
    }

    function test_RevertWhen_launchedTwice() public {
        bytes[] memory codes = new bytes[](1);
        codes[0] = registryCode();
        vm.prank(alice);
        address[] memory first = factory.launch("x", codes);
        refuse(alice, abi.encodeWithSignature("LaunchFailed(uint256,bytes)", 0, ""));
        factory.launch("x", codes);
        vm.prank(bob);
        address[] memory second = factory.launch("x", codes);
        no(first[0] == second[0], "each sender's own");
    }
}
