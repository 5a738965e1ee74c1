import { describe, expect, test } from "vitest";
import type { Fact } from "../../src/model/fact.js";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText, placeOf } from "./described.js";

describeFixtures("markdown-card", [
  [
    "model-card-toolkit/model_card.md",
    "metrics with their slices and intervals, as Model Card Toolkit writes them",
    [
      {
        kind: "measurement",
        raw_metric: "roc_auc",
        value: 0.9358,
        slice: {},
        interval: { lower: 0.9, upper: 0.95, level: null },
      },
      {
        kind: "measurement",
        raw_metric: "recall",
        value: 0.3103,
        slice: { age_band: "18-24" },
        claimed: true,
        place: "72",
      },
      { kind: "card", section: "intended-use", title: "Use Cases" },
      { kind: "card", section: "ethical-considerations", words: 8 },
    ],
  ],
  [
    "huggingface/bad_no_front_matter/README.md",
    "a plain sentence states a claim",
    [
      { kind: "card", title: "No front matter at all" },
      { kind: "measurement", raw_metric: "AUC", metric: "roc_auc", value: 0.93, claimed: true },
    ],
    [{ field: "license" }],
  ],
]);

const card = (...lines: readonly string[]): string =>
  ["# Model card: fraud-detector", "", "## Intended use", "", "Review.", "", ...lines, ""].join("\n");

const claims = async (...lines: readonly string[]): Promise<readonly Fact[]> =>
  ofKind(await factsOfText("MODEL_CARD.md", card(...lines)), "measurement");

const table = (...rows: readonly string[]): readonly string[] => [
  rows[0] ?? "",
  (rows[0] ?? "").replace(/[^|]+/g, "---"),
  ...rows.slice(1),
];

