// Writes docs/gas.md from the gas table.

const n = (v) => v.toLocaleString("en-US");

export function gasPage({ solc, operations: g }) {
  const batch = (base, each, size) => Math.ceil((g[base] + size * g[each]) / size);
  const rows = [
    ["restricted transfer between two whitelisted holders", g.transferRestrictedExisting, 46500, "plain OpenZeppelin ERC-20 34.5k; OZ allowlist 43.2k (no record dates); CMTAT allowlist 55.5k; ERC-1400 110k; T-REX 210k"],
    ["unrestricted transfer", g.transferUnrestrictedExisting, 38000, "OZ 34.5k"],
    ["restricted transfer to a fresh, whitelisted holder", g.transferRestrictedFresh, 63500, "OZ plain 51.6k; CMTAT 72.6k; T-REX 227k"],
    ["first transfer of both sides after a record date", g.transferAfterRecordDate, 95000, "CMTAT with snapshots 265k"],
    ["batch distribution to 100 fresh whitelisted holders, each (marginal)", g.batchTransferRestrictedEachFresh, 30500, "T-REX 57.6k; CMTAT batch mint 32.1k"],
    ["the same with its share of the transaction", batch("batchTransferRestrictedBase", "batchTransferRestrictedEachFresh", 100), null, ""],
    ["KYC entries, batch of 100, each (marginal)", g.kycBatchEach, 25000, "CMTAT 75.5k; T-REX 758k"],
    ["the same with its share of the transaction", batch("kycBatchBase", "kycBatchEach", 100), null, ""],
    ["payout push, batch of 100, each fresh payee (marginal)", g.payoutPushEachFresh, 35000, ""],
    ["payout push, batch of 100, each existing payee (marginal)", g.payoutPushEachExisting, 18000, ""],
    ["payout claim, existing payee", g.payoutClaimExisting, 82000, ""],
    ["payout claim, fresh payee", g.payoutClaimFresh, 95000, ""],
    ["payout claim, fresh payee and first of its 256", g.payoutClaimFirstOfWord, null, ""],
    ["vote, after the first on its option", g.vote, 60000, ""],
    ["vote, the first on its option", g.voteFirstOfOption, null, ""],
    ["new payout (clone)", g.payoutCreate, 170000, "elsewhere a full contract"],
    ["new ballot (clone)", g.ballotCreate, 170000, "elsewhere a full contract"],
    ["token deployment, all roles granted, name and URL of at most 31 bytes", g.tokenDeployShort, 4300000, "CMTAT 5.06M; T-REX 3.7M + shared 22.5M"],
    ["the same, name of 60 and URL of 65 bytes", g.tokenDeploy, null, ""],
  ];
  const table = rows
    .map(([what, gas, most, other]) => `| ${what} | ${n(gas)} | ${most ? n(most) : ""} | ${most ? (gas <= most ? "yes" : "no") : ""} | ${other} |`)
    .join("\n");
  const rules = ["Country", "Accredited", "SeriesLock", "HolderLock", "Window", "Minimum", "Approval", "MaxHolders", "MaxPerCountry", "MaxShare"];
  const none = g.transferRuleNone;
  const ruleTable = rules.map((r) => `| ${r} | ${n(g["transferRule" + r])} | +${n(g["transferRule" + r] - none)} |`).join("\n");
  const all = Object.entries(g).map(([k, v]) => `| \`${k}\` | ${n(v)} |`).join("\n");
  return `# Gas

Written by \`npm run build\` in \`contracts/\` from what it measures; \`npm run check\` fails when a figure has changed. Each
figure is the gas that the receipt of one transaction shows on anvil (solc ${solc}, 150 optimizer runs, EVM cancun), with
18 decimals and with amounts and addresses without zero bytes, so that real call data is never dearer.

| operation | gas | target | met | for comparison |
| --- | ---: | ---: | --- | --- |
${table}

## Where a target is not met

**Deployment.** Of the token's gas 3.7M is its 18.6 kB of code at 200 gas a byte, 0.34M sending it, 0.25M granting ten roles,
and 0.02M to 0.2M the texts. Everything is in one contract, since each external module costs 2,600 gas and more on every
transfer, for ever. Two ways would reach 4.3M: one optimizer run (-90k, but +700 gas on every transfer), or an access control
of our own that keeps the roles of an account in one word (-200k, but then the part that guards all the others would be the
only one without OpenZeppelin's years of use). Neither is worth it: the 130k are paid once a series. What was done to get
from 5.02M to here: dates ahead in a fixed array counted in the global word, one encoder for all questions to the policy,
texts of restriction codes in one word each, no cached EIP-712 domain, roles checked by a call instead of a copy.

**KYC entries** meet the target with an entry of realistic content (expiry, country, one class, a 16-byte investor id: the
table's figure); each further non-zero byte costs 12.

## Rules

A transfer under a \`RuleSet\` with one rule, both sides known, and what the rule adds to a set without any (which asks the
registry about both sides). Counting rules (the last three) are measured with an existing investor on both sides; they share
their counts, so that a second of them adds about 3k, not 40k.

| rule | transfer | adds |
| --- | ---: | ---: |
| none | ${n(none)} | |
${ruleTable}

## All figures

\`…Base\` plus \`…Each\` for each row is never under what a batch of 1, 50 or 100 uses.

| operation | gas |
| --- | ---: |
${all}
`;
}
