import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { factsOfText, placeOf } from "./described.js";

type Row = readonly unknown[];

/** Of each statement: scope or column, method, score, p-value, limit, verdict. */
async function driftOf(name: string, content: unknown): Promise<readonly Row[]> {
  const facts = await factsOfText(name, typeof content === "string" ? content : JSON.stringify(content));
  return ofKind(facts, "drift").map(({ scope, column, method, score, p_value: pValue, threshold, drifted }) => [
    column ?? scope,
    method,
    score,
    pValue,
    threshold,
    drifted,
  ]);
}

// The shapes are those of reports in public repositories, the numbers are not.
describe("a report of the team's own", () => {
  test.each<[string, unknown, readonly Row[]]>([
    [
      "a record a column; its verdict is of every method in it",
      { amount: { psi: 0.12, ks_statistic: 0.08, p_value: 0.03, drift: false } },
      [
        ["amount", "psi", 0.12, null, null, false],
        ["amount", "ks", 0.08, 0.03, null, false],
      ],
    ],
    [
      "the method that the document names for all its columns",
      {
        method: "ks_test",
        drift_detected: false,
        drift_scores: { age: { statistic: 0.04, p_value: 0.02 }, job: { statistic: 0.02, p_value: 0.55 } },
      },
      [
        ["dataset", null, null, null, null, false],
        ["age", "ks", 0.04, 0.02, null, null],
        ["job", "ks", 0.02, 0.55, null, null],
      ],
    ],
    [
      "a score of a test that is named for all may be its p-value, a score of a distance is none",
      { method: "ks", columns: { age: { drift_score: 0.04, drift: true } } },
      [["age", null, 0.04, null, null, true]],
    ],
    [
      "a distance that is named for all, beside one that is named by its own key",
      { test: "Population Stability Index", columns: { age: { drift_score: 0.3, drift: true }, job: { psi: 0.1 } } },
      [
        ["age", "psi", 0.3, null, null, true],
        ["job", "psi", 0.1, null, null, null],
      ],
    ],
    [
      "a sentence on several methods names none for all",
      {
        method: "PSI and two-sample KS tests",
        drift_detected: true,
        columns: { age: { statistic: 0.2, p_value: 0.1 } },
      },
      [
        ["dataset", null, null, null, null, true],
        ["age", null, 0.2, 0.1, null, null],
      ],
    ],
    [
      "numbers of those that drifted alone, of the method that the whole's is named after",
      { threshold: 0.2, max_psi: 0.31, n_drifted_features: 1, drifted_features: { age: 0.31 }, current_rows: 900 },
      [["age", "psi", 0.31, null, 0.2, true]],
    ],
    [
      "numbers of those that drifted, where nothing says what they are",
      { drift_detected: true, drifted_columns: { age: 0.31 } },
      [
        ["dataset", null, null, null, null, true],
        ["age", null, null, null, null, true],
      ],
    ],
    [
      "numbers of all, beside those that drifted",
      { feature_psi: { age: 0.31, job: 0.01 }, max_psi: 0.31, drifted_features: { age: 0.31 } },
      [
        ["age", "psi", 0.31, null, null, true],
        ["job", "psi", 0.01, null, null, false],
      ],
    ],
    [
      "names alone of those that drifted, and verdicts on what else may drift",
      {
        overall_drift_status: true,
        prediction_drift_detected: true,
        target_drift: { target_drift_detected: false, target_drift_score: 0.1 },
        concept_drift_detected: null,
        summary: { drifted_features: ["age", "job"] },
      },
      [
        ["dataset", null, null, null, null, true],
        ["prediction", null, null, null, null, true],
        ["target", null, null, null, null, false],
        ["age", null, null, null, null, true],
        ["job", null, null, null, null, true],
      ],
    ],
    [
      "a name in the list that has an entry of its own is stated once",
      { columns: { age: { psi: 0.31 }, job: { psi: 0.01 } }, drifted_columns: ["age", "pay"] },
      [
        ["age", "psi", 0.31, null, null, true],
        ["job", "psi", 0.01, null, null, false],
        ["pay", null, null, null, null, true],
      ],
    ],
    [
      "verdicts in words of degree, where they leave no doubt",
      {
        features: [
          { feature: "a", psi: 0.07, drift_status: "major_drift" },
          { feature: "b", psi: 0.3, drift_status: "Significant shift" },
          { feature: "c", psi: 0.15, drift_status: "moderate_drift" },
          { feature: "d", psi: 0.01, drift_status: "no significant change" },
        ],
      },
      [
        ["a", "psi", 0.07, null, null, true],
        ["b", "psi", 0.3, null, null, true],
        ["c", "psi", 0.15, null, null, null],
        ["d", "psi", 0.01, null, null, false],
      ],
    ],
    [
      "a verdict within a method's own record is of that alone",
      { age: { ks_test: { ks_statistic: 0.13, p_value: 0.001, drift_detected: true }, psi: 0.3, mean: 40 } },
      [
        ["age", "ks", 0.13, 0.001, null, true],
        ["age", "psi", 0.3, null, null, null],
      ],
    ],
    [
      "a list of columns beside the verdict on the whole",
      {
        drift_detected: true,
        threshold: 0.2,
        top_features: [
          { feature: "age", psi: 1.2, baseline_mean: 11 },
          { feature: "sex", psi: 0.01, baseline_mean: 1 },
        ],
      },
      [
        ["dataset", null, null, null, null, true],
        ["age", "psi", 1.2, null, 0.2, null],
        ["sex", "psi", 0.01, null, 0.2, null],
      ],
    ],
    [
      "a number for each column under the name of a method, and the list of those that drifted",
      { psi_scores: { a: 0.1, b: 0.3 }, ks_p_values: { a: 0.4 }, drifted_features: ["b"], p_value_threshold: 0.05 },
      [
        ["a", "psi", 0.1, null, null, false],
        ["b", "psi", 0.3, null, null, true],
        ["a", "ks", null, 0.4, 0.05, false],
      ],
    ],
    [
      "methods and limits in words of other tools and languages",
      {
        umbrales: { PSI_UMBRAL: 0.25, CHI2_PVALUE_UMBRAL: 0.05 },
        resultados: [
          { variable: "plazo", psi: 0.37, chi2_pvalue: null, drift_detectado: true },
          { variable: "tipo", psi: null, chi2_pvalue: 0.6, drift_detectado: false },
        ],
      },
      [
        ["plazo", "psi", 0.37, null, 0.25, true],
        ["tipo", "chi-square", null, 0.6, 0.05, false],
      ],
    ],
    [
      "a method that is named beside its number",
      {
        features: {
          a: { test: "ks_2samp", statistic: 0.4, p_value: 0.01, drift_detected: true },
          b: { stat_test: "Wasserstein distance (normed)", score: 0.18, threshold: 0.1, drifted: true },
          c: { stat_test: "K-S p_value", score: 0.5, threshold: 0.05, drifted: false },
        },
      },
      [
        ["a", "ks", 0.4, 0.01, null, true],
        ["b", "wasserstein-normed", 0.18, null, 0.1, true],
        ["c", "ks", null, 0.5, 0.05, false],
      ],
    ],
    [
      "the number of a test under a general word is left: it may be the statistic or the p-value",
      { features: { a: { method: "ks", score: 0.03, drifted: true } } },
      [["a", null, null, null, null, true]],
    ],
    [
      "of two numbers the verdicts tell which one the limit bounds",
      { threshold: 0.05, features: { a: { ks_stat: 0.02, p_value: 0.6, drifted: false } } },
      [["a", "ks", 0.02, 0.6, null, false]],
    ],
    [
      "and where only the p-value fits, it is the p-value",
      { threshold: 0.05, features: { a: { ks_stat: 0.2, p_value: 0.6, drifted: false } } },
      [["a", "ks", 0.2, 0.6, 0.05, false]],
    ],
    [
      "a limit is the p-values' where all verdicts follow them and not all follow the statistics",
      {
        summary: { threshold: 0.05, drift_detected: true },
        features: {
          a: { statistic: 0.04, p_value: 0.3, test: "KS", drift: false },
          b: { statistic: 0.8, p_value: 0.4, test: "chi2", drift: false },
        },
      },
      [
        ["dataset", null, null, null, null, true],
        ["a", "ks", 0.04, 0.3, 0.05, false],
        ["b", "chi-square", 0.8, 0.4, 0.05, false],
      ],
    ],
    [
      "a limit without a method is none where several are used",
      { threshold: 0.2, psi: { a: 0.1 }, wasserstein: { a: 3 } },
      [
        ["a", "psi", 0.1, null, null, null],
        ["a", "wasserstein", 3, null, null, null],
      ],
    ],
    [
      "verdicts as Python prints them, and no number with a name",
      { columns: { ieg: { reference_mean: 7.9, drift_detected: "True" } } },
      [["ieg", null, null, null, null, true]],
    ],
    [
      "what stands twice with the same number is told once",
      { feature_psi: { a: 0.3, b: 0.1 }, top_features: [{ feature: "a", psi: 0.3 }] },
      [
        ["a", "psi", 0.3, null, null, null],
        ["b", "psi", 0.1, null, null, null],
      ],
    ],
    [
      "predictions and the target under their names",
      { score_psi: 0.18, feature_psi: { a: 0.1 }, target_drift: { psi: 0.05, drift_detected: false } },
      [
        ["prediction", "psi", 0.18, null, null, null],
        ["a", "psi", 0.1, null, null, null],
        ["target", "psi", 0.05, null, null, false],
      ],
    ],
  ])("%s", async (_, content, expected) => {
    expect(await driftOf("drift_report.json", content)).toEqual(expected);
  });

  test("the whole: verdict, share with its limit, rows on both sides, the date, and places", async () => {
    const facts = await factsOfText(
      "drift_summary.json",
      JSON.stringify({
        generated_at: "2026-09-02T17:07:56Z",
        reference: { name: "train", n: 18000 },
        n_current_rows: 600,
        drift_share: 0.39,
        drift_share_threshold: 0.5,
        dataset_drift: false,
        features: [{ feature: "a", psi: 0.1 }],
      }),
    );
    const [whole, column] = ofKind(facts, "drift");
    const said = { n_reference: 18000, n_current: 600, at: "2026-09-02T17:07:56Z", format: "drift-report" };
    expect(whole).toMatchObject({ scope: "dataset", share: 0.39, threshold: 0.5, drifted: false, ...said });
    expect(column).toMatchObject({ column: "a", method: "psi", score: 0.1, ...said });
    expect([whole, column].flatMap((fact) => (fact === undefined ? [] : [placeOf(fact)]))).toEqual([
      "/dataset_drift",
      "/features/0/psi",
    ]);
  });

  test("a share alone, with the limit beside it", async () => {
    const facts = ofKind(await factsOfText("drift.json", '{"drift_share": 0.15, "threshold": 0.2}'), "drift");
    expect(facts).toMatchObject([{ scope: "dataset", share: 0.15, threshold: 0.2, drifted: null }]);
  });

  test("a score that is no number is a problem", async () => {
    const facts = await factsOfText(
      "drift.json",
      '{"a": {"psi": NaN, "drift": false}, "b": {"psi": 0.1, "drift": false}}',
    );
    expect(ofKind(facts, "drift")).toMatchObject([{ column: "a", score: null, non_finite: "NaN" }, { column: "b" }]);
    expect(ofKind(facts, "problem")).toMatchObject([{ problem: "non-finite" }]);
  });
});

