import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

const read = (name: string, content: unknown) => factsOfText(name, JSON.stringify(content));

type Row = readonly unknown[];

async function checksOf(name: string, content: unknown): Promise<readonly Row[]> {
  return ofKind(await read(name, content), "check").map((found) => [found.name, found.passed, found.suite]);
}

describe("a profile of data", () => {
  test.each<[string, unknown, Row]>([
    ["rows and columns at the top", { rows: 50, columns: 4, missing_cells: 3 }, [null, null, 50, 4]],
    ["a shape", { dataset: "loans", shape: [50, 4], duplicates: 0 }, ["loans", null, 50, 4]],
    ["the columns' names", { n_rows: 50, columns: ["a", "b"], nulls: 0 }, [null, null, 50, ["a", "b"]]],
    ["a record a data set", { churn: { n_rows: 7, n_cols: 3, anomalies: [] } }, ["churn", null, 7, 3]],
    ["a part that says nothing", { summary: { total_rows: 7, total_cols: 3 } }, [null, null, 7, 3]],
    ["a split", { train: { samples: 7, duplicates: 0 } }, ["train", "train", 7, null]],
    ["an item a data set", { datasets: [{ dataset: "test", rows: 6, columns: 2 }] }, ["test", "test", 6, 2]],
  ])("%s", async (_, content, expected) => {
    const found = ofKind(await read("data_quality_report.json", content), "dataset");
    expect(found.map(({ name, role, rows, columns }) => [name, role, rows, columns])).toEqual([expected]);
  });

  test.each<[string, unknown]>([
    ["a record a column", { n_rows: 9, columns: { age: { missing_frac: 0.25 } } }],
    ["an item a column", { rows: 9, column_checks: [{ column: "age", missing_fraction: 0.25 }], duplicates: 0 }],
    ["a record below what is missing", { rows: 9, missing_by_column: { age: { count: 2, ratio: 0.25 } } }],
  ])("shares of missing values are measured by column: %s", async (_, content) => {
    expectFact(await read("profile.json", content), {
      kind: "measurement",
      format: "data-profile",
      metric: "missing_share",
      value: 0.25,
      unit: "proportion",
      slice: { column: "age" },
      n: 9,
    });
  });

  test("a percentage is one", async () => {
    const content = { total_rows: 9, missing_summary: [{ Column: "age", NullPercentage: 2.5 }] };
    expectFact(await read("data_quality.json", content), { metric: "missing_share", value: 2.5, unit: "percent" });
  });

  test("percentiles of a column are no latencies, and its counts no rows", async () => {
    const content = { a: { n_rows: 9, n_cols: 1, columns: { age: { missing: 0, p99: 60, count: 8 } } } };
    const facts = await read("data_quality.json", content);
    expect(facts.map(({ kind }) => kind)).toEqual(["file", "dataset"]);
  });

  test.each<[string, string, unknown]>([
    ["metrics beside a count of rows", "metrics.json", { rows: 50, columns: 4, accuracy: 0.9 }],
    ["settings", "data_quality_config.json", { checks: { no_nulls: true } }],
    ["a validation of a model", "validation_report.json", { checks: [{ name: "latency", passed: true }] }],
  ])("%s are no profile", async (_, name, content) => {
    for (const { format } of await read(name, content)) expect(format).not.toBe("data-profile");
  });
});

describe("checks of data", () => {
  test.each<[string, unknown, readonly Row[]]>([
    [
      "flags below checks, and the verdict over them",
      {
        success: false,
        rows: 7,
        columns: 2,
        checks: { columns_present: true, no_nulls: false },
        details: { valid: true },
      },
      [
        ["data quality", false, true],
        ["columns_present", true, false],
        ["no_nulls", false, false],
      ],
    ],
    [
      "a list of checks; those of a table are told by it",
      [
        { check_name: "unique_key", table: "parts", passed: false },
        { check_name: "unique_key", table: "orders", passed: true },
      ],
      [
        ["parts.unique_key", false, false],
        ["orders.unique_key", true, false],
      ],
    ],
    [
      "a section a check; a warning did not pass, and what was skipped is not known",
      {
        validation_status: "WARNING",
        schema: { status: "PASS", missing_columns: [] },
        duplicates: { status: "warn" },
        ranges: { status: "skipped" },
      },
      [
        ["data quality", false, true],
        ["schema", true, false],
        ["duplicates", false, false],
        ["ranges", null, false],
      ],
    ],
    [
      "flags in sections",
      { structure: { total_rows: 7, total_columns: 2, structure_valid: true }, types: { types_valid: false } },
      [
        ["structure_valid", true, false],
        ["types_valid", false, false],
      ],
    ],
    [
      "a data set with its checks",
      [
        {
          dataset: "train.csv",
          status: "FAIL",
          profile: { rows: 9, columns: 2 },
          checks: [{ check: "null_free", status: "FAIL" }],
        },
      ],
      [
        ["train.csv", false, true],
        ["null_free", false, false],
      ],
    ],
  ])("%s", async (_, content, expected) => {
    expect(await checksOf("data_validation_report.json", content)).toEqual(expected);
    expect(await checksOf("validation_report.json", content)).toEqual(expected);
  });

  test("the place, the column, the severity and the message of a check", async () => {
    const content = {
      results: [
        { rule: "range", column: "age", status: "warning", message: "2 rows below 0", samples: [{ valid: false }] },
      ],
    };
    expectFact(await read("data_quality_report.json", content), {
      kind: "check",
      name: "range",
      column: "age",
      passed: false,
      severity: "warning",
      message: "2 rows below 0",
      place: "/results/0/status",
    });
  });

  test("words that are no verdict are none", async () => {
    expect(await checksOf("data_quality_report.json", { rows: 3, columns: 1, status: "drafted" })).toEqual([]);
  });
});

test("whatever stands below its keys, the reader never fails", async () => {
  const key = fc.constantFrom("rows", "columns", "checks", "status", "name", "missing", "__proto__", "shape", "a");
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.double(),
      fc.boolean(),
      fc.string(),
      fc.constant("PASS"),
      tie("list"),
      tie("record"),
    ),
    list: fc.array(tie("tree"), { maxLength: 4 }),
    record: fc.array(fc.tuple(key, tie("tree")), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  }));
  await fc.assert(
    fc.asyncProperty(tree, async (held) => {
      const facts = await read("data_quality_report.json", { held, status: "PASS" });
      expect(facts.filter((fact) => fact.kind === "problem" && fact.message.includes("failed"))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
