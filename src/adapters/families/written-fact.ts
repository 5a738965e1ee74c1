import { distance } from "fastest-levenshtein";
import type { Value } from "../../model/adapter.js";
import type { ProblemKind, Statement, StatementKind } from "../../model/fact.js";
import { isRecord, member, members, scalarText, text, type ValueRecord } from "../../read/shape.js";
import { factFields, formNamed, hasForm, type FieldForm } from "../../read/fact-fields.js";

/** Reads one fact in the contract's own form. */

const commonFields = new Set(["kind", "model", "version", "format", "at", "vouched", "source"]);

/** Fields without which a line of a kind says nothing; of alternatives, one will do. */
const needed: Readonly<Partial<Record<StatementKind, readonly (readonly string[])[]>>> = {
  measurement: [["metric", "raw_metric"]],
  check: [["name"]],
  attribution: [["feature"]],
  experiment: [["arms"]],
  table: [["columns"], ["rows"]],
  problem: [["problem"]],
};

const commonForms: Readonly<Record<string, FieldForm>> = { at: "text", version: "scalar", model: "text" };

const problem = (line: number, kind: ProblemKind, message: string, mend: string): Statement => ({
  kind: "problem",
  where: { line },
  problem: kind,
  message,
  mend,
});

const isKind = (kind: string): kind is StatementKind => Object.hasOwn(factFields, kind);

const nearest = (name: string, known: readonly string[]): string =>
  [...known].sort((a, b) => distance(name, a) - distance(name, b))[0] ?? "";

/** The statement of one line; problems where it is no fact, or not all of it is understood. */
export function writtenFact(value: Value, line: number): readonly Statement[] {
  if (!isRecord(value))
    return [problem(line, "unreadable", "the line is no fact: it holds no object", "write one JSON object a line")];
  const kind = text(member(value, "kind"));
  if (kind === "file") return [];
  if (kind === undefined || !isKind(kind)) {
    const kinds = Object.keys(factFields);
    const found = kind === undefined ? "it has no kind" : `there is no kind ${kind}`;
    const mend =
      kind === undefined
        ? `say one of ${kinds.join(", ")}`
        : `write "${nearest(kind, kinds)}", or one of ${kinds.join(", ")}`;
    return [problem(line, "unreadable", `the line is no fact: ${found}`, mend)];
  }
  return ofKind(kind, value, line);
}

function ofKind(kind: StatementKind, written: ValueRecord, line: number): readonly Statement[] {
  const forms: Readonly<Record<string, FieldForm>> = factFields[kind];
  const absent = (needed[kind] ?? []).find((names) => names.every((name) => (member(written, name) ?? null) === null));
  if (absent !== undefined)
    return [problem(line, "unreadable", `the ${kind} has no ${absent.join(" and no ")}`, `write "${absent[0] ?? ""}"`)];
  const all: Readonly<Record<string, FieldForm>> = { ...commonForms, ...forms };
  const wrong = members(written).find(
    ([field, value]) => Object.hasOwn(all, field) && !hasForm(all[field] ?? "text", value),
  );
  if (wrong !== undefined) {
    const form = formNamed(all[wrong[0]] ?? "text");
    return [problem(line, "unreadable", `${wrong[0]} of the ${kind} is not ${form}`, `write ${form}, or null`)];
  }
  const unknown = members(written).flatMap(([field]) =>
    Object.hasOwn(forms, field) || commonFields.has(field) ? [] : [field],
  );
  const told = unknown.map((field) =>
    problem(
      line,
      "unrecognised",
      `a ${kind} has no field ${field}`,
      `write "${nearest(field, Object.keys(forms))}", or leave it out`,
    ),
  );
  return [statement(kind, written, line), ...told];
}

/** The fields of a line, whose forms have been checked. */
function statement(kind: StatementKind, written: ValueRecord, line: number): Statement {
  const fields: Record<string, unknown> = { ...defaults[kind] };
  for (const [field, value] of members(written))
    if (
      value !== null &&
      (Object.hasOwn(factFields[kind], field) || field === "version" || field === "at" || field === "model")
    )
      fields[field] = field === "slice" ? textSlice(value) : value;
  const version = scalarText(member(written, "version"));
  if (version !== undefined) fields["version"] = version;
  return { ...named(kind, fields), kind, where: { line } } as Statement;
}

/** What a kind's statement must have, where the line may leave it out. */
const defaults: Readonly<Partial<Record<StatementKind, Readonly<Record<string, unknown>>>>> = {
  measurement: { value: null },
  drift: { scope: "column" },
  check: { passed: null },
  attribution: { importance: null },
  problem: { message: "", mend: "" },
};

const textSlice = (slice: Value): unknown =>
  Object.fromEntries(members(slice).map(([column, value]) => [column, scalarText(value) ?? ""]));

/** The names and the non-finite values of a fact, as statements hold them. */
function named(kind: StatementKind, fields: Record<string, unknown>): Record<string, unknown> {
  const { non_finite: nonFinite, ...rest } = fields;
  switch (kind) {
    case "measurement": {
      const { metric, raw_metric: raw = metric, ...others } = rest;
      const value = nonFinite ?? others["value"];
      return {
        ...others,
        raw_metric: raw,
        value,
        ...(metric === undefined || metric === raw ? {} : { metric_name: metric }),
      };
    }
    case "drift":
      return nonFinite === undefined || rest["score"] !== undefined ? rest : { ...rest, score: nonFinite };
    case "attribution":
      return nonFinite === undefined ? rest : { ...rest, importance: nonFinite };
    case "check":
    case "card":
    case "dataset":
    case "model":
    case "run":
    case "rollout":
    case "experiment":
    case "approval":
    case "table":
    case "problem":
      return rest;
  }
}
