import { describe, expect, test } from "vitest";
import { check } from "../../src/commands/check.js";
import { explain } from "../../src/commands/explain.js";
import { defaultConfiguration } from "../../src/model/configuration.js";
import type { Report } from "../../src/model/report.js";
import { policyFields, ruleFields } from "../../src/policy/envelope.js";
import { propertiesOf } from "../../src/policy/form.js";
import { configurationSchema, waiversSchema } from "../../src/policy/schema.js";
import { memory } from "../../src/world/memory.js";
import { acted } from "../action/acted.js";
import { sound } from "../action/stage.js";
import { ellipticPair, enveloped, pemOf, sha256, statementAbout } from "../attestation/signing.js";
import { signerFields, signerWith, vouchedFor, type SignerKey } from "../attestation/vouched.js";
import { cardOf } from "../checks/cards.js";
import { ran, type Files } from "../commands/ran.js";
import { facts, measurement, rules, type Circumstances } from "../judge/judged.js";
import * as option from "./option-case.js";
import { configured, decision, keysOf, onCommandLine, outcomes, said, type Case, type Look } from "./option-case.js";

const recall = (value: number, more: object = {}): object =>
  measurement("recall", value, { unit: "proportion", ...more });
const low: Files = { "m/own.facts.jsonl": facts(recall(0.7, { trials: 1000, n: 1000 })) };
const floor = "a: { metric: recall, at-least: 80% }";
const ruleWith = (more: string): string =>
  rules(`a: { metric: recall, at-least: 80%${more === "" ? "" : `, ${more}`} }`);

const onBase = (files: Files): Circumstances => ({
  base: { tree: memory(files), label: "main", configuration: defaultConfiguration, commit: null },
  onlyNew: true,
  event: "pull_request",
});

const named = (fields: object): Circumstances => ({
  configuration: {
    ...defaultConfiguration,
    models: [{ name: "m", path: "m", stage: null, risk: null, owner: null, champion: null, run: null, ...fields }],
  },
});

const ofPolicy = (
  without: string,
  policy: string,
  look: Look,
  expected: Case["expected"],
  files: Files = low,
  circumstances?: Circumstances,
): Case => option.ofPolicy(without, policy, look, expected, files, circumstances);

/** The same option in a policy and in a rule of it. */
const shared: Readonly<Record<string, (write: (option: string) => string) => Case>> = {
  "then.not-met": (write) => ofPolicy(write(""), write("then: { not-met: warn }"), decision, ["block", "warn"]),
  "then.missing": (write) =>
    ofPolicy(write(""), write("then: { missing: block }"), decision, ["undecided", "block"], {
      "m/own.facts.jsonl": facts(measurement("f1", 1)),
    }),
  "then.unreadable": (write) =>
    ofPolicy(
      write(""),
      write("then: { unreadable: note }"),
      (report) => report.findings.find(({ rule }) => rule === "a")?.effect,
      ["undecided", "note"],
      { "m/own.facts.jsonl": '{"kind":"measurement","metric":"recall","value":NaN}\n' },
    ),
  "then.inconclusive": (write) =>
    ofPolicy(
      `confidence: 95%\n${write("")}`,
      `confidence: 95%\n${write("then: { inconclusive: warn }")}`,
      decision,
      ["undecided", "warn"],
      { "m/own.facts.jsonl": facts(recall(0.81, { trials: 50, n: 50 })) },
    ),
  then: (write) =>
    ofPolicy(write(""), write("then: note"), said, [["a recall: not-met (block)"], ["a recall: not-met (note)"]]),
  evidence: (write) => ofPolicy(write(""), write("evidence: attested"), outcomes, [["not-met"], ["missing"]]),
  "only-new": (write) => ofPolicy(write(""), write("only-new: false"), decision, ["warn", "block"], low, onBase(low)),
  confidence: (write) =>
    ofPolicy(write(""), write("confidence: 95%"), outcomes, [["met"], ["inconclusive"]], {
      "m/own.facts.jsonl": facts(recall(0.81, { trials: 50, n: 50 })),
    }),
  applies: (write) => ofPolicy(write(""), write('applies: { models: ["other"] }'), decision, ["block", "undecided"]),
  "applies.models": (write) =>
    ofPolicy(write('applies: { models: ["m*"] }'), write('applies: { models: ["x*"] }'), outcomes, [["not-met"], []]),
  "applies.risk": (write) =>
    ofPolicy(
      write("applies: { risk: [low] }"),
      write("applies: { risk: [high] }"),
      outcomes,
      [["not-met"], []],
      low,
      named({ risk: "low" }),
    ),
  "applies.stages": (write) =>
    ofPolicy(
      write("applies: { stages: [canary] }"),
      write("applies: { stages: [staging] }"),
      outcomes,
      [["not-met"], []],
      low,
      named({ stage: "canary" }),
    ),
  "applies.events": (write) =>
    ofPolicy(
      write("applies: { events: [release] }"),
      write("applies: { events: [schedule] }"),
      outcomes,
      [["not-met"], []],
      low,
      { event: "release" },
    ),
};

