// Mutation check of src/: changes one operator, guard or statement at a time and
// runs the tests, which must notice. `npm run mutate -- --sample 100 --seed 1`
// takes some of the mutants, `--only Payout` those of one file, `--again FILE`
// those that survived in the output of an earlier run, `--list` shows them.
// Survivors that mutants.json names with a reason count as equivalent.
// Invariant suites run last, and shorter than in the tests.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { forge } from "./forge.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const option = (name, otherwise) => {
  const i = process.argv.indexOf("--" + name);
  return i < 0 ? otherwise : (process.argv[i + 1] ?? "");
};

/** All mutants of a source text: where, what was there, what comes instead. */
function mutantsOf(file, text) {
  const found = [];
  let at = 0;
  for (const [n, line] of text.split("\n").entries()) {
    const code = line.replace(/\/\/.*$/, "");
    const skip = /^\s*(\/\/|\/?\*|import|pragma|event|error|uint(8|256)? (internal|private|public)? ?constant|bytes32 (public|private) constant)/.test(line) || /^\s*[)}]? ?from "/.test(line);
    const add = (i, from, to) => found.push({ file, line: n + 1, at: at + i, from, to, text: line.trim() });
    if (!skip) {
      const swap = { " < ": " <= ", " <= ": " < ", " > ": " >= ", " >= ": " > ", " == ": " != ", " != ": " == ", " && ": " || ", " || ": " && ", " + ": " - ", " - ": " + ", " += ": " -= ", " -= ": " += ", " | ": " & ", " & ": " | ", " >> ": " << ", " << ": " >> ", "true": "false", "false": "true" };
      for (const m of code.matchAll(/ (<=|>=|==|!=|&&|\|\||\+=|-=|<<|>>|[<>+\-|&]) |\b(true|false)\b/g)) {
        if (swap[m[0]]) add(m.index, m[0], swap[m[0]]);
      }
      const guard = code.match(/\bif \((.*)\) (revert |return |continue)/);
      if (guard) add(guard.index, guard[0], `if (false && (${guard[1]})) ${guard[2]}`);
      const modifier = code.match(/ (onlyRole\([A-Z_]+\)|only[A-Z]\w+|once)(?= |$)/);
      if (modifier && !/^\s*modifier/.test(code)) add(modifier.index, modifier[0], "");
      const statement = code.match(/^\s+((emit |delete |_\w+(\[[^;]*\])? = |_\w+\()[^;]*;)\s*$/);
      if (statement && !/^\s+_;/.test(code)) add(code.indexOf(statement[1]), statement[1], "");
    }
    at += line.length + 1;
  }
  return found;
}

/** A small generator, so that a sample can be drawn again. */
function random(seed) {
  let s = seed >>> 0;
  return () => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return s / 2 ** 32;
  };
}

const src = path.join(here, "src");
const name = (m) => `${m.file}:${m.line}: \`${m.from.trim()}\` -> \`${m.to.trim()}\``;
const line = (m) => "survived " + name(m) + "   in   " + m.text;
let mutants = [];
const texts = {}; // read once, so that the sources may change meanwhile
for (const name of fs.readdirSync(src).filter((f) => f.endsWith(".sol") && f !== "TestToken.sol").sort()) {
  if (!option("only") || name === option("only") + ".sol") mutants.push(...mutantsOf(name, (texts[name] = fs.readFileSync(path.join(src, name), "utf8"))));
}
const total = mutants.length;
const sample = Number(option("sample", total));
const rnd = random(Number(option("seed", 1)));
for (let i = mutants.length - 1; i > 0; i--) {
  const j = Math.floor(rnd() * (i + 1));
  [mutants[i], mutants[j]] = [mutants[j], mutants[i]];
}
mutants = mutants.slice(0, sample);
const again = option("again");
if (again) {
  const survived = new Set(fs.readFileSync(again, "utf8").split("\n").filter((l) => l.startsWith("survived ")));
  mutants = mutants.filter((m) => survived.has(line(m)));
}
if (process.argv.includes("--list")) {
  for (const m of mutants) console.log(name(m) + "   in   " + m.text);
  console.error(`${mutants.length} of ${total} mutants`);
  process.exit(0);
}

