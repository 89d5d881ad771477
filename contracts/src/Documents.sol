// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC1643} from "./interfaces/IERC1643.sol";

/// ERC-1643: the documents attached to a token.
abstract contract Documents is IERC1643 {
    struct Document {
        bytes32 hash;
        uint40 changed;
        /// Place in the list of names plus one; 0 where there is no document.
        uint32 place;
        string uri;
    }

    /// There is no document of that name.
    error DocumentUnknown(bytes32 name);

    mapping(bytes32 name => Document) private _documents;
    bytes32[] private _documentNames;

    /// @inheritdoc IERC1643
    function getDocument(bytes32 name) external view returns (string memory, bytes32, uint256) {
        Document storage d = _documents[name];
        return (d.uri, d.hash, d.changed);
    }

    /// @inheritdoc IERC1643
    function getAllDocuments() external view returns (bytes32[] memory) {
        return _documentNames;
    }

    function _setDocument(bytes32 name, string calldata uri, bytes32 hash) internal {
        Document storage d = _documents[name];
        if (d.place == 0) {
            _documentNames.push(name);
            d.place = uint32(_documentNames.length);
        }
        d.hash = hash;
        d.changed = uint40(block.timestamp);
        d.uri = uri;
        emit DocumentUpdated(name, uri, hash);
    }

    function _removeDocument(bytes32 name) internal {
        Document storage d = _documents[name];
        uint32 place = d.place;
        if (place == 0) revert DocumentUnknown(name);
        bytes32 last = _documentNames[_documentNames.length - 1];
        _documentNames[place - 1] = last;
        _documents[last].place = place;
        _documentNames.pop();
        emit DocumentRemoved(name, d.uri, d.hash);
        delete _documents[name];
    }
}