describe("tables", () => {
  test.each<[string, readonly string[], readonly Record<string, unknown>[]]>([
    [
      "metrics by row, with targets beside",
      [
        "## Evaluation",
        "",
        ...table("| Metric | Value | Target |", "| **Recall** | **0.81** | ≥ 0.80 |", "| p95 latency | 120 ms | 150 |"),
      ],
      [
        { raw_metric: "Recall", metric: "recall", value: 0.81, about: null, place: "11" },
        { raw_metric: "p95 latency", value: 120, unit: "ms" },
      ],
    ],
    [
      "splits by column",
      ["## Results", "", ...table("| Metric | Train | Test |", "| AUC | 0.95 | 0.91 |")],
      [
        { raw_metric: "AUC", value: 0.95, split: "train" },
        { raw_metric: "AUC", value: 0.91, split: "test" },
      ],
    ],
    [
      "slices by row",
      ["## Fairness", "", ...table("| age_band | recall | n |", "| 18-24 | 0.31 | 472 |", "| overall | 0.33 | 3000 |")],
      [
        { raw_metric: "recall", value: 0.31, slice: { age_band: "18-24" }, n: 472 },
        { raw_metric: "recall", value: 0.33, slice: {}, n: 3000 },
      ],
    ],
    [
      "a classification report",
      [
        "## Evaluation",
        "",
        ...table(
          "| | precision | recall | f1-score | support |",
          "| fraud | 0.5 | 0.4 | 0.44 | 50 |",
          "| accuracy | | | 0.97 | 1000 |",
          "| macro avg | 0.7 | 0.69 | 0.7 | 1000 |",
        ),
      ],
      [
        { raw_metric: "recall", value: 0.4, slice: { class: "fraud" }, n: 50, trials: 50 },
        { raw_metric: "accuracy", value: 0.97, slice: {}, n: 1000 },
        { raw_metric: "precision", value: 0.7, slice: {}, protocol: "macro" },
      ],
    ],
    [
      "a trainer's history, by step",
      [
        "### Training results",
        "",
        ...table(
          "| Training Loss | Epoch | Step | Validation Loss | Accuracy |",
          "| 0.5 | 1.0 | 100 | 0.4 | 0.88 |",
          "| 0.3 | 2.0 | 200 | 0.35 | 0.91 |",
        ),
      ],
      [
        { raw_metric: "Accuracy", value: 0.91, step: 200 },
        { raw_metric: "Validation Loss", value: 0.4, step: 100, split: "validation" },
      ],
    ],
    [
      "rivals by row, and this model among them",
      ["## Comparison", "", ...table("| Model | Accuracy |", "| XGBoost | 0.9 |", "| fraud-detector (ours) | 0.93 |")],
      [
        { raw_metric: "Accuracy", value: 0.9, about: "XGBoost" },
        { raw_metric: "Accuracy", value: 0.93, about: null },
      ],
    ],
    [
      "versions by column, which one is meant cannot be told",
      ["## Results", "", ...table("| Metric | v1 | v2 |", "| F1 | 0.7 | 0.8 |")],
      [
        { raw_metric: "F1", value: 0.7, about: "v1" },
        { raw_metric: "F1", value: 0.8, about: "v2" },
      ],
    ],
    [
      "data sets by row",
      ["## Evaluation", "", ...table("| Dataset | WER |", "| LibriSpeech | 3.4% |")],
      [{ raw_metric: "WER", value: 3.4, unit: "percent", dataset: "LibriSpeech" }],
    ],
    [
      "counts behind a proportion",
      ["## Accuracy", "", ...table("| Metric | Value |", "| Accuracy | 0.22 (22 / 100) |")],
      [{ raw_metric: "Accuracy", value: 0.22, n: 100, trials: 100 }],
    ],
    [
      "a trivial rival among the rows",
      ["## Results", "", ...table("| Métrica | Valor |", "| PR-AUC | 0.819 |", "| Baseline (PR-AUC) | 0.002 |")],
      [
        { raw_metric: "PR-AUC", metric: "average_precision", value: 0.819, about: null },
        { value: 0.002, about: "Baseline (PR-AUC)" },
      ],
    ],
    [
      "this model's column by its name",
      ["## Results", "", ...table("| Metric | fraud-detector | Popularity |", "| NDCG@10 | 0.412 | 0.324 |")],
      [
        { metric: "ndcg_at_10", value: 0.412, about: null },
        { metric: "ndcg_at_10", value: 0.324, about: "Popularity" },
      ],
    ],
    [
      "HTML",
      [
        "## Accuracy",
        "",
        "<table><tr><th>Metric</th><th>Value</th></tr>",
        "",
        "<tr><td>mAP</td><td>71.23%</td></tr></table>",
      ],
      [{ raw_metric: "mAP", value: 71.23, unit: "percent", place: "11" }],
    ],
    [
      "a known metric among specifications",
      [
        "## Specification",
        "",
        ...table("| Metric | Value |", "| AP (WIDER) | 86.74% |", "| MParams | 1.8 |", "| Min width | 62 pixels |"),
      ],
      [{ raw_metric: "AP (WIDER)", value: 86.74, unit: "percent" }],
    ],
  ])("%s", async (_, lines, expected) => {
    const facts = await claims(...lines);
    for (const wanted of expected) expectFact(facts, { claimed: true, ...wanted });
  });

  test.each<[string, readonly string[]]>([
    [
      "hyper-parameters",
      ["## Training", "", ...table("| Hyperparameter | Value |", "| C | 0.5 |", "| tol | 0.0001 |")],
    ],
    [
      "training settings under metrics",
      ["## Results", "", ...table("| Metric | Value |", "| Epochs | 27 |", "| Learning rate | 2e-05 |")],
    ],
    ["targets", ["### Targets", "", ...table("| Metric | Target |", "| Recall | 0.8 |")]],
    ["limits in a column of targets", ["## Evaluation", "", ...table("| Metric | Target |", "| Recall | 0.8 |")]],
    ["sizes", ["## Model details", "", ...table("| Size | Parameters |", "| tiny | 39 M |", "| base | 74 |")]],
    ["absence", ["## Results", "", ...table("| Metric | Value |", "| Recall | - |", "| F1 | N/A |")]],
    [
      "ranges and limits",
      [
        "## Results",
        "",
        ...table("| Metric | Value |", "| Recall | > 0.8 |", "| F1 | 55-65% |", "| Latency p50 / p95 | 12 / 20 |"),
      ],
    ],
    [
      "a confusion matrix",
      ["## Evaluation", "", ...table("| | Predicted legitimate | Predicted fraud |", "| Actual fraud | 26 | 69 |")],
    ],
    ["examples", ["## Example", "", ...table("| Input | Result |", "| a.jpg | Female, 18.97 |")]],
    ["code", ["## Results", "", "```", ...table("| Metric | Value |", "| Recall | 0.8 |"), "```"]],
  ])("%s are no results", async (_, lines) => expect(await claims(...lines)).toEqual([]));
});

