import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import "../../src/adapters/index.js";
import type { Finding } from "../../src/model/finding.js";
import type { Report } from "../../src/model/report.js";
import { modelCard } from "../checks/rows.js";
import { facts, judged, of, outcomesOf, rules, type Files } from "./judged.js";
import { changed, movedAbout } from "./left-out.js";

/** What is said of limits. */
const loosenedIn = (report: Report): readonly Finding[] =>
  of(report, "a").filter(({ subject }) => subject?.startsWith("limits loosened"));

const fixture = (path: string): string => readFileSync(new URL(`../fixtures/${path}`, import.meta.url), "utf8");

type Edit = readonly [from: string, to: string];

/** A text with each edit made wherever it applies. @throws Error where one applies nowhere */
function edited(text: string, ...edits: readonly Edit[]): string {
  return edits.reduce((whole, [from, to]) => {
    if (!whole.includes(from)) throw new Error(`there is no ${from}`);
    return whole.replaceAll(from, to);
  }, text);
}

interface Case {
  readonly rule: string;
  readonly file: string;
  /** A real report that fails. */
  readonly failing: string;
  /** What makes it pass: the limit that is loosened, and what the tool then says. */
  readonly edits: readonly Edit[];
  readonly says: string;
  readonly limits: number;
}

const passes: Edit = ['"success": false', '"success": true'];

