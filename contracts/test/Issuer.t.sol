// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {KIND_BURN, KIND_FORCED, KIND_RECOVERY} from "../src/Kinds.sol";
import {SecurityToken} from "../src/SecurityToken.sol";
import {Base, Vm} from "./Base.sol";

/// What the issuer does with the token.
contract IssuerTest is Base {
    event DocumentUpdated(bytes32 indexed name, string uri, bytes32 documentHash);
    event DocumentRemoved(bytes32 indexed name, string uri, bytes32 documentHash);
    event Transfer(address indexed from, address indexed to, uint256 value);
    event Frozen(address indexed account, uint256 amount);
    event ForcedTransfer(address indexed from, address indexed to, uint256 amount);
    event AddressFrozen(address indexed account, bool indexed frozen, address indexed operator);
    event Enforced(
        uint8 indexed kind,
        address indexed from,
        address indexed to,
        uint256 value,
        address operator,
        bool pastPolicy,
        string reason,
        bytes32 document
    );
    event Announcement(
        bytes32 indexed kind, address indexed subject, address indexed operator, string name, string uri, bytes32 hash
    );
    event Closed(address indexed operator);
    event InfoChanged(string name, string symbol, string url);

    bytes32 private constant DOC = keccak256("document");

    function test_theIssuerHasAllRoles() public view {
        bytes32[10] memory roles = [
            token.DEFAULT_ADMIN_ROLE(),
            token.ISSUE_ROLE(),
            token.BURN_ROLE(),
            token.FORCE_ROLE(),
            token.FREEZE_ROLE(),
            token.PAUSE_ROLE(),
            token.ANNOUNCE_ROLE(),
            token.INFO_ROLE(),
            token.POLICY_ROLE(),
            token.RECOVERY_ROLE()
        ];
        for (uint256 i; i < roles.length; ++i) {
            yes(token.hasRole(roles[i], issuer), "issuer");
            no(token.hasRole(roles[i], address(this)), "deployer");
        }
    }

    function test_RevertWhen_thereIsNoIssuer() public {
        vm.expectRevert(abi.encodeWithSignature("IssuerInvalid()"));
        new SecurityToken("", "", "", 0, address(0));
    }

    function test_ownerFollowsTheAdministrator() public {
        bytes32 admin = token.DEFAULT_ADMIN_ROLE();
        vm.prank(issuer);
        token.grantRole(admin, alice);
        vm.assertEq(token.owner(), alice, "handed over");
        bytes32 role = token.ISSUE_ROLE();
        vm.prank(issuer);
        token.grantRole(role, bob);
        vm.assertEq(token.owner(), alice, "another role");
        vm.prank(issuer);
        token.grantRole(role, alice);
        vm.prank(issuer);
        token.revokeRole(role, alice);
        vm.assertEq(token.owner(), alice, "another role taken");
        vm.prank(issuer);
        token.renounceRole(admin, issuer);
        vm.assertEq(token.owner(), alice, "the former left");
        vm.prank(alice);
        token.renounceRole(admin, alice);
        vm.assertEq(token.owner(), address(0), "nobody left");
    }

    function test_RevertWhen_rolesAreMissing() public {
        refuse(alice, lacks(alice, token.BURN_ROLE()));
        token.burn(bob, 1, "", 0);
        refuse(alice, lacks(alice, token.FORCE_ROLE()));
        token.forcedTransfer(bob, alice, 1, "", 0);
        refuse(alice, lacks(alice, token.FORCE_ROLE()));
        token.forcedTransfer(bob, alice, 1);
        refuse(alice, lacks(alice, token.RECOVERY_ROLE()));
        token.recover(bob, alice, "", 0);
        refuse(alice, lacks(alice, token.FREEZE_ROLE()));
        token.setAddressFrozen(bob, true);
        refuse(alice, lacks(alice, token.FREEZE_ROLE()));
        token.setFrozenTokens(bob, 1);
        refuse(alice, lacks(alice, token.PAUSE_ROLE()));
        token.pause();
        refuse(alice, lacks(alice, token.PAUSE_ROLE()));
        token.unpause();
        refuse(alice, lacks(alice, token.DEFAULT_ADMIN_ROLE()));
        token.close();
        refuse(alice, lacks(alice, token.POLICY_ROLE()));
        token.setPolicy(registry);
        refuse(alice, lacks(alice, token.ANNOUNCE_ROLE()));
        token.setRecordDate(0);
        refuse(alice, lacks(alice, token.ANNOUNCE_ROLE()));
        token.cancelRecordDate(1);
        refuse(alice, lacks(alice, token.INFO_ROLE()));
        token.setInfo("", "", "");
        refuse(alice, lacks(alice, token.ANNOUNCE_ROLE()));
        token.announce(0, alice, "", "", 0);
        refuse(alice, lacks(alice, token.ANNOUNCE_ROLE()));
        token.setDocument(0, "", 0);
        refuse(alice, lacks(alice, token.ANNOUNCE_ROLE()));
        token.removeDocument(0);
    }

    // ---- burning

    function test_burn() public {
        issue(alice, 10);
        vm.expectEmit(address(token));
        emit Transfer(alice, address(0), 4);
        vm.expectEmit(address(token));
        emit Enforced(KIND_BURN, alice, address(0), 4, issuer, false, "capital reduction", DOC);
        vm.prank(issuer);
        token.burn(alice, 4, "capital reduction", DOC);
        eq(token.balanceOf(alice), 6, "alice");
        eq(token.totalSupply(), 6, "supply");
    }

    function testFuzz_burnOfPartlyFrozen(uint120 has, uint256 frozen, uint256 value) public {
        issue(alice, has);
        value = bound(value, 0, has);
        vm.prank(issuer);
        token.setFrozenTokens(alice, frozen);
        vm.prank(issuer);
        token.burn(alice, value, "", 0);
        eq(token.balanceOf(alice), has - value, "alice");
        uint256 unfrozen = frozen >= has ? 0 : has - frozen;
        eq(token.getFrozenTokens(alice), value <= unfrozen ? frozen : frozen - (value - unfrozen), "frozen");
    }

    function test_RevertWhen_burningWhatIsNotThere() public {
        issue(alice, 1);
        refuse(issuer, abi.encodeWithSignature("ERC20InsufficientBalance(address,uint256,uint256)", alice, 1, 2));
        token.burn(alice, 2, "", 0);
        refuse(issuer, abi.encodeWithSignature("ERC20InvalidSender(address)", address(0)));
        token.burn(address(0), 1, "", 0);
    }

    // ---- forced transfers

    function test_forcedTransferOfFrozen() public {
        issue(alice, 10);
        vm.prank(issuer);
        token.setFrozenTokens(alice, 8);
        vm.prank(issuer);
        token.setAddressFrozen(alice, true);
        vm.prank(issuer);
        token.pause();
        vm.expectEmit(address(token));
        emit Frozen(alice, 5);
        vm.expectEmit(address(token));
        emit Transfer(alice, bob, 5);
        vm.expectEmit(address(token));
        emit ForcedTransfer(alice, bob, 5);
        vm.expectEmit(address(token));
        emit Enforced(KIND_FORCED, alice, bob, 5, issuer, false, "court order", DOC);
        vm.prank(issuer);
        token.forcedTransfer(alice, bob, 5, "court order", DOC);
        eq(token.balanceOf(bob), 5, "bob");
        eq(token.getFrozenTokens(alice), 5, "frozen");
    }

    function test_forcedTransferOfERC7943() public {
        issue(alice, 10);
        vm.expectEmit(address(token));
        emit Enforced(KIND_FORCED, alice, bob, 5, issuer, false, "", 0);
        vm.prank(issuer);
        yes(token.forcedTransfer(alice, bob, 5), "answer");
        eq(token.balanceOf(bob), 5, "bob");
    }

    function test_RevertWhen_forcedTransfersCanNotBe() public {
        issue(alice, 1);
        refuse(issuer, abi.encodeWithSignature("ERC20InsufficientBalance(address,uint256,uint256)", alice, 1, 2));
        token.forcedTransfer(alice, bob, 2);
        refuse(issuer, abi.encodeWithSignature("ERC20InvalidReceiver(address)", address(0)));
        token.forcedTransfer(alice, address(0), 1);
        refuse(issuer, abi.encodeWithSignature("ERC20InvalidSender(address)", address(0)));
        token.forcedTransfer(address(0), bob, 1);
        vm.prank(issuer);
        token.setAddressFrozen(bob, true);
        refuse(issuer, abi.encodeWithSignature("AddressIsFrozen(address)", bob));
        token.forcedTransfer(alice, bob, 1);
    }

    function test_forcedTransferNeedsAWhitelistedReceiverOnly() public {
        whitelist(alice, true);
        vm.prank(issuer);
        restricted.issue(alice, 2);
        whitelist(alice, false);
        refuse(issuer, abi.encodeWithSignature("TransferRestricted(uint8,address,address,uint256)", 33, alice, bob, 1));
        restricted.forcedTransfer(alice, bob, 1);
        whitelist(bob, true);
        vm.prank(issuer);
        restricted.forcedTransfer(alice, bob, 1);
        vm.prank(issuer);
        restricted.burn(alice, 1, "", 0);
        eq(restricted.balanceOf(bob), 1, "bob");
        eq(restricted.totalSupply(), 1, "supply");
    }

    // ---- recovery

    function test_recover() public {
        issue(alice, 10);
        vm.prank(issuer);
        token.setFrozenTokens(alice, 4);
        vm.prank(issuer);
        token.setFrozenTokens(bob, 3);
        issue(bob, 1);
        vm.expectEmit(address(token));
        emit Frozen(alice, 0);
        vm.expectEmit(address(token));
        emit Frozen(bob, 7);
        vm.expectEmit(address(token));
        emit Transfer(alice, bob, 10);
        vm.expectEmit(address(token));
        emit AddressFrozen(alice, true, issuer);
        vm.expectEmit(address(token));
        emit Enforced(KIND_RECOVERY, alice, bob, 10, issuer, false, "lost keys", DOC);
        vm.prank(issuer);
        token.recover(alice, bob, "lost keys", DOC);
        eq(token.balanceOf(alice), 0, "alice");
        eq(token.balanceOf(bob), 11, "bob");
        yes(token.isFrozen(alice), "the lost wallet is frozen");
        no(token.isFrozen(bob), "the fresh one is not");
        eq(token.detectTransferRestriction(bob, carol, 4), 0, "unfrozen part");
        eq(token.detectTransferRestriction(bob, carol, 5), 8, "frozen part");
    }

    /// A wallet is frozen first when its key was stolen.
    /// Where nothing was frozen, nothing is told to be.
    function test_recoverWithoutAFreeze() public {
        issue(alice, 10);
        vm.prank(issuer);
        token.setFrozenTokens(bob, 3);
        vm.recordLogs();
        vm.prank(issuer);
        token.recover(alice, bob, "", 0);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            no(logs[i].topics[0] == Frozen.selector, "no amount is frozen");
        }
        eq(token.getFrozenTokens(bob), 3, "bob's as before");
    }

    function test_recoverFromAFrozenWallet() public {
        issue(alice, 10);
        vm.prank(issuer);
        token.setAddressFrozen(alice, true);
        vm.prank(issuer);
        token.setFrozenTokens(alice, type(uint256).max);
        vm.prank(issuer);
        token.setFrozenTokens(bob, 1);
        vm.prank(issuer);
        token.recover(alice, bob, "", 0);
        eq(token.balanceOf(bob), 10, "bob");
        eq(token.getFrozenTokens(bob), type(uint256).max, "does not overflow");
    }

    function test_RevertWhen_recoveryCanNotBe() public {
        issue(alice, 1);
        refuse(issuer, abi.encodeWithSignature("RecoverToSame(address)", alice));
        token.recover(alice, alice, "", 0);
        refuse(issuer, abi.encodeWithSignature("ERC20InvalidReceiver(address)", address(0)));
        token.recover(alice, address(0), "", 0);
        refuse(issuer, abi.encodeWithSignature("ERC20InvalidSender(address)", address(0)));
        token.recover(address(0), bob, "", 0);
    }

    function test_recoverWithTheRegistry() public {
        whitelist(alice, true);
        vm.prank(issuer);
        restricted.issue(alice, 2);
        refuse(issuer, abi.encodeWithSignature("TransferRestricted(uint8,address,address,uint256)", 33, alice, bob, 2));
        restricted.recover(alice, bob, "", 0);
        vm.prank(issuer);
        registry.move(alice, bob, DOC);
        vm.prank(issuer);
        restricted.recover(alice, bob, "", 0);
        eq(restricted.balanceOf(bob), 2, "bob");
        (,,, uint32 index,) = registry.entry(bob);
        eq(index, 2, "an index of its own");
    }

    // ---- closing

    function test_close() public {
        issue(alice, 1);
        refuse(issuer, abi.encodeWithSignature("SupplyNotZero(uint256)", 1));
        token.close();
        vm.prank(issuer);
        token.burn(alice, 1, "", 0);
        vm.expectEmit(address(token));
        emit Closed(issuer);
        vm.prank(issuer);
        token.close();
        yes(token.closed(), "closed");
        refuse(issuer, abi.encodeWithSignature("TokenClosed()"));
        token.close();
        refuse(issuer, abi.encodeWithSignature("TokenClosed()"));
        token.issue(alice, 1);
        refuse(alice, abi.encodeWithSignature("TokenClosed()"));
        token.transfer(bob, 0);
        eq(token.detectTransferRestriction(alice, bob, 0), 2, "code");
    }

    // ---- what it tells

    function test_setInfo() public {
        vm.expectEmit(address(token));
        emit InfoChanged("New AG", "NEW", "https://new.example");
        bytes32 domain = token.DOMAIN_SEPARATOR();
        vm.prank(issuer);
        token.setInfo("New AG", "NEW", "https://new.example");
        vm.assertEq(token.name(), "New AG", "name");
        vm.assertEq(token.symbol(), "NEW", "symbol");
        vm.assertEq(token.url(), "https://new.example", "url");
        vm.assertEq(token.DOMAIN_SEPARATOR(), domain, "signatures stay valid");
    }

    function test_announce() public {
        vm.expectEmit(address(token));
        emit Announcement("payout", alice, issuer, "Dividend 2026", "https://example.com/d", DOC);
        vm.prank(issuer);
        token.announce("payout", alice, "Dividend 2026", "https://example.com/d", DOC);
    }

    function test_documents() public {
        vm.prank(issuer);
        token.setDocument("prospectus", "https://example.com/p", DOC);
        vm.prank(issuer);
        token.setDocument("articles", "https://example.com/a", 0);
        vm.warp(START + 9);
        vm.expectEmit(address(token));
        emit DocumentUpdated("articles", "https://example.com/a2", DOC);
        vm.prank(issuer);
        token.setDocument("articles", "https://example.com/a2", DOC);
        eq(token.getAllDocuments().length, 2, "replaced, not added");
        (string memory uri, bytes32 hash, uint256 time) = token.getDocument("articles");
        vm.assertEq(uri, "https://example.com/a2", "uri");
        vm.assertEq(hash, DOC, "hash");
        eq(time, START + 9, "time");
        vm.expectEmit(address(token));
        emit DocumentRemoved("prospectus", "https://example.com/p", DOC);
        vm.prank(issuer);
        token.removeDocument("prospectus");
        bytes32[] memory left = token.getAllDocuments();
        eq(left.length, 1, "one left");
        vm.assertEq(left[0], "articles", "name");
        vm.prank(issuer);
        token.removeDocument("articles");
        eq(token.getAllDocuments().length, 0, "none left");
        refuse(issuer, abi.encodeWithSignature("DocumentUnknown(bytes32)", bytes32("articles")));
        token.removeDocument("articles");
    }
}
