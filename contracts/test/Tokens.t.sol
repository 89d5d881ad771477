// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {TestToken} from "../src/TestToken.sol";
import {Base} from "./Base.sol";
import {Bytes32Name, FeeToken, ManyDecimals, MegabyteName, RudeToken, StrictToken} from "./odd/Odd.sol";

/// The plain token, and that the odd ones are as odd as they are meant to be.
contract TokensTest is Base {
    function test_testToken() public {
        TestToken t = new TestToken("test_token", "TEST", 6, 1000);
        vm.assertEq(t.name(), "test_token", "name");
        vm.assertEq(t.symbol(), "TEST", "symbol");
        eq(t.decimals(), 6, "decimals");
        eq(t.balanceOf(address(this)), 1000, "deployer");
        t.transfer(alice, 1);
        eq(t.balanceOf(alice), 1, "alice");
    }

    function test_oddTokens() public {
        eq(new ManyDecimals().decimals(), 200, "decimals");
        eq(bytes(new MegabyteName().name()).length, 1 << 20, "megabyte");
        vm.assertEq(new Bytes32Name().name(), "Bytes Thirty-Two", "bytes32");
        FeeToken fee = new FeeToken();
        fee.transfer(alice, 100);
        eq(fee.balanceOf(alice), 99, "fee");
        StrictToken strict = new StrictToken();
        (bool ok,) = address(strict).call(bytes.concat(abi.encodeCall(strict.transfer, (alice, 1)), hex"00"));
        no(ok, "trailing byte");
        strict.transfer(alice, 1);
        RudeToken rude = new RudeToken();
        bytes memory why;
        (ok, why) = address(rude).call(abi.encodeCall(rude.transfer, (alice, 1)));
        no(ok, "rude");
        yes(why.length > 68, "with a reason");
    }
}
