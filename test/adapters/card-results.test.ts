import { describe, expect, test } from "vitest";
import type { Fact, FactOf } from "../../src/model/fact.js";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

const claims = async (...lines: readonly string[]): Promise<readonly FactOf<"measurement">[]> =>
  ofKind(
    await factsOfText("README.md", ["---", "license: mit", "---", "# Aster", "", ...lines, ""].join("\n")),
    "measurement",
  );

const table = (...rows: readonly string[]): readonly string[] => [
  rows[0] ?? "",
  (rows[0] ?? "").replace(/[^|]+/g, "---"),
  ...rows.slice(1),
  "",
];

const told = (facts: readonly Fact[]) =>
  facts.flatMap((fact) =>
    fact.kind === "measurement"
      ? [[fact.raw_metric, fact.value, fact.standard_error, fact.interval, fact.about] as const]
      : [],
  );

describe("what stands behind a ± in a card", () => {
  test.each<[title: string, rows: readonly string[], expected: object]>([
    [
      "says nothing of what it is",
      ["| Metric | Value |", "| F1 | 0.88 ± 0.01 |"],
      { standard_error: null, interval: null },
    ],
    ["is a deviation", ["| Metric | Mean ± SD |", "| F1 | 0.88 ± 0.01 |"], { standard_error: null, interval: null }],
    [
      "is a standard error, by its column",
      ["| Metric | Mean ± SE |", "| F1 | 0.88 ± 0.01 |"],
      { standard_error: 0.01 },
    ],
    [
      "is a standard error, by its own cell",
      ["| Metric | Value |", "| F1 | 0.88 ± 0.01 (SE) |"],
      { standard_error: 0.01 },
    ],
    [
      "is a standard error, by the metric's name",
      ["| Model | F1 ± SEM |", "| Aster | 0.88 ± 0.01 |"],
      { standard_error: 0.01 },
    ],
    [
      "is half an interval, by its column",
      ["| Metric | Value (95% CI) |", "| F1 | 0.88 ± 0.01 |"],
      { standard_error: null, interval: { lower: 0.87, upper: 0.89, level: 0.95 } },
    ],
    [
      "is half an interval, of a share, behind a mean",
      ["| Metric | Mean ± 95% CI |", "| F1 | 0.88 ± 0.01 |"],
      { unit: "proportion", interval: { lower: 0.87, upper: 0.89, level: 0.95 } },
    ],
  ])("%s", async (_title, rows, expected) => {
    expectFact(await claims("## Results", "", ...table(...rows)), {
      metric: "f1",
      value: 0.88,
      about: null,
      ...expected,
    });
  });

  test("is read in lists as in tables", async () => {
    const facts = await claims("## Results", "", "- F1: 0.88 ± 0.01 (SE)", "- Accuracy: 0.91 (95% CI: 0.89-0.93)");
    expectFact(facts, { metric: "f1", value: 0.88, standard_error: 0.01 });
    expectFact(facts, { metric: "accuracy", value: 0.91, interval: { lower: 0.89, upper: 0.93, level: 0.95 } });
  });
});

describe("columns of errors and intervals", () => {
  test("are of the number that they stand behind, and of no other", async () => {
    const facts = await claims(
      "## Results",
      "",
      ...table("| Model | Accuracy | SE | F1 | 95% CI |", "| Aster | 0.91 | 0.02 | 0.88 | 0.85-0.90 |"),
    );
    expect(told(facts)).toEqual([
      ["Accuracy", 0.91, 0.02, null, null],
      ["F1", 0.88, null, { lower: 0.85, upper: 0.9, level: 0.95 }, null],
    ]);
  });

  test("a deviation beside a mean is no error", async () => {
    const facts = await claims("## Results", "", ...table("| Metric | Mean | Std |", "| F1 | 0.88 | 0.01 |"));
    expect(told(facts)).toEqual([["F1", 0.88, null, null, null]]);
  });
});

