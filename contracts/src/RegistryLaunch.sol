// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {KycRegistry} from "./KycRegistry.sol";

/// A KycRegistry with its first entries: they are part of its construction. What
/// is left on the chain is KycRegistry's code.
contract RegistryLaunch is KycRegistry {
    constructor(address issuer, address[] memory accounts, uint256[] memory entries) KycRegistry(issuer) {
        if (accounts.length != entries.length) revert LengthMismatch(accounts.length, entries.length);
        uint256 n;
        for (uint256 i; i < accounts.length; ++i) {
            n = _set(accounts[i], entries[i], n);
        }
        count = n;
        if (n != 0) emit Written(msg.sender, accounts.length);
    }
}
