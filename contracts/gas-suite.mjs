// Measures payouts, ballots, rules, sales and launches, as gas.mjs does the
// token: whoever holds, is new to the money unless it says Existing.
import { encode } from "./abi.mjs";

const START = 1_800_000_000;
const FAR = START + 10_000_000;

export async function measureSuite({ built, rpc, me, deploy, run, gas, many, line, address, kyc, test, AMOUNT, DOC, DEPLOY_ARGS }) {
  const { SecurityToken: S, KycRegistry: K, TestToken: T, RuleSet: R, Payout: P, Ballot: B, TokenSale: X, Factory: F, TokenLaunch: L, RegistryLaunch: Y } = built;
  const now = async () => Number((await rpc("eth_getBlockByNumber", "latest", false)).timestamp);
  const later = (seconds) => rpc("evm_increaseTime", seconds);
  const as = (who) => rpc("anvil_impersonateAccount", who).then(() => rpc("anvil_setBalance", who, "0x" + (10n ** 24n).toString(16)));

  // A token with 400 holders, all in the registry, and a record date.
  const token = (await deploy(S, ...DEPLOY_ARGS)).at;
  const holders = [0, 1, 2, 3].flatMap((s) => many(s, 100));
  for (let i = 0; i < 400; i += 100) {
    const some = holders.slice(i, i + 100);
    await run(null, kyc, K, "batchSet(address[],uint256[])", some, some.map(() => (1n << 40n) - 1n));
    await run(null, token, S, "batchIssue(address[],uint256[])", some, some.map(() => AMOUNT));
  }
  await run(null, token, S, "issue(address,uint256)", me, AMOUNT);
  await run(null, token, S, "setRecordDate(uint40)", 0);
  const date = await now();
  await later(10);

  const payouts = await deploy(P, [], []);
  gas.payoutDeploy = payouts.gas;
  const clones = async (base, c, sig, ...args) => {
    await run(null, base, c, sig, ...args);
    const block = await rpc("eth_getBlockByNumber", "latest", false);
    const r = await rpc("eth_getTransactionReceipt", block.transactions[0]);
    return { at: "0x" + r.logs.at(-1).topics[1].slice(26), gas: Number(r.gasUsed) };
  };
  const create = "create(address,address,address,address,uint40,uint40,address[],bytes32)";
  const payout = async (salt) => {
    const p = await clones(payouts.at, P, create, token, test, kyc, me, date, FAR, [address(9, 9)], salt);
    gas.payoutCreate = Math.max(gas.payoutCreate ?? 0, p.gas);
    await run(null, test, T, "approve(address,uint256)", p.at, AMOUNT * 1000n);
    await run("payoutFund", p.at, P, "fund(uint256)", AMOUNT * 1000n);
    return p.at;
  };
  const first = await payout(DOC);
  const sizes = [];
  for (const [from, n] of [[0, 1], [100, 50], [200, 100]]) {
    sizes.push([n, await run(null, first, P, "push(address[])", holders.slice(from, from + n))]);
  }
  ({ base: gas.payoutPushBase, each: gas.payoutPushEachFresh } = line(sizes));
  const second = await payout("0x" + "c8".repeat(32));
  const again = [];
  for (const [from, n] of [[0, 1], [100, 50], [200, 100]]) {
    again.push([n, await run(null, second, P, "push(address[])", holders.slice(from, from + n))]);
  }
  const existing = line(again);
  gas.payoutPushEachExisting = existing.each;
  gas.payoutPushBase = Math.max(gas.payoutPushBase, existing.base);
  const claim = async (op, at, who) => {
    await as(who);
    await run({ op, from: who }, at, P, "claim()");
  };
  await claim("payoutClaimFresh", first, holders[310]); // its word of the bitmap is used already
  await claim("payoutClaimExisting", second, holders[310]);
  await claim("payoutClaimFirstOfWord", await payout("0x" + "c9".repeat(32)), holders[10]);
  await run("payoutPayTo", second, P, "payTo(address,address)", holders[320], holders[1]);

  const ballots = await deploy(B, [], []);
  gas.ballotDeploy = ballots.gas;
  const opens = await now();
  const b = await clones(
    ballots.at, B, "create((address,address,address,uint40,uint40,uint40,uint16,uint8,bytes32),address[],bytes32)",
    [token, kyc, me, date, opens, FAR, 5000, 3, DOC], [address(9, 9)], DOC,
  );
  gas.ballotCreate = b.gas;
  const vote = async (op, who, option) => {
    await as(who);
    await run({ op, from: who }, b.at, B, "vote(uint256)", option);
  };
  await vote(null, holders[0], 0);
  await vote("voteFirstOfOption", holders[1], 1);
  await vote("vote", holders[2], 1);
  await as(holders[3]);
  await run({ op: "voteSplit", from: holders[3] }, b.at, B, "voteSplit(uint256[])", [AMOUNT / 2n, AMOUNT / 3n]);

  await measureRules({ built, deploy, run, gas, me, kyc, address, AMOUNT, DEPLOY_ARGS });

  const sale = await deploy(
    X,
    ["(address,address,address,address,uint40,uint128,uint128)", "(uint40,uint40,bool,uint128,uint128,uint128,uint128)[]"],
    [[token, test, me, address(0, 0).replace(/./g, (c, i) => (i < 2 ? c : "0")), FAR + 100, AMOUNT, AMOUNT * 100n],
     [[opens, FAR, false, 10n ** 18n, AMOUNT * 100n, 0, AMOUNT * 100n]]],
  );
  gas.saleDeploy = sale.gas;
  const role = "0x" + (await rpc("eth_call", { to: token, data: "0x" + S.evm.methodIdentifiers["ISSUE_ROLE()"] }, "latest")).slice(2);
  await run(null, token, S, "grantRole(bytes32,address)", role, sale.at);
  await run(null, kyc, K, "setWhitelisted(address,bool)", me, true);
  await run(null, test, T, "approve(address,uint256)", sale.at, AMOUNT * 100n);
  await run("saleBuy", sale.at, X, "buy(uint256,uint256,uint256)", 0, AMOUNT, AMOUNT);
  await run("saleBuyAgain", sale.at, X, "buy(uint256,uint256,uint256)", 0, AMOUNT * 99n, AMOUNT * 99n);
  await run("saleSettle", sale.at, X, "settle(address[])", [me]);

  const factory = await deploy(F, [], []);
  gas.factoryDeploy = factory.gas;
  const registryCode = "0x" + Y.evm.bytecode.object + encode(["address", "address[]", "uint256[]"], [me, [me], [(1n << 40n) - 1n]]);
  const tokenCode = (policy) => "0x" + L.evm.bytecode.object + encode(
    [...DEPLOY_ARGS[0], "(address,bytes32[],address[],address[],uint256[])"],
    [...DEPLOY_ARGS[1], [policy, [], [], [me], [AMOUNT]]],
  );
  await run("launchToken", factory.at, F, "launch(bytes32,bytes[])", DOC, [tokenCode(kyc)]);
  await run("launchRegistry", factory.at, F, "launch(bytes32,bytes[])", DOC, [registryCode]);
}

