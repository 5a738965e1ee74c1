import type { Value } from "../../model/adapter.js";
import { pointer } from "../../model/source.js";
import {
  below,
  isRecord,
  list,
  member,
  members,
  numeric,
  scalarText,
  text,
  type ValueRecord,
} from "../../read/shape.js";
import { lastName } from "./evidently.js";

/** One figure of a metric: `count`, `share`, `mean`, a label, or the metric's only value (no part). */
export interface Figure {
  readonly part: readonly string[];
  readonly value: Value;
  readonly where: string;
}

/** One metric of versions 0.7, from whichever of the three shapes that they write. */
export interface Metric {
  readonly id: string;
  /** Such as `ValueDrift`; of the inner metric where it was computed for one group. */
  readonly kind: string;
  readonly config: ValueRecord;
  /** The part of the data that it was computed for; empty for all of it. */
  readonly group: Readonly<Record<string, string>>;
  readonly figures: readonly Figure[];
  readonly where: string;
}

export interface Test {
  readonly metricId: string | undefined;
  readonly body: ValueRecord;
  readonly where: string;
}

interface Parsed {
  readonly kind: string;
  readonly config: ValueRecord;
  readonly group: Readonly<Record<string, string>>;
}

/** The options that a name such as `ValueDrift(column=amount,method=psi,threshold=0.1)` spells out. */
function parsedName(name: string): ValueRecord {
  const inside = /^\w+\((.*)\)$/s.exec(name)?.[1] ?? "";
  const options: Record<string, Value> = {};
  for (const part of inside.split(/,(?=[a-z_]+=)/)) {
    const cut = part.indexOf("=");
    if (cut <= 0) continue;
    const value = part.slice(cut + 1);
    options[part.slice(0, cut)] = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value) ? Number(value) : value;
  }
  return options;
}

const stated = (config: Value | undefined): [string, Value][] =>
  members(config).flatMap(([key, value]): [string, Value][] => (value === null ? [] : [[key, value]]));

/** Kind, options and group of a metric from its configuration, its name, and what its tests repeat of it. */
export function parsed(config: Value | undefined, name: string, params: Value | undefined): Parsed {
  const fromName = parsedName(name);
  const options: ValueRecord = Object.fromEntries([...Object.entries(fromName), ...stated(params), ...stated(config)]);
  const kind = lastName(member(options, "type")) ?? /^\w+/.exec(name)?.[0] ?? name;
  if (kind !== "GroupByMetric") return { kind, config: options, group: {} };
  const inner = member(options, "metric");
  const column = text(member(options, "column_name"));
  const label = scalarText(member(options, "label"));
  return {
    kind: lastName(member(inner, "type")) ?? kind,
    config: Object.fromEntries(stated(inner)),
    group: column === undefined || label === undefined ? {} : { [column]: label },
  };
}

function figuresOf(value: Value | undefined, where: string): Figure[] {
  if (value === undefined || value === null) return [];
  if (!isRecord(value)) return [{ part: [], value, where }];
  return members(value).flatMap(([key, inner]): Figure[] =>
    isRecord(inner)
      ? members(inner).map(([name, leaf]) => ({ part: [key, name], value: leaf, where: pointer(where, key, name) }))
      : [{ part: [key], value: inner, where: pointer(where, key) }],
  );
}

/** Tests of a document as `save_json` writes it: a list, or a map in the first versions. */
export function testsOf(document: Value | undefined): Test[] {
  const found = member(document, "tests");
  const entries: (readonly [string | number, Value])[] = [...(list(found) ?? []).entries(), ...members(found)];
  return entries.flatMap(([key, body]) => testAt(body, pointer("", "tests", key)));
}

/** A test, where the value is one. */
export const testAt = (body: Value, where: string): Test[] =>
  isRecord(body) && text(member(body, "name")) !== undefined
    ? [{ metricId: text(below(body, "metric_config", "metric_id")), body, where }]
    : [];

/** True for a metric that says, in one sound number by a method that it names, how a single column has drifted. */
export const isColumnDrift = (entry: Value): boolean => {
  const config = member(entry, "config");
  const value = member(entry, "value");
  return (
    typeof value === "number" &&
    Number.isFinite(value) &&
    text(member(config, "method")) !== undefined &&
    lastName(member(config, "type")) === "ValueDrift"
  );
};

/** Metrics of a document as `save_json` writes it; `isAsked` leaves out those that nobody looks at. */
export function metricsOf(
  document: Value | undefined,
  tests: readonly Test[],
  isAsked: (entry: Value) => boolean = () => true,
): Metric[] {
  return (list(member(document, "metrics")) ?? []).flatMap((entry, index) => {
    if (!isAsked(entry)) return [];
    const id = text(member(entry, "id"));
    const name = text(member(entry, "metric_name")) ?? text(member(entry, "metric_id"));
    if (id === undefined || name === undefined) return [];
    const test = tests.find(({ metricId }) => metricId === id);
    const where = pointer("", "metrics", index);
    return [
      {
        id,
        ...parsed(member(entry, "config"), name, below(test?.body, "metric_config", "params")),
        figures: figuresOf(member(entry, "value"), pointer(where, "value")),
        where,
      },
    ];
  });
}

/** True for a document of versions 0.7 as `save_json` writes it. */
export function isCurrentReport(value: Value | undefined): boolean {
  if (!Object.hasOwn(isRecord(value) ? value : {}, "tests")) return false;
  const first = (list(member(value, "metrics")) ?? []).find((entry) => members(entry).length > 0);
  return (
    isRecord(first) &&
    text(member(first, "id")) !== undefined &&
    Object.hasOwn(first, "value") &&
    (text(member(first, "metric_name")) ?? text(member(first, "metric_id"))) !== undefined
  );
}

/** The number of a metric's figure of that part; undefined where it has none. */
export const figureOf = (metric: Metric | undefined, ...part: readonly string[]): Figure | undefined =>
  metric?.figures.find(
    (figure) => figure.part.length === part.length && figure.part.every((key, i) => key === part[i]),
  );

/** A number of a metric's configuration. */
export const optionNumber = (metric: Metric, key: string): number | null => numeric(member(metric.config, key)) ?? null;