describe("a table", () => {
  test("has a row for each column, and its own line", async () => {
    const text = [
      "feature,test,statistic,drift_score,ks_stat,cramer_v,p_value,p_threshold,drift,reference_count",
      "age,ks_2samp,0.64,0.64,0.64,,0.0,0.05,True,400",
      "job,chi2_contingency,2729.5,0.22,,0.22,0.0,0.05,False,400",
    ].join("\n");
    expect(await driftOf("drift_report.csv", text)).toEqual([
      ["age", "ks", 0.64, 0, 0.05, true],
      ["job", "cramers-v", 0.22, null, null, false],
      ["job", "chi-square", 2729.5, 0, 0.05, false],
    ]);
    const facts = ofKind(await factsOfText("drift_report.csv", text), "drift");
    expect(facts.map((fact) => [placeOf(fact), fact.n_reference])).toEqual([
      ["2", 400],
      ["3", 400],
      ["3", 400],
    ]);
  });
});

describe("no drift is read from", () => {
  test.each<[string, string, string]>([
    ["two periods in one file", "drift.json", '{"may": {"psi": {"a": 0.1}}, "june": {"psi": {"a": 0.3}}}'],
    ["two populations in one table", "drift.csv", "feature,period,psi\na,1,0.1\na,2,0.3"],
    ["what is to be looked for", "drift_config.json", '{"psi": {"a": 0.2}, "drift_detected": true}'],
    ["what was made up to try a detector", "drift.json", '{"simulated_drift": [{"feature": "a", "psi": 3.1}]}'],
    ["limits", "drift.json", '{"thresholds": {"psi": {"a": 0.2}}}'],
    ["settings of a monitor", "monitor.yaml", "monitoring: { drift: true }"],
    ["metrics of models", "metrics.json", '{"a": {"auc": 0.9, "ks": 0.5, "psi": 0.01}}'],
    ["tests that are of something else", "selection.json", '{"a": {"p_value": 0.1, "statistic": 3}}'],
    ["a flag among metrics", "report.json", '{"accuracy": 0.9, "drift_detected": false}'],
    ["rows of examples", "rows.csv", "id,feature,value\n1,a,0.5\n2,b,0.7"],
  ])("%s", async (_, name, text) => {
    expect(await driftOf(name, text)).toEqual([]);
  });
});

