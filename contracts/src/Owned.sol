// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {IERC5313} from "@openzeppelin/contracts/interfaces/IERC5313.sol";

/// Roles, and an owner() for those who look for one: the account that was last
/// made administrator, zero once that one has ceased to be it. The owner has no
/// power but that of its roles.
abstract contract Owned is AccessControl, IERC5313 {
    /// The zero address can't be the issuer.
    error IssuerInvalid();

    address private _owner;

    /// @inheritdoc IERC5313
    function owner() external view returns (address) {
        return _owner;
    }

    /// Whether it has that interface (ERC-165). Never reverts.
    function supportsInterface(bytes4 id) public view virtual override returns (bool) {
        return id == type(IERC5313).interfaceId || super.supportsInterface(id);
    }

    function _grantRole(bytes32 role, address account) internal override returns (bool granted) {
        granted = super._grantRole(role, account);
        if (granted && role == DEFAULT_ADMIN_ROLE) _owner = account;
    }

    function _revokeRole(bytes32 role, address account) internal override returns (bool revoked) {
        revoked = super._revokeRole(role, account);
        if (revoked && role == DEFAULT_ADMIN_ROLE && _owner == account) _owner = address(0);
    }
}
