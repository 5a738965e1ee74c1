import { describe, expect, test } from "vitest";
import { printedTables } from "../../src/adapters/families/printed-tables.js";
import { ofKind, readFiles } from "../read-evidence.js";

const report = (...lines: readonly string[]): Readonly<Record<string, string>> => ({
  "results.md": ["# Results", "", ...lines, ""].join("\n"),
});

const stated = async (files: Readonly<Record<string, string>>): Promise<readonly (readonly unknown[])[]> =>
  ofKind(await readFiles(files), "measurement").map(({ metric, protocol, split, slice, value, source }) => [
    metric,
    protocol ?? split,
    slice,
    value,
    source.line,
  ]);

describe("several numbers in a cell", () => {
  test("below the first letters of their names", async () => {
    expect(await stated(report("| Class | P / R / F1 |", "|---|---|", "| wren | 0.91 / 0.88 / 0.89 |"))).toEqual([
      ["precision", null, { class: "wren" }, 0.91, 5],
      ["recall", null, { class: "wren" }, 0.88, 5],
      ["f1", null, { class: "wren" }, 0.89, 5],
    ]);
  });

  test("beside their names, and the ways of one metric in brackets", async () => {
    const rows = [
      "| Metric | Value |",
      "|---|---|",
      "| Precision / Recall | 0.9 / 0.8 |",
      "| F1 (macro / weighted) | 0.7 / 0.75 |",
    ];
    expect(await stated(report(...rows))).toEqual([
      ["precision", null, {}, 0.9, 5],
      ["recall", null, {}, 0.8, 5],
      ["f1", "macro", {}, 0.7, 6],
      ["f1", "weighted", {}, 0.75, 6],
    ]);
  });

  test("two names of one metric over single numbers stay one", async () => {
    expect(await stated(report("| Model | Recall / Sensitivity |", "|---|---|", "| ours | 0.9 |"))).toEqual([
      ["recall", null, {}, 0.9, 5],
    ]);
  });
});

test("a coefficient of variation in brackets is no unit of the metric", async () => {
  const facts = ofKind(
    await readFiles(report("| Model | C-index CV (CV%) |", "|---|---|", "| ours | 0.71 (3.2) |")),
    "measurement",
  );
  expect(facts).toMatchObject([
    { metric: "concordance_index", split: "cross-validation", value: 0.71, unit: "proportion" },
  ]);
});

describe("confusion matrices in tables", () => {
  const cells = async (...rows: readonly string[]): Promise<readonly unknown[]> =>
    (await stated(report(...rows))).map(([metric, , slice, value]) => [metric, slice, value]);
  const matrix = (actual: string, predicted: string, count: number): unknown => [
    "confusion_matrix",
    { actual, predicted },
    count,
  ];
  const expected = [
    matrix("no", "no", 900),
    matrix("no", "yes", 50),
    matrix("yes", "no", 30),
    matrix("yes", "yes", 120),
  ];

  test.each([
    [
      "words before the classes",
      [
        "| | Predicted no | Predicted yes |",
        "|---|---|---|",
        "| **Actual no** | 900 | 50 |",
        "| **Actual yes** | 30 | 120 |",
      ],
    ],
    [
      "a corner that says both",
      ["| Actual \\ Predicted | no | yes |", "|---|---|---|", "| no | 900 | 50 |", "| yes | 30 | 120 |"],
    ],
    [
      "sums at the ends",
      [
        "| | Pred. no | Pred. yes | Total |",
        "|---|---|---|---|",
        "| True no | 900 | 50 | 950 |",
        "| True yes | 30 | 120 | 150 |",
        "| Total | 930 | 170 | 1100 |",
      ],
    ],
    [
      "the names of the cells",
      [
        "| | Predicted: no | Predicted: yes |",
        "|---|---|---|",
        "| Actual: no | TN = 900 | FP = 50 |",
        "| Actual: yes | FN = 30 | TP = 120 |",
      ],
    ],
  ])("%s", async (_, rows) => expect(await cells(...rows)).toEqual(expected));

  test("what was predicted may stand in the rows", async () => {
    const rows = [
      "| | Actual no | Actual yes |",
      "|---|---|---|",
      "| Predicted no | 900 | 30 |",
      "| Predicted yes | 50 | 120 |",
    ];
    expect(new Set((await cells(...rows)).map((cell) => JSON.stringify(cell)))).toEqual(
      new Set(expected.map((cell) => JSON.stringify(cell))),
    );
  });

  test("a square that does not say which side is which states nothing", async () => {
    expect(await cells("| | no | yes |", "|---|---|---|", "| no | 900 | 50 |", "| yes | 30 | 120 |")).toEqual([]);
  });
});