const inPolicy = (option: string): string => `${option === "" ? "" : `${option}\n`}${ruleWith("")}`;
const family = facts(...["a", "b", "c", "d"].map((country) => recall(0.5, { slice: { country }, trials: 8, n: 8 })));
const families = (adjust: string): string =>
  `confidence: 95%\n${adjust}${rules("a: { metric: recall, at-least: 80%, for-each: country }")}`;

const explained = (description: string) => async (): Promise<unknown> => {
  const { out } = await ran({ ...low, "gate.yaml": `${description}${ruleWith("")}` }, explain, "--policy", "gate.yaml");
  return out.includes("What it is for.");
};

const policyCases: Readonly<Record<string, Case>> = {
  ...Object.fromEntries(Object.entries(shared).map(([key, of]) => [key, of(inPolicy)])),
  policy: ofPolicy(
    ruleWith("").replace("policy: gate\n", ""),
    `policy: own-name\nrules:\n  ${floor}\n`,
    ({ policies }) => policies.map(({ id }) => id),
    [["gate"], ["own-name"]],
  ),
  description: {
    without: explained(""),
    with: explained("description: What it is for.\n"),
    expected: [false, true],
  },
  owner: ofPolicy(ruleWith(""), inPolicy('owner: "@acme/risk"'), ({ policies }) => policies.map(({ owner }) => owner), [
    [null],
    ["@acme/risk"],
  ]),
  adjust: ofPolicy(
    families("adjust: none\n"),
    families("adjust: holm\n"),
    outcomes,
    [
      ["not-met", "not-met", "not-met", "not-met"],
      ["inconclusive", "inconclusive", "inconclusive", "inconclusive"],
    ],
    { "m/own.facts.jsonl": family },
  ),
  gates: ofPolicy(ruleWith(""), inPolicy("gates: false"), decision, ["undecided", "warn"], {
    "m/own.facts.jsonl": facts(measurement("f1", 1)),
  }),
  extends: ofPolicy(
    ruleWith(""),
    `extends: referee:documentation\n${ruleWith("")}`,
    ({ findings }) => findings.some(({ rule }) => rule === "whole-card"),
    [false, true],
  ),
  parameters: ofPolicy(
    `parameters: { floor: 60% }\n${ruleWith("").replace("80%", "$floor")}`,
    `parameters: { floor: 90% }\n${ruleWith("").replace("80%", "$floor")}`,
    outcomes,
    [["met"], ["not-met"]],
  ),
  rules: ofPolicy(
    rules("b: { metric: recall, at-least: 10% }"),
    rules("b: { metric: recall, at-least: 10% }", floor),
    outcomes,
    [["met"], ["not-met", "met"]],
  ),
};

