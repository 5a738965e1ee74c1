import { describe, expect, test } from "vitest";
import { defaultConfiguration } from "../../src/model/configuration.js";
import { memory } from "../../src/world/memory.js";
import { facts, judged, measurement, of, outcomesOf, rules, type Circumstances } from "./judged.js";

/** The candidate's facts, and the base's; null for a base without the model's facts. */
const against = (
  candidate: readonly object[],
  base: readonly object[],
  rule: string,
  more: Circumstances = {},
): ReturnType<typeof judged> =>
  judged({ "m/own.facts.jsonl": facts(...candidate) }, rules(`rule: { ${rule}, against: base }`), {
    base: {
      tree: memory({ "m/own.facts.jsonl": facts(...base) }),
      label: "main",
      configuration: defaultConfiguration,
      commit: null,
    },
    ...more,
  });

describe("bare numbers against bounds", () => {
  test.each<[title: string, value: number, bound: string, outcome: string]>([
    ["0.2 + 0.1 meets at least 0.3", 0.2 + 0.1, "at-least: 0.3", "met"],
    ["0.2 + 0.1 meets at most 0.3", 0.2 + 0.1, "at-most: 0.3", "met"],
    ["0.3 meets a bound of itself", 0.3, "at-least: 0.3", "met"],
    ["just below is not met", 0.2999999, "at-least: 0.3", "not-met"],
    ["just above is not met", 0.3000001, "at-most: 0.3", "not-met"],
    ["a bound in per cent", 0.8, "at-least: 80%", "met"],
    ["below a bound in per cent", 0.7999, "at-least: 80%", "not-met"],
    ["of two bounds both must hold", 0.9, "at-least: 0.8, at-most: 0.85", "not-met"],
  ])("%s", async (_title, value, bound, outcome) => {
    const files = { "m/own.facts.jsonl": facts(measurement("precision", value)) };
    const report = await judged(files, rules(`rule: { metric: precision, ${bound} }`));
    expect(outcomesOf(report, "rule")).toEqual([outcome]);
  });

  test.each<[title: string, value: number, unit: string | undefined, outcome: string]>([
    ["87.3 for accuracy without a unit cannot be read", 87.3, undefined, "unreadable"],
    ["87.3 per cent is above 87 %", 87.3, "percent", "met"],
    ["86.9 per cent is below 87 %", 86.9, "percent", "not-met"],
    ["0.873 as a share is above 87 %", 0.873, undefined, "met"],
  ])("%s", async (_title, value, unit, outcome) => {
    const files = { "m/own.facts.jsonl": facts(measurement("accuracy", value, unit === undefined ? {} : { unit })) };
    const report = await judged(files, rules("rule: { metric: accuracy, at-least: 87% }"));
    expect(outcomesOf(report, "rule")).toEqual([outcome]);
  });
});

