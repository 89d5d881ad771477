// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ITransferPolicy} from "../../src/interfaces/ITransferPolicy.sol";
import {ISecurityToken} from "../../src/interfaces/ISecurityToken.sol";

/// A policy that answers what it is told to.
contract SetPolicy is ITransferPolicy {
    uint8 public immutable kinds;
    uint8 public answer;

    constructor(uint8 kinds_) {
        kinds = kinds_;
    }

    function set(uint8 answer_) external {
        answer = answer_;
    }

    function check(uint8, address, address, address, uint256) external view virtual returns (uint8) {
        return answer;
    }

    function moved(uint8, address, address, address, uint256) external virtual {}

    function canSend(address) external view virtual returns (bool) {
        return answer == 0;
    }

    function canReceive(address) external view virtual returns (bool) {
        return answer == 0;
    }

    function message(uint8 code) external view virtual returns (string memory) {
        return code == answer ? "as told" : "";
    }
}

/// A policy that breaks in one of several ways once it is asked.
contract BrokenPolicy is SetPolicy {
    enum Way {
        Revert,
        Empty,
        TooLong,
        TooLarge,
        BurnGas,
        RevertWithWord,
        Bomb
    }

    Way public way;

    constructor(uint8 kinds_, Way way_) SetPolicy(kinds_) {
        way = way_;
    }

    function check(uint8, address, address, address, uint256) external view override returns (uint8) {
        _break(0);
        return 0;
    }

    function canSend(address) external view override returns (bool) {
        _break(1);
        return true;
    }

    function canReceive(address) external view override returns (bool) {
        _break(1);
        return true;
    }

    function message(uint8) external view override returns (string memory) {
        _break(0);
        return "";
    }

    function moved(uint8, address, address, address, uint256) external view override {
        if (way == Way.BurnGas) _break(0);
        revert("not moved");
    }

    /// `word` is what would be a yes, if it were not reverted with.
    function _break(uint256 word) private view {
        Way w = way;
        if (w == Way.Revert) revert("broken");
        assembly {
            switch w
            case 1 { return(0, 0) }
            case 2 { return(0, 64) }
            case 3 {
                mstore(0, 256)
                return(0, 32)
            }
            case 4 { for {} 1 {} {} }
            case 5 {
                mstore(0, word)
                revert(0, 32)
            }
            default { return(0, 100000) }
        }
    }
}

/// Answers well, but doesn't come back when it is told, and cuts its texts.
contract ForgetfulPolicy is SetPolicy {
    constructor(uint8 kinds_) SetPolicy(kinds_) {}

    bool private _rude;

    /// From now on it reverts when it is told.
    function beRude() external {
        _rude = true;
    }

    function moved(uint8, address, address, address, uint256) external view override {
        if (_rude) revert("not now");
        assembly {
            for {} 1 {} {}
        }
    }

    function message(uint8 code) external pure override returns (string memory) {
        assembly {
            mstore(0, 32)
            mstore(32, add(mul(eq(code, 101), 5), mul(iszero(eq(code, 101)), 33)))
            mstore(64, "whole")
            return(0, 96)
        }
    }
}

/// Keeps count of what it was told, and may call the token back meanwhile.
contract CountingPolicy is SetPolicy {
    ISecurityToken public token;
    mapping(address account => uint256) public balance;
    address public thief;
    uint256 public told;

    constructor(uint8 kinds_) SetPolicy(kinds_) {}

    function watch(ISecurityToken token_) external {
        token = token_;
    }

    /// From now on, on the next move, takes from that account what it may.
    function stealFrom(address account) external {
        thief = account;
    }

    function moved(uint8, address, address from, address to, uint256 value) external override {
        require(msg.sender == address(token), "not the token");
        ++told;
        if (from != address(0)) balance[from] -= value;
        if (to != address(0)) balance[to] += value;
        require(from == address(0) || balance[from] == token.balanceOf(from), "told too early");
        require(to == address(0) || balance[to] == token.balanceOf(to), "told too early");
        address victim = thief;
        if (victim != address(0)) {
            thief = address(0);
            token.transferFrom(victim, address(this), token.allowance(victim, address(this)));
        }
    }
}

/// Has code, but kinds() is no byte.
contract NoPolicy {
    function kinds() external pure returns (uint256) {
        return 256;
    }
}

/// A wallet that is a contract, with one owner (ERC-1271).
contract Wallet {
    address private immutable _signer;

    constructor(address signer) {
        _signer = signer;
    }

    function isValidSignature(bytes32 digest, bytes calldata s) external view returns (bytes4) {
        address got = ecrecover(digest, uint8(s[64]), bytes32(s[:32]), bytes32(s[32:64]));
        return got == _signer ? this.isValidSignature.selector : bytes4(0);
    }
}
