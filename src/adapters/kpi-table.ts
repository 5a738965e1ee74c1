import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { isRecord, member, members, text } from "../read/shape.js";
import { frameOf, recordsFrame, type Frame } from "./families/frame.js";
import { isMeasured } from "./families/metrics-place.js";
import { valueAndUnit } from "./families/stated-number.js";

const naming = /^(kpi|kpi_?name|indicator|business_?metric)$/i;
const metricNaming = /^(metric|metric_?name|name|measure)$/i;
const now = /^(value|current|actual|observed|measured|result|kpi_?value)$/i;
const others = /^(baseline|previous|before|control|treatment|champion|challenger|canary)$/i;

/** The columns of a frame that hold KPIs. */
interface Columns {
  readonly name: number;
  readonly values: readonly number[];
  readonly unit: number;
}

/** Figures of the business, by name: what a model is for, measured outside of it. */
export const kpiTable: Adapter = {
  id: "kpi-table",
  title: "Table of KPIs",
  definedAt: "https://en.wikipedia.org/wiki/Performance_indicator",
  versions: "CSV, JSON and YAML as people write them: a name and a value in each row, or a record of names, not seen",
  reads:
    "Each figure under its own name with the unit that stands with it; columns such as `baseline`, `control` and `treatment` are about those.",
  leaves: "Targets, changes and p-values: what a rule asks is written in the policy.",
  syntax: ["delimited", "json", "yaml"],
  numbersAsText: true,
  gives: ["measurement"],

  recognises: (file) => {
    if (recordKey(file.value) !== undefined) return true;
    const frame = frameIn(file);
    return frame !== undefined && columnsOf(frame, file.name) !== undefined;
  },

  read: (file) => {
    const key = recordKey(file.value);
    if (key !== undefined)
      return members(member(file.value, key)).flatMap(([name, value]) => ofRecord(name, value, pointer("", key, name)));
    const frame = frameIn(file);
    const columns = frame === undefined ? undefined : columnsOf(frame, file.name);
    return frame === undefined || columns === undefined ? [] : rowsOf(frame, columns);
  },
};

const keys = ["kpis", "business_kpis"] as const;

/** The key of a record of names: `{"kpis": {"conversion_rate": 0.05, …}}`, the values bare or in records. */
function recordKey(value: Value | undefined): string | undefined {
  const isFigure = (held: Value): boolean => isMeasured(held) || isMeasured(member(held, "value") ?? null);
  return keys.find((key) => {
    const held = members(member(value, key));
    return held.length > 0 && held.every(([, figure]) => isFigure(figure));
  });
}

function ofRecord(name: string, value: Value, where: string): readonly Statement[] {
  if (!isRecord(value)) return [stated(name, value, null, null, { pointer: where })];
  const unit = text(member(value, "unit")) ?? null;
  return [stated(name, member(value, "value") ?? null, unit, null, { pointer: `${where}/value` })];
}

const frameIn = (file: EvidenceFile): Frame | undefined =>
  recordsFrame(member(file.value, "kpis"), "/kpis") ?? frameOf(file);

function columnsOf({ columns, rows }: Frame, file: string): Columns | undefined {
  const values = columns.flatMap((column, at) => (now.test(column) || others.test(column) ? [at] : []));
  const compares = columns.filter((column) => others.test(column)).length > 1;
  const named = columns.findIndex((column) => naming.test(column));
  const name =
    named >= 0 || !(compares || /kpi/i.test(file)) ? named : columns.findIndex((column) => metricNaming.test(column));
  if (name < 0 || values.length === 0 || rows === 0) return undefined;
  return { name, values, unit: columns.findIndex((column) => /^unit$/i.test(column)) };
}

const rowsOf = (frame: Frame, { name, values, unit }: Columns): readonly Statement[] =>
  Array.from({ length: frame.rows }, (_, row) => row).flatMap((row) => {
    const named = text(frame.cell(row, name))?.trim();
    if (named === undefined || named === "") return [];
    return values.flatMap((column): readonly Statement[] => {
      const value = frame.cell(row, column);
      if (value === undefined || value === null || value === "") return [];
      const title = frame.columns[column] ?? "";
      const written = unit < 0 ? undefined : text(frame.cell(row, unit));
      return [stated(named, value, written || null, now.test(title) ? null : title, frame.where(row, column))];
    });
  });

/** A figure with its unit, which stands in a column of its own or with the number: `5.2%`. */
const stated = (
  name: string,
  written: Value,
  unit: string | null,
  about: string | null,
  where: Statement["where"],
): Statement => ({
  kind: "measurement",
  raw_metric: name,
  ...valueAndUnit(written),
  ...(unit === null ? {} : { unit }),
  about,
  where,
});
