import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText, type Expected } from "./described.js";

describeFixtures("metrics-json", [
  [
    "sklearn/metrics.json",
    "the data set, the rows and the threshold that stand beside the metrics belong to them",
    [
      {
        metric: "recall",
        value: 0.2913907284768212,
        n: 6000,
        trials: null,
        threshold: 0.203839,
        dataset: "fraud-test-2024-05",
        version: "v1",
        place: "/recall",
      },
      { metric: "mcc", value: 0.3057553286317881, higher_is_better: true },
    ],
    [{ raw_metric: "n" }, { raw_metric: "threshold" }, { raw_metric: "version" }],
  ],
  [
    "sklearn/regression_metrics.json",
    "numbers by a column are slices of a quantity that has no name",
    [
      { metric: "rmse", value: 2.977431193007564, slice: {} },
      { metric: "by_school_type", value: 3.0367706656298603, slice: { school_type: "private" } },
    ],
    [{ metric: "rmse", value: 3.0367706656298603 }],
  ],
]);

const measurements = async (document: unknown, name = "metrics.json"): Promise<readonly Expected[]> =>
  ofKind(
    await factsOfText(name, typeof document === "string" ? document : JSON.stringify(document)),
    "measurement",
  ).map((fact) => ({ ...fact }));

describe("keys say what the numbers below them are of", () => {
  test.each<readonly [string, unknown, Expected]>([
    ["a split", { test: { accuracy: 0.9 } }, { metric: "accuracy", split: "test", value: 0.9 }],
    ["a split of a longer name", { validation_metrics: { f1: 0.9 } }, { metric: "f1", split: "validation" }],
    ["nothing", { results: { overall: { f1: 0.9 } } }, { metric: "f1", split: null, protocol: null, slice: {} }],
    [
      "a slice with its column",
      { slices: { "age=18-24": { recall: 0.5 } } },
      { metric: "recall", slice: { age: "18-24" } },
    ],
    ["a slice without", { slices: { "65+": { recall: 0.5 } } }, { metric: "recall", slice: { slice: "65+" } }],
    [
      "columns of slices",
      { f1: 0.5, slices: { age: { "65+": { recall: 0.5, n: 20 } } } },
      { metric: "recall", slice: { age: "65+" }, n: 20 },
    ],
    ["a column", { by_country: { DE: { recall: 0.1 } } }, { metric: "recall", slice: { country: "DE" } }],
    ["a metric and a column", { recall_by_country: { DE: 0.1 } }, { metric: "recall", slice: { country: "DE" } }],
    ["a class", { per_class: { cat: { f1: 0.4 } } }, { metric: "f1", slice: { class: "cat" } }],
    [
      "an attribute with its groups",
      { by_attribute: { sex: { by_group: { f: { recall: 0.4, count: 7 } }, demographic_parity_difference: 0.1 } } },
      { metric: "recall", slice: { sex: "f" }, n: 7 },
    ],
    ["a data set", { datasets: { mnist: { accuracy: 0.9 } } }, { metric: "accuracy", dataset: "mnist" }],
    ["an average", { macro: { f1: 0.4 } }, { metric: "f1", protocol: "macro" }],
    ["a fold", { fold_3: { auc: 0.7 } }, { metric: "roc_auc", fold: 3 }],
    ["folds, each of its own", { per_fold: [{ auc: 0.7 }, { auc: 0.8 }] }, { metric: "roc_auc", fold: 1, value: 0.7 }],
    ["folds in a list", { folds: [{ auc: 0.7 }, { auc: 0.8 }] }, { metric: "roc_auc", fold: 2, value: 0.8 }],
    ["another model", { baseline: { auc: 0.6 }, auc: 0.7 }, { metric: "roc_auc", about: "baseline", value: 0.6 }],
    ["something of the team's own", { spam_filter: { auc: 0.6 } }, { metric: "roc_auc", protocol: "spam_filter" }],
    [
      "a metric with its value",
      { auc: { value: 0.9, stderr: 0.02 } },
      { metric: "roc_auc", value: 0.9, standard_error: 0.02 },
    ],
    ["a metric by split", { auc: { train: 0.9, test: 0.8 } }, { metric: "roc_auc", split: "test", value: 0.8 }],
    ["a metric by average", { f1: { macro: 0.9, micro: 0.8 } }, { metric: "f1", protocol: "micro", value: 0.8 }],
    ["a metric by slice", { recall: { country: { DE: 0.3 } }, auc: 1 }, { metric: "recall", slice: { country: "DE" } }],
    [
      "a quantity and its part",
      { auc: 0.9, latency: { p95_ms: 120 } },
      { metric: "latency_p95", unit: "ms", value: 120 },
    ],
    [
      "an interval beside a metric",
      { auc: 0.9, auc_ci95: [0.88, 0.92] },
      { metric: "roc_auc", value: 0.9, interval: { lower: 0.88, upper: 0.92, level: 0.95 } },
    ],
    ["positives beside recall", { recall: 0.5, n: 100, positives: 20 }, { metric: "recall", n: 100, trials: 20 }],
    ["negatives by difference", { fpr: 0.5, n: 100, positives: 20 }, { metric: "fpr", trials: 80 }],
    ["a metric of the team's own", { auc: 0.9, fraud_caught: 0.4 }, { metric: "fraud_caught", value: 0.4 }],
  ])("%s", async (_, document, expected) => {
    expect(await measurements(document)).toContainEqual(expect.objectContaining(expected));
  });
});