describe("sentences", () => {
  test.each<[string, string, string, number, string | null]>([
    ["Achieved **97.18% validation accuracy**.", "validation accuracy", "accuracy", 97.18, "percent"],
    ["- **ROC AUC**: 0.93", "ROC AUC", "roc_auc", 0.93, "proportion"],
    ["The model has an F1 score of 0.87 on the test set.", "F1 score", "f1", 0.87, "proportion"],
    ["Recall = 81.5%", "Recall", "recall", 81.5, "percent"],
    ["High accuracy: 97.2% test accuracy", "test accuracy", "accuracy", 97.2, "percent"],
  ])("%s", async (line, raw_metric, metric, value, unit) => {
    const facts = await claims("## Evaluation", "", line);
    expect(facts).toHaveLength(1);
    expectFact(facts, { raw_metric, metric, value, unit, claimed: true, place: "9" });
  });

  test.each([
    "Recall must be at least 80% recall.",
    "We expect 90% accuracy in production.",
    "It improves accuracy by 3.2% accuracy points.",
    "TPR > 0.85, F1 > 0.60: all met.",
    "The baseline reached 88% accuracy.",
    "Estimated production accuracy: 55-65%",
    "Strong generalization with a 3.67% accuracy gap",
    "recall at 2% alert rate",
    "Trained for 27 epochs on 80% of the data.",
    "Accuracy: 0.9 to 0.95",
    "The threshold is 0.5.",
    "Accuracy: see below",
    "The mask reaches 50.22% pixel precision and 33.41% region recall.",
    "On clean images the background FPR is 6.13%.",
    "Sensitivity 0.81 at 90% specificity.",
    "Phase 1 committed `pr_auc = 0.7853`; this card reports the other.",
  ])("%s states none", async (line) => expect(await claims("## Evaluation", "", line)).toEqual([]));
});

describe("which files are cards", () => {
  const formatOf = async (name: string, ...titles: readonly string[]): Promise<string | null> =>
    ofKind(await factsOfText(name, titles.map((title) => `## ${title}\n\ntext\n`).join("\n")), "file")[0]?.format ??
    null;

  test.each<[string, string, readonly string[], string | null]>([
    ["two sections that only cards have", "README.md", ["Intended use", "Training data"], "markdown-card"],
    ["one, with limitations", "README.md", ["Intended Use", "Limitations"], "markdown-card"],
    ["one by itself", "README.md", ["Intended use", "Installation"], null],
    ["a library's read-me", "README.md", ["Installation", "Usage", "Performance", "Limitations", "License"], null],
    ["a named card", "model-card.md", ["Uses"], "markdown-card"],
    ["a named card in capitals", "MODEL_CARD.md", ["Details"], "markdown-card"],
    ["notes that mention training data", "notes.md", ["Training data", "Ethics"], null],
    ["a title", "doc.md", ["Model card: x", "Ethical considerations"], "markdown-card"],
  ])("%s", async (_, name, titles, format) => expect(await formatOf(name, ...titles)).toBe(format));
});

