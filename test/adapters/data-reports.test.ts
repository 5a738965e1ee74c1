import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText, placeOf } from "./described.js";

const kinds = { checks: "check", datasets: "dataset", runs: "run" } as const;
const read = async <K extends keyof typeof kinds>(kind: K, name: string, text: string) =>
  ofKind(await factsOfText(name, text), kinds[kind]);
const problemsOf = async (name: string, text: string) =>
  ofKind(await factsOfText(name, text), "problem").map(({ problem }) => problem);

describe("OpenLineage", () => {
  const event = (type: string, run: string, more: object = {}) => ({
    eventType: type,
    eventTime: "2026-11-02T05:00:00Z",
    run: { runId: run },
    job: { namespace: "n", name: "train" },
    producer: "p",
    inputs: [],
    outputs: [],
    ...more,
  });
  const lines = (...events: object[]) => events.map((item) => JSON.stringify(item)).join("\n");

  test("a run stands by its last event", async () => {
    const text = lines(
      event("START", "a"),
      event("COMPLETE", "a"),
      event("START", "b"),
      event("FAIL", "b"),
      event("START", "c"),
    );
    expect((await read("runs", "e.ndjson", text)).map(({ run_id: id, status }) => [id, status])).toEqual([
      ["a", "COMPLETE"],
      ["b", "FAIL"],
      ["c", "START"],
    ]);
  });

  test("an assertion that failed is not outweighed by a run that completed", async () => {
    const assertions = [{ assertion: "not_null", column: "x", success: false }, { assertion: "odd" }];
    const input = {
      namespace: "file",
      name: "d.parquet",
      inputFacets: { dataQualityAssertions: { assertions }, dataQualityMetrics: { rowCount: 7 } },
    };
    const text = JSON.stringify(event("COMPLETE", "a", { inputs: [input] }));
    expect((await read("checks", "e.json", text)).map(({ name, passed }) => [name, passed])).toEqual([
      ["not_null", false],
      ["odd", null],
    ]);
    expect(await read("datasets", "e.json", text)).toMatchObject([{ name: "d.parquet", rows: 7, location: "file" }]);
  });

  test("a placeholder is no run's id", async () => {
    const text = JSON.stringify([event("COMPLETE", "{{ any(result) }}"), event("START", "${json-unit.any-string}")]);
    expect(await problemsOf("e.json", text)).toEqual(["template"]);
    expect((await read("runs", "e.json", text)).map(({ run_id: id, status }) => [id, status])).toEqual([
      [null, "COMPLETE"],
      [null, "START"],
    ]);
  });

  test("an event of a job has no run", async () => {
    const text = JSON.stringify({
      eventTime: "2026-11-02T05:00:00Z",
      job: { namespace: "n", name: "j" },
      inputs: [{ namespace: "n", name: "a" }],
      schemaURL: "https://openlineage.io/spec/2-0-0/OpenLineage.json#/$defs/JobEvent",
    });
    expect(await read("runs", "e.json", text)).toEqual([]);
    expect((await read("datasets", "e.json", text)).map(({ name }) => name)).toEqual(["a"]);
  });
});

describe("Croissant", () => {
  const dataset = (file: object) =>
    JSON.stringify({
      "@context": {},
      "@type": "sc:Dataset",
      name: [{ "@value": "irises", "@language": "en" }],
      distribution: [{ "@type": "cr:FileObject", contentUrl: "d.csv", ...file }],
    });
  const sha = "a".repeat(64);

  test.each([
    ["sha256", { sha256: sha }, `sha256:${sha}`, []],
    ["an address for a digest", { sha256: "https://example.org/issue" }, null, ["wrong-type"]],
    ["md5 in base64", { md5: "xnQ+q8WLj9aPCvhTsG+L6A==" }, null, ["wrong-type"]],
    ["none", {}, null, []],
  ])("%s", async (_, file, digest, problems) => {
    const found = await read("datasets", "m.json", dataset(file));
    expect(found.map(({ name, digest: stated }) => [name, stated])).toEqual([
      ["irises", null],
      ["irises", digest],
    ]);
    expect(await problemsOf("m.json", dataset(file))).toEqual(problems);
  });
});

