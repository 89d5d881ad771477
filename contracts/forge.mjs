// Runs the forge that npm installed, with the arguments given, and ends as it
// does. Its own npm wrapper does not pass the exit code on, so that tests which
// fail would look as if they had passed.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const platform = process.platform === "win32" ? "win32" : process.platform;
const arch = process.arch === "x64" ? "amd64" : process.arch;

/** The path of the binary itself. */
export const forge = require.resolve(`@foundry-rs/forge-${platform}-${arch}/bin/forge${platform === "win32" ? ".exe" : ""}`);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const r = spawnSync(forge, process.argv.slice(2), { cwd: here, stdio: "inherit" });
  if (r.error) throw r.error;
  process.exitCode = r.status ?? 1;
}
