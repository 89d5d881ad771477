// Asks a token for many balances in one call. Call data: the token's address as a word, then 20 bytes for each holder.
// Answer: two words for each holder, 1 and the balance, or 0 and nothing of use when the token refuses.
// The bytecode in balances.go is what solc 0.8.37 makes of it (optimizer on, paris).
object "Balances" {
    code {
        let token := calldataload(0)
        let out := 64
        mstore(0, shl(224, 0x70a08231)) // balanceOf(address)
        for { let p := 32 } lt(p, calldatasize()) { p := add(p, 20) } {
            mstore(4, shr(96, calldataload(p)))
            let ok := staticcall(gas(), token, 0, 36, add(out, 32), 32)
            mstore(out, and(ok, gt(returndatasize(), 31)))
            out := add(out, 64)
        }
        return(64, sub(out, 64))
    }
}