describe("a change against the baseline", () => {
  test.each<[title: string, metric: string, now: number, before: unknown, bound: string, outcome: string]>([
    ["a loss within the margin", "recall", 0.896, 0.9, "may-lose: 0.005", "met"],
    ["a loss of exactly the margin", "recall", 0.895, 0.9, "may-lose: 0.005", "met"],
    ["a loss beyond the margin", "recall", 0.89, 0.9, "may-lose: 0.005", "not-met"],
    ["lower is better, and it rose within the margin", "rmse", 10.4, 10, "may-lose: 0.5", "met"],
    ["lower is better, and it rose beyond the margin", "rmse", 10.6, 10, "may-lose: 0.5", "not-met"],
    ["lower is better, and it fell far", "rmse", 2, 10, "may-lose: 0.5", "met"],
    ["of an unknown metric the bad direction is not known", "zorp", 1, 1, "may-lose: 0.5", "inconclusive"],
    ["a relative gain", "recall", 0.99, 0.9, "relative-change-at-least: 10%", "met"],
    ["a relative gain that falls short", "recall", 0.98, 0.9, "relative-change-at-least: 10%", "not-met"],
    ["a baseline of zero", "recall", 0.5, 0, "relative-change-at-least: 10%", "inconclusive"],
    ["a negative baseline that rose by a tenth", "r2", -0.45, -0.5, "relative-change-at-least: 10%", "met"],
    ["a negative baseline that fell", "r2", -0.55, -0.5, "relative-change-at-least: 10%", "not-met"],
    ["a negative baseline that fell within a tenth", "r2", -0.55, -0.5, "relative-change-at-least: -10%", "met"],
    ["a negative baseline that rose too far", "r2", -0.4, -0.5, "relative-change-at-most: 10%", "not-met"],
    ["a baseline in quotes", "recall", 0.9, "0.9", "may-lose: 0.005", "unreadable"],
  ])("%s", async (_title, metric, now, before, bound, outcome) => {
    const report = await against(
      [measurement(metric, now)],
      [measurement(metric, before)],
      `metric: ${metric}, ${bound}`,
    );
    expect(outcomesOf(report, "rule")).toEqual([outcome]);
  });

  test("a baseline that is NaN is unreadable", async () => {
    const report = await judged({ "m/own.facts.jsonl": facts(measurement("recall", 0.9)) }, changeRule, {
      base: {
        tree: memory({ "m/own.facts.jsonl": '{"kind":"measurement","metric":"recall","value":NaN}\n' }),
        label: "main",
        configuration: defaultConfiguration,
        commit: null,
      },
    });
    expect(of(report, "rule")).toMatchObject([{ outcome: "unreadable", effect: "undecided" }]);
    expect(of(report, "rule")[0]?.message).toContain("NaN");
  });

  const changeRule = rules("rule: { metric: recall, relative-change-at-least: 1%, against: base }");
  const own = { "m/own.facts.jsonl": facts(measurement("recall", 0.9)) };

  test("no base to compare with is missing", async () => {
    const report = await judged(own, changeRule);
    expect(of(report, "rule")).toMatchObject([{ outcome: "missing", effect: "undecided" }]);
  });

  test("no champion named is missing", async () => {
    const report = await judged(own, rules("rule: { metric: recall, may-lose: 1%, against: champion }"));
    expect(of(report, "rule")).toMatchObject([{ outcome: "missing", effect: "undecided" }]);
  });

  test("a baseline without the metric is missing", async () => {
    const report = await against(
      [measurement("recall", 0.9)],
      [measurement("f1", 0.9)],
      "metric: recall, may-lose: 1%",
    );
    expect(of(report, "rule")).toMatchObject([{ outcome: "missing", effect: "undecided" }]);
  });

  test("a candidate without the metric that the baseline has is missing", async () => {
    const report = await against(
      [measurement("f1", 0.9)],
      [measurement("recall", 0.9)],
      "metric: recall, may-lose: 1%",
    );
    expect(of(report, "rule")).toMatchObject([{ outcome: "missing", effect: "undecided" }]);
  });

  test("a model that is new is not applicable against the base, said, and undecided alone", async () => {
    const report = await judged(own, changeRule, {
      base: {
        tree: memory({ "src/main.py": "pass\n" }),
        label: "main",
        configuration: defaultConfiguration,
        commit: null,
      },
    });
    expect(of(report, "rule")).toMatchObject([{ outcome: "not-applicable" }]);
    expect(of(report, "rule")[0]?.message).toContain("is new");
    expect(report.decision).toBe("undecided");
  });
});

describe("the same test set", () => {
  const onSet = (digest: string | null): readonly object[] => [
    measurement("recall", 0.9, { dataset: "holdout" }),
    ...(digest === null ? [] : [{ kind: "dataset", name: "holdout", role: "test", digest }]),
  ];

  test.each<[title: string, now: string | null, before: string | null, option: string, outcome: string]>([
    ["one digest on both sides", "sha256:aa", "sha256:aa", "", "met"],
    ["another digest is not met, without being asked", "sha256:aa", "sha256:bb", "", "not-met"],
    ["another digest where the policy allows it", "sha256:aa", "sha256:bb", ", same-dataset: false", "met"],
    ["no digest, and none asked", null, null, "", "met"],
    ["no digest, but the same name, where asked", null, null, ", same-dataset: true", "met"],
  ])("%s", async (_title, now, before, option, outcome) => {
    const report = await against(onSet(now), onSet(before), `metric: recall, may-lose: 1%${option}`);
    expect(outcomesOf(report, "rule")).toEqual([outcome]);
  });

  test("neither name nor digest where it is asked is not met", async () => {
    const bare = [measurement("recall", 0.9)];
    const report = await against(bare, bare, "metric: recall, may-lose: 1%, same-dataset: true");
    expect(outcomesOf(report, "rule")).toEqual(["not-met"]);
  });
});

