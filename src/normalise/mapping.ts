import type { EvidenceFile, Value } from "../model/adapter.js";
import type { FactKind, StatedInterval, Statement } from "../model/fact.js";
import { fieldValue, intervalParts, isOfType, mappableFields, type MappableKind } from "./mapping-fields.js";
import { interpretMetric } from "./metric-vocabulary.js";
import {
  findAll,
  findOne,
  parsePath,
  type Keeps,
  type Located,
  type PathExpression,
  type Scope,
} from "./path-expression.js";

/** Turns a home-grown file into facts: one fact for each item that `each` finds. */
export interface Mapping {
  readonly kind: MappableKind;
  /** Outer to inner; empty maps the document itself. */
  readonly each: readonly PathExpression[];
  readonly fields: readonly (readonly [name: string, expression: PathExpression])[];
  /** Keys and values of the slice. */
  readonly slice: readonly (readonly [key: PathExpression, value: PathExpression])[];
  /** The field whose place is the fact's place. */
  readonly placeOf: string;
}

export type CompiledMapping =
  | { readonly kind: "mapping"; readonly mapping: Mapping }
  | { readonly kind: "invalid"; readonly messages: readonly string[] };

/** Compiles the `map` of a configuration. Field names are checked by the configuration's loader. */
export function compileMapping(written: { readonly [key: string]: Value }): CompiledMapping {
  const messages: string[] = [];
  const read = (value: Value): PathExpression => {
    const expression = parsePath(value);
    if (expression.kind !== "invalid") return expression;
    messages.push(expression.message);
    return { kind: "constant", value: null };
  };
  const kind = written["kind"];
  if (typeof kind !== "string" || !isMappable(kind)) {
    return { kind: "invalid", messages: [`a mapping needs a kind, one of: ${Object.keys(mappableFields).join(", ")}`] };
  }
  const { each = [], slice = {}, interval = {} } = written;
  const fields = Object.entries(written)
    .filter(([name]) => !["kind", "each", "slice", "interval"].includes(name))
    .concat(entriesOf(interval))
    .map(([name, value]) => [name, read(value)] as const);
  const slices = entriesOf(slice);
  const mapping: Mapping = {
    kind,
    each: (Array.isArray(each) ? (each as readonly Value[]) : [each]).map(read),
    fields,
    slice: slices.map(([key, value]) => [read(key), read(value)] as const),
    placeOf:
      mappableFields[kind].find((name) =>
        fields.some(([field, { kind: how }]) => field === name && how !== "constant"),
      ) ?? "",
  };
  return messages.length > 0 ? { kind: "invalid", messages } : { kind: "mapping", mapping };
}

const entriesOf = (value: Value): [string, Value][] =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];

const isMappable = (kind: string): kind is MappableKind => Object.hasOwn(mappableFields, kind);

/** Metrics that a mapping always gives; null where the file itself names them. */
export function mappedMetrics({ kind, fields }: Mapping): readonly string[] | null {
  if (kind !== "measurement") return null;
  const metric = fields.find(([name]) => name === "metric")?.[1];
  return metric?.kind === "constant" && typeof metric.value === "string" ? [metric.value] : null;
}

/** What a mapped file states. Finding nothing is a problem: a mapping that no longer fits must not look like a pass. */
export function mapFile(
  file: EvidenceFile,
  mapping: Mapping,
  metrics: ReadonlySet<string> | null = null,
): readonly Statement[] {
  const statements: Statement[] = [];
  let found = false;
  for (const document of documentsOf(file)) {
    const keeps =
      metrics === null || !isNamedByKey(mapping)
        ? undefined
        : (key: string, value: Value): boolean => {
            found = true;
            return !isUnaskedNumber(key, value, metrics);
          };
    visit(mapping, { document, items: [] }, 0, keeps, (scope) => {
      found = true;
      if (metrics !== null && isUnasked(mapping, scope, metrics)) return;
      const statement = statementOf(mapping, scope, file);
      if (statement !== null) statements.push(statement);
    });
  }
  if (found && (statements.length > 0 || metrics !== null)) return statements;
  return [
    {
      kind: "problem",
      where: { line: 1 },
      problem: "unreadable",
      message: `the mapping to ${mapping.kind} facts finds nothing in this file`,
      mend: "mend the paths of `map` in referee.yaml; `model-referee inspect` shows what they find",
    },
  ];
}

/** True for a sound number of a metric that no rule names: of such there are many, and nobody reads them. */
function isUnasked({ kind, fields }: Mapping, scope: Scope, metrics: ReadonlySet<string>): boolean {
  if (kind !== "measurement") return false;
  let name: Value | undefined;
  let value: Value | undefined;
  for (const [field, expression] of fields) {
    if (field === "metric") name = findOne(expression, scope)?.value;
    else if (field === "value") value = findOne(expression, scope)?.value;
  }
  return isUnaskedNumber(name, value, metrics);
}

function isUnaskedNumber(name: Value | undefined, value: Value | undefined, metrics: ReadonlySet<string>): boolean {
  if (typeof value !== "number" || !Number.isFinite(value) || typeof name !== "string") return false;
  return !metrics.has(name) && !metrics.has(interpretMetric(name).metric);
}

/** True where a measurement is what the innermost item is, under the item's own key: then the key alone tells. */
function isNamedByKey({ kind, fields, each }: Mapping): boolean {
  const field = (name: string): PathExpression | undefined => fields.find(([known]) => known === name)?.[1];
  const [metric, value] = [field("metric"), field("value")];
  return (
    kind === "measurement" &&
    each.length > 0 &&
    metric?.kind === "key" &&
    (metric.of === null || metric.of === each.length) &&
    value?.kind === "path" &&
    value.steps.length === 0 &&
    (value.from === "item" || value.from === each.length)
  );
}

