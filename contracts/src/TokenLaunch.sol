// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {SecurityToken} from "./SecurityToken.sol";
import {ITransferPolicy} from "./interfaces/ITransferPolicy.sol";

/// A SecurityToken that is ready from its first block on: policy, further roles
/// and first issue are part of its construction. What is left on the chain is
/// SecurityToken's code.
contract TokenLaunch is SecurityToken {
    /// What it starts with: the policy (zero: none), accounts that get a role
    /// each besides the issuer, who has all, and the first holders, whom the
    /// policy must accept.
    struct Start {
        ITransferPolicy policy;
        bytes32[] roles;
        address[] accounts;
        address[] holders;
        uint256[] amounts;
    }

    constructor(
        string memory name_,
        string memory symbol_,
        string memory url_,
        uint8 decimals_,
        address issuer,
        Start memory start
    ) SecurityToken(name_, symbol_, url_, decimals_, issuer) {
        if (start.roles.length != start.accounts.length) {
            revert LengthMismatch(start.accounts.length, start.roles.length);
        }
        if (start.holders.length != start.amounts.length) {
            revert LengthMismatch(start.holders.length, start.amounts.length);
        }
        for (uint256 i; i < start.roles.length; ++i) {
            _grantRole(start.roles[i], start.accounts[i]);
        }
        _setPolicy(start.policy);
        for (uint256 i; i < start.holders.length; ++i) {
            _issue(start.holders[i], start.amounts[i]);
        }
    }
}
