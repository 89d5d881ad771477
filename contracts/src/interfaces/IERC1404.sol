// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// ERC-1404; interface id 0xab84a5c8.
interface IERC1404 {
    /// The code of what stands against a transfer, 0 when nothing does.
    function detectTransferRestriction(address from, address to, uint256 value) external view returns (uint8);

    /// A restriction code in words.
    function messageForTransferRestriction(uint8 restrictionCode) external view returns (string memory);
}