describe("Frictionless", () => {
  const task = (more: object) => ({
    name: "t",
    place: "t.csv",
    valid: true,
    stats: { rows: 3, errors: 0 },
    warnings: [],
    errors: [],
    ...more,
  });
  const report = (...tasks: object[]) =>
    JSON.stringify({ valid: true, stats: { tasks: tasks.length }, warnings: [], errors: [], tasks });

  test.each([
    ["valid", report(task({})), true],
    ["no row at all", report(task({ stats: { rows: 0, errors: 0 } })), null],
    ["no table at all", report(), null],
    ["valid is a text", report(task({ valid: "true" })), null],
    ["invalid", report(task({ valid: false })), false],
  ])("%s: the verdict", async (_, text, passed) => {
    expect((await read("checks", "r.json", text)).map((check) => [check.suite, check.passed])).toEqual([
      [true, passed],
    ]);
  });

  test("the limit of errors is told, and the rows are those that were read", async () => {
    const stopped = task({ valid: false, warnings: ["reached error limit: 150"], stats: { rows: 130, errors: 150 } });
    expect((await read("checks", "r.json", report(stopped)))[0]?.message).toBe("reached error limit: 150");
    expect((await read("datasets", "r.json", report(stopped)))[0]?.rows).toBe(130);
  });

  test("version 4 told of its resource", async () => {
    const old = {
      resource: { name: "t", path: "t.csv", stats: { rows: 5, md5: "x" } },
      valid: true,
      errors: [{ code: "type-error", note: "n" }],
    };
    const text = JSON.stringify({ version: "4.40", valid: false, errors: [], tasks: [old] });
    expect((await read("checks", "r.json", text)).map(({ name }) => name)).toEqual(["t", "type-error"]);
    expect(await read("datasets", "r.json", text)).toMatchObject([{ location: "t.csv", rows: 5, digest: "md5:x" }]);
  });

  test("printed as Markdown", async () => {
    const text =
      "## `report`\n- `valid` True\n- `tasks`\n    - `task`  t\n        - `valid` False\n        - `name` t\n        - `place` t.csv\n" +
      "        - `stats` {'rows': 6, 'errors': 1}\n";
    expect(
      (await read("checks", "report.md", text)).map((check) => [check.name, check.passed, placeOf(check)]),
    ).toEqual([["t", false, "5"]]);
    expect((await read("datasets", "report.md", text)).map(({ rows }) => rows)).toEqual([6]);
  });
});

describe("data contracts", () => {
  const result = (overall: string, ...checks: object[]) =>
    JSON.stringify({
      runId: "r",
      dataContractId: "c",
      dataContractVersion: "1",
      result: overall,
      checks,
      timestampEnd: "2026-11-23T05:12:27Z",
    });
  const check = (outcome: string, more: object = {}) => ({
    name: outcome,
    model: "t",
    field: "f",
    result: outcome,
    ...more,
  });

  test.each([
    ["all passed", result("passed", check("passed")), true, [true]],
    ["a warning has not passed", result("warning", check("passed"), check("warning")), false, [true, false]],
    [
      "what is not supported did not run",
      result("warning", check("warning", { reason: "not supported yet" })),
      null,
      [null],
    ],
    ["an error did not run", result("error", check("error")), null, [null]],
    ["no check", result("passed"), null, []],
  ])("%s", async (_, text, verdict, each) => {
    const found = await read("checks", "result.json", text);
    expect(found.map(({ passed }) => passed)).toEqual([verdict, ...each]);
  });

  test.each([
    [
      "dataContractSpecification: 1.1.0\nid: c\ninfo: { version: 2 }\nmodels: { t: { fields: { a: {}, b: {} } } }\n",
      "t",
      ["a", "b"],
    ],
    ["kind: DataContract\napiVersion: v3.1.0\nschema: [{ name: t, properties: [{ name: a }] }]\n", "t", ["a"]],
    ["kind: DataContract\napiVersion: v2.2.2\ndataset: [{ table: t, columns: [{ column: a }] }]\n", "t", ["a"]],
  ])("a contract promises and reports nothing: %s", async (text, name, columns) => {
    expect(await read("checks", "c.yaml", text)).toEqual([]);
    expect(await read("datasets", "c.yaml", text)).toMatchObject([{ name, columns }]);
  });
});

