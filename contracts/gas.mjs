// Measures the gas table: what receipts on anvil show, 18 decimals, amounts and
// addresses without zero bytes, so that real call data is never dearer.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";

import { call, encode } from "./abi.mjs";
import { measureSuite } from "./gas-suite.mjs";

const require = createRequire(import.meta.url);

/** Starts anvil on a free port; returns an rpc function and a stop function. */
async function startAnvil() {
  const bin = path.join(path.dirname(require.resolve("@foundry-rs/anvil/package.json")), "bin.mjs");
  const args = ["--port", "0", "--hardfork", "osaka", "--timestamp", "1800000000", "--gas-limit", "100000000"];
  const child = spawn(process.execPath, [bin, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const url = await new Promise((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (d) => {
      text += d;
      const m = text.match(/Listening on (\S+)/);
      if (m) resolve("http://" + m[1]);
    });
    child.on("exit", () => reject(new Error("anvil ended: " + text)));
  });
  let id = 0;
  async function rpc(method, ...params) {
    const body = JSON.stringify({ jsonrpc: "2.0", id: ++id, method, params });
    const r = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
    const { result, error } = await r.json();
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }
  return { rpc, stop: () => child.kill() };
}

/** The i-th address of a series: no zero bytes. */
function address(series, i) {
  const n = [series + 1, (i % 255) + 1, Math.floor(i / 255) + 1];
  return "0x" + "a7".repeat(17) + n.map((b) => b.toString(16).padStart(2, "0")).join("");
}

const many = (series, n) => Array.from({ length: n }, (_, i) => address(series, i));
const AMOUNT = 0x0101010101010101010101n; // 1,217,000 whole shares, no zero byte
const SUPPLY = AMOUNT * 1_000_000n;
const DOC = "0x" + "b7".repeat(32);

// Text lengths as a company with a long name needs them.
const NAME = "Musterwerke Beteiligungsgesellschaft mbH & Co. KGaA, Class A";
const SYMBOL = "MUSTERWERKE";
const URL_ = "https://investors.example.com/musterwerke/shares/class-a/documents";
const REASON = "order of the regional court, 12 O 345/26, of 1 October 2026";

/** base + n * each, never under what was measured at any of the sizes. */
function line(points) {
  const [[n1, g1], [n2, g2]] = points.slice(-2);
  const each = Math.ceil((g2 - g1) / (n2 - n1));
  return { base: Math.max(...points.map(([n, g]) => g - n * each)), each };
}

export async function measure(built) {
  const { SecurityToken: S, KycRegistry: K, TestToken: T } = built;
  const { rpc, stop } = await startAnvil();
  try {
    const [me] = await rpc("eth_accounts");
    await rpc("anvil_setBalance", me, "0x" + (10n ** 30n).toString(16));
    // No gas limit here: EIP-7825's cap is tested by staying well under it.
    async function send(to, data, from = me) {
      const hash = await rpc("eth_sendTransaction", { from, ...(to && { to }), data, gas: "0xffffff" });
      let r = null;
      for (let i = 0; r === null; i++) {
        if (i === 200) throw new Error("no receipt of " + hash);
        if (i > 0) await new Promise((done) => setTimeout(done, 10));
        r = await rpc("eth_getTransactionReceipt", hash);
      }
      if (r.status !== "0x1") throw new Error("reverted: " + data.slice(0, 10));
      return { gas: Number(r.gasUsed), at: r.contractAddress };
    }
    const deploy = (c, types, values) => send(null, "0x" + c.evm.bytecode.object + encode(types, values));
    const gas = {};
    const run = async (what, to, c, sig, ...values) => {
      const { op, from } = typeof what === "object" && what ? what : { op: what };
      const r = await send(to, call(c, sig, values), from);
      if (op) gas[op] = Math.max(gas[op] ?? 0, r.gas);
      return r.gas;
    };
    const tokenArgs = [["string", "string", "string", "uint8", "address"], [NAME, SYMBOL, URL_, 18, me]];

    const kyc = await deploy(K, ["address"], [me]);
    const token = await deploy(S, ...tokenArgs);
    const free = await deploy(S, ...tokenArgs);
    const test = await deploy(T, ["string", "string", "uint8", "uint256"], [NAME, SYMBOL, 18, SUPPLY]);
    gas.kycDeploy = kyc.gas;
    gas.tokenDeploy = token.gas;
    gas.testTokenDeploy = test.gas;
    // A name, a symbol and a URL of at most 31 bytes take one word each.
    gas.tokenDeployShort = (await deploy(S, tokenArgs[0], ["Musterwerke AG, Class A", "MUSTER", "https://investors.example.com", 18, me])).gas;

    const [k, t, f, m] = [kyc.at, token.at, free.at, test.at];
    await run("kycSet", k, K, "setWhitelisted(address,bool)", me, true);
    await run("kycSet", k, K, "setWhitelisted(address,bool)", address(0, 0), true);
    const all = [0, 1, 2, 3].flatMap((s) => many(s, 100)).slice(1);
    const entry = (1n << 40n) - 1n + (276n << 40n) + (1n << 56n) + (BigInt("0x" + "c7".repeat(16)) << 128n);
    const points = [];
    for (const [from, n] of [[0, 1], [1, 50], [51, 100]]) {
      const some = all.slice(from, from + n);
      points.push([n, await run(null, k, K, "batchSet(address[],uint256[])", some, some.map(() => entry))]);
    }
    await run(null, k, K, "batchSet(address[],uint256[])", all.slice(151), all.slice(151).map(() => entry));
    ({ base: gas.kycBatchBase, each: gas.kycBatchEach } = line(points));

    await run("setPolicy", t, S, "setPolicy(address)", k);
    await run("issue", t, S, "issue(address,uint256)", me, SUPPLY);
    await run(null, f, S, "issue(address,uint256)", me, SUPPLY);

    const transfer = "transfer(address,uint256)";
    await run("transferRestrictedFresh", t, S, transfer, address(0, 0), AMOUNT);
    await run("transferRestrictedExisting", t, S, transfer, address(0, 0), AMOUNT);
    await run("transferUnrestrictedFresh", f, S, transfer, address(0, 0), AMOUNT);
    await run("transferUnrestrictedExisting", f, S, transfer, address(0, 0), AMOUNT);
    await run("testTokenTransferFresh", m, T, transfer, address(0, 0), AMOUNT);
    await run("testTokenTransferExisting", m, T, transfer, address(0, 0), AMOUNT);

    const batch = "batchTransfer(address[],uint256[])";
    for (const [at, mode] of [[t, "Restricted"], [f, "Unrestricted"]]) {
      for (const kind of ["Fresh", "Existing"]) {
        const sizes = [];
        for (const [s, n] of [[1, 1], [2, 50], [3, 100]]) {
          const to = many(s, n);
          sizes.push([n, await run(null, at, S, batch, to, to.map(() => AMOUNT))]);
        }
        const { base, each } = line(sizes);
        gas[`batchTransfer${mode}Base`] = Math.max(gas[`batchTransfer${mode}Base`] ?? 0, base);
        gas[`batchTransfer${mode}Each${kind}`] = each;
      }
    }

    const tag = "ab".repeat(16);
    const plain = await send(t, call(S, transfer, [address(0, 0), AMOUNT]));
    const tagged = await send(t, call(S, transfer, [address(0, 0), AMOUNT]) + tag);
    gas.tag = tagged.gas - plain.gas;

    await run("recordDate", t, S, "setRecordDate(uint40)", 0);
    await rpc("evm_increaseTime", 10);
    await run("transferAfterRecordDate", t, S, transfer, address(0, 0), AMOUNT);
    await run("setAddressFrozen", t, S, "setAddressFrozen(address,bool)", address(1, 0), true);
    await run("setAddressFrozen", t, S, "setAddressFrozen(address,bool)", address(1, 0), false);
    await run("setFrozenTokens", t, S, "setFrozenTokens(address,uint256)", address(1, 0), AMOUNT);
    await run("forcedTransfer", t, S, "forcedTransfer(address,address,uint256,string,bytes32)", address(3, 1), address(3, 2), AMOUNT, REASON, DOC);
    await run("burn", t, S, "burn(address,uint256,string,bytes32)", address(3, 3), AMOUNT, REASON, DOC);
    await run(null, k, K, "setWhitelisted(address,bool)", address(4, 0), true);
    await run("recover", t, S, "recover(address,address,string,bytes32)", address(3, 4), address(4, 0), REASON, DOC);
    await run("announce", t, S, "announce(bytes32,address,string,string,bytes32)", DOC, me, NAME, URL_, DOC);
    await run("setDocument", t, S, "setDocument(bytes32,string,bytes32)", DOC, URL_, DOC);
    await run("setInfo", t, S, "setInfo(string,string,string)", NAME + " (new)", SYMBOL + "N", URL_ + "/new");
    await run("pause", t, S, "pause()");
    await measureSuite({ built, rpc, me, deploy, run, gas, many, line, address, kyc: k, test: m, AMOUNT, DOC, DEPLOY_ARGS: tokenArgs });
    return {
      unit: "gas used by one transaction, as its receipt shows",
      solc: "0.8.37",
      operations: Object.fromEntries(Object.entries(gas).sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  } finally {
    stop();
  }
}
