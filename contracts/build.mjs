// Writes artifacts/ from src/: per contract the ABI, the creation and runtime
// bytecode and the standard JSON input that yields them, and the gas table, from
// which it also writes docs/gas.md.
// `--check` changes nothing and fails on any difference.
// The odd tokens of test/odd go to the test data of the Go package.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { gasPage } from "./gas-page.mjs";
import { measure } from "./gas.mjs";

const require = createRequire(import.meta.url);
const solc = require("solc");
const here = path.dirname(fileURLToPath(import.meta.url));
const module_ = path.dirname(here);

const CONTRACTS = [
  "SecurityToken",
  "KycRegistry",
  "TestToken",
  "RuleSet",
  "Payout",
  "Ballot",
  "TokenSale",
  "Factory",
  "TokenLaunch",
  "RegistryLaunch",
];
// Go bindings: of what the plain path deploys in one package, since that is how
// it began; of the others in one each, for their types share names. The launches
// are constructors only.
const BOUND = { SecurityToken: "", KycRegistry: "", TestToken: "", RuleSet: "ruleset", Payout: "payout", Ballot: "ballot", TokenSale: "tokensale", Factory: "factory" };
const ODD = "test/odd/Odd.sol";
const BINDINGS = path.join("internal", "contract", "bindings");
const GAS_PAGE = path.join("docs", "gas.md");
const ODD_OUT = path.join("internal", "contract", "testdata", "odd");

const settings = {
  evmVersion: "cancun",
  metadata: { bytecodeHash: "none" },
  optimizer: { enabled: true, runs: 150 },
  outputSelection: {
    "*": {
      "*": ["abi", "evm.bytecode.object", "evm.deployedBytecode.object", "evm.deployedBytecode.immutableReferences", "evm.methodIdentifiers"],
    },
  },
};

/** Where a source unit's text is. */
function locate(unit) {
  return path.join(here, unit.startsWith("@") ? path.join("node_modules", unit) : unit);
}

/** The source unit and all that it imports, keyed by name, in sorted order. */
function closure(unit, found = {}) {
  if (found[unit]) return found;
  const content = fs.readFileSync(locate(unit), "utf8").replaceAll("\r\n", "\n");
  found[unit] = { content };
  for (const [, to] of content.matchAll(/^\s*(?:import|\}\s*from)\b[^;"]*"([^"]+)"/gm)) {
    closure(to.startsWith(".") ? path.posix.join(path.posix.dirname(unit), to) : to, found);
  }
  return found;
}

/** Compiles one source unit; returns its standard JSON input and output. */
function compile(unit) {
  const all = closure(unit);
  const sources = Object.fromEntries(Object.keys(all).sort().map((k) => [k, all[k]]));
  const input = { language: "Solidity", sources, settings };
  const output = JSON.parse(solc.compile(JSON.stringify(input)));
  const bad = (output.errors ?? []).filter((e) => e.severity !== "info");
  if (bad.length) throw new Error(bad.map((e) => e.formattedMessage).join("\n"));
  return { input, contracts: output.contracts[unit] };
}

function write(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text.endsWith("\n") ? text : text + "\n");
}

const json = (v) => JSON.stringify(v, null, 2);

/** Builds everything below `root`, an empty folder, in the module's shape. */
async function build(root) {
  const out = path.join(root, "contracts", "artifacts");
  const built = {};
  for (const name of CONTRACTS) {
    const unit = `src/${name}.sol`;
    const { input, contracts } = compile(unit);
    const c = contracts[name];
    built[name] = c;
    const runtime = c.evm.deployedBytecode;
    if (runtime.object.length / 2 > 24576) throw new Error(`${name} is ${runtime.object.length / 2} bytes, over EIP-170's 24,576`);
    const dir = path.join(out, name);
    write(path.join(dir, "abi.json"), json(c.abi));
    write(path.join(dir, "creation.hex"), c.evm.bytecode.object);
    write(path.join(dir, "runtime.hex"), runtime.object);
    write(path.join(dir, "input.json"), JSON.stringify(input));
    write(
      path.join(dir, "meta.json"),
      json({
        contract: `${unit}:${name}`,
        compiler: "v" + solc.version().replace(".Emscripten.clang", ""),
        runtimeBytes: runtime.object.length / 2,
        immutables: Object.values(runtime.immutableReferences ?? {}).flat().sort((a, b) => a.start - b.start),
      }),
    );
    console.error(`${name}: ${runtime.object.length / 2} bytes`);
  }
  for (const [name, c] of Object.entries(compile(ODD).contracts)) {
    write(path.join(root, ODD_OUT, `${name}.json`), JSON.stringify({ abi: c.abi, bytecode: "0x" + c.evm.bytecode.object }));
  }
  const gas = await measure(built);
  write(path.join(out, "gas.json"), json(gas));
  write(path.join(root, GAS_PAGE), gasPage(gas));
  for (const [name, pkg] of Object.entries(BOUND)) {
    const dir = path.join(out, name);
    const to = path.join(root, BINDINGS, pkg, name.toLowerCase() + ".go");
    fs.mkdirSync(path.dirname(to), { recursive: true });
    // The bytecode stays in artifacts/; the bindings carry the ABI alone.
    execFileSync("go", ["tool", "abigen", "--v2", "--abi", path.join(dir, "abi.json"), "--pkg", pkg || "bindings", "--type", name, "--out", to], {
      cwd: module_,
      stdio: ["ignore", "ignore", "inherit"],
    });
    fs.chmodSync(to, 0o644);
  }
}

/** The paths of all files below a folder. */
function list(dir) {
  if (!fs.existsSync(dir)) return [];
  return fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => path.relative(dir, path.join(e.parentPath, e.name)))
    .sort();
}

/** The files that differ between the folder just built and the module: the path, and whether it is still made. */
function differences(root) {
  const found = [];
  for (const dir of [path.join("contracts", "artifacts"), BINDINGS, ODD_OUT, GAS_PAGE]) {
    const single = dir === GAS_PAGE;
    const names = new Set(single ? [""] : [...list(path.join(root, dir)), ...list(path.join(module_, dir))]);
    for (const name of names) {
      const [ours, there] = [root, module_].map((r) => path.join(r, dir, name));
      const made = fs.existsSync(ours);
      if (!made || !fs.existsSync(there) || !fs.readFileSync(ours).equals(fs.readFileSync(there))) found.push({ file: path.join(dir, name), made });
    }
  }
  return found;
}

/** Puts each file in its place at once, so that a Go build beside never finds half of them. */
function install(root, changed) {
  for (const { file, made } of changed) {
    const to = path.join(module_, file);
    if (!made) {
      fs.rmSync(to);
      continue;
    }
    fs.mkdirSync(path.dirname(to), { recursive: true });
    const beside = to + ".new";
    fs.copyFileSync(path.join(root, file), beside);
    fs.renameSync(beside, to);
  }
}

const root = fs.mkdtempSync(path.join(os.tmpdir(), "sto-contracts-"));
try {
  await build(root);
  const changed = differences(root);
  if (!process.argv.includes("--check")) {
    install(root, changed);
    console.error(changed.length ? "changed:\n  " + changed.map((c) => c.file).join("\n  ") : "nothing changed");
  } else if (changed.length) {
    console.error("stale, run `npm run build`:\n  " + changed.map((c) => c.file).join("\n  "));
    process.exitCode = 1;
  } else {
    console.error("artifacts are up to date");
  }
} finally {
  fs.rmSync(root, { recursive: true, force: true });
}
