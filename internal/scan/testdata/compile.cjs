// Writes Styles.json, the creation code of the contracts of Styles.sol.
const fs = require("fs"), solc = require("../../../contracts/node_modules/solc");
const src = fs.readFileSync(__dirname + "/Styles.sol", "utf8");
const out = JSON.parse(solc.compile(JSON.stringify({language: "Solidity", sources: {"Styles.sol": {content: src}},
  settings: {optimizer: {enabled: true, runs: 200}, evmVersion: "cancun", metadata: {appendCBOR: false, bytecodeHash: "none"}, outputSelection: {"*": {"*": ["evm.bytecode.object"]}}}})));
for (const e of out.errors || []) if (e.severity === "error") { console.error(e.formattedMessage); process.exitCode = 1; }
const all = {};
for (const [name, c] of Object.entries(out.contracts["Styles.sol"])) if (c.evm.bytecode.object) all[name] = c.evm.bytecode.object;
fs.writeFileSync(__dirname + "/Styles.json", JSON.stringify(all, null, 1) + "\n");
