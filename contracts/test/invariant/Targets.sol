// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Base} from "../Base.sol";

/// Tells forge which contract the random calls of an invariant run go to.
abstract contract Targets is Base {
    address[] private _targets;

    function target(address handler) internal {
        _targets.push(handler);
    }

    function targetContracts() external view returns (address[] memory) {
        return _targets;
    }
}
