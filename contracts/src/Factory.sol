// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// Deploys contracts at addresses known beforehand, several in one transaction,
/// all or none. It holds no power over what it deploys, at no time: what a token
/// starts with is in its constructor (TokenLaunch, RegistryLaunch). Addresses
/// depend on the sender, so that nobody can take another's.
contract Factory {
    event Launched(address indexed sender, bytes32 indexed salt, address[] contracts);

    /// That creation code reverted, with what it reverted with, or was deployed
    /// before under the same salt (then without a reason).
    error LaunchFailed(uint256 place, bytes reason);

    /// Deploys each creation code (with its constructor arguments) by CREATE2.
    /// Anyone may call it. Reverts where any of them does; does not check what
    /// the code is. Returns the addresses, which are those of `predict`.
    function launch(bytes32 salt, bytes[] calldata creations) external returns (address[] memory contracts) {
        contracts = new address[](creations.length);
        bytes32 own = _own(msg.sender, salt);
        for (uint256 i; i < creations.length; ++i) {
            bytes memory code = creations[i];
            address made;
            assembly ("memory-safe") {
                made := create2(0, add(code, 32), mload(code), own)
            }
            if (made == address(0)) {
                bytes memory reason;
                assembly ("memory-safe") {
                    reason := mload(0x40)
                    mstore(reason, returndatasize())
                    returndatacopy(add(reason, 32), 0, returndatasize())
                    mstore(0x40, add(add(reason, 32), returndatasize()))
                }
                revert LaunchFailed(i, reason);
            }
            contracts[i] = made;
        }
        emit Launched(msg.sender, salt, contracts);
    }

    /// Where `launch` by that sender puts a contract, by the hash of its creation
    /// code with arguments. Never reverts.
    function predict(address sender, bytes32 salt, bytes32 creationHash) external view returns (address) {
        return address(
            uint160(uint256(keccak256(abi.encodePacked(bytes1(0xff), address(this), _own(sender, salt), creationHash))))
        );
    }

    function _own(address sender, bytes32 salt) private pure returns (bytes32) {
        return keccak256(abi.encode(sender, salt));
    }
}
