import { describe, expect, test } from "vitest";
import { modelCard } from "../checks/rows.js";
import { facts, judged, measurement, of, rules, type Files } from "./judged.js";
import { onPullRequest } from "./left-out.js";

const recall = (country: string, value: number, n = 400): object =>
  measurement("recall", value, { slice: { country }, n });
const results = (...lines: readonly object[]): Files => ({ ...modelCard, "m/results.facts.jsonl": facts(...lines) });

const before = results(recall("DE", 0.9), recall("FR", 0.85), recall("PL", 0.6));
const floor = "{ metric: recall, at-least: 80%, for-each: country }";

const outcomes = async (head: Files, rule: string, base = before, policy = ""): Promise<readonly string[]> => {
  const report = await judged(head, `${policy}${rules(`a: ${rule}`)}`, onPullRequest(base));
  return [
    report.decision,
    ...of(report, "a")
      .map(({ subject, outcome, effect }) => `${subject ?? ""} ${outcome} ${effect}`)
      .sort(),
  ];
};

describe("a slice that the base was judged on and the change no longer states", () => {
  test("is missing: leaving out the slice that fails does not make the rule pass", async () => {
    const report = await judged(
      results(recall("DE", 0.9), recall("FR", 0.85)),
      rules(`a: ${floor}`),
      onPullRequest(before),
    );
    expect(of(report, "a").find(({ outcome }) => outcome === "missing")).toMatchObject({
      subject: "country=PL",
      effect: "undecided",
      message: "the base was judged on country=PL, and the change states nothing of it",
      sources: [{ path: "m/results.facts.jsonl", line: 1 }],
    });
    expect(report.decision).toBe("undecided");
  });

  test("is missing where it passed on the base, too", async () => {
    expect(await outcomes(results(recall("DE", 0.9), recall("PL", 0.9)), floor)).toEqual([
      "undecided",
      "country=DE met pass",
      "country=FR missing undecided",
      "country=PL met pass",
    ]);
  });

  test("is missing of worst slices under stress as well", async () => {
    expect(
      await outcomes(results(recall("DE", 0.9)), "{ stress-test: recall, at-least: 50%, for-each: country }"),
    ).toContain("country=PL missing undecided");
  });

  test.each<[string, Files, string, Files]>([
    ["the rule has nothing to judge, and says so itself", results(measurement("recall", 0.9)), floor, before],
    [
      "it was too small to be judged on the base",
      results(recall("DE", 0.9)),
      "{ metric: recall, at-least: 80%, for-each: country, min-samples: 100 }",
      results(recall("DE", 0.9), recall("PL", 0.6, 50)),
    ],
    [
      "another key is asked for",
      results(recall("DE", 0.9)),
      floor,
      results(recall("DE", 0.9), measurement("recall", 0.5, { slice: { age: "18-24" } })),
    ],
    ["the base had another model only", results(recall("DE", 0.9)), floor, {}],
  ])("is not asked for where %s", async (_, head, rule, base) => {
    const found = await outcomes(head, rule, base);
    expect(found.filter((line) => /^country=\w+ missing/.test(line))).toEqual([]);
  });

  test("is not asked for where small slices are pooled: it may be among them", async () => {
    const counted = (country: string, value: number, n: number): object =>
      measurement("accuracy", value, { slice: { country }, n, trials: n });
    const head = results(counted("DE", 0.9, 400), counted("FR", 0.9, 80), counted("PL", 0.9, 80));
    const base = results(counted("DE", 0.9, 400), counted("FR", 0.9, 80), counted("PL", 0.9, 400));
    const found = await outcomes(
      head,
      "{ metric: accuracy, at-least: 80%, for-each: country, min-samples: 100 }",
      base,
    );
    expect(found).toEqual(["pass", "country=DE met pass", "pool of 2 small slices met pass"]);
  });

  test("is told where small slices are pooled beside it, and it is none of them", async () => {
    const counted = (country: string, value: number, n: number): object =>
      measurement("accuracy", value, { slice: { country }, n, trials: n });
    const base = results(counted("DE", 0.9, 400), counted("PL", 0.6, 400));
    const head = results(counted("DE", 0.9, 400), counted("FR", 0.9, 80), counted("SE", 0.9, 80));
    const found = await outcomes(
      head,
      "{ metric: accuracy, at-least: 80%, for-each: country, min-samples: 100 }",
      base,
    );
    expect(found).toEqual([
      "undecided",
      "country=DE met pass",
      "pool of 2 small slices met pass",
      "results left out missing undecided",
    ]);
  });

  test("can be waived where it passed on the base, and is let go of where the policy says so", async () => {
    const waiverText = `- { rule: a, model: m, subject: country=FR, reason: the market was closed, owner: kim, approved-by: lee, expires: 2026-12-31 }\n`;
    const head = results(recall("DE", 0.9), recall("PL", 0.9));
    const report = await judged(head, rules(`a: ${floor}`), { ...onPullRequest(before), waiverText });
    expect(of(report, "a").find(({ subject }) => subject === "country=FR")?.waived).not.toBeNull();
    expect((await outcomes(head, floor, before, "then: { missing: warn }\n"))[0]).toBe("warn");
  });

  test("is no matter outside of a pull request, where no base is judged by the same policies", async () => {
    const report = await judged(results(recall("DE", 0.9), recall("FR", 0.85)), rules(`a: ${floor}`));
    expect(report.decision).toBe("pass");
  });
});

const selected = (age: string, rate: number, n = 1000): object =>
  measurement("selection_rate", rate, { slice: { age }, n, trials: n });
const fair = "{ fairness: demographic-parity, for-each: [age], ratio-at-least: 80% }";

describe("a group that the base was compared by and the change leaves out", () => {
  const groups = results(selected("18-29", 0.3), selected("30-49", 0.6), selected("50+", 0.58));

  test("is missing: the gap does not close with it", async () => {
    expect(await outcomes(results(selected("30-49", 0.6), selected("50+", 0.58)), fair, groups)).toEqual([
      "undecided",
      "age=18-29 missing undecided",
      "age=50+ met pass",
    ]);
  });

  test("is not missed where it has become the group that others are held against", async () => {
    const head = results(selected("18-29", 0.62), selected("30-49", 0.6), selected("50+", 0.58));
    expect(await outcomes(head, fair, groups)).toEqual(["pass", "age=30-49 met pass", "age=50+ met pass"]);
  });

  test("is not missed where it was too small to be judged", async () => {
    const asked = "{ fairness: demographic-parity, for-each: [age], ratio-at-least: 80%, min-samples: 100 }";
    const base = results(selected("18-29", 0.3, 50), selected("30-49", 0.6), selected("50+", 0.58));
    expect(await outcomes(results(selected("30-49", 0.6), selected("50+", 0.58)), asked, base)).toEqual([
      "pass",
      "age=50+ met pass",
    ]);
  });
});
