import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

const measured = async (name: string, ...lines: readonly string[]) =>
  ofKind(await factsOfText(name, [...lines, ""].join("\n")), "measurement");

const report = async (...lines: readonly string[]) =>
  measured("evaluation_report.md", "# Evaluation report", "", ...lines);

describe("a report without tables", () => {
  test("states results in lists of labels and numbers, which are evidence", async () => {
    const facts = await report(
      "## Performance",
      "",
      "- **ROC-AUC score**: 0.8256",
      "- **Recall**: 52.4%",
      "- Cost: $16,650",
    );
    expect(facts.map(({ metric, value, unit, claimed }) => [metric, value, unit, claimed])).toEqual([
      ["roc_auc", 0.8256, "proportion", false],
      ["recall", 52.4, "percent", false],
    ]);
  });

  test("states the classification report that is printed into a block of code, on its own lines", async () => {
    const facts = await report(
      "## Classification report",
      "",
      "```",
      "              precision    recall  f1-score   support",
      "",
      "        stay       0.83      0.87      0.85      1033",
      "       churn       0.59      0.52      0.55       372",
      "",
      "    accuracy                           0.78      1405",
      "   macro avg       0.71      0.70      0.70      1405",
      "weighted avg       0.77      0.78      0.77      1405",
      "```",
      "",
      "- Accuracy: 0.7758",
      "- F1: 0.55",
    );
    expectFact(facts, { metric: "recall", value: 0.52, slice: { class: "churn" }, n: 372, trials: 372, place: "9" });
    expectFact(facts, { metric: "accuracy", value: 0.78, n: 1405 });
    expectFact(facts, { metric: "accuracy", value: 0.7758, place: "16" });
  });

  test("an operating point is results, a number nobody knows among them takes nothing away", async () => {
    const facts = await report("## Operating point", "", "- ROC-AUC=0.9426, KS=0.7314, PR-AUC=0.9849, Brier=0.0904");
    expect(facts.map(({ metric }) => metric)).toEqual(["roc_auc", "average_precision", "brier_score"]);
  });

  test.each(["## Drift analysis (PSI)", "## Feature importance", "## Acceptance criteria"])(
    "what stands below %s is no result",
    async (heading) => {
      const facts = await report("- Recall: 0.9", "- F1: 0.8", "", heading, "", "- accuracy: 0.0194", "- recall: 0.2");
      expect(facts.map(({ value }) => value)).toEqual([0.9, 0.8]);
    },
  );

  test.each([
    ["evaluation_guide.md", "# Evaluation"],
    ["metrics.md", "# Metrics report template"],
    ["results.md", "# /evaluate-model - Model evaluation command"],
  ])("%s below %s says how to evaluate: its lists are examples", async (name, title) => {
    const table = ["| Metric | Value |", "|---|---|", "| AUC | 0.9 |"];
    expect(await measured(name, title, "", "- Recall: 0.9", "- F1: 0.8")).toEqual([]);
    expect(
      (await measured(name, title, "", "- Recall: 0.9", "- F1: 0.8", "", ...table)).map(({ value }) => value),
    ).toEqual([0.9]);
  });

  test.each<[string, readonly string[], number | null]>([
    [
      "the rows of the test, and not those of the training above them",
      ["- Training rows: 13500", "- Test rows: 4500"],
      4500,
    ],
    ["a test-set size", ["**Test-set size:** 1,000"], 1000],
    ["a training size alone", ["- Training rows: 13500"], null],
  ])("the examples behind its results: %s", async (_, lines, n) => {
    const facts = await report(
      "## Summary",
      "",
      ...lines,
      "",
      "## Key metrics",
      "",
      "| Metric | Value |",
      "|---|---|",
      "| Accuracy | 0.99 |",
    );
    expect(facts.map((fact) => fact.n)).toEqual([n]);
  });

  test("a fit of times and loads is the service's", async () => {
    const facts = await measured(
      "LOAD_TEST.md",
      "# Load test",
      "",
      "| n | s |",
      "|---|---|",
      "| 1 | 2 |",
      "",
      "- R² = 1.000",
    );
    expect(facts.filter(({ metric }) => metric === "r2")).toEqual([]);
  });
});