/** What a transfer costs with each rule alone, beside one with no rule. */
async function measureRules({ built, deploy, run, gas, me, kyc, address, AMOUNT, DEPLOY_ARGS }) {
  const { SecurityToken: S, KycRegistry: K, RuleSet: R } = built;
  const rules = ["Country", "Accredited", "SeriesLock", "HolderLock", "Window", "Minimum", "MaxShare", "MaxHolders", "MaxPerCountry", "Approval"];
  const entry = (1n << 40n) - 1n + (276n << 40n) + (1n << 56n);
  const [a, b] = [address(0, 7), address(0, 8)];
  const three = [a, b, me];
  await run(null, kyc, K, "batchSet(address[],uint256[])", three, three.map((_, i) => entry + (BigInt(i + 1) << 128n)));
  const transfer = "transfer(address,uint256)";
  const with_ = async (name, i) => {
    const t = (await deploy(S, ...DEPLOY_ARGS)).at;
    const kinds = i < 0 ? 0n : 4n << BigInt(8 * i);
    const terms = [kinds, false, 1, 1, 1, 0, 1000, 1, AMOUNT * 1000n, 10000];
    const r = await deploy(R, ["address", "address", "address", "(uint80,bool,uint32,uint40,uint40,uint40,uint32,uint128,uint128,uint16)"], [t, kyc, me, terms]);
    gas.ruleSetDeploy = Math.max(gas.ruleSetDeploy ?? 0, r.gas);
    await run(null, r.at, R, "setCountries(uint16[],bool)", [276], true);
    await run(null, r.at, R, "setCountryMaximum(uint16,uint32)", 276, 100);
    await run(null, t, S, "setPolicy(address)", r.at);
    await run(null, t, S, "batchIssue(address[],uint256[])", [me, a], [AMOUNT * 10n, AMOUNT]);
    await run(null, r.at, R, "sync(address[])", [me, a]);
    if (name === "Approval") await run("ruleApprove", r.at, R, "approve(address,address,uint256,uint40)", me, a, AMOUNT, FAR);
    await run(`transferRule${name}`, t, S, transfer, a, AMOUNT);
  };
  await with_("None", -1);
  for (const [i, name] of rules.entries()) await with_(name, i);
}