/** The documents of a file: its value, its lines, or the rows of a table as records. */
function documentsOf(file: EvidenceFile): readonly Located[] {
  const { table } = file;
  if (table !== undefined) {
    const rows = table.rows.map((row) =>
      Object.fromEntries(table.header.map((name, column) => [name, row[column] ?? null])),
    );
    return [{ value: rows, pointer: "", key: "", index: 0 }];
  }
  if (file.syntax === "json-lines") {
    return [{ value: file.values.map(({ value }) => value), pointer: "", key: "", index: 0 }];
  }
  return file.value === undefined ? [] : [{ value: file.value, pointer: "", key: "", index: 0 }];
}

function visit(
  mapping: Mapping,
  scope: Scope,
  depth: number,
  keeps: Keeps | undefined,
  give: (scope: Scope) => void,
): void {
  const each = mapping.each[depth];
  if (each === undefined) return give(scope);
  for (const item of findAll(each, scope, depth === mapping.each.length - 1 ? keeps : undefined))
    visit(mapping, { document: scope.document, items: [...scope.items, item] }, depth + 1, keeps, give);
}

function statementOf(mapping: Mapping, scope: Scope, file: EvidenceFile): Statement | null {
  const found: Record<string, Value> = {};
  let place = "";
  let beside = "";
  for (const [name, expression] of mapping.fields) {
    const located = findOne(expression, scope);
    if (located === undefined) continue;
    if (name === mapping.placeOf) place = located.pointer;
    else if (beside === "") beside = located.pointer;
    if (located.value === null) continue;
    const value = fieldValue(name, located.value);
    if (isOfType(name, value)) found[name] = value;
  }
  const slice: Record<string, string> = {};
  for (const [keyPath, valuePath] of mapping.slice) {
    const key = findOne(keyPath, scope)?.value;
    const value = findOne(valuePath, scope)?.value;
    if (key !== undefined && value !== undefined && key !== null && value !== null) slice[String(key)] = String(value);
  }
  return asStatement(mapping.kind, found, slice, whereOf(place === "" ? beside : place, file));
}

/** Rows of tables and lines have their place by line, structured documents by pointer. */
function whereOf(place: string, file: EvidenceFile): { readonly pointer: string } | { readonly line: number } {
  const row = Number(/^\/(\d+)/.exec(place)?.[1] ?? Number.NaN);
  if (file.table !== undefined) return { line: Number.isNaN(row) ? 1 : file.table.lineOf(row) };
  if (file.syntax === "json-lines") return { line: file.values[row]?.line ?? 1 };
  return { pointer: place };
}

/**
 * The names of the fields were checked when the configuration was loaded, and the types of their values when they were
 * read: a number that is none, or a text that is none, is left out, so that a rule finds it missing.
 */
function asStatement(
  kind: Mapping["kind"],
  found: Readonly<Record<string, Value>>,
  slice: Readonly<Record<string, string>>,
  where: { readonly pointer: string } | { readonly line: number },
): Statement | null {
  switch (kind) {
    case "measurement":
      return measurement(found, slice, where);
    case "drift":
      return { scope: "column", ...found, kind, where };
    case "check":
      return { name: "mapped check", passed: null, ...found, kind, where };
    case "attribution":
      return typeof found["feature"] === "string"
        ? { ...found, slice, feature: found["feature"], importance: found["importance"] ?? null, kind, where }
        : null;
    case "experiment":
      return { arms: [], ...found, kind, where };
    case "table":
      return { columns: [], rows: 0, ...found, kind, where };
    case "card":
    case "dataset":
    case "model":
    case "run":
    case "rollout":
    case "approval":
      return { ...found, kind, where } as Statement;
  }
}

/** Written out, field by field: of all kinds this one comes by the hundred thousand. An empty slice is left to the name. */
function measurement(
  found: Readonly<Record<string, Value>>,
  slice: Readonly<Record<string, string>>,
  where: { readonly pointer: string } | { readonly line: number },
): Statement | null {
  const raw = found["metric"];
  if (typeof raw !== "string") return null;
  const statement: {
    -readonly [K in keyof Extract<Statement, { kind: "measurement" }>]: Extract<Statement, { kind: "measurement" }>[K];
  } = {
    kind: "measurement",
    where,
    raw_metric: raw,
    value: found["value"] ?? null,
  };
  for (const name in found)
    if (name !== "metric" && name !== "value" && !intervalNames.has(name))
      Object.assign(statement, { [name]: found[name] });
  if (found["lower"] !== undefined || found["upper"] !== undefined) statement.interval = intervalIn(found);
  for (const _ in slice) {
    statement.slice = slice;
    break;
  }
  return statement;
}

const intervalNames: ReadonlySet<string> = new Set(intervalParts);

function intervalIn(found: Readonly<Record<string, Value>>): StatedInterval {
  const part = (name: (typeof intervalParts)[number]): number | null => {
    const value = found[name];
    return typeof value === "number" && Number.isFinite(value) ? value : null;
  };
  return { lower: part("lower"), upper: part("upper"), level: part("level") };
}

/** Kinds that a mapping gives, for files that are broken. */
export const mappedKinds = ({ kind }: Mapping): readonly FactKind[] => [kind];