test("one line may state several results", async () => {
  const facts = await claims("## Evaluation", "", "- Accuracy: 93.5%, F1: 0.91, ROC-AUC = 0.97");
  expect(ofKind(facts, "measurement").map(({ metric, value }) => [metric, value])).toEqual([
    ["accuracy", 93.5],
    ["f1", 0.91],
    ["roc_auc", 0.97],
  ]);
});

test("a label before a paragraph is a section where no heading is that one", async () => {
  const text = [
    "# Model card: x",
    "",
    "## Scope",
    "",
    "**Intended use:** ranking payments",
    "for review.",
    "",
    "**Out-of-scope uses**:",
    "- blocking customers",
    "- TODO",
    "",
    "**Version:** 2",
    "",
    "## Limitations",
    "",
    "Limitations: none known.",
    "",
  ].join("\n");
  const facts = ofKind(await factsOfText("MODEL_CARD.md", text), "card").filter(({ section }) => section !== null);
  expect(facts.map((fact) => [fact.section, fact.words, placeOf(fact)])).toEqual([
    ["limitations", 3, "14"],
    ["intended-use", 4, "5"],
    ["out-of-scope-use", 4, "8"],
  ]);
});

test("a body that is too costly to read is said to be so", async () => {
  const facts = await factsOfText("MODEL_CARD.md", card(`${"> ".repeat(100)}deep`));
  expect(ofKind(facts, "problem").map(({ problem }) => problem)).toEqual(["limit"]);
});

test("sections stand on the lines of their headings", async () => {
  const facts = ofKind(await factsOfText("MODEL_CARD.md", card("## Limitations", "", "None.")), "card");
  expect(facts.map((fact) => [fact.section, placeOf(fact)])).toEqual([
    [null, "1"],
    ["intended-use", "3"],
    ["limitations", "7"],
  ]);
});

test("the digest of a section changes with its text and the text beneath it, and with nothing else", async () => {
  const digests = async (...lines: readonly string[]): Promise<Record<string, string | null>> =>
    Object.fromEntries(
      ofKind(await factsOfText("MODEL_CARD.md", card(...lines)), "card").map(({ title, text_digest }) => [
        title,
        text_digest,
      ]),
    );
  const before = await digests("## Evaluation", "", "Good.", "", "### Slices", "", "Fine.", "", "## Factors", "", "x");
  const after = await digests("## Evaluation", "", "Good.", "", "### Slices", "", "Poor.", "", "## Factors", "", "x");
  const changed = Object.keys(before).filter((title) => before[title] !== after[title]);
  expect(changed).toEqual(["Model card: fraud-detector", "Evaluation", "Slices"]);
});

