// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {IERC5313} from "@openzeppelin/contracts/interfaces/IERC5313.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

import {IERC1404} from "./IERC1404.sol";
import {IERC1643} from "./IERC1643.sol";
import {IERC7943Fungible} from "./IERC7943Fungible.sol";
import {IRecordDates} from "./IRecordDates.sol";
import {ITransferPolicy} from "./ITransferPolicy.sol";

/// A share series or other security, as an ERC-20 token. All amounts are in the
/// token's smallest units, and none, nor the supply, goes over 128 bits.
interface ISecurityToken is
    IAccessControl,
    IERC165,
    IERC5313,
    IERC20Metadata,
    IERC20Permit,
    IERC5267,
    IERC7943Fungible,
    IERC1404,
    IERC1643,
    IRecordDates
{
    event PolicyChanged(address indexed policy, uint8 kinds, address indexed operator);
    event InfoChanged(string name, string symbol, string url);
    event AddressFrozen(address indexed account, bool indexed frozen, address indexed operator);
    event Paused(address account);
    event Unpaused(address account);
    event Closed(address indexed operator);

    /// A balance was changed by the issuer's power: `kind` is BURN, FORCED or
    /// RECOVERY of Kinds.sol. `pastPolicy` says that the transfer policy was
    /// asked, was broken, and that the change was made without its word.
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

    /// The issuer's word to the holders; kept in the log only.
    event Announcement(
        bytes32 indexed kind, address indexed subject, address indexed operator, string name, string uri, bytes32 hash
    );

    /// The policy says no, for the reason of that code.
    error TransferRestricted(uint8 code, address from, address to, uint256 value);
    /// The policy reverts or answers nonsense.
    error PolicyBroken(address policy);
    /// The policy used all the gas of the transaction.
    error PolicyOutOfGas(address policy);
    /// What was to become the policy is no policy.
    error PolicyInvalid(address policy);
    error AddressIsFrozen(address account);
    error EnforcedPause();
    error ExpectedPause();
    error TokenClosed();
    /// A token can only be closed once all of it has been burned.
    error SupplyNotZero(uint256 supply);
    /// The supply would go over 128 bits.
    error SupplyOverflow(uint256 supply, uint256 value);
    error LengthMismatch(uint256 accounts, uint256 values);
    error RecoverToSame(address account);
    error PermitExpired(uint256 deadline);
    error PermitInvalid(address owner);

    /// The version of this contract's code. Never reverts; nor do the views
    /// below, which anyone may ask.
    function version() external view returns (string memory);

    /// Where the issuer tells about the security: text of the issuer's, to be
    /// treated as others' input wherever it is shown, as name and symbol are.
    function url() external view returns (string memory);

    /// The transfer policy, zero when transfers are unrestricted.
    function policy() external view returns (ITransferPolicy);

    /// Whether holders' transfers are stopped for the time being.
    function paused() external view returns (bool);

    /// Whether the token has ended for good.
    function closed() external view returns (bool);

    /// Whether the whole address is frozen. Part of it may be frozen besides:
    /// getFrozenTokens.
    function isFrozen(address account) external view returns (bool);

    /// ERC-2612's permit with a signature of any form, ERC-1271's included.
    /// Anyone may bring the signature; it counts once. Reverts after `deadline`
    /// (seconds) and where the signature is not the owner's over the next nonce.
    /// Does not check whether a transfer would be allowed.
    function permit(address owner, address spender, uint256 value, uint256 deadline, bytes calldata signature) external;

    /// Creates tokens. Role ISSUE. Reverts where the receiver is zero, the token
    /// itself or frozen, the token is closed, the policy says no, or the supply
    /// would go over 128 bits. Works while paused.
    function issue(address to, uint256 value) external;

    /// Creates tokens for many, all or none. Role ISSUE. Reverts as issue does,
    /// and where the lists differ in length. An account may be there twice.
    function batchIssue(address[] calldata to, uint256[] calldata values) external;

    /// Many transfers from the sender, all or none. Anyone, of its own tokens.
    /// Reverts as transfer does for the first row that can't be, and where the
    /// lists differ in length.
    function batchTransfer(address[] calldata to, uint256[] calldata values) external;

    /// Destroys a holder's tokens, frozen ones included. Role BURN. Reverts where
    /// there are not as many, or a policy that wants to know of burns says no;
    /// a broken one is passed by, which the event tells. Works while paused and
    /// closed. Reason and document are recorded, not checked.
    function burn(address from, uint256 value, string calldata reason, bytes32 document) external;

    /// Moves a holder's tokens, frozen ones included. Role FORCE. Reverts where
    /// there are not as many, the receiver is frozen or no valid address, the
    /// token is closed, or the policy says no; a broken policy is passed by,
    /// which the event tells. Reason and document are recorded, not checked.
    function forcedTransfer(address from, address to, uint256 value, string calldata reason, bytes32 document) external;

    /// Moves all that a lost wallet holds, its partial freeze included, to a
    /// fresh one and freezes the lost one. Role RECOVERY. Reverts as a forced
    /// transfer does, and where both are the same. Past entitlements stay with
    /// the lost wallet: see Payout.payTo and Ballot.reassign. Does not check
    /// that both wallets are one person's: that is the registrar's to know.
    function recover(address lost, address fresh, string calldata reason, bytes32 document) external;

    /// Freezes or unfreezes a whole address: it neither sends nor receives, but
    /// for the issuer's burns, forced transfers and recovery away from it. Role
    /// FREEZE. Reverts for the zero address.
    function setAddressFrozen(address account, bool frozen) external;

    /// Stops the holders' transfers, not what the issuer does. Role PAUSE.
    /// Reverts where it is paused already.
    function pause() external;

    /// Lets holders transfer again. Role PAUSE. Reverts where it is not paused.
    function unpause() external;

    /// Ends the token for good, once its supply is 0; its history stays
    /// readable. Role DEFAULT_ADMIN. Reverts while there is supply, and twice.
    function close() external;

    /// Sets or, with zero, takes away the transfer policy. Role POLICY. Reverts
    /// where the address does not answer `kinds` as a policy does. Does not check
    /// what the policy decides, nor holders who are there already.
    function setPolicy(ITransferPolicy newPolicy) external;

    /// Changes what the token tells about itself. Role INFO. Nothing is checked;
    /// signed approvals stay valid, since their domain has a name of its own.
    function setInfo(string calldata newName, string calldata newSymbol, string calldata newUrl) external;

    /// Writes an announcement to the log: what kind, which contract or account
    /// it is about, name, place and hash of the text. Role ANNOUNCE. Nothing is
    /// checked, and nothing stored.
    function announce(bytes32 kind, address subject, string calldata name, string calldata uri, bytes32 hash) external;
}