const cases: Readonly<Record<string, Case>> = {
  "Great Expectations, a mean": {
    rule: "{ data-quality: suite }",
    file: "validation.json",
    failing: fixture("limits/great-expectations.json"),
    edits: [passes, ['"max_value": 75', '"max_value": 99999']],
    says: "another limit, and nothing shows that the change keeps it: expect_column_mean_to_be_between on amount: max_value from 75 to 99999",
    limits: 1,
  },
  "Great Expectations, a set and a share": {
    rule: "{ data-quality: suite }",
    file: "validation.json",
    failing: fixture("limits/great-expectations.json"),
    edits: [passes, ['"mostly": 0.97', '"mostly": 0.5'], ['"pos",', '"pos", "CARRIER_PIGEON",']],
    says: "2 other limits, and nothing shows that the change keeps them: expect_column_values_to_not_be_null on country: mostly from 0.97 to 0.5; expect_column_values_to_be_in_set on channel: value_set with CARRIER_PIGEON",
    limits: 2,
  },
  Soda: {
    rule: "{ data-quality: checks }",
    file: "scan_results.json",
    failing: fixture("limits/soda.json"),
    edits: [
      ["between 40 and 75", "between 40 and 99999"],
      ['"greaterThan": 75.0', '"greaterThan": 99999.0'],
      ['"outcome": "fail"', '"outcome": "pass"'],
      ['"outcome": "warn"', '"outcome": "pass"'],
    ],
    says: "avg(amount) between … and … on amount: fail unless ≤ from 75 to 99999",
    limits: 1,
  },
  "a test suite of Evidently": {
    rule: "{ data-quality: checks, allowed-over: 10% }",
    file: "suite.json",
    failing: fixture("evidently/suite-gate.json"),
    edits: [
      ['"lt": 0.3', '"lt": 0.9'],
      ['"gte": 0.2', '"gte": 0.01'],
      ['"threshold": 0.05', '"threshold": 0.0001'],
      ['"status": "FAIL"', '"status": "SUCCESS"'],
      ['"status": "WARNING"', '"status": "SUCCESS"'],
    ],
    says: "Share of Drifted Columns: ≤ from 0.3 to 0.9; Drift per Column on channel: threshold from 0.05 to 0.0001; Drift per Column on is_new_device: threshold from 0.05 to 0.0001; F1 Score: ≥ from 0.2 to 0.01",
    limits: 4,
  },
  "tests of an Evidently report": {
    rule: "{ data-quality: checks }",
    file: "report.json",
    failing: fixture("evidently/explicit-tests.json"),
    edits: [
      ["Share of Drifted Columns: Less 0.300", "Share of Drifted Columns: Less 0.900"],
      ['"threshold": 0.3', '"threshold": 0.9'],
      ['"FAIL"', '"SUCCESS"'],
      ['"WARNING"', '"SUCCESS"'],
    ],
    says: "Share of Drifted Columns: Less …: ≤ from 0.3 to 0.9",
    limits: 1,
  },
  "conditions of Deepchecks": {
    rule: "{ data-quality: checks }",
    file: "result.json",
    failing: fixture("deepchecks/validation.json"),
    edits: [
      ["categorical drift score < 0.2", "categorical drift score < 0.9"],
      ["Drift value is less than 0.25", "Drift value is less than 0.75"],
      ['"FAIL"', '"PASS"'],
    ],
    says: "Feature Drift: categorical drift score from 0.2 to 0.9; Multivariate Drift: Drift value from 0.25 to 0.75",
    limits: 2,
  },
  "a data contract": {
    rule: "{ data-quality: checks, allowed-over: 35% }",
    file: "result.json",
    failing: fixture("limits/datacontract.json"),
    edits: [
      ["has a maximum of 23", "has a maximum of 99"],
      ['"maximum": 23', '"maximum": 99'],
      ['"failed"', '"passed"'],
    ],
    says: "Check that field hour has a maximum of … on hour: maximum from 23 to 99",
    limits: 1,
  },
  "assertions of promptfoo": {
    rule: "{ assertions: all }",
    file: "output.json",
    failing: edited(fixture("promptfoo/all-pass.json"), ['"success": true', '"success": false']),
    edits: [passes, ['"description": "adds numbers",', '"description": "adds numbers", "threshold": 0.1,']],
    says: "adds numbers: threshold from 1 to 0.1",
    limits: 1,
  },
  "metrics of deepeval": {
    rule: "{ assertions: all }",
    file: "evaluation_result.json",
    failing: fixture("deepeval/evaluation_result.json"),
    edits: [passes, ['"threshold": 0.5', '"threshold": 0.1']],
    says: "Brevity (test_case_0): threshold from 0.5 to 0.1; Brevity (test_case_1): threshold from 0.5 to 0.1",
    limits: 2,
  },
  "how often garak tries": {
    rule: "{ red-team: all, min-attempts: 1 }",
    file: "scan.report.jsonl",
    failing: edited(fixture("garak/blank.report.jsonl"), ['"run.generations": 1', '"run.generations": 10']),
    edits: [
      ['"run.generations": 10', '"run.generations": 1'],
      ['"passed": 0, "fails": 1', '"passed": 1, "fails": 0'],
    ],
    says: "generations from 10 to 1",
    limits: 6,
  },
  "the categories of whylogs": {
    rule: "{ drift: any, for-each: column }",
    file: "drift.json",
    failing: edited(fixture("whylogs/drift-hellinger.json").replaceAll(/^ "\w+": null,?\n/gm, ""), [
      '"drift_category": "NO_DRIFT"',
      '"drift_category": "DRIFT"',
    ]),
    edits: [
      [": [\n    0.4,\n    1\n   ]", ": [\n    0.9,\n    1\n   ]"],
      ['"drift_category": "DRIFT"', '"drift_category": "NO_DRIFT"'],
    ],
    says: "amount: threshold of hellinger from 0.4 to 0.9",
    limits: 6,
  },
  "the p-value of alibi-detect": {
    rule: "{ drift: any }",
    file: "mmd.json",
    failing: fixture("alibi-detect/mmd-batch-stable.json"),
    edits: [
      ['"threshold": 0.05', '"threshold": 1e-30'],
      ['"is_drift": 1', '"is_drift": 0'],
    ],
    says: "dataset: p-value from 0.05 to 1e-30",
    limits: 1,
  },
  "the schema of TFDV": {
    rule: "{ anomalies: any }",
    file: "anomalies.json",
    failing: fixture("tfdv/current_drifted_anomalies.json"),
    edits: [
      ['"max": "23"', '"max": "99"'],
      ['"anomalyInfo"', '"formerAnomalyInfo"'],
    ],
    says: "by tfdv-anomalies: hour int_domain.max from 23 to 99",
    limits: 1,
  },
  "detectors of river": {
    rule: "{ concept-drift: [reports], agreeing: 1 }",
    file: "summary.json",
    failing: fixture("river/summary.json"),
    edits: [
      ['"threshold": 30.0', '"threshold": 3000.0'],
      ['"drift_threshold": 3.0', '"drift_threshold": 300.0'],
      ['"drift_detected": true', '"drift_detected": false'],
    ],
    says: "PageHinkley on logloss: threshold from 30 to 3000; DDM on error: drift_threshold from 3 to 300",
    limits: 2,
  },
  "a test of dbt that bears what it did not": {
    rule: "{ data-quality: checks }",
    file: "run_results.json",
    failing: fixture("limits/dbt.json"),
    edits: [
      ['"status": "fail"', '"status": "pass"'],
      ['"status": "warn"', '"status": "pass"'],
    ],
    says: "failing rows from 0 to 1",
    limits: 6,
  },
  "facts of the team's own": {
    rule: "{ data-quality: checks }",
    file: "run.facts.jsonl",
    failing: facts({ kind: "check", name: "share of nulls", passed: false, observed: 0.2, expected: 0.1 }),
    edits: [
      ['"expected":0.1', '"expected":0.3'],
      ['"passed":false', '"passed":true'],
    ],
    says: "share of nulls: expected from 0.1 to 0.3",
    limits: 1,
  },
};