describe("tables as people write them", () => {
  test("epochs are steps, and a text among a metric's numbers is no part of the data", async () => {
    const facts = await claims(
      "## Training results",
      "",
      ...table(
        "| Training Loss | Epoch | Step | Validation Loss |",
        "| No log | 1.0 | 30 | 0.99 |",
        "| 0.75 | 2.0 | 60 | 0.73 |",
      ),
    );
    expectFact(facts, { metric: "loss", value: 0.99, split: "validation", step: 30, slice: {} });
    const epochs = await claims(
      "## Training results",
      "",
      ...table("| Epoch | Accuracy |", "| 1 | 0.7 |", "| 2 | 0.8 |"),
    );
    expectFact(epochs, { metric: "accuracy", value: 0.8, step: 2, slice: {} });
  });

  test("settings tell variants apart, not parts of the data", async () => {
    const facts = await claims(
      "## Results",
      "",
      ...table("| Learning rate | Batch size | F1 |", "| 0.01 | 8 | 0.7 |", "| 0.001 | 16 | 0.8 |"),
    );
    expectFact(facts, { metric: "f1", value: 0.8, slice: {}, about: "Learning rate 0.001, Batch size 16" });
  });

  test.each(["Model Type", "Classifier Type", "ML Model", "Algorithm used", "Base model"])(
    "%s names the models",
    async (header) => {
      const facts = await claims(
        "## Results",
        "",
        ...table(`| ${header} | AUC |`, "| SVM | 0.86 |", "| Forest | 0.93 |"),
      );
      expectFact(facts, { metric: "roc_auc", value: 0.93, about: "Forest", slice: {} });
    },
  );

  test("merged cells of HTML: the second row names the metrics, a spanning row the data set", async () => {
    const cells = (...texts: readonly string[]): string =>
      `<tr>${texts.map((text) => `<td>${text}</td>`).join("")}</tr>`;
    const facts = await claims(
      "## Results",
      "",
      '<table><thead><tr><th>Method:</th><th colspan="3">Metrics:</th></tr></thead><tbody>',
      cells("", "Accuracy:", "Recall:", "AUC:"),
      '<tr><td></td><td colspan="3"><b>Apollo 15</b></td></tr>',
      cells("Ours", "0.98", "0.97", "0.99"),
      '<tr><td></td><td colspan="3"><b>Apollo 17</b></td></tr>',
      cells("Ours", "0.88", "0.87", "0.89"),
      "</tbody></table>",
    );
    expectFact(facts, { metric: "accuracy", value: 0.98, dataset: "Apollo 15", about: null });
    expectFact(facts, { metric: "recall", value: 0.87, dataset: "Apollo 17", about: null });
    expect(facts).toHaveLength(6);
  });

  test.each<[name: string, metric: string]>([
    ["Acurácia", "accuracy"],
    ["Genauigkeit", "accuracy"],
    ["Précision", "precision"],
    ["Sensibilidad", "recall"],
    ["召回率", "recall"],
    ["F1 skoru", "f1"],
  ])("%s is %s", async (name, metric) => {
    const facts = await claims("## Evaluation", "", ...table("| Metric | Value |", `| ${name} | 0,87 |`));
    expectFact(facts, { metric, raw_metric: name, value: 0.87 });
  });
});

test("a file that is named as a card is one, though nothing in it is a heading", async () => {
  const facts = await factsOfText("model_card.md", "Model Card\n\n    Model name: [Insert model name here]\n");
  expect(ofKind(facts, "file").map(({ format }) => format)).toEqual(["markdown-card"]);
});

describe("cards that compare", () => {
  test("a row that is said to be the selected one is this model's", async () => {
    const facts = await claims(
      "## Results (t/ha)",
      "",
      ...table(
        "| Model | CV RMSE (mean ± sd) | Test R² |",
        "| baseline: mean | — | 0.299 |",
        "| **XGBoost (selected)** (300 trees) | **1.022 ± 0.03** | 0.5678 |",
      ),
    );
    expectFact(facts, { metric: "rmse", value: 1.022, split: "cross-validation", protocol: null, about: null });
    expectFact(facts, { metric: "r2", value: 0.299, split: "test", about: "baseline: mean" });
  });

  test("where tables name several models, a table of one row is of the model that it names", async () => {
    const facts = await claims(
      "## Metrics — Phase A baselines (stratified hold-out)",
      "",
      ...table("| Model | ROC-AUC |", "| Logistic Regression | 0.846 |", "| XGBoost | 0.978 |"),
      "",
      "### Phase B",
      "",
      ...table("| Model | ROC-AUC |", "| FT-Transformer | 0.973 |"),
    );
    expect(facts.map((fact) => (fact.kind === "measurement" ? [fact.value, fact.about] : []))).toEqual([
      [0.846, "Logistic Regression"],
      [0.978, "XGBoost"],
      [0.973, "FT-Transformer"],
    ]);
  });

  test("thresholds in brackets behind a heading do not make its results limits, and rates beside them are no slices", async () => {
    const facts = await claims(
      "## Operating points (thresholds fixed beforehand)",
      "",
      ...table("| Tier | Alerts/day | Precision |", "| hold | 41.2 | 94.5% |", "| warn | 80.2 | 65.3% |"),
    );
    expectFact(facts, { metric: "precision", value: 94.5, slice: { Tier: "hold" } });
  });

  test("among results, a metric of something is stated under its own name", async () => {
    const facts = await claims("## Evaluation", "", "- Accuracy: 0.96", "- Malignant recall: 0.9524");
    expectFact(facts, { raw_metric: "Malignant recall", metric: "Malignant recall", value: 0.9524 });
    expect(await claims("## Model details", "", "- Malignant recall: 0.9524")).toEqual([]);
  });
});

