// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IKycRegistry} from "./interfaces/IKycRegistry.sol";
import {ISecurityToken} from "./interfaces/ISecurityToken.sol";

/// Counts who holds a token: investors in all, by country, and what each holds.
/// A wallet is booked as what it held, and for which investor, when it was last
/// looked at, so that the counts hold whatever the registry changes meanwhile:
///
///   wallet   : balance 128 | investor id 128
///   investor : held 128 | country 16
abstract contract Counts {
    mapping(address account => uint256) private _wallets;
    mapping(uint256 investor => uint256) private _investors;
    mapping(uint256 country => uint256) private _perCountry;
    uint256 private _count;

    function _holders() internal view returns (uint256) {
        return _count;
    }

    function _holdersOf(uint256 country) internal view returns (uint256) {
        return _perCountry[country];
    }

    function _held(uint256 investor) internal view returns (uint256) {
        return uint128(_investors[investor]);
    }

    /// The country for which a holding investor counts.
    function _countryOf(uint256 investor) internal view returns (uint256) {
        return _investors[investor] >> 128;
    }

    /// An investor is its id, or where it has none the wallet itself.
    function _investorOf(address account, uint256 id) internal pure returns (uint256) {
        return id != 0 ? id : uint256(uint160(account)) | 1 << 255;
    }

    /// Books a wallet as it is now.
    function _look(address account, ISecurityToken token, IKycRegistry registry) internal {
        if (account == address(0)) return;
        uint256 old = _wallets[account];
        uint256 balance = token.balanceOf(account);
        (, uint16 country,,, uint128 id) = registry.entry(account);
        uint256 wallet = balance | uint256(id) << 128;
        if (wallet == old) return;
        _wallets[account] = wallet;
        _unbook(_investorOf(account, old >> 128), uint128(old));
        _bookFor(_investorOf(account, id), balance, country);
    }

    function _unbook(uint256 investor, uint256 amount) private {
        if (amount == 0) return;
        uint256 word = _investors[investor] - amount;
        if (uint128(word) == 0) {
            --_count;
            --_perCountry[word >> 128];
            word = 0;
        }
        _investors[investor] = word;
    }

    /// An investor counts for the country that it had when it came to hold.
    function _bookFor(uint256 investor, uint256 amount, uint256 country) private {
        if (amount == 0) return;
        uint256 word = _investors[investor];
        if (word == 0) {
            ++_count;
            ++_perCountry[country];
            word = country << 128;
        }
        _investors[investor] = word + amount;
    }
}
