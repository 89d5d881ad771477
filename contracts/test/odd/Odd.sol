// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

// Tokens that are odd or hostile, for trials of what has to deal with tokens of
// others. None takes constructor arguments; the deployer gets what there is.

/// All that 256 bits hold, and no decimals.
contract HugeSupply is ERC20("Huge Supply", "HUGE") {
    constructor() {
        _mint(msg.sender, type(uint256).max);
    }

    function decimals() public pure override returns (uint8) {
        return 0;
    }
}

/// Name and symbol as bytes32, as some tokens of 2017 have them.
contract Bytes32Name {
    event Transfer(address indexed from, address indexed to, uint256 value);

    bytes32 public constant name = "Bytes Thirty-Two";
    bytes32 public constant symbol = "B32";
    uint8 public constant decimals = 18;
    uint256 public constant totalSupply = 1e24;
    mapping(address account => uint256) public balanceOf;

    constructor() {
        balanceOf[msg.sender] = totalSupply;
        emit Transfer(address(0), msg.sender, totalSupply);
    }

    function transfer(address to, uint256 value) external returns (bool) {
        balanceOf[msg.sender] -= value;
        balanceOf[to] += value;
        emit Transfer(msg.sender, to, value);
        return true;
    }
}

/// A name of a megabyte.
contract MegabyteName is ERC20("", "MEGA") {
    constructor() {
        _mint(msg.sender, 1e24);
    }

    function name() public pure override returns (string memory text) {
        text = new string(1 << 20);
        assembly ("memory-safe") {
            for { let i := 0 } lt(i, 0x100000) { i := add(i, 32) } {
                mstore(add(add(text, 32), i), "MegaMegaMegaMegaMegaMegaMegaMega")
            }
        }
    }
}

/// More decimals than 256 bits can hold one whole of.
contract ManyDecimals is ERC20("Many Decimals", "DEC200") {
    constructor() {
        _mint(msg.sender, 1e24);
    }

    function decimals() public pure override returns (uint8) {
        return 200;
    }
}

/// Takes 1% of each transfer, and burns it.
contract FeeToken is ERC20("Fee On Transfer", "FEE") {
    constructor() {
        _mint(msg.sender, 1e24);
    }

    function _update(address from, address to, uint256 value) internal override {
        uint256 fee = from == address(0) || to == address(0) ? 0 : value / 100;
        if (fee != 0) super._update(from, address(0), fee);
        super._update(from, to, value - fee);
    }
}

/// Grows a balance without a Transfer, as rebasing tokens do.
contract RebasingToken is ERC20("Rebasing", "REBASE") {
    uint256 public factor = 100;

    constructor() {
        _mint(msg.sender, 1e24);
    }

    function rebase(uint256 percent) external {
        factor = percent;
    }

    function balanceOf(address account) public view override returns (uint256) {
        return super.balanceOf(account) * factor / 100;
    }

    function totalSupply() public view override returns (uint256) {
        return super.totalSupply() * factor / 100;
    }
}

/// Refuses every transfer, with a reason, and tells names, that would repaint a
/// terminal: escape sequences, a line break, right-to-left and zero-width marks.
contract RudeToken is ERC20(unicode"Rude\u001b[31m\u202eToken\u200b", unicode"RU\u0007DE\r\n") {
    constructor() {
        _mint(msg.sender, 1e24);
    }

    function transfer(address, uint256) public pure override returns (bool) {
        revert(unicode"\u001b[2J\u001b[1;1Hall is well\r\nsuccess:1 \u202eevil\u200b\u0000");
    }
}

/// Refuses call data that is longer than its arguments.
contract StrictToken is ERC20("Strict Length", "STRICT") {
    error CallDataLength(uint256 got, uint256 want);

    constructor() {
        _mint(msg.sender, 1e24);
    }

    function transfer(address to, uint256 value) public override returns (bool) {
        if (msg.data.length != 68) revert CallDataLength(msg.data.length, 68);
        return super.transfer(to, value);
    }
}

/// transfer answers false instead of reverting.
contract FalseToken is ERC20("False Answer", "FALSE") {
    constructor() {
        _mint(msg.sender, 1e24);
    }

    function transfer(address, uint256) public pure override returns (bool) {
        return false;
    }
}

/// The least of an ERC-721: its Transfer has the same topic as ERC-20's, but
/// four topics and no data.
contract MinimalNft {
    event Transfer(address indexed from, address indexed to, uint256 indexed tokenId);

    string public constant name = "Minimal NFT";
    string public constant symbol = "NFT";
    mapping(uint256 tokenId => address) public ownerOf;
    mapping(address account => uint256) public balanceOf;

    constructor() {
        ownerOf[1] = msg.sender;
        balanceOf[msg.sender] = 1;
        emit Transfer(address(0), msg.sender, 1);
    }

    function transferFrom(address from, address to, uint256 tokenId) external {
        require(ownerOf[tokenId] == from && from == msg.sender, "not yours");
        ownerOf[tokenId] = to;
        --balanceOf[from];
        ++balanceOf[to];
        emit Transfer(from, to, tokenId);
    }

    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == 0x01ffc9a7 || id == 0x80ac58cd;
    }
}

/// Events of the kind that older security tokens emit: issuing, burning and
/// forced transfers without a Transfer.
contract OlderToken {
    event Transfer(address indexed from, address indexed to, uint256 value);
    event Issued(address indexed to, uint256 value);
    event Burned(address indexed burner, uint256 value);
    event Forced(address indexed from, address indexed to, uint256 value);

    string public constant name = "Older Token";
    string public constant symbol = "OLD";
    uint8 public constant decimals = 18;
    uint256 public totalSupply;
    mapping(address account => uint256) public balanceOf;

    constructor() {
        issue(msg.sender, 1e24);
    }

    function issue(address to, uint256 value) public virtual {
        totalSupply += value;
        balanceOf[to] += value;
        emit Issued(to, value);
    }

    function burn(uint256 value) external {
        totalSupply -= value;
        balanceOf[msg.sender] -= value;
        emit Burned(msg.sender, value);
    }

    function force(address from, address to, uint256 value) external {
        balanceOf[from] -= value;
        balanceOf[to] += value;
        emit Forced(from, to, value);
    }

    function transfer(address to, uint256 value) external returns (bool) {
        balanceOf[msg.sender] -= value;
        balanceOf[to] += value;
        emit Transfer(msg.sender, to, value);
        return true;
    }
}

/// Like OlderToken, but issuing emits both Issued and Transfer.
contract OlderTokenBoth is OlderToken {
    function issue(address to, uint256 value) public override {
        super.issue(to, value);
        emit Transfer(address(0), to, value);
    }
}

/// One of our tokens as an early version might be: it tells what it is, and
/// that it is older than batches.
contract EarlyToken is ERC20("Early", "EARLY") {
    string public constant version = "0.9.0";
    address public constant policy = address(0);

    constructor() {
        _mint(msg.sender, 1e24);
    }

    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == 0x01ffc9a7 || id == 0x1ce499c8;
    }

    function getFrozenTokens(address) external pure returns (uint256) {
        return 0;
    }

    function canReceive(address) external pure returns (bool) {
        return true;
    }

    function canSend(address) external pure returns (bool) {
        return true;
    }

    function detectTransferRestriction(address, address, uint256) external pure returns (uint8) {
        return 0;
    }
}