/** Files with one edit. */
const withEdit = (files: Files, from: string, to: string): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace(from, to)]));

const only = (file: string, text: string): Files => ({ ...modelCard, [`m/${file}`]: text });

describe("a limit beside the data", () => {
  test.each(Object.entries(cases))(
    "is held to the base's: %s",
    async (_, { rule, file, failing, edits, says, limits }) => {
      const [base, head] = [only(file, failing), only(file, edited(failing, ...edits))];
      expect(outcomesOf(await judged(base, rules(`a: ${rule}`)), "a")).toContain("not-met");
      expect(new Set(outcomesOf(await judged(head, rules(`a: ${rule}`)), "a"))).toEqual(new Set(["met"]));
      const report = await changed(base, head, rule);
      expect(report.decision).toBe("undecided");
      const told = loosenedIn(report);
      expect(told).toMatchObject([{ outcome: "missing", effect: "undecided", judged: { value: limits } }]);
      expect(told[0]?.message).toContain(says);
      expect(told[0]?.sources[0]).toMatchObject({ path: `m/${file}`, line: expect.any(Number) as number });
    },
  );

  test.each(Object.entries(cases))(
    "may be tightened, and nothing is said: %s",
    async (_, { rule, file, failing, edits }) => {
      const [base, head] = [only(file, edited(failing, ...edits)), only(file, failing)];
      expect(loosenedIn(await changed(base, head, rule))).toEqual([]);
    },
  );

  test.each(Object.entries(cases))(
    "stays as it is in another file, and nothing is said: %s",
    async (_, { rule, file, failing }) => {
      const base = only(file, failing);
      expect(loosenedIn(await changed(base, base, rule))).toEqual([]);
      expect(loosenedIn(await changed(base, movedAbout(base), rule))).toEqual([]);
    },
  );
});

const check = (name: string, more: object = {}): object => ({ kind: "check", name, passed: true, ...more });
const limited = (
  name: string,
  ...limits: readonly (readonly [name: string, sense: string, value: unknown])[]
): object => check(name, { limits: limits.map(([limit, sense, value]) => ({ name: limit, sense, value })) });
const own = (...them: readonly object[]): Files => only("run.facts.jsonl", facts(...them));
const quality = "{ data-quality: checks }";

