// Makes calls one after the other, as the account at whose address it is put. Call data, for each call: 4 bytes of length, 8 of
// gas and 20 of address, a word of value, and the data. Answer: the length of the call data when all succeed; otherwise it reverts.
// The bytecode in succeed.go is what solc 0.8.37 makes of it (optimizer on, paris).
object "Calls" {
    code {
        let p := 0
        for { } lt(p, calldatasize()) { } {
            let head := calldataload(p)
            let size := shr(224, head)
            calldatacopy(0, add(p, 64), size)
            if iszero(call(and(shr(160, head), 0xffffffffffffffff), head, calldataload(add(p, 32)), 0, size, 0, 0)) { revert(0, 0) }
            p := add(p, add(64, size))
        }
        mstore(0, p)
        return(0, 32)
    }
}
