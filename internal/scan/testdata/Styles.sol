// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

// Tokens for tests, in the manner of standards and of tokens that are about: not the contracts of those standards, but the
// events that they emit and the ways in which they keep balances. Styles.json holds their creation code, by name;
// `node compile.cjs` in this folder writes it.

abstract contract Plain {
    mapping(address => uint256) internal held;
    uint256 internal made;

    event Transfer(address indexed from, address indexed to, uint256 value);

    function balanceOf(address a) external view virtual returns (uint256) {
        return held[a];
    }

    function totalSupply() external view virtual returns (uint256) {
        return made;
    }

    function shift(address from, address to, uint256 v) internal virtual {
        if (from == address(0)) made += v;
        else held[from] -= v;
        unchecked {
            if (to == address(0)) made -= v;
            else held[to] += v;
        }
    }

    function mint(address to, uint256 v) external virtual {
        shift(address(0), to, v);
        emit Transfer(address(0), to, v);
    }

    function burn(address from, uint256 v) external virtual {
        shift(from, address(0), v);
        emit Transfer(from, address(0), v);
    }

    function force(address from, address to, uint256 v) external virtual {
        shift(from, to, v);
        emit Transfer(from, to, v);
    }

    function transfer(address to, uint256 v) external virtual returns (bool) {
        shift(msg.sender, to, v);
        emit Transfer(msg.sender, to, v);
        return true;
    }
}

/// Neither name nor symbol nor decimals.
contract Nameless is Plain {}

/// ERC-1400: every movement is told by partition, by operator, and by a Transfer.
contract Partitioned is Plain {
    string public constant name = "Partitioned";
    string public constant symbol = "P1400";
    uint8 public constant decimals = 0;
    bytes32 private constant PART = "reserved";

    event TransferByPartition(bytes32 indexed fromPartition, address operator, address indexed from, address indexed to, uint256 value, bytes data, bytes operatorData);
    event Issued(address indexed operator, address indexed to, uint256 value, bytes data);
    event IssuedByPartition(bytes32 indexed partition, address indexed operator, address indexed to, uint256 amount, bytes data, bytes operatorData);
    event Redeemed(address indexed operator, address indexed from, uint256 value, bytes data);
    event RedeemedByPartition(bytes32 indexed partition, address indexed operator, address indexed from, uint256 amount, bytes operatorData);
    event ControllerTransfer(address controller, address indexed from, address indexed to, uint256 value, bytes data, bytes operatorData);
    event Sent(address indexed operator, address indexed from, address indexed to, uint256 amount, bytes data, bytes operatorData);

    function mint(address to, uint256 v) external override {
        shift(address(0), to, v);
        emit Issued(msg.sender, to, v, "");
        emit Transfer(address(0), to, v);
        emit IssuedByPartition(PART, msg.sender, to, v, "", "");
    }

    function burn(address from, uint256 v) external override {
        shift(from, address(0), v);
        emit Redeemed(msg.sender, from, v, "");
        emit RedeemedByPartition(PART, msg.sender, from, v, "");
        emit Transfer(from, address(0), v);
    }

    function force(address from, address to, uint256 v) external override {
        shift(from, to, v);
        emit Transfer(from, to, v);
        emit TransferByPartition(PART, msg.sender, from, to, v, "", "");
        emit ControllerTransfer(msg.sender, from, to, v, "", "");
    }

    function transfer(address to, uint256 v) external override returns (bool) {
        shift(msg.sender, to, v);
        emit Sent(msg.sender, msg.sender, to, v, "", "");
        emit Transfer(msg.sender, to, v);
        emit TransferByPartition(PART, address(0), msg.sender, to, v, "", "");
        return true;
    }
}

/// ERC-3643: identities, freezes and recoveries around plain Transfers.
contract Registered is Plain {
    string public constant name = "Registered";
    string public constant symbol = "TREX";
    uint8 public constant decimals = 18;

    event UpdatedTokenInformation(string indexed newName, string indexed newSymbol, uint8 newDecimals, string newVersion, address indexed newOnchainID);
    event RecoverySuccess(address indexed lostWallet, address indexed newWallet, address indexed investorOnchainID);
    event AddressFrozen(address indexed userAddress, bool indexed isFrozen, address indexed owner);
    event TokensFrozen(address indexed userAddress, uint256 amount);
    event TokensUnfrozen(address indexed userAddress, uint256 amount);

    function force(address from, address to, uint256 v) external override {
        emit TokensUnfrozen(from, v);
        shift(from, to, v);
        emit Transfer(from, to, v);
    }

    /// Recovery: all that the lost wallet holds.
    function recover(address lost, address found) external {
        uint256 v = held[lost];
        shift(lost, found, v);
        emit Transfer(lost, found, v);
        emit TokensFrozen(found, v);
        emit AddressFrozen(found, true, msg.sender);
        emit RecoverySuccess(lost, found, address(0));
    }
}

