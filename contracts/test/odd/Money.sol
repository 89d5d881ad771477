// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

import {Payout} from "../../src/Payout.sol";
import {TokenSale} from "../../src/TokenSale.sol";

/// Money that refuses certain receivers, as stablecoins do.
contract PickyMoney is ERC20("Picky", "PICK") {
    mapping(address account => bool) private _refused;

    constructor() {
        _mint(msg.sender, type(uint256).max / 2);
    }

    function refuse(address account, bool refused) external {
        _refused[account] = refused;
    }

    function _update(address from, address to, uint256 value) internal override {
        require(!_refused[to], "refused");
        super._update(from, to, value);
    }
}

/// Money that calls back while it is transferred.
contract ReenteringMoney is ERC20("Re", "RE") {
    Payout private _payout;
    TokenSale private _sale;
    bytes private _call;

    constructor() {
        _mint(address(this), 1e30);
        _mint(msg.sender, 1e30);
    }

    function fundTwice(Payout payout) external {
        _payout = payout;
        _approve(address(this), address(payout), 1e30);
        payout.fund(5);
    }

    /// On the next transfer to or from the sale, calls it so.
    function callBack(TokenSale sale, bytes calldata data) external {
        _sale = sale;
        _call = data;
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (to == address(_payout) && to != address(0)) {
            Payout p = _payout;
            _payout = Payout(address(0));
            p.fund(3);
        }
        if (address(_sale) != address(0)) {
            TokenSale s = _sale;
            _sale = TokenSale(address(0));
            (bool ok, bytes memory why) = address(s).call(_call);
            if (!ok) {
                assembly {
                    revert(add(why, 32), mload(why))
                }
            }
        }
    }
}
