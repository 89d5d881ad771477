// The little of the ABI encoding that the gas measurement needs.

const word = (v) => BigInt.asUintN(256, BigInt(v)).toString(16).padStart(64, "0");

function tail(type, v) {
  if (type.endsWith("[]")) return word(v.length) + v.map((x) => word(x)).join("");
  const bytes = Buffer.from(v, "utf8").toString("hex");
  return word(bytes.length / 2) + bytes.padEnd(Math.ceil(bytes.length / 64) * 64, "0");
}

/** Encodes values of address, uint, bool, bytes32, string, and arrays of words. */
export function encode(types, values) {
  let head = "";
  let rest = "";
  types.forEach((type, i) => {
    if (type === "string" || type.endsWith("[]")) {
      head += word(types.length * 32 + rest.length / 2);
      rest += tail(type, values[i]);
    } else {
      head += word(values[i] === true ? 1 : values[i] === false ? 0 : values[i]);
    }
  });
  return head + rest;
}

/** Call data for a method of a compiled contract, named by its signature. */
export function call(contract, signature, values) {
  const selector = contract.evm.methodIdentifiers[signature];
  if (!selector) throw new Error("no method " + signature);
  const types = signature.slice(signature.indexOf("(") + 1, -1).split(",").filter(Boolean);
  return "0x" + selector + encode(types, values);
}
