import { expect, test } from "vitest";
import { facts, judged, outcomesOf, rules } from "./judged.js";

const run = (id: string): object => ({ kind: "run", run_id: id, status: "FINISHED" });
const recall = (id: string, value: number): object => ({
  kind: "measurement",
  metric: "recall",
  raw_metric: "recall",
  value,
  unit: "proportion",
  run: id,
});
const version = (id: string, stage: string, number: string): object => ({
  kind: "model",
  name: "churn",
  version: number,
  stage,
  run: id,
});

test.each<[title: string, models: readonly object[], outcome: string]>([
  ["one version is in production", [version("a", "Production", "1"), version("b", "None", "2")], "met"],
  ["none is", [version("a", "None", "1"), version("b", "None", "2")], "missing"],
  ["two are", [version("a", "Production", "1"), version("b", "Production", "2")], "missing"],
])("of several runs the registry's is the model's where %s", async (_, models, outcome) => {
  const own = facts(run("a"), run("b"), recall("a", 0.9), recall("b", 0.5), ...models);
  const report = await judged({ "m/own.facts.jsonl": own }, rules("floor: { metric: recall, at-least: 80% }"));
  expect(outcomesOf(report, "floor")).toEqual([outcome]);
});