describe("files that disagree", () => {
  const two = (a: string, b: string) => ({
    "m/README.md": "---\nlicense: mit\n---\n# M\n",
    "m/a_metrics.json": `{"recall": ${a}, "f1": 0.8}`,
    "m/b_metrics.json": `{"recall": ${b}, "f1": 0.8}`,
  });

  test.each<[title: string, a: string, b: string, outcome: string]>([
    ["both would meet it: never met", "0.95", "0.85", "unreadable"],
    ["one meets and one fails", "0.95", "0.5", "unreadable"],
    ["both fail", "0.6", "0.5", "not-met"],
    ["one is NaN", "0.95", "NaN", "unreadable"],
    ["one is the other, rounded", "0.91", "0.9128", "met"],
    ["beyond rounding", "0.91", "0.9155", "unreadable"],
  ])("%s", async (_title, a, b, outcome) => {
    const report = await judged(two(a, b), rules("rule: { metric: recall, at-least: 0.8 }"));
    expect(outcomesOf(report, "rule")).toEqual([outcome]);
    if (outcome !== "met")
      expect(
        of(report, "rule")[0]
          ?.sources.map(({ path }) => path)
          .sort(),
      ).toEqual(["m/a_metrics.json", "m/b_metrics.json"]);
  });
});

describe("slices", () => {
  const slice = (country: string, value: number, more: object = {}): object =>
    measurement("accuracy", value, { slice: { country }, ...more });
  const each = (bound: string): string => rules(`rule: { metric: accuracy, for-each: [country], ${bound} }`);

  test("each is judged by itself, and overall does not stand for them", async () => {
    const files = { "m/own.facts.jsonl": facts(measurement("accuracy", 0.99), slice("DE", 0.9), slice("FR", 0.7)) };
    const report = await judged(files, each("at-least: 0.8"));
    const said = of(report, "rule").map(({ subject, outcome }) => `${subject ?? ""} ${outcome}`);
    expect(said.sort()).toEqual(["country=DE met", "country=FR not-met"]);
  });

  test("none where they are asked is missing", async () => {
    const report = await judged({ "m/own.facts.jsonl": facts(measurement("accuracy", 0.99)) }, each("at-least: 0.8"));
    expect(of(report, "rule")).toMatchObject([{ outcome: "missing", effect: "undecided" }]);
  });

  test("small ones of known trials are pooled: 18 of 20 and 12 of 30 are 30 of 50", async () => {
    const files = {
      "m/own.facts.jsonl": facts(
        slice("DE", 0.9, { n: 20 }),
        slice("FR", 0.4, { n: 30 }),
        slice("IT", 0.9, { n: 500 }),
      ),
    };
    const report = await judged(files, each("at-least: 0.7, min-samples: 50"));
    const found = of(report, "rule").map(({ subject, outcome, judged: numbers }) => [subject, outcome, numbers?.value]);
    expect(found).toHaveLength(2);
    expect(found).toContainEqual(["country=IT", "met", 0.9]);
    expect(found).toContainEqual(["pool of 2 small slices", "not-met", 0.6]);
  });

  test("small ones that no pool can hold are listed, never silent", async () => {
    const small = (country: string): object => measurement("f1", 0.1, { slice: { country }, n: 10 });
    const files = { "m/own.facts.jsonl": facts(small("DE"), small("FR")) };
    const report = await judged(
      files,
      rules("rule: { metric: f1, for-each: [country], at-least: 0.7, min-samples: 50 }"),
    );
    expect(outcomesOf(report, "rule")).toEqual(["not-applicable", "not-applicable"]);
    expect(report.decision).toBe("undecided");
  });

  test("one that the baseline has and the candidate lacks is missing", async () => {
    const report = await against(
      [slice("DE", 0.9)],
      [slice("DE", 0.9), slice("FR", 0.9)],
      "metric: accuracy, for-each: [country], may-lose: 1%",
    );
    const missing = of(report, "rule").filter(({ outcome }) => outcome === "missing");
    expect(missing).toMatchObject([{ subject: "country=FR", effect: "undecided" }]);
    expect(report.decision).toBe("undecided");
  });
});