test("a report of classes below a key is read as one", async () => {
  const report = {
    yes: { precision: 0.5, recall: 0.25, "f1-score": 0.33, support: 8 },
    accuracy: 0.9,
    "macro avg": { precision: 0.5, recall: 0.6, "f1-score": 0.5, support: 40 },
  };
  const facts = await measurements({ roc_auc: 0.7, test: { classification_report: report } });
  expect(facts).toContainEqual(
    expect.objectContaining({ metric: "recall", slice: { class: "yes" }, trials: 8, split: "test" }),
  );
});

describe("what is no measurement", () => {
  test.each<readonly [string, unknown]>([
    [
      "counts, seeds and limits",
      { auc: 0.9, n_test: 5, seed: 1, auc_threshold: 0.8, min_recall: 0.5, epoch: 3, auc_std: 0.1 },
    ],
    ["settings", { auc: 0.9, params: { precision: 0.5, map: 0.3 }, thresholds: { recall: 0.8 }, targets: { f1: 0.9 } }],
    ["feature importances", { auc: 0.9, feature_importance: { recall: 0.2 } }],
    ["true and false", { auc: 0.9, passed: true, recall: true }],
    ["lists of numbers", { auc: 0.9, recall: [0.1, 0.2], history: [{ f1: 0.1 }, { f1: 0.2 }] }],
    ["spreads below a metric", { auc: { value: 0.9, std: 0.1, min: 0.8, max: 1, n: 5 } }],
  ])("%s", async (_, document) => {
    expect((await measurements(document)).map(({ metric }) => metric)).toEqual(["roc_auc"]);
  });
});

test("numbers in quotes and values that are none are told", async () => {
  const facts = await factsOfText(
    "metrics.json",
    '{"accuracy": "0.93", "f1": NaN, "auc": "nan", "recall": "95.30%", "precision": 0.5}',
  );
  expectFact(facts, { kind: "problem", problem: "wrong-type", place: "/accuracy" });
  expectFact(facts, { kind: "problem", problem: "wrong-type", place: "/recall" });
  expectFact(facts, { kind: "measurement", metric: "f1", value: null, non_finite: "NaN" });
  expectFact(facts, { kind: "problem", problem: "non-finite", place: "/auc" });
});

