import { expect, test } from "vitest";
import { judged, rules } from "./judged.js";

const card = "---\nlicense: mit\n---\n# M\n";
const asked = rules("floor: { metric: recall, at-least: 10% }");
const locust = [
  "Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Min Response Time,Max Response Time,Average Content Size,Requests/s,Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%",
  ",Aggregated,400,2,30,34.5,11,210,180,12.5,0.1,30,36,41,45,60,80,110,140,200,210,210",
  "",
].join("\n");

test("a load test's many latencies do not crowd out how good the answers are", async () => {
  const metrics = { accuracy: 0.9, f1: 0.8, precision: 0.82, recall: 0.79, roc_auc: 0.93, specificity: 0.95 };
  const report = await judged(
    { "m/README.md": card, "m/metrics.json": JSON.stringify(metrics), "m/load_stats.csv": locust },
    asked,
  );
  const shown = report.models[0]?.metrics.map(({ metric }) => metric) ?? [];
  expect(shown).toEqual(expect.arrayContaining(Object.keys(metrics)));
  expect(shown).toContain("latency");
  expect(shown).toHaveLength(12);
  expect([...shown].sort()).toEqual(shown);
});

test("a list of exceptions that is empty is nothing to mend", async () => {
  const files = {
    "m/README.md": card,
    "m/metrics.json": '{"recall": 0.79}',
    "m/load_exceptions.csv": "Count,Message,Traceback,Nodes\n",
  };
  const report = await judged(files, asked);
  expect(report.findings.map(({ rule, outcome }) => [rule, outcome])).toEqual([["floor", "met"]]);
  expect(report.problems.map(({ path }) => path)).toEqual(["m/load_exceptions.csv"]);
});