const ruleCases: Readonly<Record<string, Case>> = {
  ...Object.fromEntries(Object.entries(shared).map(([key, of]) => [key, of(ruleWith)])),
  effective: ofPolicy(ruleWith(""), ruleWith("effective: { from: 2027-01-01 }"), outcomes, [
    ["not-met"],
    ["not-applicable"],
  ]),
  "effective.from": ofPolicy(
    ruleWith("effective: { from: 2026-11-23 }"),
    ruleWith("effective: { from: 2026-11-24 }"),
    outcomes,
    [["not-met"], ["not-applicable"]],
  ),
  "effective.until": ofPolicy(
    ruleWith("effective: { until: 2026-11-23 }"),
    ruleWith("effective: { until: 2026-11-22 }"),
    outcomes,
    [["not-met"], ["not-applicable"]],
  ),
  message: ofPolicy(
    ruleWith(""),
    ruleWith("message: Ask Ana."),
    ({ findings }) => findings.map(({ message }) => message.startsWith("Ask Ana. (")),
    [[false], [true]],
  ),
  references: ofPolicy(
    ruleWith(""),
    ruleWith("references: Article 15"),
    ({ findings }) => findings.map(({ references }) => references),
    [[[]], [["Article 15"]]],
  ),
};

const gate = ruleWith("");
const project: Files = { ...low, "gate.yaml": gate };
const waiver = (more: string): string =>
  `- { rule: a, model: m, reason: r, owner: "@o", approved-by: "@p", ticket: T-1, ${more} }\n`;
const withWaiver = (more: string): Files => ({ ...project, "w.yaml": waiver(more) });
const compared: Files = {
  "gate.yaml": rules("a: { metric: recall, against: champion, may-lose: 1% }"),
  "m/own.facts.jsonl": facts(recall(0.7)),
  "n/own.facts.jsonl": facts(recall(0.9)),
};
const predictions = (columns: string, rows: readonly string[]): Files => ({
  "gate.yaml": rules("a: { metric: accuracy, at-least: 50% }"),
  "m/README.md": cardOf("license: mit"),
  "m/rows.csv": [columns, ...rows, ""].join("\n"),
});
const rowsOf = (
  columns: string,
  rows: readonly string[],
  without: string,
  more: string,
  expected: Case["expected"],
  rule = "metric: accuracy, at-least: 50%",
): Case => {
  const table = (declared: string): string =>
    `evidence:\n  - { files: "m/rows.csv", role: predictions, columns: { ${declared} } }\n`;
  const files = { ...predictions(columns, rows), "gate.yaml": rules(`a: { ${rule} }`) };
  return configured(files, table(without), table(more), outcomes, expected);
};

/** A model that would go from development into production. */
const transition = (more: string) =>
  onCommandLine(
    {
      "referee.yaml": `policies: gate.yaml\nstages: { order: [development, staging, production]${more} }\nmodels: [{ name: m, path: m, stage: development }]\n`,
      "gate.yaml": rules("a: { stage-transition: allowed }"),
      ...low,
    },
    outcomes,
    "--stage",
    "production",
  );

/** Predictions of two models whose rows lie in another order. */
const paired = (columns: string): string =>
  ["{ files: m/new.csv, role: predictions,", "{ files: m/old.csv, role: baseline,"]
    .map((side) => `  - ${side} columns: { label: truth, prediction: guess${columns} } }\n`)
    .join("");
const twoTables: Files = {
  "gate.yaml": `confidence: 95%\n${rules("a: { metric: accuracy, against: champion, may-lose: 50% }")}`,
  "m/README.md": cardOf("license: mit"),
  "m/new.csv": ["k,truth,guess", ...Array.from({ length: 40 }, (_, row) => `${row},${row % 2},${row % 2}`), ""].join(
    "\n",
  ),
  "m/old.csv": [
    "k,truth,guess",
    ...Array.from({ length: 40 }, (_, row) => `${39 - row},${(39 - row) % 2},${row < 4 ? row % 2 : (39 - row) % 2}`),
    "",
  ].join("\n"),
};

