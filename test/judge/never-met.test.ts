import { describe, expect, test } from "vitest";
import { approvalsBy } from "../checks/approvals.js";
import { facts, judged, measurement, of, rules, type Circumstances, type Files } from "./judged.js";

const card = { "m/README.md": "---\nlicense: mit\n---\n# M\n" };

const zeroScan = JSON.stringify({
  summary: { total_issues_by_severity: { CRITICAL: 0 }, total_issues: 0, scanned: { total_scanned: 0 } },
  issues: [],
  errors: [],
});
const frictionless = (rows: number) =>
  JSON.stringify({
    valid: true,
    stats: { tasks: 1, errors: 0 },
    errors: [],
    tasks: [{ name: "tx", type: "table", valid: true, place: "tx.csv", stats: { errors: 0, rows }, errors: [] }],
  });
const expectations = (evaluated: number) =>
  JSON.stringify({
    success: true,
    results: [],
    meta: { expectation_suite_name: "s", great_expectations_version: "0.18.8" },
    statistics: { evaluated_expectations: evaluated, successful_expectations: evaluated, unsuccessful_expectations: 0 },
  });
const k6 = JSON.stringify({
  metrics: {
    http_req_duration: { type: "trend", contains: "time", values: { avg: 0, "p(95)": 0 } },
    http_reqs: { type: "counter", contains: "default", values: { count: 0, rate: 0 } },
  },
  root_group: { name: "", path: "", id: "a", groups: [], checks: [] },
});
const helm = `apiVersion: apps/v1
kind: Deployment
metadata: { name: {{ .Release.Name }} }
spec:
  replicas: {{ .Values.replicas }}
  template: { spec: { containers: [{ image: "{{ .Values.image }}" }] } }
`;
const registry = facts(
  { kind: "model", name: "m", version: "3", stage: "Staging", created: "2026-11-20T00:00:00Z" },
  { kind: "model", name: "m", version: "2", stage: "Production", created: "2026-11-01T00:00:00Z" },
);
const signed = "approvals:\n  - { by: bo, role: risk, status: approved, date: 2026-11-20 }\n";

describe("what shows nothing is named, and never met", () => {
  test.each<[title: string, files: Files, rule: string, outcome: string, named: RegExp, more?: Circumstances]>([
    [
      "a scan that scanned nothing",
      { "m/scan.json": zeroScan },
      "serialisation: scanned",
      "unreadable",
      /0 scanned files/,
    ],
    [
      "a report of a table without rows",
      { "m/report.json": frictionless(0) },
      "data-quality: suite",
      "inconclusive|unreadable|missing",
      /0 rows|no row/i,
    ],
    [
      "a suite that evaluated nothing",
      { "m/validation.json": expectations(0) },
      "data-quality: suite",
      "inconclusive|unreadable|missing",
      /No expectation was evaluated/,
    ],
    [
      "a load test without a request",
      { "m/k6.json": k6 },
      "latency: p95, at-most: 100ms",
      "inconclusive|unreadable|missing",
      /0 requests|no request|nothing/,
    ],
    [
      "predictions without rows",
      { "m/predictions.csv": "y_true,y_pred\n" },
      "recomputed-metrics: [accuracy]",
      "missing|unreadable",
      /./,
    ],
    [
      "an approval in a committed file",
      { "m/sign-off.yaml": signed },
      "approval: 1",
      "missing",
      /an approval in m\/sign-off\.yaml does not count/,
    ],
    [
      "an approval in a committed file, of a duty that is another's",
      { "m/sign-off.yaml": signed },
      "separation-of-duties: [author]",
      "missing",
      /an approval in m\/sign-off\.yaml proves only who committed the file/,
      { author: "ana" },
    ],
    [
      "an approval in a committed file, for the trail",
      { "m/sign-off.yaml": signed },
      "audit-trail: [approval]",
      "missing",
      /prove only who committed them/,
    ],
    [
      "a registry without the version asked for",
      { "m/a.facts.jsonl": registry },
      'model-age: 30d, version: "9"',
      "missing",
      /version 9/,
    ],
    [
      "a manifest that is a template",
      { "m/deployment.yaml": helm },
      "rollout-strategy: canary",
      "unreadable",
      /template/,
    ],
    ["a template's image", { "m/deployment.yaml": helm }, "image-pinned: digest", "unreadable", /template/],
    ["a template's resources", { "m/deployment.yaml": helm }, "resources: [requests.memory]", "unreadable", /template/],
    ["a template's replicas", { "m/deployment.yaml": helm }, "infrastructure: replicas", "unreadable", /template/],
    ["a template's way back", { "m/deployment.yaml": helm }, "rollback: target", "unreadable", /template/],
  ])("%s", async (_title, files, rule, outcome, named, more) => {
    const report = await judged({ ...card, ...files }, rules(`it: { ${rule} }`), more);
    const found = of(report, "it");
    expect(found.map((one) => one.outcome).join()).toMatch(new RegExp(`^(?:${outcome})$`));
    expect(found.map(({ message }) => message).join("\n")).toMatch(named);
    expect(["block", "undecided"]).toContain(report.decision);
  });

  test("the same evidence with something in it is met", async () => {
    const files = { ...card, "m/scan.json": zeroScan.replace('"total_scanned":0', '"total_scanned":2') };
    const more = { approvals: approvalsBy("bo"), author: "ana" };
    const report = await judged(
      { ...files, "m/report.json": frictionless(9), "m/a.facts.jsonl": registry + facts(measurement("accuracy", 0.9)) },
      rules(
        "scan: { serialisation: scanned }",
        "rows: { data-quality: suite }",
        "approved: { approval: 1 }",
        'age: { model-age: 30d, version: "3" }',
      ),
      more,
    );
    expect(
      report.findings.filter(({ policy }) => policy === "gate").map(({ rule, outcome }) => [rule, outcome]),
    ).toEqual(
      expect.arrayContaining([
        ["scan", "met"],
        ["rows", "met"],
        ["approved", "met"],
        ["age", "met"],
      ]),
    );
  });
});
