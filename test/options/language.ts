import { explain } from "../../src/commands/explain.js";
import { defaultConfiguration } from "../../src/model/configuration.js";
import { memory } from "../../src/world/memory.js";
import { ran } from "../commands/ran.js";
import { rules, type Circumstances, type Files } from "../judge/judged.js";
import { decision, ofPolicy, outcomes, said, type Case } from "../policy/option-case.js";
import { card, real, v1 } from "./on-corpus.js";

const floor = "a: { metric: recall, at-least: 80% }";
const ruleWith = (more: string, bound = "80%"): string =>
  rules(`a: { metric: recall, at-least: ${bound}${more === "" ? "" : `, ${more}`} }`);
const inPolicy =
  (bound = "80%") =>
  (option: string): string =>
    `${option === "" ? "" : `${option}\n`}${ruleWith("", bound)}`;
const inRule =
  (bound = "80%") =>
  (option: string): string =>
    ruleWith(option, bound);

const onBase: Circumstances = {
  base: { tree: memory(v1), label: "main", configuration: defaultConfiguration, commit: null },
  onlyNew: true,
  event: "pull_request",
};
const named = (fields: object): Circumstances => ({
  configuration: {
    ...defaultConfiguration,
    models: [{ name: "m", path: "m", stage: null, risk: null, owner: null, champion: null, run: null, ...fields }],
  },
});
const notANumber = { ...card, ...real({ "m/v3.json": "tfma/fraud/v3_vs_v1/metrics_for_all_slices_candidate.json" }) };

type Written = (bound?: string) => (option: string) => string;

/** Options that stand in a policy and in a rule of it alike. */
const shared = (write: Written): Readonly<Record<string, Case>> => ({
  then: ofPolicy(
    write()(""),
    write()("then: note"),
    said,
    [["a recall: not-met (block)"], ["a recall: not-met (note)"]],
    v1,
  ),
  "then.not-met": ofPolicy(write()(""), write()("then: { not-met: warn }"), decision, ["block", "warn"], v1),
  "then.missing": ofPolicy(
    write()("").replace("recall", "bleu"),
    write()("then: { missing: block }").replace("recall", "bleu"),
    decision,
    ["undecided", "block"],
    v1,
  ),
  "then.unreadable": ofPolicy(
    write()("").replace("recall", "log_loss"),
    write()("then: { unreadable: note }").replace("recall", "log_loss"),
    said,
    [["a log_loss: unreadable (undecided)"], ["a log_loss: unreadable (note)"]],
    notANumber,
  ),
  "then.inconclusive": ofPolicy(
    `confidence: 95%\n${write("20%")("")}`,
    `confidence: 95%\n${write("20%")("then: { inconclusive: warn }")}`,
    decision,
    ["undecided", "warn"],
    v1,
  ),
  evidence: ofPolicy(write()(""), write()("evidence: attested"), outcomes, [["not-met"], ["missing"]], v1),
  "only-new": ofPolicy(write()(""), write()("only-new: false"), decision, ["warn", "block"], v1, onBase),
  confidence: ofPolicy(write("20%")(""), write("20%")("confidence: 95%"), outcomes, [["met"], ["inconclusive"]], v1),
  applies: ofPolicy(write()(""), write()('applies: { models: ["other"] }'), decision, ["block", "undecided"], v1),
  "applies.models": ofPolicy(
    write()('applies: { models: ["m*"] }'),
    write()('applies: { models: ["x*"] }'),
    outcomes,
    [["not-met"], []],
    v1,
  ),
  "applies.risk": ofPolicy(
    write()("applies: { risk: [low] }"),
    write()("applies: { risk: [high] }"),
    outcomes,
    [["not-met"], []],
    v1,
    named({ risk: "low" }),
  ),
  "applies.stages": ofPolicy(
    write()("applies: { stages: [canary] }"),
    write()("applies: { stages: [staging] }"),
    outcomes,
    [["not-met"], []],
    v1,
    named({ stage: "canary" }),
  ),
  "applies.events": ofPolicy(
    write()("applies: { events: [release] }"),
    write()("applies: { events: [schedule] }"),
    outcomes,
    [["not-met"], []],
    v1,
    { event: "release" },
  ),
});