describe("tables as people leave them", () => {
  const measurementsOf = async (...lines: readonly string[]) =>
    ofKind(await factsOfText("MODEL_CARD.md", card(...lines)), "measurement");

  test("without the rule below the header", async () => {
    const facts = await measurementsOf(
      "## Evaluation",
      "",
      "| Label | Precision | Recall | Support |",
      "| cat | 0.50 | 1.00 | 15 |",
      "| dog | 0.25 | 0.75 | 7 |",
    );
    expect(facts.map(({ metric, value, slice, n, source }) => [metric, value, slice, n, source.line])).toEqual([
      ["precision", 0.5, { class: "cat" }, 15, 10],
      ["recall", 1, { class: "cat" }, 15, 10],
      ["precision", 0.25, { class: "dog" }, 7, 11],
      ["recall", 0.75, { class: "dog" }, 7, 11],
    ]);
  });

  test("a paragraph that has bars, and rows of other lengths, is none", async () => {
    expect(await measurementsOf("## Evaluation", "", "| a | Accuracy |", "| b | 0.5 | 0.6 |")).toEqual([]);
    expect(await measurementsOf("## Evaluation", "", "Accuracy | Recall", "| 0.5 | 0.6 |")).toEqual([]);
  });

  test("two metrics in one column", async () => {
    const facts = await measurementsOf(
      "## Results",
      "",
      "| Dataset | Accuracy / F1 | AUC |",
      "|---|---|---|",
      "| test | 0.91 / 0.88 | 0.95 |",
      "| other | 0.9 / 0.8 | 0.94 |",
    );
    expect(facts.map(({ metric, value, dataset, slice }) => [metric, value, dataset, slice])).toEqual([
      ["accuracy", 0.91, "test", {}],
      ["f1", 0.88, "test", {}],
      ["roc_auc", 0.95, "test", {}],
      ["accuracy", 0.9, "other", {}],
      ["f1", 0.8, "other", {}],
      ["roc_auc", 0.94, "other", {}],
    ]);
  });

  test("two parts of the data in one column", async () => {
    const facts = await measurementsOf("## Results", "", "| Metric | Train / Test |", "|---|---|", "| Accuracy | 0.99 / 0.91 |"); // prettier-ignore
    expect(facts.map(({ metric, value, split }) => [metric, value, split])).toEqual([
      ["accuracy", 0.99, "train"],
      ["accuracy", 0.91, "test"],
    ]);
  });

  test("two numbers under a header that names no two metrics state nothing, and no part of the data", async () => {
    const facts = await measurementsOf("## Results", "", "| Set | Sizes | AUC |", "|---|---|---|", "| test | 10 / 20 | 0.95 |"); // prettier-ignore
    expect(facts.map(({ metric, slice }) => [metric, Object.values(slice)])).toEqual([["roc_auc", []]]);
  });

  test("a score out of ten keeps its scale; eight of ten is no score", async () => {
    const facts = await measurementsOf(
      "## Results",
      "",
      "| Evaluation Method | Score |",
      "|---|---|",
      "| LLM-as-a-Judge | 9.1/10 |",
      "| Helpfulness | 87/100 |",
      "| Cases passed | 8/10 |",
    );
    expect(facts.map(({ raw_metric, value, unit }) => [raw_metric, value, unit])).toEqual([
      ["LLM-as-a-Judge", 9.1, "of 10"],
      ["Helpfulness", 87, "of 100"],
    ]);
  });
});