describe("confusion matrices with a row for each cell", () => {
  test.each([
    ["actual,predicted,count\nwren,wren,50\nwren,finch,5\nfinch,wren,3\nfinch,finch,42\n", 50, 2],
    ["Prediction,Reference,Freq\nwren,wren,50\nfinch,wren,5\nwren,finch,3\nfinch,finch,42\n", 50, 2],
  ])("%j", async (text, first, line) => {
    const facts = await stated({ "cells.csv": text });
    expect(facts[0]).toEqual(["confusion_matrix", null, { actual: "wren", predicted: "wren" }, first, line]);
    expect(facts[1]?.slice(2, 4)).toEqual([{ actual: "wren", predicted: "finch" }, 5]);
    expect(facts).toHaveLength(4);
  });

  test("rows that repeat are examples with a count of their own", async () => {
    const text = "actual,predicted,count\nwren,wren,1\nwren,wren,1\nfinch,wren,2\n";
    expect(await stated({ "rows.csv": text })).toEqual([]);
    expect(ofKind(await readFiles({ "rows.csv": text }), "table")).toHaveLength(1);
  });
});

describe("tables printed into blocks of code", () => {
  const block = (...lines: readonly string[]): Readonly<Record<string, string>> => report("```", ...lines, "```");

  test("a data frame whose index is named on a line of its own", async () => {
    const facts = await readFiles(
      block(
        "           accuracy      f1",
        "model                      ",
        "ridge        0.8123  0.7950",
        "forest       0.9012  0.8999",
      ),
    );
    expect(
      ofKind(facts, "measurement").map(({ metric, about, value, source }) => [metric, about, value, source.line]),
    ).toEqual([
      ["accuracy", "ridge", 0.8123, 6],
      ["f1", "ridge", 0.795, 6],
      ["accuracy", "forest", 0.9012, 7],
      ["f1", "forest", 0.8999, 7],
    ]);
  });

  test("a data frame with rows that are only counted", async () => {
    const facts = ofKind(
      await readFiles(block("   fold  accuracy", "0     1    0.9012", "1     2    0.8912")),
      "measurement",
    );
    expect(facts.map(({ fold, value }) => [fold, value])).toEqual([
      [1, 0.9012],
      [2, 0.8912],
    ]);
  });

  test("a series", async () => {
    expect(await stated(block("accuracy    0.9123", "f1          0.8812", "dtype: float64"))).toEqual([
      ["accuracy", null, {}, 0.9123, 4],
      ["f1", null, {}, 0.8812, 5],
    ]);
  });

  test("an index of several levels", async () => {
    const [table] = printedTables(
      "                     score\nmodel       turn          \ntern-spark 1     8.777778\n",
    );
    expect(table?.header.map(({ text }) => text)).toEqual(["model", "turn", "score"]);
  });

  test("a block that shows how something is used states nothing", async () => {
    const files = {
      "results.md":
        "# Results\n\n## Installation\n\n```\n   accuracy    f1\n0    0.91  0.90\n```\n\n| a |\n|---|\n| b |\n",
    };
    expect(await stated(files)).toEqual([]);
  });

  test("a classification report is read as one, and once", async () => {
    const facts = await stated(
      block(
        "              precision    recall  f1-score   support",
        "",
        "        wren       0.91      0.88      0.89       120",
        "",
        "    accuracy                           0.90       120",
      ),
    );
    expect(facts.filter(([metric]) => metric === "precision")).toHaveLength(1);
  });
});

test("of models in a table, one whose name is within the document's is another where the document's own stands there", async () => {
  const readme = [
    "---",
    "pipeline_tag: sentence-similarity",
    "---",
    "# tuned-tern-base-v2",
    "",
    "## Evaluation results",
    "",
    "| Model | Accuracy |",
    "|---|---|",
    "| tuned-tern-base-v2 | 0.84 |",
    "| tern-base-v2 | 0.81 |",
  ];
  const facts = ofKind(await readFiles({ "README.md": readme.join("\n") }), "measurement");
  expect(facts.map(({ about, value }) => [about, value])).toEqual([
    [null, 0.84],
    ["tern-base-v2", 0.81],
  ]);
});