describe("tables as the evaluation harness for language models prints them", () => {
  test("a row without a task is of the one above it; versions, shots and errors are no results", async () => {
    const facts = await claims(
      "## Evaluation",
      "",
      ...table(
        "|  Tasks  |Version|Filter|n-shot|Metric     |   |Value |   |Stderr|",
        "|rivers   |      1|none  |     5|acc        |↑  |0.8121|±  |0.0071|",
        "|         |       |none  |     5|acc_norm   |↑  |0.8034|±  |0.0082|",
        "|sums     |      3|strict-match|8|exact_match|↑|0.7512|±|0.0119|",
        "| - lakes |      1|none  |     5|acc        |↑  |0.6021|±  |   N/A|",
      ),
    );
    expect(facts.map((fact) => [fact.dataset, fact.metric, fact.value, fact.standard_error, fact.protocol])).toEqual([
      ["rivers", "accuracy", 0.8121, 0.0071, null],
      ["rivers", "acc_norm", 0.8034, 0.0082, null],
      ["sums", "exact_match", 0.7512, 0.0119, "strict-match"],
      ["lakes", "accuracy", 0.6021, null, null],
    ]);
    expect(facts.filter(({ about, slice }) => about !== null || Object.keys(slice).length > 0)).toEqual([]);
  });

  test("so do those of its older versions", async () => {
    const facts = await claims(
      "## Evaluation",
      "",
      ...table(
        "|  Task   |Version| Metric |Value |   |Stderr|",
        "|rivers   |      0|acc     |0.4612|±  |0.0146|",
        "|         |       |acc_norm|0.4823|±  |0.0145|",
      ),
    );
    expect(facts.map((fact) => [fact.dataset, fact.value, fact.standard_error])).toEqual([
      ["rivers", 0.4612, 0.0146],
      ["rivers", 0.4823, 0.0145],
    ]);
  });
});

const counted = async (...prose: readonly string[]): Promise<number | null> => {
  const facts = await claims("## Evaluation", "", ...prose, "", ...table("| Metric | Value |", "| Accuracy | 0.91 |"));
  return facts.find(({ metric }) => metric === "accuracy")?.n ?? null;
};

describe("how many examples the prose of an evaluation tells", () => {
  test.each([
    ["The model was evaluated on 10,000 images of the held-out test set.", 10_000],
    ["We evaluated it on a held-out set of 2500 labelled customer reviews.", 2500],
    ["The test set contains 1,234 examples.", 1234],
    ["Results on the held-out test set (812 scans).", 812],
    ["It was trained on 80,000 rows and scored on 2,000 held-out test rows.", 2000],
    ["Evaluated on 500\nimages.", 500],
  ])("%s", async (prose, n) => expect(await counted(prose)).toBe(n));

  test.each([
    "The model was trained on 10,000 images.",
    "The model was trained and evaluated on 10,000 images.",
    "Evaluated on about 10,000 images.",
    "Evaluated on more than 10,000 images.",
    "Evaluated on 1,000 images per class.",
    "Evaluated on 5 folds of 2,000 rows each.",
    "Evaluated on 1,000 images of birds and tested on 2,000 images of fish.",
    "The test set contains 1,234 examples. The validation set contains 900 examples.",
    "Evaluated on 20% of 10,000 images.",
    "Evaluated on 1.5 million images.",
  ])("%s: none that is certain", async (prose) => expect(await counted(prose)).toBeNull());

  test("is said of what is told below the same heading, and of the whole alone", async () => {
    const facts = await claims(
      "## Evaluation",
      "",
      "Evaluated on 400 test scans.",
      "",
      "### Results",
      "",
      ...table("| Metric | Train | Test |", "| Accuracy | 0.95 | 0.91 |", "| Latency (ms) | | 12 |"),
      ...table("| Site | Accuracy |", "| North | 0.9 |", "| South | 0.92 |"),
      "## Performance in production",
      "",
      "- F1: 0.81",
    );
    expect(facts.map(({ raw_metric: name, split, slice, n }) => [name, split, slice, n])).toEqual([
      ["Accuracy", "train", {}, null],
      ["Accuracy", "test", {}, 400],
      ["Latency (ms)", "test", {}, null],
      ["Accuracy", null, { Site: "North" }, null],
      ["Accuracy", null, { Site: "South" }, null],
      ["F1", null, {}, null],
    ]);
  });

  test("is that of the part of the data that it is said of", async () => {
    const facts = await claims(
      "## Results",
      "",
      "Held-out test set: 1,200 rows, 4.1% failures.",
      "",
      "- Test accuracy: 0.91",
      "- Validation accuracy: 0.92",
      "- Train accuracy: 0.99",
      "- F1: 0.8",
      "",
      "### Cross-validation",
      "",
      "- Recall: 0.85",
    );
    expect(facts.map(({ split, n }) => [split, n])).toEqual([
      ["test", 1200],
      ["validation", null],
      ["train", null],
      [null, null],
      [null, null],
    ]);
  });

  test("a long and hostile text is no hang", { timeout: 20_000 }, async () => {
    expect(await counted(`evaluated on ${"a b c 10 ".repeat(2000)}`)).toBeNull();
  });
});

