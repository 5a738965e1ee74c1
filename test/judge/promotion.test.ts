import { describe, expect, test } from "vitest";
import { defaultConfiguration, type Stages } from "../../src/model/configuration.js";
import { memory } from "../../src/world/memory.js";
import { facts, judged, measurement, of, rules, type Circumstances } from "./judged.js";

const configured = (stage: string | null, stages: Stages = defaultConfiguration.stages) => ({
  ...defaultConfiguration,
  stages,
  models: [{ name: "m", path: "m", stage, risk: null, owner: null, champion: null, run: null }],
});

const evidence = (...registry: readonly object[]) => ({
  "m/own.facts.jsonl": facts(measurement("recall", 0.7), ...registry),
});

const gates = [
  "in-production: { metric: recall, at-least: 80%, applies: { stages: [production] } }",
  "in-staging: { metric: recall, at-least: 90%, applies: { stages: [staging] } }",
  "transition: { stage-transition: allowed }",
];

/** A change of a model that is in staging on the base. */
const change = (before: Readonly<Record<string, string>>, more: Circumstances = {}): Circumstances => ({
  configuration: configured("staging"),
  base: { tree: memory(before), label: "base", configuration: configured("staging"), commit: null },
  onlyNew: true,
  event: "pull_request",
  ...more,
});

const outcomes = (report: Awaited<ReturnType<typeof judged>>) =>
  report.findings.map(({ rule, outcome }) => `${rule} ${outcome}`).sort();

const registry = (stage: string | null, aliases: readonly string[] = [], version = "3") => ({
  kind: "model",
  name: "fraud",
  version,
  stage,
  aliases,
});

describe("a promotion is seen from what changed, and the stage that is entered judges it", () => {
  test("nothing changed: the stage that it is in judges it", async () => {
    const files = evidence(registry("Staging"));
    const report = await judged(files, rules(...gates), change(files));
    expect(outcomes(report)).toEqual(["in-staging not-met", "transition not-applicable"]);
    expect(report.notes).toEqual([]);
  });

  test.each<[title: string, before: object, after: object, by: RegExp]>([
    [
      "the registry's stage",
      registry("Staging"),
      registry("Production"),
      /from staging to production.*m\/own\.facts\.jsonl/,
    ],
    [
      "an alias of the stage's name",
      registry(null, ["canary"]),
      registry(null, ["canary", "production"]),
      /from canary to production/,
    ],
    ["the alias champion", registry(null), registry(null, ["champion"]), /from staging to production/],
    [
      "another version that takes the stage",
      registry("Production", [], "2"),
      registry("Production", [], "3"),
      /from staging to production/,
    ],
  ])("by %s", async (_title, before, after, by) => {
    const report = await judged(evidence(after), rules(...gates), change(evidence(before)));
    expect(outcomes(report)).toContain("in-production not-met");
    expect(outcomes(report)).toContain("in-staging not-met");
    expect(report.models).toMatchObject([{ stage: "production" }]);
    expect(report.notes.join("\n")).toMatch(by);
  });

  test.each([
    [
      "by the configuration that the change brings",
      "production",
      ["in-production not-met", "in-staging not-met", "transition not-met"],
    ],
    [
      "to a stage that nobody judges, which frees it of nothing",
      "development",
      ["in-staging not-met", "transition met"],
    ],
    ["to a stage that there is not, which is ignored", "nowhere", ["in-staging not-met", "transition not-applicable"]],
    ["to the archive, which only the base may say", "archived", ["in-staging not-met", "transition not-applicable"]],
  ])("%s", async (_title, stage, expected) => {
    const files = evidence();
    const report = await judged(files, rules(...gates), change(files, { entering: new Map([["m", stage]]) }));
    expect(outcomes(report)).toEqual(expected);
  });

  test("by the run itself, which judges by the stage that is entered alone", async () => {
    const report = await judged(evidence(), rules(...gates), {
      configuration: configured("staging"),
      stage: "production",
    });
    expect(outcomes(report)).toEqual(["in-production not-met", "transition not-met"]);
    expect(of(report, "transition")).toMatchObject([
      { message: "staging → production, and from staging it may go to canary, development or archived" },
    ]);
  });
});

describe("transitions", () => {
  const transitions = new Map([
    ["new", ["staging"]],
    ["staging", ["production"]],
    ["production", ["archived"]],
  ]);
  const own: Stages = { order: ["staging", "canary", "production"], default: "staging", transitions };
  const usual = defaultConfiguration.stages;

  test.each<[from: string, to: string, stages: Stages, outcome: string]>([
    ["development", "staging", usual, "met"],
    ["staging", "canary", usual, "met"],
    ["canary", "production", usual, "met"],
    ["production", "staging", usual, "met"],
    ["development", "production", usual, "not-met"],
    ["staging", "production", usual, "not-met"],
    ["staging", "production", own, "met"],
    ["staging", "canary", own, "not-met"],
    ["production", "staging", own, "not-met"],
  ])("%s → %s", async (from, to, stages, outcome) => {
    const report = await judged(evidence(), rules("transition: { stage-transition: allowed }"), {
      configuration: configured(from, stages),
      stage: to,
    });
    expect(of(report, "transition")).toMatchObject([{ outcome }]);
  });

  test.each<[title: string, stage: string, stages: Stages, outcome: string]>([
    ["begins in the first stage", "development", usual, "met"],
    ["does not begin in production", "production", usual, "not-met"],
    ["begins where the configuration says", "staging", own, "met"],
  ])("a model that is new %s", async (_title, stage, stages, outcome) => {
    const empty = { tree: memory({}), label: "base", configuration: { ...defaultConfiguration, stages }, commit: null };
    const report = await judged(evidence(), rules("transition: { stage-transition: allowed }"), {
      configuration: configured(stage, stages),
      base: empty,
      onlyNew: true,
      event: "pull_request",
    });
    expect(of(report, "transition")).toMatchObject([{ outcome }]);
  });
});
