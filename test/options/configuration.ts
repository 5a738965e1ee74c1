import { check } from "../../src/commands/check.js";
import { acted } from "../action/acted.js";
import { signerFields, signerWith, vouchedFor, type SignerKey } from "../attestation/vouched.js";
import { ellipticPair, enveloped, pemOf, sha256, statementAbout } from "../attestation/signing.js";
import { loggedRun, runs } from "../checks/real-models.js";
import { ran } from "../commands/ran.js";
import { rules, type Files } from "../judge/judged.js";
import { configured, decision, ofM, onCommandLine, outcomes, under, type Case } from "../policy/option-case.js";
import type { Report } from "../../src/model/report.js";
import { columnCases } from "./columns.js";
import { card, real, slices, v1 } from "./on-corpus.js";

const gate = rules("a: { metric: recall, at-least: 80% }");
const project: Files = { ...v1, "gate.yaml": gate };
const names = ({ models }: Report): unknown => models.map(({ name }) => name);
const waiver = (more: string): Files => ({
  ...project,
  "w.yaml": `- { rule: a, model: m, reason: r, owner: "@o", approved-by: "@p", ticket: T-1, ${more} }\n`,
});

/** A model that would go from development into production. */
const transition = (more: string) =>
  onCommandLine(
    {
      ...v1,
      "referee.yaml": `policies: gate.yaml\nstages: { order: [development, staging, production]${more} }\nmodels: [{ name: m, path: m, stage: development }]\n`,
      "gate.yaml": rules("a: { stage-transition: allowed }"),
    },
    outcomes,
    "--stage",
    "production",
  );

const both = {
  ...card,
  ...slices("v3"),
  ...real({ "n/README.md": "huggingface/fraud/v1/README.md" }),
  ...slices("v1", "n"),
};
const compared = under("metric: roc_auc, against: champion, may-lose: 1%", both);
const aboveModels = under("metric: roc_auc, at-least: 99%", {
  ...card,
  ...real({ "x/metrics.json": "sklearn/fraud/v1/metrics.json" }),
});

const pair = ellipticPair();
const attested: Files = { ...project, "gate.yaml": `evidence: attested\n${gate}` };
const attestation = JSON.stringify(
  enveloped(statementAbout({ "m/metrics.json": sha256(attested["m/metrics.json"] ?? "") }), pair),
);
const signed: Files = { ...attested, "m/metrics.sigstore.json": attestation };
const byKey = (more: string): string => `signers:\n  - { ${more} }\n`;
const held = vouchedFor(attested, "m/metrics.json");
const ofSigner = (key: SignerKey): Case =>
  configured(held, signerWith({ [key]: signerFields[key].wrong }), signerWith(), ofM, ["missing", "not-met"]);

const onMain = { ...project, "referee.yaml": "policies: [gate.yaml]\nnothing-to-judge: pass\n" };
const changedRun = { "m/metrics.json": real({ x: "sklearn/fraud/v2/metrics.json" })["x"] ?? "{}" };
const firstLine = async (more: string): Promise<unknown> =>
  (
    await acted({ base: { ...onMain, "referee.yaml": `policies: [gate.yaml]\n${more}` }, change: changedRun })
  ).comments[0]?.split("\n")[0];
const givenClock = async (more: string): Promise<unknown> =>
  (
    await acted({
      base: { ...onMain, "referee.yaml": `policies: [gate.yaml]\n${more}` },
      change: changedRun,
      inputs: { now: "2026-01-01" },
    })
  ).status;