describe("tables of results", () => {
  test.each<readonly [string, string, string, Expected]>([
    ["a row for each metric", "m.csv", "metric,value\naccuracy,0.9\nrecall,0.8\n", { metric: "recall", value: 0.8 }],
    ["one row", "m.csv", "accuracy,recall,n\n0.9,0.8,100\n", { metric: "accuracy", value: 0.9, n: 100, trials: 100 }],
    ["a row for each model", "m.csv", "model,auc\na,0.9\nb,0.91\n", { metric: "roc_auc", value: 0.91, about: "b" }],
    [
      "a row for each epoch",
      "m.csv",
      "epoch,loss,val_acc\n0,1,0.5\n1,0.9,0.6\n",
      { metric: "accuracy", split: "validation", step: 1 },
    ],
    [
      "a row for each epoch of each stage",
      "m.csv",
      "stage,epoch,lr,val_macro_f1\n1,1,0.1,0.4\n1,2,0.1,0.5\n2,1,0.01,0.6\n",
      { metric: "f1", split: "validation", step: 1, protocol: "stage 2 macro", slice: {} },
    ],
    [
      "a row for each phase of each epoch",
      "m.csv",
      "phase,epoch,loss,acc\ntrain,1,0.9,0.6\nval,1,0.95,0.55\n",
      { metric: "accuracy", split: "validation", value: 0.55, step: 1, slice: {} },
    ],
    [
      "a row for each epoch, and whether it was the best",
      "m.csv",
      "epoch,val_loss,val_mae,improved\n1,0.9,0.4,True\n2,0.8,0.5,False\n",
      { metric: "mae", split: "validation", step: 2, slice: {} },
    ],
    [
      "a row for each data set",
      "m.csv",
      "dataset,split,f1\na,test,0.4\nb,test,0.5\n",
      { metric: "f1", dataset: "b", split: "test" },
    ],
    [
      "a list of names and values",
      "m.json",
      '[{"metric": "auc", "value": 0.8}, {"metric": "f1", "value": 0.7}]',
      { metric: "f1", value: 0.7 },
    ],
    ["YAML", "metrics.yaml", "test:\n  accuracy: 0.9\n", { metric: "accuracy", split: "test" }],
    ["TOML", "metrics.toml", "[test]\naccuracy = 0.9\n", { metric: "accuracy", split: "test" }],
  ])("%s", async (_, name, text, expected) => {
    expect(await measurements(text, name)).toContainEqual(expect.objectContaining(expected));
  });
});

test.each([
  ["params.yaml", "trainer:\n  precision: 16\nlr: 0.1\nloss: 0.5\n"],
  ["package.json", '{"name": "x", "version": "1.0.0", "scripts": {"test": "x"}}'],
  ["config.json", '{"metric": "auc", "learning_rate": 0.1, "map": 3}'],
  ["gate.yaml", "thresholds:\n  accuracy: 0.9\n"],
  ["sizes.json", '{"throughput": 100, "latency_p95_ms": 20}'],
  ["empty.json", "{}"],
])("%s is no metrics file", async (name, text) => {
  expect((await factsOfText(name, text)).filter(({ format }) => format === "metrics-json")).toEqual([]);
});

describe("groups", () => {
  test("beside what is said of the whole, a column is told by its values", async () => {
    const facts = await factsOfText(
      "fairness.json",
      '{"overall": {"auc": 0.699, "n": 4200}, "sex": {"F": {"auc": 0.6945, "n": 2099}, "M": {"auc": 0.7035, "n": 2101}}}',
    );
    expectFact(facts, { metric: "roc_auc", value: 0.699, slice: {}, n: 4200 });
    expectFact(facts, { metric: "roc_auc", value: 0.6945, slice: { sex: "F" }, n: 2099, protocol: null });
  });

  test("without the whole, records of metrics under one key may be anything", async () => {
    const facts = await factsOfText("results.json", '{"lap_time": {"forest": {"mae": 1.3}, "boosting": {"mae": 2.7}}}');
    expectFact(facts, { metric: "mae", value: 1.3, slice: {}, protocol: "lap_time forest" });
  });

  test("the metric of each group", async () => {
    const facts = await factsOfText("parity.json", '{"accuracy": 0.9, "group_positive_rate": {"a": 0.35, "b": 0.24}}');
    expectFact(facts, { metric: "selection_rate", value: 0.24, slice: { slice: "b" } });
  });

  test("numbers beside the names of groups are no parts of the data, and records are counted", async () => {
    const facts = await factsOfText(
      "fairness_report.json",
      JSON.stringify({
        by_area: [
          { group: "rural", records: 2, approval_rate: 0, tpr: 0.5 },
          { group: "urban", records: 3, approval_rate: 1, tpr: 1 },
        ],
      }),
    );
    expectFact(facts, { metric: "recall", value: 0.5, slice: { area: "rural" }, n: 2 });
  });

  test("the column of the groups, where the document names it", async () => {
    const facts = await factsOfText(
      "fairness_report.json",
      '{"group_column": "age_band", "by_group": [{"group": "50_65", "n": 12, "accuracy": 0.5}]}',
    );
    expectFact(facts, { metric: "accuracy", slice: { age_band: "50_65" }, n: 12 });
  });

  test("of a load test the requests are counted, and its errors are of the service", async () => {
    const facts = await factsOfText(
      "load_test_results.json",
      JSON.stringify({
        requests_total: 100,
        error_rate: 0.02,
        throughput_rps: 56.5,
        p95_ms: 237,
        latencies_ms: { p50: 120 },
      }),
    );
    expectFact(facts, { metric: "request_failure_rate", value: 0.02, n: 100, trials: 100 });
    expectFact(facts, { metric: "throughput", value: 56.5, n: 100 });
    expectFact(facts, { metric: "latency_p95", value: 237, unit: "ms", n: 100 });
    expectFact(facts, { metric: "latency_p50", value: 120, unit: "ms", n: 100 });
  });

  test("a load test may state nothing but how long requests took", async () => {
    const times = { scenarios: { search: { requests: 10, p50_ms: 20, p95_ms: 30 } } };
    expectFact(await factsOfText("load_test.json", JSON.stringify(times)), { metric: "latency_p95", value: 30 });
    expect((await factsOfText("times.json", JSON.stringify(times))).map(({ kind }) => kind)).toEqual(["file"]);
  });

  test("whole numbers beside a column of words count something", async () => {
    const facts = await factsOfText(
      "fairness.json",
      '{"by_band": [{"band": "10-19", "false_alarms": 17, "fpr": 0.008, "n": 2166}, {"band": "20-29", "false_alarms": 374, "fpr": 0.015, "n": 25318}]}',
    );
    expectFact(facts, { metric: "fpr", value: 0.008, slice: { band: "10-19" }, n: 2166 });
  });
});

