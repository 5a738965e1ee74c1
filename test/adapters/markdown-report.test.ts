import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

const report = (...lines: readonly string[]): string => ["# Evaluation report", "", ...lines, ""].join("\n");

describe("reports", () => {
  test("results in tables are evidence, not claims", async () => {
    const text = report(
      "## Detection",
      "",
      "| Metric | Value |",
      "|---|---|",
      "| ROC-AUC (`score`) | 0.984 |",
      "| Rows | 15,076,218 |",
    );
    const facts = await factsOfText("METRICS.md", text);
    expectFact(facts, {
      format: "markdown-report",
      raw_metric: "ROC-AUC (`score`)",
      metric: "roc_auc",
      value: 0.984,
      claimed: false,
    });
    expectFact(facts, { raw_metric: "Rows", value: 15_076_218 });
  });

  test("rows without a name of their own are told apart by their first column", async () => {
    const text = report("## Performance", "", "| N images | Total (s) |", "|---|---|", "| 10 | 3.9 |", "| 25 | 10.9 |");
    const facts = ofKind(await factsOfText("LOAD_TEST.md", text), "measurement");
    expect(facts.map(({ slice }) => slice)).toEqual([{ "N images": "10" }, { "N images": "25" }]);
  });

  test("prose, targets and sections are left", async () => {
    const text = report("## Results", "", "TPR > 0.85, accuracy is 97%.", "", "| a | b |", "|---|---|", "| x | y |");
    const facts = await factsOfText("report.md", text);
    expect(facts.map(({ kind }) => kind)).toEqual(["file"]);
  });
});

test.each<[string, string, string | null]>([
  ["a text that calls itself a model", "# MyCoolModel\n\nNothing else.\n", "MyCoolModel"],
  ["a threat model", "# Threat model\n\nNothing else.\n", null],
  ["a data model", "# The data model\n\nNothing else.\n", null],
])("%s", async (_, text, title) => {
  const facts = await factsOfText("notes.md", text);
  expect(ofKind(facts, "card").map((fact) => fact.title)).toEqual(title === null ? [] : [title]);
  expect(ofKind(facts, "file")[0]?.model).toBeNull();
});

test("ESPnet's tables of what sclite counted: per cent of words below WER, of characters below CER", async () => {
  const table = (rows: string): string =>
    `|dataset|Snt|Wrd|Corr|Sub|Del|Ins|Err|S.Err|\n|---|---|---|---|---|---|---|---|---|\n${rows}\n`;
  const facts = await factsOfText(
    "RESULTS.md",
    [
      "# RESULTS",
      "## exp/asr_train",
      "### WER",
      "",
      table("|decode_asr/test_clean|2620|52576|97.7|2.1|0.2|0.3|2.6|31.0|"),
      "### TER",
      "",
      table("|decode_asr/test_clean|2620|66063|97.1|2.0|0.9|0.5|3.4|31.0|"),
    ].join("\n"),
  );
  expectFact(facts, {
    format: "markdown-report",
    metric: "wer",
    raw_metric: "Err",
    value: 2.6,
    unit: "percent",
    n: 52576,
    dataset: "decode_asr/test_clean",
    place: "7",
  });
  expectFact(facts, { metric: "sentence_error_rate", value: 31, n: 2620 });
  expectFact(facts, { metric: "token_error_rate", value: 3.4, n: 66063 });
  expect(ofKind(facts, "measurement").some(({ raw_metric: raw }) => raw === "Snt" || raw === "Corr")).toBe(false);
});

test.each(["model_comparison.md", "model-metrics.md", "model_evaluation_report.md"])(
  "%s, with the sections of a report, is one",
  async (name) => {
    const lines = [
      "# Model performance comparison",
      "",
      "## Evaluation",
      "",
      "| Model | F1 |",
      "|---|---|",
      "| a | 0.9 |",
    ];
    const facts = await factsOfText(name, [...lines, ""].join("\n"));
    expectFact(facts, { kind: "measurement", format: "markdown-report", claimed: false });
    expect(ofKind(facts, "card")).toEqual([]);
  },
);
