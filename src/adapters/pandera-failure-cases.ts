import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer, type Where } from "../model/source.js";
import { hasKeys, isList, isRecord, member, members, scalarText } from "../read/shape.js";

/** One failing cell or column. */
interface Case {
  readonly context: string;
  readonly column: string;
  readonly check: string;
  readonly failing: string;
  readonly where: Where;
}

const FIELDS = ["schema_context", "column", "check", "failure_case"] as const;

function casesOfTable({ table }: EvidenceFile): readonly Case[] {
  if (table === undefined) return [];
  const [context, column, check, failing] = FIELDS.map((field) => table.header.indexOf(field));
  return table.rows.map((row, index) => ({
    context: row[context ?? -1] ?? "",
    column: row[column ?? -1] ?? "",
    check: row[check ?? -1] ?? "",
    failing: row[failing ?? -1] ?? "",
    where: { line: table.lineOf(index) },
  }));
}

/** A data frame in JSON: records in a list or by their index, or columns by name. */
function casesOfValue(value: Value | undefined): readonly Case[] {
  const keys = isList(value) ? value.map((_, index) => index) : members(member(value, "check")).map(([key]) => key);
  const cell = (key: string | number, field: string): Value | undefined =>
    isList(value) ? member(value[Number(key)], field) : member(member(value, field), String(key));
  return keys.map((key) => ({
    context: scalarText(cell(key, "schema_context")) ?? "",
    column: scalarText(cell(key, "column")) ?? "",
    check: scalarText(cell(key, "check")) ?? "",
    failing: scalarText(cell(key, "failure_case")) ?? "",
    where: { pointer: isList(value) ? pointer("", key, "check") : pointer("", "check", key) },
  }));
}

/** Failures of the whole frame stand under the schema's name; of a missing or unknown column, the case is its name. */
const columnOf = ({ context, column, check, failing }: Case): string | null => {
  if (context === "Column" || context === "Index" || context === "MultiIndex") return column === "" ? null : column;
  return /^column_(in|not_in)_/.test(check) && failing !== "" ? failing : null;
};

/** One failed check for each column and check, with the number of its cases. */
function failedChecks(cases: readonly Case[]): Statement[] {
  const groups = new Map<string, Case[]>();
  for (const each of cases) {
    const key = JSON.stringify([each.context, columnOf(each), each.check]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return {
      kind: "check" as const,
      name: first.check,
      column: columnOf(first),
      passed: false,
      message: `${String(group.length)} failure ${group.length === 1 ? "case" : "cases"}.`,
      where: first.where,
    };
  });
}

/** A file of failures says that validation failed; without any it does not say that validation ran. */
const verdict = (failed: number, where: Where): Statement => ({
  kind: "check",
  name: "schema",
  passed: failed > 0 ? false : null,
  message:
    failed > 0 ? `${String(failed)} checks have failure cases.` : "No failure case, and no word of a validation.",
  suite: true,
  where,
});

function recognised({ syntax, table, value }: EvidenceFile): boolean {
  if (syntax === "delimited") return FIELDS.every((field) => table?.header.includes(field) === true);
  if (isList(value)) return value.length > 0 && hasKeys(value[0], ...FIELDS);
  return hasKeys(value, ...FIELDS) && isRecord(member(value, "check"));
}

/** The data frame of failure cases that pandera's lazy validation raises with. It lists failures only. */
export const panderaFailureCases: Adapter = {
  id: "pandera-failure-cases",
  title: "pandera failure cases",
  definedAt: "https://pandera.readthedocs.io/en/stable/lazy_validation.html",
  versions: "pandera 0.6.5, 0.2x to 0.35, of polars too",
  reads:
    "A failed check for each column and check, with the number of its cases, and one verdict: failures only, so nothing in it has passed.",
  leaves: "The failing values and their rows, which are data.",
  syntax: ["delimited", "json"],
  gives: ["check"],
  recognises: recognised,

  read(file) {
    const cases = file.syntax === "delimited" ? casesOfTable(file) : casesOfValue(file.value);
    const checks = failedChecks(cases);
    return [verdict(checks.length, file.syntax === "delimited" ? { line: 1 } : { pointer: "" }), ...checks];
  },
};
