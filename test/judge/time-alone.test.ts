import { describe, expect, test } from "vitest";
import { checks } from "../../src/checks/index.js";
import { defaultConfiguration } from "../../src/model/configuration.js";
import { memory } from "../../src/world/memory.js";
import { cardOf } from "../checks/cards.js";
import { clock, facts, judged, measurement, of, rules, type Circumstances, type Files } from "./judged.js";

const then = { at: "2026-01-01T00:00:00Z" };
const column = (more: object): object => ({
  kind: "drift",
  scope: "column",
  column: "age",
  method: "psi",
  score: 0.01,
  ...more,
  ...then,
});
const check = (more: object): object => ({ kind: "check", name: "one", passed: true, ...more, ...then });
const arms = [
  { name: "control", exposures: 40_000, successes: 2066 },
  { name: "treatment", exposures: 40_000, successes: 2254 },
];
const dpia = cardOf("dpia:\n  reference: DPIA-12\n  date: 2025-01-01");

/** For each check with an age among what it asks: a rule that is met but for the age, and old evidence. */
const aged: Readonly<Record<string, readonly [rule: string, evidence: readonly object[] | string]>> = {
  "ab-test": [
    "{ ab-test: any, change-at-least: 0, max-age: 30d }",
    [{ kind: "experiment", name: "e", arms, ended: then.at }],
  ],
  assertions: ["{ assertions: all, from: [facts-jsonl], max-age: 7d }", [check({})]],
  benchmark: [
    "{ benchmark: mmlu, of: accuracy, at-least: 0.6, max-age: 30d }",
    [measurement("accuracy", 0.7, { dataset: "mmlu", unit: "proportion", ...then })],
  ],
  canary: ["{ canary: any, may-lose: 0.002, max-age: 30d }", [{ kind: "experiment", name: "e", arms, ended: then.at }]],
  "concept-drift": [
    "{ concept-drift: reports, max-age: 7d }",
    [{ kind: "drift", scope: "concept", method: "adwin", drifted: false, ...then }],
  ],
  "confidence-drift": ["{ confidence-drift: psi, at-most: 0.1, max-age: 7d }", [column({ column: "confidence" })]],
  "data-freshness": ["{ data-freshness: 7d }", [{ kind: "dataset", name: "customers", role: "train", ...then }]],
  drift: ["{ drift: psi, at-most: 0.2, max-age: 7d }", [column({})]],
  explanation: [
    "{ explanation: shap, max-age: 30d }",
    [{ kind: "attribution", method: "shap", feature: "age", importance: 1, ...then }],
  ],
  framework: [
    '{ framework: EU AI Act, clause: "Annex IV 2(g)", needs: "metric:recall", max-age: 7d }',
    [measurement("recall", 0.9, then)],
  ],
  "model-age": ["{ model-age: 90d }", [{ kind: "model", name: "m", created: then.at }]],
  "performance-decay": [
    "{ performance-decay: recall, may-lose: 0.02, max-age: 30d }",
    ["2025-11-01", "2025-12-01", "2026-01-01"].map((at) => measurement("recall", 0.9, { at: `${at}T00:00:00Z` })),
  ],
  "prediction-drift": ["{ prediction-drift: psi, at-most: 0.2, max-age: 7d }", [column({ scope: "prediction" })]],
  privacy: ["{ privacy: assessment, max-age: 365d }", dpia],
  "red-team": [
    "{ red-team: all, from: [facts-jsonl], max-age: 7d }",
    [check({ name: "dan.Dan / dan.DAN", observed: 256, expected: 256 })],
  ],
  "report-freshness": ["{ report-freshness: drift, max-age: 7d }", [column({})]],
  retraining: ["{ retraining: event, max-age: 365d }", [{ kind: "model", name: "m", created: "2025-01-01T00:00:00Z" }]],
};

const filesOf = (evidence: readonly object[] | string): Files =>
  typeof evidence === "string" ? { "m/README.md": evidence } : { "m/own.facts.jsonl": facts(...evidence) };