test("a condition over a record is a part of the data; a bound on the model's own score is another quantity", async () => {
  const text = JSON.stringify({
    "age<30": { accuracy: 0.9, n: 100 },
    "age >= 30": { accuracy: 0.95, n: 300 },
    "score>0.5": { accuracy: 0.97 },
  });
  const facts = ofKind(await factsOfText("metrics.json", text), "measurement");
  expect(facts.map(({ value, slice, protocol }) => [value, slice, protocol])).toEqual([
    [0.9, { age: "<30" }, null],
    [0.95, { age: ">= 30" }, null],
    [0.97, {}, "score>0.5"],
  ]);
});

describe("lists of parts of the data", () => {
  test.each<[title: string, document: object, slices: readonly object[]]>([
    [
      "by a column and its value",
      {
        slices: [
          { name: "region=north", feature: "region", value: "north", metrics: { recall: 0.8 } },
          { name: "region=south", feature: "region", value: "south", metrics: { recall: 0.7 } },
        ],
      },
      [{ region: "north" }, { region: "south" }],
    ],
    [
      "by a name that says both",
      {
        slices: [
          { name: "region=north", recall: 0.8 },
          { name: "region=south", recall: 0.7 },
        ],
      },
      [{ region: "north" }, { region: "south" }],
    ],
    [
      "by a name, of a column that the key says",
      {
        by_region: [
          { name: "north", recall: 0.8 },
          { name: "south", recall: 0.7 },
        ],
      },
      [{ region: "north" }, { region: "south" }],
    ],
    [
      "by a name alone",
      {
        segments: [
          { name: "new", recall: 0.8 },
          { name: "old", recall: 0.7 },
        ],
      },
      [{ slice: "new" }, { slice: "old" }],
    ],
  ])("%s", async (_title, document, slices) => {
    const facts = ofKind(await factsOfText("metrics.json", JSON.stringify(document)), "measurement");
    expect(facts.map(({ slice }) => slice)).toEqual(slices);
    expect(facts.map(({ protocol }) => protocol)).toEqual([null, null]);
  });

  test("a column beside a measured value is no part of the data", async () => {
    const document = { accuracy: 0.9, steps: [{ feature: "age", value: 0.25, metrics: { recall: 0.8 } }] };
    const facts = ofKind(await factsOfText("metrics.json", JSON.stringify(document)), "measurement");
    expect(facts.map(({ slice }) => slice)).toEqual([{}, {}]);
  });
});

test("a data set may say its part of the data in a record of its own", async () => {
  const document = { dataset: { name: "orders-may", split: "test" }, overall: { metrics: { recall: 0.8 } } };
  expectFact(await factsOfText("evaluation.json", JSON.stringify(document)), {
    metric: "recall",
    dataset: "orders-may",
    split: "test",
  });
});