describe("several models in one document", () => {
  const bySections = [
    "## Random Forest (Tuned)",
    "- MAE: 0.72",
    "- R²: 0.99",
    "",
    "## 2. Ridge Regression",
    "- MAE: 18.5",
    "- R²: 0.97",
  ];

  test("numbers below a heading that names a kind of model are that model's", async () => {
    const facts = await report(...bySections);
    expect(facts.map(({ about, value }) => [about, value])).toEqual([
      ["Random Forest (Tuned)", 0.72],
      ["Random Forest (Tuned)", 0.99],
      ["2. Ridge Regression", 18.5],
      ["2. Ridge Regression", 0.97],
    ]);
  });

  test.each<[string, readonly string[]]>([
    ["a line says so", ["**Selected model:** `Random Forest` (lowest MAE)"]],
    ["a section says so", ["## Best Model", "", "Random Forest", ""]],
  ])("those of the model that was chosen are the document's own, where %s", async (_, lines) => {
    const facts = await report(...lines, "", ...bySections.map((line) => line.replace(" (Tuned)", "")));
    expect(facts.map(({ about }) => about)).toEqual([null, null, "2. Ridge Regression", "2. Ridge Regression"]);
  });

  test("where two different ones are called chosen, none is", async () => {
    const facts = await report(
      "Best model: XGBoost",
      "",
      "Selected model: Ridge",
      "",
      "| Model | F1 |",
      "|---|---|",
      "| XGBoost | 0.9 |",
      "| Ridge | 0.8 |",
    );
    expect(facts.map(({ about }) => about)).toEqual(["XGBoost", "Ridge"]);
  });

  test("columns of versions are of the versions, and the card's own is its own", async () => {
    const table = ["| Test period | v2 | v4 |", "|---|---|---|", "| Precision at the 1% budget | 82.0% | 84.8% |"];
    const facts = await measured(
      "MODEL_CARD.md",
      "# Model card — risk models, version v4",
      "",
      "## Limitations",
      "",
      "None.",
      "",
      "## Evaluation",
      "",
      ...table,
    );
    expect(facts.map(({ raw_metric: raw, value, about }) => [raw, value, about])).toEqual([
      ["Precision at the 1% budget", 82, "v2"],
      ["Precision at the 1% budget", 84.8, null],
    ]);
  });

  test("an index that pandas prints before the models names none", async () => {
    const facts = await report(
      "|    | Model | MAE |",
      "|---:|:---|---:|",
      "|  0 | Forest | 0.72 |",
      "|  1 | Ridge | 18.5 |",
    );
    expect(facts.map(({ about }) => about)).toEqual(["Forest", "Ridge"]);
  });
});

describe("one quantity, stated below several headings", () => {
  test("is as many quantities: of data sets where the headings name data, else computed so", async () => {
    const facts = await report(
      "### Reference set (original test data)",
      "**Accuracy:** 0.9376",
      "### Changed set (augmented test data)",
      "**Accuracy:** 0.9331",
      "## Routing",
      "- F1: 0.39",
      "## Urgency",
      "- F1: 0.47",
    );
    expect(facts.map(({ dataset, protocol, split }) => [dataset, protocol, split])).toEqual([
      ["Reference set (original test data)", null, "test"],
      ["Changed set (augmented test data)", null, "test"],
      [null, "Routing", null],
      [null, "Urgency", null],
    ]);
  });

  test("stays one where the values agree, and where one heading holds both", async () => {
    const same = await report("## Summary", "- F1: 0.5", "## Details", "- F1: 0.5");
    const both = await report("## Details", "- F1: 0.5", "- F1: 0.6");
    expect([...same, ...both].map(({ protocol }) => protocol)).toEqual([null, null, null, null]);
  });
});

