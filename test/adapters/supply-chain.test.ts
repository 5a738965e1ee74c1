import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { factsOfText, placeOf } from "./described.js";

const checks = async (name: string, text: string) => ofKind(await factsOfText(name, text), "check");
const verdict = async (name: string, text: string) => (await checks(name, text)).find(({ suite }) => suite)?.passed;

describe("ModelScan", () => {
  const report = (more: object, scanned: object, summary: object = {}) =>
    JSON.stringify({ summary: { total_issues: 0, scanned, ...summary }, issues: [], errors: [], ...more });
  const issue = {
    description: "Use of unsafe operator 'system'",
    operator: "system",
    module: "posix",
    source: "m.pkl",
    severity: "CRITICAL",
  };

  test.each([
    ["scanned and clean", report({}, { total_scanned: 1, scanned_files: ["m.pkl"] }), true],
    ["nothing was scanned", report({}, { total_scanned: 0 }), null],
    ["one file scanned, another failed", report({ errors: [{ source: "n.pkl" }] }, { total_scanned: 1 }), null],
    ["an issue", report({ issues: [issue] }, { total_scanned: 1 }), false],
    ["a total without a list", report({}, { total_scanned: 1 }, { total_issues: 3 }), false],
    ["a text for the number", report({}, { total_scanned: "1" }), null],
  ])("%s: the verdict", async (_, text, expected) => {
    expect(await verdict("scan.json", text)).toBe(expected);
  });

  test("a summary without lists is a report as well, and one of nothing has not passed", async () => {
    const summary = (scanned: number) =>
      JSON.stringify({
        summary: { total_issues_by_severity: { LOW: 0 }, total_issues: 0, scanned: { total_scanned: scanned } },
      });
    expect(await verdict("scan.json", summary(0))).toBe(null);
    expect(await verdict("scan.json", summary(2))).toBe(true);
  });

  test("no file with an issue is said to have passed", async () => {
    const text = report({ issues: [issue] }, { total_scanned: 2, scanned_files: ["m.pkl", "n.pkl"] });
    expect(
      (await checks("s.json", text)).map(({ name, column, passed, severity }) => [name, column, passed, severity]),
    ).toEqual([
      ["modelscan", null, false, null],
      ["posix.system", "m.pkl", false, "critical"],
      ["scanned", "n.pkl", true, null],
    ]);
  });

  test("the first versions listed issues by severity", async () => {
    const text = JSON.stringify({
      modelscan_version: "0.5.0",
      total_issues: 1,
      issues_by_severity: { HIGH: [issue] },
      errors: [],
      scanned: { total_scanned: 1 },
    });
    const found = await checks("s.json", text);
    expect(found.map(placeOf)).toContain("/issues_by_severity/HIGH/0/description");
  });

  test("a skipped file has not passed", async () => {
    const skipped = {
      skipped: { total_skipped: 1, skipped_files: [{ category: "SCAN_NOT_SUPPORTED", source: "a.bin" }] },
    };
    const found = await checks("s.json", report({}, { total_scanned: 1 }, skipped));
    expect(found.find(({ column }) => column === "a.bin")?.passed).toBeNull();
  });
});

describe("picklescan", () => {
  const output = (scanned: number, infected: number, before = "") =>
    `${before}----------- SCAN SUMMARY -----------\nScanned files: ${scanned}\nInfected files: ${infected}\nDangerous globals: ${infected}\n`;

  test.each([
    [output(1, 0), true],
    [output(0, 0), null],
    [output(2, 1, "/m.pkl: dangerous import 'posix system' FOUND\n"), false],
    [output(1, 0, "ERROR: parsing pickle in m.pkl\n"), null],
  ])("%s", async (text, expected) => {
    expect(await verdict("stdout.txt", text)).toBe(expected);
  });

  test("the summary of another scanner is not taken for it", async () => {
    const text = "----------- SCAN SUMMARY -----------\nKnown viruses: 8\nScanned files: 1\nInfected files: 0\n";
    expect(await checks("stdout.txt", text)).toEqual([]);
  });
});

describe("pip-audit", () => {
  const clean = { name: "numpy", version: "2.0", vulns: [] };
  const bad = { name: "x", version: "1", vulns: [{ id: "PYSEC-1", fix_versions: ["2"], description: "d" }] };
  const skipped = { name: "own", skip_reason: "not found" };

  test.each([
    ["all audited", [clean], true],
    ["one skipped", [clean, skipped], null],
    ["one vulnerable beside a skipped one", [bad, skipped], false],
  ])("%s", async (_, dependencies, expected) => {
    expect(await verdict("a.json", JSON.stringify({ dependencies, fixes: [] }))).toBe(expected);
    expect(await verdict("a.json", JSON.stringify(dependencies))).toBe(expected);
  });

  test("no dependency at all is no report", async () => {
    expect(await verdict("a.json", '{"dependencies":[],"fixes":[]}')).toBeUndefined();
  });
});