describe("what scripts dump beside each other", () => {
  const scores = (support: number): object => ({ precision: 0.5, recall: 0.75, "f1-score": 0.6, support });

  test("a whole report below `per_class` keeps its averages apart from the classes", async () => {
    const document = {
      accuracy: 0.75,
      per_class: {
        cat: scores(8),
        dog: scores(12),
        accuracy: 0.75,
        "macro avg": scores(20),
        "weighted avg": scores(20),
      },
    };
    const facts = ofKind(await factsOfText("metrics.json", JSON.stringify(document)), "measurement");
    expectFact(facts, { metric: "recall", slice: { class: "cat" }, n: 8, trials: 8 });
    expectFact(facts, { metric: "recall", slice: {}, protocol: "macro", n: 20 });
    expect(facts.filter(({ slice }) => /avg|accuracy/.test(slice["class"] ?? ""))).toEqual([]);
  });

  test.each<[title: string, document: object, place: string]>([
    [
      "beside it",
      {
        accuracy: 0.75,
        confusion_matrix: [
          [5, 3],
          [2, 10],
        ],
        class_labels: ["cat", "dog"],
      },
      "/confusion_matrix/0/1",
    ],
    [
      "within it",
      {
        accuracy: 0.75,
        confusion_matrix: {
          labels: ["cat", "dog"],
          matrix: [
            [5, 3],
            [2, 10],
          ],
        },
      },
      "/confusion_matrix/matrix/0/1",
    ],
  ])("classes of a confusion matrix are named %s", async (_title, document, place) => {
    const facts = await factsOfText("metrics.json", JSON.stringify(document));
    expectFact(facts, { metric: "confusion_matrix", value: 3, slice: { actual: "cat", predicted: "dog" }, place });
  });

  test("numbers of a paper are another model's, and a gap is no metric", async () => {
    const document = { test_accuracy: 0.93, overfitting_gap: 0.02, paper_reference: { test_accuracy: 0.95 } };
    const facts = ofKind(await factsOfText("metrics.json", JSON.stringify(document)), "measurement");
    expect(facts.map(({ value, about }) => [value, about])).toEqual([
      [0.93, null],
      [0.95, "paper_reference"],
    ]);
  });
});

test("groups are told apart by the column that a text beside them names", async () => {
  const document = {
    sensitive_feature: "sex",
    by_group: { female: { recall: 0.75, count: 40 }, male: { recall: 0.8, count: 60 } },
    demographic_parity_difference: 0.04,
  };
  const facts = ofKind(await factsOfText("fairness_metrics.json", JSON.stringify(document)), "measurement");
  expect(facts.map(({ metric, slice }) => [metric, slice])).toEqual([
    ["recall", { sex: "female" }],
    ["recall", { sex: "male" }],
    ["demographic_parity_difference", {}],
  ]);
});

test("lists of groups in a list of attributes are of each attribute's column", async () => {
  const group = (name: string, recall: number): object => ({ group: name, sample_size: 50, recall });
  const document = {
    threshold: 0.5,
    attributes: [
      { attribute: "sex", groups: [group("female", 0.75), group("male", 0.8)], disparate_impact_ratio: 0.9 },
      { attribute: "age", groups: [group("18-30", 0.7)], disparate_impact_ratio: 0.8 },
    ],
  };
  const facts = ofKind(await factsOfText("fairness_metrics.json", JSON.stringify(document)), "measurement");
  expect(facts.map(({ metric, value, slice, n, source }) => [metric, value, slice, n, source.pointer])).toEqual([
    ["recall", 0.75, { sex: "female" }, 50, "/attributes/0/groups/0/recall"],
    ["recall", 0.8, { sex: "male" }, 50, "/attributes/0/groups/1/recall"],
    ["disparate_impact_ratio", 0.9, { attribute: "sex" }, null, "/attributes/0/disparate_impact_ratio"],
    ["recall", 0.7, { age: "18-30" }, 50, "/attributes/1/groups/0/recall"],
    ["disparate_impact_ratio", 0.8, { attribute: "age" }, null, "/attributes/1/disparate_impact_ratio"],
  ]);
});

