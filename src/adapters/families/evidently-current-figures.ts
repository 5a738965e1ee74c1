import type { Statement } from "../../model/fact.js";
import { list, member, scalarText, text } from "../../read/shape.js";
import { isNumber, measured } from "./evidently.js";
import { optionNumber, type Figure, type Metric } from "./evidently-metrics.js";
import { grouped } from "../../model/grouped.js";

/** Metrics that give one number a class, and what they give. */
const byLabel: Readonly<Record<string, string>> = {
  F1ByLabel: "f1",
  PrecisionByLabel: "precision",
  RecallByLabel: "recall",
  RocAucByLabel: "roc_auc",
};

/** Options that make another quantity of the same metric. */
const telling = ["column_type", "quantile", "left", "right", "values", "category", "categories", "k", "beta"];

const taskNames = ["classification_name", "regression_name", "ranking_name"];

/** The figures of model and data quality, each of the current data. */
export function measurements(metrics: readonly Metric[]): Statement[] {
  const faulty = sameInEveryGroup(metrics);
  return metrics.flatMap((metric) =>
    faulty.has(metric)
      ? [groupsNotComputed(metric)]
      : metric.figures.flatMap((figure) => (isNumber(figure.value) ? measurement(metric, figure, figure.value) : [])),
  );
}

function measurement(metric: Metric, figure: Figure, value: number): Statement[] {
  const column = text(member(metric.config, "column"));
  const [part, label] = figure.part;
  const about = metric.kind.startsWith("Dummy") ? { about: "dummy" } : {};
  const shared = {
    dataset: "current",
    unit: unitOf(metric.kind, part),
    protocol: protocolOf(metric),
    threshold: optionNumber(metric, "probas_threshold"),
    ...about,
  };
  const slice = { ...metric.group, ...(column === undefined ? {} : { column }) };
  if (part === undefined) return [measured(metric.kind, value, figure.where, { ...shared, slice })];
  if (Object.hasOwn(byLabel, metric.kind))
    return [
      measured(metric.kind, value, figure.where, {
        ...shared,
        metric: byLabel[metric.kind] ?? metric.kind,
        unit: "proportion",
        higher_is_better: true,
        slice: { ...metric.group, class: part },
      }),
    ];
  if (label !== undefined)
    return metric.kind === "UniqueValueCount" && column !== undefined
      ? [
          measured(`${metric.kind}.${part}`, value, figure.where, {
            ...shared,
            slice: { ...metric.group, [column]: label },
          }),
        ]
      : [];
  const name = part === "mean" ? metric.kind : `${metric.kind}.${part}`;
  return ["count", "share", "mean", "std"].includes(part)
    ? [measured(name, value, figure.where, { ...shared, slice })]
    : [];
}

/** Evidently gives percentage errors from 0 to 100, and shares from 0 to 1. */
function unitOf(kind: string, part: string | undefined): string | null {
  if (/MAPE$/.test(kind)) return "percent";
  if (part === "share" || part === "shares") return "proportion";
  return part === "count" || part === "counts" || (part === undefined && kind.endsWith("Count")) ? "count" : null;
}

function protocolOf({ config }: Metric): string | null {
  const options = telling.flatMap((key) => {
    const value = member(config, key);
    const said =
      scalarText(value) ??
      list(value)
        ?.map((entry) => scalarText(entry) ?? "…")
        .join("|");
    return said === undefined ? [] : [`${key}=${said}`];
  });
  const tasks = taskNames.flatMap((key) => {
    const name = text(member(config, key));
    return name === undefined || name === "default" ? [] : [name];
  });
  return [...tasks, ...options].join(", ") || null;
}

/**
 * Metrics of model quality that the tool was asked for by group, and computed over all rows each time: versions up to
 * 0.7.23 give every group the same number. Two groups or more with the same fraction are taken for that.
 */
function sameInEveryGroup(metrics: readonly Metric[]): ReadonlySet<Metric> {
  const families = grouped(
    metrics.filter(({ group }) => Object.keys(group).length > 0),
    ({ group, kind, config }) => JSON.stringify([Object.keys(group), kind, config]),
  );
  return new Set([...families.values()].filter(allTheSame).flat());
}

function allTheSame(groups: readonly Metric[]): boolean {
  const first = groups[0]?.figures.map(({ value }) => value) ?? [];
  const fractional = first.some((value) => isNumber(value) && Number.isFinite(value) && !Number.isInteger(value));
  return (
    groups.length > 1 &&
    fractional &&
    groups.every(({ figures }) => figures.every(({ value }, index) => Object.is(value, first[index])))
  );
}

const groupsNotComputed = (metric: Metric): Statement => ({
  kind: "problem",
  problem: "conflict",
  message: `${metric.kind} has the same value in every group: the tool computed it over all rows`,
  mend: "evaluate each group by itself and write one report a group",
  where: { pointer: metric.where },
});