/** Counts of single columns, as `model-referee sql` writes them. */
const counted: Files = {
  "gate.yaml": rules("a: { drift: psi, for-each: column, at-most: 0.2, min-samples: 10 }"),
  "m/README.md": cardOf("license: mit"),
  "m/reference.csv": "feature,what,times\nage,1,500\nage,2,500\n",
  "m/current.csv": "feature,what,times\nage,1,100\nage,2,900\n",
};
const counts = (columns: string): string =>
  `evidence:\n${["reference", "current"].map((role) => `  - { files: m/${role}.csv, role: ${role}, columns: { ${columns} } }\n`).join("")}`;

const pair = ellipticPair();
const attestedPolicy = `evidence: attested\n${gate}`;
const attestation = JSON.stringify(
  enveloped(statementAbout({ "m/own.facts.jsonl": sha256(low["m/own.facts.jsonl"] ?? "") }), pair),
);
const attested: Files = { ...low, "gate.yaml": attestedPolicy, "m/own.sigstore.json": attestation };
const signers = (more: string): string => `signers:\n  - { ${more} }\n`;
const held = vouchedFor({ ...low, "gate.yaml": attestedPolicy }, "m/own.facts.jsonl");
const ofSigner = (key: SignerKey): Case =>
  configured(held, signerWith({ [key]: signerFields[key].wrong }), signerWith(), outcomes, [["missing"], ["not-met"]]);

