import { expect, test } from "vitest";
import { facts, judged, rules } from "./judged.js";

const version = (name: string, number: string, more: object = {}): object => ({
  ...{ kind: "model", name, version: number },
  ...more,
});

test.each<[title: string, models: readonly object[], version: string | null]>([
  ["the newest", [version("churn", "9"), version("churn", "10"), version("churn", "8")], "10"],
  ["the one that serves", [version("churn", "1", { stage: "Production" }), version("churn", "2")], "1"],
  ["the first of those that are no numbers", [version("churn", "2024-b"), version("churn", "2024-a")], "2024-b"],
  ["none where several models are registered", [version("churn", "1"), version("dummy", "2")], null],
])("of a registry's versions the report shows %s", async (_, models, shown) => {
  const report = await judged(
    { "m/own.facts.jsonl": facts(...models) },
    rules("floor: { metric: recall, at-least: 0 }"),
  );
  expect(report.models.map((model) => model.version)).toEqual([shown]);
});