test("a list of records that name a metric each is read wherever it stands", async () => {
  const document = {
    evaluation: {
      test_set: "orders-may",
      n_samples: 1200,
      metrics: [
        { name: "recall", value: 0.8, ci_lower: 0.78, ci_upper: 0.82, description: "of orders" },
        { name: "accuracy", value: 91, unit: "%" },
        { name: "house_score", value: 3 },
      ],
    },
  };
  const facts = ofKind(await factsOfText("model.json", JSON.stringify(document)), "measurement");
  expect(facts.map(({ metric, value, unit, n, dataset }) => [metric, value, unit, n, dataset])).toEqual([
    ["recall", 0.8, "proportion", 1200, "orders-may"],
    ["accuracy", 91, "percent", 1200, "orders-may"],
    ["house_score", 3, null, 1200, "orders-may"],
  ]);
  expect(facts[0]?.interval).toEqual({ lower: 0.78, upper: 0.82, level: null });
});

describe("results of several models in one document", () => {
  const read = async (document: object) =>
    ofKind(await factsOfText("results.json", JSON.stringify(document)), "measurement").map(
      ({ value, about, protocol }) => [value, about, protocol],
    );
  const scores = { Forest: { recall: 0.7 }, "Gradient Boosting": { recall: 0.8 } };

  test("are about each of them, but for the one that the document calls the best", async () => {
    expect(await read({ models: scores })).toEqual([
      [0.7, "Forest", null],
      [0.8, "Gradient Boosting", null],
    ]);
    expect(await read({ best_model: "gradient_boosting", models: scores })).toEqual([
      [0.7, "Forest", null],
      [0.8, null, null],
    ]);
  });

  test("are told by the names of estimators as well", async () => {
    expect(await read({ LogisticRegression: { recall: 0.7 }, XGBoost: { recall: 0.8 } })).toEqual([
      [0.7, "LogisticRegression", null],
      [0.8, "XGBoost", null],
    ]);
  });

  test("a single estimator's name tells of no other", async () => {
    expect(await read({ XGBoost: { recall: 0.8 } })).toEqual([[0.8, null, "XGBoost"]]);
  });

  test("metrics below a key that is called so are the model's own", async () => {
    expect(await read({ model_metrics: { recall: 0.8 } })).toEqual([[0.8, null, null]]);
  });
});

describe("groups as fairness scripts dump them", () => {
  const read = async (document: object) =>
    ofKind(await factsOfText("fairness_results.json", JSON.stringify(document)), "measurement").map(
      ({ metric, value, slice, protocol, source }) => [metric, value, slice, protocol, source.pointer],
    );

  test("below a column, with the metric first", async () => {
    expect(
      await read({ sex: { by_group: { recall: { a: 0.75, b: 0.8 } }, demographic_parity_difference: 0.04 } }),
    ).toEqual([
      ["recall", 0.75, { sex: "a" }, null, "/sex/by_group/recall/a"],
      ["recall", 0.8, { sex: "b" }, null, "/sex/by_group/recall/b"],
      ["demographic_parity_difference", 0.04, {}, "sex", "/sex/demographic_parity_difference"],
    ]);
  });

  test("below the metric in the plural", async () => {
    expect(await read({ true_positive_rates: { young: 0.75 }, group_accuracies: { old: 0.8 } })).toEqual([
      ["recall", 0.75, { slice: "young" }, null, "/true_positive_rates/young"],
      ["accuracy", 0.8, { slice: "old" }, null, "/group_accuracies/old"],
    ]);
  });

  test("a model's name is no column", async () => {
    expect(await read({ aster: { by_group: { north: { recall: 0.75 } } } })).toEqual([
      ["recall", 0.75, { slice: "north" }, "aster", "/aster/by_group/north/recall"],
    ]);
  });
});

test("what a metric passes by is no threshold of decisions", async () => {
  const document = {
    recall: { value: 0.8, threshold: 0.75, passed: true },
    metrics: [{ name: "precision", value: 0.9, threshold: 0.85 }],
  };
  const facts = ofKind(await factsOfText("metrics.json", JSON.stringify(document)), "measurement");
  expect(facts.map(({ metric, threshold, slice }) => [metric, threshold, slice])).toEqual([
    ["recall", null, {}],
    ["precision", null, {}],
  ]);
});

test("a metric of this model beside those of others, by its name", async () => {
  const facts = await factsOfText("comparison.json", '{"auc": {"champion": 0.7, "challenger": 0.69}}');
  expectFact(facts, { metric: "roc_auc", value: 0.7, about: "champion", slice: {}, place: "/auc/champion" });
  expectFact(facts, { metric: "roc_auc", value: 0.69, about: null, slice: {} });
});