describe("what a remark or a sentence says of a number", () => {
  test.each<[line: string, expected: readonly object[]]>([
    ["- Accuracy: 92.5% (n=1,200)", [{ value: 92.5, unit: "percent", n: 1200, split: null }]],
    ["- Accuracy: 0.925 (1,200 images)", [{ value: 0.925, n: 1200, trials: 1200 }]],
    ["- Accuracy: 0.93 (test)", [{ value: 0.93, split: "test" }]],
    [
      "- Accuracy: 0.95 (train), 0.93 (test)",
      [
        { value: 0.95, split: "train" },
        { value: 0.93, split: "test" },
      ],
    ],
    [
      "- Accuracy: 91% / Recall: 88%",
      [
        { metric: "accuracy", value: 91 },
        { metric: "recall", value: 88 },
      ],
    ],
    ["It reaches 93.4% accuracy on the held-out test set.", [{ value: 93.4, split: "test" }]],
    ["It reaches an accuracy of 0.934 on our validation data.", [{ value: 0.934, split: "validation" }]],
    ["It reaches 93.4% accuracy on the validation set and the test set.", [{ value: 93.4, split: null }]],
    ["- Accuracy: 0.95 (train), 0.93 (night)", []],
  ])("%s", async (line, expected) => {
    const facts = await claims("## Results", "", line);
    expect(facts).toHaveLength(expected.length);
    for (const wanted of expected) expectFact(facts, { ...wanted });
  });

  test("the support of a class is no result", async () => {
    const facts = await claims(
      "## Results",
      "",
      ...table("| Failure type | Precision | Recall | Test support |", "| wear | 0.91 | 0.9 | 14 |"),
    );
    expect(facts.map(({ metric, n }) => [metric, n])).toEqual([
      ["precision", 14],
      ["recall", 14],
    ]);
  });
});

test("below Slice, a condition names the column as well", async () => {
  const facts = await claims(
    "## Evaluation",
    "",
    ...table("| Slice | Accuracy |", "| region=north | 0.91 |", "| region=south | 0.89 |", "| new customers | 0.8 |"),
  );
  expect(facts.map(({ slice }) => slice)).toEqual([
    { region: "north" },
    { region: "south" },
    { Slice: "new customers" },
  ]);
});

const ofParts = (facts: readonly FactOf<"measurement">[]) =>
  facts.map(({ metric, value, split, about, n }) => [metric, value, split, about, n]);

describe("lists below what says of which data they are", () => {
  test("items further to the right are of the item above them", async () => {
    const facts = await claims(
      "## Results",
      "",
      "- **Test set** (2,000 samples)",
      "  - Accuracy: 0.91",
      "  - F1: 0.88",
      "- Validation set:",
      "  - Accuracy: 0.92",
      "- Recall: 0.8",
    );
    expect(ofParts(facts)).toEqual([
      ["accuracy", 0.91, "test", null, 2000],
      ["f1", 0.88, "test", null, 2000],
      ["accuracy", 0.92, "validation", null, null],
      ["recall", 0.8, null, null, null],
    ]);
  });

  test("the list that follows a line of prose is of what it says", async () => {
    const facts = await claims(
      "## Results",
      "",
      "**Test set performance:**",
      "",
      "- Accuracy: 0.91",
      "",
      "And on the whole:",
      "",
      "- F1: 0.88",
    );
    expect(ofParts(facts)).toEqual([
      ["accuracy", 0.91, "test", null, null],
      ["f1", 0.88, null, null, null],
    ]);
  });

  test("what is listed below another model is about it", async () => {
    const facts = await claims(
      "## Results",
      "",
      "- Baseline",
      "  - Test set",
      "    - Accuracy: 0.7",
      "- Accuracy: 0.9",
    );
    expect(ofParts(facts)).toEqual([
      ["accuracy", 0.7, "test", "Baseline", null],
      ["accuracy", 0.9, null, null, null],
    ]);
  });
});

describe("rows and labels as people write them", () => {
  test("parts of the data in a corner without a name are no classes", async () => {
    const facts = await claims(
      "## Results",
      "",
      ...table("| | Precision | Recall |", "| Train | 0.98 | 0.97 |", "| Test | 0.91 | 0.9 |"),
    );
    expect(facts.map(({ metric, split, slice }) => [metric, split, slice])).toEqual([
      ["precision", "train", {}],
      ["recall", "train", {}],
      ["precision", "test", {}],
      ["recall", "test", {}],
    ]);
  });

  test("the size of a model is not its name", async () => {
    const facts = await claims(
      "## Results",
      "",
      ...table("| Model | Params | Size | Accuracy |", "| Aster | 12M | 48MB | 0.91 |", "| Other | 4M | 16MB | 0.88 |"),
    );
    expect(facts.map(({ value, about }) => [value, about])).toEqual([
      [0.91, null],
      [0.88, "Other"],
    ]);
  });

  test.each<[line: string, expected: readonly (readonly unknown[])[]]>([
    ["- mAP@0.5:0.95: 0.51", [["mean_average_precision", 0.51, "proportion"]]],
    ["- RMSE: $1,234.56", [["rmse", 1234.56, "$"]]],
    ["- MAE: 2.31 °C", [["mae", 2.31, "°C"]]],
    [
      "- Sensitivity/Specificity: 0.91/0.88",
      [
        ["recall", 0.91, "proportion"],
        ["specificity", 0.88, "proportion"],
      ],
    ],
    ["- Sensitivity/Specificity: 0.91", []],
    [
      "Overall: accuracy 0.87, AUC 0.92 (95% CI 0.91–0.93).",
      [
        ["accuracy", 0.87, "proportion"],
        ["roc_auc", 0.92, "proportion"],
      ],
    ],
    [
      "Test set: precision 81%, recall 71% and F1 0.75",
      [
        ["precision", 81, "percent"],
        ["recall", 71, "percent"],
        ["f1", 0.75, "proportion"],
      ],
    ],
    ["Stress test: accuracy 0.5, recall 0.4", []],
    ["We saw accuracy 0.9, which fell", []],
  ])("%s", async (line, expected) => {
    const facts = await claims("## Results", "", line);
    expect(facts.map(({ metric, value, unit }) => [metric, value, unit])).toEqual(expected);
  });
});