/// CMTAT: mints, burns and enforcements told beside the Transfer, and ERC-7943's ForcedTransfer.
contract Enforced is Plain {
    string public constant name = "Enforced";
    string public constant symbol = "CMTAT";
    uint8 public constant decimals = 77;

    event Mint(address indexed minter, address indexed account, uint256 value, bytes data);
    event Burn(address indexed burner, address indexed account, uint256 value, bytes data);
    event Enforcement(address indexed enforcer, address indexed account, uint256 amount, bytes data);
    event ForcedTransfer(address indexed from, address indexed to, uint256 amount);
    event Spend(address indexed account, address indexed spender, uint256 value);

    function mint(address to, uint256 v) external override {
        shift(address(0), to, v);
        emit Transfer(address(0), to, v);
        emit Mint(msg.sender, to, v, "");
    }

    function burn(address from, uint256 v) external override {
        shift(from, address(0), v);
        emit Transfer(from, address(0), v);
        emit Burn(msg.sender, from, v, "");
    }

    function force(address from, address to, uint256 v) external override {
        shift(from, to, v);
        emit Transfer(from, to, v);
        emit Enforcement(msg.sender, from, v, "");
        emit ForcedTransfer(from, to, v);
    }
}

/// Tokens sent to the zero address stay there, and the supply goes on counting them.
contract Keeper is Plain {
    function shift(address from, address to, uint256 v) internal override {
        if (from == address(0)) made += v;
        else held[from] -= v;
        held[to] += v;
    }
}

/// Tells of whole transfers, and gives 1 % of each to a collector without telling.
contract Collector is Plain {
    address public constant collector = 0xc011Ec700000000000000000000000000000C011;

    function shift(address from, address to, uint256 v) internal override {
        super.shift(from, to, v);
        if (from != address(0) && to != address(0)) {
            held[to] -= v / 100;
            held[collector] += v / 100;
        }
    }
}

/// Tells of whole transfers, and destroys 3 % of each without telling.
contract Shrinking is Plain {
    function shift(address from, address to, uint256 v) internal override {
        super.shift(from, to, v);
        if (from != address(0) && to != address(0)) {
            held[to] -= 3 * v / 100;
            made -= 3 * v / 100;
        }
    }
}

/// Scales all balances, and the supply, without telling.
contract Rebasing is Plain {
    uint256 private permille = 1000;

    function rebase(uint256 p) external {
        permille = p;
    }

    function balanceOf(address a) external view override returns (uint256) {
        return held[a] * permille / 1000;
    }

    function totalSupply() external view override returns (uint256) {
        return made * permille / 1000;
    }
}

/// Moves and makes tokens without telling, and refuses to tell the balance of one holder.
contract Silent is Plain {
    address private mute;

    function quietly(address from, address to, uint256 v) external {
        shift(from, to, v);
    }

    function refuse(address a) external {
        mute = a;
    }

    function balanceOf(address a) external view override returns (uint256) {
        require(a != mute || a == address(0), "no");
        return held[a];
    }
}

/// The predecessor's slip: a transfer to oneself writes the receiver's balance last, and so makes tokens.
contract Doubling is Plain {
    function shift(address from, address to, uint256 v) internal override {
        if (from != address(0) && from == to) held[to] += v;
        else super.shift(from, to, v);
    }
}

/// Random histories, many movements to a transaction.
contract Busy is Plain {
    /// Makes n movements between `holders` addresses: mostly transfers, some to oneself, of nothing, mints and burns.
    function play(uint256 seed, uint256 n, uint256 holders) external {
        for (uint256 i = 0; i < n; i++) {
            uint256 dice = uint256(keccak256(abi.encode(seed, i)));
            address from = who((dice >> 8) % holders);
            address to = who((dice >> 40) % holders);
            uint256 v = (dice >> 72) % 1000;
            uint8 kind = uint8(dice);
            if (kind < 20) (from, to) = (from, from);
            else if (kind < 30) to = address(0);
            if (kind >= 30 && kind < 60 || held[from] == 0 && from != address(0)) (from, v) = (address(0), v * 1e15);
            else if (v > held[from]) v = held[from];
            shift(from, to, v);
            emit Transfer(from, to, v);
        }
    }

    function who(uint256 i) public pure returns (address) {
        return address(uint160(uint256(keccak256(abi.encode("holder", i)))));
    }
}
