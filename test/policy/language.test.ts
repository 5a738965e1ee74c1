import { describe, expect, test } from "vitest";
import { ran } from "../commands/ran.js";
import { check } from "../../src/commands/check.js";
import { defaultConfiguration } from "../../src/model/configuration.js";
import { policyFilesOf } from "../../src/policy/files.js";
import { loadAnyPolicies } from "../../src/policy/load.js";
import { memory } from "../../src/world/memory.js";
import { clock, facts, judged, measurement, of, outcomesOf, rules } from "../judge/judged.js";

const files = { "m/own.facts.jsonl": facts(measurement("recall", 0.7)) };
const floor = "{ metric: recall, at-least: 80% }";

const configured = (fields: object) => ({
  ...defaultConfiguration,
  models: [{ name: "m", path: "m", stage: null, risk: null, owner: null, champion: null, run: null, ...fields }],
});

describe("where a policy or a rule applies", () => {
  test.each<[applies: string, fields: object, event: string | null, judges: boolean]>([
    ["risk: [high]", { risk: "high" }, null, true],
    ["risk: [high, medium]", { risk: "medium" }, null, true],
    ["risk: [high]", { risk: "low" }, null, false],
    ["risk: [high]", {}, null, false],
    ["stages: [canary]", { stage: "canary" }, null, true],
    ["stages: [canary]", { stage: "production" }, null, false],
    ["stages: production", {}, null, true],
    ["events: [release]", {}, "release", true],
    ["events: [release]", {}, "pull_request", false],
    ["events: [release]", {}, null, true],
    ['models: ["m*"]', {}, null, true],
    ['models: ["x*", "m"]', {}, null, true],
    ['models: ["fraud-*"]', {}, null, false],
    ['risk: [high], stages: [canary], models: ["*"]', { risk: "high", stage: "production" }, null, false],
  ])("%s, of a model with %j on %s: %s", async (applies, fields, event, judges) => {
    const circumstances = { configuration: configured(fields), event };
    const ofPolicy = await judged(files, `applies: { ${applies} }\n${rules(`a: ${floor}`)}`, circumstances);
    expect(outcomesOf(ofPolicy, "a")).toEqual(judges ? ["not-met"] : []);
    expect(ofPolicy.decision).toBe(judges ? "block" : "undecided");
    const ofRule = await judged(
      files,
      rules(`a: { metric: recall, at-least: 80%, applies: { ${applies} } }`),
      circumstances,
    );
    expect(outcomesOf(ofRule, "a")).toEqual(judges ? ["not-met"] : []);
  });

  test("risk classes choose among policies", async () => {
    const strict = `policy: strict\napplies: { risk: [high] }\nrules:\n  a: ${floor}\n`;
    const lenient = `policy: lenient\napplies: { risk: [low] }\nrules:\n  a: { metric: recall, at-least: 50% }\n`;
    const { policies } = await loadAnyPolicies(
      ["s.yaml", "l.yaml"],
      policyFilesOf(memory({ "s.yaml": strict, "l.yaml": lenient })),
    );
    const decide = async (risk: string) =>
      (await judged(files, strict, { policies, configuration: configured({ risk }) })).decision;
    expect([await decide("high"), await decide("low"), await decide("other")]).toEqual(["block", "pass", "undecided"]);
  });
});

describe("effective", () => {
  test.each<[effective: string, outcome: string]>([
    ["{ from: 2026-11-23 }", "not-met"],
    ["{ from: 2026-11-24 }", "not-applicable"],
    ["{ until: 2026-11-23 }", "not-met"],
    ["{ until: 2026-11-22 }", "not-applicable"],
    ["{ from: 2026-01-01, until: 2026-12-31 }", "not-met"],
  ])(`%s at ${clock}: %s`, async (effective, outcome) => {
    const report = await judged(files, rules(`a: { metric: recall, at-least: 80%, effective: ${effective} }`));
    expect(outcomesOf(report, "a")).toEqual([outcome]);
  });
});