const configurationCases: Readonly<Record<string, Case>> = {
  policies: {
    without: onCommandLine({ ...project, "referee.yaml": "" }, ({ policies }) => policies.map(({ id }) => id)),
    with: onCommandLine({ ...project, "referee.yaml": "policies: gate.yaml\n" }, ({ policies }) =>
      policies.map(({ id }) => id),
    ),
    expected: [["baseline"], ["gate"]],
  },
  waivers: configured(withWaiver("expires: 2026-12-01"), "", "waivers: w.yaml\n", decision, ["block", "pass"]),
  stages: configured(
    { ...project, "gate.yaml": `applies: { stages: [live] }\n${gate}` },
    "stages: { order: [live, other], default: other }\n",
    "stages: { order: [other, live] }\n",
    outcomes,
    [[], ["not-met"]],
  ),
  "stages.order": configured(
    { ...project, "gate.yaml": `applies: { stages: [live] }\n${gate}` },
    "stages: { order: [live, other] }\n",
    "stages: { order: [other, live] }\n",
    outcomes,
    [[], ["not-met"]],
  ),
  "stages.default": configured(
    { ...project, "gate.yaml": `applies: { stages: [staging] }\n${gate}` },
    "",
    "stages: { default: staging }\n",
    outcomes,
    [[], ["not-met"]],
  ),
  "stages.transitions": {
    without: transition(""),
    with: transition(", transitions: { development: [production] }"),
    expected: [["not-met"], ["met"]],
  },
  models: configured(
    project,
    "",
    "models: [{ name: renamed, path: m }]\n",
    ({ models }) => models.map(({ name }) => name),
    [["m"], ["renamed"]],
  ),
  "models.name": configured(
    project,
    "models: [{ name: one, path: m }]\n",
    "models: [{ name: two, path: m }]\n",
    ({ models }) => models.map(({ name }) => name),
    [["one"], ["two"]],
  ),
  "models.path": configured(
    { ...project, "x/metrics.json": '{"recall": 0.9}' },
    "models: [{ name: one, path: m }]\n",
    "models: [{ name: one, path: x }]\n",
    ({ models }) => models.map(({ name, path }) => `${name} ${path}`),
    [["one m"], ["m m", "one x"]],
  ),
  "models.stage": configured(
    project,
    "models: [{ name: m, path: m }]\n",
    "models: [{ name: m, path: m, stage: canary }]\n",
    ({ models }) => models.map(({ stage }) => stage),
    [["production"], ["canary"]],
  ),
  "models.risk": configured(
    { ...project, "gate.yaml": `applies: { risk: [high] }\n${gate}` },
    "models: [{ name: m, path: m }]\n",
    "models: [{ name: m, path: m, risk: high }]\n",
    outcomes,
    [[], ["not-met"]],
  ),
  "models.owner": configured(
    { ...project, "gate.yaml": rules("a: { owner: any }"), "m/README.md": cardOf("license: mit") },
    "models: [{ name: m, path: m }]\n",
    'models: [{ name: m, path: m, owner: "@acme" }]\n',
    outcomes,
    [["missing"], ["met"]],
  ),
  "models.champion": configured(
    compared,
    "models: [{ name: m, path: m }, { name: n, path: n }]\n",
    "models: [{ name: m, path: m, champion: n }, { name: n, path: n, champion: n }]\n",
    outcomes,
    [
      ["missing", "missing"],
      ["not-met", "not-applicable"],
    ],
  ),
  "models.run": configured(
    {
      ...project,
      "m/own.facts.jsonl": facts(
        { kind: "run", run_id: "r1", status: "FINISHED" },
        { kind: "run", run_id: "r2", status: "FINISHED" },
        recall(0.7, { run: "r1" }),
        recall(0.9, { run: "r2" }),
      ),
    },
    "models: [{ name: m, path: m, run: r1 }]\n",
    "models: [{ name: m, path: m, run: r2 }]\n",
    outcomes,
    [["not-met"], ["met"]],
  ),
  evidence: configured(
    { ...project, "x/own.json": '{"recall": 0.9}', "m/own.facts.jsonl": facts(measurement("f1", 1)) },
    "",
    "evidence: [{ files: x/own.json, model: m, map: { kind: measurement, metric: recall, value: $.recall } }]\n",
    outcomes,
    [["missing"], ["met"]],
  ),
  "evidence.files": configured(
    { ...project, "x/own.json": '{"recall": 0.9}', "m/own.facts.jsonl": facts(measurement("f1", 1)) },
    "evidence: [{ files: x/*.yaml, model: m, map: { kind: measurement, metric: recall, value: $.recall } }]\n",
    "evidence: [{ files: x/*.json, model: m, map: { kind: measurement, metric: recall, value: $.recall } }]\n",
    outcomes,
    [["missing"], ["met"]],
  ),
  "evidence.map": configured(
    { ...project, "m/own.facts.jsonl": facts(measurement("f1", 1)), "m/own.json": '{"mine": {"r": 0.9}}' },
    "",
    "evidence: [{ files: m/own.json, map: { kind: measurement, metric: recall, value: $.mine.r } }]\n",
    outcomes,
    [["missing"], ["met"]],
  ),
  "evidence.model": configured(
    { ...project, "m/own.facts.jsonl": facts(measurement("f1", 1)), "x/more.json": '{"recall": 0.9}' },
    "",
    "evidence: [{ files: x/more.json, model: m }]\n",
    ({ models }) => models.map(({ files }) => files.length),
    [[1], [2]],
  ),
  "evidence.role": configured(
    { ...compared, "m/old.facts.jsonl": facts(recall(0.9)) },
    "ignore: [m/old.facts.jsonl]\n",
    "evidence: [{ files: m/old.facts.jsonl, role: baseline }]\n",
    (report) => report.findings.find(({ model }) => model === "m")?.outcome,
    ["missing", "not-met"],
  ),
  "evidence.columns": rowsOf(
    "row,truth,guess",
    ["1,a,a", "2,b,b", "3,a,b"],
    "id: row",
    "label: truth, prediction: guess",
    [["missing"], ["met"]],
  ),
  "evidence.columns.label": rowsOf(
    "row,one,two,guess",
    ["1,a,b,a", "2,b,a,b", "3,a,b,a"],
    "label: two, prediction: guess",
    "label: one, prediction: guess",
    [["not-met"], ["met"]],
  ),
  "evidence.columns.prediction": rowsOf(
    "row,truth,one,two",
    ["1,a,b,a", "2,b,a,b", "3,a,b,a"],
    "label: truth, prediction: one",
    "label: truth, prediction: two",
    [["not-met"], ["met"]],
  ),
  "evidence.columns.score": rowsOf(
    "row,truth,one,two",
    ["1,1,0.1,0.9", "2,0,0.9,0.1", "3,1,0.2,0.8", "4,0,0.8,0.2"],
    "label: truth, score: one",
    "label: truth, score: two",
    [["not-met"], ["met"]],
    "metric: roc_auc, at-least: 50%",
  ),
  "evidence.columns.weight": rowsOf(
    "truth,guess,times",
    ["a,a,1", "b,a,9"],
    "label: truth, prediction: guess",
    "label: truth, prediction: guess, weight: times",
    [["met"], ["not-met"]],
  ),
  "evidence.columns.id": configured(
    twoTables,
    `evidence:\n${paired("")}`,
    `evidence:\n${paired(", id: k")}`,
    outcomes,
    [["inconclusive"], ["met"]],
  ),
  "evidence.columns.histogram": configured(
    counted,
    counts("value: what, weight: times"),
    counts("histogram: feature, value: what, weight: times"),
    said,
    [["a what: not-met (block)", "a feature: met (pass)"], ["a age: not-met (block)"]],
  ),
  "evidence.columns.value": configured(
    counted,
    counts("histogram: feature, weight: times"),
    counts("histogram: feature, value: what, weight: times"),
    said,
    [["a: unreadable (undecided)"], ["a age: not-met (block)"]],
  ),
  ignore: configured(
    { ...project, "n/own.facts.jsonl": facts(recall(0.9)) },
    "",
    "ignore: m/**\n",
    ({ models }) => models.map(({ name }) => name),
    [["m", "n"], ["n"]],
  ),
  "longest-waiver": configured(
    withWaiver("expires: 2026-12-31"),
    "waivers: w.yaml\n",
    "waivers: w.yaml\nlongest-waiver: 30d\n",
    decision,
    [
      "pass",
      [
        "w.yaml:1:89 the waiver lasts longer than 30 days from now | write an earlier day, and renew it when it is still needed",
      ],
    ],
  ),
  "nothing-to-judge": configured({ "gate.yaml": gate }, "", "nothing-to-judge: pass\n", decision, [
    "undecided",
    "pass",
  ]),
  signers: configured(attested, "", signers(`name: ci, key: ${JSON.stringify(pemOf(pair))}`), outcomes, [
    ["missing"],
    ["not-met"],
  ]),
  "signers.name": configured(
    attested,
    signers(`key: ${JSON.stringify(pemOf(pair))}`),
    signers(`name: ci, key: ${JSON.stringify(pemOf(pair))}`),
    outcomes,
    [["referee.yaml:3:5 entry 1 has no `name` | write `name`: what the signer is called in messages"], ["not-met"]],
  ),
  "signers.key": configured(
    attested,
    signers(`name: ci, key: ${JSON.stringify(pemOf(ellipticPair()))}`),
    signers(`name: ci, key: ${JSON.stringify(pemOf(pair))}`),
    outcomes,
    [["missing"], ["not-met"]],
  ),
  "signers.root": ofSigner("root"),
  "signers.identity": ofSigner("identity"),
  "signers.issuer": ofSigner("issuer"),
  "signers.log": ofSigner("log"),
  history: configured(
    { ...project, "reports/own.facts.jsonl": facts(recall(0.9)) },
    "",
    "history: reports\n",
    ({ models }) => models.map(({ name }) => name),
    [["m", "reports"], ["m"]],
  ),
};

