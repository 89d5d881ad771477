// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";

/// The EIP-712 domain of signed messages to one of our contracts: a fixed name,
/// version 1, this chain, this contract. OpenZeppelin's EIP712 caches it in
/// immutables and knows long names, for 600 bytes more; signatures are too rare
/// here for that to pay.
abstract contract Domain is IERC5267 {
    bytes32 private constant DOMAIN_TYPEHASH =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");

    /// The fields of the domain (ERC-5267); anyone may ask, never reverts.
    function eip712Domain()
        external
        view
        returns (
            bytes1 fields,
            string memory name,
            string memory version,
            uint256 chainId,
            address verifyingContract,
            bytes32 salt,
            uint256[] memory extensions
        )
    {
        return (hex"0f", _domainName(), "1", block.chainid, address(this), 0, extensions);
    }

    function _domainName() internal pure virtual returns (string memory);

    function _domainSeparator() internal view returns (bytes32) {
        return keccak256(
            abi.encode(DOMAIN_TYPEHASH, keccak256(bytes(_domainName())), keccak256("1"), block.chainid, address(this))
        );
    }

    /// What the signer of a struct signs.
    function _digest(bytes32 structHash) internal view returns (bytes32) {
        return MessageHashUtils.toTypedDataHash(_domainSeparator(), structHash);
    }
}