describe("numbers as other languages write them", () => {
  const card = ["# Model Card", "", "## Limitaciones", "", "Ninguna.", "", "## Uso previsto", "", "Ejemplo.", ""];

  test("where decimals stand behind a comma, a dot parts thousands", async () => {
    const table = ["| Métrica | Valor |", "|---|---:|", "| MAE | 12.546 MWh |", "| sMAPE | 1,82% |"];
    const facts = await measured("MODEL_CARD.md", ...card, "## Rendimiento de test", "", ...table);
    expect(facts.map(({ value, split }) => [value, split])).toEqual([
      [12546, "test"],
      [1.82, "test"],
    ]);
  });

  test("where any decimal stands behind a dot, it parts decimals", async () => {
    const table = ["| Metric | Value |", "|---|---:|", "| MAE | 12.546 |", "| F1 | 0.91 |", "| Recall | 0,82 |"];
    const facts = await measured("MODEL_CARD.md", ...card, "## Evaluation", "", ...table);
    expect(facts.map(({ value }) => value)).toEqual([12.546, 0.91, 0.82]);
  });

  test.each([
    ["## Métricas no conjunto de teste", "test"],
    ["## Ergebnisse auf den Testdaten", "test"],
    ["## 测试集上的结果", "test"],
    ["## Résultats sur le jeu de validation", "validation"],
    ["## Результаты на обучающей выборке", "train"],
    ["## Conjunto de treino e conjunto de teste", null],
  ])("%s names the part of the data", async (heading, split) => {
    const facts = await measured(
      "MODEL_CARD.md",
      ...card,
      heading,
      "",
      "| Metric | Value |",
      "|---|---|",
      "| F1 | 0.91 |",
    );
    expect(facts.map((fact) => fact.split)).toEqual([split]);
  });
});

describe("drift in tables", () => {
  test("is of the columns, by the methods that the headers name", async () => {
    const table = [
      "| Feature | PSI | KS statistic | p-value | Threshold | Drift? |",
      "|---|---|---|---|---|---|",
      "| latency_p95_ms | 0.31 | 0.12 | 0.001 | 0.2 | Yes |",
      "| age | n/a | 0.02 | 0.6 | 0.2 | No |",
    ];
    const facts = await factsOfText("drift_report.md", ["# Drift report", "", ...table, ""].join("\n"));
    expect(ofKind(facts, "measurement")).toEqual([]);
    expect(
      ofKind(facts, "drift").map(({ column, method, score, p_value: p, drifted }) => [
        column,
        method,
        score,
        p,
        drifted,
      ]),
    ).toEqual([
      ["latency_p95_ms", "psi", 0.31, null, true],
      ["latency_p95_ms", "ks", 0.12, 0.001, true],
      ["age", "ks", 0.02, 0.6, false],
    ]);
  });

  test("below Name and Value stand metrics, and no columns of the inputs", async () => {
    const facts = await report("## Results", "", "| Name | Value |", "|---|---|", "| recall, age=65+ | 0.4 |");
    expect(facts.map(({ metric, slice }) => [metric, slice])).toEqual([["recall", { age: "65+" }]]);
  });

  test("features whose names are metrics are no results", async () => {
    const facts = await report(
      "## Results",
      "",
      "| Feature | Importance |",
      "|---|---|",
      "| accuracy | 0.4 |",
      "| recall | 0.2 |",
    );
    expect(facts).toEqual([]);
  });
});

test.each([
  ["95% bootstrap CI", 0.95],
  ["Wilson 95% CI", 0.95],
  ["90% interval", 0.9],
])("the column %s holds intervals", async (header, level) => {
  const facts = await report(`| Model | PR-AUC | ${header} |`, "|---|---|---|", "| gbm | 0.152 | [0.111, 0.213] |");
  expect(facts[0]?.interval).toEqual({ lower: 0.111, upper: 0.213, level });
});

test.each([
  ["| actual | win | draw |", "| win | 48 | 0 |", "| draw | 0 | 147 |"],
  ["| Actual \\ Predicted | No | Yes |", "| True No | 48 | 0 |", "| True Yes | 0 | 147 |"],
  ["|  | Pred No | Pred Yes |", "| True No | 48 | 0 |", "| True Yes | 0 | 147 |"],
])("counts of a confusion matrix are its cells and no other results: %s", async (header, ...rows) => {
  const facts = await report("## Results", "", header, "|---|---|---|", ...rows);
  expect(facts.map(({ metric, value }) => [metric, value])).toEqual(
    [48, 0, 0, 147].map((count) => ["confusion_matrix", count]),
  );
});
