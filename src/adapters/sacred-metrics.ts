import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, list, member, members, number, text } from "../read/shape.js";
import { sacredRunId } from "./families/sacred.js";
import { namedMeasurement } from "./families/sliced-name.js";

const isSeries = (value: Value): boolean =>
  hasKeys(value, "steps", "timestamps", "values") &&
  ["steps", "timestamps", "values"].every((key) => list(member(value, key)) !== undefined);

/** The place of the greatest step; of two alike the later one. */
function lastOf(steps: readonly Value[]): number {
  let last = -1;
  for (const [index, step] of steps.entries())
    if (last < 0 || (number(step) ?? -Infinity) >= (number(steps[last]) ?? -Infinity)) last = index;
  return last;
}

function seriesStatement(name: string, series: Value, run: string | null): readonly Statement[] {
  const values = list(member(series, "values")) ?? [];
  const steps = list(member(series, "steps")) ?? [];
  const last = steps.length === values.length ? lastOf(steps) : values.length - 1;
  const held = values[last];
  if (held === undefined) return [];
  const value = isRecord(held) ? member(held, "value") : held;
  const where = pointer("", name, "values", last);
  return [
    {
      kind: "measurement",
      ...namedMeasurement(name),
      value,
      step: number(steps[last]) ?? null,
      at: text((list(member(series, "timestamps")) ?? [])[last]) ?? null,
      run,
      where: { pointer: isRecord(held) ? pointer(where, "value") : where },
    },
  ];
}

/** What a run of Sacred logged with `log_scalar`. */
export const sacredMetrics: Adapter = {
  id: "sacred-metrics",
  title: "Sacred metrics (`metrics.json`)",
  definedAt: "https://sacred.readthedocs.io/en/stable/collected_information.html#metrics-api",
  versions: "0.8, from the source, not seen",
  reads: "Of each metric the value at the greatest step with its time, and the run, which is the folder's name.",
  leaves: "Earlier values.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => members(value).length > 0 && members(value).every(([, series]) => isSeries(series)),

  read: (file) => members(file.value).flatMap(([name, series]) => seriesStatement(name, series, sacredRunId(file))),
};