const waived = (without: string, more: string, expected: Case["expected"]): Case => {
  const run = (text: string) => async (): Promise<unknown> => {
    const { out, problems } = await ran(
      { ...project, "w.yaml": text, "referee.yaml": "policies: gate.yaml\nwaivers: w.yaml\n" },
      check,
      "--format",
      "json",
    );
    if (problems.length > 0) return problems[0]?.split(" | ")[0];
    const report: Report = JSON.parse(out);
    return report.decision;
  };
  return { without: run(without), with: run(more), expected };
};
const full = { rule: "a", model: "m", reason: "r", owner: '"@o"', expires: "2026-12-01", "approved-by": '"@p"' };
const waiverOf = (fields: Readonly<Record<string, string | undefined>>): string =>
  `- { ${Object.entries({ ...full, ...fields })
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]))
    .join(", ")} }\n`;
const lacking = (key: string): RegExp => new RegExp(`entry 1 has no \`${key}\``);

const waiverCases: Readonly<Record<string, Case>> = {
  rule: waived(waiverOf({ rule: "other" }), waiverOf({}), ["block", "pass"]),
  model: waived(waiverOf({ model: "other" }), waiverOf({}), ["block", "pass"]),
  subject: waived(waiverOf({ subject: "country=DE" }), waiverOf({ subject: "recall" }), ["block", "pass"]),
  fingerprint: waived(waiverOf({ fingerprint: `"${"0".repeat(32)}"` }), waiverOf({}), ["block", "pass"]),
  value: waived(waiverOf({ value: "0.75" }), waiverOf({ value: "0.7" }), ["block", "pass"]),
  expires: waived(waiverOf({ expires: "2026-11-22" }), waiverOf({ expires: "2026-11-23" }), ["block", "pass"]),
  reason: waived(waiverOf({ reason: undefined }), waiverOf({}), [expect.stringMatching(lacking("reason")), "pass"]),
  owner: waived(waiverOf({ owner: undefined }), waiverOf({}), [expect.stringMatching(lacking("owner")), "pass"]),
  ticket: waived(waiverOf({ ticket: "{}" }), waiverOf({ ticket: "T-1" }), [
    expect.stringContaining("`ticket` is an empty mapping; expected a text"),
    "pass",
  ]),
  "approved-by": waived(waiverOf({ "approved-by": undefined }), waiverOf({}), ["block", "pass"]),
};

