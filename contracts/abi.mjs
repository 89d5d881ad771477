// The little of the ABI encoding that the gas measurement needs.

const word = (v) => BigInt.asUintN(256, BigInt(v === true ? 1 : v === false ? 0 : v)).toString(16).padStart(64, "0");

/** Splits "a,(b,c)[],d" at the commas that are in no bracket. */
function split(list) {
  const out = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= list.length; i++) {
    if (list[i] === "(") depth++;
    if (list[i] === ")") depth--;
    if (i === list.length || (list[i] === "," && depth === 0)) {
      if (i > from) out.push(list.slice(from, i));
      from = i + 1;
    }
  }
  return out;
}

const inner = (tuple) => split(tuple.slice(1, -1));
const dynamic = (type) =>
  type === "string" || type === "bytes" || type.endsWith("[]") || (type.startsWith("(") && inner(type).some(dynamic));

function one(type, v) {
  if (type.endsWith("[]")) return word(v.length) + encode(v.map(() => type.slice(0, -2)), v);
  if (type.startsWith("(")) return encode(inner(type), v);
  if (type === "string" || type === "bytes") {
    const hex = type === "bytes" ? v.replace(/^0x/, "") : Buffer.from(v, "utf8").toString("hex");
    return word(hex.length / 2) + hex.padEnd(Math.ceil(hex.length / 64) * 64, "0");
  }
  return word(v);
}

/** Encodes values of elementary types, tuples "(a,b)" and arrays "t[]". */
export function encode(types, values) {
  const parts = types.map((t, i) => one(t, values[i]));
  let at = types.reduce((n, t, i) => n + (dynamic(t) ? 32 : parts[i].length / 2), 0);
  let head = "";
  let rest = "";
  types.forEach((t, i) => {
    if (dynamic(t)) {
      head += word(at);
      rest += parts[i];
      at += parts[i].length / 2;
    } else {
      head += parts[i];
    }
  });
  return head + rest;
}

/** Call data for a method of a compiled contract, named by its signature. */
export function call(contract, signature, values) {
  const selector = contract.evm.methodIdentifiers[signature];
  if (!selector) throw new Error("no method " + signature);
  return "0x" + selector + encode(split(signature.slice(signature.indexOf("(") + 1, -1)), values);
}
