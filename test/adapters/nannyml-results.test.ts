import { expect, test } from "vitest";
import { ofKind, readEvidence } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

// Values and alerts are those of the frames that NannyML 0.13.1 gave.
describeFixtures("nannyml-results", [
  [
    "nannyml/univariate.csv",
    "three header lines: column, method and field",
    [
      {
        kind: "drift",
        scope: "column",
        column: "amount",
        method: "jensen-shannon",
        score: 0.03714504196158827,
        p_value: null,
        threshold: 0.035511508413299295,
        drifted: true,
        n_current: 2500,
        at: null,
        place: "8",
      },
      { kind: "drift", column: "amount", method: "ks", score: 0.013900000000000023, drifted: false },
      {
        kind: "drift",
        column: "channel",
        method: "chi-square",
        score: 1.8005182690466182,
        threshold: null,
        drifted: false,
      },
    ],
    [{ kind: "drift", score: 0.030954329838613157 }],
  ],
  [
    "nannyml/univariate.json",
    "records say the same",
    [
      {
        kind: "drift",
        column: "amount",
        method: "jensen-shannon",
        score: 0.037145042,
        drifted: true,
        place: "/4/amount_jensen_shannon_value",
      },
    ],
  ],
  [
    "nannyml/univariate-split.json",
    "so does the split form, which holds the analysis only",
    [{ kind: "drift", column: "amount", method: "jensen-shannon", drifted: true, place: "/data/0/7" }],
  ],
  [
    "nannyml/cbpe.csv",
    "an estimate and what turned out are two measurements; an alert is drift of the performance",
    [
      {
        kind: "measurement",
        raw_metric: "roc_auc_value",
        metric: "roc_auc",
        value: 0.7734662169023747,
        protocol: "estimated",
        standard_error: 0.01562298265315217,
        dataset: "analysis",
        n: 5000,
        step: 0,
        at: "2026-07-31T23:59:59.999999999Z",
        place: "4",
      },
      {
        kind: "measurement",
        raw_metric: "roc_auc_realized",
        metric: "roc_auc",
        value: 0.7855703371076355,
        protocol: null,
      },
      { kind: "drift", scope: "performance", method: "roc_auc", drifted: true, place: "4" },
    ],
    [
      { kind: "measurement", raw_metric: "roc_auc_upper_threshold" },
      { kind: "measurement", raw_metric: "chunk_index" },
    ],
  ],
  [
    "nannyml/realized.csv",
    "computed performance, of the reference too, whose alerts are no verdict",
    [
      {
        kind: "measurement",
        raw_metric: "roc_auc_value",
        value: 0.7669610438341607,
        dataset: "reference",
        protocol: null,
      },
      { kind: "drift", scope: "performance", method: "f1", drifted: true },
    ],
  ],
  [
    "nannyml/missing-values.csv",
    "thresholds on the data's quality are checks, not drift",
    [
      {
        kind: "check",
        column: "amount",
        passed: false,
        observed: 0.037,
        expected: "≥ 0 and ≤ 0",
        at: "2026-10-04T19:38:25Z",
      },
    ],
    [{ kind: "drift", scope: "performance" }],
  ],
  [
    "nannyml/pca.csv",
    "the reconstruction error is of the whole",
    [
      {
        kind: "drift",
        scope: "dataset",
        method: "reconstruction-error",
        score: 1.15096123385133,
        threshold: 1.2431256143669822,
        drifted: false,
      },
    ],
  ],
]);

test("of four columns-and-methods in six chunks of the analysis, each is stated once", async () => {
  const drifts = ofKind(
    await readEvidence(new URL("../fixtures/nannyml/univariate.csv", import.meta.url).pathname),
    "drift",
  );
  expect(drifts).toHaveLength(24);
  expect(drifts.every(({ source }) => (source.line ?? 0) >= 8)).toBe(true);
});

const header = "chunk_key,chunk_index,chunk_start_index,chunk_end_index,chunk_end_date,chunk_period";

test("a value that is missing is no verdict, whatever the alert says", async () => {
  const text = `${header},a_b_wasserstein_value,a_b_wasserstein_upper_threshold,a_b_wasserstein_alert\nk,0,0,9,,analysis,,0.1,False\n`;
  const facts = await factsOfText("r.csv", text);
  expectFact(facts, {
    kind: "drift",
    column: "a_b",
    method: "wasserstein",
    score: null,
    non_finite: "NaN",
    drifted: null,
  });
  expectFact(facts, { kind: "problem", problem: "non-finite", place: "2" });
});

test("a frame saved by column is read", async () => {
  const frame = {
    chunk_key: { 0: "k" },
    chunk_end_date: { 0: 1785542399999 },
    chunk_period: { 0: "analysis" },
    reconstruction_error_value: { 0: 1.5 },
    reconstruction_error_alert: { 0: true },
  };
  expectFact(await factsOfText("r.json", JSON.stringify(frame)), {
    kind: "drift",
    scope: "dataset",
    score: 1.5,
    drifted: true,
    at: "2026-07-31T23:59:59.999Z",
    place: "/reconstruction_error_value/0",
  });
});

test("a column called value, as any other, has its own checks", async () => {
  const text =
    ",chunk,chunk,chunk,value,value,value\n,key,chunk_index,period,value,upper_threshold,alert\n0,k,0,analysis,0.4,0.1,True\n";
  expectFact(await factsOfText("r.csv", text), {
    kind: "check",
    column: "value",
    observed: 0.4,
    passed: false,
    place: "3",
  });
});

describeFixtures("nannyml-results", [
  [
    "nannyml/multiclass.csv",
    "cells of the confusion matrix of several classes are performance, not the data's quality",
    [
      {
        kind: "measurement",
        metric: "confusion_matrix",
        value: 1018,
        slice: { actual: "highstreet_card", predicted: "prepaid_card" },
        n: 15000,
        dataset: "analysis",
        place: "3",
      },
      {
        kind: "drift",
        scope: "performance",
        method: "true_highstreet_card_pred_prepaid_card",
        threshold: 707.199557519958,
        drifted: true,
      },
    ],
    [{ kind: "check" }, { kind: "drift", scope: "performance", n_current: 15000, place: "2" }],
  ],
  [
    "nannyml/row-count.csv",
    "a count of rows is about no column",
    [
      { kind: "check", name: "rows_count within thresholds, chunk 2021-01", column: null, passed: false, observed: 10 },
      { kind: "check", column: null, passed: true, observed: 1268 },
    ],
    [{ kind: "check", column: "rows_count" }],
  ],
]);
