import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, boolean, hasKeys, isRecord, list, member, number, text } from "../read/shape.js";
import { shortened } from "./families/check-values.js";

const mostErrors = 500;

/** Where a task's own words stand: beside it, or in its resource, as version 4 wrote it. */
function statedBy(task: Value, key: string): { readonly value: Value | undefined; readonly path: readonly string[] } {
  return hasKeys(task, key)
    ? { value: member(task, key), path: [key] }
    : { value: below(task, "resource", key), path: ["resource", key] };
}

function rowsOf(task: Value): number | undefined {
  return number(below(task, "stats", "rows")) ?? number(below(task, "resource", "stats", "rows"));
}

/** A table without a row keeps every rule, and shows nothing. */
function verdict(task: Value, base: string): Statement {
  const valid = boolean(member(task, "valid"));
  const warnings = (list(member(task, "warnings")) ?? []).flatMap((warning) => text(warning) ?? []);
  const hollow = valid === true && rowsOf(task) === 0;
  const name = text(statedBy(task, "name").value) ?? text(statedBy(task, "place").value) ?? "table";
  return {
    kind: "check",
    name,
    passed: hollow ? null : (valid ?? null),
    observed: number(below(task, "stats", "errors")) ?? list(member(task, "errors"))?.length ?? null,
    expected: 0,
    message: hollow ? "The table has no row." : warnings.length === 0 ? null : shortened(warnings.join("; ")),
    suite: true,
    where: { pointer: pointer(base, "valid") },
  };
}

function errorCheck(error: Value, base: string): Statement {
  return {
    kind: "check",
    name: text(member(error, "type")) ?? text(member(error, "code")) ?? "error",
    column: text(member(error, "fieldName")) ?? null,
    passed: false,
    message: text(member(error, "message")) ?? text(member(error, "note")) ?? null,
    where: { pointer: pointer(base, "message") },
  };
}

function datasetStatement(task: Value, base: string): Statement[] {
  const place = statedBy(task, "place");
  const location = text(place.value) ?? text(below(task, "resource", "path"));
  const own = isRecord(member(task, "stats"));
  const stats = own ? member(task, "stats") : below(task, "resource", "stats");
  const rows = rowsOf(task);
  const [sha256, md5] = ["sha256", "md5"].map((key) => text(member(stats, key)));
  if (location === undefined && rows === undefined) return [];
  return [
    {
      kind: "dataset",
      name: text(statedBy(task, "name").value) ?? null,
      location: location ?? null,
      rows: rows ?? null,
      digest: sha256 !== undefined ? `sha256:${sha256}` : md5 !== undefined ? `md5:${md5}` : null,
      columns: list(member(task, "labels"))?.flatMap((label) => text(label) ?? []) ?? null,
      where: {
        pointer:
          rows === undefined
            ? pointer(base, ...place.path)
            : pointer(base, ...(own ? [] : ["resource"]), "stats", "rows"),
      },
    },
  ];
}

/** A report over no table has checked nothing. */
const overNothing: Statement = {
  kind: "check",
  name: "frictionless report",
  passed: null,
  message: "The report checked no table.",
  suite: true,
  where: { pointer: "/tasks" },
};

export const frictionlessReport: Adapter = {
  id: "frictionless-report",
  title: "Frictionless validation report",
  definedAt: "https://framework.frictionlessdata.io/docs/framework/report.html",
  versions: "5.x in JSON and YAML; 4.x from the source, not seen",
  reads:
    "The verdict on each table, each error with its field (500 a table at most), and each table's rows, columns, address and digest. Reading stops at a limit of errors, so that fewer rows are stated than the table has.",
  leaves: "Cells, which hold raw data.",
  syntax: ["json", "yaml"],
  gives: ["check", "dataset"],
  recognises: ({ value }) =>
    boolean(member(value, "valid")) !== undefined &&
    list(member(value, "tasks")) !== undefined &&
    (isRecord(member(value, "stats")) || hasKeys(value, "errors")),

  read({ value }) {
    const tasks = (list(member(value, "tasks")) ?? []).map((task, index) => ({ task, base: pointer("/tasks", index) }));
    const own = (list(member(value, "errors")) ?? []).map((error, index) =>
      errorCheck(error, pointer("/errors", index)),
    );
    return [
      ...(tasks.length === 0 ? [overNothing] : []),
      ...own,
      ...tasks.flatMap(({ task, base }) => [
        verdict(task, base),
        ...datasetStatement(task, base),
        ...(list(member(task, "errors")) ?? [])
          .slice(0, mostErrors)
          .map((error, index) => errorCheck(error, pointer(base, "errors", index))),
      ]),
    ];
  },
};