/** A pull request to `main`, whose files are those of `base`. */
const onPullRequest = (base: Files): Circumstances => ({
  base: { tree: memory(base), label: "main", configuration: defaultConfiguration, commit: null },
  onlyNew: true,
  event: "pull_request",
});

/** What leads to more than a pass. */
const stopping = (report: Awaited<ReturnType<typeof judged>>, rule: string) =>
  of(report, rule)
    .filter(({ effect }) => effect !== "pass")
    .map(({ outcome, effect }) => `${outcome} ${effect}`);

describe("the passing of time alone, on a pull request", () => {
  test("every check that can ask for an age has its case here", () => {
    const asking = checks.filter(
      ({ options, subject }) => options["max-age"] !== undefined || subject.kind === "duration",
    );
    expect(asking.map(({ id }) => id).sort()).toEqual(Object.keys(aged).sort());
  });

  test.each(Object.entries(aged))("%s: stops a run that nothing softens", async (_check, [rule, evidence]) => {
    expect(stopping(await judged(filesOf(evidence), rules(`own: ${rule}`)), "own")).toEqual(["not-met block"]);
  });

  test.each(Object.entries(aged))(
    "%s: is a note for a model that the change leaves as it was",
    async (_check, [rule, evidence]) => {
      const files = filesOf(evidence);
      expect(stopping(await judged(files, rules(`own: ${rule}`), onPullRequest(files)), "own")).toEqual([
        "not-met note",
      ]);
    },
  );

  test.each(Object.entries(aged))("%s: warns of a model that the change touches", async (_check, [rule, evidence]) => {
    const base = filesOf(evidence);
    const touched = { ...base, "m/notes.facts.jsonl": facts({ kind: "card", field: "owner", value: "@acme/ml" }) };
    expect(stopping(await judged(touched, rules(`own: ${rule}`), onPullRequest(base)), "own")).toEqual([
      "not-met warn",
    ]);
  });

  test("what else fails beside the age only warns, as anything that the base has", async () => {
    const files = filesOf([column({ score: 0.5 })]);
    const report = await judged(files, rules("own: { drift: psi, at-most: 0.2, max-age: 7d }"), onPullRequest(files));
    expect(stopping(report, "own").sort()).toEqual(["not-met note", "not-met warn"]);
  });

  test("a report that is missing is not old", async () => {
    const files = { "m/README.md": "---\nlicense: mit\n---\n# M\n" };
    const report = await judged(files, rules("own: { report-freshness: drift, max-age: 7d }"), onPullRequest(files));
    expect(stopping(report, "own")).toEqual(["missing warn"]);
  });

  describe("a waiver that has expired", () => {
    const waiverText = `
- { rule: gate/floor, model: m, reason: late, owner: "@acme/fraud", ticket: R-1, expires: 2026-11-01, approved-by: "@acme/risk" }
`;
    const policy = rules("floor: { metric: recall, at-least: 0.8 }");
    const low = filesOf([measurement("recall", 0.7)]);

    test("is a note for a model that the change leaves as it was, and so is what it covered", async () => {
      const report = await judged(low, policy, { ...onPullRequest(low), waiverText });
      expect(stopping(report, "floor")).toEqual(["not-met note"]);
      expect(of(report, "waiver-expired")).toMatchObject([{ effect: "note" }]);
    });

    test("warns of a model that the change touches", async () => {
      const touched = { ...low, "m/notes.facts.jsonl": facts({ kind: "card", field: "owner", value: "@acme/ml" }) };
      const report = await judged(touched, policy, { ...onPullRequest(low), waiverText });
      expect(stopping(report, "floor")).toEqual(["not-met warn"]);
      expect(of(report, "waiver-expired")).toMatchObject([{ effect: "warn" }]);
    });

    test("stops where nothing softens", async () => {
      const report = await judged(low, policy, { waiverText });
      expect([report.decision, report.now]).toEqual(["block", clock]);
      expect(of(report, "waiver-expired")).toMatchObject([{ effect: "warn" }]);
    });
  });
});