test("beside a column over everything, the others are parts of the data", async () => {
  const facts = await claims(
    "## Results",
    "",
    ...table("| Metric | Overall | Women | Baseline | Notes |", "| Accuracy | 0.9 | 0.88 | 0.8 | good |"),
  );
  expect(facts.map(({ value, slice, about }) => [value, slice, about])).toEqual([
    [0.9, {}, null],
    [0.88, { slice: "Women" }, null],
    [0.8, {}, "Baseline"],
  ]);
});

test("a section on the evaluation data tells how many stand behind the results of another", async () => {
  const facts = await claims(
    "## Evaluation data",
    "",
    "The hold-out set has 24,000 customers.",
    "",
    "## Quantitative analyses",
    "",
    ...table("| Metric | Value |", "| Accuracy | 0.9 |"),
  );
  expect(facts.map(({ value, n }) => [value, n])).toEqual([[0.9, 24_000]]);
});

test("the count of one class is not the number behind a row of a training log", async () => {
  const facts = await claims(
    "## Training results",
    "",
    ...table(
      "| Step | Validation Loss | 0 Recall | 0 Support | Accuracy | Macro avg Precision | Macro avg Support |",
      "| 40 | 0.71 | 0.6 | 31 | 0.83 | 0.79 | 77 |",
      "| 80 | 0.52 | 0.7 | 31 | 0.88 | 0.84 | 77 |",
    ),
  );
  expect(facts.map(({ n, trials }) => [n, trials])).toEqual(facts.map(() => [null, null]));
  expect(facts.filter(({ step }) => step === 80).map(({ metric, value }) => [metric, value])).toEqual([
    ["loss", 0.52],
    ["0 Recall", 0.7],
    ["accuracy", 0.88],
    ["precision", 0.84],
  ]);
});

test("the sentences of a test set stand behind its scores, and its words behind none", async () => {
  const facts = await claims(
    "## Benchmarks",
    "",
    ...table("| testset | chr-F | BLEU | #sent | #words |", "| harbour-news | 0.61 | 34.2 | 1450 | 30211 |"),
  );
  expect(facts.map(({ metric, value, n, dataset }) => [metric, value, n, dataset])).toEqual([
    ["chrf", 0.61, 1450, "harbour-news"],
    ["bleu", 34.2, 1450, "harbour-news"],
  ]);
});

describe("other models' rows are about them", () => {
  test.each(["模型 Model", "モデル Model", "Model and Size", "Models"])("below %j", async (header) => {
    const facts = await claims(
      "## Performance",
      "",
      ...table(`| ${header} | Accuracy | F1 |`, "| Aster | 0.91 | 0.9 |", "| Borage 2B | 0.87 | 0.86 |"),
    );
    expect(facts.map(({ value, about, slice }) => [value, about, slice])).toEqual([
      [0.91, null, {}],
      [0.9, null, {}],
      [0.87, "Borage 2B", {}],
      [0.86, "Borage 2B", {}],
    ]);
  });

  test("and a row marked as this one's is the document's own", async () => {
    const facts = await claims(
      "## Performance",
      "",
      ...table("| Model | Accuracy |", "| lab/flora-small (this) | 0.91 |", "| lab/flora-large | 0.93 |"),
    );
    expect(facts.map(({ value, about }) => [value, about])).toEqual([
      [0.91, null],
      [0.93, "lab/flora-large"],
    ]);
  });

  test("and so are those of a table that a comparison introduces", async () => {
    const facts = await claims(
      "## Performance",
      "",
      ...table("| entity | recall |", "| DATE | 0.91 |"),
      "By comparison on the same letters, Borage was giving:",
      "",
      ...table("| entity | recall |", "| DATE | 0.84 |"),
    );
    expect(facts.map(({ value, about }) => [value, about])).toEqual([
      [0.91, null],
      [0.84, "By comparison on the same letters, Borage was giving:"],
    ]);
  });
});