test("a profile: rows, columns, missing shares, alerts that did not pass", async () => {
  const text = JSON.stringify({
    analysis: { title: "p", date_end: "2026-11-23 05:12:43.6" },
    table: { n: 800, n_var: 2 },
    variables: { a: { p_missing: 0.1 }, b: { p_missing: 0 } },
    alerts: ["[a] 80 (10.0%) missing values"],
  });
  const facts = await factsOfText("profile.json", text);
  expect(ofKind(facts, "dataset")).toMatchObject([{ rows: 800, columns: 2 }]);
  expect(ofKind(facts, "check")).toMatchObject([{ column: "a", passed: false, severity: "warning" }]);
  expect(ofKind(facts, "measurement").map(({ metric, value, slice }) => [metric, value, slice])).toEqual([
    ["missing_share", 0.1, { column: "a" }],
    ["missing_share", 0, { column: "b" }],
  ]);
});

test.each([
  ["alerts", "[age] 20 (4.0%) missing values", "age"],
  ["messages", "[MISSING] alert on column age", "age"],
  ["messages", "[HIGH_CARDINALITY] warning on column plan", "plan"],
])("an alert of a profile names its column: %s, %s", async (key, words, column) => {
  const text = JSON.stringify({ table: { n: 5, n_var: 1 }, variables: {}, [key]: [words] });
  expect((await read("checks", "p.json", text)).map((check) => check.column)).toEqual([column]);
});

test("a profile of no row is told as empty", async () => {
  expect(await problemsOf("p.json", '{"table":{"n":0,"n_var":0},"variables":{},"alerts":[]}')).toEqual(["empty"]);
});

// Written by Soda Core 3.5.6 over a table, a partition of it, and another table that a check compares with.
describeFixtures("soda-scan", [
  [
    "soda/partitions.json",
    "rows are those of the table that was counted, and a partition is no table",
    [
      { kind: "dataset", name: "orders", rows: 100 },
      { kind: "dataset", name: "ref", rows: 50 },
      { kind: "check", name: "row_count same as ref", passed: false, observed: 50 },
    ],
    [
      { kind: "dataset", rows: 49 },
      { kind: "dataset", name: "orders", rows: 50 },
    ],
  ],
]);

test("a check of a whole frame that pandera reports under the schema's name is about no column", async () => {
  const text = JSON.stringify({
    DATA: {
      DATAFRAME_CHECK: [
        { schema: "orders", column: "amount", check: "ge(0)", error: "…" },
        { schema: "orders", column: "orders", check: "rows", error: "…" },
      ],
    },
  });
  expect((await read("checks", "errors.json", text)).map(({ name, column }) => [name, column])).toEqual([
    ["schema", null],
    ["ge(0)", "amount"],
    ["rows", null],
  ]);
});

test("an exposure of dbt has nothing to run: it is no check, and does not spoil the run", async () => {
  const result = (unique_id: string, status: string): object => ({ unique_id, status, execution_time: 0, timing: [] });
  const text = JSON.stringify({
    metadata: {
      dbt_schema_version: "https://schemas.getdbt.com/dbt/run-results/v6.json",
      generated_at: "2026-11-02T05:00:00Z",
    },
    results: [result("test.p.not_null_id.abc", "pass"), result("exposure.p.dashboard", "no-op")],
    elapsed_time: 1,
  });
  expect((await read("checks", "run_results.json", text)).map(({ name, passed }) => [name, passed])).toEqual([
    ["dbt test", true],
    ["test.p.not_null_id.abc", true],
  ]);
  expect((await read("runs", "run_results.json", text)).map(({ status }) => status)).toEqual(["success"]);
});

