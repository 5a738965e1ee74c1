import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { hasKeys, isRecord, list, member, members, number } from "../read/shape.js";

/** `{"last": 0.5, "min": 0.1, "max": 0.9}`, as `get_last_scalar_metrics` gives it. */
const isLast = (series: Value): boolean =>
  hasKeys(series, "last", "min", "max") && members(series).every(([, value]) => typeof value === "number");

/** `{"name": "…", "x": […], "y": […]}`, as `get_reported_scalars` gives it. */
const isReported = (series: Value): boolean => {
  const [steps, values] = [list(member(series, "x")), list(member(series, "y"))];
  return hasKeys(series, "name") && steps !== undefined && values !== undefined && steps.length === values.length;
};

const isTitle = (title: Value): boolean =>
  isRecord(title) &&
  members(title).length > 0 &&
  members(title).every(([, series]) => isLast(series) || isReported(series));

const part = /^(train|training|val|valid|validation|test|eval)$/i;

/** A series names the part of the data, or the metric itself below a title such as `Summary`. */
function called(title: string, name: string, raw: string): string {
  if (part.test(name)) return `${name}/${title}`;
  return !interpretMetric(raw).known && interpretMetric(name).known ? name : raw;
}

function seriesStatement(title: string, name: string, series: Value): readonly Statement[] {
  const place = pointer("", title, name);
  const values = list(member(series, "y")) ?? [];
  const steps = list(member(series, "x")) ?? [];
  const last = values.length - 1;
  const reported = isReported(series);
  const value = reported ? values[last] : member(series, "last");
  if (value === undefined) return [];
  const raw = title === name ? name : `${title}/${name}`;
  const metric = called(title, name, raw);
  return [
    {
      kind: "measurement",
      raw_metric: raw,
      metric_name: metric,
      value,
      step: reported ? (number(steps[last]) ?? null) : null,
      where: { pointer: reported ? pointer(place, "y", last) : pointer(place, "last") },
    },
  ];
}

/** The scalars of a task, as the SDK gives them and scripts save them. */
export const clearmlScalars: Adapter = {
  id: "clearml-scalars",
  title: "ClearML scalars (`get_last_scalar_metrics`, `get_reported_scalars`)",
  definedAt: "https://clear.ml/docs/latest/docs/references/sdk/task",
  versions: "SDK 2.1, from the source, not seen",
  reads: "The last value of each series under its title, with its iteration where the series is written.",
  leaves: "Least and greatest values, and earlier ones.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => members(value).length > 0 && members(value).every(([, title]) => isTitle(title)),

  read: ({ value }) =>
    members(value).flatMap(([title, held]) =>
      members(held).flatMap(([name, series]) => seriesStatement(title, name, series)),
    ),
};
