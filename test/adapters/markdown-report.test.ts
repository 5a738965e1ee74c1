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
