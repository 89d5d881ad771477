// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Ballot} from "../src/Ballot.sol";
import {IBallot} from "../src/interfaces/IBallot.sol";
import {IKycRegistry} from "../src/interfaces/IKycRegistry.sol";
import {Base, Vm} from "./Base.sol";
import {Wallet} from "./odd/Policies.sol";

contract BallotTest is Base {
    event Voted(address indexed voter, uint256 indexed option, uint256 votes);
    event Reassigned(address indexed lost, address indexed fresh, uint256 votes);

    uint40 private constant OPENS = uint40(START + 100);
    uint40 private constant CLOSES = uint40(START + 200);
    uint256 private constant KEY = 0xA11CE5;

    Ballot private ballots;
    address private signer;

    function setUp() public override {
        super.setUp();
        ballots = new Ballot();
        signer = vm.addr(KEY);
        issue(alice, 300);
        issue(bob, 100);
        issue(signer, 50);
        vm.prank(issuer);
        token.setRecordDate(0);
        vm.warp(START + 1);
    }

    function terms(IKycRegistry r) private view returns (IBallot.Terms memory) {
        return IBallot.Terms(token, r, issuer, uint40(START), OPENS, CLOSES, 5000, 3, "proposal");
    }

    function create(IKycRegistry r, address[] memory excluded) private returns (Ballot b) {
        b = Ballot(ballots.create(terms(r), excluded, 0));
        vm.warp(OPENS);
    }

    function open() private returns (Ballot) {
        return create(IKycRegistry(address(0)), new address[](0));
    }

    function test_create() public {
        vm.recordLogs();
        Ballot b = create(registry, one(carol));
        Vm.Log memory log = vm.getRecordedLogs()[0];
        eq(uint256(log.topics[0]), uint256(keccak256("BallotCreated(address,address,address)")), "event");
        eq(uint256(log.topics[1]), uint160(address(b)), "its ballot");
        vm.assertEq(address(b.token()), address(token), "token");
        vm.assertEq(address(b.registry()), address(registry), "registry");
        vm.assertEq(b.issuer(), issuer, "issuer");
        eq(b.recordDate(), START, "record date");
        eq(b.opens(), OPENS, "opens");
        eq(b.closes(), CLOSES, "closes");
        eq(b.quorum(), 5000, "quorum");
        eq(b.options(), 3, "options");
        vm.assertEq(b.proposal(), bytes32("proposal"), "proposal");
        vm.assertEq(b.excluded()[0], carol, "excluded");
    }

    function test_RevertWhen_theTermsAreWrong() public {
        IBallot.Terms memory t = terms(registry);
        t.options = 0;
        wrong(t, abi.encodeWithSignature("OptionsInvalid(uint256)", 0));
        t = terms(registry);
        t.quorum = 10001;
        wrong(t, abi.encodeWithSignature("QuorumInvalid(uint256)", 10001));
        t = terms(registry);
        t.closes = t.opens;
        wrong(t, abi.encodeWithSignature("TimesInvalid()"));
        t = terms(registry);
        t.recordDate = t.closes;
        wrong(t, abi.encodeWithSignature("TimesInvalid()"));
        t = terms(registry);
        (t.opens, t.closes) = (uint40(START), uint40(START + 1));
        t.recordDate = uint40(START - 5);
        wrong(t, abi.encodeWithSignature("TimesInvalid()"));
        t = terms(registry);
        t.quorum = 10000;
        ballots.create(t, new address[](0), 0);
    }

    function wrong(IBallot.Terms memory t, bytes memory err) private {
        vm.expectRevert(err);
        ballots.create(t, new address[](0), 0);
    }

    function test_vote() public {
        Ballot b = open();
        eq(b.votesOf(pair(alice, carol))[0], 300, "alice's votes");
        vm.prank(alice);
        token.transfer(carol, 300); // after the record date
        vm.expectEmit(address(b));
        emit Voted(alice, 2, 300);
        vm.prank(alice);
        b.vote(2);
        yes(b.served(alice), "voted");
        (uint256[] memory votes, uint256 cast, uint256 entitled, bool quorate, bool over) = b.tally();
        eq(votes.length, 3, "options");
        eq(votes[2], 300, "votes");
        eq(cast, 300, "cast");
        eq(entitled, 450, "entitled");
        yes(quorate && !over, "quorate, not over");
        refuse(alice, abi.encodeWithSignature("AlreadyServed(address)", alice));
        b.vote(1);
        refuse(carol, abi.encodeWithSignature("NotEntitled(address)", carol));
        b.vote(1);
        refuse(bob, abi.encodeWithSignature("OptionUnknown(uint256)", 3));
        b.vote(3);
    }

    function testFuzz_quorum(uint16 quorum, bool a, bool c) public {
        IBallot.Terms memory t = terms(IKycRegistry(address(0)));
        t.quorum = uint16(bound(quorum, 0, 10000));
        Ballot b = Ballot(ballots.create(t, one(signer), 0));
        vm.warp(OPENS);
        if (a) {
            vm.prank(alice);
            b.vote(0);
        }
        if (c) {
            vm.prank(bob);
            b.vote(0);
        }
        uint256 cast = (a ? 300 : 0) + (c ? 100 : 0);
        (,, uint256 entitled, bool quorate,) = b.tally();
        eq(entitled, 400, "without the excluded");
        yes(quorate == (cast * 10000 >= 400 * uint256(t.quorum)), "quorate");
    }

    function test_quorumIsMetToTheVote() public {
        for (uint16 quorum = 2500; quorum < 2502; ++quorum) {
            IBallot.Terms memory t = terms(IKycRegistry(address(0)));
            t.quorum = quorum;
            Ballot b = Ballot(ballots.create(t, one(signer), bytes32(uint256(quorum))));
            vm.warp(OPENS);
            vm.prank(bob); // 100 of 400
            b.vote(0);
            (,,, bool quorate,) = b.tally();
            yes(quorate == (quorum == 2500), "quorate");
        }
    }

    function test_overFromTheSecondThatItCloses() public {
        Ballot b = open();
        vm.warp(CLOSES - 1);
        (,,,, bool over) = b.tally();
        no(over, "a second before");
        vm.warp(CLOSES);
        (,,,, over) = b.tally();
        yes(over, "closed");
    }

    function test_severalExcludedHaveNoVote() public {
        Ballot b = create(IKycRegistry(address(0)), pair(bob, signer));
        eq(b.entitledSupply(), 300, "entitled");
        refuse(bob, abi.encodeWithSignature("NotEntitled(address)", bob));
        b.vote(0);
        refuse(signer, abi.encodeWithSignature("NotEntitled(address)", signer));
        b.vote(0);
    }

    function testFuzz_deadlines(uint40 time) public {
        Ballot b = open();
        time = uint40(bound(time, START + 1, START + 300));
        vm.warp(time);
        if (time < OPENS) refuse(alice, abi.encodeWithSignature("NotOpen(uint256)", OPENS));
        else if (time >= CLOSES) refuse(alice, abi.encodeWithSignature("Over(uint256)", CLOSES));
        else vm.prank(alice);
        b.vote(0);
        (,,,, bool over) = b.tally();
        yes(over == (time >= CLOSES), "over");
    }

    function testFuzz_voteSplit(uint256 x, uint256 y, uint256 z) public {
        Ballot b = open();
        uint256[] memory votes = new uint256[](3);
        (votes[0], votes[1], votes[2]) = (bound(x, 0, 400), bound(y, 0, 400), bound(z, 0, 400));
        uint256 sum = votes[0] + votes[1] + votes[2];
        if (sum == 0) {
            refuse(alice, abi.encodeWithSignature("NotEntitled(address)", alice));
        } else if (sum > 300) {
            vm.prank(alice);
            (bool ok,) = address(b).call(abi.encodeCall(b.voteSplit, (votes)));
            no(ok, "too many");
            return;
        } else {
            vm.prank(alice);
        }
        b.voteSplit(votes);
        (uint256[] memory got, uint256 cast,,,) = b.tally();
        eq(cast, sum, "cast");
        for (uint256 i; i < 3; ++i) {
            eq(got[i], votes[i], "votes");
        }
    }

    function test_RevertWhen_splittingWrongly() public {
        Ballot b = open();
        refuse(alice, abi.encodeWithSignature("TooManyVotes(uint256,uint256)", 101, 100));
        b.voteSplit(pair(200, 101));
        uint256[] memory four = new uint256[](4);
        four[3] = 1;
        refuse(alice, abi.encodeWithSignature("OptionUnknown(uint256)", 3));
        b.voteSplit(four);
        refuse(alice, abi.encodeWithSignature("NotEntitled(address)", alice));
        b.voteSplit(pair(0, 0));
        uint256[] memory five = new uint256[](5);
        (five[0], five[1]) = (200, 99);
        vm.prank(alice);
        b.voteSplit(five); // none for options that there are not
        refuse(alice, abi.encodeWithSignature("AlreadyServed(address)", alice));
        b.voteSplit(pair(1, 0));
    }

    function sign(Ballot b, address voter, uint256 option, uint256 deadline) private view returns (bytes memory) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Ballot"),
                keccak256("1"),
                block.chainid,
                address(b)
            )
        );
        bytes32 s = keccak256(
            abi.encode(keccak256("Vote(address voter,uint256 option,uint256 deadline)"), voter, option, deadline)
        );
        (uint8 v, bytes32 r, bytes32 z) = vm.sign(KEY, keccak256(abi.encodePacked(hex"1901", domain, s)));
        return abi.encodePacked(r, z, v);
    }

    function test_voteBySignature() public {
        Ballot b = open();
        bytes memory s = sign(b, signer, 1, OPENS);
        vm.expectEmit(address(b));
        emit Voted(signer, 1, 50);
        vm.prank(bob);
        b.voteBySignature(signer, 1, OPENS, s);
        vm.expectRevert(abi.encodeWithSignature("AlreadyServed(address)", signer));
        b.voteBySignature(signer, 1, OPENS, s);
        (, string memory name, string memory version,, address at_,,) = b.eip712Domain();
        vm.assertEq(name, "Ballot", "name");
        vm.assertEq(version, "1", "version");
        vm.assertEq(at_, address(b), "contract");
    }

    function test_voteBySignatureOfAContract() public {
        address wallet = address(new Wallet(signer));
        issue(wallet, 5);
        vm.prank(issuer);
        token.setRecordDate(0);
        IBallot.Terms memory t = terms(IKycRegistry(address(0)));
        t.recordDate = uint40(START + 1);
        Ballot b = Ballot(ballots.create(t, new address[](0), 0));
        vm.warp(OPENS);
        b.voteBySignature(wallet, 0, CLOSES, sign(b, wallet, 0, CLOSES));
        (uint256[] memory votes,,,,) = b.tally();
        eq(votes[0], 5, "votes");
    }

    function test_RevertWhen_aSignatureIsLateOrForged() public {
        Ballot b = open();
        bytes memory s = sign(b, signer, 1, OPENS - 1);
        vm.expectRevert(abi.encodeWithSignature("SignatureExpired(uint256)", OPENS - 1));
        b.voteBySignature(signer, 1, OPENS - 1, s);
        s = sign(b, signer, 1, OPENS);
        vm.expectRevert(abi.encodeWithSignature("SignatureInvalid(address)", signer));
        b.voteBySignature(signer, 2, OPENS, s);
        vm.expectRevert(abi.encodeWithSignature("SignatureInvalid(address)", alice));
        b.voteBySignature(alice, 1, OPENS, s);
        Ballot other = Ballot(ballots.create(terms(IKycRegistry(address(0))), new address[](0), "other"));
        vm.expectRevert(abi.encodeWithSignature("SignatureInvalid(address)", signer));
        other.voteBySignature(signer, 1, OPENS, s);
    }

    function test_RevertWhen_notWhitelisted() public {
        Ballot b = create(registry, new address[](0));
        refuse(alice, abi.encodeWithSignature("NotWhitelisted(address)", alice));
        b.vote(0);
        whitelist(alice, true);
        vm.prank(alice);
        b.vote(0);
    }

    function test_excludedHaveNoVotes() public {
        Ballot b = create(IKycRegistry(address(0)), one(alice));
        refuse(alice, abi.encodeWithSignature("NotEntitled(address)", alice));
        b.vote(0);
        eq(b.votesOf(one(alice))[0], 0, "none");
    }

    function test_reassign() public {
        whitelist(alice, true);
        whitelist(bob, true);
        Ballot b = create(registry, new address[](0));
        vm.prank(issuer);
        registry.move(alice, carol, 0);
        refuse(alice, abi.encodeWithSignature("NotIssuer(address)", alice));
        b.reassign(alice, carol);
        vm.expectEmit(address(b));
        emit Reassigned(alice, carol, 300);
        vm.prank(issuer);
        b.reassign(alice, carol);
        eq(b.votesOf(one(carol))[0], 300, "carol's votes");
        refuse(issuer, abi.encodeWithSignature("AlreadyServed(address)", alice));
        b.reassign(alice, bob);
        // The fresh wallet is lost in turn; bob adds his own.
        vm.prank(issuer);
        b.reassign(carol, bob);
        vm.prank(bob);
        b.vote(1);
        (uint256[] memory votes,,,,) = b.tally();
        eq(votes[1], 400, "votes");
    }

    function test_RevertWhen_reassigningCanNotBe() public {
        Ballot b = open();
        refuse(issuer, abi.encodeWithSignature("NotEntitled(address)", alice));
        b.reassign(alice, alice);
        refuse(issuer, abi.encodeWithSignature("NotEntitled(address)", carol));
        b.reassign(carol, alice);
        vm.prank(bob);
        b.vote(0);
        refuse(issuer, abi.encodeWithSignature("AlreadyServed(address)", bob));
        b.reassign(alice, bob);
        refuse(issuer, abi.encodeWithSignature("AlreadyServed(address)", bob));
        b.reassign(bob, carol);
        vm.warp(CLOSES);
        refuse(issuer, abi.encodeWithSignature("Over(uint256)", CLOSES));
        b.reassign(alice, carol);
    }
}