describe("dbt", () => {
  const results = (version: string, ...entries: readonly object[]) =>
    JSON.stringify({
      metadata: {
        dbt_schema_version: `https://schemas.getdbt.com/dbt/${version}.json`,
        generated_at: "2023-03-13T13:05:43.235329Z",
        invocation_id: "i",
      },
      results: entries,
      elapsed_time: 1,
      args: {},
    });

  test.each<readonly [string, boolean | null, boolean | null]>([
    ["pass", true, true],
    ["fail", false, false],
    ["warn", false, false],
    ["error", null, null],
    ["skipped", null, null],
  ])("a test with the status %s", async (status, passed, verdict) => {
    const test = { unique_id: "test.p.unique_orders_id.0a1b", status, failures: status === "pass" ? 0 : 160 };
    const checks = await read("checks", "run_results.json", results("run-results/v6", test));
    expect(checks.map((check) => [check.name, check.passed])).toEqual([
      ["dbt test", verdict],
      ["test.p.unique_orders_id.0a1b", passed],
    ]);
  });

  test("a source is as old as its data, and one that could not be asked has no verdict", async () => {
    const text = results(
      "sources/v3",
      { unique_id: "source.p.s.fresh", max_loaded_at_time_ago_in_s: 1208.912481, status: "pass" },
      { unique_id: "source.p.s.old", max_loaded_at_time_ago_in_s: 172800, status: "error" },
      { unique_id: "source.p.s.gone", error: "no such table", status: "runtime error" },
    );
    const checks = await read("checks", "sources.json", text);
    expect(checks.map(({ name, passed, observed }) => [name, passed, observed])).toEqual([
      ["dbt source freshness", false, null],
      ["source.p.s.fresh", true, 1208.912481],
      ["source.p.s.old", false, 172800],
      ["source.p.s.gone", null, null],
    ]);
  });
});

test("a check that Soda did not evaluate is no pass of the scan, though it counts no failure", async () => {
  const scan = {
    definitionName: "orders",
    dataTimestamp: "2026-11-23T05:07:30+00:00",
    hasErrors: true,
    hasWarnings: false,
    hasFailures: false,
    metrics: [],
    logs: [],
    checks: [{ name: "row_count > 0", type: "generic", table: "t", column: null, outcome: null, diagnostics: {} }],
  };
  const checks = await read("checks", "soda.json", JSON.stringify(scan));
  expect(checks.map(({ name, passed }) => [name, passed])).toEqual([
    ["orders", null],
    ["row_count > 0", null],
  ]);
});

// The keys are those of common/soda_cloud.py in soda-core 4.28.0, the numbers are made up.
describe("what Soda 4 found of a contract", () => {
  const diagnostics = (value: number, datasetRowsTested: number | null): object => ({
    value,
    fail: { greaterThan: 0 },
    warn: null,
    v4: datasetRowsTested === null ? null : { type: "missing", failedRowsCount: value, datasetRowsTested },
  });
  const scan = (checks: readonly object[] | null, more: object = {}): string =>
    JSON.stringify({
      definitionName: "warehouse/sales/orders",
      defaultDataSource: "warehouse",
      dataTimestamp: "2026-05-04T06:00:00+00:00",
      hasErrors: false,
      hasWarnings: false,
      hasFailures: true,
      checks,
      sourceOwner: "soda-core",
      ...more,
    });
  const check = (name: string, outcome: string, value: number, rows: number | null): object => ({
    name,
    type: "generic",
    checkType: "missing",
    table: "orders",
    column: "customer_id",
    outcome,
    diagnostics: diagnostics(value, rows),
  });

  test("what was not evaluated or left out has not passed, and has no value", async () => {
    const text = scan([
      check("no missing", "fail", 12, 4000),
      check("unique", "pass", 0, 4000),
      check("fresh", "unevaluated", 0, null),
      check("late", "excluded", 0, null),
    ]);
    const checks = await read("checks", "soda.json", text);
    expect(checks.map(({ name, passed, observed, expected }) => [name, passed, observed, expected])).toEqual([
      ["warehouse/sales/orders", false, 1, 4],
      ["no missing", false, 12, "fail when greaterThan=0"],
      ["unique", true, 0, "fail when greaterThan=0"],
      ["fresh", null, null, "fail when greaterThan=0"],
      ["late", null, null, "fail when greaterThan=0"],
    ]);
    const found = await factsOfText("soda.json", text);
    expectFact(found, { kind: "dataset", name: "orders", rows: 4000, format: "soda-scan" });
  });

  test("a scan that ended before its first check has no verdict", async () => {
    const text = scan(null, { hasErrors: true, hasFailures: false });
    expect((await read("checks", "soda.json", text)).map(({ name, passed }) => [name, passed])).toEqual([
      ["warehouse/sales/orders", null],
    ]);
  });
});
