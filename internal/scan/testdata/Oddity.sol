// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// A token for tests that does whatever it is told: it tells events that are not true, or none, and answers any call
/// with any bytes. Oddity.hex is its creation code (solc 0.8.37, optimizer on, 200 runs, cancun).
contract Oddity {
    mapping(address => uint256) public balanceOf;
    uint256 public totalSupply;
    mapping(bytes4 => bytes) private answers;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Issued(address indexed to, uint256 value);
    event Burned(address indexed burner, uint256 value);
    event Forced(address indexed from, address indexed to, uint256 value);

    /// Calls of this selector return exactly these bytes; all others revert.
    function answer(bytes4 selector, bytes calldata data) external {
        answers[selector] = data;
    }

    function set(address a, uint256 value, uint256 supply) external {
        balanceOf[a] = value;
        totalSupply = supply;
    }

    /// Moves as a plain token does; the zero address mints and burns.
    function move(address from, address to, uint256 v) external {
        change(from, to, v);
        emit Transfer(from, to, v);
    }

    function issue(address to, uint256 v, bool paired) external {
        change(address(0), to, v);
        emit Issued(to, v);
        if (paired) emit Transfer(address(0), to, v);
    }

    function burn(address from, uint256 v, bool paired) external {
        change(from, address(0), v);
        if (paired) emit Transfer(from, address(0), v);
        emit Burned(from, v);
    }

    function force(address from, address to, uint256 v, bool paired) external {
        change(from, to, v);
        emit Forced(from, to, v);
        if (paired) emit Transfer(from, to, v);
    }

    function log(bytes32[] calldata t, bytes calldata data) external {
        bytes memory d = data;
        if (t.length == 0) assembly { log0(add(d, 32), mload(d)) }
        if (t.length == 1) { bytes32 a = t[0]; assembly { log1(add(d, 32), mload(d), a) } }
        if (t.length == 2) { (bytes32 a, bytes32 b) = (t[0], t[1]); assembly { log2(add(d, 32), mload(d), a, b) } }
        if (t.length == 3) { (bytes32 a, bytes32 b, bytes32 c) = (t[0], t[1], t[2]); assembly { log3(add(d, 32), mload(d), a, b, c) } }
        if (t.length == 4) { (bytes32 a, bytes32 b, bytes32 c, bytes32 e) = (t[0], t[1], t[2], t[3]); assembly { log4(add(d, 32), mload(d), a, b, c, e) } }
    }

    function change(address from, address to, uint256 v) private {
        unchecked {
            if (from == address(0)) totalSupply += v; else balanceOf[from] -= v;
            if (to == address(0)) totalSupply -= v; else balanceOf[to] += v;
        }
    }

    fallback(bytes calldata) external returns (bytes memory) {
        bytes memory a = answers[msg.sig];
        require(a.length > 0, "not told to answer");
        return a;
    }
}