describe("limits that are loosened", () => {
  test("are one finding of a rule, by their number, at their lines in the change", async () => {
    const columns = Array.from({ length: 30 }, (_, index) => `c${index}`);
    const at = (most: number): Files => own(...columns.map((name) => limited(name, ["max", "at-most", most])));
    expect(loosenedIn(await changed(at(1), at(2), quality))).toMatchObject([
      {
        message:
          "the base was judged by 30 other limits, and nothing shows that the change keeps them: c0: max from 1 to 2; c1: max from 1 to 2; c2: max from 1 to 2; c3: max from 1 to 2; 26 more",
        mend: expect.stringContaining("judge by the limits of the base") as string,
        judged: { value: 30 },
        sources: { length: 20, 0: { line: 1 }, 19: { line: 20 } },
      },
    ]);
  });

  test("are waived by their number, and one more is not", async () => {
    const waiverText = `- { rule: a, model: m, reason: the feed has new values, owner: kim, approved-by: lee, ticket: T-1, expires: 2026-12-31, subject: limits loosened, value: 1 }\n`;
    const at = (one: number, other: number): Files =>
      own(limited("amount", ["max", "at-most", one]), limited("hour", ["max", "at-most", other]));
    const one = await changed(at(1, 1), at(2, 1), quality, { waiverText });
    expect(loosenedIn(one)).toMatchObject([{ waived: { ticket: "T-1" } }]);
    expect(loosenedIn(await changed(at(1, 1), at(2, 2), quality, { waiverText }))).toMatchObject([{ waived: null }]);
  });

  test("are let go by a policy that says so first", async () => {
    const then = "{ data-quality: checks, then: { missing: warn } }";
    const report = await changed(
      own(limited("amount", ["max", "at-most", 1])),
      own(limited("amount", ["max", "at-most", 2])),
      then,
    );
    expect(report.decision).toBe("warn");
  });

  test.each<readonly [what: string, before: readonly [string, unknown], after: readonly [string, unknown] | null]>([
    ["a lower bound lowered", ["at-least", 0.9], ["at-least", 0.8]],
    ["an upper bound raised", ["at-most", 10], ["at-most", 11]],
    ["a limit that is gone", ["at-most", 10], null],
    ["one more that may be", ["one-of", ["a", "b"]], ["one-of", ["a", "b", "c"]]],
    ["one fewer that must be", ["all-of", ["a", "b"]], ["all-of", ["a"]]],
    ["another pattern", ["as-is", "^[A-Z]+$"], ["as-is", ".*"]],
    ["a severity lowered", ["at-least", "critical"], ["at-least", "warning"]],
    ["a strictness that is off", ["at-least", true], ["at-least", false]],
    ["another sense", ["at-most", 10], ["at-least", 9]],
    ["a text for a number", ["at-most", 10], ["at-most", "ten"]],
  ])("are told: %s", async (_, before, after) => {
    const head = after === null ? limited("x") : limited("x", ["limit", ...after]);
    expect(loosenedIn(await changed(own(limited("x", ["limit", ...before])), own(head), quality))).toHaveLength(1);
  });

  test.each<readonly [what: string, before: readonly object[], after: readonly object[]]>([
    ["a bound within rounding", [limited("x", ["m", "at-most", 0.3])], [limited("x", ["m", "at-most", 0.1 + 0.2])]],
    ["a further limit", [limited("x")], [limited("x", ["m", "at-most", 1])]],
    ["a check that is new", [limited("x")], [limited("x"), limited("y", ["m", "at-most", 9])]],
    ["one fewer that may be", [limited("x", ["m", "one-of", ["a", "b"]])], [limited("x", ["m", "one-of", ["b"]])]],
    [
      "checks of one name in another order",
      [limited("x", ["m", "at-most", 1]), limited("x", ["m", "at-most", 5])],
      [limited("x", ["m", "at-most", 5]), limited("x", ["m", "at-most", 1])],
    ],
    [
      "checks of one name, one of them tighter",
      [limited("x", ["m", "at-most", 1]), limited("x", ["m", "at-most", 5])],
      [limited("x", ["m", "at-most", 1]), limited("x", ["m", "at-most", 0.5])],
    ],
    [
      "more that is let pass by a limit that is not stated",
      [limited("x", ["m", "reached", 3])],
      [limited("x", ["m", "reached", 5])],
    ],
    ["limits that nobody stated", [check("x")], [limited("x", ["m", "at-most", 9])]],
    [
      "an own bound that holds the other way",
      [check("x", { observed: 0.9, expected: 0.8 })],
      [check("x", { observed: 0.9, expected: 0.85 })],
    ],
  ])("are not: %s", async (_, before, after) => {
    expect(loosenedIn(await changed(own(...before), own(...after), quality))).toEqual([]);
  });

  test("are told of checks that no longer say what they were held against", async () => {
    const report = await changed(own(limited("x", ["m", "at-most", 1])), own(check("x")), quality);
    expect(loosenedIn(report)[0]?.message).toContain("the limits of x are not stated");
  });

  test("are told where only one of several of a name is loosened", async () => {
    const of = (...most: readonly number[]): Files =>
      own(...most.map((value) => limited("x", ["m", "at-most", value])));
    expect(loosenedIn(await changed(of(1, 5, 7), of(7, 5, 2), quality))).toMatchObject([
      { message: expect.stringContaining("x: m from 1 to 2") as string, judged: { value: 1 } },
    ]);
  });

  test("are told of the same check in a further file, and not of another one beside it", async () => {
    const march = own(limited("x", ["m", "at-most", 1]));
    const april = (most: number): Files => ({
      ...march,
      "m/april.facts.jsonl": facts(limited("x", ["m", "at-most", most])),
    });
    expect(loosenedIn(await changed(march, april(1), quality))).toEqual([]);
    expect(loosenedIn(await changed(march, april(9), quality))).toMatchObject([
      { sources: [{ path: "m/april.facts.jsonl", line: 1 }] },
    ]);
    const beside = own(limited("x", ["m", "at-most", 1]), limited("x", ["m", "at-most", 9]));
    expect(loosenedIn(await changed(march, beside, quality))).toEqual([]);
  });

  test("are not asked of a check that did not run, which is told as that", async () => {
    const report = await changed(
      own(limited("x", ["m", "at-most", 1])),
      own(check("x", { passed: null }), check("y")),
      quality,
    );
    expect(of(report, "a").map(({ outcome }) => outcome)).toEqual(["unreadable"]);
  });

  test("do not count where the policy has the limit", async () => {
    const drift = (threshold: number): Files =>
      own({ kind: "drift", scope: "column", column: "amount", method: "psi", score: 0.05, threshold, drifted: false });
    expect(loosenedIn(await changed(drift(0.1), drift(0.3), "{ drift: psi, at-most: 0.2 }"))).toEqual([]);
    expect(loosenedIn(await changed(drift(0.1), drift(0.3), "{ drift: psi }"))).toHaveLength(1);
  });

  test("count behind a share of drifted columns, and not where they are learned", async () => {
    const share = { kind: "drift", scope: "dataset", share: 0, drifted: false };
    const column = (threshold: number, more: object = {}): object => ({
      ...{ kind: "drift", scope: "column", column: "amount", method: "ks" },
      ...{ p_value: 0.5, threshold, drifted: false },
      ...more,
    });
    const rule = "{ drift: share, at-most: 10% }";
    expect(loosenedIn(await changed(own(share, column(0.05)), own(share, column(0.01)), rule))).toHaveLength(1);
    expect(loosenedIn(await changed(own(share, column(0.05)), own(share, column(0.1)), rule))).toEqual([]);
    const learned = { limits: [] };
    const moved = await changed(own(share, column(0.05, learned)), own(share, column(0.01, learned)), rule);
    expect(loosenedIn(moved)).toEqual([]);
  });
});

