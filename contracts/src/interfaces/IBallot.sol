// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IKycRegistry} from "./IKycRegistry.sol";
import {IRecordDates} from "./IRecordDates.sol";

/// A vote of the holders of a token at a record date: as many votes as smallest
/// units held, for one of several options or split between them, once and for
/// good. Times are in seconds. Votes are public.
interface IBallot {
    event BallotCreated(address indexed ballot, address indexed token, address indexed creator);
    event Voted(address indexed voter, uint256 indexed option, uint256 votes);
    /// The votes of a lost wallet were given to a fresh one.
    event Reassigned(address indexed lost, address indexed fresh, uint256 votes);

    /// No options, or over 255.
    error OptionsInvalid(uint256 options);
    error OptionUnknown(uint256 option);
    error QuorumInvalid(uint256 basisPoints);
    error NotOpen(uint256 opens);
    error Over(uint256 closes);
    /// More votes than the voter has.
    error TooManyVotes(uint256 votes, uint256 entitled);
    error SignatureExpired(uint256 deadline);
    error SignatureInvalid(address voter);

    /// What a ballot is about. `proposal` is the hash of the text that is voted
    /// on; `quorum` is in basis points of the entitled supply.
    struct Terms {
        IRecordDates token;
        IKycRegistry registry;
        address issuer;
        uint40 recordDate;
        uint40 opens;
        uint40 closes;
        uint16 quorum;
        uint8 options;
        bytes32 proposal;
    }

    /// Makes a ballot, at an address that depends on all arguments and the
    /// sender. Anyone may, for any token: that a ballot is the issuer's own is
    /// what the token's announcement says. Reverts where times are out of order
    /// or past, the quorum is over 10,000 or there are no options. Does not
    /// check that the record date is registered: voting does.
    function create(Terms calldata terms, address[] calldata excluded, bytes32 salt) external returns (address ballot);

    /// From when on votes count.
    function opens() external view returns (uint40);

    /// Until when votes count, the time itself not included.
    function closes() external view returns (uint40);

    /// Basis points of the entitled supply that must have been cast.
    function quorum() external view returns (uint16);

    /// How many options there are; they count from 0.
    function options() external view returns (uint8);

    /// Hash of the text that is voted on.
    function proposal() external view returns (bytes32);

    /// How many votes each of the accounts has, whether cast or not.
    function votesOf(address[] calldata accounts) external view returns (uint256[] memory);

    /// The votes by option, all votes cast, all there are, whether the quorum is
    /// reached and whether voting is over. Reverts before the record date is over.
    function tally()
        external
        view
        returns (uint256[] memory votes, uint256 cast, uint256 entitled, bool quorate, bool over);

    /// Casts all the sender's votes for one option. Reverts outside the time of
    /// voting, where the sender has voted, has no votes, or is not whitelisted.
    function vote(uint256 option) external;

    /// Casts the sender's votes option by option, for a nominee with several
    /// clients; what is not cast is lost. Reverts as vote does.
    function voteSplit(uint256[] calldata votes) external;

    /// Casts another's votes, who signed `Vote(address voter,uint256 option,uint256 deadline)`
    /// (EIP-712, or ERC-1271 for a contract); anyone may bring the signature.
    function voteBySignature(address voter, uint256 option, uint256 deadline, bytes calldata signature) external;

    /// Gives the votes of a lost wallet to a fresh one; issuer only, before
    /// either has voted and before voting is over.
    function reassign(address lost, address fresh) external;
}