describe("messages, references and parameters reach the finding", () => {
  test("as they are written", async () => {
    const text = `parameters: { floor: 80%, names: [recall] }\n${rules('a: { metric: $names, at-least: $floor, message: "Miss no fraud.", references: ["SR 11-7 V.3"] }')}`;
    expect(of(await judged(files, text), "a")).toMatchObject([
      { message: "Miss no fraud. (recall 0.7, at least 0.8)", references: ["SR 11-7 V.3"], outcome: "not-met" },
    ]);
  });
});

describe("what the evidence must be vouched for", () => {
  const base = (text: string) => ({
    tree: memory({ "m/own.facts.jsonl": text }),
    label: "base",
    configuration: defaultConfiguration,
    commit: null,
  });
  const same = files["m/own.facts.jsonl"];
  test.each<[asked: string, onBase: string, outcome: string]>([
    ["committed", "", "not-met"],
    ["base", same, "not-met"],
    ["base", facts(measurement("recall", 0.71)), "missing"],
    ["attested", same, "missing"],
  ])("evidence: %s", async (asked, onBase, outcome) => {
    const ofRule = rules(`a: { metric: recall, at-least: 80%, evidence: ${asked} }`);
    const circumstances = { base: base(onBase), onlyNew: true, event: "pull_request" };
    expect(outcomesOf(await judged(files, ofRule, circumstances), "a")).toEqual([outcome]);
    const ofPolicy = `evidence: ${asked}\n${rules(`a: ${floor}`)}`;
    expect(outcomesOf(await judged(files, ofPolicy, circumstances), "a")).toEqual([outcome]);
  });
});

describe("only-new", () => {
  const base = { tree: memory(files), label: "base", configuration: defaultConfiguration, commit: null };
  test.each<[title: string, policy: string, effect: string]>([
    ["softens on a pull request what stands on the base", rules(`a: ${floor}`), "warn"],
    ["may be switched off by the policy", `only-new: false\n${rules(`a: ${floor}`)}`, "block"],
    ["may be switched off by the rule", rules("a: { metric: recall, at-least: 80%, only-new: false }"), "block"],
    [
      "may be switched on again by the rule",
      `only-new: false\n${rules("a: { metric: recall, at-least: 80%, only-new: true }")}`,
      "warn",
    ],
  ])("%s", async (_title, policy, effect) => {
    expect(of(await judged(files, policy, { base, onlyNew: true, event: "pull_request" }), "a")).toMatchObject([
      { effect },
    ]);
    expect(of(await judged(files, policy, { base, onlyNew: false, event: "release" }), "a")).toMatchObject([
      { effect: "block" },
    ]);
  });
});

describe("the passing of time alone", () => {
  const dated = facts({ ...measurement("recall", 0.9), at: "2026-01-01" });
  const rule = rules("fresh: { report-freshness: evaluation, max-age: 30d }");
  const base = {
    tree: memory({ "m/own.facts.jsonl": dated }),
    label: "base",
    configuration: defaultConfiguration,
    commit: null,
  };
  test.each<[title: string, text: string, onlyNew: boolean, effect: string]>([
    ["is a note for a model that the change does not touch", dated, true, "note"],
    ["warns of one that it touches", dated + facts({ kind: "run", run_id: "r" }), true, "warn"],
    ["blocks where no change is judged", dated, false, "block"],
  ])("%s", async (_title, text, onlyNew, effect) => {
    const report = await judged({ "m/own.facts.jsonl": text }, rule, { base, onlyNew, event: "pull_request" });
    expect(of(report, "fresh")).toMatchObject([{ outcome: "not-met", effect }]);
  });
});