/** Options that act in a workflow alone, or that have a table of their own. */
const elsewhere: Readonly<Record<string, Case>> = {
  "gate-id": {
    without: async () => (await acted({})).comments[0]?.split("\n")[0],
    with: async () =>
      (
        await acted({ base: { ...sound, "referee.yaml": `${String(sound["referee.yaml"])}gate-id: nightly\n` } })
      ).comments[0]?.split("\n")[0],
    expected: ["<!-- model-referee:default:v1 -->", "<!-- model-referee:nightly:v1 -->"],
  },
  "allow-clock": {
    without: async () => (await acted({ inputs: { now: "2026-01-01" } })).status,
    with: async () =>
      (
        await acted({
          base: { ...sound, "referee.yaml": `${String(sound["referee.yaml"])}allow-clock: true\n` },
          inputs: { now: "2026-01-01" },
        })
      ).status,
    expected: [3, 0],
  },
};

const tables: readonly (readonly [where: string, keys: readonly string[], cases: Readonly<Record<string, Case>>])[] = [
  ["a policy", [...keysOf({ properties: propertiesOf(policyFields) }), "extends", "parameters", "rules"], policyCases],
  ["a rule", keysOf({ properties: propertiesOf(ruleFields) }), ruleCases],
  ["the configuration", keysOf(configurationSchema()), { ...configurationCases, ...elsewhere }],
  ["a waiver", keysOf(waiversSchema()), waiverCases],
];

describe.each(tables)("the options of %s", (_where, keys, cases) => {
  test("have a case each, and no case is of an option that there is not", () => {
    expect(keys.length).toBeGreaterThan(5);
    expect(Object.keys(cases).sort()).toEqual([...new Set(keys)].sort());
  });

  test.each(Object.entries(cases))("%s", async (_option, { without, with: given, expected }) => {
    expect([await without(), await given()]).toEqual(expected);
  });
});