const known = JSON.parse(fs.readFileSync(path.join(here, "mutants.json"), "utf8"));
const reasonOf = (m) => known.find((k) => k.file === m.file && k.line === m.text && k.from === m.from.trim() && k.to === m.to.trim())?.reason;
const root = fs.mkdtempSync(path.join(os.tmpdir(), "sto-mutants-"));
process.on("SIGTERM", () => process.exit(143)).on("SIGINT", () => process.exit(130));
process.on("exit", () => fs.rmSync(root, { recursive: true, force: true }));
// The optimizer takes half of the time and changes no meaning; without it the code is larger than a chain would take.
const env = { ...process.env, FOUNDRY_FUZZ_RUNS: option("runs", "32"), FOUNDRY_FUZZ_SEED: "0x1", FOUNDRY_INVARIANT_RUNS: "6", FOUNDRY_INVARIANT_DEPTH: "96", FOUNDRY_OPTIMIZER: "false", FOUNDRY_CODE_SIZE_LIMIT: "1000000" };

/** A folder with sources and tests, and forge in it. */
function workshop(i) {
  const dir = path.join(root, String(i));
  for (const f of ["src", "test", "foundry.toml", "solc.sh", "solc.cjs"]) fs.cpSync(path.join(here, f), path.join(dir, f), { recursive: true });
  fs.symlinkSync(path.join(here, "node_modules"), path.join(dir, "node_modules"));
  // Linked dynamically, tests need not be compiled again for each mutant, but a
  // constructor that doesn't revert as expected goes unnoticed. So what survives
  // is asked again with tests that are compiled with it.
  const test = (variables, ...args) =>
    new Promise((resolve) => {
      const child = spawn(forge, ["test", "--fail-fast", ...args], { cwd: dir, env: { ...env, ...variables }, timeout: 600_000 });
      let text = "";
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (d) => (text += d));
      child.on("close", (code) => {
        if (code === 0 || code === null) resolve("passed"); // null: out of time, which proves nothing
        else resolve(/Compiler run failed|Compilation failed|Error \(\d+\)/.test(text) ? "invalid" : "failed");
      });
    });
  const run = async () => {
    const r = await test({}, "--dynamic-test-linking");
    return r === "passed" ? test({ FOUNDRY_OUT: "out-whole", FOUNDRY_CACHE_PATH: "cache-whole" }) : r;
  };
  return { dir, run };
}

const jobs = Number(option("jobs", "2"));
const shops = Array.from({ length: jobs }, (_, i) => workshop(i));
console.error("tests without any mutant …");
for (const { run } of shops) {
  const r = await run();
  if (r !== "passed") throw new Error(`without a mutant the tests have ${r}`);
}
const count = { killed: 0, invalid: 0, equivalent: 0, survived: 0 };
const begun = Date.now();
const limit = Number(option("minutes", "100000")) * 60_000;
let next = 0;
async function judge({ dir, run }, m) {
  if (reasonOf(m)) return "equivalent";
  const text = texts[m.file];
  fs.writeFileSync(path.join(dir, "src", m.file), text.slice(0, m.at) + m.to + text.slice(m.at + m.from.length));
  const r = await run();
  fs.writeFileSync(path.join(dir, "src", m.file), text);
  return { failed: "killed", invalid: "invalid", passed: "survived" }[r];
}
await Promise.all(
  shops.map(async (shop) => {
    while (next < mutants.length && Date.now() - begun < limit) {
      const m = mutants[next++];
      const outcome = await judge(shop, m);
      count[outcome]++;
      console.error(`${next}/${mutants.length} ${outcome} ${name(m)}`);
      if (outcome === "survived") console.log(line(m)); // at once, for --again after a run that was stopped
    }
  }),
);
const judged = count.killed + count.survived;
console.log(`${judged + count.equivalent + count.invalid} of ${total} mutants: ${count.killed} killed, ${count.survived} survived, ${count.equivalent} equivalent, ${count.invalid} do not compile`);
const rate = judged === 0 ? 100 : (100 * count.killed) / judged;
console.log(`killed ${rate.toFixed(1)} %`);
if (rate < 95) process.exitCode = 1;
