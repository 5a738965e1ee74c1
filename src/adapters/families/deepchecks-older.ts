import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { hasKeys, isRecord, list, member, members, text } from "../../read/shape.js";
import { jsonInText } from "./json-text.js";

/**
 * The form up to 0.5: a suite is its name and its results, each of them JSON in a text; the conditions of a check are
 * JSON in a text once more, their verdict a sign in HTML.
 */

const isResult = (value: Value | undefined): boolean =>
  hasKeys(value, "name", "params", "header", "summary") && text(member(value, "name")) !== undefined;

const looksLikeResult = (written: string): boolean =>
  /^\s*\{/.test(written) && ['"name"', '"params"', '"header"', '"summary"'].every((key) => written.includes(key));

/** True for the result of a suite or of one check in the form up to 0.5. */
export function isOlderDeepchecks(value: Value | undefined): boolean {
  const results = list(member(value, "results"));
  if (results === undefined) return isResult(value) && (hasKeys(value, "value") || hasKeys(value, "display"));
  const [first] = results;
  return hasKeys(value, "name") && typeof first === "string" && looksLikeResult(first.slice(0, 10_000_000));
}

/** A result as later versions write it, and the part of it that the file itself holds. */
export interface OlderResult {
  readonly body: Value;
  /** Pointer to the text that holds the result; null where the result is the document. */
  readonly inside: string | null;
}

/** The verdicts by the signs that stand for them. */
const statusOf = (sign: string): string | null =>
  sign.includes("✓") ? "PASS" : sign.includes("✖") ? "FAIL" : /!\s*<|^!$/.test(sign) ? "WARN" : null;

function conditionsOf(result: Value): readonly Value[] {
  const rows = list(jsonInText(text(member(result, "conditions_table")))) ?? [];
  return rows.map((row) => ({
    Status: statusOf(text(member(row, "Status")) ?? ""),
    Condition: member(row, "Condition") ?? null,
    "More Info": member(row, "More Info") ?? null,
  }));
}

/** What a check that could not run shows in place of a value. */
function exceptionOf(result: Value): string | null {
  const [shown] = list(member(result, "display")) ?? [];
  const parts = list(member(shown, "py/tuple")) ?? list(shown) ?? [];
  return text(parts[0]) === "str" ? (text(parts[1]) ?? null) : null;
}

/** A table is JSON in a text, column by column; later versions write it row by row. */
function rowsOf(value: Value): Value {
  const columns = typeof value === "string" && value.startsWith("{") ? jsonInText(value) : undefined;
  const [first] = members(columns);
  if (first === undefined || !members(columns).every(([, column]) => isRecord(column))) return value;
  const rows = members(first[1]).map(([row]) =>
    Object.fromEntries(members(columns).map(([name, column]) => [name, member(column, row) ?? null])),
  );
  return JSON.stringify(rows);
}

function modern(result: Value): Value {
  const failed = !hasKeys(result, "value");
  return {
    type: failed ? "CheckFailure" : "CheckResult",
    check: { name: member(result, "name") ?? null, params: member(result, "params") ?? null },
    header: member(result, "header") ?? null,
    ...(failed ? { exception: exceptionOf(result) } : { value: rowsOf(member(result, "value") ?? null) }),
    conditions_results: conditionsOf(result),
  };
}

/** Every result of a document; undefined at the place of one that cannot be read. */
export function olderResults(value: Value | undefined): readonly (OlderResult | Statement)[] {
  const results = list(member(value, "results"));
  if (results === undefined) return isRecord(value) ? [{ body: modern(value), inside: null }] : [];
  return results.map((written, index): OlderResult | Statement => {
    const inside = pointer("", "results", index);
    const result = jsonInText(text(written));
    if (isResult(result)) return { body: modern(result ?? null), inside };
    return {
      kind: "problem",
      problem: "unreadable",
      message: "the result of a check, JSON inside a text, cannot be read",
      mend: "write the report again with Deepchecks' own to_json",
      where: { pointer: inside },
    };
  });
}

/** A statement at the place that the file has: the text that holds it. */
export function atText(statement: Statement, inside: string | null): Statement {
  if (inside !== null) return { ...statement, where: { pointer: inside } };
  const at = statement.where.pointer ?? "";
  if (at.startsWith("/conditions_results")) return { ...statement, where: { pointer: "/conditions_table" } };
  return at === "/type" ? { ...statement, where: { pointer: "/name" } } : statement;
}