describe("an alert that is configured", () => {
  const rule = "{ alerts-configured: [drift] }";
  const alerts = (expression: string, more = "", name = "DriftHigh"): Files =>
    only(
      "alerts.rules.yaml",
      `groups:\n  - name: fraud\n    rules:\n      - alert: ${name}\n        expr: ${expression}\n        for: 10m\n        labels: { severity: critical }\n${more}`,
    );
  const grafana = (threshold: number): Files =>
    only(
      "alerts.json",
      JSON.stringify([
        {
          title: "Drift",
          condition: "C",
          data: [
            { refId: "A", model: { expr: "feature_drift" } },
            {
              refId: "C",
              model: { type: "threshold", conditions: [{ evaluator: { type: "gt", params: [threshold] } }] },
            },
          ],
        },
      ]),
    );

  test.each<readonly [what: string, base: Files, head: Files, says: string]>([
    [
      "a higher threshold",
      alerts("max(drift) > 0.2"),
      alerts("max(drift) > 20"),
      "DriftHigh: threshold from 0.2 to 20",
    ],
    ["a lower one", alerts("min(drift) < 0.2"), alerts("min(drift) < 0.01"), "DriftHigh: threshold from 0.2 to 0.01"],
    [
      "a longer wait",
      alerts("drift > 1"),
      withEdit(alerts("drift > 1"), "10m", "7d"),
      "DriftHigh: for from 600 to 604800",
    ],
    [
      "a milder severity",
      alerts("drift > 1"),
      withEdit(alerts("drift > 1"), "critical", "info"),
      "severity from critical to info",
    ],
    [
      "something else",
      alerts("drift > 1"),
      alerts("vector(0) * drift > 1"),
      "expression from drift to vector(0) * drift",
    ],
    ["a threshold of Grafana", grafana(0.2), grafana(20), "Drift: condition 1 gt from 0.2 to 20"],
  ])("is held to the base's: %s", async (_, base, head, says) => {
    expect(loosenedIn(await changed(base, head, rule))[0]?.message).toContain(says);
    expect(loosenedIn(await changed(base, base, rule))).toEqual([]);
  });

  test("is not, where it fires sooner or is written on other lines", async () => {
    const sooner = withEdit(alerts("drift > 0.1"), "10m", "5m");
    expect(loosenedIn(await changed(alerts("drift > 0.2"), sooner, rule))).toEqual([]);
  });

  test("is missed where it is gone, though another is about the same", async () => {
    const two = alerts("drift > 0.2", "      - { alert: DriftSlow, expr: drift > 0.1 }\n");
    const [gone] = of(await changed(two, alerts("drift > 0.2"), rule), "a").filter(
      ({ outcome }) => outcome === "missing",
    );
    expect(gone).toMatchObject({ subject: "alerts left out", message: expect.stringContaining("DriftSlow") as string });
  });
});

describe("a test set that shrinks", () => {
  const recall = (n: number): Files => own({ kind: "measurement", metric: "recall", value: 0.9, n });
  const said = async (before: number, now: number): Promise<string | undefined> =>
    of(await changed(recall(before), recall(now), "{ metric: recall, at-least: 80% }"), "a")[0]?.message;

  test("is told beside what is judged on it", async () => {
    expect(await said(1000, 600)).toContain("; recall: 600 examples, and 1000 on the base");
  });

  test.each([
    [1000, 950],
    [1000, 1000],
    [600, 1000],
  ])("is not told of %d and %d", async (before, now) => expect(await said(before, now)).not.toContain("on the base"));
});