describe("a policy is refused, each error at its place", () => {
  const told = async (text: string, stages?: readonly string[]) => {
    const { problems } = await loadAnyPolicies(
      ["p.yaml"],
      policyFilesOf(memory({ "p.yaml": text })),
      stages === undefined ? {} : { stages },
    );
    return problems.map(({ line, column, message, mend }) => `${line}:${column} ${message} | ${mend}`);
  };

  test.each<[title: string, text: string, expected: readonly RegExp[]]>([
    [
      "aliases",
      "rules:\n  a: &a { metric: recall, at-least: 80% }\n  b: *a\n",
      [/^3:6 the alias `\*a` .* \| .*`parameters`/],
    ],
    [
      "merge keys",
      "rules:\n  a: &a { metric: recall, at-least: 80% }\n  b: { <<: *a, at-least: 90% }\n",
      [/^3:8 the merge key `<<`/, /^3:12 the alias `\*a`/],
    ],
    ["a star that is no alias", 'rules:\n  a: { metric: recall, at-least: 80%, applies: { models: ["m*"] } }\n', []],
    ["tabs", "rules:\n\ta: { metric: recall, at-least: 80% }\n", [/^2:1 .*tab/]],
    [
      "duplicate keys",
      "rules:\n  a: { metric: recall, at-least: 80%, at-least: 10% }\n",
      [/^2:39 the key `at-least` stands twice/],
    ],
    [
      "bounds that exclude one another",
      "rules:\n  a: { metric: recall, at-least: 90%, at-most: 80% }\n",
      [/^2:48 nothing is `at-least` 90 % and `at-most` 80 % at once/],
    ],
    [
      "changes that exclude one another",
      "rules:\n  a: { metric: recall, change-at-least: 2%, change-at-most: 1%, against: base }\n",
      [/^2:61 nothing is `change-at-least`/],
    ],
    ["bounds that meet in a point", "rules:\n  a: { metric: recall, at-least: 80%, at-most: 0.8 }\n", []],
    [
      "a section misspelt",
      "rules:\n  a: { card-sections: [intnded-use, limitations] }\n",
      [/^2:24 .*`intnded-use`, which is not known \| did you mean `intended-use`/],
    ],
    ["a heading of one's own", 'rules:\n  a: { card-sections: ["Who may use it", licence] }\n', []],
    [
      "a field that no fact has",
      "rules:\n  a: { metric: recall, at-least: 80%, where: { splitt: test } }\n",
      [/^2:48 no fact has a field `splitt` \| did you mean `split`/],
    ],
    ["a field of a slice", "rules:\n  a: { metric: recall, at-least: 80%, where: { slice.country: DE } }\n", []],
    [
      "a day that does not exist",
      "rules:\n  a: { metric: recall, at-least: 80%, effective: { until: 2026-02-30 } }\n",
      [/^2:59 `until` is `2026-02-30`/],
    ],
    [
      "everything at once",
      "confidense: 95%\nrules:\n  a: { metric: recall, at-leest: 1, then: wrn }\n  b: { metrik: recall }\n  c: { drift: psi, metric: f1, at-most: 1 }\n",
      [/^1:1 /, /^3:24 /, /^3:43 /, /^4:8 /, /^5:20 /],
    ],
  ])("%s", async (_title, text, expected) => {
    const found = await told(text);
    expect(found).toEqual(expected.map((one) => expect.stringMatching(one)));
  });

  test("stages that the configuration does not have", async () => {
    const text =
      "applies: { stages: [productoin, canary] }\nrules:\n  a: { metric: recall, at-least: 80%, applies: { stages: stagging } }\n";
    expect(await told(text, ["staging", "canary", "production"])).toEqual([
      expect.stringMatching(/^1:21 `productoin` is none of the stages \| did you mean `production`/),
      expect.stringMatching(/^3:58 `stagging` is none of the stages \| did you mean `staging`/),
    ]);
    expect(await told(text)).toEqual([]);
  });

  test("through the command line, with exit status 3", async () => {
    const bad = {
      "referee.yaml": "policies: p.yaml\n",
      "p.yaml": "applies: { stages: [prod] }\nrules:\n  a: { metric: recall, at-least: 80% }\n",
      ...files,
    };
    expect(await ran(bad, check)).toMatchObject({
      status: 3,
      problems: [expect.stringMatching(/^p\.yaml:1:21 `prod` is none of the stages/)],
    });
    const good = { ...bad, "p.yaml": "rules:\n  a: { metric: recall, at-least: 80% }\n" };
    expect(await ran(good, check, "--stage", "productoin")).toMatchObject({
      status: 3,
      problems: ["there is no stage productoin | did you mean production?"],
    });
    expect(await ran(good, check, "--stage", "canary")).toMatchObject({ status: 1 });
  });
});