test.each<[string, unknown, readonly Row[]]>([
  [
    "the whole measured by a distance that its key names, and by no column",
    {
      baseline: { yes: 0.2, no: 0.8 },
      current: { yes: 0.3, no: 0.7 },
      l1_distance: 0.2,
      threshold: 0.25,
      drift_detected: false,
    },
    [["dataset", "l1-distance", 0.2, null, 0.25, false]],
  ],
  [
    "the whole by its PSI",
    { psi: 0.31, threshold: 0.2, drift_detected: true },
    [["dataset", "psi", 0.31, null, 0.2, true]],
  ],
  [
    "a finding a column, the method under its kind; the kind of a column is no method",
    {
      findings: [
        { feature: "sales", kind: "psi", value: 0.36, threshold: 0.2 },
        { feature: "store", type: "numeric", psi: 0.1 },
      ],
    },
    [
      ["sales", "psi", 0.36, null, 0.2, null],
      ["store", "psi", 0.1, null, null, null],
    ],
  ],
  [
    "Spanish words for the column, the statistic and the share",
    {
      resumen: { columnas_con_drift: 1, proporcion_con_drift: 0.5 },
      detalle_por_variable: [
        { columna: "saldo", ks_estadistico: 0.3, ks_pvalue: 0.001, drift_detectado: true },
        { columna: "edad", ks_estadistico: 0.01, ks_pvalue: 0.6, drift_detectado: false },
      ],
    },
    [
      ["dataset", null, null, null, null, null],
      ["saldo", "ks", 0.3, 0.001, null, true],
      ["edad", "ks", 0.01, 0.6, null, false],
    ],
  ],
  [
    "a population that was shifted to try the detector is none that was met",
    {
      holdout: { score_psi: 0.001, feature_psi: { age: { psi: 0.002 } } },
      shifted_population: { score_psi: 0.2, feature_psi: { age: { psi: 0.3 } } },
    },
    [
      ["prediction", "psi", 0.001, null, null, null],
      ["age", "psi", 0.002, null, null, null],
    ],
  ],
])("%s", async (_, content, expected) => {
  expect(await driftOf("drift_report.json", content)).toEqual(expected);
});

test("whatever stands below its keys, the reader never fails, and a score is a number that the file holds", async () => {
  const key = fc.constantFrom(
    "psi",
    "ks",
    "p_value",
    "drift",
    "threshold",
    "features",
    "__proto__",
    "constructor",
    "a",
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 4 }, fc.double(), fc.boolean(), fc.string(), tie("list"), tie("record")),
    list: fc.array(tie("tree"), { maxLength: 4 }),
    record: fc.array(fc.tuple(key, tie("tree")), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  }));
  await fc.assert(
    fc.asyncProperty(tree, async (held) => {
      const text = JSON.stringify({ features: held, psi: held });
      const facts = await factsOfText("drift_report.json", text);
      expect(facts.filter((fact) => fact.kind === "problem" && fact.message.includes("failed"))).toEqual([]);
      for (const { score } of ofKind(facts, "drift")) if (score !== null) expect(text).toContain(JSON.stringify(score));
    }),
    { numRuns: 100 },
  );
});
