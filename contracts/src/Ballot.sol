// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {AtRecordDate} from "./AtRecordDate.sol";
import {Domain} from "./Domain.sol";
import {IBallot} from "./interfaces/IBallot.sol";

/// A vote of a token's holders at a record date: see IBallot.
contract Ballot is AtRecordDate, Domain, IBallot {
    bytes32 private constant VOTE_TYPEHASH = keccak256("Vote(address voter,uint256 option,uint256 deadline)");
    uint256 private constant FULL = 10_000;

    mapping(uint256 option => uint256) private _votes;
    /// Votes that came from lost wallets.
    mapping(address account => uint256) private _inherited;

    /// @inheritdoc IBallot
    function create(Terms calldata t, address[] calldata excluded_, bytes32 salt) external returns (address ballot) {
        if (t.options == 0) revert OptionsInvalid(t.options);
        if (t.quorum > FULL) revert QuorumInvalid(t.quorum);
        if (t.closes <= t.opens || t.closes <= t.recordDate || t.closes <= block.timestamp) revert TimesInvalid();
        bytes memory own = abi.encodePacked(t.opens, t.closes, t.quorum, t.options, t.proposal);
        ballot = _clone(t.token, t.registry, t.issuer, t.recordDate, own, excluded_, salt);
        emit BallotCreated(ballot, address(t.token), msg.sender);
    }

    /// @inheritdoc IBallot
    function opens() public view returns (uint40) {
        return uint40(_arg(OWN_ARGS_AT, 5));
    }

    /// @inheritdoc IBallot
    function closes() public view returns (uint40) {
        return uint40(_arg(OWN_ARGS_AT + 5, 5));
    }

    /// @inheritdoc IBallot
    function quorum() public view returns (uint16) {
        return uint16(_arg(OWN_ARGS_AT + 10, 2));
    }

    /// @inheritdoc IBallot
    function options() public view returns (uint8) {
        return uint8(_arg(OWN_ARGS_AT + 12, 1));
    }

    /// @inheritdoc IBallot
    function proposal() external view returns (bytes32) {
        return bytes32(_arg(OWN_ARGS_AT + 13, 32));
    }

    /// @inheritdoc IBallot
    function votesOf(address[] calldata accounts) external view returns (uint256[] memory votes) {
        votes = token().balancesOfAt(recordDate(), accounts);
        for (uint256 i; i < accounts.length; ++i) {
            if (_isExcluded(accounts[i])) votes[i] = 0;
            votes[i] += _inherited[accounts[i]];
        }
    }

    /// @inheritdoc IBallot
    function tally()
        external
        view
        returns (uint256[] memory votes, uint256 cast, uint256 entitled, bool quorate, bool over)
    {
        votes = new uint256[](options());
        for (uint256 i; i < votes.length; ++i) {
            votes[i] = _votes[i];
            cast += votes[i];
        }
        entitled = entitledSupply();
        // Both are sums of balances, which have at most 128 bits.
        quorate = cast * FULL >= entitled * quorum();
        over = block.timestamp >= closes();
    }

    /// @inheritdoc IBallot
    function vote(uint256 option) external {
        _voteAll(msg.sender, option);
    }

    /// @inheritdoc IBallot
    function voteSplit(uint256[] calldata votes) external {
        uint256 entitled = _start(msg.sender);
        uint256 left = entitled;
        for (uint256 i; i < votes.length; ++i) {
            if (votes[i] == 0) continue;
            if (votes[i] > left) revert TooManyVotes(votes[i], left);
            left -= votes[i];
            _count(msg.sender, i, votes[i]);
        }
        if (left == entitled) revert NotEntitled(msg.sender);
    }

    /// @inheritdoc IBallot
    function voteBySignature(address voter, uint256 option, uint256 deadline, bytes calldata signature) external {
        if (block.timestamp > deadline) revert SignatureExpired(deadline);
        bytes32 digest = _digest(keccak256(abi.encode(VOTE_TYPEHASH, voter, option, deadline)));
        if (!SignatureChecker.isValidSignatureNow(voter, digest, signature)) revert SignatureInvalid(voter);
        _voteAll(voter, option);
    }

    /// @inheritdoc IBallot
    function reassign(address lost, address fresh) external onlyIssuer {
        if (block.timestamp >= closes()) revert Over(closes());
        _validIndex(fresh);
        if (served(fresh)) revert AlreadyServed(fresh);
        uint256 votes = _heldBy(lost) + _inherited[lost];
        if (votes == 0 || lost == fresh) revert NotEntitled(lost);
        if (!_serve(lost, _anyIndex(lost))) revert AlreadyServed(lost);
        delete _inherited[lost];
        _inherited[fresh] += votes;
        emit Reassigned(lost, fresh, votes);
    }

    function _domainName() internal pure override returns (string memory) {
        return "Ballot";
    }

    /// Where the list of the excluded begins.
    function _excludedAt() internal pure override returns (uint256) {
        return OWN_ARGS_AT + 45;
    }

    function _voteAll(address voter, uint256 option) private {
        _count(voter, option, _start(voter));
    }

    /// Marks the voter as having voted; returns all the votes it has.
    function _start(address voter) private returns (uint256 votes) {
        if (block.timestamp < opens()) revert NotOpen(opens());
        if (block.timestamp >= closes()) revert Over(closes());
        votes = _heldBy(voter) + _inherited[voter];
        if (votes == 0) revert NotEntitled(voter);
        if (!_serve(voter, _validIndex(voter))) revert AlreadyServed(voter);
    }

    function _count(address voter, uint256 option, uint256 votes) private {
        if (option >= options()) revert OptionUnknown(option);
        _votes[option] += votes;
        emit Voted(voter, option, votes);
    }
}
