// Runs forge's linter over src/; anything that it says is an error here. What is
// excluded, and why, is in foundry.toml.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { forge } from "./forge.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const r = spawnSync(forge, ["lint", "src"], { cwd: here, encoding: "utf8" });
const said = (r.stdout + r.stderr).split("\n").filter((l) => !l.startsWith("npm warn")).join("\n");
if (r.status !== 0 || /^(warning|note|info|error)\b/m.test(said)) {
  console.error(said);
  process.exitCode = 1;
} else {
  console.error("no findings");
}
