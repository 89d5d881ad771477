// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// ERC-1643: documents attached to a token, by a name of at most 32 bytes.
interface IERC1643 {
    event DocumentUpdated(bytes32 indexed name, string uri, bytes32 documentHash);
    event DocumentRemoved(bytes32 indexed name, string uri, bytes32 documentHash);

    /// Attaches a document, or replaces the one of that name. Role ANNOUNCE.
    /// Checks neither URI nor hash.
    function setDocument(bytes32 name, string calldata uri, bytes32 documentHash) external;

    /// Removes the document of that name. Role ANNOUNCE. Reverts where there is
    /// none.
    function removeDocument(bytes32 name) external;

    /// URI, hash and the time of the last change; nothing for an unknown name.
    function getDocument(bytes32 name) external view returns (string memory, bytes32, uint256);

    /// The names of all documents attached now, in no particular order.
    function getAllDocuments() external view returns (bytes32[] memory);
}