describe("alerts", () => {
  const rule =
    "{ alert: Slow, expr: 'p95 > 1', labels: { severity: page }, annotations: { summary: 'slow {{ $value }}' } }";

  test.each([
    [
      "a file of Prometheus",
      `groups:\n  - name: g\n    rules:\n      - ${rule}\n      - { record: a, expr: b }\n`,
      "/groups/0/rules/0/alert",
    ],
    [
      "the operator's object",
      `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec:\n  groups:\n    - { name: g, rules: [${rule}] }\n`,
      "/spec/groups/0/rules/0/alert",
    ],
  ])("%s: an alert is configured, and has not passed", async (_, text, place) => {
    const found = await checks("rules.yml", text);
    expect(found).toMatchObject([{ name: "Slow", passed: null, expected: "p95 > 1", severity: "page" }]);
    expect(found.map(placeOf)).toEqual([place]);
  });

  test("a receiver without any way tells nobody", async () => {
    const text =
      "route: { receiver: void }\nreceivers:\n  - name: void\n  - name: page\n    email_configs: [{ to: a }]\n";
    expect(
      (await checks("alertmanager.yml", text)).map(({ name, observed, severity }) => [name, observed, severity]),
    ).toEqual([
      ["receiver void", 0, "default"],
      ["receiver page", 1, null],
    ]);
  });

  test.each(["groups: []", "groups: [{ name: g, rules: [{ title: x }] }]", "groups: { a: 1 }"])(
    "%s is no file of rules",
    async (text) => {
      expect(await checks("r.yml", text)).toEqual([]);
    },
  );
});

describe("approvals in files", () => {
  const read = async (text: string) =>
    ofKind(await factsOfText("approval.yaml", text), "approval").map(({ by, role, state, at, commit }) => [
      by,
      role,
      state,
      at,
      commit,
    ]);

  test.each([
    [
      "a list",
      "commit: abc\napprovals:\n  - { by: ana, role: risk, status: Approved, date: 2026-11-02 }\n  - { by: bo, decision: no }\n",
      [
        ["ana", "risk", "approved", "2026-11-02T00:00:00Z", "abc"],
        ["bo", null, "rejected", null, "abc"],
      ],
    ],
    ["a flag", "sign_offs: [{ name: ana, approved: true }]", [["ana", null, "approved", null, null]]],
    [
      "a name at the top",
      "approved_by: ana\napproved_at: 2026-11-02\n",
      [["ana", null, "approved", "2026-11-02T00:00:00Z", null]],
    ],
    ["nobody", "approvals: [{ by: '', status: approved }]", [[null, null, "pending", null, null]]],
  ])("%s", async (_, text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  test("a template's filler for a name is named", async () => {
    const facts = await factsOfText("a.yaml", 'approvals: [{ by: "{{ approver }}", status: approved }]');
    expect(ofKind(facts, "approval")).toEqual([]);
    expect(ofKind(facts, "problem")).toMatchObject([{ problem: "template" }]);
  });

  test.each(["approvals: {}", "approvals: []", "approvals: [1]", "policy: dict"])("%s holds none", async (text) => {
    expect(await read(text)).toEqual([]);
  });
});

test("each version of a registry has the stage that holds it, not the newest one's", async () => {
  const text = JSON.stringify({
    models: [
      { name: "churn", version: 3, stage: "Production", digest: "sha256:1" },
      { name: "churn", version: 4, stage: null },
    ],
  });
  expect(
    ofKind(await factsOfText("registry.json", text), "model").map(({ version, stage }) => [version, stage]),
  ).toEqual([
    ["3", "production"],
    ["4", null],
  ]);
});

test.each([
  ["CODEOWNERS", "* @acme/ml\n/models/ a@b.example\n", "codeowners"],
  ["OWNERS", "approvers:\n  - ana\n", "kubernetes-owners"],
  ["CODEOWNERS", "we own this\n", null],
])("%s: who may approve has approved nothing", async (name, text, format) => {
  const facts = await factsOfText(name, text);
  expect(ofKind(facts, "file").map((fact) => fact.format)).toEqual([format]);
  expect(ofKind(facts, "approval")).toEqual([]);
});

test("scores of a repository's practices are no verdict, and none was taken at -1", async () => {
  const text = JSON.stringify({
    date: "2026-11-02",
    repo: { name: "r" },
    scorecard: { version: "5" },
    checks: [
      { name: "Pinned", score: 10 },
      { name: "Fuzz", score: -1 },
    ],
  });
  expect((await checks("s.json", text)).map(({ name, passed, observed }) => [name, passed, observed])).toEqual([
    ["Pinned", null, 10],
    ["Fuzz", null, null],
  ]);
});

describe("CODEOWNERS", () => {
  const text =
    "# who\n* @acme/ml\n\n/models/fraud/ @acme/fraud ana@acme.test # risk\n/models/old/\n!x @nobody\n[ab] @nobody\n";

  test("states the owners of each pattern on its own line, and passes over what GitHub passes over", async () => {
    const facts = ofKind(await factsOfText("CODEOWNERS", text), "card");
    expect(facts.map(({ title, value, source }) => [source.line, title, value])).toEqual([
      [2, "*", "@acme/ml"],
      [4, "/models/fraud/", "@acme/fraud ana@acme.test"],
      [5, "/models/old/", ""],
    ]);
  });
});