export const configurationCases: Readonly<Record<string, Case>> = {
  policies: {
    without: onCommandLine({ ...project, "referee.yaml": "" }, decision),
    with: onCommandLine({ ...project, "referee.yaml": "policies: gate.yaml\n" }, decision),
    expected: ["warn", "block"],
  },
  waivers: configured(waiver("expires: 2026-12-01"), "", "waivers: w.yaml\n", decision, ["block", "pass"]),
  stages: configured(
    { ...project, "gate.yaml": `applies: { stages: [live] }\n${gate}` },
    "stages: { order: [live, other], default: other }\n",
    "stages: { order: [other, live] }\n",
    ofM,
    [null, "not-met"],
  ),
  "stages.order": configured(
    { ...project, "gate.yaml": `applies: { stages: [live] }\n${gate}` },
    "stages: { order: [live, other] }\n",
    "stages: { order: [other, live] }\n",
    ofM,
    [null, "not-met"],
  ),
  "stages.default": configured(
    { ...project, "gate.yaml": `applies: { stages: [staging] }\n${gate}` },
    "",
    "stages: { default: staging }\n",
    ofM,
    [null, "not-met"],
  ),
  "stages.transitions": {
    without: transition(""),
    with: transition(", transitions: { development: [production] }"),
    expected: [["not-met"], ["met"]],
  },
  models: configured(project, "", "models: [{ name: renamed, path: m }]\n", names, [["m"], ["renamed"]]),
  "models.name": configured(
    project,
    "models: [{ name: one, path: m }]\n",
    "models: [{ name: two, path: m }]\n",
    names,
    [["one"], ["two"]],
  ),
  "models.path": configured(
    aboveModels,
    "models: [{ name: one, path: m }]\n",
    "models: [{ name: one, path: x }]\n",
    ({ findings }) => findings.find(({ model }) => model === "one")?.message.includes("claimed by the card") ?? null,
    [true, false],
  ),
  "models.stage": configured(
    { ...project, "gate.yaml": `applies: { stages: [canary] }\n${gate}` },
    "models: [{ name: m, path: m }]\n",
    "models: [{ name: m, path: m, stage: canary }]\n",
    ofM,
    [null, "not-met"],
  ),
  "models.risk": configured(
    { ...project, "gate.yaml": `applies: { risk: [high] }\n${gate}` },
    "models: [{ name: m, path: m }]\n",
    "models: [{ name: m, path: m, risk: high }]\n",
    ofM,
    [null, "not-met"],
  ),
  "models.owner": configured(
    under("owner: any", v1),
    "models: [{ name: m, path: m }]\n",
    'models: [{ name: m, path: m, owner: "@acme" }]\n',
    ofM,
    ["missing", "met"],
  ),
  "models.champion": configured(
    compared,
    "models: [{ name: m, path: m }, { name: n, path: n }]\n",
    "models: [{ name: m, path: m, champion: n }, { name: n, path: n }]\n",
    ofM,
    ["missing", "not-met"],
  ),
  "models.run": configured(
    under("metric: test_auc, at-least: 90%", { ...loggedRun(runs.champion), ...loggedRun(runs.challenger), ...card }),
    `models: [{ name: m, path: m, run: ${runs.champion} }]\n`,
    `models: [{ name: m, path: m, run: ${runs.challenger} }]\n`,
    ofM,
    ["not-met", "met"],
  ),
  evidence: configured(
    aboveModels,
    "",
    "evidence: [{ files: x/metrics.json, model: m }]\n",
    ({ models }) => models[0]?.files.length,
    [1, 2],
  ),
  "evidence.files": configured(
    aboveModels,
    "evidence: [{ files: x/*.yaml, model: m }]\n",
    "evidence: [{ files: x/*.json, model: m }]\n",
    ({ models }) => models[0]?.files.length,
    [1, 2],
  ),
  "evidence.model": configured(
    under("metric: roc_auc, at-least: 89.9%", {
      ...both,
      ...real({ "x/metrics.json": "sklearn/fraud/v2/metrics.json" }),
    }),
    "ignore: [m/metrics.json, m/slices.csv]\nevidence: [{ files: x/metrics.json, model: n }]\n",
    "ignore: [m/metrics.json, m/slices.csv]\nevidence: [{ files: x/metrics.json, model: m }]\n",
    ofM,
    ["not-met", "met"],
  ),
  "evidence.role": configured(
    under("metric: roc_auc, against: champion, may-lose: 1%", {
      ...card,
      ...slices("v3"),
      ...real({ "m/before.json": "sklearn/fraud/v1/metrics.json" }),
    }),
    "ignore: [m/before.json]\n",
    "evidence: [{ files: m/before.json, role: baseline }]\n",
    ofM,
    ["missing", "not-met"],
  ),
  "evidence.map": configured(
    under("metric: bleu, at-least: 0", { ...card, ...real({ "m/params.json": "sklearn/fraud/v1/metrics.json" }) }),
    "",
    "evidence: [{ files: m/params.json, map: { kind: measurement, metric: bleu, value: $.roc_auc } }]\n",
    ofM,
    ["missing", "met"],
  ),
  ...columnCases,
  ignore: configured(compared, "", "ignore: n/**\n", names, [["m", "n"], ["m"]]),
  history: configured(compared, "", "history: n\n", names, [["m", "n"], ["m"]]),
  "longest-waiver": {
    without: onCommandLine(
      { ...waiver("expires: 2026-12-31"), "referee.yaml": "policies: gate.yaml\nwaivers: w.yaml\n" },
      decision,
    ),
    with: async () =>
      (
        await ran(
          {
            ...waiver("expires: 2026-12-31"),
            "referee.yaml": "policies: gate.yaml\nwaivers: w.yaml\nlongest-waiver: 30d\n",
          },
          check,
        )
      ).status,
    expected: ["pass", 3],
  },
  "nothing-to-judge": configured(
    { "gate.yaml": gate, ...real({ "x/metrics.json": "sklearn/fraud/v1/metrics.json" }) },
    "",
    "nothing-to-judge: pass\n",
    decision,
    ["undecided", "pass"],
  ),
  signers: configured(signed, "", byKey(`name: ci, key: ${JSON.stringify(pemOf(pair))}`), ofM, ["missing", "not-met"]),
  "signers.name": configured(
    signed,
    byKey(`key: ${JSON.stringify(pemOf(pair))}`),
    byKey(`name: ci, key: ${JSON.stringify(pemOf(pair))}`),
    ofM,
    [["referee.yaml:3:5 entry 1 has no `name` | write `name`: what the signer is called in messages"], "not-met"],
  ),
  "signers.key": configured(
    signed,
    byKey(`name: ci, key: ${JSON.stringify(pemOf(ellipticPair()))}`),
    byKey(`name: ci, key: ${JSON.stringify(pemOf(pair))}`),
    ofM,
    ["missing", "not-met"],
  ),
  "signers.root": ofSigner("root"),
  "signers.identity": ofSigner("identity"),
  "signers.issuer": ofSigner("issuer"),
  "signers.log": ofSigner("log"),
  "gate-id": {
    without: () => firstLine(""),
    with: () => firstLine("gate-id: nightly\n"),
    expected: ["<!-- model-referee:default:v1 -->", "<!-- model-referee:nightly:v1 -->"],
  },
  "allow-clock": {
    without: () => givenClock(""),
    with: () => givenClock("allow-clock: true\n"),
    expected: [3, 0],
  },
};