test("groups that count only the negatives of a rate are parts of the data all the same", async () => {
  const group = (negatives: number, rate: number) => ({ total_negatives: negatives, false_positive_rate: rate });
  const report = { age_band: { "18_24": group(3595, 0.16), "25_34": group(8459, 0.155) } };
  const facts = await factsOfText("fairness_report.json", JSON.stringify(report));
  expectFact(facts, { metric: "fpr", value: 0.16, slice: { age_band: "18_24" }, trials: 3595, n: null });
});

test("how long a metric took to compute is no value of it", async () => {
  const facts = await factsOfText(
    "results.json",
    '{"answer_relevancy": {"score": 0.45, "success": false, "duration_seconds": 13.5, "evaluation_cost": 0.01}}',
  );
  expect(ofKind(facts, "measurement").map(({ value }) => value)).toEqual([0.45]);
});

test("the four counts of a classifier need no metric beside them", async () => {
  const facts = await factsOfText(
    "matrix.json",
    '{"true_positives": 9, "true_negatives": 80, "false_positives": 1, "false_negatives": 10}',
  );
  expectFact(facts, { metric: "false_negatives", value: 10, unit: "count", n: 100 });
});

test("questions of an evaluation are examples, and no parts of the data", async () => {
  const questions = ["a?", "b?", "c?"].map((question) => ({ user_input: question, faithfulness: 0.5 }));
  const facts = await factsOfText(
    "results.json",
    JSON.stringify({ aggregate: { faithfulness: 0.9 }, per_question: questions }),
  );
  expect(ofKind(facts, "measurement").map(({ value, slice }) => [value, slice])).toEqual([[0.9, {}]]);
});

test("how many were evaluated is said of the metric beside it, whatever they are", async () => {
  const facts = await factsOfText(
    "results.json",
    '{"n_test": 600, "retrieval": {"recall_at_10": 0.25, "n_users_evaluated": 50}}',
  );
  expectFact(facts, { raw_metric: "recall_at_10", value: 0.25, n: 50 });
});

test("a table of metrics and values is one though a team named most of them", async () => {
  const facts = await factsOfText(
    "m.csv",
    "Metric,Value\nValidation AUROC,0.75\nTemperature,1.25\nShift,2\nSpread,3\n",
  );
  expectFact(facts, { format: "metrics-json", metric: "roc_auc", split: "validation", value: 0.75, place: "2" });
});

test("a row for each class has its name, and its number is no identifier", async () => {
  const facts = await factsOfText("c.csv", "Class ID,Class Name,Precision,Recall\n10,tank,0.8,0.5\n2,truck,0.5,0.25\n");
  expectFact(facts, { metric: "recall", value: 0.25, slice: { class: "truck" }, place: "3" });
});

test("metrics by group below a sensitive attribute are of its groups", async () => {
  const facts = await factsOfText(
    "fairness.json",
    '{"sex": {"demographic_parity_diff": 0.06, "selection_rates": {"F": 0.2, "M": 0.25}, "tpr_by_group": {"F": 0.8, "M": 0.9}}}',
  );
  expectFact(facts, { metric: "demographic_parity_difference", value: 0.06, protocol: "sex", slice: {} });
  expectFact(facts, { metric: "selection_rate", value: 0.25, slice: { sex: "M" }, protocol: null });
  expectFact(facts, { metric: "recall", value: 0.8, slice: { sex: "F" }, place: "/sex/tpr_by_group/F" });
});

describe("what stands beside the numbers", () => {
  test("how the rows were divided is no part of them", async () => {
    const found = await measurements({ rmse: 3.4, split: "temporal", n_train: 900, n_test: 120 });
    expect(found).toMatchObject([{ metric: "rmse", split: null, dataset: null, n: 120 }]);
  });

  test("means over folds are of the cross-validation", async () => {
    const found = await measurements({ cv_results: { f1_mean: 0.61, f1_std: 0.02 }, test_results: { f1: 0.6 } });
    expect(found).toMatchObject([
      { metric: "f1", value: 0.61, split: "cross-validation" },
      { metric: "f1", value: 0.6, split: "test" },
    ]);
  });

  test("the phase of a project and a rank are no results", async () => {
    const found = await measurements({ phase: 2, rank: 1, auc: 0.9 });
    expect(found.map(({ value }) => value)).toEqual([0.9]);
  });
});