const explained = (description: string) => async (): Promise<unknown> => {
  const files = { ...v1, "gate.yaml": `${description}${ruleWith("")}` };
  return (await ran(files, explain, "--policy", "gate.yaml")).out.includes("What it is for.");
};

/** Of the countries DE, with 11 of 52, lies below by itself alone: p is 0.035, and there are six of them. */
const family = (adjust: string): string =>
  `confidence: 95%\n${adjust}${rules("a: { metric: recall, at-least: 33%, for-each: country }")}`;
const distinct = (report: Parameters<typeof outcomes>[0]): unknown =>
  [...new Set(report.findings.map(({ outcome }) => outcome))].sort();

export const policyCases: Readonly<Record<string, Case>> = {
  ...shared(inPolicy),
  policy: ofPolicy(
    ruleWith("").replace("policy: gate\n", ""),
    `policy: own-name\nrules:\n  ${floor}\n`,
    ({ findings }) => findings.map(({ policy }) => policy),
    [["gate"], ["own-name"]],
    v1,
  ),
  description: { without: explained(""), with: explained("description: What it is for.\n"), expected: [false, true] },
  owner: ofPolicy(
    inPolicy()(""),
    inPolicy()('owner: "@acme/risk"'),
    ({ policies }) => policies.map(({ owner }) => owner),
    [[null], ["@acme/risk"]],
    v1,
  ),
  adjust: ofPolicy(
    family("adjust: none\n"),
    family("adjust: holm\n"),
    distinct,
    [["inconclusive", "not-met"], ["inconclusive"]],
    v1,
  ),
  gates: ofPolicy(
    inPolicy()("").replace("recall", "bleu"),
    inPolicy()("gates: false").replace("recall", "bleu"),
    decision,
    ["undecided", "warn"],
    v1,
  ),
  extends: ofPolicy(
    ruleWith(""),
    `extends: referee:documentation\n${ruleWith("")}`,
    ({ findings }) => findings.some(({ rule }) => rule === "whole-card"),
    [false, true],
    v1,
  ),
  parameters: ofPolicy(
    `parameters: { floor: 20% }\n${ruleWith("", "$floor")}`,
    `parameters: { floor: 90% }\n${ruleWith("", "$floor")}`,
    outcomes,
    [["met"], ["not-met"]],
    v1,
  ),
  rules: ofPolicy(
    rules("b: { metric: recall, at-least: 10% }"),
    rules("b: { metric: recall, at-least: 10% }", floor),
    outcomes,
    [["met"], ["not-met", "met"]],
    v1,
  ),
};

export const ruleCases: Readonly<Record<string, Case>> = {
  ...shared(inRule),
  effective: ofPolicy(
    ruleWith(""),
    ruleWith("effective: { from: 2027-01-01 }"),
    outcomes,
    [["not-met"], ["not-applicable"]],
    v1,
  ),
  "effective.from": ofPolicy(
    ruleWith("effective: { from: 2026-11-23 }"),
    ruleWith("effective: { from: 2026-11-24 }"),
    outcomes,
    [["not-met"], ["not-applicable"]],
    v1,
  ),
  "effective.until": ofPolicy(
    ruleWith("effective: { until: 2026-11-23 }"),
    ruleWith("effective: { until: 2026-11-22 }"),
    outcomes,
    [["not-met"], ["not-applicable"]],
    v1,
  ),
  message: ofPolicy(
    ruleWith(""),
    ruleWith("message: Ask Ana."),
    ({ findings }) => findings.map(({ message }) => message.startsWith("Ask Ana. (")),
    [[false], [true]],
    v1,
  ),
  references: ofPolicy(
    ruleWith(""),
    ruleWith("references: Article 15"),
    ({ findings }) => findings.map(({ references }) => references),
    [[[]], [["Article 15"]]],
    v1,
  ),
};

export const gateOverV1: Files = { ...v1, "gate.yaml": ruleWith("") };
